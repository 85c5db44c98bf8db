"""One batch function, run here, by many processes, or on Ray."""
