#!/usr/bin/env python3
"""Writes speakers.tsv, the prior of language identification: millions of speakers of each language that Whisper models know.

Facts are those of the Unicode CLDR: TERRITORY_INFO is supplemental/territoryInfo.json of the npm package cldr-core (48.2.0);
VOCABULARY is vocabulary.txt of any multilingual Whisper model in the store (bin/beamscribe models path whisper-base).
"""
import argparse, collections, json, pathlib, re

import bench

OUT = bench.ROOT / "speech/src/main/resources/io/beamscribe/speech/recognition/whisper/speakers.tsv"
HEAD = """# Millions of speakers of the languages that Whisper models know: population times share, summed over
# the territories of supplemental/territoryInfo of the Unicode CLDR 48.2 (benchmarks/speakers.py)
"""
# Whisper's codes where CLDR has others.
CODES = {"no": "nb", "jw": "jv", "tl": "fil"}
LARGE = {"yue"}  # what only large-v3 knows


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("territory_info", type=pathlib.Path)
    parser.add_argument("vocabulary", type=pathlib.Path)
    args = parser.parse_args()
    speakers = collections.Counter()
    for territory in json.loads(args.territory_info.read_text("utf-8"))["supplemental"]["territoryInfo"].values():
        for language, facts in territory.get("languagePopulation", {}).items():
            share = float(facts["_populationPercent"]) / 100
            speakers[language.split("_")[0]] += float(territory["_population"]) * share
    marks = re.findall(r"<\|([a-z]{2,3})\|>", args.vocabulary.read_text("utf-8"))
    lines = [f"{code}\t{(speakers[CODES.get(code, code)] or speakers[code]) / 1e6:.2f}\n" for code in sorted({*marks, *LARGE})]
    OUT.write_text(HEAD + "".join(lines), encoding="utf-8")


if __name__ == "__main__":
    main()
