"""Reading: records as the mapper gives them, search in both languages and copies."""

import datetime as dt
import threading

import pytest
from sqlalchemy import inspect, select

from cxstudio.model import (
    Engagement,
    Interview,
    Kpi,
    Reading,
    Stage,
    record_classes,
)
from cxstudio.store import EngagementFile
from tests.store.conftest import QUICK_KEY, dump, fill


def test_a_record_is_loaded_as_the_mapper_would(engagement):
    with engagement.change("Dates") as change:
        kpi = change.add(Kpi(name="NPS", baseline=3, baseline_on=dt.date(2026, 2, 28)))
        change.add(Reading(kpi_id=kpi.id, read_on=dt.date(2026, 4, 1), value=1.5))
        interview = change.get(Interview, 1)
        interview.held_at, interview.consent = dt.datetime.fromisoformat("2026-04-01T10:30"), True
    for cls in record_classes().values():
        for row in engagement.rows(select(cls.id)):
            engagement.session.expunge_all()
            ours = engagement.one(cls, row.id)
            found = {c.key: getattr(ours, c.key) for c in inspect(cls).column_attrs}
            engagement.session.expunge_all()
            theirs = engagement.session.get(cls, row.id)
            expected = {c.key: getattr(theirs, c.key) for c in inspect(cls).column_attrs}
            assert found == expected
            assert [type(v) for v in found.values()] == [type(v) for v in expected.values()]
    engagement.session.expunge_all()
    assert engagement.one(Kpi, 1).readings[0].value == 1.5
    assert engagement.one(Kpi, 1) is engagement.one(Kpi, 1)


def test_a_record_that_is_gone(engagement):
    assert engagement.get(Stage, 99) is None
    assert engagement.get(Stage, None) is None
    with pytest.raises(LookupError):
        engagement.one(Stage, 99)
    with pytest.raises(LookupError):
        engagement.blob("0" * 64)
    with pytest.raises(LookupError), engagement.change("Gone") as change:
        change.get(Stage, 99)


@pytest.mark.parametrize(
    ("query", "kinds"),
    [
        ("待ち", {"paragraph"}),
        ("間", {"paragraph"}),
        ("ＷＡＩＴＥＤ", {"paragraph", "evidence"}),
        ("waited hour", {"paragraph"}),
        ("相談 complaints", {"department"}),
        ("e-001", {"evidence"}),
        ("100%", set()),
        ("_", set()),
        (" ", set()),
        ("before", set()),
    ],
)
def test_search_finds_words_in_both_languages(engagement, query, kinds):
    assert {hit.kind for hit in engagement.search(query)} == kinds


def test_the_index_follows_changes_and_undo(engagement):
    with engagement.change("Rename") as change:
        change.get(Stage, 1).name = "Checking in"
    assert not engagement.search("arriving")
    assert engagement.search("checking in")[0].excerpt == "checking in"
    engagement.undo()
    assert engagement.search("arriving")
    assert not engagement.search("checking")


@pytest.mark.parametrize("key", [None, QUICK_KEY], ids=["plain", "encrypted"])
def test_a_copy_in_memory_can_be_read_in_another_thread(tmp_path, key):
    with EngagementFile.create(tmp_path / "a.cxs", client="A", key=key) as file:
        fill(file)
        copy = file.in_memory()
        assert dump(copy.driver) == dump(file.driver)
        names = []
        thread = threading.Thread(target=lambda: names.append(copy.one(Stage, 1).name))
        thread.start()
        thread.join()
        assert names == ["Arriving"]
        with file.change("Later") as change:
            change.get(Stage, 1).name = "Later"
        assert copy.one(Stage, 1).name == "Arriving"
        copy.close()


def test_an_engagement_is_made_with_what_was_given(tmp_path):
    with EngagementFile.create(tmp_path / "a.cxs", client="福井県", language="ja") as file:
        made = file.engagement
        assert (made.client, made.title, made.report_language) == ("福井県", "福井県", "ja")
        assert file.undo_steps == []
        assert file.count(Engagement) == 1
