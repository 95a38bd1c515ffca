"""What an earlier run has left of a movie: something to resume, or files that would be replaced."""

from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from app.settings import SeparationChoice
from cass_core.clips import SampleSpan
from cass_core.errors import CassError
from cass_core.stems.manifest import MANIFEST_NAME, Manifest
from cass_core.stems.manifest_file import load_manifest
from cass_core.stems.wave_export import TRACKS


@dataclass(frozen=True)
class StoppedRun:
    """A run that can go on.

    Attributes:
        share: of the programme that is separated, 0 to 1.
        choice: how it was begun, and has to go on.
        audio_stream: the sound track it was begun with.
    """

    share: float
    choice: SeparationChoice
    audio_stream: int


@dataclass(frozen=True)
class EarlierWork:
    """What stands in a folder.

    Attributes:
        waves: files for the editor.
        stems_folder: working stems with finished parts; None where there are none.
        stopped: what can go on.
    """

    waves: tuple[Path, ...] = ()
    stems_folder: Path | None = None
    stopped: StoppedRun | None = None

    @property
    def paths(self) -> tuple[Path, ...]:
        """Everything that a fresh run would replace."""
        return self.waves if self.stems_folder is None else (*self.waves, self.stems_folder)


def earlier_work(movie: Path, out: Path) -> EarlierWork:
    """Look what an earlier run of a movie has left in a folder; nothing where it is not readable.

    Args:
        movie: the file.
        out: the folder for its stems.

    Returns:
        What stands there.
    """
    from cass_core.separation.movie_files import stems_folder, wave_name

    with suppress(OSError):
        named = [out / f"{wave_name(movie)}_{track}.wav" for track in TRACKS]
        waves = tuple(path for path in named if path.exists())
        manifest = _manifest(stems_folder(out, movie))
        if manifest is None or manifest.num_chunks == 0:
            return EarlierWork(waves)
        stopped = None
        if manifest.state == "running" or len(waves) < len(TRACKS):
            stopped = _stopped(manifest)
        return EarlierWork(waves, stems_folder(out, movie), stopped)
    return EarlierWork()


def _manifest(folder: Path) -> Manifest | None:
    """What the folder says about itself; a damaged manifest is of no use."""
    with suppress(CassError):
        return load_manifest(folder) if (folder / MANIFEST_NAME).exists() else None
    return None


def _stopped(manifest: Manifest) -> StoppedRun | None:
    """The run, unless it was of a part of the programme: parts are the command line's."""
    identity = manifest.identity
    if identity.span != SampleSpan(0, identity.num_samples):
        return None
    settings, usual = identity.settings, SeparationChoice()
    choice = SeparationChoice(
        steps=int(settings.get("steps") or usual.steps),
        picture=bool(settings.get("picture", usual.picture)),
        render=str(settings.get("render", usual.render)),
        seed=identity.seed,
        method=str(settings.get("method", usual.method)),
    )
    return StoppedRun(manifest.position / identity.num_samples, choice, identity.audio_stream)
