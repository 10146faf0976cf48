"""Templates that users make of their maps: stages, steps and lanes, kept as JSON."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from cxstudio.model.words import WORDS

FORM = 1
MOST = 500


@dataclass(frozen=True)
class OwnTemplate:
    """The frame of a map in the user's own words; lanes are (kind, name)."""

    title: str
    prompt: str
    stages: tuple[tuple[str, tuple[str, ...]], ...]
    lanes: tuple[tuple[str, str], ...]


def packed(template: OwnTemplate) -> str:
    """The template as JSON."""
    content = {
        "cxstudio_template": FORM,
        "title": template.title,
        "prompt": template.prompt,
        "stages": [{"name": name, "steps": list(steps)} for name, steps in template.stages],
        "lanes": [{"kind": kind, "name": name} for kind, name in template.lanes],
    }
    return json.dumps(content, ensure_ascii=False, indent=1)


def unpacked(text: str) -> OwnTemplate:
    """The template in a JSON text. Raises ValueError for anything else."""
    content = json.loads(text)
    if not isinstance(content, dict) or content.get("cxstudio_template") != FORM:
        raise ValueError("This is not a template of a journey map.")
    stages = tuple(
        (_text(stage, "name"), tuple(str(step) for step in _list(stage, "steps")))
        for stage in _list(content, "stages")
    )
    lanes = tuple((_text(lane, "kind"), _text(lane, "name")) for lane in _list(content, "lanes"))
    known = tuple(lane for lane in lanes if lane[0] in WORDS["lane_kind"])
    return OwnTemplate(_text(content, "title"), _text(content, "prompt"), stages, known)


def _text(content: Any, name: str) -> str:
    found = content.get(name, "") if isinstance(content, dict) else None
    if not isinstance(found, str):
        raise ValueError(f"The template's {name} is not a text.")
    return found


def _list(content: Any, name: str) -> Sequence[Any]:
    found = content.get(name, []) if isinstance(content, dict) else None
    if not isinstance(found, list) or len(found) > MOST:
        raise ValueError(f"The template's {name} are not a list.")
    return found
