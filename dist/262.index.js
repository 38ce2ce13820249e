export const id = 262;
export const ids = [262];
export const modules = {

/***/ 9305:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Jb: () => (/* binding */ PROBE_TRIES),
/* harmony export */   Lx: () => (/* binding */ PRE_READ_TRIES),
/* harmony export */   a2: () => (/* binding */ retryDelay),
/* harmony export */   cF: () => (/* binding */ HOPELESS_TRIES),
/* harmony export */   fp: () => (/* binding */ FIRST_ANSWER_TIMEOUT_MS),
/* harmony export */   j2: () => (/* binding */ REQUEST_TIMEOUT_MS),
/* harmony export */   ms: () => (/* binding */ TRIES_BEFORE_FIRST_ANSWER)
/* harmony export */ });
const TRIES_BEFORE_FIRST_ANSWER = 5;
const HOPELESS_TRIES = 2;
const FIRST_ANSWER_TIMEOUT_MS = 15_000;
const REQUEST_TIMEOUT_MS = 60_000;
const PRE_READ_TRIES = 3;
const PROBE_TRIES = 3;
const FIRST_DELAY_MS = 1_000;
const LONGEST_DELAY_MS = 30_000;
function retryDelay(failures, random) {
    const step = Math.min(LONGEST_DELAY_MS, FIRST_DELAY_MS * 2 ** (failures - 1));
    return step * (0.5 + random() / 2);
}


/***/ }),

/***/ 1020:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $N: () => (/* binding */ canonical),
/* harmony export */   RD: () => (/* binding */ canonicalUnordered),
/* harmony export */   ol: () => (/* binding */ digestOf)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);

const LEVELS_COMPARED = 32;
function canonical(value, levelsLeft = LEVELS_COMPARED) {
    if (typeof value !== 'object' || value === null)
        return JSON.stringify(value ?? null);
    if (levelsLeft === 0)
        return '"…"';
    if (Array.isArray(value) && value.every(isTextOrNull))
        return JSON.stringify(value);
    if (Array.isArray(value))
        return `[${value.map(part => canonical(part, levelsLeft - 1)).join()}]`;
    const fields = Object.entries(value).filter(([, field]) => field !== null && field !== undefined);
    const sorted = fields.sort(([a], [b]) => (a < b ? -1 : 1));
    return `{${sorted.map(([key, field]) => `${JSON.stringify(key)}:${canonical(field, levelsLeft - 1)}`).join()}}`;
}
function isTextOrNull(value) {
    return typeof value === 'string' || value === null;
}
function digestOf(canonicalText) {
    return (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256').update(canonicalText).digest('base64');
}
function canonicalUnordered(list) {
    return `[${list
        .map(entry => canonical(entry))
        .sort()
        .join()}]`;
}


/***/ }),

/***/ 4834:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   X: () => (/* binding */ precheckOf),
/* harmony export */   Y: () => (/* binding */ headersOf)
/* harmony export */ });
/* harmony import */ var _precheck_sentence_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5540);

function headersOf({ language, projectId }) {
    return { 'X-Language': language, 'X-Project-Id': projectId };
}
function precheckOf(task) {
    return (0,_precheck_sentence_js__WEBPACK_IMPORTED_MODULE_0__/* .told */ .Ev)(`the DRS pre-check of task ${task.id}`, `任务 ${task.id} 的 DRS 预检查`);
}


/***/ }),

/***/ 1754:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   dh: () => (/* binding */ startTasks),
/* harmony export */   j9: () => (/* binding */ readTasks),
/* harmony export */   qr: () => (/* binding */ TASKS_PER_CALL)
/* harmony export */ });
/* harmony import */ var _cloud_answer_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6257);
/* harmony import */ var _cloud_error_body_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7790);
/* harmony import */ var _cloud_error_table_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7860);
/* harmony import */ var _cloud_fault_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(6639);
/* harmony import */ var _precheck_sentence_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(5540);
/* harmony import */ var _endpoint_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(413);
/* harmony import */ var _text_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(5015);
/* harmony import */ var _access_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(4834);
/* harmony import */ var _sightings_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(6618);
/* harmony import */ var _wire_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(4921);










