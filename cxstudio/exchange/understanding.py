"""What the columns of a survey table mean, as far as the table itself tells."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from cxstudio.analysis.answers import scores
from cxstudio.exchange.mapping import Mapping
from cxstudio.i18n import _, ngettext

if TYPE_CHECKING:
    import pandas as pd

_RECOMMENDATION = re.compile(
    r"(?<![a-z])nps(?![a-z])|net[ _-]?pro|recommend|推奨|おすすめ|オススメ|お?[勧薦]め|すすめたい",
    re.IGNORECASE,
)
_ZERO_TO_TEN = re.compile(
    r"(?<!\d)[0０]\s*(?:-|–|~|～|〜|to|から)\s*(?:10|１０)(?!\d)", re.IGNORECASE
)
_TIME = (
    re.compile(r"回答日時|回答日|timestamp|recorded ?date|submi(?:t|ssion)", re.IGNORECASE),
    re.compile(r"end ?date|end ?time|completed|終了|送信|日時", re.IGNORECASE),
    re.compile(r"(?<![a-z])(?:date|time)(?![a-z])|start ?date|日付|年月日", re.IGNORECASE),
)
_COMMENT = re.compile(
    r"why|reason|comment|feedback|improve|tell us|理由|内容|意見|自由|感想|コメント|求めるもの",
    re.IGNORECASE,
)
_PERSON = re.compile(
    r"会員\s*(?:ID|番号)|回答者\s*(?:ID|番号)|(?<![a-z])(?:member|customer|respondent|user|contact)"
    r"[ _]?(?:id|no|number)(?![a-z])",
    re.IGNORECASE,
)

MOST_SEGMENTS = 100
"""A column with more different values is no segment."""
LEAST_IN_SEGMENT = 5
"""A segment column has at least so many answers a value on average."""

ENOUGH_TO_JUDGE = 2000
"""Whether a column holds comments is judged by so many of its cells."""


@dataclass(frozen=True)
class Understanding:
    """What was understood of a table; names are those of its columns.

    `n` counts the rows, `answered` those with a score from 0 to 10. `problems` are sentences
    for the user. Ticked columns of 0 and 1 are not listed as segments, but can be used so.
    """

    score_column: str | None
    time_column: str | None
    comment_columns: tuple[str, ...]
    segment_columns: tuple[str, ...]
    n: int
    answered: int
    problems: tuple[str, ...]

    def mapping(self) -> Mapping:
        """The same as a mapping that can be saved and used for the next wave."""
        return Mapping(
            self.score_column, self.time_column, self.comment_columns, self.segment_columns
        )


def understand(frame: pd.DataFrame, mapping: Mapping | None = None) -> Understanding:
    """Find the 0-10 question, the time, the comments and the segments of a table of text.

    With a `mapping` its columns are taken as they are, and those that the table lacks are
    named among the problems.
    """
    problems: list[str] = []
    if mapping is None:
        mapping = _guess(frame, problems)
    else:
        problems += [
            _("The table has no column {column}, which the mapping names.").format(column=name)
            for name in mapping.missing(frame.columns)
        ]
    there = set(frame.columns)
    score = mapping.score if mapping.score in there else None
    answers = None if score is None else scores(frame[score])
    answered = 0 if answers is None else int(answers.notna().sum())
    if score is not None:
        problems += _beside_the_scale(frame[score], answered)
    problems += _repeated_people(frame)
    return Understanding(
        score_column=score,
        time_column=mapping.time if mapping.time in there else None,
        comment_columns=tuple(name for name in mapping.comments if name in there),
        segment_columns=tuple(name for name in mapping.segments if name in there),
        n=len(frame),
        answered=answered,
        problems=tuple(problems),
    )


def _guess(frame: pd.DataFrame, problems: list[str]) -> Mapping:
    score = _score_column(frame, problems)
    time = _time_column(frame)
    rest = [name for name in frame.columns if name not in (score, time)]
    comments = tuple(name for name in rest if _is_comment(name, _filled(frame[name])))
    return Mapping(
        score=score,
        time=time,
        comments=comments,
        segments=tuple(
            name for name in rest if name not in comments and _is_segment(_filled(frame[name]))
        ),
    )


def _filled(column: pd.Series) -> pd.Series:
    stripped = column.str.strip()
    return stripped[stripped != ""]


def _score_column(frame: pd.DataFrame, problems: list[str]) -> str | None:
    for pattern in (_RECOMMENDATION, _ZERO_TO_TEN):
        found = [
            name
            for name in frame.columns
            if pattern.search(name) and _is_zero_to_ten(_filled(frame[name]))
        ]
        if len(found) > 1:
            problems.append(
                _(
                    "{count} columns could be the recommendation question; {column} was taken. "
                    "Name another one in a mapping if it is not the right one."
                ).format(count=len(found), column=found[0])
            )
        if found:
            return str(found[0])
    problems.append(
        _(
            "No question with answers from 0 to 10 was found whose name speaks of recommending. "
            "Name its column in a mapping."
        )
    )
    return None


def _is_zero_to_ten(filled: pd.Series) -> bool:
    """Nearly all are scores; a code for "no answer", such as 11, may stand among them."""
    return len(filled) > 0 and bool(scores(filled).notna().mean() >= 0.8)


def _time_column(frame: pd.DataFrame) -> str | None:
    for pattern in _TIME:
        for name in frame.columns:
            if pattern.search(name) and _is_time(_filled(frame[name])):
                return str(name)
    return None


def _is_time(filled: pd.Series) -> bool:
    import pandas as pd

    sample = filled.head(200)
    dated = sample[sample.str.contains(r"\d{1,4}[-/.年]\d{1,2}[-/.月]\d{1,4}")]
    plain = dated.str.replace("[年月]", "-", regex=True).str.replace("日", " ")
    times = pd.to_datetime(plain, errors="coerce", format="mixed", utc=True)
    return len(sample) > 0 and bool(times.notna().sum() >= 0.8 * len(sample))


def _is_comment(name: str, filled: pd.Series) -> bool:
    """Long, mostly different and worded; less of it is asked of a column called "why"."""
    if filled.empty:
        return False
    filled = filled.head(ENOUGH_TO_JUDGE)
    words = filled[filled.str.contains(r"[^\W\d_]{2,}.*\s|[\u3041-\u30ff]", regex=True)]
    width = (filled.str.len() + filled.str.count(r"[\u2e80-\uffef]")).mean()
    different = filled.nunique() / len(filled)
    worded = len(words) / len(filled)
    if _COMMENT.search(name):
        return bool(different >= 0.3 and width >= 8 and worded >= 0.3)
    return bool(different >= 0.8 and width >= 20 and worded >= 0.6 and not _is_time(filled))


def _is_segment(filled: pd.Series) -> bool:
    values = filled.unique()
    if not 2 <= len(values) <= MOST_SEGMENTS or len(values) * LEAST_IN_SEGMENT > len(filled):
        return False
    numbers = sum(bool(re.fullmatch(r"-?\d+(?:\.\d+)?", value)) for value in values)
    if numbers == len(values):
        return len(values) <= 12 and not set(values) <= {"0", "1"}
    ticked_or_text = numbers and {"0", "1"} & set(values)
    return not ticked_or_text and not any("\n" in value for value in values)


def _beside_the_scale(column: pd.Series, answered: int) -> list[str]:
    filled = _filled(column)
    beside = len(filled) - answered
    if not beside:
        return []
    examples = filled[scores(filled).isna()].drop_duplicates().head(3)
    return [
        ngettext(
            "{count} answer in {column} is no whole number from 0 to 10 and is left out "
            "({values}).",
            "{count} answers in {column} are no whole numbers from 0 to 10 and are left out "
            "({values}).",
            beside,
        ).format(count=beside, column=column.name, values=", ".join(examples))
    ]


def _repeated_people(frame: pd.DataFrame) -> list[str]:
    """Said of the first column that tells people apart, because each answer counts as one."""
    name = next((name for name in frame.columns if _PERSON.search(name)), None)
    if name is None:
        return []
    filled = _filled(frame[name])
    repeated = len(filled) - filled.nunique()
    if not repeated:
        return []
    return [
        ngettext(
            "{count} answer comes from a person who had answered before ({column}); "
            "each answer is counted.",
            "{count} answers come from people who had answered before ({column}); "
            "each answer is counted.",
            repeated,
        ).format(count=repeated, column=name)
    ]
