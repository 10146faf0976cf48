"""`cxstudio map`: a journey map as PNG, PDF or SVG."""

from __future__ import annotations

import argparse
from collections.abc import Callable

from cxstudio.cli import WrongUse
from cxstudio.commands.opened import opened
from cxstudio.drawing.journey.export import map_pdf, map_png, map_svg
from cxstudio.drawing.journey.read import map_data
from cxstudio.model import Journey
from cxstudio.store import EngagementFile, durable

WRITERS: dict[str, Callable[..., bytes]] = {".png": map_png, ".pdf": map_pdf, ".svg": map_svg}


def run(options: argparse.Namespace) -> int:
    writer = WRITERS.get(options.output.suffix.lower())
    if writer is None:
        raise WrongUse("The name of the picture must end in .png, .pdf or .svg.")
    with opened(options) as file:
        language = file.engagement.report_language
        data = map_data(file.session, _find(file, options.journey), language=language)
    try:
        picture = writer(data, language)
    except ValueError as error:
        raise WrongUse(str(error)) from error
    with durable.whole(options.output) as path:
        path.write_bytes(picture)
    return 0


def _find(file: EngagementFile, name: str) -> int:
    journeys = file.all(Journey)
    for journey in journeys:
        if name.casefold() in (journey.code.casefold(), journey.title.casefold()):
            return journey.id
    there = ", ".join(f"{journey.code} {journey.title}" for journey in journeys) or "none"
    raise WrongUse(f"There is no journey “{name}”. There are: {there}.")
