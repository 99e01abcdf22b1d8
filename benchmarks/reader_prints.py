#!/usr/bin/env python3
"""Writes voice prints of the speakers of ../shared/data/pronunciation, adults and children, wideband and as over a telephone line: for voice_space.py.

A print an utterance: the mean of its stretches. Arrays as in readers.npz: E print (192 numbers of unit length), W reader, B band (w wide, t telephone).
Needs numpy. The program listens to every utterance, with the quickest engine for the words that nobody reads.
"""
import argparse, base64, collections, json, pathlib, struct, subprocess, tempfile

import bench

ENGINE, LOCALE = "vosk-small-ko", "ko-KR"
LINE = ",".join(["highpass=f=300"] * 3 + ["lowpass=f=3400"] * 3)


def wide(files, out):
    """Writes files one after the other into one."""
    inputs = [word for file in files for word in ("-i", file)]
    subprocess.run([bench.tools() / "ffmpeg", "-nostdin", "-v", "error", *inputs, "-filter_complex", f"concat=n={len(files)}:v=0:a=1", out], check=True)


def telephone(file, out):
    """Writes a file as a telephone line carries it: 300 to 3400 Hz, 8 kHz, mu-law."""
    subprocess.run([bench.tools() / "ffmpeg", "-nostdin", "-v", "error", "-i", file, "-af", LINE, "-ar", "8000", "-c:a", "pcm_mulaw", out], check=True)


def pronunciation():
    """{speaker: utterances}"""
    folder, speakers = bench.SHARED / "data/pronunciation", collections.defaultdict(list)
    for line in (folder / "labels.jsonl").read_text("utf-8").splitlines():
        row = json.loads(line)
        speakers["O" + row["speaker"]].append(folder / "audio" / f"{row['id']}.flac")
    return speakers


def listen(audio, out):
    """Separates the speakers of all files of a folder, and keeps the voices."""
    bench.beamscribe(audio, out, LOCALE, ENGINE, "--diarization", "--keepEmbeddings")


def kept(file):
    """(print, seconds, digest of the model) of all speech of one file's kept voices; None if there is none."""
    document = json.loads(file.read_text("utf-8"))
    total, seconds = [0.0] * 192, 0.0
    for stretch in (stretch for block in document["blocks"] for stretch in block["stretches"]):
        if stretch.get("voice"):
            numbers = struct.unpack("<192f", base64.b64decode(stretch["voice"]))
            total = [each + stretch["seconds"] * number for each, number in zip(total, numbers)]
            seconds += stretch["seconds"]
    length = sum(each * each for each in total) ** 0.5
    return ([each / length for each in total], seconds, document["model"]) if length else None


def main():
    import numpy as np

    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("out", type=pathlib.Path)
    args = parser.parse_args()
    bench.prepare(ENGINE)
    prints, readers, bands = [], [], []
    with tempfile.TemporaryDirectory() as temporary:
        audio = pathlib.Path(temporary, "audio")
        for speaker, files in pronunciation().items():
            for band in "wt":
                (audio / band / speaker).mkdir(parents=True)
            for file in files:
                (audio / "w" / speaker / file.name).symlink_to(file)
                telephone(file, audio / "t" / speaker / f"{file.stem}.wav")
        listen(audio, pathlib.Path(temporary, "out"))
        for file in sorted(pathlib.Path(temporary, "out/voices").rglob("*.json")):
            own = kept(file)
            if own and own[1] >= 1:
                prints.append(own[0])
                readers.append(file.parent.name)
                bands.append(file.parent.parent.name)
    np.savez_compressed(args.out, E=np.array(prints, "<f4"), W=np.array(readers), B=np.array(bands))


if __name__ == "__main__":
    main()
