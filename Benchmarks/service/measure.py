#!/usr/bin/env python3
"""How fast the service is, beside itself without work, and beside the command line, in one run.

    python3 Benchmarks/service/measure.py .build/release/hegui [--rows FILE | --count 1000000] [--seconds 10] [--data FOLDER]

Needs wrk (Debian) for the checks. Prints ratios; absolute figures are those of this machine.
"""

import argparse
import csv
import json
import os
import re
import shutil
import socket
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from pathlib import Path

PROJECT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(PROJECT / 'Tests' / 'Service'))
from service import Service  # noqa: E402


def samples():
    """The sample records as JSON bodies, the clear ones and the flagged ones apart."""
    with open(PROJECT / 'corpus/records/sample.csv', encoding='utf-8') as file:
        rows = list(csv.DictReader(file))
    fields = {'name': ('name', '企业名称', '名称'), 'scope': ('scope', '经营范围'), 'description': ('description', '描述', '简介')}
    bodies = []
    for row in rows:
        record = {field: next((row[one] for one in names if row.get(one)), None) for field, names in fields.items()}
        record = {field: text for field, text in record.items() if text}
        if record:
            bodies.append(json.dumps(record, ensure_ascii=False))
    return bodies


def script(folder, name, bodies):
    """A wrk script that posts `bodies` one after the other."""
    path = Path(folder, name + '.lua')
    quoted = ',\n'.join('[==[' + body + ']==]' for body in bodies)
    path.write_text(f'''local bodies = {{ {quoted} }}
local requests, n = {{}}, 0
function init(args)
  for i, body in ipairs(bodies) do
    requests[i] = wrk.format("POST", "/v1/check", {{["Content-Type"] = "application/json"}}, body)
  end
end
function request()
  n = n % #requests + 1
  return requests[n]
end
''')
    return str(path)


def wrk(port, seconds, path='/healthz', lua=None):
    command = ['wrk', '-t', '2', '-c', '32', '-d', str(seconds), '--latency', f'http://127.0.0.1:{port}{path}']
    if lua:
        command[1:1] = ['-s', lua]
    out = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    rate = float(re.search(r'Requests/sec:\s*([\d.]+)', out).group(1))
    tail = re.search(r'99%\s+([\d.]+)(us|ms|s)', out)
    millis = float(tail.group(1)) * {'us': 0.001, 'ms': 1, 's': 1000}[tail.group(2)]
    if 'Non-2xx' in out:
        raise SystemExit(out)
    return rate, millis


def checks(program, options, seconds):
    with tempfile.TemporaryDirectory() as folder, Service(program, '--log-level', 'notice', data=options.data) as s:
        bodies = samples()
        verdicts = {body: s.raw(post(body.encode())).json['verdict'] for body in bodies}
        kinds = {
            'the sample records, one after the other': bodies,
            'a clear one': [body for body in bodies if verdicts[body] == 'clear'][:1],
            'a prohibited one': [body for body in bodies if verdicts[body] == 'prohibited'][:1],
        }
        wrk(s.port, 2)
        for name, some in kinds.items():
            lua = script(folder, 'check', some)
            wrk(s.port, 1, lua=lua)
            rounds = []
            for _ in range(3):
                ok, _ = wrk(s.port, seconds)
                check, tail = wrk(s.port, seconds, lua=lua)
                rounds.append((check / ok, ok, check, tail))
            ratio, ok, check, tail = (statistics.median(values) for values in zip(*rounds))
            print(f'/v1/check, 32 connections, {name}: {ratio:.2f} of ok ({check:,.0f} against {ok:,.0f} a second), p99 {tail:.1f} ms')


def post(body):
    return (b'POST /v1/check HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nContent-Type: application/json\r\nContent-Length: %d\r\n\r\n'
            % len(body)) + body


