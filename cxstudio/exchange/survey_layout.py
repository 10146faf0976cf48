"""Which rows of a survey table are its header, and which tool wrote it."""

from __future__ import annotations

import html
import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

from cxstudio.analysis.survey.columnar import ROW
from cxstudio.exchange.survey_text import column_letters
from cxstudio.i18n import _, ngettext

Kind = Literal[
    "plain", "qualtrics", "qualtrics_old", "surveymonkey", "google_forms", "microsoft_forms"
]
Rows = Sequence[Sequence[str]]

_IMPORT_ID = re.compile(r'\s*\{\s*"+ImportId"+\s*:')
_QUALTRICS = re.compile(
    r"startdate|enddate|status|ipaddress|progress|duration \(in seconds\)|finished|recordeddate|"
    r"responseid|recipient(?:lastname|firstname|email)|externalreference|externaldatareference|"
    r"location(?:latitude|longitude|accuracy)|distributionchannel|userlanguage|responseset|name|v\d+",
    re.IGNORECASE,
)
_RESPONSE = re.compile(
    r"response|open-ended response|other \(please specify\)|回答|自由回答|自由記述|"
    r"その他（具体的に）|その他\(具体的に\)",
    re.IGNORECASE,
)
_SIMPLE_RESPONSE = re.compile(r"response|open-ended response|回答|自由回答|自由記述", re.IGNORECASE)
_GOOGLE = re.compile(
    r"timestamp|タイムスタンプ|zeitstempel|horodateur|marca temporal|informazioni cronologiche",
    re.IGNORECASE,
)
_MICROSOFT = re.compile(
    r"id|start time|completion time|email|name|last modified time|開始時刻|完了時刻|メール|名前|"
    r"最終変更時刻|電子メール",
    re.IGNORECASE,
)
_GRID = re.compile(r"(.*\S)\s*\[(.+)\]", re.DOTALL)
_DATA = re.compile(r"-?\d[\d.,:/\- TZ年月日時分秒]*|true|false", re.IGNORECASE)


@dataclass(frozen=True)
class Layout:
    """The header of a table: `skipped` rows of titles, then `header_rows`, then the answers.

    `names` are unique, one a column; `parents` and `parts` are a question and its item where
    several columns belong to one question, else the full question and "".
    """

    kind: Kind
    skipped: int
    header_rows: int
    names: tuple[str, ...]
    parents: tuple[str, ...]
    parts: tuple[str, ...]
    notes: tuple[str, ...] = ()

    @property
    def before(self) -> int:
        """How many rows stand before the answers."""
        return self.skipped + self.header_rows

    def said(self) -> tuple[str, ...]:
        """Which row is what, in sentences for the user."""
        first = self.skipped + 1
        return (*_SAID[self.kind](first, self.header_rows), *self.notes)


def _said_plain(first: int, rows: int) -> tuple[str, ...]:
    if rows == 2:
        text = _("Rows {first} and {second} are the header: questions, and their items below.")
        return (text.format(first=first, second=first + 1),)
    return (_("Row {first} holds the names of the columns.").format(first=first),)


def _said_qualtrics(first: int, rows: int) -> tuple[str, ...]:
    text = _("Qualtrics: row {first} holds short names, row {second} the questions")
    sentence = text.format(first=first, second=first + 1)
    if rows == 3:
        third = _("row {third} import ids, which are not needed").format(third=first + 2)
        return (f"{sentence}, {third}.",)
    return (f"{sentence}.",)


def _said_monkey(first: int, rows: int) -> tuple[str, ...]:
    if rows == 1:
        text = _("SurveyMonkey, one column a question: row {first} holds the questions.")
        return (text.format(first=first),)
    text = _(
        "SurveyMonkey: row {first} holds the questions, row {second} their answers or items. "
        "A blank cell belongs to the question on its left."
    )
    return (text.format(first=first, second=first + 1),)


def _said_google(first: int, rows: int) -> tuple[str, ...]:
    return (_("Google Forms: row {first} holds the questions.").format(first=first),)


