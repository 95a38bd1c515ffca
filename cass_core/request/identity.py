"""What a set of stems was made from, which must be equal for a stopped run to go on."""

from dataclasses import dataclass
from typing import Any

from cass_core.checked.json_table import JsonTable, Scalar
from cass_core.clips import SampleSpan
from cass_core.request.settings import SeparationSettings

_WRITTEN_APART = ("span", "channels", "modified_ns")


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
            if before != now and key == "guides":  # a table of all of them is no reading
                found.append("the hints (others than before)")
            elif before != now:
                found.append(_difference(f'the setting "{key}"', before, now))
        return found

    def to_json(self) -> dict[str, Any]:
        """Plain values, for manifests."""
        own = {name: value for name, value in vars(self).items() if name not in _WRITTEN_APART}
        return {
            **own,
            **({"channels": list(self.channels)} if self.channels else {}),
            **({"modified_ns": self.modified_ns} if self.modified_ns else {}),
            "span": [self.span.start, self.span.stop],
        }

    @classmethod
    def from_json(cls, table: JsonTable) -> "StemSetIdentity":
        """What `to_json` has given.

        Args:
            table: with all of these values; more are no harm.

        Returns:
            The identity.

        Raises:
            BadValueError: a value is missing or is not possible.
        """
        return cls(
            media_name=table.text("media_name"),
            media_path=table.text("media_path"),
            media_hash=table.text("media_hash"),
            audio_stream=table.count("audio_stream"),
            rate_hz=table.count("rate_hz", lowest=1),
            layout=table.text("layout"),
            num_channels=table.count("num_channels", lowest=1),
            num_samples=table.count("num_samples"),
            span=SampleSpan(*table.counts("span", 2)),
            start_timecode=table.text_or_null("start_timecode"),
            frame_rate=table.text_or_null("frame_rate"),
            model_name=table.text("model_name"),
            model_sha256=table.text("model_sha256"),
            settings=table.scalars("settings"),
            seed=table.whole_number("seed"),
            device_kind=table.text("device_kind"),
            # without them all are meant, as in files of the first programs
            channels=table.counts("channels") if "channels" in table else (),
            modified_ns=table.whole_number("modified_ns", 0) if "modified_ns" in table else 0,
        )

    @property
    def separation_settings(self) -> SeparationSettings:
        """How the stems were made, as a user would choose it; else BadValueError."""
        known = SeparationSettings(seed=self.seed).to_json() | self.settings
        return SeparationSettings.from_json(JsonTable(known, "settings"))


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
