"""The command line: fixed names, one clear line on errors, nothing half-written.

Exit status 0 done, 1 found something wrong in the content, 2 wrong use or
unreadable input.
"""

from __future__ import annotations

import argparse
import io
import os
import sys
from collections.abc import Sequence
from contextlib import redirect_stdout
from importlib import import_module
from pathlib import Path

COMMANDS = (
    "new", "import-survey", "import-interview", "nps", "journeys", "map", "report", "check",
)  # fmt: skip


def main(arguments: Sequence[str]) -> int:
    """Run one command, or open the window."""
    if arguments and arguments[0] in COMMANDS:
        return _command(_parser().parse_args(arguments))
    options = _window_parser().parse_args(arguments)
    from cxstudio.ui.plain_import import leave_out_openssl, load_qt, put_off_asyncio

    leave_out_openssl()
    put_off_asyncio()
    load_qt()
    from cxstudio.app import run

    return run(options.file, quit_after_paint=options.quit_after_paint)


def _command(options: argparse.Namespace) -> int:
    from cxstudio.analysis.survey.columnar import UnreadableResponses
    from cxstudio.exchange.mapping import UnreadableMapping
    from cxstudio.exchange.table import UnreadableTable
    from cxstudio.exchange.transcript import UnreadableTranscript
    from cxstudio.store import FileProblem

    command = import_module(f"cxstudio.commands.{options.command.replace('-', '_')}")
    unreadable = (UnreadableMapping, UnreadableResponses, UnreadableTable, UnreadableTranscript)
    known = (FileProblem, *unreadable, WrongUse)
    said = io.StringIO()
    try:
        with redirect_stdout(said):
            status: int = command.run(options)
    except known as problem:
        sys.stderr.write(f"cxstudio: {problem}\n")
        return 2
    except OSError as problem:
        where = f"{problem.filename}: " if problem.filename else ""
        sys.stderr.write(f"cxstudio: {where}{problem.strerror or problem}\n")
        return 2
    finally:
        _say(said.getvalue())
    return status


def _say(text: str) -> None:
    """Print; a reader who has heard enough, as `head` has, is no error."""
    try:
        sys.stdout.write(text)
        sys.stdout.flush()
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


class WrongUse(Exception):
    """What was asked for cannot be done with this file; the message says why."""


def _window_parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="cxstudio",
        description="Opens the window, on FILE when one is given. Commands: "
        + ", ".join(COMMANDS)
        + ". Ask for help on one with: cxstudio COMMAND --help.",
    )
    parser.add_argument("file", nargs="?", type=Path, metavar="FILE", help="an engagement (.cxs)")
    parser.add_argument("--quit-after-paint", action="store_true", help=argparse.SUPPRESS)
    return parser


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="cxstudio")
    commands = parser.add_subparsers(dest="command", required=True)

    def add(name: str, text: str) -> argparse.ArgumentParser:
        command = commands.add_parser(name, help=text, description=text)
        command.add_argument("file", type=Path, metavar="FILE", help="an engagement (.cxs)")
        command.add_argument(
            "--passphrase-file", type=Path, metavar="F", help="the first line opens the file"
        )
        return command

    new = add("new", "Make a new engagement.")
    new.add_argument("--client", required=True, metavar="NAME")
    new.add_argument("--sample", action="store_true", help="fill it with the sample engagement")
    new.add_argument("--language", choices=("en", "ja"), default="en")

    survey = add("import-survey", "Read a survey table as a wave and say what was understood.")
    survey.add_argument("data", type=Path, metavar="DATA")
    survey.add_argument("--map", type=Path, metavar="MAPPING.json")
    survey.add_argument("--name", metavar="WAVE")
    survey.add_argument("--json", action="store_true")

    interview = add("import-interview", "Read a transcript as an interview.")
    interview.add_argument("transcript", type=Path, metavar="TRANSCRIPT")
    interview.add_argument("--title", metavar="T")

    nps = add("nps", "The net promoter score of a wave, with its 95% interval.")
    nps.add_argument("--wave", metavar="W")
    nps.add_argument("--by", metavar="COLUMN")
    nps.add_argument(
        "--measure", metavar="RATING", help="a rating instead: its mean and high answers, as CSAT"
    )
    nps.add_argument("--json", action="store_true")

    journeys = add("journeys", "List the journey maps.")
    journeys.add_argument("--json", action="store_true")

    one_map = add("map", "Write a journey map as a picture.")
    one_map.add_argument("journey", metavar="JOURNEY", help="its code, such as J-01, or title")
    one_map.add_argument("-o", "--output", type=Path, required=True, metavar="OUT.(png|pdf|svg)")

    report = add("report", "Write the report as a Word document.")
    report.add_argument("-o", "--output", type=Path, required=True, metavar="OUT.docx")
    report.add_argument("--template", type=Path, metavar="T.docx")
    report.add_argument("--language", choices=("en", "ja"))
    report.add_argument("--audience", choices=("client", "internal"))
    report.add_argument("--paper", choices=("A4", "Letter"), default="A4")
    report.add_argument(
        "--kind",
        choices=("plan", "progress"),
        default="plan",
        help="the improvement plan, or the progress report of the newest review",
    )

    add("check", "Check the file, then say which claims rest on no evidence.")
    return parser
