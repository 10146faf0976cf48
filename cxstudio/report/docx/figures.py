"""Pictures: exact sizes, alternative text, the sharp drawing with its picture behind it."""

from __future__ import annotations

import hashlib
import struct

from cxstudio.report.blocks import Chart, Figure
from cxstudio.report.docx import captions
from cxstudio.report.docx.pages import BESIDE_PICTURE
from cxstudio.report.docx.typesetting import DOCUMENT, Typesetting
from cxstudio.report.docx.xml import emu, escape, paragraph, w

_DRAWING = "http://schemas.microsoft.com/office/drawing"
_DECORATIVE = (
    f'<a:ext uri="{{C183D7F6-B498-43B3-948B-1728B52AA6E4}}"><adec:decorative'
    f' xmlns:adec="{_DRAWING}/2017/decorative" val="1"/></a:ext>'
)
_PICTURE = "http://schemas.openxmlformats.org/drawingml/2006/picture"
_LONGEST_ALT = 400
_WIDER = 1.6
"""How much wider than designed a chart may be."""
_PNG = b"\x89PNG\r\n\x1a\n"


def figure(block: Figure, setting: Typesetting) -> list[str]:
    """Caption, picture and source; a picture without a caption stands alone."""
    above = captions.caption("Figure", block.caption, block.subcaption, setting)
    below = captions.source(block.source, setting)
    keep = "" if below else w("keepNext", val=0)
    return [
        *above,
        paragraph(setting.style("CXFigure"), picture(block, setting), properties=keep),
        *below,
    ]


def picture(block: Figure, setting: Typesetting) -> str:
    """The picture, or the chart that it shows, as a run in line with the text."""
    scale = setting.measure
    if block.chart is not None:
        return _chart(block, block.chart, setting)
    across, down = pixels(block.png)
    tallest = setting.height - BESIDE_PICTURE
    width = min(block.width_mm * scale, setting.width, tallest * across / down)
    return in_line(block.png, width, block.alt, setting, svg=block.svg, decorative=block.decorative)


def _chart(block: Figure, shown: Chart, setting: Typesetting) -> str:
    """A chart as wide as its place, on pages that lie so much wider than designed that none of it
    stands empty; it keeps its height, and so its words their size."""
    from cxstudio.report.docx.charts.drawn import chart

    wider = _WIDER if setting.lies else setting.measure
    width = min(block.width_mm * wider, setting.width)
    height = min(shown.height_mm, setting.height - BESIDE_PICTURE)
    return chart(shown, width, height, block.alt[:_LONGEST_ALT], setting)


def in_line(
    png: bytes,
    width: float,
    alt: str,
    setting: Typesetting,
    *,
    svg: bytes | None = None,
    decorative: bool = False,
) -> str:
    """A picture of this width (mm) in line with the text; its height follows."""
    across, down = pixels(png)
    size = emu(width), emu(width * down / across)
    number = setting.next("drawing")
    said = "" if decorative else alt[:_LONGEST_ALT]
    return w(
        "r",
        w(
            "drawing",
            f'<wp:inline distT="0" distB="0" distL="0" distR="0">'
            f'<wp:extent cx="{size[0]}" cy="{size[1]}"/>'
            f"{described(number, said, decorative=decorative)}"
            f"{_LOCKED}{_graphic(png, svg, size, number, setting)}</wp:inline>",
        ),
    )


_LOCKED = '<wp:cNvGraphicFramePr><a:graphicFrameLocks noChangeAspect="1"/></wp:cNvGraphicFramePr>'


def backdrop(png: bytes, width: float, height: float, top: float, setting: Typesetting) -> str:
    """A decorative picture behind the text, ``top`` millimetres from the top of the page."""
    size = emu(width), emu(height)
    number = setting.next("drawing")
    graphic = _graphic(png, None, size, number, setting)
    return w(
        "r",
        w(
            "drawing",
            '<wp:anchor distT="0" distB="0" distL="0" distR="0" simplePos="0" relativeHeight="1"'
            ' behindDoc="1" locked="0" layoutInCell="1" allowOverlap="1">'
            '<wp:simplePos x="0" y="0"/>'
            '<wp:positionH relativeFrom="page"><wp:posOffset>0</wp:posOffset></wp:positionH>'
            f'<wp:positionV relativeFrom="page"><wp:posOffset>{emu(top)}</wp:posOffset>'
            f'</wp:positionV><wp:extent cx="{size[0]}" cy="{size[1]}"/><wp:wrapNone/>'
            f"{described(number, '', decorative=True)}{_LOCKED}{graphic}</wp:anchor>",
        ),
    )


def described(number: int, alt: str, *, decorative: bool) -> str:
    """The drawing's name and its alternative text, or the mark that it has none."""
    inside = f"<a:extLst>{_DECORATIVE}</a:extLst>" if decorative else ""
    return (
        f'<wp:docPr id="{number}" name="Picture {number}" descr="{escape(alt)}">{inside}</wp:docPr>'
    )


def _graphic(
    png: bytes, svg: bytes | None, size: tuple[int, int], number: int, setting: Typesetting
) -> str:
    embedded = media(png, "png", setting)
    sharp = ""
    if svg:
        sharp = (
            '<a:extLst><a:ext uri="{96DAC541-7B7A-43D3-8B79-37D633B846F1}"><asvg:svgBlip'
            f' xmlns:asvg="{_DRAWING}/2016/SVG/main" r:embed="{media(svg, "svg", setting)}"/>'
            "</a:ext></a:extLst>"
        )
    return (
        f'<a:graphic><a:graphicData uri="{_PICTURE}"><pic:pic><pic:nvPicPr>'
        f'<pic:cNvPr id="{number}" name="Picture {number}"/><pic:cNvPicPr/></pic:nvPicPr>'
        f'<pic:blipFill><a:blip r:embed="{embedded}">{sharp}</a:blip>'
        "<a:stretch><a:fillRect/></a:stretch></pic:blipFill><pic:spPr><a:xfrm>"
        f'<a:off x="0" y="0"/><a:ext cx="{size[0]}" cy="{size[1]}"/></a:xfrm>'
        '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic>'
        "</a:graphicData></a:graphic>"
    )


def media(content: bytes, extension: str, setting: Typesetting) -> str:
    """The id of the relation to these bytes, which the package holds once."""
    name = f"word/media/{hashlib.sha256(content).hexdigest()[:16]}.{extension}"
    setting.package.put(name, content)
    return setting.package.relate(DOCUMENT, "image", name)


def pixels(png: bytes) -> tuple[int, int]:
    """Width and height of a PNG. Raises ValueError when it is none."""
    if png[:8] != _PNG or len(png) < 24:
        raise ValueError("The picture for the report is not a PNG file.")
    width, height = struct.unpack(">II", png[16:24])
    return width, height
