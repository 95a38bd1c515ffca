"""Published checkpoints that a user has downloaded, brought into the models folder."""
