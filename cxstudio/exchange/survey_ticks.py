"""Questions with several answers: in one cell, or one column an answer."""

from __future__ import annotations

import re
from collections import Counter

from cxstudio.analysis.survey.answers import NOT_TICKED, amount, plain
from cxstudio.analysis.survey.responses import answers_in
from cxstudio.exchange.survey_facts import Facts
from cxstudio.exchange.survey_guess import Guess, guess
from cxstudio.exchange.survey_text import column_letters
from cxstudio.i18n import _

SEPARATORS = ("\n", ";", "；", "|", ", ", "、")
_YES_OR_NO = frozenset({"yes", "no", "はい", "いいえ"})
_IN_SENTENCES = (", ", "、")
MOST_ANSWERS = 60
_SEVERAL = re.compile(
    r"(?:select|check|choose|tick|mark) (?:all|as many|any)|all that apply|複数(?:選択|回答)|"
    r"(?:すべて|全て|いくつでも)(?:お?選|ご?選|チェック)|いくつでも|当てはまるもの",
    re.IGNORECASE,
)

_YES = frozenset(
    {"1", "true", "yes", "y", "on", "checked", "selected", "はい", "○", "◯", "〇", "x", "✓", "有"}
)


def is_ticked(facts: Facts) -> bool:
    """Cells of 0 and 1 (or yes and no), now and then with a text of one's own; or one cell only."""
    if not facts.counts:
        return False
    marks = {c: n for c, n in facts.counts.items() if plain(c).casefold() in _YES | NOT_TICKED}
    zeros = {c: n for c, n in marks.items() if plain(c).casefold() in NOT_TICKED}
    own = [cell for cell in facts.counts if cell not in marks]
    if any(amount(cell) is not None for cell in own):
        return False
    if len(marks) >= 1 and facts.share(marks) >= 0.9 and (zeros or facts.filled < facts.n):
        return len({plain(c).casefold() in _YES for c in marks}) == 2 or facts.share(marks) == 1
    return False


def is_label(facts: Facts) -> bool:
    """Filled only where it was chosen, always with the same words: its own item."""
    if len(facts.counts) != 1 or facts.filled >= facts.n:
        return False
    cell = next(iter(facts.counts))
    return bool(facts.part) and plain(cell).casefold() == plain(facts.part).casefold()


def is_own_words(facts: Facts) -> bool:
    """The item "Other, please specify" of a question, with words of one's own."""
    return bool(re.search(r"specify|その他|other", facts.part, re.IGNORECASE))


def ticked(every: list[Facts], kept: set[str]) -> dict[str, Guess]:
    """The ticked columns by name; `kept` are those that nothing else was found for."""
    found: dict[str, Guess] = {}
    for run in _runs([f for f in every if f.name in kept], _stems(every)):
        before = every[run[0].place - 1] if run[0].place else None
        group = _group(run, before)
        if not _answers_each(run, group, before):
            found |= {facts.name: _ticked(facts, group, len(run)) for facts in run}
    return found


def _ticked(facts: Facts, group: str, kin: int) -> Guess:
    if kin == 1:
        return guess(facts, "ticked", _("Ticked or not."), "likely", touchpoint=facts.part)
    reason = _("One answer of “{group}”, ticked or not.").format(group=group)
    about = facts.part or _without(facts.name, group)
    return guess(
        facts, "ticked", reason, "sure" if kin > 2 else "likely",
        group=group, touchpoint=about if about != facts.name else "",
    )  # fmt: skip


def _answers_each(run: list[Facts], group: str, before: Facts | None) -> bool:
    """Whether these are questions of their own that were answered with yes or no."""
    worded = any(plain(cell).casefold() in _YES_OR_NO for f in run for cell in f.counts)
    listed = before is not None and group == before.name
    stemmed = len(run) > 1 and all(_stem(facts) for facts in run)
    return worded and not run[0].part and not listed and not stemmed


