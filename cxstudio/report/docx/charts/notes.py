"""Words and lines over a chart: its drawing, which grows with it and can be edited as well."""

from __future__ import annotations

from cxstudio.report.charts.data import Chart, Ground, Note, Stroke
from cxstudio.report.docx.charts.shapes import NO_LINE, fill, letters, line
from cxstudio.report.docx.typesetting import Typesetting
from cxstudio.report.docx.xml import DECLARATION, NAMESPACES, escape

DRAWING_TYPE = "application/vnd.openxmlformats-officedocument.drawingml.chartshapes+xml"
_CHART = "http://schemas.openxmlformats.org/drawingml/2006/chart"
_DRAWING = "http://schemas.openxmlformats.org/drawingml/2006/chartDrawing"
_NOWHERE = '<a:xfrm><a:off x="0" y="0"/><a:ext cx="0" cy="0"/></a:xfrm>'
_NO_ROOM = 'wrap="none" lIns="0" tIns="0" rIns="0" bIns="0"'
_SPACING = 1.25
"""Lines are so much higher than letters, in every typeface."""
_WIDEST, _LINE = 60.0, _SPACING * 25.4 / 72
"""Millimetres that words take at most, and those of a line for each point of its letters."""
_TINT = 0.1
"""How much of a colour a ground has, so that what lies below is seen."""
_SIDES = {"right": "l", "left": "r", "top": "ctr", "bottom": "ctr", "centre": "ctr"}


def drawing(chart: Chart, size: tuple[float, float], setting: Typesetting) -> str:
    """The part with all words and lines of a chart of this size (mm)."""
    shapes = []
    for place, one in enumerate(chart.notes, start=1):
        if isinstance(one, Note):
            shapes.append(_words(place, one, chart, size, setting))
        elif isinstance(one, Stroke):
            shapes.append(_stroke(place, one, chart, size, setting))
        else:
            shapes.append(_ground(place, one, chart, size, setting))
    names = f'xmlns:c="{_CHART}" xmlns:cdr="{_DRAWING}" xmlns:a="{NAMESPACES["a"]}"'
    return f"{DECLARATION}<c:userShapes {names}>{''.join(shapes)}</c:userShapes>"


def _place(
    chart: Chart, size: tuple[float, float], across: float, down: float
) -> tuple[float, float]:
    """Millimetres from the chart's upper left corner of a place in shares of the plot."""
    left, top, right, bottom = chart.room
    return (
        left + across * (size[0] - left - right),
        top + down * (size[1] - top - bottom),
    )


def _words(
    place: int, note: Note, chart: Chart, size: tuple[float, float], setting: Typesetting
) -> str:
    x, y = _place(chart, size, note.across, note.down)
    x, y = x + note.right_mm, y + note.down_mm
    lines = note.text.split("\n")
    tall = _LINE * note.size * len(lines)
    wide = _WIDEST
    if note.side in ("top", "bottom", "centre"):
        wide = min(wide, 2 * x, 2 * (size[0] - x))
        left = x - wide / 2
    else:
        left = x if note.side == "right" else max(0.0, x - wide)
        wide = (size[0] if note.side == "right" else x) - left
    top = {"top": y - tall, "bottom": y}.get(note.side, y - tall / 2)
    paragraphs = "".join(_paragraph(text, note, setting) for text in lines)
    words = f'<cdr:txBody><a:bodyPr {_NO_ROOM} anchor="ctr"/><a:lstStyle/>{paragraphs}</cdr:txBody>'
    box = _box(place, "Note", "", words)
    return _anchored((left, top, left + wide, top + tall), size, box)


def _ground(
    place: int, ground: Ground, chart: Chart, size: tuple[float, float], setting: Typesetting
) -> str:
    first, last = (_place(chart, size, *end) for end in (ground.begin, ground.end))
    look = fill(ground.shade, setting, opaque=_TINT) + NO_LINE
    return _anchored((*first, *last), size, _box(place, "Ground", look, ""))


def _box(place: int, name: str, look: str, words: str) -> str:
    """A rectangle with such a look, and words inside."""
    return (
        f'<cdr:sp macro="" textlink=""><cdr:nvSpPr><cdr:cNvPr id="{place + 1}" '
        f'name="{name} {place}"/><cdr:cNvSpPr txBox="{int(bool(words))}"/></cdr:nvSpPr>'
        f'<cdr:spPr>{_NOWHERE}<a:prstGeom prst="rect"><a:avLst/></a:prstGeom>{look}'
        f"</cdr:spPr>{words}</cdr:sp>"
    )


def _paragraph(text: str, note: Note, setting: Typesetting) -> str:
    look = letters(note.shade, setting, bold=note.bold, size=note.size)
    language = "ja-JP" if setting.japanese else "en-GB"
    spacing = f'<a:lnSpc><a:spcPts val="{round(note.size * _SPACING * 100)}"/></a:lnSpc>'
    return (
        f'<a:p><a:pPr algn="{_SIDES[note.side]}">{spacing}</a:pPr><a:r>'
        f'<a:rPr lang="{language}" {look}</a:rPr>'
        f"<a:t>{escape(text)}</a:t></a:r></a:p>"
    )


def _stroke(
    place: int, stroke: Stroke, chart: Chart, size: tuple[float, float], setting: Typesetting
) -> str:
    first, last = (_place(chart, size, *end) for end in (stroke.begin, stroke.end))
    box = (first[0], first[1] + stroke.down_mm[0], last[0], last[1] + stroke.down_mm[1])
    return _anchored(
        box,
        size,
        f'<cdr:cxnSp macro=""><cdr:nvCxnSpPr><cdr:cNvPr id="{place + 1}" name="Line {place}"/>'
        f"<cdr:cNvCxnSpPr/></cdr:nvCxnSpPr><cdr:spPr>{_NOWHERE}"
        f'<a:prstGeom prst="line"><a:avLst/></a:prstGeom>'
        f"{line(stroke.shade, stroke.points, setting)}</cdr:spPr></cdr:cxnSp>",
    )


def _anchored(box: tuple[float, float, float, float], size: tuple[float, float], shape: str) -> str:
    """A shape from one corner to the other; charts count in shares of their whole size."""
    corners = [
        min(1.0, max(0.0, at / whole)) for at, whole in zip(box, (*size, *size), strict=True)
    ]
    x, y, right, bottom = (f"{share:.5f}".rstrip("0").rstrip(".") for share in corners)
    return (
        f"<cdr:relSizeAnchor><cdr:from><cdr:x>{x}</cdr:x><cdr:y>{y}</cdr:y></cdr:from>"
        f"<cdr:to><cdr:x>{right}</cdr:x><cdr:y>{bottom}</cdr:y></cdr:to>{shape}"
        "</cdr:relSizeAnchor>"
    )
