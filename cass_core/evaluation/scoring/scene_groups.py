"""Which language is spoken in a scene and which kind of effects sounds, told from its recipe."""

import re
from collections import Counter

from cass_core.stem_names import Stem
from cass_core.synthesis.corpus.catalog import ClipEntry
from cass_core.synthesis.corpus.clip_pool import ClipPool
from cass_core.synthesis.scenes.scene_recipe import SceneRecipe

_LANGUAGES = {
    "ar": "Arabic", "bg": "Bulgarian", "ca": "Catalan", "cs": "Czech", "da": "Danish",
    "de": "German", "el": "Greek", "en": "English", "es": "Spanish", "et": "Estonian",
    "fi": "Finnish", "fr": "French", "ga": "Irish", "he": "Hebrew", "hi": "Hindi",
    "hr": "Croatian", "hu": "Hungarian", "it": "Italian", "ja": "Japanese", "ko": "Korean",
    "lt": "Lithuanian", "lv": "Latvian", "nb": "Norwegian", "nl": "Dutch", "nn": "Norwegian",
    "no": "Norwegian", "pl": "Polish", "pt": "Portuguese", "ro": "Romanian", "ru": "Russian",
    "sk": "Slovak", "sl": "Slovene", "sr": "Serbian", "sv": "Swedish", "tr": "Turkish",
    "uk": "Ukrainian", "zh": "Chinese", "be": "Belarusian", "gl": "Galician", "ml": "Malayalam",
    "nds": "Low German", "tn": "Tswana", "wa": "Walloon", "latin": "Latin", "greek": "Greek",
    "persian": "Persian",
}  # fmt: skip
# packages whose voices are named after persons
_PACKAGE_LANGUAGES = {
    "flight-of-the-amazon-queen": "English",
    "hedgewars-data": "English",
    "pocketsphinx-testdata": "English",
}
# a clip is of the first kind that a word of its name begins with
_KINDS: dict[str, tuple[str, ...]] = {
    "crowd": ("walla", "crowd", "croud", "romans", "square", "audience", "cheer", "circus"),
    "weapons and explosions": (
        "weapon", "gun", "shot", "shoot", "blast", "explo", "bullet", "laser", "arrow", "cannon",
        "firework", "boom", "missile", "grenade", "sword", "rocket", "zap", "bow", "javelin",
    ),
    "water": (
        "liquid", "water", "splash", "rain", "swim", "bubble", "diving", "boil", "sea", "wave",
        "river", "fountain", "sizzle",
    ),
    "weather and fire": (
        "wind", "thunder", "lightning", "storm", "strom", "fire", "flame", "fuse", "nature",
        "earthquake", "volcano", "gust",
    ),
    "animals": (
        "animal", "bird", "chirp", "cow", "horse", "sheep", "dog", "cat", "bat", "growl", "snort",
        "mooq", "monster", "wipf", "chippie", "puka", "fish", "mosquito",
    ),
    "machines and vehicles": (
        "engine", "motor", "elevator", "sawmill", "train", "plane", "propeller", "furnace",
        "fan", "wheel", "pump", "steam", "drill", "mill", "factory", "traf", "car", "track",
        "electric", "robot", "lorry", "industry", "power",
    ),
    "towns and places": (
        "commune", "market", "harbor", "harbour", "farm", "mine", "park", "school", "residen",
        "university", "sport", "warehouse", "ambience", "environment", "room", "shanty",
    ),
    "steps and movement": ("step", "movement", "rustle", "roll", "swing", "jump", "walk"),
    "impacts and objects": (
        "hit", "metal", "wood", "rock", "glass", "clang", "door", "chop", "crack", "dig", "chest",
        "impact", "smith", "blacksmith", "stone", "lumberjack", "gong", "kling", "object",
        "structure", "build",
    ),
}  # fmt: skip
_INTERFACE, _OTHER, _SEVERAL = "interface", "other", "several"
_MOST_OF_IT = 0.6
UNKNOWN = ""


def scene_group(recipe: SceneRecipe, pool: ClipPool, stem: Stem) -> str:
    """Language of the dialogue or kind of the effects.

    Args:
        recipe: of the scene.
        pool: clips of its split.
        stem: dialogue or effects; music has no groups.

    Returns:
        What most of the stem's clips belong to, "several" where there is no such thing, and
        nothing where it cannot be told.
    """
    name = {Stem.DX: dialogue_language, Stem.FX: effect_kind}.get(stem)
    if name is None:
        return UNKNOWN
    lengths: Counter[str] = Counter()
    for event in recipe.clips:
        if event.submix.stem is stem:
            lengths[name(pool.entry(event.clip))] += event.num_samples
    for made in recipe.noises:
        if made.submix.stem is stem and stem is Stem.FX:
            lengths[_kind_of(made.kind)] += made.num_samples
    if not lengths:
        return UNKNOWN
    most, length = lengths.most_common(1)[0]
    return most if length >= _MOST_OF_IT * lengths.total() else _SEVERAL


def dialogue_language(entry: ClipEntry) -> str:
    """The language that a clip's voice or package is named after; nothing where none is."""
    for words in (entry.voice, entry.package):
        for word in re.split(r"[^A-Za-z]+", words):
            if word.lower() in _LANGUAGES and (word.islower() or word.isupper()):
                return _LANGUAGES[word.lower()]
    return _PACKAGE_LANGUAGES.get(entry.package, UNKNOWN)


def effect_kind(entry: ClipEntry) -> str:
    """What an effect's path says that it is."""
    return _INTERFACE if "ui" in entry.tag.split() else _kind_of(f"{entry.tag} {entry.source}")


def _kind_of(words: str) -> str:
    # from the file's name up to its folders: the nearer word says more
    for part in reversed(re.split(r"[/ ]", words)):
        for word in map(str.lower, re.findall(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])", part)):
            for kind, signs in _KINDS.items():
                if word.startswith(signs):
                    return kind
    return _OTHER
