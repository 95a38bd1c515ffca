"""The pictures of the movie that is open; movies may come and go without waiting for a thread."""

from fractions import Fraction
from pathlib import Path

from PySide6.QtCore import QObject, Signal, Slot

from app.playback.picture.picture_thread import PictureRequest, PictureThread
from cass_core.media.picture.frame_cache import SeekedFrame


class PictureFeed(QObject):
    """Gives the picture that belongs to a position; decoding is done in a thread.

    Signals:
        arrived: `pick` may give another picture now.
        broke: the picture cannot be decoded; one sentence.
    """

    arrived = Signal()
    broke = Signal(str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._thread: PictureThread | None = None
        self._ending: list[PictureThread] = []

    @property
    def is_open(self) -> bool:
        """Whether there are pictures to request."""
        return self._thread is not None

    def open(self, path: Path, audio_start_s: Fraction) -> None:
        """Decode another movie.

        Args:
            path: the movie.
            audio_start_s: media time of the sound's first sample, which is 0 s of all requests.
        """
        self.close()
        thread = PictureThread(path, audio_start_s, self)
        thread.arrived.connect(self._on_arrived)
        thread.broke.connect(self._on_broke)
        thread.finished.connect(self._on_finished)
        self._thread = thread
        thread.start()

    def close(self) -> None:
        """Give no more pictures; the thread ends by itself, as it may be busy with one."""
        if self._thread is not None:
            self._thread.stop()
            self._ending.append(self._thread)
            self._thread = None

    def stop(self) -> None:
        """End for good; blocks until the picture that is being decoded is done."""
        self.close()
        for thread in self._ending:
            thread.wait()

    def request(self, request: PictureRequest) -> None:
        """Say what is wanted; replaces the last request."""
        if self._thread is not None:
            self._thread.request(request)

    def pick(self, time_s: Fraction) -> SeekedFrame | None:
        """The picture to show at a time, without waiting; None keeps what is shown."""
        return self._thread.pick(time_s) if self._thread is not None else None

    @Slot()
    def _on_arrived(self) -> None:
        if self.sender() is self._thread:
            self.arrived.emit()

    @Slot(str)
    def _on_broke(self, sentence: str) -> None:
        if self.sender() is self._thread:
            self.close()
            self.broke.emit(sentence)

    @Slot()
    def _on_finished(self) -> None:
        for thread in [one for one in self._ending if one.isFinished()]:
            self._ending.remove(thread)
            thread.deleteLater()
