"""Dialogue of real talking clips, with the right face, none, and two wrong ones."""

import zlib
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import asdict, dataclass
from pathlib import Path

import numpy as np

from cass_core.clips import FloatArray
from cass_core.errors import MediaError
from cass_core.evaluation.json_lines import append_lines, plain_values, read_lines
from cass_core.evaluation.scoring.opened_model import OpenedModel
from cass_core.evaluation.scoring.scene_sets import separate_mono
from cass_core.evaluation.talking.mixtures import TalkingClip, mixed_clip
from cass_core.metrics.sdr import si_sdr
from cass_core.request.settings import SeparationSettings
from cass_core.stem_names import STEMS, Stem
from cass_core.synthesis.corpus.clip_pool import ClipPool
from cass_core.visual.analysed_picture import AnalysedPicture
from cass_core.visual.feature_layout import NUM_SCENE_FEATURES, VisualFeatures

TALKING_NAME = "talking.jsonl"
FACES = ("right", "none", "shuffled", "stranger")
_SEED = 20261122
_PIECE_ROWS = 10  # 0.4 s: a shuffled face still moves like a face


@dataclass(frozen=True)
class TalkingRow:
    """One mixture of one clip with one face.

    Attributes:
        clip: file name.
        mix: number of the mixture.
        mixture: first digits of its checksum; another corpus gives another mixture.
        face: one of `FACES`.
        model: first digits of the checksum of the weights.
        steps: of the flow.
        face_share: share of the clip's frames in which its own face is seen.
        si_sdr: of the dialogue, dB.
        si_sdri: what it gained over the mixture, dB.
        voices: 2 where somebody else, who is not seen, speaks at the same time.
    """

    clip: str
    mix: int
    mixture: str
    face: str
    model: str
    steps: int
    face_share: float
    si_sdr: float
    si_sdri: float
    voices: int = 1

    @property
    def key(self) -> tuple[str, int, str, str, int, int]:
        """What a later row of the same measurement replaces."""
        return self.clip, self.mix, self.face, self.model, self.steps, self.voices


@dataclass(frozen=True)
class TalkingJob:
    """What is scored.

    Attributes:
        clips: at least two of them, for each needs a stranger.
        pool: held-out clips for effects and music.
        num_mixes: mixtures a clip.
        model: the model under test.
        settings: how it separates.
        folder: for `talking.jsonl`; None keeps the rows in memory.
        voices: 1, or 2 to let the clip after the next speak off screen at the same time.
    """

    clips: Sequence[TalkingClip]
    pool: ClipPool
    num_mixes: int
    model: OpenedModel
    settings: SeparationSettings
    folder: Path | None = None
    voices: int = 1


def score_talking(job: TalkingJob) -> Iterator[TalkingRow]:
    """Separate every clip in every mixture with every face; what stands on disk is not repeated.

    Args:
        job: what to do.

    Yields:
        A row a mixture and face.
    """
    if len(job.clips) <= job.voices:
        least = ("two", "three")[job.voices - 1]
        raise MediaError(
            f"Fewer than {least} talking clips can be read there; name another folder."
        )
    known = {row.key: row for row in read_talking(job.folder)} if job.folder else {}
    for place, clip in enumerate(job.clips):
        stranger = job.clips[(place + 1) % len(job.clips)]
        unseen = job.clips[(place + 2) % len(job.clips)] if job.voices == 2 else None
        faces = shown_faces(clip, stranger)
        for mix in range(job.num_mixes):
            stems = mixed_clip(clip, job.pool, _SEED, mix, unseen)
            for face in FACES:
                row = _blank(job, clip, mix, stems, face)
                found = known.get(row.key)
                if found is None or found.mixture != row.mixture:
                    found = _scored(job, row, stems, faces[face])
                    if job.folder:
                        append_lines(job.folder / TALKING_NAME, [asdict(found)])
                yield found


def read_talking(folder: Path) -> list[TalkingRow]:
    """The rows of a folder; a later one replaces an earlier one."""
    rows: dict[tuple[str, int, str, str, int, int], TalkingRow] = {}
    for values in read_lines(folder / TALKING_NAME):
        with suppress(KeyError, ValueError, TypeError, OverflowError):
            row = TalkingRow(**plain_values({"voices": 1, **values}, TalkingRow))
            rows[row.key] = row
    return list(rows.values())


def shown_faces(clip: TalkingClip, stranger: TalkingClip) -> dict[str, FloatArray | None]:
    """(frame, face column) that the model sees, for each of `FACES`.

    Args:
        clip: who speaks.
        stranger: somebody else, repeated or cut to the clip's length.

    Returns:
        By the name; None for no picture.
    """
    count = len(clip.face)
    pieces = [clip.face[first : first + _PIECE_ROWS] for first in range(0, count, _PIECE_ROWS)]
    order = np.random.default_rng([_SEED, count]).permutation(len(pieces))
    repeats = -(-count // len(stranger.face))
    return {
        "right": clip.face,
        "none": None,
        "shuffled": np.concatenate([pieces[place] for place in order]),
        "stranger": np.tile(stranger.face, (repeats, 1))[:count],
    }


def _blank(
    job: TalkingJob, clip: TalkingClip, mix: int, stems: FloatArray, face: str
) -> TalkingRow:
    checksum = f"{zlib.crc32(stems.tobytes()):08x}"
    share = round(clip.face_share, 3)
    steps = job.settings.steps
    return TalkingRow(
        clip.name, mix, checksum, face, job.model.short_checksum, steps, share, 0.0, 0.0, job.voices
    )


def _scored(
    job: TalkingJob, row: TalkingRow, stems: FloatArray, face: FloatArray | None
) -> TalkingRow:
    mixture = np.asarray(stems.sum(axis=0), np.float32)
    estimates = separate_mono(job.model.separator, mixture, job.settings, _picture(face))
    dialogue = STEMS.index(Stem.DX)
    value = si_sdr(estimates[dialogue], stems[dialogue])
    gain = value - si_sdr(mixture, stems[dialogue])
    values = {**asdict(row), "si_sdr": round(value, 4), "si_sdri": round(gain, 4)}
    return TalkingRow(**values)


def _picture(face: FloatArray | None) -> AnalysedPicture | None:
    """Only the face: the scene stream is off under all conditions."""
    if face is None:
        return None
    scene = np.zeros((len(face), NUM_SCENE_FEATURES), np.float32)
    return AnalysedPicture(features=VisualFeatures(face, scene, 0.0))
