"""Opening an engagement file to read and write in it."""

from __future__ import annotations

from pathlib import Path

from cxstudio.store.claiming import Claim, claim
from cxstudio.store.engagement_file import EngagementFile


def open_file(
    path: Path, key: str | None = None, *, read_only: bool = False, verify: bool = False
) -> EngagementFile:
    """The engagement in the file at `path`; raises and refuses as `claiming.claim` does."""
    return open_claimed(claim(path, key, read_only=read_only, verify=verify))


def open_claimed(claimed: Claim) -> EngagementFile:
    """The engagement in a file that was claimed before."""
    try:
        return EngagementFile(
            claimed.path,
            claimed.connection,
            read_only=claimed.read_only,
            key=claimed.key,
            lock=claimed.lock,
        )
    except BaseException:
        claimed.release()
        raise
