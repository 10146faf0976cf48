"""Opening the engagement that a command was given."""

from __future__ import annotations

import argparse

from cxstudio.store import EngagementFile
from cxstudio.store.opening import open_file


def passphrase(options: argparse.Namespace) -> str | None:
    """The passphrase in the file that `--passphrase-file` names, or None."""
    if options.passphrase_file is None:
        return None
    text: str = options.passphrase_file.read_text(encoding="utf-8")
    return text.splitlines()[0] if text else ""


def opened(options: argparse.Namespace, *, read_only: bool = True) -> EngagementFile:
    """The engagement; read-only unless the command writes into it."""
    return open_file(options.file, passphrase(options), read_only=read_only)
