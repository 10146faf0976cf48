"""A system that gives no other process: the work is done all the same."""

import os
import resource

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
