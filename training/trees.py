"""Train the trees that decide parties, choices of parties, and dates; write them as ONNX (training environment).

Trees of choices are trained on shares of parties from trees that have not seen the same piece (folds by piece), as they
will meet them. What is measured by folds is printed and written beside them.
"""

from __future__ import annotations

import argparse
import json
import pickle
import sys
from pathlib import Path
from typing import Any

import lightgbm as lgb
import numpy as np
import onnx
from onnx import TensorProto, helper

FOLDS, SEED = 5, 20
PLAN = {
    "objective": "binary", "learning_rate": 0.05, "num_leaves": 31, "min_child_samples": 20, "subsample": 0.8,
    "subsample_freq": 1, "colsample_bytree": 0.5, "n_jobs": 2, "verbose": -1, "random_state": SEED,
    "deterministic": True, "force_row_wise": True,
}  # fmt: skip
ROUNDS = {"parties": 250, "choices": 200, "dates": 150}


def fitted(rows: np.ndarray, wanted: np.ndarray, rounds: int) -> lgb.LGBMClassifier:
    """Return boosted trees for one yes or no."""
    return lgb.LGBMClassifier(n_estimators=rounds, **PLAN).fit(rows, wanted)


def shares(model: lgb.LGBMClassifier, rows: np.ndarray) -> np.ndarray:
    """Return how likely yes is for each row."""
    return model.booster_.predict(rows) if len(rows) else np.zeros(0)


def as_onnx(models: list[lgb.LGBMClassifier], wide: int) -> onnx.ModelProto:
    """Return trees as one TreeEnsembleRegressor: rows (n, wide) to scores (n, models) before the sigmoid."""
    parts: dict[str, list[Any]] = {name: [] for name in (
        "nodes_treeids", "nodes_nodeids", "nodes_featureids", "nodes_values", "nodes_modes", "nodes_truenodeids",
        "nodes_falsenodeids", "target_treeids", "target_nodeids", "target_ids", "target_weights",
    )}  # fmt: skip
    tree = 0
    for target, model in enumerate(models):
        for told in model.booster_.dump_model()["tree_info"]:
            _add(parts, told["tree_structure"], tree, target)
            tree += 1
    node = helper.make_node(
        "TreeEnsembleRegressor", ["rows"], ["scores"], domain="ai.onnx.ml", n_targets=len(models),
        aggregate_function="SUM", post_transform="NONE", **parts,
    )  # fmt: skip
    graph = helper.make_graph(
        [node], "trees", [helper.make_tensor_value_info("rows", TensorProto.FLOAT, [None, wide])],
        [helper.make_tensor_value_info("scores", TensorProto.FLOAT, [None, len(models)])],
    )  # fmt: skip
    made = helper.make_model(graph, opset_imports=[helper.make_opsetid("", 17), helper.make_opsetid("ai.onnx.ml", 3)])
    made.ir_version = 9
    return made


def _add(parts: dict[str, list[Any]], root: dict[str, Any], tree: int, target: int) -> None:
    waiting, count = [(root, 0)], 1
    while waiting:
        node, number = waiting.pop()
        leaf = "leaf_value" in node
        left, right = (0, 0) if leaf else (count, count + 1)
        for name, value in (
            ("nodes_treeids", tree), ("nodes_nodeids", number),
            ("nodes_featureids", 0 if leaf else node["split_feature"]),
            ("nodes_values", 0.0 if leaf else _float(node["threshold"])),
            ("nodes_modes", "LEAF" if leaf else "BRANCH_LEQ"),
            ("nodes_truenodeids", left), ("nodes_falsenodeids", right),
        ):  # fmt: skip
            parts[name].append(value)
        if leaf:
            for name, value in (("target_treeids", tree), ("target_nodeids", number), ("target_ids", target),
                                ("target_weights", float(node["leaf_value"]))):  # fmt: skip
                parts[name].append(value)
        else:
            waiting += [(node["left_child"], left), (node["right_child"], right)]
            count += 2


def _float(threshold: float) -> float:
    """The greatest single that is not over a threshold, so that rows of singles fall as rows of doubles do."""
    near = np.float32(threshold)
    return float(near if near <= threshold else np.nextafter(near, np.float32(-np.inf)))


