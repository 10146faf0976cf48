"""What can be wrong with a file, each told in a sentence the user can act on."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

from cxstudio import formats
from cxstudio.i18n import _, language


class FileProblem(Exception):
    """A file cannot be used as asked; the message says what it means and what to do."""


class Missing(FileProblem):
    def __init__(self, path: Path) -> None:
        super().__init__(
            _("There is no file at {path}. It may have been moved or renamed.").format(path=path)
        )


class NotAnEngagement(FileProblem):
    def __init__(self, path: Path) -> None:
        super().__init__(
            _("{name} is not a CX Studio engagement. It was left as it is.").format(name=path.name)
        )


class Damaged(FileProblem):
    def __init__(self, path: Path, detail: str) -> None:
        self.detail = detail
        super().__init__(
            _(
                "{name} is damaged ({detail}). It was left as it is; "
                "restore the last backup from the library page."
            ).format(name=path.name, detail=detail)
        )


class NewerFile(FileProblem):
    def __init__(self, path: Path) -> None:
        super().__init__(
            _(
                "{name} was written by a newer version of CX Studio. "
                "Update the program to open it; the file was not changed."
            ).format(name=path.name)
        )


class PassphraseNeeded(FileProblem):
    """The file is encrypted and no passphrase, or a wrong one, was given.

    An encrypted file looks like random bytes until it is opened, so the text
    allows that it is something else, or damaged.
    """

    def __init__(self, path: Path, *, wrong: bool) -> None:
        self.wrong = wrong
        super().__init__(
            _(
                "This passphrase does not open {name}. Check capital letters and try again. "
                "If you are sure of it, the file is damaged: restore the last backup."
            ).format(name=path.name)
            if wrong
            else _(
                "{name} is protected by a passphrase. "
                "If you know of none, it may not be a CX Studio engagement."
            ).format(name=path.name)
        )


class InUse(FileProblem):
    """Somebody else has the file open."""

    def __init__(self, path: Path, who: str, since: dt.datetime) -> None:
        self.who, self.since = who, since
        super().__init__(
            _("{who} has had {name} open since {since}. You can open it to read.").format(
                who=who, name=path.name, since=formats.moment(since, language())
            )
        )


class WriteProtected(FileProblem):
    """The file or its folder cannot be written; it can still be opened to read."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            _(
                "{name} cannot be changed where it is: the file or its folder is "
                "write-protected. You can open it to read, or copy it to another folder."
            ).format(name=path.name)
        )


class OpenToRead(FileProblem):
    """A change was asked of a file that was opened to read."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            _("{name} is open to read only, so nothing was changed.").format(name=path.name)
        )


class Unwritable(FileProblem):
    def __init__(self, path: Path, detail: str) -> None:
        self.detail = detail
        super().__init__(
            _(
                "{name} cannot be written ({detail}). Your last change was not saved; "
                "everything before it is."
            ).format(name=path.name, detail=detail)
        )


class NotCreated(Unwritable):
    """A new file could not be made."""

    def __init__(self, path: Path, detail: str) -> None:
        self.detail = detail
        FileProblem.__init__(
            self,
            _("{name} could not be made there ({detail}). Nothing was left behind.").format(
                name=path.name, detail=detail
            ),
        )


class KeyUnchanged(Unwritable):
    """The passphrase could not be set, changed or removed."""

    def __init__(self, path: Path, detail: str) -> None:
        self.detail = detail
        FileProblem.__init__(
            self,
            _(
                "The passphrase of {name} could not be changed ({detail}). "
                "The file opens with the one it had; nothing in it was lost."
            ).format(name=path.name, detail=detail),
        )


class NotBackedUp(FileProblem):
    """A backup could not be made."""

    def __init__(self, path: Path, detail: str) -> None:
        self.detail = detail
        super().__init__(
            _("No backup of {name} could be made ({detail}). The file itself is as it was.").format(
                name=path.name, detail=detail
            )
        )


class NotRestored(FileProblem):
    """A backup could not be put in the place of a file."""

    def __init__(self, path: Path, detail: str) -> None:
        self.detail = detail
        super().__init__(
            _("{name} could not be restored ({detail}). The present file is as it was.").format(
                name=path.name, detail=detail
            )
        )


class NotWritten(FileProblem):
    """A report, a picture or a table could not be written where it was to go."""

    def __init__(self, path: Path, detail: str) -> None:
        self.detail = detail
        super().__init__(
            _(
                "“{name}” cannot be written ({detail}). Nothing was changed. "
                "Put that right and try again, or choose another folder or name."
            ).format(name=path.name, detail=detail)
        )


class Unreachable(FileProblem):
    """The folder of an open file does not answer: a stick was pulled out, a network is gone."""

    def __init__(self, path: Path, detail: str) -> None:
        self.detail = detail
        super().__init__(
            _(
                "{name} cannot be reached ({detail}). "
                "Nothing can be saved until it is back; what was saved is safe."
            ).format(name=path.name, detail=detail)
        )


class Unreadable(FileProblem):
    def __init__(self, path: Path, detail: str) -> None:
        self.detail = detail
        super().__init__(
            _("{name} cannot be read ({detail}). It was left as it is.").format(
                name=path.name, detail=detail
            )
        )


class WriteOutsideChange(RuntimeError):
    """A programming error: something was written outside `file.change(…)`."""
