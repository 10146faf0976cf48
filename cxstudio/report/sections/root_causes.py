"""Why the gaps are there: each tree of causes as a path from the first why to its root."""

from __future__ import annotations

from cxstudio.model import Cause, Gap
from cxstudio.report import blocks as b
from cxstudio.report.context import Context
from cxstudio.report.texts import spelled

MOST_ROOTS, MOST_TOLD = 14, 3


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


def told(context: Context, gaps: list[Gap]) -> list[str]:
    """The roots in sentences with the codes of their gaps: those that most gaps share first."""
    found = sorted(_roots(context, gaps).items(), key=lambda pair: -len(pair[1]))
    return [
        context.ngettext(
            "{codes} leads back to this root: {root}.",
            "{codes} lead back to one root: {root}.",
            len(behind),
            codes=context.written.joined([f"[{gap.code}]" for gap in behind]),
            root=root.rstrip("。."),
        )
        for root, behind in found[:MOST_TOLD]
    ]


def _roots(context: Context, gaps: list[Gap]) -> dict[str, list[Gap]]:
    """Each root in words with the gaps that lead back to it, in the order of the gaps."""
    roots: dict[str, list[Gap]] = {}
    for gap in gaps:
        for root in dict.fromkeys(path[-1].text.strip() for path in paths(context, gap)):
            roots.setdefault(root, []).append(gap)
    return roots


def _caption(context: Context, gaps: list[Gap]) -> str:
    """The root that several gaps share, else how many roots were found."""
    roots = _roots(context, gaps)
    shared: tuple[str, list[Gap]] = max(
        roots.items(), key=lambda pair: len(pair[1]), default=("", [])
    )
    if len(shared[1]) > 1:
        said = context.gettext(
            "{count} gaps share one root: “{root}”",
            count=len(shared[1]),
            root=shared[0].rstrip("。."),
        )
        return spelled(said)
    return context.ngettext(
        "{count} root cause has been found", "{count} root causes have been found", len(roots)
    )


def _rows(context: Context, gap: Gap) -> list[b.Row]:
    rows = []
    for path in paths(context, gap):
        steps = " → ".join(cause.text for cause in path[:-1])
        direct = (b.Text(context.gettext("direct cause"), tone="quiet"),)
        cells: tuple[b.Cell, ...] = (
            (b.CodeRef(gap.code),),
            context.runs(steps) if steps else direct,
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
