"""How the project starts: what is pinned, what make does twice, what the first window costs."""

import os
import re
import shutil
import subprocess
import sys
import tomllib
import zipfile
from pathlib import Path
from xml.etree import ElementTree

import pytest

from cxstudio.store.format import APPLICATION_ID

ROOT = Path(__file__).resolve().parent.parent
PINNED = sorted((ROOT / "requirements").glob("*.txt"))
HEAVY = {
    "pandas",
    "matplotlib",
    "docx",
    "alembic",
    "openpyxl",
    "python_calamine",
    "lxml",
    "pyarrow",
}
STAMPS = [".venv", ".system-run", ".system-test", ".installed", ".dev", ".translations"]


def run(*command: object, **options: object) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [str(word) for word in command],
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
        **options,
    )


@pytest.mark.parametrize("pinned", PINNED, ids=lambda file: file.name)
def test_every_package_is_pinned_with_hashes(pinned):
    entries = re.split(r"\n(?=[a-z])", pinned.read_text("utf-8"))[1:]
    assert entries
    for entry in entries:
        assert re.match(r"[a-z0-9.\-]+(\[\w+\])?==\S+", entry)
        assert "--hash=sha256:" in entry


@pytest.mark.parametrize("pinned", PINNED, ids=lambda file: file.name)
def test_pins_name_no_registry_and_no_folder(pinned):
    assert not re.search(r"https?:|file:|--(extra-)?index|--find-links|@ ", pinned.read_text())


def test_the_project_asks_for_what_is_pinned():
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    lines = (ROOT / "requirements" / "runtime.in").read_text("utf-8").splitlines()
    assert sorted(project["dependencies"]) == sorted(x for x in lines if x and x[0] != "#")


@pytest.fixture
def made_checkout(tmp_path):
    """A copy of what make looks at, in which everything has been made already."""
    shutil.copytree(ROOT / "packaging", tmp_path / "packaging")
    shutil.copytree(ROOT / "requirements", tmp_path / "requirements")
    for name in ("Makefile", "pyproject.toml"):
        shutil.copy(ROOT / name, tmp_path)
    (tmp_path / ".venv").mkdir()
    for age, stamp in enumerate(STAMPS):
        (tmp_path / ".venv" / stamp).touch()
        moment = 2_000_000_000 + age
        os.utime(tmp_path / ".venv" / stamp, (moment, moment))
    return tmp_path


def make(folder: Path, target: str) -> str:
    """What make would do, without doing it."""
    result = run("make", "--dry-run", "--no-print-directory", target, cwd=folder)
    assert result.returncode == 0, result.stderr
    return result.stdout


def test_a_second_install_has_nothing_to_do(made_checkout):
    assert "Nothing to be done" in make(made_checkout, "install")


def test_a_new_pin_is_installed(made_checkout):
    os.utime(made_checkout / "requirements" / "runtime.txt", (2_100_000_000, 2_100_000_000))
    assert "--require-hashes" in make(made_checkout, "install")


def test_the_wheel_holds_resources_and_translations(tmp_path):
    built = run(
        *(sys.executable, "-m", "pip", "wheel", "--quiet", "--no-deps", "--no-build-isolation"),
        *("--wheel-dir", tmp_path, ROOT),
    )
    assert built.returncode == 0, built.stderr
    with zipfile.ZipFile(next(tmp_path.glob("*.whl"))) as wheel:
        names = wheel.namelist()
        entry = next(name for name in names if name.endswith("entry_points.txt"))
        assert "cxstudio = cxstudio.__main__:main" in wheel.read(entry).decode()
    assert "cxstudio/_resources/translations/ja/LC_MESSAGES/cxstudio.mo" in names
    assert "cxstudio/store/migrations/versions/v0001_first.sql" in names
    assert any(name.startswith("cxstudio/_resources/icons/") for name in names)


def test_the_first_window_needs_no_heavy_library(tmp_path):
    file = tmp_path / "client.cxs"
    made = run(sys.executable, "-m", "cxstudio", "new", file, "--client", "Client", cwd=ROOT)
    assert made.returncode == 0, made.stderr
    shown = run(
        *(sys.executable, "-X", "importtime", "-m", "cxstudio", file, "--quit-after-paint"),
        cwd=ROOT,
    )
    assert shown.returncode == 0, shown.stderr[-2000:]
    assert "painted" in shown.stdout
    imported = set(re.findall(r"\|\s+(\w+)$", shown.stderr, re.MULTILINE))
    assert "cxstudio" in imported
    assert not imported & HEAVY


def test_a_page_is_built_without_waiting_for_a_heavy_library():
    imported = run(
        *(sys.executable, "-c"),
        "import sys; from importlib import import_module; from cxstudio.ui.pages import PAGES;"
        "[import_module(f'cxstudio.ui.editors.{p.factory.split(chr(58))[0]}') for p in PAGES];"
        "print(*sys.modules)",
        cwd=ROOT,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
    )
    assert imported.returncode == 0, imported.stderr
    assert "cxstudio.ui.editors.voice" in imported.stdout
    assert not set(imported.stdout.split()) & (HEAVY | {"numpy"})


def test_qt_does_not_keep_the_source_of_what_is_loaded_after_it():
    kept = run(
        *(sys.executable, "-c"),
        "from cxstudio.ui.plain_import import load_qt; load_qt();"
        "import PySide6.QtWidgets, sqlalchemy.orm, linecache;"
        "print([name for name in linecache.cache if 'sqlalchemy' in name and '<' not in name])",
        cwd=ROOT,
    )
    assert kept.stdout == "[]\n", kept.stderr


def test_the_file_type_knows_our_files():
    tree = ElementTree.parse(ROOT / "packaging" / "desktop" / "cxstudio-engagement.xml")
    space = "{http://www.freedesktop.org/standards/shared-mime-info}"
    match = tree.find(f".//{space}match[@offset='68']")
    assert match is not None
    assert int(match.attrib["value"], 16) == APPLICATION_ID
    desktop = (ROOT / "packaging" / "desktop" / "cxstudio.desktop").read_text("utf-8")
    assert "MimeType=application/x-cxstudio-engagement;" in desktop


def test_without_a_display_run_writes_the_report():
    if run("make", "--question", "install", cwd=ROOT).returncode:
        pytest.skip("this checkout was not installed by make")
    hidden = {k: v for k, v in os.environ.items() if k not in ("DISPLAY", "WAYLAND_DISPLAY")}
    made = run("make", "run", "LANG=ja_JP.UTF-8", cwd=ROOT, env=hidden)
    assert made.returncode == 0, made.stderr
    written = ROOT / "build" / "sample-ja.docx"
    assert str(written) in made.stdout
    assert zipfile.is_zipfile(written)


def test_asyncio_is_loaded_when_somebody_wants_it():
    done = run(
        *(sys.executable, "-c"),
        "from cxstudio.ui.plain_import import put_off_asyncio; put_off_asyncio();"
        "import sys, sqlalchemy.orm; print('asyncio.events' in sys.modules);"
        "import asyncio; print(asyncio.run(asyncio.sleep(0, 'awake')))",
        cwd=ROOT,
    )
    assert done.stdout.split() == ["False", "awake"], done.stderr
