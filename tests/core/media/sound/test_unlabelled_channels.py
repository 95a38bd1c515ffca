"""Channels that no label gives a loudspeaker: all alike, and none in the stems either."""

import struct
import subprocess

import av
import numpy as np
import pytest
import soundfile

from cass_core.dsp.loudness import layout_weights
from cass_core.media.files.probe import probe
from cass_core.media.sound.audio_reader import decode_audio, open_track
from cass_core.media.sound.flac_writer import FlacWriter
from cass_core.media.sound.wave_header import channel_mask
from cass_core.separation.channel_layout import downmix_gains
from tests.helpers.media.movies import noise, tones

pytestmark = pytest.mark.media

RATE_HZ = 48_000


def recorder_file(path, count, chunk=b"", text=""):
    """A WAV without a mask (format 1), perhaps with a chunk of notes."""
    soundfile.write(path, noise(0.1, channels=count).T, RATE_HZ, subtype="PCM_24")
    note = text.encode() + b"\0" * (len(text) % 2)
    if chunk:
        data = path.read_bytes() + chunk + struct.pack("<I", len(note)) + note
        path.write_bytes(data[:4] + struct.pack("<I", len(data) - 8) + data[8:])
    return path


def converted(path, count):
    """The same channels in another container, whose labels are taken away where it has any."""
    if path.suffix == ".w64":
        soundfile.write(path, noise(0.1, channels=count).T, RATE_HZ, "PCM_24", format="W64")
        return path
    source = recorder_file(path.with_suffix(".rec.wav"), count)
    command = ["ffmpeg", "-v", "error", "-i", source]
    if path.suffix == ".mxf":
        command += ["-f", "lavfi", "-i", "color=s=720x576:r=25:d=0.1", "-map", "1", "-map", "0"]
    subprocess.run([*command, "-c:a", "pcm_s24le", path], check=True)
    data = path.read_bytes()
    path.write_bytes(data.replace(b"chan", b"free") if path.suffix in (".mov", ".caf") else data)
    return path


def xml(names, field="NAME"):
    tracks = (
        f"<TRACK><CHANNEL_INDEX>{n}</CHANNEL_INDEX><INTERLEAVE_INDEX>{n}</INTERLEAVE_INDEX>"
        f"<{field}>{name}</{field}></TRACK>"
        for n, name in enumerate(names, 1)
    )
    return f"<BWFXML><TRACK_LIST>{''.join(tracks)}</TRACK_LIST></BWFXML>"


def assert_alike(path, count):
    track = open_track(path)
    assert (track.layout, track.is_labelled) == (f"{count} channels", False)
    assert probe(path).audio[0].layout == track.layout
    np.testing.assert_allclose(downmix_gains(track.layout, count), np.full(count, 1 / count))
    assert layout_weights(track.layout, count) == (1,) * count
    assert channel_mask(track.layout) == 0


@pytest.mark.parametrize("count", [3, 4, 6, 8, 16])
def test_tracks_of_a_recorder_weigh_alike(tmp_path, count):
    assert_alike(recorder_file(tmp_path / "a.wav", count), count)


@pytest.mark.parametrize("ending", ["mov", "caf", "mkv", "w64", "mxf"])
@pytest.mark.parametrize("count", [4, 6, 8])
def test_the_same_in_other_containers(tmp_path, ending, count):
    path = converted(tmp_path / f"a.{ending}", count)
    assert_alike(path, count)


@pytest.mark.parametrize(("layout", "comment"), [("6 channels", "0x0"), ("5.1", None)])
def test_flac_says_that_channels_have_no_places(tmp_path, layout, comment):
    shape = {"rate_hz": RATE_HZ, "layout": layout, "num_channels": 6}
    with FlacWriter(tmp_path / "a.flac", 16, **shape) as writer:
        writer.write(np.zeros((6, 100), np.int32))
    with av.open(str(tmp_path / "a.flac")) as container:
        assert container.metadata.get("WAVEFORMATEXTENSIBLE_CHANNEL_MASK") == comment
    track = open_track(tmp_path / "a.flac")
    assert (track.layout, track.is_labelled) == (layout, comment is None)


@pytest.mark.parametrize(
    ("names", "layout", "order"),
    [
        (("L", "R", "C", "LFE", "Ls", "Rs"), "5.1(side)", (0, 1, 2, 3, 4, 5)),
        (("Left", "Centre", "Right", "Ls", "Rs", "LFE"), "5.1(side)", (0, 2, 1, 5, 3, 4)),
        (("L", "R", "C", "S"), "4.0", (0, 1, 2, 3)),
    ],
)
@pytest.mark.parametrize("notes", ["iXML", "iXML function", "bext"])
def test_loudspeakers_in_the_notes_count(tmp_path, names, layout, order, notes):
    text = xml(names, "FUNCTION" if "function" in notes else "NAME")
    if notes == "bext":
        text = "".join(f"sTRK{n}={name}\r\n" for n, name in enumerate(names, 1)).ljust(602, "\0")
    path = recorder_file(tmp_path / "a.wav", len(names), notes[:4].encode(), text)
    track = open_track(path)
    assert (track.layout, track.is_labelled) == (layout, True)
    sound = np.concatenate(list(decode_audio(path)), axis=1)
    np.testing.assert_allclose(sound, noise(0.1, channels=len(names))[list(order)], atol=2**-23)


@pytest.mark.parametrize(
    "names",
    [
        ("Mix L", "Boom", "Lav 1", "Lav 2", "", ""),
        ("L", "R", "Boom", "Lav", "Lav 2", "Lav 3"),
        ("L", "L", "R", "R", "C", "C"),
        ("L", "R", "C"),
    ],
)
def test_microphones_are_no_loudspeakers(tmp_path, names):
    assert_alike(recorder_file(tmp_path / "a.wav", 6, b"iXML", xml(names)), 6)


def test_a_mask_is_believed_whatever_the_notes_say(tmp_path):
    path = tmp_path / "a.wav"
    with av.open(str(path), "w", format="wav") as output:
        stream = output.add_stream("pcm_s16le", rate=RATE_HZ, layout="5.1")
        frame = av.AudioFrame.from_ndarray(
            (tones(0.1, RATE_HZ, 6).T * 32767).astype(np.int16).reshape(1, -1), "s16", "5.1"
        )
        frame.sample_rate = RATE_HZ
        for packet in [*stream.encode(frame), *stream.encode(None)]:
            output.mux(packet)
    note = xml(["Boom"] * 6).encode()
    path.write_bytes(path.read_bytes() + b"iXML" + struct.pack("<I", len(note)) + note)
    assert (open_track(path).layout, open_track(path).is_labelled) == ("5.1", True)
