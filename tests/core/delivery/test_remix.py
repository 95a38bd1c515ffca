"""The remix beside the picture: same packets, same place, same timecode, or no file at all."""

import subprocess
from fractions import Fraction

import av
import numpy as np
import pytest
from av.audio.layout import AudioLayout

from cass_core.clips import SampleSpan
from cass_core.delivery.export_request import MovieExport
from cass_core.delivery.remix import MOVIE_TRACK, export_movie
from cass_core.errors import OutputError, SettingsError
from cass_core.media.files.probe import probe
from cass_core.media.remux import movie_check, muxer, sound_encoder
from cass_core.media.remux.movie_formats import MKV, MOV, MP4, MP4_ALAC, MXF, fitting_formats
from cass_core.media.sound.audio_reader import open_track
from cass_core.stems.rebalance import Rebalance, StemGain
from tests.helpers.media.movies import Picture, Sound, beeps, noise, write_movie
from tests.helpers.project.remixed_movies import (
    decoded,
    lag,
    picture_hashes,
    remixed,
    shown,
    stems_of,
)

pytestmark = pytest.mark.media

B_FRAMES = {"bf": "2", "g": "12"}
FILM, NTSC = Fraction(24000, 1001), Fraction(30000, 1001)


def picture(fps=Fraction(25), **values):
    return Picture(1.0, fps, codec="libx264", options=B_FRAMES, **values)


@pytest.mark.parametrize(
    ("ending", "codec", "chosen"),
    [
        ("mp4", "aac", MP4),
        ("mp4", "aac", MP4_ALAC),
        ("mp4", "aac", MOV),
        ("mp4", "aac", MKV),
        ("mov", "pcm_s24le", MOV),
        ("mov", "pcm_s24le", MP4),
        ("mkv", "flac", MKV),
        ("mkv", "pcm_s16le", MOV),
        ("mkv", "aac", MP4),
    ],
)
@pytest.mark.parametrize(
    ("fps", "timecode"), [(FILM, "01:00:00:00"), (NTSC, "00:59:58;00"), (Fraction(25), None)]
)
def test_pictures_sound_and_timecode(tmp_path, ending, codec, chosen, fps, timecode):
    movie = tmp_path / f"Szene 7 – Straße.{ending}"
    write_movie(movie, picture(fps), [Sound(noise(1.0), codec=codec)], timecode=timecode)
    target = tmp_path / f"neu{chosen.suffix}"
    expected, result = remixed(movie, target, chosen)
    assert picture_hashes(target) == picture_hashes(movie)
    assert len(picture_hashes(movie)) == round(fps)
    info = probe(target)
    assert info.start_timecode == timecode
    assert [stream.codec for stream in info.audio] == [chosen.codec]
    sound = decoded(target)
    if chosen.is_lossless:
        np.testing.assert_array_equal(
            np.rint(sound.astype(np.float64) * 2**23), np.rint(expected.astype(np.float64) * 2**23)
        )
    else:
        assert lag(expected[0], sound[0]) == 0
    before, after = (open_track(path).start_s - probe(path).video[0].start_s
                     for path in (movie, target))  # fmt: skip
    is_exact = "mkv" not in (ending, chosen.key)  # which counts in thousandths
    assert abs(before - after) <= (Fraction(1, 48_000) if is_exact else Fraction(1, 1000))
    assert result.encodings[MOVIE_TRACK] == chosen.label


@pytest.mark.parametrize("chosen", [MOV, MKV, MP4, MP4_ALAC])
@pytest.mark.parametrize("audio_s", [Fraction(0), Fraction(1, 2)])
@pytest.mark.parametrize("picture_s", [Fraction(0), Fraction(1, 5)])
def test_late_sound_and_late_picture_stay_together(tmp_path, chosen, audio_s, picture_s):
    movie = tmp_path / "late.mov"
    sound = Sound(beeps((0.3, 0.7), 1.0), start_s=audio_s)
    write_movie(movie, picture(start_s=picture_s), [sound], timecode="01:00:00:00")
    target = tmp_path / f"neu{chosen.suffix}"
    expected, _ = remixed(movie, target, chosen)
    assert picture_hashes(target) == picture_hashes(movie)
    starts = []
    for path, samples in ((movie, decoded(movie)), (target, decoded(target))):
        peak = np.argmax(np.abs(samples[0]) > 0.05)  # the first beep
        on_clock = open_track(path).start_s + Fraction(int(peak), 48_000)
        starts.append(float(on_clock - probe(path).video[0].start_s))
    # containers that count in thousandths round; an encoder with losses starts a beep a bit early
    assert abs(starts[0] - starts[1]) <= (0.0011 if chosen.is_lossless else 0.003)
    if chosen is MOV:
        assert starts[0] == pytest.approx(starts[1], abs=1 / 48_000)
    assert len(expected[0]) > 0


