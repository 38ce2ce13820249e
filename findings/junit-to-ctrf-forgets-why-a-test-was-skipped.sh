#!/usr/bin/env bash
# A JUnit report turned into CTRF by junit-to-ctrf.
#
# Expected: what the report says of a case comes along: the message of a failure, of an error and of a skipped case.
# Seen with junit-to-ctrf 0.0.14 on 2026-11-30: the messages of failures and errors do, the one of a skipped case is dropped, although CTRF
# has a field for it. A waiver, which stands as a skipped case with its reason, comes out as a case that was just not run.
set -euo pipefail
source "$(dirname "$0")/lib/begin.sh"

node_with junit-to-ctrf@0.0.14
cat > "$folder/report.xml" << 'XML'
<?xml version="1.0" encoding="UTF-8"?>
<testsuites><testsuite name="s" tests="3" failures="1" errors="1" skipped="1">
<testcase name="a" classname="c"><failure message="has no key" type="t">has no key</failure></testcase>
<testcase name="b" classname="c"><error message="timed out" type="t">timed out</error></testcase>
<testcase name="c" classname="c"><skipped message="waived until 2026-12-31"/></testcase>
</testsuite></testsuites>
XML
junit-to-ctrf "$folder/report.xml" -o "$folder/ctrf.json" > "$folder/log"
seen=$(node -e '
  const { tests } = JSON.parse(require("node:fs").readFileSync(process.argv[1], "utf8")).results
  for (const { status, ...rest } of tests) console.log(status + ":", /has no key|timed out|waived/.exec(JSON.stringify(rest))?.[0] ?? "nothing")
' "$folder/ctrf.json")
expect 'what is left of the messages' "$seen" 'failed: has no key
failed: timed out
skipped: nothing'
