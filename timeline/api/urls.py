"""Addresses of the API, version 1. Paths and keys stay; what changes gets another version."""

from django.urls import include, path

from .views import changes, counts, records, root

app_name = "api"

version_1 = [
    path("", root.Root.as_view(), name="root"),
    path("schema/", root.Schema.as_view(), name="schema"),
    path("schema.json", root.Schema.as_view(renderer_classes=root.IN_JSON), name="schema-json"),
    path("schema.yaml", root.Schema.as_view(renderer_classes=root.IN_YAML), name="schema-yaml"),
    path("docs/", root.Docs.as_view(), name="docs"),
    path("meetings/", records.MeetingList.as_view(), name="meetings"),
    path("meetings/counts/", counts.MeetingCounts.as_view(), name="meeting-counts"),
    path("meetings/<slug:key>/", records.MeetingRecord.as_view(), name="meeting"),
    path("statements/", records.StatementList.as_view(), name="statements"),
    path("statements/<slug:meeting>/<int:number>/", records.StatementRecord.as_view(), name="statement"),
    path("participants/", records.ParticipantList.as_view(), name="participants"),
    path("participants/<slug:key>/", records.ParticipantRecord.as_view(), name="participant"),
    path("organisations/", records.OrganisationList.as_view(), name="organisations"),
    path("organisations/<slug:key>/", records.OrganisationRecord.as_view(), name="organisation"),
    path("offices/", records.OfficeList.as_view(), name="offices"),
    path("offices/<slug:key>/", records.OfficeRecord.as_view(), name="office"),
    path("formats/", records.FormatList.as_view(), name="formats"),
    path("formats/<slug:key>/", records.FormatRecord.as_view(), name="format"),
    path("issues/", records.IssueList.as_view(), name="issues"),
    path("issues/<slug:key>/", records.IssueRecord.as_view(), name="issue"),
    path("places/", records.PlaceList.as_view(), name="places"),
    path("places/<slug:key>/", records.PlaceRecord.as_view(), name="place"),
    path("series/", records.SeriesList.as_view(), name="series"),
    path("series/<slug:key>/", records.SeriesRecord.as_view(), name="series-record"),
    path("sources/", records.SourceList.as_view(), name="sources"),
    path("sources/<slug:key>/", records.SourceRecord.as_view(), name="source"),
    path("changes/", changes.ChangeList.as_view(), name="changes"),
]

urlpatterns = [
    path("", root.current_version, name="current"),
    path("v1/", include(version_1)),
]
