"""Figures that were kept as evidence, worked out again after their wave has changed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from cxstudio.analysis.asked import Answers, described, group_names
from cxstudio.analysis.definition import Definition, definition_from
from cxstudio.i18n import _
from cxstudio.model import Evidence
from cxstudio.store import EngagementFile
from cxstudio.ui.editors.voice.drivers_board import Moves, moves_of
from cxstudio.ui.editors.voice.panels import score_words
from cxstudio.ui.editors.voice.results import Result, results_of, row_words
from cxstudio.ui.editors.voice.score_table import cell_words
from cxstudio.ui.editors.voice.working import Grid, Wave, grid_of
from cxstudio.ui.workspace import Workspace


@dataclass(frozen=True)
class Renewed:
    """A figure in words with the number of its answers."""

    text: str
    n: int


def old_figures(file: EngagementFile, wave: Wave) -> dict[int, Definition]:
    """The figures of a wave that rest on an earlier state of it, by the id of their evidence."""
    kept = file.all(Evidence, Evidence.wave_id == wave.id, Evidence.evidence_kind == "figure")
    found = {evidence.id: definition_from(evidence.definition) for evidence in kept}
    return {id: d for id, d in found.items() if d is not None and d.state != wave.state}


def worked_out_again(
    wave: Wave, definitions: Mapping[int, Definition], everyone: str
) -> dict[int, Renewed]:
    """The figures as they are now; those that can no longer be told are left out."""
    found = {id: _renewed(wave, definition, everyone) for id, definition in definitions.items()}
    return {id: renewed for id, renewed in found.items() if renewed is not None}


def _renewed(wave: Wave, definition: Definition, everyone: str) -> Renewed | None:
    answers = Answers(wave.responses, definition.asked)
    if answers.unknown or answers.score is None or answers.score.score is None:
        return None
    text = _text(answers, definition, wave, everyone)
    return None if not text else Renewed(with_people(answers, text), answers.score.n)


def _text(answers: Answers, definition: Definition, wave: Wave, everyone: str) -> str:
    match definition.kind:
        case "score":
            return "" if answers.score is None else score_words(answers.score)
        case "table":
            table = answers.table()
            if table is None:
                return ""
            return table_words(grid_of(table, definition.asked, wave.responses, everyone))
        case "drivers":
            return drivers_words(moves_of(answers))
        case _:
            results = [one for one in results_of(answers) if one.name == definition.column]
            return result_words(results[0]) if results else ""


def with_people(answers: Answers, text: str) -> str:
    """A figure's words with the people it tells of."""
    people = described(answers.asked, group_names(answers.responses))
    return _("{figure} ({people})").format(figure=text, people=people) if people else text


def table_words(grid: Grid) -> str:
    """The totals of a table's rows, a line each."""
    return "\n".join(cell_words(grid.shown, row, 0) for row in range(len(grid.shown.rows)))


def drivers_words(moves: Moves) -> str:
    """What moves with the score, a line a rating; empty where it cannot be told."""
    if not moves.board.spots:
        return ""
    return "\n".join((moves.note, *(spot.words for spot in moves.board.spots)))


def result_words(result: Result) -> str:
    """A business result by kind of people."""
    return f"{result.title}: {'; '.join(row_words(row) for row in result.rows)}"


def renew(
    workspace: Workspace,
    wave: Wave,
    definitions: Mapping[int, Definition],
    renewed: Mapping[int, Renewed],
) -> None:
    """Write the figures as they are now, as one step."""
    with workspace.change(_("Work figures out again")) as change:
        for id, found in renewed.items():
            evidence = change.get(Evidence, id)
            evidence.text, evidence.n = found.text, found.n
            evidence.definition = definitions[id].of_state(wave.state).as_json()
    lost = len(definitions) - len(renewed)
    if lost:
        workspace.say(_("{n} figures can no longer be told.").format(n=lost), undo=True)


def codes_of(file: EngagementFile, ids: Sequence[int]) -> str:
    """The codes of evidence, for a sentence."""
    return _(", ").join(file.one(Evidence, id).code for id in ids)
