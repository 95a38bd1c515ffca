"""Write the stems of one programme so that a killed run can go on where it was."""

from contextlib import ExitStack
from dataclasses import replace
from pathlib import Path

from cass_core.clips import FloatArray
from cass_core.closable import Closable
from cass_core.errors import OutputError, StemSetError
from cass_core.media.sound.float_wave import FloatWaveWriter, create
from cass_core.programme.disk_room import check_room
from cass_core.request.identity import StemSetIdentity
from cass_core.stem_names import STEMS
from cass_core.stems.fallbacks import Fallback
from cass_core.stems.manifest import MANIFEST_NAME, Manifest
from cass_core.stems.manifest_file import load_manifest, save_manifest
from cass_core.stems.stem_set import StemSet, mixture_path, stem_path


class StemSetWriter(Closable):
    """Appends chunks to a folder of stems; use it as a context.

    After each `append` the sound is on the disk before the manifest says so: killing the process
    or the machine at any time leaves a set whose manifest is never ahead of its files.
    """

    def __init__(self, folder: Path, manifest: Manifest) -> None:
        """Open the files; `create_or_resume` makes or finds the manifest first.

        Args:
            folder: where the set stands.
            manifest: what is on disk now; the attribute of this name follows each `append`.
        """
        self.folder = folder
        self.manifest = manifest
        self._stack = ExitStack()
        with ExitStack() as opening:
            tracks = [mixture_path(folder), *(stem_path(folder, stem) for stem in STEMS)]
            self._mixture, *self._stems = [
                opening.enter_context(_open_track(path, manifest)) for path in tracks
            ]
            self._stack = opening.pop_all()

    @classmethod
    def create_or_resume(
        cls, folder: Path, identity: StemSetIdentity, *, resume: bool
    ) -> "StemSetWriter":
        """Begin a set, or go on with the one that stands in the folder.

        Args:
            folder: where the set stands or will stand.
            identity: what the stems are made from.
            resume: go on with a former run; without one in the folder a new set begins.

        Returns:
            The writer; go on at its `position`.

        Raises:
            StemSetError: the former run differs or is damaged, or the files are not ours.
            OutputError: the folder cannot be written or the disk has no room.
        """
        if resume and (folder / MANIFEST_NAME).exists():
            return cls(folder, _resumed(folder, identity))
        return cls(folder, _begun(folder, identity))

    @property
    def position(self) -> int:
        """First sample of the programme that is not on disk yet; where to go on."""
        return self.manifest.position

    def append(self, start_sample: int, stems: FloatArray, mixture: FloatArray) -> None:
        """Store the next chunk.

        Args:
            start_sample: `position`; chunks come in order and without gaps.
            stems: (stem, channel, sample) in the order of `STEMS`.
            mixture: (channel, sample), what the stems sum to.
        """
        self._check_chunk(start_sample, stems, mixture)
        measure = self.manifest.measure.with_block(mixture, stems)
        if not measure.is_finite:
            raise StemSetError(
                f"The model gave samples that are not numbers after sample {start_sample}; "
                "separate the movie on another device or with another model."
            )
        within_file = start_sample - self.manifest.identity.span.start
        for writer, block in zip((self._mixture, *self._stems), (mixture, *stems), strict=True):
            writer.write(within_file, block)
        for writer in (self._mixture, *self._stems):
            writer.fsync()
        self._keep(self.manifest.after(mixture.shape[-1], measure))

    def add_warning(self, sentence: str) -> None:
        """Keep a sentence about a fallback in the manifest, once."""
        if sentence not in self.manifest.warnings:
            self._keep(replace(self.manifest, warnings=(*self.manifest.warnings, sentence)))

    def remember(self, fallbacks: tuple[Fallback, ...]) -> None:
        """Keep what the run fell back to, before the sound that comes of it."""
        if fallbacks != self.manifest.fallbacks:
            self._keep(replace(self.manifest, fallbacks=fallbacks))

    def close(self) -> None:
        """Close the files; the set can be resumed or, when complete, read."""
        self._stack.close()

    def _keep(self, manifest: Manifest) -> None:
        save_manifest(self.folder, manifest)
        self.manifest = manifest

    def _check_chunk(self, start_sample: int, stems: FloatArray, mixture: FloatArray) -> None:
        identity = self.manifest.identity
        if start_sample != self.position:
            raise StemSetError(
                f"A chunk of {self.folder} starts at sample {start_sample} instead of "
                f"{self.position}; resume the separation."
            )
        length = mixture.shape[-1]
        if mixture.shape != (identity.num_channels, length) or stems.shape != (
            len(STEMS),
            *mixture.shape,
        ):
            raise StemSetError(
                f"A chunk of {self.folder} has shapes {stems.shape} and {mixture.shape}, "
                f"which do not fit {identity.num_channels} channels; separate the movie again."
            )
        if start_sample + length > identity.span.stop:
            raise StemSetError(
                f"A chunk of {self.folder} reaches past sample {identity.span.stop}; "
                "separate the movie again."
            )


