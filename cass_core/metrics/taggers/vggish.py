"""VGGish (Hershey et al. 2017): 128 numbers for each 0.96 s of sound, as FAD uses them."""

from pathlib import Path

import torch
from torch import Tensor, nn

from cass_core.clips import FloatArray
from cass_core.metrics.taggers.log_mel import log_mel_patches
from cass_core.metrics.taggers.published_weights import load_published

VGGISH_DIM = 128
_POOL = 0
_PLAN = (64, _POOL, 128, _POOL, 256, 256, _POOL, 512, 512, _POOL)
_FLAT, _HIDDEN = 512 * 6 * 4, 4_096
_PATCHES_AT_ONCE = 32


class VGGish(nn.Module):
    """The network with the key layout of torchvggish: `features.N` and `embeddings.N`.

    The last ReLU is left out, as FAD is measured (AudioLDM's evaluation); it has no weights.
    """

    def __init__(self) -> None:
        super().__init__()
        layers: list[nn.Module] = []
        before = 1
        for width in _PLAN:
            if width == _POOL:
                layers.append(nn.MaxPool2d(2))
            else:
                layers += [nn.Conv2d(before, width, 3, padding=1), nn.ReLU()]
                before = width
        self.features = nn.Sequential(*layers)
        self.embeddings = nn.Sequential(
            nn.Linear(_FLAT, _HIDDEN),
            nn.ReLU(),
            nn.Linear(_HIDDEN, _HIDDEN),
            nn.ReLU(),
            nn.Linear(_HIDDEN, VGGISH_DIM),
        )

    def forward(self, patches: Tensor) -> Tensor:
        """Embeddings (b, 128) of `log_mel_patches` (b, frame, mel)."""
        planes = self.features(patches[:, None])
        # the weights were trained with channels last
        return self.embeddings(planes.permute(0, 2, 3, 1).flatten(1))

    def hear(self, samples: FloatArray) -> FloatArray:
        """Embeddings (patch, 128) of a mono sound (sample,) at `PATCH_RATE_HZ`."""
        with torch.inference_mode():
            patches = log_mel_patches(torch.from_numpy(samples).float())
            rows = [self(part) for part in patches.split(_PATCHES_AT_ONCE)]
        embeddings: FloatArray = torch.cat(rows).numpy()
        return embeddings


def load_vggish(path: Path) -> VGGish:
    """The network with the weights of `vggish-10086976.pth`; ModelError where it is another."""
    network = VGGish()
    load_published(network, path, ignored=("pproc.",))
    return network.eval()
