"""What every screen of the editors has in common."""

from django.contrib import admin
from django.contrib.admin.options import IS_POPUP_VAR
from django.contrib.admin.widgets import RelatedFieldWidgetWrapper
from django.db import models
from django.utils.translation import gettext_lazy as _
from translated_fields.admin import TranslatedFieldAdmin

from .. import search
from ..changes import record_changed
from ..editing import versions
from ..editing.document import document
from ..editing.pending import waiting_for
from ..models import Meeting
from ..models.vocabulary import Listed
from .export_pages import export_chosen
from .fields import ChosenField, ChosenListField, LinesField
from .folding import any_holds, holds_every_word
from .forms import KeyedForm, RecordForm
from .history import HistoryAdmin
from .overtaking import OvertakenAdmin, attempt_of
from .widgets import Chooser, LineTextarea, ListChooser

LANGUAGES = ("en", "ru", "ja")
PUBLISH = "timeline.publish_meeting"


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


class RecordAdmin(HistoryAdmin, OvertakenAdmin, RecordFields, TranslatedFieldAdmin, admin.ModelAdmin):
    """A screen for one kind of record.

    ``search_fields`` are columns, searched in any script and case. ``public(record)`` says whether readers see it:
    only Publishers change that, with a reason. ``meetings_showing(record)`` are the meetings whose own pages show it,
    ``told_by(record)`` the records with an address whose history tells of it.
    """

    form = RecordForm
    save_on_top = True
    list_per_page = 50

    class Media:
        css = {"all": ["css/admin.css", "css/admin-desk.css", "css/components/differences.css"]}

    def get_search_results(self, request, queryset, search_term):
        return queryset.filter(holds_every_word(search_term, self.holds)), False

    def get_actions(self, request):
        """Whatever is listed may be exported."""
        found = super().get_actions(request)
        return found if IS_POPUP_VAR in request.GET else {"export_chosen": self.get_action(export_chosen), **found}

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

    def told_by(self, obj):
        """The records whose versions tell of a change to this one."""
        return [obj]

    def has_change_permission(self, request, obj=None):
        """What readers see is changed by Publishers."""
        return super().has_change_permission(request, obj) and self.may_touch(request, obj)

    def has_delete_permission(self, request, obj=None):
        return super().has_delete_permission(request, obj) and self.may_touch(request, obj)

    def may_touch(self, request, obj):
        """Whether readers would see nothing of it, or the editor may decide what they see."""
        return obj is None or request.user.has_perm(PUBLISH) or not self.public(obj)

    def get_form(self, request, obj=None, change=False, **kwargs):
        form = super().get_form(request, obj, change=change, **kwargs)
        form.readers_see_it = bool(obj) and self.public(obj)
        form.notice = attempt_of(request).notice
        form.rows_changed = lambda form: self._rows_changed(request, form.instance)
        return form

    def _rows_changed(self, request, obj):
        formsets, _inlines = self._create_formsets(request, obj, change=True)
        return any(formset.has_changed() for formset in formsets)

    def get_fieldsets(self, request, obj=None):
        """Whoever changes a record is asked why."""
        asked = [(_("Why"), {"fields": ("reason",)})] if obj and self.has_change_permission(request, obj) else []
        return [*super().get_fieldsets(request, obj), *asked]

    def save_model(self, request, obj, form, change):
        if change:
            for record in self.told_by(obj):
                versions.begin(record)
        elif isinstance(obj, Listed):
            obj.waits = True
        super().save_model(request, obj, form, change)

    def save_related(self, request, form, formsets, change):
        super().save_related(request, form, formsets, change)
        self.complete(form.instance)
        attempt, reason = attempt_of(request), form.cleaned_data.get("reason", "")
        if attempt.silent:
            attempt.rows, attempt.reason = document(self.told_by(form.instance)[0]), reason
            return
        self.tell(request, form, formsets)
        for record in self.told_by(form.instance):
            versions.keep(record, request.user, versions.Deed.SAVED, reason)

    def tell(self, request, form, formsets):
        """Let readers and search know what was saved."""
        if form.has_changed() or any(rows_changed(formset) for formset in formsets):
            self.tell_of(form.instance)

    def tell_of(self, record):
        """Let readers know that the record changed; of what they do not see, search on the desk alone."""
        if self.public(record):
            record_changed(self.meetings_showing(record).published(), others=[record])
        else:
            search.index_mentions(record)

    def complete(self, obj):
        """What follows from a saved record, before readers are told of it."""

    def get_deleted_objects(self, objs, request):
        """What stands in the way is told before what the editor may not delete."""
        deleted, counts, lacking, protected = super().get_deleted_objects(objs, request)
        protected = [*protected, *(_("Pending change: %s") % change for one in objs for change in waiting_for(one))]
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
