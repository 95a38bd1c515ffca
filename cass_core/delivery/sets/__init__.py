"""What a delivery consists of: tracks, the files of each, and what the files say of themselves."""
