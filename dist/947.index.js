export const id = 947;
export const ids = [947,512];
export const modules = {

/***/ 6639:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   NF: () => (/* binding */ couldNot),
/* harmony export */   Zw: () => (/* binding */ problemOf),
/* harmony export */   dW: () => (/* binding */ ApiFault)
/* harmony export */ });
/* unused harmony exports FAULT_KINDS, PREAMBLE_MAX_CHARACTERS */
/* harmony import */ var _precheck_own_problem_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4899);
/* harmony import */ var _precheck_sentence_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5540);


const FAULT_KINDS = (/* unused pure expression or super */ null && ([
    'transient',
    'authentication-failed',
    'permission-denied',
    'not-found',
    'start-refused',
    'service-error',
]));
const PREAMBLE_MAX_CHARACTERS = 280;
function couldNot(doing, what) {
    return (0,_precheck_sentence_js__WEBPACK_IMPORTED_MODULE_1__/* .inEach */ .B1)(in_ => (0,_precheck_sentence_js__WEBPACK_IMPORTED_MODULE_1__/* .told */ .Ev)(`${briefly(`Could not ${in_(doing)}`)}: ${in_(what)}`, `${briefly(`无法${in_(doing)}`)}：${in_(what)}`));
}
function briefly(preamble) {
    if (preamble.length <= PREAMBLE_MAX_CHARACTERS)
        return preamble;
    const kept = preamble.slice(0, PREAMBLE_MAX_CHARACTERS);
    return `${kept.slice(0, Math.max(0, kept.lastIndexOf(' ')))} …`;
}
class ApiFault extends Error {
    name = 'ApiFault';
    told;
    kind;
    doing;
    what;
    advice;
    code;
    httpStatus;
    requestId;
    layer;
    nothingStarted;
    understood;
    invalidResponse;
    throttled;
    retryAt;
    final;
    constructor(facts, cause) {
        super((0,_precheck_sentence_js__WEBPACK_IMPORTED_MODULE_1__/* .said */ .ag)(facts.message, 'en-us'), cause === undefined ? undefined : { cause });
        this.kind = facts.kind;
        const { message, doing = null, what = null, advice = null } = facts;
        this.told = { message, doing, what, advice };
        this.doing = doing && (0,_precheck_sentence_js__WEBPACK_IMPORTED_MODULE_1__/* .said */ .ag)(doing, 'en-us');
        this.what = what && (0,_precheck_sentence_js__WEBPACK_IMPORTED_MODULE_1__/* .said */ .ag)(what, 'en-us');
        this.advice = advice && (0,_precheck_sentence_js__WEBPACK_IMPORTED_MODULE_1__/* .said */ .ag)(advice, 'en-us');
        this.code = facts.code ?? null;
        this.httpStatus = facts.httpStatus ?? null;
        this.requestId = facts.requestId ?? null;
        this.layer = facts.layer ?? null;
        this.nothingStarted = facts.nothingStarted ?? false;
        this.understood = facts.understood ?? false;
        this.invalidResponse = facts.invalidResponse ?? false;
        this.throttled = facts.throttled ?? false;
        this.retryAt = facts.retryAt ?? null;
        this.final = facts.final ?? false;
    }
    with(changes) {
        return new ApiFault({ ...this.#facts(), ...changes }, this.cause ?? this);
    }
    #facts() {
        const { kind, told, code, httpStatus, requestId, layer } = this;
        const { nothingStarted, understood, invalidResponse, throttled, retryAt, final } = this;
        return {
            kind,
            ...told,
            code,
            httpStatus,
            requestId,
            layer,
            nothingStarted,
            understood,
            invalidResponse,
            throttled,
            retryAt,
            final,
        };
    }
}
function problemOf(fault) {
    const { told, code, httpStatus, requestId } = fault;
    const reason = fault.kind !== 'transient'
        ? fault.kind
        : fault.invalidResponse
            ? 'invalid-response'
            : 'service-unavailable';
    return (0,_precheck_own_problem_js__WEBPACK_IMPORTED_MODULE_0__/* .worded */ .MH)({ reason, code, httpStatus, requestId }, told);
}


/***/ }),

/***/ 1947:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  runGateCommand: () => (/* binding */ runGateCommand),
  runMergeCommand: () => (/* binding */ runMergeCommand)
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./gate.js + 21 modules
var gate = __webpack_require__(5531);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
// EXTERNAL MODULE: ./cloud/fault.js
var fault = __webpack_require__(6639);
// EXTERNAL MODULE: external "node:child_process"
var external_node_child_process_ = __webpack_require__(1421);
// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(8161);
;// CONCATENATED MODULE: ./git/git.js


