#!/usr/bin/env python3
"""A burst of files on the always-on job: what becomes of its checkpoints, its state and its memory?

    python3 benchmarks/watch.py --files 10000

Starts a cluster with bin/flink-local on a port of its own and `watch` on an empty folder, moves that many files into the folder at once, and
looks at the checkpoints until all are done and a while longer. The files are one second of silence, no two of the same length: what is
measured is the way of the files through the job, as what is recognised takes the same time in a burst as else.
"""
import argparse, contextlib, json, os, pathlib, signal, statistics, subprocess, sys, tempfile, time, urllib.request, wave

import bench, cluster


def burst(folder, files):
    folder.mkdir()
    for i in range(files):
        with wave.open(str(folder / f"{i}.wav"), "wb") as audio:
            audio.setparams((1, 2, 16000, 0, "NONE", ""))
            audio.writeframes(bytes(2 * (16000 + i % 8000)))


class Job:
    def __init__(self, master):
        self.master = master

    def get(self, path):
        opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))
        with opener.open(f"http://{self.master}{path}", timeout=60) as answer:
            return json.load(answer)

    def running(self):
        return [job["id"] for job in self.get("/jobs")["jobs"] if job["status"] == "RUNNING"]

    def checkpoints(self):
        """(counts, those that completed by number)"""
        found = self.get(f"/jobs/{self.running()[0]}/checkpoints")
        done = {c["id"]: {"begin": c["trigger_timestamp"] / 1000, "ms": c["end_to_end_duration"], "bytes": c["state_size"]}
                for c in found["history"] if c["status"] == "COMPLETED"}
        return found["counts"], done


def measure(args, work):
    audio, out = work / "inbox", work / "out"
    burst(work / "later", args.files)
    audio.mkdir()
    with cluster.Cluster(2, *args.cluster) as machine:
        job = Job(f"127.0.0.1:{machine.port}")
        program = subprocess.Popen(
            [bench.ROOT / "bin/beamscribe", "watch", f"--input={audio}", f"--output={out}", f"--locale={args.locale}", f"--model={args.model}",
             "--pollInterval=2s", "--progress=none", "--runner=FlinkRunner", f"--flinkMaster={job.master}", f"--checkpointingInterval={args.interval * 1000}"])
        try:
            while not job.running():
                time.sleep(1)
            time.sleep(8)
            checkpoints, samples = {}, []
            before = [machine.memory(role) for role in machine.roles]
            begin, ended, done = time.time(), None, 0
            for file in (work / "later").iterdir():
                os.rename(file, audio / file.name)
            moved = time.time() - begin
            while time.time() < begin + args.seconds and not (ended and time.time() > ended + args.rest):
                time.sleep(4)
                counts, found = job.checkpoints()
                checkpoints.update({number: c for number, c in found.items() if c["begin"] > begin})
                done = sum(len(files) for _, _, files in os.walk(out / "_done"))
                last = max(checkpoints) if checkpoints else None
                samples.append({"seconds": time.time() - begin, "done": done, "stateBytes": checkpoints[last]["bytes"] if last else None,
                                "memoryMB": [machine.memory(role) for role in machine.roles]})
                print(samples[-1], file=sys.stderr)
                if done == args.files and not ended:
                    ended = time.time()
            failed_files = sum(len(files) for _, _, files in os.walk(out / "_failed"))
        finally:
            program.send_signal(signal.SIGTERM)
            program.wait()
    return {"moved": moved, "seconds": (ended or time.time()) - begin, "done": done, "deadLetters": failed_files, "counts": counts,
            "checkpoints": [checkpoints[number] for number in sorted(checkpoints)], "before": before, "samples": samples}


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--files", type=int, default=10000, help="default 10000")
    parser.add_argument("--seconds", type=int, default=300, help="to look at most (default 300)")
    parser.add_argument("--rest", type=int, default=15, help="seconds to look on when all is done (default 15)")
    parser.add_argument("--interval", type=int, default=2, help="seconds between checkpoints (default 2)")
    args = bench.cluster_arguments(parser)
    signal.signal(signal.SIGTERM, lambda *_: sys.exit("ended"))  # with what was started
    bench.prepare(args.model)
    machine = bench.machine()
    with tempfile.TemporaryDirectory() as work:
        result = measure(args, pathlib.Path(work))
    checkpoints = result["checkpoints"]
    ends = [c["begin"] + c["ms"] / 1000 for c in checkpoints]
    gaps = [later - earlier for earlier, later in zip(ends, ends[1:])]
    milliseconds, sizes = [c["ms"] for c in checkpoints], [c["bytes"] / 1e6 for c in checkpoints]
    memory = [max(sample["memoryMB"][i] for sample in result["samples"]) for i in range(2)]
    text = bench.table(["", ""], [
        ["files done, dead letters", f"{result['done']} of {args.files}, {result['deadLetters']}"],
        ["seconds, files a second", f"{result['seconds']:.0f}, {result['done'] / result['seconds']:.1f}"],
        ["checkpoints completed, failed", f"{len(checkpoints)}, {result['counts']['failed']}"],
        ["their milliseconds: median, 95 %, longest", f"{statistics.median(milliseconds):.0f}, {statistics.quantiles(milliseconds, n=20)[-1]:.0f}, {max(milliseconds)}"],
        [f"longest time without one (interval {args.interval} s)", f"{max(gaps):.1f} s"],
        ["MB of state: largest, last", f"{max(sizes):.2f}, {sizes[-1]:.2f}"],
        ["MB of each TaskManager with its children: before, largest", f"{', '.join(f'{mb:.0f}' for mb in result['before'])}; {', '.join(f'{mb:.0f}' for mb in memory)}"],
    ])
    bench.save(args.out, "watch", {"machine": machine, **result}, text)


if __name__ == "__main__":
    main()
