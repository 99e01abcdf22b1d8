#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Real-time sessions with faults, against a service that runs: does anything else suffer?

Each session is one that an SDK would have, changed at random: frames cut, doubled, dropped, in another order, with other
bytes, fragmented, huge or slow, connections that end at any place or never read. Meanwhile sessions without faults go on one
after another; all of them must give the same text. At the end the service must have the threads and open files that it began
with (a few more are its pools').

  bin/beamscribe serve --model=vosk-small-ko --port=8089 &
  benchmarks/realtime_faults.py --port=8089 --pid=$! --audio=speech.wav --language=ko-KR --sessions=10000

With --idle=N, N connections are opened instead and say nothing, and the threads of the process are counted. With --kills=N, a
session goes on in real time while the engine process (the service's child) is killed with -9 N times, in the middle of speech:
how long until the next partial result, against the time between two without a kill, and is the text the same?

The audio is a WAV file, 16 kHz, mono, 16 bits. The process is the service's, of which memory, threads and files are read.
"""
import argparse
import base64
import collections
import json
import os
import random
import socket
import struct
import threading
import time
import wave

PATH = "/speech/recognition/conversation/cognitiveservices/v1"
CHUNK = 3200


def frame(opcode, payload, rng, fin=True, mask=True, rsv=0, claimed=None):
    """A WebSocket frame (RFC 6455, 5.2)."""
    length = len(payload) if claimed is None else claimed
    head = bytes([(0x80 if fin else 0) | rsv << 4 | opcode])
    bit = 0x80 if mask else 0
    if length < 126:
        head += bytes([bit | length])
    elif length < 65536:
        head += bytes([bit | 126]) + struct.pack(">H", length)
    else:
        head += bytes([bit | 127]) + struct.pack(">Q", length)
    if not mask:
        return head + payload
    key = rng.randbytes(4)
    pattern = int.from_bytes((key * (len(payload) // 4 + 1))[: len(payload)], "big")
    return head + key + (int.from_bytes(payload, "big") ^ pattern).to_bytes(len(payload), "big")


def text(path, turn, body):
    return 1, f"Path: {path}\r\nX-RequestId: {turn}\r\n\r\n{body}".encode()


def audio(turn, body):
    head = f"Path: audio\r\nX-RequestId: {turn}\r\n".encode()
    return 2, struct.pack(">H", len(head)) + head + body


def messages(turn, pcm, context="{}"):
    """The messages of a session without faults, as (opcode, payload)."""
    header = b"RIFF\0\0\0\0WAVEfmt " + struct.pack("<IHHIIHH", 16, 1, 1, 16000, 32000, 2, 16) + b"data\0\0\0\0"
    yield text("speech.config", turn, '{"context":{"system":{"name":"SpeechSDK"}}}')
    yield text("speech.context", turn, context)
    yield audio(turn, header)
    for at in range(0, len(pcm), CHUNK):
        yield audio(turn, pcm[at : at + CHUNK])
    yield audio(turn, b"")


def connect(a):
    to = socket.create_connection(("127.0.0.1", a.port), timeout=60)
    key = base64.b64encode(os.urandom(16)).decode()
    to.sendall(
        f"GET {PATH}?language={a.language} HTTP/1.1\r\nHost: 127.0.0.1:{a.port}\r\nUpgrade: websocket\r\n"
        f"Connection: Upgrade\r\nSec-WebSocket-Key: {key}\r\nSec-WebSocket-Version: 13\r\n\r\n".encode()
    )
    stream = to.makefile("rb")
    status = stream.readline()
    if b" 101 " not in status:
        to.close()
        raise ConnectionError(status.decode().strip())
    while stream.readline().strip():
        pass
    return to, stream


def answers(stream):
    """What the service sends: (opcode, payload) until it ends."""
    while True:
        head = stream.read(2)
        if len(head) < 2:
            return
        length = head[1] & 127
        if length > 125:
            length = int.from_bytes(stream.read(2 if length == 126 else 8), "big")
        yield head[0] & 15, stream.read(length)


def sound(a, pcm, rng):
    """A session without faults; returns its text."""
    to, stream = connect(a)
    turn = rng.randbytes(16).hex()
    with to:
        for opcode, payload in messages(turn, pcm):
            to.sendall(frame(opcode, payload, rng))
        words = []
        for opcode, payload in answers(stream):
            if opcode == 8:
                raise ConnectionError(f"closed: {payload[2:].decode()}")
            head, body = payload.decode().split("\r\n\r\n", 1)
            if "Path: speech.phrase" in head:
                words.append(json.loads(body)["DisplayText"])
            if "Path: turn.end" in head:
                return " ".join(words).strip()
    raise ConnectionError("ended before its turn")


def junk(rng, size):
    return rng.randbytes(rng.randrange(size))


def changed(plain, rng):
    """The frames of a session with faults, as bytes; None for the connection's end."""
    plain = list(plain)
    for _ in range(rng.choice([0, 0, 1, 2])):
        i, j = rng.randrange(len(plain)), rng.randrange(len(plain))
        kind = rng.randrange(5)
        if kind == 0:
            plain.insert(i, plain[j])
        elif kind == 1:
            plain[i], plain[j] = plain[j], plain[i]
        elif kind == 2 and len(plain) > 1:
            del plain[i]
        elif kind == 3:
            plain[i] = (plain[i][0], plain[i][1][: rng.randrange(len(plain[i][1]) + 1)])
        else:
            payload = bytearray(plain[i][1])
            for _ in range(rng.randrange(1, 8)):
                if payload:
                    payload[rng.randrange(len(payload))] = rng.randrange(256)
            plain[i] = (plain[i][0], bytes(payload))
    frames = [frame(opcode, payload, rng) for opcode, payload in plain]
    at = rng.randrange(len(frames))
    opcode, payload = plain[min(at, len(plain) - 1)]
    turn = rng.randbytes(16).hex()
    fault = rng.randrange(16)
    if fault == 0:
        frames[at:] = [frames[at][: rng.randrange(len(frames[at]))], None]
    elif fault == 1:
        frames.insert(at, None)
    elif fault == 2:
        frames[at] = frame(opcode, payload, rng, mask=False)
    elif fault == 3:
        frames[at] = frame(rng.choice([3, 5, 7, 11, 15]), payload, rng)
    elif fault == 4:
        frames[at] = frame(opcode, payload, rng, rsv=rng.randrange(1, 8))
    elif fault == 5:
        cut = rng.randrange(len(payload) + 1)
        frames[at : at + 1] = [frame(opcode, payload[:cut], rng, fin=False), frame(0, payload[cut:], rng)]
    elif fault == 6:
        frames[at] = frame(opcode, payload[:100], rng, claimed=rng.choice([1 << 20, 1 << 31, 1 << 62]))
    elif fault == 7:
        frames[at] = frame(opcode, bytes((1 << 20) + rng.randrange(9)), rng)
    elif fault == 8:
        frames[at:at] = [frame(9, junk(rng, 200), rng) for _ in range(50)]
    elif fault == 9:
        frames.insert(at, frame(1, junk(rng, 300), rng))
    elif fault == 10:
        frames.insert(at, frame(2, junk(rng, 3000), rng))
    elif fault == 11:
        body = rng.choice(['{"a":' * 3000, "[" * 100000, '{"dgi":{"groups":[{"items":[' + '{"text":"가나다"},' * 9000 + "{}]}]}}"])
        frames.insert(at, frame(*text("speech.context", turn, body), rng))
    elif fault == 12:
        frames[at:at] = [frame(*text("speech.context", rng.randbytes(16).hex(), "{}"), rng) for _ in range(20)]
    elif fault == 13:
        frames.insert(at, frame(*audio(turn, rng.choice([b"fLaC", b"OggS", b"RIFF", b"ID3\x04"]) + junk(rng, 20000)), rng))
    elif fault == 14:
        millis = rng.choice([-1, 0, 1 << 31, 1 << 40, "x"])
        body = json.dumps({"phraseDetection": {"initialSilenceTimeout": millis, "trailingSilenceTimeout": millis}})
        frames.insert(at, frame(*text("speech.context", turn, body), rng))
    else:
        frames[at:at] = list(map(bytes, zip(frames[at])))  # byte by byte
    return frames


def faulty(a, pcm, seed):
    """A session with faults; returns how it ended."""
    rng = random.Random(seed)
    begin = rng.randrange(max(1, len(pcm) - 16000)) & ~1
    frames = changed(messages(rng.randbytes(16).hex(), pcm[begin : begin + 16000]), rng)
    to, stream = connect(a)
    with to:
        if rng.random() < 0.1:
            to.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))  # ends with a reset
        try:
            for each in frames:
                if each is None:
                    return "ended by the client"
                to.sendall(each)
            if rng.random() < 0.2:
                return "never read"
            to.settimeout(a.patience)
            for opcode, payload in answers(stream):
                if opcode == 8:
                    return f"closed with {int.from_bytes(payload[:2], 'big')}"
                if b"Path: turn.end" in payload:
                    return "turn ended"
            return "ended by the service"
        except socket.timeout:
            return "still waiting"
        except (ConnectionError, OSError):
            return "ended by the service"


