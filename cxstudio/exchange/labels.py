"""Speaker labels and time stamps at the start of a line.

A label is short, holds no sentence and ends in a colon: `Name:`, `**Name**:`, `Name：`,
`[00:12:05] Name:`, `Name (00:12):`, or a name and a time alone on a line. Whether a
candidate is a speaker at all is decided over the whole transcript, see `speakers`.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

_CLOCK = r"(?:\d{1,2}:)?\d{1,3}:\d{2}(?:[.,]\d{1,3})?"
_STAMP = rf"[\[(（【<]\s*(?P<bracketed>{_CLOCK})\s*[\])）】>]"
_BEFORE = rf"(?:{_STAMP}|(?P<bare>\d{{1,2}}:\d{{2}}:\d{{2}}(?:[.,]\d{{1,3}})?)(?=\s|$))\s*[-–—]?\s*"
_AFTER = _STAMP.replace("bracketed", "after")
_MARK = r"(?:\*\*|__)"
_NAME = r"(?P<name>[^\n:：*_\[\]【】]{1,40}?)"

_STAMPED = re.compile(rf"{_BEFORE}(?P<rest>.*)", re.DOTALL)
_LABEL = re.compile(
    rf"(?:{_BEFORE})?(?P<bold>{_MARK})?{_NAME}\s*{_MARK}?\s*(?:{_AFTER}\s*)?"
    rf"(?P<colon>[:：])(?:\s*{_MARK})?(?P<rest>.*)",
    re.DOTALL,
)
_ALONE = re.compile(rf"{_MARK}?{_NAME}{_MARK}?\s+(?:{_AFTER}|(?P<bare>{_CLOCK}))\s*$")

_ASKING = {"q", "question", "質問", "問", "聞き手", "インタビュアー"}
_ANSWERING = {"a", "answer", "回答", "答", "話し手", "回答者"}
_ROLES = _ASKING | _ANSWERING | {"speaker", "interviewer", "interviewee", "moderator"}
_ROLES |= {"respondent", "participant", "customer", "guest", "host", "facilitator", "unknown"}
_NO_SPEAKER = {
    "note", "notes", "example", "url", "http", "https", "title", "date", "time", "subject",
    "location", "place", "duration", "participants", "attendees", "agenda", "summary", "source",
    "warning", "tip", "important", "ps", "p.s.", "re", "fwd", "cc", "to", "background", "topic",
    "conclusion", "purpose", "keywords", "tags", "version", "status", "language", "recorded",
    "注", "注意", "例", "備考", "補足", "結論", "理由", "日時", "日付", "場所", "対象", "時間",
    "参考", "出所", "出典", "目的", "件名", "参加者", "出席者", "議題", "題名", "要約", "概要",
}  # fmt: skip
_SENTENCE_STARTS = {
    "the", "this", "that", "these", "those", "there", "here", "i", "we", "you", "it", "he",
    "she", "they", "my", "our", "your", "so", "and", "but", "or", "if", "what", "why", "how",
    "when", "where", "which", "who", "for", "in", "on", "at", "as", "because", "one", "is",
    "an", "another", "first", "second", "also", "not", "no", "yes",
}  # fmt: skip
_ENDING = re.compile(r"[!?;,、。！？；，「」『』\"“”<>/\\|=]|(?<!\b\w)(?<!\b\w\w)(?<!\b\w\w\w)\.")
"""What a name does not hold; a full stop may follow a title or an initial (Dr., J.)."""

_CLAUSE = re.compile(r"..(?:[はがをにでとてばも]|した|です|ます|こと|から|ので)$")
"""A Japanese clause that leads up to something ends so, names and roles hardly ever do."""


@dataclass(frozen=True)
class Label:
    """A line that may open a turn; `sure` when its form alone says that it does."""

    name: str
    seconds: float | None
    rest: str
    sure: bool


def seconds_of(stamp: str) -> float:
    """Seconds of "1:02:03", "02:03" or "00:02:03,500"."""
    total = 0.0
    for part in stamp.replace(",", ".").split(":"):
        total = total * 60 + float(part)
    return total


def stamp_of(line: str) -> tuple[float, str] | None:
    """The time stamp that a line begins with, in seconds, and the rest of the line."""
    found = _STAMPED.match(line)
    if found is None:
        return None
    return seconds_of(found["bracketed"] or found["bare"]), found["rest"]


def label_of(line: str) -> Label | None:
    """The label that a line may begin with."""
    found = _LABEL.match(line)
    if found is not None:
        stamp = found["bracketed"] or found["bare"] or found["after"]
        name = _tidy(found["name"])
        if _is_name(name) and _ends_a_label(found["colon"], line, found.end("colon")):
            sure = bool(stamp or found["bold"])
            return Label(name, seconds_of(stamp) if stamp else None, found["rest"], sure)
    alone = _ALONE.match(line)
    if alone is not None and _is_name(name := _tidy(alone["name"])):
        stamp = alone["after"] or alone["bare"]
        return Label(name, seconds_of(stamp), "", sure=False)
    return None


def speakers(candidates: Iterable[Label], *, script: bool = False) -> frozenset[str]:
    """The names that are speakers among the candidates of one transcript.

    A name counts when one of its labels is sure, when it stands there twice, when it asks
    or answers (Q and A, 質問 and 回答), or when the whole text is a `script`, that is each
    of its paragraphs begins with a label.
    """
    labels = list(candidates)
    times = Counter(label.name for label in labels)
    names = {label.name for label in labels if label.sure or script or times[label.name] > 1}
    asking = {name for name in times if _role(name) in _ASKING}
    answering = {name for name in times if _role(name) in _ANSWERING}
    return frozenset(names | asking | (answering if asking else set()))


def _tidy(name: str) -> str:
    """Single spaces, and full-width letters and digits as plain ones: Ｑ１ is Q1."""
    letters = (unicodedata.normalize("NFKC", c) if c.isalnum() else c for c in name)
    return " ".join("".join(letters).split())


def _role(name: str) -> str:
    return name.casefold().rstrip("0123456789 .")


def _ends_a_label(colon: str, line: str, end: int) -> bool:
    """Not the colon of an address, a time or a path: an ASCII colon wants a space after it."""
    following = line[end : end + 1]
    return colon == "：" or not following or following in " \t*_\u3000" or following > "\u2e7f"


def _is_name(name: str) -> bool:
    words = name.split()
    if not words or len(words) > 5 or _ENDING.search(name):
        return False
    if name.casefold() in _NO_SPEAKER or not any(letter.isalpha() for letter in name):
        return False
    if len(words) > 1 and words[0].casefold() in _SENTENCE_STARTS:
        return False
    if any(letter > "\u2e7f" for letter in name):
        return len(name) <= 16 and not _CLAUSE.search(name)
    return words[0][0].isupper() or _role(name) in _ROLES
