"""A running service for the benchmarks of it: started, killed, asked. Needs only Python."""
import http.client, json, os, pathlib, signal, socket, subprocess, time, urllib.parse

ROOT = pathlib.Path(__file__).resolve().parent.parent


def free_port():
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        return taken.getsockname()[1]


class Service:
    """One data folder and one port; the process of it may die and be started again."""

    def __init__(self, program, folder, *flags):
        self.command = [*program, "serve", f"--data={folder}", *flags]
        self.folder, self.port, self.process = folder, free_port(), None

    def start(self):
        log = open(f"{self.folder}.log", "ab")
        self.process = subprocess.Popen([*self.command, f"--port={self.port}"], stdout=log, stderr=log, start_new_session=True)

    def await_health(self, seconds=120):
        end = time.time() + seconds
        while time.time() < end:
            try:
                if self.ask("GET", "/healthz")[0] == 200:
                    return
            except OSError:
                if self.process.poll() is not None:
                    raise SystemExit(f"the service ended with {self.process.returncode}; see {self.folder}.log")
            time.sleep(0.1)
        raise SystemExit("the service does not answer")

    def kill(self):
        """As the power fails: the process and its children at once."""
        os.killpg(self.process.pid, signal.SIGKILL)
        self.process.wait()

    def stop(self):
        if self.process and self.process.poll() is None:
            self.process.terminate()
            try:
                self.process.wait(60)
            except subprocess.TimeoutExpired:
                self.kill()

    def ask(self, method, path, body=None):
        """(status, document) of a request to a path or to an address of this service"""
        status, content = self.send(method, path, body)
        return status, json.loads(content) if content[:1] in (b"{", b"[") else content

    def content(self, path):
        return self.send("GET", path)[1]

    def send(self, method, path, body=None):
        parts = urllib.parse.urlsplit(path)
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=60)
        try:
            connection.request(method, parts.path + ("?" + parts.query if parts.query else ""),
                               None if body is None else json.dumps(body), {"Content-Type": "application/json"})
            answer = connection.getresponse()
            content = answer.read()
        except http.client.HTTPException as e:
            raise OSError(str(e)) from e
        finally:
            connection.close()
        return answer.status, content

    def everything(self, path):
        """All values of a list, page by page"""
        while path:
            _, page = self.ask("GET", path)
            yield from page["values"]
            path = page.get("@nextLink")

    def memory(self):
        """Resident megabytes of the process"""
        for line in pathlib.Path(f"/proc/{self.process.pid}/status").read_text().splitlines():
            if line.startswith("VmRSS"):
                return int(line.split()[1]) // 1024
        return 0

    def processor(self):
        """Seconds that the process has had a processor"""
        fields = pathlib.Path(f"/proc/{self.process.pid}/stat").read_text().rpartition(")")[2].split()
        return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")
