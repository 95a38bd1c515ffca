"""How often the right face is marked in planted scenes, and who is marked in real clips."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from fractions import Fraction
from pathlib import Path
from tempfile import TemporaryDirectory

import numpy as np
import numpy.typing as npt

from cass_core.decibels import db_to_amplitude
from cass_core.evaluation.speakers.lr_asd import LrAsd
from cass_core.evaluation.speakers.marks import NOBODY, Marks, network_speaker, sides
from cass_core.evaluation.speakers.planted_scenes import PlantedScene, write_picture
from cass_core.relayed import result_of
from cass_core.visual.feature_layout import FEATURE_FPS
from cass_core.visual.heard_picture import PictureSound, load_picture
from cass_core.visual.picture_settings import PictureSettings
from cass_core.visual.speaking.voice_levels import VOICE, voice_levels

OWN, NETWORK = "mouth and sound", "LR-ASD"
_AROUND_TURN = 12  # rows; what is said there is not counted
_PAUSE_DB = 20.0  # below the loud rows: nobody speaks
_SMOOTH_ROWS = 9


@dataclass(frozen=True)
class SpeakerRow:
    """One scene by one judge.

    Attributes:
        scene: its name.
        kind: of the scene.
        judge: `OWN` or `NETWORK`.
        right: share of the rows with speech in which the face that speaks is marked.
        wrong: share in which another one is.
        turn_s: time after the turn at which the other face is marked; None without one.
    """

    scene: str
    kind: str
    judge: str
    right: float
    wrong: float
    turn_s: float | None


def score_scene(
    scene: PlantedScene, settings: PictureSettings, network: LrAsd | None
) -> Iterator[SpeakerRow]:
    """Analyse a scene as a movie is analysed, and compare the marks with the truth.

    Args:
        scene: what is shown and heard.
        settings: how to look; nothing is kept.
        network: the second judge, if any.

    Yields:
        SpeakerRow: of each judge.
    """
    with TemporaryDirectory(prefix="cass-speakers-") as folder:
        movie = Path(folder) / "scene.mkv"
        write_picture(scene, movie)
        looked = replace(settings, cache_folder=Path(folder) / "cache")
        picture = load_picture(movie, looked, sound=PictureSound("0", scene.source))
        tracks = picture.tracks
        if tracks is None:
            return
        found = {OWN: tracks.speaker}
        if network is not None:
            found[NETWORK] = network_speaker(network, movie, tracks, scene.sound, Fraction(0))
        speaks = speaking_rows(scene)
        for judge, speaker in found.items():
            yield scored(scene, judge, sides(tracks.records, speaker), speaks)


def speaking_rows(scene: PlantedScene) -> npt.NDArray[np.bool_]:
    """(row,) whether somebody is heard, and it is not the moment of a turn."""
    levels = result_of(voice_levels(scene.source, 0.0, len(scene.speaker)))
    kernel = np.ones(_SMOOTH_ROWS) / _SMOOTH_ROWS
    power = np.convolve(np.square(levels[VOICE]), kernel, "same")
    speaks = np.asarray(power > np.percentile(power, 95) * db_to_amplitude(-2 * _PAUSE_DB))
    for turn in np.flatnonzero(np.diff(scene.speaker)) + 1:
        speaks[max(turn - _AROUND_TURN, 0) : turn + _AROUND_TURN] = False
    return speaks


def scored(
    scene: PlantedScene, judge: str, marked: Marks, speaks: npt.NDArray[np.bool_]
) -> SpeakerRow:
    """Compare marks with the truth.

    Args:
        scene: with the truth.
        judge: whose marks they are.
        marked: (row,) 0 left, 1 right, -1 nobody.
        speaks: (row,) whether a row counts.

    Returns:
        The row.
    """
    truth = scene.speaker
    right = marked[speaks] == truth[speaks]
    wrong = ~right & (marked[speaks] != NOBODY)
    turn_s = None
    for turn in np.flatnonzero(np.diff(truth)) + 1:
        later = np.flatnonzero(marked[turn:] == truth[turn])
        turn_s = float(later[0] if len(later) else len(truth) - turn) / FEATURE_FPS
    return SpeakerRow(
        scene.name, scene.kind, judge, float(right.mean()), float(wrong.mean()), turn_s
    )
