"""The network: a BERT encoder, and heads that read tokens, events, their parties and dates off it (training only)."""

from __future__ import annotations

from pathlib import Path

import torch
from safetensors.torch import load_file
from torch import Tensor, nn

#: Sizes of the encoder (config.json beside its weights).
HIDDEN, INNER, LAYERS, HEADS, POSITIONS = 384, 1536, 12, 12, 512


class Layer(nn.Module):
    """One layer of the encoder, post-norm."""

    def __init__(self) -> None:
        super().__init__()
        self.query, self.key, self.value = (nn.Linear(HIDDEN, HIDDEN) for _ in range(3))
        self.out, self.norm = nn.Linear(HIDDEN, HIDDEN), nn.LayerNorm(HIDDEN, eps=1e-12)
        self.inner, self.outer = nn.Linear(HIDDEN, INNER), nn.Linear(INNER, HIDDEN)
        self.last = nn.LayerNorm(HIDDEN, eps=1e-12)
        self.drop = nn.Dropout(0.1)

    def forward(self, x: Tensor, mask: Tensor) -> Tensor:
        """Return the output for *x* (batch, tokens, hidden); *mask* is 0 or very negative, (batch, 1, 1, tokens)."""
        size, length, _ = x.shape
        q, k, v = (
            part(x).view(size, length, HEADS, HIDDEN // HEADS).transpose(1, 2)
            for part in (self.query, self.key, self.value)
        )
        if self.training:
            mixed = nn.functional.scaled_dot_product_attention(q, k, v, attn_mask=mask)
        else:  # the same in parts that every runtime of ONNX knows
            mixed = ((q @ k.transpose(-1, -2)) / (HIDDEN // HEADS) ** 0.5 + mask).softmax(-1) @ v
        mixed = mixed.transpose(1, 2).reshape(size, length, HIDDEN)
        x = self.norm(x + self.drop(self.out(mixed)))
        return self.last(x + self.drop(self.outer(nn.functional.gelu(self.inner(x)))))


class Encoder(nn.Module):
    """Tokens to vectors: ids (batch, tokens), mask of 1 and 0, to (batch, tokens, 384)."""

    def __init__(self, vocabulary: int, layers: int = LAYERS) -> None:
        super().__init__()
        self.words, self.positions = nn.Embedding(vocabulary, HIDDEN), nn.Embedding(POSITIONS, HIDDEN)
        self.types, self.norm = nn.Embedding(2, HIDDEN), nn.LayerNorm(HIDDEN, eps=1e-12)
        self.drop = nn.Dropout(0.1)
        self.layers = nn.ModuleList(Layer() for _ in range(layers))

    def forward(self, ids: Tensor, mask: Tensor) -> Tensor:
        """Return one vector a token."""
        places = torch.arange(ids.shape[1], device=ids.device)
        x = self.drop(self.norm(self.words(ids) + self.positions(places) + self.types.weight[0]))
        wide = (1.0 - mask[:, None, None, :].to(x.dtype)) * -1e4
        for layer in self.layers:
            x = layer(x, wide)
        return x

    @classmethod
    def pretrained(cls, path: Path, layers: int = LAYERS) -> Encoder:
        """Read the weights of a BertModel in the layout of Hugging Face; of fewer *layers*, those evenly apart."""
        told = {k.removeprefix("bert."): v.float() for k, v in load_file(str(path)).items()}
        encoder = cls(told["embeddings.word_embeddings.weight"].shape[0], layers)
        names = {"words": "word_embeddings", "positions": "position_embeddings", "types": "token_type_embeddings"}
        state = {f"{mine}.weight": told[f"embeddings.{theirs}.weight"] for mine, theirs in names.items()}
        state |= {f"norm.{p}": told[f"embeddings.LayerNorm.{p}"] for p in ("weight", "bias")}
        parts = {
            "query": "attention.self.query", "key": "attention.self.key", "value": "attention.self.value",
            "out": "attention.output.dense", "norm": "attention.output.LayerNorm", "inner": "intermediate.dense",
            "outer": "output.dense", "last": "output.LayerNorm",
        }  # fmt: skip
        kept = [round(i * (LAYERS - 1) / max(1, layers - 1)) for i in range(layers)]
        for mine, theirs in enumerate(kept):
            for name, part in parts.items():
                for p in ("weight", "bias"):
                    state[f"layers.{mine}.{name}.{p}"] = told[f"encoder.layer.{theirs}.{part}.{p}"]
        encoder.load_state_dict(state)
        return encoder


def perceptron(wide: int, inner: int, out: int) -> nn.Sequential:
    """Two layers with a rectifier between them."""
    return nn.Sequential(nn.Linear(wide, inner), nn.ReLU(), nn.Dropout(0.2), nn.Linear(inner, out))


class Heads(nn.Module):
    """What is read off the encoder's vectors; sizes are those of rasad.coding.labels."""

    def __init__(self, *, tags: int, types: int, modes: int, statuses: int, token: int) -> None:
        super().__init__()
        told = HIDDEN + types + statuses + 1
        self.tags = perceptron(HIDDEN + token, 192, tags)
        nn.init.constant_(self.tags[-1].bias, -4.5)
        self.status, self.mode = perceptron(told, 96, statuses), perceptron(told + modes, 128, modes)
