# SPDX-License-Identifier: Apache-2.0
"""Pronunciations of a word: those of the dictionary, and how speakers of other standards say them."""

import re

from phones import NUMBER, VOWELS, bare

R, ER, AH, AA = (NUMBER[p] for p in ("R", "ER", "AH", "AA"))
MOST = 6


def read(lines):
    """The dictionary: word to pronunciations."""
    words = {}
    for line in lines:
        parts = line.split("#")[0].split()
        if parts:
            words.setdefault(re.sub(r"\(\d+\)$", "", parts[0]), []).append([bare(p) for p in parts[1:]])
    return words


def without_r(phones):
    """As where r is said only before vowels."""
    out = []
    for i, phone in enumerate(phones):
        before_vowel = i + 1 < len(phones) and phones[i + 1] in VOWELS
        if phone == R and out and out[-1] in VOWELS and not before_vowel:
            if out[-1] in (NUMBER["IH"], NUMBER["IY"], NUMBER["UH"], NUMBER["EH"]):
                out.append(AH)
        elif phone == ER and not before_vowel:
            out.append(AH)
        else:
            out.append(phone)
    return out


def short_o(phones):
    """The vowel of "not" as it is marked where it is short and round."""
    return [AH if p == AA else p for p in phones]


def variants(pronunciations):
    """The pronunciations with what is as good, each once; the first ones first."""
    out = []
    for make in (lambda p: p, without_r, short_o):
        for each in pronunciations:
            new = make(list(each))
            if new and new not in out:
                out.append(new)
    return out[:MOST]
