"""What the sizes of the published networks may be, by kind; read without PyTorch."""

from collections.abc import Mapping, Sequence
from typing import Annotated, Any

from cass_core.checked.fields import Between
from cass_core.stem_names import STEMS

_Transform = Annotated[int, Between(16, 32_768)]
_Hop = Annotated[int, Between(1, 16_384)]
_Width = Annotated[int, Between(1, 8192)]
_Layers = Annotated[int, Between(1, 64)]
_Branches = Annotated[int, Between(0, 8)]

_MRX = {
    "windows": Annotated[Sequence[_Transform], Between(1, 8)],
    "hop": _Hop,
    "hidden": Annotated[int, Between(2, 8192)],
    "layers": _Layers,
}
_HT_DEMUCS = {
    "width": Annotated[int, Between(1, 1024)],
    "growth": Annotated[int, Between(1, 4)],
    "depth": Annotated[int, Between(1, 6)],
    "n_fft": _Transform,
    "shrink": Annotated[int, Between(1, 64)],
    "branches": _Branches,
    "decoder_branches": _Branches,
    "bottom": Annotated[int, Between(0, 8192)],
    "layers": _Layers,
    "heads": Annotated[int, Between(1, 64)],
    "hidden": _Width,
    "frequency_weight": Annotated[float, Between(0, 100)],
}
_NAMES = Annotated[Sequence[Annotated[str, Between(1, 100)]], Between(len(STEMS), len(STEMS))]
_BANDIT = {
    "bands": Annotated[int, Between(2, 512)],
    "n_fft": _Transform,
    "hop": _Hop,
    "features": _Width,
    "recurrent": _Width,
    "layers": _Layers,
    "hidden": _Width,
    "names": _NAMES,
}
_TIGER = {
    "widths": Annotated[Sequence[Annotated[int, Between(1, 4096)]], Between(1, 512)],
    "hop": _Hop,
    "features": _Width,
    "hidden": _Width,
    "scales": Annotated[int, Between(3, 12)],
    "heads": Annotated[int, Between(1, 64)],
    "query": Annotated[int, Between(1, 1024)],
    "rounds": _Layers,
}
SIZE_RANGES: Mapping[str, Mapping[str, Any]] = {
    "mrx": _MRX,
    "mvsep-cdx23": _HT_DEMUCS,
    "bandit": _BANDIT,
    "bandit2": _BANDIT,
    "tiger-dnr": _TIGER,
}
