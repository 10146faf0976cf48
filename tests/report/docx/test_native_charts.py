"""Charts that Word draws: valid, with the figures in a workbook, the same bytes every time."""

import datetime as dt
import zipfile
from io import BytesIO

import pytest
from lxml import etree
from openpyxl import load_workbook

from cxstudio.drawing.charts.scale import Reading
from cxstudio.report import blocks as b
from cxstudio.report.chart import Axis, BarChart, Bars
from cxstudio.report.trend_chart import serial, trend_chart

SHARED_SCHEMA = ("ooxml-xsd", "dml-chart.xsd")
READINGS = [
    Reading(dt.date(2022, 5, 31), 1.8, -1.4, 5.0, 2247),
    Reading(dt.date(2026, 2, 28), 21.1, 16.6, 25.6, 1036),
    Reading(dt.date(2026, 4, 30), 20.3, 16.4, 24.1, 12),
]
TREND = trend_chart(READINGS, 25.0, "", "ja", "NPS", dt.date(2027, 4, 1), 96, 54)
TORNADO = BarChart(
    ("Uplift & <more>\x00", "Spend"),
    (Bars("low", (-20.0, -5.0), "orange_mid", labels=("−20", "−5")), Bars("high", (30.0, None))),
    Axis(-40, 40, 20),
    50,
    lying=True,
    stacked=True,
)


@pytest.fixture(scope="module")
def made(written):
    figures = tuple(
        b.Figure(b"", 96, "Line chart: <NPS> & more", "It rises", chart=chart)
        for chart in (TREND, TORNADO)
    )
    section = b.Section("Charts", "They can be edited", figures)
    meta = b.Meta("Charts", "Client", dt.date(2026, 6, 15), language="ja")
    report = b.Report(meta, (section,))
    first, again = written(report), written(report)
    assert first == again
    return zipfile.ZipFile(BytesIO(first))


def test_chart_parts_are_valid(made, shared):
    schema = etree.XMLSchema(etree.parse(str(shared.joinpath(*SHARED_SCHEMA))))
    for number in (1, 2):
        part = etree.fromstring(made.read(f"word/charts/cx_chart{number}.xml"))
        assert schema.validate(part), schema.error_log.last_error


def test_the_figures_stand_in_the_workbook(made):
    book = load_workbook(BytesIO(made.read("word/embeddings/cx_chart1.xlsx")))
    rows = list(book.active.iter_rows(values_only=True))
    values = {head: [row[at] for row in rows[1:4]] for at, head in enumerate(rows[0])}
    assert values["NPS"] == [1.8, 21.1, 20.3]
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
    points = TREND.series[0].points
    assert [point.hollow for point in points] == [False, False, True]
    assert [one.line for one in TREND.series[1:]] == ["dashed", "solid", "dashed"]
    assert TREND.across.low <= points[0].x < points[-1].x <= TREND.across.high
