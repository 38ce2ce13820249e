"""Prints what junitparser and junit2html see in a JUnit file: {reader: [[class, name, fails], ...]}."""

import json
import sys

from junit2htmlreport import parser
from junitparser import Error, Failure, JUnitXml

path = sys.argv[1]


def of_junitparser():
    for suite in JUnitXml.fromfile(path):
        for case in suite:
            yield [case.classname, case.name, any(isinstance(one, (Failure, Error)) for one in case.result)]


def of_junit2html():
    for suite in parser.Junit(path).suites:
        for name, group in suite.classes.items():
            for case in group.cases:
                yield [name, case.name, case.outcome() == "failed"]


print(json.dumps({"junitparser": list(of_junitparser()), "junit2html": list(of_junit2html())}))
