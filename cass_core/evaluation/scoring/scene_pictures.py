"""What the picture of a made test scene shows."""

from typing import Literal, get_args

import numpy as np

from cass_core.clips import FloatArray
from cass_core.errors import SettingsError
from cass_core.stem_names import STEMS, Stem
from cass_core.synthesis.corpus.catalog import CATALOG_RATE_HZ
from cass_core.synthesis.scenes.cues import draw_shots, face_cues, scene_cues
from cass_core.visual.analysed_picture import AnalysedPicture
from cass_core.visual.feature_layout import FEATURE_FPS, VisualFeatures

PictureChoice = Literal["audio", "face", "scene", "both"]
PICTURE_CHOICES: tuple[PictureChoice, ...] = get_args(PictureChoice)

_CUE_SEED = 25  # keeps the cues' chance apart from that of the mixtures


def picture_choice(word: str) -> PictureChoice:
    """What the user typed; SettingsError where there is no such choice."""
    for choice in PICTURE_CHOICES:
        if word == choice:
            return choice
    raise SettingsError(f"There is no picture '{word}'; choose among {', '.join(PICTURE_CHOICES)}.")


def scene_picture(
    stems: FloatArray, choice: PictureChoice, seed: int, number: int
) -> AnalysedPicture | None:
    """The cues of a test scene, the same for the same seed and number.

    Whatever is shown, the cues are drawn in full, so that "both" shows the face of "face".

    Args:
        stems: (stem, sample) at `CATALOG_RATE_HZ`.
        choice: "face" hides the scene stream, "scene" the face, "audio" all.
        seed: of the test set.
        number: of the scene.

    Returns:
        A picture; None for "audio".
    """
    if choice == "audio":
        return None
    rng = np.random.default_rng([seed, number, _CUE_SEED])
    num_frames = round(stems.shape[1] / CATALOG_RATE_HZ * FEATURE_FPS)
    shots = draw_shots(rng, num_frames)
    face = face_cues(stems[STEMS.index(Stem.DX)], rng, num_frames, shots)
    scene = scene_cues(stems[STEMS.index(Stem.FX)], rng, num_frames, shots)
    shown = VisualFeatures(
        face * np.float32(choice != "scene"), scene * np.float32(choice != "face"), start_s=0.0
    )
    return AnalysedPicture(features=shown)
