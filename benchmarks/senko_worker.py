"""Speakers as senko tells them: one RTTM a file, and the processor time.

senko_worker.py OUT FILE... prints the seconds that the processor took without loading. Needs senko 0.2.2 and what it asks for (torch, on any
processor: two gigabytes more for graphics cards come with it), soundfile.
"""
import pathlib, sys, time

import senko, soundfile


def main():
    out, *files = map(pathlib.Path, sys.argv[1:])
    diarizer, used = senko.Diarizer(device="cpu", warmup=True, quiet=True), 0.0
    for file in files:
        samples, rate = soundfile.read(file, dtype="float32", always_2d=True)
        assert rate == 16000
        mono, before = samples.mean(axis=1), time.process_time()
        told = diarizer.diarize_samples(mono, rate)
        used += time.process_time() - before
        turns = told["merged_segments"] if told else []
        lines = (f"SPEAKER {file.stem} 1 {t['start']:.3f} {t['end'] - t['start']:.3f} <NA> <NA> {t['speaker']} <NA> <NA>\n" for t in turns)
        (out / f"{file.stem}.rttm").write_text("".join(lines))
    print(used)


if __name__ == "__main__":
    main()
