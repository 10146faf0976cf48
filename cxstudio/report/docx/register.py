"""The evidence register: a row for each piece of evidence, with links to where it is used."""

from __future__ import annotations

from dataclasses import replace

from cxstudio.report.blocks import Column, Confidence, Evidence, EvidenceRegister
from cxstudio.report.docx import captions, fields, grid, tables
from cxstudio.report.docx.marks import confidence
from cxstudio.report.docx.pages import REGISTERED, SMALL, by_parts
from cxstudio.report.docx.styles import colour
from cxstudio.report.docx.typesetting import Typesetting
from cxstudio.report.docx.xml import flowing, paragraph, run, text, twips, w

_SIDES = 3.2
"""Millimetres beside the words of a column."""
_BOLD = 0.78
"""Bold letters are wider: so much of what fits is reckoned with."""
_SMALL = 7.5
"""Points of what stands beside the words of the evidence."""


def register(block: EvidenceRegister, setting: Typesetting) -> list[str]:
    """Caption, register and source. What comes after the register cannot be linked back to."""
    heads = (
        setting.pgettext("report", "Code"),
        setting.pgettext("report", "Kind"),
        setting.pgettext("report", "What it says"),
        setting.pgettext("report", "Source"),
        setting.pgettext("report", "Confi-\ndence"),
        setting.pgettext("report", "Used in"),
    )
    across = REGISTERED[setting.width > setting.height]
    columns = tuple(Column(head, width) for head, width in zip(heads, across, strict=True))
    with setting.table(dense=True):
        shapes = _shapes(columns, setting)
        rows = [tables.head_row(columns, shapes, setting)]
        rows += [_row(entry, shapes, setting) for entry in block.rows]
    widths = [shape.width for shape in shapes]
    description = ", ".join(head.replace("-\n", "") for head in heads)
    whole = grid.table(
        setting.style("CXTable"), widths, rows, heads=True, title=block.caption,
        description=description,
    )  # fmt: skip
    above = captions.caption("Table", block.caption, "", setting)
    return [*above, whole, *captions.source(block.source, setting)]


def _shapes(columns: tuple[Column, ...], setting: Typesetting) -> list[tables.Shape]:
    """The columns' shapes; a template's letters may be wide, so that the kind has the room up to
    the words beside it."""
    shapes = tables.column_shapes(columns, setting)
    if not setting.own_pages and "<w:right" not in shapes[1].margins:
        shapes[1] = replace(shapes[1], margins=shapes[1].margins + grid.margins(right=0))
    return shapes


def _row(entry: Evidence, shapes: list[tables.Shape], setting: Typesetting) -> str:
    style = setting.style("CXTableText")
    small = _small(setting)
    quiet = colour("ink2", setting.palette) + small
    note = "orange" if entry.sources == 1 else "petrol"
    kind = run(entry.kind, quiet)
    if entry.kind_note:
        kind += run(f"\n{entry.kind_note}", _bold(colour(note, setting.palette) + small))
    contents = (
        fields.anchor(entry.code, _code(entry, setting), setting),
        kind,
        run(entry.says),
        run(by_parts(entry.source, _across(shapes[3])), quiet),
        confidence(Confidence(entry.confidence), setting),
        _used_in(entry, _across(shapes[5]) * _BOLD, setting),
    )
    return grid.row(
        [
            grid.cell(shape.width, paragraph(style, content), margins=shape.margins)
            for shape, content in zip(shapes, contents, strict=True)
        ]
    )


def _small(setting: Typesetting) -> str:
    size = round(setting.look.points((_SMALL, _SMALL)) * 2)
    return w("sz", val=size) + w("szCs", val=size)


def _bold(properties: str) -> str:
    return w("b") + w("bCs") + properties


def _code(entry: Evidence, setting: Typesetting) -> str:
    """The code with a plain hyphen here, so that a search for "E-012" finds its row."""
    style = "CXEvidence" if entry.sources > 1 else "CXEvidenceSingle"
    size = round(setting.look.points((8.5, 8.5)) * 2 * 0.76)
    letters = w(
        "rPr", w("rStyle", val=setting.style(style)), w("sz", val=size), w("szCs", val=size)
    )
    return w("r", letters, text(f"\u00a0{entry.code}\u00a0"))


def _across(shape: tables.Shape) -> float:
    """Millimetres for words in a column, as running text counts them."""
    return (shape.width / twips(1) - _SIDES) / SMALL


def _used_in(entry: Evidence, width: float, setting: Typesetting) -> str:
    """Links to each place that uses the evidence, in reading order, or to the records that rest on
    it; in Japanese each line is ended by hand, because LibreOffice would end it inside a code."""
    uses = setting.uses.get(entry.code) or {
        code: fields.bookmark_name(code) if code in setting.targets else "" for code in entry.under
    }
    if not uses:
        return run("–", colour("ink3", setting.palette))
    bold = _bold(colour("petrol", setting.palette) + _small(setting))
    links = {
        place: fields.link(mark, flowing(place, bold)) if mark else flowing(place, bold)
        for place, mark in uses.items()
    }
    if not setting.japanese:
        return run(", ", bold).join(links.values())
    lines = by_parts("、".join(links), width).split("\n")
    shown = (run("、", bold).join(links[x] for x in line.strip("、").split("、")) for line in lines)
    return run("、\n", bold).join(shown)
