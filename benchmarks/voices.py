#!/usr/bin/env python3
"""Known voices: how often a speaker is known again in other files, and how often somebody else is taken for one.

Five speakers of LibriSpeech are enrolled, by their first three utterances each. Tried are their other utterances, a file each, and the
conversations, of which some of these speakers are in the dialogues and none in the meetings; clips in other languages are of strangers too. A speaker
that was found counts as whoever it overlaps most with. The dialogues' speakers are of the same chapters as the enrolled utterances, so the
voices are rather more alike than in life. One dialogue is there a second time as 8 kHz mu-law.
"""
import argparse, collections, json, pathlib, statistics, subprocess, sys, tempfile

import bench
from long_conversation import turns

ENROLLED = 3


def truth(document, file):
    """{number: who it is}, of a result and the reference of its conversation; nobody where less than half of it is anybody's."""
    reference, found = turns(file), {}
    for speaker in document["beamscribe"]["speakers"]:
        shared, length = collections.Counter(), 0
        for turn in document["beamscribe"]["turns"]:
            if turn["speaker"] == speaker["speaker"]:
                start = turn["offsetMilliseconds"] / 1000
                end = start + turn["durationMilliseconds"] / 1000
                length += end - start
                for begin, spoken, who in reference:
                    shared[who] += max(0, min(end, begin + spoken) - max(start, begin))
        who, most = max(shared.items(), key=lambda item: item[1], default=(None, 0))
        found[speaker["speaker"]] = who if most >= length / 2 else None
    return found


def link(file, folder):
    folder.mkdir(parents=True, exist_ok=True)
    (folder / file.name).symlink_to(file)


def main():
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--model", default="whisper-base", help="what hears the words meanwhile")
    options.add_argument("--out", default=bench.CACHE / "results", help="where voices.json and .md go (default: %(default)s)")
    args = options.parse_args()
    data = bench.SHARED / "data"
    if not data.is_dir():
        sys.exit(f"no audio in {data}")
    bench.prepare(args.model)
    with tempfile.TemporaryDirectory() as temporary:
        work = pathlib.Path(temporary)
        for folder in sorted((data / "librispeech").iterdir()):
            clips = sorted(folder.glob("*.flac"))
            if clips:
                enroll = ["voices", "enroll", f"reader-{folder.name}", *clips[:ENROLLED], f"--voices={work / 'known'}"]
                subprocess.run([bench.ROOT / "bin/beamscribe", *enroll], check=True, stdout=sys.stderr)
            for clip in clips[ENROLLED:]:
                link(clip, work / "audio/utterances")
        for file in sorted((data / "conversations").glob("*.*")):
            if file.suffix in (".flac", ".wav"):
                link(file, work / "audio" / ("telephone" if file.suffix == ".wav" else "meetings" if file.name[0] in "dt" else "dialogues"))
        for file in sorted((data / "customspeech").glob("*/*.wav")):
            (work / "audio/clips").mkdir(exist_ok=True)
            (work / "audio/clips" / f"{file.parent.name}-{file.name}").symlink_to(file)
        known = {file.stem for file in (work / "known").glob("*.json")}
        flags = ["--beam=1", "--diarization", f"--voices={work / 'known'}"]
        bench.beamscribe(work / "audio", work / "out", "en-US", args.model, *flags)
        alike, counts = collections.defaultdict(list), collections.defaultdict(collections.Counter)
        for file in sorted((work / "out/transcripts").rglob("*.json")):
            document, kind = json.loads(file.read_text("utf-8")), file.parent.name
            name = file.name.split(".")[0]
            reference = data / "conversations" / f"{name.removesuffix('_8k_mulaw')}.rttm"
            own = truth(document, reference) if reference.exists() else {}
            for speaker in document["beamscribe"]["speakers"]:
                who = f"reader-{name.split('-')[0]}" if kind == "utterances" else f"reader-{own.get(speaker['speaker'])}"
                side = "known" if who in known else "stranger"
                heard = "right" if speaker["voice"] == who else "unknown" if speaker["voice"] == "unknown" else "wrong"
                counts[kind, side][heard] += 1
                alike[kind, side].append(speaker["similarity"])
    rows = []
    for (kind, side), count in sorted(counts.items()):
        values = sorted(alike[kind, side])
        spread = f"{values[0]:.2f} {statistics.median(values):.2f} {values[-1]:.2f}"
        rows.append([kind, side, sum(count.values()), count["right"], count["unknown"], count["wrong"], spread])
    head = ["", "speakers", "tried", "known by their name", "unknown", "taken for somebody", "similarity: least, median, greatest"]
    text = bench.table(head, rows)
    bench.save(args.out, "voices", {"machine": bench.machine(), "rows": rows, "head": head}, text)


if __name__ == "__main__":
    main()
