"""Backups: made beside a writer, thinned with age, restored without loss of the present file."""

import datetime as dt
import os
import threading

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cxstudio.model import Engagement, Stage
from cxstudio.store import backup, open_file
from cxstudio.store.check import examine
from cxstudio.store.errors import InUse, NotAnEngagement
from tests.store.conftest import QUICK_KEY, dump, make

NOW = dt.datetime.fromisoformat("2026-04-30T12:00")
times = st.sets(st.datetimes(NOW - dt.timedelta(days=90), NOW), max_size=60)


@given(times)
def test_the_last_ten_and_one_a_day_for_a_month_are_kept(made):
    kept = backup.to_keep(made, NOW)
    assert kept <= made
    assert set(sorted(made)[-10:]) <= kept
    month = {t for t in made if NOW - t <= dt.timedelta(days=backup.DAYS)}
    for day in {t.date() for t in month}:
        of_day = [t for t in month if t.date() == day]
        assert max(of_day) in kept
    older = sorted(made)[:-10]
    for day in {t.date() for t in older}:
        assert len([t for t in older if t.date() == day and t in kept]) <= 1
    assert all(NOW - t <= dt.timedelta(days=backup.DAYS) for t in kept - set(sorted(made)[-10:]))
    assert backup.to_keep(kept, NOW) == kept  # thinning twice takes no more


@pytest.mark.parametrize("key", [None, QUICK_KEY], ids=["plain", "encrypted"])
def test_a_backup_holds_all_and_has_the_same_passphrase(tmp_path, key):
    path = make(tmp_path / "日本 語.cxs", key)
    with open_file(path, key) as file:
        made = backup.make(file)
        content = dump(file.driver)
    assert made.is_encrypted is (key is not None)
    assert examine(made.path, key) == []
    with open_file(made.path, key, read_only=True) as copy:
        assert dump(copy.driver) == content
    assert backup.list_for(path) == backup.all() == [made]
    assert made.original == path
    assert {p.name for p in made.path.parent.iterdir()} == {backup.ORIGIN, made.path.name}


def test_due_on_opening_and_once_an_hour_of_work(tmp_path):
    path = make(tmp_path / "a.cxs")
    with open_file(path) as file:
        assert backup.due(file)
        made = backup.make(file)
        os.utime(path, (made.at.timestamp() + 1,) * 2)
        assert not backup.due(file, made.at.timestamp() + 1)
        later = made.at.timestamp() + backup.EVERY
        os.utime(path, (made.at.timestamp() - 60,) * 2)
        assert not backup.due(file, later), "nothing was written since"
        os.utime(path, (made.at.timestamp() + 60,) * 2)
        assert not backup.due(file, later - 1)
        assert backup.due(file, later)
    with open_file(path, read_only=True) as file:
        assert not backup.due(file, later)


def test_old_backups_go_when_one_is_made(tmp_path):
    path = make(tmp_path / "a.cxs")
    with open_file(path) as file:
        first = backup.make(file)
        now = first.at
        for hours in range(1, 30 * 24, 7):
            at = now - dt.timedelta(hours=hours)
            (first.path.with_name(f"{at:{backup.NAME}}.cxs")).touch()
        (first.path.with_name("put aside by hand.cxs")).touch()
        backup.make(file)
    left = [copy.at for copy in backup.list_for(path)]
    assert set(left) == backup.to_keep(left, now)
    assert 31 <= len(left) <= 42
    assert first.path.with_name("put aside by hand.cxs").exists()


def test_restoring_puts_the_present_file_aside(tmp_path):
    path = make(tmp_path / "a.cxs")
    with open_file(path) as file:
        made = backup.make(file)
        with file.change("Rename") as change:
            change.get(Stage, 1).name = "Later"
        with pytest.raises(InUse):
            backup.restore(made.path, path)
    aside = backup.restore(made.path, path)
    with open_file(path) as file:
        assert file.one(Stage, 1).name == "Arriving"
    with open_file(aside, read_only=True) as file:
        assert file.one(Stage, 1).name == "Later"
    assert [copy.path for copy in backup.list_for(path)] == [made.path]


def test_restoring_a_damaged_or_lost_file(tmp_path):
    path = make(tmp_path / "a.cxs")
    with open_file(path) as file:
        made = backup.make(file)
    path.write_bytes(b"nothing")
    path.with_name("a.cxs-journal").write_bytes(b"left by a kill")
    aside = backup.restore(made.path, path)
    assert aside.read_bytes() == b"nothing"
    assert not path.with_name("a.cxs-journal").exists()
    assert examine(path) == []
    path.unlink()
    assert backup.restore(made.path, path) is None
    assert examine(path) == []
    (tmp_path / "bad.cxs").write_text("bad")
    with pytest.raises(NotAnEngagement):
        backup.restore(tmp_path / "bad.cxs", path)
    assert examine(path) == []


def test_made_in_another_thread_while_the_writer_goes_on(tmp_path):
    path = make(tmp_path / "a.cxs")
    with open_file(path) as file:
        with file.change("Much") as change:
            for n in range(400):
                change.add(Stage(journey_id=1, name="long " * 500 + str(n)))
        made = []
        thread = threading.Thread(target=lambda: made.append(backup.make(file)))
        thread.start()
        n = 0
        while thread.is_alive() or n < 5:
            with file.change("Write") as change:
                change.get(Engagement, 1).title = str(n)
            n += 1
        thread.join()
        assert file.engagement.title == str(n - 1)
    assert made
    assert examine(made[0].path) == []
