"""What the results of a search need: which language a text is in, and what it is to the record."""

from django import template
from django.utils.html import format_html, format_html_join
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from ..found import corrected
from ..links import changed_query, query_text
from .timeline import IN_LANGUAGE, query_of

register = template.Library()


@register.filter
def is_foreign(language):
    """Whether a text in this language (BCP 47, or "") is in another than the page's."""
    return bool(language) and language != get_language()


@register.inclusion_tag("components/meant.html", takes_context=True)
def probably_meant(context, path):
    """The words of the query with a slip put right, as a link to the list at ``path``; nothing if they are right."""
    query = query_of(context)
    meant = corrected(query["q"]) if query.get("q") else None
    return {"meant": meant, "address": path + query_text(changed_query(query, {"q": meant}))}


@register.simple_tag
def marked(line):
    """A text (``search.Line``) in which what was searched for is marked."""
    marks = {True: "<mark>{}</mark>", False: "{}"}
    return format_html_join("", "{}", ((format_html(marks[piece.is_hit], piece.text),) for piece in line.pieces))


@register.simple_tag
def why(part):
    """What a text is to the record in which it was found: "statement by Sergey Lavrov", "name, in Russian".

    Nothing, if it is in the page's language and needs no word.
    """
    words = str(part.reason)
    if part.of and not part.is_name:
        words = _("%(what)s by %(who)s") % {"what": words, "who": part.of}
    elif part.of and str(part.of) != part.text:
        words = _("%(what)s %(who)s") % {"what": words, "who": part.of}
    if is_foreign(part.language) and part.language in IN_LANGUAGE:
        if not words:
            return IN_LANGUAGE[part.language]
        words = _("%(what)s, %(in_language)s") % {"what": words, "in_language": IN_LANGUAGE[part.language]}
    return words
