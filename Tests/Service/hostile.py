#!/usr/bin/env python3
"""Requests that are made to break the service, and what each got: Tests/Service/hostile.py PROGRAM.

Each must be answered as it says here, or be cut off where nothing can be answered, and the service must go on answering others.
Prints a table of them; exits with 1 where one got something else.
"""

import gzip
import json
import re
import socket
import ssl
import sys
import threading
import time
import zlib
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))
from service import Answer, Service, request  # noqa: E402

JSON = {'Content-Type': 'application/json'}
LINES = {'Content-Type': 'application/x-ndjson'}
SCRIPT = '<script>alert(1)</script>"\'&'
CASES = []


def case(name, *expected):
    """A request, and what it may get: (status, id of the problem) pairs; status 0 where the connection is ended without a word."""
    def keep(body):
        CASES.append((name, expected, body))
        return body
    return keep


def head(line, *fields):
    return ('\r\n'.join([line, *fields]) + '\r\n\r\n').encode()


def post(path, *fields):
    return head(f'POST {path} HTTP/1.1', 'Host: localhost', *fields)


def check(s, body, fields=JSON, **more):
    return s.raw(request('POST', '/v1/check', body if isinstance(body, bytes) else body.encode(), fields, s.tokens['officer']), **more)


def screen(s, body, query=''):
    return s.raw(request('POST', '/v1/screen' + query, body, LINES, s.tokens['viewer']))


# MARK: slow and broken

@case('a body that stops after its first bytes', (408, 'request/slow-body'))
def _(s):
    return s.raw(post('/v1/check', f'Authorization: Bearer {s.tokens["viewer"]}', 'Content-Type: application/json',
                      'Content-Length: 100') + b'{"name"')


@case('a body of one byte a second', (408, 'request/slow-body'))
def _(s):
    start = post('/v1/check', f'Authorization: Bearer {s.tokens["viewer"]}', 'Content-Type: application/json', 'Content-Length: 100')
    return s.raw(start, *([b' '] * 12), pause=0.9)


@case('a head that stops after its first line', (0, None))
def _(s):
    return s.raw(b'GET /healthz HTTP/1.1\r\n')


@case('a head of one field a second', (0, None))
def _(s):
    return s.raw(b'GET /healthz HTTP/1.1\r\n', *[b'X-%d: 1\r\n' % n for n in range(12)], pause=0.9)


@case('a body that breaks off', (400, 'request/malformed'))
def _(s):
    return s.raw(post('/v1/check', f'Authorization: Bearer {s.tokens["viewer"]}', 'Content-Type: application/json',
                      'Content-Length: 100') + b'{"name"', half_close=True)


@case('a batch that breaks off', (400, 'request/malformed'), (200, 'request/malformed'))
def _(s):
    return s.raw(post('/v1/screen', f'Authorization: Bearer {s.tokens["viewer"]}', 'Content-Type: application/x-ndjson',
                      'Transfer-Encoding: chunked') + b'10\r\n{"name":"RWA"}\n\n\r\n', half_close=True)


@case('nothing but a line end', (0, None), (400, 'request/malformed'))
def _(s):
    return s.raw(b'\r\n\r\n', half_close=True)


@case('bytes of TLS on a port without it', (400, 'request/malformed'))
def _(s):
    return s.raw(b'\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03' + b'\x00' * 200)


@case('HTTP/2 without being asked', (400, 'request/malformed'))
def _(s):
    return s.raw(b'PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n')


@case('garbage', (400, 'request/malformed'))
def _(s):
    return s.raw(b'\x00\xff\xfe garbage\r\n\r\n')


# MARK: heads

@case('one field of 64 KiB', (431, 'request/huge-head'))
def _(s):
    return s.raw(head('GET /healthz HTTP/1.1', 'Host: localhost', 'X: ' + 'a' * 65536))


@case('a path of 64 KiB', (431, 'request/huge-head'))
def _(s):
    return s.raw(head('GET /' + 'a' * 65536 + ' HTTP/1.1', 'Host: localhost'))


