"""Charts that Word draws: valid, with the figures in a workbook, the same bytes every time."""

import datetime as dt
import zipfile
from io import BytesIO
from itertools import pairwise

import pytest
from lxml import etree
from openpyxl import load_workbook

from cxstudio.analysis.survey.nps import nps
from cxstudio.analysis.survey.quadrant import Place
from cxstudio.drawing.charts.figure import text_mm
from cxstudio.drawing.charts.scale import Reading, place_sides, ticks
from cxstudio.drawing.face import Face, set_in
from cxstudio.report import blocks as b
from cxstudio.report.charts.composition import People, composition_chart
from cxstudio.report.charts.data import (
    LETTERS,
    Axis,
    Band,
    BarChart,
    Bars,
    Ground,
    Note,
    Stroke,
    signed_form,
)
from cxstudio.report.charts.drivers import Rated, drivers_chart
from cxstudio.report.charts.quarters import corners, names_between
from cxstudio.report.charts.trend import serial, trend_chart
from cxstudio.report.charts.words import in_lines, words_mm

SHARED_SCHEMA = ("ooxml-xsd", "dml-chart.xsd")
DRAWING = "http://schemas.openxmlformats.org/drawingml/2006/chartDrawing"
A = {"a": "http://schemas.openxmlformats.org/drawingml/2006/main"}
READINGS = [
    Reading(dt.date(2022, 5, 31), 1.8, -1.4, 5.0, 2247),
    Reading(dt.date(2026, 2, 28), 21.1, 16.6, 25.6, 1036),
    Reading(dt.date(2026, 4, 30), 20.3, 16.4, 24.1, 12),
]
TREND = trend_chart(READINGS, 25.0, "", "ja", "NPS", dt.date(2027, 4, 1), 96, 54)
TORNADO = BarChart(
    ("Uplift & <more>\x00", "Spend"),
    (
        Bars("low", (-20.0, 5.0), "orange_light", ("orange_mid", "orange_light"), "0.0"),
        Bars("high", (30.0, None), form="0.0"),
    ),
    Axis(-40, 40, 20, lines=True),
    50,
    lying=True,
    start=16.0,
    notes=(
        Note("Uplift & <more>\x00\nof visits", 0.0, 0.25, bold=True, right_mm=-9),
        Note("0.2 – 0.9", 0.0, 0.25, "left"),
        Note("centred", 1.0, 1.0, "centre", "orange", size=11),
        Stroke((0.0, 0.0), (1.0, 0.0), "petrol", 2.0, (-3.0, -3.0)),
        Ground((0.0, 0.0), (0.5, 0.5), "orange_mid"),
    ),
)
BAND = Band(
    ("0", "", "1"), ("low", "between", "likely"), (0.0, -9.0, -4.0), (0.0, -3.0, 8.0),
    (0.0, -6.0, 1.0), (0, 2), Axis(-10, 10, 5, lines=True), 50, "Years",
)  # fmt: skip
QUADRANT = drivers_chart(
    [
        Rated("Food", 0.5, 0.4, 0.6, 4.2, 4.1, 4.3, Place.FIX),
        Rated("Signs", 0.3, 0.2, 0.4, 4.25, 4.2, 4.3, Place.WATCH, few=True),
    ],
    0.4, 4.3, "ja", (100.0, 78.0),
)  # fmt: skip
PEOPLE = composition_chart([People("5月", nps([*[0] * 5, *[8] * 45, *[10] * 50]))], "ja")
CHARTS = (TREND, TORNADO, BAND, QUADRANT, PEOPLE)


@pytest.fixture(scope="module")
def made(written):
    figures = tuple(
        b.Figure(b"", 96, "Line chart: <NPS> & more", "It rises", chart=chart) for chart in CHARTS
    )
    section = b.Section("Charts", "They can be edited", figures)
    meta = b.Meta("Charts", "Client", dt.date(2026, 6, 15), language="ja")
    report = b.Report(meta, (section,))
    first, again = written(report), written(report)
    assert first == again
    return zipfile.ZipFile(BytesIO(first))


def test_chart_parts_are_valid(made, shared):
    schema = etree.XMLSchema(etree.parse(str(shared.joinpath(*SHARED_SCHEMA))))
    for number in range(1, len(CHARTS) + 1):
        part = etree.fromstring(made.read(f"word/charts/cx_chart{number}.xml"))
        assert schema.validate(part), schema.error_log.last_error


def test_notes_over_charts_are_valid_and_within_them(made, shared):
    over = [name for name in made.namelist() if name.startswith("word/drawings/cx_drawing")]
    assert len(over) == 4  # the band has none
    schema = etree.XMLSchema(etree.parse(str(shared.joinpath(*SHARED_SCHEMA))))
    for name in over:
        part = etree.fromstring(made.read(name))
        assert schema.validate(part), schema.error_log.last_error
        places = [float(at.text) for at in part.iter(f"{{{DRAWING}}}x", f"{{{DRAWING}}}y")]
        assert all(0.0 <= place <= 1.0 for place in places)


def test_bars_begin_at_the_likely_value(made):
    part = made.read("word/charts/cx_chart2.xml").decode()
    assert '<c:crossesAt val="16"/>' in part.partition("<c:catAx>")[2].partition("</c:catAx>")[0]


