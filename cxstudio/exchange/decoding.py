"""Text in the encodings in which clients send it."""

from __future__ import annotations

import codecs
import re

_KANA = re.compile("[\u3041-\u30ff]")


class UndecodableText(ValueError):
    """The bytes are not text in any encoding known here."""


def detect(data: bytes) -> str:
    """The name of the encoding: UTF-8 (with or without mark), UTF-16, UTF-32 with its mark, the
    Japanese CP932, EUC-JP and ISO-2022-JP, or CP1252.

    Raises UndecodableText for bytes that are no text.
    """
    if data.startswith(codecs.BOM_UTF8):
        return "utf-8-sig"
    if data.startswith((codecs.BOM_UTF32_LE, codecs.BOM_UTF32_BE)):
        return "utf-32"
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return "utf-16"
    if b"\0" in data:
        return _unmarked_utf16(data)
    if b"\x1b$" in data and _attempt(data, "iso2022_jp") is not None:
        return "iso2022_jp"
    looks = {"cp932": _looks_japanese, "euc_jp": _reads_japanese}
    for encoding in ("utf-8", "euc_jp", "cp932", "cp1252"):
        text = _attempt(data, encoding)
        if text is not None and (encoding not in looks or looks[encoding](text)):
            return encoding
    raise UndecodableText


def decode(data: bytes) -> str:
    """The text, without a byte order mark and with plain line ends.

    Raises UndecodableText for bytes that are no text.
    """
    text = _attempt(data, detect(data))
    if text is None:
        raise UndecodableText
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _attempt(data: bytes, encoding: str) -> str | None:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError:
        return None


def _unmarked_utf16(data: bytes) -> str:
    """UTF-16 without its mark has its zero bytes on one side of each pair."""
    even, odd = data[0::2].count(0), data[1::2].count(0)
    encoding = "utf-16-le" if odd > even else "utf-16-be"
    text = _attempt(data, encoding)
    if min(even, odd) * 10 > max(even, odd) or text is None or "\0" in text:
        raise UndecodableText
    return encoding


def _looks_japanese(text: str) -> bool:
    """Western accents read as CP932 give a stray character or two, and no kana."""
    wide = sum(character > "\u2e7f" for character in text)
    return bool(_KANA.search(text)) or wide * 5 > len(text)


def _reads_japanese(text: str) -> bool:
    """Half-width katakana of CP932 read as EUC-JP are rare characters with hardly a kana."""
    wide = sum(character > "\u2e7f" for character in text)
    return len(_KANA.findall(text)) * 10 > wide > 0
