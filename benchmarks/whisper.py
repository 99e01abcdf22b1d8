#!/usr/bin/env python3
"""Beamscribe with whisper-base beside faster-whisper with the same weights in eight bits, in turn, on all cores.

On "short", the utterances of LibriSpeech, all in one run, and on "long", one file of the same utterances with pauses between them:
throughput, peak memory, words wrong. On "locales", the clips of customspeech, a run a locale: words wrong (characters, where words
are not set apart). What is scored is the lexical text; "in display" takes Beamscribe's display text instead, which is what the peer
writes. A command is timed from its start to its end. A job is what of it is neither start nor end: for Beamscribe by its report,
which counts the loading of the model, for the peer from the loaded model on.
"""
import argparse, pathlib, random, statistics, sys, tempfile, wave

import bench, make_folder

KINDS = ["short", "long", "locales"]
MODES = ["sequential", "batched", "parallel"]
OURS = "Beamscribe"


def by_character(locale):
    return locale[:2] in ("ja", "ko", "zh")


def recordings(name):
    """make_folder.recordings of a folder of ../shared/data, which has to be there."""
    home = bench.SHARED / "data" / name
    return make_folder.recordings(home) or sys.exit(f"no recordings in {home}")


def folders(name, home, locales=None, files=None):
    """[Folder], one a locale, copied from a folder of ../shared/data: all locales and files, or only those locales and so many files."""
    for locale, found in recordings(name).items():
        if locale in (locales or [locale]):
            make_folder.copy(found[:files], home / locale, locale)
    return [bench.Folder(path) for path in sorted(home.iterdir())]


