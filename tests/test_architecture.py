"""The walls of the house that import-linter cannot see, and the rules it holds."""

import ast
import subprocess
import sys
from collections import Counter
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
PACKAGE = ROOT / "cxstudio"
SOURCES = sorted(PACKAGE.rglob("*.py"))
BELOW_UI = (
    *(
        "model",
        "store",
        "analysis",
        "exchange",
        "drawing",
        "report",
        "limits",
        "formats",
        "i18n",
        "resources",
    ),
)
WITHOUT_QT = (
    *("model", "store", "analysis", "exchange"),
    *("formats", "i18n", "limits", "resources"),
)


def part(source: Path) -> str:
    """The part of the house a file stands in: model for cxstudio/model/chain.py."""
    return source.relative_to(PACKAGE).with_suffix("").parts[0]


@cache
def imported(source: Path) -> set[str]:
    """Dotted names of all that a file imports, wherever in it."""
    names = set()
    for node in ast.walk(ast.parse(source.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            names |= {node.module} | {f"{node.module}.{alias.name}" for alias in node.names}
    return names


def test_imports_run_one_way():
    linter = Path(sys.executable).with_name("lint-imports")
    result = subprocess.run(
        [linter, "--no-logo", "--no-cache"], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert result.returncode == 0, result.stdout + result.stderr


@pytest.mark.parametrize("wall", BELOW_UI)
def test_nothing_below_ui_imports_widgets(wall):
    widgets = {
        str(source.relative_to(ROOT))
        for source in SOURCES
        if part(source) == wall and any("QtWidgets" in name for name in imported(source))
    }
    assert not widgets


@pytest.mark.parametrize("wall", WITHOUT_QT)
def test_these_know_no_qt(wall):
    qt = {
        str(source.relative_to(ROOT))
        for source in SOURCES
        if part(source) == wall
        and any(name.split(".")[0] in ("PySide6", "shiboken6") for name in imported(source))
    }
    assert not qt


def editor_of(module: str) -> str:
    """The editor a file is a part of: stakeholders for stakeholders.grid."""
    return module.split(".")[0]


def test_editors_never_import_each_other():
    editors = PACKAGE / "ui" / "editors"
    space = "cxstudio.ui.editors."
    crossing = {
        f"{source.relative_to(ROOT)} imports {name}"
        for source in editors.rglob("*.py")
        if source != editors / "__init__.py"
        for name in imported(source)
        if name.startswith(space)
        and editor_of(name.removeprefix(space))
        != editor_of(".".join(source.relative_to(editors).with_suffix("").parts))
    }
    assert not crossing


def test_every_folder_is_a_package():
    folders = {source.parent for source in SOURCES}
    assert not [
        str(folder.relative_to(ROOT)) for folder in folders if not (folder / "__init__.py").exists()
    ]


def test_files_are_about_one_thing():
    long = {
        str(source.relative_to(ROOT)): lines
        for source in SOURCES
        if (lines := len(source.read_text("utf-8").splitlines())) > 400
    }
    assert not long


def test_nothing_reaches_for_the_network():
    network = ("socket", "http", "urllib.request", "requests", "ssl", "ftplib", "PySide6.QtNetwork")
    reaching = {
        f"{source.relative_to(ROOT)}: {name}"
        for source in SOURCES
        for name in imported(source)
        if any(name == module or name.startswith(f"{module}.") for module in network)
    }
    assert not reaching


def test_files_of_tests_have_names_of_their_own():
    """Folders of tests are no packages, so a second hands.py would hide the first."""
    names = Counter(
        file.name
        for file in (ROOT / "tests").rglob("*.py")
        if file.name not in ("conftest.py", "__init__.py")
    )
    assert not [name for name, times in names.items() if times > 1]