const TASKS_PER_CALL = 10;
const TASKS_NAMED_IN_MESSAGES = 3;
const BAD_REQUEST = 400;
function startTasks(access, tasks) {
    const body = { jobs: tasks.map(task => ({ job_id: task.id, precheck_mode: access.precheckMode })) };
    return aloneWhenTurnedDown(tasks, fault => ({ kind: 'fault', fault }), one => startTasks(access, one), async () => {
        const { value, ...answer } = await access.connection.call({
            ...common(access, 'batch-precheck', 'start', starting(tasks)),
            body,
            schema: _wire_js__WEBPACK_IMPORTED_MODULE_8__/* .startAnswer */ .bx,
        });
        return tasks.map(task => startSightingOf(task, tasks, value.results, answer));
    });
}
function readTasks(access, expected, purpose) {
    const tasks = expected.map(one => one.task);
    const asked = common(access, 'batch-precheck-result', 'read', reading(tasks));
    let body;
    return aloneWhenTurnedDown(expected, (fault, one) => ({ kind: 'fault', fault, beside: (0,_sightings_js__WEBPACK_IMPORTED_MODULE_7__/* .besideFault */ .Hr)(one, body) }), one => readTasks(access, one, purpose), async () => {
        const { value, httpStatus, requestId } = await access.connection.call({
            ...asked,
            errorIn: json => {
                body = json;
                return asked.errorIn(json);
            },
            isPoll: purpose === 'poll',
            body: { jobs: tasks.map(task => task.id) },
            schema: _wire_js__WEBPACK_IMPORTED_MODULE_8__/* .resultAnswer */ .Ae,
        });
        return (0,_sightings_js__WEBPACK_IMPORTED_MODULE_7__/* .sightingsOf */ .YW)(expected, value.results, {
            doing: reading,
            httpStatus,
            requestId,
            runIds: access.runIds,
        });
    });
}
async function aloneWhenTurnedDown(members, failed, alone, batch) {
    try {
        return await batch();
    }
    catch (error) {
        if (!(error instanceof _cloud_fault_js__WEBPACK_IMPORTED_MODULE_3__/* .ApiFault */ .dW))
            throw error;
        if (members.length === 1 || !isTurnedDownAsBatch(error))
            return members.map(member => failed(error, member));
    }
    const results = [];
    for (const member of members)
        results.push(...(await alone([member])));
    return results;
}
function isTurnedDownAsBatch(fault) {
    const aboutCredential = fault.kind === 'authentication-failed' || fault.kind === 'permission-denied';
    return fault.httpStatus === BAD_REQUEST && fault.kind !== 'transient' && !aboutCredential;
}
function common(access, path, operation, doing) {
    return {
        operation,
        doing,
        method: 'POST',
        url: (0,_endpoint_js__WEBPACK_IMPORTED_MODULE_5__/* .urlBelow */ .dX)(access.endpoint, `/v3/${encodeURIComponent(access.projectId)}/jobs/${path}`),
        headers: (0,_access_js__WEBPACK_IMPORTED_MODULE_6__/* .headersOf */ .Y)(access),
        errorIn: (json) => errorOfAnswer(json) ?? credentialErrorIn(json),
    };
}
function errorOfAnswer(json) {
    const error = (0,_cloud_error_body_js__WEBPACK_IMPORTED_MODULE_1__/* .errorInJson */ .i)(json);
    if (error?.isWeak !== true || _wire_js__WEBPACK_IMPORTED_MODULE_8__/* .withResults */ .F2.safeParse(json).success)
        return error;
    return { ...error, isWeak: false };
}
function credentialErrorIn(json) {
    const entries = _wire_js__WEBPACK_IMPORTED_MODULE_8__/* .entryErrors */ .CA.safeParse(json).data?.results ?? [];
    const codes = entries.map(entry => ({ code: (0,_text_js__WEBPACK_IMPORTED_MODULE_9__/* .textOf */ .b6)(entry.error_code), message: (0,_text_js__WEBPACK_IMPORTED_MODULE_9__/* .textOf */ .b6)(entry.error_msg) }));
    const bad = codes.find(({ code }) => (0,_cloud_error_table_js__WEBPACK_IMPORTED_MODULE_2__/* .classify */ .L8)({ operation: 'read', httpStatus: 200, code }) === 'authentication-failed');
    return bad === undefined ? null : { ...bad, requestId: null, advice: null };
}
function startSightingOf(task, tasks, entries, { httpStatus, requestId }) {
    const alone = tasks.length === 1 && entries.length === 1;
    const own = entries.filter(entry => (entry.id ?? (alone ? task.id : entry.precheck_id)) === task.id);
    const [entry] = own;
    const code = (0,_text_js__WEBPACK_IMPORTED_MODULE_9__/* .textOf */ .b6)(entry?.error_code);
    const message = (0,_text_js__WEBPACK_IMPORTED_MODULE_9__/* .textOf */ .b6)(entry?.error_msg);
    const isRefused = code !== null || message !== null || (0,_text_js__WEBPACK_IMPORTED_MODULE_9__/* .wordOf */ .aG)(entry?.status) === 'FAILED';
    if (own.length === 1 && isRefused) {
        const error = { code, message, requestId, advice: null };
        const doing = starting([task]);
        return { kind: 'fault', fault: (0,_cloud_answer_js__WEBPACK_IMPORTED_MODULE_0__/* .refusalFault */ .$r)({ operation: 'start', doing, httpStatus, error }) };
    }
    const precheckId = own.length === 1 ? (0,_text_js__WEBPACK_IMPORTED_MODULE_9__/* .textOf */ .b6)(entry?.precheck_id) : null;
    const confirmed = own.length === 1 && (0,_text_js__WEBPACK_IMPORTED_MODULE_9__/* .wordOf */ .aG)(entry?.status) === 'SUCCESS';
    return confirmed
        ? { kind: 'started', precheckId }
        : { kind: 'silent', precheckId, fault: silentFault(task, httpStatus, requestId) };
}
function silentFault(task, httpStatus, requestId) {
    const doing = starting([task]);
    const [english, chinese] = requestId === null ? ['', ''] : [` (request id ${requestId})`, `（请求 ID ${requestId}）`];
    const message = (0,_precheck_sentence_js__WEBPACK_IMPORTED_MODULE_4__/* .inEach */ .B1)(in_ => (0,_precheck_sentence_js__WEBPACK_IMPORTED_MODULE_4__/* .told */ .Ev)(`Could not ${in_(doing)}: HTTP ${httpStatus}, but the answer says nothing clear about the task${english}.`, `无法${in_(doing)}：HTTP ${httpStatus}，但应答没有明确说明该任务的情况${chinese}。`));
    return new _cloud_fault_js__WEBPACK_IMPORTED_MODULE_3__/* .ApiFault */ .dW({ kind: 'transient', message, httpStatus, requestId, invalidResponse: true });
}
function starting(tasks) {
    return (0,_precheck_sentence_js__WEBPACK_IMPORTED_MODULE_4__/* .inEach */ .B1)(in_ => (0,_precheck_sentence_js__WEBPACK_IMPORTED_MODULE_4__/* .told */ .Ev)(`start the DRS pre-check of ${in_(namesOf(tasks))}`, `启动${in_(namesOf(tasks))}的 DRS 预检查`));
}
function reading(tasks) {
    return (0,_precheck_sentence_js__WEBPACK_IMPORTED_MODULE_4__/* .inEach */ .B1)(in_ => (0,_precheck_sentence_js__WEBPACK_IMPORTED_MODULE_4__/* .told */ .Ev)(`read the DRS pre-check result of ${in_(namesOf(tasks))}`, `读取${in_(namesOf(tasks))}的 DRS 预检查结果`));
}
function namesOf(tasks) {
    const named = tasks.slice(0, TASKS_NAMED_IN_MESSAGES).map(task => task.id);
    const rest = tasks.length - named.length;
    const list = (0,_precheck_sentence_js__WEBPACK_IMPORTED_MODULE_4__/* .told */ .Ev)(rest > 0 ? `${named.join(', ')} and ${rest} more` : named.join(', '), rest > 0 ? `${named.join('、')} 以及另外 ${rest} 个` : named.join('、'));
    const count = tasks.length;
    return (0,_precheck_sentence_js__WEBPACK_IMPORTED_MODULE_4__/* .inEach */ .B1)(in_ => count === 1
        ? (0,_precheck_sentence_js__WEBPACK_IMPORTED_MODULE_4__/* .told */ .Ev)(`task ${in_(list)}`, `任务 ${in_(list)} `)
        : (0,_precheck_sentence_js__WEBPACK_IMPORTED_MODULE_4__/* .told */ .Ev)(`${count} tasks (${in_(list)})`, ` ${count} 个任务（${in_(list)}）`));
}


/***/ }),

/***/ 8262:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  drsService: () => (/* binding */ drsService)
});

