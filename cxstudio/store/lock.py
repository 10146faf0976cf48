"""The lock: who has the file open, known to this computer and to synchronised folders.

On one computer the operating system holds the lock and drops it with the
process, so a lock file left by a crash means nothing. A lock file that came
from another computer through a synchronised folder is believed while its
heartbeat is fresh.
"""

from __future__ import annotations

import datetime as dt
import getpass
import json
import os
import platform
import sys
import time
from contextlib import suppress
from dataclasses import asdict, dataclass
from pathlib import Path

from filelock import FileLock, Timeout

from cxstudio.i18n import _
from cxstudio.store.errors import InUse

STALE_AFTER = 300.0  # seconds without a heartbeat from another computer


@dataclass(frozen=True)
class Holder:
    """Who holds a lock. `since` is seconds since 1970, UTC."""

    who: str
    host: str
    pid: int
    since: float


def user_name() -> str:
    """The name the operating system knows the user by."""
    try:
        return getpass.getuser()
    except (OSError, KeyError):  # a system without user names
        return _("Somebody")


def lock_path(path: Path) -> Path:
    return path.with_name(f".{path.name}.lock")


def holder_of(path: Path) -> Holder | None:
    """Who the lock file beside `path` names; None without one, or when it says nothing."""
    try:
        with lock_path(path).open("rb", buffering=0) as file:
            file.seek(1)  # on Windows the first byte cannot be read while locked
            return Holder(**json.loads(file.read()))
    except (OSError, ValueError, TypeError):
        return None


class Lock:
    """Held while a file is open to write. Raises InUse when somebody else holds it."""

    def __init__(self, path: Path, who: str) -> None:
        self.path = path
        self._holder = Holder(who, platform.node(), os.getpid(), time.time())
        self._lock = FileLock(lock_path(path), thread_local=False)
        try:
            self._lock.acquire(timeout=0)
        except Timeout:
            raise _in_use(path, holder_of(path)) from None
        other = holder_of(path)
        if other and other.host != self._holder.host and _is_fresh(path):
            self._lock.release()
            raise _in_use(path, other)
        self.beat()

    def beat(self) -> None:
        """Say anew that the file is open: once a minute, for other computers."""
        text = json.dumps(asdict(self._holder), ensure_ascii=False)
        with lock_path(self.path).open("r+b", buffering=0) as file:
            file.write(b" " + text.encode())
            file.truncate()
        os.utime(lock_path(self.path))
        _hide(lock_path(self.path))

    def release(self) -> None:
        """Remove the lock file, or leave it, where it cannot be reached, to the next who opens."""
        if os.name == "posix":
            self._remove()  # while it is held, so that nobody else's is removed
            self._lock.release()
        else:
            self._lock.release()
            self._remove()

    def _remove(self) -> None:
        with suppress(OSError):
            lock_path(self.path).unlink(missing_ok=True)


def _is_fresh(path: Path) -> bool:
    return time.time() - lock_path(path).stat().st_mtime < STALE_AFTER


def _in_use(path: Path, holder: Holder | None) -> InUse:
    who = holder.who if holder else _("Somebody")
    since = holder.since if holder else time.time()
    return InUse(path, who, dt.datetime.fromtimestamp(since).astimezone())


def _hide(path: Path) -> None:
    """Windows hides a file by a mark; elsewhere the dot in its name does."""
    if sys.platform == "win32":
        import ctypes

        ctypes.windll.kernel32.SetFileAttributesW(str(path), 2)
