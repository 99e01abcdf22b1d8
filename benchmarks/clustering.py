#!/usr/bin/env python3
"""Ways to cluster voices, beside each other on the same stretches of speech.

Transcribes the conversations of ../shared/data with --keepEmbeddings (or takes --voices FOLDER of such a run), and clusters the voices of all
stretches of at least half a second in several ways, the number of speakers unknown. Each stretch counts with its seconds and is whoever the
reference has most of it; wrong is what is left when clusters are matched with speakers one to one as well as can be. Each way is tried over its
setting, so that what is compared is the best that each can do on these files, and how far the setting may be off. Needs numpy.

average   agglomerative, average linkage, down to a cosine
centroid  the same with the cosine of centroids
spectral  normalised Laplacian of a graph in which each stretch keeps its nearest p (a share); number by the largest gap of eigenvalues; k-means
vbx       variational Bayes over speakers (Landini et al., 2022), from clusters of average linkage; the model of voices is isotropic, within and
          between speakers as they are in the made dialogues, because no PLDA for these prints can be had
"""
import argparse, base64, itertools, json, pathlib, sys, tempfile

import bench
from long_conversation import turns

try:
    import numpy as np
except ImportError:
    sys.exit(f"needs numpy: {bench.whisper_tools() / 'python'} has it")

LONG, LASTING = 0.5, 0.7


def stretches(file, reference):
    """(prints, seconds, speaker of each or None)."""
    spoken, prints, seconds, truth = turns(reference), [], [], []
    for block in json.loads(file.read_text("utf-8"))["blocks"]:
        for stretch in block["stretches"]:
            if stretch.get("voice") and stretch["seconds"] >= LONG:
                shared = {}
                for begin, length, who in spoken:
                    common = min(stretch["end"] / 16000, begin + length) - max(stretch["start"] / 16000, begin)
                    shared[who] = shared.get(who, 0) + max(0, common)
                prints.append(np.frombuffer(base64.b64decode(stretch["voice"]), "<f4").astype(float))
                seconds.append(stretch["seconds"])
                truth.append(max(shared, key=shared.get) if max(shared.values(), default=0) > 0 else None)
    return np.array(prints), np.array(seconds), truth, len({who for _, _, who in spoken})


def linkage(prints, seconds, least, centroids=False):
    sums, weight, members = prints * seconds[:, None], seconds.copy(), [[i] for i in range(len(prints))]
    alive = list(range(len(prints)))
    while len(alive) > 1:
        s = sums[alive]
        norm = np.linalg.norm(s, axis=1) if centroids else weight[alive]
        similar = s @ s.T / np.outer(norm, norm)
        np.fill_diagonal(similar, -2)
        i, j = divmod(int(np.argmax(similar)), len(alive))
        if similar[i, j] < least:
            break
        one, other = alive[min(i, j)], alive[max(i, j)]
        sums[one] += sums[other]
        weight[one] += weight[other]
        members[one] += members[other]
        alive.remove(other)
    labels = np.zeros(len(prints), int)
    for number, cluster in enumerate(alive):
        labels[members[cluster]] = number
    return labels


def spectral(prints, seconds, share):
    count = len(prints)
    similar = np.clip(prints @ prints.T, 0, None)
    keep = max(2, int(round(share * count)))
    nearest = np.argsort(-similar, axis=1)[:, :keep]
    graph = np.zeros_like(similar)
    np.put_along_axis(graph, nearest, 1, axis=1)
    graph = (graph + graph.T) / 2
    degree = graph.sum(1)
    values, vectors = np.linalg.eigh(np.eye(count) - graph / np.sqrt(np.outer(degree, degree)))
    most = min(10, count - 1)
    clusters = int(np.argmax(np.diff(values[: most + 1]))) + 1
    points = vectors[:, :clusters]
    points /= np.maximum(1e-12, np.linalg.norm(points, axis=1, keepdims=True))
    centres = [points[0]]
    while len(centres) < clusters:
        centres.append(points[np.argmin(np.max(points @ np.array(centres).T, axis=1))])
    centres = np.array(centres)
    for _ in range(50):
        labels = np.argmax(points @ centres.T, axis=1)
        centres = np.array([points[labels == k].mean(0) if (labels == k).any() else centres[k] for k in range(clusters)])
    return labels


