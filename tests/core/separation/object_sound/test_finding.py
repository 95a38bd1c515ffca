"""A box on the picture becomes a region of the sound."""

import json
from pathlib import Path

import numpy as np
import pytest
import soundfile

from cass_core.cli import main
from cass_core.clips import SampleSpan
from cass_core.errors import MediaError, ModelError, SettingsError
from cass_core.media.sound.float_wave import FloatWaveReader
from cass_core.programme.decoding import decode_to_file
from cass_core.programme.opened_movie import OpenedMovie
from cass_core.relayed import result_of
from cass_core.repair.grid import Grid
from cass_core.repair.masked_sound import MaskedSound
from cass_core.request.object_query import ObjectQuery, PictureBox
from cass_core.separation.object_sound.finding import find_object_sound
from cass_core.separation.object_sound.mask_region import region_of_mask
from tests.helpers.media.movies import Sound, write_movie
from tests.helpers.separation.davis_small import (
    LEFT,
    RIGHT,
    random_network,
    saved,
    trained_network,
    two_things_movie,
)

SPAN = SampleSpan(24_000, 96_000)


@pytest.fixture(scope="module")
def film(tmp_path_factory):
    return two_things_movie(tmp_path_factory.mktemp("film") / "things.mov", 2.5)


@pytest.fixture(scope="module")
def model(tmp_path_factory):
    return saved(random_network(), tmp_path_factory.mktemp("model"))


def share_of(region, *sounds):
    """Energies of sounds that come through a region, by the energies that they have."""

    class Row:
        rate_hz, layout, num_channels, num_samples = 48_000, "mono", 1, len(sounds[0])

        def __init__(self, sound):
            self.sound = sound

        def read(self, span):
            rows = np.zeros((1, span.num_samples), np.float32)
            start, stop = max(span.start, 0), min(span.stop, len(self.sound))
            rows[0, start - span.start : stop - span.start] = self.sound[start:stop]
            return rows

    return [
        float((MaskedSound(Row(sound), region).read(SPAN) ** 2).sum())
        / float((sound[SPAN.start : SPAN.stop] ** 2).sum())
        for sound in sounds
    ]


def test_the_picture_decides_what_a_trained_network_finds(film, tmp_path):
    movie, red, blue = film
    network, losses = trained_network(60)
    assert np.mean(losses[-10:]) < 0.4 * losses[0]
    folder = saved(network, tmp_path / "model")
    (own_red, foreign_blue), (foreign_red, own_blue) = (
        share_of(
            result_of(find_object_sound(ObjectQuery(movie, SPAN, box, str(folder)))), red, blue
        )
        for box in (LEFT, RIGHT)
    )
    assert own_red > 1.5 * foreign_red
    assert own_blue > 1.5 * foreign_blue


def test_a_region_lies_in_the_span_and_depends_on_the_query_alone(film, model, tmp_path):
    movie = film[0]
    opened = OpenedMovie.open(movie)
    wave = tmp_path / "sound.wav"
    result_of(decode_to_file(opened.track, wave))
    query = ObjectQuery(movie, SPAN, LEFT, str(model), steps=3)
    again = ObjectQuery(movie, SPAN, LEFT, str(model), steps=3, decoded=wave)
    shares, steps = [], find_object_sound(query)
    while True:
        try:
            shares.append(next(steps))
        except StopIteration as end:
            region = end.value
            break
    assert shares == sorted(shares)
    assert len(shares) > 3
    assert 0.99 < shares[-1] <= 1
    assert region == result_of(find_object_sound(again, opened))
    hop = 2 * Grid(48_000).hop
    assert SPAN.start - hop <= region.span.start
    assert region.span.stop <= SPAN.stop + hop
    other = ObjectQuery(movie, SPAN, RIGHT, str(model), steps=3)
    assert region != result_of(find_object_sound(other))


def test_a_search_can_be_stopped(film, model):
    steps = find_object_sound(ObjectQuery(film[0], SPAN, LEFT, str(model), steps=50))
    for _ in range(12):
        next(steps)
    steps.close()


def test_what_cannot_be_asked_is_refused(film, model, tmp_path, monkeypatch):
    movie = film[0]

    def asked(**change):
        values = {"movie": movie, "span": SPAN, "box": LEFT, "model": str(model)} | change
        return result_of(find_object_sound(ObjectQuery(**values)))

    with pytest.raises(SettingsError, match=r"in 0\.1 to 300 s at once, not in 400\.0 s"):
        asked(span=SampleSpan(0, 400 * 48_000))
    sound = write_movie(tmp_path / "sound.wav", None, [Sound(np.zeros((2, 9600), np.float32))])
    with pytest.raises(MediaError, match=r"sound\.wav has no picture to look at"):
        asked(movie=sound, span=SampleSpan(0, 9600))
    with pytest.raises(ModelError, match="'starter' does not find the sound of what is seen"):
        asked(model="starter")
    monkeypatch.setenv("CASS_DATA", str(tmp_path))
    with pytest.raises(ModelError, match=r"get unet_best\.pth and frame_best\.pth of DAVIS-Flow"):
        asked(model=None)
    with pytest.raises(SettingsError, match="The box must lie inside the picture"):
        PictureBox(0.8, 0, 0.3, 0.5)


def test_a_mask_keeps_its_places_and_goes_on_above_its_band():
    grid, span = Grid(48_000), SampleSpan(48_000, 96_000)
    mask = np.zeros((101, 65), np.float32)  # 100 frames and 64 bins of 62.5 Hz a second
    mask[25:75, 32:] = 1.0
    region = region_of_mask(mask, 100.0, 62.5, span, grid)
    frames = range(48_000 // grid.hop, 96_000 // grid.hop)
    cells = region.mask(frames, range(grid.num_bins), grid)
    times = np.array(frames) * grid.hop / 48_000 - 1
    pitches = np.arange(grid.num_bins) * grid.bin_hz
    inside = (times > 0.27) & (times < 0.72)
    assert cells[np.ix_(inside, (pitches > 2100) & (pitches < 3900))].min() > 0.99
    assert cells[np.ix_(inside, pitches > 4100)].min() > 0.9
    assert cells[np.ix_(inside, pitches < 1900)].max() == 0
    assert cells[(times < 0.2) | (times > 0.8)].max() == 0
    assert region_of_mask(mask * 0.05, 100.0, 62.5, span, grid) is None


def test_the_command_writes_two_sounds_that_sum_to_the_programme(film, model, tmp_path, capsys):
    movie = film[0]
    asked = ["isolate", str(movie), "--from", "0.5", "--to", "2", "--box", "16,18,48,54", "-o"]
    asked += [str(tmp_path / "out"), "--model", str(model), "--json"]
    assert main(asked) == 0
    sound, rest, region = json.loads(capsys.readouterr().out)["files"]
    wave = tmp_path / "sound.wav"
    result_of(decode_to_file(OpenedMovie.open(movie).track, wave))
    (one, rate_hz), (other, _) = soundfile.read(sound), soundfile.read(rest)
    assert rate_hz == 48_000
    assert one.shape == other.shape == (72_000, 2)
    with FloatWaveReader(wave) as programme:
        np.testing.assert_allclose((one + other).T, programme.read(SPAN), atol=1e-6)
    assert json.loads(Path(region).read_text())["parts"][0]["shape"] == "cells"
    assert main(asked) == 2
    assert "use --overwrite" in capsys.readouterr().err