def main() -> None:
    """Train, measure by folds, write."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("examples", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--source", type=Path, default=Path(__file__).parents[1] / "src")
    asked = parser.parse_args()
    sys.path.insert(0, str(asked.source))
    from rasad.coding.choices import choice_features, choices

    examples = pickle.loads(asked.examples.read_bytes())  # noqa: S301 - our own file
    events = [(e["name"], a) for e in examples for a in e["anchors"]]
    names = sorted({name for name, _ in events})
    np.random.RandomState(SEED).shuffle(names)
    fold = {name: i % FOLDS for i, name in enumerate(names)}
    of = np.array([fold[name] for name, _ in events])

    def table(key: str, chosen: np.ndarray) -> np.ndarray:
        return np.concatenate([events[i][1][key] for i in np.nonzero(chosen)[0]])

    likely: list[np.ndarray] = [np.zeros((0, 2), np.float32)] * len(events)
    for k in range(FOLDS):
        rows, sides = table("parties", of != k), table("sides", of != k)
        pair = [fitted(rows, sides[:, s], ROUNDS["parties"]) for s in (0, 1)]
        for i in np.nonzero(of == k)[0]:
            told = events[i][1]["parties"]
            if len(told):
                likely[i] = np.stack([shares(m, told) for m in pair], 1).astype(np.float32)
    weighed = []
    for (_, anchor), share in zip(events, likely, strict=True):
        found = choices(share, anchor["drafted"])
        right = [not anchor["unreachable"] and _is(anchor["sides"], c) for c in found]
        weighed.append(
            (found, choice_features(share, anchor["event"], found, anchor["drafted"]), np.array(right, float))
        )
    report = _measured(events, weighed, of)
    whole = np.ones(len(events), bool)
    rows, sides = table("parties", whole), table("sides", whole)
    parties = [fitted(rows, sides[:, s], ROUNDS["parties"]) for s in (0, 1)]
    choice_rows, choice_right = np.concatenate([w[1] for w in weighed]), np.concatenate([w[2] for w in weighed])
    date_rows, date_right = table("dates", whole), table("dated", whole)
    asked.out.mkdir(parents=True, exist_ok=True)
    for name, models, width in (
        ("parties", parties, rows.shape[1]),
        ("choices", [fitted(choice_rows, choice_right, ROUNDS["choices"])], choice_rows.shape[1]),
        ("dates", [fitted(date_rows, date_right, ROUNDS["dates"])], date_rows.shape[1]),
    ):
        onnx.save(as_onnx(models, width), str(asked.out / f"{name}.onnx"))
    (asked.out / "trees.json").write_text(json.dumps(report, indent=1) + "\n")
    print(json.dumps(report, indent=1))


def _is(sides: np.ndarray, choice: tuple[tuple[int, ...], tuple[int, ...]]) -> bool:
    return all(set(np.nonzero(sides[:, s])[0]) == set(choice[s]) for s in (0, 1))


def _measured(events: list[Any], weighed: list[Any], of: np.ndarray) -> dict[str, Any]:
    """What stands by folds, of events that the lexicons drafted and of those that they did not."""
    counts: dict[str, list[int]] = {}

    def add(name: str, right: bool) -> None:
        pair = counts.setdefault(name, [0, 0])
        pair[0], pair[1] = pair[0] + int(right), pair[1] + 1

    for k in range(FOLDS):
        train, test = np.nonzero(of != k)[0], np.nonzero(of == k)[0]
        model = fitted(np.concatenate([weighed[i][1] for i in train]), np.concatenate([weighed[i][2] for i in train]),
                       ROUNDS["choices"])  # fmt: skip
        dates = fitted(np.concatenate([events[i][1]["dates"] for i in train]),
                       np.concatenate([events[i][1]["dated"] for i in train]), ROUNDS["dates"])  # fmt: skip
        for i in test:
            anchor, (found, rows, right) = events[i][1], weighed[i]
            kind = "drafted" if anchor["draft"] >= 0 else "not drafted"
            sides = anchor["sides"]
            best = int(shares(model, rows).argmax()) if len(found) else -1
            want = set(np.nonzero(sides.any(1))[0]) if len(sides) else set()
            add(f"{kind}: parties and direction", best >= 0 and right[best] > 0)
            add(
                f"{kind}: parties",
                best >= 0 and not anchor["unreachable"] and {*found[best][0], *found[best][1]} == want,
            )
            if anchor["drafted"] is not None and len(sides):
                drafted = anchor["drafted"]
                add(f"{kind}: parties and direction, lexicons", not anchor["unreachable"] and _is(sides, drafted))
                add(f"{kind}: parties, lexicons", not anchor["unreachable"] and {*drafted[0], *drafted[1]} == want)
            add(f"{kind}: date", bool(anchor["dated"][int(shares(dates, anchor["dates"]).argmax())]))
    return {name: {"share": round(r / n, 3), "of": n} for name, (r, n) in sorted(counts.items())}


if __name__ == "__main__":
    main()
