"""Train the coder on examples made by data.py: one command, fixed seeds, on a CPU or a GPU.

Writes the weights of the last epoch, and what was measured after each epoch on the pieces held out.
"""

from __future__ import annotations

import argparse
import json
import pickle
import random
import time
from pathlib import Path
from typing import Any

import numpy as np
import torch
from network import HIDDEN, Encoder, Heads
from torch import Tensor, nn

TYPES, STATUSES = 16, 5
#: How often an example is shown as though the lexicons knew nothing.
BLIND = 0.25


class Coder(nn.Module):
    """Encoder and heads in one."""

    def __init__(self, encoder: Encoder, sizes: dict[str, int]) -> None:
        super().__init__()
        self.encoder, self.heads = encoder, Heads(**sizes)


def sizes_of(examples: list[dict[str, Any]], modes: int) -> dict[str, int]:
    """Return the widths of all heads, read off the examples."""
    return {"tags": examples[0]["tags"].shape[1], "types": TYPES, "modes": modes, "statuses": STATUSES,
            "token": examples[0]["features"].shape[1]}  # fmt: skip


def windows(examples: list[dict[str, Any]]) -> list[tuple[int, tuple[int, int, int]]]:
    """Return (example, window) for all."""
    return [(i, w) for i, e in enumerate(examples) for w in e["windows"]]


def encoded(coder: Coder, examples: list[dict[str, Any]], device: torch.device) -> list[Tensor]:
    """Return the vectors of all tokens of each example, (tokens, hidden); zeros for tokens that no window shows."""
    shown = windows(examples)
    length = max((w[2] - w[0] for _, w in shown), default=0) + 2
    ids = torch.ones(max(1, len(shown)), length, dtype=torch.long)
    mask = torch.zeros(max(1, len(shown)), length)
    for row, (i, (start, _, last)) in enumerate(shown):
        told = torch.tensor([0, *examples[i]["ids"][start:last].tolist(), 2])
        ids[row, : len(told)] = told
        mask[row, : len(told)] = 1
    out = [torch.zeros(len(e["ids"]), HIDDEN, device=device) for e in examples]
    if shown:
        vectors = coder.encoder(ids.to(device), mask.to(device))
        for row, (i, (start, first, last)) in enumerate(shown):
            parts = [out[i][:first], vectors[row, 1 + first - start : 1 + last - start], out[i][last:]]
            out[i] = torch.cat(parts)
    return out


def means(vectors: Tensor, spans: np.ndarray) -> Tensor:
    """Return the mean vector of each span ``[first, last)`` of tokens; zeros where it is empty or (-1, -1)."""
    sums = torch.cat([vectors.new_zeros(1, HIDDEN), vectors.cumsum(0)])
    first, last = torch.from_numpy(np.maximum(spans, 0)).to(vectors.device).long().T
    return (sums[last] - sums[first]) / (last - first).clamp(min=1)[:, None]


def judged(coder: Coder, shown: list[tuple[dict[str, Any], int, bool]], vectors: Tensor) -> tuple[Tensor, Tensor]:
    """Return the scores of status (events, statuses) and mode (events, modes) of events.

    Args:
        shown: each event with where its piece begins in *vectors*, and whether it is shown without the lexicons.
        vectors: of the tokens of all pieces, one after the other.
    """
    heads, device = coder.heads, vectors.device
    known = torch.zeros(len(shown), TYPES + STATUSES + 1)
    modes = torch.zeros(len(shown), heads.mode[-1].out_features)
    for row, (anchor, _, blind) in enumerate(shown):
        known[row, anchor["type"]] = 1
        modes[row, 0 if blind else anchor["draft mode"]] = 1
        if anchor["draft"] >= 0 and not blind:
            known[row, TYPES + anchor["draft"]] = known[row, TYPES + STATUSES] = 1
    spans = np.array([np.array(a["span"]) + at for a, at, _ in shown])
    event = torch.cat([means(vectors, spans), known.to(device)], -1)
    return heads.status(event), heads.mode(torch.cat([event, modes.to(device)], -1))


def _hidden(features: np.ndarray, columns: list[int]) -> np.ndarray:
    features = features.copy()
    features[:, columns] = 0
    return features


