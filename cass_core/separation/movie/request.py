"""What can be asked of a movie's separation, and what it leaves on disk."""

from dataclasses import dataclass
from pathlib import Path

from cass_core.clips import SampleSpan
from cass_core.compute_device import DeviceChoice
from cass_core.programme.locations import stems_folder
from cass_core.request.settings import SeparationSettings
from cass_core.visual.picture_settings import PictureSettings


@dataclass(frozen=True)
class MovieRequest:
    """What to separate, how, and where to.

    Attributes:
        movie: the file.
        out: folder for `<movie>.stems` and for what is delivered of it.
        model: folder of the model.
        settings: the user's choice.
        audio_stream: number among the file's audio streams.
        channels: numbers of the stream's channels to work on, from 0; empty for all.
        start: where to begin, as the user wrote it; None for the start.
        stop: where to end; None for the end.
        span: the part in samples; None for what `start` and `stop` say.
        device: where to compute.
        resume: go on with a run that was stopped.
        overwrite: replace what an earlier run has left.
        is_delivered: files are written from the stems afterwards; progress leaves a share for it.
        decoded: the whole decoded sound of those channels as a float wave, which is read and never
            removed; None to decode it.
        folder: for the working stems; None for `<movie>.stems`.
        picture_settings: how to look at the picture.
    """

    movie: Path
    out: Path
    model: Path
    settings: SeparationSettings = SeparationSettings()
    audio_stream: int = 0
    channels: tuple[int, ...] = ()
    start: str | None = None
    stop: str | None = None
    span: SampleSpan | None = None
    device: DeviceChoice = "auto"
    resume: bool = False
    overwrite: bool = False
    is_delivered: bool = False
    decoded: Path | None = None
    folder: Path | None = None
    picture_settings: PictureSettings = PictureSettings()

    @property
    def stems_folder(self) -> Path:
        """Where the working stems stand."""
        return self.folder or stems_folder(self.out, self.movie)


@dataclass(frozen=True)
class MovieResult:
    """What a finished job left on disk.

    Attributes:
        stems_folder: the working stems.
        null_depth_db: of the working stems, in dBFS.
        warnings: what the run had to fall back on.
    """

    stems_folder: Path
    null_depth_db: float
    warnings: tuple[str, ...]
