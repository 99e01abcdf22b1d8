# SPDX-License-Identifier: Apache-2.0
"""Fits how many errors stand behind a word of a confidence, and checks the estimate of files.

    python3 training/quality/fit.py ENGINE [--characters] [--below=SHARE] REFS.tsv=RESULTS [REFS.tsv=RESULTS ...]

REFS.tsv has file, locale and text; RESULTS is a folder of transcripts. Words are compared in
lower case without punctuation; an error is a substitution, an insertion or a deletion, and a
deletion counts half for each of the words beside it. The curve is the monotone one with the
smallest squared error (pool adjacent violators), drawn through few points. It is checked on
groups of files (speakers or folders) that are left out of the fit in turn. With --characters,
characters without spaces are compared instead of words, each with the confidence of its word:
where what an engine takes for words are parts of those that people write. With --below, files of
which a larger share is wrong are left out of the fit, and shown with what it expects of them.
"""
import json
import os
import re
import sys
import unicodedata
from collections import defaultdict

WITHOUT_SPACES = {"ja", "zh", "th", "lo", "km", "my"}
POINTS = (0, .1, .2, .3, .4, .5, .6, .7, .8, .9, .95, 1)


def words(text):
    text = unicodedata.normalize("NFKC", text).lower().replace("-", " ")
    return [w for w in (re.sub(r"[^\w']", "", w).strip("'_") for w in text.split()) if w]


def errors(reference, found):
    """Errors of each found word, and of the whole: the fewest edits."""
    rows = [[(j, 0) for j in range(len(found) + 1)]]
    for i, word in enumerate(reference, 1):
        row = [(i, 1)]
        for j, other in enumerate(found, 1):
            row.append(min((rows[-1][j - 1][0] + (word != other), 3),
                           (rows[-1][j][0] + 1, 1), (row[-1][0] + 1, 2)))
        rows.append(row)
    each = [0.0] * len(found)
    i, j = len(reference), len(found)
    while i or j:
        step = rows[i][j][1] if i else 2
        if step == 3:
            each[j - 1] += reference[i - 1] != found[j - 1]
            i, j = i - 1, j - 1
        elif step == 1:
            for k in (j - 1, j):
                if 0 <= k < len(found):
                    each[k] += .5 if 0 < j < len(found) else 1
            i -= 1
        else:
            each[j - 1] += 1
            j -= 1
    return each, rows[-1][-1][0]


def read(pairs, characters):
    files = []
    for pair in pairs:
        refs, results = pair.split("=")
        paths = {}
        for folder, _, names in os.walk(results):
            for name in names:
                if name.endswith(".json") and "transcripts" in folder:
                    paths[os.path.join(folder, name)[:-5]] = os.path.join(folder, name)
        for line in open(refs, encoding="utf-8"):
            if line.count("\t") < 2:
                continue
            name, locale, text = line.rstrip("\n").split("\t")[:3]
            path = [p for key, p in paths.items() if key.endswith(name)
                    or name.endswith(key.split("transcripts/")[1])]
            if not path or locale[:2] in WITHOUT_SPACES:
                continue
            found = []
            for phrase in json.load(open(path[0], encoding="utf-8"))["recognizedPhrases"]:
                for word in phrase["nBest"][0].get("words") or []:
                    found += [(w, word["confidence"]) for w in words(word["word"])]
            reference = words(text)
            if characters:
                found = [(c, confidence) for w, confidence in found for c in w]
                reference = list("".join(reference))
            each, whole = errors(reference, [w for w, _ in found])
            files.append((name, [c for _, c in found], each, whole, len(reference)))
    return files


def fit(files):
    """The monotone curve at POINTS: errors a word, falling with confidence."""
    points = sorted((c, e) for f in files for c, e in zip(f[1], f[2]))
    blocks = []
    for confidence, error in points:
        blocks.append([error, 1, confidence])
        while len(blocks) > 1 and blocks[-2][0] / blocks[-2][1] <= blocks[-1][0] / blocks[-1][1]:
            last = blocks.pop()
            blocks[-1] = [blocks[-1][0] + last[0], blocks[-1][1] + last[1],
                          (blocks[-1][2] * blocks[-1][1] + last[2] * last[1])
                          / (blocks[-1][1] + last[1])]
    centres = [(b[2], b[0] / b[1]) for b in blocks]
    return [round(at(centres, p), 3) for p in POINTS]


def at(curve, confidence):
    if confidence <= curve[0][0]:
        return curve[0][1]
    for (a, x), (b, y) in zip(curve, curve[1:]):
        if confidence <= b:
            return x + (y - x) * (confidence - a) / max(b - a, 1e-9)
    return curve[-1][1]


def expected(curve, file):
    points = list(zip(POINTS, curve))
    return sum(at(points, c) for c in file[1])


def main():
    flags = [a for a in sys.argv[2:] if a.startswith("--")]
    below = [float(a.split("=")[1]) for a in flags if a.startswith("--below=")]
    every = read([a for a in sys.argv[2:] if a not in flags], "--characters" in flags)
    files = [f for f in every if not below or f[3] <= below[0] * f[4]]
    groups = defaultdict(list)
    folders = {os.path.dirname(file[0]) for file in files}
    for file in files:
        groups[os.path.dirname(file[0]) if len(folders) > 1 else file[0]].append(file)
    rows = []
    for name, group in groups.items():
        curve = fit([f for other, fs in groups.items() if other != name for f in fs])
        for file in group:
            rows.append((name, expected(curve, file) / max(1, len(file[1])),
                         file[3] / max(1, file[4]), file[4], expected(curve, file), file[3]))
    count = len(rows)
    mean_x, mean_y = (sum(r[k] for r in rows) / count for k in (1, 2))
    covariance = sum((r[1] - mean_x) * (r[2] - mean_y) for r in rows)
    spread = (sum((r[1] - mean_x) ** 2 for r in rows) * sum((r[2] - mean_y) ** 2 for r in rows)) ** .5
    print("engine", sys.argv[1])
    print("files", count, "units", sum(r[3] for r in rows), "groups", len(groups))
    print("points", list(POINTS))
    print("curve ", fit(files))
    print("error rate of all: %.4f, expected %.4f" % (
        sum(r[5] for r in rows) / sum(r[3] for r in rows),
        sum(r[4] for r in rows) / sum(r[3] for r in rows)))
    print("mean distance of files: %.4f (of always the mean: %.4f), correlation %.3f" % (
        sum(abs(r[1] - r[2]) for r in rows) / count,
        sum(abs(mean_y - r[2]) for r in rows) / count, covariance / spread if spread else 0))
    for name, group in groups.items():
        mine = [r for r in rows if r[0] == name]
        print("  %-12s %4d units, %.3f expected, %.3f are" % (
            name, sum(r[3] for r in mine), sum(r[4] for r in mine) / sum(r[3] for r in mine),
            sum(r[5] for r in mine) / sum(r[3] for r in mine)))
    others = [f for f in every if f not in files]
    if others:
        whole = fit(files)
        print("left out: %d files, %.3f expected, %.3f are" % (
            len(others), sum(expected(whole, f) for f in others) / sum(len(f[1]) for f in others),
            sum(f[3] for f in others) / sum(f[4] for f in others)))


if __name__ == "__main__":
    main()
