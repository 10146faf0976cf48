"""Full disks, sticks pulled out, folders without permission: said kindly, nothing lost."""

import os
import signal
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest

from cxstudio.model import Department, Stage
from cxstudio.store import EngagementFile, backup, open_file
from cxstudio.store.check import examine
from cxstudio.store.errors import (
    Damaged,
    FileProblem,
    NotBackedUp,
    NotCreated,
    Unreachable,
    Unreadable,
    Unwritable,
    WriteProtected,
)
from tests.disk import full_disk
from tests.store.conftest import QUICK_KEY, assert_consistent, dump, fill, make


def fails(file):
    """A change that the disk does not take; afterwards all is as if it had not been tried."""
    content, undo, redo = dump(file.driver), list(file.undo_steps), list(file.redo_steps)
    told = []
    end = file.subscribe(told.append)
    with pytest.raises(Unwritable) as raised, file.change("Too much") as change:
        change.get(Stage, 1).name = "never"
        change.add(Department(role="much " * 200_000))
    end()
    assert file.path.name in str(raised.value)
    assert dump(file.driver) == content
    assert (file.undo_steps, file.redo_steps, told) == (undo, redo, [])
    assert file.one(Stage, 1).name != "never"


def works(file):
    """The session is as usable as ever."""
    with file.change("Rename") as change:
        change.get(Stage, 1).name = "Later"
    file.undo()
    assert file.one(Stage, 1).name != "Later"
    file.redo()
    assert file.one(Stage, 1).name == "Later"
    file.undo()
    assert_consistent(file)
    assert examine(file.path, file.key) == []


@pytest.mark.parametrize("key", [None, QUICK_KEY], ids=["plain", "encrypted"])
def test_a_full_disk(tmp_path, key):
    with EngagementFile.create(tmp_path / "満杯 disk.cxs", client="A", key=key) as file:
        fill(file)
        with full_disk(file.path.stat().st_size + 8192):
            fails(file)
            works(file)  # small changes still fit
        works(file)


def test_a_full_disk_says_so(engagement):
    pages = engagement.driver.execute("PRAGMA page_count").fetchone()[0]
    engagement.driver.execute(f"PRAGMA max_page_count = {pages}")
    with pytest.raises(Unwritable) as raised, engagement.change("Too much") as change:
        change.add(Department(role="much " * 200_000))
    assert "the disk is full" in str(raised.value)
    engagement.driver.execute("PRAGMA max_page_count = 1000000")
    works(engagement)


def test_a_full_disk_while_a_field_is_typed_in(engagement):
    """A step that would have grown stays as it was."""

    def type_in(text):
        with engagement.change("Type", merge=("stage", 1)) as change:
            change.get(Stage, 1).name = text

    type_in("a")
    with full_disk(engagement.path.stat().st_size + 8192), pytest.raises(Unwritable):
        type_in("much " * 200_000)
    type_in("ab")
    assert engagement.undo_steps[-1].operations[0].after["name"] == "ab"
    engagement.undo()
    assert engagement.one(Stage, 1).name == "Arriving"
    works(engagement)


def test_undo_on_a_full_disk_can_be_tried_again(engagement):
    with engagement.change("Much") as change:
        change.add(Department(role="much " * 40_000))
    engagement.undo()
    engagement.driver.execute("VACUUM")
    with full_disk(engagement.path.stat().st_size + 8192), pytest.raises(Unwritable):
        engagement.redo()
    assert [step.label for step in engagement.redo_steps] == ["Much"]
    engagement.redo()
    assert engagement.count(Department) == 2
    works(engagement)


def test_a_backup_on_a_full_disk_leaves_nothing(engagement):
    with full_disk(100_000), pytest.raises(NotBackedUp):
        backup.make(engagement)
    folder = backup.folder_of(engagement.path)
    assert [p.name for p in folder.iterdir()] == [backup.ORIGIN]
    with full_disk(0), pytest.raises(NotBackedUp):
        backup.make(engagement)


def test_creating_on_a_full_disk_leaves_nothing(tmp_path):
    with full_disk(50_000), pytest.raises(NotCreated):
        EngagementFile.create(tmp_path / "a.cxs", client="A")
    assert [p.name for p in tmp_path.iterdir()] == []


