"""Blocks that stand beside each other or in a frame: one-row tables, never text boxes."""

from __future__ import annotations

from cxstudio.report.blocks import (
    Box,
    Confidence,
    Decisions,
    Definitions,
    Fact,
    Facts,
    KeyFigure,
    KeyFigures,
    MarkLegend,
    Trademark,
    Words,
)
from cxstudio.report.docx import grid, marks
from cxstudio.report.docx.marks import inline
from cxstudio.report.docx.pages import DECIDED_BESIDE
from cxstudio.report.docx.styles import colour
from cxstudio.report.docx.typesetting import Typesetting
from cxstudio.report.docx.xml import paragraph, run, w

_UNIT_SHARE = 0.42
_FIGURE_SHARE = 0.45
"""Of a column, where figures stand left of their words."""


def key_figures(block: KeyFigures, setting: Typesetting) -> list[str]:
    """Large figures in a row, parted by hairlines, or below each other with their words beside."""
    count = min(len(block.figures), max(block.across, 1))
    if count == 0:
        return []
    if block.across == 1:
        return [_listed(block, setting)]
    widths = grid.columns_in_twips([setting.width / count] * count)
    rows = []
    for start in range(0, len(block.figures), count):
        group: list[KeyFigure | None] = [*block.figures[start : start + count]]
        group += [None] * (count - len(group))
        for cell in (_labelled, _measured):  # so that figures stand on one line
            cells = zip(widths, group, strict=True)
            rows.append(grid.row([cell(n, *x, setting) for n, x in enumerate(cells)]))
    return [grid.table(setting.style("CXLayout"), widths, rows)]


def _labelled(number: int, width: int, figure: KeyFigure | None, setting: Typesetting) -> str:
    return grid.cell(
        width,
        _label(figure, setting) if figure else paragraph(setting.style("CXFigureLabel")),
        borders=grid.edge("top", 0.75, setting.palette.rule) + _parted(number, setting),
        margins=grid.margins(top=2, left=4 if number else 0, bottom=0, right=2),
    )


def _measured(number: int, width: int, figure: KeyFigure | None, setting: Typesetting) -> str:
    shown = _figure(figure, setting, held=True) + _note(figure, setting) if figure else ""
    bottom = grid.edge("bottom", 0.75, setting.palette.rule)
    return grid.cell(
        width,
        shown or paragraph(setting.style("CXFigureNote")),
        borders=_parted(number, setting) + bottom,
        margins=grid.margins(top=0, left=4 if number else 0, bottom=2, right=2),
    )


def _listed(block: KeyFigures, setting: Typesetting) -> str:
    """A figure a row, its label and note to the right of it."""
    widths = grid.columns_in_twips(
        [setting.width * _FIGURE_SHARE, setting.width * (1 - _FIGURE_SHARE)]
    )
    rows = []
    for number, figure in enumerate(block.figures):
        line = grid.edge("bottom", 0.5, setting.palette.hairline)
        if number == 0:
            line = grid.edge("top", 0.75, setting.palette.rule) + line
        space = grid.margins(top=1.2, left=0, bottom=1.2, right=0)
        words = _label(figure, setting) + _note(figure, setting)
        rows.append(
            grid.row(
                [
                    grid.cell(widths[0], _figure(figure, setting), borders=line, margins=space),
                    grid.cell(widths[1], words, borders=line, margins=space),
                ]
            )
        )
    return grid.table(setting.style("CXLayout"), widths, rows)


def _parted(number: int, setting: Typesetting) -> str:
    return grid.edge("left", 0.5, setting.palette.hairline) if number else ""


def _label(figure: KeyFigure, setting: Typesetting) -> str:
    return paragraph(setting.style("CXFigureLabel"), run(figure.label), properties=w("keepNext"))


def _figure(figure: KeyFigure, setting: Typesetting, *, held: bool = False) -> str:
    tone = colour("orange", setting.palette) if figure.below_target else ""
    size = round(setting.look.points((26, 26)) * 2 * _UNIT_SHARE)
    unit = run(f"\u2009{figure.unit}", tone + w("sz", val=size) + w("szCs", val=size))
    return paragraph(
        setting.style("CXKeyFigure"),
        run(figure.figure, tone),
        unit if figure.unit else "",
        properties=w("keepNext") if held else "",
    )


