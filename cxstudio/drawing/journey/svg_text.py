"""Text in an SVG, put together again.

Qt writes a text element for each script it meets, so that kanji and kana come out apart. Here the
pieces that follow each other on one line become one element, which can be searched and edited.
"""

from __future__ import annotations

import re
from html import unescape

from cxstudio.drawing.face import present
from cxstudio.drawing.journey.measure import asked_for, text_width
from cxstudio.drawing.journey.text import Type

TEXT = re.compile(
    r'<text (?P<before>[^>]*?)x="(?P<x>[^"]*)" y="(?P<y>[^"]*)" font-family="[^"]*" '
    r'font-size="(?P<size>[^"]*)" font-weight="(?P<weight>[^"]*)"(?P<after>[^>]*?)\s*'
    r">(?P<text>[^<]*)</text>\s*"
)
NEAR = 0.08
NOT_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
"""Control characters, which Qt writes and no reader of XML takes."""


def whole_texts(drawn: str) -> str:
    """The SVG with text elements joined that continue one another, and its fonts spelled out."""
    drawn = NOT_XML.sub("", drawn)
    parts: list[str] = []
    run: list[re.Match[str]] = []
    at = 0
    for found in TEXT.finditer(drawn):
        if run and (found.start() != at or not _continues(run, found)):
            parts.append(_element(run))
            run = []
        parts.append(drawn[at : found.start()])
        run.append(found)
        at = found.end()
    return "".join([*parts, _element(run) if run else "", drawn[at:]])


def _continues(run: list[re.Match[str]], found: re.Match[str]) -> bool:
    first, text = run[0], "".join(unescape(part["text"]) for part in run)
    same = all(first[name] == found[name] for name in ("before", "y", "size", "weight"))
    kind = Type(round(float(first["size"])), 0, round(float(first["weight"])))
    end = float(first["x"]) + text_width(text, kind)
    return same and abs(end - float(found["x"])) < kind.size * NEAR


def _element(run: list[re.Match[str]]) -> str:
    first, families = run[0], asked_for(present())
    text = "".join(part["text"] for part in run)
    return (
        f'<text {first["before"]}x="{first["x"]}" y="{first["y"]}" font-family="{families}" '
        f'font-size="{first["size"]}" font-weight="{first["weight"]}"{first["after"]}>'
        f"{text}</text>\n"
    )
