"""The waves of the open file with their answers, read once and kept while they stay the same."""

from __future__ import annotations

import datetime as dt
import json
import sys
from collections.abc import Mapping
from functools import partial

from cxstudio.analysis.survey.definition import state_of
from cxstudio.analysis.survey.responses import Responses, responses_of
from cxstudio.model import Wave as Record
from cxstudio.model.columns import mapping_from
from cxstudio.store import EngagementFile
from cxstudio.ui.editors.voice.working import Wave
from cxstudio.ui.editors.voice.workroom import LARGE
from cxstudio.ui.tasks import Progress, Work

READER = "pyarrow"
Key = tuple[str, str]
"""Whose answers, by the fingerprint of their content, and what their columns mean."""


class Waves:
    """Reads a wave's answers when they are first asked for; `unread` names those that cannot be.

    Large ones are read in the background, and all of them while what reads answers is not loaded
    yet, which takes longer than reading: `take` what the work of `later` gives, then ask for all.
    """

    def __init__(self, file: EngagementFile) -> None:
        self._file = file
        self._read: dict[int, tuple[tuple[str, ...], Wave]] = {}
        self._aside: dict[Key, Responses | None] = {}
        self.unread: list[str] = []

    def later(self) -> Work | None:
        """Work that reads what is to be read in the background; None when there is nothing."""
        wanted: dict[Key, bytes] = {}
        least = LARGE if READER in sys.modules else 0
        for record in self._file.all(Record, Record.rows >= least):
            key = (record.sha256, record.mapping)
            before, wave = self._read.get(record.id, ((), None))
            if key not in self._aside and (wave is None or before[:2] != key):
                try:
                    wanted[key] = self._file.blob(record.sha256)
                except LookupError:  # told by `all`
                    self._aside[key] = None
        return partial(_read_aside, wanted) if wanted else None

    def take(self, found: Mapping[Key, Responses | None]) -> None:
        """Take what was read in the background."""
        self._aside.update(found)

    def all(self) -> list[Wave]:
        """All waves that can be read, the earliest first, those without a day at the end."""
        records = self._file.all(Record)
        records.sort(key=lambda one: (one.dated is None, one.dated or dt.date.min, one.position))
        self.unread, found = [], []
        for record in records:
            try:
                found.append(self._wave(record))
            except (LookupError, ValueError):  # the answers are gone, or damaged, or their meaning
                self.unread.append(record.name)
        return found

    def _wave(self, record: Record) -> Wave:
        now = (record.sha256, record.mapping, record.name, str(record.dated))
        before, wave = self._read.get(record.id, ((), None))
        if wave is None or before != now:
            aside = self._aside.pop((record.sha256, record.mapping), None)
            responses = aside or responses_of(record, self._file.blob)
            wave = Wave(record.id, record.name, record.dated, responses, state_of(record))
            self._read[record.id] = (now, wave)
        return wave


def _read_aside(wanted: Mapping[Key, bytes], _progress: Progress) -> dict[Key, Responses | None]:
    found: dict[Key, Responses | None] = {}
    for key, data in wanted.items():
        try:
            found[key] = Responses(data, mapping_from(json.loads(key[1])))
        except ValueError:  # damaged: told by `all`, which tries it again
            found[key] = None
    return found
