#!/usr/bin/env python3
"""Calls with one speaker a channel: whether each phrase has the right channel and the right speaker.

Transcribes the calls of testdata (clean, with 30 dB of leakage, as 8 kHz A-law) and of ../shared/data, and looks up for each phrase who speaks most
of its time in the reference. A phrase is right when that speaker's channel is its channel, and all phrases of a speaker have one number that no
other has. A phrase while nobody speaks is wrong.
"""
import argparse, collections, json, pathlib, shutil, sys, tempfile

import bench
from long_conversation import turns

HOMES = {bench.ROOT / "testdata/channels": ["call.flac", "call-leaking.flac", "call-telephone-alaw.wav"],
         bench.SHARED / "data/conversations": ["lib_other_02_2spk_stereo.flac", "lib_other_02_2spk_stereo_8k_mulaw.wav"]}


def phrases(document):
    """(start, end, channel, speaker) of each phrase, in seconds."""
    for phrase in document["recognizedPhrases"]:
        start = phrase["offsetMilliseconds"] / 1000
        yield start, start + phrase["durationMilliseconds"] / 1000, phrase["channel"], phrase.get("speaker")


def sides(reference):
    """{speaker: channel}, by who begins: the first speaker of a call is on its first channel."""
    order = dict.fromkeys(who for _, _, who in sorted(turns(reference)))
    return {who: channel for channel, who in enumerate(order)}


def wrong(document, reference):
    """(phrases, those of them that are not right)."""
    spoken, side, numbers, bad, count = turns(reference), sides(reference), collections.defaultdict(set), [], 0
    for start, end, channel, speaker in phrases(document):
        shared = collections.Counter()
        for begin, length, who in spoken:
            shared[who] += max(0.0, min(end, begin + length) - max(start, begin))
        who, common = shared.most_common(1)[0]
        count += 1
        if common <= 0 or side[who] != channel or speaker is None:
            bad.append((start, end, channel, speaker))
        else:
            numbers[who].add(speaker)
    if any(len(own) != 1 for own in numbers.values()) or len(set().union(*numbers.values())) != len(numbers):
        bad.append(("speakers", dict(numbers)))
    return count, bad


def main():
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--model", default="whisper-base")
    args = options.parse_args()
    bench.prepare(args.model)
    rows = []
    with tempfile.TemporaryDirectory() as temporary:
        work = pathlib.Path(temporary)
        (work / "audio").mkdir()
        for home, names in HOMES.items():
            for name in names:
                shutil.copy(home / name, work / "audio")
        bench.beamscribe(work / "audio", work / "out", "en-US", args.model, "--diarization")
        for home, names in HOMES.items():
            for name in names:
                document = json.loads((work / f"out/transcripts/{name}.json").read_text("utf-8"))
                reference = (home / name).with_suffix(".rttm")
                count, bad = wrong(document, reference if reference.exists() else home / "lib_other_02_2spk_stereo.rttm")
                rows.append([name, count, count - len(bad), bad or "-"])
    print(bench.table(["call", "phrases", "right", "wrong"], rows))
    sys.exit(any(row[1] != row[2] for row in rows))


if __name__ == "__main__":
    main()
