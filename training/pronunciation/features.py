# SPDX-License-Identifier: Apache-2.0
"""Numbers of an aligned utterance that its scores follow from. The product computes the same ones in Java."""

import numpy as np

from phones import PHONES, SILENCE, VOWELS

NONE = -12.0  # log posterior of what does not exist
PAUSE = 8  # frames of a silence inside that counts as a pause
LONG = 25  # and as a long one


def mean(x):
    return float(np.mean(x)) if len(x) else 0.0


def low(x, share):
    """The mean of the lowest share, of one at least."""
    x = np.sort(np.asarray(x, float))
    return float(x[: max(1, int(len(x) * share))].mean()) if len(x) else 0.0


class Utterance:
    """segments: as phones.align gives them; forced: (log probabilities, leads, word of each token)."""

    def __init__(self, log_posteriors, segments, count, forced, durations):
        self.L = log_posteriors
        self.count = count
        self.spoken = [s for s in segments if s[1] >= 0]
        self.silences = [(s[4], s[5]) for s in segments if s[1] < 0]
        self.first, self.last = self.spoken[0][4], self.spoken[-1][5]
        self.pauses = [(a, b) for a, b in self.silences if a >= self.first and b <= self.last]
        self.durations = durations
        self.word_phones = [[] for _ in range(count)]
        for i, s in enumerate(self.spoken):
            self.word_phones[s[1]].append(i)
        logp, lead, owner = forced
        self.forced = [[] for _ in range(count)]
        self.leads = [[] for _ in range(count)]
        for p, l, o in zip(logp, lead, owner):
            self.forced[o].append(float(p))
            self.leads[o].append(float(l))
        self.all_forced = [x for w in self.forced for x in w]
        self._phones()

    def _phones(self):
        rows = []
        L = self.L
        others = L[:, :SILENCE]
        base = []
        for phone, word, variant, place, a, b in self.spoken:
            part = L[a:b]
            target = part[:, phone]
            rest = np.delete(others[a:b], phone, axis=1)
            base.append(
                [
                    target.mean(),
                    target.max(),
                    target.min(),
                    (target - rest.max(1)).mean(),
                    np.log(np.exp(target).mean()),
                    part[:, SILENCE].mean(),
                    -(np.exp(part) * part).sum(1).mean(),
                    np.log(b - a),
                    np.log(b - a) - self.durations[phone],
                ]
            )
        base = np.array(base)
        self.base = base
        self.tempo = float(np.median(base[:, 8]))
        self.lpp = base[:, 0]
        overall = [self.lpp.mean(), base[:, 3].mean(), low(self.lpp, 0.25), mean(self.all_forced), self.tempo]
        for i, s in enumerate(self.spoken):
            own = self.word_phones[s[1]]
            before = self.lpp[i - 1] if i else 0.0
            after = self.lpp[i + 1] if i + 1 < len(self.lpp) else 0.0
            w = self.lpp[own]
            mean_posterior = L[s[4] : s[5], :SILENCE].mean(0)
            rows.append(
                [
                    *base[i],
                    base[i][8] - self.tempo,
                    before,
                    after,
                    w.mean(),
                    w.min(),
                    mean(self.forced[s[1]]),
                    min(self.forced[s[1]], default=0.0),
                    min(self.leads[s[1]], default=0.0),
                    s[3],
                    len(own) - 1 - s[3],
                    *overall,
                    *mean_posterior,
                ]
            )
        self.phone_rows = np.array(rows)

    def word_rows(self, phone_scores):
        rows = []
        overall = [self.lpp.mean(), low(self.lpp, 0.25), mean(self.all_forced), self.tempo, phone_scores.mean(), low(phone_scores, 0.25)]
        for number in range(self.count):
            own = self.word_phones[number]
            w, p, base = self.lpp[own], phone_scores[own], self.base[own]
            start, end = self.spoken[own[0]][4], self.spoken[own[-1]][5]
            before = max([b - a for a, b in self.pauses if b == start], default=0)
            after = max([b - a for a, b in self.pauses if a == end], default=0)
            f, l = self.forced[number], self.leads[number]
            rows.append(
                [
                    p.mean(), p.min(), low(p, 0.5), w.mean(), w.min(), base[:, 3].mean(), base[:, 3].min(), base[:, 4].mean(),
                    base[:, 5].mean(), base[:, 6].mean(), base[:, 8].mean(), base[:, 8].max(), base[:, 8].min(), base[:, 8].mean() - self.tempo,
                    len(own), end - start, before, after, sum(f), mean(f), min(f, default=0.0), mean(l), min(l, default=0.0), len(f),
                    number, self.count - 1 - number, *overall,
                ]
            )
        return np.array(rows, float)

    def sentence_row(self, phone_scores, word_scores, end):
        rows = self.lpp
        base = self.base
        speech = self.last - self.first
        inside = [b - a for a, b in self.pauses]
        silent = sum(inside)
        vowels = [i for i, s in enumerate(self.spoken) if s[0] in VOWELS]
        return np.array(
            [
                rows.mean(), rows.std(), low(rows, 0.1), low(rows, 0.25), base[:, 3].mean(), low(base[:, 3], 0.25), base[:, 4].mean(),
                base[:, 5].mean(), base[:, 6].mean(),
                phone_scores.mean(), phone_scores.std(), low(phone_scores, 0.1), low(phone_scores, 0.25),
                word_scores.mean(), word_scores.std(), low(word_scores, 0.1), low(word_scores, 0.34),
                mean(self.all_forced), low(self.all_forced, 0.25), mean([x for w in self.leads for x in w]),
                mean([float(x >= 0) for w in self.leads for x in w]), end,
                base[:, 8].mean(), base[:, 8].std(), self.tempo, base[vowels, 8].mean() if vowels else 0.0, base[vowels, 8].std() if vowels else 0.0,
                base[:, 8].max(), base[:, 7].std(),
                np.log(len(self.spoken) / speech), np.log(len(self.spoken) / max(1, speech - silent)), np.log(self.count / speech),
                silent / speech, len([x for x in inside if x >= PAUSE]) / self.count, len([x for x in inside if x >= LONG]) / self.count,
                max(inside, default=0), len(inside) / self.count, np.log(speech), np.log(self.count), len(self.spoken) / self.count,
                np.log(1 + self.first), mean([float(b[7] <= 0.7) for b in base]), mean([float(b[8] > 0.8) for b in base]),
            ],
            float,
        )
