"""What goes wrong in the hand: huge pastes and odd texts. One sentence, one undo."""

import json
import time

import pytest
from paste_hands import paste, put, steps_of_undo, texts
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest

from cxstudio import limits
from cxstudio.model import Card
from cxstudio.ui.canvas import clipboard

CTRL = Qt.KeyboardModifier.ControlModifier
FAMILY, FLAG = "👩‍👩‍👧‍👦", "🇯🇵"


# ── Pastes ────────────────────────────────────────────────────────────────────────────────


def test_5000_cells_are_pasted_in_one_step_and_taken_back_in_one(canvas, made, said):
    before, count = steps_of_undo(canvas), canvas.workspace.file.count(Card)
    put("\n".join("\t".join(f"{row} {column}" for column in range(50)) for row in range(100)))
    start = time.process_time()
    paste(canvas, made.pain[0])
    assert canvas.workspace.file.count(Card) == count + 5000
    assert steps_of_undo(canvas) == before + 1
    assert time.process_time() - start < 60  # once it was a query for each card: many minutes
    assert "beyond the map" in said[-1]
    assert texts(canvas, made.pain[1])[2:] == ["0 1"]
    canvas.workspace.undo()
    assert canvas.workspace.file.count(Card) == count


@pytest.mark.parametrize(
    "text",
    [
        "\n".join("\t".join(["x"] * 50) for _row in range(1000)),
        "x\n" * 50_000,
        "\t" * 2_000_000 + "x",
        "\t".join(f'"{"x" * 40}' for _n in range(200_000)),
    ],
    ids=["50,000 cells", "50,000 lines", "2,000,000 empty cells", "open quotes"],
)
def test_more_than_that_is_said_and_nothing_is_pasted(canvas, made, said, text):
    before, count = steps_of_undo(canvas), canvas.workspace.file.count(Card)
    put(text)
    paste(canvas, made.pain[0])
    assert said == ["The clipboard holds more than 5000 cells; paste a part of it."]
    assert (steps_of_undo(canvas), canvas.workspace.file.count(Card)) == (before, count)


def test_the_blank_rest_of_a_copied_column_does_not_count(canvas, made):
    put("One\nTwo\n" + "\n" * 1_048_000)
    paste(canvas, made.pain[2])
    assert texts(canvas, made.pain[2]) == ["One", "Two"]


def test_a_text_longer_than_a_card_is_said(canvas, made, said):
    put("a\t" + "x" * 200_000)
    paste(canvas, made.pain[2])
    assert "200000 characters" in said[0]
    assert texts(canvas, made.pain[2]) == []


def test_a_cell_of_10000_characters_and_stray_line_ends_are_pasted(canvas, made):
    long = "long " * 2_000
    put(f"a\tb\x0bc\x0bd\n{long}\x07\x00\t{FAMILY}{FLAG} مرحبا\x1b")
    paste(canvas, made.pain[0])
    assert texts(canvas, made.pain[0])[2:] == ["a"]
    assert texts(canvas, made.pain[1])[2:] == ["b", "c", "d"]
    below = [cell._replace(lane_id=made.lanes[3]) for cell in made.pain]
    assert texts(canvas, below[0]) == [long.strip()]
    assert texts(canvas, below[1]) == [f"{FAMILY}{FLAG} مرحبا"]


def test_a_table_of_a_web_page_is_pasted_in_its_places(canvas, made):
    put(
        html="""<html><head><style>td {color: red}</style></head><body><p>Not this</p><table>
        <tr><td colspan=2>Both <b>steps</b></td><th>Third</th></tr>
        <tr><td><p>One</p><p>Two</p></td><td></td><td>&lt;x&gt;<table><tr><td>in</td></tr></table>
        </td></tr></table><table><tr><td>Nor this</td></tr></table>""",
        text="Both steps Third One Two <x>",
    )
    paste(canvas, made.pain[0])
    below = [cell._replace(lane_id=made.lanes[3]) for cell in made.pain]
    assert [texts(canvas, cell)[-1:] for cell in made.pain] == [
        ["Both steps"],
        ["Card 1 1"],
        ["Third"],
    ]
    assert [texts(canvas, cell) for cell in below] == [["One", "Two"], [], ["<x>", "in"]]


def test_a_table_built_to_harm_is_pasted_or_refused(canvas, made, said):
    huge = "<table>" + "<tr><td colspan=99999 rowspan=99999>x</td></tr>" * 3000 + "</table>"
    put(html=huge)
    paste(canvas, made.pain[0])
    put(html="<table><tr>" + "<td>x" * 100_000)
    paste(canvas, made.pain[0])
    put(html="<table><tr><td>" + "<div>" * 100_000 + "x")
    paste(canvas, made.pain[2])
    assert texts(canvas, made.pain[2])[-1] == "x"


