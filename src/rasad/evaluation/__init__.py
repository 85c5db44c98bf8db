"""Gold, scores and floors."""

from rasad.evaluation.evaluate import evaluate
from rasad.evaluation.scores import Report

__all__ = ["Report", "evaluate"]
