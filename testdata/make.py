#!/usr/bin/env python3
"""Makes the audio of this folder from speech synthesis, with its references: python3 testdata/make.py [OUT]

Needs on PATH: espeak-ng, flite (Debian: apt-get install espeak-ng flite), mvn and cc. All else is pinned and goes into
testdata/.venv: the packages of requirements.txt, and the ffmpeg program that the product decodes with.
The same tools give the same bytes at each run. OUT defaults to this folder.
"""
import os, pathlib, subprocess, sys, venv

HERE = pathlib.Path(__file__).resolve().parent
VENV = HERE / ".venv"
if pathlib.Path(sys.prefix) != VENV:
    if not (VENV / "ready").exists():
        venv.create(VENV, with_pip=True, clear=True)
        subprocess.run([VENV / "bin/python", "-m", "pip", "-q", "install", "-r", HERE / "requirements.txt"], check=True)
        (VENV / "ready").touch()
    os.execv(VENV / "bin/python", [str(VENV / "bin/python"), *sys.argv])

import numpy as np
import soundfile

import riff
from studio import RATE, encode, pcm16, speak


OFFICE = "Please send the report to the office before noon."
READ = {
    "heart": "The night train leaves the harbor in the rain and reaches the mountains before breakfast.",
    "deep": "My neighbor keeps bees behind the old school and sells the honey at the market.",
    "slt": "We painted the kitchen yellow because the winter mornings are dark and long.",
    "rms": "The doctor told him to drink more water and to walk a little every day.",
    "awb": "Nobody knew why the clock in the church tower had stopped during the storm.",
    "espeak": "The children built a small boat and sailed it across the quiet lake.",
}
KOREAN = ["내일 아침 일곱 시에 역 앞에서 만나요.", "회의 자료는 금요일까지 사무실로 보내 주세요."]
CALL = [  # speaker, pause before the turn in seconds (negative: it begins before the other has ended), text
    ("heart", 0.5, "Good morning, how can I help you today?"),
    ("deep", 0.7, "Hello, I lost my ticket on the way to the station."),
    ("heart", 0.4, "That happens a lot. Do you remember the name of the train?"),
    ("deep", -0.3, "Yes, it was the evening train to the coast."),
    ("heart", 0.9, "I will send you a new ticket before lunch."),
    ("deep", 0.5, "Thank you very much for your help."),
]
MEETING = [
    ("slt", 0.5, "Let us begin with the plans for the summer festival."),
    ("rms", 0.6, "The band has agreed to play on both evenings."),
    ("heart", 0.5, "Then we need a larger stage and more chairs."),
    ("slt", 0.8, "The school can lend us the chairs for free."),
    ("rms", 0.4, "I will ask my brother about the stage."),
]


def silence(seconds):
    return np.zeros(int(seconds * RATE))


class References:
    """refs.tsv, and an .rttm beside each conversation."""

    def __init__(self, out):
        self.out, self.rows = out, []

    def text(self, path, text, locale="en-US"):
        self.rows.append(f"{path}\t{locale}\t{text}\n")

    def turns(self, path, turns):
        name = pathlib.Path(path).stem
        lines = [
            f"SPEAKER {name} {channel} {start / RATE:.3f} {length / RATE:.3f} <NA> <NA> {who} <NA> <NA>\n"
            for who, start, length, channel in turns
        ]
        (self.out / path).with_suffix(".rttm").write_text("".join(lines))

    def write(self):
        (self.out / "refs.tsv").write_text("".join(sorted(self.rows)), encoding="utf-8")


