"""Channels in any order of a file come by name in the order of WAV files, and crash nothing."""

import subprocess
import sys

import numpy as np
import pytest
from av.audio.layout import AudioLayout

from cass_core.media.files.layout_names import channel_names
from cass_core.media.files.probe import probe
from cass_core.media.sound.audio_reader import decode_audio, open_track
from cass_core.media.sound.wave_header import channel_mask

pytestmark = pytest.mark.media

RATE_HZ = 48_000
LENGTH = 4800
# what FFmpeg writes, by ending and layout: names in the order of the file, mask of a WAV of it
FILES = {
    ("mov", "5.1"): ("FL FR FC LFE BL BR", 0x3F),
    ("mov", "5.1(side)"): ("FL FR FC LFE SL SR", 0x60F),
    ("mov", "7.1"): ("FL FR FC LFE SL SR BL BR", 0x63F),
    ("mov", "6.1"): ("FL FR FC LFE SL SR BC", 0x70F),
    ("mov", "7.1(wide)"): ("FL FR FC LFE BL BR FLC FRC", 0xFF),
    ("caf", "5.1(side)"): ("FL FR FC LFE SL SR", 0x60F),
    ("caf", "7.1"): ("FL FR FC LFE SL SR BL BR", 0x63F),
    ("caf", "6.1"): ("FL FR FC LFE BC SL SR", 0x70F),
    ("wav", "7.1"): ("FL FR FC LFE BL BR SL SR", 0x63F),
}
_LABELS = {"FL": 1, "FR": 2, "FC": 3, "LFE": 4, "BL": 5, "BR": 6}  # Core Audio's


def write_levels(path, layout, codec="pcm_s16le"):
    """A file each of whose channels has its own constant level."""
    levels = "|".join(f"{(k + 1) / 16}" for k in range(AudioLayout(layout).nb_channels))
    source = f"aevalsrc={levels}:c={layout}:s={RATE_HZ}:d={LENGTH / RATE_HZ}"
    command = ["ffmpeg", "-v", "error", "-f", "lavfi", "-i", source, "-c:a", codec, path]
    subprocess.run(command, check=True)
    return path


def relabelled(path, names):
    """A CAF whose channels have other names."""
    data = path.read_bytes()
    place = data.index(b"chan")
    size = int.from_bytes(data[place + 4 : place + 12])
    content = bytes(8) + len(names).to_bytes(4)
    content += b"".join(_LABELS[name].to_bytes(4) + bytes(16) for name in names)
    chunk = b"chan" + len(content).to_bytes(8) + content
    path.write_bytes(data[:place] + chunk + data[place + 12 + size :])
    return path


def levels_by_name(path, names):
    """The names and levels of the decoded channels, and what they should be."""
    sound = np.concatenate(list(decode_audio(path)), axis=1)[:, LENGTH // 2]
    expected = {name: (place + 1) / 16 for place, name in enumerate(names)}
    found = dict(zip(channel_names(open_track(path).layout), sound, strict=True))
    return found, {name: pytest.approx(level, abs=2**-14) for name, level in expected.items()}


@pytest.mark.parametrize(("ending", "layout"), list(FILES))
def test_channels_come_in_the_order_of_wav_files(tmp_path, ending, layout):
    path = write_levels(tmp_path / f"a.{ending}", layout)
    names, mask = FILES[ending, layout]
    code = (
        "import sys, gc\n"
        "from cass_core.media.files.probe import probe\n"
        "from cass_core.media.sound.audio_reader import decode_audio\n"
        "for _ in range(20):\n"
        "    probe(sys.argv[1])\n"
        "    blocks = decode_audio(sys.argv[1]); next(blocks); blocks.close(); gc.collect()\n"
    )
    # a foreign library that ends its process shall not end the tests
    subprocess.run([sys.executable, "-c", code, path], check=True)
    track = open_track(path)
    assert probe(path).audio[0].layout == track.layout
    assert channel_mask(track.layout) == mask
    found, expected = levels_by_name(path, names.split())
    assert found == expected


@pytest.mark.parametrize(
    "names",
    ["FL FC FR BL BR LFE", "FC FL FR BL BR LFE", "FL FR BL BR FC LFE", "LFE FL FR FC BL BR"],
)
def test_film_orders(tmp_path, names):
    path = relabelled(write_levels(tmp_path / "a.caf", "5.1(side)"), names.split())
    assert open_track(path).layout == "5.1"
    found, expected = levels_by_name(path, names.split())
    assert found == expected


def test_channels_of_one_name_are_none(tmp_path):
    path = relabelled(
        write_levels(tmp_path / "a.caf", "5.1(side)"), ["FL", "FL", "FR", "FR", "FC", "FC"]
    )
    assert open_track(path).num_channels == 6
    sound = np.concatenate(list(decode_audio(path)), axis=1)[:, LENGTH // 2]
    np.testing.assert_allclose(sound, np.arange(1, 7) / 16, atol=2**-14)


@pytest.mark.parametrize("channels", [(0,), (4, 5), (6, 7), (2, 3, 7)])
def test_single_channels_are_counted_in_that_order(tmp_path, channels):
    path = write_levels(tmp_path / "a.mov", "7.1")
    sound = np.concatenate(list(decode_audio(path, 0, channels)), axis=1)
    file_order = (0, 1, 2, 3, 6, 7, 4, 5)  # the surrounds stand before the backs
    np.testing.assert_allclose(
        sound[:, 100], [(file_order[channel] + 1) / 16 for channel in channels], atol=2**-14
    )
