"""The notes as they are in the file: reading them, and writing only what differs."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import select

from cxstudio.model import Evidence, Paragraph
from cxstudio.store import Change, EngagementFile
from cxstudio.ui.editors.interviews.notes import Line, Notes

STEP = 16  # the distance of positions, so that a paragraph put between others moves none of them


@dataclass
class Stored:
    """What was last read from or written to the file, to compare the notes with."""

    interview_id: int = 0
    lines: dict[int, Line] = field(default_factory=dict)
    positions: dict[int, int] = field(default_factory=dict)
    marks: dict[int, tuple[int | None, int | None, int | None]] = field(default_factory=dict)


def read(file: EngagementFile, interview_id: int) -> tuple[Notes, Stored]:
    """The notes of an interview, and what is stored of them."""
    stored = Stored(interview_id)
    columns = (
        Paragraph.id,
        Paragraph.text,
        Paragraph.question_id,
        Paragraph.speaker,
        Paragraph.seconds,
        Paragraph.position,
    )
    query = select(*columns).where(Paragraph.interview_id == interview_id)
    for row in file.rows(query.order_by(Paragraph.position, Paragraph.id)):
        stored.lines[row.id] = Line(*row[:5])
        stored.positions[row.id] = row.position
    notes = Notes(list(stored.lines.values()))
    notes.spans = _spans(file, stored)
    return notes, stored


def _spans(file: EngagementFile, stored: Stored) -> dict[int, tuple[int, int]]:
    starts, offset = {}, 0
    for id, line in stored.lines.items():
        starts[id] = offset
        offset += len(line.text) + 1
    columns = (Evidence.id, Evidence.paragraph_id, Evidence.begins, Evidence.ends)
    query = select(*columns).where(Evidence.interview_id == stored.interview_id)
    spans = {}
    for id, paragraph, begins, ends in file.rows(query):
        stored.marks[id] = (paragraph, begins, ends)
        if paragraph in starts and begins is not None and ends is not None:
            ends = min(ends, len(stored.lines[paragraph].text))
            if begins < ends:
                spans[id] = (starts[paragraph] + begins, starts[paragraph] + ends)
    return spans


def differs(notes: Notes, stored: Stored) -> bool:
    """Whether there is anything to write."""
    known = [line.id for line in notes.lines]
    blank = known == [0] and notes.lines[0] == Line()
    return not blank and (
        known != list(stored.lines)
        or any(stored.lines[line.id] != line for line in notes.lines)
        or bool(notes.lost)
    )


def write(change: Change, notes: Notes, stored: Stored) -> Stored:
    """Bring the file to what the notes are; new lines get their ids."""
    after = Stored(stored.interview_id)
    places = new_positions([stored.positions.get(line.id) for line in notes.lines])
    for index, (line, position) in enumerate(zip(notes.lines, places, strict=True)):
        id = _write_line(change, line, position, stored)
        notes.lines[index] = Line(id, *_values(line).values())
        after.lines[id], after.positions[id] = notes.lines[index], position
    after.marks = _write_marks(change, notes, stored)
    change.flush()
    for gone in stored.lines.keys() - after.lines.keys():
        change.delete(change.get(Paragraph, gone))
    notes.lost.clear()
    return after


def _values(line: Line) -> dict[str, Any]:
    return {
        "text": line.text,
        "question_id": line.question_id,
        "speaker": line.speaker,
        "seconds": line.seconds,
    }


def _write_line(change: Change, line: Line, position: int, stored: Stored) -> int:
    if not line.id:
        made = Paragraph(interview_id=stored.interview_id, position=position, **_values(line))
        return change.add(made).id
    if stored.lines.get(line.id) != line or stored.positions.get(line.id) != position:
        record = change.get(Paragraph, line.id)
        for name, value in (*_values(line).items(), ("position", position)):
            if getattr(record, name) != value:
                setattr(record, name, value)
    return line.id


def _write_marks(
    change: Change, notes: Notes, stored: Stored
) -> dict[int, tuple[int | None, int | None, int | None]]:
    """Spans move with the words; one without any words left keeps its text, not its place."""
    marks, places = dict(stored.marks), notes.places()
    for id in notes.lost & marks.keys():
        marks[id] = (None, None, None)
    for id, place in places.items():
        if id in marks:
            marks[id] = (notes.lines[place.line].id, place.begins, place.ends)
    for id, mark in marks.items():
        words = notes.words(places[id]) if id in places else None
        if mark != stored.marks[id] or words not in (None, _words(stored, id)):
            record = change.get(Evidence, id)
            record.paragraph_id, record.begins, record.ends = mark
            record.text = record.text if words is None else words
    return marks


def _words(stored: Stored, id: int) -> str | None:
    """The words that were under a mark."""
    paragraph, begins, ends = stored.marks[id]
    before = stored.lines.get(paragraph or 0)
    return None if before is None else before.text[begins:ends]


def new_positions(now: Sequence[int | None]) -> list[int]:
    """Rising positions, the present ones kept as far as they rise; None asks for one."""
    places: list[int] = []
    last = -1
    for index, position in enumerate(now):
        if position is None:
            after = next((p for p in now[index + 1 :] if p is not None), None)
            between = (last + after) // 2 if after is not None and after > last + 1 else None
            position = between if between is not None else last + STEP if last >= 0 else 0
        if position <= last:
            position = last + STEP
        places.append(position)
        last = position
    return places