def vbx(prints, seconds, factor, within, between):
    """`factor` weighs the evidence of a stretch (Fa); the prior of speakers has weight one."""
    start = linkage(prints, seconds, 0.6)
    gamma = np.eye(start.max() + 1)[start] * 0.9 + 0.1 / (start.max() + 1)
    phi = between / within
    x = (prints - prints.mean(0)) / np.sqrt(within)
    rho = x * np.sqrt(phi)
    prior = np.full(gamma.shape[1], 1 / gamma.shape[1])
    size = prints.shape[1]
    weigh = factor * np.minimum(1, seconds / 2)
    for _ in range(40):
        inverse = 1 / (1 + (weigh[:, None] * gamma).sum(0) * phi)
        alpha = inverse[:, None] * ((weigh[:, None] * gamma).T @ rho)
        logs = weigh[:, None] * (rho @ alpha.T - 0.5 * phi * (size * inverse + (alpha**2).sum(1))) + np.log(prior + 1e-12)
        logs -= logs.max(1, keepdims=True)
        gamma = np.exp(logs)
        gamma /= gamma.sum(1, keepdims=True)
        prior = gamma.sum(0) / gamma.sum()
    return gamma.argmax(1)


def judge(labels, seconds, truth):
    """(seconds wrong, how many clusters are somebody)."""
    lasting = [k for k in set(labels) if seconds[labels == k].sum() >= max(LASTING, 0.001 * seconds.sum())]
    names = sorted({who for who in truth if who})
    table = np.array([[sum(seconds[i] for i in range(len(labels)) if labels[i] == k and truth[i] == who) for who in names] for k in sorted(set(labels))])
    if table.shape[0] > table.shape[1]:
        table = table.T
    best, free = 0.0, table.copy()
    if table.shape[1] <= 7:
        best = max(sum(table[i, j] for i, j in enumerate(way)) for way in itertools.permutations(range(table.shape[1]), table.shape[0]))
    else:  # greedy is near enough where there are so many
        while free.max() > 0:
            i, j = divmod(int(free.argmax()), free.shape[1])
            best += free[i, j]
            free[i, :] = free[:, j] = 0
    return max(0, sum(s for s, who in zip(seconds, truth) if who) - best), len(lasting)


def main():
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--voices", type=pathlib.Path, help="OUTPUT/voices of a run with --keepEmbeddings")
    options.add_argument("--out", default=bench.CACHE / "results", help="where clustering.json and .md go (default: %(default)s)")
    args = options.parse_args()
    home = bench.SHARED / "data/conversations"
    with tempfile.TemporaryDirectory() as work:
        voices = args.voices
        if not voices:
            bench.prepare("whisper-base")
            flags = ["--beam=1", "--diarization", "--keepEmbeddings"]
            bench.beamscribe(home, pathlib.Path(work) / "out", "en-US", "whisper-base", *flags)
            voices = pathlib.Path(work) / "out/voices"
        files = {file.name.split(".")[0]: file for file in voices.rglob("*.flac.json")}
        data = {name: stretches(file, home / f"{name}.rttm") for name, file in sorted(files.items()) if (home / f"{name}.rttm").exists()}
    made = [value for name, value in data.items() if name.startswith("lib")]
    spread = [p[i] @ p[j] for p, _, who, _ in made for i in range(len(p)) for j in range(i) if who[i] and who[i] == who[j]]
    apart = [p[i] @ p[j] for p, _, who, _ in made for i in range(len(p)) for j in range(i) if who[i] and who[j] and who[i] != who[j]]
    size = made[0][0].shape[1]
    within, between = (1 - np.mean(spread)) / size, (np.mean(spread) - np.mean(apart)) / size
    ways = {
        "average": (linkage, [0.24, 0.28, 0.31, 0.34, 0.37, 0.40, 0.45]),
        "centroid": (lambda p, s, v: linkage(p, s, v, True), [0.34, 0.38, 0.42, 0.45, 0.48, 0.52, 0.56]),
        "spectral": (spectral, [0.1, 0.15, 0.2, 0.3, 0.4, 0.5]),
        "vbx": (lambda p, s, v: vbx(p, s, v, within, between), [0.02, 0.05, 0.1, 0.2, 0.3, 0.5]),
    }
    rows = []
    for name, (way, settings) in ways.items():
        for setting in settings:
            wrong, total, right = {"real": 0, "made": 0}, {"real": 0, "made": 0}, {"real": 0, "made": 0}
            for file, (prints, seconds, truth, speakers) in data.items():
                kind = "made" if file.startswith("lib") else "real"
                error, found = judge(way(prints, seconds, setting), seconds, truth)
                wrong[kind] += error
                total[kind] += sum(s for s, who in zip(seconds, truth) if who)
                right[kind] += found == speakers
            rows.append([name, setting, *(f"{100 * wrong[k] / total[k]:.1f}" for k in wrong), *(right[k] for k in right)])
    count = {kind: sum(name.startswith("lib") == (kind == "made") for name in data) for kind in ("real", "made")}
    head = ["way", "setting", "real: wrong %", "made: wrong %", f"real: numbers right of {count['real']}", f"made: numbers right of {count['made']}"]
    bench.save(args.out, "clustering", {"machine": bench.machine(), "rows": rows, "head": head}, bench.table(head, rows))


if __name__ == "__main__":
    main()
