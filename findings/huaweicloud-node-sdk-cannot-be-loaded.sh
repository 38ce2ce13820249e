#!/usr/bin/env bash
# Huawei Cloud's own client library for Node, freshly installed.
#
# Expected: what npm installs for a package is what it needs, so that a client can be built.
# Seen with @huaweicloud/huaweicloud-sdk-core 3.1.211 on 2026-11-30: the package loads, but the module that builds clients asks for `uuid`,
# which it names nowhere; it works only where some other package happens to have brought that one along.
set -euo pipefail
source "$(dirname "$0")/lib/begin.sh"

node_with @huaweicloud/huaweicloud-sdk-core@3.1.211
cd "$folder/node"
load() {
  node --input-type=module -e "
    const said = await import('@huaweicloud/huaweicloud-sdk-core/$1').then(() => 'loads', error => error.message)
    console.log(said.split('\n')[0])"
}
expect 'credentials' "$(load huaweicloud-sdk-core.js)" 'loads'
expect 'client builder' "$(load ClientBuilder.js)" "Cannot find module 'uuid'"
npm install --no-audit --no-fund --silent uuid@9.0.1
expect 'client builder beside uuid 9.0.1' "$(load ClientBuilder.js)" 'loads'
