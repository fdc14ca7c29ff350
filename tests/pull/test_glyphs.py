"""What a glyph stands for where its code says little."""

import pytest

from pipeline.pull.glyphs import UNKNOWN, letters


@pytest.mark.parametrize(
    ("code", "text"),
    [
        (0xF730, "0"), (0xF739, "9"), (0xF724, "$"),  # old-style figures
        (0xF761, "a"), (0xF7E9, "é"), (0xF726, "&"),  # small capitals
        (0xF0B7, "•"), (0xF0A7, "▪"),  # bullets of symbol fonts
        (0x2, "-"), (0xFFFE, "-"), (0x2011, "-"),
        (0xFB03, "ffi"),
        (0x0, UNKNOWN),
    ],
)  # fmt: skip
def test_known_glyph(code: int, text: str) -> None:
    assert letters(code) == text


@pytest.mark.parametrize("code", [0xE000, 0xF72F, 0xF73A, 0xF7F7, 0xF8FF, 0xFFFD])
def test_glyph_that_nobody_knows_is_no_hyphen_and_is_not_lost(code: int) -> None:
    assert letters(code) == chr(code)
