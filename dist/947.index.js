export const id = 947;
export const ids = [947];
export const modules = {

/***/ 6639:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   NF: () => (/* binding */ couldNot),
/* harmony export */   Zw: () => (/* binding */ problemOf),
/* harmony export */   dW: () => (/* binding */ ApiFault)
/* harmony export */ });
/* unused harmony exports FAULT_KINDS, PREAMBLE_MAX_CHARACTERS */
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
    const preamble = `Could not ${doing}`;
    if (preamble.length <= PREAMBLE_MAX_CHARACTERS)
        return `${preamble}: ${what}`;
    const kept = preamble.slice(0, PREAMBLE_MAX_CHARACTERS);
    return `${kept.slice(0, Math.max(0, kept.lastIndexOf(' ')))} …: ${what}`;
}
class ApiFault extends Error {
    name = 'ApiFault';
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
        super(facts.message, cause === undefined ? undefined : { cause });
        this.kind = facts.kind;
        this.doing = facts.doing ?? null;
        this.what = facts.what ?? null;
        this.advice = facts.advice ?? null;
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
        const { kind, message, doing, what, advice, code, httpStatus, requestId, layer } = this;
        const { nothingStarted, understood, invalidResponse, throttled, retryAt, final } = this;
        return {
            kind,
            message,
            doing,
            what,
            advice,
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
    const { message, code, httpStatus, requestId, advice } = fault;
    const reason = fault.kind !== 'transient'
        ? fault.kind
        : fault.invalidResponse
            ? 'invalid-response'
            : 'service-unavailable';
    return { reason, code, message, httpStatus, requestId, advice };
}


/***/ }),

/***/ 1947:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  runGateCommand: () => (/* binding */ runGateCommand)
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./gate.js + 25 modules
var gate = __webpack_require__(2615);
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
function gitIn(folder, environment) {
    const env = { ...environment, GIT_TERMINAL_PROMPT: '0', LC_ALL: 'C' };
    const options = { cwd: folder, env, encoding: 'buffer', maxBuffer: MAX_OUTPUT_BYTES };
    return (args, signal) => new Promise(resolve => {
        const all = [
            '-c',
            `core.hooksPath=${external_node_os_.devNull}`,
            '-c',
            'gc.auto=0',
            '-c',
            'maintenance.auto=false',
            ...args,
        ];
        (0,external_node_child_process_.execFile)('git', all, { ...options, ...(signal && { signal }) }, (error, stdout, stderr) => {
            if (error === null)
                resolve({ ok: true, bytes: stdout });
            else
                resolve({ ok: false, why: whyOf(error, stderr.toString('utf8')) });
        });
    });
}
function whyOf(error, said) {
    if (error.name === 'AbortError')
        return 'the deadline of the step came first';
    if (error.code === 'ENOENT')
        return 'git is not installed, or not in the PATH';
    const line = said.replaceAll(USER_INFO, '//***@').replaceAll(/\s+/g, ' ').trim();
    return line === '' ? `git failed (${String(error.code)})` : line.slice(0, MAX_WHY_CHARACTERS);
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

// EXTERNAL MODULE: ./plan/inputs.js
var inputs = __webpack_require__(9256);
// EXTERNAL MODULE: ./plan/problems.js
var problems = __webpack_require__(5885);
// EXTERNAL MODULE: ./ports.js
var ports = __webpack_require__(7561);
// EXTERNAL MODULE: ./precheck/verdict.js
var verdict = __webpack_require__(9264);
// EXTERNAL MODULE: ./report-files.js + 9 modules
var report_files = __webpack_require__(4447);
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
    const said = { line: '', outputs: {} };
    const exitCode = await (0,gate/* runGate */.R)({
        runner: runnerOf(inputs, said, world),
        clock: ports/* systemClock */.m,
        random: Math.random,
        cancelled: world.cancelled,
        userAgent: USER_AGENT,
        sideOf: (read, _settings, ports) => new GitSide(ports, problems => problems.add(...inputs.problems, ...request.problems, ...(0,command_given/* misspeltVariables */.FT)(read, world.environment))),
        exitCodeOf: verdict/* commandExitCodeOf */.S7,
    });
    await world.print((0,command_given/* optionOf */.XD)(given, options/* JSON_FLAG */.KH, world.environment) === 'true' ? JSON.stringify(said.outputs) : said.line);
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


/***/ }),

/***/ 6694:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   FT: () => (/* binding */ misspeltVariables),
/* harmony export */   HA: () => (/* binding */ defaultOf),
/* harmony export */   PC: () => (/* binding */ givenInputs),
/* harmony export */   XD: () => (/* binding */ optionOf)
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
    const known = new Set((0,_options_js__WEBPACK_IMPORTED_MODULE_2__/* .commandInputs */ .tp)());
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
    const open = (0,_options_js__WEBPACK_IMPORTED_MODULE_2__/* .commandInputs */ .tp)().filter(name => !inputs.isSet(name));
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
    return [...(0,_plan_inputs_js__WEBPACK_IMPORTED_MODULE_0__/* .inputNames */ .vj)(), ...OTHERS].some(name => (0,_plan_inputs_js__WEBPACK_IMPORTED_MODULE_0__/* .variableOf */ .Qn)(name) === variable);
}
function defaultOf(name) {
    return name === 'report-dir' ? DEFAULT_REPORT_DIR : _plan_inputs_js__WEBPACK_IMPORTED_MODULE_0__/* .INPUT_DEFAULTS */ .WJ[name];
}


/***/ })

};
