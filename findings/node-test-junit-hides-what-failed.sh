#!/usr/bin/env bash
# The JUnit reporter of Node's own test runner, and programs that decide by such a file: junitparser verify, Allure's quality gate.
#
# Expected: where `node --test` ends with 1, its JUnit file holds a failure, and whoever decides by the file says no.
# Seen with Node 24.21.0, junitparser 5.0.3 and allure 3.18.0 on 2026-12-01: a test that stands in no suite is written straight into
# <testsuites>, where neither looks for it: green. When the clean-up of a suite fails (its `after`), the file holds no failure at all, and
# counts none. What fails inside a suite is seen by junitparser; Allure counts the test and calls it passed, because the case has an attribute
# `failure` beside its element. Without that attribute it fails.
set -euo pipefail
source "$(dirname "$0")/lib/begin.sh"

node_with node@24.21.0 allure@3.18.0
python_with junitparser==5.0.3
cd "$folder"
mkdir results

try() { # WHAT RESULT: of the test file on standard input; Allure reads its report as it is and without that attribute
  local code=0 reader=0 gate=0 plain=0
  { echo "import { after, describe, test } from 'node:test'"; cat; } > a.test.mjs
  node --test --test-reporter=junit a.test.mjs > results/report.xml 2> log || code=$?
  junitparser verify results/report.xml > log || reader=$?
  allure quality-gate --max-failures 0 results &> log || gate=$?
  sed -i 's/ failure="no key"//' results/report.xml
  allure quality-gate --max-failures 0 results &> log || plain=$?
  expect "$1" "node $code, <failure> $(grep -c '<failure' results/report.xml || true), junitparser $reader, allure $gate and $plain" "$2"
}
try 'a test in a suite' 'node 1, <failure> 1, junitparser 1, allure 0 and 1' << 'TEST'
describe('orders', () => {
  test('has a key', () => { throw new Error('no key') })
})
TEST
try 'a test on its own' 'node 1, <failure> 1, junitparser 0, allure 0 and 0' << 'TEST'
test('has a key', () => { throw new Error('no key') })
TEST
try 'the end of a suite' 'node 1, <failure> 0, junitparser 0, allure 0 and 0' << 'TEST'
describe('orders', () => {
  test('has a key', () => {})
  after(() => { throw new Error('not closed') })
})
TEST
