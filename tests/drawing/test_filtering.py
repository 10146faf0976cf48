"""What a filter keeps lit."""

from cxstudio.drawing.journey.filtering import MapFilter
from cxstudio.drawing.journey.map import CardData
from cxstudio.drawing.journey.read_cards import tags_of


def card(**values):
    return CardData(1, 1, 1, values.pop("text", "The bus was full"), **values)


def test_groups_must_all_fit_and_any_of_a_group_does():
    shown = card(tags=("bus", "queue"), strength="fair", departments=frozenset((3,)))
    assert MapFilter().keeps(shown)
    assert MapFilter(tags=frozenset(("queue", "rain"))).keeps(shown)
    assert not MapFilter(tags=frozenset(("rain",))).keeps(shown)
    assert MapFilter(strengths=frozenset(("fair",)), departments=frozenset((3, 4))).keeps(shown)
    assert not MapFilter(strengths=frozenset(("thin",)), tags=frozenset(("bus",))).keeps(shown)
    assert not MapFilter(strengths=frozenset(("none",))).keeps(card())


def test_a_card_of_nobody_is_everybodys():
    only = MapFilter(personas=frozenset((1,)))
    assert only.keeps(card())
    assert only.keeps(card(personas=frozenset((1, 2))))
    assert not only.keeps(card(personas=frozenset((2,))))


def test_words_are_all_found_in_any_case_also_among_tags():
    assert MapFilter(words="BUS full").keeps(card())
    assert MapFilter(words="queue").keeps(card(tags=("Queue",)))
    assert not MapFilter(words="bus late").keeps(card())
    assert not MapFilter(words="  ").active


def test_it_is_kept_as_json_and_wrong_content_is_no_filter():
    one = MapFilter(
        frozenset((1,)), frozenset((2,)), frozenset(("バス",)), frozenset(("thin",)), "x"
    )
    assert MapFilter.from_json(one.as_json()) == one
    for wrong in (None, [], "x", {"personas": "all", "tags": [1, None], "words": 7}):
        assert MapFilter.from_json(wrong) == MapFilter()


def test_tags_are_words_between_commas_of_both_languages():
    assert tags_of(" bus, ,queue、駅，bus ") == ("bus", "queue", "駅")