const MAX_OUTPUT_BYTES = 16 * 1024 * 1024;
const MAX_WHY_CHARACTERS = 500;
const USER_INFO = /\/\/[^\s/@'"]+@/g;
const NO_HOOKS_NO_REPAIRS = [
    ...['-c', `core.hooksPath=${external_node_os_.devNull}`],
    ...['-c', 'gc.auto=0', '-c', 'maintenance.auto=false'],
];
const TOO_LATE = { ok: false, why: 'the deadline of the step came first' };
function gitIn(folder, environment) {
    const env = { ...environment, GIT_TERMINAL_PROMPT: '0', LC_ALL: 'C' };
    return (args, signal) => new Promise(resolve => {
        if (signal?.aborted)
            return resolve(TOO_LATE);
        const child = (0,external_node_child_process_.spawn)('git', [...NO_HOOKS_NO_REPAIRS, ...args], {
            cwd: folder,
            env,
            detached: true,
            stdio: ['ignore', 'pipe', 'pipe'],
            windowsHide: true,
        });
        const end = (answer) => {
            signal?.removeEventListener('abort', giveUp);
            resolve(answer);
        };
        const giveUp = () => {
            endGroup(child);
            end(TOO_LATE);
        };
        signal?.addEventListener('abort', giveUp);
        const tooMuch = () => {
            endGroup(child);
            end({ ok: false, why: `git said more than ${MAX_OUTPUT_BYTES} bytes` });
        };
        const output = collected(child.stdout, tooMuch);
        const said = collected(child.stderr, tooMuch);
        child.once('error', error => end({ ok: false, why: whyNotAsked(error) }));
        child.once('close', code => end(code === 0 ? { ok: true, bytes: output() } : { ok: false, why: whyOf(code, said()) }));
    });
}
function collected(stream, tooMuch) {
    const chunks = [];
    let bytes = 0;
    stream.on('data', (chunk) => {
        bytes += chunk.length;
        if (bytes <= MAX_OUTPUT_BYTES)
            chunks.push(chunk);
        else
            tooMuch();
    });
    return () => Buffer.concat(chunks);
}
function endGroup(child) {
    try {
        if (child.pid !== undefined)
            process.kill(-child.pid, 'SIGTERM');
    }
    catch {
        child.kill();
    }
}
function whyNotAsked(error) {
    if (error.code === 'ENOENT')
        return 'git is not installed, or not in the PATH';
    return `git could not be started (${error.message})`;
}
function whyOf(code, said) {
    const line = said.toString('utf8').replaceAll(USER_INFO, '//***@').replaceAll(/\s+/g, ' ').trim();
    return line === '' ? `git failed (${String(code)})` : line.slice(0, MAX_WHY_CHARACTERS);
}

// EXTERNAL MODULE: ./github/event.js
var github_event = __webpack_require__(7189);
;// CONCATENATED MODULE: ./git/target-branch.js

const REVIEWS = [
    { change: 'CI_MERGE_REQUEST_IID', branch: 'CI_MERGE_REQUEST_TARGET_BRANCH_NAME' },
    { change: 'CHANGE_ID', branch: 'CHANGE_TARGET' },
];
function waiversOf(environment, event) {
    const review = REVIEWS.find(({ change }) => (environment[change] ?? '') !== '');
    if (review !== undefined)
        return { from: 'branch', ref: `refs/heads/${environment[review.branch] ?? ''}` };
    const source = (0,github_event/* defaultWaivers */.bu)(event, false);
    return source.from === 'base-branch' ? { from: 'branch', ref: source.ref } : source;
}
function originOf(environment) {
    const source = environment['CI_MERGE_REQUEST_SOURCE_PROJECT_ID'] ?? '';
    const target = environment['CI_MERGE_REQUEST_PROJECT_ID'] ?? '';
    if (source === target || source === '' || target === '')
        return { kind: 'remote', name: 'origin' };
    return { kind: 'address', url: environment['CI_MERGE_REQUEST_PROJECT_URL'] ?? '' };
}

// EXTERNAL MODULE: ./plan/credentials.js
var credentials = __webpack_require__(6647);
// EXTERNAL MODULE: ./workspace-file.js
var workspace_file = __webpack_require__(8447);
;// CONCATENATED MODULE: ./git-side.js








class GitSide {
    isFork = false;
    defaultWaivers;
    #ports;
    #misgiven;
    #git;
    #topLevel = null;
    constructor(ports, misgiven) {
        const { environment, eventPayload, workspace } = ports.runner;
        this.#ports = ports;
        this.#misgiven = misgiven;
        this.#git = gitIn(workspace, environment);
        const text = (name) => environment[name] ?? '';
        const event = (0,github_event/* readEvent */.j_)({
            eventName: text('GITHUB_EVENT_NAME'),
            payload: eventPayload,
            sha: text('GITHUB_SHA'),
            repository: text('GITHUB_REPOSITORY'),
        });
        this.defaultWaivers = waiversOf(environment, event);
    }
    checkInputs(problems) {
        this.#misgiven(problems);
    }
    files({ signal }) {
        const { environment, workspace: folder } = this.#ports.runner;
        return {
            readWorkspace: async (file, maxBytes) => (0,workspace_file/* readWorkspaceFile */.sL)((await this.#root()) ?? folder, external_node_path_.resolve(folder, file), maxBytes),
            readAnywhere: file => (0,workspace_file/* readLocalFile */.MM)(external_node_path_.resolve(folder, file)),
            readAtRef: async (file, ref) => {
                const root = await this.#root();
                const absolute = external_node_path_.resolve(await (0,promises_.realpath)(folder), file);
                if (root === null || !(0,workspace_file/* isInside */.FK)(absolute, root))
                    return { kind: 'unavailable', why: `Could not read ${file} at ${ref}: ${outside(root)}` };
                const inRepository = external_node_path_.relative(root, absolute).replaceAll(external_node_path_.sep, '/');
                const { fileAtRef } = await __webpack_require__.e(/* import() */ 790).then(__webpack_require__.bind(__webpack_require__, 790));
                return fileAtRef(this.#git, { path: inRepository, ref, origin: originOf(environment) }, signal);
            },
            protectionOf: async () => ({ kind: 'unprotected' }),
        };
    }
    #root() {
        this.#topLevel ??= this.#git(['rev-parse', '--show-toplevel']).then(answer => answer.ok ? (0,promises_.realpath)(answer.bytes.toString('utf8').replace(/\r?\n$/, '')) : null);
        return this.#topLevel;
    }
    async fetchIdToken({ addSecret }) {
        const token = this.#ports.runner.environment[credentials/* ID_TOKEN_VARIABLE */.Nl]?.trim() ?? '';
        if (token !== '') {
            addSecret(token);
            return token;
        }
        throw new fault/* ApiFault */.dW({
            kind: 'authentication-failed',
            message: `Could not get the id token of this job: the variable ${credentials/* ID_TOKEN_VARIABLE */.Nl} is not set.`,
            advice: `Have the CI system put an id token for the identity provider into ${credentials/* ID_TOKEN_VARIABLE */.Nl} (GitLab: id_tokens), or give keys.`,
            final: true,
        });
    }
    announceStart() { }
    async settlePending() {
        return [];
    }
    async announceEnd() {
        return { notices: [], statusLost: false };
    }
}
function outside(root) {
    return root === null
        ? 'the working directory is no working tree of git, or git could not be asked. Run the command in a checkout.'
        : 'the path must name a file inside the repository.';
}

// EXTERNAL MODULE: ./merge/merge.js + 7 modules
var merge = __webpack_require__(512);
// EXTERNAL MODULE: ./plan/inputs.js
var inputs = __webpack_require__(9256);
// EXTERNAL MODULE: ./plan/problems.js
var problems = __webpack_require__(5885);
// EXTERNAL MODULE: ./ports.js
var ports = __webpack_require__(7561);
// EXTERNAL MODULE: ./precheck/verdict.js
var verdict = __webpack_require__(9264);
// EXTERNAL MODULE: ./report-files.js + 3 modules
var report_files = __webpack_require__(5357);
// EXTERNAL MODULE: ./command/given.js
var command_given = __webpack_require__(6694);
// EXTERNAL MODULE: ./command/options.js
var options = __webpack_require__(1177);
// EXTERNAL MODULE: ./command/world.js
var command_world = __webpack_require__(7163);
;// CONCATENATED MODULE: ./command/gate-command.js













const USER_AGENT = 'migration-precheck-gate';
async function runGateCommand(given, mode, world) {
    const request = await requestOf(given, world);
    const inputs = (0,command_given/* givenInputs */.PC)(given, mode, world.environment, request.text);
    return runWith({ ...inputs, problems: [...inputs.problems, ...request.problems] }, given, world, gate/* runGate */.Rg);
}
function runMergeCommand(given, world) {
    return runWith((0,command_given/* givenToMerge */.rN)(given, world.environment), given, world, merge.runMerge);
}
async function runWith(inputs, given, world, run) {
    const said = { line: '', outputs: {} };
    const exitCode = await run({
        runner: runnerOf(inputs, said, world),
        clock: ports/* systemClock */.m,
        random: Math.random,
        cancelled: world.cancelled,
        userAgent: USER_AGENT,
        sideOf: (read, _settings, ports) => new GitSide(ports, problems => problems.add(...inputs.problems, ...(0,command_given/* misspeltVariables */.FT)(read, world.environment))),
        exitCodeOf: verdict/* commandExitCodeOf */.S7,
    });
    await world.print((0,command_given/* optionOf */.XD)(given, options/* JSON_FLAG */.KH, world.environment) === 'true' ? jsonText(said.outputs) : said.line);
    return exitCode;
}
async function requestOf(given, { environment, folder }) {
    const file = (0,command_given/* optionOf */.XD)(given, options/* REQUEST_FILE */.xM, environment);
    if (file === '')
        return { text: null, problems: [] };
    const variable = (0,inputs/* variableOf */.Qn)('request');
    const wrong = (what, allowed) => ({
        text: null,
        problems: [(0,problems/* problemText */.fI)(options/* REQUEST_FILE */.xM, what, allowed)],
    });
    if ((environment[variable]?.trim() ?? '') !== '')
        return wrong(`stands beside ${variable}`, 'one of both');
    const read = await (0,workspace_file/* readLocalFile */.MM)(external_node_path_.resolve(folder, file));
    switch (read.kind) {
        case 'found':
            return { text: read.text, problems: [] };
        case 'absent':
            return wrong(`${(0,problems/* quoted */.TL)(file)} does not exist`, 'the path of a file');
        case 'refused':
            return wrong(`${(0,problems/* quoted */.TL)(file)} cannot be read (${read.why})`, 'a UTF-8 file');
    }
}
function runnerOf({ read }, said, world) {
    return {
        environment: world.environment,
        tempDir: world.tempDir,
        workspace: world.folder,
        eventPayload: world.eventPayload,
        input: read,
        mask: secret => world.keepSecret(secret),
        log: line => world.say(line),
        conclude: line => {
            said.line = line;
        },
        annotate: annotation => world.say(linesOf(annotation)),
        setOutputs: async (outputs) => void Object.assign(said.outputs, outputs),
        writeSummary: async (markdown) => {
            if (markdown === '')
                return;
            const file = external_node_path_.resolve(world.folder, read('report-dir'), command_world/* SUMMARY */.$);
            await (0,report_files/* writeWhole */.f8)(file, [markdown], (0,report_files/* unlessAborted */.Wh)(new AbortController().signal));
        },
    };
}
function linesOf({ level, title, message }) {
    return `${level}: ${title}\n${message.replaceAll(/^/gm, '  ')}`;
}
function jsonText(outputs) {
    return JSON.stringify(outputs).replaceAll('::', ':\\u003a').replaceAll('##[', '#\\u0023[');
}


/***/ }),

/***/ 6694:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   FT: () => (/* binding */ misspeltVariables),
/* harmony export */   HA: () => (/* binding */ defaultOf),
/* harmony export */   PC: () => (/* binding */ givenInputs),
/* harmony export */   XD: () => (/* binding */ optionOf),
/* harmony export */   rN: () => (/* binding */ givenToMerge)
/* harmony export */ });
/* harmony import */ var _plan_inputs_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9256);
/* harmony import */ var _plan_near_miss_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(3936);
/* harmony import */ var _plan_problems_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5885);
/* harmony import */ var _options_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1177);