def _said_microsoft(first: int, rows: int) -> tuple[str, ...]:
    return (_("Microsoft Forms: row {first} holds the questions.").format(first=first),)


_SAID = {
    "plain": _said_plain,
    "qualtrics": _said_qualtrics,
    "qualtrics_old": _said_qualtrics,
    "surveymonkey": _said_monkey,
    "google_forms": _said_google,
    "microsoft_forms": _said_microsoft,
}


def recognise(rows: Rows) -> Layout | None:
    """The layout of a table by its first rows (blank ones included); None without a header."""
    skipped = _titles(rows)
    rest = [[_tidy(cell) for cell in row] for row in rows[skipped:]]
    if not rest or not any(rest[0]):
        return None
    width = max(len(row) for row in rest[:3] if any(row))
    padded = [row[:width] + [""] * (width - len(row)) for row in rest]
    kind, header_rows = _kind(padded)
    width = max(len(row) for row in rest[:header_rows])
    head = [row[:width] for row in padded[:header_rows]]
    parents, parts = _questions(kind, head)
    named = head[0] if kind.startswith("qualtrics") else _joined(parents, parts)
    names, notes = _unique(named, skipped + 1)
    return Layout(kind, skipped, header_rows, names, tuple(parents), tuple(parts), notes)


def _tidy(cell: str) -> str:
    return " ".join(html.unescape(html.unescape(cell)).split())


