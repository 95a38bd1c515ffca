"""News from plain threads, delivered in the window's thread."""

from queue import Empty, SimpleQueue

from PySide6.QtCore import QObject, QTimer, Signal, Slot

_LOOK_MS = 30


class Mailbox(QObject):
    """Anybody may put something in; the owner's thread takes it out.

    A signal that is emitted in a thread which Qt did not start can end the process, so threads
    never emit: the box is looked into by a timer.

    Signals:
        delivered: what was put in, in its order.
    """

    delivered = Signal(object)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._news: SimpleQueue[object] = SimpleQueue()
        self._timer = QTimer(self)
        self._timer.setInterval(_LOOK_MS)
        self._timer.timeout.connect(self.deliver)
        self._timer.start()

    def put(self, news: object) -> None:
        """Put something in; safe from any thread."""
        self._news.put(news)

    @Slot()
    def deliver(self) -> None:
        """Take everything out."""
        while True:
            try:
                news = self._news.get_nowait()
            except Empty:
                return
            self.delivered.emit(news)

    def close(self) -> None:
        """Deliver nothing more."""
        self._timer.stop()
