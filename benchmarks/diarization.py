#!/usr/bin/env python3
"""Who speaks when: errors and numbers of speakers on the conversations and calls of ../shared/data, and what it costs.

Errors are those of the independent scorer, without collar, overlap scored, by kind. "number given" tells the speakers anew with `diarize`, each file with its right number. The cost is the processor
time of a run with --diarization less that of one without, by the length of the audio: what a run decodes and recognises is the same.
--peer NAME=FOLDER scores RTTM that another program made of the same files (NAME.rttm each) beside it.
"""
import argparse, collections, pathlib, re, resource, shutil, subprocess, sys, tempfile

import bench

KINDS = {
    "telephone": ("tel",),
    "made calls": ("call",),
    "meetings": ("trn", "dev", "meet"),
    "broadcast": ("cast",),
    "made dialogues": ("lib",),
}


def references(folders, work):
    """{kind: folder of RTTM}, and {file: speakers}."""
    speakers = {}
    for file in sorted(file for folder in folders for file in folder.glob("*.rttm")):
        kind = next(k for k, heads in KINDS.items() if file.name.startswith(heads)).replace(" ", "-")
        (work / kind).mkdir(exist_ok=True)
        shutil.copy(file, work / kind)
        speakers[file.stem] = len({line.split()[7] for line in file.read_text().splitlines() if line.startswith("SPEAKER")})
    return {kind: work / kind.replace(" ", "-") for kind in KINDS}, speakers


def score(results, refs):
    """(error in percent, right numbers of speakers, files) of a kind."""
    text = subprocess.check_output([sys.executable, bench.SCORER, "der", results, refs], text=True)
    right, files = re.search(r"right in (\d+) of (\d+)", text).groups()
    return float(text.split()[-1]), int(right), int(files)


def processor():
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def transcribe(audio, out, model, *flags):
    """Processor seconds of a run."""
    before = processor()
    bench.beamscribe(audio, out, "en-US", model, *flags)
    return processor() - before


def given(results, out, speakers, work):
    """Tells the speakers of each file anew with its number; the folder of what came."""
    picked = work / "given"
    picked.mkdir()
    files = collections.defaultdict(list)
    for name, count in speakers.items():
        files[count].append(name)
    for count, names in files.items():
        told = work / f"told-{count}"
        flags = [f"--minSpeakers={count}", f"--maxSpeakers={count}", "--formats=rttm", f"--output={told}"]
        subprocess.run([bench.ROOT / "bin/beamscribe", "diarize", f"--input={out}", *flags], check=True, stdout=subprocess.DEVNULL)
        for name in names:
            for file in told.rglob(f"{name}.*rttm"):
                shutil.copy(file, picked)
    return picked


def main():
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--model", default="whisper-base", help="what hears the words meanwhile")
    options.add_argument("--peer", action="append", default=[], metavar="NAME=FOLDER")
    options.add_argument("--no-cost", action="store_true", help="without the second run")
    args = options.parse_args()
    homes = [bench.SHARED / "data" / name for name in ("conversations", "calls")]
    if not all(home.is_dir() for home in homes):
        sys.exit(f"no conversations in {bench.SHARED}/data")
    bench.prepare(args.model)
    with tempfile.TemporaryDirectory() as temporary:
        work = pathlib.Path(temporary)
        refs, speakers = references(homes, work)
        (work / "audio").mkdir()
        for name in speakers:
            found = next(home / f"{name}.flac" for home in homes if (home / f"{name}.flac").exists())
            (work / "audio" / f"{name}.flac").symlink_to(found)
        out = work / "out"
        flags = ["--diarization", "--keepEmbeddings", "--formats=json,rttm"]
        with_speakers = transcribe(work / "audio", out, args.model, *flags)
        systems = {"Beamscribe": out / "transcripts", "Beamscribe, number given": given(out / "transcripts", out, speakers, work)}
        systems |= {name: pathlib.Path(folder) for name, folder in (peer.split("=", 1) for peer in args.peer)}
        rows = []
        for name, results in systems.items():
            row = [name]
            for kind in KINDS:
                error, right, files = score(results, refs[kind])
                row += [f"{error:.2f}", f"{right} of {files}"]
            rows.append(row)
        print(bench.table(["", *(f"{kind}{what}" for kind in KINDS for what in (": error %", ": numbers right"))], rows))
        if not args.no_cost:
            seconds = sum(len(bench.decode(file)) / 2 / bench.RATE for file in (work / "audio").iterdir())
            cost = (with_speakers - transcribe(work / "audio", work / "plain", args.model)) / seconds
            print(f"\nprocessor time of telling speakers, by the length of the audio ({seconds:.0f} s): {cost:.3f}")


if __name__ == "__main__":
    main()