def rows(options, folder):
    """A file of records, a JSON object a line; mostly ordinary ones."""
    path = f'{folder}/rows.ndjson'
    if options.rows and not options.rows.endswith('.csv'):
        return options.rows
    if options.rows:
        with open(options.rows, encoding='utf-8-sig', newline='') as table, open(path, 'w', encoding='utf-8') as file:
            for row in csv.DictReader(table):
                file.write(json.dumps(row, ensure_ascii=False) + '\n')
        return path
    bodies = samples()
    with open(path, 'w', encoding='utf-8') as file:
        for number in range(options.count):
            if number % 100 == 0:
                file.write(bodies[number // 100 % len(bodies)] + '\n')
            else:
                file.write(f'{{"id":"{number}","name":"杭州市第{number}机械制造有限公司",'
                           '"scope":"一般项目：通用设备制造；软件开发；货物进出口；技术服务、技术开发、技术咨询（除依法须经批准的项目外）"}\n')
    return path


def batch(program, options):
    with tempfile.TemporaryDirectory() as folder:
        path = rows(options, folder)
        size = os.path.getsize(path)
        data = ['--data', str(options.data)] if options.data else []
        with Service(program, '--log-level', 'notice', data=options.data) as s:
            stream(s, path, size, warm=True)
            idle = memory(s.process.pid, 'VmRSS')
            times = []
            for _ in range(3):
                start = time.time()
                command = [program, 'screen', path, '--format', 'ndjson', '--quiet', '--exit-zero', '--output', f'{folder}/out', *data]
                subprocess.run(command, check=True)
                line = time.time() - start
                start = time.time()
                last, answered = stream(s, path, size)
                served = time.time() - start
                times.append((line / served, line, served))
            ratio, line, served = (statistics.median(values) for values in zip(*times))
            count = json.loads(last)['summary']['rows']
            found = os.path.getsize(f'{folder}/out')
            peak = memory(s.process.pid, 'VmHWM')
            print(f'/v1/screen, {count:,} rows, {size >> 20} MiB: {ratio:.2f} of the command line\'s speed ({served:.2f} s against {line:.2f} s), '
                  f'{answered:,} bytes answered ({found:,} by the command line), memory {peak >> 10} MiB at most, {idle >> 10} before')


def memory(pid, name):
    return int(re.search(name + r':\s+(\d+)', Path(f'/proc/{pid}/status').read_text()).group(1))


def stream(s, path, size, warm=False):
    """Sends the file and reads what comes meanwhile; gives the last line and the number of bytes."""
    connection = socket.create_connection(('127.0.0.1', s.port))

    def send():
        with open(path, 'rb') as file:
            if warm:
                connection.sendall(head(0))
            else:
                connection.sendall(head(size))
                connection.sendfile(file)
    thread = threading.Thread(target=send)
    thread.start()
    tail, count = b'', 0
    while piece := connection.recv(1 << 18):
        count += len(piece)
        tail = (tail + piece)[-20_000:]
    thread.join()
    connection.close()
    lines = [line for line in tail.split(b'\n') if line.startswith(b'{"schema":"hegui/summary/1"')]
    if not lines and not warm:
        raise SystemExit(f'the answer is not whole: {tail[-300:]}')
    return (lines[-1] if lines else b''), count


def head(size):
    return (b'POST /v1/screen HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nContent-Type: application/x-ndjson\r\nContent-Length: %d\r\n\r\n'
            % size)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument('program')
    parser.add_argument('--rows')
    parser.add_argument('--count', type=int, default=1_000_000)
    parser.add_argument('--seconds', type=int, default=10)
    parser.add_argument('--data')
    parser.add_argument('--only', choices=['check', 'screen'])
    options = parser.parse_args()
    program = str(Path(options.program).resolve())
    if options.only != 'screen':
        if shutil.which('wrk'):
            checks(program, options, options.seconds)
        else:
            print('checks are not measured: there is no wrk')
    if options.only != 'check':
        batch(program, options)


if __name__ == '__main__':
    main()
