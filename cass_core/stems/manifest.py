"""The manifest of a folder of stems: what they were made from and how far they are."""

from dataclasses import dataclass, field, replace
from typing import Literal

from cass_core.clips import SampleSpan
from cass_core.json_table import Scalar
from cass_core.stems.null_measure import NullMeasure

FORMAT_VERSION = 1
MANIFEST_NAME = "manifest.json"

State = Literal["running", "complete"]


@dataclass(frozen=True)
class StemSetIdentity:
    """What a set of stems was made from; two runs with the same identity give the same samples.

    Attributes:
        media_name: file name of the movie; a moved or renamed movie is still the same one.
        media_path: where the movie was.
        media_hash: hash of the movie's content.
        audio_stream: number of the audio stream within the file.
        rate_hz: samples a second of programme and stems.
        layout: FFmpeg's name of the channel layout.
        num_channels: channels of the layout.
        num_samples: exact length of the whole programme.
        span: the part of the programme that is separated; the wave files hold exactly this part.
        start_timecode: SMPTE timecode of the programme's first sample, such as "01:00:00:00".
        frame_rate: frames a second as a fraction, such as "30000/1001"; None without a picture.
        model_name: name of the model.
        model_sha256: checksum of the model's weights.
        settings: every setting that changes the samples.
        seed: seed of the flow's noise.
        device_kind: "cpu", "cuda" or "mps".
        channels: numbers of the stream's channels that are separated, from 0; empty for all.
        modified_ns: when the movie's file was last written; 0 where nobody knows, as in manifests
            of earlier programs. The hash does not read every byte.
    """

    media_name: str
    media_path: str
    media_hash: str
    audio_stream: int
    rate_hz: int
    layout: str
    num_channels: int
    num_samples: int
    span: SampleSpan
    start_timecode: str | None
    frame_rate: str | None
    model_name: str
    model_sha256: str
    settings: dict[str, Scalar]
    seed: int
    device_kind: str
    channels: tuple[int, ...] = ()
    modified_ns: int = 0

    def is_same_writing(self, modified_ns: int) -> bool:
        """Whether the movie's file was not written anew in between, as far as anybody knows."""
        return modified_ns == self.modified_ns or not (modified_ns and self.modified_ns)

    def differences(self, other: "StemSetIdentity") -> list[str]:
        """What changed from this identity to the other, each as "the seed (1 before, 2 now)"."""
        found = [
            _difference(label, getattr(self, name), getattr(other, name))
            for name, label in _LABELS.items()
            if getattr(self, name) != getattr(other, name)
        ]
        if not self.is_same_writing(other.modified_ns):
            found.append("the movie's file (written anew since)")
        for key in sorted(self.settings.keys() | other.settings.keys()):
            before, now = self.settings.get(key), other.settings.get(key)
            if before != now:
                found.append(_difference(f'the setting "{key}"', before, now))
        return found


# media_name and media_path are left out on purpose: a movie may be moved between two runs
_LABELS = {
    "media_hash": "the movie's content",
    "audio_stream": "the audio stream",
    "channels": "the channels",
    "rate_hz": "the sample rate",
    "layout": "the channel layout",
    "num_channels": "the number of channels",
    "num_samples": "the length in samples",
    "span": "the separated span",
    "start_timecode": "the start timecode",
    "frame_rate": "the frame rate",
    "model_name": "the model",
    "model_sha256": "the model's weights",
    "seed": "the seed",
    "device_kind": "the kind of device",
}


@dataclass(frozen=True)
class Manifest:
    """Everything `manifest.json` holds.

    Attributes:
        identity: what the stems were made from.
        position: first sample of the programme that is not on disk yet.
        num_chunks: chunks written so far.
        measure: null error and peaks over everything before `position`.
        warnings: what the run had to fall back on, one sentence each.
    """

    identity: StemSetIdentity
    position: int
    num_chunks: int = 0
    measure: NullMeasure = field(default_factory=NullMeasure)
    warnings: tuple[str, ...] = ()

    @property
    def state(self) -> State:
        """Whether the whole span is on disk."""
        return "complete" if self.position >= self.identity.span.stop else "running"

    @property
    def null_depth_db(self) -> float:
        """Peak of mixture - (DX + FX + MX) in dBFS; -200 stands for an exact sum."""
        return self.measure.null_depth_db

    def after(self, num_samples: int, measure: NullMeasure) -> "Manifest":
        """The manifest after one more chunk of that many samples."""
        return replace(
            self,
            position=self.position + num_samples,
            num_chunks=self.num_chunks + 1,
            measure=measure,
        )


def _difference(label: str, before: object, now: object) -> str:
    return f"{label} ({_shown(before)} before, {_shown(now)} now)"


def _shown(value: object) -> str:
    """A value as an editor reads it; hashes are cut to a length that fits a sentence."""
    if isinstance(value, SampleSpan):
        return f"{value.start} to {value.stop}"
    if isinstance(value, tuple):
        return ", ".join(str(number + 1) for number in value) or "all"
    if value is None:
        return "none"
    text = str(value)
    return text if len(text) <= 24 else f"{text[:12]}…"
