"""Documents name files, folders, modules and links that are there."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
UNDER = ("", "cxstudio", "cxstudio/ui", "cxstudio/report/docx")
"""Where a path that a document names may begin."""
PATH = re.compile(r"[\w-]+(?:/[\w.-]+)+")
MODULE = re.compile(r"cxstudio(?:\.\w+)+")


def documents() -> list[Path]:
    listed = subprocess.run(
        ["git", "ls-files", "*.md"], cwd=ROOT, capture_output=True, text=True, check=False
    ).stdout.split()
    return [ROOT / name for name in listed if name != "CHANGELOG.md"]


@pytest.mark.parametrize("document", documents(), ids=lambda path: path.stem)
def test_what_a_document_names_is_there(document):
    words = document.read_text(encoding="utf-8")
    named = re.findall(r"`([^`\n]+)`", words)
    links = [to for to in re.findall(r"\]\(([^)#]+)[^)]*\)", words) if "://" not in to]
    gone = [to for to in links if not (document.parent / to).exists()]
    gone += [text for text in named if PATH.fullmatch(text) and not path_is_there(document, text)]
    gone += [text for text in named if MODULE.fullmatch(text) and not module_is_there(text)]
    assert not gone


def path_is_there(document: Path, text: str) -> bool:
    tops = (document.parent, *(ROOT / top for top in UNDER))
    return "AREA" in text or any((top / text).exists() for top in tops)


def module_is_there(text: str) -> bool:
    """A module, or a name in one."""
    path = ROOT / text.replace(".", "/")
    inside = path.parent.with_suffix(".py")
    return (
        path.is_dir()
        or path.with_suffix(".py").exists()
        or (inside.exists() and path.name in inside.read_text(encoding="utf-8"))
        or (path.parent.is_dir() and path.name in (path.parent / "__init__.py").read_text())
    )
