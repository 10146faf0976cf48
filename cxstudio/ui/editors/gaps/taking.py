"""Proposed gaps taken into the register, left, and brought back: each one change."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from cxstudio.analysis.gaps.proposals.proposal import Proposal
from cxstudio.i18n import _, ngettext
from cxstudio.model import Gap, GapDepartment, LeftProposal, Link
from cxstudio.store import Change
from cxstudio.ui.workspace import Workspace


def take(workspace: Workspace, proposals: Sequence[Proposal]) -> list[int]:
    """Put the proposals into the register with their evidence; gives the ids of the gaps."""
    label = ngettext("Take {count} proposed gap", "Take {count} proposed gaps", len(proposals))
    position = workspace.file.count(Gap)
    with workspace.change(label.format(count=len(proposals))) as change:
        return [_gap(change, one, position + n) for n, one in enumerate(proposals)]


def _gap(change: Change, proposal: Proposal, position: int) -> int:
    main, *sharing = proposal.departments or (None,)
    reach = proposal.reach if proposal.reach and proposal.reach.share is not None else None
    gap = change.add(
        Gap(
            title=proposal.title,
            gap_kind=proposal.kind,
            as_is="\n".join(filter(None, (proposal.as_is, reach.source if reach else ""))),
            to_be=proposal.to_be,
            step_id=proposal.step_id,
            touchpoint_id=proposal.touchpoint_id,
            department_id=main,
            importance=proposal.importance,
            current=proposal.current,
            target=proposal.target,
            reach=reach.share if reach else None,
            found_in=proposal.key,
            position=position,
        )
    )
    for department in sharing:
        change.add(GapDepartment(gap_id=gap.id, department_id=department))
    for end in proposal.rests_on:
        change.add(
            Link(source_kind=end.kind, source_id=end.id, target_kind="gap", target_id=gap.id)
        )
    return gap.id


def leave(workspace: Workspace, proposals: Sequence[Proposal]) -> None:
    """Do not propose them again."""
    label = ngettext("Leave {count} proposed gap", "Leave {count} proposed gaps", len(proposals))
    with workspace.change(label.format(count=len(proposals))) as change:
        for one in proposals:
            change.add(LeftProposal(found_in=one.key, title=one.title))


def bring_back(workspace: Workspace, ids: Iterable[int]) -> None:
    """Propose again what was left."""
    with workspace.change(_("Bring back proposed gaps")) as change:
        for id in ids:
            change.delete(change.get(LeftProposal, id))
