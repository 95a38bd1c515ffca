"""A progress bar that is painted together with everything else."""

from PySide6.QtWidgets import QProgressBar


class DeferredProgressBar(QProgressBar):
    """Qt's own bar paints the whole window at once, and in the middle of a slot, at each step."""

    def show_value(self, value: int) -> None:
        """Show how far something is, with the window's next painting."""
        self.setUpdatesEnabled(False)
        self.setValue(value)
        self.setUpdatesEnabled(True)
