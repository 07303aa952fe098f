"""GeoJSON (RFC 7946): one feature a meeting, longitude first; a meeting without a place has no geometry."""

from .text import json_document


def render(export):
    """The meetings of ``export`` as a feature collection, chunk by chunk."""
    chunks = ([_feature(export, meeting) for meeting in chunk] for chunk in export.chunks())
    return json_document({"type": "FeatureCollection"}, "features", chunks)


def _feature(export, meeting):
    return {
        "type": "Feature",
        "id": meeting.key,
        "geometry": _point(meeting.place),
        "properties": {
            "title": str(meeting.title),
            "date": meeting.edtf,
            "start": meeting.start.isoformat(),
            "end": meeting.end.isoformat(),
            "precision": meeting.precision,
            "status": meeting.status,
            "format": str(meeting.format.full_name),
            "rank": meeting.format.rank,
            "place": str(meeting.place) if meeting.place else None,
            "country": (meeting.place.country or None) if meeting.place else None,
            "issues": [str(issue) for issue in meeting.issues],
            "url": export.addresses.page("meetings", meeting.key),
        },
    }


def _point(place):
    if not place:
        return None
    return {"type": "Point", "coordinates": [float(place.longitude), float(place.latitude)]}