@case('5,000 fields', (431, 'request/huge-head'))
def _(s):
    return s.raw(head('GET /healthz HTTP/1.1', 'Host: localhost', *[f'X-{n}: 1' for n in range(5000)]))


@case('a NUL in a field', (400, 'request/malformed'))
def _(s):
    return s.raw(b'GET /healthz HTTP/1.1\r\nHost: localhost\r\nX: a\x00b\r\n\r\n')


@case('a field of two lines', (400, 'request/malformed'), (200, None))
def _(s):
    return s.raw(b'GET /healthz HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nX: a\r\n b\r\n\r\n')


@case('a length that is none', (400, 'request/malformed'))
def _(s):
    return s.raw(post('/v1/check', 'Content-Type: application/json', 'Content-Length: ten') + b'{}')


@case('a length below nothing', (400, 'request/malformed'))
def _(s):
    return s.raw(post('/v1/check', 'Content-Type: application/json', 'Content-Length: -1') + b'{}')


@case('a length of more digits than fit', (400, 'request/malformed'))
def _(s):
    return s.raw(post('/v1/check', 'Content-Type: application/json', 'Content-Length: ' + '9' * 30) + b'{}')


@case('Range, which nothing here has', (200, None))
def _(s):
    return s.ask('GET', '/healthz', fields={'Range': 'bytes=0-0,0-0,0-0'})


@case('a hundred ranges of media types', (406, 'request/not-acceptable'))
def _(s):
    return s.ask('GET', '/v1/rules', fields={'Accept': ', '.join(f'a/{n};q=0.{n}' for n in range(100))}, token=s.tokens['viewer'])


@case('any media type at all', (200, None))
def _(s):
    return s.ask('GET', '/v1/rules', fields={'Accept': '*/*;q=0.0001'}, token=s.tokens['viewer'])


@case('no host', (200, None), (400, 'request/malformed'))
def _(s):
    return s.raw(b'GET /healthz HTTP/1.1\r\nConnection: close\r\n\r\n')


@case('the host of somebody else, where there are no tokens', (421, 'access/foreign-host'))
def _(s):
    return s.local.ask('GET', '/v1/rules', fields={'Host': 'evil.example'})


@case('a host with a path and a user in it, where there are no tokens', (421, 'access/foreign-host'))
def _(s):
    return s.local.ask('GET', '/v1/rules', fields={'Host': 'localhost@evil.example/localhost'})


# MARK: smuggling

@case('length and chunks at once', (400, 'request/malformed'))
def _(s):
    return s.raw(post('/v1/check', 'Content-Type: application/json', 'Content-Length: 6', 'Transfer-Encoding: chunked')
                 + b'0\r\n\r\nGET /admin HTTP/1.1\r\n\r\n')


@case('two lengths', (400, 'request/malformed'))
def _(s):
    return s.raw(post('/v1/check', 'Content-Type: application/json', 'Content-Length: 2', 'Content-Length: 30') + b'{}' + b' ' * 28)


@case('chunks under another name', (400, 'json/syntax'), (400, 'request/malformed'))
def _(s):
    return s.raw(post('/v1/check', f'Authorization: Bearer {s.tokens["viewer"]}', 'Content-Type: application/json', 'Transfer-Encoding: xchunked') + b'2\r\n{}\r\n0\r\n\r\n')


@case('a chunk of a size that is none', (400, 'request/malformed'))
def _(s):
    return s.raw(post('/v1/check', f'Authorization: Bearer {s.tokens["viewer"]}', 'Content-Type: application/json',
                      'Transfer-Encoding: chunked') + b'zz\r\n{}\r\n0\r\n\r\n')


@case('a chunk of more bytes than it says', (400, 'request/malformed'))
def _(s):
    return s.raw(post('/v1/check', f'Authorization: Bearer {s.tokens["viewer"]}', 'Content-Type: application/json',
                      'Transfer-Encoding: chunked') + b'1\r\n{"name":"a"}\r\n0\r\n\r\n')