const DEFAULT_REPORT_DIR = 'precheck-report';
const OF_COMMAND = /^PRECHECK_(.+)$/i;
const OTHERS = [_options_js__WEBPACK_IMPORTED_MODULE_2__/* .REQUEST_FILE */ .xM, 'json', 'id-token'];
function givenInputs(line, mode, environment, requestText) {
    const { operands, problems } = line;
    const known = new Set((0,_options_js__WEBPACK_IMPORTED_MODULE_2__/* .ofCommand */ .vL)((0,_plan_inputs_js__WEBPACK_IMPORTED_MODULE_0__/* .inputNames */ .vj)()));
    const read = (name) => {
        if (name === 'mode')
            return mode;
        if (!known.has(name))
            return '';
        if (name === 'request' && requestText !== null)
            return requestText;
        const given = optionOf(line, name, environment);
        return given === '' && name === 'report-dir' ? DEFAULT_REPORT_DIR : given;
    };
    const surplus = operands.map(() => (0,_plan_problems_js__WEBPACK_IMPORTED_MODULE_1__/* .problemText */ .fI)('command line', 'something that belongs to no option', '--name value'));
    return { read, problems: [...problems, ...surplus, ...otherMode(mode, environment)] };
}
function givenToMerge(line, environment) {
    const known = new Set((0,_options_js__WEBPACK_IMPORTED_MODULE_2__/* .ofCommand */ .vL)((0,_plan_inputs_js__WEBPACK_IMPORTED_MODULE_0__/* .mergeInputNames */ .$0)()));
    const read = (name) => {
        if (!known.has(name))
            return '';
        if (name === 'reports' && line.operands.length > 0)
            return JSON.stringify(line.operands);
        const given = optionOf(line, name, environment);
        return given === '' && name === 'report-dir' ? DEFAULT_REPORT_DIR : given;
    };
    return { read, problems: line.problems };
}
function optionOf({ values }, name, environment) {
    return values.get(name)?.trim() || environment[(0,_plan_inputs_js__WEBPACK_IMPORTED_MODULE_0__/* .variableOf */ .Qn)(name)]?.trim() || '';
}
function otherMode(mode, environment) {
    const variable = (0,_plan_inputs_js__WEBPACK_IMPORTED_MODULE_0__/* .variableOf */ .Qn)('mode');
    const given = environment[variable]?.trim() ?? '';
    if (given === '' || given === mode)
        return [];
    return [
        (0,_plan_problems_js__WEBPACK_IMPORTED_MODULE_1__/* .problemText */ .fI)(variable, `does not fit to the command ${mode}, which says the mode`, 'no such variable'),
    ];
}
function misspeltVariables(inputs, environment) {
    const open = (0,_options_js__WEBPACK_IMPORTED_MODULE_2__/* .ofCommand */ .vL)(inputs.names).filter(name => !inputs.isSet(name));
    return Object.entries(environment).flatMap(([variable, value]) => {
        const rest = OF_COMMAND.exec(variable)?.[1] ?? '';
        if (rest === '' || (value?.trim() ?? '') === '' || isVariable(variable))
            return [];
        const meant = (0,_plan_near_miss_js__WEBPACK_IMPORTED_MODULE_3__/* .nearestName */ .q)(rest, open);
        if (meant === null)
            return [];
        return [
            (0,_plan_problems_js__WEBPACK_IMPORTED_MODULE_1__/* .problemText */ .fI)((0,_plan_problems_js__WEBPACK_IMPORTED_MODULE_1__/* .quoted */ .TL)(variable), `no variable of this command; ${meant} is not set`, (0,_plan_inputs_js__WEBPACK_IMPORTED_MODULE_0__/* .variableOf */ .Qn)(meant)),
        ];
    });
}
function isVariable(variable) {
    return [...(0,_plan_inputs_js__WEBPACK_IMPORTED_MODULE_0__/* .inputNames */ .vj)(), ...(0,_plan_inputs_js__WEBPACK_IMPORTED_MODULE_0__/* .mergeInputNames */ .$0)(), ...OTHERS].some(name => (0,_plan_inputs_js__WEBPACK_IMPORTED_MODULE_0__/* .variableOf */ .Qn)(name) === variable);
}
function defaultOf(name) {
    return name === 'report-dir' ? DEFAULT_REPORT_DIR : _plan_inputs_js__WEBPACK_IMPORTED_MODULE_0__/* .DEFAULTS */ .zY[name];
}


