"""The pictures of a programme among its samples."""

from app.project.programme import Programme


def picture_start(programme: Programme, picture: int) -> int:
    """First sample inside the programme at which a picture is on screen."""
    return min(max(programme.clock.picture_border(picture), 0), programme.num_samples)


def step_pictures(programme: Programme, sample: int, num_pictures: int) -> int:
    """The first sample of the picture that many pictures later, or earlier when negative."""
    return picture_start(programme, programme.clock.picture_at(sample) + num_pictures)