def losses(
    coder: Coder, batch: list[dict[str, Any]], device: torch.device, columns: list[int], chance: random.Random
) -> Tensor:
    """Return the loss of a batch: of what each token tells, and of the status and mode of each event."""
    cross, binary = nn.functional.cross_entropy, nn.functional.binary_cross_entropy_with_logits
    apart = encoded(coder, batch, device)
    vectors = torch.cat(apart)
    blinds = [chance.random() < BLIND for _ in batch]
    shown_features = [
        _hidden(e["features"], columns) if b else e["features"] for e, b in zip(batch, blinds, strict=True)
    ]
    features = torch.from_numpy(np.concatenate(shown_features)).to(device)
    starts = np.cumsum([0, *map(len, apart)])
    read = np.zeros(len(vectors), bool)
    for example, start in zip(batch, starts, strict=False):
        for _, first, last in example["windows"]:
            read[start + first : start + last] = True
    scores = coder.heads.tags(torch.cat([vectors, features], -1)[read])
    wanted = torch.from_numpy(np.concatenate([e["tags"] for e in batch])[read]).to(device)
    weight = torch.tensor(2.0, device=device)
    loss = binary(scores, wanted, reduction="sum", pos_weight=weight) / max(1, len(scores)) * 12
    shown = [
        (a, int(start), blind) for e, start, blind in zip(batch, starts, blinds, strict=False) for a in e["anchors"]
    ]
    if not shown:
        return loss
    status, mode = judged(coder, shown, vectors)
    total = 0.5 * cross(status, torch.tensor([a["status"] for a, _, _ in shown], device=device), reduction="sum")
    total = total + 0.2 * cross(mode, torch.tensor([a["mode"] for a, _, _ in shown], device=device), reduction="sum")
    return loss + total / len(shown)


@torch.no_grad()
def measured(
    coder: Coder, examples: list[dict[str, Any]], device: torch.device, columns: list[int], blind: bool
) -> dict[str, float]:
    """Return what stands of held-out pieces: events found by type in runs of tokens, status and mode of gold's."""
    coder.eval()
    right = given = gold = 0
    counts = dict.fromkeys(("events", "status", "mode"), 0)
    for at in range(0, len(examples), 16):
        batch = examples[at : at + 16]
        apart = encoded(coder, batch, device)
        starts = np.cumsum([0, *map(len, apart)])
        for example, vectors in zip(batch, apart, strict=True):
            features = _hidden(example["features"], columns) if blind else example["features"]
            known = torch.from_numpy(features).to(device)
            scores = coder.heads.tags(torch.cat([vectors, known], -1))[:, :TYPES] > 0
            found_runs, gold_runs = runs(scores.cpu().numpy()), runs(example["tags"][:, :TYPES] > 0)
            given, gold = given + len(found_runs), gold + len(gold_runs)
            right += sum(any(t == u and a < d and c < b for u, c, d in found_runs) for t, a, b in gold_runs)
        shown = [(a, int(start), blind) for e, start in zip(batch, starts, strict=False) for a in e["anchors"]]
        if shown:
            status, mode = judged(coder, shown, torch.cat(apart))
            counts["events"] += len(shown)
            counts["status"] += sum(int(status[i].argmax()) == a["status"] for i, (a, _, _) in enumerate(shown))
            counts["mode"] += sum(int(mode[i].argmax()) == a["mode"] for i, (a, _, _) in enumerate(shown))
    coder.train()
    events = max(1, counts.pop("events"))
    precision, recall = right / max(1, given), right / max(1, gold)
    f1 = 2 * precision * recall / max(1e-9, precision + recall)
    found = {"found P": precision, "found R": recall, "found F1": f1, **{n: c / events for n, c in counts.items()}}
    return {name: round(value, 3) for name, value in found.items()}


def runs(flags: np.ndarray) -> list[tuple[int, int, int]]:
    """Return (type, first, last) of each unbroken run of tokens."""
    found = []
    for type_ in range(flags.shape[1]):
        column = np.concatenate([[False], flags[:, type_], [False]]).astype(np.int8)
        edges = np.diff(column)
        found += [
            (type_, int(a), int(b)) for a, b in zip(np.nonzero(edges == 1)[0], np.nonzero(edges == -1)[0], strict=True)
        ]
    return found


