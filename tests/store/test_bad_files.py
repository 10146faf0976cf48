"""Bad files are told apart, said kindly and left as they were; no flipped byte goes unseen."""

import random
import shutil
import sqlite3
import zipfile
from pathlib import Path

import pytest
import sqlcipher3.dbapi2 as driver

from cxstudio.store import EngagementFile, FileProblem, open_file
from cxstudio.store.check import examine
from cxstudio.store.errors import (
    Damaged,
    Missing,
    NewerFile,
    NotAnEngagement,
    NotCreated,
    PassphraseNeeded,
)
from tests.store.conftest import QUICK_KEY, dump, make

COPIES = 400


def refused(path: Path, problem: type[FileProblem], key: str | None = None) -> None:
    before = path.read_bytes() if path.exists() else None
    for read_only in (False, True):
        with pytest.raises(problem) as raised:
            open_file(path, key, read_only=read_only)
        assert path.name in str(raised.value)
    assert (path.read_bytes() if path.exists() else None) == before
    assert [p.name for p in path.parent.iterdir()] in ([path.name], [])


def test_a_file_that_is_not_there(tmp_path):
    refused(tmp_path / "none.cxs", Missing)


@pytest.mark.parametrize("content", [b"", b"x", b"Dear client, " * 900, b"SQLite format 3\0"])
def test_not_a_database(tmp_path, content):
    path = tmp_path / "letter.cxs"
    path.write_bytes(content)
    refused(path, NotAnEngagement)


def test_a_packed_file_is_not_taken_for_an_encrypted_one(tmp_path):
    path = tmp_path / "packed.cxs"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("noise", random.Random(1).randbytes(9000))
    refused(path, NotAnEngagement)


def test_random_bytes_may_be_an_encrypted_file(tmp_path):
    path = tmp_path / "noise.cxs"
    path.write_bytes(random.Random(1).randbytes(8192))
    refused(path, PassphraseNeeded)
    refused(path, PassphraseNeeded, key=QUICK_KEY)


def test_a_folder(tmp_path):
    (tmp_path / "folder.cxs").mkdir()
    with pytest.raises(NotAnEngagement):
        open_file(tmp_path / "folder.cxs")


def test_another_programs_database(tmp_path):
    path = tmp_path / "contacts.cxs"
    with sqlite3.connect(path) as connection:
        connection.execute("CREATE TABLE contact (name)")
    connection.close()
    refused(path, NotAnEngagement)


@pytest.mark.parametrize("key", [None, QUICK_KEY], ids=["plain", "encrypted"])
def test_a_newer_version(tmp_path, key):
    path = make(tmp_path / "new.cxs", key)
    set_version(path, 99, key)
    refused(path, NewerFile, key)


def test_no_version(tmp_path):
    path = make(tmp_path / "old.cxs")
    set_version(path, 0)
    refused(path, Damaged)


def set_version(path: Path, version: int, key: str | None = None) -> None:
    connection = driver.connect(str(path))
    if key:
        connection.execute(f'PRAGMA key = "{key}"')
    connection.execute(f"PRAGMA user_version = {version}")
    connection.commit()
    connection.close()


@pytest.mark.parametrize("key", [None, QUICK_KEY], ids=["plain", "encrypted"])
def test_truncated_anywhere(tmp_path, key):
    whole = make(tmp_path / "whole.cxs", key).read_bytes()
    path = tmp_path / "cut.cxs"
    chance = random.Random(7)
    for _ in range(40):
        path.write_bytes(whole[: chance.randrange(len(whole))])
        before = path.read_bytes()
        assert noticed(path, key), len(before)
        assert path.read_bytes() == before


def noticed(path: Path, key: str | None) -> bool:
    """Whether opening or examining says that something is wrong."""
    try:
        with open_file(path, key):
            return bool(examine(path, key))
    except FileProblem:
        return True


def read_all(path: Path, key: str | None) -> dict:
    with open_file(path, key) as file:
        return dump(file.driver)


@pytest.mark.parametrize(("key", "copies"), [(None, COPIES), (QUICK_KEY, COPIES // 5)])
def test_a_flipped_byte_anywhere(tmp_path, key, copies):
    """Each damaged copy opens with all its content, or is told to be damaged; never worse."""
    original = make(tmp_path / "original.cxs", key)
    whole, content = original.read_bytes(), read_all(original, key)
    path, chance = tmp_path / "flipped.cxs", random.Random(2026)
    path.write_bytes(whole)
    written = [at for at, byte in enumerate(whole) if byte]
    unseen = 0
    with path.open("r+b", buffering=0) as handle:
        for n in range(copies):
            at = chance.choice(written) if n % 2 else chance.randrange(len(whole))
            flipped = bytes([whole[at] ^ chance.randrange(1, 256)])
            handle.seek(at)
            handle.write(flipped)
            if not noticed(path, key):
                unseen += n % 2
                assert read_all(path, key) == content, at
            handle.seek(0)
            assert handle.read() == whole[:at] + flipped + whole[at + 1 :]
            handle.seek(at)
            handle.write(whole[at : at + 1])
    assert unseen < copies / 2 * 0.25  # what was written and is unused now


def test_a_sound_file_has_no_findings(tmp_path):
    for key in (None, QUICK_KEY):
        path = make(tmp_path / f"日本 語 {key is None}.cxs", key)
        assert examine(path, key) == []
        with open_file(path, key, verify=True) as file:
            assert file.engagement.client == "Fukui Prefecture"


def test_verifying_refuses_an_altered_row(tmp_path):
    path = make(tmp_path / "altered.cxs")
    connection = driver.connect(str(path))
    connection.execute("UPDATE stage SET name = 'Leaving'")
    connection.commit()
    connection.close()
    assert [str(finding) for finding in examine(path)] == [
        "The content of the file is not what was written.",
        "The search index does not fit the content.",
    ]
    with pytest.raises(Damaged):
        open_file(path, verify=True)


def test_creating_never_overwrites_and_leaves_nothing_half_made(tmp_path):
    path = make(tmp_path / "one.cxs")
    before = path.read_bytes()
    with pytest.raises(FileExistsError):
        EngagementFile.create(path, client="Another")
    assert path.read_bytes() == before
    with pytest.raises(NotCreated):
        EngagementFile.create(tmp_path / "no such folder" / "x.cxs", client="A")
    shutil.rmtree(tmp_path / "data of the program", ignore_errors=True)
    assert [p.name for p in tmp_path.iterdir()] == ["one.cxs"]
