#!/usr/bin/env bash
# A pipeline whose job fails with an exit code that allow_failure:exit_codes does not name, run by gitlab-ci-local.
#
# Expected: allow_failure with exit_codes: [3] allows exit code 3 and no other. A job that ends with 1 fails, later stages are not run, and the
# pipeline fails, as without allow_failure.
# Seen with gitlab-ci-local 4.75.1 on 2026-11-30: the job is printed as failed, but the next stage runs and the pipeline ends with 0. Whoever
# tries a gate with it and looks at the exit code of the pipeline finds that it lets everything through.
set -euo pipefail
source "$(dirname "$0")/lib/begin.sh"

node_with gitlab-ci-local@4.75.1
pipeline() {
  local work="$folder/work-$1-$2"
  mkdir "$work"
  cd "$work"
  git init --quiet --initial-branch main
  git remote add origin git@gitlab.example.com:acme/orders.git
  {
    printf 'gate:\n  stage: test\n  script: [ "exit %s" ]\n' "$1"
    [[ "$2" == none ]] || printf '  allow_failure:\n    exit_codes: [%s]\n' "$2"
    printf 'start:\n  stage: deploy\n  script: [ "echo started" ]\n'
  } > .gitlab-ci.yml
  git add .gitlab-ci.yml
  git -c user.name=a -c user.email=a@localhost commit --quiet --message x
  local code=0 next=no
  gitlab-ci-local --home "$folder/home" --no-color &> log || code=$?
  if grep -q '> started' log; then next=yes; fi
  printf 'job %s, pipeline %s, next stage %s\n' "$(grep -oE '^ (PASS|WARN|FAIL)  gate' log | cut -c2-5)" "$code" "$next"
  cd "$folder"
}

expect 'exit code 1, nothing allowed' "$(pipeline 1 none)" 'job FAIL, pipeline 1, next stage no'
expect 'exit code 3, 3 allowed' "$(pipeline 3 3)" 'job WARN, pipeline 0, next stage yes'
expect 'exit code 1, 3 allowed' "$(pipeline 1 3)" 'job FAIL, pipeline 0, next stage yes'
