"""Addresses of the record's pages; keys never change and are never reused."""

from django.urls import path

from . import views
from .api.views.pages import ProblemKinds

app_name = "timeline"
urlpatterns = [
    path("", views.MeetingList.as_view(), name="home"),
    path("meetings/", views.MeetingList.as_view(), name="meeting-list"),
    path("meetings/<int:year>/", views.MeetingList.as_view(), name="meeting-year"),
    path("meetings/<slug:key>/", views.MeetingDetail.as_view(), name="meeting-detail"),
    path("formats/", views.FormatList.as_view(), name="format-list"),
    path("formats/<slug:key>/", views.FormatDetail.as_view(), name="format-detail"),
    path("issues/", views.IssueList.as_view(), name="issue-list"),
    path("issues/<slug:key>/", views.IssueDetail.as_view(), name="issue-detail"),
    path("participants/", views.ParticipantList.as_view(), name="participant-list"),
    path("participants/<slug:key>/", views.ParticipantDetail.as_view(), name="participant-detail"),
    path("places/", views.PlaceList.as_view(), name="place-list"),
    path("places/<slug:key>/", views.PlaceDetail.as_view(), name="place-detail"),
    path("offices/", views.OfficeList.as_view(), name="office-list"),
    path("offices/<slug:key>/", views.OfficeDetail.as_view(), name="office-detail"),
    path("sources/", views.SourceList.as_view(), name="source-list"),
    path("sources/<slug:key>/", views.SourceDetail.as_view(), name="source-detail"),
    path("statements/", views.StatementList.as_view(), name="statement-list"),
    path("about/", views.About.as_view(), name="about"),
    path("about/api/errors/", ProblemKinds.as_view(), name="about-api-errors"),
    path("about/licence/", views.Licence.as_view(), name="about-licence"),
]
