"""What goes wrong in the hand: huge pastes, odd texts, broken pictures. One sentence, one undo."""

import json
import struct
import time
import zlib

import pytest
from hands import at_cell
from PySide6.QtCore import QBuffer, QIODevice, QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QColor, QDragEnterEvent, QDropEvent, QGuiApplication, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from cxstudio import limits
from cxstudio.model import Attachment, Card, Persona
from cxstudio.ui.canvas import clipboard

CTRL = Qt.KeyboardModifier.ControlModifier
FAMILY, FLAG = "👩‍👩‍👧‍👦", "🇯🇵"


@pytest.fixture
def said(canvas):
    heard = []
    canvas.workspace.said.connect(lambda text, _undo: heard.append(text))
    return heard


def put(text=None, html=None, image=None, urls=()):
    data = QMimeData()
    if text is not None:
        data.setText(text)
    if html is not None:
        data.setHtml(html)
    if image is not None:
        data.setImageData(image)
    if urls:
        data.setUrls([QUrl.fromLocalFile(str(path)) for path in urls])
    QGuiApplication.clipboard().setMimeData(data)


def paste(canvas, cell):
    canvas.map.selection.set((), cell)
    canvas.setFocus()
    QTest.keyClick(canvas.editor, Qt.Key.Key_V, CTRL)


def texts(canvas, cell):
    return [canvas.document.text_of(id) for id in canvas.document.cards_in(cell)]


def steps_of_undo(canvas):
    return len(canvas.workspace.file.undo_steps)


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


# ── Pictures ──────────────────────────────────────────────────────────────────────────────


def png_head(width, height, rows=b""):
    def chunk(kind, data):
        whole = kind + data
        return struct.pack(">I", len(data)) + whole + struct.pack(">I", zlib.crc32(whole))

    head = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    body = chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b"")
    return b"\x89PNG\r\n\x1a\n" + body


def image(width, height, grey=False):
    made = QImage(
        width, height, QImage.Format.Format_Grayscale8 if grey else QImage.Format.Format_RGB32
    )
    made.fill(QColor("teal") if not grey else 90)
    return made


def as_file(path, picture, kind):
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    assert picture.save(buffer, kind)
    path.write_bytes(bytes(buffer.data().data()))
    return path


SVG = (
    b'<svg xmlns="http://www.w3.org/2000/svg" width="%d" height="%d">'
    b'<image href="file:///etc/hostname" width="9" height="9"/></svg>'
)


@pytest.mark.qt_log_ignore(".*")
@pytest.mark.parametrize(
    ("name", "content", "why"),
    [
        ("bomb.png", png_head(30_000, 30_000), "900 megapixels"),
        ("lies.png", png_head(2**31 - 1, 2**31 - 1), "not a picture"),
        ("short.png", png_head(400, 400, b"\0" * 10), "damaged"),
        (
            "wide.gif",
            b"GIF89a\xff\xff\xff\xff\0\0\0" + b",\0\0\0\0\xff\xff\xff\xff\0\2\1\1\0;",
            "megapixels",
        ),
        ("svg.png", SVG % (100, 100), "not a picture"),
        ("huge.png", SVG % (10**9, 10**9), "not a picture"),
        ("text.jpg", b"hello", "not a picture"),
        ("empty.webp", b"", "not a picture"),
    ],
)
def test_a_picture_that_cannot_be_taken_says_why(canvas, made, said, tmp_path, name, content, why):
    before = steps_of_undo(canvas)
    path = tmp_path / name
    path.write_bytes(content)
    put(urls=[path])
    paste(canvas, made.pain[0])
    assert why in said[-1]
    assert name in said[-1]
    assert (steps_of_undo(canvas), canvas.workspace.file.count(Attachment)) == (before, 0)


