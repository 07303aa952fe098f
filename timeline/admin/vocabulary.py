"""Lists that editors grow: formats, issues, places, official counts."""

from zoneinfo import available_timezones

from django.contrib import admin
from django.core.exceptions import ValidationError
from django.db.models import Exists, OuterRef, Q
from django.utils.translation import gettext_lazy as _

from ..models import Format, Issue, Meeting, Place, Series, Statement
from .base import KeyedAdmin, in_three
from .forms import KeyedForm
from .merging import MergingAdmin


@admin.register(Format)
class FormatAdmin(KeyedAdmin):
    """Kinds of meeting."""

    list_display = ("short_name_en", "name_en", "name_ru", "name_ja", "rank", "order")
    list_filter = ("rank",)
    search_fields = ("key", *in_three("name", "short_name"), "aliases")
    ordering = ("order", "key")
    prepopulated_fields = {"key": ("short_name_en",)}
    fieldsets = (
        (None, {"fields": (*in_three("name", "short_name"), ("rank", "order"), "aliases", "key")}),
        (_("Description"), {"fields": in_three("description")}),
    )

    def meetings_showing(self, obj):
        return obj.meetings.all()


class IssueForm(KeyedForm):
    """An issue, which is no part of one of its own parts."""

    blamed = {"issue_is_no_part_of_itself": "parent"}

    def clean_parent(self):
        wider = parent = self.cleaned_data["parent"]
        passed = set()
        while wider and wider.pk not in passed:
            if wider.pk == self.instance.pk:
                raise ValidationError(_("An issue cannot be part of itself, nor of one of its own parts."))
            passed.add(wider.pk)
            wider = wider.parent
        return parent


@admin.register(Issue)
class IssueAdmin(KeyedAdmin):
    """Subjects that the sides talk about."""

    form = IssueForm
    list_display = ("name_en", "name_ru", "name_ja", "parent", "order")
    list_filter = (("parent", admin.RelatedOnlyFieldListFilter),)
    list_select_related = ("parent",)
    search_fields = ("key", *in_three("name"))
    ordering = ("order", "key")
    autocomplete_fields = ("parent",)
    prepopulated_fields = {"key": ("name_en",)}
    fieldsets = (
        (None, {"fields": (*in_three("name"), ("parent", "order"), "key")}),
        (_("Description"), {"fields": in_three("description")}),
    )

    def meetings_showing(self, obj):
        said = Statement.issues.through.objects.filter(issue=obj, statement__meeting=OuterRef("pk"))
        tagged = Meeting.issues.through.objects.filter(issue=obj, meeting=OuterRef("pk"))
        return Meeting.objects.filter(Q(Exists(tagged)) | Q(Exists(said)))


class PlaceForm(KeyedForm):
    """A city with a time zone that exists."""

    def clean_time_zone(self):
        zone = self.cleaned_data["time_zone"]
        if zone not in available_timezones():
            raise ValidationError(_("No such time zone: write its IANA name, such as Asia/Tokyo."))
        return zone


@admin.register(Place)
class PlaceAdmin(MergingAdmin, KeyedAdmin):
    """Cities where meetings were held."""

    form = PlaceForm
    list_display = ("name_en", "name_ru", "name_ja", "country", "time_zone")
    list_filter = ("country",)
    search_fields = ("key", *in_three("name"), "aliases", "country")
    prepopulated_fields = {"key": ("name_en",)}
    fieldsets = (
        (None, {"fields": (*in_three("name"), "country", ("latitude", "longitude", "time_zone"), "aliases", "key")}),
        (_("Note"), {"fields": ("note",)}),
    )

    def meetings_showing(self, obj):
        return obj.meetings.all()


@admin.register(Series)
class SeriesAdmin(KeyedAdmin):
    """Official counts."""

    list_display = ("name_en", "counter", "counted_by", "key")
    list_filter = ("counter",)
    search_fields = ("key", *in_three("name"), "counted_by")
    prepopulated_fields = {"key": ("name_en",)}
    fieldsets = ((None, {"fields": (*in_three("name"), ("counter", "counted_by"), "scope", "key")}),)

    def meetings_showing(self, obj):
        return Meeting.objects.filter(pk__in=obj.numbers.values("meeting"))
