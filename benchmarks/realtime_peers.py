#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Real time as others do it, on the same weights: text, latency in the time of the stream, and processor time.

vosk: what vosk-server does with each message of a client: AcceptWaveform, then Result or PartialResult (its server is a few lines
around these calls; neither the network nor other sessions count here).
whisper: LocalAgreement-2 with faster-whisper as whisper_streaming has it: every --chunk seconds all that is in the buffer is
heard again with word times and a beam of 5; words that two successive texts agree on are final; the buffer is cut after a final
segment once it holds 15 s.

Audio comes in steps, as it would be spoken. A step is worked on when it has come and the one before is done, for as long as it
takes of one processor, so the figures hold on a busy machine as well. "first partial" is the time from the end of the first
word of a phrase, "final" from the end of its last word (Vosk) or of each word (Whisper); milliseconds. "processor" is the time of
a processor for each second of audio.

  benchmarks/realtime_peers.py vosk speech.wav ...
  benchmarks/realtime_peers.py whisper --language=en speech.wav ...

Audio is WAV, 16 kHz, mono, 16 bits. Compare with realtime.py on the same files. Errors are those against --text, a file with the
expected text of all audio, one after another.
"""
import argparse
import json
import os
import sys
import time
import wave

import bench


def read(path):
    with wave.open(path) as f:
        return f.readframes(f.getnframes())


class Clock:
    """The time of the stream: steps come one after another, and wait for each other."""

    def __init__(self):
        self.free = 0.0
        self.worked = 0.0

    def do(self, came, work):
        """Does the work of what came at a time; returns its result and when that is there."""
        begin = time.process_time()
        result = work()
        took = time.process_time() - begin
        self.worked += took
        self.free = max(self.free, came) + took
        return result, self.free


def vosk_stream(a, recognizer, pcm):
    """First partial results, final results, the text and the processor time of a file."""
    clock, partials, finals, text, heard = Clock(), [], [], [], None
    step = int(a.chunk * 32000) & ~1

    def hear(chunk):
        if recognizer.AcceptWaveform(chunk):
            return json.loads(recognizer.Result())
        return json.loads(recognizer.PartialResult())

    def final(result, at):
        nonlocal heard
        words = result.get("result", [])
        if words:
            finals.append(at - words[-1]["end"])
            if heard is not None:
                partials.append(heard - words[0]["end"])
            text.append(result["text"])
        heard = None

    for begin in range(0, len(pcm), step):
        chunk = pcm[begin : begin + step]
        result, at = clock.do((begin + len(chunk)) / 32000, lambda: hear(chunk))
        if "text" in result:
            final(result, at)
        elif result["partial"] and heard is None:
            heard = at
    result, at = clock.do(len(pcm) / 32000, lambda: json.loads(recognizer.FinalResult()))
    final(result, at)
    return partials, finals, " ".join(text), clock.worked


def vosk(a):
    import vosk

    vosk.SetLogLevel(-1)
    model = vosk.Model(a.model or str(bench.korean_model()))
    for file in a.audio:
        recognizer = vosk.KaldiRecognizer(model, 16000)
        recognizer.SetWords(True)
        yield vosk_stream(a, recognizer, read(file) + bytes(32000))


class Agreed:
    """Words that two successive texts of a growing buffer agree on."""

    def __init__(self):
        self.final, self.last = [], []

    def add(self, words):
        """Takes (begin, end, word) of all that is in the buffer; returns those that have become final."""
        known = self.final[-1][1] if self.final else 0.0
        words = [each for each in words if each[0] > known - 0.1]
        for size in range(min(5, len(words), len(self.final)), 0, -1):
            if [w for _, _, w in self.final[-size:]] == [w for _, _, w in words[:size]]:
                words = words[size:]
                break
        count = 0
        while count < min(len(words), len(self.last)) and words[count][2] == self.last[count][2]:
            count += 1
        new, self.last = words[:count], words[count:]
        self.final += new
        return new


def whisper_stream(a, model, pcm):
    """First partial results, lateness of each word, the text and the processor time of a file."""
    import numpy

    samples = numpy.frombuffer(pcm, numpy.int16).astype(numpy.float32) / 32768
    clock, agreed, offset, partials, finals = Clock(), Agreed(), 0.0, [], []
    step, first = int(a.chunk * 16000), None

    def hear(until):
        before = "".join(w for _, end, w in agreed.final if end <= offset)[-200:]
        segments, _ = model.transcribe(
            samples[int(offset * 16000) : until],
            language=a.language,
            initial_prompt=before,
            beam_size=5,
            word_timestamps=True,
            condition_on_previous_text=True,
        )
        return list(segments)

    for until in [*range(step, len(samples), step), len(samples)]:
        segments, at = clock.do(until / 16000, lambda: hear(until))
        words = [(w.start + offset, w.end + offset, w.word) for each in segments for w in each.words]
        if words and first is None:
            first = at - words[0][1]
            partials.append(first)
        finals += [at - end for _, end, _ in agreed.add(words)]
        known = agreed.final[-1][1] if agreed.final else 0.0
        if until / 16000 - offset > 15:
            cuts = [each.end + offset for each in segments[:-1] if each.end + offset <= known]
            offset = cuts[-1] if cuts else offset
    finals += [clock.free - end for _, end, _ in agreed.last]
    return partials, finals, "".join(w for _, _, w in agreed.final + agreed.last).strip(), clock.worked


def whisper(a):
    import faster_whisper

    model = faster_whisper.WhisperModel(
        a.model or str(bench.whisper_model()), device="cpu", compute_type="int8", cpu_threads=1, local_files_only=True
    )
    for file in a.audio:
        yield whisper_stream(a, model, read(file))


def main():
    p = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    p.add_argument("peer", choices=["vosk", "whisper"])
    p.add_argument("audio", nargs="+")
    p.add_argument("--language", default="en")
    p.add_argument("--model", help="folder of the model as published (default: the Korean one, or Whisper base; fetched)")
    p.add_argument("--chunk", type=float, help="seconds of a step (default: 0.1 for vosk, 1 for whisper)")
    p.add_argument("--text", help="expected text of all audio, one after another")
    p.add_argument("--characters", action="store_true", help="errors by character, not by word")
    a = p.parse_args()
    a.chunk = a.chunk or (0.1 if a.peer == "vosk" else 1.0)
    if not os.environ.get("REALTIME_PEERS"):
        # Once more, by the Python that has the peers.
        tools = bench.tools() if a.peer == "vosk" else bench.whisper_tools()
        python = str(tools / "python")
        os.execve(python, [python, *sys.argv], os.environ | {"REALTIME_PEERS": "1", "OMP_NUM_THREADS": "1"})
    import realtime_figures

    partials, finals, texts, worked = [], [], [], 0.0
    for of_partials, of_finals, text, seconds in {"vosk": vosk, "whisper": whisper}[a.peer](a):
        partials += of_partials
        finals += of_finals
        texts.append(text)
        worked += seconds
    audio = sum(len(read(each)) for each in a.audio) / 32000
    line = {"peer": a.peer, "chunk": a.chunk, "first partial": realtime_figures.figures(partials)}
    line |= {"final": realtime_figures.figures(finals), "processor": round(worked / audio, 3)}
    if a.text:
        with open(a.text, encoding="utf-8") as f:
            line["errors %"] = realtime_figures.errors(f.read(), " ".join(texts), a.characters)
    print(json.dumps(line, ensure_ascii=False))
    print(" ".join(texts))


if __name__ == "__main__":
    main()
