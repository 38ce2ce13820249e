#!/usr/bin/env bash
# ajv-cli over a pattern that no file matches, as in a step that checks reports which an earlier step should have left.
#
# Expected: nothing to check is an error, as a file name that does not exist is one; at the least, something is said.
# Seen with ajv-cli 5.0.0 on 2026-11-30: exit code 0, and not a word. Its command `test` says by 0 of the same pattern both that all is
# valid and that all is invalid. A name without a `*` ends with 2.
set -euo pipefail
source "$(dirname "$0")/lib/begin.sh"

node_with ajv-cli@5.0.0
cd "$folder"
echo '{ "type": "object" }' > schema.json
echo '[]' > one.json

ends() { # COMMAND OPTION ...: its exit code, and how much it said
  local code=0
  ajv "$@" -s schema.json &> said || code=$?
  printf '%s, %s' "$code" "$( [[ -s said ]] && echo 'with words' || echo 'silent')"
}
expect 'a file that is invalid, by a pattern' "$(ends validate -d 'o*.json')" '1, with words'
expect 'a name that does not exist' "$(ends validate -d none.json)" '2, with words'
expect 'a pattern that nothing matches' "$(ends validate -d 'n*.json')" '0, silent'
expect 'the same, tested for valid' "$(ends test --valid -d 'n*.json')" '0, silent'
expect 'the same, tested for invalid' "$(ends test --invalid -d 'n*.json')" '0, silent'
