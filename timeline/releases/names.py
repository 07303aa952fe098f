"""What the files of a release are called, and what they say of themselves."""

TITLE = "Russia–Japan Meetings"
DESCRIPTION = (
    "The sourced record of diplomatic meetings between Russia and Japan from 2013 to 2019: who met whom, when and "
    "where, in which format and office, which issues came up, what each side said, which meeting led to which, and "
    "which source says so."
)
YEARS = "2013/2019"
LICENCE = "CC-BY-4.0"
LICENCE_TITLE = "Creative Commons Attribution 4.0 International"
LICENCE_URL = "https://creativecommons.org/licenses/by/4.0/"

STEM = "russia-japan-meetings"
DATABASE = f"{STEM}.sqlite"
ARCHIVE = f"{STEM}.zip"
PACKAGE = "datapackage.json"
CODEBOOK, CODEBOOK_TABLE = "codebook.md", "codebook.csv"
DATASETTE = "datasette.json"
README, LICENCE_FILE = "README.md", "LICENSE"
MANIFEST, SUMS = "manifest.json", "SHA256SUMS"

MEDIA_TYPES = {
    "csv": "text/csv; charset=utf-8; header=present",
    "ndjson": "application/x-ndjson; charset=utf-8",
    "sqlite": "application/vnd.sqlite3",
    "zip": "application/zip",
    "json": "application/json",
    "md": "text/markdown; charset=utf-8",
    "": "text/plain; charset=utf-8",
}


def media_type(name):
    """The ``Content-Type`` of the file of that name."""
    return MEDIA_TYPES[name.partition(".")[2]]


def archived(name):
    """Whether the archive holds the file of that name: the data package is what it holds, and nothing a second time."""
    return name.endswith(".csv") or name in (PACKAGE, CODEBOOK, README, LICENCE_FILE)
