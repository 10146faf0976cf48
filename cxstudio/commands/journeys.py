"""`cxstudio journeys`: the journey maps of an engagement."""

from __future__ import annotations

import argparse
import json
import sys
from typing import Any

from cxstudio.commands.opened import opened
from cxstudio.model import Journey


def run(options: argparse.Namespace) -> int:
    with opened(options) as file:
        rows = [_row(journey) for journey in file.all(Journey)]
    if options.json:
        sys.stdout.write(json.dumps(rows, ensure_ascii=False, indent=2) + "\n")
    else:
        for row in rows:
            counts = f"{row['steps']} steps, {row['lanes']} lanes, {row['cards']} cards"
            sys.stdout.write(f"{row['code']}  {row['kind']}  {row['title']} ({counts})\n")
    return 0


def _row(journey: Journey) -> dict[str, Any]:
    steps = [step for stage in journey.stages for step in stage.steps]
    return {
        "code": journey.code,
        "title": journey.title,
        "kind": journey.journey_kind.replace("_", "-"),
        "stages": len(journey.stages),
        "steps": len(steps),
        "lanes": len(journey.lanes),
        "cards": sum(len(step.cards) for step in steps),
    }
