#!/bin/sh
# The gate in any shell: a terminal, or a step of CodeArts and others that runs shell commands. Needs Node 22 or newer and git.
# The credentials are variables, for instance HUAWEI_CLOUD_ACCESS_KEY_ID and HUAWEI_CLOUD_SECRET_ACCESS_KEY.
set -eu

gate=$(mktemp -d)
trap 'rm -rf "$gate"' EXIT
git init --quiet "$gate"
git -C "$gate" fetch --quiet --depth=1 -- https://github.com/OWNER/migration-precheck-gate.git v1
git -C "$gate" checkout --quiet FETCH_HEAD

code=0
node "$gate/dist/cli.js" run \
  --name orders \
  --service drs \
  --region cn-north-4 \
  --job-ids 140b5236-88ad-43c8-811c-1268453jb101 || code=$?

case $code in
  0) echo 'Passed: go on.' ;;
  1) echo 'Failed: fix what precheck-report/report.html lists, or waive it.' ;;
  2) echo 'Wrong input: the lines above say which.' ;;
  3) echo 'Inconclusive: it could not be found out. Run it again, or look at precheck-report/report.html for the reason.' ;;
  *) echo "Ended with $code before there was a verdict." ;;
esac
exit "$code"
