"""No letter of a short Japanese text stands alone on its last line, and nothing else is moved."""

import pytest

from cxstudio.drawing.journey.map import CardData, LaneData, LinkMark
from cxstudio.drawing.journey.measure import QtMeasure
from cxstudio.drawing.journey.metrics import print_metrics, screen_metrics
from cxstudio.drawing.journey.runs import card_runs
from cxstudio.drawing.journey.text import Run
from cxstudio.drawing.qt import ensure_gui

TEXTS = (
    "バスの時刻が観光地ごとに違っていて調べにくい",
    "案内所では満席かどうかがわからない。",
    "「次のバスも満席なのだろうか」",
    "予約サイトで日程を比べ、宿と電車を予約する",
)


def lines(text, kind, width):
    return [
        "".join(piece.run.text for piece in line.pieces)
        for line in QtMeasure().lines((Run(text, kind),), width)
    ]


@pytest.mark.parametrize("metrics", [screen_metrics("ja"), print_metrics("ja")], ids="sp")
def test_a_japanese_text_ends_with_more_than_one_letter(metrics):
    ensure_gui()
    kind = metrics.card
    for text in TEXTS:
        for letters in range(7, 17):
            width = letters * kind.size + 1
            found = lines(text, kind, width)
            assert "".join(found) == text
            fewest = -(-len(text) // letters)
            assert len(found) <= fewest + 1
            if 1 < len(found) <= 6:
                assert sum(letter.isalnum() for letter in found[-1]) > 1, found


def test_other_texts_break_as_they_did():
    """English words, a letter that somebody set on a line of its own, and long texts."""
    ensure_gui()
    kind = screen_metrics("ja").card
    assert lines("Plan A or plan B", kind, 78) == ["Plan A or plan", "B"]
    assert lines("行き先を選ぶ\n〇", kind, 200)[-1] == "〇"
    assert lines("上\n下", kind, 200) == ["上", "下"]
    assert lines("駅" * 71, kind, 10 * kind.size + 1)[-1] == "駅"


def test_no_letter_is_alone_before_the_codes_that_follow_it():
    """In print evidence stands behind the words; one letter before it would look lost as well."""
    ensure_gui()
    metrics = print_metrics("ja")
    lane, alone = LaneData(1, "thoughts", "思考"), 0
    for text in TEXTS:
        card = CardData(1, 1, 1, text, strength="fair", marks=(LinkMark("evidence", "E-011"),))
        runs = card_runs(card, lane, metrics)
        for width in range(560, 1200, 40):
            found = QtMeasure().lines(runs, width)
            ends = ["".join(p.run.text for p in line.pieces if not p.run.tag) for line in found]
            last = [words for words in ends if words.strip()][-1]
            if sum(letter.isalnum() for letter in last) < 2:  # else it would take one line more
                assert len(QtMeasure().lines(runs, width - metrics.card.size)) > len(found), ends
                alone += 1
    assert alone < 5


def test_how_many_more_codes_there_are_is_not_broken_in_two():
    ensure_gui()
    for language, said in (("ja", "ほか3件"), ("en", "and\u00a03\u00a0more")):
        metrics = print_metrics(language)
        marks = tuple(LinkMark("evidence", f"E-01{n}") for n in range(6))
        card = CardData(1, 1, 1, "列車を待つバス", strength="strong", marks=marks)
        runs = card_runs(card, LaneData(1, "opportunities", "機会"), metrics)
        for width in range(400, 1500, 30):
            lines = QtMeasure().lines(runs, width)
            assert any(said in piece.run.text for line in lines for piece in line.pieces), width