def process(pid):
    """Threads, open files, MB of the process, and its children."""
    with open(f"/proc/{pid}/status") as f:
        status = dict(line.split(":", 1) for line in f)
    children = 0
    for thread in os.listdir(f"/proc/{pid}/task"):
        try:
            with open(f"/proc/{pid}/task/{thread}/children") as f:
                children += len(f.read().split())
        except OSError:
            pass  # the thread has ended
    return {
        "threads": int(status["Threads"]),
        "files": len(os.listdir(f"/proc/{pid}/fd")),
        "MB": int(status["VmRSS"].split()[0]) // 1024,
        "children": children,
    }


def engines(pid):
    """The child processes of a process, with the size of each in kB."""
    found = {}
    for each in filter(str.isdigit, os.listdir("/proc")):
        try:
            with open(f"/proc/{each}/status") as f:
                status = dict(line.rstrip().split(":", 1) for line in f)
            if int(status["PPid"]) == pid and "VmRSS" in status:
                found[int(each)] = int(status["VmRSS"].split()[0])
        except (OSError, ValueError):
            pass  # it has ended
    return found


def idle(a):
    """Connections that say nothing."""
    before, open_ones = process(a.pid), []
    for _ in range(a.idle):
        open_ones.append(connect(a))
    time.sleep(2)
    print(json.dumps({"connections": a.idle, "before": before, "while they are open": process(a.pid)}))
    for to, _ in open_ones:
        to.close()


