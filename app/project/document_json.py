"""A project document as JSON values and back, checked value by value."""

from pathlib import Path
from typing import Any

from app.project.document import MediaReference, ProjectDocument, ViewBlock
from app.project.review.review_json import review_from_json, review_to_json
from app.project.review.reviews import Review
from app.project.seen.spectrogram_look import SCALES, WIDEST_DB
from app.project.versions import Take, Version
from cass_core.checked.json_table import BadValueError, JsonTable
from cass_core.clips import SampleSpan
from cass_core.programme.file_places import path_of, place_of
from cass_core.programme.markers.marker import Marker
from cass_core.repair.edit_json import (
    edits_from_json,
    edits_to_json,
    region_from_json,
    region_to_json,
)
from cass_core.repair.edits import EditList
from cass_core.repair.sensitivity import sensitivity_json
from cass_core.request.settings import SeparationSettings
from cass_core.stems.rebalance_json import finite, rebalance_from_json, rebalance_to_json

FORMAT = "cass project"
VERSION = 1

_TIME_FORMATS = ("timecode", "samples", "minutes")
_HIGHEST_HZ = 1e9


def document_to_json(document: ProjectDocument, beside: Path | None) -> dict[str, Any]:
    """The document as values that JSON can hold.

    Args:
        document: what to write.
        beside: folder of the project's file, for relative paths; None for an autosave, which
            names the project's own file instead.

    Returns:
        A table with the keys of version 1.
    """
    media = document.media
    own_file = {} if beside else {"autosave_of": str(document.path) if document.path else ""}
    return {
        **own_file,
        "format": FORMAT,
        "version": VERSION,
        "media": {
            **place_of(media.path, beside),
            "hash": media.media_hash,
            "audio_stream": int(media.audio_stream),
            "channels": [int(number) for number in media.channels],
        },
        "folder": place_of(document.folder, beside),
        "mix": rebalance_to_json(document.rebalance),
        sensitivity_json.KEY: sensitivity_json.sensitivity_to_json(document.sensitivity),
        "edits": edits_to_json(document.edits),
        "review": review_to_json(document.review),
        "markers": [_marker_json(marker) for marker in document.markers],
        "loop": _span_json(document.loop),
        "looping": bool(document.looping),
        "takes": [_take_json(take, beside) for take in document.takes],
        "versions": [{"name": v.name, "takes": list(v.takes)} for v in document.versions],
        "current": document.current,
        "trial": document.trial,
        "view": _view_json(document.view),
    }


def document_from_json(data: object, path: Path) -> ProjectDocument:
    """The document of JSON values; `BadValueError` where they are not one.

    Args:
        data: values of version 1.
        path: of the file that was read, absolute.

    Returns:
        The document, with paths as they are on this machine.
    """
    content, beside = JsonTable(data, ""), path.parent
    takes = content.each("takes", lambda table: _take(table, beside))
    versions = content.each("versions", lambda v: Version(v.text("name"), v.texts("takes")))
    _check_names("takes", [take.name for take in takes])
    _check_names("versions", [version.name for version in versions])
    recovered = "autosave_of" in content
    own_file = content.text("autosave_of") if recovered else str(path)
    return ProjectDocument(
        media=_media(content.table("media"), beside),
        folder=path_of(content.table("folder"), beside),
        rebalance=rebalance_from_json(content.table("mix")),
        sensitivity=sensitivity_json.sensitivity_of_project(content),
        # files of the first programs know no repairs
        edits=edits_from_json(content, "edits") if "edits" in content else EditList(),
        review=review_from_json(content.table("review")) if "review" in content else Review(),
        markers=tuple(sorted(content.each("markers", _marker))),
        loop=_span(content, "loop"),
        looping=content.flag("looping"),
        takes=takes,
        versions=versions,
        current=content.text("current"),
        trial=content.text("trial"),
        view=_view(content.table("view")),
        path=Path(own_file) if own_file else None,
        recovered=recovered,
    )


