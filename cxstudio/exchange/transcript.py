"""Reading a transcript of an interview, in whichever format it comes."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

from cxstudio.exchange import markdown, plain, subrip, webvtt, word
from cxstudio.exchange.decoding import UndecodableText, decode
from cxstudio.exchange.turns import Heading, Transcript, Turn, UnreadableTranscript
from cxstudio.i18n import _

__all__ = ["SUFFIXES", "Heading", "Transcript", "Turn", "UnreadableTranscript", "read_transcript"]

SUFFIXES = (".txt", ".md", ".markdown", ".docx", ".vtt", ".srt")
"""The file names that can be read end so."""

_DAY = re.compile(r"(?<!\d)(20\d{2}|19\d{2})(?:[-/.]|年\s*)(\d{1,2})(?:[-/.]|月\s*)(\d{1,2})(?!\d)")
_PACKED_DAY = re.compile(r"(?<!\d)(20\d{2})(\d{2})(\d{2})(?=\D|$)")


def read_transcript(source: Path | str, name: str | None = None) -> Transcript:
    """The transcript in a file (a Path) or in a text (a str).

    `name` is the name of the file the text came from; its ending tells the format, otherwise
    the text itself does. The title is the only top heading, else the name without its ending.
    The date is the first one before anybody speaks, else the one in the name, else None.
    Raises UnreadableTranscript with a text for the user.
    """
    if isinstance(source, Path):
        return _finished(*_file(source), name or source.name)
    return _finished(*_text(source, name or ""), name or "")


Parts = tuple[tuple[Turn, ...], tuple[Heading, ...]]


def _file(path: Path) -> Parts:
    suffix = path.suffix.lower()
    if suffix not in SUFFIXES:
        raise UnreadableTranscript(_unknown_format(path.name, suffix))
    try:
        if suffix == ".docx":
            return word.read(path)
        return _text(decode(path.read_bytes()), path.name)
    except UndecodableText as error:
        raise UnreadableTranscript(
            _(
                "{name} is not text in an encoding that can be recognised. "
                "Save it as UTF-8 text and import it again."
            ).format(name=path.name)
        ) from error
    except FileNotFoundError as error:
        raise UnreadableTranscript(
            _("There is no file at {path}. Check the name and the folder.").format(path=path)
        ) from error
    except OSError as error:
        raise UnreadableTranscript(
            _(
                "{name} cannot be opened ({reason}). "
                "Check that you may read it and that the drive is connected."
            ).format(name=path.name, reason=error.strerror or type(error).__name__)
        ) from error


def _unknown_format(name: str, suffix: str) -> str:
    if suffix == ".doc":
        return _(
            "{name} is a file of an old version of Word. "
            "Open it in Word, save it as .docx, and import that file."
        ).format(name=name)
    return _(
        "{name} is not a transcript that can be read. "
        "Text, Markdown, Word (.docx), WebVTT (.vtt) and SRT (.srt) can be imported."
    ).format(name=name)


def _text(text: str, name: str) -> Parts:
    text = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    suffix = Path(name).suffix.lower()
    if suffix == ".vtt" or webvtt.is_webvtt(text):
        return _timed(webvtt.read(text), name)
    if suffix == ".srt" or subrip.is_subrip(text):
        return _timed(subrip.read(text), name)
    if suffix == ".txt":
        return plain.read(text)
    return markdown.read(text)


def _timed(turns: tuple[Turn, ...], name: str) -> Parts:
    if not turns:
        raise UnreadableTranscript(
            _(
                "{name} holds no timed text. "
                "Check that it is a caption file, or save it as plain text and import that."
            ).format(name=name or _("The text"))
        )
    return turns, ()


def _finished(turns: tuple[Turn, ...], headings: tuple[Heading, ...], name: str) -> Transcript:
    if not any(turn.text for turn in turns):
        raise UnreadableTranscript(
            _("{name} is empty. Choose a file in which somebody says something.").format(
                name=name or _("The text")
            )
        )
    return Transcript(
        title=_title(headings, name),
        date=_date(turns, headings, name),
        turns=turns,
        speakers=tuple(dict.fromkeys(turn.speaker for turn in turns if turn.speaker is not None)),
        headings=headings,
    )


def _title(headings: tuple[Heading, ...], name: str) -> str:
    if headings and headings[0].before == 0 and headings[0].level == 1:
        return headings[0].text
    return Path(name).stem if Path(name).suffix.lower() in SUFFIXES else name


def _date(turns: tuple[Turn, ...], headings: tuple[Heading, ...], name: str) -> date | None:
    spoken = next((i for i, turn in enumerate(turns) if turn.speaker is not None), 0)
    before = [heading.text for heading in headings if heading.before <= spoken]
    before += [turn.text for turn in turns[:spoken]]
    for text in before:
        if day := _day(_DAY, text):
            return day
    return _day(_DAY, name) or _day(_PACKED_DAY, name)


def _day(pattern: re.Pattern[str], text: str) -> date | None:
    for year, month, day in pattern.findall(text):
        try:
            return date(int(year), int(month), int(day))
        except ValueError:
            continue
    return None
