"""A map out of the program: every word is there, nothing is clipped, fonts are embedded."""

import re
import shutil
import subprocess
from dataclasses import replace
from html import unescape
from math import ceil

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QImage, QPainter

from cxstudio.drawing.journey.export import map_pdf, map_png, map_svg
from cxstudio.drawing.journey.layout import MapLayout, layout
from cxstudio.drawing.journey.map import CardData, LaneData, MapData, StageData, StepData
from cxstudio.drawing.journey.measure import QtMeasure, broken
from cxstudio.drawing.journey.metrics import print_metrics, screen_metrics
from cxstudio.drawing.journey.page import page, split_stages
from cxstudio.drawing.journey.paint import paint_map
from cxstudio.drawing.journey.runs import card_runs
from tests.drawing.demo import demo_map

pytestmark = pytest.mark.usefixtures("qapp", "fonts")
LANGUAGES = ("en", "ja")


@pytest.fixture(scope="module")
def fonts(qapp) -> None:
    from cxstudio.drawing.qt import ensure_gui

    ensure_gui()


def texts(svg: bytes) -> str:
    """All text of an SVG in the order of painting, without spaces."""
    found = re.findall(r"<text[^>]*>([^<]*)</text>", svg.decode())
    return squeezed("".join(unescape(part) for part in found))


def squeezed(text: str) -> str:
    """The text without the spaces and line ends that a PDF adds."""
    return re.sub(r"\s", "", text)


def names(data: MapData) -> list[str]:
    return [
        *(stage.name for stage in data.stages),
        *(step.name for step in data.steps),
        *(lane.name for lane in data.lanes),
        *(card.text for card in data.cards),
        *(card.value for card in data.cards),
    ]


def image(png: bytes) -> QImage:
    made = QImage.fromData(png, "PNG")
    assert not made.isNull()
    return made


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_svg_holds_every_text_as_text(language) -> None:
    data = demo_map(language)
    said = texts(map_svg(data, language))
    for name in [data.code, data.title, *(curve.name for curve in data.curves), *names(data)]:
        assert squeezed(name) in said
    assert "−1.6" in said


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_report_page_holds_every_text_code_and_value(language) -> None:
    data = demo_map(language)
    pictures = page(data, 253, 145, language)
    said = "".join(texts(picture.svg) for picture in pictures)
    codes = [mark.code for card in data.cards for mark in card.marks]
    assert all(squeezed(name) in said for name in [*names(data), *codes])
    values = ["+0.8", "+1.0", "+0.9", "−1.6", "+1.8", "+0.7"]
    assert all(value in said for value in values)
    assert ("仮定" if language == "ja" else "assumption") in said


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_picture_is_painted_and_not_clipped(language) -> None:
    picture = image(map_png(demo_map(language), language, 96))
    edge = 20
    width, height = picture.width(), picture.height()
    white = QColor("white").rgb()
    border = [picture.pixel(x, y) for x in range(0, width, 3) for y in (edge, height - edge)]
    border += [picture.pixel(x, y) for y in range(0, height, 3) for x in (edge, width - edge)]
    assert set(border) == {white}
    inside = {picture.pixel(x, y) for x in range(30, width, 7) for y in range(30, height, 7)}
    assert len(inside) > 20


def test_a_resolution_beyond_reason_is_refused_in_a_sentence() -> None:
    with pytest.raises(ValueError, match="too large"):
        map_png(demo_map(), "en", 9600)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(("paper", "mm"), [("A4", 297), ("A0", 1189), (None, None)])
def test_the_poster_is_one_page_with_embedded_fonts(language, paper, mm, tmp_path) -> None:
    if not shutil.which("pdffonts"):
        pytest.skip("poppler is missing")
    file = tmp_path / "地図 1.pdf"
    file.write_bytes(map_pdf(demo_map(language), language, paper))
    listed = subprocess.run(["pdffonts", file], capture_output=True, text=True, check=True).stdout
    rows = [line.split() for line in listed.splitlines()[2:]]
    assert rows and all(row[-5] == "yes" for row in rows)
    assert any("Inter" in row[0] for row in rows)
    info = subprocess.run(["pdfinfo", file], capture_output=True, text=True, check=True).stdout
    assert re.search(r"Pages:\s+1\n", info)
    if mm:
        points = float(re.search(r"Page size:\s+([\d.]+)", info)[1])
        assert points == pytest.approx(mm / 25.4 * 72, abs=1.5)
    said = subprocess.run(["pdftotext", "-raw", file, "-"], capture_output=True, text=True).stdout
    said = squeezed(said)
    data = demo_map(language)
    wanted = [data.code, *(step.name for step in data.steps), *(card.value for card in data.cards)]
    assert all(squeezed(name) in said for name in wanted)