@case('a chunk of 16 exabytes', (400, 'request/malformed'), (413, 'request/too-large'))
def _(s):
    return s.raw(post('/v1/check', f'Authorization: Bearer {s.tokens["viewer"]}', 'Content-Type: application/json',
                      'Transfer-Encoding: chunked') + b'ffffffffffffffff\r\n{}', half_close=True)


@case('less than its length, and another request behind it', (422, 'record/nothing-to-screen'), (400, 'json/syntax'))
def _(s):
    return s.raw(post('/v1/check', f'Authorization: Bearer {s.tokens["viewer"]}', 'Content-Type: application/json', 'Connection: close',
                      'Content-Length: 2') + b'{}' + head('GET /v1/rules HTTP/1.1', 'Host: localhost'))


@case('a blank before the colon of a field', (400, 'request/malformed'))
def _(s):
    return s.raw(b'POST /v1/check HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding : chunked\r\n\r\n0\r\n\r\n')


# MARK: methods and paths

@case('TRACE', (405, 'request/method'))
def _(s):
    return s.ask('TRACE', '/healthz')


@case('CONNECT', (400, 'request/malformed'), (404, 'request/not-found'), (405, 'request/method'))
def _(s):
    return s.raw(b'CONNECT evil.example:443 HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n')


@case('a method that there is not', (405, 'request/method'), (400, 'request/malformed'))
def _(s):
    return s.ask('BREW', '/healthz')


@case('HEAD gets no body', (200, None))
def _(s):
    answer = s.ask('HEAD', '/v1/rules', token=s.tokens['viewer'])
    assert not answer.data.partition(b'\r\n\r\n')[2], 'HEAD was answered with a body'
    return answer


@case('out of the notices: ../../etc/passwd', (404, 'corpus/unknown-notice'), (404, 'request/not-found'))
def _(s):
    return s.ask('GET', '/v1/notices/../../../../etc/passwd', token=s.tokens['viewer'])


@case('the same, escaped', (404, 'corpus/unknown-notice'), (404, 'request/not-found'))
def _(s):
    return s.ask('GET', '/v1/notices/..%2f..%2f..%2fetc%2fpasswd', token=s.tokens['viewer'])


@case('the same, escaped twice', (404, 'request/not-found'))
def _(s):
    return s.ask('GET', '/v1/notices/%252e%252e%252fetc%252fpasswd', token=s.tokens['viewer'])


@case('the same in overlong UTF-8', (400, 'request/malformed'))
def _(s):
    return s.ask('GET', '/v1/notices/%c0%ae%c0%ae%c0%af', token=s.tokens['viewer'])


@case('out of the files of the pages', (404, None), (404, 'request/not-found'))
def _(s):
    return s.ask('GET', '/assets/..%2f..%2ftokens', token=s.tokens['viewer'])


@case('a NUL in a path', (404, 'request/not-found'), (400, 'request/malformed'))
def _(s):
    return s.ask('GET', '/v1/rules/mining%00.yaml', token=s.tokens['viewer'])


@case('a decision called like a file', (404, 'log/unknown'), (404, 'request/not-found'))
def _(s):
    return s.ask('GET', '/v1/decisions/..%2f..%2fdecisions.sqlite', token=s.tokens['viewer'])


@case('SQL in a query', (200, None))
def _(s):
    return s.ask('GET', "/v1/decisions?name=%27%20OR%201%3D1%20--&person=%22%3B%20DROP%20TABLE%20entry", token=s.tokens['viewer'])


@case('words of a full-text query', (200, None))
def _(s):
    return s.ask('GET', '/v1/decisions?name=%22%20OR%20pairs%3A%2A%20NEAR%28', token=s.tokens['viewer'])


