#!/usr/bin/env python3
"""Makes layers.json: what every layer of the two networks gives in PyTorch, with the publishers' weights.

layers.py PYTORCH_MODEL_BIN CAMPPLUS_PT SPEECH_WAV > layers.json

The networks are built of PyTorch's own modules after the published architectures, and PyTorch reads the weights; `load_state_dict` is strict,
so there is no weight that is not used and none that is missing. SPEECH_WAV is testdata/formats/pcm_s16.wav. The segmentation hears it four
times, then silence up to ten seconds; the voice network hears it once, as the features of kaldi-native-fbank without their mean. Of each layer
there are its size, its root mean square and eight of its values. Needs torch, numpy and kaldi-native-fbank.
"""
import json, sys, wave

import kaldi_native_fbank as knf
import numpy as np
import torch
from torch import nn
from torch.nn import functional as F

WINDOW = 160_000
PROBES = 8


class Sinc(nn.Module):
    """Band-pass filters of learned edges: 40 even ones and 40 odd ones of 251 samples (Ravanelli and Bengio, 2018; Pariente et al., 2020)."""

    def __init__(self):
        super().__init__()
        self.filterbank = nn.Module()
        self.filterbank.low_hz_ = nn.Parameter(torch.zeros(40, 1))
        self.filterbank.band_hz_ = nn.Parameter(torch.zeros(40, 1))
        self.filterbank.register_buffer("window_", torch.zeros(125))
        self.filterbank.register_buffer("n_", torch.zeros(1, 125))

    def forward(self, x):
        bank = self.filterbank
        low = 50 + bank.low_hz_.abs()
        high = torch.clamp(low + 50 + bank.band_hz_.abs(), 50, 8000)
        band, left, right = high - low, low @ bank.n_, high @ bank.n_
        even = (right.sin() - left.sin()) / (bank.n_ / 2) * bank.window_
        odd = (left.cos() - right.cos()) / (bank.n_ / 2) * bank.window_
        even = torch.cat([even, 2 * band, even.flip(1)], 1) / (2 * band)
        odd = torch.cat([odd, torch.zeros_like(band), -odd.flip(1)], 1) / (2 * band)
        return F.conv1d(x, torch.cat([even, odd]).unsqueeze(1), stride=10)


class SincNet(nn.Module):
    def __init__(self):
        super().__init__()
        self.wav_norm1d = nn.InstanceNorm1d(1, affine=True)
        self.conv1d = nn.ModuleList([Sinc(), nn.Conv1d(80, 60, 5), nn.Conv1d(60, 60, 5)])
        self.norm1d = nn.ModuleList([nn.InstanceNorm1d(size, affine=True) for size in (80, 60, 60)])

    def forward(self, x):
        x = self.wav_norm1d(x)
        for i, (conv, norm) in enumerate(zip(self.conv1d, self.norm1d)):
            x = conv(x).abs() if i == 0 else conv(x)
            x = F.leaky_relu(norm(F.max_pool1d(x, 3)))
        return x


class Segmentation(nn.Module):
    """pyannote's segmentation 3.0: SincNet, four bidirectional LSTMs, two linear layers, seven sets of speakers."""

    def __init__(self):
        super().__init__()
        self.sincnet = SincNet()
        self.lstm = nn.LSTM(60, 128, num_layers=4, bidirectional=True, batch_first=True)
        self.linear = nn.ModuleList([nn.Linear(256, 128), nn.Linear(128, 128)])
        self.classifier = nn.Linear(128, 7)

    def forward(self, x):
        x, _ = self.lstm(self.sincnet(x).transpose(1, 2))
        for layer in self.linear:
            x = F.leaky_relu(layer(x))
        return F.log_softmax(self.classifier(x), dim=-1)


def normed(channels, **kind):
    """A batch norm under the name that the publisher gave it."""
    named = nn.Module()
    named.batchnorm = nn.BatchNorm1d(channels, **kind)
    return named


class Residual(nn.Module):
    def __init__(self, stride):
        super().__init__()
        self.conv1 = nn.Conv2d(32, 32, 3, (stride, 1), 1, bias=False)
        self.bn1 = nn.BatchNorm2d(32)
        self.conv2 = nn.Conv2d(32, 32, 3, 1, 1, bias=False)
        self.bn2 = nn.BatchNorm2d(32)
        shortcut = [nn.Conv2d(32, 32, 1, (stride, 1), bias=False), nn.BatchNorm2d(32)] if stride > 1 else []
        self.shortcut = nn.Sequential(*shortcut)

    def forward(self, x):
        return F.relu(self.bn2(self.conv2(F.relu(self.bn1(self.conv1(x))))) + self.shortcut(x))


