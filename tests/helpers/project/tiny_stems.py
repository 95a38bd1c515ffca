"""Small sets of stems for the tests."""

from dataclasses import replace
from pathlib import Path

import numpy as np

from cass_core.clips import SampleSpan
from cass_core.request.identity import StemSetIdentity
from cass_core.stems.stem_writer import StemSetWriter

RATE_HZ = 48_000


def identity(num_samples: int = 1000, layout: str = "stereo", num_channels: int = 2, **values):
    """The identity of a set that covers its whole programme."""
    base = StemSetIdentity(
        media_name="Szene 7 – Straße.mov",
        media_path="/filme/Szene 7 – Straße.mov",
        media_hash="ab" * 32,
        audio_stream=0,
        rate_hz=RATE_HZ,
        layout=layout,
        num_channels=num_channels,
        num_samples=num_samples,
        span=SampleSpan(0, num_samples),
        start_timecode="01:00:00:00",
        frame_rate="25/1",
        model_name="av_cass_starter",
        model_sha256="cd" * 32,
        settings={"steps": 4, "render": "faithful", "vision": True},
        seed=7,
        device_kind="cpu",
    )
    return replace(base, **values)


def sounds(num_samples: int, num_channels: int = 2, seed: int = 0, level: float = 0.25):
    """Stems (stem, channel, sample) and their float32 mixture (channel, sample)."""
    rng = np.random.default_rng(seed)
    shape = (3, num_channels, num_samples)
    stems = rng.uniform(-level, level, shape).astype(np.float32)
    return stems, stems.sum(axis=0, dtype=np.float64).astype(np.float32)


def written_set(folder: Path, stems, mixture, chunk: int = 400, layout: str = "stereo") -> Path:
    """A complete folder of stems, appended chunk by chunk."""
    num_channels, num_samples = mixture.shape
    own = identity(num_samples, layout, num_channels)
    with StemSetWriter.create_or_resume(folder, own, resume=False) as writer:
        append_rest(writer, stems, mixture, chunk)
    return folder


def append_rest(writer: StemSetWriter, stems, mixture, chunk: int = 400) -> None:
    """Everything from the writer's position on."""
    for span in SampleSpan(writer.position, mixture.shape[1]).blocks(chunk):
        here = slice(span.start, span.stop)
        writer.append(span.start, stems[..., here], mixture[:, here])