@case('a rule called like a file', (404, 'rules/unknown-rule'))
def _(s):
    return s.ask('GET', '/v1/rules/../lexicon/common.yaml', token=s.tokens['viewer'])


@case('a whole address in place of a path', (404, 'request/not-found'), (400, 'request/malformed'), (200, None))
def _(s):
    return s.ask('GET', 'http://evil.example/healthz')


@case('the same parameter twice', (400, 'request/query'))
def _(s):
    return s.ask('GET', '/v1/check?name=a&name=b', token=s.tokens['viewer'])


@case('an escape that is none', (400, 'request/malformed'))
def _(s):
    return s.ask('GET', '/v1/check?name=%zz', token=s.tokens['viewer'])


# MARK: JSON

@case('JSON nested 60,000 deep', (400, 'json/too-deep'))
def _(s):
    return check(s, '[' * 60_000)


@case('objects nested 7,000 deep', (400, 'json/too-deep'))
def _(s):
    return check(s, '{"name":' * 7000)


@case('bytes that are not UTF-8', (400, 'json/encoding'))
def _(s):
    return check(s, b'{"name":"\xff\xfe"}')


@case('UTF-16', (400, 'json/encoding'), (400, 'json/syntax'))
def _(s):
    return check(s, '{"name":"RWA"}'.encode('utf-16'))


@case('NULs in a name', (200, None))
def _(s):
    return check(s, '{"name":"R\\u0000W\\u0000A"}')


@case('a NUL as it is', (400, 'json/syntax'))
def _(s):
    return check(s, b'{"name":"R\x00WA"}')


@case('half of a surrogate pair', (400, 'json/syntax'))
def _(s):
    return check(s, '{"name":"\\ud800"}')


@case('a key twice', (400, 'json/duplicate-key'))
def _(s):
    return check(s, '{"name":"煤矿","name":"RWA"}')


@case('the same key, written two ways', (400, 'json/duplicate-key'))
def _(s):
    return check(s, '{"name":"煤矿","n\\u0061me":"RWA"}')


@case('a number of 60,000 digits', (422, 'record/wrong-kind'))
def _(s):
    return check(s, '{"name":' + '9' * 60_000 + '}')


@case('1e999999', (422, 'record/wrong-kind'))
def _(s):
    return check(s, '{"name":1e999999}')


@case('NaN', (400, 'json/syntax'))
def _(s):
    return check(s, '{"name":NaN}')


@case('two JSON texts', (400, 'json/syntax'))
def _(s):
    return check(s, '{"name":"a"}{"name":"b"}')


@case('__proto__', (422, 'record/unknown-member'))
def _(s):
    return check(s, '{"name":"a","__proto__":{"role":"admin"}}')


@case('a name of 60 KB of characters that nobody sees', (200, None))
def _(s):
    return check(s, json.dumps({'name': 'R' + '\u200b' * 20_000 + 'WA'}, ensure_ascii=False))


@case('9,000 other names, each banned', (200, None))
def _(s):
    return check(s, json.dumps({'otherNames': ['RWA'] * 9000}, separators=(',', ':')), timeout=120)


@case('a scope of 1,700 items, each banned', (200, None))
def _(s):
    scope = '；'.join(f'虚拟货币{n}交易撮合服务' for n in range(1700))
    return check(s, json.dumps({'scope': scope}, ensure_ascii=False), timeout=120)


@case('one sentence of 3,000 banned words side by side', (200, None))
def _(s):
    return check(s, json.dumps({'description': '虚拟货币交易' * 3000}, ensure_ascii=False), timeout=120)


@case('one sentence of 3,000 denials and banned words', (200, None))
def _(s):
    return check(s, json.dumps({'description': '不从事币交易、' * 3000}, ensure_ascii=False), timeout=120)


@case('100,000 other names', (413, 'request/too-large'))
def _(s):
    return check(s, json.dumps({'otherNames': ['RWA'] * 100_000}))


@case('JSON that is called a form', (415, 'request/media-type'))
def _(s):
    return check(s, '{"name":"a"}', {'Content-Type': 'application/x-www-form-urlencoded'})


