"""Changing the marks of a narrative: bold, lists, headings, links, comments to oneself.

Pure functions on a text and a selection (start, end), which give both anew.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from cxstudio.report.narrative import BULLET, COMMENT, HEADING, bare, kind_of

BOLD = "**"
PREFIXES = {"bullet": BULLET, "heading": HEADING, "comment": f"{COMMENT} "}
_BULLETS = re.compile(r"^[ \t\u3000]*(?:[•‣◦▪·・●○■□–—*]|o(?=\t))[ \t\u3000]+", re.MULTILINE)
_NUMBERS = re.compile(r"^[ \t\u3000]*(\d{1,2})[.)．）][ \t\u3000]+", re.MULTILINE)
_JAPANESE = re.compile(r"[\u3000-\u30ff\u3400-\u9fff\uf900-\ufaff\uff00-\uffef]")
_INVISIBLE = re.compile("[\u200b-\u200f\u2028-\u202e\u2060\ufeff\u00ad\x00-\x08\x0b-\x1f]")


@dataclass(frozen=True, slots=True)
class Edited:
    """The text, and what is selected in it."""

    text: str
    start: int
    end: int


def bold(text: str, start: int, end: int) -> Edited:
    """Words bold, or plain again; without a selection the marks stand around the cursor."""
    chosen = text[start:end]
    inner = chosen.strip()
    start += len(chosen) - len(chosen.lstrip())
    end = start + len(inner)
    if text[:start].endswith(BOLD) and text[end:].startswith(BOLD):
        return Edited(text[: start - 2] + inner + text[end + 2 :], start - 2, end - 2)
    if inner.startswith(BOLD) and inner.endswith(BOLD) and len(inner) > 4:
        plain = inner[2:-2]
        return Edited(text[:start] + plain + text[end:], start, start + len(plain))
    whole = text[:start] + BOLD + inner.replace(BOLD, "") + BOLD + text[end:]
    return Edited(whole, start + 2, start + 2 + len(inner.replace(BOLD, "")))


def lines_as(text: str, start: int, end: int, kind: str) -> Edited:
    """The lines touched by the selection made bullets, numbers, headings or comments, or, when
    all are that already, paragraphs again."""
    first = text.rfind("\n", 0, start) + 1
    last = text.find("\n", max(start, end - 1 if end > start else end))
    last = len(text) if last < 0 else last
    lines = text[first:last].split("\n")
    undo = all(kind_of(line) == kind for line in lines if line.strip())
    undo = undo and any(line.strip() for line in lines)
    made, count = [], 0
    for line in lines:
        words = bare(line)
        if undo or not (line.strip() or len(lines) == 1):
            made.append(words)
        else:
            count += 1
            made.append((f"{count}. " if kind == "number" else PREFIXES[kind]) + words)
    block = "\n".join(made)
    whole, longer = text[:first] + block + text[last:], len(block) - (last - first)
    if len(lines) == 1:  # what was chosen in the line is, behind its mark
        begin = first + len(block) - len(bare(block))
        return Edited(whole, max(start + longer, begin), max(end + longer, begin))
    return Edited(whole, first, first + len(block))


def link(text: str, start: int, end: int, address: str) -> Edited:
    """The selected words as a link; without any the address stands for itself."""
    words = text[start:end].replace("[", "").replace("]", "").replace("\n", " ").strip() or address
    made = f"[{words}]({address})"
    return Edited(text[:start] + made + text[end:], start + len(made), start + len(made))


def evidence(text: str, at: int, code: str) -> Edited:
    """The mark of a code put behind the words at a place, parted from Latin words by a space."""
    before, after = text[:at].rstrip(" "), text[at:]
    kept = text[len(before) : at]
    if not kept and _parted(before[-1:]):
        kept = " "
    made = f"{kept}[{code}]"
    if after[:1].isalnum() and _parted(after[0]):
        made += " "
    end = len(before) + len(made)
    return Edited(before + made + after, end, end)


def _parted(letter: str) -> bool:
    """Whether a space stands between this letter and a mark: not at a line's edge, not in Japanese,
    where signs are as wide as words."""
    return bool(letter.strip()) and letter not in "([" and not _JAPANESE.match(letter)


def address_of(text: str) -> str:
    """A web or mail address as links want it, or "" when it is none."""
    found = text.strip()
    if re.fullmatch(r"(?:https?://|mailto:)[^\s()<>\"]+", found):
        return found
    if re.fullmatch(r"[^\s@()<>\"]+@[^\s@()<>\"]+\.\w+", found):
        return f"mailto:{found}"
    if re.fullmatch(r"(?:www\.)?[\w-]+(?:\.[\w-]+)+(?:/[^\s()<>\"]*)?", found):
        return f"https://{found}"
    return ""


def pasted(text: str) -> str:
    """Words from elsewhere, cleaned: bullets and numbers as ours, no invisible signs, no tabs, no
    more than one empty line."""
    text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\u2029", "\n")
    text = text.replace("\u2028", "\n").replace("\u00a0", " ")
    text = _INVISIBLE.sub("", text)
    text = _BULLETS.sub(BULLET, text)
    text = _NUMBERS.sub(lambda match: f"{match[1]}. ", text)
    text = "\n".join(line.replace("\t", " ").rstrip() for line in text.split("\n"))
    return re.sub(r"\n{3,}", "\n\n", text)


def next_line(line: str) -> str | None:
    """What Enter begins after a line: the next bullet or number, "" to end an empty one, None where
    there is nothing to go on with."""
    kind = kind_of(line.lstrip())
    if kind not in ("bullet", "number"):
        return None
    if not bare(line.lstrip()).strip():
        return ""
    if kind == "bullet":
        return BULLET
    number = re.match(r"\d+", line.lstrip())
    return f"{int(number[0]) + 1}. " if number else None
