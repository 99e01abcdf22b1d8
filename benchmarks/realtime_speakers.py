#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""How many words of a live conversation have the right speaker, through the Speech SDK's ConversationTranscriber as it is.

Audio is pushed as fast as it would be spoken. A word counts by the middle of its time: it has the right speaker if that speaker, as
the session knew it when the phrase was final, is one who speaks then by the reference. The session's speakers stand for those of the
reference one to one, so that most words are right. Words without a speaker ("Unknown") are wrong; words where nobody speaks by the
reference, within a quarter of a second, are not counted.

  pip install azure-cognitiveservices-speech
  bin/beamscribe serve --port=8089 &
  benchmarks/realtime_speakers.py --port=8089 call.wav ...

Audio is WAV, 16 kHz, mono, 16 bits; the reference is NAME.rttm beside NAME.wav, or in --references. Prints a line for each file, and
one for all.
"""
import argparse
import itertools
import json
import pathlib
import sys
import threading
import time
import wave
from concurrent.futures import ThreadPoolExecutor

import azure.cognitiveservices.speech as speech

STEP = 0.1
NEAR = 0.25
UNKNOWN = "Unknown"


def words(a, file):
    """The words of a session as (middle in seconds, speaker, text)."""
    config = speech.SpeechConfig(host=f"ws://127.0.0.1:{a.port}")
    config.speech_recognition_language = a.language
    config.request_word_level_timestamps()
    push = speech.audio.PushAudioInputStream()
    recognizer = speech.transcription.ConversationTranscriber(config, speech.audio.AudioConfig(stream=push))
    said, done = [], threading.Event()

    def final(event):
        if event.result.reason == speech.ResultReason.RecognizedSpeech:
            for word in json.loads(event.result.json)["NBest"][0]["Words"]:
                said.append(((word["Offset"] + word["Duration"] / 2) / 1e7, event.result.speaker_id, word["Word"]))

    recognizer.transcribed.connect(final)
    def canceled(event):
        details = event.cancellation_details
        if details.reason == speech.CancellationReason.Error:
            print(f"{file.stem} broke off: {details.error_details}", file=sys.stderr)
        done.set()

    recognizer.session_stopped.connect(lambda event: done.set())
    recognizer.canceled.connect(canceled)
    with wave.open(str(file)) as f:
        pcm = f.readframes(f.getnframes())
    recognizer.start_transcribing_async().get()
    begin, step = time.monotonic(), int(STEP * 32000)
    for n, at in enumerate(range(0, len(pcm), step)):
        time.sleep(max(0, begin + n * STEP / a.speed - time.monotonic()))
        push.write(pcm[at : at + step])
    push.close()
    if not done.wait(300):
        print(f"{file.stem} is later than five minutes", file=sys.stderr)
    recognizer.stop_transcribing_async().get()
    return said


def turns(path):
    """The turns of an RTTM file as (begin, end, speaker)."""
    rows = (line.split() for line in path.read_text().splitlines())
    return [(float(r[3]), float(r[3]) + float(r[4]), r[7]) for r in rows if r and r[0] == "SPEAKER"]


def who(reference, at):
    """Who speaks at a time: those in whose turns it is, else those nearest to it."""
    far = [(max(begin - at, at - end, 0.0), speaker) for begin, end, speaker in reference]
    least = min(distance for distance, _ in far)
    return {speaker for distance, speaker in far if distance == least} if least <= NEAR else set()


def count(said, reference):
    """Words that are right, that are counted, and that have no speaker; the words that are wrong."""
    counted = [(at, told, text, who(reference, at)) for at, told, text in said]
    counted = [each for each in counted if each[3]]
    told = sorted({each[1] for each in counted} - {UNKNOWN})
    real = sorted({speaker for _, _, speaker in reference})
    real += [None] * max(0, len(told) - len(real))

    def right(order):
        names = dict(zip(told, order))
        return [each for each in counted if names.get(each[1]) in each[3]]

    best = max((right(order) for order in itertools.permutations(real, len(told))), key=len)
    wrong = [each[:3] + (sorted(each[3]),) for each in counted if each not in best]
    return len(best), len(counted), sum(each[1] == UNKNOWN for each in counted), len(told), wrong


def main():
    p = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    p.add_argument("audio", nargs="+", type=pathlib.Path)
    p.add_argument("--port", type=int, required=True)
    p.add_argument("--language", default="en-US")
    p.add_argument("--references", type=pathlib.Path, help="folder of the references")
    p.add_argument("--sessions", type=int, default=1, help="files at a time")
    p.add_argument("--speed", type=float, default=1.0, help="how many times as fast as it was spoken")
    p.add_argument("--wrong", action="store_true", help="also print the words that are wrong")
    a = p.parse_args()
    all_right = all_counted = 0
    with ThreadPoolExecutor(a.sessions) as pool:
        for file, said in zip(a.audio, pool.map(lambda each: words(a, each), a.audio)):
            reference = turns((a.references or file.parent) / (file.stem + ".rttm"))
            right, counted, unknown, found, wrong = count(said, reference)
            all_right, all_counted = all_right + right, all_counted + counted
            share = round(100 * right / max(1, counted), 1)
            speakers = f"{found} of {len({each[2] for each in reference})}"
            line = {"file": file.stem, "words": counted, "right %": share, "unknown": unknown, "speakers": speakers}
            print(json.dumps(line), flush=True)
            if a.wrong:
                for at, told, text, real in wrong:
                    print(f"  {at:7.2f} {told:8} {text:15} {' '.join(real)}")
    print(json.dumps({"files": len(a.audio), "words": all_counted, "right %": round(100 * all_right / max(1, all_counted), 1)}))


if __name__ == "__main__":
    main()
