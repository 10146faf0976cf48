"""Opening twice: who has the file open is told; a lock without a living owner means nothing."""

import json
import os
import subprocess
import sys
import time

import pytest

from cxstudio.store import EngagementFile, backup, open_file
from cxstudio.store.check import examine
from cxstudio.store.errors import InUse, OpenToRead
from cxstudio.store.key import is_encrypted
from cxstudio.store.lock import STALE_AFTER, lock_path
from tests.store.conftest import make

HOLD = """
import sys
from pathlib import Path
from cxstudio.store import open_file
file = open_file(Path(sys.argv[1]))
print("open", flush=True)
sys.stdin.read()
"""


@pytest.fixture
def path(tmp_path):
    return make(tmp_path / "共有 案件.cxs")


def hold(path):
    child = subprocess.Popen(
        [sys.executable, "-c", HOLD, path], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    )
    assert child.stdout.readline() == b"open\n"
    return child


def from_elsewhere(path, age):
    """A lock file as a synchronised folder brings it from another computer."""
    text = json.dumps({"who": "Sato", "host": "elsewhere", "pid": 1, "since": time.time() - 900})
    lock_path(path).write_text(" " + text, "utf-8")
    os.utime(lock_path(path), (time.time() - age, time.time() - age))


def test_the_second_opening_is_told_who_and_since_when(path):
    child = hold(path)
    try:
        with pytest.raises(InUse) as raised:
            open_file(path)
        assert raised.value.who
        assert abs(raised.value.since.timestamp() - time.time()) < 60
        with open_file(path, read_only=True) as beside:
            assert beside.engagement.client == "Fukui Prefecture"
    finally:
        child.communicate()


def test_a_lock_of_a_killed_process_is_taken_over(path):
    child = hold(path)
    child.kill()
    child.wait()
    assert lock_path(path).exists()
    open_file(path).close()
    assert not lock_path(path).exists()


def test_a_new_file_is_locked_too(tmp_path):
    path = tmp_path / "new.cxs"
    with EngagementFile.create(path, client="A"), pytest.raises(InUse):
        open_file(path)
    open_file(path).close()


def test_a_reader_sees_what_the_writer_writes(path):
    with open_file(path) as writer, open_file(path, read_only=True) as reader:
        with writer.change("Rename") as change:
            change.get(type(writer.engagement), 1).title = "Renamed"
        reader.session.expire_all()
        assert reader.engagement.title == "Renamed"
        with pytest.raises(OpenToRead), reader.change("Rename"):
            pass


def test_another_computers_lock_is_believed_while_it_is_fresh(path):
    from_elsewhere(path, age=STALE_AFTER - 60)
    with pytest.raises(InUse) as raised:
        open_file(path)
    assert raised.value.who == "Sato"
    assert lock_path(path).exists()
    from_elsewhere(path, age=STALE_AFTER + 60)
    open_file(path).close()


def test_the_heartbeat_keeps_the_lock_fresh(path):
    with open_file(path) as file:
        os.utime(lock_path(path), (0, 0))
        file.heartbeat()
        assert time.time() - lock_path(path).stat().st_mtime < 60
        with pytest.raises(InUse):
            open_file(path)


def test_a_garbled_lock_file_does_not_matter(path):
    lock_path(path).write_bytes(b"\xff{")
    open_file(path).close()


def test_no_side_files_remain(path):
    open_file(path).close()
    assert [p.name for p in path.parent.iterdir()] == [path.name]


TRY_TO_WRITE = """
import sys
import sqlcipher3.dbapi2 as driver
connection = driver.connect(sys.argv[1], timeout=0)
try:
    connection.execute("BEGIN IMMEDIATE")
    print("not locked")
except driver.OperationalError as error:
    print(error)
"""


def test_looking_at_an_open_file_does_not_drop_the_locks_of_its_writer(path):
    """Closing a handle drops all locks of the process on POSIX systems."""

    def from_another_process():
        command = [sys.executable, "-c", TRY_TO_WRITE, path]
        return subprocess.run(command, capture_output=True, text=True, check=True).stdout.strip()

    with open_file(path) as file:
        assert from_another_process() == "not locked"
        with file.change("Write") as change:
            change.get(type(file.engagement), 1).title = "Writing"
            change.flush()
            assert not is_encrypted(path)
            assert examine(path) == []
            with pytest.raises(InUse):
                open_file(path)
            with open_file(path, read_only=True) as beside:
                assert beside.engagement.title == "Fukui Prefecture"
            backup.make(file)
            assert from_another_process() == "database is locked"
