"""Why the gaps are there: each tree of causes as a path from the first why to its root."""

from __future__ import annotations

from cxstudio.model import Cause, Gap
from cxstudio.report import blocks as b
from cxstudio.report.context import Context

MOST_ROOTS = 14


def table(context: Context, gaps: list[Gap]) -> list[b.Block]:
    """The paths to the roots, the gap with the highest severity first; nothing without causes."""
    _ = context.gettext
    rows = [row for gap in gaps for row in _rows(context, gap)][:MOST_ROOTS]
    if not rows:
        return []
    columns = (
        b.Column("", 12, "code"),
        b.Column(_("Why, asked again and again"), 92),
        b.Column(_("Root cause")),
    )
    return [b.Table(columns, tuple(rows), _caption(context, gaps), dense=True)]


def _caption(context: Context, gaps: list[Gap]) -> str:
    """The root that several gaps share, else how many roots were found."""
    roots: dict[str, set[int]] = {}
    for gap in gaps:
        for path in paths(context, gap):
            roots.setdefault(path[-1].text.strip(), set()).add(gap.id)
    shared = max(roots.items(), key=lambda pair: len(pair[1]), default=("", set()))
    if len(shared[1]) > 1:
        return context.gettext(
            "{count} gaps have one root: {root}", count=len(shared[1]), root=shared[0].rstrip("。.")
        )
    return context.ngettext(
        "{count} root cause has been found", "{count} root causes have been found", len(roots)
    )


def _rows(context: Context, gap: Gap) -> list[b.Row]:
    rows = []
    for place, path in enumerate(paths(context, gap)):
        steps = " → ".join(cause.text for cause in path[:-1])
        cells: tuple[b.Cell, ...] = (
            (b.CodeRef(gap.code),) if place == 0 else "\u200b",
            context.runs(steps) if steps else "\u200b",
            (b.Text(path[-1].text, bold=True),),
        )
        rows.append(b.Row(cells))
    return rows


def _by_gap(context: Context) -> dict[int, list[Cause]]:
    found: dict[int, list[Cause]] = {}
    for cause in context.all(Cause):
        if cause.text.strip():
            found.setdefault(cause.gap_id, []).append(cause)
    return found


def paths(context: Context, gap: Gap) -> list[list[Cause]]:
    """From each first why of a gap down to each of its roots."""
    below: dict[int | None, list[Cause]] = {}
    for cause in context.kept("causes by gap", lambda: _by_gap(context)).get(gap.id, []):
        below.setdefault(cause.parent_id, []).append(cause)
    found: list[list[Cause]] = []
    open_paths = [[cause] for cause in reversed(below.get(None, []))]
    while open_paths:
        path = open_paths.pop()
        further = below.get(path[-1].id, [])
        if further:
            open_paths += [[*path, cause] for cause in reversed(further) if cause not in path]
        else:
            found.append(path)
    return found
