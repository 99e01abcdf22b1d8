#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Latency of real-time recognition, and its text, through the Speech SDK as it is.

Audio is pushed as fast as it would be spoken. The first partial result of a phrase, the first one that reaches to the end of its first
word, is late by the time since that word ended (and "from its begin" since it began), a final one by the time since its last word ended,
all as the final result times its words. "apart" is the time between two partial results that reach into a phrase. With several sessions
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
import threading
import time
import wave

import azure.cognitiveservices.speech as speech

from realtime_figures import errors, figures

STEP = 0.1


class Session:
    """One recogniser that is fed in real time."""

    def __init__(self, a, file):
        config = speech.SpeechConfig(host=f"ws://127.0.0.1:{a.port}")
        config.speech_recognition_language = a.language
        config.request_word_level_timestamps()
        self.push = speech.audio.PushAudioInputStream()
        self.recognizer = speech.SpeechRecognizer(config, speech.audio.AudioConfig(stream=self.push))
        with wave.open(file) as f:
            self.pcm = f.readframes(f.getnframes())
        self.partials, self.begins, self.apart, self.finals, self.texts, self.heard = [], [], [], [], [], []
        self.done = threading.Event()
        self.recognizer.recognizing.connect(self.partial)
        self.recognizer.recognized.connect(self.final)
        self.recognizer.session_stopped.connect(lambda event: self.done.set())
        self.recognizer.canceled.connect(lambda event: self.done.set())

    def now(self):
        return time.monotonic() - self.begin

    def partial(self, event):
        self.heard.append((self.now(), (event.result.offset + event.result.duration) / 1e7))

    def final(self, event):
        if event.result.reason != speech.ResultReason.RecognizedSpeech:
            return
        words = json.loads(event.result.json)["NBest"][0]["Words"]
        first, last = words[0], words[-1]
        end = (last["Offset"] + last["Duration"]) / 1e7
        self.finals.append(self.now() - end)
        begun = (first["Offset"] + first["Duration"]) / 1e7
        heard = [at for at, until in self.heard if until >= begun]
        if heard:
            self.partials.append(heard[0] - begun)
            self.begins.append(heard[0] - first["Offset"] / 1e7)
            self.apart += [b - a for a, b in zip(heard, heard[1:])]
        self.heard = [(at, until) for at, until in self.heard if until > end]
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
        partials, begins, apart, finals, texts = [], [], [], [], []
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
                begins += each.begins
                apart += each.apart
                finals += each.finals
            texts.append(" ".join(sessions[0].texts))
        line = {"sessions": number, "first partial": figures(partials), "from its begin": figures(begins)}
        line |= {"apart": figures(apart), "final": figures(finals)}
        if a.text:
            with open(a.text, encoding="utf-8") as f:
                line["errors %"] = errors(f.read(), " ".join(texts), a.characters)
        line["load"] = [round(x, 1) for x in os.getloadavg()]
        print(json.dumps(line), flush=True)


if __name__ == "__main__":
    main()