def _media(table: JsonTable, beside: Path) -> MediaReference:
    # files of the first programs know no channels: all are meant
    channels = table.counts("channels") if "channels" in table else ()
    return MediaReference(
        path_of(table, beside),
        table.text("hash"),
        table.count("audio_stream"),
        tuple(sorted(set(channels))),
    )


def _marker_json(marker: Marker) -> dict[str, Any]:
    return {"sample": int(marker.sample), "name": marker.name, "length": int(marker.length)}


def _marker(table: JsonTable) -> Marker:
    # files of the first programs know positions only
    length = table.count("length") if "length" in table else 0
    return Marker(table.count("sample"), table.text("name"), length)


def _take_json(take: Take, beside: Path | None) -> dict[str, Any]:
    return {
        "name": take.name,
        "folder": place_of(take.folder, beside),
        "span": _span_json(take.span),
        "position": int(take.position),
        "model": take.model,
        "model_sha256": take.model_sha256,
        "choice": take.choice.to_json(),
    }


def _take(table: JsonTable, beside: Path) -> Take:
    span = _span(table, "span")
    if span is None:
        raise BadValueError("a take covers nothing")
    return Take(
        table.text("name"),
        path_of(table.table("folder"), beside),
        span,
        SeparationSettings.from_json(table.table("choice")),
        table.text("model"),
        table.count("position"),
        # files of earlier programs know no checksum
        table.text("model_sha256") if "model_sha256" in table else "",
    )


def _view_json(view: ViewBlock) -> dict[str, Any]:
    return {
        "visible": _span_json(view.visible),
        "selection": _span_json(view.selection),
        "band_hz": None if view.band_hz is None else [float(edge) for edge in view.band_hz],
        "shape": None if view.shape is None else region_to_json(view.shape),
        "scale": view.scale,
        "floor_db": finite(view.floor_db),
        "ceiling_db": finite(view.ceiling_db),
        "colours": view.colours,
        "waveform": bool(view.waveform),
        "owners": bool(view.owners),
        "seen": [finite(edge) for edge in view.seen],
        "time_format": view.time_format,
        "follow": bool(view.follow),
        "playhead": int(view.playhead),
    }


def _view(table: JsonTable) -> ViewBlock:
    band_hz = None
    if not table.is_null("band_hz"):
        band_hz = table.numbers("band_hz", 2, 0.0, _HIGHEST_HZ)
    has_shape = "shape" in table and not table.is_null("shape")
    return ViewBlock(
        visible=_span(table, "visible"),
        selection=_span(table, "selection"),
        band_hz=None if band_hz is None else (band_hz[0], band_hz[1]),
        shape=region_from_json(table.table("shape")) if has_shape else None,
        scale=table.text("scale", SCALES),
        floor_db=table.number("floor_db", -WIDEST_DB, WIDEST_DB),
        ceiling_db=table.number("ceiling_db", -WIDEST_DB, WIDEST_DB),
        colours=table.text("colours"),
        waveform=table.flag("waveform"),
        # files of earlier programs know neither
        owners=table.flag("owners") if "owners" in table else False,
        seen=_seen(table) if "seen" in table else (0.0, 1.0),
        time_format=table.text("time_format", _TIME_FORMATS),
        follow=table.flag("follow"),
        # files of the first programs know no playhead
        playhead=table.count("playhead") if "playhead" in table else 0,
    )


def _seen(table: JsonTable) -> tuple[float, float]:
    bottom, top = table.numbers("seen", 2, 0.0, 1.0)
    if top <= bottom:
        raise BadValueError('"seen" ends before it starts')
    return bottom, top


def _span_json(span: SampleSpan | None) -> list[int] | None:
    return None if span is None or span.num_samples <= 0 else [int(span.start), int(span.stop)]


def _span(table: JsonTable, key: str) -> SampleSpan | None:
    """A span that may be null, and holds something where it is not."""
    if table.is_null(key):
        return None
    span = SampleSpan(*table.counts(key, 2))
    if span.num_samples <= 0:
        raise BadValueError(f'"{key}" ends before it starts')
    return span


def _check_names(what: str, names: list[str]) -> None:
    for name in names:
        if names.count(name) > 1:
            raise BadValueError(f'"{what}" has "{name}" twice')
