#!/usr/bin/env python3
"""Beamscribe beside the bare loop: threads that feed decoded files to recognisers on one shared model, and nothing else.

The loop gets the same model as Beamscribe uses (the rewritten one in its store) and the audio already decoded; its clock runs from
after the model is loaded to the last result. Beamscribe's runs twice: over the whole command, and over the job by its report. All
is given per second of speech, as Beamscribe counts speech. Whole files is what the loop does by itself; "speech only" feeds it just
the stretches that Beamscribe recognised, the strictest measure there is.
"""
import argparse, json, os, pathlib, subprocess, sys, tempfile

import bench

WORKER = pathlib.Path(__file__).with_name("bare_worker.py")


def loop(model, threads, tasks):
    job = json.dumps({"model": str(model), "threads": threads, "tasks": tasks})
    done = subprocess.run([bench.tools() / "python", WORKER], input=job, text=True, stdout=subprocess.PIPE, check=True)
    return json.loads(done.stdout)


def recognised(results, name):
    """The stretches of a file that Beamscribe recognised, as ranges of samples."""
    document = json.loads((results / "transcripts" / f"{name}.json").read_text("utf-8"))
    ms = [(s["offsetMilliseconds"], s["durationMilliseconds"]) for s in document["beamscribe"]["segments"]]
    return [[begin * 16, (begin + length) * 16] for begin, length in ms]


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", help="one that make_folder.py made")
    parser.add_argument("--rounds", type=int, default=5, help="of all, in turn (default 5)")
    parser.add_argument("--threads", type=int, default=os.cpu_count(), help="of both (default: all cores, %(default)s)")
    parser.add_argument("--model", default="vosk-small-ko", help="id or folder (default vosk-small-ko)")
    parser.add_argument("--loop-only", metavar="MODEL", help="the loop alone, over whole files, with this model folder")
    parser.add_argument("--out", default=bench.CACHE / "results", help="where bare_loop.json, .md and .svg go (default: %(default)s)")
    args = parser.parse_args()
    folder = bench.Folder(args.folder)
    model = args.loop_only or bench.prepare(args.model)
    machine, walls, speech = bench.machine(), {}, folder.seconds

    def note(name, seconds):
        walls.setdefault(name, []).append(seconds)
        print(f"round {turn + 1} {name}: {seconds:.1f} s", file=sys.stderr)

    with tempfile.TemporaryDirectory() as work:
        work, whole = pathlib.Path(work), []
        for file in folder.files:
            pcm = work / f"{file.name}.pcm"
            pcm.write_bytes(bench.decode(file))
            whole.append([str(pcm), [[0, pcm.stat().st_size // 2]]])
        for turn in range(args.rounds):
            if not args.loop_only:
                out = work / f"round-{turn}"
                run, report = bench.beamscribe(folder.audio, out, folder.locale, args.model, f"--parallelism={args.threads}")
                note("Beamscribe, command", run.wall)
                note("Beamscribe, job", report["totals"]["wallSeconds"])
                speech = report["totals"]["speechSeconds"]
                cut = [[path, recognised(out, file.name)] for (path, _), file in zip(whole, folder.files)]
                note("bare loop, speech only", loop(model, args.threads, cut)["loopSeconds"])
            note("bare loop, whole files", loop(model, args.threads, whole)["loopSeconds"])
    speeds = {name: [speech / seconds for seconds in values] for name, values in walls.items()}
    ratios = {
        f"{a} / {b}": [x / y for x, y in zip(speeds[a], speeds[b])]
        for a in speeds if a.startswith("Beamscribe")
        for b in speeds if b.startswith("bare")
    }
    rows = [[name, bench.spread(walls[name], 1), bench.spread(speeds[name], 2)] for name in walls]
    share = "all counted as speech" if args.loop_only else f"{speech:.0f} s of it speech"
    text = f"{folder.seconds:.0f} s of audio, {share}, {args.threads} threads, {args.rounds} rounds in turn\n\n"
    text += bench.table(["", "seconds: median (least to greatest)", "seconds of speech a second"], rows)
    if ratios:
        text += "\n\n" + bench.table(["ratio of throughputs", ""], [[name, bench.spread(v)] for name, v in ratios.items()])
    result = {"machine": machine, "audioSeconds": folder.seconds, "speechSeconds": speech, "wallSeconds": walls, "ratios": ratios}
    bench.save(args.out, "bare_loop", result, text, ("Seconds of speech a second", speeds))


if __name__ == "__main__":
    main()
