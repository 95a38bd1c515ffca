"""Which windows a model leaves to the user, and what is not possible."""

from dataclasses import replace

import pytest

from cass_core.checkpoints.description import load_description
from cass_core.checkpoints.registry import find_model
from cass_core.checkpoints.windows import windows_of, with_windows
from cass_core.errors import SettingsError
from tests.helpers.separation.published_checkpoints import mrx_config, tiger_config


def starter():
    return load_description(find_model("starter")).config


def test_published_models_have_windows_to_choose_and_the_starter_has_none():
    assert windows_of(starter()) is None
    tiger, mrx = windows_of(tiger_config()), windows_of(mrx_config())
    assert (tiger.window_s, tiger.hop_s, tiger.is_resizable) == (12, 10, True)
    assert (mrx.window_s, mrx.hop_s, mrx.is_resizable) == (12, 9, False)
    assert tiger.passes == pytest.approx(1.2)
    assert mrx.longest_hop_s == pytest.approx(10.8)


def test_other_windows_change_nothing_else():
    config = tiger_config()
    assert with_windows(config, 0.0, 0.0) == config
    wider = with_windows(config, 6.0)
    assert wider == replace(config, window=6 * 44_100, hop=5 * 44_100)
    published = with_windows(config, 12.0, 4.0)
    assert published == replace(config, hop=4 * 44_100)
    assert windows_of(published).passes == pytest.approx(3.0)


@pytest.mark.parametrize(
    ("config", "window_s", "hop_s", "sentence"),
    [
        (tiger_config, 90.0, 0.0, "3 to 60 s, not 90"),
        (tiger_config, 0.0, 11.0, "be 0.1 to 10.8 s, not 11"),
        (mrx_config, 6.0, 0.0, "leave --window out"),
        (starter, 6.0, 0.0, "leave --window out"),
        (starter, 0.0, 1.0, "leave --hop out"),
    ],
)
def test_what_a_model_cannot_do_is_a_sentence(config, window_s, hop_s, sentence):
    with pytest.raises(SettingsError, match=sentence):
        with_windows(config(), window_s, hop_s)
