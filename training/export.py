"""Write trained weights for the run time: the encoder as ONNX, int8 by channel, and the heads as NumPy arrays."""

from __future__ import annotations

import argparse
import shutil
import tempfile
from pathlib import Path

import numpy as np
import torch
from network import Encoder
from onnxruntime.quantization import QuantType, quantize_dynamic


def main() -> None:
    """Export ``coder.pt`` of a folder."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("trained", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--tokenizer", type=Path, required=True)
    asked = parser.parse_args()
    asked.out.mkdir(parents=True, exist_ok=True)
    state = torch.load(asked.trained / "coder.pt", map_location="cpu", weights_only=True)
    body = {k.removeprefix("encoder."): v for k, v in state.items() if k.startswith("encoder.")}
    layers = 1 + max(int(k.split(".")[1]) for k in body if k.startswith("layers."))
    encoder = Encoder(body["words.weight"].shape[0], layers)
    encoder.load_state_dict(body)
    encoder.eval()
    with tempfile.TemporaryDirectory() as folder:
        whole = Path(folder) / "whole.onnx"
        torch.onnx.export(
            encoder, (torch.ones(2, 16, dtype=torch.long), torch.ones(2, 16, dtype=torch.long)), str(whole),
            input_names=["ids", "mask"], output_names=["vectors"], opset_version=17, dynamo=False,
            dynamic_axes={name: {0: "batch", 1: "tokens"} for name in ("ids", "mask", "vectors")},
        )  # fmt: skip
        quantize_dynamic(str(whole), str(asked.out / "encoder.onnx"), per_channel=True, weight_type=QuantType.QInt8)
    heads = {k.removeprefix("heads."): v.numpy().astype(np.float16) for k, v in state.items() if k.startswith("heads.")}
    shutil.copyfile(asked.tokenizer, asked.out / "tokenizer.json")
    np.savez_compressed(asked.out / "heads.npz", **heads)
    for path in sorted(asked.out.iterdir()):
        print(path.name, f"{path.stat().st_size / 1e6:.1f} MB")


if __name__ == "__main__":
    main()
