"""What all charts are drawn with: the theme's colours and typeface, lines, texts, references."""

from __future__ import annotations

from collections.abc import Sequence

from cxstudio.report.charts.data import LETTERS, Shade
from cxstudio.report.docx.typesetting import Typesetting
from cxstudio.report.docx.xml import escape

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


def fill(shade: Shade | None, setting: Typesetting, *, opaque: float = 1.0) -> str:
    """A solid ground; the theme's own colour where the theme has it, so that both change."""
    if shade is None:
        return NO_FILL
    alpha = f'<a:alpha val="{round(opaque * 100_000)}"/>' if opaque < 1 else ""
    if shade == "paper":
        return '<a:solidFill><a:schemeClr val="bg1"/></a:solidFill>'
    value = getattr(setting.palette, shade)
    named = setting.theme.get(value)
    kind, colour = ("schemeClr", named) if named else ("srgbClr", value)
    return f'<a:solidFill><a:{kind} val="{colour}">{alpha}</a:{kind}></a:solidFill>'


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


def letters(
    shade: Shade, setting: Typesetting, *, bold: bool = False, size: float = LETTERS
) -> str:
    """The children of a run's properties: size, colour and the theme's typeface."""
    faces = '<a:latin typeface="+mn-lt"/><a:ea typeface="+mn-ea"/>'
    inner = fill(shade, setting) + faces
    return f'sz="{round(size * _HUNDREDTHS)}" b="{int(bold)}">{inner}'


def text_look(shade: Shade, setting: Typesetting, *, bold: bool = False) -> str:
    """How the numbers of an axis, or all words of a chart, are set."""
    look = letters(shade, setting, bold=bold)
    return c(
        "txPr",
        f'<a:bodyPr rot="0" vert="horz"/><a:lstStyle/><a:p><a:pPr>'
        f"<a:defRPr {look}</a:defRPr></a:pPr>"
        f'<a:endParaRPr lang="{setting.meta.language}"/></a:p>',
    )


def rich(text: str, shade: Shade, setting: Typesetting, *, bold: bool = False,
         turned: bool = False) -> str:  # fmt: skip
    """Words of our own in one line."""
    turn = '<a:bodyPr rot="-5400000" vert="horz"/>' if turned else '<a:bodyPr wrap="none"/>'
    look = letters(shade, setting, bold=bold)
    run = f'<a:r><a:rPr lang="{_language(setting)}" {look}</a:rPr><a:t>{escape(text)}</a:t></a:r>'
    return c("tx", c("rich", turn, "<a:lstStyle/>", f"<a:p>{run}</a:p>"))


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


def label(place: int, wanted: str, side: str, shade: Shade, setting: Typesetting, *,
          bold: bool = True, form: str = "General") -> str:  # fmt: skip
    """What one point or bar says of itself, one of `SHOWN`; `side` as charts name it."""
    return c(
        "dLbl",
        c("idx", val=place),
        c("numFmt", formatCode=form, sourceLinked=0),
        c("spPr", NO_FILL, NO_LINE),
        text_look(shade, setting, bold=bold),
        c("dLblPos", val=side),
        *(c(name, val=int(name == wanted)) for name in SHOWN),
    )


def labels(each: Sequence[str]) -> str:
    """The words at points; those without are silent."""
    if not each:
        return ""
    return c("dLbls", *each, *(c(name, val=0) for name in SHOWN))
