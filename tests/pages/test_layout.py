"""The frame of every page: languages, sections, search, addresses, landmarks."""

import re
from html import unescape

import pytest
from django.http import Http404
from django.test import RequestFactory

from diplomacy import errors
from tests.factories import make_meeting

pytestmark = pytest.mark.django_db


def html_of(client, address, status=200):
    response = client.get(address)
    assert response.status_code == status
    return " ".join(unescape(response.content.decode()).split())


def language_links(html):
    switch = html.split('<nav class="langs"')[1].split("</nav>")[0]
    return {code: href for href, code in re.findall(r'href="([^"]+)" hreflang="(\w+)"', switch)}


def test_the_switch_of_languages_keeps_the_page_and_the_query(client):
    make_meeting(issues=["energy"])
    html = html_of(client, "/ru/meetings/2017/?issue=energy&sort=-date")

    assert language_links(html) == {
        "en": "/meetings/2017/?issue=energy&sort=-date",
        "ru": "/ru/meetings/2017/?issue=energy&sort=-date",
        "ja": "/ja/meetings/2017/?issue=energy&sort=-date",
    }


@pytest.mark.parametrize(("address", "language"), [("/", "en"), ("/ru/", "ru"), ("/ja/", "ja")])
def test_a_page_says_its_language_and_marks_it_in_the_switch(client, address, language):
    html = html_of(client, address)

    assert f'<html lang="{language}">' in html
    assert re.search(rf'lang="{language}" aria-current="true"', html.split('<nav class="langs"')[1])


def test_a_page_names_itself_in_every_language_to_search_engines(client):
    html = html_of(client, "/ja/meetings/?status=held")
    alternates = dict(re.findall(r'<link rel="alternate" hreflang="([^"]+)" href="([^"]+)">', html))

    assert alternates == {
        "en": "http://testserver/meetings/?status=held",
        "ru": "http://testserver/ru/meetings/?status=held",
        "ja": "http://testserver/ja/meetings/?status=held",
        "x-default": "http://testserver/meetings/?status=held",
    }


def test_spellings_of_one_query_have_one_canonical_address(client):
    make_meeting()
    html = html_of(client, "/meetings/?status=held&q=&confidence=high&page=1")

    assert '<link rel="canonical" href="http://testserver/meetings/?confidence=high&status=held">' in html


@pytest.mark.parametrize(("address", "current"), [("/", "Chronology"), ("/issues/", "Issues"), ("/about/", "About")])
def test_the_section_one_is_in_is_marked(client, address, current):
    nav = html_of(client, address).split('<nav class="main"')[1].split("</nav>")[0]

    assert re.findall(r'aria-current="page">([^<]+)<', nav) == [current]


def test_a_record_marks_its_section_as_around_the_page(client):
    make_meeting()
    nav = html_of(client, "/issues/peace-treaty/").split('<nav class="main"')[1].split("</nav>")[0]

    assert re.findall(r'aria-current="true">([^<]+)<', nav) == ["Issues"]


@pytest.mark.parametrize("prefix", ["", "/ru", "/ja"])
def test_no_link_of_the_frame_is_dead(client, prefix):
    make_meeting()
    html = html_of(client, f"{prefix}/")
    frame = html.split('<main id="main"')[0] + html.split("</main>")[1]
    addresses = {href for href in re.findall(r'<a [^>]*href="([^"]+)"', frame) if href.startswith("/")}

    assert len(addresses) > 10
    assert {address: client.get(address).status_code for address in addresses} == dict.fromkeys(addresses, 200)


def test_the_first_link_skips_to_the_content_and_the_landmarks_are_there(client):
    html = html_of(client, "/")
    body = html.split("<body>")[1]

    assert re.search(r"<a [^>]*>", body)[0] == '<a class="skip" href="#main">'
    assert '<main id="main"' in body
    assert 'role="search" action="/search/"' in body
    assert body.count("<h1>") == 1


def test_the_search_in_the_header_shows_what_was_searched(client):
    assert client.get('/meetings/?q="><b>x').content.decode().count('value="&quot;&gt;&lt;b&gt;x"') == 2


def test_a_page_sets_no_cookie_and_loads_nothing_from_elsewhere(client):
    response = client.get("/")
    html = response.content.decode()

    assert not response.cookies
    assert not re.findall(r'(?:src|rel="stylesheet" href)="(?!/static/)[^"]*"', html)


# Pages for what went wrong


def test_an_unknown_address_says_so_and_shows_ways_on(client):
    html = html_of(client, "/ru/nowhere/<b>/", status=404)

    assert "/ru/nowhere/<b>/" in html
    assert "<b>/" not in client.get("/ru/nowhere/<b>/").content.decode()
    assert 'action="/ru/meetings/"' in html
    assert 'href="/ru/participants/"' in html
    assert 'rel="canonical"' not in html


def test_an_unknown_key_offers_the_nearest_ones(client):
    make_meeting("2017-03-20-two-plus-two", title_en="Second 2+2")
    html = html_of(client, "/meetings/2017-03-20-two-plus/", status=404)

    assert '<a href="/meetings/2017-03-20-two-plus-two/">Second 2+2</a>' in html


def test_a_withdrawn_meeting_is_gone_and_its_words_with_it(client):
    make_meeting("2017-03-20-withdrawn", state="withdrawn", title_en="Taken back")
    html = html_of(client, "/meetings/2017-03-20-withdrawn/", status=410)

    assert "This record was withdrawn" in html
    assert "Taken back" not in html


def test_the_page_for_our_own_errors_asks_nothing_of_the_site(django_assert_num_queries):
    request = RequestFactory().get("/meetings/")
    request.id = "abc-123"
    with django_assert_num_queries(0):
        response = errors.server_error(request)

    assert response.status_code == 500
    assert "abc-123" in response.content.decode()


def test_a_missing_page_without_a_matching_address_is_drawn_too():
    response = errors.not_found(RequestFactory().get("/x"), Http404())

    assert response.status_code == 404


def test_a_request_for_another_host_gets_the_page_for_bad_requests(client, settings):
    settings.DEBUG = False
    response = client.get("/", headers={"host": "elsewhere.example"})

    assert response.status_code == 400
    assert "This request cannot be answered" in response.content.decode()
