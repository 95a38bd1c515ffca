"""Networks of AV-CASS: encoders, fusion, velocity field."""