// EXTERNAL MODULE: ./cloud/fault.js
var fault = __webpack_require__(6639);
// EXTERNAL MODULE: ./services/start.js
var start = __webpack_require__(4502);
// EXTERNAL MODULE: ./services/wire.js
var wire = __webpack_require__(2330);
// EXTERNAL MODULE: ./services/drs/access.js
var access = __webpack_require__(4834);
// EXTERNAL MODULE: ./services/drs/api.js
var api = __webpack_require__(1754);
// EXTERNAL MODULE: ./services/drs/evidence.js
var evidence = __webpack_require__(7041);
// EXTERNAL MODULE: ./services/drs/items.js
var items = __webpack_require__(4366);
// EXTERNAL MODULE: ./cloud/error-table.js
var error_table = __webpack_require__(7860);
// EXTERNAL MODULE: ./cloud/retry.js
var retry = __webpack_require__(9305);
// EXTERNAL MODULE: ./services/text.js
var services_text = __webpack_require__(5015);
;// CONCATENATED MODULE: ./services/drs/pre-read.js






const PART_OF_TIME_FOR_RUNNING = 1 / 3;
const EMPTY_READS_NEEDED = 2;
const BETWEEN_EMPTY_READS_MS = 500;
const NOT_LOOKED = {
    known: { kind: 'earlier', earlier: { kind: 'unclear' }, highest: -1 },
    again: 'fault',
    tries: 0,
    emptyInRow: 0,
};
async function preRead(tasks, ports) {
    const { clock, deadline } = ports;
    const looks = new Map(tasks.map(task => [task.id, NOT_LOOKED]));
    const waitUntil = clock.now() + (deadline.at - clock.now()) * PART_OF_TIME_FOR_RUNNING;
    let open = tasks;
    while (open.length > 0 && !deadline.signal.aborted) {
        const sightings = await ports.read(open.map(task => ({ task, precheckId: null })));
        open.forEach((task, index) => {
            const look = looks.get(task.id) ?? NOT_LOOKED;
            looks.set(task.id, lookAfter(look, sightings[index] ?? { kind: 'missing', strangers: false }));
        });
        const tooLate = clock.now() >= waitUntil;
        const reasons = new Map(open.map(task => [task, reasonToGoOn(looks.get(task.id), tooLate)]));
        open = open.filter(task => reasons.get(task) !== null);
        if (open.length === 0)
            break;
        await clock.sleep(pauseOf([...reasons.values()], looks, waitUntil, ports), deadline.signal);
    }
    return new Map([...looks].map(([id, { known }]) => [id, known]));
}
function reasonToGoOn(look, tooLate) {
    if (look === undefined || look.again === null)
        return null;
    if (look.again === 'running')
        return tooLate ? null : 'running';
    return look.tries < retry/* PRE_READ_TRIES */.Lx ? look.again : null;
}
function pauseOf(reasons, looks, waitUntil, { clock, random, pauseMs }) {
    if (reasons.includes('fault')) {
        return (0,retry/* retryDelay */.a2)(Math.max(...[...looks.values()].map(look => look.tries)), random);
    }
    const running = reasons.includes('running') ? Math.min(pauseMs, waitUntil - clock.now()) : 0;
    return Math.max(running, BETWEEN_EMPTY_READS_MS);
}
function lookAfter(before, sighting) {
    switch (sighting.kind) {
        case 'missing':
            return sighting.strangers ? unclear(before) : empty(before);
        case 'fault':
            return lookAfterFault(before, sighting.fault);
        case 'entry':
            return sighting.identity.kind === 'other-task'
                ? unclear(before)
                : lookAfterEntry(before, sighting.entry);
    }
}
function lookAfterFault(before, fault) {
    if (fault.kind === 'authentication-failed' || fault.kind === 'permission-denied') {
        return { ...before, known: { kind: 'denied', fault }, again: null };
    }
    if ((0,error_table/* isEmptyResultCode */.sG)(fault.code))
        return empty(before);
    const look = unclear(before);
    return fault.kind === 'transient' && !fault.final ? { ...look, again: 'fault' } : look;
}
function lookAfterEntry(before, entry) {
    const progress = (0,wire/* percentOf */.pR)(entry.process) ?? 0;
    if (entry.precheck_result.length === 0 && progress === 0)
        return empty(before);
    const id = (0,services_text/* textOf */.b6)(entry.precheck_id);
    const finished = (0,items/* isFinished */.$g)(entry);
    const earlier = finished ? { kind: 'finished', id, items: (0,evidence/* itemsOf */.S3)(entry) } : { kind: 'going', id };
    return {
        known: { kind: 'earlier', earlier, highest: progress },
        again: finished ? null : 'running',
        tries: before.tries,
        emptyInRow: 0,
    };
}
function empty(before) {
    const emptyInRow = before.emptyInRow + 1;
    const isSure = emptyInRow >= EMPTY_READS_NEEDED;
    const earlier = isSure ? { kind: 'none' } : { kind: 'unclear' };
    return {
        known: { kind: 'earlier', earlier, highest: highestOf(before) },
        again: isSure ? null : 'empty',
        tries: before.tries + 1,
        emptyInRow,
    };
}
function unclear(before) {
    const wasGoing = before.known.kind === 'earlier' && before.known.earlier.kind === 'going';
    const known = wasGoing
        ? before.known
        : { kind: 'earlier', earlier: { kind: 'unclear' }, highest: highestOf(before) };
    return { known, again: null, tries: before.tries + 1, emptyInRow: 0 };
}
function highestOf({ known }) {
    return known.kind === 'earlier' ? known.highest : -1;
}

// EXTERNAL MODULE: ./services/drs/reading.js
var reading = __webpack_require__(5018);
;// CONCATENATED MODULE: ./services/drs/drs.js









