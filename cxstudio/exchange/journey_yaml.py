"""Journeys in YAML: documents of the kinds cjm (journey), sbp (service blueprint), outcome (KPIs)
and em (what to do), which refer to each other by id.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from math import isfinite

from cxstudio.exchange.journey_content import (
    HIGHEST,
    LOWEST,
    CardContent,
    CurveContent,
    JourneyContent,
    KpiContent,
    LaneContent,
    StageContent,
    StepContent,
    UnreadableJourney,
    check_maps,
    check_size,
    check_text,
    tidy,
    tidy_name,
)
from cxstudio.exchange.journey_documents import Document, documents_of
from cxstudio.exchange.journey_table import number_of
from cxstudio.i18n import _, ngettext
from cxstudio.model.words import WORDS

_FOLDED = re.compile("(?<=[\u3000-\u9fff\uff00-\uffef]) (?=[\u3000-\u9fff\uff00-\uffef])")

BLUEPRINT_KINDS = {
    "team": "back_stage",
    "backstage": "back_stage",
    "back_stage": "back_stage",
    "frontstage": "front_stage",
    "front_stage": "front_stage",
    "system": "support",
    "support": "support",
}


def journeys_of_yaml(text: str, title: str, file: str) -> list[JourneyContent]:
    """The journeys of a file, each with the lanes of its blueprint; KPIs come with the first.

    Raises UnreadableJourney with a sentence that says what is wrong, and in which line.
    """
    documents = documents_of(text, file)
    journeys = [document for document in documents if document.get("kind") == "cjm"]
    if not journeys:
        raise UnreadableJourney(
            _(
                "{file} holds no journey: no document in it says “kind: cjm” and lists phases "
                "and actions."
            ).format(file=file)
        )
    others = [document for document in documents if document.get("kind") != "cjm"]
    check_maps(len(journeys), file)
    made = [_Journey(document, title, file) for document in journeys]
    for document in others:
        if document.get("kind") == "sbp":
            _owner(made, document).take_blueprint(document)
    for document in others:
        if document.get("kind") == "em":
            _owner(made, document).take_actions(document)
        elif document.get("kind") == "outcome":
            made[0].take_outcome(document)
    return [journey.content() for journey in made]


class _Journey:
    """A journey in the making: the documents say one after the other what is on it."""

    def __init__(self, document: Document, title: str, file: str) -> None:
        self.file = file
        persona = document.get("persona")
        persona = persona if isinstance(persona, dict) else {}
        self.persona, self.summary = _text(persona, "name"), _text(persona, "description")
        self.title = _text(document, "name") or _text(document, "title") or self.persona or title
        self.description = _text(document, "description") or self.summary
        self.lanes: list[LaneContent] = []
        self.cards: list[CardContent] = []
        self.kpis: list[KpiContent] = []
        self.notes: list[str] = []
        self.steps: dict[str, int] = {}  # the place of each action, and of what refers to one
        self._read(document)

    def _read(self, document: Document) -> None:
        phases, actions = _items(document, "phases"), _items(document, "actions")
        if not phases or not actions:
            raise UnreadableJourney(
                _("{file}: the journey lists no {what}. Add them, or choose another file.").format(
                    file=self.file, what="phases" if not phases else "actions"
                )
            )
        check_size(self.file, max(len(phases), len(actions)))
        ids = [_text(phase, "id") for phase in phases]
        self._check_ids(ids, [id for action in actions if (id := _text(action, "id"))])
        for action in actions:
            if _text(action, "phase") not in ids:
                raise UnreadableJourney(
                    _(
                        "{file}: the action “{action}” belongs to the phase “{phase}”, which the "
                        "journey does not list. Put its “phase” right."
                    ).format(
                        file=self.file, action=_text(action, "name"), phase=_text(action, "phase")
                    )
                )
        ordered = [a for id in ids for a in actions if _text(a, "phase") == id]
        self.names = [tidy_name(_text(action, "name")) for action in ordered]
        self.steps = {_text(action, "id"): place for place, action in enumerate(ordered)}
        self.stages = tuple(
            StageContent(
                tidy_name(_text(phase, "name")),
                tuple(
                    StepContent(tidy_name(_text(action, "name")))
                    for action in ordered
                    if _text(action, "phase") == id
                ),
            )
            for phase, id in zip(phases, ids, strict=True)
        )
        self._add_lists("touchpoints", ordered, "touchpoints")
        self._add_lists("thoughts", ordered, "thoughts_feelings")
        self.values = {
            place: value
            for place, action in enumerate(ordered)
            if (value := self._feeling(action)) is not None
        }
        if self.values:
            self._add_lane("emotion")

    def _check_ids(self, *lists: list[str]) -> None:
        """An id that is given twice would put the same steps into two places."""
        for ids in lists:
            twice = next((id for at, id in enumerate(ids) if id in ids[:at]), None)
            if twice is not None:
                raise UnreadableJourney(
                    _(
                        "{file}: two phases or two actions have the same id “{id}”. "
                        "Give each its own."
                    ).format(file=self.file, id=twice[:40])
                )

    def _add_lists(self, kind: str, actions: Sequence[Document], key: str) -> None:
        lane = None
        for place, action in enumerate(actions):
            texts = _texts(action, key)
            if texts and lane is None:
                lane = self._add_lane(kind)
            for text in texts:
                self._add_card(place, lane or 0, tidy(text))

    def _add_card(self, step: int, lane: int, text: str) -> None:
        place = self.names[step] if step < len(self.names) else ""
        check_text(self.file, text, self.lanes[lane].name, place)
        self.cards.append(CardContent(step, lane, text))
        check_size(self.file, lanes=len(self.lanes), cards=len(self.cards))

    def _add_lane(self, kind: str, name: str = "") -> int:
        self.lanes.append(LaneContent(kind, name or _(WORDS["lane_kind"][kind])))
        return len(self.lanes) - 1

    def _feeling(self, action: Document) -> float | None:
        value = action.get("emotion_score")
        if value is None:
            return None
        number = number_of(value) if isinstance(value, str) else None
        if number is None or not LOWEST <= number <= HIGHEST:
            raise UnreadableJourney(
                _(
                    "{file}: the emotion_score of “{action}” is “{value}”. "
                    "Write a number from −2 to +2."
                ).format(file=self.file, action=_text(action, "name"), value=str(value)[:40])
            )
        return number

    def take_blueprint(self, document: Document) -> None:
        """The lanes behind the customer's, with their tasks at the steps these belong to."""
        reached = {
            _text(line, "source"): _text(line, "target") for line in _items(document, "connections")
        }
        tasks = [task for task in _items(document, "tasks") if _text(task, "id") not in self.steps]
        for task in tasks:
            id = _text(task, "id")
            near = (_text(task, "source_id"), reached.get(id, ""))
            self.steps[id] = next((self.steps[end] for end in near if end in self.steps), 0)
        lanes = _items(document, "lanes")
        check_size(self.file, lanes=len(lanes), cards=len(tasks))
        for lane in lanes:
            inside = [task for task in tasks if _text(task, "lane") == _text(lane, "id")]
            kind = _text(lane, "kind")
            if kind == "cjm" and not inside:
                continue  # the journey itself, which stands above
            name = tidy_name(_text(lane, "name"))
            self._add_tasks(self._add_lane(BLUEPRINT_KINDS.get(kind, "text"), name), inside)
        known = {_text(lane, "id") for lane in _items(document, "lanes")}
        self._leave_out(
            ngettext(
                "{count} task without a lane was left out.",
                "{count} tasks without a lane were left out.",
                count := sum(_text(task, "lane") not in known for task in tasks),
            ),
            count,
        )

    def take_actions(self, document: Document) -> None:
        """What ought to be done, as opportunities at the steps that it is for."""
        actions = _items(document, "actions")
        placed = [action for action in actions if _text(action, "source_id") in self.steps]
        for action in placed:
            self.steps[_text(action, "id")] = self.steps[_text(action, "source_id")]
        if placed:
            self._add_tasks(self._add_lane("opportunities"), placed)
        left = len(actions) - len(placed)
        left += sum(len(_items(document, key)) for key in ("skills", "knowledge"))
        self._leave_out(
            ngettext(
                "{count} entry (skills and sources) has no place on a map and was left out.",
                "{count} entries (skills and sources) have no place on a map and were left out.",
                left,
            ),
            left,
        )

    def _add_tasks(self, lane: int, tasks: Sequence[Document]) -> None:
        for task in tasks:
            said = (tidy(_text(task, "name")), tidy(_text(task, "description")))
            text = "\n".join(filter(None, said))
            self._add_card(self.steps[_text(task, "id")], lane, text)

    def _leave_out(self, sentence: str, count: int) -> None:
        if count:
            self.notes.append(sentence.format(count=count))

    def take_outcome(self, document: Document) -> None:
        """The measures by which success is told."""
        primary = document.get("primary_kpi")
        listed = [primary] if isinstance(primary, dict) else []
        for kpi in [*listed, *_items(document, "kpis"), *_items(document, "secondary_kpis")]:
            target = number_of(_text(kpi, "target"))
            known = target is not None and isfinite(target)
            self.kpis.append(
                KpiContent(
                    tidy_name(_text(kpi, "name")),
                    tidy(_text(kpi, "definition") or _text(kpi, "description")),
                    _text(kpi, "unit"),
                    target if known else None,
                )
            )

    def mentions(self, document: Document) -> bool:
        """Whether a document refers to one of this journey's actions or their tasks."""
        return any(text in self.steps for text in _references(document))

    def content(self) -> JourneyContent:
        """The journey that was made."""
        curve = CurveContent("", tidy_name(self.persona), self.values, summary=self.summary)
        return JourneyContent(
            tidy_name(self.title),
            tidy(self.description),
            self.stages,
            tuple(self.lanes),
            tuple(self.cards),
            (curve,) if self.persona or self.values else (),
            tuple(self.kpis),
            tuple(self.notes),
        )


def _owner(journeys: list[_Journey], document: Document) -> _Journey:
    """The journey that a document speaks of, else the first."""
    return next((journey for journey in journeys if journey.mentions(document)), journeys[0])


def _references(document: Document) -> Iterator[str]:
    for key in ("tasks", "actions", "connections"):
        for item in _items(document, key):
            yield from (_text(item, "id"), _text(item, "source_id"), _text(item, "target"))


def _items(document: Document, key: str) -> list[Document]:
    """The entries of a list; what is no entry is no part of the format."""
    found = document.get(key)
    return [item for item in found if isinstance(item, dict)] if isinstance(found, list) else []


def _texts(document: Document, key: str) -> list[str]:
    found = document.get(key)
    listed = found if isinstance(found, list) else [found]
    return [_joined(text) for text in listed if isinstance(text, str) and text]


def _text(document: Document, key: str) -> str:
    found = document.get(key)
    return _joined(found) if isinstance(found, str) else ""


def _joined(text: str) -> str:
    """Without the spaces that a line break within Japanese text becomes in YAML."""
    return _FOLDED.sub("", text).strip()
