"""Views of the database: the questions asked most often, with keys replaced by names."""

CHRONOLOGY = """\
SELECT
  meetings.key,
  meetings.dates_edtf AS date,
  formats.short_name_en AS format,
  meetings.title_en AS title,
  places.name_en AS place,
  places.country,
  meetings.status,
  meetings.confidence,
  (SELECT count(*) FROM statements WHERE statements.meeting_key = meetings.key) AS statements,
  (SELECT count(*) FROM meeting_sources WHERE meeting_sources.meeting_key = meetings.key) AS sources
FROM meetings
JOIN formats ON formats.key = meetings.format_key
LEFT JOIN places ON places.key = meetings.place_key
ORDER BY meetings.dates_start, meetings.key"""

SEATS = """\
SELECT
  meetings.key AS meeting_key,
  meetings.dates_edtf AS date,
  meetings.title_en AS meeting,
  meeting_participants.participant_key,
  participants.name_en AS participant,
  meeting_participants.side,
  meeting_participants.capacity_en AS capacity,
  meeting_participants.lead
FROM meeting_participants
JOIN meetings ON meetings.key = meeting_participants.meeting_key
JOIN participants ON participants.key = meeting_participants.participant_key
ORDER BY meetings.dates_start, meetings.key, meeting_participants.position"""

CLAIMS = """\
SELECT
  statements.key,
  meetings.dates_edtf AS date,
  meetings.title_en AS meeting,
  statements.side,
  coalesce(participants.name_en, organisations.name_en) AS voice,
  statements.kind,
  statements.text_en AS text,
  statements.phrase,
  issues.name_en AS issue,
  sources.publisher AS first_source,
  sources.source_url AS first_source_url
FROM statements
JOIN meetings ON meetings.key = statements.meeting_key
LEFT JOIN participants ON participants.key = statements.speaker_key
LEFT JOIN organisations ON organisations.key = statements.attributed_to_key
LEFT JOIN statement_issues ON statement_issues.statement_key = statements.key AND statement_issues.position = 1
LEFT JOIN issues ON issues.key = statement_issues.issue_key
LEFT JOIN statement_sources ON statement_sources.statement_key = statements.key AND statement_sources.position = 1
LEFT JOIN sources ON sources.key = statement_sources.source_key
ORDER BY meetings.dates_start, meetings.key, statements.number"""

VIEWS = {"chronology": CHRONOLOGY, "claims": CLAIMS, "seats": SEATS}
