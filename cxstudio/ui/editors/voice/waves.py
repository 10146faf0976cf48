"""The waves of the open file with their answers, read once and kept while they stay the same."""

from __future__ import annotations

import datetime as dt

from cxstudio.analysis.definition import state_of
from cxstudio.analysis.responses import responses_of
from cxstudio.model import Wave as Record
from cxstudio.store import EngagementFile
from cxstudio.ui.editors.voice.working import Wave


class Waves:
    """Reads a wave's answers when they are first asked for; `unread` names those that cannot be."""

    def __init__(self, file: EngagementFile) -> None:
        self._file = file
        self._read: dict[int, tuple[tuple[str, ...], Wave]] = {}
        self.unread: list[str] = []

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
            responses = responses_of(record, self._file.blob)
            wave = Wave(record.id, record.name, record.dated, responses, state_of(record))
            self._read[record.id] = (now, wave)
        return wave
