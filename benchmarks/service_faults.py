#!/usr/bin/env python3
"""The service killed with -9 again and again while transcriptions are queued and done: what is lost, what is done twice?

    python3 benchmarks/service_faults.py --transcriptions 1000 --kills 20

Starts `serve` on a folder and a port of its own, a web server for the audio and a receiver of web hooks. Transcriptions are submitted while the
service is killed at random and started again; a request that no answer came to is made again, as clients do. At the end it is checked that
each transcription that was acknowledged ended as Succeeded with exactly one result and one report, that all results are those of the batch job
to the byte (written without spaces; but for the time of day, the name of the audio and the fingerprint, which is of the name too), and that each
event of the web hook came at least once, under one id.
"""
import argparse, collections, http.server, json, pathlib, random, re, shlex, signal, subprocess, sys, tempfile, threading, time

import served

API = "?api-version=2024-11-15"
PHASES = ("Creation", "Processing", "Completion")


class Neighbour:
    """Serves the audio under every name and notes the events of web hooks."""

    def __init__(self, audio):
        audio, self.fetched, self.events = audio.read_bytes(), collections.Counter(), collections.defaultdict(list)
        neighbour = self

        class Handler(http.server.BaseHTTPRequestHandler):
            def do_GET(self):
                begin, end = 0, len(audio) - 1
                asked = re.match(r"bytes=(\d+)-(\d*)", self.headers.get("Range", ""))
                if asked:
                    begin, end = int(asked[1]), min(end, int(asked[2] or end))
                if self.command == "GET" and begin == 0:
                    neighbour.fetched[self.path] += 1
                self.send_response(206 if asked else 200)
                self.send_header("ETag", '"1"')
                self.send_header("Accept-Ranges", "bytes")
                if asked:
                    self.send_header("Content-Range", f"bytes {begin}-{end}/{len(audio)}")
                self.send_header("Content-Length", str(end - begin + 1))
                self.end_headers()
                if self.command == "GET":
                    self.wfile.write(audio[begin:end + 1])

            do_HEAD = do_GET

            def do_POST(self):
                body = self.rfile.read(int(self.headers.get("Content-Length", 0)))
                name = self.headers["X-MicrosoftSpeechServices-Event"]
                answer = self.path.partition("validationToken=")[2].encode()
                if name != "Challenge":
                    event = json.loads(body)
                    neighbour.events[event["self"].partition("?")[0].rpartition("/")[2], name].append(event["invocationId"])
                self.send_response(200)
                self.send_header("Content-Length", str(len(answer)))
                self.end_headers()
                self.wfile.write(answer)

            def log_message(self, *_):
                pass

        self.server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.address = f"http://127.0.0.1:{self.server.server_port}"
        threading.Thread(target=self.server.serve_forever, daemon=True).start()


def comparable(content):
    """A result without what tells of the run and of the name of the audio"""
    document = json.loads(content)
    for name in ("timestamp", "source"):
        document.pop(name)
    document["beamscribe"].pop("fingerprint")
    return json.dumps(document, ensure_ascii=False)


