"""Addresses of the record's pages; keys never change and are never reused."""

app_name = "timeline"
urlpatterns = []
