"""Who does what: accountable, responsible, consulted and informed departments by initiative."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from cxstudio.model import Department, Initiative, Involvement
from cxstudio.report import blocks as b
from cxstudio.report.context import Context

STEPS = {"responsible": 5, "accountable": 3, "consulted": 1, "informed": 0}
LETTERS = {"responsible": "R", "accountable": "A", "consulted": "C", "informed": "I"}
MOST_DEPARTMENTS = 10
Parts = dict[int, list[str]]


def parts(context: Context) -> dict[int, Parts]:
    """By initiative and department what part it has; the accountable one is the initiative's."""
    return context.kept("raci", lambda: _parts(context))


def _parts(context: Context) -> dict[int, Parts]:
    found: dict[int, Parts] = defaultdict(lambda: defaultdict(list))
    for one in context.all(Initiative):
        if one.department_id is not None:
            found[one.id][one.department_id].append("accountable")
    for entry in context.all(Involvement):
        known = found[entry.initiative_id][entry.department_id]
        if entry.part in LETTERS and entry.part not in known:
            known.append(entry.part)
    return found


def cell(found: Sequence[str]) -> b.Heat:
    """The letters of a department, on the ground of the heaviest part."""
    ordered = sorted(found, key=lambda part: -STEPS[part])
    letters = "/".join(LETTERS[part] for part in ordered)
    return b.Heat(letters or "–", STEPS[ordered[0]] if ordered else 0, "amount")


def page(context: Context, plan: Sequence[Initiative]) -> list[b.Block]:
    """The matrix of initiatives and departments on a wide page of its own; nothing where only one
    department takes part."""
    _ = context.gettext
    known = parts(context)
    taking = {id for one in plan for id in known.get(one.id, {})}
    departments = [one for one in context.all(Department) if one.id in taking][:MOST_DEPARTMENTS]
    if len(departments) < 2:
        return []
    width = min(24.0, 192.0 / len(departments))
    columns = (
        b.Column("", 12, "code"),
        b.Column(_("Initiative")),
        *(b.Column(one.name, width, "heat") for one in departments),
    )
    rows = tuple(
        b.Row(
            (
                (b.CodeRef(one.code),),
                one.title,
                *(cell(known[one.id].get(d.id, [])) for d in departments),
            )
        )
        for one in plan
    )
    matrix = b.Table(columns, rows, _("Initiatives and departments"), key(context), dense=True)
    return [b.PageMessage(_message(context, plan, known), landscape=True), matrix]


def _message(context: Context, plan: Sequence[Initiative], known: dict[int, Parts]) -> str:
    alone = sum(not any("responsible" in found for found in known[one.id].values()) for one in plan)
    if alone:
        return context.ngettext(
            "Who does what; in {count} initiative the accountable department works alone",
            "Who does what; in {count} initiatives the accountable department works alone",
            alone,
        )
    return context.gettext("Who does what: each initiative has one department accountable")


def key(context: Context) -> str:
    """What the letters stand for, in a line."""
    named = [f"{LETTERS[part]} {context.word('raci_part', part).lower()}" for part in LETTERS]
    return context.listed(named)


def of_one(context: Context, one: Initiative) -> b.Runs:
    """The parts of one initiative in a line: department and letter."""
    names = {department.id: department.name for department in context.all(Department)}
    found = parts(context).get(one.id, {})
    shown: list[b.Inline] = []
    for part, letter in LETTERS.items():
        for id, has in found.items():
            if part in has and id in names:
                shown += [b.Text("\n")] if shown else []
                shown += [b.Text(f"{letter}\u2002", bold=True, tone="holds"), b.Text(names[id])]
    return tuple(shown)