def converse(script):
    """(tracks by speaker, turns as (speaker, start, length, 1)) of a conversation; counts in samples."""
    at, turns, placed = 0, [], []
    for who, pause, text in script:
        speech = speak(who, text)
        start = at + int(pause * RATE)
        placed.append((who, start, speech))
        turns.append((who, start, len(speech), 1))
        at = start + len(speech)
    tracks = {who: np.zeros(at + RATE // 2) for who, _, _ in script}
    for who, start, speech in placed:
        tracks[who][start : start + len(speech)] += speech
    return tracks, turns


def make_speech(out, refs):
    for voice, text in READ.items():
        path = f"speech/{voice}.flac"
        encode(speak(voice, text), out / path)
        refs.text(path, text)
    for number, text in enumerate(KOREAN, 1):
        path = f"speech/korean-{number}.flac"
        encode(speak("korean", text), out / path)
        refs.text(path, text, "ko-KR")


def make_formats(out, refs):
    speech = speak("heart", OFFICE)
    folder = out / "formats"
    folder.mkdir(parents=True, exist_ok=True)
    low, data = pcm16(speech), pcm16(speech).tobytes()
    wide = np.round(speech * (2**31 - 1)).astype("<i4")
    s24 = wide.view("u1").reshape(-1, 4)[:, 1:].tobytes()
    headers = {
        "pcm_u8.wav": riff.wav(((low >> 8) + 128).astype("u1").tobytes(), bits=8),
        "pcm_s16.wav": riff.wav(data),
        "pcm_s24.wav": riff.wav(s24, bits=24),
        "pcm_s32.wav": riff.wav(wide.tobytes(), bits=32),
        "float32.wav": riff.wav(speech.astype("<f4").tobytes(), tag=riff.FLOAT, bits=32),
        "float64.wav": riff.wav(speech.astype("<f8").tobytes(), tag=riff.FLOAT, bits=64),
        "extensible.wav": riff.wav(s24, tag=riff.EXTENSIBLE, bits=24),
        "rf64.wav": riff.rf64(data),
    }
    for name, content in headers.items():
        (folder / name).write_bytes(content)
    soundfile.write(folder / "gsm.wav", low[::2], 8000, subtype="GSM610")
    encoded = {
        "alaw.wav": ["-c:a", "pcm_alaw"],
        "mulaw.wav": ["-c:a", "pcm_mulaw"],
        "ima_adpcm.wav": ["-c:a", "adpcm_ima_wav"],
        "mp3.wav": ["-c:a", "libmp3lame", "-b:a", "32k"],
        "w64.w64": [],
        "aiff.aiff": [],
        "au.au": [],
        "caf.caf": [],
        "flac.flac": [],
        "flac.oga": ["-c:a", "flac"],
        "mp3.mp3": ["-b:a", "32k"],
        "aac.aac": ["-ar", 44100, "-b:a", "64k"],
        "aac.m4a": ["-ar", 44100, "-ac", 2, "-b:a", "96k"],  # index (moov) at the end
        "alac.m4a": ["-c:a", "alac"],
        "vorbis.ogg": ["-c:a", "vorbis", "-strict", "-2", "-ac", 2, "-b:a", "64k"],
        "opus.opus": ["-b:a", "24k"],
        "opus.webm": ["-b:a", "24k"],
        "speex.spx": ["-c:a", "libspeex", "-b:a", "24k"],
        "amr_nb.amr": ["-ar", 8000, "-b:a", "12.2k"],
        "amr_wb.awb": ["-c:a", "libvo_amrwbenc", "-b:a", "23.85k", "-f", "amr"],
        "amr_nb.3gp": ["-c:a", "libopencore_amrnb", "-ar", 8000, "-b:a", "12.2k"],
        "wma.wma": ["-c:a", "wmav2", "-ar", 22050, "-b:a", "48k"],
    }
    for name, options in encoded.items():
        encode(speech, folder / name, *options)
    picture = ["-f", "lavfi", "-i", "testsrc=size=96x64:rate=5"]
    film = ["-shortest", "-c:v", "mpeg4", "-b:v", "40k", "-c:a", "aac", "-ar", 48000, "-ac", 2, "-b:a", "96k"]
    encode(speech, folder / "video.mkv", *film, also=picture)
    encode(speech, folder / "video.mp4", *film, "-movflags", "+faststart", also=picture)
    for path in sorted(folder.iterdir()):
        refs.text(f"formats/{path.name}", OFFICE)


def make_channels(out, refs):
    tracks, turns = converse(CALL)
    left, right = tracks["heart"], tracks["deep"]
    stereo = np.stack([left, right], 1)
    leak = 10 ** (-30 / 20)
    leaking = np.stack([left + leak * right, right + leak * left], 1)
    in_time = " ".join(text for _, _, text in CALL)
    by_channel = " ".join(text for who in ("heart", "deep") for w, _, text in CALL if w == who)
    on_channel = [(who, start, length, 1 if who == "heart" else 2) for who, start, length, _ in turns]
    phone = ["-af", "highpass=f=300,lowpass=f=3400", "-ar", 8000]
    for name, samples, options, text, who in [
        ("call.flac", stereo, [], by_channel, on_channel),
        ("call-leaking.flac", leaking, [], by_channel, on_channel),
        ("call-mono.opus", left + right, ["-b:a", "32k"], in_time, turns),
        ("call-telephone-alaw.wav", stereo, [*phone, "-c:a", "pcm_alaw"], by_channel, on_channel),
        ("call-telephone-mulaw.wav", left + right, [*phone, "-c:a", "pcm_mulaw"], in_time, turns),
    ]:
        encode(samples, out / "channels" / name, *options)
        refs.text(f"channels/{name}", text)
        refs.turns(f"channels/{name}", who)
    tracks, turns = converse(MEETING)
    encode(sum(tracks.values()), out / "channels/meeting.opus", "-b:a", "32k")
    refs.text("channels/meeting.opus", " ".join(text for _, _, text in MEETING))
    refs.turns("channels/meeting.opus", turns)
    one = speak("heart", READ["heart"])
    six = np.zeros((len(one), 6))
    six[:, 2] = one
    for name, samples in [
        ("dual-mono.flac", np.stack([one, one], 1)),
        ("anti-phase.flac", np.stack([one, -one], 1)),
        ("one-side-silent.flac", np.stack([one, np.zeros_like(one)], 1)),
        ("centre-of-six.flac", six),
    ]:
        encode(samples, out / "channels" / name)
        refs.text(f"channels/{name}", READ["heart"])


def make_conditions(out, refs):
    random = np.random.default_rng(3)
    seconds = 8
    spectrum = np.fft.rfft(random.standard_normal(seconds * RATE))
    pink = np.fft.irfft(spectrum / np.sqrt(np.maximum(1, np.arange(len(spectrum)))))
    pink *= 0.1 / pink.std()
    time = np.arange(seconds * RATE) / RATE
    chords = [(220, 261.6, 329.6), (174.6, 220, 261.6), (130.8, 196, 329.6), (196, 246.9, 293.7)]
    music = np.zeros_like(time)
    for bar, chord in enumerate(chords * 2):
        now = time - bar
        struck = np.where((now >= 0) & (now < 1), np.exp(-2 * now.clip(0)), 0)
        for note in chord:
            music += struck * sum(0.06 / k * np.sin(2 * np.pi * note * k * time) for k in range(1, 6))
    first, second = speak("heart", READ["heart"]), speak("deep", READ["deep"])
    third = speak("heart", OFFICE)
    both = f"{READ['heart']} {READ['deep']} {OFFICE}"
    pauses = [silence(3), first, silence(2), second, silence(9), third, silence(5)]
    paused = np.concatenate(pauses)
    room = 0.0005 * random.standard_normal(len(paused))
    for name, samples, text in [
        ("silence.flac", silence(8), ""),
        ("pink-noise.flac", pink[: 4 * RATE], ""),
        ("music.flac", music, ""),
        ("tone.flac", 0.3 * np.sin(2 * np.pi * 440 * time), ""),
        ("pauses.flac", paused, both),
        ("pauses-in-a-room.opus", paused + room, both),
        ("speech-in-noise.flac", first + 0.15 * pink[: len(first)], READ["heart"]),
        ("clipped.flac", np.clip(6 * first, -1, 1), READ["heart"]),
        ("very-quiet.flac", 0.004 * first, READ["heart"]),
    ]:
        encode(samples, out / "conditions" / name, *(["-b:a", "32k"] if name.endswith("opus") else []))
        refs.text(f"conditions/{name}", text)


def main():
    out = pathlib.Path(sys.argv[1]) if len(sys.argv) > 1 else HERE
    out.mkdir(parents=True, exist_ok=True)
    refs = References(out)
    for step in (make_speech, make_formats, make_channels, make_conditions):
        step(out, refs)
    refs.write()
    size = sum((out / row.split("\t")[0]).stat().st_size for row in refs.rows)
    print(f"{len(refs.rows)} files, {size / 1e6:.1f} MB in {out}")


main()
