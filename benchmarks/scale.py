#!/usr/bin/env python3
"""What a run on very many slots would take: a simulation of how files and blocks are dealt out, with costs that were measured.

Files are listed in one place, the largest first, and dealt in turn to as many openers as there are slots. A slot has one opener and one
recogniser, which share a processor: a file of one block is heard where it is opened, and the blocks of a longer one are dealt in turn to all
recognisers, beginning anywhere, as Flink's rebalance does. Lengths of files are log-normal.
"""
import argparse, math, random

import bench

BLOCK = 110  # seconds, as io.beamscribe.speech.activity.BlockCutter has it


def lengths(count, median, spread, source):
    return sorted((median * math.exp(spread * source.gauss(0, 1)) for _ in range(count)), reverse=True)


def makespan(files, slots, args, source):
    """(seconds until the last slot is done, seconds if all were even)"""
    work = [0.0] * slots
    turn = [source.randrange(slots) for _ in range(slots)]
    first = source.randrange(slots)
    for number, seconds in enumerate(files):
        opener = (first + number) % slots
        work[opener] += args.file + args.open * seconds
        blocks = max(1, round(seconds / BLOCK))
        if blocks == 1:
            work[opener] += args.audio * seconds
            continue
        for _ in range(blocks):
            turn[opener] = (turn[opener] + 1) % slots
            work[turn[opener]] += args.audio * seconds / blocks
    return max(work), sum(work) / slots


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--files", type=int, default=1_000_000, help="default 1000000")
    parser.add_argument("--slots", type=int, nargs="+", default=[2, 100, 1000, 10_000], help="default 2 100 1000 10000")
    parser.add_argument("--median", type=float, default=180, help="seconds of a file (default 180)")
    parser.add_argument("--spread", type=float, default=1.0, help="of the logarithm of that (default 1)")
    parser.add_argument("--audio", type=float, default=0.06, help="processor seconds a second of audio (default 0.06)")
    parser.add_argument("--open", type=float, default=0.002, help="the same for opening it (default 0.002)")
    parser.add_argument("--file", type=float, default=0.15, help="seconds a file beside that: requests and writing (default 0.15)")
    parser.add_argument("--list", type=float, default=0.2, help="seconds for a request that lists 1000 (default 0.2)")
    parser.add_argument("--check", type=float, default=0.03, help="seconds to read a marker (default 0.03)")
    parser.add_argument("--start", type=float, default=30, help="seconds until the first slot works (default 30)")
    parser.add_argument("--channel", type=int, default=2, help="network buffers a channel (default 2)")
    args = parser.parse_args()
    source = random.Random(1)
    files = lengths(args.files, args.median, args.spread, source)
    hours = sum(files) / 3600
    rows = []
    for slots in args.slots:
        spread, even = makespan(files, slots, args, source)
        listing = args.files / 1000 * args.list
        checking = args.files / slots * args.check
        rows.append([
            f"{slots:,}", f"{even / 3600:.2f}", f"{spread / 3600:.2f}", f"{even / spread * 100:.0f} %", f"{listing / 60:.0f}",
            f"{checking / 60:.1f}", f"{4 * args.files / (spread + args.start + listing):,.0f}", f"{2 * slots * args.channel * 32 / 1024:,.0f}",
        ])
    print(f"{args.files:,} files, {hours:,.0f} hours of audio\n")
    print(bench.table(["slots", "hours if even", "hours", "used", "minutes of listing",
                       "minutes to read all markers", "requests a second", "MB of network buffers a slot"], rows))


if __name__ == "__main__":
    main()
