#!/usr/bin/env python3
"""What marks by Whisper cost: processor time of the same run with --punctuation=rules and =whisper, in turn.

  benchmarks/punctuation.py --input FOLDER --locale ko-KR --model vosk-small-ko [--rounds 3]

One thread, engines in the program itself, so that all processor time is counted. The start of the program is
taken off, as a run over a second of silence shows it; models are loaded, so that it takes minutes of audio.
Prints one JSON object: seconds of processor a second of audio for both, and the share that marks add.
"""

import argparse
import json
import os
import resource
import statistics
import subprocess
import tempfile
import wave

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))


def run(folder, arguments, source):
    """Processor seconds of a run, and the seconds of audio that it reports."""
    with tempfile.TemporaryDirectory() as out:
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        subprocess.run(
            [
                os.path.join(ROOT, "bin", "beamscribe"),
                "transcribe",
                f"--input={folder}",
                f"--output={out}",
                f"--locale={arguments.locale}",
                f"--model={arguments.model}",
                f"--punctuation={source}",
                "--formats=json",
                "--parallelism=1",
                "--isolation=none",
                "--progress=none",
            ],
            check=True,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        with open(os.path.join(out, "report.json"), encoding="utf-8") as file:
            report = json.load(file)
    seconds = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return seconds, sum(each["durationMilliseconds"] for each in report["details"]) / 1000


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--input", required=True)
    parser.add_argument("--locale", required=True)
    parser.add_argument("--model", required=True)
    parser.add_argument("--rounds", type=int, default=3)
    arguments = parser.parse_args()
    found = {"rules": [], "whisper": []}
    with tempfile.TemporaryDirectory() as quiet:
        with wave.open(os.path.join(quiet, "second.wav"), "w") as file:
            file.setparams((1, 2, 16000, 16000, "NONE", ""))
            file.writeframes(bytes(32000))
        for _ in range(arguments.rounds):
            begin, _ = run(quiet, arguments, "rules")
            for source, costs in found.items():
                whole, audio = run(arguments.input, arguments, source)
                costs.append((whole - begin) / audio)
    rules, whisper = (statistics.median(found[source]) for source in ("rules", "whisper"))
    print(json.dumps({"rules": rules, "whisper": whisper, "added": whisper / rules - 1}))


if __name__ == "__main__":
    main()