def _runs(candidates: list[Facts], stems: dict[str, str]) -> list[list[Facts]]:
    """Neighbours that are ticked, a question each."""
    runs: list[list[Facts]] = []
    for facts in candidates:
        good = is_ticked(facts) or is_label(facts)
        last = runs[-1][-1] if runs else None
        same = last is not None and facts.place == last.place + 1
        if same and last is not None and _one_question(last, facts, stems):
            if good or is_own_words(facts):
                runs[-1].append(facts)
        elif good:
            runs.append([facts])
    return runs


def _one_question(a: Facts, b: Facts, stems: dict[str, str]) -> bool:
    if a.part or b.part:
        return a.parent == b.parent
    return stems[a.name] == stems[b.name]


def _stem(facts: Facts) -> str:
    """What stands before the item in a name: Q5 in Q5_1, Used in "Used: web"."""
    found = re.match(r"(.{2,}?)\s*[_.:：\-–\[(（]", facts.name)
    return found[1] if found else ""


def _stems(every: list[Facts]) -> dict[str, str]:
    """The stem of each name that shares it with a neighbour, else ""."""
    stems = [_stem(facts) for facts in every]
    around = zip(["", *stems[:-1]], stems, [*stems[1:], ""], strict=True)
    shared = [stem if stem in (before, after) else "" for before, stem, after in around]
    return {facts.name: stem for facts, stem in zip(every, shared, strict=True)}


def _group(run: list[Facts], before: Facts | None) -> str:
    """The name of the question: its parent, the column before that lists the answers, a stem."""
    if run[0].part:
        return run[0].parent
    if before is not None and before.counts:
        names = {facts.name for facts in run}
        listed = {
            part for cell in before.counts for s in SEPARATORS for part in answers_in(cell, s)
        }
        if len(names & listed) >= min(2, len(run)):
            return before.name
    stem = _shared([facts.name for facts in run]).rstrip(" _-:：・([（")
    if len(stem) > 1:
        return stem
    return _("Columns {first} to {last}").format(
        first=column_letters(run[0].place), last=column_letters(run[-1].place)
    )


def _shared(names: list[str]) -> str:
    """What all names begin with."""
    first, last = min(names), max(names)
    same = (a == b for a, b in zip(first, last, strict=False))
    return first[: next((place for place, one in enumerate(same) if not one), len(first))]


def _without(name: str, group: str) -> str:
    rest = name.removeprefix(group).strip(" _-:：・()（）[]") if name.startswith(group) else name
    return rest or name


def choices(facts: Facts) -> Guess | None:
    """Several answers in one cell, divided by a line break, a semicolon, a comma …"""
    asked = _SEVERAL.search(facts.question) is not None
    for separator in SEPARATORS:
        parted = {cell: n for cell, n in facts.counts.items() if separator in cell.strip()}
        if facts.share(parted) < 0.1 and not _ends_with(facts, separator):
            continue
        times: Counter[str] = Counter()
        places: Counter[str] = Counter()
        for cell, count in facts.counts.items():
            answers = dict.fromkeys(answers_in(cell, separator), count)
            times.update(answers)
            places.update(answers.keys())
        if separator in _IN_SENTENCES and not (asked or _combined(times, places)):
            continue
        short = sum(n for answer, n in times.items() if len(answer) <= 60)
        total = sum(times.values())
        often = sum(n for n in times.values() if n >= 3)
        if 2 <= len(times) <= MOST_ANSWERS and often >= 0.9 * total and short >= 0.95 * total:
            reason = _("Cells hold several of {count} answers.").format(count=len(times))
            return guess(facts, "choices", reason, separator=separator)
    return None


def _combined(times: Counter[str], places: Counter[str]) -> bool:
    """Whether the answers are combined freely, which the halves of one answer are not."""
    return sum(n for part, n in times.items() if places[part] > 1) >= 0.9 * sum(times.values())


def _ends_with(facts: Facts, separator: str) -> bool:
    """Some tools write the separator behind a single answer, too."""
    ended = {cell: n for cell, n in facts.counts.items() if cell.endswith(separator)}
    return facts.share(ended) > 0.8
