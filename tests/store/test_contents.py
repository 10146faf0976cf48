"""What an undone import leaves in the file goes when it is closed; what may be wanted stays."""

import pytest

from cxstudio.model import Attachment
from cxstudio.store import EngagementFile, checksum, contents, open_file
from cxstudio.store.check import examine

LARGE = b"answers " * 200_000


def contents_of(file):
    return file.driver.execute("SELECT count(*) FROM blob").fetchone()[0]


def imported(file, data=LARGE):
    with file.change("Import") as change:
        sha256 = file.put_blob(data)
        return change.add(Attachment(name="May.csv", sha256=sha256, size=len(data))).id


@pytest.fixture
def path(tmp_path):
    path = tmp_path / "x.cxs"
    EngagementFile.create(path, client="X").close()
    return path


def test_the_answers_of_an_undone_import_go_when_the_file_is_closed(path):
    empty = path.stat().st_size
    with open_file(path) as file:
        imported(file)
        file.undo()
        file.redo()
        assert file.blob(file.all(Attachment)[0].sha256) == LARGE
        file.undo()
        assert contents_of(file) == 1  # it can still be done again
    assert path.stat().st_size < empty + 100_000 and b"answers answers" not in path.read_bytes()
    assert examine(path) == []
    with open_file(path) as file:
        assert contents_of(file) == 0 and file.history()[0].step == "undo"
        imported(file)
    assert examine(path) == [] and path.stat().st_size > len(LARGE)


def test_what_a_record_or_a_snapshot_names_stays(path):
    with open_file(path) as file:
        first, second = imported(file, b"one"), imported(file, b"two")
        snapshot = file.take_snapshot("June")
        with file.change("Delete") as change:
            change.delete(change.get(Attachment, first))
        imported(file, b"three")
        file.undo()
    with open_file(path) as file:
        assert contents_of(file) == 2
        assert file.blob(file.one(Attachment, second).sha256) == b"two"
        file.restore_snapshot(snapshot)
        assert file.blob(file.one(Attachment, first).sha256) == b"one"
    assert examine(path) == []


def test_who_only_looks_changes_nothing(path):
    with open_file(path) as file:
        imported(file)
        file.undo()
        file.copying.acquire()  # as a backup does
    before = path.read_bytes()
    open_file(path).close()
    open_file(path, read_only=True).close()
    assert path.read_bytes() == before
    with open_file(path) as file:
        assert contents.unneeded(file.driver)
        imported(file, b"two")
    with open_file(path) as file:
        assert contents_of(file) == 1


def test_a_stop_in_the_middle_leaves_all_as_it_was(path, monkeypatch):
    def fail(*_args):
        raise KeyboardInterrupt

    with open_file(path) as file:
        imported(file)
        file.undo()
        monkeypatch.setattr(checksum, "move", fail)
        with pytest.raises(KeyboardInterrupt):
            contents.clear(file.driver)
        monkeypatch.undo()
        assert contents_of(file) == 1
        file.redo()
        assert file.blob(file.all(Attachment)[0].sha256) == LARGE
    assert examine(path) == []
