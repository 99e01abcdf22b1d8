# SPDX-License-Identifier: Apache-2.0
"""What Whisper's encoder and decoder make of each utterance, kept on disk: the slow half of training.

    python3 evidence.py MODEL DATA CACHE [EACH]

MODEL is the folder of the converted whisper-base, DATA that of the marked utterances (labels.jsonl, audio/), CACHE
where an .npz per utterance goes; those that are there already are left alone. EACH is how many utterances of a
speaker are taken, all if it is not given. CACHE/model.json says which model it was: evidence of two models is never
mixed. The product does the same in Java.
"""

import collections
import hashlib
import json
import pathlib
import re
import sys

import numpy as np

SAMPLES, HOP, POSITIONS = 480_000, 320, 1500
MIDDLE = 3  # the norm before the layer in the middle: its states tell sounds apart, the last ones words
START, ENGLISH, TRANSCRIBE, PLAIN, END = 50258, 50259, 50359, 50363, 50257


def norms(model):
    """The outputs of the norms between the encoder's layers, in their order; the last one is what decoders attend to."""
    names = []
    for node in model.graph.node:
        gamma = [i for i in node.input if i.endswith(("self_attention/layer_norm/gamma", "encoder/layer_norm/gamma"))]
        if gamma:
            names.append(node.output[0])
    return names


def words(text):
    """The words of a reference as the product reads them."""
    return re.findall(r"[A-Za-z0-9']+", text.replace("\u2019", "'"))


def spoken(text):
    """As Whisper would write it: a capital at the beginning, and for the pronoun I."""
    said = [w.lower() if w.isupper() and len(w) > 1 else w for w in words(text)]
    said = ["I" + w[1:] if w == "i" or w.startswith("i'") else w for w in said]
    return [said[0][:1].upper() + said[0][1:]] + said[1:] if said else []


def session_options():
    """One thread, and exact products of bytes: without VNNI they overflow unless the weights are unsigned."""
    import onnxruntime as ort

    options = ort.SessionOptions()
    options.intra_op_num_threads = 1
    options.add_session_config_entry("session.x64quantprecision", "1")
    return options


def digests(model):
    """Of the files of a converted model."""
    names = ("encoder.onnx", "encoder.data", "decoder.onnx", "decoder.data")
    return {name: hashlib.sha256((pathlib.Path(model) / name).read_bytes()).hexdigest() for name in names}


def require(model, cache):
    """The model's digests; ends the program if the evidence in the cache is of another model."""
    own = digests(model)
    if json.loads((pathlib.Path(cache) / "model.json").read_text()) != own:
        sys.exit(f"The evidence in {cache} is of another model than {model}")
    return own


def byte_letters():
    """The letter that stands for each byte in a vocabulary of GPT-2."""
    shown = [*range(33, 127), *range(161, 173), *range(174, 256)]
    hidden = [b for b in range(256) if b not in shown]
    return {b: chr(b) for b in shown} | {b: chr(256 + i) for i, b in enumerate(hidden)}


class BytePairs:
    """Text to tokens in the way of OpenAI: of two neighbours, those are joined first whose token has the lowest number.

    The lists of merges that come with converted models are not to be trusted: the one of whisper-base lacks the first
    of them, a space and t, and with it no " to" or " the" is one token.
    """

    WORDS = re.compile(r"'(?:[stmd]|re|ve|ll)| ?[^\W\d_]+| ?\d+| ?(?:[^\s\w]|_)+|\s+(?!\S)|\s+")
    LETTERS = byte_letters()

    def __init__(self, vocabulary):
        self.number = vocabulary

    def encode(self, text):
        return [token for word in self.WORDS.findall(text) for token in self.join(word)]

    def join(self, word):
        parts = [self.LETTERS[b] for b in word.encode()]
        while len(parts) > 1:
            pairs = [self.number.get(a + b, len(self.number)) for a, b in zip(parts, parts[1:])]
            at = min(range(len(pairs)), key=pairs.__getitem__)
            if pairs[at] == len(self.number):
                break
            parts[at : at + 2] = [parts[at] + parts[at + 1]]
        return [self.number[p] for p in parts]


