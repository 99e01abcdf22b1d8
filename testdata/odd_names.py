#!/usr/bin/env python3
"""Builds a folder of good files with awkward names and of broken files: python3 testdata/odd_names.py OUT

Such names and files cannot live in a repository that is checked out everywhere, so tests build them. Standard library only.

OUT/audio/            transcribe this: good/, broken/ and special/ (what is no plain file, or may not be read)
OUT/expected.tsv      path below OUT/audio, what is expected of it, why
OUT/refs.tsv          path below OUT/audio, locale, text: of the good ones and of the damaged ones that are still whole

Expected is `ok`, an errorKind of the report, `absent` (never listed), or several of these with | between where more than
one is defensible. `ok` for a damaged file means that what can be heard is transcribed.
"""
import io, math, os, pathlib, random, shutil, struct, sys, unicodedata, zipfile

import riff

HERE = pathlib.Path(__file__).resolve().parent
FORMATS = HERE / "formats"
KOREAN = "회의록 가나다"

GOOD = {  # name -> the file of formats/ that it is a copy of
    "plain.flac": "flac.flac",
    "with some spaces.wav": "pcm_s16.wav",
    " space first.mp3": "mp3.mp3",
    "space last.mp3 ": "mp3.mp3",
    unicodedata.normalize("NFC", KOREAN) + ".flac": "flac.flac",
    unicodedata.normalize("NFD", KOREAN) + ".flac": "flac.flac",
    "日本語 العربية ñöß.opus": "opus.opus",
    "emoji 🎧👩‍💻.ogg": "vorbis.ogg",
    "it's.flac": "flac.flac",
    'say "hello".m4a': "aac.m4a",
    "-y.mp3": "mp3.mp3",
    "--output=elsewhere.flac": "flac.flac",
    "100%.wav": "pcm_s16.wav",
    "percent%20%2F%00.mp3": "mp3.mp3",
    "hash#fragment.flac": "flac.flac",
    "query?a=b&c=d.wav": "pcm_s16.wav",
    "plus+plus.aac": "aac.aac",
    "at@home=1.flac": "flac.flac",
    "[1-3].flac": "flac.flac",
    "{a,b}.opus": "opus.opus",
    "star*.mp3": "mp3.mp3",
    "back\\slash.wav": "pcm_s16.wav",
    "semi;colon, comma & more.flac": "flac.flac",
    "$(HOME) `id` ${x}.wav": "pcm_s16.wav",
    "12:30:00.flac": "flac.flac",
    "file:relative.wav": "pcm_s16.wav",
    "pipe:0.mp3": "mp3.mp3",
    "~.flac": "flac.flac",
    "LOUD.WAV": "pcm_s16.wav",
    "no extension": "flac.flac",
    "many.dots.tar.gz.wav": "pcm_s16.wav",
    "really-flac.mp3": "flac.flac",
    "really-mp4.wav": "video.mp4",
    "speech.txt": "pcm_s16.wav",
    "twin.wav": "pcm_s16.wav",
    "twin.flac": "flac.flac",
    "twin": "mp3.mp3",
    "n" * 195 + ".flac": "flac.flac",
    "가" * 80 + ".flac": "flac.flac",
    "folder with space/한국/deep/er/x.flac": "flac.flac",
    "folder.wav/inside.flac": "flac.flac",
}


def jpeg():
    """The first bytes of a JPEG picture and noise: enough for any program to take it for one."""
    app0 = b"JFIF\0\1\1\0\0\1\0\1\0\0"
    return b"\xff\xd8\xff\xe0" + struct.pack(">H", len(app0) + 2) + app0 + noise(3000) + b"\xff\xd9"


def noise(size, seed=7):
    return random.Random(seed).randbytes(size)


def archive():
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as z:
        z.writestr("readme.txt", "nothing to hear here\n" * 40)
    return out.getvalue()


def boxes(data):
    """(kind, start, end) of the top boxes of an MP4 file."""
    at = 0
    while at < len(data):
        size, kind = struct.unpack(">I4s", data[at : at + 8])
        yield kind, at, at + size
        at += size


