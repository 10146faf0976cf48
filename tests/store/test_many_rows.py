"""Many small records written and deleted at once are undone like any other change."""

import datetime as dt

import pytest

from cxstudio.model import CommentTheme, Evidence, Theme, Wave
from cxstudio.store import EngagementFile
from tests.store.conftest import assert_consistent


@pytest.fixture
def coded(tmp_path):
    """A file with a wave and a theme, and the ids of both."""
    with EngagementFile.create(tmp_path / "many.cxs", client="Client") as file:
        with file.change("x") as change:
            wave = change.add(Wave(name="Wave", dated=dt.date(2026, 4, 1))).id
            theme = change.add(Theme(name="Buses")).id
        yield file, wave, theme


def values(wave, theme, rows):
    return [{"wave_id": wave, "theme_id": theme, "column": "Why", "row": row} for row in rows]


def test_many_rows_are_one_step(coded):
    file, wave, theme = coded
    with file.change("Code") as change:
        change.add_rows("comment_theme", values(wave, theme, range(500)))
        change.add_rows("comment_theme", values(wave, theme, [900]))
    ids = [one.id for one in file.all(CommentTheme)]
    assert len(set(ids)) == 501
    assert file.one(CommentTheme, ids[-1]).row == 900
    file.undo()
    assert file.count(CommentTheme) == 0
    file.redo()
    assert [one.id for one in file.all(CommentTheme)] == ids
    assert_consistent(file)


def test_many_rows_go_at_once_and_come_back(coded):
    file, wave, theme = coded
    with file.change("Code") as change:
        change.add_rows("comment_theme", values(wave, theme, range(30)))
    ids = [one.id for one in file.all(CommentTheme)]
    with file.change("Take away") as change:
        change.delete_rows("comment_theme", ids[:20])
    assert [one.id for one in file.all(CommentTheme)] == ids[20:]
    assert file.get(CommentTheme, ids[0]) is None
    file.undo()
    assert [one.id for one in file.all(CommentTheme)] == ids
    with file.change("Once more") as change:
        change.add_rows("comment_theme", values(wave, theme, [77]))
    assert max(one.id for one in file.all(CommentTheme)) > max(ids)


def test_a_record_that_others_belong_to_is_not_deleted_in_sets(coded):
    file, wave, _theme = coded
    with pytest.raises(AssertionError, match="wave"), file.change("x") as change:
        change.delete_rows("wave", [wave])
    assert file.count(Wave) == 1


def test_themes_of_comments_go_with_their_wave(coded):
    file, wave, theme = coded
    with file.change("Code") as change:
        change.add_rows("comment_theme", values(wave, theme, range(300)))
        change.add(Evidence(evidence_kind="comment", text="x", wave_id=wave, column="Why", row=3))
    with file.change("Delete") as change:
        change.delete(change.get(Wave, wave))
    assert file.count(CommentTheme) == 0
    assert file.count(Theme) == 1
    assert file.all(Evidence)[0].wave_id is None
    assert_consistent(file)
    file.undo()
    assert file.count(CommentTheme) == 300
    assert_consistent(file)
