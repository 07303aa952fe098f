"""What the public saw change, and where former addresses lead."""

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from ..querysets import ChangeQuerySet, FormerKeyQuerySet
from .translated import translated


class Noun(models.TextChoices):
    """The kinds of record that have an address, by the name of their list; each refers to earlier ones only."""

    FORMAT = "formats", _("format")
    ISSUE = "issues", _("issue")
    PLACE = "places", _("place")
    PARTICIPANT = "participants", _("participant")
    ORGANISATION = "organisations", _("organisation")
    OFFICE = "offices", _("office")
    SOURCE = "sources", _("source")
    SERIES = "series", _("official count")
    MEETING = "meetings", _("meeting")
    STATEMENT = "statements", _("statement")


class Change(models.Model):
    """One record that the public saw come, change or go; its number is the place in the sequence."""

    class Kind(models.TextChoices):
        CREATED = "created", _("created")
        CHANGED = "changed", _("changed")
        WITHDRAWN = "withdrawn", _("withdrawn")

    version = models.CharField(_("data version"), max_length=30, help_text=_("Of the record with this change in it."))
    at = models.DateTimeField(_("when"), db_index=True, help_text=_("When the public saw it first (UTC)."))
    noun = models.CharField(_("kind of record"), max_length=20, choices=Noun)
    key = models.CharField(_("key"), max_length=90, help_text=_("Of a statement: its meeting, # and its number."))
    kind = models.CharField(_("what happened"), max_length=10, choices=Kind)
    fields = models.JSONField(
        _("fields"), default=list, help_text=_("Which fields changed, by their names in the API.")
    )

    objects = ChangeQuerySet.as_manager()

    class Meta:
        ordering = ["pk"]
        verbose_name = _("change")
        verbose_name_plural = _("changes")
        indexes = [models.Index(fields=["noun", "key", "at"], name="changes_of_a_record")]

    def __str__(self):
        return f"{self.noun} {self.key} {self.kind}"


class SeenRecord(models.Model):
    """A record as the public sees it now: what the next change is compared with."""

    noun = models.CharField(_("kind of record"), max_length=20, choices=Noun)
    key = models.CharField(_("key"), max_length=90)
    meeting = models.CharField(_("meeting"), max_length=80, db_index=True, help_text=_("To which it belongs, by key."))
    digests = models.JSONField(_("digests"), help_text=_("The digest of each field."))
    names = models.JSONField(_("names"), help_text=_("Other records that it names: pairs of kind and key."))

    class Meta:
        verbose_name = _("seen record")
        verbose_name_plural = _("seen records")
        constraints = [models.UniqueConstraint(name="record_is_seen_once", fields=["noun", "key"])]

    def __str__(self):
        return f"{self.noun} {self.key}"


class FormerKey(models.Model):
    """A key that was public and is no more: renamed, or withdrawn for a reason."""

    class Kind(models.TextChoices):
        RENAMED = "renamed", _("renamed")
        WITHDRAWN = "withdrawn", _("withdrawn")

    noun = models.CharField(
        _("kind of record"), max_length=20, choices=[choice for choice in Noun.choices if choice[0] != Noun.STATEMENT]
    )
    key = models.SlugField(_("former key"), max_length=80, help_text=_("As it stood in the address."))
    kind = models.CharField(
        _("what happened"),
        max_length=10,
        choices=Kind,
        help_text=_("Renamed: readers are led on. Withdrawn: told why."),
    )
    successor = models.SlugField(
        _("successor"), max_length=80, blank=True, help_text=_("The key of the record that stands for it now, if any.")
    )
    reason = translated(
        models.TextField(_("reason"), blank=True, help_text=_("Why it was withdrawn, as readers are told.")),
        required=(),
    )

    objects = FormerKeyQuerySet.as_manager()

    class Meta:
        ordering = ["noun", "key"]
        verbose_name = _("former key")
        verbose_name_plural = _("former keys")
        constraints = [
            models.UniqueConstraint(
                name="key_was_given_up_once",
                fields=["noun", "key"],
                violation_error_message=_("This key is listed already."),
            ),
            models.CheckConstraint(
                name="renamed_key_has_a_successor",
                condition=~Q(kind="renamed", successor=""),
                violation_error_message=_("Say which key it has now."),
            ),
            models.CheckConstraint(
                name="key_does_not_succeed_itself",
                condition=~Q(successor=F("key")),
                violation_error_message=_("A key cannot succeed itself."),
            ),
        ]

    def __str__(self):
        return f"{self.noun} {self.key}"
