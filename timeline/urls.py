"""Addresses of the record's pages; keys never change and are never reused."""

from django.urls import path, re_path

from . import views
from .api.views.pages import ProblemKinds
from .citations.views import CiteList, CiteStatement
from .exports.negotiation import list_or_file, record_or_file
from .exports.pages import DataDictionary
from .exports.views import to_file

app_name = "timeline"
urlpatterns = [
    path("", views.MeetingList.as_view(), name="home"),
    path("meetings/", list_or_file("meetings", views.MeetingList.as_view()), name="meeting-list"),
    path("meetings/<int:year>/", views.MeetingList.as_view(), name="meeting-year"),
    path("meetings/<slug:key>/", record_or_file("meetings", views.MeetingDetail.as_view()), name="meeting-detail"),
    path("meetings/<slug:key>/card/", views.MeetingCard.as_view(), name="meeting-card"),
    path("formats/", views.FormatList.as_view(), name="format-list"),
    path("formats/<slug:key>/", views.FormatDetail.as_view(), name="format-detail"),
    path("issues/", views.IssueList.as_view(), name="issue-list"),
    path("issues/<slug:key>/", views.IssueDetail.as_view(), name="issue-detail"),
    path("participants/", list_or_file("participants", views.ParticipantList.as_view()), name="participant-list"),
    path(
        "participants/<slug:key>/",
        record_or_file("participants", views.ParticipantDetail.as_view()),
        name="participant-detail",
    ),
    path("places/", views.PlaceList.as_view(), name="place-list"),
    path("places/<slug:key>/", views.PlaceDetail.as_view(), name="place-detail"),
    path("offices/", views.OfficeList.as_view(), name="office-list"),
    path("offices/<slug:key>/", views.OfficeDetail.as_view(), name="office-detail"),
    path("sources/", list_or_file("sources", views.SourceList.as_view()), name="source-list"),
    path("sources/<slug:key>/", record_or_file("sources", views.SourceDetail.as_view()), name="source-detail"),
    path("statements/", list_or_file("statements", views.StatementList.as_view()), name="statement-list"),
    path("changes/", views.ChangeList.as_view(), name="change-list"),
    path("search/", views.Search.as_view(), name="search"),
    path("search/suggest/", views.suggest, name="search-suggest"),
    path("opensearch.xml", views.opensearch, name="opensearch"),
    path("about/", views.About.as_view(), name="about"),
    path("about/api/errors/", ProblemKinds.as_view(), name="about-api-errors"),
    path("about/data-dictionary/", DataDictionary.as_view(), name="data-dictionary"),
    path("cite/statements/<slug:meeting>/<int:number>/", CiteStatement.as_view(), name="cite-statement"),
    re_path(r"^cite/(?P<noun>meetings|statements|participants|sources)/$", CiteList.as_view(), name="cite-list"),
    path("about/components/", views.Components.as_view(), name="components"),
    path("about/licence/", views.Licence.as_view(), name="about-licence"),
    re_path(r"^(?P<noun>meetings|statements|participants|sources)(?P<rest>(?:/[-\w]+)*\.[a-z][a-z.]*)/?$", to_file),
]
