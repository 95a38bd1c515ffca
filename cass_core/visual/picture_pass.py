"""One pass through a movie's picture that writes everything that is seen in it."""

from collections import deque
from collections.abc import Generator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import ExitStack, closing
from fractions import Fraction
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from cass_core.errors import MediaError
from cass_core.media.picture.video_reader import PictureFrame, PictureRate, read_frames
from cass_core.visual.faces.face_stream import CROP_SIDE, FaceStream
from cass_core.visual.faces.face_tracks import FACE_RECORD, FaceTable
from cass_core.visual.feature_cache import CacheWriter
from cass_core.visual.feature_layout import (
    CUT,
    FEATURE_FPS,
    NUM_SCENE_FEATURES,
    SCENE_FRAME_FPS,
)
from cass_core.visual.picture_settings import PictureSettings, Span
from cass_core.visual.scene_stream import SceneStream

SCENE_FRAME_SIDE = 224  # pixels; the picture's shape is not kept
_WIDTH = 1920  # pixels; faces of 4 % of it are still 77 wide
_PICTURE, _SCENE_FRAME = "picture", "scene frame"
_AHEAD = 6  # pictures decoded while faces are still looked for in earlier ones
_REPORT_ROWS = 25

Seen = tuple[FaceTable, npt.NDArray[np.uint8]]  # records and crops of one picture


def look_through(
    path: Path,
    settings: PictureSettings,
    audio_start_s: Fraction,
    faces: FaceStream | None,
    writer: CacheWriter,
    span_s: Span = (None, None),
) -> Generator[float, None, dict[str, Any]]:
    """Decode a picture once and write its features.

    Args:
        path: the movie.
        settings: what to keep.
        audio_start_s: media time of the sound's first sample.
        faces: sees the faces; None where there is no face model.
        writer: a fresh cache entry; it is left uncommitted.
        span_s: part of the audio's clock that is looked at; None on a side that has no end.

    Returns:
        A generator that yields the seconds of the film done and returns the facts of the entry:
        `num_rows` and `start_s` at FEATURE_FPS, `scene_frames_start_s`, and a `notice` where the
        picture cannot be used.
    """
    output = _Output(writer, settings)
    with ExitStack() as stack:
        frames = stack.enter_context(closing(_frames(path, settings, audio_start_s, span_s)))
        worker = stack.enter_context(ThreadPoolExecutor(1, thread_name_prefix="faces"))
        stages = _Stages(settings, faces, worker, output)
        try:
            for frame in frames:
                stages.take(frame)
                if output.num_rows % _REPORT_ROWS == 0:
                    yield output.num_rows / FEATURE_FPS
        except MediaError as error:
            if output.start_s is not None:
                raise
            return {"num_rows": 0, "notice": str(error)}
        stages.finish()
    return output.finish()


def _frames(
    path: Path, settings: PictureSettings, audio_start_s: Fraction, span_s: Span
) -> Generator[PictureFrame, None, None]:
    rates = [PictureRate(_PICTURE, FEATURE_FPS, _WIDTH)]
    if settings.with_scene_frames:
        side = SCENE_FRAME_SIDE
        rates.append(PictureRate(_SCENE_FRAME, SCENE_FRAME_FPS, (side, side)))
    yield from read_frames(path, rates, audio_start_s, span_s)


class _Stages:
    """What happens to a frame: scene features at once, faces in a thread beside the decoder."""

    def __init__(
        self,
        settings: PictureSettings,
        faces: FaceStream | None,
        worker: ThreadPoolExecutor,
        output: "_Output",
    ) -> None:
        self._with_crops = settings.with_crops
        self._faces = faces
        self._worker = worker
        self._output = output
        self._scene = SceneStream()
        self._scene_row = np.zeros(NUM_SCENE_FEATURES, np.float32)
        self._source_time_s: float | None = None
        self._seen: Seen = (np.zeros(0, FACE_RECORD), np.zeros((0, CROP_SIDE, CROP_SIDE), np.uint8))
        self._pending: deque[Future[Seen]] = deque()
        self._num_taken = 0

    def take(self, frame: PictureFrame) -> None:
        """Work on one frame of either rate."""
        if frame.name == _SCENE_FRAME:
            self._output.add_scene_frame(frame)
            return
        self._output.start(frame.time_s)
        is_new = frame.source_time_s != self._source_time_s
        self._source_time_s = frame.source_time_s
        if is_new:
            self._scene_row = self._scene.step(frame.image)
        elif self._scene_row[CUT]:
            self._scene_row = _without_cut(self._scene_row)
        self._output.add_scene(self._scene_row)
        is_cut = bool(self._scene_row[CUT])
        image = frame.image if is_new else None
        self._pending.append(self._worker.submit(self._look, self._num_taken, image, is_cut))
        self._num_taken += 1
        while len(self._pending) > _AHEAD:
            self._output.add_faces(*self._pending.popleft().result())

    def finish(self) -> None:
        """Wait for the faces of the last frames."""
        while self._pending:
            self._output.add_faces(*self._pending.popleft().result())

    def _look(self, row: int, image: npt.NDArray[np.uint8] | None, is_cut: bool) -> Seen:
        """Faces of a picture; a picture that is held has those that it had before."""
        if image is not None and self._faces is not None:
            self._seen = self._faces.step(row, image, is_cut, self._with_crops)
        records, crops = self._seen
        records = records.copy()
        records["row"] = row
        return records, crops


def _without_cut(row: npt.NDArray[np.float32]) -> npt.NDArray[np.float32]:
    row = row.copy()
    row[CUT] = 0.0
    return row


class _Output:
    """The arrays of an entry while they grow."""

    def __init__(self, writer: CacheWriter, settings: PictureSettings) -> None:
        self._writer = writer
        self._scene = writer.array("scene", (NUM_SCENE_FEATURES,))
        self._records = writer.array("records", (), FACE_RECORD)
        self._crops = self._scene_frames = None
        if settings.with_crops:
            self._crops = writer.array("face_crops", (CROP_SIDE, CROP_SIDE), np.uint8)
        if settings.with_scene_frames:
            shape = (SCENE_FRAME_SIDE, SCENE_FRAME_SIDE, 3)
            self._scene_frames = writer.array("scene_frames", shape, np.uint8)
        self.start_s: float | None = None
        self._scene_frames_start_s: float | None = None

    @property
    def num_rows(self) -> int:
        """Rows of the scene stream so far."""
        return self._scene.num_rows

    def start(self, time_s: float) -> None:
        """Note the time of the first row."""
        if self.start_s is None:
            self.start_s = time_s

    def add_scene(self, row: npt.NDArray[np.float32]) -> None:
        """Keep the next row of the scene stream."""
        self._scene.append(row[None])

    def add_faces(self, records: FaceTable, crops: npt.NDArray[np.uint8]) -> None:
        """Keep the faces of the next row."""
        self._records.append(records)
        if self._crops is not None:
            self._crops.append(crops)

    def add_scene_frame(self, frame: PictureFrame) -> None:
        """Keep the next small picture."""
        if self._scene_frames is not None:
            if self._scene_frames_start_s is None:
                self._scene_frames_start_s = frame.time_s
            self._scene_frames.append(frame.image[None])

    def finish(self) -> dict[str, Any]:
        """The facts of what was seen."""
        return {
            "num_rows": self.num_rows,
            "start_s": self.start_s,
            "scene_frames_start_s": self._scene_frames_start_s or 0.0,
        }
