import numpy as np
import torch

from cass_core.checkpoints.downloads import DOWNLOADS
from cass_core.evaluation.scoring.reference_networks import (
    PublishedNetworks,
    make_reference_network,
)
from tests.helpers.separation.published_layouts import (
    cnn14_shapes,
    random_state,
    vggish_shapes,
    write_class_table,
    write_panns,
)


def test_published_networks_listen_from_the_data_folder(tmp_path, monkeypatch):
    monkeypatch.setenv("CASS_DATA", str(tmp_path))
    folder = tmp_path / "downloads"
    folder.mkdir()
    write_class_table(folder / DOWNLOADS["wpr-classes"].file_name)
    torch.save(random_state(vggish_shapes()), folder / DOWNLOADS["vggish"].file_name)
    write_panns(folder / DOWNLOADS["cnn14-16k"].file_name, cnn14_shapes(512))
    write_panns(folder / DOWNLOADS["cnn14-decision-level-max"].file_name, cnn14_shapes(1_024))
    network = PublishedNetworks()
    sound = (0.1 * np.random.default_rng(0).standard_normal(20_000)).astype(np.float32)
    assert network.embeddings(sound).shape == (1, 128)
    assert network.clip_logits(sound).shape == (527,)
    assert network.active(sound).shape == (40_000 // 320 + 1, 3), "heard at 32 kHz"
    released = make_reference_network("released")
    assert released.label != network.label
    two_s = released.embeddings(sound + np.float32(0.1))
    assert two_s.shape == (2, 128), "filled up to 2 s"
    assert np.allclose(two_s, released.embeddings(sound), atol=1e-3), "the mean is taken away"
    logits = [released.clip_logits(gain * sound) for gain in (1, 0.1)]
    assert released.divergence(*logits) != network.divergence(*logits)
    assert released.active(sound).shape == (40_000 // 320 + 1, 3)
