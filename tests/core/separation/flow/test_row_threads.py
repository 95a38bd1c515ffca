"""Windows shared out among threads give what one call gives, to the bit."""

import threading

import pytest
import torch

from cass_core.model.velocity_net import Condition, PictureWindow
from cass_core.separation.flow.row_threads import RowThreads
from cass_core.visual.feature_layout import NUM_FACE_FEATURES, NUM_SCENE_FEATURES
from tests.helpers.separation.separation_fakes import TINY, tiny_network

BINS, FRAMES, PICTURES = TINY.spectrogram.num_bins, TINY.window_frames, TINY.num_picture_frames


@pytest.fixture(autouse=True)
def two_threads():
    former = torch.get_num_threads()
    torch.set_num_threads(2)
    yield
    torch.set_num_threads(former)


def inputs(count):
    generator = torch.Generator().manual_seed(count)

    def noise(*shape):
        return torch.randn(count, *shape, generator=generator)

    seen = torch.arange(count)[:, None].expand(-1, 2) % 3 > 0
    picture = PictureWindow(noise(PICTURES, NUM_FACE_FEATURES), noise(5, NUM_SCENE_FEATURES), seen)
    return noise(2, BINS, FRAMES), picture, noise(6, BINS, FRAMES), torch.rand(count)


@torch.no_grad()
@pytest.mark.parametrize("seen", [True, False])
@pytest.mark.parametrize("count", [1, 2, 5, 8])
def test_the_same_bits_as_one_call(count, seen):
    network = tiny_network().to(torch.bfloat16)
    mixture, picture, x_t, t = inputs(count)
    condition = network.condition(mixture, picture if seen else None)
    expected = network(x_t, t, condition)
    found = RowThreads(8)(network, x_t, t, condition)
    assert torch.equal(found, expected)
    assert torch.get_num_threads() == 2


class Watched:
    """Notes who calls it with how many rows and threads, and fails if told so."""

    def __init__(self, rows, fails=False):
        self.calls, self.fails = [], fails
        self.all_there = threading.Barrier(rows)

    def __call__(self, x_t, t, condition):
        self.calls.append((threading.get_ident(), len(x_t), torch.get_num_threads()))
        assert not torch.is_grad_enabled()
        if self.all_there.wait(10) == 0 and self.fails:
            raise MemoryError
        return x_t


@torch.no_grad()
def called(max_rows, watched, count):
    x_t = torch.arange(float(count))
    assert torch.equal(RowThreads(max_rows)(watched, x_t, x_t, Condition(x_t, None)), x_t)
    return watched.calls


def test_each_row_has_a_thread_at_the_same_time():
    calls = called(8, Watched(5), 5)
    assert [(rows, threads) for _, rows, threads in calls] == [(1, 1)] * 5
    assert len({who for who, _, _ in calls} - {threading.get_ident()}) == 5


def test_a_shortage_of_memory_in_one_thread_is_the_callers():
    with pytest.raises(MemoryError):
        called(8, Watched(4, fails=True), 4)
    assert torch.get_num_threads() == 2


def test_more_cores_than_windows_share_a_layer():
    torch.set_num_threads(4)
    assert [threads for _, _, threads in called(2, Watched(2), 2)] == [2, 2]
    assert torch.get_num_threads() == 4


def test_on_one_core_all_rows_go_at_once():
    torch.set_num_threads(1)
    (call,) = called(8, Watched(1), 3)
    assert call == (threading.get_ident(), 3, 1)
