from fractions import Fraction

import av
import numpy as np
import pytest

from app.benchmark.av_sync import PlayedFilm, figures_of, paired
from app.benchmark.flash_film import FLASH_LEVEL, flash_distance_s, write_flash_film


@pytest.mark.media
@pytest.mark.parametrize("fps", [Fraction(25), Fraction(24000, 1001)])
def test_every_flash_has_a_beep_at_its_very_time(tmp_path, fps):
    path = tmp_path / "film.mov"
    write_flash_film(path, fps, 12)
    with av.open(str(path)) as film:
        flashes = [
            frame.pts * frame.time_base
            for frame in film.decode(video=0)
            if frame.reformat(64, 36, "gray").to_ndarray().mean() > FLASH_LEVEL
        ]
    with av.open(str(path)) as film:
        sound = np.concatenate([frame.to_ndarray()[0, ::2] for frame in film.decode(audio=0)])
    loud = np.flatnonzero(np.abs(sound.astype(int)) > 10_000)
    beeps = loud[np.diff(loud, prepend=-48_000) > 20_000]
    assert len(flashes) == len(beeps) == 20
    assert flashes == [number * flash_distance_s(fps) for number in range(20)]
    assert [round(time_s * 48_000) for time_s in flashes] == beeps.tolist()


def test_flashes_are_paired_with_the_nearest_beep():
    film = PlayedFilm((9.9, 11.01, 12.02, 14.03), 0.99, 0, 0.1, 0.3)
    report = paired(25.0, np.array([10.0, 11.0, 12.0, 13.0, 14.0]), film, 0.001)
    assert report.offsets_s == pytest.approx((0.01, 0.02, 0.03))
    assert report.beeps_s == pytest.approx((1.0, 2.0, 4.0))
    assert report.num_missed == 1
    figures = {figure.name: figure for figure in figures_of(report)}
    assert figures["picture against sound at 25 fps, mean"].value == pytest.approx(0.5)
    assert figures["its largest"].value == pytest.approx(0.75)
    assert figures["flashes that were not seen"].value == pytest.approx(25)
    assert report.drift_s == pytest.approx(0.02)
