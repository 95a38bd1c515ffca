"""Faces from picture to picture: look for new ones now and then, follow the known ones closely."""

from collections.abc import Callable
from concurrent.futures import Executor
from typing import Protocol

from cass_core.visual.faces.face_geometry import Box, Picture
from cass_core.visual.faces.face_tiling import search_squares
from cass_core.visual.faces.face_track import FaceTrack, Follower, TrackedFace, square_view

_SEARCH_SOON = 10  # frames between searches while no face is known, or one has just been lost
_SEARCH_MORE = 25  # the same while all known faces are seen
_SEARCHES_AFTER_CUT = (0, 3)  # frames after a cut; the second is for short dissolves
_FINDER_SIDE = 256  # pixels; the detector itself works on 128
_SAME_CENTRE = 0.45  # in sizes of the face: centres this close are one face
_SAME_AREA = 0.5  # of the smaller box: a face cut by a square's edge gives a part of its box
_PATIENCE = 12  # frames for which a lost face keeps its number


class Finder(Protocol):
    """Finds faces in a picture."""

    def find(self, picture: Picture) -> list[Box]:
        """Boxes in the picture's pixels."""


class FaceTracker:
    """Numbers the faces of a film; tracks end at cuts and when a face stays lost."""

    def __init__(
        self,
        finder: Finder,
        new_follower: Callable[[], Follower],
        max_faces: int,
        executor: Executor | None = None,
    ) -> None:
        """Take the parts that see.

        Args:
            finder: sees faces in a square.
            new_follower: makes a follower; called `max_faces` times at most.
            max_faces: faces followed at the same time.
            executor: where faces are followed side by side; one after the other if None.
        """
        self._finder = finder
        self._new_follower = new_follower
        self._max_faces = max_faces
        self._map = executor.map if executor else map
        self._idle: list[Follower] = []
        self._tracks: list[FaceTrack] = []
        self._num_tracks = 0
        self._since_cut = 0
        self._since_search = _SEARCH_MORE

    def step(self, picture: Picture, is_cut: bool) -> list[TrackedFace]:
        """The faces of the next picture, those known longest first."""
        if is_cut:
            self._since_cut = 0
            for track in list(self._tracks):
                self._drop(track)
        seen = list(self._map(lambda track: track.look(picture), self._tracks))
        faces = [face for face in seen if face is not None]
        self._drop_lost()
        faces = self._without_doubles(faces)
        if self._search_is_due():
            faces += self._search(picture)
        self._since_cut += 1
        self._since_search += 1
        return faces

    def _search_is_due(self) -> bool:
        if len(self._tracks) >= self._max_faces:
            return False
        steady = bool(self._tracks) and all(track.num_lost == 0 for track in self._tracks)
        wait = _SEARCH_MORE if steady else _SEARCH_SOON
        return self._since_search >= wait or self._since_cut in _SEARCHES_AFTER_CUT

    def _search(self, picture: Picture) -> list[TrackedFace]:
        """Start a track for each face that is new and that its follower sees too."""
        self._since_search = 0
        faces = []
        for box in found_boxes(self._finder, picture):
            if len(self._tracks) >= self._max_faces:
                break
            known = [track for track in self._tracks if _same_face(track.box, box)]
            if any(track.num_lost == 0 for track in known):
                continue
            if known:
                known[0].expect(box)
            face = known[0].look(picture) if known else self._start(box, picture)
            faces += [face] if face else []
        return faces

    def _start(self, box: Box, picture: Picture) -> TrackedFace | None:
        track = FaceTrack(self._num_tracks, box, self._free_follower())
        face = track.look(picture)
        if face is None or any(_same_face(track.box, other.box) for other in self._tracks):
            self._idle.append(track.follower)
            return None
        self._num_tracks += 1
        self._tracks.append(track)
        return face

    def _drop_lost(self) -> None:
        for track in list(self._tracks):
            if track.num_lost > _PATIENCE:
                self._drop(track)

    def _without_doubles(self, faces: list[TrackedFace]) -> list[TrackedFace]:
        """Drop younger tracks that ended up on the face of an older one."""
        kept: list[TrackedFace] = []
        for face in faces:
            if not any(_same_face(face.shape.box, other.shape.box) for other in kept):
                kept.append(face)
                continue
            for track in [track for track in self._tracks if track.number == face.track]:
                self._drop(track)
        return kept

    def _drop(self, track: FaceTrack) -> None:
        self._tracks.remove(track)
        self._idle.append(track.follower)

    def _free_follower(self) -> Follower:
        return self._idle.pop() if self._idle else self._new_follower()


def found_boxes(finder: Finder, picture: Picture) -> list[Box]:
    """Faces in all search squares of a picture, each once, largest first."""
    height, width = picture.shape[:2]
    boxes = []
    for square in search_squares(width, height):
        view = square_view(picture, square, _FINDER_SIDE)
        scale = square.side / len(view)
        boxes += [box.moved(square.left, square.top, scale) for box in finder.find(view)]
    kept: list[Box] = []
    for box in sorted(boxes, key=lambda box: -box.size):
        if not any(_same_face(box, other) for other in kept):
            kept.append(box)
    return kept


def _same_face(a: Box, b: Box) -> bool:
    return a.distance(b) < _SAME_CENTRE or a.overlap(b) > _SAME_AREA
