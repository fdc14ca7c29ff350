"""pdfium's calls where they are made for every character or object of a page."""

from __future__ import annotations

import ctypes
from typing import Any

ADDRESS, NUMBER = ctypes.c_void_p, ctypes.c_int


def plain_call(call: Any, result: type, *arguments: type) -> Any:
    """One of pypdfium2's raw calls that takes and gives plain numbers for addresses. pypdfium2's own signature makes
    pointer objects, which cost more than most calls."""
    return ctypes.CFUNCTYPE(result, *arguments)(ctypes.cast(call, ctypes.c_void_p).value or 0)


def addresses(array: Any) -> list[int]:
    """Where each element of a ctypes array lies."""
    first, size = ctypes.addressof(array), ctypes.sizeof(array._type_)
    return [first + index * size for index in range(len(array))]