def main() -> None:
    """Train, measure, write."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("examples", type=Path)
    parser.add_argument("--encoder", type=Path, required=True)
    parser.add_argument("--labels", type=Path, required=True, help="labels and blind columns, written by labels.py")
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--begin", type=Path, help="weights to go on from (coder.pt of an earlier run)")
    parser.add_argument("--epochs", type=int, default=6)
    parser.add_argument("--layers", type=int, default=12)
    parser.add_argument("--frozen", type=int, default=4, help="how many of the lowest layers stay as they are")
    parser.add_argument("--batch", type=int, default=8)
    parser.add_argument("--rate", type=float, default=3e-4)
    parser.add_argument("--held", type=float, default=0.03, help="the share of pieces held out, 0 for none")
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--seed", type=int, default=20)
    asked = parser.parse_args()
    torch.manual_seed(asked.seed)
    chance = random.Random(asked.seed)  # noqa: S311 - no secret
    examples = [e for e in pickle.loads(asked.examples.read_bytes()) if e["windows"]]  # noqa: S301 - our own file
    told_ = json.loads(asked.labels.read_text())
    columns = told_["token"]
    chance.shuffle(examples)
    held, shown = examples[: int(len(examples) * asked.held)], examples[int(len(examples) * asked.held) :]
    torch.set_num_threads(asked.threads)
    device = torch.device("cuda" if torch.cuda.is_available() else "cpu")
    coder = Coder(Encoder.pretrained(asked.encoder, asked.layers), sizes_of(examples, told_["modes"])).to(device)
    if asked.begin:
        coder.load_state_dict(torch.load(asked.begin, map_location=device, weights_only=True))
    for part in (coder.encoder.words, coder.encoder.positions, coder.encoder.types):
        part.weight.requires_grad = False
    for layer in coder.encoder.layers[: asked.frozen]:
        layer.requires_grad_(False)
    body = [p for p in coder.encoder.parameters() if p.requires_grad]
    optimiser = torch.optim.AdamW(
        [{"params": body, "lr": asked.rate}, {"params": coder.heads.parameters(), "lr": 2e-3}], weight_decay=0.01
    )
    steps = asked.epochs * ((len(shown) + asked.batch - 1) // asked.batch)
    plan = torch.optim.lr_scheduler.LambdaLR(
        optimiser, lambda n: min(1.0, (n + 1) / (0.1 * steps)) * max(0.02, 1 - n / steps)
    )
    report: list[dict[str, Any]] = []
    for epoch in range(asked.epochs):
        begun, loss_sum = time.monotonic(), 0.0
        chance.shuffle(shown)
        # Pieces of like length go together, in batches that come in any order.
        pool = [shown[i : i + 50 * asked.batch] for i in range(0, len(shown), 50 * asked.batch)]
        batches = []
        for part in pool:
            part.sort(key=lambda e: len(e["ids"]))
            batches += [part[i : i + asked.batch] for i in range(0, len(part), asked.batch)]
        chance.shuffle(batches)
        for done, batch in enumerate(batches):
            if done % 50 == 49:
                print(f"epoch {epoch + 1}, {done + 1} of {len(batches)}, loss {loss_sum / done:.2f}, "
                      f"{time.monotonic() - begun:.0f} s", flush=True)  # fmt: skip
            loss = losses(coder, batch, device, columns, chance)
            optimiser.zero_grad()
            loss.backward()
            nn.utils.clip_grad_norm_(coder.parameters(), 1.0)
            optimiser.step()
            plan.step()
            loss_sum += float(loss.detach())
        row: dict[str, Any] = {"epoch": epoch + 1, "loss": round(loss_sum / len(batches), 3),
                               "seconds": round(time.monotonic() - begun)}  # fmt: skip
        if held:
            row["both"] = measured(coder, held, device, columns, blind=False)
            row["model alone"] = measured(coder, held, device, columns, blind=True)
        report.append(row)
        asked.out.mkdir(parents=True, exist_ok=True)
        torch.save(coder.state_dict(), asked.out / "coder.pt")
        print(json.dumps(row), flush=True)
    told_arguments = {name: value for name, value in vars(asked).items() if not isinstance(value, Path)}
    summary = {"arguments": told_arguments, "pieces": len(shown), "held out": len(held), "epochs": report}
    (asked.out / "report.json").write_text(json.dumps(summary, indent=1) + "\n")


if __name__ == "__main__":
    main()