def long_map(stages: int, steps: int) -> MapData:
    data = demo_map()
    made = tuple(
        StageData(
            n,
            f"Stage {n}",
            tuple(StepData((n, k), f"Step {n}.{k}", n * steps + k + 1) for k in range(steps)),
        )
        for n in range(stages)
    )
    cards = tuple(
        CardData((step.id, lane.id), step.id, lane.id, f"{lane.name} at {step.name}")
        for stage in made
        for step in stage.steps
        for lane in data.lanes
        if lane.kind != "emotion"
    )
    return MapData("J-9", "Long", "as_is", made, data.lanes, cards)


def test_a_wide_map_is_split_where_stages_begin() -> None:
    data = long_map(5, 4)
    pictures = page(data, 253, 145)
    assert len(pictures) > 1
    for picture in pictures:
        assert picture.width_mm <= 253.01 and picture.height_mm <= 145.01
        said = texts(picture.svg)
        assert all(squeezed(lane.name) in said for lane in data.lanes)
    for stage in data.stages:
        holding = {
            n for n, picture in enumerate(pictures) if squeezed(stage.name) in texts(picture.svg)
        }
        assert len(holding) == 1
    joined = "".join(texts(picture.svg) for picture in pictures)
    assert all(squeezed(card.text) in joined for card in data.cards)


def test_a_tall_map_is_split_between_lanes_with_its_steps_repeated() -> None:
    pictures = page(demo_map(), 253, 90)
    assert len(pictures) > 1
    for picture in pictures:
        assert picture.height_mm <= 90.01
        assert "Getaround" in texts(picture.svg)
    assert "Part 2 of" in pictures[1].alt


def test_stages_are_shared_out_evenly_and_never_lost() -> None:
    stages = long_map(7, 3).stages
    for most in range(1, 22):
        groups = split_stages(stages, most)
        steps = [step.id for group in groups for stage in group for step in stage.steps]
        assert steps == [step.id for stage in stages for step in stage.steps]
        assert all(sum(len(stage.steps) for stage in group) <= most for group in groups)


def test_a_map_without_steps_has_a_poster_and_no_page() -> None:
    empty = MapData("J-2", "Empty")
    assert page(empty, 253, 145) == []
    assert "Empty" in texts(map_svg(empty))
    assert map_png(empty) and map_pdf(empty)


def test_cards_that_are_skipped_are_not_painted() -> None:
    data = demo_map()
    laid = layout(data, screen_metrics("en"), QtMeasure())
    with_all, without = (_painted(data, laid, skip) for skip in ((), {"actions-0"}))
    rect = laid.card_rect("actions-0")
    inside = (int(rect.x + rect.width / 2), int(rect.bottom - 4))
    assert with_all.pixelColor(*inside).name() == "#e8e8e3"
    assert without.pixelColor(*inside).name() == "#ffffff"


def _painted(data, laid, skip, theme="light") -> QImage:
    made = QImage(round(laid.width), round(laid.height), QImage.Format.Format_RGB32)
    made.fill(QColor("white"))
    painter = QPainter(made)
    paint_map(painter, data, laid, theme, skip=skip)
    painter.end()
    return made


@pytest.mark.parametrize("theme", ["light", "dark", "projector"])
def test_strange_texts_and_lanes_are_painted(theme) -> None:
    data = demo_map()
    strange = ["", "\n\n", "👩‍👩‍👧 family", "שלום עולם", "x" * 10_000, "a\tb", "\ud83d"]
    cards = tuple(
        CardData(n, 1, "pain_points", text, votes=n, strength="thin")
        for n, text in enumerate(strange)
    )
    picture = CardData(
        "p", 2, "actions", "", picture=None, colour="no such colour", icon="no such icon"
    )
    laid = layout(replace(data, cards=(*cards, picture)), screen_metrics("en"), QtMeasure())
    assert len(laid.places) == 8
    _painted(data, laid, (), theme)


