"""What leaves the engagement is written whole or not at all, and refusals are sentences."""

from pathlib import Path

import pytest

from cxstudio.store import durable
from cxstudio.store.errors import NotWritten
from cxstudio.store.problems import told
from tests.disk import full_disk


@pytest.fixture
def target(tmp_path: Path) -> Path:
    """A report that is there already."""
    path = tmp_path / "計画 plan.docx"
    path.write_bytes(b"old")
    return path


def refused(path: Path, content: bytes = b"new") -> str:
    """Why a file is not written; its folder has what it had."""
    had = sorted(path.parent.iterdir()) if path.parent.is_dir() else []
    with pytest.raises(NotWritten) as raised, durable.whole(path) as part:
        part.write_bytes(content)
    assert (sorted(path.parent.iterdir()) if path.parent.is_dir() else []) == had
    sentence = str(raised.value)
    assert sentence.startswith(f"“{path.name}” cannot be written (") and sentence.endswith("name.")
    return raised.value.detail


def test_it_takes_the_place_of_what_was_there(target: Path) -> None:
    with durable.whole(target) as part:
        part.write_bytes(b"new")
        assert part.suffix == ".docx" and target.read_bytes() == b"old"
    assert target.read_bytes() == b"new"
    assert list(target.parent.iterdir()) == [target]


def test_a_drive_that_takes_no_more(target: Path) -> None:
    with full_disk(1000):
        assert refused(target, bytes(5000)) == "the drive takes no file as large as that"
    assert target.read_bytes() == b"old"


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no /dev/full")
def test_a_full_disk_is_called_that() -> None:
    full = Path("/dev/full")
    with pytest.raises(NotWritten, match="the disk is full"), told(full, NotWritten, system=True):
        full.write_bytes(bytes(100))


@pytest.mark.skipif(not Path("/sys/kernel").exists(), reason="no folder where nobody may write")
def test_a_folder_where_nobody_may_write() -> None:
    assert refused(Path("/sys/kernel/plan.docx")) in (
        "there is no permission, or another program has it open",
        "it is write-protected, or was moved away",
    )


def test_a_name_that_is_taken_a_folder_that_is_not_there_and_a_long_name(tmp_path: Path) -> None:
    (tmp_path / "plan.docx").mkdir()
    assert "no permission" in refused(tmp_path / "plan.docx")
    assert "folder cannot be reached" in refused(tmp_path / "gone" / "plan.docx")
    assert refused(tmp_path / f"{'計画' * 60}.docx") == "the name is too long"


def test_giving_up_leaves_what_was_there(target: Path) -> None:
    with pytest.raises(KeyboardInterrupt), durable.whole(target) as part:
        part.write_bytes(b"half")
        raise KeyboardInterrupt
    assert target.read_bytes() == b"old"
    assert list(target.parent.iterdir()) == [target]
