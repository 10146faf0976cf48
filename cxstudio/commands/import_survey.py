"""`cxstudio import-survey`: keep a survey as a wave, and say what was understood of it."""

from __future__ import annotations

import argparse
import sys

from cxstudio.cli import WrongUse
from cxstudio.commands.opened import opened
from cxstudio.exchange import mapping as profiles
from cxstudio.exchange.survey_preparing import prepare
from cxstudio.exchange.survey_reading import Survey, read_survey
from cxstudio.exchange.survey_said import checked, understood
from cxstudio.exchange.survey_storing import keep, same_file, with_same_columns
from cxstudio.exchange.understanding import check, propose, without_answer
from cxstudio.i18n import _
from cxstudio.model import Wave
from cxstudio.model.columns import Mapping


def run(options: argparse.Namespace) -> int:
    profile = profiles.load(options.map) if options.map else None
    survey = read_survey(options.data)
    name = options.name or options.data.stem
    with opened(options, read_only=False) as file:
        waves = file.all(Wave)
        mapping, said = _mapped(survey, profile or with_same_columns(waves, survey))
        result = check(survey, mapping)
        if result.problems:
            raise WrongUse(f"{options.data.name}: {' '.join(result.problems)}")
        prepared = prepare(survey, without_answer(mapping, result.undecided))
        before = same_file(waves, survey)
        if before is not None:
            note = _("The same file was imported before as “{wave}”.").format(wave=before.name)
            said = (*said, note)
        with file.change(_("Import {name}").format(name=name)) as change:
            keep(change, file.put_blob, prepared, name=name, position=len(waves))
    heading = _("{name}: {rows:,} rows, {answered:,} with a score").format(
        name=name, rows=prepared.rows, answered=result.answered
    )
    lines = (heading, *survey.said(), *understood(mapping), *checked(result), *said)
    sys.stdout.write("\n".join(lines) + "\n")
    return 0


def _mapped(survey: Survey, profile: Mapping | None) -> tuple[Mapping, tuple[str, ...]]:
    """The mapping to use, and what differs from the profile, or which guesses are unsure."""
    proposal = propose(survey)
    if profile is not None:
        mapping, differences = profiles.fitted(profile, proposal.mapping)
        return mapping, differences.said()
    unsure = [g for g in proposal.guesses if g.confidence == "unsure"]
    said = [
        _("Unsure: {column} as {role}. {reason}").format(
            column=g.column.name, role=g.column.role, reason=g.reason
        )
        for g in unsure
    ]
    if len(proposal.candidates) > 1:
        told = _(
            "{count} columns could be the recommendation question; {column} was taken. "
            "Name another one in a mapping if it is not the right one."
        )
        taken = proposal.mapping.score
        said.append(told.format(count=len(proposal.candidates), column=taken))
    return proposal.mapping, tuple(said)