def _note(figure: KeyFigure, setting: Typesetting) -> str:
    return paragraph(setting.style("CXFigureNote"), run(figure.note))


def facts(block: Facts, setting: Typesetting) -> list[str]:
    """Short facts, the label above its value, rows parted by hairlines."""
    across = max(block.across, 1)
    widths = grid.columns_in_twips([setting.width / across] * across)
    line = grid.edge("bottom", 0.5, setting.palette.rule)
    rows = []
    for start in range(0, len(block.facts), across):
        group = block.facts[start : start + across]
        cells = [
            grid.cell(
                widths[n], _fact(fact, setting), borders=line, margins=grid.margins(left=0, right=2)
            )
            for n, fact in enumerate(group)
        ]
        for n in range(len(group), across):
            empty = paragraph(setting.style("CXFactValue"))
            cells.append(grid.cell(widths[n], empty, borders=line))
        rows.append(grid.row(cells))
    return [grid.table(setting.style("CXLayout"), widths, rows)] if rows else []


def _fact(fact: Fact, setting: Typesetting) -> str:
    label = paragraph(setting.style("CXFactLabel"), run(fact.label), properties=w("keepNext"))
    tone = colour("orange", setting.palette) if fact.hurts else ""
    value = run(fact.words, tone) if isinstance(fact.words, str) else inline(fact.words, setting)
    return label + paragraph(setting.style("CXFactValue"), value)


def definitions(block: Definitions, setting: Typesetting) -> list[str]:
    """Label left, sentences right, hairlines between."""
    palette = setting.palette
    label = min(block.label_mm, setting.width / 2)
    widths = grid.columns_in_twips([label, setting.width - label])
    rows = []
    for number, fact in enumerate(block.facts):
        line = grid.edge("bottom", 0.5, palette.hairline)
        if number == 0:
            line = grid.edge("top", 0.75, palette.rule) + line
        space = grid.margins(top=1.6, left=0, bottom=1.6, right=2)
        right = grid.margins(top=1.6, left=2, bottom=1.6, right=2)
        name = run(fact.label, w("b") + w("bCs") + colour("ink2", palette))
        style = setting.style("CXTableText")
        rows.append(
            grid.row(
                [
                    grid.cell(widths[0], paragraph(style, name), borders=line, margins=space),
                    grid.cell(
                        widths[1],
                        paragraph(style, inline(fact.words, setting)),
                        borders=line,
                        fill=palette.orange_tint if fact.hurts else "",
                        margins=right,
                    ),
                ]
            )
        )
    return [grid.table(setting.style("CXLayout"), widths, rows)] if rows else []


