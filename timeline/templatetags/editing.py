"""What pages about versions need: names of records, and pieces of text that went or came."""

from django import template
from django.utils.html import format_html
from django.utils.translation import get_language, pgettext_lazy

register = template.Library()

WORDS = {
    "removed": ("del", pgettext_lazy("before a text that went", "removed:")),
    "added": ("ins", pgettext_lazy("before a text that came", "added:")),
}


@register.simple_tag
def called(name):
    """A ``Name`` with its ``lang``, as a link if it has an address."""
    text = name.text
    if name.language and name.language != get_language():
        text = format_html('<span lang="{}">{}</span>', name.language, text)
    return format_html('<a href="{}">{}</a>', name.address, text) if name.address else text


@register.simple_tag
def piece(one, form):
    """A ``Piece`` of a ``Line`` of that form: what went and came is marked, and said to those who do not see it."""
    content = one.content if form == "text" else called(one.content)
    if not one.mark:
        return content
    element, word = WORDS[one.mark]
    said = format_html('<span class="vh" lang="{}">{} </span>', get_language(), word)
    return format_html("<{}>{}{}</{}>", element, said, content, element)
