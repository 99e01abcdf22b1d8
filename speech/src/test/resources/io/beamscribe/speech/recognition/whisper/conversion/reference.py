#!/usr/bin/env python3
"""Numbers of Whisper base as CTranslate2 computes them, to compare the converted graphs with:

    python3 reference.py MODEL pcm_s16.wav > reference.json

MODEL is a folder with CTranslate2's model.bin of Whisper base, the audio a clip of testdata/formats.
Needs faster-whisper 1.2.1 (which brings ctranslate2) and numpy.
"""
import json, pathlib, struct, sys, wave

import ctranslate2
import numpy as np
from faster_whisper.feature_extractor import FeatureExtractor

PROMPT = [50258, 50259, 50359, 50363]  # start, English, transcribe, no timestamps
HEADS = 8
KEYS = [(0, 0, 0, 0), (0, 3, 60, 17), (0, 7, 120, 63), (0, 5, 1499, 30)]  # batch, head, position, place in the head
VALUES = [(0, 0, 0, 0), (0, 3, 17, 60), (0, 7, 63, 120), (0, 5, 30, 1499)]


def variable(path, wanted):
    """One variable of model.bin, which has 16 bits a number."""
    data = path.read_bytes()
    at = data.index(b"\0" + wanted.encode() + b"\0") + len(wanted) + 2
    rank = data[at]
    shape = struct.unpack_from(f"<{rank}I", data, at + 1)
    start = at + 1 + 4 * rank + 1 + 4
    return np.frombuffer(data, np.float16, int(np.prod(shape)), start).reshape(shape).astype(np.float32)


def samples(path):
    with wave.open(path) as file:
        assert (file.getframerate(), file.getnchannels(), file.getsampwidth()) == (16000, 1, 2)
        return np.frombuffer(file.readframes(file.getnframes()), np.int16).astype(np.float32) / 32768


weights = pathlib.Path(sys.argv[1]) / "model.bin"
audio = np.zeros(480000, np.float32)
clip = samples(sys.argv[2])
audio[: len(clip)] = clip
mel = FeatureExtractor(feature_size=80)(audio, padding=0)[:, :3000]
model = ctranslate2.models.Whisper(sys.argv[1], device="cpu", compute_type="float32", intra_threads=1)
heard = model.encode(ctranslate2.StorageView.from_array(np.ascontiguousarray(mel[None], np.float32)))
states = np.array(heard)[0]


def cross(layer, half):
    name = f"decoder/layer_{layer}/attention/linear_1"
    rows = slice(512 * half, 512 * half + 512)
    return states @ variable(weights, name + "/weight")[rows].T + variable(weights, name + "/bias")[rows]


def heads(rows):
    return rows.reshape(1500, HEADS, 64).transpose(1, 0, 2)[None]


answer = model.generate(
    heard, [PROMPT], beam_size=1, max_length=len(PROMPT) + 1, suppress_blank=False, suppress_tokens=[], return_logits_vocab=True
)[0]
logits = np.array(answer.logits[0][0]).reshape(-1)
likely = np.argsort(-logits)[:8]

values = []
for name, array, places in [
    ("mel", mel[None], [(0, 0, 0), (0, 3, 100), (0, 40, 60), (0, 60, 120), (0, 79, 247), (0, 10, 2999)]),
    *[(f"cross_k{layer}", heads(cross(layer, 0)), KEYS) for layer in (0, 5)],
    *[(f"cross_vT{layer}", heads(cross(layer, 1)).transpose(0, 1, 3, 2), VALUES) for layer in (0, 5)],
]:
    values += [{"output": name, "at": list(place), "value": round(float(array[place]), 6)} for place in places]
# the likeliest next tokens, and by how much less likely they are than the first
following = [{"token": int(token), "behind": round(float(logits[likely[0]] - logits[token]), 5)} for token in likely]

lines = lambda each: ",\n  ".join(map(json.dumps, each))
print(f'{{\n "values": [\n  {lines(values)}],\n "prompt": {PROMPT},\n "following": [\n  {lines(following)}]\n}}')
