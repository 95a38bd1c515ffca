"""Stems as WAV files whose integer samples sum bit for bit to the mixture's."""

from collections.abc import Iterator, Mapping
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from cass_core.clips import AudioSource, FloatArray, SampleSpan
from cass_core.errors import OutputError
from cass_core.media.files.staged_files import StagedFiles
from cass_core.media.sound.extensible_header import WaveEncoding
from cass_core.media.sound.wave_writer import IntArray, WaveWriter
from cass_core.stem_names import STEMS, Stem
from cass_core.stems.integer_stems import fits, integer_stems, refuse_broken_sum
from cass_core.stems.null_check import FileNull, file_null
from cass_core.stems.stem_set import StemSet

TRACKS = (*(stem.value for stem in STEMS), "MIX")
"""What the four files are called after the programme's name, in the order they are written."""

# about a second and a half of a 5.1 programme, so that a cancelled export ends at once
_BLOCK_SAMPLES = 1 << 16


@dataclass(frozen=True)
class WaveExport:
    """What was written.

    Attributes:
        paths: the file of "DX", "FX", "MX" and "MIX".
        encoding: how the samples of all four are stored.
        integer_null_exact: the re-read integer stems sum to the re-read mixture, every sample.
        null_depth_db: peak of the re-read mixture minus the stems in dBFS; -200 is exact.
        notice: a sentence for the editor when the files had to be 32-bit float, else None.
    """

    paths: dict[str, Path]
    encoding: WaveEncoding
    integer_null_exact: bool
    null_depth_db: float
    notice: str | None


@dataclass(frozen=True)
class ExportProgress:
    """How far an export is; writing starts over once when 24 bits turn out not to be enough.

    Attributes:
        stage: what is being done.
        done: finished samples of this stage.
        total: samples of this stage.
        result: what was written, with the last progress only.
    """

    stage: Literal["writing", "checking"]
    done: int
    total: int
    result: WaveExport | None = None


class _PassesFullScaleError(Exception):
    """Some 24-bit sample would leave the range."""


def export_waves(
    stem_set: StemSet, directory: Path, name: str, *, overwrite: bool = False
) -> Iterator[ExportProgress]:
    """Write `<name>_DX.wav`, `_FX`, `_MX` and `_MIX` from a finished folder of stems.

    Args:
        stem_set: the stems.
        directory: where to write; made when it is missing.
        name: start of the file names.
        overwrite: replace files of the same names.

    Yields:
        ExportProgress: the last one holds the result. Nothing stands under the final names before.
    """
    if stem_set.manifest.state != "complete":
        raise OutputError(
            f"The separation in {stem_set.folder} is not finished; "
            "resume it before you export its stems."
        )
    stems = {stem: stem_set.source(stem) for stem in STEMS}
    yield from export_sources(stem_set.mixture_source, stems, directory, name, overwrite=overwrite)


def export_sources(
    mixture: AudioSource,
    stems: Mapping[Stem, AudioSource],
    directory: Path,
    name: str,
    *,
    overwrite: bool = False,
) -> Iterator[ExportProgress]:
    """Write any stems that sum to a mixture; see `export_waves`.

    Args:
        mixture: the programme.
        stems: DX, FX and MX, of the mixture's shape.
        directory: where to write; made when it is missing.
        name: start of the file names.
        overwrite: replace files of the same names.

    Yields:
        ExportProgress: the last one holds the result.
    """
    paths = _final_paths(directory, name, overwrite=overwrite)
    with StagedFiles(list(paths.values())) as staged:
        fresh = {track: staged.temporary(path) for track, path in paths.items()}
        encoding = WaveEncoding.PCM_24
        try:
            yield from _written(mixture, stems, fresh, encoding)
        except _PassesFullScaleError:
            encoding = WaveEncoding.FLOAT_32
            yield from _written(mixture, stems, fresh, encoding)
        null = FileNull()
        for null in file_null(fresh["MIX"], [fresh[stem.value] for stem in STEMS], encoding):
            yield ExportProgress("checking", null.num_samples, mixture.num_samples)
        result = _checked(paths, encoding, null, mixture.num_samples)
        staged.publish()
    yield ExportProgress("checking", mixture.num_samples, mixture.num_samples, result)


def _final_paths(directory: Path, name: str, *, overwrite: bool) -> dict[str, Path]:
    """The four files, in a folder that exists."""
    if not name or any(sign in name for sign in '/\\:*?"<>|\0'):
        raise OutputError(
            f'"{name}" cannot start a file name; use letters, digits, spaces, "-" and "_".'
        )
    paths = {track: directory / f"{name}_{track}.wav" for track in TRACKS}
    try:
        directory.mkdir(parents=True, exist_ok=True)
        taken = [path for path in paths.values() if path.exists()]
    except OSError as error:
        raise OutputError(
            f"{directory} cannot be used ({error.strerror or error}); choose another folder."
        ) from error
    if taken and not overwrite:
        raise OutputError(
            f"{taken[0]} exists already; choose another name or allow it to be replaced."
        )
    return paths


def _written(
    mixture: AudioSource,
    stems: Mapping[Stem, AudioSource],
    paths: dict[str, Path],
    encoding: WaveEncoding,
) -> Iterator[ExportProgress]:
    """Write the four files in step; memory holds one block of each."""
    length = mixture.num_samples
    with ExitStack() as stack:
        writers = {
            track: stack.enter_context(
                WaveWriter(
                    path,
                    encoding,
                    rate_hz=mixture.rate_hz,
                    layout=mixture.layout,
                    num_channels=mixture.num_channels,
                    num_samples=length,
                )
            )
            for track, path in paths.items()
        }
        for span in SampleSpan(0, length).blocks(_BLOCK_SAMPLES):
            blocks = {stem.value: stems[stem].read(span) for stem in STEMS}
            blocks["MIX"] = mixture.read(span)
            refuse_broken_sum(blocks, span)
            coded = integer_blocks(blocks) if encoding is WaveEncoding.PCM_24 else blocks
            for track, writer in writers.items():
                writer.write(coded[track])
            yield ExportProgress("writing", span.stop, length)


def integer_blocks(blocks: Mapping[str, FloatArray]) -> dict[str, IntArray]:
    """One block of each track in whole 24-bit steps; the music takes what rounding leaves.

    Args:
        blocks: (channel, sample) of "DX", "FX" and "MIX".

    Returns:
        (channel, sample) of all four; "MX" is what is left of "MIX".
    """
    coded = integer_stems(blocks, 24)
    if not all(fits(block, 24) for block in coded.values()):
        raise _PassesFullScaleError
    return coded


def _checked(
    paths: dict[str, Path], encoding: WaveEncoding, null: FileNull, num_samples: int
) -> WaveExport:
    """The result, once the re-read files are known to hold what they should."""
    integers = encoding is WaveEncoding.PCM_24
    if null.num_samples != num_samples or (integers and null.error > 0):
        raise OutputError(
            f"The files written to {paths['MIX'].parent} do not read back as they were written; "
            "check the disk and export again."
        )
    notice = None
    if not integers:
        notice = (
            "A stem passes full scale in 24 bits, so all four files were written as 32-bit float."
        )
    return WaveExport(paths, encoding, integers, null.depth_db, notice)
