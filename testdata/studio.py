"""Voices and encoders: what make.py needs of the outside world. Runs in the environment that make.py sets up."""
import os, pathlib, subprocess, sys, tempfile, zipfile

import numpy as np
from hibari import Hibari

RATE = 16000
FFMPEG = "org.bytedeco:ffmpeg:8.0.1-1.5.13:jar:linux-x86_64"
COPY = "org.apache.maven.plugins:maven-dependency-plugin:3.8.1:copy"
EXACT = ["-map_metadata", "-1", "-fflags", "+bitexact", "-flags:a", "+bitexact", "-flags:v", "+bitexact"]


class Ffmpeg:
    """The ffmpeg program out of the jar that the product uses too."""

    def __init__(self, folder):
        self.home = folder / "org/bytedeco/ffmpeg/linux-x86_64"
        if not (self.home / "ffmpeg").exists():
            fetch = ["mvn", "-q", "-B", COPY, f"-Dartifact={FFMPEG}", f"-DoutputDirectory={folder}"]
            subprocess.run(fetch, check=True, stdout=subprocess.DEVNULL)
            with zipfile.ZipFile(next(folder.glob("*.jar"))) as jar:
                jar.extractall(folder, [n for n in jar.namelist() if n.startswith("org/")])
            (self.home / "ffmpeg").chmod(0o755)
        # It is linked against desktop libraries that it never calls here; empty ones let it start anywhere.
        for name in ("libpulse.so.0", "libxcb.so.1", "libxcb-shm.so.0", "libasound.so.2"):
            if not (self.home / name).exists():
                subprocess.run(["cc", "-shared", "-o", self.home / name, "-x", "c", os.devnull], check=True)

    def __call__(self, *args, given=None):
        command = [self.home / "ffmpeg", "-nostdin", "-v", "error", "-y", *map(str, args)]
        if given is not None:
            command.remove("-nostdin")
        done = subprocess.run(command, input=given, capture_output=True, env={"LD_LIBRARY_PATH": str(self.home)})
        if done.returncode:
            sys.exit(done.stderr.decode())
        return done.stdout


ffmpeg = Ffmpeg(pathlib.Path(sys.prefix) / "ffmpeg")
hibari = Hibari()


def pcm16(samples):
    return np.clip(np.round(samples * 32767), -32768, 32767).astype("<i2")


def encode(samples, path, *options, also=()):
    """Writes mono or (n, channels) samples between -1 and 1 by ffmpeg; 16 bits go in. `also` is a further input."""
    path.parent.mkdir(parents=True, exist_ok=True)
    channels = 1 if samples.ndim == 1 else samples.shape[1]
    source = ["-f", "s16le", "-ar", RATE, "-ac", channels, "-i", "-"]
    ffmpeg(*source, *also, *EXACT, *options, path, given=pcm16(samples).tobytes())


def speak(voice, text):
    """Speech of one voice at 16 kHz, without silence around it, peak at half scale."""
    with tempfile.TemporaryDirectory() as folder:
        out = os.path.join(folder, "speech.wav")
        shift = ""
        if voice == "heart":
            hibari.save(text, out, seed=1)
        elif voice == "deep":  # the same voice, lower: a second speaker
            hibari.save(text, out, seed=2, speed=1.1)
            shift = f"asetrate={24000 * 0.85},"
        elif voice in ("espeak", "korean"):
            name = "ko" if voice == "korean" else "en-us"
            subprocess.run(["espeak-ng", "-v", name, "-s", "150", "-w", out, text], check=True)
        else:
            subprocess.run(["flite", "-voice", voice, "-t", text, "-o", out], check=True, stdout=subprocess.DEVNULL)
        raw = ffmpeg("-i", out, "-af", f"{shift}aresample={RATE}", "-ac", 1, "-f", "f32le", "-")
    samples = np.frombuffer(raw, "<f4").astype(float)
    samples *= 0.5 / np.abs(samples).max()
    loud = np.flatnonzero(np.abs(samples) > 0.005)
    return samples[max(0, loud[0] - 800) : loud[-1] + 1600]
