"""The releases that lie in ``RELEASES_DIR``, read from their manifests; nothing else there is ever looked at."""

import json
import logging
import re
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from django.conf import settings

from diplomacy.release import Release as SiteRelease

from .files import File, file_at
from .names import MANIFEST, SUMS

NUMBER = r"[0-9]{4}\.[0-9]{2}\.[0-9]+"
NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9_.-]*")

log = logging.getLogger(__name__)


class Damaged(Exception):
    """A release on the shelf is not as it was made."""


@dataclass(frozen=True)
class Release:
    """A release: its number, where it lies, and the files that its manifest lists, by name."""

    number: str
    directory: Path
    files: dict

    @property
    def order(self):
        """What releases are sorted by: year, month, count of changes."""
        return tuple(int(part) for part in self.number.split("."))

    @property
    def bytes(self):
        """The size of all its files together."""
        return sum(file.bytes for file in self.files.values())

    @property
    def rows(self):
        """How many rows each table has, by its name."""
        return {file.table: file.rows for file in self.files.values() if file.table}

    def path(self, name):
        """Where the file of that name lies, ``None`` if the release has none; raises ``Damaged`` if it is not whole."""
        if name not in self.files:
            return None
        path = self.directory / name
        if not path.is_file() or path.stat().st_size != self.files[name].bytes:
            raise Damaged(f"{path} is missing, or not {self.files[name].bytes} bytes long")
        return path


def releases():
    """Every release, the newest first."""
    found = [_read(directory) for directory in _directories()]
    return sorted((release for release in found if release), key=lambda release: release.order, reverse=True)


def newest():
    """The newest release, or ``None``."""
    return next(iter(releases()), None)


def find(number):
    """The release of that number, or ``None``."""
    return next((release for release in releases() if release.number == number), None)


def stamp(site):
    """``site`` (the program that answers) and the shelf as one: changes when a release is put there."""
    there = sorted((directory.name, directory.stat().st_mtime) for directory in _directories())
    return SiteRelease(f"{site.digest} {there}", max([site.deployed_at, *(moment for _name, moment in there)]))


def _directories():
    """The directories that look like releases: an unfinished one begins with a dot, and has no number for a name."""
    shelf = Path(settings.RELEASES_DIR)
    if not shelf.is_dir():
        return []
    return [path for path in shelf.iterdir() if re.fullmatch(NUMBER, path.name) and (path / MANIFEST).is_file()]


def _read(directory):
    """The release in a directory; one whose manifest cannot be read is left out, and the log says so."""
    manifest = directory / MANIFEST
    try:
        return _read_once(directory, manifest.stat().st_mtime_ns)
    except (OSError, ValueError, KeyError, TypeError) as fault:
        log.error("The release in %s cannot be read: %s", directory, fault)
        return None


@lru_cache(maxsize=256)
def _read_once(directory, _changed):
    told = json.loads((directory / MANIFEST).read_bytes())
    if told["number"] != directory.name:
        raise ValueError(f"it says that it is {told['number']}")
    listed = [
        File(file["name"], file["bytes"], file["sha256"], file["table"] or "", file["rows"]) for file in told["files"]
    ]
    listed += [file_at(directory / name) for name in (MANIFEST, SUMS)]  # which no manifest could list
    if odd := [file.name for file in listed if not NAME.fullmatch(file.name)]:
        raise ValueError(f"it lists what is no name of a file: {odd[0]!r}")
    return Release(told["number"], directory, {file.name: file for file in listed})
