#!/usr/bin/env node
const NEEDED_MAJOR = 22;
const found = process.versions.node;
if (Number(found.split('.')[0]) >= NEEDED_MAJOR) {
    void import("./main.js").then(doors => doors.openCommand());
}
else {
    process.stderr.write(`precheck-gate needs Node ${NEEDED_MAJOR} or newer, and was started with Node ${found}.\n`);
    process.exitCode = 2;
}
export {};
