"""The network: an encoder and boosted trees run by ONNX Runtime on the CPU, and heads small enough for NumPy.

The heads are perceptrons of two layers with a rectifier between, read off the encoder's vectors.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import numpy as np
import numpy.typing as npt

from rasad.models.tokens import CLOSE, OPEN, PAD

Floats = npt.NDArray[np.float32]
#: What is decided by trees.
TREES = ("parties", "choices", "dates")
#: How long a token's vector is.
HIDDEN = 384
#: How many tokens a batch may hold, padding counted.
_BATCH = 2_048


class Network:
    """An encoder, its heads and trees, read from a folder: ``encoder.onnx``, ``heads.npz``, ``parties.onnx`` and so on.

    ``threads`` bounds how many cores one reading may use.
    """

    def __init__(self, folder: Path, *, threads: int = 1) -> None:
        import onnxruntime  # heavy, and not asked for by --model none

        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads, options.inter_op_num_threads = threads, 1
        options.log_severity_level = 3
        self._session = onnxruntime.InferenceSession(
            str(folder / "encoder.onnx"), options, providers=["CPUExecutionProvider"]
        )
        self._trees = {
            name: onnxruntime.InferenceSession(
                str(folder / f"{name}.onnx"), options, providers=["CPUExecutionProvider"]
            )
            for name in TREES
        }
        with np.load(folder / "heads.npz") as weights:
            self._weights = {name: weights[name].astype(np.float32) for name in weights.files}

    @property
    def hidden(self) -> int:
        """How long a token's vector is."""
        return HIDDEN

    def vectors(self, windows: Sequence[Sequence[int]]) -> list[Floats]:
        """Return one vector a token of each window, of shape (tokens, hidden); windows of like length go together."""
        found: list[Floats] = [np.zeros((0, self.hidden), np.float32)] * len(windows)
        order = sorted(range(len(windows)), key=lambda i: len(windows[i]))
        at = 0
        while at < len(order):
            size = 1
            while at + size < len(order) and (size + 1) * (len(windows[order[at + size]]) + 2) <= _BATCH:
                size += 1
            batch = order[at : at + size]
            length = max(len(windows[i]) for i in batch) + 2
            ids = np.full((size, length), PAD, np.int64)
            mask = np.zeros((size, length), np.int64)
            for row, i in enumerate(batch):
                told = [OPEN, *windows[i], CLOSE]
                ids[row, : len(told)], mask[row, : len(told)] = told, 1
            (out,) = self._session.run(None, {"ids": ids, "mask": mask})
            for row, i in enumerate(batch):
                found[i] = out[row, 1 : 1 + len(windows[i])].astype(np.float32)
            at += size
        return found

    def head(self, name: str, inputs: Floats) -> Floats:
        """Return the scores (logits) of head *name* for *inputs* of shape (n, features)."""
        w = self._weights
        inner = np.maximum(inputs @ w[f"{name}.0.weight"].T + w[f"{name}.0.bias"], 0)
        return np.asarray(inner @ w[f"{name}.3.weight"].T + w[f"{name}.3.bias"], np.float32)

    def trees(self, name: str, rows: Floats) -> Floats:
        """Return the shares that the trees *name* give to *rows* of shape (n, features), (n, outputs)."""
        (found,) = self._trees[name].run(None, {"rows": np.asarray(rows, np.float32)})
        return sigmoid(found)


def sigmoid(scores: Floats) -> Floats:
    """Return scores as probabilities."""
    return np.asarray(1 / (1 + np.exp(-np.clip(scores, -30, 30))), np.float32)


def softmax(scores: Floats) -> Floats:
    """Return scores along the last axis as shares of one."""
    raised = np.exp(scores - scores.max(-1, keepdims=True))
    return np.asarray(raised / raised.sum(-1, keepdims=True), np.float32)