@pytest.mark.parametrize(
    ("width", "height", "kind", "grey", "kept"),
    [
        (10_000, 10_000, "JPEG", True, (1400, 1400)),
        (10_000, 10_000, "PNG", True, (1400, 1400)),
        (20_000, 1, "PNG", False, (1400, 1)),
        (1, 20_000, "PNG", False, (1, 1400)),
    ],
)
def test_100_megapixels_and_a_hair_are_taken(
    canvas, made, tmp_path, width, height, kind, grey, kept
):
    path = as_file(tmp_path / "large.jpg", image(width, height, grey), kind)  # whatever it is
    put(urls=[path])
    paste(canvas, made.pain[2])
    (card,) = (card for card in canvas.map.data.cards if card.picture is not None)
    assert (card.picture.width, card.picture.height) == kept
    assert not canvas.grab().isNull()
    canvas.workspace.undo()
    assert canvas.workspace.file.count(Attachment) == 0


def test_a_gif_of_many_frames_is_its_first(canvas, made, tmp_path):
    frame = b"\x21\xf9\x04\0\1\0\0\0,\0\0\0\0\x10\0\x10\0\0\2\2\x4c\1\0"
    path = tmp_path / "frames.gif"
    path.write_bytes(b"GIF89a\x10\0\x10\0\x80\0\0\0\0\0\xff\xff\xff" + frame * 100_000 + b";")
    put(urls=[path])
    paste(canvas, made.pain[2])
    (kept,) = canvas.workspace.file.all(Attachment)
    assert kept.size < 10_000


def test_of_several_files_the_good_ones_are_taken_and_the_others_counted(
    canvas, made, said, tmp_path
):
    good = as_file(tmp_path / "good.png", image(40, 30), "PNG")
    bad = [tmp_path / "a.png", tmp_path / "b.png"]
    for path in bad:
        path.write_bytes(b"x")
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in (good, *bad)])
    place, port = at_cell(canvas, made.pain[2]), canvas.viewport()
    copy, left = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
    none = Qt.KeyboardModifier.NoModifier
    QApplication.sendEvent(port, QDragEnterEvent(place, copy, data, left, none))
    QApplication.sendEvent(port, QDropEvent(QPointF(place), copy, data, left, none))
    assert canvas.workspace.file.count(Attachment) == 1
    assert said == ["2 pictures cannot be read. Nothing was added for them."]


def test_a_picture_goes_with_the_last_card_that_shows_it_and_comes_back(canvas, made, tmp_path):
    put(urls=[as_file(tmp_path / "good.png", image(40, 30), "PNG")])
    paste(canvas, made.pain[2])
    file = canvas.workspace.file
    (first,) = canvas.document.cards_in(made.pain[2])
    (copy,) = canvas.document.copy_cards([first])
    canvas.document.delete_cards([first])
    assert file.count(Attachment) == 1
    canvas.document.delete_cards([copy])
    assert file.count(Attachment) == 0
    canvas.workspace.undo()
    (kept,) = file.all(Attachment)
    assert file.one(Card, copy).attachment_id == kept.id
    assert file.blob(kept.sha256)
    (shown,) = (card for card in canvas.map.data.cards if card.picture is not None)
    assert shown.id == copy
    canvas.workspace.redo()
    assert file.count(Attachment) == 0


def test_a_picture_that_a_persona_shows_too_stays(canvas, made, tmp_path):
    put(urls=[as_file(tmp_path / "good.png", image(40, 30), "PNG")])
    paste(canvas, made.pain[2])
    (kept,) = canvas.workspace.file.all(Attachment)
    with canvas.workspace.change("Portrait") as change:
        change.get(Persona, made.persona).photo_id = kept.id
    canvas.document.delete_cards(canvas.document.cards_in(made.pain[2]))
    assert canvas.workspace.file.count(Attachment) == 1


def test_a_cut_picture_is_pasted_again(canvas, made, tmp_path):
    put(urls=[as_file(tmp_path / "good.png", image(40, 30), "PNG")])
    paste(canvas, made.pain[2])
    canvas.select_cards(canvas.document.cards_in(made.pain[2]))
    canvas.acts.cut()
    assert canvas.workspace.file.count(Attachment) == 0
    paste(canvas, made.pain[0])
    assert canvas.workspace.file.count(Attachment) == 1


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
