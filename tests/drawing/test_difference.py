"""What a to-be changes of its as-is."""

from dataclasses import replace

from cxstudio.drawing.journey.difference import differences
from cxstudio.drawing.journey.map import CardData, CurveData, LaneData, MapData, StageData, StepData
from cxstudio.drawing.journey.same_steps import matched_steps


def a_map(cards, values=(), offset=0):
    """A map of three steps and two lanes; cards are (step, lane, text)."""
    steps = tuple(StepData(offset + n, name, n + 1) for n, name in enumerate("ABC"))
    lanes = (
        LaneData(offset, "pain_points", "Pain points"),
        LaneData(offset + 1, "actions", "Actions"),
        LaneData(offset + 2, "emotion", "Emotion"),
    )
    return MapData(
        "J-01",
        "A map",
        stages=(StageData(offset, "Stage", steps),),
        lanes=lanes,
        cards=tuple(
            CardData(offset + i, offset + step, offset + lane, text)
            for i, (step, lane, text) in enumerate(cards)
        ),
        curves=(CurveData(1, "P-01", "Couple", values={offset + s: v for s, v in values}),),
    )


def found(as_is, to_be):
    return [(d.how, d.step.name, d.before, d.after) for d in differences(as_is, to_be)]


def test_the_same_map_has_no_differences():
    cards = [(0, 0, "Late bus"), (0, 0, "Late bus"), (2, 1, "Waits")]
    assert found(a_map(cards, [(0, 1.0)]), a_map(cards, [(0, 1.0)], offset=100)) == []


def test_words_that_are_alike_have_changed_and_others_come_and_go():
    as_is = a_map([(0, 0, "No page in English"), (1, 0, "Bus is full")])
    to_be = a_map([(0, 0, "A page in English"), (1, 0, "駅から歩く")], offset=100)
    assert found(as_is, to_be) == [
        ("changed", "A", "No page in English", "A page in English"),
        ("removed", "B", "Bus is full", ""),
        ("added", "B", "", "駅から歩く"),
    ]


def test_a_card_with_the_same_words_elsewhere_has_moved():
    assert found(a_map([(0, 0, "Late bus")]), a_map([(2, 0, "Late bus")], offset=100)) == [
        ("moved", "C", "A", "C")
    ]


def test_a_feeling_changes_only_where_both_are_known():
    as_is = a_map([], [(0, -1.0), (1, 0.5)])
    to_be = a_map([], [(0, 1.2), (2, 1.0)], offset=100)
    assert found(as_is, to_be) == [("feeling", "A", "−1.0", "+1.2")]


def known(to_be, **origins):
    """The to-be whose cards, by words, know which ones of the as-is they were."""
    cards = tuple(replace(card, as_is=origins.get(card.text)) for card in to_be.cards)
    return replace(to_be, cards=cards)


def test_a_card_that_knows_its_as_is_has_changed_and_moved_whatever_it_says_now():
    as_is = a_map([(0, 0, "Waits"), (1, 0, "Pays")])
    to_be = known(a_map([(2, 1, "駅から歩く"), (1, 0, "Pays")], offset=100), 駅から歩く=0, Pays=1)
    (one,) = differences(as_is, to_be)
    assert (one.how, one.before, one.after) == ("changed", "Waits", "駅から歩く")
    assert (one.step.name, one.lane, one.was_at) == ("C", "Actions", "A · Pain points")
    assert (one.card, one.as_is_card) == (100, 0)


def test_a_moved_card_says_its_words_and_both_places():
    as_is = a_map([(0, 0, "Waits")])
    (one,) = differences(as_is, known(a_map([(0, 1, "Waits")], offset=100), Waits=0))
    assert (one.how, one.words) == ("moved", "Waits")
    assert (one.before, one.after) == ("Pain points", "Actions")


def test_where_a_map_knows_its_as_is_another_card_in_a_cell_is_no_edit():
    as_is = a_map([(0, 1, "Waits"), (1, 1, "Pays")])
    to_be = known(a_map([(0, 1, "Calls a taxi"), (1, 1, "Pays")], offset=100), Pays=1)
    assert [d.how for d in differences(as_is, to_be)] == ["removed", "added"]


def test_of_two_cards_from_one_the_second_is_new():
    as_is = a_map([(0, 1, "Waits")])
    to_be = a_map([(0, 1, "Waits"), (1, 1, "Waits")], offset=100)
    both = replace(to_be, cards=tuple(replace(card, as_is=0) for card in to_be.cards))
    assert [(d.how, d.step.name) for d in differences(as_is, both)] == [("added", "B")]


def test_steps_that_know_their_as_is_are_the_same_though_another_came_between():
    as_is = [StepData(n, name, n) for n, name in enumerate("ABC")]
    to_be = [StepData(10, "New", 1), StepData(11, "a", 2, as_is=0), StepData(12, "C", 3, as_is=2)]
    assert {old: new.id for old, new in matched_steps(as_is, to_be).items()} == {0: 11, 2: 12}


def test_steps_that_know_nothing_are_matched_by_place_else_by_name():
    as_is = [StepData(n, name, n) for n, name in enumerate("ABC")]
    same = [StepData(10 + n, name, n) for n, name in enumerate("XYZ")]
    assert [new.name for new in matched_steps(as_is, same).values()] == ["X", "Y", "Z"]
    fewer = [StepData(10, "C", 1)]
    assert {old: new.id for old, new in matched_steps(as_is, fewer).items()} == {2: 10}