def tracks_bytes(num_samples: int, num_channels: int) -> int:
    """Bytes of a set: float32 tracks, the mixture and each stem."""
    return num_samples * num_channels * 4 * (1 + len(STEMS))


def _open_track(path: Path, manifest: Manifest) -> FloatWaveWriter:
    """A track for writing: silence of the final length at first, the former file later."""
    identity = manifest.identity
    if manifest.num_chunks:
        return FloatWaveWriter.reopen(path)
    return create(path, identity.rate_hz, identity.layout, identity.span.num_samples)


def _begun(folder: Path, identity: StemSetIdentity) -> Manifest:
    """A new set at its start; its manifest is there before any sound."""
    names = [mixture_path(folder), *(stem_path(folder, stem) for stem in STEMS)]
    try:
        folder.mkdir(parents=True, exist_ok=True)
        standing = [path for path in names if path.exists()]
    except OSError as error:
        raise OutputError(
            f"The folder {folder} cannot be made ({error.strerror or error}); "
            "choose another place for the stems."
        ) from error
    # our manifest is written before our tracks, so tracks without one are somebody else's
    if standing and not (folder / MANIFEST_NAME).exists():
        raise StemSetError(
            f"{standing[0]} was not written by Cass Studio; choose another folder or move it away."
        )
    manifest = Manifest(identity, identity.span.start)
    # said before hours of work, and before a former set goes
    needed = tracks_bytes(identity.span.num_samples, identity.num_channels)
    check_room(folder, needed, sum(path.stat().st_size for path in standing))
    save_manifest(folder, manifest)
    _remove_all(names)
    return manifest


def _resumed(folder: Path, identity: StemSetIdentity) -> Manifest:
    """The manifest of a former run, once it is known to be a run of the same work."""
    former = load_manifest(folder)
    differences = former.identity.differences(identity)
    if differences:
        raise StemSetError(
            f"The separation in {folder} cannot be resumed because it differs in "
            f"{_listed(differences)}; start over or choose another folder."
        )
    for path in (mixture_path(folder), *(stem_path(folder, stem) for stem in STEMS)):
        if path.is_symlink():  # going on would write where it points to
            raise StemSetError(f"{path} is a link to another place; start over or remove it.")
    if former.num_chunks:
        # opening compares every file with the manifest
        StemSet(folder, former).close()
    moved = replace(former, identity=identity)
    if moved != former:
        save_manifest(folder, moved)
    return moved


def _listed(clauses: list[str]) -> str:
    *most, last = clauses
    return f"{', '.join(most)} and {last}" if most else last


def _remove_all(paths: list[Path]) -> None:
    """Remove tracks of a former run, so that new ones find its room free."""
    for path in paths:
        try:
            path.unlink(missing_ok=True)
        except OSError as error:
            raise OutputError(
                f"{path} cannot be replaced ({error.strerror or error}); "
                "close the programs that use it or choose another folder."
            ) from error