# MARK: sizes

@case('a record of 2 MiB', (413, 'request/too-large'))
def _(s):
    return check(s, json.dumps({'name': 'a' * (2 << 20)}))


@case('a record of 2 MiB in chunks', (413, 'request/too-large'))
def _(s):
    body = json.dumps({'name': 'a' * (2 << 20)}).encode()
    return s.raw(post('/v1/check', f'Authorization: Bearer {s.tokens["viewer"]}', 'Content-Type: application/json',
                      'Transfer-Encoding: chunked'), *[b'10000\r\n' + body[n:n + 65536] + b'\r\n' for n in range(0, 2 << 20, 65536)])


@case('a notice of 9 MiB', (413, 'request/too-large'))
def _(s):
    return s.raw(request('POST', '/v1/notices', b'a' * (9 << 20), {'Content-Type': 'text/plain'}, s.tokens['viewer']))


@case('a batch that says it has 1 TB', (413, 'request/too-large'))
def _(s):
    return s.raw(post('/v1/screen', f'Authorization: Bearer {s.tokens["viewer"]}', 'Content-Type: application/x-ndjson',
                      f'Content-Length: {1 << 40}') + b'{}')


@case('a batch of more bytes than may be, in chunks', (200, 'request/too-large'), (413, 'request/too-large'))
def _(s):
    piece = b'{"name":"%s"}\n' % (b'a' * 10_000) * 8
    chunk = b'%x\r\n' % len(piece) + piece + b'\r\n'
    return s.raw(post('/v1/screen', f'Authorization: Bearer {s.tokens["viewer"]}', 'Content-Type: application/x-ndjson',
                      'Transfer-Encoding: chunked'), *([chunk] * 100))


@case('a batch of more rows than may be', (200, 'records/too-many'))
def _(s):
    return screen(s, b'{"name":"RWA"}\n' * 30_000)


@case('a row of 2 MiB among others', (200, None))
def _(s):
    answer = screen(s, b'{"name":"RWA"}\n{"name":"' + b'a' * (2 << 20) + b'"}\n{"name":"RWA"}\n')
    schemas = [json.loads(line)['schema'] for line in answer.body.split(b'\n') if line]
    assert schemas == ['hegui/verdict/1', 'hegui/rejected/1', 'hegui/verdict/1', 'hegui/summary/1'], schemas
    return answer


@case('an impact of what is no file of records', (422, 'records/no-columns'))
def _(s):
    return s.raw(request('POST', '/v1/impact?old=yinfa-2021-237&new=yinfa-2026-42', b'\x00\x01\x02' * 100, {'Content-Type': 'text/csv'},
                         s.tokens['viewer']))


@case('a gzip bomb, which is not unpacked', (415, 'request/media-type'), (400, 'json/encoding'))
def _(s):
    return check(s, gzip.compress(b' ' * (64 << 20)), {**JSON, 'Content-Encoding': 'gzip'})


@case('a gzip bomb as a batch', (415, 'request/media-type'), (422, 'records/wrong-format'))
def _(s):
    return s.raw(request('POST', '/v1/screen', gzip.compress(b'{"name":"a"}\n' * (4 << 20)), {**LINES, 'Content-Encoding': 'gzip'},
                         s.tokens['viewer']))


@case('a gzip bomb as a notice', (415, 'request/media-type'), (422, 'document/binary'), (200, None))
def _(s):
    return s.raw(request('POST', '/v1/notices', gzip.compress(b'a' * (64 << 20)), {'Content-Type': 'application/octet-stream'},
                         s.tokens['viewer']))


@case('a page of a billion laughs', (200, None), (422, 'document/empty'))
def _(s):
    laughs = '<!DOCTYPE l [<!ENTITY a "ha">' + ''.join(
        f'<!ENTITY {chr(98 + n)} "{("&" + chr(97 + n) + ";") * 10}">' for n in range(9)) + ']><html><body><p>&j;</p></body></html>'
    return s.raw(request('POST', '/v1/notices', laughs.encode(), {'Content-Type': 'text/html'}, s.tokens['viewer']))


