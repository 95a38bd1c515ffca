"""What is asked for when a movie is separated: the one request of every door, which can travel."""

from dataclasses import dataclass
from pathlib import Path

from cass_core.clips import SampleSpan
from cass_core.device_choice import DeviceChoice
from cass_core.request.settings import SeparationSettings
from cass_core.visual.picture_settings import PictureSettings


@dataclass(frozen=True)
class SeparationRequest:
    """What to separate, how, and where to.

    Plain values: the command line, the window and the separating process hand it on as it is.

    Attributes:
        movie: the file.
        folder: of the working stems.
        model: name or folder of the model.
        settings: how.
        audio_stream: number among the file's audio streams.
        channels: numbers of the stream's channels to work on, from 0; empty for all.
        start: where to begin, as the user wrote it; None for the start.
        stop: where to end; None for the end.
        span: the part in samples; None for what `start` and `stop` say.
        device: where to compute.
        compiles: let the network be compiled first where that pays.
        resume: go on with a run that was stopped.
        overwrite: replace what an earlier run has left.
        decoded: the whole decoded sound of those channels as a float wave, which is read and never
            removed; None to decode it.
        picture_settings: how to look at the picture.
    """

    movie: Path
    folder: Path
    model: str
    settings: SeparationSettings = SeparationSettings()
    audio_stream: int = 0
    channels: tuple[int, ...] = ()
    start: str | None = None
    stop: str | None = None
    span: SampleSpan | None = None
    device: DeviceChoice = "auto"
    compiles: bool = False
    resume: bool = False
    overwrite: bool = False
    decoded: Path | None = None
    picture_settings: PictureSettings = PictureSettings()
