#!/usr/bin/env python3
"""Beamscribe on a real Flink cluster of this machine, started by bin/flink-local on a port and in a folder of its own.

  submissions   ten jobs one after the other on one cluster: model loads and memory of each TaskManager with its children; with
                --store audio and results are in object storage
  slots         the same work on one slot and on two, in turn: many files, and one long file; seconds and processor seconds
  first         from the start of the program to the first transcript, and where the time goes

What counts as one slot's machine is one processor, as on a cluster whose TaskManagers have one each: a TaskManager and its children are
bound to one (`taskset`), the first to the first and so on; the JobManager and the program that submits go where there is room.
"""
import argparse, contextlib, json, os, pathlib, resource, shutil, signal, socket, subprocess, sys, tempfile, time, urllib.request

import bench, make_folder, store

MAIN = bench.ROOT / "bin/beamscribe"
CLIP = bench.ROOT / "testdata/formats/pcm_s16.wav"
TICKS = os.sysconf("SC_CLK_TCK")


class Cluster:
    """bin/flink-local with some TaskManagers; stopped at the end."""

    def __init__(self, task_managers, *flags):
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.port = free.getsockname()[1]
        self.state = tempfile.mkdtemp(prefix="beamscribe-cluster-")
        self.flags = [f"--port={self.port}", f"--state={self.state}", f"--taskManagers={task_managers}", *flags]
        self.roles = [f"taskmanager-{i + 1}" for i in range(task_managers)]

    def __enter__(self):
        self.call("start")
        return self

    def __exit__(self, *_):
        self.call("stop")
        shutil.rmtree(self.state)

    def call(self, verb):
        subprocess.run([bench.ROOT / "bin/flink-local", verb, *self.flags], check=True, stdout=sys.stderr)

    def pid(self, role):
        return int((pathlib.Path(self.state) / f"{role}.pid").read_text())

    def bind(self):
        """Gives each TaskManager a processor of its own."""
        for number, role in enumerate(self.roles):
            processor = sorted(os.sched_getaffinity(0))[number]
            for thread in os.listdir(f"/proc/{self.pid(role)}/task"):
                with contextlib.suppress(ProcessLookupError):
                    os.sched_setaffinity(int(thread), {processor})

    def memory(self, role):
        """MB of a process and of its children."""
        found = bench.tree_memory(self.pid(role))
        return sum(found.values())

    def processor_seconds(self):
        """Of the workers with the children that run and those that have ended."""
        return sum(map(processor_seconds, (self.pid(role) for role in self.roles)))

    def other_seconds(self):
        """Of the JobManager and of the programs that submitted."""
        programs = resource.getrusage(resource.RUSAGE_CHILDREN)
        return processor_seconds(self.pid("jobmanager")) + programs.ru_utime + programs.ru_stime

    def transcribe(self, audio, out, *flags, read=lambda path: pathlib.Path(path).read_bytes()):
        """(seconds, report) of a job; ends the benchmark when it fails."""
        command = [MAIN, "transcribe", f"--input={audio}", f"--output={out}", "--runner=FlinkRunner", f"--flinkMaster=127.0.0.1:{self.port}", *flags]
        begin = time.monotonic()
        done = subprocess.run(list(map(str, command)), capture_output=True, text=True)
        wall = time.monotonic() - begin
        if done.returncode:
            sys.exit(f"beamscribe ended with {done.returncode}:\n{done.stderr[-2000:]}")
        return wall, json.loads(read(f"{out}/report.json"))


def processor_seconds(pid):
    """What a process and all below it have used, with children that have ended."""
    fields = pathlib.Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()
    used = sum(map(int, fields[11:15])) / TICKS
    for thread in os.listdir(f"/proc/{pid}/task"):
        for child in pathlib.Path(f"/proc/{pid}/task/{thread}/children").read_text().split():
            with contextlib.suppress(FileNotFoundError):
                used += processor_seconds(child)
    return used


def clips(folder, count):
    """The same short file, so often."""
    folder.mkdir(exist_ok=True)
    for number in range(count):
        shutil.copy(CLIP, folder / f"{number}.wav")


def submissions(args, work):
    flags, more = [f"--locale={args.locale}", f"--model={args.model}"], {}
    if args.store:
        endpoint, backend = store.server()
        home, bucket = "s3a://calls", "calls"
        flags += ["--objectStore=minio", f"--endpoint={endpoint}"]
        more["read"] = lambda address: backend.get_object(bucket, address.removeprefix(f"{home}/")).value
        for number in range(args.files):
            backend.put_object(bucket, f"audio/{number}.wav", CLIP.read_bytes())
    else:
        home = work
        clips(home / "audio", args.files)
    rows = []
    with Cluster(2, *args.cluster) as cluster:
        for number in range(args.jobs):
            wall, report = cluster.transcribe(f"{home}/audio/", f"{home}/out-{number}", *flags, **more)
            memory = [cluster.memory(role) for role in cluster.roles]
            rows.append({"job": number + 1, "seconds": wall, "modelLoads": report["totals"]["modelLoads"], "memoryMB": memory})
            print(rows[-1], file=sys.stderr)
    loads = sum(row["modelLoads"] for row in rows)
    # From the second job on all there is to load is loaded.
    growth = [max(row["memoryMB"][i] for row in rows[1:]) / rows[1]["memoryMB"][i] - 1 for i in range(2)]
    text = bench.table(["job", "seconds", "model loads", "MB of TaskManager 1", "MB of TaskManager 2"],
                       [[row["job"], f"{row['seconds']:.1f}", row["modelLoads"], *(f"{mb:.0f}" for mb in row["memoryMB"])] for row in rows])
    text += f"\n\n{loads} model loads in all; memory at most {100 * max(growth):.1f} % above that after the second job"
    return {"jobs": rows, "modelLoads": loads, "growth": growth}, text


