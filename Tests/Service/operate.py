#!/usr/bin/env python3
"""Runs the service as those do who operate it, and takes its disk away: Tests/Service/operate.py PROGRAM [NAME…].

Starting where it must not, TLS, a proxy, reading rules anew, stopping under load, a full and a read-only disk, what viewers see.
"""

import http.client
import json
import re
import resource
import shutil
import signal
import socket
import ssl
import subprocess
import sys
import tempfile
import threading
import time
import warnings
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))
from service import Service, request  # noqa: E402

PROJECT = Path(__file__).resolve().parents[2]
RWA = {'name': '深圳前海RWA数字科技有限公司'}


class Skipped(Exception):
    pass


def refused(program, *options, store=None):
    """What is said where the service refuses to start."""
    with tempfile.TemporaryDirectory() as folder:
        run = subprocess.run([program, 'serve', '--store', store or f'{folder}/store', '--port', '0', *options], capture_output=True, text=True,
                             timeout=120)
        assert run.returncode == 2, f'{options}: exit status {run.returncode}: {run.stderr[-300:]}'
        return run.stderr


def token_file(program, folder):
    made = subprocess.run([program, 'token', 'officer', 'a'], capture_output=True, text=True, check=True)
    path = Path(folder, 'tokens')
    path.write_text(made.stdout)
    return str(path), made.stderr.strip()


def starting(program):
    """It doesn't start where strangers could use it, or what it was given can't be used."""
    assert '--token-file' in refused(program, '--host', '0.0.0.0')
    assert '--token-file' in refused(program, '--behind-proxy')
    with tempfile.TemporaryDirectory() as folder:
        path, _ = token_file(program, folder)
        assert '--tls-certificate' in refused(program, '--host', '0.0.0.0', '--token-file', path)
        Path(folder, 'broken').write_text('officer a sha256:12\n')
        assert 'broken:1: error' in refused(program, '--token-file', f'{folder}/broken')
        assert 'error' in refused(program, '--tls-certificate', path, '--tls-key', path)
        assert '--tls-key' in refused(program, '--tls-certificate', path)
        assert '--port' in refused(program, '--port', '99999')
        with Service(program, '--host', '0.0.0.0', '--token-file', path, '--behind-proxy') as s:
            assert s.ask('GET', '/healthz').status == 200
            assert 'in use' in refused(program, '--port', str(s.port)), 'two services listen on one port'


def tls(program):
    """It speaks TLS 1.2 and later where it has a certificate, and nothing else."""
    if not shutil.which('openssl'):
        raise Skipped('there is no openssl')
    with tempfile.TemporaryDirectory() as folder:
        path, token = token_file(program, folder)
        subprocess.run(['openssl', 'req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-days', '2', '-subj', '/CN=localhost', '-addext',
                        'subjectAltName=DNS:localhost', '-keyout', f'{folder}/k.pem', '-out', f'{folder}/c.pem'], check=True,
                       capture_output=True)
        with Service(program, '--host', '0.0.0.0', '--token-file', path, '--tls-certificate', f'{folder}/c.pem', '--tls-key',
                     f'{folder}/k.pem') as s:
            trust = ssl.create_default_context(cafile=f'{folder}/c.pem')
            connection = http.client.HTTPSConnection('localhost', s.port, context=trust, timeout=20)
            connection.request('POST', '/v1/check', json.dumps(RWA), {'Content-Type': 'application/json', 'Authorization': f'Bearer {token}'})
            answer = connection.getresponse()
            assert answer.status == 200 and json.loads(answer.read())['verdict'] == 'prohibited'
            connection.close()
            old = ssl.create_default_context(cafile=f'{folder}/c.pem')
            warnings.simplefilter('ignore', DeprecationWarning)
            old.minimum_version = ssl.TLSVersion.MINIMUM_SUPPORTED
            old.maximum_version = ssl.TLSVersion.TLSv1_1
            try:
                with socket.create_connection(('localhost', s.port)) as plain, old.wrap_socket(plain, server_hostname='localhost'):
                    raise AssertionError('TLS 1.1 was spoken')
            except (ssl.SSLError, OSError):
                pass
            assert s.raw(request('GET', '/healthz')).status == 0, 'plain HTTP was answered'


