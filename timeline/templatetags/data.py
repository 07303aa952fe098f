"""What the pages about releases need beside the other tags."""

from django import template
from django.utils.formats import number_format

register = template.Library()


@register.filter
def signed(number):
    """A difference with its sign: "+1,200", "−3"."""
    return f"{'+' if number > 0 else '−'}{number_format(abs(number), use_l10n=True, force_grouping=True)}"
