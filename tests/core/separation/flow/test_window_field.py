"""A batch of windows through the flow, in as little memory as there is."""

import math
from dataclasses import replace

import numpy as np
import pytest
import torch

from cass_core.clips import SampleSpan
from cass_core.compute_device import ComputeDevice
from cass_core.errors import CassError
from cass_core.model.front_end import FrontEnd
from cass_core.model.velocity_net import PictureWindow
from cass_core.repair.guides import Guide
from cass_core.repair.region import Region
from cass_core.request.settings import SeparationSettings
from cass_core.separation.flow.guidance import Guidance
from cass_core.separation.flow.window_field import WindowField, WindowInput
from cass_core.stem_names import Stem
from cass_core.stems.fallbacks import MemoryLevel
from cass_core.visual.feature_layout import NUM_FACE_FEATURES, NUM_SCENE_FEATURES
from tests.helpers.separation.separation_fakes import (
    CPU,
    TINY,
    MixtureNetwork,
    finish,
    tiny_network,
)

GPU = ComputeDevice("cpu:0", torch.float32)  # PyTorch's CPU under a name that is not "cpu"
BINS, FRAMES, PICTURES = TINY.spectrogram.num_bins, TINY.window_frames, TINY.num_picture_frames
FEWER, SHORTER, CPU_NOW = "fewer windows", "shorter windows", "going on with the CPU"


def windows(count=8, silent=False, picture=None):
    generator = torch.Generator().manual_seed(3)
    sound = torch.randn(count, BINS, FRAMES, dtype=torch.complex64, generator=generator)
    starts = tuple(48 * i - 2 for i in range(count))
    return WindowInput(0 * sound if silent else sound, starts, picture)


def picture(count):
    """Rows that tell their window and their place in it; the streams have rates of their own."""
    rows = 1000 * torch.arange(count, dtype=torch.float32).reshape(-1, 1, 1)
    face = rows + torch.linspace(0, 1, PICTURES).reshape(1, -1, 1).expand(1, -1, NUM_FACE_FEATURES)
    scene = rows + torch.linspace(0, 1, 5).reshape(1, -1, 1).expand(1, -1, NUM_SCENE_FEATURES)
    return PictureWindow(face, scene, torch.ones(count, 2, dtype=torch.bool))


def field(network, device=GPU, config=TINY, **settings):
    return WindowField(network, config, SeparationSettings(**settings), device, 8)


def assert_is_mixture(result, given):
    expected = given.mixture.unsqueeze(1).expand(-1, 3, -1, -1)
    torch.testing.assert_close(result, expected, rtol=1e-3, atol=1e-3)


@pytest.mark.parametrize("method", ["euler", "midpoint", "heun"])
@pytest.mark.parametrize("steps", [1, 3])
def test_what_the_user_has_said_is_held_and_the_rest_is_the_networks(method, steps):
    given, rate_hz, grid = windows(2), 48_000, FrontEnd.of(TINY.spectrogram).grid
    hop = grid.hop * rate_hz // grid.rate_hz
    band_hz = 20.5 * grid.rate_hz / grid.n_fft, 40.5 * grid.rate_hz / grid.n_fft
    region = Region.box(SampleSpan(round(9.5 * hop), round(20.5 * hop)), band_hz)
    said = Guidance((Guide(region, Stem.FX),), grid, rate_hz)
    guided = WindowField(
        tiny_network(), TINY, SeparationSettings(steps=steps, method=method), CPU, 8, (), said
    )
    result = finish(guided.run(given))
    plain = finish(field(tiny_network(), CPU, steps=steps, method=method).run(given))
    inside = np.s_[:, 21:40, 12:22]  # of the first window, whose first frame is -2
    torch.testing.assert_close(
        result[0, 1][inside[1:]], given.mixture[0][inside[1:]], rtol=1e-3, atol=1e-3
    )
    assert result[0][inside][[0, 2]].abs().max() < 1e-4
    has_seen = bool((result[0][..., 30:] - plain[0][..., 30:]).abs().max() > 0)
    assert has_seen == (steps > 1)  # a single step knows only the start
    torch.testing.assert_close(result[1], plain[1])


@pytest.mark.parametrize("method", ["euler", "midpoint", "heun"])
@pytest.mark.parametrize("steps", [1, 3])
def test_the_end_of_the_flow_comes_back_at_the_level_of_the_window(method, steps):
    given = windows()
    given.mixture[3] *= 100
    work = field(MixtureNetwork(), steps=steps, method=method)
    assert_is_mixture(finish(work.run(given)), given)
    assert work.ladder.warnings == []


def test_each_step_can_be_stopped():
    network = MixtureNetwork()
    steps = field(network, steps=50).run(windows())
    next(steps)
    next(steps)
    steps.close()
    assert network.calls == 2


@pytest.mark.parametrize("method", ["euler", "midpoint", "heun"])
@pytest.mark.parametrize("steps", [1, 2, 3, 8])
def test_a_step_is_one_call_of_the_network_and_one_report(method, steps):
    network = MixtureNetwork()
    reports = list(field(network, steps=steps, method=method).run(windows(2)))
    assert network.calls == len(reports) == steps


def asked(flow, **settings):
    network = MixtureNetwork()
    finish(field(network, config=replace(TINY, flow=flow), **settings).run(windows(1)))
    return network.times


def test_the_model_says_how_its_flow_is_integrated():
    flow = replace(TINY.flow, method="midpoint", grid_shift=0.0)
    assert asked(flow, steps=4) == pytest.approx([0, 0.25, 0.5, 0.75])
    assert asked(replace(flow, grid_shift=-1.0), steps=4)[2] == pytest.approx(1 - 0.5**0.5)


