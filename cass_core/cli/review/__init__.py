"""`cass review`, and what trains and measures it."""
