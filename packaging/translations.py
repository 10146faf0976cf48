"""Compile the translations, and say what they lack.

translations.py            one LC_MESSAGES/cxstudio.mo for each language, from all its .po files
translations.py missing    the English texts of cxstudio/ that a language does not have yet
"""

import ast
import os
import sys
from collections import defaultdict
from collections.abc import Iterator
from functools import cache
from io import BytesIO
from pathlib import Path
from typing import NamedTuple

from babel.messages.catalog import Catalog, Message
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

ROOT = Path(__file__).resolve().parent.parent
TRANSLATIONS = ROOT / "resources" / "translations"
# The functions that mark a text, and which of their arguments is the context and the text.
MARKS = {
    "_": (None, 0),
    "N_": (None, 0),
    "gettext": (None, 0),
    "ngettext": (None, 0),
    "pgettext": (0, 1),
    "npgettext": (0, 1),
}


class Text(NamedTuple):
    """An English text as gettext knows it: its context, and its singular."""

    context: str | None
    english: str


def languages() -> list[Path]:
    """The folders of the languages that have translations."""
    return sorted({po.parent for po in TRANSLATIONS.glob("*/*.po")})


@cache
def messages(language: Path) -> list[tuple[Path, Text, Message]]:
    """Every message of every .po file of one language, in the order of the file names."""
    found = []
    for po in sorted(language.glob("*.po")):
        with po.open("rb") as file:
            catalogue = read_po(file, locale=language.name, abort_invalid=True)
        found += [(po, text_of(message), message) for message in catalogue if message.id]
    return found


def text_of(message: Message) -> Text:
    """What a message is looked up by."""
    english = message.id if isinstance(message.id, str) else message.id[0]
    return Text(message.context, english)


def merged(language: Path) -> Catalog:
    """One catalogue of a language's files; the first file that has a text decides."""
    catalogue = Catalog(locale=language.name, project="cxstudio", fuzzy=False)
    seen: set[Text] = set()
    for _po, text, message in messages(language):
        if text in seen or not any(strings(message)):
            continue
        seen.add(text)
        catalogue.add(message.id, message.string, context=message.context, flags=message.flags)
    return catalogue


def strings(message: Message) -> tuple[str, ...]:
    """The translations of a message: one, or one for each plural form."""
    return (message.string,) if isinstance(message.string, str) else tuple(message.string)


def compile_language(language: Path) -> Path:
    """Write the compiled catalogue of a language and return where it is."""
    compiled = BytesIO()
    write_mo(compiled, merged(language))
    target = language / "LC_MESSAGES" / "cxstudio.mo"
    target.parent.mkdir(exist_ok=True)
    unfinished = target.with_suffix(f".{os.getpid()}")
    unfinished.write_bytes(compiled.getvalue())
    unfinished.replace(target)
    return target


@cache
def used_texts() -> dict[Text, list[str]]:
    """The texts that the program marks for translation, and the places (file:line) they stand."""
    places: dict[Text, list[str]] = defaultdict(list)
    for source in sorted((ROOT / "cxstudio").rglob("*.py")):
        for node in ast.walk(ast.parse(source.read_text("utf-8"))):
            if isinstance(node, ast.Call):
                for text in marked(node):
                    places[text].append(f"{source.relative_to(ROOT)}:{node.lineno}")
    return dict(places)


def marked(call: ast.Call) -> Iterator[Text]:
    """The texts that a call marks; none when what it looks up was marked elsewhere."""
    name = call.func.attr if isinstance(call.func, ast.Attribute) else getattr(call.func, "id", "")
    if name not in MARKS:
        return
    context_at, text_at = MARKS[name]
    if len(call.args) <= text_at:
        return
    context = None if context_at is None else next(literals(call.args[context_at]), None)
    if context is None and context_at is not None:
        return
    for english in literals(call.args[text_at]):
        yield Text(context, english)


def literals(node: ast.expr) -> Iterator[str]:
    """The strings an argument can be: the one written there, or both of a choice."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        yield node.value
    elif isinstance(node, ast.IfExp):
        yield from literals(node.body)
        yield from literals(node.orelse)


def missing(language: Path) -> dict[Text, list[str]]:
    """The texts that are used and have no finished translation in this language."""
    have = {text for _po, text, message in messages(language) if all(strings(message))}
    return {text: places for text, places in used_texts().items() if text not in have}


def main(arguments: list[str]) -> int:
    """Run one of the two commands and return the exit status."""
    if arguments not in ([], ["missing"]):
        print(__doc__, file=sys.stderr)
        return 2
    found = False
    for language in languages():
        if not arguments:
            compile_language(language)
            continue
        for text, places in sorted(missing(language).items(), key=lambda item: item[1]):
            found = True
            context = f" ({text.context})" if text.context else ""
            print(f"{language.name}: {places[0]}: {text.english!r}{context}")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