@case('a page that asks for a file', (200, None))
def _(s):
    page = '<!DOCTYPE l [<!ENTITY x SYSTEM "file:///etc/passwd">]><html><body><p>第一条 不得&x;。</p></body></html>'
    answer = s.raw(request('POST', '/v1/notices', page.encode(), {'Content-Type': 'text/html'}, s.tokens['viewer']))
    assert b'root:' not in answer.body
    return answer


@case('a page nested 100,000 deep', (200, None), (422, 'document/empty'))
def _(s):
    return s.raw(request('POST', '/v1/notices', b'<div>' * 100_000 + '第一条 不得。'.encode(), {'Content-Type': 'text/html'},
                         s.tokens['viewer']))


# MARK: who may

@case('no token', (401, 'access/token-needed'))
def _(s):
    return s.raw(request('POST', '/v1/check', {'name': 'RWA'}))


@case('a token with its last letter changed', (401, 'access/unknown-token'))
def _(s):
    token = s.tokens['officer']
    return s.ask('GET', '/v1/rules', token=token[:-1] + ('A' if token[-1] != 'A' else 'B'))


@case('half a token', (401, 'access/unknown-token'))
def _(s):
    return s.ask('GET', '/v1/rules', token=s.tokens['officer'][:20])


@case('the digest out of the file of tokens', (401, 'access/unknown-token'))
def _(s):
    line = Path(s.folder.name, 'tokens').read_text().split()
    return s.ask('GET', '/v1/rules', token=line[2])


@case('two tokens in one header', (401, 'access/unknown-token'))
def _(s):
    return s.ask('GET', '/v1/rules', token=f'{s.tokens["officer"]} {s.tokens["viewer"]}')


@case('a viewer who decides', (403, 'access/role'))
def _(s):
    return s.raw(request('POST', '/v1/decisions', {'name': 'RWA'}, token=s.tokens['viewer']))


@case('a cookie that somebody made up', (401, 'access/token-needed'))
def _(s):
    return s.ask('GET', '/v1/rules', fields={'Cookie': 'hegui_session=' + 'A' * 43})


@case('ten thousand cookies', (431, 'request/huge-head'))
def _(s):
    return s.ask('GET', '/v1/rules', fields={'Cookie': '; '.join(f'hegui_session={n}' for n in range(10_000))})


@case('another site, without tokens', (403, 'access/foreign-site'))
def _(s):
    return s.local.raw(request('POST', '/v1/decisions', {'name': 'RWA'}, {'Origin': 'http://evil.example'}))


@case('a frame without origin, without tokens', (403, 'access/foreign-site'))
def _(s):
    return s.local.raw(request('POST', '/v1/decisions', {'name': 'RWA'}, {'Origin': 'null'}))


@case('another site as browsers mark it', (403, 'access/foreign-site'))
def _(s):
    return s.local.raw(request('POST', '/v1/decisions', {'name': 'RWA'}, {'Sec-Fetch-Site': 'cross-site'}))


FORM = {'Content-Type': 'application/x-www-form-urlencoded', 'Accept': 'text/html', 'Sec-Fetch-Site': 'same-origin'}


def keeping(token, **fields):
    """The form of the check page that keeps a verdict."""
    pairs = {'name': 'RWA', 'operator': 'x', **({'token': token} if token else {}), **fields}
    return request('POST', '/decisions', '&'.join(f'{name}={value}' for name, value in pairs.items()).encode(), FORM)


def form_token(s):
    page = s.local.ask('GET', '/?name=RWA', fields={'Accept': 'text/html'}).body.decode()
    found = re.search(r'name="token" value="([^"]+)"', page)
    assert found, 'the page has no form with a token'
    return found.group(1)