def test_other_tracks_titles_and_chapters_are_kept(tmp_path):
    plain = write_movie(
        tmp_path / "plain.mkv",
        picture(),
        [
            Sound(noise(1.0, seed=1), codec="aac", language="eng"),
            Sound(noise(1.0, seed=2), codec="aac", language="deu", title="Deutsch"),
            Sound(noise(1.0, seed=3), codec="aac", language="fra"),
        ],
    )
    text, notes = tmp_path / "a.srt", tmp_path / "a.txt"
    text.write_text("1\n00:00:00,100 --> 00:00:00,900\nHallo\n")
    notes.write_text(";FFMETADATA1\ntitle=Mein Film\n[CHAPTER]\nTIMEBASE=1/1000\nSTART=0\n"
                     "END=500\ntitle=Eins\n[CHAPTER]\nTIMEBASE=1/1000\nSTART=500\nEND=1000\n"
                     "title=Zwei\n")  # fmt: skip
    movie = tmp_path / "movie.mkv"
    subprocess.run(
        ["ffmpeg", "-v", "error", "-i", plain, "-i", text, "-i", notes, "-map", "0", "-map", "1",
         "-map_metadata", "2", "-map_chapters", "2", "-c", "copy", "-c:s", "srt", movie],
        check=True,
    )  # fmt: skip
    expected, result = remixed(movie, tmp_path / "neu.mkv", MKV, stream=1)
    found = shown(tmp_path / "neu.mkv")
    kinds = [(s["codec_type"], s["codec_name"]) for s in found["streams"]]
    assert kinds == [("video", "h264"), ("audio", "aac"), ("audio", "flac"), ("audio", "aac"),
                     ("subtitle", "subrip")]  # fmt: skip
    tags = [stream["tags"] for stream in found["streams"]]
    assert [tag.get("language") for tag in tags][1:4] == ["eng", "deu", "fra"]
    assert tags[2]["title"] == "Deutsch"
    assert [c["tags"]["title"] for c in found["chapters"]] == ["Eins", "Zwei"]
    assert found["format"]["tags"]["title"] == "Mein Film"
    assert result.notices == ()
    np.testing.assert_allclose(decoded(tmp_path / "neu.mkv", 1), expected, atol=2**-23)
    for number in (0, 2):
        np.testing.assert_array_equal(decoded(movie, number), decoded(tmp_path / "neu.mkv", number))
    # what MOV cannot hold is left out and said
    _, result = remixed(movie, tmp_path / "neu.mov", MOV, stream=1)
    assert "a subtitle track" in result.notices[0]
    languages = [s.get("tags", {}).get("language") for s in shown(tmp_path / "neu.mov")["streams"]]
    assert languages[1:4] == ["eng", "ger", "fra"]


def test_prores_keeps_its_four_letters_and_its_timecode(tmp_path):
    movie = tmp_path / "a.mov"
    command = ["ffmpeg", "-v", "error", "-f", "lavfi", "-i", "testsrc2=s=320x180:r=24000/1001:d=1"]
    sound = ["-f", "lavfi", "-i", "sine=d=1:r=48000", "-c:a", "pcm_s24le", "-ac", "2"]
    codec = ["-c:v", "prores_ks", "-profile:v", "3", "-timecode", "01:00:00:00"]
    subprocess.run([*command, *sound, *codec, movie], check=True)
    remixed(movie, tmp_path / "neu.mov", MOV)
    stream = shown(tmp_path / "neu.mov")["streams"][0]
    assert (stream["codec_name"], stream["codec_tag_string"]) == ("prores", "apch")
    assert probe(tmp_path / "neu.mov").start_timecode == "01:00:00:00"
    with pytest.raises(OutputError, match="MP4 files cannot hold a picture of the kind prores"):
        remixed(movie, tmp_path / "neu.mp4", MP4)


