"""Comments and figures become evidence, each with the wave and the question it answers."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

from cxstudio.analysis.survey.asked import Asked
from cxstudio.analysis.survey.definition import Definition, Shown, state_for
from cxstudio.i18n import _
from cxstudio.model import Evidence, EvidenceTheme
from cxstudio.ui.editors.voice.comments_rows import Comment
from cxstudio.ui.editors.voice.working import Wave
from cxstudio.ui.workspace import Workspace


def quote(
    workspace: Workspace, wave: Wave, comment: Comment, words: str, themes: Iterable[int]
) -> int:
    """Keep these words of a comment as evidence, with its themes; gives its id.

    Who wrote it is told by the groups alone, never by a name.
    """
    score, place = comment.score, comment.places[0]
    with workspace.change(_("Quote a comment")) as change:
        made = change.add(
            Evidence(
                evidence_kind="comment",
                text=words,
                sentiment=0 if score is None else -1 if score <= 6 else 1 if score >= 9 else 0,
                source=wave.name,
                respondent=_who(comment),
                wave_id=wave.id,
                column=place.column,
                row=place.row,
                dated=_day(wave, comment.row),
            )
        )
        for theme in themes:
            change.add(EvidenceTheme(evidence_id=made.id, theme_id=theme))
        id, code = made.id, made.code
    workspace.say(_("Kept as {code}.").format(code=code), undo=True)
    return id


def _who(comment: Comment) -> str:
    if comment.score is None:
        return comment.person
    score = _("score {score}").format(score=comment.score)
    return _(", ").join(part for part in (comment.person, score) if part)


def _day(wave: Wave, row: int) -> dt.date | None:
    """When it was written, else the day of the wave."""
    import pandas as pd

    column = wave.responses.mapping.only("time")
    if column is None:
        return wave.dated
    moment = wave.responses.column(column.name).iloc[row]
    return wave.dated if pd.isna(moment) else moment.date()


def figure(
    wave: Wave,
    asked: Asked,
    kind: str,
    text: str,
    n: int,
    column: str = "",
    shown: Shown | None = None,
) -> Evidence:
    """A figure as evidence, with all that is needed to work it out again.

    `shown` is the figure itself where a reading or a persona takes it.
    """
    state = state_for(kind, wave.state, wave.responses.mapping)
    definition = Definition(kind, asked, state, column, shown)
    return Evidence(
        evidence_kind="figure",
        text=text,
        source=wave.name,
        wave_id=wave.id,
        n=n,
        dated=wave.dated,
        definition=definition.as_json(),
    )


def keep_figure(
    workspace: Workspace,
    wave: Wave,
    asked: Asked,
    kind: str,
    text: str,
    n: int,
    column: str = "",
) -> int:
    """Keep a figure as evidence; gives its id."""
    with workspace.change(_("Keep a figure")) as change:
        made = change.add(figure(wave, asked, kind, text, n, column))
        id, code = made.id, made.code
    workspace.say(_("Kept as {code}.").format(code=code), undo=True)
    return id
