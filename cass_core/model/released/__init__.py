"""The networks of AV-CASS as its authors released them; weights keep their published names."""
