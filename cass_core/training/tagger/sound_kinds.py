"""What kind of sound a clip of the corpus is, by the words of its path and its tags."""

import re
from functools import lru_cache

from cass_core.stem_names import STEM_CODES, Stem
from cass_core.synthesis.corpus.catalog import ClipEntry

KIND_WORDS: dict[str, frozenset[str]] = {
    kind: frozenset(words.split())
    for kind, words in {
        "interface": "ui interface click beep menu message notify select error button chat alarm",
        "footsteps": "footsteps footstep singlesteps steps step walk walking run",
        "animal": "animals animal fauna birds bird horse sheep dog wolf frog elephant cow goat pig "
        "bovines mammals ptak lion cat duck chicken insect cricket zombie growl dragon",
        "weather": "wind rain thunder storm weather lightning",
        "water": "water waterfall splash ocean sea river liquids swim waves drip lava",
        "explosion": "explosion explosions explode explons blast grenade bomb boom",
        "shot": "rifle pistol smg shotgun machinegun bullet gun shoot laser plasma rocket missile "
        "cannon blunderbuss flamer beam launch",
        "machine": "engine vehicle machine jet helicopter skid motor hum factory desertfactory "
        "train truck car tracks saw",
        "impact": "hit hits impact impacts metalbang stonebang swordhit shield sword crash thud "
        "clank break breakglass breakwood metal wood stone anvil hammer mining lumber door doors",
        "magic": "magic archmage summoner powers teleport spawn respawn morph heal spell",
        "ambience": "ambience ambient amb environment forest cave dayscape day night",
    }.items()
}
OTHER_EFFECT, NARROW_SPEECH = "other effect", "narrow speech"
CLASSES = (*STEM_CODES, *KIND_WORDS, OTHER_EFFECT, NARROW_SPEECH)

_NOISE_KINDS = {
    name: kind
    for kind, names in {
        "weather": "wind rain",
        "water": "sea",
        "ambience": "room murmur",
        "machine": "engine hum machine",
        "animal": "insects",
        "impact": "bang clatter thud debris glass",
        "footsteps": "steps",
        "interface": "alarm",
    }.items()
    for name in names.split()
}


@lru_cache(maxsize=100_000)
def clip_kind(entry: ClipEntry) -> str | None:
    """A class of `CLASSES` finer than the stem, or None."""
    if entry.stem is Stem.MX:
        return None
    tags = set(entry.tag.split())
    if entry.stem is Stem.DX:
        return NARROW_SPEECH if tags & {"radio", "lowband"} else None
    words = tags | set(re.findall(r"[a-z]+", entry.source.lower()))
    return next((kind for kind, known in KIND_WORDS.items() if words & known), OTHER_EFFECT)


def noise_kind(kind: str) -> str:
    """The class of a sound made from noise."""
    return _NOISE_KINDS.get(kind, OTHER_EFFECT)
