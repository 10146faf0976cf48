"""From the driver's error codes to a problem the user can act on."""

from __future__ import annotations

import errno
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import sqlcipher3.dbapi2 as driver

from cxstudio.i18n import N_, _
from cxstudio.store.errors import Damaged, FileProblem

CORRUPT, NOT_A_DATABASE, IO = 11, 26, 10
LOCKED, TOO_LARGE, TOO_LONG = 101, 102, 103  # what only the system says

Failure = Callable[[Path, str], FileProblem]  # what a detail means for what was being done

# The driver fails to say what is wrong when the garbled part is not UTF-8.
DRIVER_ERRORS = (driver.Error, UnicodeDecodeError)

DETAILS = {  # primary result codes of SQLite, and ours
    3: N_("there is no permission"),
    5: N_("another program is using it"),
    6: N_("another program is using it"),
    8: N_("it is write-protected, or was moved away"),
    10: N_("the drive does not answer"),
    13: N_("the disk is full"),
    14: N_("the folder cannot be reached or written"),
    LOCKED: N_("there is no permission, or another program has it open"),
    TOO_LARGE: N_("the drive takes no file as large as that"),
    TOO_LONG: N_("the name is too long"),
}


_ERRNO = {
    errno.EACCES: LOCKED,
    errno.EPERM: LOCKED,
    errno.EISDIR: LOCKED,
    errno.EFBIG: TOO_LARGE,
    errno.ENAMETOOLONG: TOO_LONG,
    errno.EROFS: 8,
    errno.ENOSPC: 13,
    errno.EDQUOT: 13,
    errno.ENOENT: 14,
    errno.ENOTDIR: 14,
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


def problem(path: Path, error: BaseException, failure: Failure) -> FileProblem | None:
    """The problem behind an error of the driver or the system; None for a fault of the program."""
    if isinstance(error, OSError):
        return failure(path, _(DETAILS[_ERRNO.get(error.errno or 0, IO)]))
    code = primary_code(error)
    if code in (CORRUPT, NOT_A_DATABASE) or _is_garbled(error):
        return Damaged(path, _("its pages do not fit together"))
    if code not in DETAILS:
        return None
    return failure(path, _(DETAILS[code]))


def _is_garbled(error: BaseException) -> bool:
    """Whether a text in the file is not UTF-8, or its schema is not what was written."""
    text = str(error)
    return (
        isinstance(error, UnicodeDecodeError)
        or "Could not decode to UTF-8" in text
        or text.startswith(("no such column", "no such table"))
    )


@contextmanager
def told(path: Path, failure: Failure, *, system: bool = False) -> Iterator[None]:
    """Raises errors of the driver, and of the system on wish, on as the FileProblem they are."""
    from sqlalchemy.exc import DBAPIError

    caught = (DBAPIError, OSError, *DRIVER_ERRORS) if system else (DBAPIError, *DRIVER_ERRORS)
    try:
        yield
    except caught as error:
        cause = error.orig if isinstance(error, DBAPIError) and error.orig else error
        found = problem(path, cause, failure)
        if found is None:
            raise
        raise found from error