def test_the_user_may_choose_another_method():
    flow = replace(TINY.flow, method="midpoint", grid_shift=-1.0)
    expected = [0, 1 - math.cos(math.pi / 6), 0.5]
    assert asked(flow, steps=3, method="euler") == pytest.approx(expected)


def test_a_velocity_is_followed_as_it_is():
    flow = replace(TINY.flow, output="velocity", mixture_share=0.0, noise_sigma=0.0)
    given = windows(1)
    work = field(MixtureNetwork(), config=replace(TINY, flow=flow), steps=3)
    assert_is_mixture(finish(work.run(given)), given)


@pytest.mark.parametrize(
    ("rows", "frames", "said", "rows_at_once", "parts", "kind"),
    [
        (8, 99, [], 8, 1, "cpu:0"),
        (5, 99, [FEWER], 4, 1, "cpu:0"),
        (1, 99, [FEWER], 1, 1, "cpu:0"),
        (1, FRAMES // 2, [FEWER, SHORTER], 1, 2, "cpu:0"),
        (1, FRAMES // 2 - 1, [FEWER, SHORTER, CPU_NOW], 1, 1, "cpu"),
    ],
)
def test_less_memory_means_smaller_pieces(rows, frames, said, rows_at_once, parts, kind):
    network = MixtureNetwork(rows, frames)
    work = field(network, steps=2)
    for _ in range(2):  # the second batch knows already
        given = windows(8)
        assert_is_mixture(finish(work.run(given)), given)
    assert len(work.ladder.warnings) == len(said)
    for sentence, part in zip(work.ladder.warnings, said, strict=True):
        assert part in sentence
    assert work.ladder.level_at(-2) == MemoryLevel(rows_at_once, parts, kind)
    assert network.kind == kind


def test_memory_can_run_out_in_the_middle_of_the_flow():
    class Later(MixtureNetwork):
        def __call__(self, x_t, t, condition):
            if t[0] > 0.5 and len(x_t) > 4:
                raise torch.OutOfMemoryError("CUDA out of memory")
            return super().__call__(x_t, t, condition)

    given, work = windows(), field(Later(), steps=4)
    assert_is_mixture(finish(work.run(given)), given)
    assert len(work.ladder.warnings) == 1


def test_apples_gpu_has_no_error_of_its_own():
    error = RuntimeError("MPS backend out of memory (MPS allocated: 9 GB)")
    given, work = windows(), field(MixtureNetwork(2, error=error))
    assert_is_mixture(finish(work.run(given)), given)
    assert work.ladder.level_at(-2).rows == 2


def test_other_errors_are_no_shortage():
    work = field(MixtureNetwork(2, error=RuntimeError("shapes do not fit")))
    with pytest.raises(RuntimeError, match="do not fit"):
        finish(work.run(windows()))


def test_a_full_cpu_is_said_in_a_sentence():
    class Full(MixtureNetwork):
        def condition(self, mixture, picture):
            raise torch.OutOfMemoryError("no")

    work = field(Full(), device=CPU)
    with pytest.raises(CassError, match="not enough memory"):
        finish(work.run(windows()))
    assert all("GPU" not in sentence for sentence in work.ladder.warnings)


def test_pieces_see_the_picture_over_them():
    network = MixtureNetwork(1, FRAMES // 2)
    finish(field(network, steps=1).run(windows(2, picture=picture(2))))
    assert len(network.pictures) == 4
    for piece, shown in enumerate(network.pictures):
        row, half = divmod(piece, 2)
        for stream in (shown.face, shown.scene):
            first, last = stream[0, [0, -1], 0] - 1000 * row
            assert (first, last) == pytest.approx((0.5 * half, 0.5 + 0.5 * half), abs=0.13)


def test_overlapping_windows_start_from_the_same_noise():
    network = MixtureNetwork()
    finish(field(network, steps=1, seed=5).run(windows(3, silent=True)))
    start = network.starts[0]
    hop = 48
    assert torch.equal(start[0, ..., hop:], start[1, ..., :-hop])
    assert torch.equal(start[1, ..., hop:], start[2, ..., :-hop])
    assert start.std().item() == pytest.approx(TINY.flow.noise_sigma, rel=0.02)


def test_pieces_start_from_the_noise_of_their_place():
    whole, halves = MixtureNetwork(), MixtureNetwork(1, FRAMES // 2)
    finish(field(whole, steps=1).run(windows(2, silent=True)))
    finish(field(halves, steps=1).run(windows(2, silent=True)))
    rows = [torch.cat(halves.starts[i : i + 2], dim=-1) for i in (0, 2)]
    assert torch.equal(torch.cat(rows), whole.starts[0])


def test_the_start_holds_the_share_of_the_mixture():
    network, flow = MixtureNetwork(), replace(TINY.flow, noise_sigma=0.0, mixture_share=0.25)
    given = windows(2)
    work = field(network, config=replace(TINY, flow=flow), steps=1)
    finish(work.run(given))
    level = work.front.level(given.mixture)
    sound = work.front.encode(given.mixture.unsqueeze(1), level)
    torch.testing.assert_close(network.starts[0], 0.25 * sound.repeat(1, 3, 1, 1))


def test_silence_stays_silence_in_a_real_network():
    work = field(tiny_network(), CPU, steps=2)
    result = finish(work.run(windows(2, silent=True)))
    assert torch.isfinite(result.abs()).all()
    assert result.abs().max() < 1e-2  # -100 dB of a full-scale tone's frame


def test_louder_in_louder_out():
    given = windows(2)
    louder = replace(given, mixture=10 * given.mixture)
    network = tiny_network()
    first = finish(field(network, CPU, steps=2).run(given))
    second = finish(field(network, CPU, steps=2).run(louder))
    error = (second - 10 * first).abs().max() / second.abs().max()
    assert error < 1e-3
