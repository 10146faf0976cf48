"""Odd texts and empty maps, out of the program: every format opens, and nothing breaks the page."""

import io
import struct
import zlib

import pytest
from lxml import etree
from openpyxl import load_workbook
from PySide6.QtGui import QImage

from cxstudio.drawing.journey import map as m
from cxstudio.drawing.journey.export import map_pdf, map_png, map_svg
from cxstudio.drawing.journey.page import page
from cxstudio.drawing.journey.poster import pages_pdf, poster, tiles
from cxstudio.drawing.journey.sheet import lay_sheet
from cxstudio.drawing.qt import ensure_gui
from cxstudio.drawing.raster import UnreadablePicture, image_in, picture_of, size_of

LONG = {
    "words": "The bus is full and nobody says when the next one comes. " * 200,
    "Japanese": "停留所で待っていても、いつ来るのか誰も教えてくれない。" * 400,
    "one word": "x" * 10_000,
    "lines": "a\n" * 5_000,
}
ODD = {
    "emoji": "👩‍👩‍👧‍👦 🇯🇵 🏳️‍🌈 👍🏽",
    "right to left": "مرحبا بالعالم then שלום 12",
    "override": "abc \u202edef\u2066",
    "control": "a\x07b\x1b[31m\x00\ufffe",
    "half": "a\ud83db",
    "marks": "Z" + "\u0351\u036b" * 200,
    "markup": "<b>&amp;</b>]]>\"'",
}


def a_map(text: str, name: str = "Step") -> m.MapData:
    steps = (m.StepData(1, name, 1), m.StepData(2, "Second", 2))
    lanes = (m.LaneData(1, "actions", name), m.LaneData(2, "pain_points", "Pain"))
    cards = (m.CardData(1, 1, 1, text), m.CardData(2, 2, 2, text, value=text, tags=(text,)))
    line = m.ConnectorData(1, 1, 2, label=text)
    curve = m.CurveData(1, "P-01", name, values={1: 1.0})
    stages = (m.StageData(1, name, steps),)
    return m.MapData("J-01", name, "as_is", stages, lanes, cards, (curve,), connectors=(line,))


EMPTY = {
    "nothing": m.MapData("J-01", ""),
    "lanes alone": m.MapData("J-01", "x", lanes=(m.LaneData(1, "actions", "A"),)),
    "an empty stage": m.MapData("J-01", "x", stages=(m.StageData(1, "S"),)),
    "steps alone": m.MapData("J-01", "x", stages=(m.StageData(1, "S", (m.StepData(1, "T", 1),)),)),
}


@pytest.fixture(autouse=True)
def gui():
    ensure_gui()


def every_format(data: m.MapData, language: str = "en") -> None:
    """Write a map in each format, and open what can be opened."""
    image = QImage.fromData(map_png(data, language, dpi=96))
    assert image.width() > 100
    assert etree.fromstring(map_svg(data, language)) is not None
    sheet = lay_sheet(data, language)
    pdfs = [map_pdf(data, language, "A3"), pages_pdf(poster(sheet)), pages_pdf(tiles(sheet))]
    assert all(pdf.startswith(b"%PDF") for pdf in pdfs)


@pytest.mark.parametrize("text", LONG.values(), ids=LONG)
@pytest.mark.parametrize("language", ["en", "ja"])
def test_a_long_text_breaks_neither_poster_nor_page(text, language):
    data = a_map(text, text[:10_000])
    every_format(data, language)
    sheet = lay_sheet(data, language)
    assert sheet.height < 3_000
    assert sheet.width < 1_000
    assert len(tiles(sheet).tiling.tiles) < 12
    for picture in page(data, 247, 121, language):
        assert picture.width_mm <= 247.01
        assert picture.height_mm <= 121.01


@pytest.mark.parametrize("text", ODD.values(), ids=ODD)
def test_odd_characters_come_out_in_every_format(text):
    every_format(a_map(text, text))
    assert page(a_map(text, text), 247, 121, "en")


@pytest.mark.parametrize("data", EMPTY.values(), ids=EMPTY)
def test_a_map_with_nothing_on_it_comes_out_in_every_format(data):
    every_format(data)
    assert len(page(data, 247, 121, "en")) == (1 if data.steps else 0)


@pytest.mark.parametrize("name", EMPTY)
def test_its_cells_come_out_too(name):
    from cxstudio.exchange.journey_content import JourneyContent, StageContent, StepContent
    from cxstudio.exchange.journey_sheets import csv_of, xlsx_of
    from cxstudio.exchange.journey_table import rows_of

    stages = tuple(
        StageContent(stage.name, tuple(StepContent(step.name) for step in stage.steps))
        for stage in EMPTY[name].stages
    )
    rows = rows_of(JourneyContent("x", stages=stages), "en")
    assert csv_of(rows).startswith(b"\xef\xbb\xbfStage")
    assert load_workbook(io.BytesIO(xlsx_of(rows, "x"))).worksheets[0]["A2"].value == "Step"


# ── Pictures ──────────────────────────────────────────────────────────────────────────────


def bomb(width: int, height: int) -> bytes:
    """A PNG of a few bytes that says it is so large."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return (
            struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
        )

    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(b"\0"))


SVG = b'<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><rect width="9"/></svg>'
ENTITIES = b'<!DOCTYPE svg [<!ENTITY a "b">]>' + SVG.replace(b"<rect", b"<text>&a;</text><rect")
XPM = b'/* XPM */\nstatic char *x[] = {"9 9 1 1","a c red",' + b'"aaaaaaaaa",' * 9 + b"};"


@pytest.mark.parametrize("content", [bomb(30_000, 30_000), SVG, ENTITIES, XPM, b"", b"\x89PNG"])
def test_what_is_no_picture_is_refused_before_it_is_unpacked(content):
    assert size_of(content) is None
    assert image_in(content, 100).isNull()
    with pytest.raises(UnreadablePicture, match=r"“x\.png”"):
        picture_of(content, 100, "x.png")
