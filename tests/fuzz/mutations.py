"""Seeded damage to files: bytes, blocks, lengths, and values of JSON texts."""

import copy
import json
import struct

_NUMBERS = (-1, 0, 1, 2**31 - 1, 2**53, 2**63, 10**400, 1e-300, 1e308, 0.5)
_VALUES = (
    None,
    True,
    "",
    "x" * 10_000,
    "\x1b[2J",
    "../../outside",
    [],
    {},
    [[[[]]]],
    {"a": {"a": {}}},
)
_SIZES = (0, 1, 0x7FFFFFFF, 0xFFFFFFFF)


def damaged_bytes(content, rng):
    """A copy with a few damages, most of them in the headers at both ends."""
    data = bytearray(content)
    for _ in range(rng.randint(1, 6)):
        rng.choice((_flip, _flip, _number, _number, _cut, _repeat, _insert, _blank))(data, rng)
    return bytes(data)


def damaged_json(text, rng):
    """The text with a value changed, a key gone, a bracket lost or a byte flipped."""
    if rng.random() < 0.15:
        return damaged_bytes(text.encode(), rng)
    content = copy.deepcopy(json.loads(text))
    for _ in range(rng.randint(1, 3)):
        _change(content, rng)
    return _encoded(content)


def _encoded(content):
    """Letters as they are, if they can be; names of files that are no text only have escapes."""
    try:
        return json.dumps(content, ensure_ascii=False).encode()
    except UnicodeEncodeError:
        return json.dumps(content).encode()


def _place(data, rng):
    """Most fields that mean something stand near the ends."""
    if rng.random() < 0.7:
        near = rng.randrange(min(512, len(data)))
        return near if rng.random() < 0.7 else len(data) - 1 - near
    return rng.randrange(len(data))


def _flip(data, rng):
    data[_place(data, rng)] = rng.randrange(256)


def _number(data, rng):
    """A field of four bytes becomes a number that no field should have."""
    place = min(_place(data, rng), max(0, len(data) - 4))
    data[place : place + 4] = struct.pack(rng.choice(("<I", ">I")), rng.choice(_SIZES))


def _cut(data, rng):
    del data[max(1, rng.randrange(1, len(data) + 1)) :]


def _repeat(data, rng):
    start = rng.randrange(len(data))
    block = data[start : start + rng.randrange(1, 2000)]
    place = rng.randrange(len(data))
    data[place:place] = block


def _insert(data, rng):
    place = _place(data, rng)
    data[place:place] = rng.randbytes(rng.randrange(1, 64))


def _blank(data, rng):
    start = _place(data, rng)
    length = min(len(data) - start, rng.randrange(1, 256))
    data[start : start + length] = bytes(length)


def _change(content, rng):
    """Change a value somewhere in the tree."""
    node = content
    while True:
        keys = list(node) if isinstance(node, dict) else list(range(len(node)))
        if not keys:
            return
        key = rng.choice(keys)
        child = node[key]
        if isinstance(child, dict | list) and child and rng.random() < 0.7:
            node = child
            continue
        if rng.random() < 0.15:
            del node[key]
        elif isinstance(child, bool) or not isinstance(child, int | float) or rng.random() < 0.4:
            node[key] = copy.deepcopy(rng.choice(_VALUES + _NUMBERS))
        else:
            node[key] = rng.choice((*_NUMBERS, child * -1, child * 1000, child + 1))
        return
