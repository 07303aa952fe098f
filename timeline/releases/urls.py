"""Addresses of the files of releases; no language in the path."""

from django.urls import re_path

from . import serving
from .shelf import NUMBER

app_name = "releases"
urlpatterns = [
    re_path(r"^data/latest/(?P<name>[^/]+)/?$", serving.file_of_newest, name="newest-file"),
    re_path(rf"^data/(?P<number>{NUMBER})/(?P<name>[^/]+)/?$", serving.file_of_release, name="file"),
]
