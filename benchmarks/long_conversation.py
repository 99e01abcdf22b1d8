#!/usr/bin/env python3
"""Who speaks in a file of hours: error, number of speakers, peak memory and time of a whole run with its recogniser.

The file is made by joining four of the dialogues in ../shared/data/conversations, nine speakers in all, in changing order until the time is
full; the same four are run one by one beside it. Memory is PSS summed over the process tree, looked at every two seconds.
"""
import argparse, collections, contextlib, pathlib, random, re, shutil, subprocess, sys, tempfile

import bench

NAMES = ["lib_other_02_2spk_stereo", "lib_other_04_3spk", "lib_other_06_4spk", "lib_other_08_6spk"]


def turns(file):
    """(start, duration, speaker) of each turn of an RTTM file."""
    fields = (line.split() for line in file.read_text().splitlines() if line.startswith("SPEAKER"))
    return [(float(field[3]), float(field[4]), field[7]) for field in fields]


def write_turns(file, found):
    lines = (f"SPEAKER {file.stem} 1 {start:.3f} {length:.3f} <NA> <NA> {who} <NA> <NA>\n" for start, length, who in found)
    file.write_text("".join(lines))


def join(home, hours, audio, reference):
    """Writes the long file and its reference; how long it is, in seconds."""
    sound = {name: bench.decode(home / f"{name}.flac") for name in NAMES}
    spoken = {name: turns(home / f"{name}.rttm") for name in NAMES}
    draw, seconds, joined, order = random.Random(9), 0.0, [], []
    flac = [bench.tools() / "ffmpeg", "-v", "error", "-f", "s16le", "-ar", str(bench.RATE), "-ac", "1", "-i", "-", audio]
    with subprocess.Popen(flac, stdin=subprocess.PIPE) as encoder:
        while seconds < hours * 3600:
            if not order:
                order = draw.sample(NAMES, len(NAMES))
            name = order.pop()
            encoder.stdin.write(sound[name])
            joined += [(seconds + start, length, who) for start, length, who in spoken[name]]
            seconds += len(sound[name]) / 2 / bench.RATE
    write_turns(reference, joined)
    return seconds


def run(audio, out, model, flags):
    """One run with its memory; ends the benchmark when it fails."""
    command = [bench.ROOT / "bin/beamscribe", "transcribe", f"--input={audio}", f"--output={out}", "--locale=en-US", f"--model={model}"]
    done = bench.run([*command, "--diarization", "--formats=json,rttm", *flags], timeout=12 * 3600, every=2)
    if done.code:
        sys.exit(f"beamscribe ended with {done.code}:\n{done.output[-2000:]}")
    return done


def score(results, refs):
    """Error in percent, and how many speakers were found in each file."""
    text = subprocess.check_output([sys.executable, bench.SCORER, "der", results, refs], text=True)
    found = collections.Counter()
    for file in results.rglob("*.rttm"):
        found[re.sub(r"\.flac$", "", file.stem)] = len({who for _, _, who in turns(file)})
    return float(text.split()[-1]), found


def main():
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--hours", type=float, default=10)
    options.add_argument("--model", default="whisper-base", help="what hears the words (default whisper-base)")
    options.add_argument("--out", default=bench.CACHE / "results", help="where long_conversation.json and .md go (default: %(default)s)")
    options.add_argument("--work", type=pathlib.Path, help="keep audio, references and results in this folder (default: a temporary one)")
    options.add_argument("flags", nargs="*", default=["--beam=1"], help="more flags for beamscribe, after -- (default --beam=1)")
    args = options.parse_args()
    home = bench.SHARED / "data/conversations"
    if not home.is_dir():
        sys.exit(f"no conversations in {home}")
    bench.prepare(args.model)
    machine, rows = bench.machine(), []
    with contextlib.nullcontext(args.work) if args.work else tempfile.TemporaryDirectory() as folder:
        work = pathlib.Path(folder).resolve()
        for kind in ("long", "single"):
            (work / kind / "refs").mkdir(parents=True)
            (work / kind / "audio").mkdir()
        seconds = {"long": join(home, args.hours, work / "long/audio/long.flac", work / "long/refs/long.rttm"), "single": 0}
        for name in NAMES:
            shutil.copy(home / f"{name}.flac", work / "single/audio")
            shutil.copy(home / f"{name}.rttm", work / "single/refs")
            seconds["single"] += len(bench.decode(home / f"{name}.flac")) / 2 / bench.RATE
        for kind in ("single", "long"):
            done = run(work / kind / "audio", work / kind / "out", args.model, args.flags)
            error, found = score(work / kind / "out/transcripts", work / kind / "refs")
            rows.append({"kind": kind, "seconds": seconds[kind], "error": error, "speakers": found, "peakMB": done.peak,
                         "peakByProgram": done.programs, "wallSeconds": done.wall})
            print(rows[-1], file=sys.stderr)
    lines = [
        [row["kind"], f"{row['seconds'] / 3600:.2f}", f"{row['error']:.2f}", ", ".join(map(str, row["speakers"].values())),
         f"{row['peakMB']:.0f}", f"{row['wallSeconds']:.0f}"]
        for row in rows
    ]
    text = bench.table(["", "hours", "error %", "speakers found", "peak MB", "seconds"], lines)
    bench.save(args.out, "long_conversation", {"machine": machine, "runs": rows}, text)


if __name__ == "__main__":
    main()
