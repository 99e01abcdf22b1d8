#!/usr/bin/env python3
"""Compares `beamscribe evaluate` with independent scorers, to the last digit, on random cases that are full of ties.

Needs sclite and md-eval (Debian: sctk), Python's jiwer, meeteval and pyannote.metrics, and score.py; what is missing is left out and said.
usage: scoring.py [--command "bin/beamscribe"] [--cases 200] [--seed 1] [--work FOLDER] [--score ../shared/tools/score.py]
"""
import argparse, importlib.util, json, os, random, re, shlex, shutil, subprocess, sys, tempfile

SCTK = "/usr/lib/sctk/bin/"
failures = 0


def say(name, equal, of, note=""):
    global failures
    failures += equal != of
    print(f"{'equal   ' if equal == of else 'DIFFERENT'} {name}: {equal} of {of} {note}", flush=True)


def evaluate(a, name, *flags):
    out = os.path.join(a.work, name)
    run = subprocess.run([*shlex.split(a.command), "evaluate", f"--output={out}", *flags], capture_output=True, text=True)
    if run.returncode not in (0, 3):
        sys.exit(f"{run.args}: {run.returncode}\n{run.stderr}")
    return json.load(open(out + "/evaluation.json"))


def result(path, phrases, duration=60.0):
    """phrases: channel, speaker, start, end, words"""
    ms = lambda s: round(s * 1000)
    def span(start, end):
        return dict(offset="PT0S", duration="PT0S", offsetInTicks=ms(start) * 10000, durationInTicks=(ms(end) - ms(start)) * 10000,
                    offsetMilliseconds=ms(start), durationMilliseconds=ms(end) - ms(start))
    rows = []
    for channel, speaker, start, end, words in phrases:
        text = " ".join(w if isinstance(w, str) else w[0] for w in words)
        timed = [dict(word=w[0], confidence=0.5, **span(w[1], w[2])) for w in words if not isinstance(w, str)]
        row = dict(recognitionStatus="Success", channel=channel, **span(start, end),
                   nBest=[dict(confidence=0.5, lexical=text, itn=text, maskedITN=text, display=text, words=timed)])
        if speaker:
            row["speaker"] = speaker
        rows.append(row)
    os.makedirs(os.path.dirname(path), exist_ok=True)
    json.dump(dict(source=os.path.basename(path)[:-5], timestamp="2026-01-01T00:00:00Z", durationInTicks=ms(duration) * 10000,
                   durationMilliseconds=ms(duration), duration="PT0S",
                   combinedRecognizedPhrases=[dict(channel=r["channel"], **{k: r["nBest"][0][k] for k in ("lexical", "itn", "maskedITN", "display")}) for r in rows],
                   recognizedPhrases=rows), open(path, "w"))


def counts(figures):
    return tuple(figures[k] for k in ("correctWordCount", "wordSubstitutionCount", "wordDeletionCount", "wordInsertionCount"))


def sclite(a, pairs):
    for side, at in (("ref", 0), ("hyp", 1)):
        with open(f"{a.work}/{side}.trn", "w") as f:
            f.writelines(f"{' '.join(p[at])} (s-{i:04d})\n" for i, p in enumerate(pairs))
    text = subprocess.run([SCTK + "sclite", "-r", a.work + "/ref.trn", "trn", "-h", a.work + "/hyp.trn", "trn", "-i", "spu_id", "-s",
                           "-o", "pralign", "stdout"], capture_output=True, text=True).stdout
    found = re.findall(r"id: \(s-(\d+)\)\nScores: \(#C #S #D #I\) (\d+) (\d+) (\d+) (\d+)", text)
    return {int(i): tuple(map(int, c)) for i, *c in found}