def slots(args, work):
    speech = make_folder.Speech(args.locale, [1, 2])
    for number in range(args.files):
        speech.write(work / "many" / f"{number:03}.wav", args.seconds)
    speech.write(work / "one" / "long.wav", args.minutes * 60)
    rows = []
    for round in range(args.rounds):
        for count in (1, 2):
            with Cluster(count, *args.cluster) as cluster:
                cluster.bind()
                # One small job first: classes and model are loaded where a cluster has worked before.
                warm = work / "warm"
                clips(warm, 4)
                common = [f"--locale={args.locale}", f"--model={args.model}"]
                cluster.transcribe(f"{warm}/", work / f"w-{round}-{count}", *common)
                for name in args.work:
                    before, others = cluster.processor_seconds(), cluster.other_seconds()
                    wall, report = cluster.transcribe(f"{work / name}/", work / f"{name}-{round}-{count}", *common)
                    rows.append({"round": round + 1, "work": name, "slots": count, "seconds": report["totals"]["wallSeconds"], "programSeconds": wall,
                                 "processorSeconds": cluster.processor_seconds() - before, "otherSeconds": cluster.other_seconds() - others,
                                 "audioSeconds": report["totals"]["audioSeconds"]})
                    print(rows[-1], file=sys.stderr)
    lines, result = [], {"runs": rows, "ratios": {}}
    for name in args.work:
        of = {count: [row for row in rows if row["work"] == name and row["slots"] == count] for count in (1, 2)}
        ratios = [one["seconds"] / two["seconds"] for one, two in zip(of[1], of[2])]
        result["ratios"][name] = ratios
        for count in (1, 2):
            lines.append([name, count, *(bench.spread([row[key] for row in of[count]], 1) for key in ("seconds", "processorSeconds", "otherSeconds")),
                          bench.spread([row["audioSeconds"] / row["seconds"] for row in of[count]], 1), bench.spread(ratios) if count == 2 else ""])
    head = ["work", "slots", "seconds of the job", "processor seconds of the workers", "of JobManager and program", "times real time", "times one slot"]
    return result, bench.table(head, lines)


def first(args, work):
    audio = work / "audio"
    clips(audio, 4)
    rows = []
    with Cluster(2, *args.cluster) as cluster:
        for number in range(args.jobs):
            out = work / f"out-{number}"
            command = [MAIN, "transcribe", f"--input={audio}/", f"--output={out}", f"--locale={args.locale}", f"--model={args.model}",
                       "--runner=FlinkRunner", f"--flinkMaster=127.0.0.1:{cluster.port}"]
            begin = time.time()
            job = subprocess.Popen(list(map(str, command)), stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True)
            seen = None
            while job.poll() is None and not seen:
                seen = next(out.glob("transcripts/*.json"), None) and time.time()
                time.sleep(0.05)
            _, err = job.communicate()
            if job.returncode:
                sys.exit(err[-2000:])
            with urllib.request.urlopen(f"http://127.0.0.1:{cluster.port}/jobs/overview") as answer:
                started = max(each["start-time"] for each in json.load(answer)["jobs"]) / 1000
            rows.append({"job": number + 1, "submitted": started - begin, "firstTranscript": (seen or time.time()) - begin, "ended": time.time() - begin})
            print(rows[-1], file=sys.stderr)
    lines = [[row["job"], *(f"{row[key]:.1f}" for key in ("submitted", "firstTranscript", "ended"))] for row in rows]
    return {"jobs": rows}, bench.table(["job", "the cluster has the job", "first transcript", "program ended"], lines)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("what", choices=["submissions", "slots", "first"])
    parser.add_argument("--jobs", type=int, default=10, help="default 10")
    parser.add_argument("--files", type=int, default=24, help="default 24")
    parser.add_argument("--seconds", type=float, default=40, help="of speech a file at least (slots; default 40)")
    parser.add_argument("--minutes", type=float, default=15, help="of the long file (slots; default 15)")
    parser.add_argument("--rounds", type=int, default=3, help="default 3")
    parser.add_argument("--work", nargs="+", default=["many", "one"], choices=["many", "one"])
    parser.add_argument("--store", action="store_true", help="audio and results in object storage (submissions)")
    args = bench.cluster_arguments(parser)
    signal.signal(signal.SIGTERM, lambda *_: sys.exit("ended"))  # with what was started
    bench.prepare(args.model)
    subprocess.run([MAIN, "--help", "--runner=FlinkRunner"], check=True, stdout=subprocess.DEVNULL)  # builds it, before a cluster runs it
    machine = bench.machine()
    with tempfile.TemporaryDirectory() as work:
        result, text = globals()[args.what](args, pathlib.Path(work))
    bench.save(args.out, f"cluster-{args.what}{'-store' if args.store else ''}", {"machine": machine, **result}, text)


if __name__ == "__main__":
    main()
