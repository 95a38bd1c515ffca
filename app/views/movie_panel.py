"""The open movie: what it holds, or how to open one."""

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from app.project.project import Project
from app.views.action_button import ActionButton
from app.views.card import GAP_PX, Card, heading_font, muted_label, two_columns
from app.views.media_words import facts, sound_words
from app.views.text_labels import ElidedLabel, SentenceBox
from app.views.track_box import TrackBox


class MoviePanel(Card):
    """Shows the project's movie; of several sound tracks one can be chosen."""

    def __init__(self, project: Project, open_action: QAction) -> None:
        """Build the panel.

        Args:
            project: what is shown.
            open_action: opens another movie.
        """
        super().__init__("Movie")
        self._project = project
        self.name = ElidedLabel()
        self.name.setFont(heading_font(self.name.font()))
        self._zone = QLabel("Drop a movie or a sound file here")
        self._zone.setProperty("role", "drop")
        self._zone.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.facts = two_columns()
        self.tracks = TrackBox()
        self.problem = SentenceBox("danger", "Problem")
        self._lay_out(ActionButton(open_action))
        self.tracks.activated.connect(project.set_audio_stream)
        project.movie_changed.connect(self._on_movie_changed)
        project.target_changed.connect(self._on_target_changed)
        self._on_movie_changed()

    def set_dropping(self, dropping: bool) -> None:
        """Show that a file would be taken here."""
        for widget in (self, self._zone):
            widget.setProperty("dropping", dropping)
            widget.style().polish(widget)

    def set_locked(self, locked: bool) -> None:
        """Keep the sound track as it is while it is separated."""
        self.tracks.setEnabled(not locked)

    def show_problem(self, sentence: str) -> None:
        """Say why a movie cannot be opened; the one that was open stays."""
        self.problem.show_sentences(sentence)

    def _lay_out(self, open_button: ActionButton) -> None:
        self.rows.removeWidget(self.heading)
        top = QHBoxLayout()
        top.setSpacing(GAP_PX)
        top.addWidget(self.heading)
        top.addWidget(self.name, stretch=1)
        top.addWidget(open_button)
        self.rows.addLayout(top)
        self.rows.addWidget(self._zone)
        self.rows.addLayout(self.facts)
        self.rows.addWidget(self.problem)

    @Slot()
    def _on_movie_changed(self) -> None:
        info = self._project.movie
        self.problem.show_sentences()
        self.heading.setVisible(info is None)
        self._zone.setVisible(info is None)
        self._empty_facts()
        if info is None:
            return
        self.name.show_text(info.path.name)
        for name, value in facts(info).items():
            label = ElidedLabel()
            label.show_text(value)
            self._add_fact(name, label)
        if len(info.audio) > 1:
            self.tracks.clear()
            self.tracks.addItems([f"{s.order + 1}: {sound_words(s)}" for s in info.audio])
            self._add_fact("Sound track", self.tracks)
            self.tracks.show()

    @Slot()
    def _on_target_changed(self) -> None:
        self.tracks.setCurrentIndex(self._project.audio_stream)

    def _add_fact(self, name: str, value: QWidget) -> None:
        row = self.facts.rowCount()
        self.facts.addWidget(muted_label(name), row, 0)
        self.facts.addWidget(value, row, 1)

    def _empty_facts(self) -> None:
        self.tracks.hide()
        while (item := self.facts.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None and widget is not self.tracks:
                widget.deleteLater()
