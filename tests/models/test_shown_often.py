"""What a page asks of thousands of records has a short way of its own, and says what Django's long one would say."""

import pytest
from django.template.loader import render_to_string
from django.urls import get_script_prefix, reverse, set_script_prefix
from django.utils import translation

from timeline.links import page_of
from timeline.models import Source, Statement

LANGUAGES = pytest.mark.parametrize("language", ["en", "ru", "ja"])


@pytest.fixture
def prefix():
    before = get_script_prefix()
    yield set_script_prefix
    set_script_prefix(before)


@LANGUAGES
@pytest.mark.parametrize("under", ["/", "/history/"])
@pytest.mark.parametrize("noun", ["meeting", "format", "issue", "place", "participant", "office", "source"])
def test_a_page_is_where_the_addresses_of_the_site_have_it(prefix, noun, under, language):
    prefix(under)
    with translation.override(language):
        assert page_of(noun, "a-key") == reverse(f"timeline:{noun}-detail", args=["a-key"])


@LANGUAGES
@pytest.mark.parametrize("model", [Statement, Source])
@pytest.mark.parametrize("name", ["side", "kind"])
def test_a_choice_is_called_by_its_label(model, name, language):
    with translation.override(language):
        for value, label in model._meta.get_field(name).choices:
            shown = getattr(model(**{name: value}), f"get_{name}_display")()
            assert (type(shown), shown) == (str, str(label))


def test_a_value_that_is_no_choice_is_shown_as_it_is():
    assert Statement(kind="of old").get_kind_display() == "of old"


@LANGUAGES
def test_the_thousandth_source_of_a_page_is_numbered_as_html_wants_it(language):
    source = Source(
        key="a-source", publisher="P", title="T", language="en", url="https://example.org/", kind="news", side="third"
    )
    with translation.override(language):
        page = render_to_string("components/sources.html", {"notes": [(1000, source)]})

    assert 'value="1000"' in page
