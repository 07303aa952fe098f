"""What was read."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from ..links import page_of
from ..querysets import SourceQuerySet
from ..search import Searchable
from .choices import word_of
from .translated import script_language
from .vocabulary import Listed


class Source(Searchable, Listed):
    """A page or document that supports what the record says."""

    class Side(models.TextChoices):
        RUSSIA = "RU", _("Russia")
        JAPAN = "JP", _("Japan")
        THIRD = "third", _("third party")

    class Kind(models.TextChoices):
        OFFICIAL_READOUT = "official-readout", _("official read-out")
        OFFICIAL_OTHER = "official-other", _("official, other")
        NEWS = "news", _("news")
        ANALYSIS = "analysis", _("analysis")
        REPOST = "repost", _("copy of another’s text")

    publisher = models.CharField(_("publisher"), max_length=160, help_text=_("Who put it where it was read."))
    original_publisher = models.CharField(
        _("original publisher"),
        max_length=160,
        blank=True,
        help_text=_("Whose text it is, if it is a copy."),
    )
    title = models.CharField(_("title"), max_length=300, help_text=_("In its own language, as printed."))
    title_supplied = models.BooleanField(
        _("title supplied"),
        default=False,
        help_text=_("The title is ours, because the page's own is not known."),
    )
    url = models.URLField(
        _("address"), max_length=500, blank=True, help_text=_("Where it was read; or name the document.")
    )
    archived_url = models.URLField(
        _("archived copy"), max_length=500, blank=True, help_text=_("A lasting copy, if one is known.")
    )
    document = models.CharField(
        _("document"), max_length=160, blank=True, help_text=_("The file of an article without an address.")
    )
    language = models.CharField(_("language"), max_length=10, help_text=_("BCP 47, such as ja."))
    published = models.DateField(
        pgettext_lazy("of a source", "published"), null=True, blank=True, help_text=_("Empty if no date is printed.")
    )
    side = models.CharField(
        _("side"),
        max_length=5,
        choices=Side,
        help_text=_("The state whose text it is (copies too); all else, the press included, is third party."),
    )
    kind = models.CharField(
        _("kind"), max_length=20, choices=Kind, help_text=_("A read-out is an official account of the meeting itself.")
    )
    note = models.TextField(_("note"), blank=True, help_text=_("What a reader should know about this source."))

    get_side_display, get_kind_display = word_of("side", Side), word_of("kind", Kind)

    objects = SourceQuerySet.as_manager()

    class Meta:
        ordering = ["key"]
        verbose_name = _("source")
        verbose_name_plural = _("sources")
        constraints = [
            models.CheckConstraint(
                name="source_has_an_address_or_a_document",
                condition=(Q(url="") & ~Q(document="")) | (~Q(url="") & Q(document="")),
                violation_error_message=_("A source has either an address or a document."),
            ),
            models.CheckConstraint(
                name="source_kind_goes_with_its_side",
                condition=Q(kind="repost")
                | Q(kind__in=["official-readout", "official-other"], side__in=["RU", "JP"])
                | Q(kind__in=["news", "analysis"], side="third"),
                violation_error_message=_("Official texts come from a side, news and analysis from a third party."),
            ),
        ]

    def __str__(self):
        return f"{self.publisher}: {self.title}"

    def get_absolute_url(self):
        return page_of("source", self.key)

    @property
    def title_language(self):
        """What the title is written in: ours says so by its script, the page's own is in the language of the page."""
        return script_language(self.title) if self.title_supplied else self.language

    @property
    def known_link(self):
        """What was found last at its address (a ``LinkState``); ``None`` if nothing is known of this address."""
        found = getattr(self, "link_state", None)
        return found if found and found.url == self.url else None

    @property
    def is_dead(self):
        """Whether its address was recorded as dead."""
        return bool(self.known_link and self.known_link.state == "dead")

    def is_readout_of(self, meeting):
        """Whether it is an official account of ``meeting``; one published earlier tells of another meeting."""
        in_time = self.published is None or self.published >= meeting.start
        return self.kind == self.Kind.OFFICIAL_READOUT and in_time