/***/ }),

/***/ 512:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  MAX_LEG_BYTES: () => (/* binding */ MAX_LEG_BYTES),
  runMerge: () => (/* binding */ runMerge)
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./catalogue/catalogue.js + 2 modules
var catalogue = __webpack_require__(2591);
// EXTERNAL MODULE: ./ci-run.js
var ci_run = __webpack_require__(125);
// EXTERNAL MODULE: ./deadline.js
var deadline = __webpack_require__(2625);
// EXTERNAL MODULE: ./gate.js + 21 modules
var gate = __webpack_require__(5531);
// EXTERNAL MODULE: ./plan/inputs.js
var inputs = __webpack_require__(9256);
// EXTERNAL MODULE: ./precheck/judge.js
var judge = __webpack_require__(6766);
// EXTERNAL MODULE: ./report/explain.js
var explain = __webpack_require__(5327);
// EXTERNAL MODULE: ./report/redacted-catalogue.js
var redacted_catalogue = __webpack_require__(130);
// EXTERNAL MODULE: ./workspace-file.js
var workspace_file = __webpack_require__(8447);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
// EXTERNAL MODULE: ./thrown.js
var thrown = __webpack_require__(4471);
;// CONCATENATED MODULE: ./merge/find-reports.js



const REPORT = 'report.json';
async function findReports(places, folder, signal) {
    const files = [];
    const closed = [];
    const absent = [];
    const reached = new Set();
    const visit = async (place, isGiven) => {
        if (signal.aborted)
            return;
        try {
            const { dev, ino, isFolder } = await kindOf(place);
            if (!isFolder && !isGiven && external_node_path_.basename(place) !== REPORT)
                return;
            if (reached.size === reached.add(`${dev}:${ino}`).size)
                return;
            if (!isFolder)
                return void files.push(place);
            for (const name of (await (0,promises_.readdir)(place)).toSorted())
                await visit(external_node_path_.join(place, name), false);
        }
        catch (error) {
            if (isGiven && isAbsent(error))
                absent.push(place);
            else if (!(await isDeadLink(place, error)))
                closed.push({ file: place, why: (0,thrown/* errorOf */.M)(error).message });
        }
    };
    for (const place of places)
        await visit(external_node_path_.resolve(folder, place), true);
    return { files, closed, absent };
}
async function kindOf(place) {
    const found = await (0,promises_.stat)(place, { bigint: true });
    return { dev: found.dev, ino: found.ino, isFolder: found.isDirectory() };
}
function isAbsent(error) {
    return error instanceof Error && 'code' in error && error.code === 'ENOENT';
}
async function isDeadLink(place, error) {
    try {
        const target = external_node_path_.resolve(external_node_path_.dirname(place), await (0,promises_.readlink)(place));
        return isAbsent(error) || target === place;
    }
    catch {
        return false;
    }
}

// EXTERNAL MODULE: ../node_modules/zod/v4/classic/schemas.js + 4 modules
var schemas = __webpack_require__(6309);
// EXTERNAL MODULE: ./report/schema.js
var schema = __webpack_require__(973);
;// CONCATENATED MODULE: ./merge/leg-text.js


const named = schemas/* object */.Ikc({ gate: schemas/* object */.Ikc({ name: schemas/* string */.YjP() }) });
function parseLeg(file, text) {
    const refused = (why, name = null) => ({ file, why, name });
    try {
        const content = JSON.parse(text);
        const report = schema/* reportSchema */.Q.safeParse(content);
        if (report.success)
            return { file, report: report.data };
        const name = named.safeParse(content).data?.gate.name ?? null;
        return refused('it is no report.json of this version of the gate', name);
    }
    catch {
        return refused(text.trim() === '' ? 'it is empty' : 'it is not JSON, only a part of it, or nested too deep');
    }
}

// EXTERNAL MODULE: ./plan/problems.js
var plan_problems = __webpack_require__(5885);
// EXTERNAL MODULE: ./precheck/fingerprint.js
var fingerprint = __webpack_require__(9949);
// EXTERNAL MODULE: ./precheck/model.js
var model = __webpack_require__(7956);
;// CONCATENATED MODULE: ./merge/proven.js



function unproven(report) {
    const { decision, reasonCode } = report.gate;
    const tasks = report.targets.flatMap(target => target.tasks);
    if (tasks.some(task => !isProven(task, report)))
        return 'a task of it has another outcome than its own items give';
    if (!isSame((0,judge/* countItems */.A1)(tasks.flatMap(task => task.items)), report.counts))
        return 'its counts are not those of its own items';
    if ((0,judge/* decisionOf */.uv)(reasonCode) !== decision)
        return 'its decision is not that of its reason code';
    if (tasks.length === 0)
        return decision === 'inconclusive' ? null : 'it has no task, so nothing can have come of it';
    if ((0,judge/* gateReason */.cG)((0,judge/* reasonsOf */.zM)(report.targets)) !== reasonCode)
        return 'its decision is not the one that its own tasks give';
    return report.problems.length === 0 || decision === 'failed' ? null : 'it lists problems beside its tasks';
}
function isProven(task, { gate, startedAt }) {
    const { error, items, reasonCode } = task;
    return (items.every(item => isWaivable(item, startedAt)) &&
        task.outcome === (0,judge/* decisionOf */.uv)(reasonCode) &&
        task.partial === (error !== null && items.length > 0) &&
        model/* OVERALLS */.t1.some(overall => (0,judge/* taskReason */.EB)(endingOf(task, overall), items, gate.failOn) === reasonCode));
}
function isWaivable({ status, waiver }, startedAt) {
    return waiver === null || ((0,fingerprint/* isFinding */.q)(status) && waiver.expires >= startedAt.slice(0, 'YYYY-MM-DD'.length));
}
function endingOf({ error, reasonCode }, overall) {
    if (error === null)
        return { problem: null, overall };
    return { problem: { reason: isInconclusive(reasonCode) ? reasonCode : 'not-verified' }, overall };
}
function isInconclusive(reasonCode) {
    return (0,judge/* decisionOf */.uv)(reasonCode) === 'inconclusive';
}
function isSame(one, other) {
    return (one.total === other.total &&
        one.passed === other.passed &&
        one.warning === other.warning &&
        one.failed === other.failed &&
        one.waived === other.waived &&
        one.unknown === other.unknown);
}

