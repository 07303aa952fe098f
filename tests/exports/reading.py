"""How real clients read each format back: the keys of the meetings in it, in its order."""

import csv
import io
import json
import re

import feedparser
from icalendar import Calendar
from lxml import html


def body(response):
    """The whole answer as text; whatever fails while it is written, fails here."""
    assert response.status_code == 200, (response.status_code, response.content)
    parts = response.streaming_content if response.streaming else [response.content]
    return b"".join(parts).decode("utf-8")


def get(client, suffix, query=""):
    return body(client.get(f"/meetings.{suffix}{f'?{query}' if query else ''}"))


def key_in(address):
    """The key of a meeting in the address of its page."""
    return re.search(r"/meetings/([a-z0-9-]+)/", address)[1]


def in_html(client, query):
    """Every page of the list, three meetings at a time."""
    keys, number = [], 1
    while number:
        page = html.fromstring(body(client.get(f"/meetings/?{query}&page_size=3&page={number}")))
        keys += [key_in(link.get("href")) for link in page.cssselect(".entry h3 a")]
        number = number + 1 if page.cssselect(".pages a[rel=next]") else 0
    return keys


def in_frame(client, query):
    """The list as other sites show it."""
    page = html.fromstring(body(client.get(f"/embed/meetings/?{query}&page_size=500")))
    return [key_in(link.get("href")) for link in page.cssselect("ol .title a")]


def in_json(client, query):
    """Every page of the API's answer, three meetings at a time."""
    keys, number = [], 1
    while number:
        answer = json.loads(get(client, "json", f"{query}&page_size=3&page={number}"))
        keys += [row["key"] for row in answer["results"]]
        number = number + 1 if answer["next"] else 0
    return keys


def in_csv(client, query):
    return [row["key"] for row in csv.DictReader(io.StringIO(get(client, "csv", query), newline=""))]


def in_ndjson(client, query):
    return [json.loads(line)["key"] for line in get(client, "ndjson", query).splitlines()]


def in_ics(client, query):
    return [str(event["UID"]).partition("@")[0] for event in Calendar.from_ical(get(client, "ics", query)).events]


def in_atom(client, query):
    feed = feedparser.parse(get(client, "atom", query))
    assert not feed.bozo, feed.get("bozo_exception")
    return [key_in(entry.id) for entry in feed.entries]


def in_json_feed(client, query):
    return [key_in(item["id"]) for item in json.loads(get(client, "feed.json", query))["items"]]


def in_jsonld(client, query):
    return [one["item"]["identifier"] for one in json.loads(get(client, "jsonld", query))["itemListElement"]]


def in_geojson(client, query):
    return [feature["id"] for feature in json.loads(get(client, "geojson", query))["features"]]


def in_timeline(client, query):
    return [event["unique_id"] for event in json.loads(get(client, "timeline.json", query))["events"]]


def in_bibtex(client, query):
    return re.findall(r"^@\w+\{(.+),$", get(client, "bib", query), re.MULTILINE)


def in_ris(client, query):
    return re.findall(r"^ID  - (.+?)\r$", get(client, "ris", query), re.MULTILINE)


def in_csl(client, query):
    return [item["id"] for item in json.loads(get(client, "csl.json", query))]


IN_ORDER = [
    in_html, in_frame, in_json, in_csv, in_ndjson, in_ics, in_jsonld, in_geojson, in_timeline, in_bibtex, in_ris,
    in_csl,
]  # fmt: skip
NEWEST_CHANGE_FIRST = [in_atom, in_json_feed]
