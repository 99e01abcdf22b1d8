#!/usr/bin/env python3
"""How much speech is left out, and how much of that without a flag: pairs of sentences of LibriSpeech 0.8 s apart, and short
answers of other speakers (pronunciation/) 0.3, 0.5 and 0.8 s after a sentence. A part is missing where three fifths of its words are."""
import argparse, array, json, math, pathlib, random, sys, tempfile, wave

import bench

PAUSES = (0.3, 0.5, 0.8)


def samples(path):
    """The file between its first and last sound, with 50 ms around."""
    audio = array.array("h", bench.decode(path))
    loud = [math.sqrt(sum(x * x for x in audio[at : at + 320]) / 320) for at in range(0, len(audio) - 320, 320)]
    heard = [frame for frame, level in enumerate(loud) if level > max(loud) * 0.05]
    return audio[max(0, heard[0] * 320 - 800) : heard[-1] * 320 + 1120]


def level(audio):
    return math.sqrt(sum(x * x for x in audio) / len(audio))


def write(path, first, pause, second):
    """Both parts equally loud, with faint noise between them."""
    dice, gain = random.Random(1), level(first) / level(second)
    quiet = [round(dice.gauss(0, 20)) for _ in range(int(pause * bench.RATE))]
    scaled = [max(-32768, min(32767, round(x * gain))) for x in second]
    with wave.open(str(path), "wb") as out:
        out.setnchannels(1), out.setsampwidth(2), out.setframerate(bench.RATE)
        out.writeframes(first.tobytes() + array.array("h", quiet + scaled).tobytes())


def make(folder, answers):
    """Writes the files; name -> words of the first part and of the second."""
    libri, said, made = bench.SHARED / "data/librispeech", bench.SHARED / "data/pronunciation", {}
    rows = [row.split("\t") for row in (libri / "refs.tsv").read_text("utf-8").splitlines()]
    for i in range(20):
        one, two = rows[2 * i], rows[(2 * i + 7) % len(rows)]
        write(folder / f"pair{i:02}.wav", samples(libri / one[0]), 0.8, samples(libri / two[0]))
        made[f"pair{i:02}"] = one[2], two[2]
    labels = map(json.loads, (said / "labels.jsonl").read_text("utf-8").splitlines())
    short = [label for label in labels if len(label["text"].split()) <= 3][:answers]
    for i, label in enumerate(short):
        row = rows[::3][(i + 5) % len(rows[::3])]
        write(folder / f"answer{i:02}.wav", samples(libri / row[0]), PAUSES[i % 3], samples(said / f"audio/{label['id']}.flac"))
        made[f"answer{i:02}"] = row[2], label["text"].lower()
    return made


def right(reference, heard):
    """For each word of the reference whether something stands in its place; and the number of errors (edit distance)."""
    costs = [list(range(len(heard) + 1))]
    for i, word in enumerate(reference):
        row = [i + 1]
        for j, other in enumerate(heard):
            row.append(min(costs[i][j] + (word != other), costs[i][j + 1] + 1, row[j] + 1))
        costs.append(row)
    i, j, there = len(reference), len(heard), [False] * len(reference)
    while i and j:
        if costs[i][j] == costs[i - 1][j - 1] + (reference[i - 1] != heard[j - 1]):
            there[i - 1], i, j = True, i - 1, j - 1
        elif costs[i][j] == costs[i - 1][j] + 1:
            i -= 1
        else:
            j -= 1
    return there, costs[-1][-1]


def score(results, made):
    rows = {kind: dict(files=0, missing=0, withoutFlag=0, flaggedThoughThere=0, words=0, errors=0) for kind in ("pair", "answer")}
    for name, (first, second) in made.items():
        document, row = json.loads((results / f"{name}.wav.json").read_text("utf-8")), rows[name.rstrip("0123456789")]
        phrases = sorted(document["recognizedPhrases"], key=lambda phrase: phrase["offsetInTicks"])
        heard = " ".join(phrase["nBest"][0]["lexical"] for phrase in phrases).split()
        parts, (there, errors) = [first.split(), second.split()], right((first + " " + second).split(), heard)
        lost = [part.count(False) >= 0.6 * len(part) for part in (there[: len(parts[0])], there[len(parts[0]) :])]
        flags = bool(document["beamscribe"]["flags"])
        row["files"] += 1
        row["missing"] += any(lost)
        row["withoutFlag"] += any(lost) and not flags
        row["flaggedThoughThere"] += flags and not any(lost)
        row["words"] += len(there)
        row["errors"] += errors
    return rows


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--model", default="whisper-base", help="id or folder (default: %(default)s)")
    parser.add_argument("--answers", type=int, default=27, help="how many short answers (default: %(default)s)")
    parser.add_argument("--out", default=bench.CACHE / "results", help="where coverage.json and .md go (default: %(default)s)")
    parser.add_argument("flags", nargs="*", help="more flags for beamscribe, after --")
    args = parser.parse_args()
    if not bench.SHARED.is_dir():
        sys.exit("this needs ../shared/data")
    bench.prepare(args.model)
    with tempfile.TemporaryDirectory() as work:
        audio, out = pathlib.Path(work) / "audio", pathlib.Path(work) / "out"
        audio.mkdir()
        made = make(audio, args.answers)
        bench.beamscribe(audio, out, "en-US", args.model, *args.flags)
        rows = score(out / "transcripts", made)
    lines = [[kind, *row.values(), round(100 * row["errors"] / row["words"], 2)] for kind, row in rows.items()]
    text = bench.table(["", "files", "missing", "without a flag", "flagged, though there", "words", "errors", "WER %"], lines)
    bench.save(args.out, "coverage", {"machine": bench.machine(), "rows": rows}, text)


if __name__ == "__main__":
    main()
