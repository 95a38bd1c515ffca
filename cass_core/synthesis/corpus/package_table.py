"""The Debian packages of the starter corpus: their licences and what lies where in them."""

from cass_core.stem_names import Stem
from cass_core.synthesis.corpus.package_rules import PackageRules, PathRule

# least and greatest share of speech that is believed
_BESIDE = (0.0, 0.15)
_SPOKEN = (0.10, 1.0)
_SURELY_SPOKEN = (0.30, 1.0)


def _speech(
    pattern: str, voice: str, tag: str, share: tuple[float, float] = _SPOKEN
) -> tuple[PathRule, ...]:
    return (PathRule(pattern, Stem.DX, voice, tag, share),)


def _isolated(pattern: str, voice: str, tag: str = "isolated") -> tuple[PathRule, ...]:
    # the detector misses single letters and short words, so it is not asked
    return _speech(pattern, voice, tag, (0.0, 1.0))


def _music(pattern: str = "", tag: str = "") -> tuple[PathRule, ...]:
    return (PathRule(pattern, Stem.MX, "{package}/{name}", tag, _BESIDE),)


def _effects(pattern: str = "", tag: str = "", *, any_name: bool = False) -> tuple[PathRule, ...]:
    return (PathRule(pattern, Stem.FX, "{package}/{folder}", tag, _BESIDE, any_name),)


def _left_out(pattern: str) -> tuple[PathRule, ...]:
    return (PathRule(pattern, None),)


# the same sound, cut or coded otherwise, is in a package of another split
_TWINS = r"colobot/sounds/sound032|ParklandLake2|stereo/dialog-warning|through_space|ships_bell"
_TRACKS_AMONG_EFFECTS = _music(
    r"gran_paradiso|introcutscene2.*intro2|battle_theme|beneath_the_rabbit|tonatiuh"
    r"|artificial_intelligence_v3|lugaru/sounds/music\d|sounds/(theme|original)\."
    r"|mono-?mix|stuffing-mono|highscoremusic|main_?zik|introzik|sounds/music-\d|kan-klavir-music"
)
_GAME = (
    *_left_out("/(voices?|speech|announcer|horn-signals)/|sequenceaudio|^doc/"),
    *_left_out(_TWINS),
    *_music(
        r"/(music|musics|music\.ocg|cdtracks|soundtrack|tunes|bgm)/|audio/(menu|tutorial)\.ogg"
    ),
    *_TRACKS_AMONG_EFFECTS,
    *_effects(),
)
_MUSIC_ALBUM = (*_effects("/sounds/"), *_music())
_PROMPTS = (
    *_left_out("/silence/"),
    *_effects(r"monkeys|beep|2tone|confbridge-(join|leave)\."),
    *_speech(r"sounds/(?P<voice>[^/]+)/", r"ast_\g<voice>", "prompt"),
)

_GPL = "GPL-2.0-or-later"
_GPL_3 = "GPL-3.0-or-later"
_BY_SA = "CC-BY-SA-3.0"
_CC_MIX = "CC-BY-SA-3.0, CC-BY-3.0, CC0-1.0"
_GPL_3_MIX = "GPL-2.0-or-later, GPL-3.0-or-later, CC"
_GPL_CC_MIX = "GPL-2.0-or-later, CC-BY, CC-BY-SA"


def _games(licence: str, names: str, priority: int = 2) -> tuple[PackageRules, ...]:
    return tuple(PackageRules(name, licence, _GAME, priority) for name in names.split())


def _albums(licence: str, names: str, priority: int = 2) -> tuple[PackageRules, ...]:
    return tuple(PackageRules(name, licence, _MUSIC_ALBUM, priority) for name in names.split())


def _prompts(languages: str, priority: int) -> tuple[PackageRules, ...]:
    names = (f"asterisk-core-sounds-{language}-g722" for language in languages.split())
    return tuple(PackageRules(name, _BY_SA, _PROMPTS, priority) for name in names)


