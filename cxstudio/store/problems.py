"""From the driver's error codes to a problem the user can act on."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import sqlcipher3.dbapi2 as driver
from sqlalchemy.exc import DBAPIError

from cxstudio.i18n import N_, _
from cxstudio.store.errors import Damaged, FileProblem, Unreadable, Unwritable

CORRUPT, NOT_A_DATABASE = 11, 26

# The driver fails to say what is wrong when the garbled part is not UTF-8.
DRIVER_ERRORS = (driver.Error, UnicodeDecodeError)

DETAILS = {  # primary result codes of SQLite
    3: N_("there is no permission"),
    5: N_("another program is using it"),
    6: N_("another program is using it"),
    8: N_("it is write-protected, or was moved away"),
    10: N_("the drive does not answer"),
    13: N_("the disk is full"),
    14: N_("the folder cannot be reached or written"),
}


MESSAGES = {  # what SQLCipher's export says with the code of a mere error
    "attempt to write a readonly database": 8,
    "disk I/O error": 10,
    "database disk image is malformed": CORRUPT,
    "database or disk is full": 13,
    "file is not a database": NOT_A_DATABASE,
}


def primary_code(error: BaseException) -> int:
    """SQLite's primary result code of a driver error; 0 when it has none."""
    code = (getattr(error, "sqlite_errorcode", None) or 0) & 0xFF
    return MESSAGES.get(str(error), code)


def problem(path: Path, error: BaseException, *, writing: bool) -> FileProblem | None:
    """The problem behind a driver's error, or None when it is a fault of the program."""
    code = primary_code(error)
    if code in (CORRUPT, NOT_A_DATABASE) or _is_garbled(error):
        return Damaged(path, _("its pages do not fit together"))
    if code not in DETAILS:
        return None
    kind = Unwritable if writing else Unreadable
    return kind(path, _(DETAILS[code]))


def _is_garbled(error: BaseException) -> bool:
    """Whether a text in the file is not UTF-8, or its schema is not what was written."""
    text = str(error)
    return (
        isinstance(error, UnicodeDecodeError)
        or "Could not decode to UTF-8" in text
        or text.startswith(("no such column", "no such table"))
    )


@contextmanager
def told(path: Path, *, writing: bool) -> Iterator[None]:
    """Raises the driver's errors on as FileProblem, where they are one."""
    try:
        yield
    except (DBAPIError, *DRIVER_ERRORS) as error:
        cause = error.orig if isinstance(error, DBAPIError) and error.orig else error
        found = problem(path, cause, writing=writing)
        if found is None:
            raise
        raise found from error
