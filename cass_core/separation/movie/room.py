"""The room on the disk that separating a movie takes, by what its headers tell."""

from cass_core.media.files.sound_chunks import share_there
from cass_core.media.sound.block_sums import sums_path
from cass_core.programme.disk_room import check_room
from cass_core.programme.locations import spool_path
from cass_core.programme.opened_movie import OpenedMovie
from cass_core.programme.positions import expected_span
from cass_core.request.request import SeparationRequest
from cass_core.stem_names import STEMS
from cass_core.stems.stem_set import mixture_path, stem_path
from cass_core.stems.stem_writer import tracks_bytes

_SAMPLE_BYTES = 4


def check_room_for(request: SeparationRequest, movie: OpenedMovie, files_bytes: int = 0) -> None:
    """Stop before the work where the disk is too small for it.

    Args:
        request: what is separated.
        movie: what it is of.
        files_bytes: of files that are written beside the stems once these are made.

    Raises:
        OutputError: the decoded sound and the stems, or the stems and the files, do not fit.
    """
    track, folder = movie.track, request.folder
    spool = spool_path(folder, movie.cache_key, track.stream, track.channels)
    tracks = [mixture_path(folder), *(stem_path(folder, stem) for stem in STEMS)]
    standing = [*tracks, *((spool, sums_path(spool)) if request.resume else ())]
    replaced = sum(path.stat().st_size for path in standing if path.is_file())
    # a sound file that was cut off claims more than it holds
    there = share_there(request.movie)
    part = request.span or expected_span(movie, request.start, request.stop)
    decoded = 0 if request.decoded else track.num_samples_estimate * track.num_channels
    stems_bytes = tracks_bytes(part.num_samples, track.num_channels)
    # the decoded sound goes before the files are written
    needed = stems_bytes + max(decoded * _SAMPLE_BYTES, files_bytes)
    check_room(folder, round(there * needed), replaced)
