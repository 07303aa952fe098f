"""Addresses of the record's pages; keys never change and are never reused."""

from django.urls import path, re_path

from . import views
from .api.views.pages import ProblemKinds
from .changes.files import page_or_file
from .citations.views import CiteList, CiteStatement
from .exports.negotiation import list_or_file, list_or_json, record_or_file, record_or_json, year_or_file
from .exports.pages import DataDictionary
from .exports.views import to_file
from .releases.shelf import NUMBER
from .releases.views import ReleaseDetail, ReleaseList, newest_release

app_name = "timeline"
urlpatterns = [
    path("", list_or_file("meetings", views.MeetingList.as_view()), name="home"),
    path("meetings/", list_or_file("meetings", views.MeetingList.as_view()), name="meeting-list"),
    path("meetings/<int:year>/", year_or_file(views.MeetingList.as_view()), name="meeting-year"),
    path("meetings/<slug:key>/", record_or_file("meetings", views.MeetingDetail.as_view()), name="meeting-detail"),
    path("meetings/<slug:key>/card/", views.MeetingCard.as_view(), name="meeting-card"),
    path("meetings/<slug:key>/history/", views.MeetingHistory.as_view(), name="meeting-history"),
    path("embed/meetings/", views.EmbeddedMeetings.as_view(), name="embed-meetings"),
    path("embed/meetings/<slug:key>/", views.EmbeddedMeeting.as_view(), name="embed-meeting"),
    path("preview/<str:token>/", views.MeetingPreview.as_view(), name="meeting-preview"),
    path("formats/", list_or_json("formats", views.FormatList.as_view()), name="format-list"),
    path("formats/<slug:key>/", record_or_json("formats", views.FormatDetail.as_view()), name="format-detail"),
    path("issues/", list_or_json("issues", views.IssueList.as_view()), name="issue-list"),
    path("issues/<slug:key>/", record_or_json("issues", views.IssueDetail.as_view()), name="issue-detail"),
    path("participants/", list_or_file("participants", views.ParticipantList.as_view()), name="participant-list"),
    path(
        "participants/<slug:key>/",
        record_or_file("participants", views.ParticipantDetail.as_view()),
        name="participant-detail",
    ),
    path("places/", list_or_json("places", views.PlaceList.as_view()), name="place-list"),
    path("places/<slug:key>/", record_or_json("places", views.PlaceDetail.as_view()), name="place-detail"),
    path("offices/", list_or_json("offices", views.OfficeList.as_view()), name="office-list"),
    path("offices/<slug:key>/", record_or_json("offices", views.OfficeDetail.as_view()), name="office-detail"),
    path("sources/", list_or_file("sources", views.SourceList.as_view()), name="source-list"),
    path("sources/<slug:key>/", record_or_file("sources", views.SourceDetail.as_view()), name="source-detail"),
    path("statements/", list_or_file("statements", views.StatementList.as_view()), name="statement-list"),
    path("changes/", page_or_file(views.ChangeList.as_view()), name="change-list"),
    path("data/", ReleaseList.as_view(), name="release-list"),
    path("data/latest/", newest_release, name="release-newest"),
    re_path(rf"^data/(?P<number>{NUMBER})/$", ReleaseDetail.as_view(), name="release-detail"),
    path("search/", views.Search.as_view(), name="search"),
    path("search/suggest/", views.suggest, name="search-suggest"),
    path("opensearch.xml", views.opensearch, name="opensearch"),
    path("about/", views.About.as_view(), name="about"),
    path("about/api/", views.AboutApi.as_view(), name="about-api"),
    path("about/api/errors/", ProblemKinds.as_view(), name="about-api-errors"),
    path("about/data-dictionary/", DataDictionary.as_view(), name="data-dictionary"),
    path("cite/statements/<slug:meeting>/<int:number>/", CiteStatement.as_view(), name="cite-statement"),
    re_path(r"^cite/(?P<noun>meetings|statements|participants|sources)/$", CiteList.as_view(), name="cite-list"),
    path("about/components/", views.Components.as_view(), name="components"),
    path("about/licence/", views.Licence.as_view(), name="about-licence"),
    re_path(
        r"^(?P<noun>meetings|statements|participants|sources|changes)(?P<rest>(?:/[-\w]+)*\.[a-z][a-z.]*)/?$", to_file
    ),
]
