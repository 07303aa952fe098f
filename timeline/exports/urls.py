"""Addresses of files: no language in the path, the suffix names the format."""

from django.urls import re_path

from . import views
from .nouns import NOUNS

app_name = "files"

LIST = f"(?P<noun>{'|'.join(NOUNS)})"
RECORD = f"(?P<noun>{'|'.join(noun for noun in NOUNS if noun != 'statements')})"  # those stand under their meeting
SUFFIX = r"(?P<suffix>[a-z][a-z.]*)"

urlpatterns = [
    re_path(rf"^{LIST}\.schema\.json/?$", views.schema_of_table, name="schema"),
    re_path(rf"^{LIST}\.{SUFFIX}/?$", views.file_of_list, name="list"),
    re_path(
        rf"^statements/(?P<meeting>[-\w]+)/(?P<number>[0-9]{{1,5}})\.{SUFFIX}/?$",
        views.file_of_statement,
        name="statement",
    ),
    re_path(rf"^{RECORD}/(?P<key>[-\w]+)\.{SUFFIX}/?$", views.file_of_record, name="record"),
]
