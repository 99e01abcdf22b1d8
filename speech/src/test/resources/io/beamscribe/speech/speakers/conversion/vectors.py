#!/usr/bin/env python3
"""Makes vectors.json: what the networks and the filter bank give for a made signal.

vectors.py PYTORCH_MODEL_BIN CAMPPLUS_PT > vectors.json

Shares no code with the product: the weights are read with Python's own unpickler, the networks are worked through in double precision with
NumPy after the publishers' PyTorch sources, and the filter bank is that of kaldi-native-fbank. Needs numpy and kaldi-native-fbank.
"""
import collections, io, json, pickle, sys, zipfile
import kaldi_native_fbank as knf
import numpy as np


def load(path):
    z = zipfile.ZipFile(path)
    table = [n for n in z.namelist() if n.count("/") == 1 and n.endswith("/data.pkl")][0]

    class Unpickler(pickle.Unpickler):
        def find_class(self, module, name):
            if name == "_rebuild_tensor_v2":
                return lambda storage, offset, size, *rest: storage[offset : offset + int(np.prod(size))].reshape(size).astype(np.float64)
            if name == "OrderedDict":
                return collections.OrderedDict
            if name.endswith("Storage"):
                return {"FloatStorage": np.float32, "LongStorage": np.int64}[name]
            return type(name, (), {"__init__": lambda *a: None, "__setstate__": lambda *a: None})

        def persistent_load(self, pid):
            return np.frombuffer(z.read(table[:-8] + "data/" + pid[2]), pid[1])

    content = Unpickler(io.BytesIO(z.read(table))).load()
    return content.get("state_dict", content)


def signal(count):
    state, out = 1, []
    for i in range(count):
        state = (state * 1103515245 + 12345) % 2**31
        t = i / 16000
        noise = (state / 2**31 - 0.5) * 0.1 * (1 + np.sin(2 * np.pi * 3 * t))
        tone = 0.2 * np.sin(2 * np.pi * 220 * t) if np.sin(2 * np.pi * 0.7 * t) > 0 else 0
        out.append(noise + tone)
    return np.array(out, np.float32)


def conv1d(x, w, b=None, stride=1, pad=0, dilation=1):
    x = np.pad(x, ((0, 0), (pad, pad)))
    width = (w.shape[2] - 1) * dilation + 1
    rows = np.lib.stride_tricks.sliding_window_view(x, width, axis=1)[:, ::stride, ::dilation]
    y = np.einsum("itk,oik->ot", rows, w, optimize=True)
    return y if b is None else y + b[:, None]


def conv2d(x, w, stride=1, pad=1):
    x = np.pad(x, ((0, 0), (pad, pad), (pad, pad)))
    rows = np.lib.stride_tricks.sliding_window_view(x, w.shape[2:], axis=(1, 2))[:, ::stride]
    return np.einsum("ihtab,oiab->oht", rows, w, optimize=True)


def segmentation(d, x):
    def instance(x, p):
        x = (x - x.mean(1, keepdims=True)) / np.sqrt(x.var(1, keepdims=True) + 1e-5)
        return x * d[p + ".weight"][:, None] + d[p + ".bias"][:, None]

    def leaky(x):
        return np.where(x > 0, x, 0.01 * x)

    def pool(x):
        n = x.shape[1] // 3
        return x[:, : 3 * n].reshape(len(x), n, 3).max(2)

    f = "sincnet.conv1d.0.filterbank."
    low = 50 + np.abs(d[f + "low_hz_"])
    high = np.clip(low + 50 + np.abs(d[f + "band_hz_"]), 50, 8000)
    band = (high - low)[:, 0]
    fl, fh = low @ d[f + "n_"], high @ d[f + "n_"]
    left = (np.sin(fh) - np.sin(fl)) / (d[f + "n_"] / 2) * d[f + "window_"]
    even = np.concatenate([left, 2 * band[:, None], left[:, ::-1]], 1) / (2 * band[:, None])
    left = (np.cos(fl) - np.cos(fh)) / (d[f + "n_"] / 2) * d[f + "window_"]
    odd = np.concatenate([left, 0 * band[:, None], -left[:, ::-1]], 1) / (2 * band[:, None])
    x = instance(x[None].astype(np.float64), "sincnet.wav_norm1d")
    x = np.abs(conv1d(x, np.concatenate([even, odd])[:, None], stride=10))
    x = leaky(instance(pool(x), "sincnet.norm1d.0"))
    for i in (1, 2):
        x = conv1d(x, d[f"sincnet.conv1d.{i}.weight"], d[f"sincnet.conv1d.{i}.bias"])
        x = leaky(instance(pool(x), f"sincnet.norm1d.{i}"))
    x = x.T
    s = lambda v: 1 / (1 + np.exp(-v))
    for layer in range(4):
        ways = []
        for way in ("", "_reverse"):
            w = {k: d[f"lstm.{k}_l{layer}{way}"] for k in ("weight_ih", "weight_hh", "bias_ih", "bias_hh")}
            h = c = np.zeros(128)
            out = []
            for row in x if not way else x[::-1]:
                i, f_, g, o = np.split(w["weight_ih"] @ row + w["bias_ih"] + w["weight_hh"] @ h + w["bias_hh"], 4)
                c = s(f_) * c + s(i) * np.tanh(g)
                h = s(o) * np.tanh(c)
                out.append(h)
            ways.append(np.array(out if not way else out[::-1]))
        x = np.concatenate(ways, 1)
    for i in (0, 1):
        x = leaky(x @ d[f"linear.{i}.weight"].T + d[f"linear.{i}.bias"])
    x = x @ d["classifier.weight"].T + d["classifier.bias"]
    return x - np.log(np.exp(x).sum(1, keepdims=True))


