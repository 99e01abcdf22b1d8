#!/usr/bin/env python3
"""Phrase lists with Whisper: errors in listed and in other words, without a list, with each utterance's own, and with one of strangers.

The utterances are those of ../shared/data/librispeech with the lists of its biasing_100.tsv. The strangers are words of these lists that
occur in no text. A run is one of Beamscribe over all utterances; with lists of their own it is a run an utterance, which takes longer.
"""
import argparse, json, pathlib, random, shutil, tempfile

import bench

DATA = bench.SHARED / "data/librispeech"


def tokens(text):
    for short, spoken in (("mr.", "mister"), ("mrs.", "missus")):
        text = text.lower().replace(short, spoken)
    text = "".join(c if c.isalnum() or c == "'" else " " for c in text.replace("\u2019", "'"))
    return [word.strip("'") for word in text.split() if word.strip("'")]


def alignment(reference, read):
    """Pairs of words of a shortest edit, None where one has no partner."""
    n, m = len(reference), len(read)
    cost = [[i + j if not i or not j else 0 for j in range(m + 1)] for i in range(n + 1)]
    for i in range(1, n + 1):
        for j in range(1, m + 1):
            cost[i][j] = min(cost[i - 1][j - 1] + (reference[i - 1] != read[j - 1]), cost[i - 1][j] + 1, cost[i][j - 1] + 1)
    i, j = n, m
    while i or j:
        if i and j and cost[i][j] == cost[i - 1][j - 1] + (reference[i - 1] != read[j - 1]):
            i, j = i - 1, j - 1
            yield reference[i], read[j]
        elif i and cost[i][j] == cost[i - 1][j] + 1:
            i -= 1
            yield reference[i], None
        else:
            j -= 1
            yield None, read[j]


def count(errors, text, read, listed):
    listed = {word for phrase in listed for word in tokens(phrase)}
    for right, said in alignment(tokens(text), tokens(read)):
        kind = "listed" if (right or said) in listed else "others"
        errors[kind][0] += right != said
        errors[kind][1] += right is not None


def display(folder):
    """{name: text} of results."""
    texts = {}
    for path in pathlib.Path(folder, "transcripts").rglob("*.json"):
        document = json.loads(path.read_text("utf-8"))
        phrases = sorted(document["recognizedPhrases"], key=lambda phrase: phrase["offsetInTicks"])
        texts[path.stem.split(".")[0]] = " ".join(phrase["nBest"][0]["display"] for phrase in phrases)
    return texts


def recognise(audio, model, phrases):
    """({name: text}, seconds of the job)"""
    with tempfile.TemporaryDirectory() as home:
        flags = []
        if phrases:
            pathlib.Path(home, "list.txt").write_text("\n".join(phrases), encoding="utf-8")
            flags = [f"--phrases=@{home}/list.txt"]
        if audio.is_file():
            folder = pathlib.Path(home, "audio")
            folder.mkdir()
            shutil.copy(audio, folder)
            audio = folder
        _, report = bench.beamscribe(audio, pathlib.Path(home, "out"), "en-US", model, *flags)
        return display(pathlib.Path(home, "out")), report["totals"]["wallSeconds"]


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--model", default="whisper-base")
    parser.add_argument("--strangers", type=int, default=1000)
    args = parser.parse_args()
    texts = {line.split("\t")[0]: line.rstrip("\n").split("\t")[2] for line in open(DATA / "refs.tsv", encoding="utf-8")}
    lists = {line.split("\t")[0]: json.loads(line.split("\t")[2]) for line in open(DATA / "biasing_100.tsv", encoding="utf-8")}
    said = {word for text in texts.values() for word in text.split()}
    strangers = random.Random(7).sample(sorted({word for each in lists.values() for word in each} - said), args.strangers)
    rows = []
    for name in ("without", "own", "strangers"):
        read, seconds = {}, 0
        runs = [(DATA / path, lists[path]) for path in texts] if name == "own" else [(DATA, strangers if name == "strangers" else [])]
        for audio, phrases in runs:
            found, wall = recognise(audio, args.model, phrases)
            read.update(found)
            seconds += wall
        errors = {"listed": [0, 0], "others": [0, 0]}
        for path, text in texts.items():
            count(errors, text, read.get(pathlib.Path(path).stem, ""), lists[path])
        wrong, words = (sum(each[i] for each in errors.values()) for i in (0, 1))
        rows.append([name, *(f"{100 * a / b:.1f} ({a} of {b})" for a, b in errors.values()), f"{100 * wrong / words:.2f}", f"{seconds:.0f}"])
    print(bench.table(["list", "listed words", "other words", "all", "seconds"], rows))


if __name__ == "__main__":
    main()
