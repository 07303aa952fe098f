"""ZIP files, which workbooks are too: looked at before anything in them is unpacked."""

import zipfile
from zipfile import BadZipFile, ZipFile

from django.conf import settings
from django.utils.translation import gettext as _

from .refusal import RefusedError

MOST_FILES = 100
MOST_UNPACKED = 5  # times the size that an upload may have
MOST_RATIO = 100  # a spreadsheet packs ten to thirty times smaller, a bomb a thousand times
SMALL = 100_000  # bytes; what unpacks to less does no harm, however well it is packed
ENCRYPTED = 0x1
BROKEN = (BadZipFile, EOFError, NotImplementedError, OSError, RuntimeError, zipfile.LargeZipFile, zipfile.zlib.error)


def opened(stream):
    """The ``ZipFile`` of a binary file, none of whose members is too large or locked. Raises ``RefusedError``.

    Python unpacks of a member no more than the size that is declared for it, so that a false one does no harm.
    """
    try:
        archive = ZipFile(stream)
        members = archive.infolist()
    except BROKEN:
        raise RefusedError(_("This file is damaged, or no ZIP file though it begins like one.")) from None
    if len(members) > MOST_FILES:
        raise RefusedError(
            _("This file holds %(count)d files; at most %(most)d are read.")
            % {"count": len(members), "most": MOST_FILES}
        )
    if any(member.flag_bits & ENCRYPTED for member in members):
        raise RefusedError(_("This file is locked with a password: save it without one."))
    most = MOST_UNPACKED * settings.IMPORT_MAX_MEGABYTES * 1_000_000
    unpacked = sum(member.file_size for member in members)
    if unpacked > most or any(_is_bomb(member) for member in members):
        raise RefusedError(
            _("This file is small but would unpack to %(size)d MB, as no honest spreadsheet does: it is not opened.")
            % {"size": unpacked // 1_000_000}
        )
    return archive


def _is_bomb(member):
    return member.file_size > max(SMALL, MOST_RATIO * member.compress_size)
