"""Contents that nothing needs any more, such as the answers of an import that was undone.

While a file is open an undo or a redo may want them back, so they go when it is closed.
"""

from __future__ import annotations

import zlib
from typing import Any

from cxstudio.store import checksum, rows

NAMED_BY = "sha256"
"""The attribute by which a record names its content."""


def clear(connection: Any) -> int:
    """Delete what no record and no snapshot names, and give back its room; how many went.

    One transaction, so that a kill leaves all or nothing; the room is given back in another.
    Raises the driver's errors.
    """
    unused = unneeded(connection)
    if not unused:
        return 0
    connection.execute("BEGIN IMMEDIATE")
    try:
        for sha256 in unused:
            connection.execute("DELETE FROM blob WHERE sha256 = ?", (sha256,))
        checksum.move(connection, -sum(checksum.of_row("blob", (one,)) for one in unused))
        connection.commit()
    except BaseException:
        connection.rollback()
        raise
    connection.execute("VACUUM")  # what is deleted is not to be found in a file that is handed on
    return len(unused)


def unneeded(connection: Any) -> list[str]:
    """The fingerprints of contents that no record and no snapshot names."""
    kept = {sha256 for (sha256,) in connection.execute("SELECT sha256 FROM blob")}
    for kind in rows.kinds():
        if kept and NAMED_BY in rows.columns_of(kind):
            found = connection.execute(f'SELECT {NAMED_BY} FROM "{kind}"')
            kept -= {sha256 for (sha256,) in found}
    for (packed,) in connection.execute("SELECT rows FROM snapshot") if kept else ():
        text = zlib.decompress(packed)
        kept -= {sha256 for sha256 in kept if sha256.encode() in text}
    return sorted(kept)
