"""Signal processing on tensors: no model, no file."""