def proxy(program):
    """Behind a proxy, a page of the proxy's host may change things, cookies go over TLS alone, and others may not."""
    with tempfile.TemporaryDirectory() as folder:
        path, token = token_file(program, folder)
        with Service(program, '--token-file', path, '--behind-proxy') as s:
            page = s.ask('GET', '/login', fields={'Accept': 'text/html', 'Host': 'hegui.example'}).body.decode()
            form = re.findall(r'name="([^"]+)"(?: [^>]*)? value="([^"]+)"', page)
            fields = {**dict(form), 'access': token, 'token': dict(form).get('token', token)}
            names = re.findall(r'<input[^>]*type="password"[^>]*name="([^"]+)"|<input[^>]*name="([^"]+)"[^>]*type="password"', page)
            for pair in names:
                fields[pair[0] or pair[1]] = token
            body = '&'.join(f'{name}={value}' for name, value in fields.items()).encode()
            login = s.raw(request('POST', '/login', body, {'Content-Type': 'application/x-www-form-urlencoded', 'Host': 'internal',
                                                           'X-Forwarded-Host': 'hegui.example', 'Origin': 'https://hegui.example'}))
            assert login.status == 303, f'{login.status}: {login.body[-200:]}'
            cookie = login.fields['set-cookie']
            assert all(part in cookie for part in ('Secure', 'HttpOnly', 'SameSite')), cookie
            session = {'Cookie': cookie.split(';')[0], 'Host': 'internal'}
            proxied = {**session, 'Origin': 'https://hegui.example', 'X-Forwarded-Host': 'hegui.example'}
            assert s.raw(request('POST', '/v1/decisions', RWA, proxied)).status == 201
            foreign = s.raw(request('POST', '/v1/decisions', RWA, {**proxied, 'Origin': 'https://evil.example'}))
            assert (foreign.status, foreign.problem) == (403, 'access/foreign-site')


def reloading(program):
    """SIGHUP takes rules that can be used, and keeps the old ones where they can't."""
    with tempfile.TemporaryDirectory() as folder:
        for part in ('rules', 'corpus'):
            shutil.copytree(PROJECT / part, f'{folder}/{part}')
        rule = Path(folder, 'rules/yinfa-2026-42/mining/rule.yaml')
        text = rule.read_text()

        def digest(s):
            answer = s.raw(request('POST', '/v1/check', RWA))
            assert answer.status == 200
            return answer.json['packs'][0]['digest']

        def until(s, words):
            for _ in range(600):
                if any(words in line for line in s.log):
                    return
                time.sleep(0.1)
            raise AssertionError(f'the log does not say "{words}": {"".join(s.log[-5:])}')

        with Service(program, data=folder) as s:
            before = digest(s)
            for broken, words in [(text.replace('art_9', 'art_99'), 'mining/rule.yaml'), ('id: [', 'mining/rule.yaml'), ('', 'mining/rule.yaml')]:
                s.log.clear()
                rule.write_text(broken)
                s.signal(signal.SIGHUP)
                until(s, "can't be used; the old ones stay")
                assert any(words in line for line in s.log), f'the log does not name the file: {"".join(s.log)}'
                assert digest(s) == before
            # A change that a sentinel misses isn't taken either: rules that have fallen silent.
            s.log.clear()
            rule.write_text(text.replace('activity: mining', 'activity: other-mining'))
            s.signal(signal.SIGHUP)
            until(s, 'were read anew')
            after = digest(s)
            assert after != before
            metrics = s.ask('GET', '/metrics').body.decode()
            assert 'hegui_reloads_failed_total 3' in metrics and 'hegui_reloads_total 1' in metrics, metrics[-500:]


