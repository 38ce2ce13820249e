#!/usr/bin/env bash
# @vercel/ncc --license, for a program of which a part is loaded late.
#
# Expected: the file holds the licences of all packages that are in the bundle; that is what the option is for.
# Seen with @vercel/ncc 0.45.0 on 2026-11-30: as soon as there is an import(), only the packages of one of the written files are named. The package
# that the program loads at once, and whose code is in the bundle, is missing.
set -euo pipefail
source "$(dirname "$0")/lib/begin.sh"

node_with @vercel/ncc@0.45.0 yaml@2.9.1 zod@4.6.7
cd "$folder/node"
echo "export const check = text => import('zod').then(({ z }) => z.string().parse(text))" > late.mjs
printf "import { parse } from 'yaml'\nexport const early = text => parse(text)\n" > one.mjs
printf "import { parse } from 'yaml'\nexport const early = text => parse(text)\nexport const late = () => import('./late.mjs')\n" > two.mjs
for name in one two; do
  ncc build "$name.mjs" --out "$name" --license licenses.txt > log
done
named() { grep -xE 'yaml|zod' "$1/licenses.txt" | paste -sd' '; }
bundled() {
  local packages=()
  ! grep -rqs YAMLParseError "$1" || packages+=(yaml)
  ! grep -rqs ZodString "$1" || packages+=(zod)
  echo "${packages[*]}"
}
expect 'in one file: packages' "$(bundled one)" 'yaml'
expect 'in one file: licences' "$(named one)" 'yaml'
expect 'with a late part: packages' "$(bundled two)" 'yaml zod'
expect 'with a late part: licences' "$(named two)" 'zod'
