#!/usr/bin/env bash
# Conditions over the outputs of a job, evaluated by act and by GitHub's own library for editors.
#
# Expected: both give the same value, or act says that it does not know something.
# Seen with act 0.2.89 and @actions/expressions 0.3.61 on 2026-12-01: act takes .* of an object (not of a list) for the object itself, so that
# contains() over the decisions of many tasks is false, with one that failed among them; it compares "a < b == c" from the right; and a
# text is a number to it only in the form that JSON has, so "010", " " and "+10" are none. No error. In a workflow tried with act
# the step behind such a condition is skipped.
set -euo pipefail
source "$(dirname "$0")/lib/begin.sh"

go_with github.com/nektos/act@v0.2.89
node_with @actions/expressions@0.3.61
cat > "$folder/go/main.go" << 'GO'
package main

import (
	"bufio"
	"encoding/json"
	"fmt"
	"os"

	"github.com/nektos/act/pkg/exprparser"
	"github.com/nektos/act/pkg/model"
)

func main() {
	environment := &exprparser.EvaluationEnvironment{Github: &model.GithubContext{}}
	for lines := bufio.NewScanner(os.Stdin); lines.Scan(); {
		value, err := exprparser.NewInterpeter(environment, exprparser.Config{}).Evaluate(lines.Text(), exprparser.DefaultStatusCheckNone)
		if err != nil {
			fmt.Println("error")
			continue
		}
		text, _ := json.Marshal(value)
		fmt.Println(string(text))
	}
}
GO
cat > "$folder/node/evaluate.mjs" << 'NODE'
import { readFileSync } from 'node:fs'
import { data, Evaluator, Lexer, Parser } from '@actions/expressions'

for (const line of readFileSync(0, 'utf8').trimEnd().split('\n')) {
  const expression = new Parser(new Lexer(line).lex().tokens, [], []).parse()
  console.log(JSON.stringify(new Evaluator(expression, new data.Dictionary()).evaluate(), data.replacer))
}
NODE
cat > "$folder/conditions" << 'CONDITIONS'
contains(fromJSON('["passed", "failed"]').*, 'failed')
contains(fromJSON('[{"decision": "passed"}, {"decision": "failed"}]').*.decision, 'failed')
contains(fromJSON('{"orders": "passed", "bills": "failed"}').*, 'failed')
contains(fromJSON('{"orders": {"decision": "passed"}, "bills": {"decision": "failed"}}').*.decision, 'failed')
join(fromJSON('{"orders": "passed", "bills": "failed"}').*, ' ')
1 < 2 == true
'10' == 10
'010' == 10
' ' == 0
'+10' == 10
CONDITIONS
(cd "$folder/go" && go mod tidy && go build -o evaluate .) &> "$folder/log" || { cat "$folder/log" >&2; exit 1; }
seen=$(paste -d'\t' "$folder/conditions" <("$folder/go/evaluate" < "$folder/conditions") <(node "$folder/node/evaluate.mjs" < "$folder/conditions") |
  while IFS=$'\t' read -r condition act github; do printf '%s: %s by act, %s by GitHub\n' "$condition" "$act" "$github"; done)
expect 'conditions' "$seen" "$(cat << 'WANTED'
contains(fromJSON('["passed", "failed"]').*, 'failed'): true by act, true by GitHub
contains(fromJSON('[{"decision": "passed"}, {"decision": "failed"}]').*.decision, 'failed'): true by act, true by GitHub
contains(fromJSON('{"orders": "passed", "bills": "failed"}').*, 'failed'): false by act, true by GitHub
contains(fromJSON('{"orders": {"decision": "passed"}, "bills": {"decision": "failed"}}').*.decision, 'failed'): false by act, true by GitHub
join(fromJSON('{"orders": "passed", "bills": "failed"}').*, ' '): "Object" by act, "passed failed" by GitHub
1 < 2 == true: false by act, true by GitHub
'10' == 10: true by act, true by GitHub
'010' == 10: false by act, true by GitHub
' ' == 0: false by act, true by GitHub
'+10' == 10: false by act, true by GitHub
WANTED
)"
