"""Answers that the description of the API shows; a test holds them against the schema."""

MEETINGS = {}
UNKNOWN_PARAMETER = {
    "type": "https://example.org/about/api/errors/#unknown-parameter",
    "title": "Unknown parameter",
    "status": 400,
    "detail": "formt: This parameter is not known here. Did you mean “format”?",
    "instance": "/api/v1/meetings/?formt=summit",
    "errors": [
        {
            "param": "formt",
            "value": "summit",
            "code": "unknown_parameter",
            "message": "This parameter is not known here.",
            "did_you_mean": "format",
            "allowed": ["format", "from", "issue"],
        }
    ],
}
