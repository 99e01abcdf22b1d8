#!/usr/bin/env python3
"""Load time, memory and CPU of a Vosk model: vosk_model.py MODEL WAV... (16 kHz, mono, 16 bit).

Needs the Python package vosk. Run it in turn for the models to compare, several times, as the
figures of a shared machine vary; the text is printed as a digest, to see that it is the same.
"""
import hashlib
import json
import re
import resource
import sys
import time
import wave

import vosk

vosk.SetLogLevel(-1)


def resident_mb():
    with open("/proc/self/status") as status:
        return int(re.search(r"VmRSS:\s+(\d+)", status.read()).group(1)) / 1000


begin, cpu_begin = time.perf_counter(), time.process_time()
model = vosk.Model(sys.argv[1])
load, load_cpu = time.perf_counter() - begin, time.process_time() - cpu_begin
loaded = resident_mb()
seconds = 0.0
texts = []
begin = time.process_time()
for name in sys.argv[2:]:
    with wave.open(name) as audio:
        data = audio.readframes(audio.getnframes())
    seconds += len(data) / 32000
    recognizer = vosk.KaldiRecognizer(model, 16000)
    for at in range(0, len(data), 8000):
        if recognizer.AcceptWaveform(data[at : at + 8000]):
            texts.append(json.loads(recognizer.Result())["text"])
    texts.append(json.loads(recognizer.FinalResult())["text"])
cpu = time.process_time() - begin
print(
    f"load {load:.2f} s ({load_cpu:.2f} s of CPU), {loaded:.0f} MB; {cpu / seconds:.3f} s of CPU per s of audio; "
    f"peak {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1000:.0f} MB; "
    f"text {hashlib.sha256(' '.join(texts).encode()).hexdigest()[:8]}"
)