class Head(nn.Module):
    def __init__(self):
        super().__init__()
        self.conv1, self.bn1 = nn.Conv2d(1, 32, 3, 1, 1, bias=False), nn.BatchNorm2d(32)
        self.layer1 = nn.Sequential(Residual(2), Residual(1))
        self.layer2 = nn.Sequential(Residual(2), Residual(1))
        self.conv2, self.bn2 = nn.Conv2d(32, 32, 3, (2, 1), 1, bias=False), nn.BatchNorm2d(32)

    def forward(self, x):
        x = self.layer2(self.layer1(F.relu(self.bn1(self.conv1(x)))))
        return F.relu(self.bn2(self.conv2(x))).flatten(1, 2)


class Mask(nn.Module):
    """Context-aware masking (Wang et al., 2023): what is near is let through as the second around it and the whole suggest."""

    def __init__(self, dilation):
        super().__init__()
        self.linear_local = nn.Conv1d(128, 32, 3, padding=dilation, dilation=dilation, bias=False)
        self.linear1, self.linear2 = nn.Conv1d(128, 64, 1), nn.Conv1d(64, 32, 1)

    def forward(self, x):
        near = F.avg_pool1d(x, 100, 100, ceil_mode=True).repeat_interleave(100, dim=2)[..., : x.shape[2]]
        context = F.relu(self.linear1(x.mean(2, keepdim=True) + near))
        return self.linear_local(x) * torch.sigmoid(self.linear2(context))


class Dense(nn.Module):
    def __init__(self, channels, dilation):
        super().__init__()
        self.nonlinear1, self.linear1 = normed(channels), nn.Conv1d(channels, 128, 1, bias=False)
        self.nonlinear2, self.cam_layer = normed(128), Mask(dilation)

    def forward(self, x):
        y = self.linear1(F.relu(self.nonlinear1.batchnorm(x)))
        return torch.cat([x, self.cam_layer(F.relu(self.nonlinear2.batchnorm(y)))], 1)


class Joined(nn.Module):
    """A convolution and a norm under the publisher's names, the norm after it or before."""

    def __init__(self, conv, channels, **kind):
        super().__init__()
        self.linear, self.nonlinear = conv, normed(channels, **kind)


