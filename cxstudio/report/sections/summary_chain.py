"""The figure of the summary: from what was said over the most severe gaps to the initiatives that
close them and the measures that will show it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from cxstudio.drawing.charts.chain_picture import Box, Column, chain_figure
from cxstudio.model import Evidence, Gap, Initiative, Kpi, Theme
from cxstudio.model.chain import End
from cxstudio.report import blocks as b
from cxstudio.report import counts, measures
from cxstudio.report.context import Context

INITIATIVES, MEASURES = 5, 3
"""Of how many records at most the figure tells."""


@dataclass(frozen=True, slots=True)
class _Shown:
    """What the figure shows, and of how many initiatives and measures."""

    gaps: Sequence[Gap]
    initiatives: Sequence[Initiative]
    kpis: Sequence[Kpi]
    closing: int
    measured: int


def chain(context: Context, width_mm: float, gaps: int) -> b.Figure | None:
    """The figure with so many gaps; None where no initiative closes one of them."""
    shown = _shown(context, gaps)
    if not shown.gaps or not shown.initiatives:
        return None
    columns = (
        _voices(context, shown),
        _gaps(context, shown),
        _initiatives(context, shown),
        _measures(context, shown),
    )
    alt = _alt(context, columns)
    picture = chain_figure(columns, alt, context.palette, width_mm, context.tell)
    return b.Figure(
        picture.png,
        picture.width_mm,
        picture.alt,
        caption=_caption(context, shown),
        svg=picture.svg,
    )


def _shown(context: Context, count: int) -> _Shown:
    gaps = counts.gaps(context)[:count]
    closing = {one.id for gap in gaps for one in counts.initiatives_of(context, gap)}
    plan = [one for one in counts.initiatives(context) if one.id in closing]
    shown = plan[:INITIATIVES]
    moved = Counter(kpi.id for one in shown for kpi in counts.measures_of(context, one))
    kpis = sorted((k for k in context.all(Kpi) if k.id in moved), key=lambda k: -moved[k.id])
    first = {kpi.id for kpi in kpis[:MEASURES]}
    measured = [kpi for kpi in context.all(Kpi) if kpi.id in first]
    return _Shown(gaps, shown, measured, len(plan), len(kpis))


# ── The columns ───────────────────────────────────────────────────────────────────────────


def _voices(context: Context, shown: _Shown) -> Column:
    boxes = [_voice(context, context.under(End("gap", gap.id))) for gap in shown.gaps]
    return Column(context.gettext("Voices and figures"), tuple(boxes))


def _voice(context: Context, pieces: Sequence[Evidence]) -> Box:
    """What most of the evidence speaks of, and its codes."""
    if not pieces:
        return Box("", context.gettext("assumption"))
    names = {theme.id: theme.name for theme in context.all(Theme)}
    themes = Counter(one.theme_id for piece in pieces for one in piece.themes)
    codes = pieces[0].code
    if len(pieces) > 1:
        more = context.gettext("and {count} more", count=len(pieces) - 1)
        codes = f"{codes}{'' if context.japanese else ' '}{more}"
    if not themes:
        return Box("", codes)
    return Box("", names[themes.most_common(1)[0][0]], codes)


def _gaps(context: Context, shown: _Shown) -> Column:
    boxes = []
    for gap in shown.gaps:
        value = counts.severity_of(context, gap)
        figure = context.written.number(value, 1) if value is not None else ""
        boxes.append(Box(gap.code, gap.title, figure))
    joined = [(place,) for place in range(len(boxes))]
    return Column(context.gettext("Gaps (severity)"), tuple(boxes), tuple(joined))


def _initiatives(context: Context, shown: _Shown) -> Column:
    plan = shown.initiatives
    money = context.written.scale(*(one.cost_high or one.cost_low for one in plan))
    boxes = tuple(
        Box(one.code, one.title, money.figures(one.cost_low, one.cost_high)) for one in plan
    )
    closed = [{gap.id for gap in counts.gaps_of(context, one)} for one in plan]
    joined = tuple(
        tuple(place for place, gap in enumerate(shown.gaps) if gap.id in ids) for ids in closed
    )
    name = context.gettext("Initiatives (cost once, {unit})", unit=money.name)
    return Column(_some(context, name, len(plan), shown.closing), boxes, joined)


def _measures(context: Context, shown: _Shown) -> Column:
    boxes = tuple(Box("", kpi.name, _way(context, kpi)) for kpi in shown.kpis)
    moved = [{kpi.id for kpi in counts.measures_of(context, one)} for one in shown.initiatives]
    joined = tuple(
        tuple(place for place, ids in enumerate(moved) if kpi.id in ids) for kpi in shown.kpis
    )
    name = context.gettext("Measures")
    return Column(_some(context, name, len(shown.kpis), shown.measured), boxes, joined)


def _some(context: Context, name: str, count: int, of: int) -> str:
    """The name of a column that has no room for all."""
    if count == of:
        return name
    return context.gettext("{name}, {count} of {all}", name=name, count=count, all=of)


def _way(context: Context, kpi: Kpi) -> str:
    last = measures.newest(kpi)
    now = measures.value(context, kpi, last.value if last else None, unit=kpi.target is None)
    return f"{now} → {measures.value(context, kpi, kpi.target)}"


# ── Its words ─────────────────────────────────────────────────────────────────────────────


def _caption(context: Context, shown: _Shown) -> str:
    codes = [gap.code for gap in shown.gaps]
    return context.ngettext(
        "From what was said to what will be measured: {count} initiative closes {codes}",
        "From what was said to what will be measured: {count} initiatives close {codes}",
        shown.closing,
        codes=context.written.joined(codes),
    )


def _alt(context: Context, columns: Sequence[Column]) -> str:
    """The records of each column, in the order of reading."""
    stop = "。" if context.japanese else "."
    told = (
        f"{column.name}{context.colon}{_listed(context, column.boxes)}{stop}"
        for column in columns
        if column.boxes
    )
    return context.sentences(*told)


def _listed(context: Context, boxes: Sequence[Box]) -> str:
    words = (" ".join(filter(None, (box.code or box.words, box.figure))) for box in boxes)
    return context.listed(words)
