"""Figures that were kept from a survey: which are out of date, and working them out again.

A KPI's reading and a persona's score that were taken from such a figure are renewed with it.
What somebody wrote or changed is left alone.
"""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from typing import TYPE_CHECKING, Any

from cxstudio.i18n import _, ngettext
from cxstudio.model import Evidence, Kpi, Persona, Wave
from cxstudio.model.chain import End
from cxstudio.model.columns import mapping_from
from cxstudio.store import Change, EngagementFile
from cxstudio.ui.tasks import Progress
from cxstudio.ui.workspace import Workspace

if TYPE_CHECKING:
    from cxstudio.analysis.survey.again import Again
    from cxstudio.analysis.survey.definition import Shown

SCORE = "score"
"""The field of a persona that rests on a figure."""
DIGITS = {"score": 1, "mean": 2, "share": 1, "easy": 1}
"""Decimals with which a KPI reads a measure."""


def is_old(file: EngagementFile, evidence: Evidence) -> bool:
    """Whether it is a figure that rests on an earlier state of its wave, or on none."""
    from cxstudio.analysis.survey import definition

    if not evidence.definition:
        return False
    return definition.is_old(evidence.definition, file.get(Wave, evidence.wave_id))


def old_figures(file: EngagementFile, wave: int | None = None) -> list[int]:
    """The figures out of date, of all waves or of one: the ids of their evidence."""
    conditions = [Evidence.evidence_kind == "figure"]
    if wave is not None:
        conditions.append(Evidence.wave_id == wave)
    return [one.id for one in file.all(Evidence, *conditions) if is_old(file, one)]


def old_behind(workspace: Workspace, end: End) -> list[int]:
    """The figures out of date that are a record, or that it directly rests on."""
    behind = [end, *(source for source, _link in workspace.chain.rests_on(end))]
    ids = dict.fromkeys(one.id for one in behind if one.kind == "evidence")
    known = (workspace.file.get(Evidence, id) for id in ids)
    return [one.id for one in known if one is not None and is_old(workspace.file, one)]


def codes_of(file: EngagementFile, ids: Iterable[int]) -> str:
    """The codes of evidence, for a sentence."""
    return _(", ").join(file.one(Evidence, id).code for id in ids)


# ── Working them out ──────────────────────────────────────────────────────────────────────


@dataclass(frozen=True)
class _Job:
    """The answers of one wave as they are now, and the definitions of its figures by id."""

    state: str
    mapping: str
    answers: bytes
    definitions: dict[int, str] = field(default_factory=dict)


@dataclass(frozen=True)
class _Found:
    """A figure with the definition it had and the one it has now; `shown` as it was taken."""

    before: str
    after: str
    figure: Again
    measure: str
    shown: Shown | None


def work_out_again(workspace: Workspace, ids: Sequence[int]) -> None:
    """Work figures out away from the interface and write them as one step.

    Those whose wave is gone, or that cannot be told from it any more, stay as they are and stay
    out of date; a toast says how many.
    """
    if workspace.read_only or not ids:
        return
    jobs = _jobs(workspace.file, ids)
    workspace.tasks.run(
        _("Working out the figures"), partial(_worked_out, jobs), partial(_write, workspace, ids)
    )


def _jobs(file: EngagementFile, ids: Sequence[int]) -> list[_Job]:
    from cxstudio.analysis.survey.definition import state_of

    jobs: dict[int, _Job] = {}
    for evidence in (file.one(Evidence, id) for id in ids):
        wave = file.get(Wave, evidence.wave_id)
        if wave is None:
            continue
        if wave.id not in jobs:
            try:
                answers = file.blob(wave.sha256)
            except LookupError:  # the answers are gone from the file: said with those left over
                continue
            jobs[wave.id] = _Job(state_of(wave), wave.mapping, answers)
        jobs[wave.id].definitions[evidence.id] = evidence.definition
    return list(jobs.values())


def _worked_out(jobs: Sequence[_Job], progress: Progress) -> dict[int, _Found]:
    from cxstudio.analysis.survey.again import again
    from cxstudio.analysis.survey.columnar import UnreadableResponses
    from cxstudio.analysis.survey.definition import definition_from, state_for
    from cxstudio.analysis.survey.responses import Responses

    found: dict[int, _Found] = {}
    for done, job in enumerate(jobs):
        progress(done / len(jobs))
        try:
            responses = Responses(job.answers, mapping_from(json.loads(job.mapping)))
        except (UnreadableResponses, ValueError):  # damaged: said with those left over
            continue
        for id, before in job.definitions.items():
            definition = definition_from(before)
            figure = None if definition is None else again(responses, definition)
            if definition is not None and figure is not None:
                state = state_for(definition.kind, job.state, responses.mapping)
                after = definition.of_state(state, figure.shown).as_json()
                kind = definition.asked.measure.partition(":")[0]
                measure = kind if definition.kind == "measure" else SCORE
                found[id] = _Found(before, after, figure, measure, definition.shown)
    return found


def _write(workspace: Workspace, ids: Sequence[int], found: Mapping[int, _Found]) -> None:
    """Write what is still defined as it was when the work began."""
    file = workspace.file
    kept = {id: one for id, one in found.items() if _same(file.get(Evidence, id), one)}
    if kept:
        with workspace.change(_("Work figures out again")) as change:
            for id, one in kept.items():
                _renew(workspace, change, id, one)
        text = ngettext(
            "{n} figure was worked out again.", "{n} figures were worked out again.", len(kept)
        )
        workspace.say(text.format(n=len(kept)), undo=True)
    lost = sum(1 for id in ids if id not in found)
    if lost:
        text = ngettext(
            "{n} figure can no longer be told.", "{n} figures can no longer be told.", lost
        )
        workspace.say(text.format(n=lost))


def _same(evidence: Evidence | None, found: _Found) -> bool:
    return evidence is not None and evidence.definition == found.before


def _renew(workspace: Workspace, change: Change, id: int, found: _Found) -> None:
    """The figure, and with it what shows it: a persona's score, a KPI's reading."""
    evidence = change.get(Evidence, id)
    n, dated, figure = evidence.n, evidence.dated, found.figure
    evidence.text, evidence.n, evidence.definition = figure.text, figure.n, found.after
    if figure.value is None or found.shown is None:
        return
    for end, _link in workspace.chain.supports(End("evidence", id)):
        if end.kind == "persona" and end.field == SCORE:
            _renew_persona(change.get(Persona, end.id), n, found)
        elif end.kind == "kpi":
            _renew_reading(change.get(Kpi, end.id), n, dated, found)


def _renew_persona(persona: Persona, n: int | None, found: _Found) -> None:
    """The score that was taken from the figure and that nobody changed."""
    figure = found.figure
    there = persona.score, persona.score_low, persona.score_high
    if persona.score_n == n and there == found.shown:
        persona.score, persona.score_n = figure.value, figure.n
        persona.score_low, persona.score_high = figure.low, figure.high


def _renew_reading(kpi: Kpi, n: int | None, dated: dt.date | None, found: _Found) -> None:
    """The reading that was taken from the figure and that nobody changed."""
    figure: Any = found.figure
    value, *ends = found.shown or (None,)
    if value is None:
        return
    digits = DIGITS[found.measure]
    taken = (dated, n, round(value, digits), *ends)
    for reading in kpi.readings:
        if (reading.read_on, reading.n, reading.value, reading.low, reading.high) == taken:
            reading.value, reading.n = round(figure.value, digits), figure.n
            reading.low, reading.high = figure.low, figure.high
