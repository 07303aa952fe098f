"""People and bodies, and the posts that people held."""

from django import forms
from django.conf import settings
from django.contrib import admin
from django.db.models import Exists, OuterRef, Q
from django.utils.translation import gettext_lazy as _

from ..models import Attendance, Meeting, Office, Organisation, Participant, Statement, Tenure
from .base import PUBLISH, KeyedAdmin, RecordAdmin, RecordInline, in_three
from .date_fields import PeriodField, WrittenPeriods
from .forms import KeyedForm, RecordForm
from .formsets import RecordFormSet
from .merging import MergingAdmin
from .reasons import ReasonedForm

NAMES = ("key", *in_three("name"), "full_name_ru", "reading_ja", "aliases")


class TenureForm(WrittenPeriods, RecordForm):
    """Who held an office, from when to when."""

    periods = ("start", "end")

    class Meta:
        field_classes = {"start": PeriodField, "end": PeriodField}

    blamed = {
        "tenure_ends_on_or_after_its_start": "end",
        "tenure_start_is_the_first_of_its_period": "start",
        "tenure_end_is_the_first_of_its_period": "end",
        "verified_tenure_has_a_source": "source",
        "tenure_is_listed_once": "term",
    }


class LoneTenureForm(ReasonedForm, TenureForm):
    """A term on a screen of its own."""


class TenureInline(RecordInline, admin.StackedInline):
    """The terms of a person, or of an office."""

    model = Tenure
    form = TenureForm
    formset = RecordFormSet
    template = "admin/timeline/stacked_rows.html"
    autocomplete_fields = ("office", "participant")
    classes = ("admin-rows",)

    def get_queryset(self, request):
        return super().get_queryset(request).select_related("office", "participant")

    def get_fieldsets(self, request, obj=None):
        other = "participant" if isinstance(obj, Office) or self.parent_model is Office else "office"
        dates = ("start", "end")
        return [(None, {"fields": [(other, "term"), dates, ("source", "verified"), "note"]})]


class ParticipantForm(KeyedForm):
    """A person; the languages in which the name was seen are ticked."""

    names_seen = forms.MultipleChoiceField(
        label=Participant._meta.get_field("names_seen").verbose_name,
        help_text=Participant._meta.get_field("names_seen").help_text,
        choices=settings.LANGUAGES,
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )


@admin.register(Participant)
class ParticipantAdmin(MergingAdmin, KeyedAdmin):
    """People who met or spoke."""

    form = ParticipantForm
    list_display = ("name_en", "name_ru", "name_ja", "country", "kind")
    list_filter = ("country", "kind", ("wikidata", admin.EmptyFieldListFilter))
    search_fields = NAMES
    prepopulated_fields = {"key": ("name_en",)}
    inlines = (TenureInline,)
    fieldsets = (
        (None, {"fields": (*in_three("name"), ("country", "kind"), "key")}),
        (_("Other spellings"), {"fields": ("full_name_ru", "reading_ja", "aliases", "names_seen")}),
        (_("Wikidata and note"), {"classes": ("collapse",), "fields": (("wikidata", "wikidata_url"), "note")}),
    )

    def meetings_showing(self, obj):
        seats = Attendance.objects.filter(participant=obj, meeting=OuterRef("pk"))
        said = Statement.objects.filter(speaker=obj, meeting=OuterRef("pk"))
        return Meeting.objects.filter(Q(Exists(seats)) | Q(Exists(said)))


@admin.register(Organisation)
class OrganisationAdmin(MergingAdmin, KeyedAdmin):
    """Bodies to which statements are attributed."""

    list_display = ("name_en", "name_ru", "name_ja", "country", "type", "kind")
    list_filter = ("country", "type", "kind")
    search_fields = ("key", *in_three("name"))
    prepopulated_fields = {"key": ("name_en",)}
    fieldsets = ((None, {"fields": (*in_three("name"), ("country", "type", "kind"), "key")}),)

    def meetings_showing(self, obj):
        return Meeting.objects.filter(pk__in=obj.statements.values("meeting"))


@admin.register(Office)
class OfficeAdmin(KeyedAdmin):
    """Posts that people hold one after another."""

    list_display = ("title_en", "title_ru", "title_ja", "side", "order")
    list_filter = ("side",)
    search_fields = ("key", *in_three("title"))
    prepopulated_fields = {"key": ("title_en",)}
    inlines = (TenureInline,)
    fieldsets = ((None, {"fields": (*in_three("title"), ("side", "order"), "key")}),)


@admin.register(Tenure)
class TenureAdmin(RecordAdmin):
    """Who held which office when."""

    form = LoneTenureForm
    list_display = ("participant", "office", "start", "end", "verified")
    list_display_links = ("participant", "office")
    list_filter = ("verified", "office__side", "start_precision")
    list_select_related = ("participant", "office")
    search_fields = (
        *(f"participant__{name}" for name in NAMES),
        *(f"office__{name}" for name in ("key", *in_three("title"))),
    )
    date_hierarchy = "start"
    autocomplete_fields = ("office", "participant")
    fieldsets = (
        (
            None,
            {
                "fields": (
                    ("office", "participant", "term"),
                    ("start", "end"),
                    ("source", "verified"),
                    "note",
                )
            },
        ),
    )

    def get_readonly_fields(self, request, obj=None):
        """A term stays with its office and its holder; another pair is another term."""
        return ["office", "participant"] if obj else []

    def has_add_permission(self, request):
        """Whoever may not change public people adds terms of others on the person's screen."""
        return super().has_add_permission(request) and request.user.has_perm(PUBLISH)

    def told_by(self, obj):
        return [obj.participant, obj.office]

    def public(self, obj):
        return Tenure.objects.of_public_people().filter(pk=obj.pk).exists()
