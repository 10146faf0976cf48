"""The demonstration reports, written once."""

import sys
from io import BytesIO
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))

import demonstration

from cxstudio.report import docx

REPORTS = {"en": demonstration.english, "ja": demonstration.japanese}


@pytest.fixture(scope="session", params=["en", "ja"])
def language(request):
    return request.param


@pytest.fixture(scope="session")
def report(language):
    return REPORTS[language]()


@pytest.fixture(scope="session")
def document(report, language, tmp_path_factory):
    """The path of the demonstration in one language."""
    path = tmp_path_factory.mktemp("report") / f"{language}.docx"
    docx.write(report, path)
    return path


@pytest.fixture(scope="session")
def written():
    """Write a report and give its bytes."""

    def write(report, template=None):
        stream = BytesIO()
        docx.write(report, stream, template)
        return stream.getvalue()

    return write
