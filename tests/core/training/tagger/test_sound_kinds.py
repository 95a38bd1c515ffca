import pytest

from cass_core.stem_names import Stem
from cass_core.synthesis.sounds.procedural import NOISE_KINDS
from cass_core.training.tagger.sound_kinds import (
    CLASSES,
    NARROW_SPEECH,
    OTHER_EFFECT,
    clip_kind,
    noise_kind,
)
from tests.helpers.corpus.corpus_builders import clip_entry


@pytest.mark.parametrize(
    ("stem", "tag", "source", "kind"),
    [
        (Stem.FX, "", "data/sounds/weather/rain_02.ogg", "weather"),
        (Stem.FX, "ui", "data/sounds/x1.ogg", "interface"),
        (Stem.FX, "ambience", "data/x1.ogg", "ambience"),
        (Stem.FX, "", "data/zzz.ogg", OTHER_EFFECT),
        (Stem.FX, "", "data/trains/whit.ogg", OTHER_EFFECT),
        (Stem.DX, "acted radio", "a.ogg", NARROW_SPEECH),
        (Stem.DX, "acted", "rain.ogg", None),
        (Stem.MX, "", "music/rain.ogg", None),
    ],
)
def test_kind_of_a_clip(stem, tag, source, kind):
    assert clip_kind(clip_entry(stem, tag=tag, source=source)) == kind


def test_every_made_sound_has_a_class():
    assert CLASSES[:3] == ("DX", "FX", "MX")
    assert {noise_kind(kind) for kind in NOISE_KINDS} <= set(CLASSES)
