"""`cxstudio nps`: the score of a wave with its interval, whole or by a column."""

from __future__ import annotations

import argparse
import json
import sys
from typing import Any

from cxstudio.analysis.answers import scores
from cxstudio.analysis.nps import nps, nps_by
from cxstudio.cli import WrongUse
from cxstudio.commands.opened import opened
from cxstudio.exchange.table import table_from
from cxstudio.model import Wave
from cxstudio.store import EngagementFile


def run(options: argparse.Namespace) -> int:
    with opened(options) as file:
        wave = _wave(file, options.wave)
        frame = table_from(file.blob(wave.sha256), wave.name)
        column = json.loads(wave.mapping).get("score")
        name = wave.name
    if column is None:
        raise WrongUse(f"{name} has no score column; import it again with --map.")
    if options.by and options.by not in frame.columns:
        raise WrongUse(f"{name} has no column “{options.by}”. It has: {', '.join(frame.columns)}.")
    rows = _groups(frame, column, options.by) if options.by else [_whole(frame, column, name)]
    sys.stdout.write(_json(name, rows) if options.json else _table(rows))
    return 0


def _wave(file: EngagementFile, name: str | None) -> Wave:
    waves = file.all(Wave)
    if not waves:
        raise WrongUse("This engagement has no survey wave. Import one with import-survey.")
    if name is None:
        return waves[-1]
    for wave in waves:
        if wave.name == name:
            return wave
    raise WrongUse(f"There is no wave “{name}”. There are: {', '.join(w.name for w in waves)}.")


def _whole(frame: Any, column: str, name: str) -> dict[str, Any]:
    result = nps(scores(frame[column]))
    names = ("n", "promoters", "passives", "detractors", "score", "low", "high", "small")
    return {"group": name, **{key: getattr(result, key) for key in names}}


def _groups(frame: Any, column: str, by: str) -> list[dict[str, Any]]:
    rows = nps_by(frame, column, by).to_dict("records")
    return [{str(name): value for name, value in row.items()} for row in rows]


def _json(name: str, rows: list[dict[str, Any]]) -> str:
    return json.dumps({"wave": name, "groups": rows}, ensure_ascii=False, indent=2) + "\n"


def _table(rows: list[dict[str, Any]]) -> str:
    lines = ["     n    score   95 % interval   group"]
    for row in rows:
        if row["score"] is None:
            lines.append(f"{row['n']:6,}        –                  {row['group']}")
            continue
        small = "  (fewer than 30 answers)" if row["small"] else ""
        interval = f"{row['low']:6.1f} to {row['high']:5.1f}"
        lines.append(f"{row['n']:6,}  {row['score']:7.1f}  {interval}   {row['group']}{small}")
    return "\n".join(lines) + "\n"
