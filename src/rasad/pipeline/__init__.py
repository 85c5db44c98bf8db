"""The steps from a capture to a reading, and what was skipped and why."""
