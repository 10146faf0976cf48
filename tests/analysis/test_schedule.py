"""Dates that follow from what waits for what."""

import datetime as dt

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cxstudio.analysis.plan.conflicts import Conflict, conflicts
from cxstudio.analysis.plan.critical_path import critical_path
from cxstudio.analysis.plan.quick_wins import Candidate, quick_wins
from cxstudio.analysis.plan.schedule import (
    LoopError,
    Span,
    TooLateError,
    Wait,
    earliest,
    loop,
    push,
    span_of,
)

START = dt.date(2026, 6, 1)


def day(number: int) -> dt.date:
    return START + dt.timedelta(days=number)


def span(first: int, last: int) -> Span:
    return Span(day(first), day(last))


@st.composite
def plans(draw):
    """Up to nine initiatives that wait only for ones with a smaller id, some of them undated."""
    count = draw(st.integers(1, 9))
    spans = {}
    for id in range(1, count + 1):
        if draw(st.integers(0, 8)):
            first = draw(st.integers(-400, 400))
            spans[id] = span(first, first + draw(st.integers(0, 120)))
    ids = st.integers(1, count)
    pairs = draw(st.lists(st.tuples(ids, ids, st.integers(0, 30)), max_size=16))
    waits = [Wait(min(a, b), max(a, b), days) for a, b, days in pairs if a != b]
    return spans, waits


@settings(max_examples=80, deadline=None)
@given(plans())
def test_a_push_mends_all_and_pulls_nothing(plan):
    spans, waits = plan
    changed = push(spans, waits)
    after = {**spans, **changed}
    for wait in waits:
        if wait.before in spans and wait.after in spans:
            assert after[wait.after].start >= wait.earliest(after[wait.before].end)
    for id, was in spans.items():
        assert after[id].start >= was.start
        assert after[id].days == was.days
    assert push(after, waits) == {}


@settings(max_examples=60, deadline=None)
@given(plans(), st.integers(1, 9))
def test_a_push_from_one_touches_only_those_that_wait_for_it(plan, moved):
    spans, waits = plan
    reached, size = {moved}, 0
    while size != len(reached):
        size = len(reached)
        reached |= {wait.after for wait in waits if wait.before in reached}
    changed = push(spans, waits, [moved])
    assert set(changed) <= reached
    after = {**spans, **changed}
    for wait in waits:
        if wait.after in reached & set(spans) and wait.before in spans:
            assert after[wait.after].start >= wait.earliest(after[wait.before].end)


@settings(max_examples=60, deadline=None)
@given(plans())
def test_slack_is_what_an_initiative_may_be_late(plan):
    spans, waits = plan
    spans = {**spans, **push(spans, waits)}
    path = critical_path(spans, waits)
    if not spans:
        assert path.ids == () and path.last is None
        return
    assert path.ids
    assert min(path.slack.values()) == 0
    for id, slack in path.slack.items():
        for late in {slack, slack + 1}:
            shift = dt.timedelta(days=late)
            moved = {**spans, id: Span(spans[id].start + shift, spans[id].end + shift)}
            moved |= push(moved, waits)
            end = max(one.end for one in moved.values())
            assert (end > path.last) == (late > slack)


def test_a_circle_is_refused_and_named():
    waits = [Wait(3, 7), Wait(7, 3), Wait(1, 3)]
    assert loop(waits) == (3, 7, 3)
    assert loop([Wait(2, 2)]) == (2, 2)
    assert loop([Wait(1, 2), Wait(1, 3), Wait(2, 3)]) == ()
    with pytest.raises(LoopError) as caught:
        push({3: span(0, 1), 7: span(0, 1)}, waits)
    assert caught.value.ids[0] == caught.value.ids[-1]


def test_long_chains_are_no_trouble():
    waits = [Wait(id, id + 1) for id in range(2999)]
    assert loop(waits) == ()
    assert loop([*waits, Wait(2999, 0)])[0] == 0


def test_what_waits_begins_the_day_after_or_later():
    spans = {1: span(0, 9), 2: span(5, 8), 3: span(0, 1)}
    waits = [Wait(1, 2), Wait(2, 3, 7)]
    assert earliest(2, spans, waits) == day(10)
    assert push(spans, waits) == {2: span(10, 13), 3: span(21, 22)}
    assert push(spans, waits, [3]) == {3: span(16, 17)}


def test_a_push_ends_with_the_calendar_of_plans():
    spans = {1: Span(day(0), dt.date(2199, 12, 30)), 2: span(0, 5)}
    with pytest.raises(TooLateError) as caught:
        push(spans, [Wait(1, 2)])
    assert caught.value.id == 2


def test_missing_days_are_the_other_one():
    assert span_of(None, day(3)) == span(3, 3)
    assert span_of(day(5), day(3)) == span(5, 5)
    assert span_of(None, None) is None


def test_conflicts_say_what_cannot_be():
    today = day(0)
    dates = {
        1: (day(0), day(9)),
        2: (day(5), day(8)),
        3: (day(4), day(2)),
        4: (None, None),
        5: (day(40), dt.date(2126, 1, 1)),
    }
    waits = [Wait(1, 2), Wait(4, 2), Wait(1, 9)]
    assert conflicts(dates, waits, today) == [
        Conflict("ends_before_start", (3,), 2),
        Conflict("far_date", (5,), date=dt.date(2126, 1, 1)),
        Conflict("begins_too_early", (1, 2), 5),
        Conflict("undated", (4, 2)),
    ]
    assert conflicts(dates, [Wait(1, 2), Wait(2, 1)], today)[-1].kind == "loop"


def test_quick_wins_are_small_good_and_soon():
    last = day(183)
    candidates = [
        Candidate(1, 3.0, 4, last),
        Candidate(2, 3.1, 5, last),
        Candidate(3, 1.0, 3, last),
        Candidate(4, 1.0, 5, last + dt.timedelta(days=1)),
        Candidate(5, None, 5, last),
    ]
    assert quick_wins(candidates, START) == {1}
    assert quick_wins(candidates, None) == set()
