"""The bare loop, run by bare_loop.py in the environment with vosk: threads on one model, nothing around it.

Reads from standard input {"model", "threads", "tasks": [[path of 16-bit samples, [[from, to] in samples, ...]], ...]}, prints
{"loadSeconds", "loopSeconds", "cpuSeconds"}. Each task is one file; each range of it gets a fresh recogniser. The native calls release
Python's lock (both threads are seen running at once), so it holds nothing up.
"""
import json, queue, sys, threading, time

import vosk

STEP = 8000  # bytes: a quarter of a second


def main():
    job = json.load(sys.stdin)
    vosk.SetLogLevel(-1)
    start = time.perf_counter()
    model = vosk.Model(job["model"])
    loaded = time.perf_counter()
    tasks = queue.SimpleQueue()
    for path, ranges in sorted(job["tasks"], key=lambda task: -sum(b - a for a, b in task[1])):
        tasks.put((open(path, "rb").read(), ranges))

    def work():
        while True:
            try:
                samples, ranges = tasks.get_nowait()
            except queue.Empty:
                return
            for begin, end in ranges:
                recogniser = vosk.KaldiRecognizer(model, 16000)
                recogniser.SetWords(True)
                for at in range(2 * begin, 2 * end, STEP):
                    if recogniser.AcceptWaveform(samples[at : min(at + STEP, 2 * end)]):
                        recogniser.Result()
                recogniser.FinalResult()

    threads = [threading.Thread(target=work) for _ in range(job["threads"])]
    begin, used = time.perf_counter(), time.process_time()
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    end = time.perf_counter()
    print(json.dumps({"loadSeconds": loaded - start, "loopSeconds": end - begin, "cpuSeconds": time.process_time() - used}))


main()