@pytest.mark.parametrize("chosen", [MOV, MKV])
@pytest.mark.parametrize(("ending", "codec"), [("mxf", "mpeg2video"), ("ts", "libx264")])
def test_containers_that_come_back_as_others(tmp_path, chosen, ending, codec):
    movie = tmp_path / f"a.{ending}"
    timecode = "10:00:00:00" if ending == "mxf" else None
    sound = Sound(noise(1.0), codec="pcm_s16le" if ending == "mxf" else "aac")
    write_movie(movie, Picture(1.0, codec=codec, options=B_FRAMES), [sound], timecode=timecode)
    _, result = remixed(movie, tmp_path / f"neu{chosen.suffix}", chosen)
    said = {"mxf": "goes unchanged from MXF into", "ts": "TS files cannot be written here"}
    assert said[ending] in result.notices[0]
    assert probe(result.paths[MOVIE_TRACK]).start_timecode == timecode
    assert fitting_formats(probe(movie))[0] is {"mxf": MXF, "ts": MOV}[ending]


def test_hidden_pictures_before_an_edit(tmp_path):
    whole = write_movie(tmp_path / "a.mp4", Picture(2.0, codec="libx264", options=B_FRAMES),
                        [Sound(noise(2.0), codec="aac")], timecode="10:00:00:00")  # fmt: skip
    movie = tmp_path / "cut.mp4"
    subprocess.run(["ffmpeg", "-v", "error", "-ss", "0.7", "-i", whole, "-c", "copy", movie],
                   check=True)  # fmt: skip
    remixed(movie, tmp_path / "neu.mp4", MP4)
    remixed(movie, tmp_path / "neu.mov", MOV)
    with pytest.raises(OutputError, match="choose MOV or MP4"):
        remixed(movie, tmp_path / "neu.mkv", MKV)
    assert not (tmp_path / "neu.mkv").exists()


@pytest.mark.parametrize("layout", ["5.1", "7.1"])
@pytest.mark.parametrize("chosen", [MOV, MKV, MP4])
def test_many_channels_in_order(tmp_path, layout, chosen):
    channels = int(layout[0]) + 1
    level = np.arange(1, channels + 1)[:, None] / 10
    samples = (level * np.sin(np.arange(48_000) / 150)).astype(np.float32)
    movie = write_movie(tmp_path / "a.mov", picture(),
                        [Sound(samples, layout=layout, codec="pcm_s24le")])  # fmt: skip
    expected, _ = remixed(movie, tmp_path / f"neu{chosen.suffix}", chosen)
    track = open_track(tmp_path / f"neu{chosen.suffix}")
    assert track.layout == layout
    loudness = decoded(track.path)[:, :48_000].std(axis=1)
    np.testing.assert_allclose(loudness, expected.std(axis=1), rtol=0.1)


@pytest.mark.parametrize(
    ("layout", "number"),
    [("mono", 1), ("stereo", 2), ("5.0(side)", 5), ("5.1", 6), ("5.1(side)", 6), ("7.1", 7)],
)
def test_aac_has_the_standard_channels(tmp_path, layout, number):
    channels = AudioLayout(layout).nb_channels
    level = np.arange(1, channels + 1)[:, None] / 10
    samples = (level * np.sin(np.arange(48_000) / 150)).astype(np.float32)
    sound = Sound(samples, layout=layout, codec="pcm_s24le")
    movie = write_movie(tmp_path / "a.mov", picture(), [sound])
    expected, _ = remixed(movie, tmp_path / "neu.mp4", MP4)
    with av.open(str(tmp_path / "neu.mp4")) as container:
        extra = container.streams.audio[0].codec_context.extradata
    # the channel configuration of the AudioSpecificConfig; 0 is a private table
    assert extra[1] >> 3 & 0xF == number
    loudness = decoded(tmp_path / "neu.mp4")[:, :48_000].std(axis=1)
    np.testing.assert_allclose(loudness, expected.std(axis=1), rtol=0.1)


LOUD = Rebalance((StemGain(12.0), StemGain(12.0), StemGain(12.0)), 12.0)


@pytest.mark.parametrize(
    ("chosen", "codec"), [(MOV, "pcm_f32le"), (MKV, "pcm_f32le"), (MP4, "aac")]
)
def test_remix_over_full_scale_is_kept_whole(tmp_path, chosen, codec):
    movie = write_movie(tmp_path / "a.mov", picture(), [Sound(noise(1.0))])
    expected, result = remixed(movie, tmp_path / f"neu{chosen.suffix}", chosen, LOUD)
    assert "passes full scale by" in result.notices[0]
    assert probe(result.paths[MOVIE_TRACK]).audio[0].codec == codec
    if chosen.is_lossless:
        np.testing.assert_array_equal(decoded(result.paths[MOVIE_TRACK]), expected)