function drsService(access, options, ports) {
    return new DrsService(access, options, ports);
}
const NOTHING_KNOWN = {
    earlier: { kind: 'unclear' },
    highest: -1,
    startId: null,
    unclaimed: null,
    start: 'none',
};
class DrsService {
    batchSize = api/* TASKS_PER_CALL */.qr;
    #access;
    #options;
    #ports;
    #before = new Map();
    constructor(access, options, ports) {
        this.#access = access;
        this.#options = options;
        this.#ports = ports;
    }
    async start(tasks) {
        if (this.#options.mode === 'query') {
            return tasks.map(task => ({ kind: 'started', task, precheckId: task.id, boundById: false }));
        }
        const denied = await this.#look(tasks.filter(task => !this.#before.has(task.id)));
        const willing = tasks.filter(task => !denied.some(ended => ended.task === task));
        if (this.#ports.deadline.signal.aborted)
            return [...denied, ...willing.map(notSent)];
        const sightings = willing.length === 0 ? [] : await (0,api/* startTasks */.dh)(this.#access, willing);
        return [...denied, ...willing.map((task, index) => this.#startedOf(task, sightings[index]))];
    }
    async #look(tasks) {
        const read = (expected) => (0,api/* readTasks */.j9)(this.#access, expected, 'pre-read');
        const found = await preRead(tasks, { ...this.#ports, read });
        return tasks.flatMap((task) => {
            const seen = found.get(task.id);
            if (seen?.kind === 'denied')
                return [{ kind: 'ended', task, problem: (0,fault/* problemOf */.Zw)(seen.fault) }];
            this.#before.set(task.id, { ...NOTHING_KNOWN, ...seen });
            return [];
        });
    }
    #startedOf(task, sighting) {
        if (sighting === undefined)
            return notSent(task);
        const started = sighting.kind === 'started'
            ? { kind: 'started', task, precheckId: sighting.precheckId, boundById: false }
            : (0,start/* startedOfFault */.jt)(task, sighting.fault, sighting.kind === 'silent' ? sighting.precheckId : null);
        const before = this.#beforeOf(task);
        switch (started.kind) {
            case 'started':
            case 'unconfirmed': {
                const startId = started.precheckId ?? before.startId;
                const start = before.start === 'confirmed' || started.kind === 'started' ? 'confirmed' : 'unconfirmed';
                this.#before.set(task.id, { ...before, startId, start });
                return started;
            }
            case 'not-started':
                if (before.start === 'none')
                    this.#before.delete(task.id);
                return started;
            case 'ended':
                return started;
        }
    }
    async read(tasks) {
        const expected = tasks.map(task => ({ task, precheckId: this.#beforeOf(task).startId }));
        const sightings = await (0,api/* readTasks */.j9)(this.#access, expected, 'poll');
        return tasks.map((task, index) => this.#reading(task, sightings[index]));
    }
    #reading(task, sighting = { kind: 'missing', strangers: false }) {
        const before = this.#beforeOf(task);
        if (sighting.kind === 'entry')
            this.#before.set(task.id, beforeAfter(before, sighting));
        return (0,reading/* readingOf */.M)(task, before, sighting, this.#options.settleMs);
    }
    #beforeOf(task) {
        return this.#before.get(task.id) ?? NOTHING_KNOWN;
    }
}
function beforeAfter(before, { entry, identity }) {
    if (identity.kind === 'other-task')
        return before;
    const highest = Math.max(before.highest, (0,wire/* percentOf */.pR)(entry.process) ?? -1);
    if (before.start !== 'unconfirmed' || !(0,items/* isFinished */.$g)(entry))
        return { ...before, highest };
    return { ...before, highest, unclaimed: (0,evidence/* itemsOf */.S3)(entry) };
}
function notSent(task) {
    return (0,start/* overtaken */.K1)(task, (0,access/* precheckOf */.X)(task));
}


/***/ }),

/***/ 7041:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   S3: () => (/* binding */ itemsOf),
/* harmony export */   X1: () => (/* binding */ evidenceOf),
/* harmony export */   YP: () => (/* binding */ standingOf)
/* harmony export */ });
/* unused harmony export READS_WITHOUT_CHANGE */
/* harmony import */ var _canonical_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1020);
/* harmony import */ var _text_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5015);
/* harmony import */ var _wire_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2330);



const READS_WITHOUT_CHANGE = 5;
function evidenceOf(entry, before) {
    const { earlier, startId, unclaimed } = before;
    const progress = (0,_wire_js__WEBPACK_IMPORTED_MODULE_1__/* .percentOf */ .pR)(entry.process);
    if (typeof progress === 'number' && progress < 100 && isProgressOfNewRun(progress, before))
        return 'new-run';
    const knowsEarlierId = earlier.kind === 'finished' || earlier.kind === 'going';
    const id = (0,_text_js__WEBPACK_IMPORTED_MODULE_2__/* .textOf */ .b6)(entry.precheck_id);
    if (knowsEarlierId && startId !== null && id === startId && earlier.id !== startId)
        return 'new-run';
    const measure = measureOf(before);
    if (measure !== null && progress === 100 && itemsOf(entry) !== measure)
        return 'new-run';
    return earlier.kind === 'none' && unclaimed === null ? 'first-result' : 'none';
}
function measureOf({ earlier, unclaimed, start }) {
    const found = earlier.kind === 'finished' ? earlier.items : null;
    return start === 'confirmed' ? (unclaimed ?? found) : found;
}
function isProgressOfNewRun(progress, { earlier, highest, start }) {
    switch (earlier.kind) {
        case 'none':
        case 'finished':
            return true;
        case 'going':
            return progress < highest;
        case 'unclear':
            return start === 'confirmed' || progress < highest;
    }
}
function standingOf(entry, settleMs) {
    const overall = (0,_canonical_js__WEBPACK_IMPORTED_MODULE_0__/* .canonical */ .$N)([(0,_text_js__WEBPACK_IMPORTED_MODULE_2__/* .textOf */ .b6)(entry.result), (0,_text_js__WEBPACK_IMPORTED_MODULE_2__/* .textOf */ .b6)(entry.total_passed_rate)]);
    const content = (0,_canonical_js__WEBPACK_IMPORTED_MODULE_0__/* .digestOf */ .ol)(`${overall}${itemsOf(entry)}`);
    return {
        against: 'old',
        content,
        forMs: settleMs,
        cutShort: null,
        reads: READS_WITHOUT_CHANGE,
        assumption: 'no-run-id',
    };
}
function itemsOf({ precheck_result: items }) {
    const said = items.map(item => [(0,_text_js__WEBPACK_IMPORTED_MODULE_2__/* .textOf */ .b6)(item.item), (0,_text_js__WEBPACK_IMPORTED_MODULE_2__/* .wordOf */ .aG)(item.result), (0,_text_js__WEBPACK_IMPORTED_MODULE_2__/* .textOf */ .b6)(item.failed_reason)]);
    return (0,_canonical_js__WEBPACK_IMPORTED_MODULE_0__/* .digestOf */ .ol)((0,_canonical_js__WEBPACK_IMPORTED_MODULE_0__/* .canonicalUnordered */ .RD)(said));
}


/***/ }),

/***/ 4366:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $g: () => (/* binding */ isFinished),
/* harmony export */   K: () => (/* binding */ checkItemsOf),
/* harmony export */   Nx: () => (/* binding */ overallOf)
/* harmony export */ });
/* harmony import */ var _item_ids_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1832);
/* harmony import */ var _text_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5015);
/* harmony import */ var _wire_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2330);



