"""Where files say how their timecode counts, which FFmpeg does not tell."""