;// CONCATENATED MODULE: ./merge/legs.js


const LEGS_RESULTS = ['success', 'failure', 'cancelled', 'skipped'];
const CLOCKS_DIFFER_MS = 5 * 60_000;
function legsOf(files, rules) {
    const faults = [];
    const seen = new Set();
    const refuse = (file, name, why) => {
        if (name !== null)
            seen.add(name);
        const leg = name !== null && rules.expected.includes(name) ? `leg ${name}, ` : '';
        faults.push({ reason: 'leg-not-accepted', text: `${leg}${file}: not accepted, because ${why}` });
    };
    const candidates = [];
    for (const one of files) {
        if ('why' in one)
            refuse(one.file, one.name, one.why);
        else {
            const why = whyNone(one.report, rules);
            if (why === null)
                candidates.push(one);
            else
                refuse(one.file, one.report.gate.name, why);
        }
    }
    const byName = Map.groupBy(candidates, ({ report }) => report.gate.name);
    const accepted = rules.expected.flatMap(name => {
        const one = theOne(byName.get(name) ?? [], rules, refuse);
        return one === null ? [] : [one];
    });
    const missing = rules.expected.filter(name => !seen.has(name) && !byName.has(name));
    faults.push(...missing.map(missingLeg));
    return { accepted, faults: [...faults, ...resultFaults(rules, accepted, faults.length > 0)] };
}
function whyNone(report, rules) {
    const { expected } = rules;
    if (!expected.includes(report.gate.name))
        return `its name, ${(0,plan_problems/* quoted */.TL)(report.gate.name)}, is not expected`;
    if (report.targets.some(isValidated) || report.gate.decision === 'validated')
        return 'mode validate wrote it, which checks nothing';
    return otherRun(report.run, rules) ?? unproven(report);
}
function isValidated({ mode, tasks }) {
    return mode === 'validate' || tasks.some(task => task.outcome === 'validated');
}
function otherRun(of, { run, anyRun }) {
    if (anyRun) {
        if (run === null)
            return null;
        if (run.sha === null)
            return 'this run does not say which commit it is of';
        return of?.sha === run.sha ? null : 'it is not of the commit of this run';
    }
    if (run === null || of === null)
        return 'it does not say which run it is of';
    if (of.repository !== run.repository)
        return 'it is of another repository';
    return of.runId === run.runId ? null : 'it is of another run';
}
function theOne(candidates, rules, refuse) {
    const attempts = Map.groupBy(candidates, ({ report }) => (rules.anyRun ? 0 : (report.run?.runAttempt ?? 0)));
    const twice = [...attempts.values()].filter(same => same.length > 1).flat();
    const why = rules.anyRun
        ? 'there is another report of its name'
        : 'there is another report of its name and attempt';
    for (const { file, report } of twice)
        refuse(file, report.gate.name, why);
    const [last] = attempts.get(Math.max(...attempts.keys())) ?? [];
    if (twice.length > 0 || last === undefined)
        return null;
    const late = outOfTime(last.report, rules);
    if (late === null)
        return last.report;
    refuse(last.file, last.report.gate.name, late);
    return null;
}
function outOfTime({ finishedAt }, { now, maxAgeMs }) {
    const ageMs = now.getTime() - Date.parse(finishedAt);
    if (Number.isNaN(ageMs))
        return 'it does not say when it was finished';
    if (ageMs < -CLOCKS_DIFFER_MS)
        return `it is from the future (finished at ${finishedAt})`;
    if (maxAgeMs === null || ageMs <= maxAgeMs)
        return null;
    return `it is too old (finished at ${finishedAt}, and max-age-minutes is ${maxAgeMs / 60_000})`;
}
function missingLeg(name) {
    const text = `leg ${name}: missing, because no report of it was found; its job was skipped or cancelled, or ended before the gate, or did not hand its report over`;
    return { reason: 'leg-missing', text };
}
function resultFaults({ legsResult }, accepted, isExplained) {
    const fault = (text) => [{ reason: 'leg-missing', text: `legs-result: ${text}` }];
    switch (legsResult) {
        case 'cancelled':
        case 'skipped':
            return fault(`a leg is missing, because jobs of legs were ${legsResult}; reports of it are of an earlier attempt`);
        case 'failure':
            return !isExplained && accepted.every(({ gate }) => gate.decision === 'passed')
                ? fault('a leg is missing, because the job of one failed, and every report says passed; its log says why')
                : [];
        case 'success':
        case null:
            return [];
    }
}

// EXTERNAL MODULE: ./plan/fields.js
var fields = __webpack_require__(8520);
;// CONCATENATED MODULE: ./merge/merge-plan.js



const MINUTE_MS = 60_000;
const MAX_AGE = { min: Number.MIN_VALUE, max: Number.POSITIVE_INFINITY, allowed: 'over 0' };
const PATH = { pattern: /^[^\0]+$/, allowed: 'the path of a file or folder' };
function planMerge(inputs, run, problems) {
    if (inputs.get('fail-on') === 'warning') {
        const wrong = '"warning" is for the legs: each has decided by its own';
        problems.add((0,plan_problems/* problemText */.fI)('fail-on', wrong, 'failed or never'));
    }
    const anyRun = (0,fields/* booleanOf */.SF)(inputs, 'any-run', problems);
    if (run === null && !anyRun)
        problems.add((0,plan_problems/* problemText */.fI)('any-run', 'missing; without a CI no report can be of this run', 'true'));
    return {
        reports: required(inputs, 'reports', PATH, problems),
        expected: required(inputs, 'expected', fields/* GATE_NAME */.m, problems),
        run,
        anyRun,
        maxAgeMs: maxAgeOf(inputs, problems),
        legsResult: legsResultOf(inputs, problems),
    };
}
function required(inputs, name, rule, problems) {
    const list = (0,fields/* listOf */.c3)(inputs, name, rule, problems);
    if (list.length === 0 && !problems.isAbout(name))
        problems.add((0,plan_problems/* problemText */.fI)(name, 'missing', rule.allowed));
    return list;
}
function maxAgeOf(inputs, problems) {
    if (!inputs.isSet('max-age-minutes'))
        return null;
    const minutes = (0,fields/* numberOf */.rl)(inputs, 'max-age-minutes', MAX_AGE, problems);
    return minutes === null ? null : minutes * MINUTE_MS;
}
function legsResultOf(inputs, problems) {
    const given = inputs.optional('legs-result');
    const known = LEGS_RESULTS.find(word => word === given) ?? null;
    if (given !== null && known === null)
        problems.add((0,plan_problems/* problemText */.fI)('legs-result', `${(0,plan_problems/* quoted */.TL)(given)} is not valid`, (0,plan_problems/* alternatives */.Vo)(LEGS_RESULTS)));
    return known;
}

