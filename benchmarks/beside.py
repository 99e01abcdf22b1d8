#!/usr/bin/env python3
"""Runs that share one output: many at once, some killed at random, compared with one undisturbed run.

  benchmarks/beside.py --input FOLDER --runs 10 --watches 2 --kills 12 --seed 1 [--flag=... for each run]

Kills with -9 and SIGTERM in turn; each that was killed is started again at once. In the end one more run
goes over the folder. Prints one JSON object; exits with 1 where anything differs from the undisturbed run.
"""

import argparse
import hashlib
import json
import os
import random
import re
import shutil
import signal
import subprocess
import tempfile
import time

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))


def results(out):
    """Bytes of each transcript, without the time at which it was made."""
    found = {}
    for folder, _, names in os.walk(os.path.join(out, "transcripts")):
        for name in names:
            path = os.path.join(folder, name)
            with open(path, "rb") as file:
                content = re.sub(rb'"timestamp"\s*:\s*"[^"]*"', b"", file.read())
            found[os.path.relpath(path, out)] = hashlib.sha256(content).hexdigest()
    return found


def files_in(folder):
    return [os.path.join(f, n) for f, _, names in os.walk(folder) for n in names]


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--input", required=True)
    parser.add_argument("--runs", type=int, default=10)
    parser.add_argument("--watches", type=int, default=0, help="of the runs")
    parser.add_argument("--kills", type=int, default=10)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--limit", type=int, default=900, help="seconds")
    parser.add_argument("--command", default=os.path.join(ROOT, "bin/beamscribe"))
    args, flags = parser.parse_known_args()
    dice = random.Random(args.seed)
    work = tempfile.mkdtemp(prefix="beside-")
    one, many = os.path.join(work, "one"), os.path.join(work, "many")

    def start(number, out, kind="transcribe"):
        log = open(os.path.join(work, f"log-{number}"), "ab")
        command = args.command.split() + [kind, f"--input={args.input}", f"--output={out}"]
        command += ["--parallelism=1", "--progress=none"] + flags
        command += ["--pollInterval=1s"] if kind == "watch" else []
        return subprocess.Popen(command, stdout=log, stderr=log)

    if start("one", one).wait() != 0:
        raise SystemExit("the undisturbed run failed: " + work)
    kinds = ["watch" if n < args.watches else "transcribe" for n in range(args.runs)]
    running = {n: start(n, many, kinds[n]) for n in range(args.runs)}
    exits, kills, begun = [], 0, time.time()
    following = begun + dice.uniform(2, 6)
    while any(kinds[n] == "transcribe" for n in running) and time.time() < begun + args.limit:
        time.sleep(0.2)
        for number, process in list(running.items()):
            if process.poll() is not None:
                exits.append(process.returncode)
                del running[number]
        if running and kills < args.kills and time.time() > following:
            number = dice.choice(sorted(running))
            how = signal.SIGKILL if kills % 2 else signal.SIGTERM
            running[number].send_signal(how)
            running[number].wait()
            running[number] = start(number, many, kinds[number])
            kills += 1
            following = time.time() + dice.uniform(1, 5)
    for process in running.values():
        process.terminate()
        process.wait()
    last = start("last", many).wait()
    expected, got = results(one), results(many)
    reports = [json.load(open(os.path.join(out, "report.json"))) for out in (one, many)]
    rows = [sorted(row["source"] for row in report["details"]) for report in reports]
    summary = {
        "seconds": round(time.time() - begun, 1),
        "kills": kills,
        "exits": {str(code): exits.count(code) for code in sorted(set(exits))},
        "exitOfLast": last,
        "results": len(expected),
        "missing": sorted(set(expected) - set(got)),
        "more": sorted(set(got) - set(expected)),
        "different": sorted(n for n in expected if n in got and got[n] != expected[n]),
        "reportWhole": rows[0] == rows[1] and "failure" not in reports[1],
        "partsLeft": files_in(os.path.join(many, "_parts")),
        "runsLeft": files_in(os.path.join(many, "_run")),
    }
    print(json.dumps(summary, indent=1))
    wrong = any(summary[k] for k in ("missing", "more", "different", "partsLeft"))
    if wrong or last or set(exits) - {0} or not summary["reportWhole"]:
        raise SystemExit("see " + work)
    shutil.rmtree(work)


if __name__ == "__main__":
    main()
