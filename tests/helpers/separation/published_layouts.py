"""Files in the key layout of published networks, with random values and few bytes."""

from pathlib import Path

import numpy as np
import torch


def random_state(shapes: dict[str, tuple[int, ...]], seed: int = 0) -> dict[str, torch.Tensor]:
    """A tensor a name; all of them are views of a few random numbers, so that files stay small."""
    chance = torch.Generator().manual_seed(seed)
    state = {}
    for name, shape in shapes.items():
        if name.endswith("num_batches_tracked"):
            state[name] = torch.tensor(7)
            continue
        fan_in = max(1, int(np.prod(shape[1:])))
        values = torch.randn(2 * sum(shape) + 2 * max(shape) * len(shape), generator=chance)
        values /= fan_in**0.5
        if name.endswith("running_var"):
            values = values.abs() + 1.0
        state[name] = _view(values, shape)
    return state


def _view(values: torch.Tensor, shape: tuple[int, ...]) -> torch.Tensor:
    """A view of that shape in which no two neighbours are the same number."""
    return values.as_strided(shape, [2 * max(shape) // n for n in shape])


def vggish_shapes() -> dict[str, tuple[int, ...]]:
    """Names and shapes of `vggish-10086976.pth`."""
    shapes: dict[str, tuple[int, ...]] = {}
    plan = {0: (1, 64), 3: (64, 128), 6: (128, 256), 8: (256, 256), 11: (256, 512), 13: (512, 512)}
    for place, (before, width) in plan.items():
        shapes[f"features.{place}.weight"] = (width, before, 3, 3)
        shapes[f"features.{place}.bias"] = (width,)
    for place, (before, width) in {0: (12288, 4096), 2: (4096, 4096), 4: (4096, 128)}.items():
        shapes[f"embeddings.{place}.weight"] = (width, before)
        shapes[f"embeddings.{place}.bias"] = (width,)
    return shapes


def cnn14_shapes(n_fft: int) -> dict[str, tuple[int, ...]]:
    """Names and shapes of a Cnn14 file, or of one of Cnn14_DecisionLevelMax."""
    bins = n_fft // 2 + 1
    shapes: dict[str, tuple[int, ...]] = {
        "spectrogram_extractor.stft.conv_real.weight": (bins, 1, n_fft),
        "spectrogram_extractor.stft.conv_imag.weight": (bins, 1, n_fft),
        "logmel_extractor.melW": (bins, 64),
    }
    _add_norm(shapes, "bn0", 64)
    before = 1
    for number, width in enumerate((64, 128, 256, 512, 1024, 2048), 1):
        block = f"conv_block{number}"
        shapes[f"{block}.conv1.weight"] = (width, before, 3, 3)
        shapes[f"{block}.conv2.weight"] = (width, width, 3, 3)
        _add_norm(shapes, f"{block}.bn1", width)
        _add_norm(shapes, f"{block}.bn2", width)
        before = width
    for name, width in (("fc1", 2048), ("fc_audioset", 527)):
        shapes[f"{name}.weight"] = (width, 2048)
        shapes[f"{name}.bias"] = (width,)
    return shapes


def write_panns(path: Path, shapes: dict[str, tuple[int, ...]], seed: int = 0) -> Path:
    """A checkpoint as PANNs publish it: weights beside the state of the sampler."""
    sampler = {"indexes": np.arange(5), "pointer": 3}
    torch.save({"iteration": 1, "model": random_state(shapes, seed), "sampler": sampler}, path)
    return path


def write_class_table(path: Path, num_classes: int = 527) -> Path:
    """A table of classes: 0 to 9 speech, 10 to 19 music, the last one silence, all else effects."""
    rows = ["index,mid,display_name,main_class"]
    for index in range(num_classes):
        group = "speech" if index < 10 else "music" if index < 20 else "sound effect"
        group = "Silence" if index == num_classes - 1 else group
        rows.append(f'{index},/m/{index},"Class, number {index}",{group}')
    path.write_text("\n".join(rows) + "\n", encoding="utf-8")
    return path


def _add_norm(shapes: dict[str, tuple[int, ...]], name: str, width: int) -> None:
    for part in ("weight", "bias", "running_mean", "running_var"):
        shapes[f"{name}.{part}"] = (width,)
    shapes[f"{name}.num_batches_tracked"] = ()
