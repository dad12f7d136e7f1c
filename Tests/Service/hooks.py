"""What schemathesis doesn't know of itself: text that is sent as it is, and lines of JSON in an answer."""

import json

import schemathesis
from jsonschema_rs import Draft202012Validator


@schemathesis.serializer("application/x-ndjson")
def sent(ctx, value):
    return value if isinstance(value, bytes) else str(value).encode("utf-8", "replace")


@schemathesis.deserializer("application/x-ndjson")
def received(ctx, response):
    return response.text


@schemathesis.check
def lines(ctx, response, case):
    """Every line of an answer is what the description says that lines are (`x-lines`), and the last one ends it."""
    document = case.operation.schema.raw_schema
    declared = (case.operation.definition.raw.get('responses', {}).get(str(response.status_code), {}).get('content', {})
                .get('application/x-ndjson', {}).get('schema', {}))
    if 'x-lines' not in declared or 'x-ndjson' not in response.headers.get('content-type', [''])[0]:
        return None
    validator = Draft202012Validator({**declared['x-lines'], 'components': document['components']})
    found = [json.loads(line) for line in response.text.split('\n')[:-1]]
    for line in found:
        for error in validator.iter_errors(line):
            raise AssertionError(f'a line is not as described: {error.message}: {line}')
    last = found[-1].get('schema', '') if found else ''
    assert last in ('hegui/summary/1', 'hegui/impact/1') or 'title' in found[-1], f'the answer is not whole: {last}'
    return None
