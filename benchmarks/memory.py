#!/usr/bin/env python3
"""Peak memory of Beamscribe with its children on a short and on a long file, and the difference.

The files are FLAC, made as by make_folder.py. Memory is PSS summed over the process tree, looked at four times a second.
"""
import argparse, pathlib, sys, tempfile

import bench, make_folder


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--short", type=float, default=3, metavar="MINUTES", help="default 3")
    parser.add_argument("--long", type=float, default=180, metavar="MINUTES", help="default 180")
    parser.add_argument("--pauses", type=float, nargs=2, default=[1, 8], metavar=("LEAST", "MOST"), help="seconds (default 1 8)")
    parser.add_argument("--locale", default="ko-KR")
    parser.add_argument("--model", default="vosk-small-ko", help="id or folder (default vosk-small-ko)")
    parser.add_argument("--format", choices=list(make_folder.ENCODERS), default="flac")
    parser.add_argument("--out", default=bench.CACHE / "results", help="where memory.json and .md go (default: %(default)s)")
    parser.add_argument("flags", nargs="*", help="more flags for beamscribe, after --")
    args = parser.parse_args()
    bench.prepare(args.model)
    machine, rows = bench.machine(), []
    with tempfile.TemporaryDirectory() as work:
        for minutes in (args.short, args.long):
            home = pathlib.Path(work) / f"{minutes:g}"
            speech = make_folder.Speech(args.locale, args.pauses)
            seconds, _ = speech.write(home / "audio" / f"talk.{args.format}", minutes * 60)
            run, report = bench.beamscribe(home / "audio", home / "out", args.locale, args.model, *args.flags)
            rows.append({"minutes": seconds / 60, "peakMB": run.peak, "peakByProgram": run.programs, "wallSeconds": run.wall})
            print(f"{seconds / 60:.1f} minutes: {run.peak:.0f} MB, {run.wall:.0f} s", file=sys.stderr)
    lines = []
    for row in rows:
        programs = ", ".join(f"{name} {mb:.0f}" for name, mb in row["peakByProgram"].items())
        lines.append([f"{row['minutes']:.1f}", f"{row['peakMB']:.0f}", programs, f"{row['wallSeconds']:.0f}"])
    text = bench.table(["minutes", "peak MB", "of which", "seconds"], lines)
    text += f"\n\nthe long file needs {rows[1]['peakMB'] - rows[0]['peakMB']:.0f} MB more"
    bench.save(args.out, "memory", {"machine": machine, "runs": rows}, text)


if __name__ == "__main__":
    main()
