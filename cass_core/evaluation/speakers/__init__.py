"""Which face is marked, against planted truth and against a published network."""