// EXTERNAL MODULE: ./report/baseline.js
var baseline = __webpack_require__(9841);
;// CONCATENATED MODULE: ./merge/merged.js


function mergedReport({ accepted, faults }, facts, redact) {
    const reasons = [...accepted.map(leg => leg.gate.reasonCode), ...faults.map(fault => fault.reason)];
    const reasonCode = (0,judge/* gateReason */.cG)(reasons);
    const targets = accepted.flatMap(leg => leg.targets.map(target => ({ ...target, name: redact(`${leg.gate.name}/${target.name}`) })));
    const { failOn, language } = facts;
    return {
        schemaVersion: 1,
        gate: {
            name: redact(facts.name),
            decision: (0,judge/* decisionOf */.uv)(reasonCode),
            reasonCode,
            enforced: failOn !== 'never',
            failOn,
            language,
        },
        startedAt: firstOf(accepted.map(leg => leg.startedAt)) ?? facts.startedAt.toISOString(),
        finishedAt: firstOf(accepted.map(leg => leg.finishedAt)) ?? facts.finishedAt.toISOString(),
        counts: accepted.reduce((sum, leg) => added(sum, leg.counts), (0,judge/* countItems */.A1)([])),
        requests: sumOf(accepted.map(leg => leg.requests)),
        polls: sumOf(accepted.map(leg => leg.polls)),
        problems: [
            ...faults.map(fault => fault.text),
            ...accepted.flatMap(leg => leg.problems.map(problem => `leg ${leg.gate.name}: ${problem}`)),
        ].map(redact),
        run: facts.run,
        ...(facts.earlier === null ? { targets, baseline: null } : (0,baseline/* comparedWith */.o)(facts.earlier, targets)),
        waivers: waiversOf(accepted),
    };
}
const sumOf = (numbers) => Math.min(Number.MAX_SAFE_INTEGER, numbers.reduce((sum, number) => sum + number, 0));
const firstOf = (times) => times.toSorted((a, b) => Date.parse(a) - Date.parse(b))[0];
function added(one, other) {
    return {
        total: one.total + other.total,
        passed: one.passed + other.passed,
        warning: one.warning + other.warning,
        failed: one.failed + other.failed,
        waived: one.waived + other.waived,
        unknown: one.unknown + other.unknown,
    };
}
function waiversOf(legs) {
    const own = legs.map(leg => leg.waivers);
    const withFile = own.filter(({ applied, expired, unused }) => applied + expired.length + unused.length > 0);
    const inAll = (waiver) => withFile.every(({ unused }) => unused.some(one => keyOf(one) === keyOf(waiver)));
    return {
        applied: sumOf(own.map(({ applied }) => applied)),
        expired: once(own.flatMap(({ expired }) => expired)),
        unused: once((withFile[0]?.unused ?? []).filter(inAll)),
        missed: once(own.flatMap(({ missed }) => missed)),
    };
}
const keyOf = (waiver) => JSON.stringify(waiver);
function once(waivers) {
    return [...new Map(waivers.map(waiver => [keyOf(waiver), waiver])).values()];
}

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
// EXTERNAL MODULE: ./report/build.js
var build = __webpack_require__(436);
// EXTERNAL MODULE: ./report/redacted-json.js
var redacted_json = __webpack_require__(8597);
;// CONCATENATED MODULE: ./merge/one-copy.js



