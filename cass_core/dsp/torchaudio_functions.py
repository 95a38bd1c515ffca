"""torchaudio's functions that are plain PyTorch, also where its compiled part cannot be loaded.

Its wheels for Linux are built for one CUDA version and one PyTorch; beside another one, such as
the CPU build, `import torchaudio` fails, though filter banks and the like need nothing compiled.
"""

import importlib
import sys
from collections.abc import Callable
from functools import lru_cache
from types import ModuleType
from typing import Any

_PACKAGE, _COMPILED = "torchaudio", "torchaudio._extension"


@lru_cache(maxsize=8)
def torchaudio_module(name: str) -> ModuleType:
    """A module of torchaudio.

    Args:
        name: inside the package, such as "functional".

    Returns:
        The module; where the compiled part cannot be loaded, what needs it is missing or raises.
    """
    try:
        importlib.import_module(_PACKAGE)
    except (ImportError, OSError):
        for loaded in [key for key in sys.modules if key.partition(".")[0] == _PACKAGE]:
            del sys.modules[loaded]
        sys.modules[_COMPILED] = _nothing_compiled()
    return importlib.import_module(f"{_PACKAGE}.{name}")


def _nothing_compiled() -> ModuleType:
    """Stands for the compiled part: says of everything that it is not there."""
    module = ModuleType(_COMPILED)
    facts: dict[str, Any] = dict.fromkeys(
        ("_IS_TORCHAUDIO_EXT_AVAILABLE", "_IS_RIR_AVAILABLE", "_IS_ALIGN_AVAILABLE"), False
    )
    vars(module).update(facts, fail_if_no_align=_unusable, lazy_import_sox_ext=lambda: None)
    return module


def _unusable(function: Callable[..., Any]) -> Callable[..., Any]:
    def refuse(*_arguments: object, **_named: object) -> None:
        raise RuntimeError(f"{function.__name__} needs torchaudio's compiled part.")

    return refuse