_VOICED = (
    PackageRules("fillets-ng-data-cs", _GPL, _speech("/cs/", "fillets_cs", "acted"), 1),
    PackageRules("fillets-ng-data-nl", _GPL, _speech("/nl/", "fillets_nl", "acted"), 1),
    PackageRules(
        "klettres-data",
        _GPL,
        _isolated("klettres/(?P<lang>[^/]+)/(alpha|syllab)", r"klettres_\g<lang>"),
    ),
    PackageRules(
        "ktuberling-data",
        "GPL-2.0-or-later, CC-BY-3.0",
        _isolated("sounds/(?P<lang>[^/]+)/", r"ktuberling_\g<lang>"),
    ),
    PackageRules(
        "tuxpaint-stamps-default",
        "GPL-2.0",
        (
            *_isolated(r"_desc_(?P<lang>[a-z_]+)\.(ogg|wav)$", r"tuxpaint_\g<lang>"),
            *_isolated(r"_desc\.(ogg|wav)$", "tuxpaint_en"),
            *_effects(),
        ),
    ),
    PackageRules(
        "flight-of-the-amazon-queen",
        "freeware of Flight of the Amazon Queen: the game itself may not be sold",
        _speech("/speech/", "queen_cast", "acted lowband"),
    ),
    PackageRules(
        "beneath-a-steel-sky",
        "freeware of Beneath a Steel Sky: the game itself may not be sold",
        _speech("/speech/", "sky_cast", "acted lowband"),
    ),
    PackageRules(
        "gcin-voice",
        "CC-BY-3.0, GPL-3.0",
        _isolated(r"/(?P<speaker>\d+)\.ogg$", r"gcin_\g<speaker>", "isolated syllable"),
        5,
    ),
    PackageRules(
        "pocketsphinx-testdata",
        "BSD-2-Clause",
        (*_speech("librivox", "psphinx_librivox", "read"), *_speech("", "psphinx_test", "read")),
        1,
    ),
    PackageRules(
        "hedgewars-data",
        "GPL-2.0, GFDL-1.3, CC-BY-SA",
        (
            *_left_out(r"/voices/Singer/|/[0-9][A-G]\.ogg$|custom\d|valkyries|hellish|hogchant"),
            *_left_out("kiss|yoohoo|hell_|extratime|suddendeath|homerun|denied"),
            *_speech(r"/voices/(?P<voice>[^/]+)/", r"hw_\g<voice>", "cartoon"),
            *_GAME,
        ),
        1,
    ),
    PackageRules(
        "warzone2100-data",
        _GPL,
        (
            *_left_out("sequenceaudio"),
            *_effects("/audio/sfx/|radclick"),
            *_speech("/audio/", "wz2100", "game-voice radio lowband"),
            *_effects(),
        ),
        3,
    ),
    PackageRules(
        "0ad-data",
        _BY_SA,
        (
            *_music("/music/"),
            *_speech(
                r"/voice/(?P<people>[^/]+)/.*?(?P<sex>female|male)",
                r"0ad_\g<people>_\g<sex>",
                "game-voice",
            ),
            *_speech(r"/voice/(?P<people>[^/]+)/", r"0ad_\g<people>", "game-voice"),
            *_left_out("/actor/human/(death|attack|pain|movement/voice|hunt)|scream"),
            *_effects(any_name=True),
        ),
        3,
    ),
    PackageRules(
        "nexuiz-data",
        _GPL,
        (
            *_left_out("/announcer/robotic/"),
            *_speech("/announcer/", "nexuiz_announcer", "game-voice", _SURELY_SPOKEN),
            *_speech("/tutorial/", "nexuiz_tutorial", "game-voice", _SURELY_SPOKEN),
            *_speech(
                "/player/(?P<who>[^/]+)/coms/",
                r"nexuiz_\g<who>",
                "game-voice shouted",
                _SURELY_SPOKEN,
            ),
            *_left_out("/player/"),
            *_GAME,
        ),
    ),
    PackageRules(
        "openclonk-data",
        "CC-BY-3.0, CC0-1.0",
        (*_left_out(r"clonk\.ocg/(skin|verbalization)|/(die|hurt|scream)\d*\."), *_GAME),
    ),
    PackageRules(
        "unknown-horizons",
        _GPL_CC_MIX,
        (*_speech("/voice/(?P<lang>[^/]+)/", r"uh_\g<lang>", "game-voice"), *_GAME),
    ),
    PackageRules(
        "boswars-data",
        _GPL,
        (
            *_speech("campaigns/tutorial/", "boswars_narrator", "game-voice", (0.6, 1.0)),
            *_GAME,
        ),
    ),
    PackageRules(
        "marsshooter-data",
        _GPL_3,
        (
            *_speech("/announcer/", "marsshooter_announcer", "game-voice", _SURELY_SPOKEN),
            *_GAME,
        ),
    ),
)

