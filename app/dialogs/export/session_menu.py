"""Part of the export dialog: sessions for editing programs, and the review's places in them."""

from PySide6.QtCore import QCoreApplication

from app.environment.library_sentences import translated
from app.views.widgets.check_menu import CheckMenu
from cass_core.delivery.presets.preset import DeliveryPreset
from cass_core.delivery.sessions.formats import SESSION_FORMATS

_FLAGS = "flags"  # stands among the keys of sessions


class SessionMenu(CheckMenu):
    """Shows the sessions of the chosen preset, which can be changed for one export; else own ones.

    Signals:
        changed: an entry was checked or unchecked.
    """

    def __init__(self) -> None:
        translate = QCoreApplication.translate
        labels = {kind.key: translated(kind.label) for kind in SESSION_FORMATS}
        labels[_FLAGS] = translate("SessionMenu", "Open places of the review as markers")
        super().__init__(labels, translate("SessionMenu", "None"))
        self._by_hand: tuple[tuple[str, ...], bool] = (), False
        self._is_by_hand = True
        self.setAccessibleName(self.tr("Sessions for editing programs"))
        self.setToolTip(
            self.tr(
                "Sessions with tracks, timecode, markers and levels beside the files; Pro Tools "
                "takes an AAF with the sound inside"
            )
        )

    @property
    def sessions(self) -> tuple[str, ...]:
        """Keys of the sessions, in the order of their table."""
        return tuple(key for key in self.keys if key != _FLAGS)

    @property
    def flags(self) -> bool:
        """Whether the review's places become markers of them."""
        return _FLAGS in self.keys

    def show_choice(self, sessions: tuple[str, ...], flags: bool) -> None:
        """Check these and no others."""
        self.check((*sessions, *((_FLAGS,) if flags else ())))

    def follow(self, preset: DeliveryPreset | None) -> None:
        """Show what a preset says, or again what was chosen by hand.

        Args:
            preset: the chosen one; None for none.
        """
        if self._is_by_hand:
            self._by_hand = self.sessions, self.flags
        self._is_by_hand = preset is None
        self.show_choice(*((preset.sessions, preset.flags) if preset else self._by_hand))
