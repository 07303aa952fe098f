"""Files of a release as they are written: counted, hashed and flushed to the disk."""

import hashlib
import os
import zipfile
from dataclasses import dataclass

from .names import media_type

AT_ONCE = 1 << 20  # bytes
EARLIEST = (1980, 1, 1, 0, 0, 0)  # that the archive's format knows
UNIX, READABLE = 3, 0o100644 << 16


@dataclass(frozen=True)
class File:
    """A file of a release: its name, size in bytes, SHA-256 in hexadecimal; of a table, its name and number of rows."""

    name: str
    bytes: int
    sha256: str
    table: str = ""
    rows: int | None = None

    @property
    def media_type(self):
        """Its ``Content-Type``."""
        return media_type(self.name)


class Writer:
    """A new file to which text is written; ``file`` tells size and hash of what was, once it is closed."""

    def __init__(self, path):
        self._path = path
        self._out = path.open("xb")
        self._digest = hashlib.sha256()
        self._bytes = 0

    def write(self, text):
        """Append ``text`` in UTF-8."""
        data = text.encode()
        self._digest.update(data)
        self._bytes += len(data)
        self._out.write(data)

    def __enter__(self):
        return self

    def __exit__(self, *_error):
        self._out.flush()
        os.fsync(self._out.fileno())
        self._out.close()

    def file(self, **facts):
        """What became of it, with ``facts`` about its table."""
        return File(self._path.name, self._bytes, self._digest.hexdigest(), **facts)


def written(path, text):
    """Write a new file that holds ``text``; returns what became of it."""
    with Writer(path) as out:
        out.write(text)
    return out.file()


def finished(path):
    """Flush a file that somebody else wrote; returns what became of it."""
    with path.open("rb") as file:
        os.fsync(file.fileno())
    return file_at(path)


def file_at(path):
    """The ``File`` that lies there."""
    with path.open("rb") as file:
        digest = hashlib.file_digest(file, "sha256").hexdigest()
    return File(path.name, path.stat().st_size, digest)


def archive(path, names):
    """Put the files ``names``, beside ``path``, into a ZIP there; returns what became of it.

    They are stored as they are: what compression makes of them differs with the library that compresses.
    """
    with zipfile.ZipFile(path, "x", zipfile.ZIP_STORED) as archived:
        for name in names:
            info = zipfile.ZipInfo(name, EARLIEST)
            info.create_system, info.external_attr = UNIX, READABLE
            info.file_size = (path.parent / name).stat().st_size
            with (path.parent / name).open("rb") as file, archived.open(info, "w") as place:
                while data := file.read(AT_ONCE):
                    place.write(data)
    return finished(path)
