"""The real survey behind the sample: its three waves, its figures and single answers."""

from __future__ import annotations

import csv
import gzip
import io
import json
from functools import cache
from typing import TYPE_CHECKING

from cxstudio import resources
from cxstudio.model.columns import Column, Mapping, Role
from cxstudio.sample import questions
from cxstudio.sample.names import AREAS, PREFECTURES, area
from cxstudio.sample.questions import COMPANY, MOVED, ROLES, TRANSPORT

if TYPE_CHECKING:
    import pyarrow as pa

Answer = dict[str, str]


@cache
def figures() -> dict[str, dict[str, float]]:
    """The numbers that packaging/sample_figures.py computed, by name."""
    found: dict[str, dict[str, float]] = json.loads(
        resources.path("sample", "figures.json").read_text(encoding="utf-8")
    )
    return found


def content(wave: str) -> bytes:
    """The CSV of a wave (UTF-8, one answer a row, a header row)."""
    return gzip.decompress(resources.path("sample", "waves", f"{wave}.csv.gz").read_bytes())


@cache
def answers(wave: str) -> list[Answer]:
    return list(csv.DictReader(io.StringIO(content(wave).decode(), newline="")))


def words(answer: Answer, column: str) -> str:
    """What the person wrote, without the blank lines around it."""
    return answer[column].strip()


def describe(answer: Answer, language: str) -> str:
    """Who answered, as far as the survey tells: age group, home, place, score given."""
    home, where, score = answer["都道府県"], area(answer["回答エリア"]), answer["NPS"]
    if language == "ja":
        return f"{answer['年代']}、{home}、{where}、評価{score}"
    return f"{answer['年代'][:-1]}s, {PREFECTURES[home]}, at {AREAS[where]}, gave {score}"


@cache
def columns(wave: str, language: str = "ja") -> bytes:
    """The same answers as a wave keeps them, see analysis/survey/columnar.py.

    In English all answers that could be chosen are translated, and of the comments those that
    the sample quotes; all others stay as they were written. One column is worked out from the
    others in both languages: how people got around.
    """
    import pyarrow as pa

    from cxstudio.analysis.survey.columnar import packed

    rows = answers(wave)
    names = [*rows[0], MOVED]
    return packed(pa.table({name: _array(wave, name, language) for name in names}))


def _array(wave: str, name: str, language: str) -> pa.Array:
    import pyarrow as pa

    said = {cell: _said(name, cell, language) for cell in {_cell(r, name) for r in answers(wave)}}
    cells = [said[_cell(row, name)] or None for row in answers(wave)]
    if name not in ROLES["comment"]:
        return pa.array(cells, type=pa.string()).dictionary_encode()
    if language != "ja":
        for place, english in _translated(wave, name).items():
            cells[place] = english
    return pa.array(cells, type=pa.string())


def _cell(row: Answer, name: str) -> str:
    return questions.moved(row[questions.RODE]) if name == MOVED else row[name]


def _said(name: str, cell: str, language: str) -> str:
    """A cell in the language, as far as it is no comment, number or time."""
    if name in ROLES["choices"]:
        parts = cell.split("\n")
        return "\n".join(questions.word(part, name, language) for part in parts)
    if name in (*ROLES["segment"], *ROLES["rating"]):
        chosen = questions.party(cell) if name == COMPANY else cell
        return questions.word(chosen, name, language)
    return cell


def _translated(wave: str, column: str) -> dict[int, str]:
    """Our English of the comments in a column that the sample quotes, by their place."""
    from cxstudio.sample.content.comments import ROWS

    return {row.place: row.english for row in ROWS if (row.wave, row.column) == (wave, column)}


@cache
def mapping(language: str = "ja") -> Mapping:
    """The meaning of the columns, the same in the three waves."""
    return Mapping(
        tuple(_column(name, role, language) for role, names in ROLES.items() for name in names)
    )


def _column(name: str, role: Role, language: str) -> Column:
    title = questions.title(name, language)
    if role == "rating":
        scale = enumerate(questions.SATISFACTION, start=1)
        values = tuple((questions.word(said, name, language), float(rank)) for rank, said in scale)
        none = (questions.word(questions.NOT_ASKED, name, language),) if name == TRANSPORT else ()
        return Column(name, role, touchpoint=title, values=values, not_applicable=none)
    return Column(
        name,
        role,
        question="" if title == name else title,
        separator="\n" if role == "choices" else "",
    )
