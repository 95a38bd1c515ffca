"""Movies exported whole, with the sound that they had."""

import numpy as np

from cass_core.delivery.export_request import MovieExport
from cass_core.delivery.remix import MOVIE_TRACK, export_movie
from cass_core.media.sound.audio_reader import decode_audio, open_track
from tests.helpers.project.delivery import ArrayStems, facts


def exported(movie, target, chosen, with_notices=False):
    """Export a movie with its own sound: the path, the sound, and on request what is said."""
    track = open_track(movie)
    mixture = np.concatenate(list(decode_audio(movie)), axis=1)
    parts = np.stack([mixture * np.float32(share) for share in (0.5, 0.25, 0.25)])
    info = facts(mixture.shape[1], track.layout, track.rate_hz)
    stems = ArrayStems(parts, mixture, track.layout, track.rate_hz)
    steps = list(export_movie(MovieExport(movie, 0, target, chosen), stems, info))
    result = steps[-1].result
    said = (result.notices,) if with_notices else ()
    return result.paths[MOVIE_TRACK], mixture, *said
