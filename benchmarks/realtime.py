#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Latency of real-time recognition, and its text, through the Speech SDK as it is.

Audio is pushed as fast as it would be spoken. A partial result is late by the time since the first word of its phrase began,
a final one by the time since the last word of its phrase ended, both as the service tells the phrase. With several sessions
at a time, all are of the same audio, begun a little apart.

  pip install azure-cognitiveservices-speech
  bin/beamscribe serve --model=vosk-small-ko --port=8089 &
  benchmarks/realtime.py --port=8089 --language=ko-KR --sessions=1,2,4 speech.wav ...

Audio is WAV, 16 kHz, mono, 16 bits. Prints a line for each number of sessions: medians and 95th percentiles in milliseconds,
the text errors of the finals against --text (a file with the expected text, such as that of a batch run), and the load.
"""
import argparse
import json
import os
import statistics
import threading
import time
import wave

import azure.cognitiveservices.speech as speech

STEP = 0.1


def edits(a, b):
    row = list(range(len(b) + 1))
    for i, x in enumerate(a, 1):
        before, row[0] = row[0], i
        for j, y in enumerate(b, 1):
            before, row[j] = row[j], min(row[j] + 1, row[j - 1] + 1, before + (x != y))
    return row[-1]


class Session:
    """One recogniser that is fed in real time."""

    def __init__(self, a, file):
        config = speech.SpeechConfig(host=f"ws://127.0.0.1:{a.port}")
        config.speech_recognition_language = a.language
        self.push = speech.audio.PushAudioInputStream()
        self.recognizer = speech.SpeechRecognizer(config, speech.audio.AudioConfig(stream=self.push))
        with wave.open(file) as f:
            self.pcm = f.readframes(f.getnframes())
        self.partials, self.finals, self.texts, self.heard = [], [], [], []
        self.done = threading.Event()
        self.recognizer.recognizing.connect(self.partial)
        self.recognizer.recognized.connect(self.final)
        self.recognizer.session_stopped.connect(lambda event: self.done.set())
        self.recognizer.canceled.connect(lambda event: self.done.set())

    def now(self):
        return time.monotonic() - self.begin

    def partial(self, event):
        if not self.heard:
            self.heard.append(self.now())

    def final(self, event):
        if event.result.reason != speech.ResultReason.RecognizedSpeech:
            return
        start, end = event.result.offset / 1e7, (event.result.offset + event.result.duration) / 1e7
        self.finals.append(self.now() - end)
        if self.heard:
            self.partials.append(self.heard.pop() - start)
        self.texts.append(event.result.text)

    def run(self):
        self.begin = time.monotonic()
        self.recognizer.start_continuous_recognition()
        self.begin = time.monotonic()
        step = int(STEP * 32000)
        for n, at in enumerate(range(0, len(self.pcm), step)):
            time.sleep(max(0, self.begin + n * STEP - time.monotonic()))
            self.push.write(self.pcm[at : at + step])
        self.push.close()
        self.done.wait(120)
        self.recognizer.stop_continuous_recognition()


def figures(values):
    if not values:
        return None
    ordered = sorted(values)
    return {
        "median": round(1000 * statistics.median(ordered)),
        "p95": round(1000 * ordered[min(len(ordered) - 1, int(0.95 * len(ordered)))]),
        "count": len(ordered),
    }


def main():
    p = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    p.add_argument("audio", nargs="+")
    p.add_argument("--port", type=int, required=True)
    p.add_argument("--language", default="en-US")
    p.add_argument("--sessions", default="1", help="numbers of sessions at a time")
    p.add_argument("--text", help="expected text of all audio, one after another")
    p.add_argument("--characters", action="store_true", help="errors by character, not by word")
    a = p.parse_args()
    Session(a, a.audio[0]).run()  # loads the model
    for number in map(int, a.sessions.split(",")):
        partials, finals, texts = [], [], []
        for file in a.audio:
            sessions = [Session(a, file) for _ in range(number)]
            threads = [threading.Thread(target=each.run) for each in sessions]
            for each in threads:
                each.start()
                time.sleep(STEP / number)
            for each in threads:
                each.join()
            for each in sessions:
                partials += each.partials
                finals += each.finals
            texts.append(" ".join(sessions[0].texts))
        line = {"sessions": number, "first partial": figures(partials), "final": figures(finals)}
        if a.text:
            tokens = (lambda s: list("".join(s.split()))) if a.characters else (lambda s: s.lower().split())
            with open(a.text, encoding="utf-8") as f:
                expected = tokens(f.read())
            line["errors %"] = round(100 * edits(expected, tokens(" ".join(texts))) / len(expected), 2)
        line["load"] = [round(x, 1) for x in os.getloadavg()]
        print(json.dumps(line), flush=True)


if __name__ == "__main__":
    main()
