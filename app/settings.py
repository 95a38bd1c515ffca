"""Preferences that outlive the program, typed; whatever stands in the file, values are valid."""

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QByteArray, QSettings

from cass_core.resource_files import user_data_folder

LOWEST_STEPS, HIGHEST_STEPS = 1, 128
RENDERS = ("faithful", "generated")


@dataclass(frozen=True)
class SeparationChoice:
    """How to separate.

    Attributes:
        steps: steps of the flow, 1 (conservative, instant) to 128 (most natural).
        picture: look at the picture.
        render: "faithful" masks the programme; "generated" gives the model's own sound in its band.
        seed: of the noise.
        method: how the flow is integrated.
    """

    steps: int = 2
    picture: bool = True
    render: str = RENDERS[0]
    seed: int = 0
    method: str = "euler"


def stored_settings() -> "Settings":
    """This user's settings."""
    path = user_data_folder() / "settings.ini"
    return Settings(QSettings(str(path), QSettings.Format.IniFormat))


class Settings:
    """What is remembered between two runs of the program."""

    def __init__(self, store: QSettings) -> None:
        """Read and write through `store`.

        Args:
            store: where the values are kept.
        """
        self._store = store

    @property
    def last_folder(self) -> Path:
        """Where the last movie was opened; the home folder where that is gone."""
        folder = Path(self._text("last_folder"))
        return folder if folder.is_absolute() and folder.is_dir() else Path.home()

    @last_folder.setter
    def last_folder(self, folder: Path) -> None:
        self._store.setValue("last_folder", str(folder))

    @property
    def choice(self) -> SeparationChoice:
        """How the user separated last."""
        usual = SeparationChoice()
        steps = self._text("separation/steps")
        render = self._text("separation/render")
        return SeparationChoice(
            steps=int(steps) if steps.isdecimal() and _is_possible(int(steps)) else usual.steps,
            picture=self._text("separation/picture") != "false",
            render=render if render in RENDERS else usual.render,
        )

    @choice.setter
    def choice(self, choice: SeparationChoice) -> None:
        self._store.setValue("separation/steps", choice.steps)
        self._store.setValue("separation/picture", choice.picture)
        self._store.setValue("separation/render", choice.render)

    @property
    def window_geometry(self) -> QByteArray:
        """Place and size of the window, as `QWidget.saveGeometry` gave them; empty at first."""
        value = self._store.value("window/geometry")
        return value if isinstance(value, QByteArray) else QByteArray()

    @window_geometry.setter
    def window_geometry(self, geometry: QByteArray) -> None:
        self._store.setValue("window/geometry", geometry)

    def _text(self, key: str) -> str:
        """A value as the file spells it; a fresh process reads text, this one what it has set."""
        value = self._store.value(key, "")
        return str(value).lower() if isinstance(value, bool) else str(value)


def _is_possible(steps: int) -> bool:
    return LOWEST_STEPS <= steps <= HIGHEST_STEPS
