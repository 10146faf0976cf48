"""Work on large waves in a process of its own (docs/decisions/46-large-waves-apart.md).

The answers go to the other process once; what comes back are figures.
"""

from __future__ import annotations

import io
import pickle
from collections.abc import Callable
from itertools import count
from multiprocessing.connection import Connection
from typing import Any
from weakref import WeakKeyDictionary, WeakValueDictionary

from cxstudio.analysis.survey.responses import Responses
from cxstudio.ui.other_process import Desk, OtherProcess, send_work
from cxstudio.ui.tasks import Work


class AnswersDesk(Desk):
    """Knows the answers that were sent, by their number."""

    gentle = 5

    def __init__(self) -> None:
        self._known: dict[int, Responses] = {}

    def take(self, what: str, content: Any) -> None:
        """Answers with their number, or the numbers of those that are still spoken of."""
        if what == "answers":
            number, responses = content
            self._known[number] = responses
        elif what == "alive":
            self._known = {number: self._known[number] for number in content}
        else:
            super().take(what, content)

    def unpacked(self, data: bytes) -> Any:
        """Work that speaks of answers by their number."""
        return unpack(data, self._known.__getitem__)

    def packed(self, result: Any) -> bytes:
        """A result that does the same."""
        numbers = {id(responses): number for number, responses in self._known.items()}
        return pack(result, lambda responses: numbers[id(responses)])[0]


class Apart(OtherProcess):
    """Work that speaks of answers; both sides call them by a number."""

    desk = AnswersDesk

    def __init__(self) -> None:
        super().__init__()
        self._numbers: WeakKeyDictionary[Responses, int] = WeakKeyDictionary()
        self._known: WeakValueDictionary[int, Responses] = WeakValueDictionary()
        self._count = count()
        self._sent: set[int] = set()

    def close(self) -> None:
        """End the process; the next one knows no answers."""
        super().close()
        self._sent.clear()

    def send(self, pipe: Connection, work: Work) -> None:
        """Send the work, and the answers that it speaks of when they are not there yet."""
        packed, used = pack(work, self._number)
        for number in used - self._sent:
            pipe.send(("answers", (number, self._known[number])))
        self._sent = {number for number in self._sent | used if number in self._known}
        pipe.send(("alive", self._sent))
        send_work(pipe, packed)

    def unpacked(self, data: bytes) -> Any:
        """The result, which speaks of our own answers."""
        return unpack(data, self._known.__getitem__)

    def _number(self, responses: Responses) -> int:
        if responses not in self._numbers:
            number = self._numbers[responses] = next(self._count)
            self._known[number] = responses
        return self._numbers[responses]


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
