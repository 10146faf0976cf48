"""`cxstudio nps`: the score of a wave with its interval, whole or by a column."""

from __future__ import annotations

import argparse
import json
import sys
from typing import TYPE_CHECKING, Any

from cxstudio.analysis.survey.nps import nps, nps_by
from cxstudio.analysis.survey.responses import Responses, responses_of
from cxstudio.cli import WrongUse
from cxstudio.commands.opened import opened
from cxstudio.commands.rating import told
from cxstudio.commands.terminal import speak
from cxstudio.i18n import _
from cxstudio.model import Wave
from cxstudio.store import EngagementFile

if TYPE_CHECKING:
    import pandas as pd

FIGURES = ("n", "promoters", "passives", "detractors", "score", "low", "high", "small")


def run(options: argparse.Namespace) -> int:
    speak()
    with opened(options) as file:
        wave = _wave(file, options.wave)
        answers = responses_of(wave, file.blob)
        name = wave.name
    if options.measure:
        sys.stdout.write(told(answers, name, options.measure, options.by, options.json))
        return 0
    score = answers.mapping.score
    if score is None:
        raise WrongUse(
            _("{name} has no score column; import it again with --map.").format(name=name)
        )
    if options.by and options.by not in answers.names:
        raise WrongUse(
            _("{name} has no column “{column}”. It has: {columns}.").format(
                name=name, column=options.by, columns=", ".join(answers.names)
            )
        )
    rows = _groups(answers, score, options.by) if options.by else [_whole(answers, score, name)]
    sys.stdout.write(_json(name, rows) if options.json else _table(rows))
    return 0


def _wave(file: EngagementFile, name: str | None) -> Wave:
    waves = file.all(Wave)
    if not waves:
        raise WrongUse(_("This engagement has no survey wave. Import one with import-survey."))
    if name is None:
        return waves[-1]
    for wave in waves:
        if wave.name == name:
            return wave
    names = ", ".join(wave.name for wave in waves)
    raise WrongUse(
        _("There is no wave “{name}”. There are: {names}.").format(name=name, names=names)
    )


def _whole(answers: Responses, score: str, name: str) -> dict[str, Any]:
    """The score of everybody, and beside it the weighted one where the survey has weights."""
    given = answers.column(score).dropna().astype(float)
    row: dict[str, Any] = {"group": name, **_figures(nps(given))}
    weight = answers.mapping.only("weight")
    if weight is not None:
        weights = answers.column(weight.name)[given.index]
        known = weights.notna()
        row["weighted"] = _figures(nps(given[known], weights[known]))
    return row


def _figures(result: Any) -> dict[str, Any]:
    return {key: getattr(result, key) for key in FIGURES}


def _groups(answers: Responses, score: str, by: str) -> list[dict[str, Any]]:
    """The score of each group, and beside it the weighted one where the survey has weights."""
    column = answers.mapping.only("weight")
    weight = None if column is None else column.name
    frame = answers.frame([score, by, *filter(None, [weight])])
    frame = frame.assign(group=frame[by].astype("str").fillna(""))
    rows = _records(nps_by(frame, score, "group"))
    if weight is not None:
        known = frame[frame[weight].notna()]
        for found in _records(nps_by(known, score, "group", weight=weight)):
            row = next(row for row in rows if row["group"] == found["group"])
            row["weighted"] = {key: found[key] for key in FIGURES}
    return rows


def _records(table: pd.DataFrame) -> list[dict[str, Any]]:
    return [{str(name): value for name, value in row.items()} for row in table.to_dict("records")]


def _json(name: str, rows: list[dict[str, Any]]) -> str:
    return json.dumps({"wave": name, "groups": rows}, ensure_ascii=False, indent=2) + "\n"


def _table(rows: list[dict[str, Any]]) -> str:
    lines = [_("     n    score   95 % interval   group")]
    for row in rows:
        lines.append(_line(row, row["group"]))
        if "weighted" in row:
            lines.append(_line(row["weighted"], _("weighted")))
    return "\n".join(lines) + "\n"


def _line(row: dict[str, Any], name: str) -> str:
    if row["score"] is None:
        return f"{row['n']:6,}        –                  {name}"
    small = _("(fewer than 30 answers)") if row["small"] else ""
    interval = f"{row['low']:6.1f} – {row['high']:5.1f}"
    return f"{row['n']:6,}  {row['score']:7.1f}  {interval}   {name}  {small}".rstrip()
