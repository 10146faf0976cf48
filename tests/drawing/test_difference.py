"""What a to-be changes of its as-is."""

from cxstudio.drawing.journey.difference import differences
from cxstudio.drawing.journey.map import CardData, CurveData, LaneData, MapData, StageData, StepData


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
