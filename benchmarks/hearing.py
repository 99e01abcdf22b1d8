#!/usr/bin/env python3
"""What the noise that takes the place of Vosk's dither, and options of its decoder, do to errors and processor time.

Hears whole recordings in one recogniser each, in steps of 0.1 s as Beamscribe does, with Gaussian noise of another seed each time. A
VARIANT is a list like "noise=2,frames-per-chunk=51": the standard deviation of the noise in steps of 16 bits, "step" in
samples if it is another one, then options for the model's model.conf. "published" is the model as it is shipped, with the dither of its own that differs at every pass. Variants take
turns, and the order of turns is the same for all, so that times can be compared.
"""
import argparse, array, concurrent.futures, json, os, pathlib, random, shutil, statistics, sys, tempfile, time

import bench

VARIANTS = ["published", "noise=0", "noise=0.5", "noise=1", "noise=2", "noise=3", "noise=4", "noise=6"]
STEP = bench.RATE // 10


def view(model, variant, folder):
    """A folder that looks like the model with dither off and the variant's options, the noise to be added, and the step."""
    if variant == "published":
        return model, 0.0, STEP
    settings = dict(part.split("=", 1) for part in variant.split(","))
    noise, step = float(settings.pop("noise", 0)), int(settings.pop("step", STEP))
    for entry in pathlib.Path(model).iterdir():
        if entry.name != "conf":
            (folder / entry.name).symlink_to(entry.resolve())
    shutil.copytree(pathlib.Path(model) / "conf", folder / "conf")
    with open(folder / "conf/mfcc.conf", "a") as features:
        features.write("\n--dither=0\n")
    with open(folder / "conf/model.conf", "a") as options:
        options.writelines(f"\n--{key}={value}" for key, value in settings.items())
    return folder, noise, step


def hear(vosk, model, samples, noise, step, seed):
    """(text, processor seconds of this thread) of one recording."""
    if noise:
        gauss = random.Random(seed).gauss
        samples = array.array("f", (sample + gauss(0, noise) for sample in samples))
    start, texts = time.thread_time(), []
    recogniser = vosk.KaldiRecognizer(model, bench.RATE)
    recogniser.SetWords(True)
    floats = vosk._ffi.from_buffer("float[]", samples)
    for at in range(0, len(samples), step):
        count = min(step, len(samples) - at)
        if vosk._c.vosk_recognizer_accept_waveform_f(recogniser._handle, floats + at, count):
            texts.append(json.loads(recogniser.Result())["text"])
    texts.append(json.loads(recogniser.FinalResult())["text"])
    return " ".join(texts), time.thread_time() - start


def measure(args):
    import vosk

    vosk.SetLogLevel(-1)
    folder = bench.Folder(args.folder)
    audio = {file.name: array.array("f", array.array("h", bench.decode(file))) for file in folder.files}
    rows = []
    with tempfile.TemporaryDirectory() as work, concurrent.futures.ThreadPoolExecutor(args.threads) as pool:
        work, models = pathlib.Path(work), {}
        for index, variant in enumerate(args.variants):
            (work / str(index)).mkdir()
            models[variant] = view(args.model, variant, work / str(index))
        for seed in range(args.seeds):
            for variant, (path, noise, step) in models.items():
                model, out = vosk.Model(str(path)), work / "out"
                shutil.rmtree(out, ignore_errors=True)
                out.mkdir()
                heard = pool.map(lambda samples: hear(vosk, model, samples, noise, step, seed), audio.values())
                seconds = 0
                for name, (text, cost) in zip(audio, heard):
                    bench.write_text(out, name, text)
                    seconds += cost
                rows.append({"variant": variant, "seed": seed, "cer": bench.error_rate(out, folder.refs), "cpuSeconds": seconds})
                print(f"seed {seed} {variant}: CER {rows[-1]['cer']}, {seconds:.1f} s of processor time", file=sys.stderr)
    lines = []
    for variant in args.variants:
        errors = [row["cer"] for row in rows if row["variant"] == variant]
        seconds = [row["cpuSeconds"] for row in rows if row["variant"] == variant]
        lines.append([variant, f"{statistics.mean(errors):.2f}", bench.spread(errors), bench.spread(seconds, 1)])
    head = ["", "mean CER %", "CER %: median (least to greatest)", "processor seconds"]
    text = f"{folder.seconds:.0f} s of audio, {args.seeds} seeds\n\n{bench.table(head, lines)}"
    bench.save(args.out, "hearing", {"machine": bench.machine(), "runs": rows}, text)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", help="one that make_folder.py made (with --clips: the recordings as they are)")
    parser.add_argument("variants", nargs="*", default=VARIANTS, metavar="VARIANT", help="default: " + " ".join(VARIANTS))
    parser.add_argument("--seeds", type=int, default=8, help="how often (default 8)")
    parser.add_argument("--threads", type=int, default=os.cpu_count(), help="default: all cores, %(default)s")
    parser.add_argument("--model", help="a folder (default: vosk-small-ko of the store)")
    parser.add_argument("--out", default=bench.CACHE / "results", help="where hearing.json and .md go (default: %(default)s)")
    args = parser.parse_args()
    try:
        import vosk  # noqa: F401
    except ImportError:
        os.execv(bench.tools() / "python", [bench.tools() / "python", __file__, *sys.argv[1:]])
    args.model = args.model or bench.prepare("vosk-small-ko")
    measure(args)


if __name__ == "__main__":
    main()