def batch_job(program, model, audio, work):
    """The result of the batch job with the options of the transcriptions"""
    subprocess.run([*program, "transcribe", f"--input={audio}", f"--output={work / 'batch'}", "--locale=ko-KR", f"--model={model}",
                    "--formats=json", "--progress=none"], check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    (result,) = (work / "batch/transcripts").rglob("*.json")
    return comparable(result.read_bytes())


def submit(service, neighbour, ending, count, acknowledged, unanswered):
    for number in range(count):
        body = {"displayName": f"t{number}", "locale": "ko-KR", "contentUrls": [f"{neighbour.address}/{number}{ending}"],
                "properties": {"timeToLiveHours": 48, "wordLevelTimestampsEnabled": True, "displayFormWordLevelTimestampsEnabled": True}}
        while True:
            try:
                status, entity = service.ask("POST", "/speechtotext/transcriptions:submit" + API, body)
                if status != 201:
                    raise SystemExit(f"{status} {entity}")
                acknowledged[entity["self"]] = number
                break
            except OSError:
                unanswered.append(number)
                time.sleep(0.2)


def measure(args, program, work):
    expected = batch_job(program, args.model, args.audio, work)
    neighbour = Neighbour(args.audio)
    service = served.Service(program, work / "data", "--model=" + args.model, "--allowNetworks=127.0.0.0/8", f"--jobs={args.jobs}")
    service.start()
    service.await_health()
    _, hook = service.ask("POST", "/speechtotext/webhooks" + API, {
        "displayName": "h", "webUrl": neighbour.address + "/hook",
        "events": {f"transcription{phase}": True for phase in PHASES}})
    while service.ask("GET", hook["self"])[1]["status"] != "Succeeded":
        time.sleep(0.2)
    try:
        return faults(args, service, neighbour, expected, work)
    finally:
        service.stop()


def faults(args, service, neighbour, expected, work):
    acknowledged, unanswered, begin = {}, [], time.time()
    submitting = threading.Thread(target=submit, args=(service, neighbour, args.audio.suffix, args.transcriptions, acknowledged, unanswered),
                                  daemon=True)
    submitting.start()
    chance, kills = random.Random(args.seed), 0

    def done():
        found = list(service.everything("/speechtotext/transcriptions" + API + "&top=1000"))
        return collections.Counter(entity["status"] for entity in found)

    while True:
        if kills < args.kills:
            time.sleep(chance.uniform(*args.between))
            service.kill()
            kills += 1
            service.start()
            if chance.random() < 0.8:  # else it is killed again while it starts
                service.await_health()
        else:
            service.await_health()
            time.sleep(2)
        try:
            statuses = done()
        except OSError:
            continue
        print(f"{time.time() - begin:.0f} s, {kills} kills, {dict(statuses)}, {len(unanswered)} requests unanswered", file=sys.stderr)
        if not submitting.is_alive() and not statuses["NotStarted"] + statuses["Running"]:
            break
        if time.time() - begin > args.seconds:
            break
    seconds = time.time() - begin
    end = time.time() + 120
    while time.time() < end and b"beamscribe_hook_events_waiting 0" not in service.ask("GET", "/metrics")[1]:
        time.sleep(0.5)
    entities = {entity["self"]: entity for entity in service.everything("/speechtotext/transcriptions" + API + "&top=1000")}
    lost = [self for self in acknowledged if self not in entities]
    not_ended = [self for self, entity in entities.items() if entity["status"] in ("NotStarted", "Running")]
    for self in not_ended:
        del entities[self]  # the time was over; the others can be checked
    not_succeeded = [self for self, entity in entities.items() if entity["status"] != "Succeeded"]
    wrong_rows, other_bytes = [], []
    for self, entity in entities.items():
        files = list(service.everything(entity["links"]["files"]))
        if [file["name"] for file in files] != ["contenturl_0.json", "report.json"]:
            wrong_rows.append(self)
        elif comparable(service.content(files[0]["links"]["contentUrl"])) != expected:
            other_bytes.append(self)
    ids = {self.partition("?")[0].rpartition("/")[2] for self in entities}
    missing = [(id, phase) for id in ids for phase in PHASES if not neighbour.events[id, "Transcription" + phase]]
    two_ids = [key for key, invocations in neighbour.events.items() if len(set(invocations)) > 1]
    kept = sum(1 for file in (work / "data/files").rglob("*") if file.is_file())
    return {"transcriptions": len(entities), "acknowledged": len(acknowledged), "requestsUnanswered": len(unanswered), "kills": kills,
            "seconds": round(seconds), "lost": len(lost), "notEnded": len(not_ended), "notSucceeded": len(not_succeeded), "wrongFileRows": len(wrong_rows),
            "otherBytes": len(other_bytes), "filesInTheFolder": kept, "eventsMissing": len(missing), "eventsWithTwoIds": len(two_ids),
            "eventsSentAgain": sum(len(invocations) - 1 for invocations in neighbour.events.values() if invocations),
            "audioFetchedAgain": sum(number - 1 for number in neighbour.fetched.values())}


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--transcriptions", type=int, default=1000, help="default 1000")
    parser.add_argument("--kills", type=int, default=20, help="default 20")
    parser.add_argument("--between", type=float, nargs=2, default=(2, 25), help="seconds between kills (default 2 to 25)")
    parser.add_argument("--jobs", type=int, default=2, help="transcriptions at a time (default 2)")
    parser.add_argument("--model", default="vosk-small-ko", help="default vosk-small-ko")
    parser.add_argument("--audio", type=pathlib.Path, default=served.ROOT / "testdata/speech/korean-1.flac",
                        help="what is transcribed (default testdata/speech/korean-1.flac)")
    parser.add_argument("--seconds", type=int, default=7200, help="to wait at most (default 7200)")
    parser.add_argument("--seed", type=int, default=1, help="of the times of the kills (default 1)")
    parser.add_argument("--program", default=str(served.ROOT / "bin/beamscribe"), help="how Beamscribe is called (default bin/beamscribe)")
    args = parser.parse_args()
    signal.signal(signal.SIGTERM, lambda *_: sys.exit("ended"))  # with what was started
    with tempfile.TemporaryDirectory() as folder:
        result = measure(args, shlex.split(args.program), pathlib.Path(folder))
    print(json.dumps(result, indent=1))
    wrong = ("lost", "notEnded", "notSucceeded", "wrongFileRows", "otherBytes", "eventsMissing", "eventsWithTwoIds")
    sys.exit(1 if any(result[name] for name in wrong) else 0)


if __name__ == "__main__":
    main()