def stopping(program):
    """Told to stop under load, it finishes what it accepted: every answer that began is whole, what it acknowledged is kept."""
    with tempfile.TemporaryDirectory() as folder:
        s = Service(program, store=f'{folder}/store')
        acknowledged, torn, done = [], [], threading.Event()

        def deciding(number):
            count = 0
            while not done.is_set():
                count += 1
                try:
                    answer = s.raw(request('POST', '/v1/decisions', {'name': f'RWA{number}-{count}'}))
                except OSError:
                    return
                if answer.status == 201 and answer.json:
                    acknowledged.append(answer.json['id'])
                elif answer.data:
                    torn.append(answer.data[:80])

        batch = []

        def screening():
            lines = ''.join(json.dumps({'id': str(n), 'name': f'深圳前海RWA{n}有限公司'}) + '\n' for n in range(20_000)).encode()
            pieces = [lines[n:n + 65536] for n in range(0, len(lines), 65536)]
            head = (b'POST /v1/screen HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/x-ndjson\r\nContent-Length: %d\r\n\r\n'
                    % len(lines))
            data = b''

            def reading(connection):
                nonlocal data
                try:
                    while piece := connection.recv(65536):
                        data += piece
                except OSError:
                    pass
            with s.connect(60) as connection:
                reader = threading.Thread(target=reading, args=(connection,))
                reader.start()
                try:
                    connection.sendall(head)
                    for piece in pieces:
                        connection.sendall(piece)
                        time.sleep(0.05)
                except OSError:
                    pass
                reader.join()
            batch.append(data)

        threads = [threading.Thread(target=deciding, args=(n,)) for n in range(4)] + [threading.Thread(target=screening)]
        for thread in threads:
            thread.start()
        time.sleep(1.0)
        s.signal(signal.SIGTERM)
        status = s.process.wait(60)
        done.set()
        for thread in threads:
            thread.join()
        assert status == 0, f'exit status {status}: {"".join(s.log[-3:])}'
        assert not torn, f'answers that are not whole: {torn[:3]}'
        assert acknowledged, 'nothing was acknowledged'
        assert b'hegui/summary/1' in batch[0], 'the batch was not finished'
        assert b'"rows":20000' in batch[0]
        check_log(program, f'{folder}/store', acknowledged)
        s.folder.cleanup()
        return f'{len(acknowledged)} decisions acknowledged, all kept; the batch of 20,000 rows finished'


def check_log(program, store, acknowledged):
    verified = subprocess.run([program, 'log', 'verify', '--store', store], capture_output=True, text=True)
    assert verified.returncode == 0, verified.stdout + verified.stderr
    exported = subprocess.run([program, 'log', 'export', '--store', store], capture_output=True, text=True, check=True).stdout
    missing = [one for one in acknowledged if one not in exported]
    assert not missing, f'{len(missing)} of {len(acknowledged)} acknowledged decisions are not in the log'


class Disk:
    """A small file system of its own."""

    def __init__(self, size):
        self.path = tempfile.mkdtemp(prefix='hegui-disk-')
        if subprocess.run(['mount', '-t', 'tmpfs', '-o', f'size={size}', 'hegui', self.path], capture_output=True).returncode != 0:
            shutil.rmtree(self.path)
            raise Skipped('mounting needs rights that are not there')

    def remount(self, options):
        run = subprocess.run(['mount', '-o', f'remount,{options}', self.path], capture_output=True, text=True)
        return run.returncode == 0

    def __enter__(self):
        return self

    def __exit__(self, *_):
        subprocess.run(['umount', '-l', self.path], capture_output=True)
        shutil.rmtree(self.path, ignore_errors=True)


def full(program):
    """On a full disk it says so, acknowledges nothing that isn't stored, goes on reading, and writes again when there is room."""
    with Disk('2m') as disk, Service(program, store=f'{disk.path}/store') as s:
        acknowledged, failures = [], []
        for number in range(4000):
            answer = s.raw(request('POST', '/v1/decisions', {'name': f'RWA{number}', 'scope': '软件开发' * 300}))
            if answer.status == 201:
                acknowledged.append(answer.json['id'])
            else:
                failures.append((answer.status, answer.problem))
            if len(failures) == 5:
                break
        assert failures and set(failures) == {(507, 'log/disk-full')}, failures[:3]
        assert s.ask('GET', '/healthz').status == 200
        assert s.raw(request('POST', '/v1/check', RWA)).status == 200
        assert s.ask('GET', f'/v1/decisions/{acknowledged[-1]}').status == 200
        assert disk.remount('size=8m')
        again = s.raw(request('POST', '/v1/decisions', RWA))
        assert again.status == 201, (again.status, again.body)
        acknowledged.append(again.json['id'])
        check_log(program, f'{disk.path}/store', acknowledged)
        return f'{len(acknowledged)} acknowledged, all kept; then 507 log/disk-full; 201 again with room'


