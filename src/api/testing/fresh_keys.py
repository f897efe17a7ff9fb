"""For schemathesis: a key of its own for each request that is meant to succeed.

It sends one example of a key with many bodies, which is what the API refuses. A client makes a key when somebody
presses a button.
"""

import uuid

import schemathesis
from schemathesis import GenerationMode

KEY = "idempotency-key"


@schemathesis.hook
def before_call(_context, case, _kwargs):
    is_meant_well = case.meta is None or case.meta.generation.mode == GenerationMode.POSITIVE
    if is_meant_well and case.headers is not None and KEY in case.headers:
        case.headers[KEY] = str(uuid.uuid4())
