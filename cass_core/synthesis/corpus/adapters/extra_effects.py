"""Effects, atmospheres, crowds and voices without words from eight free projects.

The table (`catalogue.csv`) names every file with its licence and the repository, commit and path
from which anybody can fetch it; see `catalogue_folder` for the columns. What is kept back for
validation and tests is kept back by recording: several files of one class are cuts of one take,
and takes recur between the projects.
"""

import re
from collections.abc import Iterator
from pathlib import Path

from cass_core.stem_names import Stem
from cass_core.synthesis.corpus.adapters.catalogue_folder import (
    CATALOGUE_FILE,
    CatalogueRow,
    catalogue_rows,
    present_files,
    without_suffix,
)
from cass_core.synthesis.corpus.adapters.effect_kinds import effect_kind, voice_kind
from cass_core.synthesis.corpus.adapters.set_clip import SetClip, SourceSet
from cass_core.synthesis.corpus.catalog import NONVERBAL

# of each class of cuts in their order: the numbers that validation and those that the test keeps;
# a cut or two before and after them are left out, for they may be of the same take
_TAKES_KEPT = {
    "breathing": ((), (33, 50)),
    "cough": ((44, 48), (50, 62)),
    "laugh": ((33, 38), (42, 49)),
    "femalescream": ((52, 60), (66, 70)),
    "malescream": ((68, 76), (78, 86)),
    "femalecry": ((26, 28), (30, 35)),
    "babycry": ((30, 33), (36, 40)),
    "yawn": ((28, 31), (33, 40)),
    "sneeze": ((29, 32), (34, 40)),
    "glassbreaking": ((63, 72), (96, 101)),
    "dishes": ((1, 27), ()),
    "paper": ((), (48, 63)),
    "handsclapping": ((1, 99), ()),
    "keys": ((1, 99), ()),
    "dooropening": ((), (1, 99)),
    "electricalshaver": ((), (1, 99)),
}
_GUARD = 2
_KEPT = {
    "valid": re.compile(
        r"moodist/.*/(crowd|cafe|office|busy-street|rain-on-window|thunder|wind-in-trees|river"
        r"|inside-a-train|fireworks|night-village|highway|clock|laboratory|airplane|walk-on-leaves"
        r"|cows|crows|keyboard|paper|washing-machine|droplets)"
        r"|noisekun/.*/waves"
        r"|soundfxlibrary/.*/(thunder-[45]|swordfight.*|squeaky-door-open-\d|water-splash.*)"
        r"|ss14/(Gunshots|Hits|Weapons|Vehicle|Machines|Footsteps|Animals|voice event)/.*"
    ),
    "test": re.compile(
        r"moodist/.*/(restaurant|subway-station|traffic|heavy-rain|howling-wind|waves|campfire"
        r"|crickets|train|construction-site|ambulance-siren|dog-barking|horse-gallop|typewriter"
        r"|walk-in-snow|boiling-water|seagulls|wolf|dryer|windshield-wipers|rowing-boat)"
        r"|noisekun/.*/(playground|storm|birds-tree)"
        r"|soundfxlibrary/.*/(squeaky-door-open-slow-1|thunder-[17]|tree-falling.*|melee.*)"
        r"|mod-sounds/(rifle|pistol|ar_|explosion|shotgun|motorbike|car_|vehicle|helicopter|jet|door)"
        r".*"
    ),
}
# voices that are none or are not human, words, chatter, silence
_LEFT_OUT = re.compile(
    r"/voice event/(arachnid|diona|moth|skeleton|slime|lowhiss|whistle|sitcom)"
    r"|/(silence|static|speech-zombie.*|inaudible-chatter.*|weh|muffled-weh|narsie.*|voteding|parp\d|salute|tummy\d?)$"
    r"|/Whistle/|dynsurround/src/breathing"
)
_VOICED = re.compile(r"/(hurt_[mf]|fatigue|ferals)/")
_BEDS = re.compile(
    r"moodist/|noisekun/|/(weather|night|ambient)|soundfxlibrary/.*/(rain|ocean|forest|wind)"
)


def read_extra_effects(root: Path) -> Iterator[SetClip]:
    """The files that both the table names and the folder holds, in the table's order."""
    files = present_files(root)
    for row in catalogue_rows(root / CATALOGUE_FILE, FX_EXTRA.title):
        path = files.get(without_suffix(row.file))
        split = split_of(row)
        if path is not None and split is not None:
            yield _clip(row, path, split)


def recording_name(row: CatalogueRow) -> str:
    """Project, kind in the table's words and name of a file, as "moodist/cows/cows"."""
    project, _, file = without_suffix(row.file).partition("/")
    return f"{project}/{row.kind}/{re.sub(r'-[0-9a-f]{10}$', '', file)}"


def split_of(row: CatalogueRow) -> str | None:
    """Split of a file; None where it is left out."""
    name = recording_name(row)
    if _LEFT_OUT.search(name):
        return None
    take = re.fullmatch(r"noise-of-life/.*/([a-z]+)-(\d+)", name)
    if take and take[1] in _TAKES_KEPT:
        return _take_split(int(take[2]), *_TAKES_KEPT[take[1]])
    return next((split for split, kept in _KEPT.items() if kept.fullmatch(name)), "train")


def _take_split(number: int, valid: tuple[int, ...], test: tuple[int, ...]) -> str | None:
    for split, kept in (("valid", valid), ("test", test)):
        if kept and kept[0] <= number <= kept[1]:
            return split
    near = any(kept and kept[0] - _GUARD <= number <= kept[1] + _GUARD for kept in (valid, test))
    return None if near else "train"


def _clip(row: CatalogueRow, path: Path, split: str) -> SetClip:
    name = recording_name(row)
    is_voice = row.stem is Stem.DX or _VOICED.search(name) is not None
    project, _, rest = name.partition("/")
    kind = voice_kind(rest) if is_voice else effect_kind(rest)
    return SetClip(
        path=path,
        source=row.source,
        stem=Stem.DX if is_voice else row.stem,
        split=split,
        voice=f"{project}/{_voice(rest) if is_voice else kind}",
        licence=row.licence,
        attribution=row.author,
        tag=NONVERBAL if is_voice else "ambience" if _BEDS.search(name) else "",
        kind=kind,
    )


def _voice(name: str) -> str:
    """The voices of one class, such as "femalescream"."""
    return re.sub(r"[-\d]+$", "", name.rpartition("/")[2])


FX_EXTRA = SourceSet("fx-extra", "the extra effects", read_extra_effects)
