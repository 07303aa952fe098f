"""Chromium for the tests in this directory, whose pages fail their test on what a reader's console would show."""

import os
import shutil
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import sync_playwright

NAMES = (
    "chromium-headless-shell",  # draws no window that nobody sees, in four fifths of the time
    "chromium",
    "chromium-browser",
    "google-chrome",
    "google-chrome-stable",
    "chrome",
)
ARGUMENTS = [
    "--headless=new",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-dev-shm-usage",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-domain-reliability",
    "--disable-sync",
    "--no-default-browser-check",
    "--no-first-run",
]


def pytest_collection_modifyitems(items):
    """Every test here is one for the browser."""
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker("browser")


@pytest.fixture(scope="package")
def browser():
    """Chromium, started once for all tests here; without one they are skipped."""
    executable = next(filter(None, map(shutil.which, filter(None, [os.environ.get("CHROMIUM"), *NAMES]))), None)
    if executable is None:
        pytest.skip("no Chromium found: name one in CHROMIUM=/path/to/chromium")
    with pytest.MonkeyPatch.context() as patch, sync_playwright() as playwright:
        # Playwright's loop runs in this thread, and Django would take every query of a test for one made in it.
        patch.setenv("DJANGO_ALLOW_ASYNC_UNSAFE", "true")
        chromium = playwright.chromium.launch(executable_path=executable, args=ARGUMENTS)
        yield chromium
        chromium.close()


@pytest.fixture
def new_page(browser, live_server):
    """Opens pages of the live server: ``new_page(viewport={"width": 390, "height": 844}, color_scheme="dark")``.

    Afterwards the test fails if any of them logged an error, broke the Content-Security-Policy, missed a file
    or asked another host for anything.
    """
    contexts, faults = [], []

    def open_page(**options):
        options = {"viewport": {"width": 1440, "height": 900}, "locale": "en-GB", "timezone_id": "UTC", **options}
        context = browser.new_context(base_url=live_server.url, **options)
        contexts.append(context)
        page = context.new_page()
        watch(page, live_server.url, faults)
        return page

    yield open_page
    for context in contexts:
        context.close()
    assert faults == []


@pytest.fixture
def page(new_page):
    """One page of the live server, as wide as a desk's screen."""
    return new_page()


def watch(page, home, faults):
    """Adds to ``faults`` whatever goes wrong on the page, now or later."""

    def logged(message):
        # Files that are missing are told by ``answered``; a page may be an error page on purpose.
        if message.type == "error" and not message.text.startswith("Failed to load resource"):
            faults.append(f"{page.url} logged: {message.text}")

    def asked(request):
        if urlsplit(request.url).scheme in {"http", "https", "ws", "wss"} and not request.url.startswith(f"{home}/"):
            faults.append(f"{page.url} asked another host: {request.url}")

    def answered(response):
        # A list that opens in place may be an error page on purpose, too.
        is_page = response.request.resource_type == "fetch" and "html" in response.headers.get("content-type", "")
        if response.status >= 400 and not is_page and not response.request.is_navigation_request():
            faults.append(f"{page.url} misses {response.url}: {response.status}")

    def failed(request):
        # Leaving a page aborts what it was still loading.
        if request.failure != "net::ERR_ABORTED":
            faults.append(f"{page.url} could not load {request.url}: {request.failure}")

    page.on("console", logged)
    page.on("pageerror", lambda error: faults.append(f"{page.url} raised: {error}"))
    page.on("request", asked)
    page.on("requestfailed", failed)
    page.on("response", answered)
