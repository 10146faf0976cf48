"""Work in a process of its own, so that none of it can hold the interface up.

Python runs one thread at a time, and every call of the interface into Python waits for the work to
give way (docs/decisions/46-large-waves-apart.md and 47-reports-apart.md). What the work needs goes
to the other process through a pipe, as does what comes back: nothing of it is ever in a file.
"""

from __future__ import annotations

import multiprocessing
import os
import pickle
import signal
import threading
from collections.abc import Callable
from multiprocessing.connection import Connection
from typing import Any

from cxstudio import i18n
from cxstudio.ui.tasks import Cancelled, Progress, Work

WAIT = 0.1
"""Seconds between two looks whether the user pressed Cancel."""


class NotBegun(Exception):
    """No other process can be had."""


class Desk:
    """In the other process: how work and results are packed, and what else is sent there."""

    gentle = 0
    """How much the interface goes first when processors are scarce, where the system knows that."""

    def take(self, what: str, content: Any) -> None:
        """Something that is no work."""
        raise ValueError(what)

    def unpacked(self, data: bytes) -> Any:
        """What was sent."""
        return pickle.loads(data)

    def packed(self, result: Any) -> bytes:
        """What is sent back."""
        return pickle.dumps(result, protocol=5)


class GentleDesk(Desk):
    """Lets the interface go first."""

    gentle = 5


class OtherProcess:
    """One piece of work at a time; call `run` from a thread that may wait, `close` in the end."""

    desk: Callable[[], Desk] = Desk

    def __init__(self) -> None:
        self._process: Any = None
        self._pipe: Connection | None = None

    def run(self, work: Work, progress: Progress) -> Any:
        """The result of `work(progress)`, both of which must be picklable.

        Raises what the work raises, and Cancelled; then the process ends with what it is doing.
        Where no other process can be had, or the system ends it, the work is done here.
        """
        try:
            pipe = self._begun(progress)
            self.send(pipe, work)
            what, content = self._answer(pipe, progress)
        except (NotBegun, EOFError, ConnectionError):
            self.close()
            return work(progress)
        except BaseException:
            self.close()
            raise
        if what == "failed":
            raise content
        return self.unpacked(content)

    def send(self, pipe: Connection, work: Work) -> None:
        """Send the work, and what it needs before."""
        send_work(pipe, pickle.dumps(work, protocol=5))

    def unpacked(self, data: bytes) -> Any:
        """The result that was sent back."""
        return pickle.loads(data)

    def close(self) -> None:
        """End the process, whatever it is doing; the next work begins another."""
        process, pipe = self._process, self._pipe
        self._process = self._pipe = None
        if pipe is not None:
            pipe.close()
        if process is not None:
            process.terminate()

    def _begun(self, progress: Progress) -> Connection:
        if self._pipe is None or not self._process.is_alive():
            self.close()
            try:
                self._pipe = self._begin()
                self._answer(self._pipe, progress)
            except (OSError, EOFError) as error:
                raise NotBegun from error
        return self._pipe

    def _begin(self) -> Connection:
        context = multiprocessing.get_context("spawn")
        ours, theirs = context.Pipe()
        process = context.Process(target=serve, args=(theirs, self.desk), daemon=True)
        process.start()
        self._process = process
        theirs.close()
        return ours

    def _answer(self, pipe: Connection, progress: Progress) -> tuple[str, Any]:
        while True:
            if not pipe.poll(WAIT):
                if progress.cancelled:
                    raise Cancelled
                continue
            what, content = pipe.recv()
            if what != "progress":
                return what, content
            progress(*content)


class GentleProcess(OtherProcess):
    """For what nobody waits for."""

    desk = GentleDesk


def send_work(pipe: Connection, packed: bytes) -> None:
    """Send what `serve` does next, in the language of the interface."""
    pipe.send(("work", (i18n.language(), packed)))


def serve(pipe: Connection, desk_of: Callable[[], Desk]) -> None:
    """What the other process does: one piece of work after the other until the pipe is closed."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # of the terminal: the program itself ends
    multiprocessing.current_process().daemon = False  # so that it may begin others of its own
    threading.Thread(target=_end_with_parent, daemon=True).start()
    os.environ["QT_MAC_DISABLE_FOREGROUND_APPLICATION_TRANSFORM"] = "1"  # no second icon
    desk = desk_of()
    if hasattr(os, "nice"):
        os.nice(desk.gentle)
    pipe.send(("begun", None))
    while True:
        try:
            what, content = pipe.recv()
        except EOFError:
            return
        if what == "work":
            language, packed = content
            i18n.use(language)
            pipe.send(_done(pipe, desk, packed))
        else:
            desk.take(what, content)


def _end_with_parent() -> None:
    """However it ended, and whatever is being done here for it."""
    parent = multiprocessing.parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)


def _done(pipe: Connection, desk: Desk, packed: bytes) -> tuple[str, Any]:
    progress = Progress(lambda share, doing: pipe.send(("progress", (share, doing))))
    try:
        return "result", desk.packed(desk.unpacked(packed)(progress))
    except Exception as error:  # raised again where it was asked for
        return "failed", _portable(error)


def _portable(error: Exception) -> Exception:
    try:
        pickle.loads(pickle.dumps(error))
    except Exception:  # an error of its own making that does not travel
        return RuntimeError(f"{type(error).__name__}: {error}")
    return error
