#!/usr/bin/env python3
"""Writes voice-space.bin: how prints of one voice differ and how voices differ, learnt from readers, for diarization and known voices.

READERS are files like readers.npz: voice prints E (n x 192, unit length) of pieces of speech, their reader W and band B (w wide, t telephone).
Two-covariance PLDA (Ioffe, 2006): a print is the mean of its band, plus what is the voice's, plus what is the piece's, both normal.
The covariance of pieces of one voice is shrunk by a tenth towards an isotropic one. Coordinates are those in which it is the identity
and the covariance of voices is diagonal; the 128 in which voices differ most are kept.

With --across, voices-across-bands.bin, for known voices: what a voice's prints of one band and of the other differ by counts as scatter within
the voice, what they have in common is the voice's; half of the isotropic one, as there is more to generalise to. The known voices ship with

    python benchmarks/reader_prints.py others.npz
    python benchmarks/voice_space.py --across ../shared/data/calls/readers.npz others.npz

File, little-endian floats: number of coordinates; mean of wide and of telephone prints (192 each); variance of voices along each
coordinate; coordinates, 192 numbers each. Needs numpy.
"""
import argparse, pathlib

import bench
import numpy as np

OUT = bench.ROOT / "speech/src/main/resources/io/beamscribe/speech/speakers"
COORDINATES, SHRINK, SHRINK_ACROSS = 128, 0.1, 0.5


def names(files):
    """All readers of files."""
    return sorted({name for file in files for name in np.load(file)["W"].astype(str).tolist()})


def half(names, which):
    """Every other one: even or odd."""
    return names[which == "odd" :: 2]


def centred(prints, bands):
    means = {band: prints[bands == band].mean(0) for band in "wt"}
    return means, np.array([each - means[band] for each, band in zip(prints, bands)])


def learn(prints, readers, bands):
    means, prints = centred(prints, bands)
    within, voices, degrees, shares = 0, [], 0, 0
    for reader in sorted(set(readers)):
        for band in "wt":
            own = prints[(readers == reader) & (bands == band)]
            if len(own) > 1:
                mean = own.mean(0)
                within, degrees, shares = within + (own - mean).T @ (own - mean), degrees + len(own) - 1, shares + 1 / len(own)
                voices.append(mean)
    within = shrunk(within / degrees, SHRINK)
    voices = np.array(voices)
    between = voices.T @ voices / len(voices) - within * shares / len(voices)
    return means, *axes(within, between)


def learn_across(prints, readers, bands):
    means, prints = centred(prints, bands)
    within, common, degrees, voices = 0, 0, 0, 0
    for reader in sorted(set(readers)):
        own = readers == reader
        wide, telephone = prints[own & (bands == "w")], prints[own & (bands == "t")]
        if len(wide) and len(telephone):
            mean = prints[own].mean(0)
            within, degrees = within + (prints[own] - mean).T @ (prints[own] - mean), degrees + own.sum() - 1
            common, voices = common + np.outer(wide.mean(0), telephone.mean(0)), voices + 1
    return means, *axes(shrunk(within / degrees, SHRINK_ACROSS), (common + common.T) / 2 / voices)


def shrunk(covariance, share):
    size = len(covariance)
    return (1 - share) * covariance + share * np.trace(covariance) / size * np.eye(size)


def axes(within, between):
    values, vectors = np.linalg.eigh(within)
    white = vectors / np.sqrt(values)
    variances, turned = np.linalg.eigh(white.T @ between @ white)
    first = np.argsort(-variances)[:COORDINATES]
    coordinates = (white @ turned[:, first]).T
    signs = np.sign([row[np.abs(row).argmax()] for row in coordinates])
    return np.maximum(variances[first], 0), coordinates * signs[:, None]


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("readers", type=pathlib.Path, nargs="+")
    parser.add_argument("--across", action="store_true", help="learn what is a voice's over both bands")
    parser.add_argument("--out", type=pathlib.Path, help="default: the resource of the speech module")
    parser.add_argument("--readers-of", choices=["all", "even", "odd"], default="all", help="learn from every other reader only, to hold out the rest")
    args = parser.parse_args()
    parts = [np.load(file) for file in args.readers]
    prints, readers, bands = (np.concatenate([part[name] for part in parts]) for name in "EWB")
    prints = prints.astype(float)
    if args.readers_of != "all":
        kept = np.isin(readers, half(names(args.readers), args.readers_of))
        prints, readers, bands = prints[kept], readers[kept], bands[kept]
    means, variances, coordinates = (learn_across if args.across else learn)(prints, readers, bands)
    numbers = np.concatenate([[len(variances)], means["w"], means["t"], variances, coordinates.ravel()])
    out = args.out or OUT / ("voices-across-bands.bin" if args.across else "voice-space.bin")
    out.parent.mkdir(parents=True, exist_ok=True)
    out.write_bytes(numbers.astype("<f4").tobytes())


if __name__ == "__main__":
    main()
