#!/usr/bin/env bash
# The quality gate of Allure 3 over JUnit reports that hold a failed case each, in forms that other writers use.
#
# Expected: --max-failures 0 fails whenever a report has a failure, whatever attributes it has, wherever the case stands.
# Seen with allure 3.18.0 on 2026-12-01: a failure or an error that has a text and no attribute is read as passed, and so is a case with two
# failures; cases of a suite within a suite are not read at all; and a failed case is taken for an earlier try of a passed one that has its
# class and name in a later suite, as two legs of a matrix do. All of them pass, without a word.
set -euo pipefail
source "$(dirname "$0")/lib/begin.sh"

node_with allure@3.18.0
cd "$folder"

suite() { printf '<testsuite name="%s" tests="1" failures="%s">%s</testsuite>\n' "$1" "$2" "$3"; }
case_of() { printf '<testcase classname="orders" name="key">%s</testcase>' "$1"; }
gate() {
  if allure quality-gate --max-failures 0 results &> log; then echo passed
  elif grep -q 'number of failed tests' log; then echo failed
  else cat log >&2
  fi
}
try() { # WHAT RESULT: of the suites on standard input
  { printf '<?xml version="1.0" encoding="UTF-8"?>\n<testsuites>\n'; cat; printf '</testsuites>\n'; } > results/report.xml
  expect "$1" "$(gate)" "$2"
}
mkdir results
with='<failure message="no key">no key</failure>'
without='<failure>no key</failure>'

suite first 1 "$(case_of "$with")" | try 'a failure with a message as attribute' failed
suite first 1 "$(case_of '<failure/>')" | try 'a failure with nothing' failed
suite first 1 "$(case_of "$without")" | try 'a failure with a text only' passed
suite first 0 "$(case_of '<error>timed out</error>')" | try 'an error with a text only' passed
suite first 2 "$(case_of "$with$with")" | try 'two failures' passed
suite all 1 "$(suite first 1 "$(case_of "$with")")" | try 'a suite in a suite' passed
{ suite first 0 "$(case_of '')"; suite second 1 "$(case_of "$with")"; } | try 'passed in the first suite, failed in the second' failed
{ suite first 1 "$(case_of "$with")"; suite second 0 "$(case_of '')"; } | try 'failed in the first suite, passed in the second' passed
