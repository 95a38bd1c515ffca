import re

import pytest

from cass_core.stem_names import Stem
from cass_core.synthesis.corpus.package_rules import normalised, place, split_of
from cass_core.synthesis.corpus.package_table import PACKAGES, package_rules

ASTERISK = "asterisk/sounds/it_IT_m_Carlo/"
HEDGEWARS = "hedgewars/Data/"
NEXUIZ = "nexuiz/data/data.pk3/sound/"
ZERO_AD = "0ad/mods/public/public.zip/audio/"


PROMPTS = "asterisk-core-sounds-it-g722"
STAMPS = "tuxpaint-stamps-default"
QUEEN = "flight-of-the-amazon-queen"


@pytest.mark.parametrize(
    ("package", "path", "expected"),
    [
        (PROMPTS, ASTERISK + "vm-goodbye.g722", "DX ast_it_IT_m_Carlo test"),
        (PROMPTS, ASTERISK + "confbridge-leave-in.g722", "DX ast_it_IT_m_Carlo test"),
        (PROMPTS, ASTERISK + "confbridge-leave.g722", f"FX {PROMPTS}/it_IT_m_Carlo train"),
        ("fillets-ng-data-cs", "fillets-ng/sound/share/blackjokes/cs/a.ogg", "DX fillets_cs train"),
        (STAMPS, "tuxpaint/stamps/animals/yak_desc_nl.ogg", "DX tuxpaint_nl test"),
        (STAMPS, "tuxpaint/stamps/animals/yak_desc_pt_br.ogg", "DX tuxpaint_pt_br train"),
        (STAMPS, "tuxpaint/stamps/animals/yak_desc.ogg", "DX tuxpaint_en train"),
        (STAMPS, "tuxpaint/stamps/animals/yak.ogg", f"FX {STAMPS}/animals train"),
        ("klettres-data", "klettres/da/alpha/a-05.ogg", "DX klettres_da valid"),
        ("hedgewars-data", HEDGEWARS + "Sounds/voices/British/Ow1.ogg", "DX hw_British test"),
        ("hedgewars-data", HEDGEWARS + "Sounds/grenade.ogg", "FX hedgewars-data/Sounds train"),
        ("hedgewars-data", HEDGEWARS + "Music/Fruit.ogg", "MX hedgewars-data/fruit train"),
        ("nexuiz-data", NEXUIZ + "player/marine/coms/attack1.ogg", "DX nexuiz_marine train"),
        ("nexuiz-data", NEXUIZ + "weapons/hagexp3.wav", "FX nexuiz-data/weapons train"),
        ("0ad-data", ZERO_AD + "voice/napatan/civ_female_1.ogg", "DX 0ad_napatan_female test"),
        ("0ad-data", ZERO_AD + "voice/latin/civ_male_1.ogg", "DX 0ad_latin_male train"),
        ("0ad-data", ZERO_AD + "actor/human/movement/run_1.ogg", "FX 0ad-data/movement train"),
        (QUEEN, "scummvm/queen.1c/speech/C103H052.mp3", "DX queen_cast train"),
        ("gcin-voice", "gcin-voice/ogg/ba1/3.ogg", "DX gcin_3 train"),
        ("openclonk-data", "openclonk/Music.ocg/Lucid.ogg", "MX openclonk-data/lucid test"),
        ("singularity-music", "singularity/music/Co.ogg", "MX singularity-music/co test"),
        ("hyperrogue-music", "hyperrogue/sounds/trapdoor.ogg", "FX hyperrogue-music/sounds valid"),
        ("lugaru-data", "lugaru/Sounds/Music3.ogg", "MX lugaru-data/music3 train"),
        ("marsshooter-data", "marsshooter/audio/menu.ogg", "MX marsshooter-data/menu train"),
        (
            "warzone2100-data",
            "warzone2100/base.wz/audio/sfx/w.ogg",
            "FX warzone2100-data/sfx train",
        ),
        ("warzone2100-data", "warzone2100/base.wz/audio/res/p.ogg", "DX wz2100 train"),
    ],
)
def test_a_path_gets_its_place(package, path, expected):
    found = place(package_rules(package), path)
    assert f"{found.stem.value} {found.voice} {found.split}" == expected


@pytest.mark.parametrize(
    ("package", "path"),
    [
        ("asterisk-core-sounds-en-g722", "asterisk/sounds/en/silence/3.g722"),
        ("hedgewars-data", HEDGEWARS + "Sounds/voices/Singer/Amazing.ogg"),
        ("0ad-data", ZERO_AD + "actor/human/death/death_01.ogg"),
        ("megaglest-data", "megaglest/techs/units/sounds/archer_die1.wav"),
        ("megaglest-data", "megaglest/techs/units/sounds/archer_ack3.wav"),
        ("ufoai-sound", "ufoai/base/0snd.pk3/sound/human/hurt1.ogg"),
        ("nexuiz-data", NEXUIZ + "player/marine/player/death1.wav"),
        ("wesnoth-1.16-data", "wesnoth/1.16/data/core/sounds/horn-signals/horn-1.ogg"),
        ("supertuxkart-data", "supertuxkart/data/sfx/fanfare.ogg"),
        ("naev-data", "naev/dat/snd/music/siren_song.ogg"),
        ("openclonk-data", "openclonk/Sound.ocg/Clonk.ocg/Skin.ocg/Hurt6.wav"),
        ("colobot-common-sounds", "colobot/sounds/sound032.wav"),
        ("klettres-data", "klettres/other.ogg"),
    ],
)
def test_voices_songs_and_twins_are_left_out(package, path):
    assert place(package_rules(package), path) is None


@pytest.mark.parametrize(
    ("path", "tag"),
    [
        ("widelands/data/sound/click.ogg", "ui"),
        ("megaglest/tilesets/autumn/sounds/rain.ogg", "ambience"),
        ("ufoai/sound/ambience/thunder2.ogg", "ambience"),
        ("widelands/data/sound/train.ogg", ""),
    ],
)
def test_effects_are_tagged_by_their_names(path, tag):
    assert place(package_rules("widelands-data"), path).tag == tag


def test_common_folders_are_cut_off():
    assert normalised("usr/share/games/lugaru/Sounds/x.ogg") == "lugaru/Sounds/x.ogg"
    assert normalised("usr/lib/libreoffice/x.wav") == "libreoffice/x.wav"


def test_package_names_are_unique_and_priorities_ascend():
    names = [rules.package for rules in PACKAGES]
    assert len(names) == len(set(names))
    priorities = [rules.priority for rules in PACKAGES]
    assert priorities == sorted(priorities)


def test_every_package_has_a_licence_and_patterns_that_compile():
    for rules in PACKAGES:
        assert rules.licence
        for rule in rules.rules:
            re.compile(rule.pattern)


def test_packages_of_effects_and_music_are_in_one_split_only():
    for rules in PACKAGES:
        splits = {split_of(stem, rules.package, "") for stem in (Stem.FX, Stem.MX)}
        assert len(splits) == 1
