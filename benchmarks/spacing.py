#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""How well Korean words are written together that a recogniser has apart: particles, and verbs made of a noun.

  pip install kiwipiepy
  benchmarks/spacing.py sentences.txt

Sentences as people write them, one a line, without marks and digits, are divided before particles and before verbs of nouns, where the
morphological analysis of Kiwi finds them, and written by `beamscribe text`. Prints what share of the places is joined again, what share of
the joined places was divided, and how many sentences change that were not divided.
"""
import argparse
import json
import os
import subprocess

from kiwipiepy import Kiwi

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))


def divided(kiwi, line):
    places, before = set(), None
    for token in kiwi.tokenize(line):
        after = before is not None and token.start >= before.start + before.len > 0 and line[token.start - 1] != " "
        if after and (token.tag[0] == "J" or token.tag in ("XSV", "XSA", "VCP")):
            places.add(token.start)
        before = token
    return "".join((" " if i in places else "") + letter for i, letter in enumerate(line))


def written(lines):
    """Of each line, how many letters stand before each space; None where more than spaces has changed."""
    command = [os.path.join(ROOT, "bin", "beamscribe"), "text", "--locale=ko-KR", "--punctuation=none"]
    run = subprocess.run(command, input="".join(line + "\n" for line in lines), capture_output=True, text=True, check=True)
    found = [json.loads(line)["itn"] for line in run.stdout.splitlines()]
    return [spaces(new) if new.replace(" ", "") == old.replace(" ", "") else None for old, new in zip(lines, found)]


def spaces(line):
    places, letters = set(), 0
    for letter in line:
        if letter == " ":
            places.add(letters)
        else:
            letters += 1
    return places


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("sentences")
    a = parser.parse_args()
    with open(a.sentences, encoding="utf-8") as file:
        lines = [line.strip() for line in file if line.strip()]
    kiwi = Kiwi()
    apart = [divided(kiwi, line) for line in lines]
    right = wanted = joined = 0
    for line, cut, now in zip(lines, apart, written(apart)):
        if now is not None:
            missing, gone = spaces(cut) - spaces(line), spaces(cut) - now
            right, wanted, joined = right + len(missing & gone), wanted + len(missing), joined + len(gone)
    changed = sum(now is not None and now != spaces(line) for line, now in zip(lines, written(lines)))
    print(json.dumps({"sentences": len(lines), "divided": wanted, "joined again": round(right / wanted, 4),
                      "joined rightly": round(right / joined, 4), "undivided sentences that change": changed}))


if __name__ == "__main__":
    main()