class OneCopy {
    #items = new Map();
    #steps = new Map();
    #texts = new Map();
    #redact;
    constructor(redact) {
        this.#redact = redact;
    }
    report(report) {
        const { problems, run, targets, waivers } = report;
        return {
            ...report,
            problems: problems.map(this.#redact),
            run,
            baseline: null,
            targets: targets.map(target => this.#target(target)),
            waivers: {
                applied: waivers.applied,
                expired: waivers.expired.map(waiver => (0,build/* listedWaiver */.e)(waiver, this.#redact)),
                unused: waivers.unused.map(waiver => (0,build/* listedWaiver */.e)(waiver, this.#redact)),
                missed: waivers.missed.map(({ why, ...waiver }) => ({ ...(0,build/* listedWaiver */.e)(waiver, this.#redact), why })),
            },
        };
    }
    #target({ name, service, mode, endpoint, tasks }) {
        return {
            name: this.#redact(name),
            service: this.#text(service),
            mode,
            endpoint: this.#text(endpoint),
            tasks: tasks.map(task => this.#task(task)),
        };
    }
    #task(task) {
        const { id, label, place, precheckId, error, items } = task;
        return {
            ...task,
            id: this.#redact(id),
            label: label && this.#redact(label),
            place: place && { file: this.#text(place.file), line: place.line },
            precheckId: precheckId && this.#redact(precheckId),
            error: error && {
                code: this.#orNull(error.code),
                message: this.#redact(error.message),
                httpStatus: error.httpStatus,
                requestId: error.requestId && this.#redact(error.requestId),
                advice: this.#orNull(error.advice),
            },
            items: items.map(item => this.#item(item)),
        };
    }
    #item(item) {
        return kept(this.#items, (0,external_node_crypto_.hash)('sha256', JSON.stringify(item), 'base64'), () => ({
            id: this.#text(item.id),
            title: this.#text(item.title),
            group: this.#orNull(item.group),
            status: item.status,
            rawStatus: this.#orNull(item.rawStatus),
            reason: this.#orNull(item.reason),
            detail: item.detail && this.#redact(item.detail),
            suggestion: this.#orNull(item.suggestion),
            steps: this.#stepsOf(item.steps),
            adviceFrom: item.adviceFrom,
            doc: this.#orNull(item.doc),
            subJobs: item.subJobs.map(({ id, name, status }) => ({
                id: this.#orNull(id),
                name: this.#orNull(name),
                status: this.#orNull(status),
            })),
            skippable: item.skippable,
            skipConsequence: this.#orNull(item.skipConsequence),
            blackObjects: (0,redacted_json/* jsonOf */.o)(item.blackObjects, this.#redact),
            since: null,
            fingerprint: item.fingerprint,
            waiver: item.waiver && {
                reason: this.#text(item.waiver.reason),
                owner: this.#text(item.waiver.owner),
                expires: item.waiver.expires,
            },
        }));
    }
    #stepsOf(steps) {
        return kept(this.#steps, JSON.stringify(steps), () => steps.map(({ text, code, lang, changes, tried }) => ({
            text: this.#text(text),
            code: this.#orNull(code),
            lang: this.#orNull(lang),
            changes,
            tried,
        })));
    }
    #orNull(text) {
        return text === null ? null : this.#text(text);
    }
    #text(text) {
        return kept(this.#texts, text, () => this.#redact(text));
    }
}
function kept(map, key, make) {
    const known = map.get(key);
    if (known !== undefined)
        return known;
    const made = make();
    map.set(key, made);
    return made;
}

;// CONCATENATED MODULE: ./merge/merge.js
















const MAX_LEG_BYTES = 128 * 1024 * 1024;
function runMerge(ports) {
    return (0,gate/* runWhole */.J4)(ports, (0,inputs/* mergeInputNames */.$0)(), mergedDossier);
}
async function mergedDossier(run) {
    const { runner, inputs, problems, settings, secrets, startedAt, clock } = run;
    const plan = planMerge(inputs, (0,ci_run/* ciRun */.G)(runner.environment), problems);
    if (problems.any)
        return withoutLegs('invalid-input', run);
    const files = await readLegs(plan, run);
    const earlier = await (0,gate/* earlierReport */.Zk)(run);
    if (run.deadline.signal.aborted)
        return withoutLegs((0,deadline/* cutOffOf */.lu)(run.cancelled) === null ? 'timed-out' : 'cancelled', run);
    const facts = { ...settings, run: plan.run, startedAt, finishedAt: clock.date(), earlier };
    const report = mergedReport(legsOf(files, { ...plan, now: clock.date() }), facts, secrets.redact);
    return { report, explain: (0,explain/* explainReport */.O)((0,redacted_catalogue/* redactedCatalogue */.i)((0,catalogue/* catalogueIn */.Lz)(settings.language), secrets.redact)) };
}
function withoutLegs(reasonCode, run) {
    const verdict = (0,judge/* verdictWithoutTargets */.Qp)(reasonCode, run.settings.failOn);
    return (0,gate/* dossierOf */.NF)(verdict, { requests: 0, polls: 0 }, { placeOf: () => null, earlier: null }, run);
}
async function readLegs({ reports }, run) {
    const { signal } = run.deadline;
    const { workspace } = run.runner;
    const { files, closed, absent } = await findReports(reports, workspace, signal);
    for (const place of absent)
        run.notices.push({ level: 'warning', text: `reports: ${place} does not exist, so it holds no report` });
    const copies = new OneCopy(run.secrets.redact);
    const legs = closed.map(({ file, why }) => unreadable(shownPath(file, workspace), why));
    for (const file of files) {
        if (signal.aborted)
            break;
        legs.push(await readLeg(file, shownPath(file, workspace), copies));
    }
    return legs;
}
async function readLeg(file, shown, copies) {
    const read = await (0,workspace_file/* readLocalFile */.MM)(file, MAX_LEG_BYTES);
    switch (read.kind) {
        case 'found': {
            const leg = parseLeg(shown, read.text);
            return 'report' in leg ? { file: shown, report: copies.report(leg.report) } : leg;
        }
        case 'absent':
            return unreadable(shown, 'it is gone');
        case 'refused':
            return unreadable(shown, read.why);
    }
}
const unreadable = (file, why) => ({
    file,
    name: null,
    why: `it cannot be read (${why})`,
});
function shownPath(file, workspace) {
    const relative = external_node_path_.relative(workspace, file);
    return relative.startsWith('..') ? file : relative;
}


/***/ }),

/***/ 973:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Q: () => (/* binding */ reportSchema)
/* harmony export */ });
/* unused harmony export ADVICE_SOURCES */
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6309);
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9435);
/* harmony import */ var _precheck_model_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7956);
/* harmony import */ var _precheck_verdict_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(9264);



