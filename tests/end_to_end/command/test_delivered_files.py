"""The files of `cass separate` as an editing program takes them: their place, format and bits."""

import json

import numpy as np
import pytest
import soundfile
from wavinfo import WavInfoReader

from cass_core.media.files.probe import probe
from cass_core.stem_names import STEMS
from tests.helpers.command_line import TRACKS, run_cass
from tests.helpers.media.movies import Picture, Sound, noise, write_movie
from tests.helpers.media.sound_chunks import bext, with_chunk

pytestmark = pytest.mark.media

HOUR = 3600 * 48_000


@pytest.fixture
def separate(capfd, tmp_path, model):
    def run(*more):
        sound = Sound(noise(1.0))
        movie = write_movie(tmp_path / "a.mov", Picture(1.0), [sound], timecode="01:00:00:00")
        out = tmp_path / "stems"
        more = ("--no-picture", "--json", *more)
        return out, run_cass(capfd, "separate", movie, "-o", out, "--model", model, *more)

    return run


@pytest.mark.parametrize(("more", "first"), [((), 0), (("--from", "01:00:00:10"), 19_200)])
def test_files_start_where_the_movies_timecode_says(separate, more, first):
    out, done = separate(*more)
    assert done.code == 0, done.err
    for track in TRACKS:
        assert probe(out / f"a_{track}.wav").time_reference == HOUR + first


def test_notes_of_the_recorder_are_carried_on(capfd, tmp_path, model):
    wave = write_movie(tmp_path / "a.wav", None, [Sound(noise(1.0))])
    notes = b"<BWFXML><SCENE>12A</SCENE><TAKE>3</TAKE><TAPE>A001</TAPE></BWFXML>"
    for kind, content in ((b"chna", bytes(4)), (b"iXML", notes), (b"bext", bext(HOUR, "boom"))):
        with_chunk(wave, kind, content)
    out = tmp_path / "stems"
    done = run_cass(capfd, "separate", wave, "-o", out, "--model", model, "--json")
    assert done.code == 0, done.err
    told = json.loads(done.out.splitlines()[-1])
    assert any("by ADM" in warning for warning in told["warnings"])
    assert told["encoding"] == "PCM_24"
    written = WavInfoReader(str(out / "a_FX.wav"), info_encoding="utf-8")
    assert (written.ixml.scene, written.ixml.take, written.ixml.tape) == ("12A", "3", "A001")
    assert written.bext.time_reference == HOUR


@pytest.mark.parametrize(("file_type", "bits"), [("wav", 16), ("wav", 32), ("flac", 24)])
def test_format_and_bits_can_be_chosen(separate, file_type, bits):
    _, done = separate("--format", file_type, "--bits", bits)
    assert done.code == 0, done.err
    told = json.loads(done.out.splitlines()[-1])
    subtype = "FLOAT" if bits == 32 else f"PCM_{bits}"
    assert told["encoding"] == ("FLOAT_32" if bits == 32 else subtype)
    assert told["integer_null_exact"] is (bits != 32)
    tracks = {}
    for track, path in told["files"].items():
        assert path.endswith(f"a_{track}.{file_type}")
        assert soundfile.info(path).subtype == subtype
        dtype = "float64" if bits == 32 else "int32"
        tracks[track] = soundfile.read(path, dtype=dtype, always_2d=True)[0].astype(np.float64)
    error = np.abs(tracks["MIX"] - sum(tracks[stem.value] for stem in STEMS)).max()
    assert error <= (1e-6 if bits == 32 else 0)


def test_format_that_cannot_hold_the_bits_is_refused_before_the_work(separate):
    out, done = separate("--format", "flac", "--bits", "32")
    assert done.code == 2
    assert done.refusals == ["cass: FLAC files hold 16 or 24 bits, not 32; choose one of them."]
    assert not out.exists()


def test_names_follow_a_template(separate):
    out, done = separate("--names", "{movie} {start} {rate} {bits} {stem}", "--from", "0.5")
    assert done.code == 0, done.err
    names = {path.name for path in out.glob("*.wav")}
    assert names == {f"a 01-00-00-12 48000 24 {track}.wav" for track in TRACKS}


@pytest.mark.parametrize(
    ("template", "words"),
    [("{movie}", "add {stem} to it"), ("{title}_{stem}", "no field {title}"), ("", "need a name")],
)
def test_a_template_that_cannot_name_the_files_is_refused_before_the_work(
    separate, template, words
):
    out, done = separate("--names", template)
    assert done.code == 2
    assert words in done.refusals[0]
    assert not out.exists()