@case('a form without its token', (403, None))
def _(s):
    return s.local.raw(keeping(None))


@case('a form with a token that somebody changed', (403, None))
def _(s):
    return s.local.raw(keeping(form_token(s)[:-4] + '0000'))


@case('a form sent from another site', (403, None))
def _(s):
    return s.local.raw(keeping(form_token(s)).replace(b'same-origin', b'cross-site'))


@case('a form sent twice', (409, None))
def _(s):
    body = keeping(form_token(s))
    first = s.local.raw(body)
    assert first.status == 303, f'the first was not taken: {first.status} {first.body[-300:]}'
    return s.local.raw(body)


@case('an upload called ../../../../etc/passwd', (200, None))
def _(s):
    part = ('--b\r\nContent-Disposition: form-data; name="file"; filename="../../../../etc/passwd"\r\nContent-Type: text/html\r\n\r\n'
            '<title>通知</title><p>第一条 任何单位不得从事虚拟货币业务。</p>\r\n--b--\r\n').encode()
    fields = {**FORM, 'Content-Type': 'multipart/form-data; boundary=b'}
    answer = s.local.raw(request('POST', '/notices/preview', part, fields))
    assert b'root:' not in answer.body
    return answer


@case('an upload of parts without end', (400, None), (422, None), (200, None))
def _(s):
    part = b'--b\r\nContent-Disposition: form-data; name="file"\r\n\r\n' * 20_000
    return s.local.raw(request('POST', '/notices/preview', part, {**FORM, 'Content-Type': 'multipart/form-data; boundary=b'}))


# MARK: what is shown

@case('script in a name, shown on a page', (200, None))
def _(s):
    made = s.local.raw(request('POST', '/v1/decisions', {'name': f'RWA{SCRIPT}', 'scope': SCRIPT + '虚拟货币'}))
    assert made.status == 201
    answer = s.local.ask('GET', f'/decisions/{made.json["id"]}', fields={'Accept': 'text/html'})
    assert b'<script>alert' not in answer.body and '&lt;script&gt;'.encode() in answer.body
    assert "script-src 'self'" in answer.fields['content-security-policy']
    return answer


@case('script in a notice', (200, None))
def _(s):
    text = f'<title>{SCRIPT}</title><p>第一条 任何单位不得{SCRIPT}从事虚拟货币业务。</p>'
    answer = s.raw(request('POST', '/v1/notices', text.encode(), {'Content-Type': 'text/html'}, s.tokens['viewer']))
    assert answer.fields['content-type'].startswith('application/json') and answer.fields['x-content-type-options'] == 'nosniff'
    return answer


@case('script in a path, shown on a page', (404, None))
def _(s):
    answer = s.ask('GET', '/%3Cscript%3Ealert(1)%3C/script%3E', fields={'Accept': 'text/html'})
    assert b'<script>alert' not in answer.body
    return answer


@case('a line break in a name, logged', (200, None))
def _(s):
    answer = s.recording.raw(request('POST', '/v1/check', {'name': 'RWA\n2026-01-01T00:00:00Z critical forged'}))
    assert not any(line.startswith('2026-01-01') for line in s.recording.log)
    return answer


# MARK: too much at a time

@case('a third batch while two run', (429, 'service/batches'))
def _(s):
    start = post('/v1/screen', f'Authorization: Bearer {s.tokens["viewer"]}', 'Content-Type: application/x-ndjson',
                 'Transfer-Encoding: chunked')
    running = [s.connect() for _ in range(2)]
    for one in running:
        one.sendall(start + b'e\r\n{"name":"RWA"}\r\n')
    time.sleep(0.5)
    answer = screen(s, b'{"name":"RWA"}\n')
    for one in running:
        one.close()
    assert answer.fields.get('retry-after'), 'there is no Retry-After'
    time.sleep(0.5)
    assert screen(s, b'{"name":"RWA"}\n').status == 200, 'the places are not free again'
    return answer


