"""What each cell of 20 ms and a band holds, after the project's own network."""