const STATUS = new Map([
    ['PASSED', 'passed'],
    ['ALARM', 'warning'],
    ['FAILED', 'failed'],
    ['', 'pending'],
]);
const HARMLESS_SUB_JOB = ['PASSED', 'ALARM', ''];
const NO_CODE = '-';
function checkItemsOf(items) {
    const ids = (0,_item_ids_js__WEBPACK_IMPORTED_MODULE_0__/* .numbered */ .j)(items.map(item => ({ id: (0,_text_js__WEBPACK_IMPORTED_MODULE_2__/* .textOf */ .b6)(item.item) ?? NO_CODE, content: item })));
    return items.map((item, index) => checkItemOf(item, ids[index] ?? NO_CODE));
}
function checkItemOf(item, id) {
    const baseId = (0,_text_js__WEBPACK_IMPORTED_MODULE_2__/* .textOf */ .b6)(item.item) ?? NO_CODE;
    return {
        id,
        baseId,
        topic: baseId,
        name: null,
        group: (0,_text_js__WEBPACK_IMPORTED_MODULE_2__/* .textOf */ .b6)(item.group),
        status: statusOf(item),
        rawStatus: (0,_text_js__WEBPACK_IMPORTED_MODULE_2__/* .textOf */ .b6)(item.result),
        reason: (0,_text_js__WEBPACK_IMPORTED_MODULE_2__/* .textOf */ .b6)(item.failed_reason),
        detail: (0,_text_js__WEBPACK_IMPORTED_MODULE_2__/* .linesOf */ .Dx)(item.data, item.raw_error_msg),
        suggestion: null,
        subJobs: item.failed_sub_jobs.map(job => ({
            id: (0,_text_js__WEBPACK_IMPORTED_MODULE_2__/* .textOf */ .b6)(job.id),
            name: (0,_text_js__WEBPACK_IMPORTED_MODULE_2__/* .textOf */ .b6)(job.name),
            status: (0,_text_js__WEBPACK_IMPORTED_MODULE_2__/* .textOf */ .b6)(job.check_result) ?? (0,_text_js__WEBPACK_IMPORTED_MODULE_2__/* .textOf */ .b6)(job.status),
        })),
        skippable: (0,_text_js__WEBPACK_IMPORTED_MODULE_2__/* .booleanOf */ .SF)(item.is_support_skip),
        skipConsequence: null,
        blackObjects: null,
    };
}
function statusOf(item) {
    const own = STATUS.get((0,_text_js__WEBPACK_IMPORTED_MODULE_2__/* .wordOf */ .aG)(item.result)) ?? 'unknown';
    const isOpen = own === 'passed' || own === 'pending';
    const skipped = isOpen && (0,_text_js__WEBPACK_IMPORTED_MODULE_2__/* .booleanOf */ .SF)(item.is_skipped) === true ? 'skipped' : own;
    const parts = item.failed_sub_jobs.map(job => [(0,_text_js__WEBPACK_IMPORTED_MODULE_2__/* .wordOf */ .aG)(job.check_result), (0,_text_js__WEBPACK_IMPORTED_MODULE_2__/* .wordOf */ .aG)(job.status)]);
    if (parts.some(words => words.includes('FAILED')))
        return 'failed';
    const words = parts.map(([result, status]) => result || (status ?? ''));
    return skipped === 'passed' && words.some(word => !HARMLESS_SUB_JOB.includes(word)) ? 'unknown' : skipped;
}
function overallOf(entry) {
    const result = (0,_text_js__WEBPACK_IMPORTED_MODULE_2__/* .booleanOf */ .SF)(entry.result);
    const rate = (0,_wire_js__WEBPACK_IMPORTED_MODULE_1__/* .percentOf */ .pR)(entry.total_passed_rate);
    const unreadable = [
        result === null && (0,_text_js__WEBPACK_IMPORTED_MODULE_2__/* .textOf */ .b6)(entry.result) !== null ? `result ${(0,_text_js__WEBPACK_IMPORTED_MODULE_2__/* .textOf */ .b6)(entry.result)}` : null,
        rate === undefined ? `total_passed_rate ${(0,_text_js__WEBPACK_IMPORTED_MODULE_2__/* .textOf */ .b6)(entry.total_passed_rate)}` : null,
    ].filter(part => part !== null);
    const passedRate = rate ?? null;
    const isNegative = result === false || (passedRate !== null && passedRate < 100);
    const overall = isNegative ? 'negative' : result === null && passedRate === null ? 'missing' : 'positive';
    return { overall, unreadable: unreadable.length === 0 ? null : unreadable.join(', ') };
}
function isFinished({ process, precheck_result: items }) {
    return (0,_wire_js__WEBPACK_IMPORTED_MODULE_1__/* .percentOf */ .pR)(process) === 100 && !items.some(item => statusOf(item) === 'pending');
}


/***/ }),

/***/ 5018:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   C: () => (/* binding */ pictureOf),
/* harmony export */   M: () => (/* binding */ readingOf)
/* harmony export */ });
/* harmony import */ var _faults_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9553);
/* harmony import */ var _text_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(5015);
/* harmony import */ var _wire_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2330);
/* harmony import */ var _evidence_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7041);
/* harmony import */ var _items_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(4366);





function readingOf(task, before, sighting, settleMs) {
    switch (sighting.kind) {
        case 'missing':
            return { kind: 'missing', task };
        case 'fault': {
            const { fault, beside } = sighting;
            if (beside === null)
                return (0,_faults_js__WEBPACK_IMPORTED_MODULE_0__/* .readingOfFault */ .EC)(task, fault, null);
            if (identityOf(beside.identity, before).kind === 'earlier-run')
                return answered(task, beside, before, settleMs);
            const picture = pictureOf(beside.entry, before.startId);
            return (0,_faults_js__WEBPACK_IMPORTED_MODULE_0__/* .readingOfFault */ .EC)(task, fault, { picture, isFirst: before.earlier.kind === 'none' });
        }
        case 'entry':
            return answered(task, sighting, before, settleMs);
    }
}
function answered(task, { entry, identity }, before, settleMs) {
    return { kind: 'answer', task, facts: factsOf(entry, identityOf(identity, before), before, settleMs) };
}
function factsOf(entry, identity, before, settleMs) {
    return {
        picture: pictureOf(entry, before.startId),
        finished: (0,_items_js__WEBPACK_IMPORTED_MODULE_3__/* .isFinished */ .$g)(entry),
        identity,
        evidence: (0,_evidence_js__WEBPACK_IMPORTED_MODULE_2__/* .evidenceOf */ .X1)(entry, before),
        unreadable: (0,_items_js__WEBPACK_IMPORTED_MODULE_3__/* .overallOf */ .Nx)(entry).unreadable,
        standing: (0,_evidence_js__WEBPACK_IMPORTED_MODULE_2__/* .standingOf */ .YP)(entry, settleMs),
    };
}
function identityOf(identity, { earlier, startId }) {
    const earlierId = earlier.kind === 'finished' || earlier.kind === 'going' ? earlier.id : null;
    const isEarlier = identity.kind === 'strange' && startId !== null && identity.came === earlierId;
    return isEarlier ? { kind: 'earlier-run' } : identity;
}
function pictureOf(entry, startId) {
    return {
        precheckId: startId ?? (0,_text_js__WEBPACK_IMPORTED_MODULE_4__/* .textOf */ .b6)(entry.precheck_id),
        progress: (0,_wire_js__WEBPACK_IMPORTED_MODULE_1__/* .percentOf */ .pR)(entry.process) ?? 0,
        overall: (0,_items_js__WEBPACK_IMPORTED_MODULE_3__/* .overallOf */ .Nx)(entry).overall,
        items: (0,_items_js__WEBPACK_IMPORTED_MODULE_3__/* .checkItemsOf */ .K)(entry.precheck_result),
    };
}


