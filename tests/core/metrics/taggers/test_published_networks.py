import numpy as np
import pytest
import torch

from cass_core.errors import ModelError
from cass_core.metrics.taggers.log_mel import PANNS_32K, log_mel_patches
from cass_core.metrics.taggers.panns import load_cnn14, load_decision_level_max
from cass_core.metrics.taggers.published_weights import load_published
from cass_core.metrics.taggers.vggish import load_vggish
from tests.helpers.separation.published_layouts import (
    cnn14_shapes,
    random_state,
    vggish_shapes,
    write_panns,
)


def noise(seconds, rate_hz):
    rng = np.random.default_rng(3)
    return (0.1 * rng.standard_normal(round(seconds * rate_hz))).astype(np.float32)


def test_vggish_hears_with_weights_of_the_published_layout(tmp_path):
    state = random_state(vggish_shapes())
    torch.save({**state, "pproc.pca_means": torch.zeros(128, 1)}, tmp_path / "vggish.pth")
    network = load_vggish(tmp_path / "vggish.pth")
    sound = noise(2.5, 16_000)
    embeddings = network.hear(sound)
    assert embeddings.shape == (2, 128)
    assert (embeddings < 0).any(), "the last ReLU is left out"
    # the first linear layer reads time, then frequency, then channel
    planes = network.features(log_mel_patches(torch.from_numpy(sound))[:, None])
    flat = torch.stack([planes[:, :, t, f] for t in range(6) for f in range(4)], dim=1).flatten(1)
    by_hand = network.embeddings(flat).detach().numpy()
    assert embeddings == pytest.approx(by_hand, abs=1e-5)


def test_cnn14_tags_a_clip(tmp_path):
    path = write_panns(tmp_path / "cnn14.pth", cnn14_shapes(512))
    network = load_cnn14(path)
    logits = network.hear(noise(1.5, 16_000))
    assert logits.shape == (527,)
    assert logits.std() > 0
    assert network.hear(noise(0.01, 16_000)).shape == (527,), "a short clip is filled up"


def test_decision_level_max_decides_every_frame(tmp_path):
    path = write_panns(tmp_path / "sed.pth", cnn14_shapes(1_024))
    network = load_decision_level_max(path)
    assert network.front == PANNS_32K
    sound = noise(1.7, 32_000)
    logits = network.hear(sound)
    assert logits.shape == (len(sound) // 320 + 1, 527)
    assert np.array_equal(logits[0], logits[31])
    assert not np.array_equal(logits[31], logits[32])
    assert np.array_equal(logits[-1], logits[32 * (len(logits) // 32) - 1])


@pytest.mark.parametrize("change", ["missing", "reshaped", "another"])
def test_another_layout_is_one_sentence(tmp_path, change):
    state = random_state(vggish_shapes())
    if change == "missing":
        del state["embeddings.2.bias"]
    elif change == "reshaped":
        state["embeddings.4.weight"] = state["embeddings.4.weight"][:64]
    else:
        state = {"layer.weight": torch.zeros(3)}
    torch.save(state, tmp_path / "x.pth")
    with pytest.raises(ModelError, match="does not hold the weights of VGGish"):
        load_vggish(tmp_path / "x.pth")


class Evil:
    def __reduce__(self):
        return (exec, ("raise SystemExit",))


def write_bad(path, kind):
    if kind == "code":
        torch.save({"model": Evil()}, path)
    elif kind == "cut":
        torch.save({"model": {"weight": torch.zeros(1_000)}}, path)
        path.write_bytes(path.read_bytes()[:900])
    elif kind == "text":
        path.write_text("<html>not found</html>", encoding="utf-8")
    elif kind == "list":
        torch.save([1, 2], path)
    else:
        torch.save({"model": {"weight": 3}}, path)


@pytest.mark.parametrize("kind", ["code", "cut", "text", "list", "numbers", "gone"])
def test_bad_files_are_one_sentence(tmp_path, kind):
    path = tmp_path / "x.pth"
    if kind != "gone":
        write_bad(path, kind)
    with pytest.raises(ModelError, match="fetch it"):
        load_published(torch.nn.Linear(2, 2), path)