def _titles(rows: Rows) -> int:
    """How many rows of titles, notes or nothing stand above the header."""
    filled = [sum(bool(cell.strip()) for cell in row) for row in rows[:20]]
    most = max(filled, default=0)
    if most < 3:
        return next((place for place, count in enumerate(filled) if count), 0)
    return next(
        place
        for place, count in enumerate(filled)
        if count >= max(2, most // 3) or (count and _starts_parents(rows, place))
    )


def _starts_parents(rows: Rows, place: int) -> bool:
    """A row of few questions over a full row of their items."""
    following = rows[place + 1] if place + 1 < len(rows) else []
    row = rows[place]
    blank_below = [cell.strip() for cell in following[: len(row)]]
    return bool(row and row[0].strip()) and any(
        _RESPONSE.fullmatch(cell) for cell in blank_below if cell
    )


def _kind(rows: list[list[str]]) -> tuple[Kind, int]:
    first = rows[0]
    second = rows[1] if len(rows) > 1 else []
    if len(rows) > 2 and _share(rows[2], _IMPORT_ID) > 0.5:
        return "qualtrics", 3
    if _share(first, _QUALTRICS, whole=True, least=3) and _all_words(second, first):
        return "qualtrics_old", 2
    monkey = bool(re.match(r"respondent ?_?id|回答者 ?ID", first[0], re.IGNORECASE))
    if second and _is_under_parents(first, second):
        known = monkey or any(_RESPONSE.fullmatch(cell) for cell in second)
        return ("surveymonkey" if known else "plain"), 2
    if monkey:
        return "surveymonkey", 1
    if _GOOGLE.fullmatch(first[0]):
        return "google_forms", 1
    if sum(bool(_MICROSOFT.fullmatch(cell)) for cell in first[:6]) >= 3:
        return "microsoft_forms", 1
    return "plain", 1


def _share(
    row: list[str], pattern: re.Pattern[str], *, whole: bool = False, least: int = 1
) -> float:
    """The share of filled cells that match; 0 when fewer than `least` do."""
    filled = [cell for cell in row if cell]
    found = sum(bool((pattern.fullmatch if whole else pattern.match)(cell)) for cell in filled)
    return found / len(filled) if found >= least else 0.0


def _all_words(row: list[str], above: list[str]) -> bool:
    """Whether a row holds questions: under a date or an id stand words, not dates and ids."""
    cells = [cell for cell, name in zip(row, above, strict=False) if name]
    filled = [cell for cell in cells if cell]
    return len(filled) * 2 > len(cells) and not any(_DATA.fullmatch(cell) for cell in filled)


def _is_under_parents(first: list[str], second: list[str]) -> bool:
    """Whether the second row holds items of the questions in the first.

    It does when it only says "Response" under questions, or names items where the first row
    is blank, and holds no numbers or dates.
    """
    filled = [cell for cell in second if cell]
    if not filled or any(_DATA.fullmatch(cell) for cell in filled):
        return False
    simple = sum(bool(_SIMPLE_RESPONSE.fullmatch(cell)) for cell in filled)
    continued = [b for a, b in zip(first[1:], second[1:], strict=True) if not a]
    if simple and simple + sum(map(bool, continued)) * 2 >= len(filled):
        return True
    named = sum(bool(cell) for cell in continued)
    lonely = sum(bool(a) and not b for a, b in zip(first, second, strict=True))
    return named >= 2 and named == len(continued) and (lonely >= 1 or named * 2 >= len(filled))


def _questions(kind: Kind, head: list[list[str]]) -> tuple[list[str], list[str]]:
    """The question of each column, and its item where the question has several columns."""
    if kind.startswith("qualtrics"):
        return _dashed(head[1])
    if len(head) == 2:
        return _parented(*head)
    found = [_GRID.fullmatch(cell) for cell in head[0]]
    shared = {m[1] for m in found if m}
    several = {q for q in shared if sum(m is not None and m[1] == q for m in found) > 1}
    parents = [
        m[1] if m and m[1] in several else cell for m, cell in zip(found, head[0], strict=True)
    ]
    parts = [m[2] if m and m[1] in several else "" for m in found]
    return parents, parts


def _dashed(questions: list[str]) -> tuple[list[str], list[str]]:
    """Qualtrics writes "question - item" in neighbouring columns."""
    halves = [cell.rpartition(" - ") for cell in questions]
    shared = {a[0] for a, b in pairwise(halves) if a[0] and a[0] == b[0]}
    parents = [h[0] if h[0] in shared else cell for h, cell in zip(halves, questions, strict=True)]
    return parents, [h[2] if h[0] in shared else "" for h in halves]


def _parented(first: list[str], second: list[str]) -> tuple[list[str], list[str]]:
    parents: list[str] = []
    for cell in first:
        parents.append(cell or (parents[-1] if parents else ""))
    parts = ["" if _SIMPLE_RESPONSE.fullmatch(cell) else cell for cell in second]
    return parents, parts


def _joined(parents: list[str], parts: list[str]) -> list[str]:
    return [
        f"{a.rstrip(':： ')}: {b}" if a and b else a or b
        for a, b in zip(parents, parts, strict=True)
    ]


def _unique(cells: list[str], row: int) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Names that differ, and what had to be done for it, told with the places."""
    names: dict[str, None] = {ROW: None}
    blank, copies = [], []
    for place, cell in enumerate(cells):
        name = cell or _("Column {number}").format(number=place + 1)
        unique, count = name, 1
        while unique in names:
            count += 1
            unique = f"{name} ({count})"
        names[unique] = None
        if not cell:
            blank.append(column_letters(place))
        elif count > 1:
            copies.append(f"{column_letters(place)} (“{name[:40]}”)")
    del names[ROW]
    return tuple(names), (*_told_blank(blank, row), *_told_copies(copies, row))


def _told_blank(places: list[str], row: int) -> tuple[str, ...]:
    if not places:
        return ()
    return (
        ngettext(
            "Row {row} has no name in column {columns}; it is called by its number.",
            "Row {row} has no name in columns {columns}; they are called by their numbers.",
            len(places),
        ).format(row=row, columns=_some(places)),
    )


def _told_copies(places: list[str], row: int) -> tuple[str, ...]:
    if not places:
        return ()
    return (
        ngettext(
            "Row {row} repeats a name in column {columns}; it has a number behind it.",
            "Row {row} repeats names in columns {columns}; they have numbers behind them.",
            len(places),
        ).format(row=row, columns=_some(places)),
    )


def _some(places: list[str]) -> str:
    return ", ".join(places[:5]) + (" …" if len(places) > 5 else "")
