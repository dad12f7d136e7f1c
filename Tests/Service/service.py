"""Starts the service for the tests of this folder, and speaks HTTP with it as bytes."""

import json
import os
import re
import select
import signal
import socket
import subprocess
import tempfile
import threading
import time
from pathlib import Path


class Answer:
    """What came back: the status (0 where nothing did), the header fields in small letters, the body."""

    def __init__(self, data, seconds=0.0):
        self.data, self.seconds = data, seconds
        head, _, rest = data.partition(b'\r\n\r\n')
        lines = head.split(b'\r\n')
        parts = lines[0].split(b' ')
        self.status = int(parts[1]) if len(parts) > 1 and parts[1].isdigit() else 0
        self.fields = {}
        for line in lines[1:]:
            name, _, value = line.partition(b':')
            self.fields[name.strip().lower().decode('latin-1')] = value.strip().decode('latin-1')
        if 'chunked' in self.fields.get('transfer-encoding', ''):
            rest = unchunked(rest)
        self.body = rest[:int(self.fields['content-length'])] if 'content-length' in self.fields else rest

    @property
    def json(self):
        try:
            return json.loads(self.body)
        except ValueError:
            return None

    @property
    def problem(self):
        """The id of the problem, of the last line where the answer has lines."""
        document = self.json
        if document is None and self.body.strip():
            try:
                document = json.loads(self.body.strip().split(b'\n')[-1])
            except ValueError:
                return None
        return document.get('id') if isinstance(document, dict) and 'title' in document else None


def unchunked(data):
    whole = b''
    while data:
        size, _, rest = data.partition(b'\r\n')
        try:
            count = int(size.split(b';')[0], 16)
        except ValueError:
            break
        if count == 0:
            break
        whole += rest[:count]
        data = rest[count + 2:]
    return whole


class Service:
    """A running service; `with Service(program, '--batches', '1') as service: …`."""

    def __init__(self, program, *options, store=None, tokens=None, data=None, preexec=None):
        self.program = program
        self.folder = tempfile.TemporaryDirectory(prefix='hegui-service-')
        self.store = store or f'{self.folder.name}/store'
        command = [program, 'serve', '--store', self.store, '--port', '0', *options]
        if data:
            command += ['--data', str(data)]
        self.tokens = {}
        if tokens:
            lines = ''
            for role in tokens:
                made = subprocess.run([program, 'token', role, f'test-{role}'], capture_output=True, text=True, check=True)
                lines += made.stdout
                self.tokens[role] = made.stderr.strip()
            path = Path(self.folder.name, 'tokens')
            path.write_text(lines)
            command += ['--token-file', str(path)]
        self.log = []
        self.process = subprocess.Popen(command, stderr=subprocess.PIPE, text=True, preexec_fn=preexec)
        self.reader = threading.Thread(target=self._read, daemon=True)
        self.reader.start()
        end = time.time() + 60
        while time.time() < end and self.process.poll() is None:
            found = [re.search(r'listening.* port=(\d+)', line) for line in list(self.log)]
            if any(found):
                self.port = int(next(one for one in found if one).group(1))
                return
            time.sleep(0.02)
        self.reader.join(2)
        raise SystemExit(f'the service did not start: {"".join(self.log)}')

    def _read(self):
        for line in self.process.stderr:
            self.log.append(line)

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.end()

    def end(self):
        """Tells it to stop, and gives its exit status."""
        if self.process.poll() is None:
            self.process.send_signal(signal.SIGTERM)
        try:
            status = self.process.wait(60)
        except subprocess.TimeoutExpired:
            self.process.kill()
            status = 'killed'
        self.reader.join(2)
        self.folder.cleanup()
        return status

    def signal(self, number):
        os.kill(self.process.pid, number)

    def connect(self, timeout=30):
        connection = socket.create_connection(('127.0.0.1', self.port))
        connection.settimeout(timeout)
        return connection

    def raw(self, *parts, timeout=30, pause=0.0, half_close=False):
        """Sends bytes as they are, `pause` seconds between parts, and reads until the other side is done."""
        start = time.time()
        data = b''
        with self.connect(timeout) as connection:
            try:
                for number, part in enumerate(parts):
                    # Who is answered while still sending stops: what was answered would be lost with the connection.
                    if number and pause and select.select([connection], [], [], pause)[0]:
                        break
                    connection.sendall(part)
                if half_close:
                    connection.shutdown(socket.SHUT_WR)
            except OSError:
                pass
            try:
                while piece := connection.recv(65536):
                    data += piece
            except OSError:
                pass
        return Answer(data, time.time() - start)

    def ask(self, method, path, body=None, fields=None, token=None, close=True):
        """One request as it should be."""
        return self.raw(request(method, path, body, fields, token, close))


def request(method, path, body=None, fields=None, token=None, close=True):
    """The bytes of a request; a body that is a value is sent as JSON."""
    fields = dict(fields or {})
    if body is not None and not isinstance(body, bytes):
        body = json.dumps(body, ensure_ascii=False).encode()
        fields.setdefault('Content-Type', 'application/json')
    if body is not None:
        fields.setdefault('Content-Length', str(len(body)))
    fields.setdefault('Host', 'localhost')
    if token:
        fields['Authorization'] = f'Bearer {token}'
    if close:
        fields.setdefault('Connection', 'close')
    head = f'{method} {path} HTTP/1.1\r\n' + ''.join(f'{name}: {value}\r\n' for name, value in fields.items())
    return head.encode() + b'\r\n' + (body or b'')
