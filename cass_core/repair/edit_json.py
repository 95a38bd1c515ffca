"""A list of repairs as JSON values and back, checked value by value."""

from collections.abc import Callable
from typing import Any

from cass_core.checked.json_table import BadValueError, JsonTable
from cass_core.clips import SampleSpan
from cass_core.repair.cells import MOST_CELLS, Cells
from cass_core.repair.edits import Edit, EditList
from cass_core.repair.freehand import Brush, Polygon
from cass_core.repair.operations import Fill, Gate, Move, Operation, Replace, ShareOut
from cass_core.repair.region import MODES, Mode, Part, Region
from cass_core.repair.shapes import Band, Harmonics, Rectangle, Shape
from cass_core.stem_names import STEM_CODES, Stem

_FAR = 1e12  # samples or hertz: beyond any programme
_LOWEST_DB, _HIGHEST_DB = -400.0, 400.0
_MOST_PARTIALS = 1000


def edits_to_json(edits: EditList) -> list[dict[str, Any]]:
    """The list as values that JSON can hold.

    Args:
        edits: in their order.

    Returns:
        A table for each.
    """
    return [
        {"on": edit.is_on, "note": edit.note, **operation_to_json(edit.operation)} for edit in edits
    ]


def edits_from_json(table: JsonTable, key: str) -> EditList:
    """The list of JSON values; `BadValueError` where they are not one.

    Args:
        table: that holds the list.
        key: where.

    Returns:
        The edits.
    """
    return EditList(table.each(key, _edit))


def operation_to_json(operation: Operation) -> dict[str, Any]:
    """One operation as values that JSON can hold."""
    values: dict[str, Any] = {
        "kind": _KIND_NAMES[type(operation)],
        "region": region_to_json(operation.region),
        "amount": float(operation.amount),
    }
    for name in ("source", "target"):
        if hasattr(operation, name):
            stem = getattr(operation, name)
            values[name] = None if stem is None else stem.code
    if isinstance(operation, Gate):
        values["level_db"] = float(operation.level_db)
    if isinstance(operation, Replace):
        values["take"] = operation.take
    if isinstance(operation, Fill):
        values["floor_db"] = [[float(v) for v in levels] for levels in operation.floor_db]
    return values


def region_to_json(region: Region) -> dict[str, Any]:
    """A region as values that JSON can hold."""
    return {
        "parts": [{"mode": part.mode, **_shape_json(part.shape)} for part in region.parts],
        "feather_samples": int(region.feather_samples),
        "feather_hz": float(region.feather_hz),
    }


def region_from_json(table: JsonTable) -> Region:
    """A region of JSON values; `BadValueError` where they are none."""
    parts = table.each("parts", _part)
    if not parts or parts[0].mode != "add":
        raise BadValueError("a region begins with nothing")
    return Region(parts, table.count("feather_samples"), table.number("feather_hz", 0.0, _FAR))


def _edit(table: JsonTable) -> Edit:
    kind = table.text("kind", tuple(_READERS))
    region, amount = region_from_json(table.table("region")), table.number("amount", 0.0, 1.0)
    operation = _READERS[kind](table, region, amount)
    return Edit(operation, table.flag("on"), table.text("note"))


def _move(table: JsonTable, region: Region, amount: float) -> Operation:
    source = None if table.is_null("source") else _stem(table, "source")
    return Move(region, source, _stem(table, "target"), amount)


def _share_out(table: JsonTable, region: Region, amount: float) -> Operation:
    return ShareOut(region, _stem(table, "source"), amount)


def _gate(table: JsonTable, region: Region, amount: float) -> Operation:
    level_db = table.number("level_db", _LOWEST_DB, _HIGHEST_DB)
    return Gate(region, _stem(table, "source"), _stem(table, "target"), level_db, amount)


def _fill(table: JsonTable, region: Region, amount: float) -> Operation:
    floor_db = _rows(table, "floor_db", None, _LOWEST_DB, _HIGHEST_DB)
    return Fill(region, _stem(table, "source"), _stem(table, "target"), floor_db, amount)


def _replace(table: JsonTable, region: Region, amount: float) -> Operation:
    return Replace(region, table.text("take"), amount)


def _stem(table: JsonTable, key: str) -> Stem:
    return Stem(table.text(key, STEM_CODES))


def _part(table: JsonTable) -> Part:
    shape = _SHAPES[table.text("shape", tuple(_SHAPES))](table)
    mode: Mode = table.text("mode", MODES)  # type: ignore[assignment]
    return Part(shape, mode)


