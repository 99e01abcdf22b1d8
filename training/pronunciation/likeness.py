# SPDX-License-Identifier: Apache-2.0
"""How near the states of an encoder, on the mean over a phone's frames, are to those of the phone when it is said well.
The probe that aligns hears single frames; a phone as a whole is heard better."""

import numpy as np

from features import low, mean
from phones import SILENCE

SHRINKAGE = 0.05
STRENGTH = 1000
FAR = 4  # standard deviations beyond which a deviation counts no more
GOOD = 1.5  # marks from which a phone is one to learn the phones from
LEAST = -20  # of log posteriors
OWN, MARGIN, ENTROPY, DISTANCE, GUESS = range(5)


def states(hidden, utterance):
    """The mean state of each phone."""
    hidden = hidden.astype(np.float64)
    return np.array([hidden[s[4] : s[5]].mean(0) for s in utterance.spoken])


def numbers(utterance):
    return np.array([s[0] for s in utterance.spoken])


class Likeness:
    """Linear discriminants of the phones, and a linear guess of the mark from the deviation from the phone's mean."""

    def __init__(self, x, phone, mark):
        good, marked = mark >= GOOD, ~np.isnan(mark)
        width = x.shape[1]
        count = np.bincount(phone[good], minlength=SILENCE).astype(float)
        means = np.zeros((SILENCE, width))
        np.add.at(means, phone[good], x[good])
        means /= np.maximum(count, 1)[:, None]
        off = x[good] - means[phone[good]]
        within = off.T @ off / len(off)
        within = (1 - SHRINKAGE) * within + SHRINKAGE * np.trace(within) / width * np.eye(width)
        w = np.linalg.solve(within, means.T)
        prior = np.log((count + 10) / (count.sum() + 10 * SILENCE))
        # in single precision, as the product has them
        self.weights, self.bias = w.astype(np.float32), (prior - 0.5 * (means.T * w).sum(0)).astype(np.float32)
        self.means = means.astype(np.float32)
        phone, mark, x = phone[marked], mark[marked], x[marked]
        sums, counts = np.bincount(phone, mark, SILENCE), np.bincount(phone, minlength=SILENCE)
        self.usual = (sums + 10 * mark.mean()) / (counts + 10)
        off = x - self.means[phone]
        self.scale = (off.std(0) + 1e-6).astype(np.float32)
        z = self.deviations(x, phone)
        self.slope = np.linalg.solve(z.T @ z + STRENGTH * np.eye(width), z.T @ (mark - self.usual[phone])).astype(np.float32)

    def deviations(self, x, phone):
        return np.clip((x - self.means[phone]) / self.scale, -FAR, FAR)

    def __call__(self, x, phone):
        """A row for each phone: log posterior, lead over the best other one, entropy, distance, guess of its mark."""
        log = x @ self.weights.astype(np.float64) + self.bias
        top = log.max(1, keepdims=True)
        log = np.maximum(log - top - np.log(np.exp(log - top).sum(1, keepdims=True)), LEAST)
        entropy = -(np.exp(log) * log).sum(1)
        all_of_them = np.arange(len(phone))
        own = log[all_of_them, phone]
        log[all_of_them, phone] = -np.inf
        z = self.deviations(x, phone)
        return np.column_stack([own, own - log.max(1), entropy, (z * z).mean(1), z @ self.slope + self.usual[phone]])


def phone_columns(near, utterance, usual):
    """Of each phone: what is said of it, of those beside it, of its word and of the whole."""
    guess = near[:, GUESS]
    of_word = np.zeros(len(near))
    for own in utterance.word_phones:
        of_word[own] = near[own, OWN].mean()
    same = np.ones(len(near))
    return np.column_stack(
        [near, usual[numbers(utterance)], [0, *guess[:-1]], [*guess[1:], 0], of_word, near[:, OWN].mean() * same, guess.mean() * same]
    )


def word_columns(near, utterance):
    rows = []
    for own in utterance.word_phones:
        n = near[own]
        rows.append([
            n[:, OWN].mean(), n[:, OWN].min(), n[:, MARGIN].mean(), n[:, MARGIN].min(), n[:, ENTROPY].mean(), n[:, DISTANCE].mean(),
            n[:, GUESS].mean(), n[:, GUESS].min()])
    return np.array(rows)


def sentence_columns(near):
    own, margin, entropy, distance, guess = near.T
    return np.array([
        own.mean(), low(own, 0.25), margin.mean(), low(margin, 0.25), entropy.mean(), distance.mean(), -low(-distance, 0.25),
        guess.mean(), low(guess, 0.25), mean([float(m < 0) for m in margin])])
