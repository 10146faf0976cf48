"""Writes the sample's rows into an open change, in one language."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Callable
from typing import Any, Protocol, TypeVar

from cxstudio.analysis.survey.definition import Definition, state_of
from cxstudio.model import (
    Engagement,
    Evidence,
    EvidenceTheme,
    Interview,
    Link,
    Paragraph,
    Record,
    Stakeholder,
    Wave,
)
from cxstudio.model.base import Coded, Ordered
from cxstudio.sample import survey
from cxstudio.sample.questions import Score
from cxstudio.sample.rows import At, Comment, Figure, Of, Row, T, Talk

R = TypeVar("R", bound=Record)

PARENTS = ("guide_id", "interview_id", "persona_id", "journey_id", "stage_id", "step_id")
MARKED = re.compile(r"\[\[([a-z0-9_.]+)\|(.*?)\]\]", re.DOTALL)
ANSWER = T("answer", "回答")
TOKEN = re.compile(r"\{(#?)([a-z0-9_.]+)\}")


class Destination(Protocol):
    """What the builder needs of an open change."""

    def add(self, record: R) -> R: ...

    def get(self, cls: type[R], id: int) -> R: ...


def build(change: Destination, language: str, put_blob: Callable[[bytes], str]) -> None:
    """Fill the engagement of `change` with the sample in `language`, "en" or "ja".

    `put_blob` keeps the bytes of the survey waves and returns their SHA-256.
    """
    from cxstudio.sample.content import ENGAGEMENT, ROWS

    writer = Writer(change, language, put_blob)
    writer.engagement(ENGAGEMENT)
    for item in ROWS:
        writer.write(item)


class Writer:
    """Knows the rows written so far, by key."""

    def __init__(
        self, change: Destination, language: str, put_blob: Callable[[bytes], str]
    ) -> None:
        self.change = change
        self.language = language
        self.put_blob = put_blob
        self.records: dict[str, Record] = {}
        self.positions: Counter[tuple[object, ...]] = Counter()

    def engagement(self, row: Row) -> None:
        """Set the attributes of the engagement that the file already has."""
        record = self.change.get(Engagement, 1)
        for name, value in row.values.items():
            setattr(record, name, self.resolve(value))
        record.report_language = self.language

    def write(self, item: Row | Talk | Comment) -> None:
        if isinstance(item, Talk):
            self._talk(item)
        elif isinstance(item, Comment):
            self._comment(item)
        elif item.cls is Wave:
            self._wave(item)
        else:
            self._row(item)

    # -- rows ------------------------------------------------------------------

    def _row(self, row: Row, /, **more: Any) -> Record:
        values = {name: self.resolve(value) for name, value in row.values.items()} | more
        if issubclass(row.cls, Ordered):
            parent = tuple(values[name] for name in PARENTS if name in values)
            place = (row.cls, *parent, values.get("lane_id"))
            values["position"] = self.positions[place]
            self.positions[place] += 1
        record = self.change.add(row.cls(**values))
        if row.key in self.records:
            raise ValueError(f"two rows are called {row.key}")
        self.records[row.key] = record
        self._links(row, record)
        return record

    def _links(self, row: Row, record: Record) -> None:
        for key in row.rests.split():
            self._link(self.records[key], record)
        for field, keys in row.fields.items():
            for key in keys.split():
                self._link(self.records[key], record, field)
        for end in row.supports.split():
            key, _colon, field = end.partition(":")
            self._link(record, self.records[key], field)
        for key in row.themes.split():
            theme = self.records[f"theme.{key}"]
            self.change.add(EvidenceTheme(evidence_id=record.id, theme_id=theme.id))

    def _link(self, source: Record, target: Record, field: str = "") -> None:
        self.change.add(
            Link(
                source_kind=source.kind,
                source_id=source.id,
                target_kind=target.kind,
                target_id=target.id,
                target_field=field,
            )
        )

    # -- values ----------------------------------------------------------------

    def resolve(self, value: Any) -> Any:
        """The value as it is stored: texts in the language, keys as ids."""
        if isinstance(value, T):
            return self.say(value)
        if isinstance(value, At):
            return self.records[value.key].id
        if isinstance(value, Of):
            return getattr(self.records[value.key], value.attribute)
        if isinstance(value, Figure):
            number = survey.figures()[value.name][value.part]
            return number if value.scale == 1 else round(number * value.scale, 4)
        if isinstance(value, Score):
            return self._definition(value)
        return value

    def _definition(self, score: Score) -> str:
        wave = self.records[score.wave]
        assert isinstance(wave, Wave)
        figure = survey.figures()[score.figure]
        shown = figure["value"], figure["low"], figure["high"]
        asked = score.asked(self.language)
        return Definition("score", asked, state_of(wave), shown=shown).as_json()

    def say(self, text: T) -> str:
        return TOKEN.sub(self._token, text.in_language(self.language))

    def _token(self, found: re.Match[str]) -> str:
        number, key = found.groups()
        if number:
            return self._number(*key.partition(".")[::2])
        record = self.records[key]
        return record.code if isinstance(record, Coded) else record.label

    def _number(self, name: str, part: str) -> str:
        value = survey.figures()[name][part or "value"]
        text = f"{abs(value):,}"
        minus = "－" if self.language == "ja" else "−"
        return minus + text if value < 0 else text

    # -- what is more than one row -----------------------------------------------

    def _talk(self, talk: Talk) -> None:
        interview = self._row(talk.interview, **self._person(talk.person))
        assert isinstance(interview, Interview)
        speaker = self._speaker(talk.person)
        me = self.say(T("Me", "聞き手"))
        for place, said in enumerate(talk.paragraphs):
            text, spans = unmarked(self.say(said.text))
            paragraph = self.change.add(
                Paragraph(
                    interview_id=interview.id,
                    question_id=self.records[said.question].id if said.question else None,
                    speaker=me if said.by_interviewer else speaker,
                    seconds=said.seconds,
                    text=text,
                    position=place,
                )
            )
            for mark in said.marks:
                begins, ends = spans.pop(mark.key)
                self._row(
                    Row(mark.key, Evidence, {}, themes=mark.themes),
                    evidence_kind="excerpt",
                    text=text[begins:ends],
                    begins=begins,
                    ends=ends,
                    sentiment=mark.sentiment,
                    confidential=mark.confidential,
                    speaker=speaker,
                    interview_id=interview.id,
                    paragraph_id=paragraph.id,
                    dated=interview.held_at.date() if interview.held_at else None,
                    illustrative=True,
                )
            if spans:
                raise ValueError(f"{talk.key}: nothing is known of {', '.join(spans)}")

    def _person(self, person: str | T) -> dict[str, Any]:
        if isinstance(person, T):
            return {"respondent": self.say(person)}
        return {"stakeholder_id": self.records[person].id}

    def _speaker(self, person: str | T) -> str:
        if isinstance(person, T):
            return person.en.partition(",")[0]
        stakeholder = self.records[person]
        assert isinstance(stakeholder, Stakeholder)
        return stakeholder.public_name

    def _comment(self, comment: Comment) -> None:
        wave = self.records[f"wave.{comment.wave}"]
        assert isinstance(wave, Wave)
        answer = survey.answers(comment.wave)[comment.place]
        original = survey.words(answer, comment.column)
        ours = T(
            f"Our translation. In the original: {original}",
            f"設問「{comment.column}」への自由回答の原文。",
        )
        self._row(
            Row(comment.key, Evidence, {}, themes=comment.themes),
            evidence_kind="comment",
            text=original if self.language == "ja" else comment.english,
            note=ours.in_language(self.language),
            sentiment=comment.sentiment,
            respondent=survey.describe(answer, self.language),
            source=f"{wave.name} {ANSWER.in_language(self.language)} {comment.place + 1}",
            wave_id=wave.id,
            column=comment.column,
            row=comment.place + 2,  # rows are counted from 1 with the header
            dated=wave.dated,
        )

    def _wave(self, row: Row) -> None:
        wave = row.key.removeprefix("wave.")
        self._row(
            row,
            sha256=self.put_blob(survey.columns(wave, self.language)),
            rows=len(survey.answers(wave)),
            mapping=json.dumps(survey.mapping(self.language).as_dict(), ensure_ascii=False),
        )


def unmarked(text: str) -> tuple[str, dict[str, tuple[int, int]]]:
    """The text without its marks, and where the words of each mark begin and end."""
    plain, spans, done = "", {}, 0
    for found in MARKED.finditer(text):
        plain += text[done : found.start()]
        spans[found[1]] = (len(plain), len(plain) + len(found[2]))
        plain += found[2]
        done = found.end()
    return plain + text[done:], spans
