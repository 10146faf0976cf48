"""What the business case rests on: costs by initiative, effects and their value by measure."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from cxstudio.analysis.business.parts import Assumption
from cxstudio.analysis.business.units import change_unit, one_of
from cxstudio.analysis.ranges import Estimate
from cxstudio.model import Initiative, Kpi
from cxstudio.model.money import Scale
from cxstudio.report import blocks as b
from cxstudio.report.context import Context

FIGURE_MM, COST_MM, ROOMY = 13.0, 12.0, 10
"""How wide a column of figures is, and from how many on rows stand closer."""


def tables(context: Context, assumptions: Sequence[Assumption], rules: str) -> list[b.Block]:
    """Two tables, each only where it has rows; `rules` says below the last how it is counted."""
    costs = [one for one in assumptions if one.kind in ("once", "yearly")]
    effects = [one for one in assumptions if one.kind not in ("once", "yearly")]
    found = [
        *([_costs(context, costs)] if costs else []),
        *([_effects(context, effects, _bare(context, assumptions))] if effects else []),
    ]
    return [*found[:-1], replace(found[-1], source=rules)] if found else []


def what(context: Context, one: Assumption) -> str:
    """An assumption in words: the cost of an initiative, a change of a measure, its value."""
    _ = context.gettext
    code = context.listed([i.code for i in _initiatives(context, one)])
    kpi = context.get(Kpi, one.kpi)
    name = kpi.name if kpi else ""
    texts = {
        "once": _("Cost once, {code}", code=code),
        "yearly": _("Cost a year, {code}", code=code),
        "change": _("{name}: change by {code}", name=name, code=code),
        "worth": f"{name}{context.colon}{_value(context, kpi)}",
    }
    return texts[one.kind]


def unit(context: Context, one: Assumption) -> str:
    """What a change is counted in, of shares in points; "" for money."""
    kpi = context.get(Kpi, one.kpi)
    if kpi is None or one.kind != "change":
        return ""
    return change_unit(kpi.unit, context.gettext)


def _value(context: Context, kpi: Kpi | None) -> str:
    """Of what the worth of a measure is the value, beginning small."""
    _ = context.gettext
    return _("value of {one}", one=one_of(kpi.unit if kpi else "", _))


def _initiatives(context: Context, one: Assumption) -> list[Initiative]:
    return [found for id in one.initiatives if (found := context.get(Initiative, id))]


# ── Costs ─────────────────────────────────────────────────────────────────────────────────


def _costs(context: Context, costs: Sequence[Assumption]) -> b.Table:
    _ = context.gettext
    money = _money(context, costs)
    low, likely, high = _("Low"), _("Likely"), _("High")
    columns = (
        b.Column("", 11, "code"),
        b.Column(_("Initiative")),
        b.Column(f"{_('Once')}\n{low}", COST_MM, "number"),
        *(b.Column(head, COST_MM, "number") for head in (likely, high)),
        b.Column(f"{_('A year')}\n{low}", COST_MM + 2, "number"),
        *(b.Column(head, COST_MM, "number") for head in (likely, high)),
        b.Column(_("Rests on"), 38),
    )
    by_initiative: dict[tuple[int, ...], dict[str, Assumption]] = {}
    for one in costs:
        by_initiative.setdefault(one.initiatives, {})[one.kind] = one
    rows = tuple(_cost(context, known, money) for known in by_initiative.values())
    return b.Table(
        columns, rows, _largest(context, costs), money.name, dense=True, tight=len(rows) >= ROOMY
    )


def _cost(context: Context, known: dict[str, Assumption], money: Scale) -> b.Row:
    any_one = next(iter(known.values()))
    initiatives = _initiatives(context, any_one)
    figures: list[b.Cell] = []
    for kind in ("once", "yearly"):
        one = known.get(kind)
        figures += _figures([money.entered(end) for end in _ends(one.estimate)]) if one else "–––"
    cells: tuple[b.Cell, ...] = (
        tuple(b.CodeRef(one.code) for one in initiatives),
        context.listed([one.title for one in initiatives]),
        *figures,
        _rests(context, known.values()),
    )
    return b.Row(cells)


def _largest(context: Context, costs: Sequence[Assumption]) -> str:
    """Which initiative takes most of what is spent once."""
    once = [one for one in costs if one.kind == "once"]
    total = sum(one.estimate.likely for one in once)
    if total <= 0:
        return context.gettext("What the initiatives cost")
    most = max(once, key=lambda one: one.estimate.likely)
    return context.gettext(
        "{code} takes {share} of what is spent once",
        code=context.listed([one.code for one in _initiatives(context, most)]),
        share=context.written.percent(most.estimate.likely / total),
    )


# ── Effects ───────────────────────────────────────────────────────────────────────────────


def _effects(context: Context, effects: Sequence[Assumption], caption: str) -> b.Table:
    _ = context.gettext
    money = _money(context, [one for one in effects if one.kind == "worth"])
    columns = (
        b.Column(_("Measure and effect")),
        b.Column(_("Unit"), 20),
        *(b.Column(head, FIGURE_MM, "number") for head in (_("Low"), _("Likely"), _("High"))),
        b.Column(_("Rests on"), 48),
    )
    by_kpi: dict[int | None, list[Assumption]] = {}
    for one in effects:
        by_kpi.setdefault(one.kpi, []).append(one)
    rows: list[b.Row] = []
    for id, known in by_kpi.items():
        rows.append(_measure(context.get(Kpi, id), len(columns)))
        changes_first = sorted(known, key=lambda one: one.kind != "change")
        rows += [_effect(context, one, money) for one in changes_first]
    note = _("Values in {unit} a year", unit=money.name)
    return b.Table(
        columns, tuple(rows), caption, note, dense=True, tight=len(rows) >= ROOMY
    )  # fmt: skip


def _measure(kpi: Kpi | None, across: int) -> b.Row:
    """The measure that the rows below it speak of."""
    said: b.Runs = (b.Text("–"),)
    if kpi is not None:
        said = (b.CodeRef(kpi.code), b.Text(f" {kpi.name}", bold=True))
    return b.Row((said, *("\u200b",) * (across - 1)))


def _effect(context: Context, one: Assumption, money: Scale) -> b.Row:
    counted = unit(context, one)
    if counted:
        figures = [context.written.entered(end) for end in _ends(one.estimate)]
    else:
        figures = [money.entered(end) for end in _ends(one.estimate)]
    cells: tuple[b.Cell, ...] = (
        _named(context, one),
        counted or money.name,
        *_figures(figures),
        _rests(context, [one]),
    )
    return b.Row(cells)


def _named(context: Context, one: Assumption) -> b.Words:
    if one.kind == "worth":
        said = _value(context, context.get(Kpi, one.kpi))
        return f"{said[:1].upper()}{said[1:]}"
    codes = context.written.joined([f"[{i.code}]" for i in _initiatives(context, one)])
    return context.runs(context.gettext("Change by {codes}", codes=codes))


def _bare(context: Context, assumptions: Sequence[Assumption]) -> str:
    """How many of all assumptions have no source."""
    bare = sum(not one.source for one in assumptions)
    if not bare:
        return context.gettext("Every assumption has its source")
    return context.ngettext(
        "{count} of {all} assumptions has no source and is ours to defend",
        "{count} of {all} assumptions have no source and are ours to defend",
        bare, all=len(assumptions),
    )  # fmt: skip


# ── Cells ─────────────────────────────────────────────────────────────────────────────────


def _ends(estimate: Estimate) -> tuple[float, float, float]:
    return (estimate.low, estimate.likely, estimate.high)


def _figures(figures: Sequence[str]) -> list[b.Cell]:
    return [figures[0], (b.Text(figures[1], bold=True),), figures[2]]


def _rests(context: Context, assumptions: Iterable[Assumption]) -> b.Cell:
    """The sources, each said once, or the mark of an assumption."""
    sources = dict.fromkeys(one.source for one in assumptions)
    named = context.runs(context.listed([source for source in sources if source], strong=True))
    return (*named, *((b.Text(" "),) if named else ()), b.Assumption()) if "" in sources else named


def _money(context: Context, assumptions: Iterable[Assumption]) -> Scale:
    """How all these amounts are written alike."""
    return context.written.scale(*(end for one in assumptions for end in _ends(one.estimate)))
