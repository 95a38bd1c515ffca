"""A manifest as JSON values and back, checked key by key."""

from typing import Any

from cass_core.checked.json_table import BadValueError, JsonTable
from cass_core.request.identity import StemSetIdentity
from cass_core.stem_names import STEMS
from cass_core.stems.fallbacks import Fallback
from cass_core.stems.manifest import FORMAT_VERSION, Manifest
from cass_core.stems.null_measure import NullMeasure


def manifest_to_json(manifest: Manifest) -> dict[str, Any]:
    """The manifest as values that JSON can hold."""
    measure = manifest.measure
    return {
        "version": FORMAT_VERSION,
        "state": manifest.state,
        **manifest.identity.to_json(),
        "position": manifest.position,
        "num_chunks": manifest.num_chunks,
        "null_depth_db": round(manifest.null_depth_db, 2),
        "null_error": measure.null_error,
        "mixture_peak": measure.mixture_peak,
        "stem_peaks": {
            stem.value: peak for stem, peak in zip(STEMS, measure.stem_peaks, strict=True)
        },
        "warnings": list(manifest.warnings),
        **({"fallbacks": [f.to_json() for f in manifest.fallbacks]} if manifest.fallbacks else {}),
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
        StemSetIdentity.from_json(content),
        content.count("position"),
        content.count("num_chunks"),
        NullMeasure(
            content.number("null_error", 0),
            content.number("mixture_peak", 0),
            tuple(peaks.number(stem.value, 0) for stem in STEMS),
        ),
        content.texts("warnings"),
        content.each("fallbacks", Fallback.from_json) if "fallbacks" in content else (),
    )
    _check_ranges(manifest, content.text("state"))
    return manifest


def _check_ranges(manifest: Manifest, state: str) -> None:
    """Refuse numbers that contradict each other."""
    span = manifest.identity.span
    if not 0 <= span.start <= span.stop <= manifest.identity.num_samples:
        raise BadValueError('"span" does not lie within the programme')
    if not span.start <= manifest.position <= span.stop:
        raise BadValueError('"position" does not lie within the span')
    if state != manifest.state:
        raise BadValueError(f'"state" is "{state}" at position {manifest.position}')
