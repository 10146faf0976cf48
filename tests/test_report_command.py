"""`cxstudio report` writes the Word file, or says in one line why not."""

import os
import subprocess
import sys
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from cxstudio import cli
from walked_docx import missed

SHARED = Path(os.environ.get("CXSTUDIO_SHARED", Path(__file__).parents[2] / "shared"))


def run(*arguments: object) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "cxstudio", *map(str, arguments)],
        capture_output=True,
        text=True,
        check=False,
        cwd=Path(__file__).parents[1],
    )


@pytest.fixture(scope="module")
def sample(sample_file: Callable[[str], Path]) -> Path:
    path = sample_file("ja")
    return path.rename(path.with_name("sample 見本.cxs"))


def said(capsys: pytest.CaptureFixture[str], *arguments: object) -> tuple[int, str]:
    """The exit status and standard error of a command in this process, which has what it needs."""
    status = cli.main([*map(str, arguments)])
    return status, capsys.readouterr().err


def document(path: Path) -> str:
    with zipfile.ZipFile(path) as package:
        return package.read("word/document.xml").decode()


def test_the_report_is_written_in_the_engagements_language(sample: Path) -> None:
    out = sample.with_name("out.docx")
    done = run("report", sample, "-o", out)
    assert (done.returncode, done.stderr) == (0, "")
    text = document(out)
    assert "エグゼクティブサマリー" in text
    assert "E_001" in text
    assert "登録商標" in text
    assert list(sample.parent.glob(".out*")) == []
    assert missed(out, "ja-JP") == []


def test_another_language_and_reader_can_be_asked_for(sample: Path, capsys) -> None:
    out = sample.with_name("en.docx")
    asked = ("--language", "en", "--audience", "internal")
    assert said(capsys, "report", sample, "-o", out, *asked) == (0, "")
    text = document(out)
    assert "Executive summary" in text
    assert "Internal edition" in text
    assert missed(out, "en-GB") == []


def test_a_bad_template_is_refused_in_one_line(sample: Path, capsys) -> None:
    bad, out = sample.with_name("bad.docx"), sample.with_name("no.docx")
    bad.write_text("no Word file")
    status, errors = said(capsys, "report", sample, "-o", out, "--template", bad)
    assert status == 2
    assert len(errors.strip().splitlines()) == 1
    assert not out.exists()


@pytest.mark.skipif(not (SHARED / "data" / "templates").is_dir(), reason="no shared templates")
def test_a_firms_template_gives_its_styles(sample: Path, capsys) -> None:
    template = SHARED / "data" / "templates" / "phs-offstats-report.docx"
    out = sample.with_name("firm.docx")
    status, _errors = said(capsys, "report", sample, "-o", out, "--template", template)
    assert status == 0
    assert "E_001" in document(out)


@pytest.mark.skipif(not (SHARED / "data" / "templates").is_dir(), reason="no shared templates")
def test_what_is_changed_of_a_template_is_said(sample: Path, capsys) -> None:
    template = SHARED / "data" / "templates" / "word-standard-ja.docx"
    out = sample.with_name("form.docx")
    status, errors = said(capsys, "report", sample, "-o", out, "--template", template)
    assert status == 0
    assert "frame" in errors
