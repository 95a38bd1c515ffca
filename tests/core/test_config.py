"""Configurations are JSON and back, and damage is a sentence."""

import copy
import json
from dataclasses import replace

import pytest

from cass_core.config import ModelConfig
from cass_core.errors import ModelError
from cass_core.model.builders import CONFIGS, named_config


@pytest.mark.parametrize("name", sorted(CONFIGS))
def test_json_and_back(name):
    config = named_config(name)
    assert ModelConfig.from_dict(json.loads(json.dumps(config.to_dict()))) == config


def without(values, *path):
    for key in path[:-1]:
        values = values[key]
    del values[path[-1]]


def put(values, value, *path):
    for key in path[:-1]:
        values = values[key]
    values[path[-1]] = value


@pytest.mark.parametrize(
    "damage",
    [
        lambda v: without(v, "name"),
        lambda v: without(v, "window_frames"),
        lambda v: without(v, "unet"),
        lambda v: without(v, "flow"),
        lambda v: without(v, "unet", "widths"),
        lambda v: put(v, 3, "flow", "surprise"),
        lambda v: put(v, 3, "surprise"),
        lambda v: put(v, "abc", "unet"),
        lambda v: put(v, None, "vision"),
        lambda v: put(v, 5, "unet", "widths"),
        lambda v: put(v, ["n_fft"], "spectrogram"),
        lambda v: put(v, "rk4", "flow", "method"),
        lambda v: put(v, 2.0, "flow", "grid_shift"),
        lambda v: put(v, float("nan"), "flow", "grid_shift"),
        lambda v: put(v, "much", "flow", "grid_shift"),
        lambda v: put(v, 0, "spectrogram", "rate_hz"),
        lambda v: put(v, "16000", "spectrogram", "rate_hz"),
        lambda v: put(v, 16_000.5, "spectrogram", "rate_hz"),
        lambda v: put(v, 0, "spectrogram", "hop"),
        lambda v: put(v, 0, "vision", "fps"),
        lambda v: put(v, float("nan"), "vision", "scene_frame_fps"),
    ],
)
def test_damage_is_a_sentence(damage):
    values = copy.deepcopy(named_config("unittest_tiny").to_dict())
    damage(values)
    with pytest.raises(ModelError, match="description is damaged"):
        ModelConfig.from_dict(values)


def test_descriptions_of_older_programs_are_taken():
    config = named_config("unittest_tiny")
    values = config.to_dict()
    for name in ("mask_exponent", "rate_hz"):
        without(values, "spectrogram", name)
    for name in ("fps", "scene_frame_fps"):
        without(values, "vision", name)
    for name in ("method", "grid_shift", "own_states"):
        without(values, "flow", name)
    older = ModelConfig.from_dict(values)
    assert (older.rate_hz, older.vision.fps, older.vision.scene_frame_fps) == (16_000, 25.0, 4.0)
    flow = older.flow
    assert (flow.method, flow.grid_shift, flow.own_states) == ("euler", 0.0, 0.0)
    assert older.spectrogram.mask_exponent == 0.5


@pytest.mark.parametrize("values", [[], "text", None, 3])
def test_something_else_is_a_sentence(values):
    with pytest.raises(ModelError, match="description is damaged"):
        ModelConfig.from_dict(values)


def test_lengths_follow_from_the_sizes():
    config = named_config("av_cass_starter")
    assert config.window_samples == 511 * 128 + 510
    assert config.window_s == pytest.approx(512 * 128 / 16_000)
    assert config.num_picture_frames == 103  # at 25 fps, the first and the last one included
    assert config.spectrogram.num_bins == 256
    assert config.spectrogram.frames_per_second == 125


def test_lengths_follow_from_the_rates():
    config = named_config("av_cass_starter")
    faster = replace(
        config,
        spectrogram=replace(config.spectrogram, rate_hz=48_000),
        vision=replace(config.vision, fps=30.0, scene_frame_fps=10.0),
    )
    assert faster.rate_hz == 48_000
    assert faster.window_samples == config.window_samples
    assert faster.window_s == pytest.approx(512 * 128 / 48_000)
    assert (faster.num_picture_frames, faster.num_scene_frames) == (41, 14)
