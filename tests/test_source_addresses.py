"""Spellings of one address are one address; pages that differ stay apart."""

import pytest

from tests.factories import make_source
from timeline.models import Source
from timeline.source_addresses import host_of, plain_address, plain_addresses

PAGE = "https://www.mid.ru/ru/talks/2017"
SPELLINGS = [
    "http://mid.ru/ru/talks/2017/",
    "HTTPS://WWW.MID.RU/ru/talks/2017",
    "mid.ru/ru/talks/2017",
    "https://www.mid.ru:443/ru//talks/2017#top",
    "https://www.mid.ru/ru/talks/2017?utm_source=tw&utm_campaign=x&fbclid=1",
    " https://www.mid.ru/ru/talks/2017?yclid=7 ",
    "https://www.mid.ru/ru/t%61lks/2017",
]
OTHERS = [
    "https://www.mid.ru/en/talks/2017",
    "https://www.mid.ru/ru/Talks/2017",
    "https://tokyo.mid.ru/ru/talks/2017",
    "https://www.mid.ru/ru/talks/2017?page=2",
    "https://www.mid.ru/ru/talks/2017#!/second",
    "https://www.mid.ru:8080/ru/talks/2017",
]


@pytest.mark.parametrize("spelling", SPELLINGS)
def test_spellings_of_one_address_are_one(spelling):
    assert plain_address(spelling) == plain_address(PAGE)


@pytest.mark.parametrize("other", OTHERS)
def test_other_pages_stay_other_pages(other):
    assert plain_address(other) != plain_address(PAGE)


def test_the_order_of_parameters_and_the_letters_of_a_path_do_not_count():
    assert plain_address("https://a.jp/x?b=2&a=1") == plain_address("https://a.jp/x?a=1&b=2")
    assert plain_address("https://a.jp/会談") == plain_address("https://a.jp/%E4%BC%9A%E8%AB%87/")
    assert host_of("https://мид.рф/1") == host_of("https://xn--d1ahl.xn--p1ai/1")


def test_a_copy_in_the_internet_archive_is_the_page_that_it_copies():
    copy = "https://web.archive.org/web/20170321000000id_/http://mid.ru/ru/talks/2017/"

    assert plain_address(PAGE) in plain_addresses(copy)
    assert len(plain_addresses(copy)) == 2


@pytest.mark.parametrize("text", ["", "talks", "https://", "https://[", "https://a.jp:port/", "mailto:a@b"])
def test_what_is_no_address_is_none(text):
    assert plain_addresses(text) in (set(), {"talks"}, {"b"})


@pytest.mark.django_db
@pytest.mark.parametrize("address", [*SPELLINGS, f"https://web.archive.org/web/2017/{PAGE}"])
def test_a_recorded_source_is_found_by_any_spelling_of_its_address_or_copy(address, django_assert_max_num_queries):
    by_page = make_source("page", url=PAGE)
    by_copy = make_source("copy", url="https://example.org/other", archived_url=f"https://web.archive.org/web/1/{PAGE}")
    for at, other in enumerate(OTHERS):
        make_source(f"other-{at}", url=other)

    with django_assert_max_num_queries(3):
        assert set(Source.objects.recorded_at(address, "")) == {by_page, by_copy}
