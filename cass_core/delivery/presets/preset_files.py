"""Presets as TOML: those that come with the program, and those that users put beside them."""

import tomllib
from collections.abc import Sequence
from pathlib import Path
from typing import Any, cast, get_args

from cass_core.checked.json_table import BadValueError, JsonTable
from cass_core.delivery.encodings import Encoding
from cass_core.delivery.export_request import FullScale, Overs
from cass_core.delivery.naming import DEFAULT_TEMPLATE, FILE_TYPES
from cass_core.delivery.presets.preset import DeliveryPreset, Reels
from cass_core.delivery.renditions.folded_stems import FOLD_DOWNS, FoldDown
from cass_core.delivery.sets.track_files import ORDERS, SPLITS, FileForm
from cass_core.errors import SettingsError
from cass_core.resource_files import resource, user_data_folder
from cass_core.stem_names import DELIVERED_CODES

ENDING = ".toml"
_SECTIONS: dict[str, tuple[str, ...]] = {
    "": ("label",),
    "sound": (
        *("tracks", "fold_downs", "file_type", "bits", "rate_hz", "split", "order"),
        *("full_scale", "overs", "apply_gains", "dither"),
    ),
    "names": ("template", "archival"),
    "leader": ("head_pop", "tail_pop"),
    "reels": ("at_markers", "minutes", "handle_s", "own_hours"),
    "loudness": ("target",),
    "sessions": ("formats", "flags"),
}


def presets_folder() -> Path:
    """Where users put presets of their own; it may be missing."""
    return user_data_folder() / "presets"


def known_presets() -> dict[str, Path]:
    """Files of all presets by their keys; a user's own one stands for the program's."""
    folders = (resource("delivery", "presets"), presets_folder())
    return {path.stem: path for folder in folders for path in sorted(folder.glob(f"*{ENDING}"))}


def find_preset(name: str) -> DeliveryPreset:
    """A preset by its key, or by its file.

    Args:
        name: such as "netflix-me", or the path of a TOML file.

    Returns:
        The preset.

    Raises:
        SettingsError: there is none, or it is not usable.
    """
    if name.endswith(ENDING):
        return read_preset(Path(name))
    presets = known_presets()
    if name not in presets:
        raise SettingsError(
            f"There is no preset '{name}'; choose one of {', '.join(presets)}, or give a file that "
            f"ends in {ENDING}."
        )
    return read_preset(presets[name])


def read_preset(path: Path) -> DeliveryPreset:
    """Read and check a preset's file; `SettingsError` with one sentence where it is not usable."""
    try:
        values = tomllib.loads(path.read_text(encoding="utf-8-sig"))
    except OSError as error:
        raise SettingsError(
            f"{path} cannot be opened ({error.strerror or error}); check its name and its rights."
        ) from error
    except (ValueError, RecursionError) as error:
        raise SettingsError(f"{path} is no TOML text ({error}); correct it.") from error
    try:
        return _preset(path.stem, values)
    except (BadValueError, SettingsError) as error:
        clause = str(error).rstrip(".")
        raise SettingsError(f"The preset {path} is not usable: {clause}.") from error


def _preset(key: str, values: dict[str, Any]) -> DeliveryPreset:
    _refuse_unknown(values)
    sound, names = _Section(values, "sound"), _Section(values, "names")
    leader, reels = _Section(values, "leader"), _Section(values, "reels")
    sessions = _Section(values, "sessions")
    usual = DeliveryPreset("", "", ("DX",))
    rate_hz = sound.table.count("rate_hz", 8000) if "rate_hz" in sound.table else None
    return DeliveryPreset(
        key=key,
        label=JsonTable(values, "").text("label"),
        tracks=_chosen(sound.table.texts("tracks"), DELIVERED_CODES, "sound.tracks"),
        fold_downs=cast(
            tuple[FoldDown, ...],
            _chosen(sound.texts("fold_downs"), FOLD_DOWNS, "sound.fold_downs"),
        ),
        encoding=Encoding(
            sound.text("file_type", usual.encoding.file_type, FILE_TYPES),
            sound.count("bits", usual.encoding.bits),
        ),
        form=FileForm(
            cast(Any, sound.text("split", usual.form.split, SPLITS)),
            cast(Any, sound.text("order", usual.form.order, ORDERS)),
        ),
        rate_hz=rate_hz,
        full_scale=cast(Any, sound.text("full_scale", usual.full_scale, get_args(FullScale))),
        overs=cast(Any, sound.text("overs", usual.overs, get_args(Overs))),
        apply_gains=sound.flag("apply_gains"),
        dither=sound.flag("dither"),
        template=names.text("template", DEFAULT_TEMPLATE),
        archival=names.flag("archival"),
        head_pop=leader.flag("head_pop"),
        tail_pop=leader.flag("tail_pop"),
        reels=Reels(
            reels.text("at_markers", ""),
            reels.number("minutes"),
            reels.number("handle_s"),
            reels.flag("own_hours"),
        ),
        target=_Section(values, "loudness").text("target", ""),
        sessions=sessions.texts("formats"),
        flags=sessions.flag("flags"),
    )


class _Section:
    """A table of the file, of which everything may be missing."""

    def __init__(self, values: dict[str, Any], name: str) -> None:
        self.table = JsonTable(values.get(name, {}), name)

    def text(self, key: str, usual: str, choices: Sequence[str] = ()) -> str:
        return self.table.text(key, choices) if key in self.table else usual

    def texts(self, key: str) -> tuple[str, ...]:
        return self.table.texts(key) if key in self.table else ()

    def flag(self, key: str) -> bool:
        return self.table.flag(key) if key in self.table else False

    def count(self, key: str, usual: int) -> int:
        return self.table.count(key) if key in self.table else usual

    def number(self, key: str) -> float:
        return self.table.number(key, 0.0) if key in self.table else 0.0


def _refuse_unknown(values: dict[str, Any]) -> None:
    """A word that nobody reads would be a wish that nobody fulfils."""
    for name, value in values.items():
        if name not in (*_SECTIONS[""], *_SECTIONS):
            raise BadValueError(f'"{name}" is not known')
        if isinstance(value, dict):
            unknown = [key for key in value if key not in _SECTIONS.get(name, ())]
            if unknown:
                raise BadValueError(f'"{name}.{unknown[0]}" is not known')


def _chosen(texts: tuple[str, ...], known: Sequence[str], name: str) -> tuple[str, ...]:
    """Known words in the order in which they are listed."""
    wrong = [text for text in texts if text not in known]
    if wrong:
        raise BadValueError(f'"{name}" has "{wrong[0]}", which is none of {", ".join(known)}')
    return tuple(text for text in known if text in texts)
