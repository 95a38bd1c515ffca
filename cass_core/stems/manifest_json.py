"""A manifest as JSON values and back, checked key by key."""

from collections.abc import Callable
from typing import Any

from cass_core.clips import SampleSpan
from cass_core.stem_names import STEMS
from cass_core.stems.manifest import FORMAT_VERSION, Manifest, StemSetIdentity
from cass_core.stems.null_measure import NullMeasure


class BadManifestError(Exception):
    """What is wrong with the content, as a clause."""


def to_json(manifest: Manifest) -> dict[str, Any]:
    """The manifest as values that JSON can hold."""
    identity = manifest.identity
    own = {name: getattr(identity, name) for name in _IDENTITY_KINDS}
    measure = manifest.measure
    return {
        "version": FORMAT_VERSION,
        "state": manifest.state,
        **own,
        **({"channels": list(identity.channels)} if identity.channels else {}),
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


def from_json(data: object) -> Manifest:
    """The manifest of JSON values; `BadManifestError` where they are not one."""
    content = _checked(data, "manifest", lambda value: isinstance(value, dict), "a table")
    version = _take(content, "version", "whole number")
    if version != FORMAT_VERSION:
        raise BadManifestError(
            f"its version is {version} and this program reads version {FORMAT_VERSION}"
        )
    own = {name: _take(content, name, kind) for name, kind in _IDENTITY_KINDS.items()}
    own["span"] = SampleSpan(*_take(content, "span", "pair of samples"))
    if "channels" in content:  # without them all are meant, as in files of the first programs
        own["channels"] = tuple(_take(content, "channels", "list of counts"))
    peaks = _take(content, "stem_peaks", "table of peaks")
    manifest = Manifest(
        StemSetIdentity(**own),
        _take(content, "position", "count"),
        _take(content, "num_chunks", "count"),
        NullMeasure(
            float(_take(content, "null_error", "amplitude")),
            float(_take(content, "mixture_peak", "amplitude")),
            tuple(float(peaks[stem.value]) for stem in STEMS),
        ),
        tuple(_take(content, "warnings", "list of sentences")),
    )
    _check_ranges(manifest, _take(content, "state", "text"))
    return manifest


def _check_ranges(manifest: Manifest, state: str) -> None:
    """Refuse numbers that contradict each other."""
    span = manifest.identity.span
    if not 0 <= span.start <= span.stop <= manifest.identity.num_samples:
        raise BadManifestError('"span" does not lie within the programme')
    if not span.start <= manifest.position <= span.stop:
        raise BadManifestError('"position" does not lie within the span')
    if state != manifest.state:
        raise BadManifestError(f'"state" is "{state}" at position {manifest.position}')


def _take(content: dict[str, Any], key: str, kind: str) -> Any:  # noqa: ANN401
    if key not in content:
        raise BadManifestError(f'"{key}" is missing')
    return _checked(content[key], key, _KINDS[kind], f"a {kind}")


def _checked(value: Any, name: str, test: Callable[[Any], bool], kind: str) -> Any:  # noqa: ANN401
    if not test(value):
        raise BadManifestError(f'"{name}" is not {kind}')
    return value


def _is_whole(value: object) -> bool:
    # True and False are integers to Python and never to us
    return isinstance(value, int) and not isinstance(value, bool)


def _is_count(value: Any) -> bool:  # noqa: ANN401
    return _is_whole(value) and value >= 0


def _is_amplitude(value: Any) -> bool:  # noqa: ANN401
    return (_is_whole(value) or isinstance(value, float)) and 0 <= value < float("inf")


def _is_settings(value: object) -> bool:
    return isinstance(value, dict) and all(
        entry is None or isinstance(entry, str | int | float) for entry in value.values()
    )


_KINDS: dict[str, Callable[[Any], bool]] = {
    "text": lambda value: isinstance(value, str),
    "text or null": lambda value: value is None or isinstance(value, str),
    "whole number": _is_whole,
    "count": _is_count,
    "count above zero": lambda value: _is_count(value) and value > 0,
    "amplitude": _is_amplitude,
    "pair of samples": lambda value: (
        isinstance(value, list) and len(value) == 2 and all(map(_is_count, value))
    ),
    "list of counts": lambda value: isinstance(value, list) and all(map(_is_count, value)),
    "table of settings": _is_settings,
    "table of peaks": lambda value: (
        isinstance(value, dict) and all(_is_amplitude(value.get(stem.value)) for stem in STEMS)
    ),
    "list of sentences": lambda value: (
        isinstance(value, list) and all(isinstance(entry, str) for entry in value)
    ),
}

_IDENTITY_KINDS = {
    "media_name": "text",
    "media_path": "text",
    "media_hash": "text",
    "audio_stream": "count",
    "rate_hz": "count above zero",
    "layout": "text",
    "num_channels": "count above zero",
    "num_samples": "count",
    "start_timecode": "text or null",
    "frame_rate": "text or null",
    "model_name": "text",
    "model_sha256": "text",
    "settings": "table of settings",
    "seed": "whole number",
    "device_kind": "text",
}
