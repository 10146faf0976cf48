"""The sample in both languages, opened once for each module."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from cxstudio.store import EngagementFile, open_file

LANGUAGES = ("en", "ja")


@pytest.fixture(scope="module")
def files(sample_file: Callable[[str], Path]):
    built = {language: open_file(sample_file(language)) for language in LANGUAGES}
    yield built
    for file in built.values():
        file.close()


@pytest.fixture(params=LANGUAGES)
def file(request: pytest.FixtureRequest, files: dict[str, EngagementFile]) -> EngagementFile:
    return files[request.param]
