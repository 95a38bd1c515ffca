"""Trying on a file in memory what a container takes."""

import io
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from typing import Any

import av
from av.container import OutputContainer
from av.error import FFmpegError

from cass_core.media.remux.movie_formats import MovieFormat


@contextmanager
def trial_file(chosen: MovieFormat, *, has_picture: bool) -> Iterator[OutputContainer]:
    """A file in memory that takes streams and the beginning of its header.

    Args:
        chosen: its format.
        has_picture: whether the streams that are tried have a picture; MXF holds no sound without
            one, and gets a small one of its own then.

    Yields:
        OutputContainer: open for writing; closing it is not the caller's care.
    """
    output = av.open(io.BytesIO(), "w", format=chosen.container)
    try:
        if chosen.container == "mxf" and not has_picture:
            picture: Any = output.add_stream("mpeg2video", rate=25)
            picture.width, picture.height, picture.pix_fmt = 320, 180, "yuv420p"
        yield output
    finally:
        with suppress(FFmpegError, ValueError, OSError):
            output.close()