class Campplus(nn.Module):
    """CAM++ (Wang et al., 2023), 192 numbers of a voice."""

    def __init__(self):
        super().__init__()
        self.head = Head()
        self.xvector = nn.Module()
        self.xvector.tdnn = Joined(nn.Conv1d(320, 128, 5, 2, 2, bias=False), 128)
        channels = 128
        for number, (layers, dilation) in enumerate(((12, 1), (24, 2), (16, 2)), 1):
            block = nn.Module()
            for layer in range(1, layers + 1):
                block.add_module(f"tdnnd{layer}", Dense(channels, dilation))
                channels += 32
            self.xvector.add_module(f"block{number}", block)
            self.xvector.add_module(f"transit{number}", Joined(nn.Conv1d(channels, channels // 2, 1, bias=False), channels))
            channels //= 2
        self.xvector.out_nonlinear = normed(channels)
        self.xvector.dense = Joined(nn.Conv1d(2 * channels, 192, 1, bias=False), 192, affine=False)

    def forward(self, features):
        x, parts = self.head(features.transpose(1, 2).unsqueeze(1)), self.xvector
        x = F.relu(parts.tdnn.nonlinear.batchnorm(parts.tdnn.linear(x)))
        for number in (1, 2, 3):
            for dense in getattr(parts, f"block{number}").children():
                x = dense(x)
            transit = getattr(parts, f"transit{number}")
            x = transit.linear(F.relu(transit.nonlinear.batchnorm(x)))
        x = F.relu(parts.out_nonlinear.batchnorm(x))
        x = torch.cat([x.mean(2), x.std(2, unbiased=True)], 1).unsqueeze(2)
        return parts.dense.nonlinear.batchnorm(parts.dense.linear(x)).squeeze(2)


def weights(path):
    """What `torch.load` finds; a checkpoint of a training also names classes that are not at hand, and are not needed."""

    class Any:
        def __init__(self, *args, **kwargs):
            pass

        def __setstate__(self, state):
            pass

    class Pickles:
        class Unpickler(torch.serialization.pickle.Unpickler):
            def find_class(self, module, name):
                known = module.split(".")[0] in ("torch", "collections", "builtins") and not module.startswith("torch.torch_version")
                return super().find_class(module, name) if known else Any

        load = None

    content = torch.load(path, map_location="cpu", pickle_module=Pickles, weights_only=False)
    return content.get("state_dict", content)


def probes(size):
    return [size * (2 * i + 1) // (2 * PROBES) for i in range(min(PROBES, size))]


def facts(x):
    x = x.detach().double().flatten()
    return {
        "size": len(x),
        "rms": float(f"{x.square().mean().sqrt():.7g}"),
        "values": [float(f"{x[i]:.7g}") for i in probes(len(x))],
    }


def listened(network, x):
    """What each convolution, norm, linear layer and LSTM gives, by the name of its first parameter; and what the network gives."""
    given = {}
    for name, module in network.named_modules():
        if isinstance(module, (nn.Conv1d, nn.Conv2d, nn.InstanceNorm1d)):
            module.register_forward_hook(lambda _, __, out, key=name + ".weight": given.update({key: facts(out)}))
        elif isinstance(module, (nn.BatchNorm1d, nn.BatchNorm2d)):
            module.register_forward_hook(lambda _, __, out, key=name + ".running_mean": given.update({key: facts(out)}))
        elif isinstance(module, nn.Linear):
            module.register_forward_hook(lambda _, __, out, key=name + ".bias": given.update({key: facts(out)}))
        elif isinstance(module, Sinc):
            module.register_forward_hook(lambda _, __, out, key=name + ".filterbank": given.update({key: facts(out)}))
    with torch.inference_mode():
        return given, network.eval()(x)


def lstms(network, x):
    """What each of the LSTMs gives, frames by ways by cells as ONNX has it."""
    given = {}
    with torch.inference_mode():
        x = network.sincnet(x).transpose(1, 2)
        for layer in range(4):
            one = nn.LSTM(x.shape[2], 128, bidirectional=True, batch_first=True)
            own = {k.replace(f"_l{layer}", "_l0"): v for k, v in network.lstm.state_dict().items() if f"_l{layer}" in k}
            one.load_state_dict(own)
            x, _ = one(x)
            given[f"lstm.weight_ih_l{layer}"] = facts(x.reshape(x.shape[1], 2, 128))
    return given


def filterbank(samples):
    options = knf.FbankOptions()
    options.frame_opts.dither = 0
    options.mel_opts.num_bins = 80
    fbank = knf.OnlineFbank(options)
    fbank.accept_waveform(16000, samples.tolist())
    fbank.input_finished()
    return np.array([fbank.get_frame(i) for i in range(fbank.num_frames_ready)], np.float32)


def main():
    torch.set_num_threads(1)
    with wave.open(sys.argv[3]) as wav:
        samples = np.frombuffer(wav.readframes(wav.getnframes()), np.int16).astype(np.float32) / 32768
    four = np.zeros(WINDOW, np.float32)
    four[: 4 * len(samples)] = np.tile(samples, 4)[:WINDOW]
    waves = torch.from_numpy(four).reshape(1, 1, -1)
    segmentation = Segmentation()
    segmentation.load_state_dict(weights(sys.argv[1]))
    local, logarithms = listened(segmentation, waves)
    campplus, tensors = Campplus(), weights(sys.argv[2])
    campplus.load_state_dict({key: value for key, value in tensors.items()})
    features = filterbank(samples)
    voice_layers, voice = listened(campplus, torch.from_numpy(features - features.mean(0)).unsqueeze(0))
    result = {
        "segmentation": local | lstms(segmentation, waves) | {"logarithms": facts(logarithms)},
        "filterbank": facts(torch.from_numpy(features)),
        "embedding": voice_layers | {"voices": {**facts(voice), "values": [float(f"{v:.7g}") for v in voice.flatten().double()]}},
    }
    print("{")
    print(",\n".join(f'"{part}":{{\n' + ",\n".join(f'"{k}":{json.dumps(v, separators=(",", ":"))}' for k, v in layers.items()) + "\n}" if part != "filterbank"
                     else f'"{part}":{json.dumps(layers, separators=(",", ":"))}' for part, layers in result.items()))
    print("}")


if __name__ == "__main__":
    main()
