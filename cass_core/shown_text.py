"""Text from files and their names as people may see it, on a terminal, in a log or in a window."""

_DIRECTIONS = {*range(0x202A, 0x202F), *range(0x2066, 0x206A)}  # turn the rest of a line round
_LINE_ENDS = {0x2028, 0x2029}


def shown(text: str) -> str:
    r"""The text with its control characters written out, such as "\x1b".

    Bytes of a name that are no UTF-8 are written out, too; every other sign stays.

    Args:
        text: from a file, or the name of one.

    Returns:
        One line that a terminal only shows.
    """
    return "".join(map(_shown, text))


def counted(number: int, word: str, words: str = "") -> str:
    """A number with its noun, such as "1 step" and "2 steps".

    Args:
        number: how many.
        word: for one.
        words: for any other number; the word with an s unless given.

    Returns:
        Both.
    """
    return f"{number} {word if number == 1 else words or f'{word}s'}"


def _shown(sign: str) -> str:
    number = ord(sign)
    if 0xDC80 <= number <= 0xDCFF:  # a byte, as Python keeps it in names
        return f"\\x{number - 0xDC00:02x}"
    is_control = number < 0x20 or 0x7F <= number < 0xA0 or 0xD800 <= number <= 0xDFFF
    if is_control or number in _DIRECTIONS or number in _LINE_ENDS:
        return repr(sign)[1:-1]
    return sign
