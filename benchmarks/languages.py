#!/usr/bin/env python3
"""The share of files whose language Beamscribe finds out, any of Whisper's allowed, on languages/ and customspeech/ of ../shared/data.

With --peer, the same of faster-whisper, which looks at the first 30 seconds of a file.
"""
import argparse, json, pathlib, subprocess, sys, tempfile

import bench


def score(results, refs):
    """What the independent scorer says: (share in percent, lines about the files that are wrong)."""
    if not bench.SCORER.exists():
        sys.exit(f"there is no scorer at {bench.SCORER}")
    *wrong, last = subprocess.check_output([sys.executable, bench.SCORER, "lid", results, refs], text=True).splitlines()
    return float(last.split()[-1]), wrong


def beamscribe(home, out, args):
    bench.beamscribe(home, out, "auto", args.model, *args.flags)
    return out / "transcripts"


def faster_whisper(home, out, args):
    paths = [row.split("\t")[0] for row in (home / "refs.tsv").read_text("utf-8-sig").splitlines()]
    _, heard = bench.faster_whisper([home / path for path in paths], None, beam=1)
    for path, file in zip(paths, heard["files"]):
        result = out / f"{path}.json"
        result.parent.mkdir(parents=True, exist_ok=True)
        result.write_text(json.dumps({"recognizedPhrases": [{"locale": file["language"]}]}), encoding="utf-8")
    return out


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", nargs="+", default=["languages", "customspeech"], help="default: languages customspeech")
    parser.add_argument("--peer", action="store_true", help="faster-whisper too")
    parser.add_argument("--model", default="whisper-base", help="Beamscribe's: id or folder (default whisper-base)")
    parser.add_argument("--out", default=bench.CACHE / "results", help="where languages.json and .md go (default: %(default)s)")
    parser.add_argument("flags", nargs="*", help="more flags for beamscribe, after --")
    args = parser.parse_args()
    bench.prepare(args.model)
    contenders = {"Beamscribe": beamscribe} | ({"faster-whisper": faster_whisper} if args.peer else {})
    machine, rows = bench.machine(), []
    for data in args.data:
        home = bench.SHARED / "data" / data
        files = len((home / "refs.tsv").read_text("utf-8-sig").splitlines())
        for name, contender in contenders.items():
            with tempfile.TemporaryDirectory() as out:
                share, wrong = score(contender(home, pathlib.Path(out), args), home / "refs.tsv")
            rows.append({"data": data, "name": name, "files": files, "rightPercent": share, "wrong": wrong})
    lines = [[row["data"], row["name"], row["files"], row["rightPercent"], "; ".join(row["wrong"])] for row in rows]
    text = bench.table(["", "", "files", "right %", "wrong"], lines)
    bench.save(args.out, "languages", {"machine": machine, "runs": rows}, text)


if __name__ == "__main__":
    main()
