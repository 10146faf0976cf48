"""The severity of one gap, large, with its factors, the formula in figures, and the confidence."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from cxstudio.analysis.gaps.confidence import Backing
from cxstudio.analysis.gaps.severity import EQUAL, Weights, band, severity
from cxstudio.analysis.gaps.severity_formula import in_figures
from cxstudio.i18n import _, ngettext
from cxstudio.ui import theme, widgets
from cxstudio.ui.editors.gaps.rows import band_word, missing

Score = tuple[float | None, float | None, float | None, float | None]


def formula(score: Score, weights: Weights = EQUAL) -> str:
    """The severity in figures: "5.0 × (5.0 − 1.5) × 0.88 = 15.4 severe"."""
    importance, current, target, reach = score
    value = severity(*score, weights)
    name = band(value)
    if value is None or name is None:
        return ""
    assert importance is not None and current is not None
    assert target is not None and reach is not None
    figures = in_figures(importance, current, target, reach, weights)
    return f"{figures} = {value:.1f} {band_word(name)}"


def confidence_words(backing: Backing) -> str:
    """What the confidence is made of, for a tooltip."""
    if not backing.sources:
        return _("Confidence 0 %: no evidence. Link what was said, counted or seen.")
    parts = [
        ngettext("{count} source", "{count} sources", backing.sources).format(
            count=backing.sources
        ),
        ngettext("{count} kind of evidence", "{count} kinds of evidence", backing.kinds).format(
            count=backing.kinds
        ),
    ]
    if backing.answers:
        parts.append(_("a figure of {count} answers").format(count=f"{backing.answers:,}"))
    made_of = _("Confidence {share}: {parts}.").format(
        share=f"{backing.confidence:.0%}".replace("%", " %"), parts=_(", ").join(parts)
    )
    rule = _(
        "Each independent source takes away two fifths of the doubt, each further kind of "
        "evidence a tenth, a survey figure a fifth from 30 answers and two fifths from 100. "
        "In the report it is high from 80 %, medium from 50 %. "
        "It is a convention to compare gaps with, not a probability."
    )
    return f"{made_of}\n{rule}"


class ScoreHead(QWidget):
    """`show_score((importance, current, target, reach), weights)` shows figure, word, bars and
    formula; `show_backing` how far it can be believed."""

    def __init__(self) -> None:
        super().__init__()
        self._figure = widgets.Label("", "figure", "negative")
        self._word = widgets.Label("", "small", "text_3")
        self._factors = [_Factor(name) for name in (_("Importance"), _("Distance"), _("Reach"))]
        self._formula = widgets.Label("", "small", "text_3", wrap=True)
        self._confidence = _Factor(_("Confidence"))
        left = QVBoxLayout()
        left.setSpacing(0)
        left.addWidget(self._figure)
        left.addWidget(self._word)
        left.addStretch(1)
        right = QVBoxLayout()
        right.setSpacing(theme.px(2))
        for factor in self._factors:
            right.addWidget(factor)
        right.addWidget(self._confidence)
        both = QHBoxLayout()
        both.setSpacing(theme.px(20))
        both.addLayout(left)
        both.addLayout(right, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(8))
        column.addLayout(both)
        column.addWidget(self._formula)

    def show_backing(self, backing: Backing) -> None:
        """Show the confidence, with what it is made of in the tooltip."""
        shown = f"{backing.confidence * 100:.0f} %"
        self._confidence.show_share(backing.confidence, shown)
        self._confidence.setToolTip(confidence_words(backing))
        self._confidence.setAccessibleDescription(confidence_words(backing))

    def show_score(self, score: Score, weights: Weights = EQUAL) -> None:
        """Show these values; without one of them, say which is missing."""
        importance, current, target, reach = score
        value = severity(*score, weights)
        name = band(value)
        self._figure.setText("–" if value is None else f"{value:.1f}")
        self._figure.set_tone("negative" if name in ("severe", "high") else "text_2")
        self._word.setText(band_word(name) if name else missing(*score))
        own_scale = _("The severity is the engagement’s own scale.")
        self._formula.setText(
            "\n".join(part for part in (formula(score, weights), own_scale) if part)
        )
        distance = None if current is None or target is None else max(0.0, target - current)
        shares = (
            (importance, 5.0, "{:.1f}"),
            (distance, 10.0, "{:.1f}"),
            (None if reach is None else reach * 100, 100.0, "{:.0f} %"),
        )
        for factor, (amount, full, style) in zip(self._factors, shares, strict=True):
            shown = None if amount is None else style.format(amount)
            factor.show_share(None if amount is None else amount / full, shown)


class _Factor(QWidget):
    def __init__(self, name: str) -> None:
        super().__init__()
        self._bar = widgets.Bar(None, "text_3")
        self._value = widgets.Label("", "small", "text")
        title = widgets.Label(name, "small", "text_2")
        title.setMinimumWidth(theme.px(76))
        self._value.setMinimumWidth(theme.px(36))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.px(8))
        row.addWidget(title)
        row.addWidget(self._bar, 1)
        row.addWidget(self._value)

    def show_share(self, share: float | None, text: str | None) -> None:
        self._bar.set_share(share)
        self._value.setText(text or "–")
