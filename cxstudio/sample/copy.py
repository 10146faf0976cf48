"""The sample as a file of the user's own, to look at and to change."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager
from pathlib import Path
from typing import Any, Protocol

from cxstudio.sample.build import Destination, build
from cxstudio.sample.rows import T

STEP = T("Sample engagement", "見本の案件")
NAME = T("Sample - Visitor experience of Fukui", "見本 - 福井県 来訪者体験")


class Made(Protocol):
    """A new engagement file, closed on leaving it."""

    def __enter__(self) -> Any: ...

    def __exit__(self, *exc: object) -> None: ...

    def change(self, label: str) -> AbstractContextManager[Destination]: ...

    def put_blob(self, data: bytes) -> str: ...


def sample_copy(folder: Path, language: str, create: Callable[..., Made]) -> Path:
    """The sample's file in `folder`, made when it is not there yet.

    `create` is `EngagementFile.create`. A copy that the user has changed is left as it is.
    Raises OSError when the folder cannot be written.
    """
    path = folder / f"{NAME.in_language(language)}.cxs"
    if path.exists():
        return path
    folder.mkdir(parents=True, exist_ok=True)
    unfinished = path.with_suffix(".making")
    unfinished.unlink(missing_ok=True)
    try:
        file = create(unfinished, client="", language=language)
        with file, file.change(STEP.in_language(language)) as change:
            build(change, language, file.put_blob)
        unfinished.replace(path)
    finally:
        unfinished.unlink(missing_ok=True)
    return path
