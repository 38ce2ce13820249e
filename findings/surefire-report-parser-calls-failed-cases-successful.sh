#!/usr/bin/env bash
# A report of pytest, read by the parser that Maven's report plugin reads reports with.
#
# Expected: a case with <failure> or <error> is failed, whatever attributes it has: isSuccessful() is false, and hasFailure() or hasError() true.
# Seen with surefire-report-parser 3.5.4 and pytest 9.2.0 on 2026-12-01: pytest writes `message` and no `type`, and without a `type` the suite
# counts a failure while its case is successful and has none. Who asks the cases finds that all passed.
set -euo pipefail
source "$(dirname "$0")/lib/begin.sh"

python_with pytest==9.2.0
java_with org.apache.maven.surefire:surefire-report-parser:3.5.4
cd "$folder"
mkdir as-it-is with-types
cat > test_orders.py << 'PYTHON'
import pytest

@pytest.fixture
def source():
    raise RuntimeError("timed out")

def test_key():
    assert False, "no key"

def test_rights(source):
    pass
PYTHON
python -m pytest -q -p no:cacheprovider --junitxml=as-it-is/report.xml test_orders.py &> log || true
sed -E 's/<(failure|error) message/<\1 type="t" message/' as-it-is/report.xml > with-types/report.xml
cat > Read.java << 'JAVA'
import java.io.File;
import java.util.List;
import org.apache.maven.plugin.surefire.log.api.NullConsoleLogger;
import org.apache.maven.plugins.surefire.report.SurefireReportParser;

class Read {
  public static void main(String[] args) throws Exception {
    for (var suite : new SurefireReportParser(List.of(new File(args[0])), new NullConsoleLogger()).parseXMLReportFiles()) {
      if (suite.getTestCases().isEmpty()) continue;
      System.out.print(suite.getNumberOfFailures() + " failures, " + suite.getNumberOfErrors() + " errors");
      for (var test : suite.getTestCases())
        System.out.print("; " + test.getName() + (test.isSuccessful() ? " successful" : "") + (test.hasFailure() ? " failure" : "") + (test.hasError() ? " error" : ""));
    }
  }
}
JAVA
read_in() { java -cp "$classpath" Read.java "$1" 2> log || cat log >&2; }
expect 'with a type' "$(read_in with-types)" '1 failures, 1 errors; test_key failure; test_rights error'
expect 'as it is' "$(read_in as-it-is)" '1 failures, 1 errors; test_key successful; test_rights successful'
