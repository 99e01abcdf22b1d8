# SPDX-License-Identifier: Apache-2.0
"""From cached evidence to fitted models: probe, phones, words, sentences, each stage on what the one before says of
speakers that it has not seen."""

import functools
import json
import operator
import os
import pathlib

import numpy as np

import evidence
import lexicon
import likeness
import marks
import phones
from features import Utterance

SCORES = ["accuracy", "fluency", "prosodic", "total"]
INNER = 5
# trees beside the ridge regressions of phones and words gain much and cost most of the time
TREES = os.environ.get("TREES", "no") == "yes"
BEGINNERS = 100  # utterances from which the alignment begins
ROUNDS = 3


def load(data, cache, dictionary, layer=0):
    utterances = []
    for line in open(pathlib.Path(data) / "labels.jsonl", encoding="utf-8"):
        u = json.loads(line)
        path = pathlib.Path(cache) / (u["id"] + ".npz")
        if not path.exists():
            continue
        z = np.load(path)
        words = evidence.words(u["text"])
        assert len(words) == len(u["words"]), u["id"]
        u["hidden"] = z[f"hidden{layer}"]
        u["mel"] = z["mel"]
        u["forced"] = (z["logp"], z["lead"], z["owner"])
        u["end"] = float(z["end"])
        u["known"] = [[phones.bare(p) for p in w["cmuPhones"]] for w in u["words"]]
        u["variants"] = [
            lexicon.variants(dictionary.get(w.lower(), [known])) for w, known in zip(words, u["known"])
        ]
        u["phone_marks"] = [marks.phone_scores(w) for w in u["words"]]
        u["word_marks"] = np.array([np.median(w["accuracy"]) for w in u["words"]])
        u["marks"] = {k: float(np.median(u[k])) for k in SCORES}
        utterances.append(u)
    return utterances


def flat(u):
    """A first guess: the phones evenly over the louder part of an utterance."""
    frames = len(u["hidden"])
    loud = u["mel"].astype(np.float32).mean(0)[: 2 * frames].reshape(-1, 2).mean(1)
    quiet = np.percentile(loud, 10)
    where = np.nonzero(loud > quiet + 0.35 * (np.percentile(loud, 95) - quiet))[0]
    told = [p for w in u["known"] for p in w]
    labels = np.full(frames, phones.SILENCE)
    edges = np.linspace(where[0], where[-1] + 1, len(told) + 1).astype(int)
    for phone, a, b in zip(told, edges, edges[1:]):
        labels[a:b] = phone
    return labels


def labels(u, log_posteriors, good_only):
    """The phone of each frame by alignment with the phones that the marks are of; -1 for badly spoken ones."""
    out = np.full(len(log_posteriors), phones.SILENCE)
    for phone, word, _, place, a, b in phones.align(log_posteriors, [[k] for k in u["known"]]) or []:
        out[a:b] = phone
        if good_only and word >= 0:
            m = u["phone_marks"][word]
            if m is not None and m[place] < 1.5:
                out[a:b] = -1
    return out