/***/ }),

/***/ 6618:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   H0: () => (/* binding */ sightingOf),
/* harmony export */   Hr: () => (/* binding */ besideFault),
/* harmony export */   YW: () => (/* binding */ sightingsOf),
/* harmony export */   aV: () => (/* binding */ amid)
/* harmony export */ });
/* harmony import */ var _cloud_answer_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6257);
/* harmony import */ var _precheck_sentence_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5540);
/* harmony import */ var _faults_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9553);
/* harmony import */ var _text_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(5015);
/* harmony import */ var _wire_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(2330);
/* harmony import */ var _wire_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(4921);






function sightingsOf(expected, entries, call) {
    const owned = expected.map(one => entriesOf(one, entries));
    const claims = owned.flat();
    const tasks = expected.map(one => one.task);
    if (new Set(claims).size < claims.length)
        throw shapeFaultOf(call, tasks, (0,_precheck_sentence_js__WEBPACK_IMPORTED_MODULE_1__/* .told */ .Ev)('one entry for two tasks', '一个条目对应两个任务'));
    const strangers = entries.filter(entry => !claims.includes(entry));
    return expected.map((one, index) => {
        const own = owned[index] ?? [];
        if (own.length > 1)
            throw shapeFaultOf(call, tasks, (0,_precheck_sentence_js__WEBPACK_IMPORTED_MODULE_1__/* .told */ .Ev)(`two entries for task ${one.task.id}`, `任务 ${one.task.id} 有两个条目`));
        const raw = own[0] ?? inPlaceOf(one, expected, strangers, call);
        if (raw === undefined)
            return { kind: 'missing', strangers: strangers.length > 0 };
        return sightingOf(raw, one, call);
    });
}
function entriesOf({ task, precheckId }, entries) {
    return entries.filter(entry => entry.precheck_id === (precheckId ?? task.id));
}
function inPlaceOf(one, expected, strangers, call) {
    if (expected.length === 1 && strangers.length === 1)
        return strangers[0];
    const known = expected.map(({ task }) => task.id);
    return strangers.find(entry => !known.includes((0,_text_js__WEBPACK_IMPORTED_MODULE_5__/* .textOf */ .b6)(entry.precheck_id) ?? '') && identityOf(entry, one, call).kind === 'other-task');
}
function identityOf(entry, { task, precheckId }, { runIds }) {
    return runIds.identityOf(task.id, [precheckId ?? task.id], (0,_text_js__WEBPACK_IMPORTED_MODULE_5__/* .textOf */ .b6)(entry.precheck_id));
}
function sightingOf(raw, expected, call) {
    const { task } = expected;
    const identity = identityOf(raw, expected, call);
    const parsed = _wire_js__WEBPACK_IMPORTED_MODULE_4__/* .resultEntry */ .Q9.safeParse(raw);
    if (!parsed.success) {
        const place = parsed.error.issues[0]?.path.join('.') ?? 'the entry';
        return {
            kind: 'fault',
            fault: shapeFaultOf(call, [task], (0,_precheck_sentence_js__WEBPACK_IMPORTED_MODULE_1__/* .told */ .Ev)(`an unknown shape at ${place}`, `${place} 处的格式无法识别`)),
            beside: amid(identity, raw),
        };
    }
    const entry = parsed.data;
    const [code, message] = [(0,_text_js__WEBPACK_IMPORTED_MODULE_5__/* .textOf */ .b6)(entry.error_code), (0,_text_js__WEBPACK_IMPORTED_MODULE_5__/* .textOf */ .b6)(entry.error_msg)];
    if (identity.kind !== 'other-task' && (code !== null || message !== null)) {
        const { doing, httpStatus, requestId } = call;
        const error = { code, message, requestId, advice: null };
        const fault = (0,_cloud_answer_js__WEBPACK_IMPORTED_MODULE_0__/* .refusalFault */ .$r)({ operation: 'read', doing: doing([task]), httpStatus, error });
        return { kind: 'fault', fault, beside: { entry, identity } };
    }
    if ((0,_wire_js__WEBPACK_IMPORTED_MODULE_3__/* .percentOf */ .pR)(entry.process) === undefined) {
        return {
            kind: 'fault',
            fault: shapeFaultOf(call, [task], (0,_precheck_sentence_js__WEBPACK_IMPORTED_MODULE_1__/* .told */ .Ev)('an unreadable process', 'process 无法识别')),
            beside: amid(identity, raw),
        };
    }
    return { kind: 'entry', entry, identity };
}
function besideFault({ task, precheckId }, body) {
    const entries = _wire_js__WEBPACK_IMPORTED_MODULE_4__/* .anyEntries */ .X4.safeParse(body).data?.results ?? [];
    return amid({ kind: 'own' }, ...entries.filter(entry => entry['precheck_id'] === (precheckId ?? task.id)));
}
function amid(identity, ...entries) {
    if (identity.kind !== 'own')
        return null;
    const items = entries.flatMap(entry => _wire_js__WEBPACK_IMPORTED_MODULE_4__/* .entryOfItems */ .Cp.safeParse(entry).data?.precheck_result ?? []);
    return items.length === 0 ? null : { entry: { precheck_result: items }, identity };
}
function shapeFaultOf(call, tasks, what) {
    return (0,_faults_js__WEBPACK_IMPORTED_MODULE_2__/* .shapeFault */ .E4)('DRS', { ...call, doing: call.doing(tasks), what });
}


/***/ }),

/***/ 4921:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ae: () => (/* binding */ resultAnswer),
/* harmony export */   CA: () => (/* binding */ entryErrors),
/* harmony export */   Cp: () => (/* binding */ entryOfItems),
/* harmony export */   F2: () => (/* binding */ withResults),
/* harmony export */   Q9: () => (/* binding */ resultEntry),
/* harmony export */   X4: () => (/* binding */ anyEntries),
/* harmony export */   bx: () => (/* binding */ startAnswer)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6309);
/* harmony import */ var _wire_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2330);