def decisions(block: Decisions, setting: Typesetting) -> list[str]:
    """What is asked of the board between petrol rules: two in a row, or one in a column."""
    label, across = (26.0, 2) if setting.width > DECIDED_BESIDE else (20.0, 1)
    rest = (setting.width - label) / across
    widths = grid.columns_in_twips([label, *[rest] * across])
    count = -(-len(block.items) // across)
    rows = []
    for number in range(count):
        asked = block.items[across * number : across * (number + 1)]
        first = block.label or setting.pgettext("report", "Decisions")
        named = [_decision_label(first if number == 0 else "", setting)]
        named += [_decision(across * number + n, item, setting) for n, item in enumerate(asked, 1)]
        named += [_decision_label("", setting)] * (across - len(asked))
        line = _ruled(number, count - 1, setting)
        space = grid.margins(top=1.4, bottom=0.9, right=2)
        rows.append(
            grid.row(
                [
                    grid.cell(width, content, borders=line, margins=space)
                    for width, content in zip(widths, named, strict=True)
                ]
            )
        )
    return [grid.table(setting.style("CXLayout"), widths, rows)] if rows else []


def _ruled(number: int, last: int, setting: Typesetting) -> str:
    """The petrol rules above the first row and below the last."""
    petrol = setting.palette.petrol
    above = grid.edge("top", 1, petrol) if number == 0 else ""
    return above + (grid.edge("bottom", 1, petrol) if number == last else "")


def _decision_label(words: str, setting: Typesetting) -> str:
    return paragraph(setting.style("CXTableText"), run(words, _bold_petrol(setting)))


def _decision(number: int, item: Words, setting: Typesetting) -> str:
    content = run(f"{number}\u2002", _bold_petrol(setting)) + inline(item, setting)
    return paragraph(setting.style("CXTableText"), content)


def _bold_petrol(setting: Typesetting) -> str:
    return w("b") + w("bCs") + colour("petrol", setting.palette)


def box(block: Box, setting: Typesetting) -> list[str]:
    """Words on a pale ground."""
    style = setting.style("CXBox")
    title = [paragraph(style, run(block.title, w("b") + w("bCs")), properties=w("keepNext"))]
    content = (title if block.title else []) + [paragraph(style, inline(block.words, setting))]
    return [framed("".join(content), setting, fill=setting.palette.pale)]


def trademark(block: Trademark, setting: Typesetting) -> list[str]:
    """The notice in a thin frame."""
    title = block.title or setting.pgettext("report", "Trademarks")
    bold = w("b") + w("bCs")
    quiet = colour("ink2", setting.palette)
    content = run(f"{title}\u2003", bold) + run(block.text, quiet)
    return [framed(paragraph(setting.style("CXBox"), content), setting)]


def framed(content: str, setting: Typesetting, fill: str = "") -> str:
    """Content over the whole width on a ground, or in a thin frame where none is given."""
    widths = grid.columns_in_twips([setting.width])
    sides = ("top", "left", "bottom", "right")
    frame = "" if fill else "".join(grid.edge(s, 0.75, setting.palette.rule) for s in sides)
    space = grid.margins(top=2.8, left=4, bottom=2.8, right=4)
    only = grid.cell(widths[0], content, borders=frame, fill=fill, margins=space)
    return grid.table(setting.style("CXLayout"), widths, [grid.row([only])])


def legend(_: MarkLegend, setting: Typesetting) -> list[str]:
    """The marks explained, with the marks themselves."""
    examples = {
        "{two}": marks.evidence_look("E-012", 2, setting),
        "{one}": marks.evidence_look("E-021", 1, setting),
        "{none}": marks.assumption(setting),
        "{high}": marks.confidence(Confidence(3), setting),
        "{medium}": marks.confidence(Confidence(2), setting),
        "{low}": marks.confidence(Confidence(1), setting),
    }
    sentence = setting.pgettext(
        "report",
        "{two} rests on two sources or more; the mark leads to the evidence register and back. "
        "{one} rests on one source only. {none} rests on none and is ours to defend. "
        "Confidence: {high} high, {medium} medium, {low} low.",
    )
    written = _filled(sentence, examples)
    widths = grid.columns_in_twips([34, setting.width - 34])
    space = grid.margins(top=2.8, left=4, bottom=2.8, right=2)
    bold = w("b") + w("bCs") + colour("ink2", setting.palette)
    style, pale = setting.style("CXBox"), setting.palette.pale
    cells = [
        grid.cell(
            widths[0],
            paragraph(style, run(setting.pgettext("report", "Evidence marks"), bold)),
            fill=pale,
            margins=space,
        ),
        grid.cell(widths[1], paragraph(style, written), fill=pale, margins=space),
    ]
    return [grid.table(setting.style("CXLayout"), widths, [grid.row(cells)])]


def _filled(sentence: str, examples: dict[str, str]) -> str:
    """The sentence with its placeholders replaced by marks."""
    written: list[str] = []
    while sentence:
        places = [(sentence.find(name), name) for name in examples if name in sentence]
        if not places:
            written.append(run(sentence))
            break
        at, name = min(places)
        written += [run(sentence[:at]), examples[name]]
        sentence = sentence[at + len(name) :]
    return "".join(written)
