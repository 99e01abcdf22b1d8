#!/usr/bin/env python3
"""Makes a folder of audio with pauses for the other benchmarks: OUT/audio/ and OUT/refs.tsv (path, locale, text).

Recordings of ../shared/data (customspeech), or of testdata/ where those are absent, are cut at their own pauses; between the sentences
come new pauses of 1 to 8 seconds of faint noise. The same arguments make the same audio.
"""
import argparse, array, pathlib, random, shutil, subprocess, sys

import bench

QUIET = 200  # of 32768: what counts as a pause within a recording
ENCODERS = {"wav": ["-c:a", "pcm_s16le"], "flac": [], "mp3": ["-b:a", "64k"]}


def recordings(home):
    """{locale: [(path, text)]} of a folder with refs.tsv; empty where there is none."""
    refs, found = home / "refs.tsv", {}
    rows = refs.read_text("utf-8-sig").splitlines() if refs.exists() else []
    for path, locale, text in (row.split("\t") for row in rows):
        if text and not path.startswith("formats/"):
            found.setdefault(locale, []).append((home / path, text))
    return found


def sources(locale):
    """(path, text) of the recordings of a locale."""
    for home in (bench.SHARED / "data/customspeech", bench.ROOT / "testdata"):
        found = recordings(home).get(locale)
        if found:
            return found
    sys.exit(f"no recordings of {locale}")


def noise(seconds, seed):
    """Faint noise, as bytes of 16-bit samples: what a pause sounds like."""
    source = random.Random(seed)
    return array.array("h", (source.randint(-12, 12) for _ in range(int(seconds * bench.RATE) + 1))).tobytes()


def sentences(path, least=0.6):
    """The recording cut in the middle of every pause of at least `least` seconds, as bytes of 16-bit samples."""
    samples = array.array("h", bench.decode(path))
    step, cuts, still = bench.RATE // 50, [0], 0
    for at in range(0, len(samples), step):
        if max(map(abs, samples[at : at + step])) < QUIET:
            still += 1
            continue
        if still * step >= least * bench.RATE and at > still * step:
            cuts.append(at - still * step // 2)
        still = 0
    return [samples[a:b].tobytes() for a, b in zip(cuts, [*cuts[1:], len(samples)])]


class Speech:
    """An endless stream of sentences with pauses, recording after recording."""

    def __init__(self, locale, pauses, seed=1):
        self.random, self.pauses = random.Random(seed), pauses
        self.recordings = [(sentences(path), text) for path, text in sources(locale)]
        self.noise = noise(max(pauses), seed)

    def pause(self):
        return self.noise[: 2 * int(self.random.uniform(*self.pauses) * bench.RATE)]

    def recording(self):
        """(bytes of one recording with pauses, its text)"""
        pieces, text = self.random.choice(self.recordings)
        return b"".join(piece + self.pause() for piece in pieces), text

    def write(self, path, seconds):
        """Writes a file of at least so many seconds, whole recordings only; (its seconds, its text)."""
        source = ["-f", "s16le", "-ar", str(bench.RATE), "-ac", "1", "-i", "-"]
        command = [bench.tools() / "ffmpeg", "-v", "error", "-y", *source, "-fflags", "+bitexact", *ENCODERS[path.suffix[1:]], path]
        path.parent.mkdir(parents=True, exist_ok=True)
        coder = subprocess.Popen(command, stdin=subprocess.PIPE)
        size, texts = 0, []
        while size < seconds * 2 * bench.RATE:
            sound, text = self.recording()
            coder.stdin.write(sound)
            size += len(sound)
            texts.append(text)
        coder.stdin.close()
        if coder.wait():
            sys.exit(f"could not write {path}")
        return size / 2 / bench.RATE, " ".join(texts)


def copy(recordings, out, locale):
    (out / "audio").mkdir(parents=True)
    for path, _ in recordings:
        shutil.copy(path, out / "audio")
    (out / "refs.tsv").write_text("".join(f"{path.name}\t{locale}\t{text}\n" for path, text in recordings), encoding="utf-8")
    print(f"{len(recordings)} files in {out}")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("out", type=pathlib.Path)
    parser.add_argument("--minutes", type=float, default=15, help="of audio, in files of 1 to 4 minutes (default 15)")
    parser.add_argument("--hours", type=float, help="one file of this length instead")
    parser.add_argument("--clips", action="store_true", help="instead, the recordings as they are, a file each")
    parser.add_argument("--locale", default="ko-KR")
    parser.add_argument("--pauses", type=float, nargs=2, default=[1, 8], metavar=("LEAST", "MOST"), help="seconds (default 1 8)")
    args = parser.parse_args()
    if args.out.exists():
        sys.exit(f"{args.out} is there already")
    if args.clips:
        return copy(sources(args.locale), args.out, args.locale)
    speech, lengths, rows, total = Speech(args.locale, args.pauses), random.Random(2), [], 0
    while total < (args.hours * 3600 if args.hours else args.minutes * 60):
        name = "long.flac" if args.hours else f"talk-{len(rows) + 1:02}.{list(ENCODERS)[len(rows) % 3]}"
        wanted = args.hours * 3600 if args.hours else lengths.uniform(60, 200)
        seconds, text = speech.write(args.out / "audio" / name, wanted)
        total += seconds
        rows.append(f"{name}\t{args.locale}\t{text}\n")
    (args.out / "refs.tsv").write_text("".join(rows), encoding="utf-8")
    print(f"{len(rows)} files, {total / 60:.1f} minutes in {args.out}")


if __name__ == "__main__":
    main()