const text = zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP().nullable();
const reasonCode = zod__WEBPACK_IMPORTED_MODULE_1__/* ["enum"] */ .k5n(_precheck_model_js__WEBPACK_IMPORTED_MODULE_0__/* .REASONS */ .ez.map(([code]) => code));
const count = zod__WEBPACK_IMPORTED_MODULE_1__/* .int */ .Whr().min(0);
const waiver = zod__WEBPACK_IMPORTED_MODULE_1__/* .strictObject */ .rej({ reason: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(), owner: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(), expires: zod__WEBPACK_IMPORTED_MODULE_2__/* .date */ .p6() });
const listedWaiver = zod__WEBPACK_IMPORTED_MODULE_1__/* .strictObject */ .rej({ item: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(), service: text, task: text, ...waiver.shape });
const ADVICE_SOURCES = ['service', 'catalogue', 'team'];
const missedWaiver = zod__WEBPACK_IMPORTED_MODULE_1__/* .strictObject */ .rej({ ...listedWaiver.shape, why: zod__WEBPACK_IMPORTED_MODULE_1__/* ["enum"] */ .k5n(['changed', 'equal-names']) });
const step = zod__WEBPACK_IMPORTED_MODULE_1__/* .strictObject */ .rej({
    text: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(),
    code: text,
    lang: text,
    changes: zod__WEBPACK_IMPORTED_MODULE_1__/* .boolean */ .zMY(),
    tried: zod__WEBPACK_IMPORTED_MODULE_1__/* .boolean */ .zMY(),
});
const place = zod__WEBPACK_IMPORTED_MODULE_1__/* .strictObject */ .rej({ file: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(), line: zod__WEBPACK_IMPORTED_MODULE_1__/* .int */ .Whr().min(1) });
const item = zod__WEBPACK_IMPORTED_MODULE_1__/* .strictObject */ .rej({
    id: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(),
    title: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP().min(1),
    group: text,
    status: zod__WEBPACK_IMPORTED_MODULE_1__/* ["enum"] */ .k5n(_precheck_model_js__WEBPACK_IMPORTED_MODULE_0__/* .ITEM_STATUSES */ .J4),
    rawStatus: text,
    reason: text,
    detail: text,
    suggestion: text,
    steps: zod__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(step).readonly(),
    adviceFrom: zod__WEBPACK_IMPORTED_MODULE_1__/* ["enum"] */ .k5n(ADVICE_SOURCES).nullable(),
    doc: text,
    subJobs: zod__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_1__/* .strictObject */ .rej({ id: text, name: text, status: text })).readonly(),
    skippable: zod__WEBPACK_IMPORTED_MODULE_1__/* .boolean */ .zMY().nullable(),
    skipConsequence: text,
    blackObjects: zod__WEBPACK_IMPORTED_MODULE_1__/* .json */ .Pq9(),
    since: zod__WEBPACK_IMPORTED_MODULE_1__/* ["enum"] */ .k5n(['new', 'still']).nullable(),
    fingerprint: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP()
        .regex(/^[0-9a-f]{12}$/)
        .nullable(),
    waiver: waiver.nullable(),
});
const task = zod__WEBPACK_IMPORTED_MODULE_1__/* .strictObject */ .rej({
    id: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(),
    label: text,
    place: place.nullable(),
    precheckId: text,
    progress: zod__WEBPACK_IMPORTED_MODULE_1__/* .number */ .aig().min(0).max(100).nullable(),
    outcome: zod__WEBPACK_IMPORTED_MODULE_1__/* ["enum"] */ .k5n(_precheck_model_js__WEBPACK_IMPORTED_MODULE_0__/* .DECISIONS */ .Yv),
    reasonCode,
    partial: zod__WEBPACK_IMPORTED_MODULE_1__/* .boolean */ .zMY(),
    freshness: zod__WEBPACK_IMPORTED_MODULE_1__/* ["enum"] */ .k5n(['new', 'assumed', 'as-found']).nullable(),
    error: zod__WEBPACK_IMPORTED_MODULE_1__/* .strictObject */ .rej({
        code: text,
        message: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(),
        httpStatus: zod__WEBPACK_IMPORTED_MODULE_1__/* .int */ .Whr().nullable(),
        requestId: text,
        advice: text,
    })
        .nullable(),
    items: zod__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(item).readonly(),
});
const target = zod__WEBPACK_IMPORTED_MODULE_1__/* .strictObject */ .rej({
    name: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(),
    service: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(),
    mode: zod__WEBPACK_IMPORTED_MODULE_1__/* ["enum"] */ .k5n(_precheck_model_js__WEBPACK_IMPORTED_MODULE_0__/* .GATE_MODES */ .pQ),
    endpoint: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(),
    tasks: zod__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(task).readonly(),
});
const run = zod__WEBPACK_IMPORTED_MODULE_1__/* .strictObject */ .rej({
    ci: zod__WEBPACK_IMPORTED_MODULE_1__/* ["enum"] */ .k5n(['github', 'gitea', 'gitlab', 'jenkins']),
    repository: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(),
    sha: text,
    runId: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(),
    runAttempt: zod__WEBPACK_IMPORTED_MODULE_1__/* .int */ .Whr().min(1),
    job: text,
    url: text,
});
const baseline = zod__WEBPACK_IMPORTED_MODULE_1__/* .strictObject */ .rej({
    finishedAt: zod__WEBPACK_IMPORTED_MODULE_2__/* .datetime */ .w$(),
    decision: zod__WEBPACK_IMPORTED_MODULE_1__/* ["enum"] */ .k5n(_precheck_model_js__WEBPACK_IMPORTED_MODULE_0__/* .DECISIONS */ .Yv),
    new: count,
    fixed: count,
    still: count,
    notSeen: count,
    fixedItems: zod__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_1__/* .strictObject */ .rej({
        target: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(),
        task: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(),
        item: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(),
        title: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(),
        status: zod__WEBPACK_IMPORTED_MODULE_1__/* ["enum"] */ .k5n(_precheck_model_js__WEBPACK_IMPORTED_MODULE_0__/* .ITEM_STATUSES */ .J4),
    }))
        .readonly(),
});
const reportSchema = zod__WEBPACK_IMPORTED_MODULE_1__/* .strictObject */ .rej({
    schemaVersion: zod__WEBPACK_IMPORTED_MODULE_1__/* .literal */ .euz(1),
    gate: zod__WEBPACK_IMPORTED_MODULE_1__/* .strictObject */ .rej({
        name: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(),
        decision: zod__WEBPACK_IMPORTED_MODULE_1__/* ["enum"] */ .k5n(_precheck_model_js__WEBPACK_IMPORTED_MODULE_0__/* .DECISIONS */ .Yv),
        reasonCode,
        enforced: zod__WEBPACK_IMPORTED_MODULE_1__/* .boolean */ .zMY(),
        failOn: zod__WEBPACK_IMPORTED_MODULE_1__/* ["enum"] */ .k5n(_precheck_verdict_js__WEBPACK_IMPORTED_MODULE_3__/* .FAIL_ON */ .d$),
        language: zod__WEBPACK_IMPORTED_MODULE_1__/* ["enum"] */ .k5n(_precheck_model_js__WEBPACK_IMPORTED_MODULE_0__/* .LANGUAGES */ .Yj),
    }),
    startedAt: zod__WEBPACK_IMPORTED_MODULE_2__/* .datetime */ .w$(),
    finishedAt: zod__WEBPACK_IMPORTED_MODULE_2__/* .datetime */ .w$(),
    counts: zod__WEBPACK_IMPORTED_MODULE_1__/* .strictObject */ .rej({
        total: count,
        passed: count,
        warning: count,
        failed: count,
        waived: count,
        unknown: count,
    }),
    requests: count,
    polls: count,
    problems: zod__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP()).readonly(),
    targets: zod__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(target).readonly(),
    run: run.nullable(),
    baseline: baseline.nullable(),
    waivers: zod__WEBPACK_IMPORTED_MODULE_1__/* .strictObject */ .rej({
        applied: count,
        expired: zod__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(listedWaiver).readonly(),
        unused: zod__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(listedWaiver).readonly(),
        missed: zod__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(missedWaiver).readonly(),
    }),
});


/***/ }),

/***/ 9435:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   p6: () => (/* binding */ date),
/* harmony export */   w$: () => (/* binding */ datetime)
/* harmony export */ });
/* unused harmony exports time, duration */
/* harmony import */ var _core_index_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8729);
/* harmony import */ var _schemas_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6309);



function datetime(params) {
    return _core_index_js__WEBPACK_IMPORTED_MODULE_0__/* ._isoDateTime */ .G1(_schemas_js__WEBPACK_IMPORTED_MODULE_1__/* .ZodISODateTime */ .You, params);
}
function date(params) {
    return _core_index_js__WEBPACK_IMPORTED_MODULE_0__/* ._isoDate */ .db(_schemas_js__WEBPACK_IMPORTED_MODULE_1__/* .ZodISODate */ .Brp, params);
}
function time(params) {
    return core._isoTime(ZodISOTime, params);
}
function duration(params) {
    return core._isoDuration(ZodISODuration, params);
}


/***/ })

};
