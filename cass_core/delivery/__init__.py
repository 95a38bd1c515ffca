"""What leaves the program: stems and remixes as files, beside the picture."""
