"""What every screen of the editors has in common."""

from django.contrib import admin
from django.contrib.admin.widgets import RelatedFieldWidgetWrapper
from django.db import models
from translated_fields.admin import TranslatedFieldAdmin

from .. import search
from ..changes import record_changed
from ..models import Meeting
from .fields import ChosenField, ChosenListField, LinesField
from .folding import any_holds, holds_every_word
from .forms import KeyedForm, RecordForm
from .widgets import Chooser, LineTextarea, ListChooser

LANGUAGES = ("en", "ru", "ja")


def in_three(*names):
    """The columns of translated fields: ``title_en``, ``title_ru``, ``title_ja`` …"""
    return tuple(f"{name}_{language}" for name in names for language in LANGUAGES)


class RecordFields:
    """How fields of the record become form fields, on screens and in their rows alike."""

    formfield_overrides = {
        models.TextField: {"widget": LineTextarea(attrs={"rows": 4})},
        models.JSONField: {"form_class": LinesField},
        models.URLField: {"assume_scheme": "https"},
    }

    def formfield_for_foreignkey(self, db_field, request, **kwargs):
        if db_field.name in self.get_autocomplete_fields(request):
            kwargs |= {"widget": Chooser(db_field, self.admin_site), "form_class": ChosenField}
        return super().formfield_for_foreignkey(db_field, request, **kwargs)

    def formfield_for_manytomany(self, db_field, request, **kwargs):
        if db_field.name in self.get_autocomplete_fields(request):
            kwargs |= {"widget": ListChooser(db_field, self.admin_site), "form_class": ChosenListField}
        return super().formfield_for_manytomany(db_field, request, **kwargs)


class RecordInline(RecordFields):
    """Rows of a meeting or of a person; combine with Django's tabular or stacked inline."""

    form = RecordForm
    extra = 0
    view_on_site = False

    def formfield_for_dbfield(self, db_field, request, **kwargs):
        """Rows offer to add what is missing; what is there is changed on its own screen."""
        field = super().formfield_for_dbfield(db_field, request, **kwargs)
        if field and isinstance(field.widget, RelatedFieldWidgetWrapper):
            field.widget.can_change_related = field.widget.can_view_related = field.widget.can_delete_related = False
        return field


class RecordAdmin(RecordFields, TranslatedFieldAdmin, admin.ModelAdmin):
    """A screen for one kind of record.

    ``search_fields`` are columns, searched in any script and case. ``public(record)`` says whether readers see it,
    ``meetings_showing(record)`` which meetings' own pages do.
    """

    form = RecordForm
    save_on_top = True
    list_per_page = 50

    class Media:
        css = {"all": ["css/admin.css"]}

    def get_search_results(self, request, queryset, search_term):
        return queryset.filter(holds_every_word(search_term, self.holds)), False

    def holds(self, word):
        """A ``Q`` for the records in which the folded ``word`` occurs."""
        return any_holds(self.search_fields, word)

    def view_on_site(self, obj):
        return obj.get_absolute_url() if hasattr(obj, "get_absolute_url") and self.public(obj) else None

    def public(self, obj):
        """Whether readers see this record."""
        everything = type(obj).objects
        visible = everything.public() if hasattr(everything, "public") else everything.all()
        return visible.filter(pk=obj.pk).exists()

    def meetings_showing(self, obj):
        """The meetings whose own page shows this record."""
        return Meeting.objects.none()

    def save_related(self, request, form, formsets, change):
        super().save_related(request, form, formsets, change)
        self.complete(form.instance)
        changed = form.has_changed() or any(rows_changed(formset) for formset in formsets)
        if changed and self.public(form.instance):
            record_changed(self.meetings_showing(form.instance).published(), others=[form.instance])
        elif changed:
            search.index_mentions(form.instance)

    def complete(self, obj):
        """What follows from a saved record, before readers are told of it."""

    def get_deleted_objects(self, objs, request):
        """What stands in the way is told before what the editor may not delete."""
        deleted, counts, lacking, protected = super().get_deleted_objects(objs, request)
        return deleted, counts, set() if protected else lacking, protected

    def delete_model(self, request, obj):
        self._delete([obj], lambda: super(RecordAdmin, self).delete_model(request, obj))

    def delete_queryset(self, request, queryset):
        self._delete(list(queryset), lambda: super(RecordAdmin, self).delete_queryset(request, queryset))

    def _delete(self, records, delete):
        public = [record for record in records if self.public(record)]
        shown = {
            pk for record in public for pk in self.meetings_showing(record).published().values_list("pk", flat=True)
        }
        delete()
        if public:
            record_changed(Meeting.objects.filter(pk__in=shown), gone=public)


class KeyedAdmin(RecordAdmin):
    """A screen for records with a key, which stays what it was once saved."""

    form = KeyedForm

    def get_readonly_fields(self, request, obj=None):
        fixed = ["key"] if obj and self.key_is_fixed(obj) else []
        return [*super().get_readonly_fields(request, obj), *fixed]

    def get_prepopulated_fields(self, request, obj=None):
        return {} if obj else super().get_prepopulated_fields(request, obj)

    def key_is_fixed(self, obj):
        """Whether the key may no longer change."""
        return True


def rows_changed(formset):
    """Whether saving this formset wrote anything."""
    return bool(formset.new_objects or formset.changed_objects or formset.deleted_objects)