const id = zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP().nullish();
const idOrNone = id.catch(null);
const item = zod__WEBPACK_IMPORTED_MODULE_1__/* .looseObject */ ._H3({
    item: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP().nullish(),
    result: _wire_js__WEBPACK_IMPORTED_MODULE_0__/* .anything */ .D8,
    failed_reason: _wire_js__WEBPACK_IMPORTED_MODULE_0__/* .anything */ .D8,
    data: _wire_js__WEBPACK_IMPORTED_MODULE_0__/* .anything */ .D8,
    raw_error_msg: _wire_js__WEBPACK_IMPORTED_MODULE_0__/* .anything */ .D8,
    group: _wire_js__WEBPACK_IMPORTED_MODULE_0__/* .anything */ .D8,
    is_support_skip: _wire_js__WEBPACK_IMPORTED_MODULE_0__/* .anything */ .D8,
    is_skipped: _wire_js__WEBPACK_IMPORTED_MODULE_0__/* .anything */ .D8,
    failed_sub_jobs: (0,_wire_js__WEBPACK_IMPORTED_MODULE_0__/* .absentIsEmpty */ .Dj)(zod__WEBPACK_IMPORTED_MODULE_1__/* .looseObject */ ._H3({ id: _wire_js__WEBPACK_IMPORTED_MODULE_0__/* .anything */ .D8, name: _wire_js__WEBPACK_IMPORTED_MODULE_0__/* .anything */ .D8, check_result: _wire_js__WEBPACK_IMPORTED_MODULE_0__/* .anything */ .D8, status: _wire_js__WEBPACK_IMPORTED_MODULE_0__/* .anything */ .D8 })),
});
const resultEntry = zod__WEBPACK_IMPORTED_MODULE_1__/* .looseObject */ ._H3({
    precheck_id: id,
    result: _wire_js__WEBPACK_IMPORTED_MODULE_0__/* .anything */ .D8,
    process: _wire_js__WEBPACK_IMPORTED_MODULE_0__/* .anything */ .D8,
    total_passed_rate: _wire_js__WEBPACK_IMPORTED_MODULE_0__/* .anything */ .D8,
    error_code: _wire_js__WEBPACK_IMPORTED_MODULE_0__/* .anything */ .D8,
    error_msg: _wire_js__WEBPACK_IMPORTED_MODULE_0__/* .anything */ .D8,
    precheck_result: (0,_wire_js__WEBPACK_IMPORTED_MODULE_0__/* .absentIsEmpty */ .Dj)(item),
});
const anyEntries = zod__WEBPACK_IMPORTED_MODULE_1__/* .looseObject */ ._H3({ results: zod__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_1__/* .record */ .g1P(zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(), zod__WEBPACK_IMPORTED_MODULE_1__/* .unknown */ .L5J()).catch({})) });
const entryOfItems = zod__WEBPACK_IMPORTED_MODULE_1__/* .looseObject */ ._H3({ precheck_result: (0,_wire_js__WEBPACK_IMPORTED_MODULE_0__/* .readable */ .HD)(item) });
const resultAnswer = zod__WEBPACK_IMPORTED_MODULE_1__/* .looseObject */ ._H3({
    results: (0,_wire_js__WEBPACK_IMPORTED_MODULE_0__/* .absentIsEmpty */ .Dj)(zod__WEBPACK_IMPORTED_MODULE_1__/* .looseObject */ ._H3({ precheck_id: _wire_js__WEBPACK_IMPORTED_MODULE_0__/* .anything */ .D8 })),
});
const startAnswer = zod__WEBPACK_IMPORTED_MODULE_1__/* .looseObject */ ._H3({
    results: (0,_wire_js__WEBPACK_IMPORTED_MODULE_0__/* .absentIsEmpty */ .Dj)(zod__WEBPACK_IMPORTED_MODULE_1__/* .looseObject */ ._H3({
        id: idOrNone,
        precheck_id: idOrNone,
        status: _wire_js__WEBPACK_IMPORTED_MODULE_0__/* .anything */ .D8,
        error_code: _wire_js__WEBPACK_IMPORTED_MODULE_0__/* .anything */ .D8,
        error_msg: _wire_js__WEBPACK_IMPORTED_MODULE_0__/* .anything */ .D8,
    })),
});
const withResults = zod__WEBPACK_IMPORTED_MODULE_1__/* .looseObject */ ._H3({ results: zod__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(_wire_js__WEBPACK_IMPORTED_MODULE_0__/* .anything */ .D8) });
const entryErrors = zod__WEBPACK_IMPORTED_MODULE_1__/* .looseObject */ ._H3({
    results: (0,_wire_js__WEBPACK_IMPORTED_MODULE_0__/* .absentIsEmpty */ .Dj)(zod__WEBPACK_IMPORTED_MODULE_1__/* .looseObject */ ._H3({ error_code: _wire_js__WEBPACK_IMPORTED_MODULE_0__/* .anything */ .D8, error_msg: _wire_js__WEBPACK_IMPORTED_MODULE_0__/* .anything */ .D8 }).catch({})),
});


/***/ }),

/***/ 9553:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   E4: () => (/* binding */ shapeFault),
/* harmony export */   EC: () => (/* binding */ readingOfFault),
/* harmony export */   F9: () => (/* binding */ isAgain)
/* harmony export */ });
/* harmony import */ var _cloud_error_table_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7860);
/* harmony import */ var _cloud_fault_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6639);
/* harmony import */ var _precheck_sentence_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5540);



function readingOfFault(task, fault, beside) {
    const problem = (0,_cloud_fault_js__WEBPACK_IMPORTED_MODULE_1__/* .problemOf */ .Zw)(fault);
    const { retryAt, throttled } = fault;
    const isEmpty = (0,_cloud_error_table_js__WEBPACK_IMPORTED_MODULE_0__/* .isEmptyResultCode */ .sG)(fault.code);
    return isAgain(fault)
        ? { kind: 'unread', task, problem, beside, isEmpty, retryAt, throttled }
        : { kind: 'ended', task, problem, beside };
}
function isAgain(fault) {
    return fault.kind === 'transient' && !fault.final;
}
function shapeFault(service, answer) {
    const { doing, what, httpStatus, requestId } = answer;
    const [english, chinese] = requestId === null ? ['', ''] : [` (request id ${requestId})`, `（请求 ID ${requestId}）`];
    return new _cloud_fault_js__WEBPACK_IMPORTED_MODULE_1__/* .ApiFault */ .dW({
        kind: 'transient',
        message: (0,_precheck_sentence_js__WEBPACK_IMPORTED_MODULE_2__/* .inEach */ .B1)(in_ => (0,_precheck_sentence_js__WEBPACK_IMPORTED_MODULE_2__/* .told */ .Ev)(`Could not ${in_(doing)}: the answer of ${service} has ${in_(what)}${english}.`, `无法${in_(doing)}：${service} 的应答有问题：${in_(what)}${chinese}。`)),
        advice: (0,_precheck_sentence_js__WEBPACK_IMPORTED_MODULE_2__/* .told */ .Ev)(`Check that endpoint is ${service} itself; if so, report the request to the support of the service.`, `请确认 endpoint 是 ${service} 本身；如果是，请将该请求提交给服务的技术支持。`),
        httpStatus,
        requestId,
        understood: true,
        invalidResponse: true,
    });
}


