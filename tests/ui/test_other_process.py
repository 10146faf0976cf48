"""A system that gives no other process, or ends it: the work is done all the same."""

import os
import resource
from functools import partial

from cxstudio.ui.other_process import OtherProcess
from cxstudio.ui.tasks import Progress


def whose(progress: Progress) -> int:
    """The process that does the work."""
    progress(0.5, "Counting")
    return os.getpid()


def test_without_another_process_the_work_is_done_here():
    told = []
    limits = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (1, limits[1]))  # so no pipe either
    try:
        found = OtherProcess().run(whose, Progress(lambda *words: told.append(words)))
    finally:
        resource.setrlimit(resource.RLIMIT_NOFILE, limits)
    assert found == os.getpid() and told == [(0.5, "Counting")]


def ended_elsewhere(here: int, _progress: Progress) -> int:
    """Where it is not done here, the system ends it."""
    if os.getpid() != here:
        os._exit(9)
    return here


def test_what_the_system_ends_in_another_process_is_done_here():
    work = partial(ended_elsewhere, os.getpid())
    assert OtherProcess().run(work, Progress(lambda *_words: None)) == os.getpid()
