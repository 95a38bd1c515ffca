import numpy as np
import pytest

from app.playback.engine.mixer import MixSettings
from app.playback.engine.sound_tracks import SoundTracks
from cass_core.clips import AudioClip, SampleSpan
from cass_core.media.sound.array_source import ArraySource
from cass_core.stems.patched_stems import PatchedStems
from cass_core.stems.rebalance import StemGain
from cass_core.stems.stem_writer import StemSetWriter
from tests.helpers.playback.playback_rig import RATE_HZ, Rig, balance, noise_stems, tracks_of
from tests.helpers.project.tiny_stems import identity

FADE = RATE_HZ // 100


def test_a_take_that_grows_while_it_plays_is_never_heard_to_begin(tmp_path):
    """At unity the mixture comes out whether it is separated yet or not, sample for sample."""
    stems = noise_stems(48_000)
    mixture = stems.sum(axis=0)
    source = ArraySource(AudioClip(mixture, RATE_HZ, "stereo"))
    with StemSetWriter.create_or_resume(tmp_path, identity(48_000), resume=False) as writer:
        writer.append(0, stems[..., :10_000], mixture[:, :10_000])
        with PatchedStems.open([tmp_path]) as patched:
            rig = Rig(SoundTracks(source, patched, RATE_HZ, "stereo", 48_000))
            rig.play(0)
            out = [rig.pull(0.1)]
            for stop in (15_000, 30_000, 48_000):
                here = slice(writer.position, stop)
                writer.append(writer.position, stems[..., here], mixture[:, here])
                patched.refresh()
                rig.play(0, goes_on=True)
                out.append(rig.pull(0.2))
    heard = np.concatenate(out, axis=1)
    assert np.abs(heard - mixture[:, : heard.shape[1]])[:, FADE:].max() < 1e-6


def test_what_is_separated_meanwhile_is_heard_soon(tmp_path):
    stems = noise_stems(96_000)
    half = tracks_of(stems, covered=(SampleSpan(0, 12_000),))
    solo = MixSettings(balance(StemGain(soloed=True)))
    rig = Rig(half, settings=solo)
    rig.play(0)
    rig.pull(0.4)
    rig.play(0, tracks=tracks_of(stems), goes_on=True)
    silent = rig.pull(0.1)
    heard = rig.pull(0.2)
    assert not silent.any()  # behind sample 12000 nothing is separated yet
    begin = 24_000
    wanted = stems[0][:, begin : begin + heard.shape[1]]
    assert np.abs(heard - wanted)[:, FADE:].max() < 1e-6


@pytest.mark.parametrize(
    ("layout", "channels", "outputs", "shape"),
    [
        ("mono", 1, 2, (2, 1)),
        ("5.1", 6, 2, (2, 6)),
        ("5.1", 6, 8, (8, 6)),
        ("6 channels", 6, 2, (2, 6)),
        ("no such layout", 3, 2, (2, 3)),
    ],
)
def test_any_layout_reaches_any_device(layout, channels, outputs, shape):
    stems = noise_stems(4800, num_channels=channels)
    rig = Rig(tracks_of(stems, layout=layout), num_channels=outputs)
    order = rig.play(0).plan
    assert order.matrix.shape == shape
    assert np.abs(rig.pull(0.05)).max() > 0
