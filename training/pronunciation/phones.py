# SPDX-License-Identifier: Apache-2.0
"""Phones, the linear layer that hears them in the encoder's output, and the alignment of a reference with it."""

import numpy as np

PHONES = (
    "AA AE AH AO AW AY B CH D DH EH ER EY F G HH IH IY JH K L M N NG OW OY P R S SH T TH UH UW V W Y Z ZH SIL".split()
)
NUMBER = {p: i for i, p in enumerate(PHONES)}
SILENCE = NUMBER["SIL"]
VOWELS = {NUMBER[p] for p in "AA AE AH AO AW AY EH ER EY IH IY OW OY UH UW".split()}
SHRINKAGE = 0.05
LEAST = np.float32(-20)  # of log posteriors
EVERY = 3  # frame counts for the covariance


def bare(phone):
    return NUMBER[phone.rstrip("012")]


class Probe:
    """Log posteriors of the phones in a frame: linear discriminants with one covariance, in closed form."""

    def __init__(self, weights, bias):
        self.weights, self.bias = weights, bias

    def __call__(self, hidden):
        x = hidden.astype(np.float32) @ self.weights + self.bias
        x -= x.max(1, keepdims=True)
        return np.maximum(x - np.log(np.exp(x).sum(1, keepdims=True)), LEAST)


class Sums:
    """What a probe is fitted from. Those of several groups add up, so that one pass serves all folds."""

    def __init__(self, hiddens=(), labels=()):
        """labels: for each utterance the phone of each frame, -1 for frames that do not count."""
        classes = len(PHONES)
        self.count, self.means = np.zeros(classes), np.zeros((classes, 512))
        self.some, self.some_means, self.second = np.zeros(classes), np.zeros((classes, 512)), np.zeros((512, 512))
        for h, l in zip(hiddens, labels):
            use = np.nonzero(l >= 0)[0]
            x = h[use].astype(np.float32)
            onehot = np.zeros((len(x), classes), np.float32)
            onehot[np.arange(len(x)), l[use]] = 1
            self.count += onehot.sum(0)
            self.means += onehot.T @ x
            x, onehot = x[::EVERY], onehot[::EVERY]
            self.some += onehot.sum(0)
            self.some_means += onehot.T @ x
            self.second += x.T @ x

    def __add__(self, other):
        out = Sums()
        for name in vars(out):
            setattr(out, name, getattr(self, name) + getattr(other, name))
        return out

    def probe(self):
        means = self.means / np.maximum(self.count, 1)[:, None]
        between = (self.some_means / np.maximum(self.some, 1)[:, None]).T @ self.some_means
        within = (self.second - between) / self.some.sum()
        within = (1 - SHRINKAGE) * within + SHRINKAGE * np.trace(within) / 512 * np.eye(512)
        w = np.linalg.solve(within, means.T)
        prior = np.log((self.count + 10) / (self.count.sum() + 10 * len(PHONES)))
        bias = prior - 0.5 * (means.T * w).sum(0)
        return Probe(w.astype(np.float32), bias.astype(np.float32))


def fit(hiddens, labels):
    return Sums(hiddens, labels).probe()


OTHER = 0.3  # taken off for a pronunciation that is not the first of its word


def graph(words):
    """States of a reference: (phone, word, variant, place) and the states before each; words: lists of variants."""
    states, before = [], []
    ends = [-1]  # -1 is the beginning

    def silence():
        nonlocal ends
        states.append((SILENCE, -1, 0, 0))
        before.append(list(ends))
        ends = ends + [len(states) - 1]

    silence()
    for number, variants in enumerate(words):
        after = []
        for which, variant in enumerate(variants):
            for place, phone in enumerate(variant):
                before.append(list(ends) if place == 0 else [len(states) - 1])
                states.append((phone, number, which, place))
            after.append(len(states) - 1)
        ends = after
        silence()
    return states, before, ends


def align(log_posteriors, words):
    """Returns [(phone, word, variant, place, first frame, end frame)] along the best path, silences with word -1."""
    states, before, ends = graph(words)
    count, frames = len(states), len(log_posteriors)
    width = max(len(b) for b in before)
    previous = np.full((count, width), count)
    starts = np.zeros(count, bool)
    extra = np.zeros(count)
    for s, b in enumerate(before):
        kept = [x for x in b if x >= 0]
        starts[s] = len(kept) < len(b)
        previous[s, : len(kept)] = kept
        if states[s][3] == 0 and states[s][2] > 0:
            extra[s] = -OTHER
    emit = log_posteriors[:, [s[0] for s in states]].astype(np.float64)
    score = np.full(count + 1, -np.inf)
    score[:count][starts] = emit[0][starts] + extra[starts]
    back = np.full((frames, count), -1)
    for t in range(1, frames):
        arrive = score[previous]
        best = arrive.argmax(1)
        come = arrive[np.arange(count), best] + extra
        stay = score[:count]
        move = come > stay
        back[t] = np.where(move, previous[np.arange(count), best], np.arange(count))
        score[:count] = np.where(move, come, stay) + emit[t]
    last = max(ends, key=lambda s: score[s])
    if not np.isfinite(score[last]):
        return None
    path = [last]
    for t in range(frames - 1, 0, -1):
        path.append(back[t][path[-1]])
    path.reverse()
    segments = []
    for t, s in enumerate(path):
        if not segments or segments[-1][0] != s:
            segments.append([s, t, t + 1])
        else:
            segments[-1][2] = t + 1
    return [(*states[s], a, b) for s, a, b in segments]
