"""A source as typed: its address compared with those recorded, what its host says proposed, its key too."""

from urllib.parse import urlsplit

from django.core.exceptions import ValidationError
from django.urls import reverse
from django.utils.html import format_html, format_html_join
from django.utils.text import slugify
from django.utils.translation import gettext as _

from ..models import Source
from .date_fields import DayField
from .forms import KeyedForm
from .labels import screen_of
from .source_proposals import FIELDS, proposals_for

ADDRESSES = ("url", "archived_url")


class SourceForm(KeyedForm):
    """A source; its key is proposed from the address (or the document) and the date.

    ``proposed`` are the ``Proposal`` that were taken for what was left empty.
    """

    blamed = {"source_has_an_address_or_a_document": "url", "source_kind_goes_with_its_side": "kind"}

    class Meta:
        field_classes = {"published": DayField}

    class Media:
        js = ("js/admin-asking.js", "js/admin-source.js")

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.proposed = []
        for name in FIELDS:
            if name in self.fields:
                self.fields[name].required = False
        if "url" in self.fields:
            asks = {"data-ask": reverse("admin:ask-address"), "data-source": self.instance.pk or ""}
            for name in ADDRESSES:
                self.fields[name].widget.attrs |= asks

    def clean(self):
        cleaned = super().clean()
        self._propose(cleaned)
        for name in ADDRESSES:
            if name in self.changed_data and cleaned.get(name):
                self._refuse_recorded(name, cleaned[name])
        return cleaned

    def _propose(self, cleaned):
        """Fill what was left empty from other sources of the host, or ask for it."""
        empty = [name for name in FIELDS if name in self.fields and not cleaned.get(name) and name not in self.errors]
        proposals = {proposal.field: proposal for proposal in proposals_for(cleaned.get("url") or "")} if empty else {}
        for name in empty:
            proposal = proposals.get(name)
            if proposal and proposal.value:
                cleaned[name] = proposal.value
                self.proposed.append(proposal)
            else:
                self.add_error(name, ValidationError(self.fields[name].error_messages["required"], code="required"))

    def _refuse_recorded(self, name, address):
        recorded = Source.objects.recorded_at(address).exclude(pk=self.instance.pk)
        if recorded:
            links = format_html_join("", "<li>{}</li>", ((self._recorded_link(source),) for source in recorded))
            told = format_html("{}<ul>{}</ul>", _("This address is recorded already:"), links)
            self.add_error(name, ValidationError(told, code="recorded"))

    def _recorded_link(self, source):
        """The recorded source as a link; in a window that chooses a source, with a button that chooses it."""
        link = format_html('<a href="{}" target="_blank" rel="noopener">{}</a>', screen_of(source), source)
        if "_popup" not in self.data:
            return link
        button = '{} <button type="submit" name="_recorded" value="{}">{}</button>'
        return format_html(button, link, source.pk, _("Choose this one"))

    def proposed_key(self):
        return source_key(*(self.cleaned_data.get(name) for name in ("url", "published", "document")))


def source_key(url, published=None, document=None):
    """The key that the host of an address, or else a document, and the day of publication propose; "" without both."""
    host = (urlsplit(url or "").hostname or "").removeprefix("www.")
    stem = slugify(host.replace(".", "-") or document or "")
    return f"{stem}-{published}" if stem and published else stem
