"""One batch function, run here, by many processes, or on Ray."""

from rasad.executors.batch import Counts
from rasad.executors.local import read_into

__all__ = ["Counts", "read_into"]
