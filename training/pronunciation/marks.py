# SPDX-License-Identifier: Apache-2.0
"""The experts' marks of speechocean762."""

import difflib
import re

import numpy as np

ONE = {"AX": "AH", "AXR": "ER", "EE": "ER", "OO": "AH"}
TWO = {"AR": "EH R", "IR": "IH AH", "UR": "UH AH", "TS": "T S", "TR": "T R", "DR": "D R", "DZ": "D Z"}
GOOD = 2


def phones(text):
    """One expert's phones of a word, each with its mark; inserted ones are left out."""
    level, marked = GOOD, []
    for part in re.findall(r"[(){}]|[A-Z]+[0-9]?", re.sub(r"\[[^\]]*\]", " ", text)):
        if part in "({":
            level = 0 if part == "(" else 1
        elif part in ")}":
            level = GOOD
        else:
            name = part.rstrip("012")
            marked += [(each, level) for each in TWO.get(name, ONE.get(name, name)).split()]
    return marked


def phone_scores(word):
    """Mean mark of each of the word's phones; None where the experts marked others."""
    names = [p.rstrip("012") for p in word["cmuPhones"]]
    rows = [[m for _, m in e] for e in map(phones, word["phones"]) if len(e) == len(names)]
    return np.median(rows, 0) if len(rows) >= 2 else None


def transfer(marks, own, spoken):
    """Marks of one list of phones for another one: those of equal phones in place; None for others."""
    out = [None] * len(spoken)
    for block in difflib.SequenceMatcher(None, own, spoken, autojunk=False).get_matching_blocks():
        for i in range(block.size):
            out[block.b + i] = marks[block.a + i]
    if len(own) == len(spoken):
        out = [m if o is None else o for m, o in zip(marks, out)]
    return out