# each gives a few minutes of effects, the scarcest stem
_MORE_GAMES = (
    *_games(_GPL, "berusky2-data warmux-data netpanzer-data etw-data bzflag-data", 4),
    *_games(_GPL_3_MIX, "supertux-data", 4),
    *_games("GPL-3.0-or-later, CC-BY-SA-3.0", "caveexpress-data ardentryst", 4),
    *_games("LGPL-2.1-or-later, CC-BY-SA-3.0", "freeorion-data", 4),
    *_games("GPL-2.0-or-later, CC-BY-SA-3.0", "wordwarvi-sound", 4),
    *_games("LGPL-3.0-or-later", "oxygen-sounds", 4),
    *_games("GPL-2.0", "frozen-bubble-data", 4),
    *_games(_BY_SA, "teeworlds-data", 4),
    *_games(_CC_MIX, "starfighter-data", 4),
    *_games("GPL-2.0-or-later, Free Art License", "torcs-data", 5),
    PackageRules(
        "fillets-ng-data",
        _GPL,
        (*_music("kan-klavir-music"), *_effects("fillets-ng/sound/"), *_GAME),
        4,
    ),
    PackageRules(
        "freedroidrpg-data",
        "GPL-2.0-or-later, GPL-3.0",
        (*_left_out("titles|voice_samples|tux_ingame"), *_GAME),
        4,
    ),
    PackageRules("openarena-data", _GPL, (*_left_out(r"/player/(?!.*footsteps)"), *_GAME), 4),
    PackageRules("redeclipse-data", _CC_MIX, (*_left_out("/(voice|player)/"), *_GAME), 5),
)

PACKAGES: tuple[PackageRules, ...] = tuple(
    sorted(
        (
            *_prompts("en it", 1),
            *_prompts("fr es ru", 2),
            *_games(_CC_MIX, "sound-theme-freedesktop", 1),
            *_games(_GPL_CC_MIX, "ufoai-sound", 1),
            *_albums(_CC_MIX, "hyperrogue-music", 1),
            *_games(_GPL, "lincity-ng-data wesnoth-1.16-data", 1),
            *_games(_GPL_3, "colobot-common-sounds", 1),
            *_games(_CC_MIX, "minetest-data", 1),
            *_albums(_GPL, "wesnoth-1.16-music nexuiz-music", 1),
            *_VOICED,
            *_albums(_BY_SA, "singularity-music"),
            *_albums(_GPL_CC_MIX, "ufoai-music"),
            *_albums(_GPL, "warzone2100-music"),
            *_albums(_GPL_3, "planetblupi-music-ogg"),
            *_games(_GPL_3_MIX, "naev-data"),
            *_games(_BY_SA, "megaglest-data flare-game"),
            *_games(_GPL_CC_MIX, "scorched3d-data"),
            *_games("GPL-2.0-or-later with exception", "btanks-data"),
            *_games("CC-BY-SA-4.0, public domain", "endless-sky-data lugaru-data"),
            *_games(_GPL, "searchandrescue-data"),
            *_games("MPL-2.0", "libreoffice-common"),
            *_games("GPL-2.0-or-later, 3 tracks CC-BY-SA-3.0", "widelands-data", 3),
            *_games(_CC_MIX, "supertuxkart-data", 3),
            *_MORE_GAMES,
        ),
        key=lambda rules: rules.priority,
    )
)


def package_rules(name: str) -> PackageRules | None:
    """The rules of a package by its name."""
    return next((rules for rules in PACKAGES if rules.package == name), None)
