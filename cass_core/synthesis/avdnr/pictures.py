"""Two silent movies beside a mixture: the faces of its dialogue and the scenes of its effects."""

import logging
from collections.abc import Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass
from fractions import Fraction
from itertools import groupby
from math import floor
from pathlib import Path
from typing import Any

import av
import numpy as np
from av.error import FFmpegError

from cass_core.errors import CassError
from cass_core.media.picture.video_reader import ByteImage, PictureRate, read_frames
from cass_core.media.sound.audio_reader import audio_start_s
from cass_core.media.sound.wave_writer import cannot_write
from cass_core.stem_names import Stem
from cass_core.synthesis.corpus.catalog import CATALOG_RATE_HZ
from cass_core.synthesis.corpus.clip_pool import ClipPool
from cass_core.synthesis.scenes.scene_recipe import ClipEvent, SceneRecipe
from cass_core.synthesis.scenes.shown_clips import shown_clip

FPS = 25
SIZE = (224, 224)
"""Width and height that the published encoders of faces and of scenes take."""
PICTURE_FILES = {Stem.DX: "face.mp4", Stem.FX: "scene.mp4"}

_OPTIONS = {"crf": "20", "preset": "veryfast", "threads": "1"}

_log = logging.getLogger(__name__)


@dataclass(frozen=True)
class _Shot:
    """Consecutive frames of one movie; none where the picture is black."""

    video: str
    frames: tuple[int, ...]


def write_pictures(scene: SceneRecipe, pool: ClipPool, folder: Path) -> tuple[str, ...]:
    """Write `face.mp4` and `scene.mp4`, each if any of its clips has a picture.

    At each time the movie shows the clip that began last, an effect in front before one behind;
    it is black where no clip with a picture is heard.

    Args:
        scene: what is heard.
        pool: the clips.
        folder: where the files go.

    Returns:
        Names of the files that were written.
    """
    written = []
    for stem, name in PICTURE_FILES.items():
        shots = _shots(scene, pool, stem)
        if any(shot.video for shot in shots):
            _write(folder / name, shots)
            written.append(name)
    return tuple(written)


def _shots(scene: SceneRecipe, pool: ClipPool, stem: Stem) -> list[_Shot]:
    events = [e for e in scene.clips if e.submix.stem is stem and pool.entry(e.clip).video]
    num_frames = -(-scene.num_samples * FPS // CATALOG_RATE_HZ)
    shown = [shown_clip(events, k * CATALOG_RATE_HZ // FPS) for k in range(num_frames)]
    shots: list[_Shot] = []
    for event, group in groupby(enumerate(shown), key=lambda item: item[1]):
        numbers = [number for number, _ in group]
        if event is None:
            shots.append(_Shot("", tuple(numbers)))
        else:
            frames = tuple(_source_frame(event, number) for number in numbers)
            shots.append(_Shot(pool.entry(event.clip).video, frames))
    return shots


def _source_frame(event: ClipEvent, frame: int) -> int:
    """The frame of the clip's movie that belongs to a frame of ours."""
    source = event.clip_start + frame * CATALOG_RATE_HZ / FPS - event.start
    return floor(source * FPS / CATALOG_RATE_HZ + 0.5)


def _write(path: Path, shots: Sequence[_Shot]) -> None:
    try:
        with av.open(str(path), "w") as output:
            stream: Any = output.add_stream("libx264", rate=FPS, options=_OPTIONS)
            stream.width, stream.height = SIZE
            stream.pix_fmt = "yuv420p"
            for number, image in enumerate(_images(shots)):
                frame = av.VideoFrame.from_ndarray(image, "rgb24")
                frame.pts, frame.time_base = number, Fraction(1, FPS)
                output.mux(stream.encode(frame))
            output.mux(stream.encode(None))
    except (OSError, FFmpegError) as error:
        raise cannot_write(path, error) from error


def _images(shots: Sequence[_Shot]) -> Iterator[ByteImage]:
    black = np.zeros((SIZE[1], SIZE[0], 3), np.uint8)
    for shot in shots:
        missing = len(shot.frames)
        if shot.video:
            try:
                for image in _read(shot):
                    missing -= 1
                    yield image
            except CassError as error:
                _log.warning("%s The picture stays black there.", error)
        for _ in range(missing):
            yield black


def _read(shot: _Shot) -> Iterator[ByteImage]:
    """One image a frame; the movie's last one stays where it ends early."""
    path = Path(shot.video)
    rate = PictureRate("shot", FPS, SIZE)
    span_s = (shot.frames[0] / FPS, (shot.frames[-1] + 1) / FPS)
    wanted = iter(shot.frames)
    due = next(wanted, None)
    shown: ByteImage | None = None
    with closing(read_frames(path, [rate], audio_start_s(path), span_s)) as frames:
        for frame in frames:
            while due is not None and shown is not None and due < frame.index:
                yield shown
                due = next(wanted, None)
            shown = frame.image
    while due is not None and shown is not None:
        yield shown
        due = next(wanted, None)
