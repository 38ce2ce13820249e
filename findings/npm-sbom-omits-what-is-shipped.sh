#!/usr/bin/env bash
# npm's own bill of materials, without what is for development only.
#
# Expected: `npm sbom --omit dev` lists what `npm ci --omit dev` installs and `npm ls --omit dev` shows.
# Seen with npm 12.2.2 on 2026-11-30: a package that is a dependency of the project and also of one of its development dependencies
# is left out, in both formats, without a word, although npm ls shows it and the lock file does not mark it as `dev`.
set -euo pipefail
source "$(dirname "$0")/lib/begin.sh"

listed() { # FORMAT [OPTION]: the packages in the bill of materials, the project itself left out
  npm sbom --omit dev --sbom-format "$@" | node --input-type=module -e "
    import { readFileSync } from 'node:fs'
    const { components, packages } = JSON.parse(readFileSync(0, 'utf8'))
    console.log((components ?? packages).map(one => one.name).filter(name => name !== 'shop').join(' ') || 'nothing')"
}

node_with npm@12.2.2
mkdir "$folder/shop"
cd "$folder/shop"
echo '{ "name": "shop", "version": "1.0.0", "dependencies": { "ms": "2.1.3" }, "devDependencies": { "debug": "4.4.3" } }' > package.json
npm install --silent --no-audit --no-fund
expect 'the mark dev of ms in the lock file' "$(node -p "String(require('./package-lock.json').packages['node_modules/ms'].dev)")" 'undefined'
expect 'npm ls --omit dev' "$(npm ls --omit dev --parseable | tail -n +2 | xargs -n 1 basename)" 'ms'
expect 'npm sbom --omit dev' "$(listed cyclonedx)" 'nothing'
expect 'the same from the lock file alone' "$(listed cyclonedx --package-lock-only)" 'nothing'
expect 'the same as SPDX' "$(listed spdx)" 'nothing'
npm uninstall --silent --no-audit --no-fund debug
expect 'npm sbom --omit dev without debug' "$(listed cyclonedx)" 'ms'
