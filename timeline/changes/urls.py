"""Addresses of the list of changes as a file; no language in the path."""

from django.urls import path

from . import files

app_name = "changes"
urlpatterns = [
    path("changes.json", files.in_json, name="json"),
    path("changes.atom", files.in_atom, name="atom"),
]
