"""Which of the faces in a picture speaks: the one whose mouth agrees with what is heard."""
