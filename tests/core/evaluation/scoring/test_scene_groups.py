"""Languages and kinds by the names of clips."""

import pytest

from cass_core.evaluation.scoring.scene_groups import dialogue_language, effect_kind, scene_group
from cass_core.stem_names import Stem
from cass_core.synthesis.scenes.scene_recipe import ClipEvent, SceneRecipe, Submix
from tests.helpers.corpus.corpus_builders import clip_entry


@pytest.mark.parametrize(
    ("voice", "package", "language"),
    [
        ("ast_it_IT_m_Carlo", "prompts-g722", "Italian"),
        ("fillets_nl", "fillets-ng-data-nl", "Dutch"),
        ("klettres_he", "klettres-data", "Hebrew"),
        ("hw_Default_pl", "hedgewars-data", "Polish"),
        ("hw_Mobster", "hedgewars-data", "English"),
        ("0ad_latin_male", "0ad-data", "Latin"),
        ("narrator", "some-sounds-fr", "French"),
        ("nexuiz_soldier", "nexuiz-data", ""),
    ],
)
def test_language(voice, package, language):
    assert dialogue_language(clip_entry(Stem.DX, voice=voice, package=package)) == language


@pytest.mark.parametrize(
    ("source", "tag", "kind"),
    [
        ("Sound/Liquids.ocg/Splash1.wav", "", "water"),
        ("Sound/Liquids.ocg/Pshshsh.ogg", "", "water"),
        ("sounds/RailTrain1.wav", "", "machines and vehicles"),
        ("Sound/Weapons.ocg/GunShoot3.ogg", "", "weapons and explosions"),
        ("Sound/Hits.ocg/Metal.ocg/DullMetalHit1.ogg", "", "impacts and objects"),
        ("Movement.ocg/StepHard1.ogg", "", "steps and movement"),
        ("ui/click.ogg", "ui", "interface"),
        ("sounds/sound012.wav", "", "other"),
    ],
)
def test_kind(source, tag, kind):
    assert effect_kind(clip_entry(source=source, tag=tag)) == kind


class Pool:
    """Clips by their keys."""

    def __init__(self, **entries):
        self.entry = entries.get


def group(stem, *events, **entries):
    clips = tuple(ClipEvent(submix, clip, 0, 0, length, 0.0) for submix, clip, length in events)
    recipe = SceneRecipe(0, 1000, clips, (), (0.0, 0.0, 0.0, 0.0), 0.0)
    return scene_group(recipe, Pool(**entries), stem)


def test_a_scene_belongs_to_what_most_of_it_is():
    voices = {"a": clip_entry(voice="x_nl"), "b": clip_entry(voice="x_it")}
    speech = Submix.SPEECH
    assert group(Stem.DX, (speech, "a", 700), (speech, "b", 300), **voices) == "Dutch"
    assert group(Stem.DX, (speech, "a", 500), (speech, "b", 500), **voices) == "several"
    assert group(Stem.DX, **voices) == ""
    assert group(Stem.MX, (Submix.MUSIC, "a", 500), **voices) == ""


def test_front_and_back_are_both_effects():
    sounds = {"a": clip_entry(source="rain.wav"), "b": clip_entry(source="door.wav")}
    events = ((Submix.FX_BACK, "a", 800), (Submix.FX_FRONT, "b", 100), (Submix.SPEECH, "b", 900))
    assert group(Stem.FX, *events, **sounds) == "water"
