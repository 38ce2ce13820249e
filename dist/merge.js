const NEEDED_MAJOR = 22;
const found = process.versions.node;
if (Number(found.split('.')[0]) >= NEEDED_MAJOR) {
    void import("./main.js").then(doors => doors.openMerge());
}
else {
    const needed = `This action needs Node ${NEEDED_MAJOR} or newer, and was started with Node ${found}.`;
    process.stdout.write(`::error::${needed} Update the runner, or the Node in its PATH.\n`);
    process.exitCode = 1;
}
export {};
