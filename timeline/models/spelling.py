"""The words of the record, to be found by a misspelling."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Spelling(models.Model):
    """A word with none or one of its letters left out: two words one slip apart share such a spelling."""

    variant = models.CharField(_("spelling"), max_length=40, help_text=_("The word without one of its letters."))
    word = models.CharField(_("word"), max_length=40, help_text=_("As it occurs in the record, folded."))

    class Meta:
        verbose_name = _("spelling")
        verbose_name_plural = _("spellings")
        constraints = [models.UniqueConstraint(name="spelling_leads_to_a_word_once", fields=["variant", "word"])]

    def __str__(self):
        return f"{self.variant} → {self.word}"
