"""Pictures that are broken, huge or built to harm, and pictures that come and go with cards."""

import struct
import zlib

import pytest
from hands import at_cell
from paste_hands import paste, put, steps_of_undo
from PySide6.QtCore import QBuffer, QIODevice, QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QColor, QDragEnterEvent, QDropEvent, QImage
from PySide6.QtWidgets import QApplication

from cxstudio.model import Attachment, Card, Persona


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