@case('more requests than are worked on at a time', (503, 'service/busy'))
def _(s):
    start = post('/v1/check', 'Content-Type: application/json', 'Content-Length: 20')
    waiting = [s.small.connect() for _ in range(4)]
    for one in waiting:
        one.sendall(start)
    time.sleep(0.5)
    answer = s.small.ask('GET', '/v1/rules')
    for one in waiting:
        one.close()
    assert answer.fields.get('retry-after'), 'there is no Retry-After'
    return answer


@case('more connections than are served', (503, 'service/busy'))
def _(s):
    open_ones = [s.small.connect() for _ in range(20)]
    time.sleep(0.5)
    answer = s.small.ask('GET', '/healthz')
    for one in open_ones:
        one.close()
    assert answer.fields.get('retry-after'), 'there is no Retry-After'
    time.sleep(0.5)
    return answer


@case('an answer that nobody reads', (0, None))
def _(s):
    batch = b'{"name":"RWA"}\n' * 15_000
    with s.small.connect() as lazy:
        lazy.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
        lazy.settimeout(5)
        try:
            lazy.sendall(request('POST', '/v1/screen', batch, LINES))
        except OSError:
            pass
        time.sleep(5)
        lazy.settimeout(20)
        data = b''
        try:
            while piece := lazy.recv(65536):
                data += piece
        except OSError:
            pass
    assert b'hegui/summary/1' not in data, 'it was waited for to the end'
    return Answer(b'')


@case('200 heavy checks at once', (200, None), (503, 'service/busy'))
def _(s):
    body = json.dumps({'scope': '；'.join(f'虚拟货币{n}交易撮合服务' for n in range(100))}, ensure_ascii=False).encode()
    answers = []

    def one():
        answers.append(check(s, body, timeout=300))
    threads = [threading.Thread(target=one) for _ in range(200)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    statuses = {answer.status for answer in answers}
    assert len(answers) == 200 and statuses <= {200, 503}, statuses
    return answers[0]


def main():
    program = str(Path(sys.argv[1]).resolve())
    limits = ['--idle-time', '4', '--pause-time', '2', '--body-time', '6', '--batch-bytes', '4000000', '--batch-rows', '20000']
    failures = 0
    rows = []
    with Service(program, *limits, tokens=['officer', 'viewer']) as s, \
            Service(program, *limits) as s.local, \
            Service(program, '--log-records') as s.recording, \
            Service(program, '--requests', '4', '--connections', '16', '--unread-time', '3', '--pause-time', '30') as s.small:
        for name, expected, body in CASES:
            fault = None
            try:
                answer = body(s)
            except AssertionError as error:
                fault, answer = str(error) or 'not as expected', Answer(b'')
            got = (answer.status, answer.problem)
            if fault is None and got not in expected:
                fault = f'expected {" or ".join(map(str, expected))}; {answer.body[-200:]!r}'
            for one in (s, s.local, s.small):
                if one.ask('GET', '/healthz').body != b'ok\n':
                    fault = f'{fault or ""} the service no longer answers'
            if fault:
                failures += 1
            rows.append((name, 'ended' if answer.status == 0 else str(answer.status), answer.problem or '–', f'{answer.seconds:.1f} s', fault))
            if fault:
                print(f'FAILED {name}: got {got}: {fault}', file=sys.stderr)
        faults = [line for one in (s, s.local, s.small) for line in one.log if re.search(r' (error|critical) ', line)]
        failures += len(faults)
        for line in faults:
            print(f'FAILED the service logged: {line}', file=sys.stderr)
    print('| request | status | problem | time |\n| --- | --- | --- | --- |')
    for name, status, problem, seconds, fault in rows:
        print(f'| {name} | {status} | {problem} | {seconds} |{" FAILED" if fault else ""}')
    print(f'\n{len(rows)} hostile requests, {failures} answered otherwise than they should be')
    return 1 if failures else 0


if __name__ == '__main__':
    sys.exit(main())
