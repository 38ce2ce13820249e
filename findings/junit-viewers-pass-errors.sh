#!/usr/bin/env bash
# A JUnit report whose second case is an error, as one is that could not be decided, in three programs that show such reports.
#
# Expected: <error> is as little a pass as <failure>: it is marked, listed and counted out of those that passed.
# Seen with junit-cli-report-viewer 3.0.0, prettyjunit 0.0.4 and junit-to-md-py 2.1.1 on 2026-12-01: the first puts the tick of a pass before
# it, the second counts it as passed (100.0 %), the third lists failures and says nothing of it. The same case as a failure is shown as
# one by all three. None ends with another exit code.
set -euo pipefail
source "$(dirname "$0")/lib/begin.sh"

node_with junit-cli-report-viewer@3.0.0
python_with prettyjunit==0.0.4 junit-to-md-py==2.1.1
cd "$folder"
mkdir reports
report() { # KIND FAILURES ERRORS
  cat > reports/report.xml << XML
<?xml version="1.0" encoding="UTF-8"?>
<testsuite name="orders" tests="2" failures="$2" errors="$3" skipped="0" time="0">
<testcase name="rights" classname="orders" time="0"/>
<testcase name="key" classname="orders" time="0"><$1 message="timed out" type="t">timed out</$1></testcase>
</testsuite>
XML
}
shown() {
  junit-cli-report-viewer reports/report.xml > one
  prettyjunit reports > log
  junit-to-md-py reports/report.xml > three
  printf '%s, %s passed, %s in the list' "$(sed 's/\x1b\[[0-9;]*m//g' one | grep -oE '[^ ]+ key')" \
    "$(grep -oE '"passPc": "[^"]*"' reports/summary.html | cut -d'"' -f4)" "$(grep -c 'timed out' three || true)"
}

report failure 1 0
expect 'a failure' "$(shown)" '✖ key, 50.0 % passed, 1 in the list'
report error 0 1
expect 'an error' "$(shown)" '✔ key, 100.0 % passed, 0 in the list'
