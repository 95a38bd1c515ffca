"""What every reader and writer of files needs: containers, probing, timecode, staged files."""
