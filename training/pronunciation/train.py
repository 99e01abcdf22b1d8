# SPDX-License-Identifier: Apache-2.0
"""Fits the model of pronunciation to all utterances and writes it: python3 train.py MODEL DATA CACHE OUT

MODEL, DATA and CACHE are those of evidence.py, which fills CACHE first; OUT is the file of the product. The same
versions of the packages (requirements.txt) on the same kind of processor give the same file again. The scores of a few
utterances go beside OUT; a test compares those of the product with them.
"""

import base64
import gzip
import hashlib
import json
import pathlib
import sys

import numpy as np

import crossvalidate
import evidence
import phones
import pipeline

DATE = "2026-11-30"
TWINS = 125  # one of so many utterances is what the product is compared by


def digest(path):
    return hashlib.sha256(pathlib.Path(path).read_bytes()).hexdigest()


def floats(values):
    return base64.b64encode(np.ascontiguousarray(values, "<f4").tobytes()).decode()


def exact(values):
    """Thresholds are numbers of utterances, and fall together with them: rounded ones lead to other leaves."""
    return [float(v) for v in values]


def short(values):
    return [float(f"{v:.7g}") for v in np.asarray(values, float)]


def tree(nodes, columns):
    leaf = nodes["is_leaf"].astype(bool)
    return {
        "feature": [-1 if l else int(columns[f]) for l, f in zip(leaf, nodes["feature_idx"])],
        "left": [int(x) for x in nodes["left"]],
        "right": [int(x) for x in nodes["right"]],
        "value": exact(np.where(leaf, nodes["value"], nodes["num_threshold"])),
    }


def regression(model):
    ridge, trees = getattr(model, "ridge", model), getattr(model, "trees", None)
    return {
        "mean": floats(ridge.mean), "scale": floats(ridge.scale), "weights": floats(ridge.weights), "bias": float(ridge.bias),
        "share": model.share if trees else 0.0,
        "baseline": float(np.ravel(trees.model._baseline_prediction)[0]) if trees else 0.0,
        "trees": [tree(t.nodes, trees.columns) for (t,) in trees.model._predictors] if trees else [],
    }


def main():
    model, data, cache, out = map(pathlib.Path, sys.argv[1:5])
    digests = evidence.require(model, cache)
    utterances = pipeline.load(data, cache, crossvalidate.dictionary())
    fitted = pipeline.Model(utterances, log=lambda s: print(s, flush=True), stacked=True)
    document = {
        "version": 1,
        "recipe": "training/pronunciation",
        "date": DATE,
        "utterances": len(utterances),
        "speakers": len({u["speaker"] for u in utterances}),
        "licence": "fitted to speechocean762 (Speechocean, arXiv 2104.01378), free for commercial use with attribution",
        "digests": {
            "labels.jsonl": digest(data / "labels.jsonl"),
            **digests,
        },
        "phonemes": phones.PHONES,
        "probe": {"weights": floats(fitted.probe.weights.T), "bias": floats(fitted.probe.bias)},
        "durations": exact(fitted.durations),
        "likeness": {
            "weights": floats(fitted.likeness.weights.T), "bias": floats(fitted.likeness.bias), "means": floats(fitted.likeness.means),
            "scale": floats(fitted.likeness.scale), "slope": floats(fitted.likeness.slope), "usual": exact(fitted.likeness.usual),
        },
        "phones": regression(fitted.phones),
        "words": regression(fitted.words),
        **{k: regression(v) for k, v in fitted.sentences.items()},
    }
    text = json.dumps(document, separators=(",", ":"), sort_keys=True)
    with open(out, "wb") as file, gzip.GzipFile("", "wb", 9, file, mtime=0) as packed:
        packed.write(text.encode())
    crossvalidate.table(utterances, fitted.stacked)
    with open(out.with_suffix(".scores.json"), "w") as file:
        for u in utterances[::TWINS]:
            h, p, w, s = fitted.score(u)
            json.dump({"id": u["id"], "text": u["text"], "phones": short(p), "words": short(w), **s}, file)
            file.write("\n")
    print(out, out.stat().st_size, "bytes", digest(out))


if __name__ == "__main__":
    main()
