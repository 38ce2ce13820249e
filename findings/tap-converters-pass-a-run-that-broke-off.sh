#!/usr/bin/env bash
# TAP, which pgTAP prints for tests in a database, turned into JUnit: a run that broke off before all that it had announced was done.
#
# Expected: fewer results than the plan says is a failed run, and so is "Bail out!": the JUnit file holds a failure or an error, or the exit code
# says it.
# Seen with tap-xunit 2.4.1 and tap-junit 5.0.4 on 2026-12-01: after 1 of 3 results and a bail-out both end with 0 and write a file in which
# nothing failed; after 2 of 3 too, but that tap-junit counts a failure in an attribute, without an element. What a connection that was lost
# in the middle leaves behind is green. tap2junit 0.2.0 writes an error for each result that did not come.
set -euo pipefail
source "$(dirname "$0")/lib/begin.sh"

node_with tap-xunit@2.4.1 tap-junit@5.0.4
python_with tap2junit==0.2.0
cd "$folder"
ends() { # NAME COMMAND ...: its exit code, and what it wrote to junit.xml
  local code=0
  "${@:2}" 2> log || code=$?
  [[ -s junit.xml ]] || cat log >&2
  printf '%s: %s, %s cases, failures="%s", %s <failure> or <error>\n' "$1" "$code" "$(grep -o '<testcase' junit.xml | wc -l)" \
    "$(grep -oE 'failures="[0-9]+"' junit.xml | tail -n 1 | cut -d'"' -f2)" "$(grep -oE '<(failure|error)' junit.xml | wc -l)"
}
converted() { # TAP
  printf '%s\n' "$@" > run.tap
  ends tap-xunit bash -c 'tap-xunit < run.tap > junit.xml'
  ends tap-junit bash -c 'tap-junit < run.tap > junit.xml'
  ends tap2junit tap2junit --input run.tap --output junit.xml
}
expect 'one of three failed' "$(converted 1..3 'ok 1 - table' 'not ok 2 - key' 'ok 3 - rows')" 'tap-xunit: 1, 3 cases, failures="1", 1 <failure> or <error>
tap-junit: 0, 3 cases, failures="1", 1 <failure> or <error>
tap2junit: 0, 3 cases, failures="1", 1 <failure> or <error>'
expect 'two of three' "$(converted 1..3 'ok 1 - table' 'ok 2 - key')" 'tap-xunit: 0, 2 cases, failures="0", 0 <failure> or <error>
tap-junit: 0, 2 cases, failures="1", 0 <failure> or <error>
tap2junit: 0, 3 cases, failures="0", 1 <failure> or <error>'
expect 'one of three, and a bail-out' "$(converted 1..3 'ok 1 - table' 'Bail out! connection lost')" 'tap-xunit: 0, 1 cases, failures="0", 0 <failure> or <error>
tap-junit: 0, 1 cases, failures="0", 0 <failure> or <error>
tap2junit: 0, 3 cases, failures="1", 2 <failure> or <error>'