def words(a, r):
    vocabulary = "a b c d e f".split()
    pairs = []
    for _ in range(a.cases):
        ref = [r.choice(vocabulary) for _ in range(r.randint(1, 30))]
        hyp = []
        for w in ref:
            x = r.random()
            hyp += [] if x < 0.2 else [r.choice(vocabulary)] if x < 0.45 else [w, r.choice(vocabulary)] if x < 0.6 else [w]
        pairs.append((ref, hyp))
    with open(a.work + "/words.tsv", "w") as f:
        f.writelines(f"u{i:04d}.wav\ten-US\t{' '.join(ref)}\n" for i, (ref, _) in enumerate(pairs))
    for i, (_, hyp) in enumerate(pairs):
        result(f"{a.work}/words/u{i:04d}.wav.json", [(0, None, 0, 1, hyp)] if hyp else [])
    def ours(rule):
        doc = evaluate(a, "words-" + rule, f"--references={a.work}/words.tsv", f"--hypotheses={a.work}/words", "--normalizer=none", "--alignment=" + rule)
        return doc, [counts(d["models"][0]) for d in doc["details"]]
    if os.path.exists(SCTK + "sclite"):
        theirs, mine = sclite(a, pairs), ours("sclite")[1]
        say("sclite, C S D I of each utterance", sum(theirs.get(i) == mine[i] for i in range(len(pairs))), len(pairs))
    else:
        print("left out: sclite")
    try:
        import jiwer
        doc, mine = ours("jiwer")
        equal = 0
        for (ref, hyp), m in zip(pairs, mine):
            o = jiwer.process_words(" ".join(ref), " ".join(hyp))
            equal += (o.hits, o.substitutions, o.deletions, o.insertions) == m
        say("jiwer, C S D I of each utterance", equal, len(pairs))
        o = jiwer.process_words([" ".join(p[0]) for p in pairs], [" ".join(p[1]) for p in pairs])
        say("jiwer, word error rate", int(round(o.wer, 6) == doc["models"][0]["total"]["wordErrorRate"]), 1, f"{o.wer:.6f}")
    except ImportError:
        print("left out: jiwer")
    doc, mine = ours("levenshtein")
    equal = sum(m == fewest(*p) for m, p in zip(mine, pairs))
    say("fewest substitutions of the fewest edits", equal, len(pairs))


def fewest(ref, hyp):
    row = [(j, 0, 0, j) for j in range(len(hyp) + 1)]
    for i, w in enumerate(ref, 1):
        new = [(i, 0, i, 0)]
        for j, h in enumerate(hyp, 1):
            c, s, d, n = row[j - 1]
            best = (c, s, d, n) if w == h else (c + 1, s + 1, d, n)
            best = min(best, (row[j][0] + 1, row[j][1], row[j][2] + 1, row[j][3]), (new[-1][0] + 1, new[-1][1], new[-1][2], new[-1][3] + 1))
            new.append(best)
        row = new
    c, s, d, n = row[-1]
    return len(ref) - s - d, s, d, n


def texts(a, r):
    """Text as people write it, with the words that score.py makes of it."""
    if not os.path.exists(a.score):
        print("left out: score.py")
        return
    spec = importlib.util.spec_from_file_location("score", a.score)
    score = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(score)
    vocabulary = "Hello, hello it's It\u2019s its well-known well known 'quoted' quoted. \u201cStra\u00dfe\u201d stra\u00dfe caf\u00e9 cafe\u0301 10 $5 5 \u2026 \u2014 \ud55c\uad6d\uc5b4 \u6771\u4eac\u3002 \uff21\uff22 ab rock'n'roll".split()
    pairs = []
    for _ in range(a.cases):
        ref = ["a"] + [r.choice(vocabulary) for _ in range(r.randint(1, 30))]
        hyp = []
        for w in ref:
            x = r.random()
            hyp += [] if x < 0.15 else [r.choice(vocabulary)] if x < 0.35 else [w, r.choice(vocabulary)] if x < 0.45 else [w]
        pairs.append((" ".join(ref), " ".join(hyp)))
    with open(a.work + "/texts.tsv", "w") as f:
        f.writelines(f"t{i:04d}.wav\ten-US\t{ref}\n" for i, (ref, _) in enumerate(pairs))
    for i, (_, hyp) in enumerate(pairs):
        result(f"{a.work}/texts/t{i:04d}.wav.json", [(0, None, 0, 1, hyp.split())] if hyp else [])
    doc = evaluate(a, "texts-scores", f"--references={a.work}/texts.tsv", f"--hypotheses={a.work}/texts", "--normalizer=basic")
    for kind, flags in (("word", []), ("character", ["--cer"])):
        edits = [kind + e + "Count" for e in ("Substitution", "Deletion", "Insertion")]
        equal = 0
        for (ref, hyp), d in zip(pairs, doc["details"]):
            ours = d["models"][0]
            sides = [score.tokens(t, bool(flags)) for t in (ref, hyp)]
            theirs = (*score.edits(*sides), len(sides[0]))
            mine = (*(ours[e] for e in edits), ours[kind + "Count"])
            equal += theirs == mine
            if theirs != mine and a.verbose:
                print(theirs, mine, ref, "|", hyp)
        say(f"score.py, S D I and number of {kind}s of each text", equal, len(pairs))
        run = subprocess.run([sys.executable, a.score, "wer", a.work + "/texts", a.work + "/texts.tsv", *flags], capture_output=True, text=True)
        total = doc["models"][0]["total"]
        rate = f"{100 * sum(total[e] for e in edits) / total[kind + 'Count']:.2f}"
        theirs = run.stdout.split()[-1]
        say(f"score.py, {kind} error rate", int(theirs == rate), 1, f"{theirs} %")


