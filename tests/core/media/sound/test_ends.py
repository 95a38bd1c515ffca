"""What is said of a sound that ends before its file says, and what is not."""

from fractions import Fraction

import av
import numpy as np
import pytest
import soundfile

from cass_core.errors import MediaError
from cass_core.media.files.probe import probe
from cass_core.media.sound.audio_reader import decode_audio, open_track
from tests.helpers.media.movies import Picture, Sound, noise, write_movie

pytestmark = pytest.mark.media


def said(path, caplog):
    caplog.clear()
    for _ in decode_audio(path):
        pass
    return " ".join(caplog.messages)


@pytest.mark.parametrize("name", ["a.wav", "a.aiff", "a.caf", "rf64.wav", "a.w64"])
def test_a_cut_off_sound_file_is_said(tmp_path, caplog, name):
    options = {"rf64": "always"} if name == "rf64.wav" else {}
    path = write_movie(tmp_path / name, None, [Sound(noise(12.0), codec=kind(name))], None, None,
                       options)  # fmt: skip
    assert said(path, caplog) == ""
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 12])
    assert f"{name} is cut off: 1.00 s of 12.00 s are there" in said(path, caplog)
    path.write_bytes(path.read_bytes()[:-19_200])
    assert f"{name} is cut off: 0.90 s of 12.00 s are there" in said(path, caplog)


def kind(name):
    return "pcm_s16be" if name.endswith("aiff") else "pcm_s16le"


@pytest.mark.parametrize("size", [0, 0xFFFFFFFF, 0x7FFFFFFF << 1])
def test_what_was_written_into_a_pipe_is_not_cut_off(tmp_path, caplog, size):
    path = write_movie(tmp_path / "a.wav", None, [Sound(noise(0.5))])
    data = bytearray(path.read_bytes())
    place = data.index(b"data") + 4
    data[place : place + 4] = size.to_bytes(4, "little")
    path.write_bytes(data)
    assert "cut off" not in said(path, caplog)


def test_a_wav_in_the_other_byte_order_is_refused(tmp_path):
    path = write_movie(tmp_path / "a.wav", None, [Sound(noise(0.5))])
    path.write_bytes(b"RIFX" + path.read_bytes()[4:])
    with pytest.raises(MediaError, match=r"\(RIFX\), which cannot be read here; convert it"):
        probe(path)


def test_a_length_that_cannot_be_is_none(tmp_path, caplog):
    sound = noise(0.5).T
    soundfile.write(tmp_path / "a.w64", sound, 48_000, format="W64", subtype="MS_ADPCM")
    with av.open(str(tmp_path / "a.w64")) as container:
        assert container.streams.audio[0].duration > 1e15
    assert said(tmp_path / "a.w64", caplog) == ""
    assert probe(tmp_path / "a.w64").duration_s == 0
    assert open_track(tmp_path / "a.w64").num_samples_estimate == 0


@pytest.mark.parametrize("subtype", ["PCM_16", "PCM_24", "FLOAT"])
@pytest.mark.parametrize(("form", "endian"), [("W64", "FILE"), ("AIFF", "BIG"), ("AIFF", "LITTLE"),
                                              ("CAF", "LITTLE"), ("WAV", "BIG")])  # fmt: skip
def test_each_byte_order_is_read_right_or_refused(tmp_path, form, endian, subtype):
    if not soundfile.check_format(form, subtype, endian):
        pytest.skip("nobody writes it")
    path = tmp_path / f"a.{form.lower()}"
    soundfile.write(path, noise(0.1).T, 48_000, format=form, subtype=subtype, endian=endian)
    if form == "WAV" or (form, endian, subtype) == ("AIFF", "LITTLE", "PCM_24"):
        with pytest.raises(MediaError, match="convert it"):
            open_track(path)
    else:
        sound = np.concatenate(list(decode_audio(path)), axis=1)
        np.testing.assert_allclose(sound, noise(0.1), atol=2**-15)


@pytest.mark.parametrize("ending", ["ts", "mkv", "mov", "mp4", "vob"])
@pytest.mark.parametrize("start_s", [0, 26_000])
@pytest.mark.parametrize("late_s", [Fraction(0), Fraction(3)])
def test_a_late_start_is_no_early_end(tmp_path, caplog, ending, start_s, late_s):
    codec = "mpeg2video" if ending in ("ts", "vob") else "mpeg4"
    picture = Picture(4.0, codec=codec, start_s=Fraction(start_s))
    sound = Sound(noise(1.0), codec="ac3", start_s=start_s + late_s)
    path = write_movie(tmp_path / f"a.{ending}", picture, [sound])
    assert "declared end" not in said(path, caplog)
    assert open_track(path).num_samples_estimate < 6 * 48_000


def test_nothing_is_said_of_the_end_behind_a_restart(tmp_path, caplog):
    parts = [
        write_movie(tmp_path / f"{start}.ts", Picture(2.0, codec="mpeg2video", start_s=start),
                    [Sound(noise(2.0), codec="ac3", start_s=start)])
        for start in (Fraction(20), Fraction(500))
    ]  # fmt: skip
    path = tmp_path / "joined.ts"
    path.write_bytes(parts[0].read_bytes() + parts[1].read_bytes())
    words = said(path, caplog)
    assert "starts anew" in words
    assert "declared end" not in words
