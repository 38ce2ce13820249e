#!/usr/bin/env bash
# Huawei Cloud's own Python client for DRS, reading the result of a pre-check.
#
# Expected: what is no result raises: a redirect, a page of a gateway, an error body, an empty body. A boolean that came as the
# text "false" is an error or false.
# Seen with huaweicloudsdkdrs 3.1.219 on 2026-11-30: all four return normally, with results None; and the text "false" becomes True, so
# that a script which asks for `result` takes a failed pre-check for a passed one.
set -euo pipefail
source "$(dirname "$0")/lib/begin.sh"

python_with huaweicloudsdkcore==3.1.219 huaweicloudsdkdrs==3.1.219
seen=$(python -W ignore - << 'PYTHON'
import http.server
import threading
from huaweicloudsdkcore.auth.credentials import BasicCredentials
from huaweicloudsdkcore.exceptions.exceptions import SdkException
from huaweicloudsdkdrs.v3 import BatchCheckResultsRequest, BatchQueryPrecheckResultReq, DrsClient

answer = {}

class Handler(http.server.BaseHTTPRequestHandler):
    def do_POST(self):
        self.rfile.read(int(self.headers["content-length"]))
        body = answer["body"].encode()
        self.send_response(answer["status"])
        self.send_header("Content-Type", answer["type"])
        self.send_header("Content-Length", str(len(body)))
        if answer["status"] == 302:
            self.send_header("Location", "/elsewhere")
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_):
        pass

server = http.server.HTTPServer(("127.0.0.1", 0), Handler)
threading.Thread(target=server.serve_forever, daemon=True).start()
client = (
    DrsClient.new_builder()
    .with_credentials(BasicCredentials("made-up", "made-up", "made-up"))
    .with_endpoint(f"http://127.0.0.1:{server.server_port}")
    .build()
)
request = BatchCheckResultsRequest(body=BatchQueryPrecheckResultReq(jobs=["a"]))

def show(what, body, status=200, kind="application/json"):
    answer.update(body=body, status=status, type=kind)
    try:
        results = client.batch_check_results(request).results
        print(f"{what}:", results and results[0].result)
    except SdkException as error:
        print(f"{what}:", type(error).__name__)

show("false", '{"results": [{"id": "a", "result": false}]}')
show('"false"', '{"results": [{"id": "a", "result": "false"}]}')
show("redirect", "", 302, "text/html")
show("page", "<html>maintenance</html>", 200, "text/html")
show("error body", '{"error_code": "DRS.1", "error_msg": "no"}')
show("nothing", "")
PYTHON
)
expect 'what came: result' "$seen" 'false: False
"false": True
redirect: None
page: None
error body: None
nothing: None'
