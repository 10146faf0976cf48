"""Gaps that figures show: KPIs off target, and drivers of the score that were kept as evidence."""

from __future__ import annotations

from collections.abc import Iterator

from cxstudio import i18n
from cxstudio.analysis.gaps.proposals.proposal import Found, Proposal, of_piece
from cxstudio.analysis.gaps.proposals.reach import of_figures
from cxstudio.analysis.survey.definition import definition_from
from cxstudio.i18n import _
from cxstudio.model import Evidence, Kpi
from cxstudio.model.chain import End


def kpis(found: Found) -> Iterator[Proposal]:
    """KPIs whose last reading, or else baseline, has not reached the target."""
    for kpi in found.read(Kpi):
        now = kpi.readings[-1].value if kpi.readings else kpi.baseline
        if now is None or kpi.target is None or found.has_gap(End("kpi", kpi.id)):
            continue
        if now >= kpi.target if kpi.direction == "up" else now <= kpi.target:
            continue
        close = kpi.unit in ("", "%", "％") or i18n.language().startswith("ja")
        unit = kpi.unit if close else f" {kpi.unit}"
        evidence = _evidence(found, kpi.id)
        values = {"name": kpi.name, "now": f"{now:g}{unit}", "target": f"{kpi.target:g}{unit}"}
        yield Proposal(
            key=f"kpi:{kpi.id}",
            source="kpis",
            kind="measure",
            title=_("{name}: {now} instead of {target}").format(**values),
            why=_("{code} is off its target.").format(code=kpi.code),
            as_is=_("{name} stands at {now}.").format(**values),
            to_be=_("{name} reaches {target}.").format(**values),
            departments=() if kpi.department_id is None else (kpi.department_id,),
            reach=of_figures(found, evidence),
            rests_on=tuple(End("evidence", id) for id in evidence),
        )


def _evidence(found: Found, kpi_id: int) -> list[int]:
    ends = found.chain.rests_on(End("kpi", kpi_id))
    return [end.id for end, _link in ends if end.kind == "evidence"]


def drivers(found: Found) -> Iterator[Proposal]:
    """What moves with the score, as it was kept from the survey's page, where no gap rests on it.

    Which ratings are to be improved first is in the words that were kept; nothing is worked out.
    """
    for piece in found.read(Evidence):
        if piece.evidence_kind != "figure" or not piece.definition:
            continue
        asked = definition_from(piece.definition)
        if asked is None or asked.kind != "drivers" or found.has_gap(End("evidence", piece.id)):
            continue
        why = _("{code}: what moves with the score was kept and no gap rests on it.")
        yield of_piece(piece, "drivers", "touchpoint", why)