def first_probe(utterances):
    some = utterances[:: max(1, len(utterances) // BEGINNERS)]
    hidden = [u["hidden"] for u in some]
    now = [flat(u) for u in some]
    for _ in range(ROUNDS):
        probe = phones.fit(hidden, now)
        now = [labels(u, probe(u["hidden"]), False) for u in some]
    probe = phones.fit(hidden, now)
    return [labels(u, probe(u["hidden"]), True) for u in utterances]


def durations(utterances, told):
    """Mean logarithm of the frames of each phone as good speakers say it."""
    sums, counts = np.zeros(len(phones.PHONES)), np.zeros(len(phones.PHONES))
    for l in told:
        edges = np.nonzero(np.diff(l))[0] + 1
        for a, b in zip([0, *edges], [*edges, len(l)]):
            if l[a] >= 0:
                sums[l[a]] += np.log(b - a)
                counts[l[a]] += 1
    everything = sums.sum() / counts.sum()
    return (sums + 5 * everything) / (counts + 5)


def hear(u, probe, lengths):
    log_posteriors = probe(u["hidden"])
    return Utterance(log_posteriors, phones.align(log_posteriors, u["variants"]), len(u["variants"]), u["forced"], lengths)


class Trees:
    """Boosted trees over the columns that are not the same everywhere."""

    def __init__(self, x, y, rounds, leaves, rate, smallest, l2):
        from sklearn.ensemble import HistGradientBoostingRegressor

        self.columns = np.nonzero(x.min(0) < x.max(0))[0]
        self.model = HistGradientBoostingRegressor(
            max_iter=rounds, max_leaf_nodes=leaves, learning_rate=rate, min_samples_leaf=smallest, l2_regularization=l2,
            early_stopping=False, random_state=0, max_bins=63, max_features=0.4)
        self.model.fit(x[:, self.columns], y)

    def predict(self, x):
        return self.model.predict(x[:, self.columns])


class Ridge:
    def __init__(self, x, y, strength, size=1.0):
        """size: of each column, how much it may count beside the others. With fewer rows than columns the same is found
        by way of the rows."""
        self.mean, self.scale = x.mean(0), x.std(0) + 1e-6
        z = self.standard(x) * size
        self.bias = y.mean()
        rows, columns = z.shape
        if columns <= rows:
            self.weights = size * np.linalg.solve(z.T @ z + strength * np.eye(columns), z.T @ (y - self.bias))
        else:
            self.weights = size * (z.T @ np.linalg.solve(z @ z.T + strength * np.eye(rows), y - self.bias))

    def standard(self, x):
        return np.clip((x - self.mean) / self.scale, -4, 4)

    def predict(self, x):
        return self.standard(x) @ self.weights + self.bias


class Both:
    """Ridge regression with a share of trees."""

    def __init__(self, x, y, strength, share, **grow):
        self.share = share if TREES else 0.0
        self.ridge, self.trees = Ridge(x, y, strength), Trees(x, y, **grow) if TREES else None

    def predict(self, x):
        alone = self.ridge.predict(x)
        return (1 - self.share) * alone + self.share * self.trees.predict(x) if self.trees else alone


def phone_x(utterance, near, usual):
    """The numbers of each phone with which one it is, a column for each, and how near it is to its like."""
    which = np.zeros((len(utterance.spoken), phones.SILENCE))
    for i, s in enumerate(utterance.spoken):
        which[i, s[0]] = 1
    return np.hstack([utterance.phone_rows, which, likeness.phone_columns(near, utterance, usual)])


def phone_targets(u, utterance):
    targets = np.full(len(utterance.spoken), np.nan)
    for number, own in enumerate(utterance.word_phones):
        given = u["phone_marks"][number]
        if given is not None:
            told = marks.transfer(list(given), u["known"][number], [utterance.spoken[i][0] for i in own])
            targets[own] = [np.nan if m is None else m for m in told]
    return targets


def fit_likeness(us, hs, xs):
    return likeness.Likeness(
        np.vstack(xs), np.concatenate([likeness.numbers(h) for h in hs]), np.concatenate([phone_targets(u, h) for u, h in zip(us, hs)]))


def fit_phones(us, hs, xs):
    x = np.vstack(xs)
    y = np.concatenate([phone_targets(u, h) for u, h in zip(us, hs)])
    use = ~np.isnan(y)
    return Both(x[use], y[use], 300, 0.75, rounds=120, leaves=16, rate=0.08, smallest=40, l2=5.0)


def word_x(utterance, p, near):
    return np.hstack([utterance.word_rows(p), likeness.word_columns(near, utterance)])


def fit_words(us, xs):
    x = np.vstack(xs)
    y = np.concatenate([u["word_marks"] for u in us])
    return Both(x, y, 100, 0.6, rounds=120, leaves=12, rate=0.05, smallest=30, l2=5.0)


def colour(u, h):
    """Mean and deviation of each number of the encoder's states while there is speech."""
    part = u["hidden"][h.first : h.last].astype(np.float64)
    return np.concatenate([part.mean(0), part.std(0)])


def sentence_x(u, h, p, w, near, deviations):
    """The few numbers that were thought of, and after them the many of the encoder."""
    few = np.concatenate([h.sentence_row(p, w, u["end"]), likeness.sentence_columns(near)])
    return few, np.concatenate([colour(u, h), deviations.mean(0), np.abs(deviations).mean(0)])


def fit_sentence(us, xs, which):
    """Without trees: of so few utterances they learn less than what they forget."""
    few, many = (np.vstack(each) for each in zip(*xs))
    size = np.concatenate([np.full(few.shape[1], few.shape[1] ** -0.5), np.full(many.shape[1], many.shape[1] ** -0.5)])
    return Ridge(np.hstack([few, many]), np.array([u["marks"][which] for u in us]), 4.0, size)


class Model:
    """All stages, fitted on some utterances."""

    def __init__(self, us, log=lambda s: None, stacked=False):
        told = first_probe(us)
        log("aligned")
        self.durations = durations(us, told)
        hidden = [u["hidden"] for u in us]
        speakers = sorted({u["speaker"] for u in us})
        fold = {s: i % INNER for i, s in enumerate(speakers)}
        folds = np.array([fold[u["speaker"]] for u in us])
        heard = [None] * len(us)
        sums = [
            phones.Sums([hidden[i] for i in np.nonzero(folds == k)[0]], [told[i] for i in np.nonzero(folds == k)[0]])
            for k in range(INNER)
        ]
        self.probe = functools.reduce(operator.add, sums).probe()
        for k in range(INNER):
            probe = functools.reduce(operator.add, [s for i, s in enumerate(sums) if i != k]).probe()
            for i in np.nonzero(folds == k)[0]:
                heard[i] = hear(us[i], probe, self.durations)
        log("heard")

        def crossed(fit, predict):
            out = [None] * len(us)
            for k in range(INNER):
                model = fit([i for i in range(len(us)) if folds[i] != k])
                for i in np.nonzero(folds == k)[0]:
                    out[i] = predict(model, i)
            return out

        pick = lambda values, which: [values[i] for i in which]
        states = [likeness.states(u["hidden"], h) for u, h in zip(us, heard)]
        which = [likeness.numbers(h) for h in heard]
        ls = crossed(
            lambda w: fit_likeness(pick(us, w), pick(heard, w), pick(states, w)),
            lambda m, i: (m(states[i], which[i]), m.deviations(states[i], which[i]), m.usual))
        self.likeness = fit_likeness(us, heard, states)
        xs = [phone_x(h, near, usual) for h, (near, _, usual) in zip(heard, ls)]
        ps = crossed(lambda w: fit_phones(pick(us, w), pick(heard, w), pick(xs, w)), lambda m, i: m.predict(xs[i]))
        self.phones = fit_phones(us, heard, xs)
        log("phones")
        wx = [word_x(h, p, near) for h, p, (near, _, _) in zip(heard, ps, ls)]
        ws = crossed(lambda w: fit_words(pick(us, w), pick(wx, w)), lambda m, i: m.predict(wx[i]))
        self.words = fit_words(us, wx)
        sx = [sentence_x(u, h, p, w, near, off) for u, h, p, w, (near, off, _) in zip(us, heard, ps, ws, ls)]
        self.sentences = {k: fit_sentence(us, sx, k) for k in SCORES}
        log("sentences")
        # what each stage says of speakers that it has not seen: stacked, and so not quite as strict as crossvalidate.py
        if stacked:
            ss = {
                k: crossed(lambda w: fit_sentence(pick(us, w), pick(sx, w), k), lambda m, i: float(m.predict(np.concatenate(sx[i])[None])[0]))
                for k in SCORES
            }
            self.stacked = [(h, p, w, {k: ss[k][i] for k in SCORES}) for i, (h, p, w) in enumerate(zip(heard, ps, ws))]

    def score(self, u):
        h = hear(u, self.probe, self.durations)
        states, which = likeness.states(u["hidden"], h), likeness.numbers(h)
        near = self.likeness(states, which)
        p = self.phones.predict(phone_x(h, near, self.likeness.usual))
        w = self.words.predict(word_x(h, p, near))
        x = np.concatenate(sentence_x(u, h, p, w, near, self.likeness.deviations(states, which)))[None]
        return h, p, w, {k: float(m.predict(x)[0]) for k, m in self.sentences.items()}
