#!/usr/bin/env python3
"""The service under steady load: lists and gets among 100,000 entities, how long do they take, and does memory stay?

    python3 benchmarks/service_load.py --entities 100000 --rate 200 --minutes 10

Starts `serve` on a folder and a port of its own, has it make one transcription and multiplies that in the database. Then requests begin at a
fixed rate, whether or not earlier ones were answered: half are gets of a transcription, three tenths a page of 20 at a random place, the rest by
filters (status, name, time). Times are from the moment at which a request was due, so that waiting for a free connection counts; the processor time
is the service's alone. Ends with 1 if an answer was wrong or 95 % of all took longer than 50 ms.
"""
import argparse, collections, datetime, http.client, json, pathlib, queue, random, shlex, signal, sqlite3, statistics, sys, tempfile, threading, time, urllib.parse, uuid

import bench, served

API = "api-version=2024-11-15"


def fill(service, folder, count):
    """Ids of as many transcriptions; the first is the service's own"""
    status, entity = service.ask("POST", "/speechtotext/transcriptions:submit?" + API, {
        "displayName": "t0", "locale": "en-US", "contentUrls": ["http://127.0.0.1:1/none.wav"], "properties": {"timeToLiveHours": 48}})
    if status != 201:
        raise SystemExit(f"{status} {entity}")
    while service.ask("GET", entity["self"])[1]["status"] not in ("Succeeded", "Failed"):
        time.sleep(0.2)
    first = entity["self"].partition("?")[0].rpartition("/")[2]
    with sqlite3.connect(folder / "beamscribe.db", timeout=60) as database:
        database.row_factory = sqlite3.Row
        row = dict(database.execute("SELECT * FROM entities WHERE id = ?", [first]).fetchone())
        columns = ", ".join(row)
        chance, ids = random.Random(1), [first]

        def rows():
            for number in range(1, count):
                ids.append(str(uuid.UUID(int=chance.getrandbits(128), version=4)))
                created = row["created"] - number * 1000
                yield list({**row, "id": ids[-1], "display_name": f"t{number}", "created": created, "last_action": created + 500, "expires": None,
                            "status": "Failed" if number % 50 == 0 else "Succeeded"}.values())

        database.executemany(f"INSERT INTO entities ({columns}) VALUES ({', '.join('?' * len(row))})", rows())
    return ids, row["created"]


class Load:
    def __init__(self, service, ids, newest, connections):
        self.service, self.ids, self.newest, self.due = service, ids, newest, queue.Queue()
        self.times, self.wrong, self.lock = collections.defaultdict(list), collections.Counter(), threading.Lock()
        self.threads = [threading.Thread(target=self.work, daemon=True) for _ in range(connections)]
        for thread in self.threads:
            thread.start()

    def request(self, chance):
        """(name, path) of a random request"""
        root, kind = "/speechtotext/transcriptions", chance.random()
        if kind < 0.5:
            return "get", f"{root}/{chance.choice(self.ids)}?{API}"
        if kind < 0.65:
            return "first page", f"{root}?{API}&top=20"
        if kind < 0.8:
            return "page", f"{root}?{API}&top=20&skip={chance.randrange(len(self.ids))}"
        name, text = chance.choice([
            ("by status", "status eq 'Failed'"),
            ("by name", f"displayName eq 't{chance.randrange(len(self.ids))}'"),
            ("by time", "createdDateTime gt " + datetime.datetime.fromtimestamp(
                self.newest // 1000 - chance.randrange(len(self.ids)), datetime.timezone.utc).strftime("%Y-%m-%dT%H:%M:%SZ"))])
        return name, f"{root}?{API}&top=20&filter={urllib.parse.quote(text)}"

    def work(self):
        connection = None
        while True:
            due, name, path = self.due.get()
            try:
                connection = connection or http.client.HTTPConnection("127.0.0.1", self.service.port, timeout=60)
                connection.request("GET", path)
                answer = connection.getresponse()
                answer.read()
                if answer.status != 200:
                    self.wrong[answer.status] += 1
            except (OSError, http.client.HTTPException) as e:
                self.wrong[type(e).__name__] += 1
                connection = None
            with self.lock:
                self.times[name].append(1000 * (time.time() - due))

    def run(self, rate, seconds):
        chance, begin, sent, memory, used = random.Random(2), time.time(), 0, [], self.service.processor()
        while time.time() < begin + seconds:
            now = time.time()
            while sent < (now - begin) * rate:
                self.due.put((begin + sent / rate, *self.request(chance)))
                sent += 1
            if len(memory) <= (now - begin) / 10:
                memory.append(self.service.memory())
            time.sleep(0.002)
        while self.due.qsize():
            time.sleep(0.1)
        time.sleep(0.5)
        return sent, memory, self.service.processor() - used


def spread(times):
    cuts = statistics.quantiles(times, n=100) if len(times) > 1 else times * 99
    return {"requests": len(times), "medianMs": round(statistics.median(times), 1), "p95Ms": round(cuts[94], 1), "p99Ms": round(cuts[98], 1)}


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--entities", type=int, default=100000, help="default 100000")
    parser.add_argument("--rate", type=int, default=200, help="requests a second (default 200)")
    parser.add_argument("--minutes", type=float, default=10, help="default 10")
    parser.add_argument("--connections", type=int, default=16, help="default 16")
    parser.add_argument("--program", default=str(served.ROOT / "bin/beamscribe"), help="how Beamscribe is called (default bin/beamscribe)")
    args = parser.parse_args()
    signal.signal(signal.SIGTERM, lambda *_: sys.exit("ended"))  # with what was started
    with tempfile.TemporaryDirectory() as work:
        folder = pathlib.Path(work) / "data"
        service = served.Service(shlex.split(args.program), folder)
        service.start()
        try:
            service.await_health()
            ids, newest = fill(service, folder, args.entities)
            load = Load(service, ids, newest, args.connections)
            load.run(args.rate, 20)  # until the compiler of the JVM has seen it
            load.times.clear()
            sent, memory, used = load.run(args.rate, 60 * args.minutes)
        finally:
            service.stop()
    result = {"machine": bench.machine(), "entities": len(ids), "requestsPerSecond": args.rate, "seconds": 60 * args.minutes, "sent": sent,
              "wrong": dict(load.wrong), "all": spread([one for times in load.times.values() for one in times]),
              "byRequest": {name: spread(times) for name, times in sorted(load.times.items())},
              "processorMsPerRequest": round(1000 * used / sent, 2),
              "memoryMB": {"begin": memory[0], "end": memory[-1], "most": max(memory), "everyFiveMinutes": memory[::30]}}
    print(json.dumps(result, indent=1))
    sys.exit(1 if load.wrong or result["all"]["p95Ms"] >= 50 else 0)


if __name__ == "__main__":
    main()
