"""The faces over the picture: which are drawn, and what they are called."""

from PySide6.QtCore import QObject, QPointF, QRectF
from PySide6.QtGui import QPainter

from app.jobs.face_boxes import FaceBox, FaceBoxes
from app.views.picture.picture_overlay import draw_faces, face_area


class FaceLayer(QObject):
    """Who is in the picture on screen.

    Attributes:
        visible: whether faces are drawn.
    """

    def __init__(self, faces: FaceBoxes | None, parent: QObject | None = None) -> None:
        """Show nobody at first.

        Args:
            faces: who is in the picture.
            parent: owner.
        """
        super().__init__(parent)
        self.visible = True
        self._faces = faces
        self._sample: int | None = None

    @property
    def shown(self) -> tuple[FaceBox, ...]:
        """The faces that are drawn."""
        if self._faces is None or self._sample is None or not self.visible:
            return ()
        return self._faces.at(self._sample)

    def set_sample(self, sample: int | None) -> None:
        """Say when the picture on screen begins; None without a picture."""
        self._sample = sample

    def draw(self, painter: QPainter, picture: QRectF) -> None:
        """Draw over a picture."""
        draw_faces(painter, self.shown, picture)

    def words_at(self, point: QPointF, picture: QRectF) -> str:
        """What a face is called that is under the mouse; empty where there is none."""
        for face in self.shown:
            if face_area(face, picture).contains(point):
                return self._words(face)
        return ""

    def all_words(self) -> list[str]:
        """What the faces are called."""
        return [self._words(face) for face in self.shown]

    def _words(self, face: FaceBox) -> str:
        words = self.tr("Face {number}, speaking") if face.speaking else self.tr("Face {number}")
        return words.format(number=face.track)