def joined(home, seconds, pauses=(0.3, 1.2), seed=1):
    """A Folder with one file of at least so many seconds: the utterances in their order, from the first again when they are used up."""
    source, quiet, texts, size = random.Random(seed), make_folder.noise(max(pauses), seed), [], 0
    (home / "audio").mkdir(parents=True)
    with wave.open(str(home / "audio/long.wav"), "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(bench.RATE)
        utterances = recordings("librispeech")["en-US"]
        while size < seconds * 2 * bench.RATE:
            path, text = utterances[len(texts) % len(utterances)]
            sound = bench.decode(path) + quiet[: 2 * int(source.uniform(*pauses) * bench.RATE)]
            file.writeframes(sound)
            size += len(sound)
            texts.append(text)
    (home / "refs.tsv").write_text(f"long.wav\ten-US\t{' '.join(texts)}\n", encoding="utf-8")
    return bench.Folder(home)


def beamscribe(folder, model, beam, out):
    """(Run, seconds of the job, folder of results, facts)"""
    result, report = bench.beamscribe(folder.audio, out, folder.locale, model, f"--beam={beam}")
    totals = report["totals"]
    return result, totals["wallSeconds"], out / "transcripts", {"speechSeconds": totals["speechSeconds"]}


def faster_whisper(folder, mode, beam, out):
    """(Run, seconds of the job, folder of results, facts)"""
    result, heard = bench.faster_whisper(folder.files, folder.locale.split("-")[0], mode, beam)
    for file in heard["files"]:
        bench.write_text(out, pathlib.Path(file["path"]).name, " ".join(segment["text"] for segment in file["segments"]))
    return result, heard["loopSeconds"], out, {"loadSeconds": heard["loadSeconds"], "versions": heard["versions"]}


def measure(folder, name, beam, args):
    """A row of one contender on one folder."""
    with tempfile.TemporaryDirectory() as out:
        out = pathlib.Path(out)
        if name == OURS:
            result, job, results, facts = beamscribe(folder, args.model, beam, out)
        else:
            result, job, results, facts = faster_whisper(folder, name.split()[1], beam, out)
        characters = by_character(folder.locale)
        errors = bench.error_rate(results, folder.refs, characters)
        shown = bench.error_rate(results, folder.refs, characters, "display") if name == OURS else errors
    row = {"name": name, "beam": beam, "locale": folder.locale, **facts, "errors": errors, "errorsInDisplay": shown}
    row |= {"wallSeconds": result.wall, "jobSeconds": job, "timesRealTime": folder.seconds / result.wall}
    return row | {"jobTimesRealTime": folder.seconds / job, "peakMB": result.peak, "peakByProgram": result.programs}


def column(rows, key, **where):
    """The values of a key in the rows that are as said, round by round."""
    return [row[key] for row in rows if all(row[name] == value for name, value in where.items())]


def ratios(rows, names, beam, key):
    """Beamscribe's throughput over that of the peer's best mode in the same round."""
    peers = zip(*(column(rows, key, name=name, beam=beam) for name in names if name != OURS))
    return [ours / max(theirs) for ours, theirs in zip(column(rows, key, name=OURS, beam=beam), peers)]


def speed_table(rows, names, args):
    """(text, facts, plot) of a folder that is there for throughput."""
    lines, compared = [], []
    for beam in args.beam:
        for name in names:
            values = [column(rows, key, name=name, beam=beam) for key in ("timesRealTime", "jobTimesRealTime", "peakMB")]
            texts = [bench.spread(value, digits) for value, digits in zip(values, (1, 1, 0))]
            errors = [bench.spread(column(rows, key, name=name, beam=beam)) for key in ("errors", "errorsInDisplay")]
            lines.append([name, beam, *texts, *errors])
        for key, what in (("timesRealTime", "command"), ("jobTimesRealTime", "job")):
            if OURS in names and len(names) > 1:
                compared.append([what, beam, ratios(rows, names, beam, key)])
    head = ["", "beam", "times real time: median (least to greatest)", "of the job", "peak MB", "words wrong %", "in display %"]
    text = bench.table(head, lines)
    if compared:
        head = ["Beamscribe / the peer's best mode of the round", "beam", "ratio of throughputs"]
        text += "\n\n" + bench.table(head, [[what, beam, bench.spread(values)] for what, beam, values in compared])
    facts = {"ratios": [{"of": what, "beam": beam, "values": values} for what, beam, values in compared]}
    medians = {name: [statistics.median(column(rows, "timesRealTime", name=name, beam=beam)) for beam in args.beam] for name in names}
    return text, facts, ("Times real time (whole command)", medians, [f"beam {beam}" for beam in args.beam])


def error_table(rows, names, args):
    """(text, facts, plot) of the folders that are there for error rates."""
    locales, pairs = sorted({row["locale"] for row in rows}), [(name, beam) for beam in args.beam for name in names]

    def values(locale, name, beam, key="errors"):
        return [value for value in column(rows, key, name=name, beam=beam, locale=locale) if value is not None]

    lines, medians = [], {}
    for locale in locales:
        line = [locale, "characters" if by_character(locale) else "words"]
        for name, beam in pairs:
            line.append(bench.spread(values(locale, name, beam)))
            medians.setdefault(f"{name}, beam {beam}", []).append(statistics.median(values(locale, name, beam) or [0]))
            if name == OURS:
                line.append(bench.spread(values(locale, name, beam, "errorsInDisplay")))
        lines.append(line)
    head = ["", "wrong %"]
    for name, beam in pairs:
        head += [f"{name}, beam {beam}", *(["in display"] if name == OURS else [])]
    return bench.table(head, lines), {}, ("Words or characters wrong, %", medians, locales)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rounds", type=int, default=3, help="of all, in turn (default 3)")
    parser.add_argument("--beam", type=int, nargs="+", default=[5, 1], help="of all contenders (default 5 1)")
    parser.add_argument("--only", nargs="+", choices=KINDS, default=KINDS, help="default: all three")
    parser.add_argument("--modes", nargs="*", choices=MODES, default=MODES[:2], help="of the peer (default sequential batched)")
    parser.add_argument("--minutes", type=float, default=10, help="of the long file (default 10)")
    parser.add_argument("--files", type=int, help="only so many of the short ones: to try this script out")
    parser.add_argument("--locales", nargs="+", help="only these of the locales")
    parser.add_argument("--model", default="whisper-base", help="Beamscribe's: id or folder (default whisper-base)")
    parser.add_argument("--out", default=bench.CACHE / "results", help="where whisper-KIND.json, .md and .svg go (default: %(default)s)")
    args = parser.parse_args()
    names = [OURS, *(f"faster-whisper {mode}" for mode in args.modes)]
    bench.prepare(args.model)
    bench.whisper_tools(), bench.whisper_model()
    for kind in args.only:
        machine, rows = bench.machine(), []
        with tempfile.TemporaryDirectory() as work:
            work = pathlib.Path(work)
            if kind == "short":
                found = folders("librispeech", work, files=args.files)
            elif kind == "long":
                found = [joined(work / "long", args.minutes * 60)]
            else:
                found = folders("customspeech", work, args.locales)
            for turn in range(args.rounds):
                for folder in found:
                    for beam in args.beam:
                        for name in names:
                            row = measure(folder, name, beam, args) | {"round": turn + 1}
                            rows.append(row)
                            told = f"{row['wallSeconds']:.1f} s, {row['peakMB']:.0f} MB, {row['errors']} % wrong"
                            print(f"{kind} round {turn + 1} {folder.locale} {name} beam {beam}: {told}", file=sys.stderr)
        seconds, files = sum(folder.seconds for folder in found), sum(len(folder.files) for folder in found)
        text, facts, plot = (error_table if kind == "locales" else speed_table)(rows, names, args)
        text = f"{kind}: {seconds / 60:.1f} minutes in {files} files, {args.rounds} rounds in turn\n\n{text}"
        bench.save(args.out, f"whisper-{kind}", {"machine": machine, "audioSeconds": seconds, **facts, "runs": rows}, text, plot)


if __name__ == "__main__":
    main()
