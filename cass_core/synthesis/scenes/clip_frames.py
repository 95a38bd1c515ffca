"""The frames that encoders of frames see under the windows of a scene."""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from cass_core.media.picture.video_reader import ByteImage
from cass_core.stem_names import Stem
from cass_core.synthesis.corpus.catalog import CATALOG_RATE_HZ
from cass_core.synthesis.corpus.clip_pool import ClipPool
from cass_core.synthesis.corpus.frames.frame_packs import FramePacks
from cass_core.synthesis.corpus.frames.small_movie import FRAME_KINDS, FrameKind
from cass_core.synthesis.scenes.scene_recipe import ClipEvent, SceneRecipe
from cass_core.synthesis.scenes.shown_clips import clip_sample, is_played_straight, shown_clip


@dataclass(frozen=True)
class FrameWindows:
    """The windows of a scene, one after the other, and the frames wanted under each.

    Attributes:
        count: windows.
        num_samples: length of each.
        first_sample: of a window, at whose time the first frame is seen.
        num_faces: frames of the face under each.
        face_fps: their rate.
        num_scenes: frames of the place under each.
        scene_fps: their rate.
    """

    count: int
    num_samples: int
    first_sample: int
    num_faces: int
    face_fps: float
    num_scenes: int
    scene_fps: float


class ClipFrames:
    """Shows of a scene the face of the clip that talks and the picture of the effect's clip.

    As in the release's training, it is black where no clip with frames is heard.
    """

    def __init__(self, pool: ClipPool, packs: FramePacks, windows: FrameWindows) -> None:
        self._pool, self._packs, self._windows = pool, packs, windows

    def under(self, recipe: SceneRecipe) -> tuple[ByteImage, ByteImage]:
        """Faces (window, frame, 112, 112) grey and scenes (window, frame, 224, 224, RGB)."""
        windows = self._windows
        return (
            self._stream(recipe, Stem.DX, windows.num_faces, windows.face_fps),
            self._stream(recipe, Stem.FX, windows.num_scenes, windows.scene_fps),
        )

    def blind(self) -> tuple[ByteImage, ByteImage]:
        """The same of a scene that shows nothing."""
        windows = self._windows
        counts = ((Stem.DX, windows.num_faces), (Stem.FX, windows.num_scenes))
        faces, scenes = (
            np.zeros((windows.count, count, *FRAME_KINDS[stem].shape), np.uint8)
            for stem, count in counts
        )
        return faces, scenes

    def _stream(self, recipe: SceneRecipe, stem: Stem, count: int, fps: float) -> ByteImage:
        kind, windows = FRAME_KINDS[stem], self._windows
        starts = np.arange(windows.count)[:, None] * windows.num_samples + windows.first_sample
        at = (starts + np.arange(count) * CATALOG_RATE_HZ / fps).ravel()
        events = [
            event
            for event in recipe.clips
            if event.submix.stem is stem and event.clip in self._packs and is_played_straight(event)
        ]
        shown = [shown_clip(events, sample) for sample in at]
        images = np.zeros((len(at), *kind.shape), np.uint8)
        for event in events:
            rows = np.array([row for row, one in enumerate(shown) if one is event], np.int64)
            if len(rows):
                numbers = self._numbers(event, at[rows], kind)
                images[rows] = self._packs.read(event.clip, numbers)
        return images.reshape(windows.count, count, *kind.shape)

    def _numbers(
        self, event: ClipEvent, at: npt.NDArray[np.float64], kind: FrameKind
    ) -> npt.NDArray[np.int64]:
        """The clip's frames that are nearest to times of the scene, given in samples."""
        length = self._pool.entry(event.clip).num_samples
        places = np.array([clip_sample(event, sample, length) for sample in at])
        return np.floor(places * kind.fps / CATALOG_RATE_HZ + 0.5).astype(np.int64)
