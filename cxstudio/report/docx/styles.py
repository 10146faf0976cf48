"""The part ``word/styles.xml``: document defaults, paragraph, character and table styles."""

from __future__ import annotations

from dataclasses import dataclass

from cxstudio.report.blocks import Language
from cxstudio.report.docx import fonts
from cxstudio.report.docx.palette import STANDARD, Palette
from cxstudio.report.docx.style_list import STYLES, Border, StyleSpec
from cxstudio.report.docx.xml import root, twips, w

_APTOS_IS_SMALLER = 0.5
_SMALL = 13
BESIDE_TEXT, LONGEST_LINE = 24.0, 180.0
"""Millimetres right of running text, as 166 mm are wide, and of its longest line."""
_LARGEST = {"en": 1.05, "ja": 1.0}
"""What stands in tables and columns grows no further than this with a template's body text."""


@dataclass(frozen=True, slots=True)
class Look:
    """What the styles are made for: language, colours, text width (mm) and body size.

    ``scale`` is a template's body size over ours, or 0 for our own fonts and sizes. Running text
    takes all of it; tables and columns, whose widths are fixed, only as much as they hold.
    """

    language: Language
    palette: Palette = STANDARD
    width: float = 166.0
    scale: float = 0.0

    @property
    def fixed_scale(self) -> float:
        """The scale of what stands in tables and columns."""
        return min(self.scale, _LARGEST[self.language])

    def points(self, size: tuple[float, float], running: bool = False) -> float:
        """The size on paper: Aptos is cut small and gets half a point more."""
        points = size[self.language == "ja"]
        if self.scale:
            return points * (self.scale if running else self.fixed_scale)
        return points + (_APTOS_IS_SMALLER if self.language == "en" and points < _SMALL else 0)

    @property
    def beside(self) -> float:
        """Millimetres right of running text, whose lines are to be read without losing them."""
        return max(BESIDE_TEXT * self.width / 166.0, self.width - LONGEST_LINE)


def styles_part(look: Look) -> str:
    """The whole part."""
    return root("styles", _defaults(look), *own_styles(look).values())


def own_styles(look: Look) -> dict[str, str]:
    """Every style of the report by its id, as XML."""
    written = {spec.id: paragraph_style(spec, look) for spec in STYLES}
    return written | _character_styles(look) | _table_styles(look)


def _defaults(look: Look) -> str:
    size = round(look.points((10, 10)) * 2)
    language = w(
        "lang", val="en-US" if look.language == "ja" else "en-GB", eastAsia="ja-JP", bidi="ar-SA"
    )
    run = w("rPr", fonts.themed(), w("sz", val=size), w("szCs", val=size), language)
    flow = w("pPr", w("snapToGrid", val=0), w("spacing", after=0, line=240, lineRule="auto"))
    return w("docDefaults", w("rPrDefault", run), w("pPrDefault", flow))


def paragraph_style(spec: StyleSpec, look: Look) -> str:
    """One paragraph style."""
    return w(
        "style",
        w("name", val=spec.name),
        w("basedOn", val=spec.based_on) if spec.based_on else "",
        w("next", val=spec.following) if spec.following else "",
        w("uiPriority", val=39 if spec.name.startswith("toc") else 1),
        w("qFormat"),
        w("pPr", _flow(spec, look)),
        w("rPr", _letters(spec, look)),
        type="paragraph",
        default=1 if spec.id == "Normal" else None,
        customStyle=1 if spec.own else None,
        styleId=spec.id,
    )


def _flow(spec: StyleSpec, look: Look) -> str:
    japanese = look.language == "ja"
    return "".join(
        (
            _flag("keepNext", spec.keep_next),
            _flag("keepLines", spec.keep_lines),
            _flag("pageBreakBefore", spec.new_page),
            w("widowControl") if spec.id == "Normal" else "",
            w("numPr", w("numId", val=spec.numbering)) if spec.numbering is not None else "",
            _borders(spec, look.palette),
            _tabs(spec, look),
            _japanese() if japanese and spec.id == "Normal" else "",
            _japanese_table() if japanese and spec.id == "CXTableText" else "",
            w("snapToGrid", val=0) if spec.id == "Normal" or look.scale else "",
            _spacing(spec, look),
            _indents(spec, look),
            w("jc", val=spec.align or "left") if spec.align or _begins(spec, look) else "",
            w("outlineLvl", val=spec.outline - 1) if spec.outline else "",
        )
    )


