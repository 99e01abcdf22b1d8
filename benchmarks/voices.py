#!/usr/bin/env python3
"""Known voices: how often a speaker is known again over the same and the other band, and how often a stranger is taken for somebody.

Readers of LibriSpeech and of speechocean762 are enrolled with up to 20 s (of speechocean's six utterances with four, 9 s of speech in the middle),
and heard in other utterances of 5 s and more, wideband and as over a telephone line. A catalogue has 10 or 50 of the readers; all others
are strangers to it, as are all who speak in calls, meetings, a broadcast, and clips of other languages. A clip's speaker is the one who has most of it.

The program listens once and keeps the voices (--results takes them again); enrolled voices are written as 'voices enroll' writes them, and
'diarize --voices' names the speakers. With --held-out, only readers are tried whom the space has not learnt:

    python benchmarks/voice_space.py --across --readers-of even READERS.npz OTHERS.npz    # then build
    python benchmarks/voices.py --results /tmp/voices --held-out odd READERS.npz OTHERS.npz
"""
import argparse, base64, collections, json, pathlib, struct, subprocess, sys, tempfile

import bench
import reader_prints

ENROL_SECONDS, CLIP_SECONDS, LEAST_SECONDS = 20, 5, 3
SIZES = {10: 4, 50: 1}  # voices of a catalogue: about how many catalogues
BANDS = {"w": "wideband", "t": "telephone"}


def readers():
    """{name: utterances}, named as in the files of voice prints."""
    found = dict(reader_prints.pronunciation())
    for folder in sorted((bench.SHARED / "data/librispeech").iterdir()):
        if folder.is_dir():
            found[f"L{folder.name}"] = sorted(folder.glob("*.flac"))
    return found


def seconds(file):
    return len(bench.decode(file)) / 2 / bench.RATE


def parts(files, least):
    """The files in order, cut where a part has at least so many seconds; the rest is left over."""
    whole, part, length = [], [], 0
    for file in files:
        part, length = [*part, file], length + seconds(file)
        if length >= least:
            whole, part, length = [*whole, part], [], 0
    return whole, part


def prepare(audio):
    """Writes enrolled/BAND/READER.* and heard/BAND/READER-n.*, and links to the recordings of strangers."""
    for kind in ("enrolled", "heard"):
        for band in BANDS:
            (audio / kind / band).mkdir(parents=True)
    for reader, files in readers().items():
        enrolled = parts(files[:-2], ENROL_SECONDS)[0][:1] or [files[:-2]]
        heard = parts(files[len(enrolled[0]) :], CLIP_SECONDS)[0]
        clips = [("enrolled", reader, enrolled[0]), *(("heard", f"{reader}-{i}", clip) for i, clip in enumerate(heard))]
        for kind, name, clip in clips:
            wide = audio / kind / "w" / f"{name}.flac"
            reader_prints.wide(clip, wide)
            reader_prints.telephone(wide, audio / kind / "t" / f"{name}.wav")
    data = bench.SHARED / "data"
    strangers = {"calls": [*data.glob("calls/tel_*.flac")], "meetings": [*data.glob("calls/meet_*.flac"), *data.glob("calls/cast_*.flac")],
                 "clips": [*data.glob("customspeech/*/*.wav")]}
    for kind, files in strangers.items():
        (audio / "heard" / kind).mkdir()
        for file in files:
            (audio / "heard" / kind / f"{file.parent.name}-{file.name}").symlink_to(file)


def catalogue(folder, voices):
    for name, (numbers, length, model) in voices.items():
        folder.mkdir(exist_ok=True)
        text = base64.b64encode(struct.pack("<192f", *numbers)).decode()
        (folder / f"{name}.json").write_text(json.dumps({"name": name, "model": model, "seconds": length, "print": text}), "utf-8")


def named(folder):
    """(kind, clip, [(name, confidence)] of its speakers, who speaks most first) of every result."""
    for file in sorted(folder.rglob("*.json")):
        document = json.loads(file.read_text("utf-8"))["beamscribe"]
        spoken = collections.Counter()
        for turn in document["turns"]:
            spoken[turn["speaker"]] += turn["durationMilliseconds"]
        order = sorted(document["speakers"], key=lambda each: -spoken[each["speaker"]])
        yield file.parent.name, file.name.split(".")[0], [(each["voice"], each["confidence"]) for each in order]


def main():
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--results", type=pathlib.Path, help="where what was heard is kept, and taken from if it is there")
    options.add_argument("--held-out", nargs="+", metavar=("HALF", "READERS"), help="even or odd, and the files that the space was learnt from")
    options.add_argument("--out", default=bench.CACHE / "results", help="where voices.json and .md go (default: %(default)s)")
    args = options.parse_args()
    if not (bench.SHARED / "data").is_dir():
        sys.exit(f"no audio in {bench.SHARED / 'data'}")
    with tempfile.TemporaryDirectory() as temporary:
        work = pathlib.Path(temporary)
        results = args.results or work / "results"
        if not (results / "heard/voices").is_dir():
            bench.prepare(reader_prints.ENGINE)
            prepare(work / "audio")
            for kind in ("enrolled", "heard"):
                reader_prints.listen(work / "audio" / kind, results / kind)
        prints = {band: {file.name.split(".")[0]: reader_prints.kept(file) for file in sorted((results / "enrolled/voices" / band).iterdir())} for band in BANDS}
        names = sorted(name for name in prints["w"] if all(prints[band].get(name) and prints[band][name][1] >= LEAST_SECONDS for band in BANDS))
        if args.held_out:
            import voice_space

            learnt = voice_space.half(voice_space.names(args.held_out[1:]), {"even": "odd", "odd": "even"}[args.held_out[0]])
            names = [name for name in names if name not in learnt]
        counts = collections.defaultdict(collections.Counter)
        for size, most in SIZES.items():
            groups = len(names) // size
            for start in range(0, groups, -(-groups // most)):
                own = names[start::groups][:size]
                for band in BANDS:
                    folder = work / f"known-{size}-{start}-{band}"
                    catalogue(folder, {name: prints[band][name] for name in own})
                    command = [bench.ROOT / "bin/beamscribe", "diarize", f"--input={results / 'heard'}", f"--voices={folder}", "--formats=json"]
                    run = bench.run(command)
                    if run.code:
                        sys.exit(run.output[-2000:])
                    for kind, clip, speakers in named(results / "heard/transcripts"):
                        reader = clip.split("-")[0]
                        if kind in BANDS and reader in names and speakers:
                            count = counts[size, BANDS[band], BANDS[kind]]
                            who = speakers[0][0]
                            side = "known" if reader in own else "strangers"
                            count[side] += 1
                            count[f"{side} named"] += who != "unknown"
                            count["right"] += who == reader
                        elif kind not in BANDS:
                            count = counts[size, BANDS[band], kind]
                            count["strangers"] += len(speakers)
                            count["strangers named"] += sum(who != "unknown" for who, _ in speakers)
    rows = []
    for (size, enrolled, heard), count in counts.items():
        share = 100 * count["strangers named"] / max(1, count["strangers"])
        known = f"{100 * count['right'] / count['known']:.1f}" if count["known"] else ""
        rows.append([size, enrolled, heard, count["known"] or "", known, count["known named"] - count["right"], count["strangers"], f"{share:.2f}"])
    head = ["voices", "enrolled", "heard", "known", "named rightly %", "wrongly", "strangers", "named %"]
    bench.save(args.out, "voices", {"machine": bench.machine(), "rows": rows, "head": head}, bench.table(head, rows))


if __name__ == "__main__":
    main()
