"""What all charts are drawn with: the theme's colours and typeface, lines, texts, references."""

from __future__ import annotations

from collections.abc import Sequence

from cxstudio.report.chart import Shade
from cxstudio.report.docx.typesetting import Typesetting
from cxstudio.report.docx.xml import escape

SMALL = 7.5
_POINT = 12700
_HUNDREDTHS = 100
NO_FILL, NO_LINE = "<a:noFill/>", "<a:ln><a:noFill/></a:ln>"


def c(tag: str, *children: str, **attributes: str | float) -> str:
    """An element of the chart's namespace."""
    written = "".join(
        f' {name}="{escape(value) if isinstance(value, str) else f"{value:.15g}"}"'
        for name, value in attributes.items()
    )
    inner = "".join(children)
    return f"<c:{tag}{written}>{inner}</c:{tag}>" if inner else f"<c:{tag}{written}/>"


def fill(shade: Shade | None, setting: Typesetting) -> str:
    """A solid ground; the theme's own colour where the theme has it, so that both change."""
    if shade is None:
        return NO_FILL
    if shade == "paper":
        return '<a:solidFill><a:schemeClr val="bg1"/></a:solidFill>'
    value = getattr(setting.palette, shade)
    named = setting.theme.get(value)
    colour = f'<a:schemeClr val="{named}"/>' if named else f'<a:srgbClr val="{value}"/>'
    return f"<a:solidFill>{colour}</a:solidFill>"


def line(shade: Shade, points: float, setting: Typesetting, *, dashed: bool = False) -> str:
    """A line of so many points."""
    dash = '<a:prstDash val="dash"/>' if dashed else ""
    return (
        f'<a:ln w="{round(points * _POINT)}" cap="flat">{fill(shade, setting)}{dash}'
        "<a:round/></a:ln>"
    )


def area(shade: Shade | None, setting: Typesetting) -> str:
    """The look of an area without a border."""
    return c("spPr", fill(shade, setting), NO_LINE)


def letters(shade: Shade, setting: Typesetting, *, bold: bool = False, size: float = SMALL) -> str:
    """The children of a run's properties: size, colour and the theme's typeface."""
    faces = '<a:latin typeface="+mn-lt"/><a:ea typeface="+mn-ea"/>'
    inner = fill(shade, setting) + faces
    return f'sz="{round(size * _HUNDREDTHS)}" b="{int(bold)}">{inner}'


def text_look(shade: Shade, setting: Typesetting, *, bold: bool = False, turn: int = 0) -> str:
    """How the numbers of an axis, or all words of a chart, are set; `turn` in degrees."""
    look = letters(shade, setting, bold=bold)
    return c(
        "txPr",
        f'<a:bodyPr rot="{turn * 60_000}" vert="horz"/><a:lstStyle/><a:p><a:pPr>'
        f"<a:defRPr {look}</a:defRPr></a:pPr>"
        f'<a:endParaRPr lang="{setting.meta.language}"/></a:p>',
    )


def rich(text: str, shade: Shade, setting: Typesetting, *, bold: bool = False,
         turned: bool = False) -> str:  # fmt: skip
    """Words of our own; the first line is bold when asked for, the others are not."""
    turn = '<a:bodyPr rot="-5400000" vert="horz"/>' if turned else '<a:bodyPr wrap="none"/>'
    paragraphs = []
    for place, part in enumerate(text.split("\n")):
        look = letters(shade, setting, bold=bold and place == 0)
        run = (
            f'<a:r><a:rPr lang="{_language(setting)}" {look}</a:rPr><a:t>{escape(part)}</a:t></a:r>'
        )
        paragraphs.append(f"<a:p>{run}</a:p>")
    return c("tx", c("rich", turn, "<a:lstStyle/>", *paragraphs))


def _language(setting: Typesetting) -> str:
    return "ja-JP" if setting.japanese else "en-GB"


def numbers(tag: str, reference: str, values: Sequence[float | None], form: str = "General") -> str:
    """Figures with the cells they come from."""
    return c(tag, _number_reference(reference, values, form))


def _number_reference(reference: str, values: Sequence[float | None], form: str) -> str:
    points = "".join(
        c("pt", c("v", f"{value:.15g}"), idx=place)
        for place, value in enumerate(values)
        if value is not None
    )
    cache = c("numCache", c("formatCode", escape(form)), c("ptCount", val=len(values)), points)
    return c("numRef", c("f", reference), cache)


def words(tag: str, reference: str, texts: Sequence[str]) -> str:
    """Names with the cells they come from."""
    points = "".join(c("pt", c("v", escape(text)), idx=place) for place, text in enumerate(texts))
    cache = c("strCache", c("ptCount", val=len(texts)), points)
    return c(tag, c("strRef", c("f", reference), cache))


SHOWN = ("showLegendKey", "showVal", "showCatName", "showSerName", "showPercent", "showBubbleSize")


def label(place: int, text: str, side: str, shade: Shade, setting: Typesetting, *,
          bold: bool, down: float = 0.0) -> str:  # fmt: skip
    """The words at one point or bar; `side` as charts name it, "" for the usual place.

    `down` moves them by that share of the chart's height.
    """
    where = c("dLblPos", val=side) if side else ""
    shown = "".join(c(name, val=int(name == "showVal")) for name in SHOWN)
    moved = (
        c("layout", c("manualLayout", c("x", val=0), c("y", val=round(down, 4)))) if down else ""
    )
    body = c("spPr", NO_FILL, NO_LINE) + text_look(shade, setting, bold=bold)
    words = rich(text, shade, setting, bold=bold)
    return c("dLbl", c("idx", val=place), moved, words, body, where, shown)


def labels(each: Sequence[str]) -> str:
    """The words at points; those without are silent."""
    if not each:
        return ""
    return c("dLbls", *each, *(c(name, val=0) for name in SHOWN))
