"""What was found when the address of a source was tried."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from .source import Source


class LinkState(models.Model):
    """What a link checker found last at the address of a source; nothing here ever asks another host."""

    class State(models.TextChoices):
        ALIVE = "alive", pgettext_lazy("of a link", "alive")
        MOVED = "moved", pgettext_lazy("of a link", "moved")
        DEAD = "dead", pgettext_lazy("of a link", "dead")
        UNSURE = "unsure", pgettext_lazy("of a link", "unsure")

    source = models.OneToOneField(
        Source, models.CASCADE, related_name="link_state", verbose_name=_("source"), help_text=_("Whose address it is.")
    )
    url = models.URLField(
        _("address"), max_length=500, help_text=_("The one that was tried; of another address nothing is known.")
    )
    state = models.CharField(
        _("state"), max_length=6, choices=State, db_index=True, help_text=_("What the answer was taken for.")
    )
    checked_at = models.DateTimeField(_("checked"), help_text=_("When the address was tried (UTC)."))
    detail = models.CharField(
        _("answer"), max_length=20, help_text=_("The HTTP status, or the word for why there was no answer.")
    )
    final_url = models.URLField(
        _("led to"), max_length=500, blank=True, help_text=_("Where redirections ended, if elsewhere.")
    )
    recorded_at = models.DateTimeField(_("recorded"), auto_now=True, help_text=_("When this was written here (UTC)."))

    class Meta:
        verbose_name = _("link state")
        verbose_name_plural = _("link states")

    def __str__(self):
        return f"{self.get_state_display()} ({self.detail})"
