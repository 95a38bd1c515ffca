"""Part of the export dialog: the preset of a house, or all by hand."""

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, Signal

from app.views.widgets.named_combo import NamedCombo
from cass_core.delivery.presets.preset import DeliveryPreset
from cass_core.delivery.presets.preset_files import known_presets, read_preset
from cass_core.errors import SettingsError

# what the presets of the program are called, for whoever collects texts to translate
QT_TRANSLATE_NOOP("Presets", "Advertising and trailers, EBU R 128 s1")
QT_TRANSLATE_NOOP("Presets", "Broadcast, ATSC A/85")
QT_TRANSLATE_NOOP("Presets", "Broadcast, EBU R 128")
QT_TRANSLATE_NOOP("Presets", "Mono files and an AAF for Pro Tools and other DAWs")
QT_TRANSLATE_NOOP("Presets", "Netflix M&E")
QT_TRANSLATE_NOOP("Presets", "Netflix stems")
QT_TRANSLATE_NOOP("Presets", "Podcast")
QT_TRANSLATE_NOOP("Presets", "Reaper session")
QT_TRANSLATE_NOOP("Presets", "Reaper session with the review's places")
QT_TRANSLATE_NOOP("Presets", "Stems and M&E")
QT_TRANSLATE_NOOP("Presets", "Theatrical reels with pops, film order")


class PresetBox(NamedCombo):
    """All that is chosen by hand, or by the preset of a house.

    Signals:
        changed: another choice.
    """

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._presets: dict[str, DeliveryPreset] = {}
        self.addItem(self.tr("By hand"), "")
        for key, path in known_presets().items():
            try:
                self._presets[key] = read_preset(path)
            except SettingsError:
                continue  # the command line says what is wrong with it
            label = self._presets[key].label
            self.addItem(QCoreApplication.translate("Presets", label), key)
        self.set_name(
            self.tr("Preset"),
            self.tr("What a house wants: tracks, files, names and loudness in one choice"),
        )
        self.currentIndexChanged.connect(self.changed)

    @property
    def preset(self) -> str:
        """The key of the chosen preset; empty for none."""
        return str(self.currentData())

    @property
    def chosen(self) -> DeliveryPreset | None:
        """What it says; None where all is chosen by hand."""
        return self._presets.get(self.preset)

    def show_choice(self, preset: str) -> None:
        """Choose a preset; none where there is no such."""
        self.setCurrentIndex(max(self.findData(preset), 0))
