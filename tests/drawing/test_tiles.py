"""Maps on paper: the pages cover the drawing, hold every word, and embed their fonts."""

import re
import subprocess
from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage, QPainter

from cxstudio.drawing.journey.boxes import Rect
from cxstudio.drawing.journey.connectors import routes
from cxstudio.drawing.journey.export import map_png
from cxstudio.drawing.journey.map import ConnectorData
from cxstudio.drawing.journey.poster import (
    natural_size,
    pages_pdf,
    paper_size,
    part_of,
    poster,
    tiles,
)
from cxstudio.drawing.journey.sheet import lay_sheet
from cxstudio.drawing.journey.tiles import letters, tiled, turned
from cxstudio.drawing.qt import ensure_gui
from tests.drawing.demo import demo_map

sides = st.floats(1, 4000)
PAPERS = ("A4", "A3", "A2", "A1", "A0")


@pytest.fixture(scope="module", params=["en", "ja"])
def sheet(request):
    ensure_gui()
    return lay_sheet(demo_map(request.param), request.param)


@given(st.tuples(sides, sides), st.sampled_from(PAPERS), st.booleans())
def test_tiles_cover_the_drawing_once_and_the_overlap_twice(size, paper, lying):
    page = turned(paper_size(paper), "landscape" if lying else "portrait", size, True)
    tiling = tiled(size, page)
    assert len(tiling.tiles) == tiling.rows * tiling.columns
    for axis, count in ((0, tiling.columns), (1, tiling.rows)):
        parts = [
            (tile.part[axis], tile.part[axis + 2])
            for tile in tiling.tiles
            if (tile.row if axis == 0 else tile.column) == 0
        ]
        assert len(parts) == count
        assert parts[0][0] == 0
        assert sum(parts[-1]) == pytest.approx(size[axis])
        for (start, length), (begin, _rest) in pairwise(parts):
            assert start + length - begin == pytest.approx(tiling.overlap)
        room = page[axis] - 2 * tiling.margin
        assert all(0 < length <= room + 1e-6 for _start, length in parts)
        assert count == 1 or parts[-1][1] > tiling.overlap - 1e-6  # no page is for nothing


def test_pages_are_named_as_on_a_chessboard():
    names = [tile.name for tile in tiled((500, 300), (210, 297)).tiles]
    assert names == ["A1", "A2", "A3", "B1", "B2", "B3"]
    assert [letters(place) for place in (0, 25, 26)] == ["A", "Z", "AA"]


def test_a_drawing_needs_room():
    with pytest.raises(ValueError, match="no room"):
        tiled((100, 100), (25, 25))


def words(pdf, tmp_path, page=None):
    path = tmp_path / "x.pdf"
    path.write_bytes(pdf)
    only = [] if page is None else ["-f", str(page), "-l", str(page)]
    text = subprocess.run(
        ["pdftotext", *only, str(path), "-"], capture_output=True, check=True
    ).stdout.decode()
    return re.sub(r"\s+", "", text)


@pytest.mark.libreoffice
def test_every_card_is_on_its_page(sheet, tmp_path):
    pages = tiles(sheet, "A4", poster_paper="A1")
    assert pages.count > 4
    pdf = pages_pdf(pages)
    unit = 25.4 / 96 * pages.scale
    laid = sheet.laid
    texts = [words(pdf, tmp_path, page + 1) for page in range(pages.count)]
    for card in sheet.map_data.cards:
        x, y, width, height = laid.card_rect(card.id)
        place = ((x + 24) * unit, (y + 24 + sheet.head) * unit)
        whole = [
            page
            for page, tile in enumerate(pages.tiling.tiles)
            if tile.part.x <= place[0]
            and place[0] + width * unit <= tile.part.right
            and tile.part.y <= place[1]
            and place[1] + height * unit <= tile.part.bottom
        ]
        said = re.sub(r"\s+", "", card.text)
        assert all(said in texts[page] for page in whole), card.text
        assert any(said in text for text in texts), card.text
    for page, tile in enumerate(pages.tiling.tiles):
        assert tile.name in texts[page]


@pytest.mark.libreoffice
@pytest.mark.parametrize("paper", [None, "A4", "A0"])
def test_a_poster_is_one_page_with_every_word(sheet, paper, tmp_path):
    text = words(pages_pdf(poster(sheet, paper)), tmp_path)
    data = sheet.map_data
    named = [x.name for x in (*data.stages, *data.steps, *data.lanes)]
    for said in [*named, *(card.text for card in data.cards)]:
        assert re.sub(r"\s+", "", said) in text, said


@pytest.mark.libreoffice
def test_all_fonts_are_embedded(sheet, tmp_path):
    path = tmp_path / "x.pdf"
    path.write_bytes(pages_pdf(tiles(sheet)))
    rows = subprocess.run(["pdffonts", str(path)], capture_output=True, check=True, text=True)
    fonts = rows.stdout.splitlines()[2:]
    assert fonts
    assert all(line.split()[-5] == "yes" for line in fonts), rows.stdout


def test_the_map_fits_its_page_whatever_the_paper(sheet):
    for paper in PAPERS:
        for turn in ("auto", "portrait", "landscape"):
            pages = poster(sheet, paper, turn)
            room = [side - 16 + 1e-6 for side in pages.paper]
            assert pages.size[0] <= room[0]
            assert pages.size[1] <= room[1]
    exact = poster(sheet)
    assert exact.paper == pytest.approx(natural_size(sheet))


def painted(pages, page, pixels_per_mm):
    image = QImage(
        *(round(side * pixels_per_mm) for side in pages.paper), QImage.Format.Format_RGB32
    )
    painter = QPainter(image)
    painter.scale(pixels_per_mm, pixels_per_mm)
    pages.paint(painter, page)
    painter.end()
    return image


def shades(image, left, top, width, height):
    """The part of an image in forty by forty patches of grey."""
    part = image.copy(round(left), round(top), round(width), round(height))
    small = part.scaled(40, 40, mode=Qt.TransformationMode.SmoothTransformation)
    return [small.pixelColor(x, y).lightness() for y in range(40) for x in range(40)]


def test_the_pages_put_together_are_the_map(sheet):
    pages = tiles(sheet, "A4")
    scale = 96 / 25.4
    whole = painted(poster(sheet), 0, scale)
    for page, tile in enumerate(pages.tiling.tiles):
        part = [side * scale for side in tile.part]
        there = shades(whole, *part)
        here = shades(painted(pages, page, scale), 10 * scale, 10 * scale, *part[2:])
        assert max(abs(a - b) for a, b in zip(here, there, strict=True)) < 40
        assert min(there) < 200


def test_connectors_run_on_from_page_to_page(sheet):
    lines = (ConnectorData("c", "actions-0", "back_stage-7"),)
    data = replace(sheet.map_data, connectors=lines)
    linked = lay_sheet(data, sheet.laid.metrics.language)
    whole = routes(linked.laid, lines)
    assert len(whole) == 1
    for tile in tiles(linked, "A4").tiling.tiles:
        unit = 25.4 / 96
        seen = Rect(*(side / unit for side in tile.part))
        assert routes(part_of(linked, seen).laid, lines) == whole


def test_nothing_of_a_png_is_cut_off(sheet):
    image = QImage.fromData(map_png(sheet.map_data, sheet.laid.metrics.language, 96))
    assert image.width() == round(sheet.width)
    white = 0xFFFFFFFF
    edges = [image.pixel(x, y) for x in range(image.width()) for y in (0, image.height() - 1)]
    edges += [image.pixel(x, y) for y in range(image.height()) for x in (0, image.width() - 1)]
    assert set(edges) == {white}