def test_a_line_never_begins_with_a_japanese_full_stop() -> None:
    from cxstudio.drawing.journey.text import Run

    kind = screen_metrics("ja").card
    text = "次のバスが来るまで待つ。駅で聞いた、時刻表は古い。"
    for width in range(40, 200, 4):
        lines = broken((Run(text, kind),), float(width))
        said = ["".join(piece.run.text for piece in line.pieces) for line in lines]
        assert "".join(said) == text
        assert not any(line[0] in "、。」" for line in said)
        assert all(line.width <= width + 0.5 for line in lines)


def test_printed_text_is_never_smaller_than_six_and_a_half_points() -> None:
    laid = layout(demo_map(), print_metrics("en"), QtMeasure())
    boxes = (box for row in laid.rows for cell in row.cells for box in cell.cards)
    sizes = {piece.run.type.size for box in boxes for line in box.lines for piece in line.pieces}
    assert min(sizes) >= 65


def test_painting_the_parts_reaches_no_further_than_the_map() -> None:
    data = demo_map()
    laid = layout(data, screen_metrics("en"), QtMeasure())
    made = QImage(round(laid.width) + 40, round(laid.height) + 40, QImage.Format.Format_RGB32)
    made.fill(QColor("white"))
    painter = QPainter(made)
    painter.translate(20, 20)
    paint_map(painter, data, laid)
    painter.end()
    outside = QRectF(18, 18, laid.width + 4, laid.height + 4)
    white = QColor("white").rgb()
    for x in range(0, made.width(), 2):
        for y in range(0, made.height(), 2):
            if not outside.contains(x, y):
                assert made.pixel(x, y) == white


def test_orange_is_only_where_it_hurts() -> None:
    data = demo_map()
    assert data.breaks() == data.lowest() == 5
    content = replace(data.curves[0], values=dict.fromkeys(range(1, 9), 0.5))
    assert replace(data, curves=(content,)).breaks() is None
    assert MapData("J", "").breaks() is None


def test_the_as_is_behind_a_to_be_is_not_what_the_map_is_read_by() -> None:
    data = demo_map()
    before = replace(data.curves[0], dotted=True)
    better = replace(data.curves[0], persona_id=9, values={1: 1.0, 2: -0.3})
    assert replace(data, curves=(before, better)).lowest() == 2


def test_the_lowest_value_stays_when_the_map_is_read_anew() -> None:
    """Lanes in which nothing changed keep their boxes, while the curves are read again."""
    data = demo_map("en")
    laid = layout(data, screen_metrics("en"), QtMeasure())
    again = replace(data, curves=tuple(replace(curve) for curve in data.curves))
    assert painted(again, laid) == painted(data, laid) != painted(replace(data, curves=()), laid)


def painted(data: MapData, laid: MapLayout) -> QImage:
    """The map as the screen shows it."""
    made = QImage(ceil(laid.width), ceil(laid.height), QImage.Format.Format_RGB32)
    made.fill(QColor("white"))
    painter = QPainter(made)
    paint_map(painter, data, laid)
    painter.end()
    return made


def test_where_nobody_was_asked_it_is_said_once() -> None:
    """Codes are for telling who of several; all of them in each step would run together."""
    data = demo_map("en")
    blank = tuple(replace(curve, values={}, computed=frozenset()) for curve in data.curves)
    said = texts(map_svg(replace(data, curves=blank), "en"))
    assert len(blank) > 1 and squeezed("no evidence") in said
    assert squeezed(": no evidence") not in said
    some = (replace(blank[0]), *data.curves[1:])
    assert squeezed(f"{blank[0].code}: no evidence") in texts(
        map_svg(replace(data, curves=some), "en")
    )


def test_a_boxed_word_is_never_broken_in_two() -> None:
    """A Japanese word may break anywhere, but not the one that stands in a box."""
    metrics = print_metrics("ja")
    card = CardData(1, 1, 1, "「車がなくても行けるだろうか」", strength="none")
    runs = card_runs(card, LaneData(1, "thoughts", "思考"), metrics)
    for width in range(300, 1600, 20):
        boxes = [p for line in QtMeasure().lines(runs, width) for p in line.pieces if p.run.tag]
        assert [piece.run.text for piece in boxes] == ["仮定"], width
