#!/usr/bin/env bash
# A database URL in GitHub flavoured Markdown, read by two of its renderers.
#
# Expected: mysql://user@host/schema is a link of its own or plain text, in every renderer of the same dialect.
# Seen with cmarkgfm 2025.10.22 and micromark 4.0.2 on 2026-11-30: cmark, on which GitHub's own renderer is built, makes a mail link out of the middle
# of it, micromark none. xmpp: and ftp: addresses differ as well. What looks harmless in an editor can be a link on GitHub.
set -euo pipefail
source "$(dirname "$0")/lib/begin.sh"

python_with cmarkgfm==2025.10.22
node_with micromark@4.0.2 micromark-extension-gfm@3.0.0
cat > "$folder/texts" << 'TEXTS'
mysql://root@db.example.com/shop
jdbc:mysql://root@db.example.com:3306/shop
ftp://files.example.com/dump
xmpp:dba@example.com
root@db.example.com
TEXTS
cat > "$folder/node/links.mjs" << 'NODE'
import { readFileSync } from 'node:fs'
import { micromark } from 'micromark'
import { gfm, gfmHtml } from 'micromark-extension-gfm'

for (const text of readFileSync(process.argv[2], 'utf8').trim().split('\n')) {
  const html = micromark(text, { extensions: [gfm()], htmlExtensions: [gfmHtml()] })
  console.log(/href="([^"]*)"/.exec(html)?.[1] ?? 'no link')
}
NODE
cat > "$folder/links.py" << 'PYTHON'
import re
import sys
import cmarkgfm

for text in open(sys.argv[1]):
    link = re.search('href="([^"]*)"', cmarkgfm.github_flavored_markdown_to_html(text.strip()))
    print(link.group(1) if link else "no link")
PYTHON
seen=$(paste -d' ' "$folder/texts" <(python "$folder/links.py" "$folder/texts" | sed 's/^/cmark: /') \
  <(node "$folder/node/links.mjs" "$folder/texts" | sed 's/^/micromark: /'))
expect 'links' "$seen" 'mysql://root@db.example.com/shop cmark: mailto:root@db.example.com micromark: no link
jdbc:mysql://root@db.example.com:3306/shop cmark: mailto:root@db.example.com micromark: no link
ftp://files.example.com/dump cmark: ftp://files.example.com/dump micromark: no link
xmpp:dba@example.com cmark: xmpp:dba@example.com micromark: mailto:dba@example.com
root@db.example.com cmark: mailto:root@db.example.com micromark: mailto:root@db.example.com'
