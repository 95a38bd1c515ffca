"""Divide and Remaster, versions 2 and 3: programmes of a minute with their stems.

Version 2: `dnr_v2/tr|cv|tt/<number>/{mix,speech,music,sfx}.wav` with `annots.csv`, a row an event.
Version 3: `<variant>/audio/train|val|test/<id>/{speech,music,sfx,sfx_fg,sfx_bg,mixture}.flac` with
`<variant>/manifest/<split>/<id>/{speech,music,sfx_fg,sfx_bg}.csv`.
The stems are cut at their silences, and the cuts named after the recordings in them.
"""

from collections.abc import Iterator
from pathlib import Path

from cass_core.checked.csv_file import csv_rows
from cass_core.checked.json_table import BadValueError
from cass_core.stem_names import Stem
from cass_core.synthesis.corpus.adapters.set_clip import (
    NamedSpan,
    SetClip,
    SourceSet,
    not_found,
    top_folder,
)

_V2_SPLITS = {"tr": "train", "cv": "valid", "tt": "test"}
_V3_SPLITS = {"train": "train", "val": "valid", "test": "test"}
_V2_STEMS = {"speech": Stem.DX, "music": Stem.MX, "sfx": Stem.FX}
_V2_CLASSES = {"speech": "speech", "music": "music", "sfx": "sfx", "background": "sfx"}
_LICENCES = {"dnr2": "CC-BY-4.0", "dnr3": "CC-BY-SA-4.0"}
_V2_COLUMNS = 8  # file, class, start and end in the mixture, start and end in the clip, gain, words


def read_dnr2(root: Path) -> Iterator[SetClip]:
    """The stems of version 2, mixture by mixture."""
    root = top_folder(root, "dnr_v2")
    parts = [part for part in _V2_SPLITS if (root / part).is_dir()]
    if not parts:
        raise not_found(root, DNR2.title, "the folders tr, cv or tt")
    for part in parts:
        for folder in sorted((root / part).iterdir()):
            events = _v2_events(folder / "annots.csv")
            for name, stem in _V2_STEMS.items():
                spans = tuple(span for kind, span in events if kind == name)
                yield from _stem_file(
                    "dnr2", folder / f"{name}.wav", f"{part}/{folder.name}", stem,
                    _V2_SPLITS[part], spans,
                )  # fmt: skip


def read_dnr3(root: Path) -> Iterator[SetClip]:
    """The stems of version 3, of all variants in the folder."""
    variants = sorted({path.parent for path in (root, *root.rglob("*")) if _is_v3_audio(path)})
    if not variants:
        raise not_found(root, DNR3.title, "<variant>/audio/train, val or test")
    for variant in variants:
        for part, split in _V3_SPLITS.items():
            folder = variant / "audio" / part
            for sample in sorted(folder.iterdir()) if folder.is_dir() else ():
                notes = variant / "manifest" / part / sample.name
                for name, stem in _v3_stems(sample).items():
                    spans = _v3_events(notes / f"{name}.csv")
                    yield from _stem_file(
                        "dnr3", sample / f"{name}.flac", f"{variant.name}/{part}/{sample.name}",
                        stem, split, spans, tag="ambience" if name == "sfx_bg" else "",
                    )  # fmt: skip


def _is_v3_audio(path: Path) -> bool:
    return path.name == "audio" and any((path / part).is_dir() for part in _V3_SPLITS)


def _v3_stems(sample: Path) -> dict[str, Stem]:
    """Effects in front and behind apart where the set has them so."""
    is_apart = all((sample / f"{name}.flac").exists() for name in ("sfx_fg", "sfx_bg"))
    effects = ("sfx_fg", "sfx_bg") if is_apart else ("sfx",)
    return {"speech": Stem.DX, "music": Stem.MX} | dict.fromkeys(effects, Stem.FX)


def _stem_file(
    set_name: str,
    path: Path,
    sample: str,
    stem: Stem,
    split: str,
    spans: tuple[NamedSpan, ...],
    tag: str = "",
) -> Iterator[SetClip]:
    if path.exists():
        yield SetClip(
            path=path,
            source=f"{sample}/{path.name}",
            stem=stem,
            split=split,
            voice=f"{set_name}/{sample}/{path.stem}",
            licence=_LICENCES[set_name],
            tag=tag,
            is_long=True,
            spans=spans,
        )


def _v2_events(table: Path) -> list[tuple[str, NamedSpan]]:
    """The stem and the span of each event; none where the table is missing or damaged."""
    events = []
    for row in _rows(table):
        values = row[-_V2_COLUMNS:]
        try:
            kind = _V2_CLASSES[values[1]]
            events.append((kind, NamedSpan(float(values[2]), float(values[3]), values[0])))
        except (KeyError, ValueError, IndexError):
            continue  # the header, or a row that is none
    return events


def _v3_events(table: Path) -> tuple[NamedSpan, ...]:
    rows = _rows(table)
    header = rows[0] if rows else []
    if not {"file", "start_seconds", "end_seconds"} <= set(header):
        return ()
    file, start, end = (header.index(n) for n in ("file", "start_seconds", "end_seconds"))
    spans = []
    for row in rows[1:]:
        try:
            spans.append(NamedSpan(float(row[start]), float(row[end]), row[file]))
        except (ValueError, IndexError):
            continue
    return tuple(spans)


def _rows(table: Path) -> list[list[str]]:
    try:
        return list(csv_rows(table))
    except (OSError, BadValueError):
        return []


DNR2 = SourceSet("dnr2", "Divide and Remaster v2", read_dnr2)
DNR3 = SourceSet("dnr3", "Divide and Remaster v3", read_dnr3)
