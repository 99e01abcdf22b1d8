#!/usr/bin/env python3
"""A folder of very many small objects in object storage, all of them done: what listing and the check that they are done take.

A server that speaks S3 (moto, in this process; the package is installed on first use) is filled in memory with N objects and with the
markers and the index of them that a run leaves, copied from those of one real file. Then a run on a Flink cluster of this machine, or on
this machine alone, finds all done. With --reading there is no index at first: a run finds all done by reading the markers, and another one by
the index that the first has left. Heap is what is live after a full collection, looked at every few seconds in the process that has most.
"""
import argparse, contextlib, hashlib, json, os, re, resource, subprocess, sys, threading, time

import bench, cluster, store


def transcribe(endpoint, flags):
    command = [cluster.MAIN, "transcribe", "--input=s3a://calls/in/", "--output=s3a://calls/out", "--objectStore=minio", f"--endpoint={endpoint}", *flags]
    return subprocess.Popen(list(map(str, command)), stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)


def mark(name, content, marker):
    """What the index has of a marker, as MarkerIndex.java says; of JSON and text."""
    what = f"{marker['size']}\n{marker['version']}\n{marker['settings']}"
    return hashlib.sha256(name.encode()).digest()[:16] + hashlib.md5(content).digest() + hashlib.sha256(what.encode()).digest()[:16] + (3).to_bytes(4, "big")


def fill(backend, count, audio, indexed):
    """Makes all objects like the first, with its marker."""
    marks = bytearray()
    key = "out/_done/0000000.wav.json"
    marker = json.loads(backend.get_object("calls", key).value)
    for number in range(1, count):
        name = f"{number:07}.wav"
        marker["source"] = f"s3a://calls/in/{name}"
        if marker.get("row"):
            marker["run"] = "another"
        backend.put_object("calls", f"in/{name}", audio)
        content = json.dumps(marker).encode()
        backend.put_object("calls", f"out/_done/{name}.json", content)
        marks += mark(f"{name}.json", content, marker)
    if indexed:
        backend.put_object("calls", "out/_done/.index/another", b"beamscribe markers 1\n" + marks + hashlib.sha256(marks).digest())


def live(pid):
    """Bytes of live heap of a JVM."""
    seen = subprocess.run(["jcmd", str(pid), "GC.class_histogram"], capture_output=True, text=True).stdout
    total = re.search(r"^Total +\d+ +(\d+)", seen, re.M)
    return int(total[1]) if total else 0


def children():
    """Processor seconds of the programs that were started here and have ended."""
    return sum(resource.getrusage(resource.RUSAGE_CHILDREN)[:2])


def measure(count, args):
    endpoint, backend = store.server()
    audio = (bench.ROOT / "testdata/formats/pcm_s16.wav").read_bytes()[:8044]
    backend.put_object("calls", "in/0000000.wav", audio)
    common = [f"--locale={args.locale}", f"--model={args.model}"]
    with contextlib.ExitStack() as stack:
        workers = []
        if args.runner == "flink":
            flink = stack.enter_context(cluster.Cluster(2, *args.cluster))
            common += ["--runner=FlinkRunner", f"--flinkMaster=127.0.0.1:{flink.port}"]
            workers = [flink.pid(role) for role in flink.roles] + [flink.pid("jobmanager")]
        first = transcribe(endpoint, common)
        print(first.communicate()[0], file=sys.stderr)
        fill(backend, count, audio, not args.reading)
        return [again(count, indexed, endpoint, backend, common, workers, args) for indexed in ((False, True) if args.reading else (True,))]


def again(count, indexed, endpoint, backend, common, workers, args):
    """What it takes to find all done, once."""
    before = max(map(live, workers)) if workers else 0
    begin, most = time.monotonic(), [0]
    used = sum(map(cluster.processor_seconds, workers)), time.process_time(), children()
    job = transcribe(endpoint, common)
    done = threading.Event()

    def watch():
        while not done.wait(args.every):
            most[0] = max([most[0], *map(live, [*workers, job.pid])])

    watcher = threading.Thread(target=watch)
    watcher.start()
    text = job.communicate()[0]
    wall = time.monotonic() - begin
    done.set()
    watcher.join()
    used = [now - then for now, then in zip((sum(map(cluster.processor_seconds, workers)), time.process_time(), children()), used)]
    if job.returncode:
        sys.exit(text[-3000:])
    report = json.loads(backend.get_object("calls", "out/report.json").value)
    row = {"files": count, "index": indexed, "skipped": report["skippedTranscriptionsCount"], "seconds": wall,
           "jobSeconds": report["totals"]["wallSeconds"], "liveHeapMB": most[0] / 1e6, "idleHeapMB": before / 1e6,
           "pageKB": len(backend.get_object("calls", "out/report.html").value) / 1e3,
           "processorSeconds": {"workers": used[0], "server": used[1], "program": used[2]}}
    print(row, file=sys.stderr)
    return row


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--files", type=int, nargs="+", default=[10_000, 100_000], help="default 10000 100000")
    parser.add_argument("--reading", action="store_true", help="also without an index")
    parser.add_argument("--runner", choices=["flink", "direct"], default="flink")
    parser.add_argument("--every", type=float, default=3, help="seconds between two looks at the heap (default 3)")
    parser.add_argument("--one", action="store_true", help=argparse.SUPPRESS)
    args = bench.cluster_arguments(parser)
    if args.one:
        print(json.dumps(measure(args.files[0], args)))
        return
    machine, rows = bench.machine(), []
    for count in args.files:  # a server of its own for each
        command = [sys.executable, __file__, "--one", "--files", str(count), "--runner", args.runner, "--every", str(args.every), *(["--reading"] if args.reading else []), "--", *args.cluster]
        rows += json.loads(subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True).stdout.splitlines()[-1])
    lines = [[row["files"], "the index" if row["index"] else "reading", row["skipped"], f"{row['seconds']:.0f}", *(f"{used:.0f}" for used in row["processorSeconds"].values()),
              f"{row['liveHeapMB']:.0f}"] for row in rows]
    text = bench.table(["objects", "by", "found done", "seconds", "processor seconds: workers", "the server", "the program", "MB of live heap at most"], lines)
    if len(args.files) > 1:
        growth = (rows[-1]["liveHeapMB"] - rows[0]["liveHeapMB"]) * 1e6 / (rows[-1]["files"] - rows[0]["files"])
        text += f"\n\n{growth:.0f} bytes of heap an object"
    bench.save(args.out, f"listing-{args.runner}", {"machine": machine, "runs": rows}, text)


if __name__ == "__main__":
    main()
