"""How the path of a file in a package decides its stem, voice, tag and split."""

import re
from dataclasses import dataclass

from cass_core.stem_names import Stem

_PREFIXES = ("usr/share/games/", "usr/share/", "usr/lib/")


@dataclass(frozen=True)
class PathRule:
    r"""The first rule of a package whose pattern is found in a path decides.

    Attributes:
        pattern: regular expression, without regard to case, on the normalised path.
        stem: what such files are; None leaves them out.
        voice: template of the voice, with the pattern's groups as `\g<name>` and `{name}` for the
            file's name and `{folder}` for its folder.
        tag: words about such files.
        speech: least and greatest share of speech frames that is believed.
        any_name: keep the file even where its name speaks of voices or song.
    """

    pattern: str
    stem: Stem | None
    voice: str = "{package}/{folder}"
    tag: str = ""
    speech: tuple[float, float] = (0.0, 1.0)
    any_name: bool = False


@dataclass(frozen=True)
class PackageRules:
    """A package of the corpus.

    Attributes:
        package: Debian's name.
        licence: summary of its copyright file.
        rules: tried in order.
        priority: 1 first; packages of 1 alone already give all stems in train and test.
    """

    package: str
    licence: str
    rules: tuple[PathRule, ...]
    priority: int = 2


@dataclass(frozen=True)
class Placement:
    """Where a file of a package belongs.

    Attributes:
        stem: what the file is.
        voice: speaker, family of effects or track.
        tag: words about the sound.
        split: "train", "valid" or "test".
        speech: least and greatest share of speech frames that is believed.
    """

    stem: Stem
    voice: str
    tag: str
    split: str
    speech: tuple[float, float]


def normalised(path: str) -> str:
    """The path without the folders that every package has in common."""
    for prefix in _PREFIXES:
        if path.startswith(prefix):
            return path[len(prefix) :]
    return path


def place(package: PackageRules, path: str) -> Placement | None:
    """Sort one file of a package.

    Args:
        package: its rules.
        path: normalised path of the file.

    Returns:
        None for a file that is left out.
    """
    for rule in package.rules:
        found = re.search(rule.pattern, path, re.IGNORECASE)
        if found:
            break
    else:
        return None
    if rule.stem is None or (not rule.any_name and _is_doubtful(rule.stem, path)):
        return None
    voice = _voice(found.expand(rule.voice), package.package, path)
    tag = rule.tag
    if rule.stem is Stem.FX:
        tag = " ".join([tag, *_words_about_effect(path)]).strip()
    split = split_of(rule.stem, package.package, voice)
    return Placement(rule.stem, voice, tag, split, rule.speech)


def split_of(stem: Stem, package: str, voice: str) -> str:
    """Split of a voice (dialogue) or of a package (effects and music), never shared by two."""
    if stem is Stem.DX:
        if _TEST_VOICES.match(voice):
            return "test"
        return "valid" if _VALID_VOICES.match(voice) else "train"
    if package in _TEST_PACKAGES:
        return "test"
    return "valid" if package in _VALID_PACKAGES else "train"


def _last_two(path: str) -> str:
    return "/" + "/".join(path.split("/")[-2:])


def _is_doubtful(stem: Stem, path: str) -> bool:
    name = path.rsplit("/", 1)[-1]
    if stem is Stem.FX:
        return bool(_VOCALISATION.search(_last_two(path)) or _MUSICAL.search(name))
    return stem is Stem.MX and bool(_SUNG.search(name))


def _words_about_effect(path: str) -> list[str]:
    words = {"ambience": _AMBIENCE, "ui": _INTERFACE}
    return [word for word, pattern in words.items() if pattern.search(_last_two(path))]


def _voice(template: str, package: str, path: str) -> str:
    folder, _, name = path.rpartition("/")
    known = {"{package}": package, "{folder}": folder.rpartition("/")[2]}
    known["{name}"] = name.rpartition(".")[0].lower()
    for blank, text in known.items():
        template = template.replace(blank, text)
    return template


# people who make sounds that are not words: neither dialogue nor a clean effect
_VOCALISATION = re.compile(
    r"scream|shout|yell|(?<!s)pain(?!t)|hurt|death|[_-]die|dying|grunt|groan|moan|laugh|giggle"
    r"|(?<![a-z])cry|cough|gasp|breath|voice|speech|talk|speak|taunt|ouch|cheer|crowd|baby|choir"
    r"|(?<![a-z])sing(?!le)|vocal|human|(?<![a-z])(fe)?male|woman|(?<![a-z])girl|whine|snore|sneeze"
    r"|(?<![a-z])boy(?![a-z])|burp|jump_?voice|announce|drown|gurp|hogchant|acknowledge|applau"
    r"|(?<![a-z])ack\d|(?<![a-z])select\d?\.|(?<![a-z])yes|(?<![a-z])hello|(?<![a-z])tavern",
    re.IGNORECASE,
)
_SUNG = re.compile(
    r"vocal|(?<![a-z])song(?![a-z])|lyric|choir|chant|(?<![a-z])sing(?!u|le)|(?<![a-z])aria"
    r"|a_?capella",
    re.IGNORECASE,
)
_MUSICAL = re.compile(
    r"music|theme(?!s)|melod|jingle|fanfare|(?<![a-z])tune(?![a-z])|victory|defeat"
    r"|(?<![a-z])(win|lose|won|lost)(?![a-z])|game_?over|tada|highscore|startup|login|logout"
    r"|chapel|radiomessage|newswav|amb_intro|^horror|airport_pa|drama",
    re.IGNORECASE,
)
_AMBIENCE = re.compile(
    r"ambien[ct]|(?<![a-z])amb_|environment|weather|(?<![a-z])(rain|wind|storm|birds|ocean|river|day"
    r"|night)(?![a-z])",
    re.IGNORECASE,
)
_INTERFACE = re.compile(
    r"click|button|menu|beep|blip|(?<![a-z])ui[_/]|interface|interfce|toggle|select|hover|notify"
    r"|message|dialog|error|warning|complete|bell|alert|chime|keyboard|panel|geoscape",
    re.IGNORECASE,
)

_TEST_VOICES = re.compile(
    r"ast_it_IT_m_Carlo|fillets_nl|(klettres|ktuberling|tuxpaint)_(nl|it|lt|he)$|psphinx_"
    r"|hw_(British|Mobster)$|0ad_napatan|uh_"
)
_VALID_VOICES = re.compile(
    r"ast_fr|(klettres|ktuberling|tuxpaint)_da$|hw_Pirate$|0ad_persian|nexuiz_fricka"
)
_TEST_PACKAGES = frozenset(
    {
        "colobot-common-sounds",
        "libreoffice-common",
        "lincity-ng-data",
        "openclonk-data",
        "singularity-music",
        "sound-theme-freedesktop",
        "unknown-horizons",
    }
)
_VALID_PACKAGES = frozenset({"hyperrogue-music", "searchandrescue-data"})
