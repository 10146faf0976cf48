"""Work on large waves in a process of its own, so that none of it can hold the interface up.

Python runs one thread at a time, and every call of the interface into Python waits for the
calculation to give way (docs/decisions/46-large-waves-apart.md). The answers go to the other
process once, through a pipe; what comes back are figures.
"""

from __future__ import annotations

import io
import multiprocessing
import os
import pickle
import signal
from collections.abc import Callable
from itertools import count
from multiprocessing.connection import Connection
from typing import Any
from weakref import WeakKeyDictionary, WeakValueDictionary

from cxstudio import i18n
from cxstudio.analysis.responses import Responses
from cxstudio.ui.tasks import Cancelled, Progress, Work

WAIT = 0.1
"""Seconds between two looks whether the user pressed Cancel."""
GENTLE = 5
"""How much the interface goes first when processors are scarce, where the system knows that."""


class Apart:
    """One piece of work at a time; call `run` from a thread that may wait, `close` in the end."""

    def __init__(self) -> None:
        self._process: Any = None
        self._pipe: Connection | None = None
        self._numbers: WeakKeyDictionary[Responses, int] = WeakKeyDictionary()
        self._known: WeakValueDictionary[int, Responses] = WeakValueDictionary()
        self._count = count()
        self._sent: set[int] = set()

    def run(self, work: Work, progress: Progress) -> Any:
        """The result of `work(progress)`, both of which must be picklable.

        Raises what the work raises, and Cancelled; then the process ends with what it is doing.
        """
        try:
            pipe = self._begun()
            self._send(pipe, work)
            what, content = self._answer(pipe, progress)
        except BaseException:
            self.close()
            raise
        if what == "failed":
            raise content
        return unpack(content, self._known.__getitem__)

    def close(self) -> None:
        """End the process, whatever it is doing; the next work begins another."""
        process, pipe = self._process, self._pipe
        self._process = self._pipe = None
        self._sent.clear()
        if pipe is not None:
            pipe.close()
        if process is not None:
            process.terminate()

    def _begun(self) -> Connection:
        if self._pipe is None or not self._process.is_alive():
            context = multiprocessing.get_context("spawn")
            self._pipe, theirs = context.Pipe()
            self._process = context.Process(target=serve, args=(theirs,), daemon=True)
            self._process.start()
            theirs.close()
            self._sent.clear()
        return self._pipe

    def _send(self, pipe: Connection, work: Work) -> None:
        packed, used = pack(work, self._number)
        for number in used - self._sent:
            pipe.send(("answers", number, self._known[number]))
        self._sent = {number for number in self._sent | used if number in self._known}
        pipe.send(("work", i18n.language(), self._sent, packed))

    def _number(self, responses: Responses) -> int:
        if responses not in self._numbers:
            number = self._numbers[responses] = next(self._count)
            self._known[number] = responses
        return self._numbers[responses]

    def _answer(self, pipe: Connection, progress: Progress) -> tuple[str, Any]:
        while True:
            if not pipe.poll(WAIT):
                if progress.cancelled:
                    raise Cancelled
                continue
            what, content = pipe.recv()
            if what != "progress":
                return what, content
            progress(content)


class _Pickler(pickle.Pickler):
    """Answers go as a number; `used` are those that came up."""

    def __init__(self, stream: io.BytesIO, number: Callable[[Responses], int]) -> None:
        super().__init__(stream, protocol=5)
        self._number = number
        self.used: set[int] = set()

    def persistent_id(self, value: Any) -> int | None:
        if not isinstance(value, Responses):
            return None
        number = self._number(value)
        self.used.add(number)
        return number


class _Unpickler(pickle.Unpickler):
    def __init__(self, stream: io.BytesIO, known: Callable[[int], Responses]) -> None:
        super().__init__(stream)
        self._known = known

    def persistent_load(self, number: int) -> Responses:
        return self._known(number)


def pack(value: Any, number: Callable[[Responses], int]) -> tuple[bytes, set[int]]:
    """The value in bytes, with the numbers of the answers that it speaks of."""
    stream = io.BytesIO()
    pickler = _Pickler(stream, number)
    pickler.dump(value)
    return stream.getvalue(), pickler.used


def unpack(data: bytes, known: Callable[[int], Responses]) -> Any:
    """The value again; `known` gives answers by their number."""
    return _Unpickler(io.BytesIO(data), known).load()


def serve(pipe: Connection) -> None:
    """What the other process does: one piece of work after the other until the pipe is closed."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # of the terminal: the program itself ends
    if hasattr(os, "nice"):
        os.nice(GENTLE)
    known: dict[int, Responses] = {}
    while True:
        try:
            what, *content = pipe.recv()
        except EOFError:
            return
        if what == "answers":
            known[content[0]] = content[1]
        else:
            language, alive, packed = content
            i18n.use(language)
            for number in set(known) - alive:
                del known[number]
            pipe.send(_done(pipe, packed, known))


def _done(pipe: Connection, packed: bytes, known: dict[int, Responses]) -> tuple[str, Any]:
    numbers = {id(responses): number for number, responses in known.items()}
    progress = Progress(lambda share: pipe.send(("progress", share)))
    try:
        result = unpack(packed, known.__getitem__)(progress)
        return "result", pack(result, lambda responses: numbers[id(responses)])[0]
    except Exception as error:  # raised again where it was asked for
        return "failed", _portable(error)


def _portable(error: Exception) -> Exception:
    try:
        pickle.loads(pickle.dumps(error))
    except Exception:  # an error of its own making that does not travel
        return RuntimeError(f"{type(error).__name__}: {error}")
    return error
