"""Keys that were given up: where readers are led, or what they are told."""

from django.contrib import admin
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from translated_fields.admin import TranslatedFieldAdmin

from ..changes import record_changed
from ..changes.states import MODELS
from ..models import FormerKey
from .base import in_three
from .forms import RecordForm


class FormerKeyForm(RecordForm):
    """A key that no public record has, and a successor that one has."""

    blamed = {"renamed_key_has_a_successor": "successor", "key_does_not_succeed_itself": "successor"}

    def clean(self):
        cleaned = super().clean()
        model = MODELS.get(cleaned.get("noun"))
        if model and self._public(model, cleaned.get("key")):
            self.add_error("key", ValidationError(_("A public record has this key.")))
        if model and cleaned.get("successor") and not self._public(model, cleaned["successor"]):
            self.add_error("successor", ValidationError(_("No public record of this kind has this key.")))
        return cleaned

    @staticmethod
    def _public(model, key):
        return model.objects.public().filter(key=key or "").exists()


@admin.register(FormerKey)
class FormerKeyAdmin(TranslatedFieldAdmin, admin.ModelAdmin):
    """Former keys."""

    form = FormerKeyForm
    list_display = ("key", "noun", "kind", "successor")
    list_filter = ("kind", "noun")
    search_fields = ("key", "successor", *in_three("reason"))
    fieldsets = ((None, {"fields": (("noun", "key"), ("kind", "successor"), *in_three("reason"))}),)

    def save_model(self, request, obj, form, change):
        super().save_model(request, obj, form, change)
        if form.has_changed():
            record_changed()

    def delete_model(self, request, obj):
        super().delete_model(request, obj)
        record_changed()

    def delete_queryset(self, request, queryset):
        super().delete_queryset(request, queryset)
        record_changed()
