"""A chart as a run in the text, and the two parts that it consists of."""

from __future__ import annotations

from cxstudio.report.charts.data import Band, Chart, Scatter
from cxstudio.report.docx.charts.bands import band
from cxstudio.report.docx.charts.bars import bars
from cxstudio.report.docx.charts.notes import DRAWING_TYPE, drawing
from cxstudio.report.docx.charts.plots import scatter
from cxstudio.report.docx.charts.shapes import NO_FILL, NO_LINE, c, text_look
from cxstudio.report.docx.charts.workbook import Columns
from cxstudio.report.docx.typesetting import DOCUMENT, Typesetting
from cxstudio.report.docx.xml import DECLARATION, NAMESPACES, emu, escape, w

_CHART = "http://schemas.openxmlformats.org/drawingml/2006/chart"
_CHART_TYPE = "application/vnd.openxmlformats-officedocument.drawingml.chart+xml"
_WORKBOOK_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def chart(block: Chart, width: float, height: float, alt: str, setting: Typesetting) -> str:
    """The chart in line with the text, so wide and high (mm); its figures go into the package."""
    number = setting.next("chart")
    relation = _put(block, number, (width, height), setting)
    shown = setting.next("drawing")
    return w(
        "r",
        w(
            "drawing",
            f'<wp:inline distT="0" distB="0" distL="0" distR="0">'
            f'<wp:extent cx="{emu(width)}" cy="{emu(height)}"/>'
            f'<wp:docPr id="{shown}" name="Chart {shown}" descr="{escape(alt)}"/>'
            "<wp:cNvGraphicFramePr/>"
            f'<a:graphic><a:graphicData uri="{_CHART}">'
            f'<c:chart xmlns:c="{_CHART}" r:id="{relation}"/>'
            "</a:graphicData></a:graphic></wp:inline>",
        ),
    )


def _put(block: Chart, number: int, size: tuple[float, float], setting: Typesetting) -> str:
    """Chart and workbook as parts; the relation of the document to the chart."""
    package, columns = setting.package, Columns()
    name = f"word/charts/cx_chart{number}.xml"
    book = f"word/embeddings/cx_chart{number}.xlsx"
    package.relate(name, "package", book)
    notes = ""
    if block.notes:
        over = f"word/drawings/cx_drawing{number}.xml"
        package.put(over, drawing(block, size, setting), DRAWING_TYPE)
        notes = package.relate(name, "chartUserShapes", over)
    package.put(name, _part(block, columns, size, notes, setting), _CHART_TYPE)
    package.put(book, columns.whole(), _WORKBOOK_TYPE)
    return package.relate(DOCUMENT, "chart", name)


def _part(
    block: Chart, columns: Columns, size: tuple[float, float], notes: str, setting: Typesetting
) -> str:
    if isinstance(block, Scatter):
        drawn = scatter(block, columns, setting)
    elif isinstance(block, Band):
        drawn = band(block, columns, setting)
    else:
        drawn = bars(block, columns, setting)
    whole = c(
        "chart",
        c("autoTitleDeleted", val=1),
        c("plotArea", _room(block, size), drawn, c("spPr", NO_FILL, NO_LINE)),
        c("plotVisOnly", val=1),
        c("dispBlanksAs", val="gap"),
    )
    space = (
        c("date1904", val=0)
        + c("lang", val="ja-JP" if setting.japanese else "en-GB")
        + c("roundedCorners", val=0)
        + whole
        + c("spPr", NO_FILL, NO_LINE)
        + text_look("ink2", setting)
        + f'<c:externalData r:id="rId1">{c("autoUpdate", val=0)}</c:externalData>'
        + (f'<c:userShapes r:id="{notes}"/>' if notes else "")
    )
    names = f'xmlns:c="{_CHART}" xmlns:a="{NAMESPACES["a"]}" xmlns:r="{NAMESPACES["r"]}"'
    return f"{DECLARATION}<c:chartSpace {names}>{space}</c:chartSpace>"


def _room(block: Chart, size: tuple[float, float]) -> str:
    """The plot's place: the millimetres around it stay, whatever the chart's size."""
    left, top, right, bottom = block.room
    across, down = size
    return c(
        "layout",
        c(
            "manualLayout",
            c("layoutTarget", val="inner"),
            c("xMode", val="edge"),
            c("yMode", val="edge"),
            c("x", val=round(left / across, 4)),
            c("y", val=round(top / down, 4)),
            c("w", val=round((across - left - right) / across, 4)),
            c("h", val=round((down - top - bottom) / down, 4)),
        ),
    )
