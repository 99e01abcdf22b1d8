#!/usr/bin/env python3
"""What eight bits cost: errors of a Whisper model and of the same weights in single precision, on each set of ../shared/data with texts.

Files are few, so a difference may be chance: a text turns on two readings that are equally likely. Therefore each set is also counted in
two halves (every other file), and --delays puts milliseconds of silence in front of each file, which changes nothing that is said: how far
errors move with it is the size of chance. "cost" is errors of the first model minus those of the second, in points of percent.
"""
import argparse, json, pathlib, re, shutil, subprocess, sys, tempfile, wave

import bench, make_folder

DATA = bench.SHARED / "data"
TOGETHER = 10  # files that --joined makes one


def dialogues():
    """The conversations in one channel whose words are known, in the order in which they are said."""
    found = []
    for path in sorted((DATA / "conversations").glob("*spk.stm")):
        lines = [line.split(" ", 5) for line in path.read_text("utf-8").splitlines()]
        text = " ".join(line[5] for line in sorted(lines, key=lambda line: float(line[3])))
        found.append((path.with_suffix(".flac"), text))
    return {"en-US": found}


def readings(count):
    """Utterances of the pronunciation corpus, evenly taken from all of its speakers."""
    lines = (DATA / "pronunciation/labels.jsonl").read_text("utf-8").splitlines()
    rows = [json.loads(line) for line in lines[:: max(1, len(lines) // count)]]
    return {"en-US": [(DATA / f"pronunciation/audio/{row['id']}.flac", row["text"]) for row in rows][:count]}


def sets(args):
    """(set, locale, [(path, text)]) of all that is asked for."""
    kinds = {
        "customspeech": lambda: make_folder.recordings(DATA / "customspeech"),
        "librispeech": lambda: make_folder.recordings(DATA / "librispeech"),
        "conversations": dialogues,
        "pronunciation": lambda: readings(args.utterances),
    }
    for kind in args.only or kinds:
        for locale, found in kinds[kind]().items():
            if locale in (args.locales or [locale]):
                yield kind, locale, found


def joined(found, count, home):
    """The files as fewer: so many of them in a row, with pauses between them, which fills Whisper's windows."""
    home.mkdir()
    quiet, made = make_folder.noise(0.7, seed=1), []
    for first in range(0, len(found), count):
        part, path = found[first : first + count], home / f"{first}.wav"
        write(path, b"".join(bench.decode(each) + quiet for each, _ in part))
        made.append((path, " ".join(text for _, text in part)))
    return made


def write(path, samples):
    with wave.open(str(path), "wb") as file:
        file.setparams((1, 2, bench.RATE, 0, "NONE", ""))
        file.writeframes(samples)


def copy(found, delays, home):
    """Copies the files into home/audio, once for each delay, and writes home/refs.tsv, with the name of a file as its locale."""
    (home / "audio").mkdir(parents=True)
    rows = []
    for number, (path, text) in enumerate(found):
        for delay in delays:
            name = f"{number:03}-{delay}-{path.stem}.wav" if delay else f"{number:03}-0-{path.name}"
            if delay:
                write(home / "audio" / name, bytes(2 * (bench.RATE * delay // 1000)) + bench.decode(path))
            else:
                shutil.copy(path, home / "audio" / name)
            rows.append(f"{name}\t{name}\t{text}\n")
    (home / "refs.tsv").write_text("".join(rows), encoding="utf-8")


def errors(results, refs, locale):
    """{name of a file: (errors, words or characters)}"""
    score = [sys.executable, bench.SCORER, "wer", results, refs]
    text = subprocess.check_output([*score, *(["--cer"] if locale[:2] in ("ja", "ko", "zh") else [])], text=True)
    counts = re.findall(r"^(.*): ([0-9.]+) % of ([0-9]+)$", text, re.M)
    return {name: (round(float(percent) * int(size) / 100), int(size)) for name, percent, size in counts}


def percent(counts):
    return 100 * sum(count for count, _ in counts) / max(1, sum(size for _, size in counts))


def measure(kind, locale, found, args):
    """A row: errors of both models on a set, in all, by halves and by delays."""
    with tempfile.TemporaryDirectory() as work:
        work = pathlib.Path(work)
        if kind in args.joined:
            found = joined(found, TOGETHER, work / "joined")
        copy(found, args.delays, work)
        counts = []
        for number, model in enumerate(args.models):
            bench.beamscribe(work / "audio", work / str(number), locale, model)
            counts.append(errors(work / str(number) / "transcripts", work / "refs.tsv", locale))

    def rate(which):
        return [percent([count for name, count in each.items() if which(*name.split("-")[:2])]) for each in counts]

    row = {"set": kind, "locale": locale, "size": sum(size for _, size in counts[0].values()), "percent": rate(lambda *_: True)}
    row["halves"] = [rate(lambda number, _: int(number) % 2 == half) for half in (0, 1)]
    row["delays"] = [rate(lambda _, delay: int(delay) == each) for each in args.delays]
    return row | {"files": counts}


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--models", nargs=2, default=["whisper-base", "whisper-base-fp32"], help="ids or folders (default: %(default)s)")
    parser.add_argument("--only", nargs="+", help="of customspeech, librispeech, conversations, pronunciation (default: all)")
    parser.add_argument("--locales", nargs="+", help="only these")
    parser.add_argument("--delays", type=int, nargs="+", default=[0], help="milliseconds of silence in front of each file (default 0)")
    parser.add_argument("--joined", nargs="+", default=[], help=f"sets of which {TOGETHER} files become one: a quarter of the work")
    parser.add_argument("--utterances", type=int, default=40, help="of the pronunciation corpus (default 40)")
    parser.add_argument("--out", default=bench.CACHE / "results", help="where precision.json and .md go (default: %(default)s)")
    args = parser.parse_args()
    if not bench.SCORER.exists():
        sys.exit(f"there is no scorer at {bench.SCORER}")
    for model in args.models:
        bench.prepare(model)
    machine, rows = bench.machine(), []
    for kind, locale, found in sets(args):
        rows.append(measure(kind, locale, found, args))
        print(json.dumps({key: rows[-1][key] for key in ("set", "locale", "percent")}), file=sys.stderr)
    head = ["set", "locale", "words or characters", *args.models, "cost", "cost in halves", "by delay"]

    def line(row):
        first, second = row["percent"]
        halves = " and ".join(f"{a - b:+.2f}" for a, b in row["halves"])
        delays = ", ".join(f"{a:.2f}/{b:.2f}" for a, b in row["delays"])
        return [row["set"], row["locale"], row["size"], f"{first:.2f}", f"{second:.2f}", f"{first - second:+.2f}", halves, delays]

    bench.save(args.out, "precision", {"machine": machine, "delays": args.delays, "runs": rows}, bench.table(head, map(line, rows)))


if __name__ == "__main__":
    main()