def without_index(data):
    """An MP4 whose writer was stopped before it wrote the index."""
    return data[: next(start for kind, start, _ in boxes(data) if kind == b"moov")]


def silent_film():
    """An MP4 with its sound track turned into one of no known kind, so that only the picture is left."""
    data = (FORMATS / "video.mp4").read_bytes()
    return data.replace(b"soun", b"meta").replace(b"mp4a", b"mett")


def with_wild_samples(data):
    """The 32-bit float WAV with values in it that are no numbers, or far beyond full scale."""
    head, body = data[:44], bytearray(data[44:])
    wild = [math.nan, math.inf, -math.inf, 1e30]
    for index, at in enumerate(range(400, len(body) - 4, 4000)):
        struct.pack_into("<f", body, at, wild[index % len(wild)])
    return head + bytes(body)


def with_bit_rot(data):
    """Thirty flipped bytes, spread over the last two thirds."""
    data, chance = bytearray(data), random.Random(11)
    for _ in range(30):
        data[chance.randrange(len(data) // 3, len(data))] ^= 0xFF
    return bytes(data)


def broken():
    """(name, content, expected, why)"""
    pcm = (FORMATS / "pcm_s16.wav").read_bytes()[44:]
    flac, mp3, opus, m4a = ((FORMATS / n).read_bytes() for n in ("flac.flac", "mp3.mp3", "opus.opus", "aac.m4a"))
    no_audio = "no audio content, whatever the name says"
    playlist = "#EXTM3U\n#EXT-X-TARGETDURATION:9\n#EXTINF:9,\n{}\n#EXT-X-ENDLIST\n"
    yield "empty.wav", b"", "EmptyAudio", "no bytes"
    yield "one-byte.wav", b"R", "UnsupportedAudio", no_audio
    yield "text.wav", b"This is not a recording.\n" * 60, "UnsupportedAudio", no_audio
    yield "picture.wav", jpeg(), "UnsupportedAudio", no_audio
    yield "error-page.mp3", b"<!DOCTYPE html><html><body><h1>404 Not Found</h1></body></html>\n", "UnsupportedAudio", no_audio
    yield "archive.ogg", archive(), "UnsupportedAudio", no_audio
    yield "random.mp3", noise(20000), "UnsupportedAudio|InvalidAudio", "noise may look like a frame of anything"
    yield "encrypted.m4a", b"Salted__" + noise(30000, 8), "UnsupportedAudio|InvalidAudio", "noise may look like a frame of anything"
    yield "zeros.flac", bytes(20000), "UnsupportedAudio|InvalidAudio", no_audio
    yield "silent-film.mp4", silent_film(), "UnsupportedAudio", "a picture without sound"
    yield "playlist-file.mp3", playlist.format("file:///etc/passwd").encode(), "UnsupportedAudio", "must open nothing else"
    yield "playlist-network.mp3", playlist.format("http://127.0.0.1:9/a.ts").encode(), "UnsupportedAudio", "must open nothing else"
    yield "concat.wav", b"ffconcat version 1.0\nfile '/etc/passwd'\nfile 'text.wav'\n", "UnsupportedAudio", "must open nothing else"
    yield "unknown-codec.wav", riff.wav(noise(9000), tag=0x5A5A), "UnsupportedAudio", "a codec nobody knows"
    yield "header-cut.wav", riff.wav(pcm)[:20], "InvalidAudio", "ends within the format"
    yield "header-only.wav", riff.wav(pcm)[:44], "EmptyAudio", "the header promises what is not there"
    yield "no-samples.wav", riff.wav(b""), "EmptyAudio", "well-formed, nothing in it"
    yield "no-data-chunk.wav", riff.chunk(b"RIFF", b"WAVE" + riff.fmt()), "EmptyAudio|InvalidAudio", "no data at all"
    yield "no-channels.wav", riff.wav(pcm, channels=0), "InvalidAudio", "zero channels"
    yield "too-many-channels.wav", riff.wav(pcm, channels=65535), "InvalidAudio|UnsupportedAudio", "65535 channels"
    yield "no-rate.wav", riff.wav(pcm, rate=0), "InvalidAudio", "zero samples a second"
    yield "absurd-rate.wav", riff.wav(pcm, rate=0xFFFFFFFF), "InvalidAudio|UnsupportedAudio", "4 GHz"
    yield "no-bits.wav", riff.wav(pcm, bits=0), "InvalidAudio|UnsupportedAudio", "zero bits a sample"
    yield "no-index.m4a", without_index(m4a), "InvalidAudio", "its index was never written"
    yield "header-only.flac", flac[:42], "EmptyAudio|InvalidAudio", "no frame of sound"
    yield "header-only.opus", opus[:60], "EmptyAudio|InvalidAudio", "no frame of sound"
    yield "cut.wav", riff.wav(pcm)[: 44 + len(pcm) // 2], "ok", "half of the sound is there"
    yield "cut.flac", flac[: len(flac) // 2], "ok", "half of the sound is there"
    yield "cut.mp3", mp3[: len(mp3) // 2], "ok", "half of the sound is there"
    yield "streamed.wav", riff.wav(pcm, 0xFFFFFFFF, 0xFFFFFFFF), "ok", "sizes unknown when the header was written"
    yield "never-closed.wav", riff.wav(pcm, 0, 0), "ok", "the recorder was stopped before it wrote the sizes"
    yield "odd-byte.wav", riff.wav(pcm + b"\x01"), "ok", "half a sample at the end"
    yield "wild-samples.wav", with_wild_samples((FORMATS / "float32.wav").read_bytes()), "ok", "NaN, Inf and 1e30 among the samples"
    yield "bit-rot.mp3", with_bit_rot(mp3), "ok", "damage that a decoder skips"


WHOLE = {"streamed.wav", "never-closed.wav", "odd-byte.wav", "wild-samples.wav"}


def build(out):
    audio = out / "audio"
    text = next(r.split("\t")[2] for r in (HERE / "refs.tsv").read_text("utf-8").splitlines() if r.startswith("formats/"))
    expected, refs = [], []

    def note(path, what, why, whole=False):
        expected.append(f"{path}\t{what}\t{why}\n")
        if whole:
            refs.append(f"{path}\ten-US\t{text}\n")

    for name, source in GOOD.items():
        path = audio / "good" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(FORMATS / source, path)
        note(f"good/{name}", "ok", f"a copy of formats/{source}", True)
    (audio / "broken").mkdir(parents=True)
    for name, content, what, why in broken():
        (audio / "broken" / name).write_bytes(content)
        note(f"broken/{name}", what, why, name in WHOLE)
    special = audio / "special"
    special.mkdir()
    os.mkfifo(special / "pipe.wav")
    note("special/pipe.wav", "UnsupportedAudio|absent", "a named pipe: reading it would wait for ever")
    (special / "directory.wav").mkdir()
    note("special/directory.wav", "absent", "an empty folder")
    (special / "dangling.wav").symlink_to("nowhere.wav")
    note("special/dangling.wav", "InvalidUri|absent", "a link to nothing")
    (special / "link.flac").symlink_to(FORMATS / "flac.flac")
    note("special/link.flac", "ok", "a link to a good file", True)
    locked = special / "unreadable.wav"
    locked.write_bytes(riff.wav(bytes(32000)))
    locked.chmod(0)
    note("special/unreadable.wav", "ok" if os.access(locked, os.R_OK) else "Forbidden", "mode 000, which root reads all the same")
    (out / "expected.tsv").write_text("".join(expected), encoding="utf-8")
    (out / "refs.tsv").write_text("".join(refs), encoding="utf-8")
    print(f"{len(expected)} files in {audio}")


if __name__ == "__main__":
    if len(sys.argv) != 2 or sys.argv[1].startswith("-"):
        sys.exit(__doc__)
    if os.path.lexists(sys.argv[1]) and os.listdir(sys.argv[1]):
        sys.exit(f"{sys.argv[1]} is not empty")
    build(pathlib.Path(sys.argv[1]))
