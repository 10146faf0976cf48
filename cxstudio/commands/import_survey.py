"""`cxstudio import-survey`: keep a survey as a wave, and say what was understood of it."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from typing import Any

from cxstudio.cli import WrongUse
from cxstudio.commands.opened import opened
from cxstudio.commands.terminal import columns_of, padded, speak
from cxstudio.exchange import mapping as profiles
from cxstudio.exchange.survey_preparing import prepare
from cxstudio.exchange.survey_reading import Survey, read_survey
from cxstudio.exchange.survey_said import checked, understood
from cxstudio.exchange.survey_storing import keep, same_file, with_same_columns
from cxstudio.exchange.understanding import Check, Proposal, check, propose, without_answer
from cxstudio.i18n import _
from cxstudio.model import Wave
from cxstudio.model.columns import Mapping


@dataclass(frozen=True)
class Import:
    """What was read, how it was understood, and what came of it."""

    name: str
    survey: Survey
    proposal: Proposal
    mapping: Mapping
    check: Check
    rows: int
    remarks: tuple[str, ...]


def run(options: argparse.Namespace) -> int:
    speak()
    profile = profiles.load(options.map) if options.map else None
    survey = read_survey(options.data)
    with opened(options, read_only=False) as file:
        waves = file.all(Wave)
        done, prepared = _understood(options, survey, profile, waves)
        with file.change(_("Import {name}").format(name=done.name)) as change:
            keep(change, file.put_blob, prepared, name=done.name, position=len(waves))
    sys.stdout.write(_json(done) if options.json else _text(done))
    return 0


def _understood(
    options: argparse.Namespace, survey: Survey, profile: Mapping | None, waves: list[Wave]
) -> tuple[Import, Any]:
    """The survey as mapped; cells that nobody can be asked about count as no answer."""
    proposal = propose(survey)
    mapping, remarks = _mapped(proposal, profile or with_same_columns(waves, survey))
    result = check(survey, mapping)
    if result.problems:
        raise WrongUse(f"{survey.name}: {' '.join(result.problems)}")
    mapping = without_answer(mapping, result.undecided)
    prepared = prepare(survey, mapping)
    before = same_file(waves, survey)
    if before is not None:
        note = _("The same file was imported before as “{wave}”.").format(wave=before.name)
        remarks = (*remarks, note)
    name = options.name or options.data.stem
    return Import(name, survey, proposal, mapping, result, prepared.rows, remarks), prepared


def _mapped(proposal: Proposal, profile: Mapping | None) -> tuple[Mapping, tuple[str, ...]]:
    """The mapping to use, and what differs from the profile, or which guesses are unsure."""
    if profile is not None:
        mapping, differences = profiles.fitted(profile, proposal.mapping)
        return mapping, differences.said()
    said = [
        _("Not sure of {column}: {reason}").format(column=guess.column.name, reason=guess.reason)
        for guess in proposal.guesses
        if guess.confidence == "unsure"
    ]
    if len(proposal.candidates) > 1:
        told = _(
            "{count} columns could be the recommendation question; {column} was taken. "
            "Name another one in a mapping if it is not the right one."
        )
        taken = proposal.mapping.score
        said.append(told.format(count=len(proposal.candidates), column=taken))
    return proposal.mapping, tuple(said)


def _text(done: Import) -> str:
    heading = _("{name}: {rows:,} rows, {answered:,} with a score").format(
        name=done.name, rows=done.rows, answered=done.check.answered
    )
    columns = understood(done.mapping)
    width = max(columns_of(name) for name, _told in columns) + 2
    lines: Iterable[str] = (
        heading,
        *done.survey.said(),
        *(padded(name, width) + told for name, told in columns),
        *checked(done.check),
        *done.remarks,
    )
    return "\n".join(lines) + "\n"


def _json(done: Import) -> str:
    guesses = [
        {
            "column": guess.column.name,
            "role": guess.column.role,
            "confidence": guess.confidence,
            "reason": guess.reason,
        }
        for guess in done.proposal.guesses
    ]
    content = {
        "wave": done.name,
        "rows": done.rows,
        "encoding": done.survey.encoding,
        "sheet": done.survey.sheet,
        "layout": done.survey.layout.kind,
        "header_rows": done.survey.layout.before,
        "answered": done.check.answered,
        "promoters": done.check.promoters,
        "passives": done.check.passives,
        "detractors": done.check.detractors,
        "repeated": done.check.repeated,
        "left_out_cells": [asdict(o) for o in (*done.check.undecided, *done.check.odd)],
        "notes": [*done.survey.said(), *done.check.notes, *done.remarks],
        "guesses": guesses,
        "mapping": profiles.as_profile(done.mapping),
    }
    return json.dumps(content, ensure_ascii=False, indent=2) + "\n"
