"""ESC-50 and the noises of MS-SNSD: sounds sorted into classes, as effects and voices.

ESC-50: `audio/FOLD-RECORDING-TAKE-CLASS.wav`, `meta/esc50.csv` and `LICENSE`, which names each
clip's own licence; only CC0 and CC-BY clips are taken. Clips of one recording share a fold.
MS-SNSD: `noise_train/CLASS_NUMBER.wav` and `noise_test/`; its clean speech is not read.
"""

import re
from collections.abc import Iterator
from pathlib import Path

from cass_core.checked.csv_file import csv_records
from cass_core.stem_names import Stem
from cass_core.synthesis.corpus.adapters.effect_kinds import (
    OTHER,
    effect_kind,
    voice_kind,
)
from cass_core.synthesis.corpus.adapters.set_clip import (
    SetClip,
    SourceSet,
    held_out,
    is_below,
    not_found,
)
from cass_core.synthesis.corpus.catalog import NONVERBAL

_LICENCE_LINE = re.compile(
    r"- \[(?P<clip>[^\]]+)\.ogg\]:\s*(?P<words>.*)\[(?P<licence>[^\]]+)\]\s*$"
)
_FREE = {"CC0": "CC0-1.0", "CC-BY": "CC-BY-3.0"}
_FOLDS = {4: "valid", 5: "test"}
_VOICES = ("crying_baby", "sneezing", "coughing", "laughing", "breathing", "snoring")
_VALID_SHARE = 0.1
# words that can be followed, or that come from a loudspeaker
_SPOKEN = ("NeighborSpeaking", "Neighbor", "AirportAnnouncements")


def read_esc50(root: Path) -> Iterator[SetClip]:
    """The clips that may be used for any purpose, in the table's order."""
    table, licences = root / "meta" / "esc50.csv", root / "LICENSE"
    if not table.is_file() or not licences.is_file():
        raise not_found(root, ESC50.title, "meta/esc50.csv and LICENSE")
    known = _clip_licences(licences)
    for row in csv_records(table):
        name, category = row.get("filename", ""), row.get("category", "")
        path = root / "audio" / name
        clip = re.match(r"(\d)-\d+-[A-Z]", name)
        words, licence = known.get(clip[0], ("", "")) if clip else ("", "")
        if clip is None or licence not in _FREE or not (is_below(root, path) and path.is_file()):
            continue
        is_voice = category in _VOICES
        yield SetClip(
            path=path,
            source=f"audio/{name}",
            stem=Stem.DX if is_voice else Stem.FX,
            split=_FOLDS.get(int(clip[1]), "train"),
            voice=f"esc50/{category}",
            licence=_FREE[licence],
            attribution=words,
            tag=NONVERBAL if is_voice else "",
            kind=_kind(category, is_voice),
        )


def read_ms_snsd(root: Path) -> Iterator[SetClip]:
    """The noises without words that can be followed."""
    folders = {"train": root / "noise_train", "test": root / "noise_test"}
    if not any(folder.is_dir() for folder in folders.values()):
        raise not_found(root, MS_SNSD.title, "the folders noise_train or noise_test")
    for split, folder in folders.items():
        for path in sorted(folder.glob("*.wav")):
            name = path.stem.partition("_")[0]
            if name in _SPOKEN:
                continue
            is_kept_back = split == "train" and held_out(path.stem, _VALID_SHARE)
            yield SetClip(
                path=path,
                source=f"{folder.name}/{path.name}",
                stem=Stem.FX,
                split="valid" if is_kept_back else split,
                voice=f"ms-snsd/{name}",
                licence="CC0-1.0 (freesound) or CC-BY-SA-3.0 (DEMAND)",
                tag="ambience",
                kind="walla" if name == "Babble" else _kind(_words(name), is_voice=False),
            )


def _clip_licences(path: Path) -> dict[str, tuple[str, str]]:
    """Attribution and licence of each clip."""
    lines = path.read_text(encoding="utf-8", errors="replace").splitlines()
    found = (_LICENCE_LINE.match(line) for line in lines)
    return {line["clip"]: (line["words"].strip(), line["licence"]) for line in found if line}


def _kind(words: str, is_voice: bool) -> str:
    plain = words.replace("_", " ")
    kind = voice_kind(plain) if is_voice else effect_kind(plain.replace(" ", "-"))
    return plain if kind == OTHER else kind


def _words(name: str) -> str:
    """CopyMachine as "copy machine"."""
    return re.sub(r"(?<=[a-z])(?=[A-Z])", " ", name).lower()


ESC50 = SourceSet("esc50", "ESC-50", read_esc50)
MS_SNSD = SourceSet("ms-snsd", "MS-SNSD", read_ms_snsd)
