"""`cxstudio import-survey`: keep a survey table as a wave and say what was understood of it."""

from __future__ import annotations

import argparse
import json
import sys
from dataclasses import asdict

from cxstudio.commands.opened import opened
from cxstudio.exchange.mapping import Mapping
from cxstudio.exchange.table import table_from
from cxstudio.exchange.understanding import Understanding, understand
from cxstudio.model import Wave


def run(options: argparse.Namespace) -> int:
    mapping = Mapping.load(options.map) if options.map else None
    data = options.data.read_bytes()
    understanding = understand(table_from(data, options.data.name), mapping)
    name = options.name or options.data.stem
    with opened(options, read_only=False) as file, file.change(f"Import {name}") as change:
        change.add(
            Wave(
                name=name,
                source=options.data.name,
                sha256=file.put_blob(data),
                mapping=json.dumps(asdict(understanding.mapping()), ensure_ascii=False),
                rows=understanding.n,
                position=file.count(Wave),
            )
        )
    _say(name, understanding)
    return 1 if understanding.score_column is None else 0


def _say(name: str, understanding: Understanding) -> None:
    lines = [
        f"{name}: {understanding.n:,} rows, {understanding.answered:,} with a score",
        f"score     {understanding.score_column or 'none found'}",
        f"time      {understanding.time_column or 'none found'}",
        f"comments  {', '.join(understanding.comment_columns) or 'none found'}",
        f"segments  {', '.join(understanding.segment_columns) or 'none found'}",
        *understanding.problems,
    ]
    sys.stdout.write("\n".join(lines) + "\n")
