"""Actions that take markers in from other programs and hand them on."""

from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog, QMainWindow

from app.actions.actions import Actions
from app.commands.timeline_commands import AddMarkers
from app.controls.bindings import bind
from app.environment.error_report import sentence_for
from app.environment.library_sentences import translated
from app.project.atomic_text import replace_text
from app.workflows.app_context import AppContext
from cass_core.clips import SampleSpan
from cass_core.errors import CassError
from cass_core.programme.markers.marker_axis import MarkerAxis
from cass_core.programme.markers.marker_import import import_markers
from cass_core.programme.markers.marker_lists import SUFFIXES, marker_list


class MarkerControls(QObject):
    """Binds the actions, and takes lists of markers that are dropped on the window.

    Signals:
        refused: why nothing was read or written, as one sentence.
        noticed: what of a list was not as expected, as sentences.
        told: what was done.
    """

    refused = Signal(str)
    noticed = Signal(str)
    told = Signal(str)

    def __init__(self, actions: Actions, context: AppContext, window: QMainWindow) -> None:
        super().__init__(window)
        self._context, self._window = context, window
        bind(
            actions,
            {"import_markers": self._ask_for_list, "export_markers": self._ask_for_name},
        )

    def takes(self, path: Path) -> bool:
        """Read a file where it is a list of markers and something is open; whether it was tried."""
        is_list = path.suffix.lower() in SUFFIXES and path.is_file()
        if not is_list or self._context.project.programme is None:
            return False
        self.read(path)
        return True

    def read(self, path: Path) -> None:
        """Add the markers of a list to those that are there; one step to undo."""
        programme = self._context.project.programme
        assert programme is not None
        try:
            found = import_markers(path, programme.clock, programme.num_samples)
        except CassError as error:
            self.refused.emit(sentence_for(error))
            return
        self._context.undo.push(AddMarkers(self._context.project.timeline, found.markers))
        if found.notices:
            self.noticed.emit(" ".join(map(translated, found.notices)))
        else:
            words = self.tr("{count} markers were taken in from {name}.")
            self.told.emit(words.format(count=len(found.markers), name=path.name))

    def write(self, path: Path, kind: str) -> None:
        """Write all markers as a list.

        Args:
            path: of the list.
            kind: key of `marker_list`.
        """
        programme = self._context.project.programme
        assert programme is not None
        axis = MarkerAxis(programme.clock, SampleSpan(0, programme.num_samples))
        markers = self._context.project.timeline.markers
        text = marker_list(kind, programme.info.path.stem).write(markers, axis)
        try:
            replace_text(path, text)
        except CassError as error:
            self.refused.emit(sentence_for(error))
        else:
            self.told.emit(self.tr("Saved {name}.").format(name=path.name))

    def _ask_for_list(self) -> None:
        endings = " ".join(f"*{suffix}" for suffix in SUFFIXES)
        lists = self.tr("Lists of markers and subtitles")
        name, _ = QFileDialog.getOpenFileName(
            self._window,
            self.tr("Import markers"),
            str(self._context.settings.last_folder),
            ";;".join((f"{lists} ({endings})", self.tr("All files") + " (*)")),
        )
        if name:
            self.read(Path(name))

    def _ask_for_name(self) -> None:
        programme = self._context.project.programme
        if programme is None:
            return
        kinds = {
            self.tr("Table (*.csv)"): "csv",
            self.tr("Edit decision list, for Resolve and Avid (*.edl)"): "edl",
            self.tr("Pro Tools text (*.txt)"): "protools",
            self.tr("Audacity labels (*.txt)"): "audacity",
        }
        stem = f"{programme.info.path.stem}_markers.csv"
        name, chosen = QFileDialog.getSaveFileName(
            self._window,
            self.tr("Export markers"),
            str(self._context.project.folder.parent / stem),
            ";;".join(kinds),
        )
        if name:
            kind = kinds.get(chosen, "csv")
            suffix = marker_list(kind, "").suffix
            path = Path(name)
            is_other = path.suffix.lower() in SUFFIXES and path.suffix.lower() != suffix
            path = path.with_suffix(suffix) if is_other else path
            self.write(path if path.suffix else Path(name + suffix), kind)
