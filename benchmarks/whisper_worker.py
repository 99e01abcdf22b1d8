"""faster-whisper on files, and nothing else: what bench.faster_whisper starts, so that its memory is that of a process of its own.

The argument is a job, as JSON; the result goes to the file that it names, with the seconds from the loaded model to the last text.
Everything that the job does not name is as faster-whisper has it by default. Modes: "sequential" hears a file window after window on
all threads, "batched" is its BatchedInferencePipeline, "parallel" hears as many files at once as there are threads, each on one.
"""
import concurrent.futures, json, sys, time

import ctranslate2, faster_whisper

with open(sys.argv[1], encoding="utf-8") as file:
    job = json.load(file)
start = time.monotonic()
parallel, threads = job["mode"] == "parallel", job["threads"]
workers = {"cpu_threads": 1, "num_workers": threads} if parallel else {"cpu_threads": threads}
model = faster_whisper.WhisperModel(job["model"], device="cpu", compute_type="int8", local_files_only=True, **workers)
engine = faster_whisper.BatchedInferencePipeline(model) if job["mode"] == "batched" else model
loaded = time.monotonic()


def hear(path):
    segments, info = engine.transcribe(path, language=job["language"], beam_size=job["beam"], word_timestamps=job["words"])
    phrases = []
    for segment in segments:
        words = [[word.word, word.start, word.end] for word in segment.words or []]
        phrases.append({"start": segment.start, "end": segment.end, "text": segment.text, "words": words})
    return {"path": path, "language": info.language, "segments": phrases}


with concurrent.futures.ThreadPoolExecutor(threads if parallel else 1) as pool:
    heard = list(pool.map(hear, job["files"]))
done = time.monotonic()
versions = {"faster-whisper": faster_whisper.__version__, "ctranslate2": ctranslate2.__version__}
with open(job["out"], "w", encoding="utf-8") as file:
    json.dump({"versions": versions, "loadSeconds": loaded - start, "loopSeconds": done - loaded, "files": heard}, file)
