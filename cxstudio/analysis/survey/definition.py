"""What a figure that became evidence was asked, so that it is worked out again or marked as old."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass, replace
from functools import lru_cache
from hashlib import sha256
from typing import TYPE_CHECKING, Any

from cxstudio.analysis.survey.asked import Asked, asked_from
from cxstudio.analysis.survey.outcomes import outcomes
from cxstudio.model.columns import Mapping, mapping_from

if TYPE_CHECKING:
    from cxstudio.model import Wave

_SAID = re.compile(r', "(?:index|stands_as)": "\w*"')
Shown = tuple[float | None, float | None, float | None]
"""A figure and the two ends of its interval."""

KINDS = ("score", "measure", "table", "drivers", "result")


@dataclass(frozen=True)
class Definition:
    """Which figure, of whom, and the state of the wave it was worked out from.

    The kind "measure" is the figure of `asked.measure`; `column` names the business result where
    that is the figure. `shown` is the figure as a KPI's reading or a persona took it, None where
    none did: by this it is told apart from what somebody wrote.
    """

    kind: str
    asked: Asked
    state: str
    column: str = ""
    shown: Shown | None = None

    def as_json(self) -> str:
        """The text that evidence keeps."""
        content: dict[str, Any] = {
            "kind": self.kind,
            "asked": self.asked.as_json(),
            "state": self.state,
        }
        if self.column:
            content["column"] = self.column
        if self.shown is not None:
            content["shown"] = self.shown
        return json.dumps(content, ensure_ascii=False, sort_keys=True)

    def of_state(self, state: str, shown: Shown | None) -> Definition:
        """The same figure of another state of the wave, and what shows it from then on."""
        return replace(self, state=state, shown=shown if self.shown else None)


def definition_from(text: str) -> Definition | None:
    """The definition in the text that evidence keeps; None for evidence without one."""
    if not text:
        return None
    content = json.loads(text)
    asked, column = asked_from(content.get("asked")), str(content.get("column", ""))
    shown = content.get("shown")
    kept = None if shown is None else (shown[0], shown[1], shown[2])
    return Definition(str(content["kind"]), asked, str(content["state"]), column, kept)


def state_of(wave: Wave) -> str:
    """A fingerprint of a wave's answers and of what its columns mean.

    What a rating is reported as, or is to the score, changes none of its figures, and so not the
    fingerprint.
    """
    return _fingerprint(wave.sha256, wave.mapping)


def state_for(kind: str, state: str, mapping: Mapping) -> str:
    """What a figure of a kind rests on: a state of the wave, and of drivers which are left out."""
    aside = [column.name for column in outcomes(mapping)] if kind == "drivers" else []
    return _fingerprint(state, json.dumps(aside, ensure_ascii=False)) if aside else state


@lru_cache(64)
def _fingerprint(answers: str, mapping: str) -> str:
    return sha256(f"{answers} {_SAID.sub('', mapping)}".encode()).hexdigest()[:16]


def is_old(definition: str, wave: Wave | None) -> bool:
    """Whether a figure rests on a state of its wave that is no more, or on a wave that is gone."""
    found = definition_from(definition)
    if found is None or wave is None:
        return found is not None
    return found.state != state_for(found.kind, state_of(wave), _meaning(wave.mapping))


@lru_cache(64)
def _meaning(mapping: str) -> Mapping:
    """What the columns mean; none that can be told where the text is damaged."""
    try:
        return mapping_from(json.loads(mapping))
    except ValueError:
        return Mapping()
