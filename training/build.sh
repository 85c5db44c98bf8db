#!/bin/sh
# Rebuild the coder from its data: sh training/build.sh ENCODER [OUT]
#
# ENCODER is a folder with multilingual-e5-small in the layout of Hugging Face (model.fp16.safetensors, tokenizer.json),
# its vocabulary trimmed or not; OUT the folder of the model (src/rasad/models/coder). Needs the project's environment
# (.venv, made by `make test`) and makes one of its own for PyTorch (.venv-training). Half an hour on two cores.
set -eu
encoder=$1
out=${2:-src/rasad/models/coder}
work=.training
python=.venv/bin/python
mkdir -p "$work" "$out"
test -x .venv-training/bin/python || {
  python3 -m venv .venv-training
  .venv-training/bin/pip install --quiet -r training/requirements.txt
}
torch=.venv-training/bin/python
$python training/labels.py > "$work/labels.json"
$python training/data.py gold/train --tokenizer "$encoder/tokenizer.json" --out "$work/examples.pkl"
$torch training/train.py "$work/examples.pkl" --encoder "$encoder/model.fp16.safetensors" --labels "$work/labels.json" --out "$work/trained"
$torch training/export.py "$work/trained" "$out" --tokenizer "$encoder/tokenizer.json"
$torch training/trees.py "$work/examples.pkl" "$out"
mv "$out/trees.json" "$work/trained/trees.json"
$python training/card.py "$out" gold/dev gold/traps --bars '{"kept": 0.005, "new": 0.97, "other": 0.2, "redated": 0.2}' \
  --reports "$work/trained/report.json" "$work/trained/trees.json"
