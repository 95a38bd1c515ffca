"""Two clips beside each other in one picture, and a sound of which it is known who speaks."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path
from typing import Any

import av
import numpy as np
import numpy.typing as npt

from cass_core.clips import AudioClip, FloatArray
from cass_core.errors import MediaError
from cass_core.evaluation.clip_sound import clip_sound
from cass_core.media.picture.video_reader import PictureRate, read_frames
from cass_core.media.sound.array_source import ArraySource
from cass_core.visual.feature_layout import FEATURE_FPS
from cass_core.visual.native_libraries import import_cv2

RATE_HZ = 16_000
LEFT, RIGHT = 0, 1
_SIDE = 400  # pixels of each half
_LONGEST_S = 10.0
_LEVEL = 0.05  # RMS of each voice
_ROW_SAMPLES = RATE_HZ // round(FEATURE_FPS)

Pictures = npt.NDArray[np.uint8]


@dataclass(frozen=True)
class FilmedFace:
    """A clip at hand in full.

    Attributes:
        name: of the file.
        pictures: (row, side, side, RGB) at `FEATURE_FPS`.
        voice: (sample,) at `RATE_HZ`, as long as the pictures; empty where it has no sound.
    """

    name: str
    pictures: Pictures
    voice: FloatArray


@dataclass(frozen=True)
class PlantedScene:
    """What is shown and heard.

    Attributes:
        name: the clips, left then right.
        kind: "in turn" or "beside a silent face".
        halves: of the picture, left then right.
        first_rows: row of each clip that is shown first; both go round.
        sound: (sample,) at `RATE_HZ`.
        speaker: (row,) `LEFT` or `RIGHT`.
    """

    name: str
    kind: str
    halves: tuple[FilmedFace, FilmedFace]
    first_rows: tuple[int, int]
    sound: FloatArray
    speaker: npt.NDArray[np.int32]

    @property
    def source(self) -> ArraySource:
        """The sound as a programme."""
        return ArraySource(AudioClip(self.sound[None], RATE_HZ, "mono"))


def filmed_face(path: Path) -> FilmedFace:
    """Read at most 10 s of a clip.

    Args:
        path: a movie, with sound or without.

    Returns:
        The clip, its picture letterboxed into a square; both begin with the first picture that has
        sound, and end together.

    Raises:
        MediaError: its picture cannot be read.
    """
    start_s, voice = _sound(path)
    rate = PictureRate("", FEATURE_FPS, _SIDE)
    span_s = (0.0 if len(voice) else None, _LONGEST_S)
    shown = list(read_frames(path, [rate], start_s, span_s))
    if len(voice):
        voice = voice[shown[0].index * _ROW_SAMPLES :]
        shown = shown[: len(voice) // _ROW_SAMPLES]
        voice = voice[: len(shown) * _ROW_SAMPLES]
        voice *= _LEVEL / max(float(np.sqrt(np.mean(np.square(voice)))), 1e-6)
    return FilmedFace(path.name, _squares([frame.image for frame in shown]), voice)


def _sound(path: Path) -> tuple[Fraction, FloatArray]:
    """Start and samples of a clip's sound; none where it has no sound."""
    try:
        sound = clip_sound(path)
    except MediaError:
        return Fraction(0), np.zeros(0, np.float32)
    return sound.track.start_s, sound.at(RATE_HZ)


def planted_scenes(
    talking: Sequence[FilmedFace], silent: Sequence[FilmedFace], seed: int
) -> Iterator[PlantedScene]:
    """Each clip with the next one in a drawn order, and each beside a silent face.

    Args:
        talking: clips of one person who speaks.
        silent: clips of one person who does not.
        seed: of the order and of the sides.

    Yields:
        PlantedScene: a scene.
    """
    rng = np.random.default_rng(seed)
    order = [talking[place] for place in rng.permutation(len(talking))]
    for place, first in enumerate(order):
        if len(order) > 1:
            yield _in_turn(first, order[(place + 1) % len(order)])
    for place, speaker in enumerate(order):
        if silent:
            yield _beside(speaker, silent[place % len(silent)], int(rng.integers(2)))


def write_picture(scene: PlantedScene, path: Path) -> None:
    """Write a scene's picture, without its sound.

    Args:
        scene: to write.
        path: of the movie, ending in .mkv.
    """
    with av.open(str(path), "w") as output:
        stream: Any = output.add_stream("mpeg4", rate=round(FEATURE_FPS))
        side = scene.halves[0].pictures.shape[1]
        stream.width, stream.height, stream.pix_fmt = 2 * side, side, "yuv420p"
        stream.bit_rate = 20_000_000
        for row in range(len(scene.speaker)):
            shown = [
                half.pictures[(first + row) % len(half.pictures)]
                for half, first in zip(scene.halves, scene.first_rows, strict=True)
            ]
            frame = av.VideoFrame.from_ndarray(np.concatenate(shown, axis=1), "rgb24")
            output.mux(stream.encode(frame))
        output.mux(stream.encode(None))


def _in_turn(first: FilmedFace, second: FilmedFace) -> PlantedScene:
    """One speaks and then the other; both mouths move all the while."""
    turn, total = len(first.pictures), len(first.pictures) + len(second.pictures)
    speaker = np.full(total, LEFT, np.int32)
    speaker[turn:] = RIGHT
    shift = -turn % len(second.pictures)
    sound = np.concatenate([first.voice, second.voice])
    name = f"{first.name} + {second.name}"
    return PlantedScene(name, "in turn", (first, second), (0, shift), sound, speaker)


def _beside(speaker: FilmedFace, silent: FilmedFace, side: int) -> PlantedScene:
    halves = (speaker, silent) if side == LEFT else (silent, speaker)
    rows = np.full(len(speaker.pictures), side, np.int32)
    name = " + ".join(half.name for half in halves)
    return PlantedScene(name, "beside a silent face", halves, (0, 0), speaker.voice, rows)


def _squares(images: Sequence[Pictures]) -> Pictures:
    """(row, side, side, RGB), black beside the pictures."""
    cv2 = import_cv2()
    squares = np.zeros((len(images), _SIDE, _SIDE, 3), np.uint8)
    for square, image in zip(squares, images, strict=True):
        height, width = image.shape[:2]
        scale = _SIDE / max(height, width)
        size = round(width * scale), round(height * scale)
        top, left = (_SIDE - size[1]) // 2, (_SIDE - size[0]) // 2
        small = cv2.resize(image, size, interpolation=cv2.INTER_AREA)
        square[top : top + size[1], left : left + size[0]] = small
    return squares