def spoken(a, pcm, kills):
    """A session in real time, whose engine is killed; returns times of partial results, those of kills, and the text."""
    rng = random.Random(3)
    to, stream = connect(a)
    partials, killed, words, ended = [], [], [], threading.Event()

    def listen():
        for opcode, payload in answers(stream):
            if opcode == 8:
                words.append(f"closed: {payload[2:].decode()}")
                break
            head, body = payload.decode().split("\r\n\r\n", 1)
            if "Path: speech.hypothesis" in head:
                partials.append(time.monotonic())
            elif "Path: speech.phrase" in head:
                words.append(json.loads(body)["DisplayText"])
            elif "Path: turn.end" in head:
                break
        ended.set()

    listener = threading.Thread(target=listen)
    listener.start()
    begin = time.monotonic()
    for n, (opcode, payload) in enumerate(messages(rng.randbytes(16).hex(), pcm)):
        time.sleep(max(0, begin + n * CHUNK / 32000 - time.monotonic()))
        to.sendall(frame(opcode, payload, rng))
        at = time.monotonic()
        if len(killed) < kills and partials and at - partials[-1] < 0.05 and at - (killed[-1] if killed else begin) > 4:
            found = engines(a.pid)
            os.kill(max(found, key=found.get), 9)
            killed.append(time.monotonic())
    ended.wait(60)
    to.close()
    return partials, killed, " ".join(words).strip()


def kill(a, pcm):
    """Kills engine processes while somebody speaks."""
    plain, _, expected = spoken(a, pcm, 0)
    apart = sorted(y - x for x, y in zip(plain, plain[1:]))
    partials, killed, text = spoken(a, pcm, a.kills)
    gaps = [min((each for each in partials if each > at), default=float("inf")) - at for at in killed]
    print(
        json.dumps(
            {
                "kills": len(killed),
                "seconds until the next partial result": [round(each, 2) for each in gaps],
                "without a kill, median and longest": [round(apart[len(apart) // 2], 2), round(apart[-1], 2)],
                "same text": text == expected,
                "load": [round(x, 1) for x in os.getloadavg()],
            }
        )
    )
    if text != expected:
        print(f"expected: {expected}\n     got: {text}")


def main():
    p = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    p.add_argument("--port", type=int, required=True)
    p.add_argument("--pid", type=int, required=True)
    p.add_argument("--audio", required=True)
    p.add_argument("--language", default="en-US")
    p.add_argument("--sessions", type=int, default=300)
    p.add_argument("--at-once", type=int, default=8)
    p.add_argument("--patience", type=float, default=2)
    p.add_argument("--seed", type=int, default=1)
    p.add_argument("--idle", type=int, default=0)
    p.add_argument("--kills", type=int, default=0)
    a = p.parse_args()
    if a.idle:
        idle(a)
        return
    with wave.open(a.audio) as f:
        pcm = f.readframes(f.getnframes())
    pcm += bytes(32000)
    if a.kills:
        kill(a, pcm)
        return
    expected = sound(a, pcm, random.Random(0))
    assert expected, "nothing is recognised in this audio"
    before = process(a.pid)
    print(f"expected: {expected}\nbefore: {before}", flush=True)
    ends, seeds, lock, done = collections.Counter(), iter(range(a.sessions)), threading.Lock(), threading.Event()
    witnesses = collections.Counter()

    def work():
        while True:
            with lock:
                number = next(seeds, None)
            if number is None:
                return
            try:
                end = faulty(a, pcm, a.seed * 1_000_000 + number)
            except (ConnectionError, OSError) as e:
                end = f"not connected: {e}"
            with lock:
                ends[end] += 1
                if sum(ends.values()) % 500 == 0:
                    print(sum(ends.values()), dict(witnesses), process(a.pid), flush=True)

    def witness():
        while not done.is_set():
            try:
                same = sound(a, pcm, random.Random(1)) == expected
                witnesses["same" if same else "other text"] += 1
            except (ConnectionError, OSError) as e:
                witnesses[str(e)] += 1

    watcher = threading.Thread(target=witness)
    watcher.start()
    workers = [threading.Thread(target=work) for _ in range(a.at_once)]
    begin = time.time()
    for each in workers:
        each.start()
    for each in workers:
        each.join()
    done.set()
    watcher.join()
    print(f"{a.sessions} sessions in {time.time() - begin:.0f} s: {dict(ends.most_common())}")
    print(f"sessions without faults meanwhile: {dict(witnesses)}")
    time.sleep(65)  # threads of pools that have nothing to do end after a minute
    print(f"after: {process(a.pid)}")
    print("the same text again:", sound(a, pcm, random.Random(2)) == expected)


if __name__ == "__main__":
    main()
