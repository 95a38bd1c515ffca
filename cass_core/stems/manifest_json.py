"""A manifest as JSON values and back, checked key by key."""

from typing import Any

from cass_core.clips import SampleSpan
from cass_core.json_table import BadValueError, JsonTable
from cass_core.stem_names import STEMS
from cass_core.stems.manifest import FORMAT_VERSION, Manifest, StemSetIdentity
from cass_core.stems.null_measure import NullMeasure

_WRITTEN_APART = ("span", "channels", "modified_ns")


def manifest_to_json(manifest: Manifest) -> dict[str, Any]:
    """The manifest as values that JSON can hold."""
    identity = manifest.identity
    own = {name: value for name, value in vars(identity).items() if name not in _WRITTEN_APART}
    measure = manifest.measure
    return {
        "version": FORMAT_VERSION,
        "state": manifest.state,
        **own,
        **({"channels": list(identity.channels)} if identity.channels else {}),
        **({"modified_ns": identity.modified_ns} if identity.modified_ns else {}),
        "span": [identity.span.start, identity.span.stop],
        "position": manifest.position,
        "num_chunks": manifest.num_chunks,
        "null_depth_db": round(manifest.null_depth_db, 2),
        "null_error": measure.null_error,
        "mixture_peak": measure.mixture_peak,
        "stem_peaks": {
            stem.value: peak for stem, peak in zip(STEMS, measure.stem_peaks, strict=True)
        },
        "warnings": list(manifest.warnings),
    }


def manifest_from_json(data: object) -> Manifest:
    """The manifest of JSON values; `BadValueError` where they are not one."""
    content = JsonTable(data, "")
    version = content.whole_number("version")
    if version != FORMAT_VERSION:
        raise BadValueError(
            f"its version is {version} and this program reads version {FORMAT_VERSION}"
        )
    peaks = content.table("stem_peaks")
    manifest = Manifest(
        _identity(content),
        content.count("position"),
        content.count("num_chunks"),
        NullMeasure(
            content.number("null_error", 0),
            content.number("mixture_peak", 0),
            tuple(peaks.number(stem.value, 0) for stem in STEMS),
        ),
        content.texts("warnings"),
    )
    _check_ranges(manifest, content.text("state"))
    return manifest


def _identity(content: JsonTable) -> StemSetIdentity:
    return StemSetIdentity(
        media_name=content.text("media_name"),
        media_path=content.text("media_path"),
        media_hash=content.text("media_hash"),
        audio_stream=content.count("audio_stream"),
        rate_hz=content.count("rate_hz", lowest=1),
        layout=content.text("layout"),
        num_channels=content.count("num_channels", lowest=1),
        num_samples=content.count("num_samples"),
        span=SampleSpan(*content.counts("span", 2)),
        start_timecode=content.text_or_null("start_timecode"),
        frame_rate=content.text_or_null("frame_rate"),
        model_name=content.text("model_name"),
        model_sha256=content.text("model_sha256"),
        settings=content.scalars("settings"),
        seed=content.whole_number("seed"),
        device_kind=content.text("device_kind"),
        # without them all are meant, as in files of the first programs
        channels=content.counts("channels") if content.has("channels") else (),
        modified_ns=content.whole_number("modified_ns", 0) if content.has("modified_ns") else 0,
    )


def _check_ranges(manifest: Manifest, state: str) -> None:
    """Refuse numbers that contradict each other."""
    span = manifest.identity.span
    if not 0 <= span.start <= span.stop <= manifest.identity.num_samples:
        raise BadValueError('"span" does not lie within the programme')
    if not span.start <= manifest.position <= span.stop:
        raise BadValueError('"position" does not lie within the span')
    if state != manifest.state:
        raise BadValueError(f'"state" is "{state}" at position {manifest.position}')