@pytest.mark.parametrize(
    "content",
    [
        "[" * 100_000,
        '{"cards": 3}',
        '{"cards": [1, {"text": 2}]}',
        "\x00\xff",
        json.dumps({"cards": [{"text": "x"}] * 6000}),
    ],
)
def test_cards_that_another_program_forged_do_no_harm(canvas, made, content):
    count = canvas.workspace.file.count(Card)
    data = QMimeData()
    data.setData(clipboard.CARDS, content.encode())
    QGuiApplication.clipboard().setMimeData(data)
    paste(canvas, made.pain[0])
    assert canvas.workspace.file.count(Card) == count


def test_what_a_forged_card_carries_is_looked_through(canvas, made):
    card = {"text": "a\x00b", "icon": "../../../x", "column": 10**30, "lane_kind": [1], "id": "x"}
    card |= {"colour": ["red"], "value": 3, "tags": None, "picture": "AAAA"}
    good = {**card, "picture": "", "colour": "blue"}
    for cards in ([card], [good]):
        data = QMimeData()
        data.setData(clipboard.CARDS, json.dumps({"path": "", "cards": cards}).encode())
        QGuiApplication.clipboard().setMimeData(data)
        paste(canvas, made.pain[0])
    (made_card,) = canvas.workspace.file.all(Card, Card.text == "ab")
    assert (made_card.icon, made_card.value, made_card.step_id) == ("", "3", made.steps[2])


# ── Texts ─────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    "text",
    ["word " * 2_000, "長" * 10_000, "x" * 10_000, "a\n" * 5_000, FAMILY * 900, "مرحبا " * 1_600],
    ids=["words", "Japanese", "one word", "lines", "families", "Arabic"],
)
def test_a_card_of_10000_characters_leaves_the_map_a_map(canvas, made, text):
    canvas.document.set_text(made.cards[0], text.strip())
    assert canvas.map.card_rect(made.cards[0]).height() < 900
    assert canvas.document.text_of(made.cards[0]) == text.strip()
    canvas.select_cards([made.cards[0]])
    QTest.keyClick(canvas.editor, Qt.Key.Key_F2)
    assert canvas.editor.toPlainText() == text.strip()
    QTest.keyClick(canvas.editor, Qt.Key.Key_Escape)
    assert not canvas.grab().isNull()


def test_typed_control_characters_are_not_kept(canvas, made):
    canvas.writing.open_card(made.cards[0])
    canvas.editor.setPlainText(f"a\x07b\u2028c {FAMILY}{FLAG}\ud800")
    canvas.editor.finish()
    assert canvas.document.text_of(made.cards[0]) == f"ab\nc {FAMILY}{FLAG}"


def test_names_of_10000_characters_leave_the_map_a_map(canvas, made):
    from cxstudio.model import Journey, Lane, Stage, Step

    with canvas.workspace.change("Long names") as change:
        change.get(Journey, made.journey).title = "title " * 1_700
        change.get(Stage, made.stages[0]).name = "stage " * 1_700
        change.get(Step, made.steps[0]).name = "長い" * 5_000
        change.get(Lane, made.lanes[0]).name = "lane " * 2_000
    assert canvas.map.laid.head.height < 400
    assert canvas.map.laid.rows[0].height < 400
    assert not canvas.grab().isNull()


def test_the_bounds_of_the_clipboard_are_those_that_are_said():
    assert limits.PASTED_CELLS == 5_000


# ── Nothing there ─────────────────────────────────────────────────────────────────────────


def test_a_map_without_steps_says_how_to_begin(canvas, made, said):
    from cxstudio.model import Journey, Stage

    assert canvas.blank.words is None
    with canvas.workspace.change("Nothing") as change:
        empty = change.add(Journey(title="Empty", number=2)).id
    canvas.show_journey(empty)
    assert canvas.blank.words.isVisible()
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_F2, Qt.Key.Key_Delete, Qt.Key.Key_A):
        QTest.keyClick(canvas.editor, key)
    put("a\tb")
    QTest.keyClick(canvas.editor, Qt.Key.Key_V, CTRL)
    assert said == ["This map has no steps yet."]
    canvas.fit()
    assert not canvas.grab().isNull()
    canvas.show_journey(made.journey)
    assert not canvas.blank.words.isVisible()
    with canvas.workspace.change("No stages") as change:
        for stage in made.stages:
            change.delete(change.get(Stage, stage))
    assert canvas.blank.words.isVisible()
    canvas.workspace.undo()
    assert not canvas.blank.words.isVisible()


def test_pasting_where_no_card_can_stand_says_so(canvas, made, said):
    put("x")
    paste(canvas, made.emotion[0])
    assert said == ["This lane takes no cards. Select a cell of another one."]
