"""What can be done with pieces of evidence, each as one change."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from sqlalchemy import select

from cxstudio.i18n import _
from cxstudio.model import Evidence, EvidenceTheme, Insight, Link, Theme
from cxstudio.model.chain import End
from cxstudio.store import Change, EngagementFile
from cxstudio.ui.workspace import Workspace


def set_feeling(workspace: Workspace, id: int, sentiment: int) -> None:
    if workspace.file.one(Evidence, id).sentiment != sentiment:
        with workspace.change(_("Set the feeling")) as change:
            change.get(Evidence, id).sentiment = sentiment


def themes_of(file: EngagementFile, id: int) -> list[tuple[int, str]]:
    """(id, name) of the themes of a piece of evidence, in the order they were given."""
    query = (
        select(Theme.id, Theme.name)
        .join(EvidenceTheme, EvidenceTheme.theme_id == Theme.id)
        .where(EvidenceTheme.evidence_id == id)
        .order_by(EvidenceTheme.id)
    )
    return [(theme, name) for theme, name in file.rows(query)]


def add_theme(workspace: Workspace, ids: Sequence[int], name: str) -> None:
    """Give evidence a theme by its name; a name that is new makes a new theme."""
    name = name.strip()
    if not name:
        return
    with workspace.change(_("Add theme “{name}”").format(name=name)) as change:
        theme = theme_named(change, workspace.file, name)
        for id in ids:
            if theme not in [known for known, _name in themes_of(workspace.file, id)]:
                change.add(EvidenceTheme(evidence_id=id, theme_id=theme))


def theme_named(change: Change, file: EngagementFile, name: str) -> int:
    """The id of the theme with this name, made when there is none."""
    folded = name.casefold()
    for theme in file.all(Theme):
        if theme.name.casefold() == folded:
            return theme.id
    return change.add(Theme(name=name, position=file.count(Theme))).id


def remove_theme(workspace: Workspace, id: int, theme_id: int) -> None:
    with workspace.change(_("Remove theme")) as change:
        for tie in list(change.get(Evidence, id).themes):
            if tie.theme_id == theme_id:
                change.delete(tie)


def delete_evidence(workspace: Workspace, ids: Sequence[int]) -> None:
    """Delete evidence, with a toast that offers Undo."""
    codes = [workspace.file.one(Evidence, id).code for id in ids]
    name = codes[0] if len(codes) == 1 else _("{count} pieces").format(count=len(codes))
    with workspace.change(_("Delete {name}").format(name=name)) as change:
        for id in ids:
            change.delete(change.get(Evidence, id))
    workspace.say(_("Deleted “{name}”.").format(name=name), undo=True)


def make_insight(workspace: Workspace, ids: Sequence[int]) -> int:
    """A new insight that rests on the evidence; it is shown, ready to be written."""
    with workspace.change(_("Make an insight")) as change:
        insight = change.add(Insight(position=workspace.file.count(Insight))).id
        for id in ids:
            change.add(
                Link(source_kind="evidence", source_id=id, target_kind="insight", target_id=insight)
            )
    workspace.go_to("insight", insight)
    return insight


def nearest_insight(workspace: Workspace, id: int) -> Insight | None:
    """The insight that shares most themes with a piece of evidence and does not rest on it yet."""
    mine = [theme for theme, _name in themes_of(workspace.file, id)]
    query = select(EvidenceTheme.evidence_id).where(EvidenceTheme.theme_id.in_(mine))
    linked = {end for end, _link in workspace.chain.supports(End("evidence", id))}
    shared: Counter[int] = Counter()
    for (other,) in workspace.file.rows(query):
        for end, _link in workspace.chain.supports(End("evidence", other)):
            if end.kind == "insight" and end.record not in {e.record for e in linked}:
                shared[end.id] += 1
    found = shared.most_common(1)
    return workspace.file.get(Insight, found[0][0]) if found else None
