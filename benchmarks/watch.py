"""A burst of files on the always-on job: what becomes of its checkpoints?

    bin/flink-local start
    python3 benchmarks/watch.py --master 127.0.0.1:8081 --files 10000 --seconds 240 WORK

Makes a folder with that many short files under WORK, starts `watch` on it, looks at the checkpoints for a while,
and ends the job. The files are one second of silence: what is measured is the way of the files through the job.
"""

import argparse
import json
import os
import pathlib
import statistics
import subprocess
import time
import urllib.request
import wave

ROOT = pathlib.Path(__file__).resolve().parent.parent


def get(master, path):
    opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))
    with opener.open(f"http://{master}{path}", timeout=30) as answer:
        return json.load(answer)


def burst(folder, files):
    """One file under many names."""
    folder.mkdir(parents=True)
    first = folder / "0.wav"
    with wave.open(str(first), "wb") as audio:
        audio.setnchannels(1)
        audio.setsampwidth(2)
        audio.setframerate(16000)
        audio.writeframes(bytes(32000))
    for i in range(1, files):
        os.link(first, folder / f"{i}.wav")


def running(master):
    return [job["id"] for job in get(master, "/jobs")["jobs"] if job["status"] == "RUNNING"]


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--master", default="127.0.0.1:8081")
    parser.add_argument("--files", type=int, default=10000)
    parser.add_argument("--seconds", type=int, default=240)
    parser.add_argument("work", type=pathlib.Path)
    arguments = parser.parse_args()
    audio, out = arguments.work / "burst", arguments.work / "out"
    audio_later = arguments.work / "later"
    burst(audio_later, arguments.files)
    audio.mkdir()
    program = subprocess.Popen(
        [ROOT / "bin/beamscribe", "watch", f"--input={audio}", f"--output={out}", "--locale=ko-KR",
         "--pollInterval=2s", "--runner=FlinkRunner", f"--flinkMaster={arguments.master}",
         "--checkpointingInterval=2000"])
    try:
        while not running(arguments.master):
            time.sleep(1)
        job = running(arguments.master)[0]
        time.sleep(10)
        for file in audio_later.iterdir():
            os.rename(file, audio / file.name)
        begin = time.time()
        durations, sizes = {}, {}
        while time.time() < begin + arguments.seconds:
            time.sleep(5)
            for checkpoint in get(arguments.master, f"/jobs/{job}/checkpoints")["history"]:
                if checkpoint["status"] == "COMPLETED" and checkpoint["trigger_timestamp"] / 1000 > begin:
                    durations[checkpoint["id"]] = checkpoint["end_to_end_duration"]
                    sizes[checkpoint["id"]] = checkpoint["state_size"]
            done = sum(len(files) for _, _, files in os.walk(out / "_done"))
            if done == arguments.files:
                break
        seconds = time.time() - begin
        print(f"{done} of {arguments.files} files in {seconds:.0f} s, {done / seconds:.1f} a second")
        print(f"{len(durations)} checkpoints: median {statistics.median(durations.values())} ms, "
              f"longest {max(durations.values())} ms; state at most {max(sizes.values()) / 1e6:.2f} MB, "
              f"in the end {sizes[max(sizes)] / 1e6:.2f} MB")
    finally:
        program.terminate()
        program.wait()


if __name__ == "__main__":
    main()