def _shape_json(shape: Shape) -> dict[str, Any]:
    if isinstance(shape, Rectangle):
        span = [int(shape.span.start), int(shape.span.stop)]
        band = shape.band_hz and [float(edge) for edge in shape.band_hz]
        return {"shape": "rectangle", "span": span, "band_hz": band}
    if isinstance(shape, Polygon):
        return {"shape": "polygon", "points": _plain(shape.points)}
    if isinstance(shape, Brush):
        size = {"half_samples": float(shape.half_samples), "hardness": float(shape.hardness)}
        return {"shape": "brush", "points": _plain(shape.points), **size}
    if isinstance(shape, Harmonics):
        size = {"num_partials": int(shape.num_partials), "half_hz": float(shape.half_hz)}
        return {"shape": "harmonics", "points": _plain(shape.points), **size}
    assert isinstance(shape, Cells)
    return {
        "shape": "cells",
        "start": int(shape.start),
        "hop": int(shape.hop),
        "low_hz": float(shape.low_hz),
        "bin_hz": float(shape.bin_hz),
        "size": [int(number) for number in shape.shape],
        "packed": shape.packed,
    }


def _plain(points: tuple[tuple[float, ...], ...]) -> list[list[float]]:
    return [[float(value) for value in point] for point in points]


def _rectangle(table: JsonTable) -> Shape:
    start, stop = (int(edge) for edge in table.numbers("span", 2, -_FAR, _FAR))
    if stop <= start:
        raise BadValueError('"span" ends before it starts')
    band: Band | None = None
    if not table.is_null("band_hz"):
        low, high = table.numbers("band_hz", 2, -_FAR, _FAR)
        band = low, high
    return Rectangle(SampleSpan(start, stop), band)


def _polygon(table: JsonTable) -> Shape:
    return Polygon(tuple((x, y) for x, y in _rows(table, "points", 2, -_FAR, _FAR, fewest=3)))


def _brush(table: JsonTable) -> Shape:
    points = tuple((x, y, half) for x, y, half in _rows(table, "points", 3, -_FAR, _FAR))
    half_samples = table.number("half_samples", 0.0, _FAR)
    return Brush(points, half_samples, table.number("hardness", 0.0, 1.0))


def _harmonics(table: JsonTable) -> Shape:
    points = tuple(sorted((x, y) for x, y in _rows(table, "points", 2, -_FAR, _FAR)))
    num_partials = min(table.count("num_partials", 1), _MOST_PARTIALS)
    return Harmonics(points, num_partials, table.number("half_hz", 0.0, _FAR))


def _cells(table: JsonTable) -> Shape:
    rows, columns = table.counts("size", 2)
    if not 0 < rows * columns <= MOST_CELLS:
        raise BadValueError('"size" is not a number of cells')
    start = int(table.number("start", -_FAR, _FAR))
    hop, low_hz = table.count("hop", 1), table.number("low_hz", -_FAR, _FAR)
    bin_hz = table.number("bin_hz", 1e-3, _FAR)
    cells = Cells(start, hop, low_hz, bin_hz, (rows, columns), table.text("packed"))
    if not cells.is_sound:
        raise BadValueError('"packed" does not hold the cells')
    return cells


def _rows(
    table: JsonTable,
    key: str,
    how_many: int | None,
    lowest: float,
    highest: float,
    fewest: int = 1,
) -> tuple[tuple[float, ...], ...]:
    """Rows of numbers, each of as many as asked for."""
    rows = table.lists(key)
    if len(rows) < fewest:
        raise BadValueError(f'"{key}" has too few points')
    named = JsonTable({f"{key}[{n}]": row for n, row in enumerate(rows)}, "")
    return tuple(
        named.numbers(f"{key}[{n}]", len(row) if how_many is None else how_many, lowest, highest)
        for n, row in enumerate(rows)
    )


_KIND_NAMES: dict[type, str] = {
    Move: "move",
    ShareOut: "share out",
    Gate: "gate",
    Fill: "fill",
    Replace: "replace",
}
_READERS: dict[str, Callable[[JsonTable, Region, float], Operation]] = {
    "move": _move,
    "share out": _share_out,
    "gate": _gate,
    "fill": _fill,
    "replace": _replace,
}
_SHAPES: dict[str, Callable[[JsonTable], Shape]] = {
    "rectangle": _rectangle,
    "polygon": _polygon,
    "brush": _brush,
    "harmonics": _harmonics,
    "cells": _cells,
}