def read_only(program):
    """On a read-only disk it doesn't start, and says why; nothing is lost by that."""
    with Disk('8m') as disk:
        with Service(program, store=f'{disk.path}/store') as s:
            kept = s.raw(request('POST', '/v1/decisions', RWA)).json['id']
        assert disk.remount('ro'), 'the file system could not be made read-only'
        said = refused(program, store=f'{disk.path}/store')
        assert 'error[log/read-only]' in said and 'nothing was written' in said and '未写入' in said, said
        assert disk.remount('rw')
        with Service(program, store=f'{disk.path}/store') as s:
            assert s.ask('GET', f'/v1/decisions/{kept}').status == 200
        check_log(program, f'{disk.path}/store', [kept])


def failing(program):
    """Where writing fails under it, as on a disk that became read-only, it answers 503, goes on reading, and stays whole."""
    def limited():
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (600_000, 600_000))
    with tempfile.TemporaryDirectory() as folder:
        with Service(program, store=f'{folder}/store', preexec=limited) as s:
            acknowledged, failures = [], set()
            for number in range(2000):
                answer = s.raw(request('POST', '/v1/decisions', {'name': f'RWA{number}', 'scope': '软件开发' * 300}))
                if answer.status == 201:
                    acknowledged.append(answer.json['id'])
                else:
                    failures.add((answer.status, answer.problem))
                    if len(failures) > 2 or number > 1500:
                        break
            assert failures and all(status in (503, 507) for status, _ in failures), failures
            assert acknowledged
            assert s.ask('GET', '/healthz').status == 200
            assert s.ask('GET', f'/v1/decisions/{acknowledged[-1]}').status == 200
        check_log(program, f'{folder}/store', acknowledged)
        return f'{len(acknowledged)} acknowledged, all kept; then {", ".join(f"{status} {id}" for status, id in sorted(failures))}'


def viewers(program):
    """Viewers aren't told what was reported, in any answer."""
    with Service(program, tokens=['officer', 'viewer']) as s:
        officer, viewer = s.tokens['officer'], s.tokens['viewer']
        made = s.raw(request('POST', '/v1/decisions', RWA, token=officer)).json['id']
        for body in ({'kind': 'reported', 'day': '2026-01-01', 'party': 'PARTY-SECRET', 'note': 'NOTE-SECRET'},
                     {'kind': 'confirmed', 'note': 'seen by all'}):
            answer = s.raw(request('POST', f'/v1/decisions/{made}/dispositions', body, token=officer))
            assert answer.status == 201, answer.body
        paths = ['/v1/decisions', f'/v1/decisions/{made}', f'/v1/decisions/{made}/dispositions', '/metrics']
        pages = ['/decisions', f'/decisions/{made}', '/decisions/export', '/decisions/export.ndjson', '/decisions/export.csv', '/decisions?state=confirmed']
        for path in paths + pages:
            seen = s.ask('GET', path, token=viewer)
            assert b'SECRET' not in seen.body and b'"reported"' not in seen.body, f'{path} tells viewers what was reported'
        for path in paths[1:3]:
            assert b'PARTY-SECRET' in s.ask('GET', path, token=officer).body, f'{path} does not tell officers'
        wrong = s.raw(request('POST', f'/v1/decisions/{made}/dispositions', {'kind': 'waived', 'day': '2999-01-01', 'note': ' '}, token=officer))
        assert (wrong.status, wrong.problem) == (422, 'log/invalid'), (wrong.status, wrong.problem)
        past = s.raw(request('POST', f'/v1/decisions/{made}/dispositions', {'kind': 'rectification-due', 'day': '2001-01-01'}, token=officer))
        assert (past.status, past.problem) == (422, 'log/invalid'), (past.status, past.problem)


TESTS = [starting, tls, proxy, reloading, stopping, full, read_only, failing, viewers]


def main():
    program = str(Path(sys.argv[1]).resolve())
    wanted = sys.argv[2:]
    failures = 0
    for test in TESTS:
        if wanted and test.__name__ not in wanted:
            continue
        start = time.time()
        try:
            said = test(program) or 'ok'
        except Skipped as reason:
            said = f'skipped: {reason}'
        except (AssertionError, OSError, SystemExit, subprocess.SubprocessError, KeyError, TypeError) as error:
            failures += 1
            said = f'FAILED: {type(error).__name__} {error}'
        print(f'{test.__name__:10} {time.time() - start:5.1f} s  {said}', flush=True)
    return 1 if failures else 0


if __name__ == '__main__':
    sys.exit(main())
