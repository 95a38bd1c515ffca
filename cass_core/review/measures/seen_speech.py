"""Who is seen to speak: speech belongs where a mouth moves with it, not where all are still."""

from pathlib import Path

import numpy as np

from cass_core.clips import FloatArray
from cass_core.errors import CassError
from cass_core.programme.opened_movie import open_movie
from cass_core.request.identity import StemSetIdentity
from cass_core.review.cells.bands import CELLS_A_SECOND
from cass_core.review.evidence.source import Source, Subject, Witness
from cass_core.review.measures.measure import Material
from cass_core.review.measures.names import SEEN_SPEECH
from cass_core.review.suspicion.evidence import PAIRS
from cass_core.stem_names import Stem
from cass_core.visual.faces.face_tracks import FaceTracks
from cass_core.visual.feature_layout import FEATURE_FPS
from cass_core.visual.heard_picture import kept_faces, sound_name

# a mark of the one who speaks is there for about 70 % of the time with speech, some of which comes
# from off screen, and for 15 % of the time without (decision 052)
_IS_SEEN, _IS_NOT_SEEN = 0.5, -0.65  # for speech outside the dialogue
_GHOST_IS_SEEN, _GHOST_IS_NOT_SEEN = -1.0, 0.4  # for other sounds in it


class _SeenSpeech:
    """Reads what a separation has seen of the movie."""

    def __init__(self, tracks: FaceTracks, key: str) -> None:
        num_rows = len(tracks.speaker)
        rows = tracks.records["row"]
        in_view = np.zeros(num_rows, np.float32)
        in_view[rows[(rows >= 0) & (rows < num_rows)]] = 1
        speaks = (np.asarray(tracks.speaker) >= 0).astype(np.float32)
        self._rows = np.stack([in_view, speaks], axis=1)
        self._start_s, self.key = tracks.start_s, key

    def told(self, first: int, stop: int) -> FloatArray:
        """(frame, 2): whether a face is in view, and whether one of them speaks."""
        times = np.arange(first, stop) / CELLS_A_SECOND - self._start_s
        rows = np.floor(times * FEATURE_FPS + 0.5).astype(np.int64)
        known = (rows >= 0) & (rows < len(self._rows))
        told = np.zeros((stop - first, 2), np.float32)
        told[known] = self._rows[rows[known]]
        return told


def _call(subject: Subject) -> Witness | None:
    for identity in reversed(subject.stems.identities):
        tracks = _kept_tracks(identity)
        if tracks is not None:
            return _SeenSpeech(tracks, f"{identity.media_hash} {len(tracks.records)}")
    return None


def _kept_tracks(identity: StemSetIdentity) -> FaceTracks | None:
    """The faces that a separation of this movie has kept; None where there are none."""
    path = Path(identity.media_path)
    if identity.frame_rate is None or not path.is_file():
        return None
    try:
        movie = open_movie(path, identity.audio_stream, identity.channels)
        if movie.media_hash != identity.media_hash:
            return None
        sound = sound_name(identity.audio_stream, identity.channels)
        picture = kept_faces(path, movie.track.start_s, movie.cache_key, sound)
    except CassError:
        return None
    return picture.tracks if picture is not None else None


SEEN_SPEECH_SOURCE = Source(SEEN_SPEECH, 2, _call)


def seen(material: Material) -> FloatArray:
    """(pair, frame) log-odds; nothing is said while no face is in view."""
    in_view, speaks = (material.further[SEEN_SPEECH] > 0.5).T
    said = []
    for stem, owner in PAIRS:
        odds = np.zeros(material.num_frames, np.float32)
        if owner is Stem.DX:
            odds = np.where(speaks, _IS_SEEN, _IS_NOT_SEEN)
        elif stem is Stem.DX:
            odds = np.where(speaks, _GHOST_IS_SEEN, _GHOST_IS_NOT_SEEN)
        said.append(np.where(in_view, odds, 0.0))
    return np.stack(said).astype(np.float32)
