"""Titles in another language than the line in which they stand, which says so to screen readers and browsers."""

from django.utils.html import format_html


def told(text, language, line):
    """``text`` as HTML; with its ``language``, if that is not the one of the ``line``."""
    return text if language == line else format_html('<span lang="{}">{}</span>', language, text)
