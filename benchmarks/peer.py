#!/usr/bin/env python3
"""Beamscribe beside vosk-transcriber on the same folder with the same model, in turn: throughput, memory, character error rate.

FOLDER is one that make_folder.py made. Both are timed as a user meets them: the whole command, its start and the loading of the
model included. vosk-transcriber uses all cores, and writes SRT because its JSON writer fails on any text.
"""
import argparse, os, pathlib, re, statistics, sys, tempfile

import bench


def srt_text(path):
    blocks = re.split(r"\n\s*\n", path.read_text("utf-8").strip())
    return " ".join(line for block in blocks for line in block.splitlines()[2:])


def vosk_transcriber(folder, model, out):
    """(Run, CER) of one run of the peer."""
    bin, srt, results = bench.tools(), out / "srt", out / "json"
    srt.mkdir()
    results.mkdir()
    env = os.environ | {"PATH": f"{bin}:{os.environ['PATH']}"}
    command = [bin / "vosk-transcriber", "-m", model, "-i", folder.audio, "-o", srt, "-t", "srt", "--log-level", "ERROR"]
    result = bench.run(command, env=env)
    if result.code:
        sys.exit(f"vosk-transcriber ended with {result.code}:\n{result.output[-2000:]}")
    for file in folder.files:
        bench.write_text(results, file.name, srt_text(srt / f"{file.stem}.srt"))
    return result, bench.error_rate(results, folder.refs)


def beamscribe(folder, model, out):
    """(Run, CER) of one run of Beamscribe."""
    result, _ = bench.beamscribe(folder.audio, out, folder.locale, model)
    return result, bench.error_rate(out / "transcripts", folder.refs)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder")
    parser.add_argument("--rounds", type=int, default=5, help="of both, in turn (default 5: the peer's results vary)")
    parser.add_argument("--model", default="vosk-small-ko", help="Beamscribe's: id or folder (default vosk-small-ko)")
    parser.add_argument("--peer-model", help="the same model as published, a folder (default: the Korean one, fetched)")
    parser.add_argument("--only", choices=["Beamscribe", "vosk-transcriber"], help="run one of the two alone")
    parser.add_argument("--out", default=bench.CACHE / "results", help="where peer.json, .md and .svg go (default: %(default)s)")
    args = parser.parse_args()
    folder, rows = bench.Folder(args.folder), []
    contenders = {
        "Beamscribe": lambda out: beamscribe(folder, args.model, out),
        "vosk-transcriber": lambda out: vosk_transcriber(folder, args.peer_model or bench.korean_model(), out),
    }
    if args.only:
        contenders = {args.only: contenders[args.only]}
    if "Beamscribe" in contenders:
        bench.prepare(args.model)
    machine = bench.machine()
    for turn in range(args.rounds):
        for name, contender in contenders.items():
            with tempfile.TemporaryDirectory() as out:
                result, errors = contender(pathlib.Path(out))
            speed = folder.seconds / result.wall
            row = {"name": name, "round": turn + 1, "wallSeconds": result.wall, "timesRealTime": speed, "cer": errors}
            rows.append(row | {"peakMB": result.peak, "peakByProgram": result.programs})
            print(f"round {turn + 1} {name}: {result.wall:.1f} s, {result.peak:.0f} MB, CER {errors}", file=sys.stderr)

    def column(name, key):
        return [row[key] for row in rows if row["name"] == name]

    lines = []
    for name in contenders:
        errors = [e for e in column(name, "cer") if e is not None]
        mean = f"{statistics.mean(errors):.2f}" if errors else "-"
        speeds, peaks = bench.spread(column(name, "timesRealTime"), 1), bench.spread(column(name, "peakMB"), 0)
        lines.append([name, speeds, peaks, mean, bench.spread(errors)])
    head = ["", "times real time: median (least to greatest)", "peak MB", "mean CER %", "CER %"]
    text = f"{folder.seconds / 60:.1f} minutes in {len(folder.files)} files, {args.rounds} rounds in turn\n\n{bench.table(head, lines)}"
    ratios = []
    if len(contenders) == 2:
        ratios = [a / b for a, b in zip(*(column(name, "timesRealTime") for name in contenders))]
        text += f"\n\nratio of throughputs, Beamscribe / vosk-transcriber: {bench.spread(ratios)}"
    result = {"machine": machine, "audioSeconds": folder.seconds, "files": len(folder.files), "ratios": ratios, "runs": rows}
    series = {name: column(name, "timesRealTime") for name in contenders}
    bench.save(args.out, "peer", result, text, ("Times real time (whole command)", series))


if __name__ == "__main__":
    main()
