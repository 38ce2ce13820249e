#!/usr/bin/env bash
# SARIF results that are errors, read by reviewdog, which ends with an exit code, and by sarif-junit, which makes JUnit of them.
#
# Expected: an error is one whether it says so or its rule does (defaultConfiguration), and whether it has a file or not, as a finding in a
# database has none; what is suppressed or gone is none; a run that says of itself that it did not succeed is no pass.
# Seen with reviewdog 0.21.0 and sarif-junit 1.1.4 on 2026-12-01: reviewdog drops an error without a location and ends with 0, and fails on one
# that is suppressed or gone. sarif-junit makes a passed case of an error whose level is that of its rule. Of a run that failed both make
# a pass: nothing found.
set -euo pipefail
source "$(dirname "$0")/lib/begin.sh"

go_with github.com/reviewdog/reviewdog/cmd/reviewdog@v0.21.0
(cd "$folder/go" && go build -o "$folder/reviewdog" github.com/reviewdog/reviewdog/cmd/reviewdog) &> "$folder/log" || { cat "$folder/log" >&2; exit 1; }
node_with sarif-junit@1.1.4
cd "$folder"
touch precheck.yml

sarif() { # RULE, RESULTS, SUCCESSFUL: a log with one run
  printf '{"version": "2.1.0", "runs": [{"tool": {"driver": {"name": "gate", "rules": [{"id": "key"%s}]}},
    "invocations": [{"executionSuccessful": %s}], "results": [%s]}]}' "$1" "$3" "$2" > log.sarif
}
result() { printf '{"ruleId": "key", "message": {"text": "no key"}%s}' "$1"; }
with_reviewdog() {
  if ./reviewdog -f=sarif -reporter=local -filter-mode=nofilter -fail-level=error < log.sarif &> log; then echo 'exit code 0'
  elif grep -q 'found at least one issue' log; then echo 'exit code 1'
  else cat log >&2
  fi
}
with_sarif_junit() {
  sarif-junit -i log.sarif -o junit.xml &> log || { cat log >&2; return; }
  grep -oE '^<testsuites tests="[0-9]+" failures="[0-9]+"' junit.xml | cut -d' ' -f2-
}
here='"locations": [{"physicalLocation": {"artifactLocation": {"uri": "precheck.yml"}, "region": {"startLine": 1}}}]'

sarif '' "$(result ", \"level\": \"error\", $here")" true
expect 'an error' "$(with_reviewdog), $(with_sarif_junit)" 'exit code 1, tests="1" failures="1"'
sarif ', "defaultConfiguration": {"level": "error"}' "$(result ", $here")" true
expect 'an error by its rule' "$(with_reviewdog), $(with_sarif_junit)" 'exit code 1, tests="1" failures="0"'
sarif '' "$(result ', "level": "error"')" true
expect 'an error without a location' "$(with_reviewdog)" 'exit code 0'
sarif '' "$(result ", \"level\": \"error\", $here, \"suppressions\": [{\"kind\": \"external\", \"status\": \"accepted\"}]")" true
expect 'an error that is suppressed' "$(with_reviewdog), $(with_sarif_junit)" 'exit code 1, tests="1" failures="1"'
sarif '' "$(result ", \"level\": \"error\", $here, \"baselineState\": \"absent\"")" true
expect 'an error that is gone' "$(with_reviewdog), $(with_sarif_junit)" 'exit code 1, tests="1" failures="1"'
sarif '' '' false
expect 'a run that did not succeed' "$(with_reviewdog), $(with_sarif_junit)" 'exit code 0, tests="0" failures="0"'
