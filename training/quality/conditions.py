# SPDX-License-Identifier: Apache-2.0
"""Makes other recording conditions of clips, so that few clips have many error rates.

    python3 training/quality/conditions.py REFS.tsv FOLDER [WRITTEN=SAID ...]

REFS.tsv has file, locale and text, the files beside it: WAV of 16 bits at 16 kHz, one channel.
FOLDER gets a folder for each clip with it in each condition, and a refs.tsv of them all, in
which what people write is replaced by what is said. Noise is seeded: the same clips give the
same bytes. Needs NumPy.
"""
import os
import sys
import wave

import numpy as np

RATE = 16000


def read(path):
    with wave.open(path) as wav:
        if (wav.getframerate(), wav.getnchannels(), wav.getsampwidth()) != (RATE, 1, 2):
            sys.exit(path + " is not 16 kHz, 16 bits, one channel")
        return np.frombuffer(wav.readframes(wav.getnframes()), "<i2").astype(float)


def write(path, audio):
    with wave.open(path, "wb") as wav:
        wav.setnchannels(1)
        wav.setsampwidth(2)
        wav.setframerate(RATE)
        wav.writeframes(np.clip(np.rint(audio), -32768, 32767).astype("<i2").tobytes())


def mixed(audio, noise, ratio):
    """With noise, so many decibels below it."""
    power = lambda x: float(np.mean(x * x))
    return audio + noise * (power(audio) / power(noise) / 10 ** (ratio / 10)) ** .5


def pink(random, count):
    spectrum = np.fft.rfft(random.standard_normal(count))
    return np.fft.irfft(spectrum / np.sqrt(np.maximum(1, np.arange(len(spectrum)))), count)


def telephone(audio):
    """300 to 3,400 Hz, in steps of mu-law."""
    spectrum = np.fft.rfft(audio)
    hertz = np.fft.rfftfreq(len(audio), 1 / RATE)
    spectrum[(hertz < 300) | (hertz > 3400)] = 0
    x = np.clip(np.fft.irfft(spectrum, len(audio)) / 32768, -1, 1)
    coded = np.rint(np.sign(x) * np.log1p(255 * np.abs(x)) / np.log(256) * 127) / 127
    return np.sign(coded) * np.expm1(np.abs(coded) * np.log(256)) / 255 * 32768


def faster(audio, factor):
    return np.interp(np.arange(0, len(audio) - 1, factor), np.arange(len(audio)), audio)


def room(random, audio, seconds):
    """An echo that falls by 60 dB in so many seconds."""
    count = int(seconds * RATE)
    echo = random.standard_normal(count) * 10 ** (-3 * np.arange(count) / count) * .1
    echo[0] = 1
    size = len(audio) + count
    return np.fft.irfft(np.fft.rfft(audio, size) * np.fft.rfft(echo, size), size)[:len(audio)]


def conditions(audio, other, seed):
    random = np.random.default_rng(seed)
    white = random.standard_normal(len(audio))
    voice = np.resize(other[::-1], len(audio))
    yield "clean", audio
    for ratio in (20, 10, 5, 0):
        yield "white%d" % ratio, mixed(audio, white, ratio)
    for ratio in (10, 0):
        yield "pink%d" % ratio, mixed(audio, pink(random, len(audio)), ratio)
    for ratio in (15, 5):
        yield "voice%d" % ratio, mixed(audio, voice, ratio)
    yield "telephone", telephone(audio)
    yield "slow", faster(audio, .85)
    yield "fast", faster(audio, 1.25)
    yield "room", room(random, audio, .4)
    yield "hall", room(random, audio, 1)


def main():
    refs, folder = sys.argv[1:3]
    said = [pair.split("=") for pair in sys.argv[3:]]
    lines = [line.rstrip("\n").split("\t") for line in open(refs, encoding="utf-8")]
    clips = [read(os.path.join(os.path.dirname(refs), line[0])) for line in lines]
    os.makedirs(folder, exist_ok=True)
    with open(os.path.join(folder, "refs.tsv"), "w", encoding="utf-8") as out:
        for i, (name, locale, text) in enumerate(lines):
            for written, spoken in said:
                text = text.replace(written, spoken)
            clip = os.path.splitext(os.path.basename(name))[0]
            os.makedirs(os.path.join(folder, clip), exist_ok=True)
            for condition, audio in conditions(clips[i], clips[i - 1], i):
                file = "%s/%s.wav" % (clip, condition)
                write(os.path.join(folder, file), audio)
                out.write("\t".join((file, locale, text)) + "\n")


if __name__ == "__main__":
    main()