def _begins(spec: StyleSpec, look: Look) -> bool:
    """Whether it says itself that text is set to the left: a template's own may be justified."""
    return spec.id == "Normal" or bool(look.scale)


def _flag(name: str, value: bool | None) -> str:
    return "" if value is None else w(name, val=None if value else 0)


def _japanese() -> str:
    """Line-breaking rules, hanging punctuation, space between Japanese and Latin."""
    names = ("kinsoku", "wordWrap", "overflowPunct", "topLinePunct", "autoSpaceDE", "autoSpaceDN")
    return "".join(w(name, val=0 if name == "topLinePunct" else 1) for name in names)


def _japanese_table() -> str:
    return w("autoSpaceDE", val=0) + w("autoSpaceDN", val=0)


def _borders(spec: StyleSpec, palette: Palette) -> str:
    if spec.no_border:
        return w("pBdr", w("top", val="nil"))
    if not spec.borders:
        return ""
    order = ("top", "left", "bottom", "right")
    ordered = sorted(spec.borders, key=lambda border: order.index(border[0]))
    return w("pBdr", *(_border(border, palette) for border in ordered))


def _border(border: Border, palette: Palette) -> str:
    side, width, colour, distance = border
    return w(
        side, val="single", sz=round(width * 8), space=round(distance),
        color=getattr(palette, colour),
    )  # fmt: skip


def _tabs(spec: StyleSpec, look: Look) -> str:
    stops = [w("tab", val=kind, pos=twips(place)) for kind, place in spec.tabs]
    if spec.right_tab:
        stops.append(w("tab", val="right", pos=twips(look.width)))
    return w("tabs", *stops) if stops else ""


def _spacing(spec: StyleSpec, look: Look) -> str:
    before, after = (None, None) if spec.space is None else (x * 20 for x in spec.space)
    line, rule = _line(spec, look)
    if spec.space is None and line is None:
        return ""
    return w(
        "spacing",
        before=None if before is None else round(before),
        after=None if after is None else round(after),
        line=line,
        lineRule=rule,
    )


def _line(spec: StyleSpec, look: Look) -> tuple[int | None, str | None]:
    if spec.line is None:
        return None, None
    multiple, exact = spec.line
    if spec.id == "CXSeparator":
        return 40, "exact"
    if exact == 0 or (look.language == "en" and multiple == 0):
        return 240, "auto"
    if look.language == "en":
        return round(multiple * 240), "auto"
    scale = look.scale if spec.running else look.fixed_scale
    return round(exact * 20 * (scale or 1)), "exact"


def _indents(spec: StyleSpec, look: Look) -> str:
    if spec.left is None and spec.right is None and spec.hanging is None:
        return ""
    beside = look.beside if spec.id in ("BodyText", "CXLead") and spec.right else spec.right
    return w(
        "ind",
        left=None if spec.left is None else twips(spec.left),
        right=None if beside is None else twips(beside),
        hanging=None if spec.hanging is None else twips(spec.hanging),
    )


def _letters(spec: StyleSpec, look: Look) -> str:
    size = None if spec.size is None else round(look.points(spec.size, spec.running) * 2)
    return "".join(
        (
            fonts.figures() if spec.digits and not look.scale else _faces(look),
            "" if spec.bold is None else _flag("b", spec.bold) + _flag("bCs", spec.bold),
            colour(spec.colour, look.palette) if spec.colour else "",
            "" if size is None else w("sz", val=size) + w("szCs", val=size),
        )
    )


def _faces(look: Look) -> str:
    return "" if look.scale else fonts.themed()


def colour(name: str, palette: Palette) -> str:
    """A run's colour by meaning, tied to the theme where the theme has it."""
    theme = {"ink": "text1", "petrol": "accent1"}.get(name) if palette.themed else None
    return w("color", val=getattr(palette, name), themeColor=theme)


