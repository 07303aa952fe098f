"""Names of countries, as the Unicode Common Locale Data Repository gives them (https://cldr.unicode.org)."""

from functools import lru_cache

from babel import Locale
from django.utils.translation import get_language

_AS_WRITTEN = {("ru", "US"): "США"}  # where the repository has a form that a newspaper would not print


def country_name(code):
    """The name of a country (ISO 3166-1 alpha-2) in the active language, or the code if there is none."""
    language = get_language() or "en"
    return _AS_WRITTEN.get((language, code)) or _territories(language).get(code, code)


@lru_cache
def _territories(language):
    return Locale.parse(language).territories
