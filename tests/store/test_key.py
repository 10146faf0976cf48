"""The passphrase: nothing readable remains anywhere, and a kill leaves one of the two."""

import os
import signal
import threading
import time

import pytest

from cxstudio.model import Stage
from cxstudio.store import EngagementFile, backup, open_file
from cxstudio.store.check import examine
from cxstudio.store.errors import Damaged, InUse, KeyUnchanged, PassphraseNeeded
from cxstudio.store.key import is_encrypted, set_key
from tests.store.conftest import QUICK_KEY, dump, fill, make

SECRETS = [word.encode() for word in ("Fukui", "Tanaka", "待ち時間", "Waiting", "picture picture")]
OTHER_KEY = "x'" + "c3" * 32 + "'"


def readable(folder):
    """Which of the secret words stand in any file below a folder, names of files apart."""
    everything = b"".join(path.read_bytes() for path in folder.rglob("*") if path.is_file())
    return [word for word in SECRETS if word in everything]


@pytest.mark.parametrize(
    "key", ["pass'word", "パスフレーズ 日本", '"; DROP TABLE stage; --', "x'12'"]
)
def test_any_passphrase_works(tmp_path, key):
    path = make(tmp_path / "a.cxs", key)
    assert is_encrypted(path)
    assert readable(tmp_path) == []
    with open_file(path, key) as file:
        assert file.engagement.client == "Fukui Prefecture"
    with pytest.raises(PassphraseNeeded) as raised:
        open_file(path)
    assert not raised.value.wrong
    with pytest.raises(PassphraseNeeded) as raised:
        open_file(path, key + " ")
    assert raised.value.wrong


def test_set_change_and_remove(tmp_path):
    path = make(tmp_path / "a.cxs")
    with open_file(path) as file:
        content = dump(file.driver)
    for old, new in ((None, QUICK_KEY), (QUICK_KEY, OTHER_KEY), (OTHER_KEY, None)):
        set_key(path, old, new)
        assert is_encrypted(path) is (new is not None)
        assert examine(path, new) == []
        with open_file(path, new) as file:
            assert dump(file.driver) == content
    assert readable(tmp_path) == SECRETS


def test_a_wrong_passphrase_changes_nothing(tmp_path):
    path = make(tmp_path / "a.cxs", QUICK_KEY)
    before = path.read_bytes()
    with pytest.raises(PassphraseNeeded):
        set_key(path, OTHER_KEY, None)
    assert path.read_bytes() == before
    assert [p.name for p in tmp_path.iterdir()] == ["a.cxs"]


def test_backups_are_encrypted_with_the_file(tmp_path):
    path = make(tmp_path / "a.cxs")
    with open_file(path) as file:
        backup.make(file)
        (backup.folder_of(path) / "2026-01-01T000000.cxs").write_bytes(path.read_bytes()[:9000])
        file.set_key(QUICK_KEY)
        backup.make(file)
        origin = backup.folder_of(path) / backup.ORIGIN
        assert origin.read_text("utf-8") == str(path)
        assert readable(tmp_path) == []
        copies = backup.list_for(path)
        assert len(copies) == 2
        assert all(examine(copy.path, QUICK_KEY) == [] for copy in copies)
        file.set_key(OTHER_KEY)
        assert all(examine(copy.path, OTHER_KEY) == [] for copy in copies)
        file.set_key(None)
        assert all(examine(copy.path) == [] for copy in copies)


def test_a_plain_backup_that_a_kill_left_is_encrypted_with_the_next(tmp_path):
    path = make(tmp_path / "a.cxs")
    with open_file(path) as file:
        first = backup.make(file)
        plain = first.path.read_bytes()
        file.set_key(QUICK_KEY)
        first.path.write_bytes(plain)
        assert readable(tmp_path)
        backup.make(file)
        assert readable(tmp_path) == []


def test_on_an_open_file(engagement):
    told = []
    engagement.subscribe(lambda changes: told.append(changes.label))
    session, steps = engagement.session, len(engagement.undo_steps)
    engagement.set_key(QUICK_KEY)
    assert engagement.session is session
    assert len(engagement.undo_steps) == steps
    engagement.undo()
    assert engagement.one(Stage, 1).name == "Before"
    with pytest.raises(InUse):
        open_file(engagement.path, QUICK_KEY)
    assert told == ["Rename the stage"]
    assert examine(engagement.path, QUICK_KEY) == []
    assert engagement.in_memory().one(Stage, 1).name == "Before"


def test_the_backups_can_follow_in_another_thread(engagement):
    made = backup.make(engagement)
    engagement.set_key(QUICK_KEY, backups=False)
    assert not made.is_encrypted
    thread = threading.Thread(target=backup.convert_all, args=(engagement.path, None, QUICK_KEY))
    thread.start()
    thread.join()
    assert examine(made.path, QUICK_KEY) == []


def test_a_damaged_file_is_not_converted(tmp_path):
    path = make(tmp_path / "a.cxs")
    path.write_bytes(path.read_bytes().replace(b"Tanaka", b"Suzuki"))
    before = path.read_bytes()
    with pytest.raises(Damaged):
        set_key(path, None, QUICK_KEY)
    assert path.read_bytes() == before


def test_when_it_cannot_be_written_the_file_stays_as_it_was(engagement, monkeypatch):
    import resource

    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    ignored = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (100_000, hard))
    try:
        with pytest.raises(KeyUnchanged):
            engagement.set_key(QUICK_KEY)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
        signal.signal(signal.SIGXFSZ, ignored)
    assert not is_encrypted(engagement.path)
    engagement.undo()
    assert engagement.one(Stage, 1).name == "Before"
    assert len(list(engagement.path.parent.glob(".*.new*"))) == 0


def test_killed_at_any_moment_one_of_the_two_opens(tmp_path):
    path = make(tmp_path / "a.cxs")
    for n in range(20):
        key = QUICK_KEY if is_encrypted(path) else None
        child = os.fork()
        if child == 0:
            with open_file(path, key) as file:
                file.set_key(None if key else QUICK_KEY)
            os._exit(0)
        time.sleep(0.002 * n)
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
        key = QUICK_KEY if is_encrypted(path) else None
        with open_file(path, key) as file:
            assert file.one(Stage, 1).name == "Arriving"
        assert examine(path, key) == []
        assert sorted(p.name for p in tmp_path.iterdir()) == ["a.cxs"]


def test_creating_with_an_empty_passphrase_is_plain(tmp_path):
    with EngagementFile.create(tmp_path / "a.cxs", client="A", key="") as file:
        fill(file)
        assert file.key is None
    assert not is_encrypted(tmp_path / "a.cxs")