def _character_styles(look: Look) -> dict[str, str]:
    palette = look.palette
    mark = round(look.points((10, 10)) * 2 * 0.76)
    size = w("sz", val=mark) + w("szCs", val=mark)
    face = "" if look.scale else fonts.figures()
    bold = w("b") + w("bCs")
    tint = w("shd", val="clear", color="auto", fill=palette.petrol_tint)
    frame = w("bdr", val="single", sz=4, space=0, color=palette.orange)
    dots = w("bdr", val="dotted", sz=4, space=0, color=palette.ink3)
    looks = {
        "CXEvidence": ("CX Evidence", face + bold + colour("petrol", palette) + size + tint),
        "CXEvidenceSingle": (
            "CX Evidence Single",
            face + bold + colour("orange", palette) + size + frame,
        ),
        "CXAssumption": ("CX Assumption", bold + colour("ink2", palette) + size + dots),
        "CXCode": ("CX Code", face + bold + colour("ink2", palette)),
        "Strong": ("Strong", bold),
        "Hyperlink": ("Hyperlink", colour("petrol", palette) + w("u", val="none")),
    }
    default = w(
        "style", w("name", val="Default Paragraph Font"), w("uiPriority", val=1),
        w("semiHidden"), w("unhideWhenUsed"),
        type="character", default=1, styleId="DefaultParagraphFont",
    )  # fmt: skip
    return {"DefaultParagraphFont": default} | {
        id_: w(
            "style", w("name", val=name), w("basedOn", val="DefaultParagraphFont"),
            w("uiPriority", val=2), w("qFormat"), w("rPr", properties),
            type="character", customStyle=1 if name.startswith("CX ") else None, styleId=id_,
        )
        for id_, (name, properties) in looks.items()
    }  # fmt: skip


def _table_styles(look: Look) -> dict[str, str]:
    palette = look.palette
    margins = w(
        "tblCellMar", w("top", w=82, type="dxa"), w("left", w=91, type="dxa"),
        w("bottom", w=82, type="dxa"), w("right", w=91, type="dxa"),
    )  # fmt: skip
    lines = w(
        "tblBorders",
        w("top", val="single", sz=8, space=0, color=palette.ink),
        w("bottom", val="single", sz=8, space=0, color=palette.ink),
        w("insideH", val="single", sz=4, space=0, color=palette.hairline),
    )
    under_head = w("tcBorders", w("bottom", val="single", sz=6, space=0, color=palette.ink))
    over_total = w("tcBorders", w("top", val="single", sz=6, space=0, color=palette.ink))
    bold = w("rPr", w("b"), w("bCs"))
    conditions = (
        w("tblStylePr", w("tcPr", under_head, w("vAlign", val="bottom")), type="firstRow"),
        w("tblStylePr", bold, w("tcPr", over_total), type="lastRow"),
        w("tblStylePr", bold, type="firstCol"),
    )
    nothing = w("tblCellMar", *(w(s, w=0, type="dxa") for s in ("top", "left", "bottom", "right")))
    plain = w(
        "style", w("name", val="Normal Table"), w("uiPriority", val=99), w("semiHidden"),
        w("unhideWhenUsed"), w("tblPr", w("tblInd", w=0, type="dxa"), nothing),
        type="table", default=1, styleId="TableNormal",
    )  # fmt: skip
    table = w(
        "style", w("name", val="CX Table"), w("basedOn", val="TableNormal"),
        w("uiPriority", val=3), w("qFormat"),
        w("tblPr", w("tblInd", w=0, type="dxa"), lines, margins), *conditions,
        type="table", customStyle=1, styleId="CXTable",
    )  # fmt: skip
    layout = w(
        "style", w("name", val="CX Layout"), w("basedOn", val="TableNormal"),
        w("uiPriority", val=3), w("tblPr", w("tblInd", w=0, type="dxa"), nothing),
        type="table", customStyle=1, styleId="CXLayout",
    )  # fmt: skip
    return {"TableNormal": plain, "CXTable": table, "CXLayout": layout}
