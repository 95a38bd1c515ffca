"""The identity of a run, from what was asked for, what was opened and what does the work."""

from dataclasses import dataclass

from cass_core.checked.json_table import Scalar
from cass_core.clips import SampleSpan
from cass_core.programme.opened_movie import OpenedMovie
from cass_core.programme.positions import programme_timecode
from cass_core.request.identity import StemSetIdentity
from cass_core.request.request import SeparationRequest


@dataclass(frozen=True)
class UsedModel:
    """The model of a run, and where it computes.

    Attributes:
        name: of the model.
        sha256: checksum of its weights.
        device_kind: "cpu", "cuda" or "mps".
        number_format: of weights and activations, such as "bfloat16".
    """

    name: str
    sha256: str
    device_kind: str
    number_format: str


def run_identity(
    request: SeparationRequest,
    movie: OpenedMovie,
    model: UsedModel,
    span: SampleSpan,
    num_samples: int,
    seen: dict[str, Scalar],
) -> StemSetIdentity:
    """The identity of a run.

    Args:
        request: what is asked for.
        movie: what it is of.
        model: what does it.
        span: the part.
        num_samples: exact length of the whole programme.
        seen: what was seen in the picture, which counts instead of whether it was wanted.

    Returns:
        Everything that the samples of the stems depend on.
    """
    settings = request.settings.to_json()
    seed = int(settings.pop("seed"))
    del settings["picture"]
    info, track = movie.info, movie.track
    return StemSetIdentity(
        media_name=request.movie.name,
        media_path=str(request.movie.absolute()),
        media_hash=movie.media_hash,
        audio_stream=track.stream,
        rate_hz=track.rate_hz,
        layout=track.layout,
        num_channels=track.num_channels,
        num_samples=num_samples,
        span=span,
        start_timecode=programme_timecode(movie, span.start),
        frame_rate=str(info.video[0].fps) if info.video else None,
        model_name=model.name,
        model_sha256=model.sha256,
        settings=settings | {"number_format": model.number_format} | seen,
        seed=seed,
        device_kind=model.device_kind,
        channels=track.channels,
        modified_ns=movie.modified_ns,
    )