@pytest.mark.parametrize("key", [None, QUICK_KEY], ids=["plain", "encrypted"])
def test_a_stick_pulled_out(tmp_path, key):
    """The folder goes away under the open file; when it is back, work goes on."""
    stick, away = tmp_path / "stick", tmp_path / "away"
    stick.mkdir()
    path = make(stick / "a.cxs", key)
    with open_file(path, key) as file:
        stick.rename(away)
        steps = list(file.undo_steps)
        with pytest.raises(Unwritable), file.change("Write") as change:
            change.get(Stage, 1).name = "never"
        assert file.undo_steps == steps
        with pytest.raises(Unreachable):
            file.heartbeat()
        away.rename(stick)
        file.heartbeat()
        works(file)


def test_a_stick_pulled_out_and_the_program_closed(tmp_path):
    stick = tmp_path / "stick"
    stick.mkdir()
    file = open_file(make(stick / "a.cxs"))
    stick.rename(tmp_path / "away")
    file.close()
    open_file(tmp_path / "away" / "a.cxs").close()


def test_a_file_cut_short_while_it_is_open(engagement):
    engagement.session.expire_all()
    engagement.driver.execute("PRAGMA cache_size = 0")
    os.truncate(engagement.path, 30_000)
    engagement.driver.execute("PRAGMA shrink_memory")
    with pytest.raises((Damaged, Unreadable)):
        for cls in (Stage, Department):
            engagement.all(cls)
        engagement.search("hour")


AS_SOMEBODY = """
import os, sys
from pathlib import Path
from cxstudio.store import open_file
from cxstudio.store.check import examine
from cxstudio.store.errors import FileProblem
if os.geteuid() == 0:
    os.setgid(65534)
    os.setuid(65534)
path = Path(sys.argv[1])
for read_only in (False, True):
    try:
        open_file(path, read_only=read_only).close()
        print("opened")
    except FileProblem as problem:
        print(type(problem).__name__)
try:
    print(examine(path))
except FileProblem as problem:
    print(type(problem).__name__)
"""


def as_somebody(path):
    """What a user without rights meets: opening to write, to read, and examining."""
    done = subprocess.run(
        [sys.executable, "-c", AS_SOMEBODY, path], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    return done.stdout.splitlines()


@pytest.fixture
def open_folder():
    """A folder that anybody may enter, unlike pytest's."""
    with tempfile.TemporaryDirectory() as folder:
        Path(folder).chmod(0o755)
        yield Path(folder)
        Path(folder).chmod(0o755)


def test_a_write_protected_folder(open_folder):
    path = make(open_folder / "a.cxs")
    path.chmod(0o444)
    open_folder.chmod(0o555)
    assert as_somebody(path) == ["WriteProtected", "opened", "[]"]


def test_a_file_without_permission(open_folder):
    path = make(open_folder / "a.cxs")
    path.chmod(0o000)
    assert as_somebody(path) == ["Unreadable", "Unreadable", "Unreadable"]
    path.chmod(0o644)


def test_a_folder_where_no_lock_can_be_made(tmp_path):
    path = make(tmp_path / "a.cxs")
    path.with_name(".a.cxs.lock").mkdir()
    with pytest.raises(WriteProtected):
        open_file(path)
    with open_file(path, read_only=True) as file:
        assert file.engagement.client


@pytest.mark.parametrize("key", [None, QUICK_KEY], ids=["plain", "encrypted"])
def test_a_killed_programs_file_can_be_looked_at(tmp_path, key):
    """A read-only opening takes back what a kill left half-written, as any opening does."""
    path = make(tmp_path / "a.cxs", key)
    child = os.fork()
    if child == 0:
        file = open_file(path, key)
        file.driver.execute("PRAGMA cache_size = 5")
        file.driver.execute("BEGIN IMMEDIATE")
        file.driver.execute("UPDATE stage SET name = 'half'")
        file.driver.execute("CREATE TABLE much AS SELECT randomblob(3000000) AS bytes")
        os.kill(os.getpid(), signal.SIGKILL)
    os.waitpid(child, 0)
    assert path.with_name("a.cxs-journal").exists()
    assert examine(path, key) == []
    with open_file(path, key, read_only=True) as file:
        assert file.one(Stage, 1).name == "Arriving"


def test_every_problem_is_a_sentence(tmp_path):
    with pytest.raises(FileProblem, match=r"There is no file at .*none\.cxs\. .*\."):
        open_file(tmp_path / "none.cxs")
