"""Killed at any moment, the file keeps every change that was confirmed, and is sound."""

import os
import random
import signal
import struct
import time

import pytest

from cxstudio.model import Department, Stakeholder
from cxstudio.store import EngagementFile, open_file
from cxstudio.store.check import examine
from cxstudio.store.lock import lock_path
from tests.store.conftest import QUICK_KEY, assert_consistent

KILLS = 150, 50
"""Of a plain and of an encrypted file."""
pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="fork is missing")


def write_without_end(path, key, pipe, round_number):
    """The child: one change after another, each told through the pipe once it returned."""
    with open_file(path, key) as file:
        os.write(pipe, b"o" * 8)
        for n in range(round_number * 100_000, (round_number + 1) * 100_000):
            with file.change("Write") as change:
                change.get(Department, 1).role = f"{n} " * (n % 700)
                change.get(Department, 2).name = str(n)
                change.add(Stakeholder(name=f"Person {n}"))
                if n % 3 == 0:
                    change.delete(change.get(Stakeholder, file.all(Stakeholder)[0].id))
                if n % 5 == 0:
                    file.put_blob(str(n).encode() * 500)
            if n % 7 == 0:
                file.undo()
                file.redo()
            os.write(pipe, struct.pack("<Q", n))


def kill_one(path, key, round_number, delay):
    """The last change that was confirmed before the kill; None when there was none."""
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        try:
            os.close(reading)
            write_without_end(path, key, writing, round_number)
        finally:
            os._exit(1)
    os.close(writing)
    assert os.read(reading, 8) == b"o" * 8
    time.sleep(delay)
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    confirmed = b""
    while part := os.read(reading, 65536):
        confirmed += part
    os.close(reading)
    whole = len(confirmed) // 8 * 8
    return struct.unpack("<Q", confirmed[whole - 8 : whole])[0] if whole else None


@pytest.mark.parametrize(("key", "kills"), [(None, KILLS[0]), (QUICK_KEY, KILLS[1])])
def test_killed_at_random_moments(tmp_path, key, kills):
    path, chance = tmp_path / "福井 県.cxs", random.Random(2026)
    file = EngagementFile.create(path, client="Fukui", key=key)
    with file, file.change("Begin") as change:
        change.add(Department(name="0"))
        change.add(Department(name="0"))
        change.add(Stakeholder(name="Person"))
    last, hot = 0, 0
    for round_number in range(kills):
        confirmed = kill_one(path, key, round_number, chance.uniform(0, 0.03))
        last = last if confirmed is None else confirmed
        hot += path.with_name(f"{path.name}-journal").exists()
        assert examine(path, key) == []
        with open_file(path, key) as file:
            found = int(file.one(Department, 2).name)
            # A change may be on disk whose confirmation was still on its way.
            assert last <= found
            assert file.one(Department, 1).role == f"{found} " * (found % 700)
            assert file.search(f"person {found}")
            assert_consistent(file)
            last = found
    assert hot > kills / 20, "the kills should fall into writing"
    assert not lock_path(path).exists()
