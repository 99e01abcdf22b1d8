#!/usr/bin/env python3
"""Writes voice-space.bin: how prints of one voice differ and how voices differ, learnt from readers, for diarization and known voices.

READERS is readers.npz: voice prints E (n x 192, unit length) of pieces of speech, their reader W and band B (w wide, t telephone).
Two-covariance PLDA (Ioffe, 2006): a print is the mean of its band, plus what is the voice's, plus what is the piece's, both normal.
The covariance of pieces of one voice is shrunk by a tenth towards an isotropic one. Coordinates are those in which it is the identity
and the covariance of voices is diagonal; the 128 in which voices differ most are kept.

File, little-endian floats: number of coordinates; mean of wide and of telephone prints (192 each); variance of voices along each
coordinate; coordinates, 192 numbers each. Needs numpy.
"""
import argparse, pathlib

import bench
import numpy as np

OUT = bench.ROOT / "speech/src/main/resources/io/beamscribe/speech/speakers/voice-space.bin"
COORDINATES, SHRINK = 128, 0.1


def learn(prints, readers, bands):
    means = {band: prints[bands == band].mean(0) for band in "wt"}
    centred = np.array([each - means[band] for each, band in zip(prints, bands)])
    size, within, voices, degrees, shares = prints.shape[1], 0, [], 0, 0
    for reader in sorted(set(readers)):
        for band in "wt":
            own = centred[(readers == reader) & (bands == band)]
            if len(own) > 1:
                mean = own.mean(0)
                within, degrees, shares = within + (own - mean).T @ (own - mean), degrees + len(own) - 1, shares + 1 / len(own)
                voices.append(mean)
    within /= degrees
    within = (1 - SHRINK) * within + SHRINK * np.trace(within) / size * np.eye(size)
    voices = np.array(voices)
    between = voices.T @ voices / len(voices) - within * shares / len(voices)
    values, vectors = np.linalg.eigh(within)
    white = vectors / np.sqrt(values)
    variances, axes = np.linalg.eigh(white.T @ between @ white)
    first = np.argsort(-variances)[:COORDINATES]
    coordinates = (white @ axes[:, first]).T
    signs = np.sign([row[np.abs(row).argmax()] for row in coordinates])
    return means, np.maximum(variances[first], 0), coordinates * signs[:, None]


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("readers", type=pathlib.Path)
    parser.add_argument("--out", type=pathlib.Path, default=OUT, help="default: the resource of the speech module")
    parser.add_argument("--readers-of", choices=["all", "even", "odd"], default="all", help="learn from every other reader only, to hold out the rest")
    args = parser.parse_args()
    data = np.load(args.readers)
    prints, readers, bands = data["E"].astype(float), data["W"].astype(str), data["B"].astype(str)
    if args.readers_of != "all":
        half = sorted(set(readers))[args.readers_of == "odd" :: 2]
        kept = np.isin(readers, half)
        prints, readers, bands = prints[kept], readers[kept], bands[kept]
    means, variances, coordinates = learn(prints, readers, bands)
    numbers = np.concatenate([[len(variances)], means["w"], means["t"], variances, coordinates.ravel()])
    args.out.parent.mkdir(parents=True, exist_ok=True)
    args.out.write_bytes(numbers.astype("<f4").tobytes())


if __name__ == "__main__":
    main()
