"""Reading journeys from a file: CSV, a workbook, YAML, or Markdown."""

from __future__ import annotations

import re
from pathlib import Path

from cxstudio import limits
from cxstudio.exchange.decoding import UndecodableText, decode
from cxstudio.exchange.journey_content import JourneyContent, UnreadableJourney
from cxstudio.exchange.journey_markdown import journeys_of_markdown
from cxstudio.exchange.journey_sheets import rows_of_csv, rows_of_xlsx
from cxstudio.exchange.journey_table import journey_of
from cxstudio.exchange.journey_yaml import journeys_of_yaml
from cxstudio.i18n import _

TABLES = (".csv", ".tsv", ".txt", ".xlsx", ".xlsm")
YAML, MARKDOWN = (".yaml", ".yml"), (".md", ".markdown")
SUFFIXES = (*TABLES, *YAML, *MARKDOWN)

_CODE = re.compile(r"J-\d{2,}\s+")


def read_journeys(path: Path) -> list[JourneyContent]:
    """The journeys of a file, at least one. Raises UnreadableJourney with a clear sentence."""
    kind, file = path.suffix.lower(), path.name
    if kind not in SUFFIXES:
        raise UnreadableJourney(
            _(
                "{file} is of a kind that cannot be read as a journey. Choose a CSV, Excel "
                "(.xlsx), YAML or Markdown file."
            ).format(file=file)
        )
    data = _bytes(path)
    title = _CODE.sub("", path.stem).strip()
    if kind in (".xlsx", ".xlsm"):
        return [journey_of(rows_of_xlsx(data, file), title, file)]
    if kind in TABLES:
        return [journey_of(rows_of_csv(data, file), title, file)]
    read = journeys_of_yaml if kind in YAML else journeys_of_markdown
    return read(_text(data, file), title, file)


def _bytes(path: Path) -> bytes:
    try:
        if path.stat().st_size > limits.FILE_BYTES:
            raise UnreadableJourney(
                _("{file} is larger than 20 MB. Save only the journey.").format(file=path.name)
            )
        return path.read_bytes()
    except OSError as error:
        raise UnreadableJourney(
            _(
                "{file} cannot be opened ({reason}). "
                "Check that you may read it and that the drive is connected."
            ).format(file=path.name, reason=error.strerror or type(error).__name__)
        ) from error


def _text(data: bytes, file: str) -> str:
    try:
        return decode(data)
    except UndecodableText as error:
        raise UnreadableJourney(
            _("{file} is not text that can be recognised. Save it in UTF-8.").format(file=file)
        ) from error
