"""Writes WAV files byte by byte, right ones and, for the broken files, wrong ones. Standard library only."""
import struct

PCM, FLOAT, EXTENSIBLE = 1, 3, 0xFFFE


def chunk(name, body, size=None):
    """A RIFF chunk; `size` is what its header claims, by default the truth."""
    return name + struct.pack("<I", len(body) if size is None else size) + body + b"\0" * (len(body) % 2)


def fmt(tag=PCM, channels=1, rate=16000, bits=16):
    frame = channels * bits // 8
    head = struct.pack("<HHIIHH", tag, channels, rate & 0xFFFFFFFF, rate * frame & 0xFFFFFFFF, frame & 0xFFFF, bits)
    if tag != EXTENSIBLE:
        return chunk(b"fmt ", head)
    guid = struct.pack("<IHH", PCM, 0, 0x10) + bytes.fromhex("800000aa00389b71")
    return chunk(b"fmt ", head + struct.pack("<HHI", 22, bits, 4) + guid)


def wav(data, data_size=None, riff_size=None, **format):
    """A WAV file around `data`; `data_size` and `riff_size` are claims, by default the truth."""
    body = b"WAVE" + fmt(**format) + chunk(b"data", data, data_size)
    return chunk(b"RIFF", body, riff_size)


def rf64(data, **format):
    """A WAV file with 64-bit sizes, as made for more than 4 GiB."""
    rest = fmt(**format) + chunk(b"data", data, 0xFFFFFFFF)
    sizes = struct.pack("<QQQI", 4 + 36 + len(rest), len(data), len(data) // 2, 0)
    return chunk(b"RF64", b"WAVE" + chunk(b"ds64", sizes) + rest, 0xFFFFFFFF)