def test_remix_over_full_scale_is_turned_down_where_told(tmp_path):
    movie = write_movie(tmp_path / "a.mov", picture(), [Sound(noise(1.0))])
    _, result = remixed(movie, tmp_path / "neu.mov", MOV, LOUD, overs="lower")
    assert "turned down" in result.notices[0]
    assert 0.999 < np.abs(decoded(tmp_path / "neu.mov")).max() < 1
    with pytest.raises(OutputError, match="cannot hold"):
        remixed(movie, tmp_path / "neu.mp4", MP4_ALAC, LOUD)


@pytest.mark.parametrize("steps", [0, 1, 2, 20, 60])
def test_cancelled_export_leaves_nothing(tmp_path, steps):
    folder = tmp_path / "out"
    movie = write_movie(tmp_path / "a.mov", picture(), [Sound(noise(1.0))])
    _, reader, info = stems_of(movie)
    progress = export_movie(MovieExport(movie, 0, folder / "b.mov", MOV), reader, info)
    for _ in range(steps):
        next(progress)
    progress.close()
    assert not folder.exists() or not list(folder.iterdir())


def test_the_movie_itself_and_other_files_are_safe(tmp_path):
    movie = write_movie(tmp_path / "a.mov", picture(), [Sound(noise(1.0))])
    before = movie.read_bytes()
    with pytest.raises(SettingsError, match="the movie itself"):
        remixed(movie, movie, MOV, overwrite=True)
    (tmp_path / "b.mov").write_bytes(b"former")
    with pytest.raises(OutputError, match="exists already"):
        remixed(movie, tmp_path / "b.mov", MOV)
    assert movie.read_bytes() == before
    assert (tmp_path / "b.mov").read_bytes() == b"former"
    remixed(movie, tmp_path / "b.mov", MOV, overwrite=True)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a.mov", "b.mov"]


def test_what_cannot_be_done_is_said_first(tmp_path):
    sound = write_movie(tmp_path / "a.wav", None, [Sound(noise(1.0))])
    with pytest.raises(SettingsError, match="has no picture"):
        remixed(sound, tmp_path / "b.mov", MOV)
    movie = write_movie(tmp_path / "a.mov", picture(), [Sound(noise(1.0))])
    _, reader, info = stems_of(movie)
    reader.covered = (SampleSpan(0, 24_000),)
    with pytest.raises(SettingsError, match="not separated"):
        list(export_movie(MovieExport(movie, 0, tmp_path / "b.mov", MOV), reader, info))


def shifted(name):
    """A property or function that is wrong on purpose, as (owner, name, wrong value)."""
    frame, timecode = sound_encoder.SoundEncoder._frame, muxer._set_timecode
    return {
        "picture": (movie_check, "_digest", lambda packet: id(packet)),
        "sound": (sound_encoder.SoundEncoder, "_frame", lambda self, block: frame(self, block + 1)),
        "sync": (sound_encoder.NewSound, "start_sample", property(lambda self: 480)),
        "timecode": (muxer, "_set_timecode", lambda output, _: timecode(output, "02:00:00:00")),
    }[name]


@pytest.mark.parametrize(("chosen", "new_bytes"), [(MOV, 48_000 * 2 * 3), (MKV, 0)])
def test_room_is_asked_for_before_the_work(tmp_path, monkeypatch, chosen, new_bytes):
    movie = write_movie(tmp_path / "a.mov", picture(), [Sound(noise(1.0))])
    _, reader, info = stems_of(movie)
    steps = export_movie(MovieExport(movie, 0, tmp_path / "b.x", chosen), reader, info)
    needed = movie.stat().st_size + new_bytes
    monkeypatch.setattr("cass_core.programme.disk_room.free_bytes", lambda _: needed - 1)
    monkeypatch.setattr(reader, "read", None)
    with pytest.raises(OutputError, match="are free; make room"):
        next(steps)
    assert [path.name for path in tmp_path.iterdir()] == ["a.mov"]


@pytest.mark.parametrize("spoiled", ["picture", "sound", "sync", "timecode"])
def test_files_that_read_back_wrong_are_never_published(tmp_path, monkeypatch, spoiled):
    movie = write_movie(tmp_path / "a.mov", picture(), [Sound(noise(1.0))],
                        timecode="01:00:00:00")  # fmt: skip
    monkeypatch.setattr(*shifted(spoiled))
    with pytest.raises(OutputError, match=f"The {spoiled} of a.mov does not come through"):
        remixed(movie, tmp_path / "b.mov", MOV)
    assert [path.name for path in tmp_path.iterdir()] == ["a.mov"]
