"""Rob Northen's compression is undone, and damage is said."""

from contextlib import suppress

import pytest

from cass_core.errors import MediaError
from cass_core.synthesis.corpus.rnc import unpack_rnc
from tests.helpers.corpus.packed_rnc import rnc_bytes


def test_stretches_and_repeats():
    packed = rnc_bytes([[(b"one two ", 8, 4), (b"three", 0, 0)]], 17)
    assert unpack_rnc(packed) == b"one two one three"


def test_a_repeat_may_reach_into_itself():
    assert unpack_rnc(rnc_bytes([[(b"ab", 2, 7), (b"!", 0, 0)]], 10)) == b"ababababa!"


def test_a_stretch_may_be_empty_and_blocks_follow_one_another():
    blocks = [[(b"abcd", 4, 2), (b"", 3, 3), (b"", 0, 0)], [(b"xyz" * 40, 129, 2), (b"", 0, 0)]]
    assert unpack_rnc(rnc_bytes(blocks, 131)) == b"abcdab" + b"dab" + b"xyz" * 40 + b"ab"


def test_long_numbers():
    text = bytes(range(256)) * 40
    packed = rnc_bytes([[(text, 10_000, 9_000), (b"end", 0, 0)]], 10_240 + 9_003)
    assert unpack_rnc(packed) == text + text[240:9_240] + b"end"


@pytest.mark.parametrize("length", [0, 4, 17, 18, 40, 60])
def test_cut_off_data_are_said(length):
    packed = rnc_bytes([[(bytes(range(100)), 8, 4), (b"three", 0, 0)]], 109)
    with pytest.raises(MediaError, match="damaged"):
        unpack_rnc(packed[:length])


def test_the_last_word_may_lack_its_empty_second_byte():
    packed = rnc_bytes([[(b"one two ", 8, 4), (b"", 0, 0)]], 12)
    assert packed.endswith(b"\0")
    assert unpack_rnc(packed[:-1]) == b"one two one "


@pytest.mark.parametrize("place", [0, 4, 7, 17, 25, 60])
def test_changed_data_never_crash(place):
    packed = bytearray(rnc_bytes([[(b"one two ", 8, 4), (b"three", 0, 0)]], 17))
    packed[place % len(packed)] ^= 0xA5
    with suppress(MediaError):
        unpack_rnc(bytes(packed))


def test_a_repeat_from_before_the_start_is_said():
    with pytest.raises(MediaError, match="damaged"):
        unpack_rnc(rnc_bytes([[(b"ab", 9, 4), (b"", 0, 0)]], 6))
