import numpy as np
import pytest
import soundfile

from cass_core.synthesis.corpus.archives import is_audio, unpack_archives
from tests.helpers.corpus.corpus_builders import packed_group, queen_bytes, write_zip
from tests.helpers.corpus.packed_rnc import rnc_bytes, sky_bytes


def files_below(folder):
    found = (path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in found}


@pytest.mark.parametrize("suffix", ["zip", "pk3", "wz", "PK3"])
def test_sounds_of_a_zip_take_its_place(tmp_path, suffix):
    members = {"audio/a.ogg": b"sound", "audio/b.WAV": b"other", "art/picture.png": b"picture"}
    write_zip(tmp_path / "game" / f"base.{suffix}", members)
    assert unpack_archives(tmp_path) == 2
    assert files_below(tmp_path / "game" / f"base.{suffix}") == {
        "audio/a.ogg": b"sound",
        "audio/b.WAV": b"other",
    }


def test_a_second_call_finds_nothing_to_do(tmp_path):
    write_zip(tmp_path / "base.pk3", {"a.ogg": b"sound"})
    assert unpack_archives(tmp_path) == 1
    assert unpack_archives(tmp_path) == 0


def test_members_never_leave_the_folder(tmp_path):
    tree = tmp_path / "tree"
    write_zip(tree / "evil.zip", {"../../out.ogg": b"1", "/abs.ogg": b"2", "good.ogg": b"3"})
    assert unpack_archives(tree) == 1
    assert files_below(tmp_path) == {"tree/evil.zip/good.ogg": b"3"}


def test_a_file_that_only_looks_like_an_archive_is_left(tmp_path):
    (tmp_path / "broken.zip").write_bytes(b"not a zip")
    (tmp_path / "broken.ocg").write_bytes(b"\x1e\x8c not a group")
    (tmp_path / "queen.1c").write_bytes(b"QTBL")
    assert unpack_archives(tmp_path) == 0
    assert set(files_below(tmp_path)) == {"broken.zip", "broken.ocg", "queen.1c"}


def test_groups_within_groups_keep_their_names(tmp_path):
    files = {
        "Fire.ocg": {"Deep.ocg": {"Blast.wav": b"blast"}, "Burn.ogg": b"burn"},
        "authors.txt": b"names",
        "Click.ogg": b"click",
    }
    (tmp_path / "Sound.ocg").write_bytes(packed_group(files))
    assert unpack_archives(tmp_path) == 3
    assert files_below(tmp_path / "Sound.ocg") == {
        "Fire.ocg/Deep.ocg/Blast.wav": b"blast",
        "Fire.ocg/Burn.ogg": b"burn",
        "Click.ogg": b"click",
    }


def test_speech_of_the_adventure_game_becomes_mp3(tmp_path):
    files = {"020001P2.SB": b"mp3 one", "MAP.PCX": b"picture", "C103H052.SB": b"mp3 two"}
    (tmp_path / "queen.1c").write_bytes(queen_bytes(files))
    assert unpack_archives(tmp_path) == 2
    assert files_below(tmp_path / "queen.1c") == {
        "speech/020001P2.mp3": b"mp3 one",
        "speech/C103H052.mp3": b"mp3 two",
    }


def test_audio_is_told_by_its_suffix():
    assert is_audio("x/A.OGG")
    assert not is_audio("x/ogg")


@pytest.mark.parametrize("far", [0, 9_000_000])
def test_speech_of_the_steel_sky_becomes_sound_files(tmp_path, far):
    plain = bytes(range(256)) * 10
    packed = rnc_bytes([[(plain, 256, 500), (b"", 0, 0)]], 3_060)
    index, data = sky_bytes(
        {100: plain, 50_001: plain, 50_002: packed, 50_003: b"short", 50_004: packed[:90]}, far
    )
    (tmp_path / "sky.dnr").write_bytes(index)
    (tmp_path / "sky.dsk").write_bytes(data)
    assert unpack_archives(tmp_path) == 2
    folder = tmp_path / "sky.dsk" / "speech"
    assert sorted(path.name for path in folder.iterdir()) == ["50001.wav", "50002.wav"]
    heard, rate_hz = soundfile.read(folder / "50002.wav", dtype="float32")
    assert rate_hz == 11_025
    expected = np.frombuffer(plain + plain[:500], np.uint8) / 128 - 1
    np.testing.assert_allclose(heard, expected, atol=1e-6)


def test_a_sky_without_its_index_is_left(tmp_path):
    (tmp_path / "sky.dsk").write_bytes(b"data")
    assert unpack_archives(tmp_path) == 0
