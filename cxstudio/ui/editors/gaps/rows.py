"""Gaps as plain rows: what the register, the heat map and the causes show of them."""

from __future__ import annotations

from dataclasses import dataclass

from cxstudio.analysis.gaps.confidence import Backing, backing
from cxstudio.analysis.gaps.severity import Band, Weights, band, severity_of
from cxstudio.drawing.tokens import Strength
from cxstudio.i18n import _
from cxstudio.model import (
    Department,
    Engagement,
    Evidence,
    Gap,
    GapDepartment,
    Stage,
    Step,
    Touchpoint,
)
from cxstudio.model.chain import End
from cxstudio.model.improvement import SET_ASIDE
from cxstudio.ui.workspace import Workspace

LEVELS: dict[Band, int] = {"low": 1, "medium": 2, "high": 3, "severe": 4}


@dataclass(frozen=True)
class GapRow:
    """One gap; names are empty where nothing is chosen. `missing` says what keeps it unscored.

    `department` is the one that it is charged to, `departments` that one and those that share it.
    """

    id: int
    code: str
    title: str
    step: str
    stage: str
    department: str
    departments: tuple[str, ...]
    touchpoint: str
    gap_kind: str
    cluster: str
    cause: str
    state: str
    severity: float | None
    missing: str
    strength: Strength
    backing: Backing
    initiatives: int
    words: str  # all its texts, for the filter

    @property
    def band(self) -> Band | None:
        return band(self.severity)

    @property
    def counts(self) -> bool:
        """Whether sums of severity count it: one that is set aside they do not."""
        return self.state not in SET_ASIDE


def read_rows(workspace: Workspace) -> list[GapRow]:
    """All gaps by their codes, as the report lists those that are alike."""
    file, chain = workspace.file, workspace.chain
    steps = {step.id: (step.name, step.stage_id) for step in file.all(Step)}
    stages = {stage.id: stage.name for stage in file.all(Stage)}
    departments = {d.id: d.name for d in file.all(Department)}
    touchpoints = {t.id: t.name for t in file.all(Touchpoint)}
    sharing = _sharing(workspace, departments)
    weights = Weights.of(file.get(Engagement, 1))
    known = {piece.id: piece for piece in file.all(Evidence)}

    def row(gap: Gap) -> GapRow:
        end = End("gap", gap.id)
        step, stage_id = steps.get(gap.step_id or 0, ("", 0))
        main = departments.get(gap.department_id or 0, "")
        return GapRow(
            id=gap.id,
            code=gap.code,
            title=gap.title or _("Untitled"),
            step=step,
            stage=stages.get(stage_id, ""),
            department=main,
            departments=tuple(dict.fromkeys(n for n in (main, *sharing.get(gap.id, ())) if n)),
            touchpoint=touchpoints.get(gap.touchpoint_id or 0, ""),
            gap_kind=gap.gap_kind,
            cluster=gap.cluster.strip(),
            cause=gap.cause,
            state=gap.state,
            severity=severity_of(gap, weights),
            missing=missing(gap.importance, gap.current, gap.target, gap.reach),
            strength=chain.strength(end),
            backing=backing_of(workspace, end, known),
            initiatives=sum(e.kind == "initiative" for e, _link in chain.supports(end)),
            words="\n".join((gap.code, *(getattr(gap, n) for n in gap.searched))).casefold(),
        )

    return [row(gap) for gap in sorted(file.all(Gap), key=lambda gap: (len(gap.code), gap.code))]


def backing_of(workspace: Workspace, end: End, known: dict[int, Evidence] | None = None) -> Backing:
    """What stands behind a claim; `known` is all evidence by its id, read once for many claims."""
    chain = workspace.chain
    ids = chain.evidence_of(end)
    if known is None:
        known = {piece.id: piece for piece in workspace.file.all(Evidence, Evidence.id.in_(ids))}
    pieces = (known[id] for id in ids if id in known)
    return backing((p.evidence_kind, chain.source_of(p.id), p.n) for p in pieces)


def _sharing(workspace: Workspace, names: dict[int, str]) -> dict[int, list[str]]:
    """The names of the departments that share a gap, by the gap's id."""
    found: dict[int, list[str]] = {}
    for share in workspace.file.all(GapDepartment):
        found.setdefault(share.gap_id, []).append(names.get(share.department_id, ""))
    return found


def missing(
    importance: float | None, current: float | None, target: float | None, reach: float | None
) -> str:
    """What a gap needs before it has a severity; empty when it has one."""
    needs = (
        (importance, _("needs an importance")),
        (current, _("needs today’s value")),
        (target, _("needs a target")),
        (reach, _("needs a reach")),
    )
    lacking = [text for value, text in needs if value is None]
    return _("not scored") if len(lacking) > 2 else next(iter(lacking), "")


def band_word(name: Band) -> str:
    """The name of a band of severity."""
    return {
        "severe": _("severe"),
        "high": _("high"),
        "medium": _("medium"),
        "low": _("low"),
    }[name]
