import numpy as np
import pytest

from cass_core.visual.faces.face_geometry import Box, Square, head_angles


def rotation(axis: str, angle: float) -> np.ndarray:
    first, second = {"yaw": (2, 0), "pitch": (1, 2), "roll": (0, 1)}[axis]
    matrix = np.eye(4, dtype=np.float32)
    matrix[first, first] = matrix[second, second] = np.cos(angle)
    matrix[second, first], matrix[first, second] = np.sin(angle), -np.sin(angle)
    return matrix


@pytest.mark.parametrize(("index", "axis"), [(0, "yaw"), (1, "pitch"), (2, "roll")])
@pytest.mark.parametrize("angle", [-0.6, 0.0, 0.4])
def test_angle_of_a_rotation_about_one_axis(index, axis, angle):
    expected = np.zeros(3)
    expected[index] = angle
    np.testing.assert_allclose(head_angles(rotation(axis, angle)), expected, atol=1e-6)


def test_scale_and_place_of_the_head_do_not_change_its_angles():
    matrix = rotation("yaw", 0.3)
    matrix[:3, :3] *= 7.0
    matrix[:3, 3] = (4.0, -2.0, -60.0)
    np.testing.assert_allclose(head_angles(matrix), [0.3, 0.0, 0.0], atol=1e-6)


@pytest.mark.parametrize("centre", [(10, 10), (0, 0), (39, 29), (60, 15)])
def test_cut_beyond_the_edges_is_black(centre):
    picture = np.arange(30 * 40 * 3, dtype=np.uint8).reshape(30, 40, 3) | 1
    square = Square.around(centre, 12)
    crop = square.cut(picture)
    assert crop.shape == (12, 12, 3)
    for row in range(12):
        for column in range(12):
            y, x = square.top + row, square.left + column
            inside = 0 <= y < 30 and 0 <= x < 40
            expected = picture[y, x] if inside else 0
            np.testing.assert_array_equal(crop[row, column], expected)


def test_box_moves_between_crop_and_picture():
    box = Box(2, 4, 6, 10).moved(100, 200, scale=3)
    assert (box.left, box.top, box.right, box.bottom) == (106, 212, 118, 230)
    assert box.size == 18
    np.testing.assert_allclose(box.relative(200, 220), [0.53, 212 / 220, 0.59, 1.0], rtol=1e-6)


def test_distance_counts_in_sizes_of_the_larger_box():
    assert Box(0, 0, 10, 10).distance(Box(20, 0, 40, 20)) == pytest.approx(np.hypot(25, 5) / 20)


def test_margin_is_negative_outside():
    square = Square(10, 10, 100)
    assert square.margin(Box(20, 30, 100, 80)) == pytest.approx(0.1)
    assert square.margin(Box(5, 30, 100, 80)) < 0