def test_a_stack_tells_the_values_that_have_room(made):
    part = made.read("word/charts/cx_chart5.xml").decode()
    assert '<c:grouping val="stacked"/>' in part
    assert part.count('<c:dLblPos val="ctr"/>') == 2  # 45 and 50, not 5


def test_points_lie_over_lines_in_word_and_in_libreoffice(made):
    part = etree.fromstring(made.read("word/charts/cx_chart4.xml"))
    space = {"c": "http://schemas.openxmlformats.org/drawingml/2006/chart"}
    series = part.findall(".//c:ser", space)
    orders = [int(one.find("c:order", space).get("val")) for one in series]
    assert orders == sorted(orders, reverse=True)
    hollow = series[0].find("c:marker/c:spPr/a:solidFill/a:schemeClr", {**space, **A})
    assert hollow.get("val") == "bg1"


def test_the_figures_stand_in_the_workbook(made):
    book = load_workbook(BytesIO(made.read("word/embeddings/cx_chart1.xlsx")))
    rows = list(book.active.iter_rows(values_only=True))
    values = {head: [row[at] for row in rows[1:4]] for at, head in enumerate(rows[0])}
    assert [value for value in values["NPS"] if value] == [1.8, 21.1, 20.3]
    assert values["NPS – x"][0] == serial(READINGS[0].day) == 44712
    assert values["NPS +"] == pytest.approx([3.2, 4.5, 3.8])


def test_a_chart_says_what_it_shows_and_takes_the_themes_colours(made):
    document = made.read("word/document.xml").decode()
    assert 'descr="Line chart: &lt;NPS&gt; &amp; more"' in document
    part = made.read("word/charts/cx_chart1.xml").decode()
    assert 'schemeClr val="accent1"' in part
    assert "+mn-lt" in part
    assert "Uplift &amp; &lt;more&gt;" in made.read("word/charts/cx_chart2.xml").decode()


def test_a_long_pause_is_dashed_and_a_small_sample_hollow():
    points = TREND.series[2].points
    assert [point.hollow for point in points] == [False, False, True]
    assert [one.line for one in TREND.series] == ["dashed", "solid", "none", "dashed", "thin"]
    assert TREND.across.low <= points[0].x < points[-1].x <= TREND.across.high


def test_words_beside_a_trend_do_not_touch():
    """A target just above the last value: its two lines and the value's three."""
    beside = sorted((n for n in TREND.notes if isinstance(n, Note) and n.across == 1.0),
                    key=lambda n: n.down * 41 + n.down_mm)  # fmt: skip
    tops = [n.down * 41 + n.down_mm for n in beside]
    assert len(tops) == 5
    assert all(b - a > 3 for a, b in pairwise(tops))


def test_names_of_neighbours_take_different_sides():
    sides = place_sides([(10, 10), (12, 10), (11, 30)], [(8, 3)] * 3, (0, 0, 60, 60), [1, 1, 1])
    assert sides[0] != sides[1]
    assert sides[2] == "right"


@pytest.mark.parametrize("most", [0.7, 3.0, 13.0, 47.0, 1210.0])
def test_no_tick_is_rounded_to_something_else(most):
    marks = ticks(0, most)
    form = signed_form(round(marks[1] - marks[0], 10))
    decimals = len(form.partition(";")[0].partition(".")[2])
    assert all(round(mark, decimals) == mark for mark in marks)


@pytest.mark.parametrize(
    ("name", "lines"),
    [
        ("Spend", 1),
        ("Rail and bus users satisfied with transport: value of one point", 2),
        ("県内交通に満足した鉄道・バス利用者の割合の全体平均：1ポイントの価値", 2),
        ("A word " * 40, 2),
    ],
)
def test_names_take_two_lines_at_most(name, lines):
    shown = in_lines(name, 58.0).split("\n")
    assert len(shown) == lines
    assert all(text_mm(line.rstrip("…"), LETTERS, True) <= 58.0 for line in shown)


def test_names_of_quarters_keep_off_the_marks():
    axes = Axis(0, 10, 2), Axis(0, 10, 2)
    names = corners(axes, (5, 5), (104, 78), ("A", "B", "C", "D"), ("ink",) * 4, [(0.5, 0.4)])
    assert [note.down > 0.5 for note in names] == [False, False, True, True]
    assert names[2].down < names[3].down  # the mark is in the lower left corner


def test_names_of_points_stand_between_the_arms_of_their_intervals():
    axes = Axis(0, 10, 2), Axis(0, 10, 2)
    places = [(5.2, 6.0), (9.2, 8.0)]
    ends = [((3, 7), (4, 8)), ((8.6, 9.8), (6, 9.9))]
    notes = names_between(
        places, [("First", "orange"), ("Second", "petrol")], ends, axes, (5, 5), (104, 78), ()
    )
    crossed = [(note.across * 10, 10 - note.down * 10) for note in notes]
    for (x, y), (at_x, at_y) in zip(places, crossed, strict=True):
        assert abs(at_x - x) > 0.15 and abs(at_y - y) > 0.15
    assert [note.side for note in notes] == ["right", "left"]  # the second has no room on the right


def test_words_have_more_room_in_a_template_whose_typeface_a_reader_may_not_have():
    ours = words_mm("Median wait")
    with set_in(Face("Arial")):
        assert words_mm("Median wait") > 1.05 * ours
