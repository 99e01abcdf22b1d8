#!/usr/bin/env python3
"""How far apart Beamscribe and faster-whisper (sequential, beam 5) begin the words that both heard, on LibriSpeech and customspeech.

The two sequences of words of a file are aligned by difflib, without case and punctuation; what does not match is left out. Words that
begin a file, or else a phrase of Beamscribe's or a segment of the peer's, are counted apart: they begin where a pause ends.
"""
import argparse, difflib, json, pathlib, statistics, sys, tempfile, unicodedata

import bench, whisper

PLACES = ["first of a file", "first of a phrase or segment", "others"]


def plain(word):
    word = unicodedata.normalize("NFKC", word).lower().replace("\u2019", "'")
    return "".join(c for c in word if c == "'" or unicodedata.category(c)[0] not in "PSZ").strip("'")


def sequence(groups):
    """[(word, seconds, whether it begins its group)] of groups of (word, seconds)."""
    heard = []
    for group in groups:
        spoken = [(plain(word), begin) for word, begin in group if plain(word)]
        heard += [(word, begin, place == 0) for place, (word, begin) in enumerate(spoken)]
    return heard


def ours(path):
    phrases = json.loads(path.read_text("utf-8"))["recognizedPhrases"]
    words = [phrase["nBest"][0].get("words", []) for phrase in phrases if phrase.get("nBest")]
    return sequence([(word["word"], word["offsetMilliseconds"] / 1000) for word in group] for group in words)


def theirs(file):
    return sequence([(word, begin) for word, begin, _ in segment["words"]] for segment in file["segments"])


def shared(a, b):
    """(place, seconds that the first is later) of each word that both have."""
    matcher = difflib.SequenceMatcher(None, [word for word, *_ in a], [word for word, *_ in b], autojunk=False)
    for i, j, size in matcher.get_matching_blocks():
        for k in range(size):
            (_, mine, starts), (_, other, begins) = a[i + k], b[j + k]
            place = 0 if i + k == 0 or j + k == 0 else 1 if starts or begins else 2
            yield PLACES[place], mine - other


def transcripts(folder, home, model):
    """{name: path} of Beamscribe's JSON, which is made where `home` is not there yet."""
    if not home.exists():
        bench.beamscribe(folder.audio, home, folder.locale, model)
    return {path.name[: -len(".json")]: path for path in (home / "transcripts").rglob("*.json")}


def measure(name, args, results):
    """The rows of one folder of ../shared/data."""
    rows = []
    with tempfile.TemporaryDirectory() as work:
        for folder in whisper.folders(name, pathlib.Path(work), args.locales, args.files):
            found = transcripts(folder, results / name / folder.locale, args.model)
            files = [file for file in folder.files if file.name in found]
            if len(files) < len(folder.files):
                print(f"{folder.locale}: no transcripts of {len(folder.files) - len(files)} files", file=sys.stderr)
            _, heard = bench.faster_whisper(files, folder.locale.split("-")[0], words=True)
            for path, file in zip(files, heard["files"]):
                a, b = ours(found[path.name]), theirs(file)
                pairs = [{"place": place, "later": later} for place, later in shared(a, b)]
                rows += [{"data": name, "locale": folder.locale, "file": path.name, **pair} for pair in pairs]
                print(f"{folder.locale} {path.name}: {len(a)} and {len(b)} words, {len(pairs)} shared", file=sys.stderr)
    return rows


def line(values):
    """The cells of a row: how many, median, 95th percentile, share within 0.1 s, and which way they lean."""
    if not values:
        return [0, "-", "-", "-", "-"]
    far = sorted(map(abs, values))
    near = sum(value <= 0.1 + 1e-9 for value in far)
    middle, most = statistics.median(far), far[max(0, -(-len(far) * 95 // 100) - 1)]
    return [len(far), f"{middle:.3f}", f"{most:.3f}", f"{100 * near / len(far):.1f}", f"{statistics.median(values):+.3f}"]


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    outputs = "FOLDER/DATA/LOCALE, such as FOLDER/librispeech/en-US: Beamscribe's output, taken as it is, or made where it is not there"
    parser.add_argument("--results", metavar="FOLDER", type=pathlib.Path, help=outputs)
    parser.add_argument("--data", nargs="+", default=["librispeech", "customspeech"], help="default: librispeech customspeech")
    parser.add_argument("--files", type=int, help="only so many a locale: to try this script out")
    parser.add_argument("--locales", nargs="+", help="only these")
    parser.add_argument("--model", default="whisper-base", help="Beamscribe's: id or folder (default whisper-base)")
    parser.add_argument("--out", default=bench.CACHE / "results", help="where words.json and .md go (default: %(default)s)")
    args = parser.parse_args()
    bench.prepare(args.model)
    machine, rows = bench.machine(), []
    with tempfile.TemporaryDirectory() as work:
        for name in args.data:
            rows += measure(name, args, args.results or pathlib.Path(work))
    lines = []
    for name in [*args.data, "all"]:
        of = [row for row in rows if name in (row["data"], "all")]
        for place in ["all", *PLACES]:
            lines.append([name, place, *line([row["later"] for row in of if place in (row["place"], "all")])])
    locales = sorted({(row["data"], row["locale"]) for row in rows})
    by_locale = [[*key, *line([row["later"] for row in rows if (row["data"], row["locale"]) == key])] for key in locales]
    head = ["words", "median s apart", "95th percentile", "within 0.1 s, %", "median s later than the peer"]
    text = bench.table(["", "", *head], lines) + "\n\n" + bench.table(["", "", *head], by_locale)
    bench.save(args.out, "words", {"machine": machine, "words": rows}, text)


if __name__ == "__main__":
    main()
