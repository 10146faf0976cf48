"""Packing of pictures beside the painting of the next ones: it needs a third of the time of a
report's maps and leaves the interpreter to others."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from threading import BoundedSemaphore
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from concurrent.futures import Future, ThreadPoolExecutor

THREADS, MOST_WAITING = 2, 4
"""How many are packed at once, and how many pictures may lie in memory for it."""

_room = BoundedSemaphore(MOST_WAITING)


def beside(pack: Callable[[], bytes]) -> Future[bytes]:
    """Pack in a thread of its own; waits here while too many pictures lie in memory."""
    _room.acquire()
    try:
        begun = _threads().submit(pack)
    except BaseException:
        _room.release()
        raise
    begun.add_done_callback(_leave)
    return begun


def _leave(_done: Future[bytes]) -> None:
    _room.release()


@cache
def _threads() -> ThreadPoolExecutor:
    from concurrent.futures import ThreadPoolExecutor

    return ThreadPoolExecutor(THREADS, "packing")
