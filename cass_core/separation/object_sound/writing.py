"""What was found as files: its sound, what is left of the programme, and the region."""

from collections.abc import Generator
from pathlib import Path

from cass_core.checkpoints.checkpoint import write_json
from cass_core.clips import AudioSource, SampleSpan
from cass_core.errors import OutputError
from cass_core.media.files.staged_files import StagedFiles
from cass_core.media.sound.broadcast.bext import BroadcastInfo, bext_chunk
from cass_core.media.sound.wave_header import WaveEncoding
from cass_core.media.sound.wave_writer import WaveWriter
from cass_core.repair.edit_json import region_to_json
from cass_core.repair.masked_sound import MaskedSound
from cass_core.repair.region import Region

_BLOCK = 1 << 18


def object_files(folder: Path, movie: Path) -> tuple[Path, Path, Path]:
    """Names of the object's sound, of the rest, and of the region."""
    sound, rest, region = (
        folder / f"{movie.stem}.{part}" for part in ("object.wav", "rest.wav", "region.json")
    )
    return sound, rest, region


def write_object(
    files: tuple[Path, Path, Path],
    programme: AudioSource,
    span: SampleSpan,
    region: Region,
    time_reference: int,
) -> Generator[float, None, None]:
    """Write a span of the programme through a region and without it; both sum to it.

    Args:
        files: where to, from `object_files`; all of them or none.
        programme: the sound.
        span: of it.
        region: from `find_object_sound`.
        time_reference: samples since midnight of the span's first sample.

    Yields:
        The share that is done.

    Raises:
        OutputError: they cannot be written.
    """
    found = MaskedSound(programme, region)
    try:
        files[0].parent.mkdir(parents=True, exist_ok=True)
        with StagedFiles([*files]) as staged:
            one, other = (
                WaveWriter(
                    staged.temporary(file),
                    WaveEncoding.FLOAT_32,
                    rate_hz=programme.rate_hz,
                    layout=programme.layout,
                    num_channels=programme.num_channels,
                    num_samples=span.num_samples,
                    further=bext_chunk(BroadcastInfo(time_reference)),
                )
                for file in files[:2]
            )
            with one, other:
                for part in span.blocks(_BLOCK):
                    own = found.read(part)
                    one.write(own)
                    other.write(programme.read(part) - own)
                    yield (part.stop - span.start) / span.num_samples
            write_json(staged.temporary(files[2]), region_to_json(region))
            staged.publish()
    except OSError as error:
        raise OutputError(
            f"{files[0].parent} cannot be written to ({error.strerror}); choose another folder."
        ) from error