/***/ }),

/***/ 1832:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   j: () => (/* binding */ numbered)
/* harmony export */ });
/* harmony import */ var _canonical_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1020);

function numbered(items) {
    const taken = new Set(items.map(item => item.id));
    const given = new Map();
    for (const [id, alike] of Map.groupBy(items, item => item.id)) {
        let n = 1;
        for (const item of byContent(alike)) {
            while (n > 1 && taken.has(`${id}#${n}`))
                n += 1;
            given.set(item, n === 1 ? id : `${id}#${n}`);
            n += 1;
        }
    }
    return items.map(item => given.get(item) ?? item.id);
}
function byContent(alike) {
    if (alike.length === 1)
        return alike;
    const keyed = alike.map(item => ({ item, key: (0,_canonical_js__WEBPACK_IMPORTED_MODULE_0__/* .canonical */ .$N)(item.content) }));
    return keyed.sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0)).map(({ item }) => item);
}


/***/ }),

/***/ 4502:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   II: () => (/* binding */ startedOfFaultWithoutId),
/* harmony export */   K1: () => (/* binding */ overtaken),
/* harmony export */   jt: () => (/* binding */ startedOfFault)
/* harmony export */ });
/* harmony import */ var _cloud_error_table_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7860);
/* harmony import */ var _cloud_fault_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6639);
/* harmony import */ var _precheck_own_problem_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(4899);
/* harmony import */ var _precheck_sentence_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(5540);
/* harmony import */ var _faults_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(9553);





function mayHaveStarted(fault) {
    return fault.kind === 'transient' && !fault.nothingStarted && !(0,_cloud_error_table_js__WEBPACK_IMPORTED_MODULE_0__/* .isTryAgainCode */ .rW)(fault.code);
}
function startedOfFault(task, fault, precheckId) {
    const problem = (0,_cloud_fault_js__WEBPACK_IMPORTED_MODULE_1__/* .problemOf */ .Zw)(fault);
    if (mayHaveStarted(fault))
        return { kind: 'unconfirmed', task, precheckId, problem };
    if (!(0,_faults_js__WEBPACK_IMPORTED_MODULE_4__/* .isAgain */ .F9)(fault))
        return { kind: 'ended', task, problem };
    const { throttled, retryAt } = fault;
    const why = (0,_cloud_error_table_js__WEBPACK_IMPORTED_MODULE_0__/* .isTryAgainCode */ .rW)(fault.code) ? 'refused' : 'unreached';
    return { kind: 'not-started', task, problem, why, throttled, retryAt };
}
function startedOfFaultWithoutId(task, fault) {
    const started = startedOfFault(task, fault, null);
    return started.kind === 'unconfirmed'
        ? { kind: 'ended', task, problem: lostForGood(started.problem) }
        : started;
}
function lostForGood(problem) {
    const advice = (0,_precheck_sentence_js__WEBPACK_IMPORTED_MODULE_3__/* .told */ .Ev)('Without its id it cannot be read, and a second start could run beside it: wait until it can have ended, then run the gate again.', '没有其 ID 就无法读取，而再次启动可能与它同时运行：请等到它应已结束后，再重新运行门禁。');
    const words = (0,_precheck_own_problem_js__WEBPACK_IMPORTED_MODULE_2__/* .wordsOf */ .Z9)(problem);
    return (0,_precheck_own_problem_js__WEBPACK_IMPORTED_MODULE_2__/* .worded */ .MH)(problem, {
        message: (0,_precheck_sentence_js__WEBPACK_IMPORTED_MODULE_3__/* .inRow */ .qH)(words.message, (0,_precheck_sentence_js__WEBPACK_IMPORTED_MODULE_3__/* .told */ .Ev)('A pre-check may be running.', '可能有预检查正在运行。')),
        advice: (0,_precheck_sentence_js__WEBPACK_IMPORTED_MODULE_3__/* .inRow */ .qH)(advice, words.advice ?? ''),
    });
}
function overtaken(task, what) {
    const message = (0,_precheck_sentence_js__WEBPACK_IMPORTED_MODULE_3__/* .inEach */ .B1)(in_ => (0,_precheck_sentence_js__WEBPACK_IMPORTED_MODULE_3__/* .told */ .Ev)(`Could not start ${in_(what)}: the step ended before.`, `无法启动${in_(what)}：步骤已先结束。`));
    const problem = (0,_precheck_own_problem_js__WEBPACK_IMPORTED_MODULE_2__/* .ownProblem */ .O3)('timed-out', message, (0,_precheck_sentence_js__WEBPACK_IMPORTED_MODULE_3__/* .told */ .Ev)('Raise timeout-minutes.', '请增大 timeout-minutes。'));
    return { kind: 'ended', task, problem };
}


/***/ }),

/***/ 2330:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   D8: () => (/* binding */ anything),
/* harmony export */   Dj: () => (/* binding */ absentIsEmpty),
/* harmony export */   HD: () => (/* binding */ readable),
/* harmony export */   pR: () => (/* binding */ percentOf)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6309);

const anything = zod__WEBPACK_IMPORTED_MODULE_0__/* .unknown */ .L5J().optional();
function absentIsEmpty(element) {
    return zod__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(element)
        .nullish()
        .transform(list => list ?? []);
}
function readable(element) {
    return zod__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_0__/* .unknown */ .L5J()).transform(list => list.flatMap(one => {
        const parsed = element.safeParse(one);
        return parsed.success ? [parsed.data] : [];
    }));
}
const PERCENT = /^(\d{1,3}(?:\.\d+)?)\s*%?$/;
const WHOLE = /^100(?:\.0+)?\s*%?$/;
function percentOf(value) {
    if (value === undefined || value === null)
        return null;
    if (typeof value !== 'number' && typeof value !== 'string')
        return undefined;
    const text = String(value).trim();
    if (text === '')
        return null;
    const number = Number(PERCENT.exec(text)?.[1] ?? Number.NaN);
    if (number === 100 && !WHOLE.test(text))
        return undefined;
    return number <= 100 ? number : undefined;
}


/***/ })

};