class Listener:
    def __init__(self, folder, layers=(MIDDLE,)):
        import onnx
        import onnxruntime as ort

        folder = pathlib.Path(folder)
        graph = onnx.load(folder / "encoder.onnx", load_external_data=False)
        all_norms = norms(graph)
        self.taps = [all_norms[i] for i in layers]
        for name in self.taps:
            graph.graph.output.append(onnx.helper.make_tensor_value_info(name, 1, [POSITIONS, 512]))
        options = session_options()
        options.add_session_config_entry("session.model_external_initializers_file_folder_path", str(folder))
        self.encoder = ort.InferenceSession(graph.SerializeToString(), options)
        self.decoder = ort.InferenceSession(str(folder / "decoder.onnx"), session_options())
        self.tokens = BytePairs(json.loads((folder / "tokenizer.json").read_text(encoding="utf-8"))["model"]["vocab"])
        self.outputs = [o.name for o in self.encoder.get_outputs()]
        self.pool = {i.name: np.zeros((1, 8, 0, 64), np.float32) for i in self.decoder.get_inputs() if i.name.startswith("pool_")}

    def listen(self, samples, text):
        padded = np.zeros(SAMPLES, np.float32)
        padded[: len(samples)] = samples
        encoded = dict(zip(self.outputs, self.encoder.run(None, {"audio": padded})))
        frames = min(POSITIONS, -(-len(samples) // HOP))
        ids, owner = [], []
        for number, word in enumerate(spoken(text)):
            piece = self.tokens.encode(" " + word)
            ids += piece
            owner += [number] * len(piece)
        prompt = [START, ENGLISH, TRANSCRIBE, PLAIN]
        full = prompt + ids
        length = len(full)
        mask = np.triu(np.full((length, length), -np.inf, np.float32), 1)[None, None]
        feed = {k: v for k, v in encoded.items() if k.startswith("cross_")}
        logits = self.decoder.run(
            ["logits"],
            {
                "ids": np.array([full]),
                "positions": np.arange(length)[None],
                "rows": np.arange(len(prompt) - 1, length),
                "mask": mask,
                **self.pool,
                **feed,
            },
        )[0][:, : END + 1].astype(np.float64)
        top = logits.max(1)
        total = top + np.log(np.exp(logits - top[:, None]).sum(1))
        chosen = logits[np.arange(len(ids)), ids]
        return {
            "hidden": [encoded[t][:frames].astype(np.float16) for t in self.taps],
            "mel": encoded["mel"][0][:, : 2 * frames].astype(np.float16),
            "logp": (chosen - total[:-1]).astype(np.float32),
            "lead": (chosen - top[:-1]).astype(np.float32),
            "end": np.float32(logits[-1, END] - total[-1]),
            "owner": np.array(owner),
        }


def main():
    import soundfile

    model, data, cache = sys.argv[1], pathlib.Path(sys.argv[2]), pathlib.Path(sys.argv[3])
    each = int(sys.argv[4]) if len(sys.argv) > 4 else None
    cache.mkdir(parents=True, exist_ok=True)
    if any(cache.iterdir()):
        require(model, cache)
    else:
        (cache / "model.json").write_text(json.dumps(digests(model), indent=1))
    listener = Listener(model)
    taken = collections.Counter()
    for line in open(data / "labels.jsonl", encoding="utf-8"):
        utterance = json.loads(line)
        into = cache / (utterance["id"] + ".npz")
        taken[utterance["speaker"]] += 1
        if into.exists() or each and taken[utterance["speaker"]] > each:
            continue
        samples, rate = soundfile.read(data / "audio" / (utterance["id"] + ".flac"), dtype="float32")
        assert rate == 16_000
        heard = listener.listen(samples, utterance["text"])
        for number, hidden in enumerate(heard.pop("hidden")):
            heard[f"hidden{number}"] = hidden
        part = into.with_name(into.name + ".part.npz")
        np.savez(part, samples=len(samples), **heard)
        part.replace(into)


if __name__ == "__main__":
    main()
