#!/usr/bin/env bash
# CTRF reports in a pipeline: put together by `ctrf merge`, and decided by the GitHub reporter with --exit-on-fail.
#
# Expected: a merge that cannot read one of its reports, finds none, or has no folder, ends with an error. --exit-on-fail lets through what
# passed, and neither a test whose status is "other", which CTRF has for what was neither passed nor failed, nor a report without tests.
# Seen with ctrf 0.3.0 and github-actions-ctrf 0.0.58 on 2026-12-01: every merge ends with 0; one of two legs whose report is cut off is left
# out, and the file that comes out says that all passed. --exit-on-fail asks for `failed` in the summary alone: 0 for "other" and for no test.
set -euo pipefail
source "$(dirname "$0")/lib/begin.sh"

node_with ctrf@0.3.0 github-actions-ctrf@0.0.58
cd "$folder"
export GITHUB_REPOSITORY=acme/orders GITHUB_RUN_ID=1 GITHUB_STEP_SUMMARY="$folder/summary" GITHUB_EVENT_PATH="$folder/event.json"
echo '{}' > event.json

one() { printf '{"name": "key", "status": "%s", "duration": 1}' "$1"; }
report() { # FILE STATUS ...: of no test, or of one
  local status count='"tests": 0' tests='' passed=0 failed=0 other=0
  for status in "${@:2}"; do
    count='"tests": 1'
    tests=$(one "$status")
    printf -v "$status" 1
  done
  mkdir -p "$(dirname "$1")"
  printf '{"results": {"tool": {"name": "gate"}, "summary": {%s, "passed": %s, "failed": %s, "skipped": 0, "pending": 0, "other": %s,
    "start": 1, "stop": 2}, "tests": [%s]}}' "$count" "$passed" "$failed" "$other" "$tests" > "$1"
}
decided() { # FILE
  : > summary
  local code=0
  github-actions-ctrf "$1" --exit-on-fail &> log || code=$?
  if ! grep -q 'Tests' summary; then cat log >&2; fi
  echo "$code"
}
merged() { # FOLDER
  local code=0 summary=none
  ctrf merge "$1" &> log || code=$?
  if [[ -e $1/ctrf-report.json ]]; then
    summary=$(node -p 'const { summary } = JSON.parse(fs.readFileSync(process.argv[1])).results; summary.passed + " of " + summary.tests + " passed"' \
      "$1/ctrf-report.json")
  fi
  printf '%s, %s' "$code" "$summary"
}

for status in passed failed other; do report "$status.json" "$status"; done
report none.json
expect 'passed, failed, other, no test' "$(for name in passed failed other none; do decided "$name.json"; done | paste -sd' ')" '0 1 0 0'

report both/a.json passed
report both/b.json failed
expect 'two legs, one failed' "$(merged both)" '0, 1 of 2 passed'
report cut/a.json passed
report cut/b.json failed
truncate --size=-2 cut/b.json
expect 'the same, with the report of the failed one cut off' "$(merged cut)" '0, 1 of 1 passed'
mkdir empty
expect 'a folder without reports' "$(merged empty)" '0, none'
expect 'no folder' "$(merged nowhere)" '0, none'
