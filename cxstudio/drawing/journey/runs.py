"""The words on a card, as runs: quotation marks, codes and tags of the two styles."""

from __future__ import annotations

from cxstudio.drawing.journey.map import CardData, LaneData, LinkMark
from cxstudio.drawing.journey.metrics import Metrics
from cxstudio.drawing.journey.text import JOINER, Run, Type
from cxstudio.i18n import catalogue

QUOTES = {"ja": ("「", "」"), "en": ("“", "”")}
NO_BREAK = "\u00a0"
OPENING = "“\"'「『"


def quoted(text: str, language: str) -> str:
    """The text in the language's quotation marks, unless it brings its own."""
    if not text or text[0] in OPENING:
        return text
    before, after = QUOTES["ja" if language.startswith("ja") else "en"]
    return f"{before}{text}{after}"


def card_runs(card: CardData, lane: LaneData, metrics: Metrics) -> tuple[Run, ...]:
    """What a card says, in reading order; on screen links are signs and not words."""
    text = quoted(card.text, metrics.language) if card.quote else card.text
    if metrics.style == "screen":
        return (Run(text, metrics.card, "missing" if card_is_missing(card) else ""),)
    body = Run(text, metrics.strong if card_is_missing(card) else metrics.card, _tone(card, lane))
    return tuple(run for run in (*_lead(card, metrics), body, *_tags(card, metrics)) if run.text)


def figure_runs(card: CardData, metrics: Metrics) -> tuple[tuple[Run, ...], ...]:
    """The lines of a measure: its figure, and small under it the sign, the target and n."""
    if not card.value:
        return ()
    figure = (Run(card.value, metrics.value, "missing" if card.missing else "text"),)
    small = [text.replace(" ", NO_BREAK) for text in (card.aim, card.basis) if text]
    if not small:
        return (figure,)
    words = Run(" · ".join(small), metrics.note, "text_3")
    if card.met is None:
        return figure, (words,)
    return figure, (sign_run(card.met, metrics.note), words)


def sign_run(met: bool, kind: Type) -> Run:
    """The room in which the sign of a target is painted, before its words."""
    return Run(NO_BREAK * 5, kind, "met" if met else "short", "met" if met else "short")


def tag_runs(card: CardData, lane: LaneData, metrics: Metrics) -> tuple[Run, ...]:
    """The tags under the words, on screen only."""
    if not card.tags or metrics.style == "print" or metrics.plain(lane.kind):
        return ()
    words = (f"#{tag.replace(' ', NO_BREAK)}" for tag in card.tags)
    return (Run("  ".join(words), metrics.note, "tag"),)


def card_is_missing(card: CardData) -> bool:
    """Whether the whole card says that something is not there."""
    return card.missing and not card.value


def _tone(card: CardData, lane: LaneData) -> str:
    if card_is_missing(card):
        return "missing"
    return "text_2" if lane.kind in ("touchpoints", "departments", "measures") else ""


def _lead(card: CardData, metrics: Metrics) -> tuple[Run, ...]:
    """The code of the gap or initiative, before the words."""
    codes = (mark.code for mark in card.marks if mark.kind in ("gap", "initiative"))
    return tuple(Run(f"{unbroken(code)} ", metrics.strong, "code") for code in codes)


def _tags(card: CardData, metrics: Metrics) -> tuple[Run, ...]:
    """The evidence behind the words as boxed codes: at most three, then how many more."""
    small = Type(metrics.note.size - 2, metrics.card.line, 600)
    evidence = [mark for mark in card.marks if mark.kind == "evidence"]
    gettext = catalogue(metrics.language).gettext
    if not evidence:
        word = held(gettext("assumption"))
        return (
            (Run("  ", metrics.card), Run(word, small, "", "none"))
            if card.strength == "none"
            else ()
        )
    return (*_boxes(evidence[:3], card, small, metrics), *_more(len(evidence) - 3, small, metrics))


def _boxes(marks: list[LinkMark], card: CardData, small: Type, metrics: Metrics) -> tuple[Run, ...]:
    tag = "single" if card.strength == "thin" else "evidence"
    spaced = ((Run("  ", metrics.card), Run(unbroken(m.code), small, "", tag)) for m in marks)
    return tuple(run for pair in spaced for run in pair)


def _more(count: int, small: Type, metrics: Metrics) -> tuple[Run, ...]:
    if count < 1:
        return ()
    text = catalogue(metrics.language).gettext("and {count} more").format(count=count)
    return (Run(f"  {held(text)}", small, "text_2"),)


def unbroken(code: str) -> str:
    """A code that no line breaks: hyphen and spaces are the non-breaking ones."""
    return code.replace("-", "\u2011").replace(" ", "\u00a0")


def held(word: str) -> str:
    """Words that no line breaks, as Japanese ones otherwise may anywhere."""
    return word.replace(" ", NO_BREAK) if word.isascii() else JOINER.join(word)