def turns(r, names, end=60.0):
    out = []
    for name in names:
        at = r.uniform(0, 10)
        while at < end - 1:
            stop = min(end, at + r.uniform(0.5, 8))
            out.append((name, round(at, 3), round(stop, 3)))
            at = stop + r.uniform(0.1, 12)
    return sorted(out, key=lambda t: t[1])


def conversations(a, r):
    cases = max(1, a.cases // 4)
    vocabulary = "yes no well maybe so then there".split()
    refs, hyps = {}, {}
    for i in range(cases):
        name = f"c{i:04d}"
        refs[name] = [(n, s, e, [r.choice(vocabulary) for _ in range(r.randint(1, 8))]) for n, s, e in turns(r, [f"p{k}" for k in range(r.randint(1, 4))])]
        own = []
        for speaker, s, e, ws in refs[name]:
            if r.random() < 0.1:
                continue
            who = speaker if r.random() < 0.8 else f"p{r.randint(0, 4)}"
            s, e = max(0, round(s + r.uniform(-0.5, 0.5), 3)), min(60, round(e + r.uniform(-0.5, 0.5), 3))
            if e - s < 0.1 or any(int(who[1:]) + 1 == o[0] and s < o[2] and o[1] < e for o in own):
                continue  # nobody speaks twice at once: tools differ in how they count that
            said = [w if r.random() < 0.8 else r.choice(vocabulary) for w in ws if r.random() < 0.9] or ["well"]
            own.append((int(who[1:]) + 1, s, e, said))
        hyps[name] = own
        timed = []
        for speaker, s, e, ws in own:
            # Word times in whole milliseconds, as results have them.
            marks = [round(s + (e - s) * k / len(ws), 3) for k in range(len(ws) + 1)]
            timed.append((0, speaker, s, e, [(w, marks[k], marks[k + 1]) for k, w in enumerate(ws)]))
        result(f"{a.work}/talk/{name}.wav.json", timed)
    with open(a.work + "/talk.stm", "w") as f:
        for name in refs:
            f.writelines(f"{name} 1 {who} {s:.3f} {e:.3f} {' '.join(ws)}\n" for who, s, e, ws in refs[name])
    for collar in ("0", "0.25"):
        doc = evaluate(a, "talk-" + collar, f"--references={a.work}/talk.stm", f"--hypotheses={a.work}/talk", "--normalizer=none", "--collar=" + collar)
        diarization(a, doc, refs, hyps, float(collar))
    try:
        import meeteval
    except ImportError:
        print("left out: meeteval")
        return
    seglst = lambda rows: meeteval.io.SegLST(rows)
    errors = lambda x: (x["wordSubstitutionCount"] + x["wordDeletionCount"] + x["wordInsertionCount"], x["wordCount"])
    each = {d["file"]: d["conversations"][0] for d in doc["details"]}
    cp = tcp = 0
    for name in refs:
        ref = seglst([dict(session_id=name, speaker=w, start_time=s, end_time=e, words=" ".join(t)) for w, s, e, t in refs[name]])
        hyp = []
        for w, s, e, t in hyps[name]:
            marks = [round(s + (e - s) * k / len(t), 3) for k in range(len(t) + 1)]
            hyp += [dict(session_id=name, speaker=str(w), start_time=marks[k], end_time=marks[k + 1], words=x) for k, x in enumerate(t)]
        hyp = seglst(hyp)
        mine = each[name]
        c = meeteval.wer.cpwer(reference=ref, hypothesis=hyp)[name]
        t = meeteval.wer.tcpwer(reference=ref, hypothesis=hyp, collar=5)[name]
        cp += (c.errors, c.length) == errors(mine["concatenatedPermutation"])
        tcp += (t.errors, t.length) == errors(mine["timeConstrainedPermutation"])
    say("meeteval, cpWER of each conversation", cp, len(refs))
    say("meeteval, tcpWER of each conversation", tcp, len(refs))


def diarization(a, doc, refs, hyps, collar):
    mine = doc["models"][0]["diarization"]
    for side, data in (("ref", refs), ("hyp", hyps)):
        with open(f"{a.work}/{side}.rttm", "w") as f:
            for name, rows in data.items():
                f.writelines(f"SPEAKER {name} 1 {s:.3f} {e - s:.3f} <NA> <NA> {who} <NA> <NA>\n" for who, s, e, _ in rows)
    with open(a.work + "/all.uem", "w") as f:
        f.writelines(f"{name} 1 0.000 60.000\n" for name in refs)
    if os.path.exists(SCTK + "md-eval.pl"):
        text = subprocess.run([SCTK + "md-eval.pl", "-c", str(collar), "-r", a.work + "/ref.rttm", "-s", a.work + "/hyp.rttm", "-u", a.work + "/all.uem"],
                              capture_output=True, text=True).stdout
        value = lambda name: float(re.search(name + r" =\s*([\d.]+)", text).group(1))
        pairs = [("SCORED SPEAKER TIME", "speechSeconds"), ("MISSED SPEAKER TIME", "missedSeconds"), ("FALARM SPEAKER TIME", "falseAlarmSeconds"),
                 ("SPEAKER ERROR TIME", "confusionSeconds")]
        equal = sum(abs(value(n) - mine[m]) < 0.005 + 1e-6 for n, m in pairs)
        der = float(re.search(r"OVERALL SPEAKER DIARIZATION ERROR = ([\d.]+)", text).group(1))
        # of the times, as the rate in the document is rounded and would be so a second time
        rate = 100 * sum(mine[m] for _, m in pairs[1:]) / mine["speechSeconds"]
        say(f"md-eval, collar {collar}: speech, missed, false alarm, confusion, error rate", equal + (f"{der:.2f}" == f"{rate:.2f}"), 5, f"DER {der:.2f} %")
    else:
        print("left out: md-eval")
    try:
        from pyannote.core import Annotation, Segment, Timeline
        from pyannote.metrics.diarization import DiarizationErrorRate, JaccardErrorRate
    except ImportError:
        print("left out: pyannote.metrics")
        return
    der, jer = DiarizationErrorRate(collar=2 * collar), JaccardErrorRate()
    for name in refs:
        both = []
        for rows in (refs[name], hyps[name]):
            annotation = Annotation()
            for k, (who, s, e, _) in enumerate(rows):
                annotation[Segment(s, e), k] = str(who)
            both.append(annotation)
        uem = Timeline([Segment(0, 60)])
        der(*both, uem=uem)
        jer(*both, uem=uem)
    if collar == 0:  # with a collar, pyannote.metrics decides who is who without the time that it leaves out; md-eval with it
        say("pyannote.metrics, error rate", int(f"{abs(der):.6f}" == f"{mine['diarizationErrorRate']:.6f}"), 1, f"{abs(der):.6f}")
        say("pyannote.metrics, Jaccard error rate", int(f"{abs(jer):.6f}" == f"{mine['jaccardErrorRate']:.6f}"), 1, f"{abs(jer):.6f}")


def main():
    p = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    p.add_argument("--command", default="bin/beamscribe")
    p.add_argument("--cases", type=int, default=200)
    p.add_argument("--seed", type=int, default=1)
    p.add_argument("--work")
    p.add_argument("--only", choices=["words", "texts", "conversations"])
    p.add_argument("--score", default="../shared/tools/score.py")
    p.add_argument("--verbose", action="store_true", help="print what differs from score.py")
    a = p.parse_args()
    a.work = a.work or tempfile.mkdtemp(prefix="scoring-")
    os.makedirs(a.work, exist_ok=True)
    r = random.Random(a.seed)
    if a.only in (None, "words"):
        words(a, r)
    if a.only in (None, "conversations"):
        conversations(a, r)
    if a.only in (None, "texts"):
        texts(a, r)
    sys.exit(failures > 0)


if __name__ == "__main__":
    main()