def campplus(d, features):
    def norm(x, p, relu=True):
        c = (-1,) + (1,) * (x.ndim - 1)
        x = (x - d[p + ".running_mean"].reshape(c)) / np.sqrt(d[p + ".running_var"].reshape(c) + 1e-5)
        if p + ".weight" in d:
            x = x * d[p + ".weight"].reshape(c) + d[p + ".bias"].reshape(c)
        return np.maximum(x, 0) if relu else x

    def one(x, p, **k):
        return conv1d(x, d[p + ".weight"], d.get(p + ".bias"), **k)

    x = norm(conv2d(features.T[None], d["head.conv1.weight"]), "head.bn1")
    for block in ("layer1", "layer2"):
        for j in (0, 1):
            p = f"head.{block}.{j}"
            y = norm(conv2d(x, d[p + ".conv1.weight"], 2 - j), p + ".bn1")
            y = norm(conv2d(y, d[p + ".conv2.weight"]), p + ".bn2", False)
            if p + ".shortcut.0.weight" in d:
                x = norm(conv2d(x, d[p + ".shortcut.0.weight"], 2 - j, 0), p + ".shortcut.1", False)
            x = np.maximum(x + y, 0)
    x = norm(conv2d(x, d["head.conv2.weight"], 2), "head.bn2")
    x = x.reshape(-1, x.shape[2])
    x = norm(one(x, "xvector.tdnn.linear", stride=2, pad=2), "xvector.tdnn.nonlinear.batchnorm")
    for b, (layers, dilation) in enumerate(((12, 1), (24, 2), (16, 2)), 1):
        for l in range(1, layers + 1):
            p = f"xvector.block{b}.tdnnd{l}"
            y = norm(one(norm(x, p + ".nonlinear1.batchnorm"), p + ".linear1"), p + ".nonlinear2.batchnorm")
            local = one(y, p + ".cam_layer.linear_local", pad=dilation, dilation=dilation)
            near = np.concatenate([np.repeat(y[:, i : i + 100].mean(1, keepdims=True), min(100, y.shape[1] - i), 1) for i in range(0, y.shape[1], 100)], 1)
            m = one(np.maximum(one(y.mean(1, keepdims=True) + near, p + ".cam_layer.linear1"), 0), p + ".cam_layer.linear2")
            x = np.concatenate([x, local / (1 + np.exp(-m))])
        x = one(norm(x, f"xvector.transit{b}.nonlinear.batchnorm"), f"xvector.transit{b}.linear")
    x = norm(x, "xvector.out_nonlinear.batchnorm")
    x = np.concatenate([x.mean(1), x.std(1, ddof=1)])[:, None]
    return norm(one(x, "xvector.dense.linear"), "xvector.dense.nonlinear.batchnorm", False)[:, 0]


def filterbank(x):
    options = knf.FbankOptions()
    options.frame_opts.dither = 0
    options.mel_opts.num_bins = 80
    fbank = knf.OnlineFbank(options)
    fbank.accept_waveform(16000, x.tolist())
    fbank.input_finished()
    return np.array([fbank.get_frame(i) for i in range(fbank.num_frames_ready)])


if __name__ == "__main__":
    x = signal(160000)
    s = segmentation(load(sys.argv[1]), x)
    features = filterbank(x)
    weights = load(sys.argv[2])
    voices = {n: campplus(weights, features[:n] - features[:n].mean(0)) for n in (60, 250)}
    r = lambda v: [float(f"{e:.7g}") for e in v]
    json.dump(
        {
            "segmentation": {str(i): r(s[i]) for i in (0, 100, 300, 588)},
            "filterbank": {str(i): r(features[i]) for i in (0, 41, 500, 997)},
            "voices": {str(n): r(v) for n, v in voices.items()},
        },
        sys.stdout,
        separators=(",", ":"),
    )
    print()
