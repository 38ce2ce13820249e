export const id = 855;
export const ids = [855];
export const modules = {

/***/ 7790:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   i: () => (/* binding */ errorInJson),
/* harmony export */   n: () => (/* binding */ plainTextOf)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6309);
/* harmony import */ var _precheck_sentence_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5540);


const text = zod__WEBPACK_IMPORTED_MODULE_1__/* .union */ .KCZ([zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(), zod__WEBPACK_IMPORTED_MODULE_1__/* .number */ .aig().transform(String)])
    .nullish()
    .catch(null);
const fields = {
    code: text,
    message: text,
    title: text,
    errorCode: text,
    errorMsg: text,
    errorMessage: text,
    error_code: text,
    error_msg: text,
    error_message: text,
    errCode: text,
    externalMessage: text,
    request_id: text,
    requestId: text,
    encoded_authorization_message: text,
};
const flat = zod__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc(fields);
const body = zod__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({ ...fields, error: flat.nullish().catch(null) });
const anyObject = zod__WEBPACK_IMPORTED_MODULE_1__/* .record */ .g1P(zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(), zod__WEBPACK_IMPORTED_MODULE_1__/* .unknown */ .L5J());
const PAGE_TITLE = /<title[^<>]{0,200}>([^<]+)/i;
const LONGEST_PAGE_CHARACTERS = 64 * 1024;
const LONGEST_PLAIN_TEXT_CHARACTERS = 500;
function errorInJson(json) {
    const said = body.safeParse(json).data;
    if (said === undefined)
        return null;
    const [pair, around] = [pairIn(said), aroundIn(json)];
    const inner = around === null ? null : pairIn(around);
    const { error } = said;
    const found = [
        { ...serviceFormat(said), from: said },
        { code: blankToNull(said.errCode), message: blankToNull(said.externalMessage), from: said },
        {
            code: blankToNull(error?.code),
            message: blankToNull(error?.message) ?? blankToNull(error?.title),
            from: error ?? said,
        },
        { ...(madeForErrors(said) ?? NOTHING), from: said, isWeak: false },
        { ...(pair ?? NOTHING), from: said, isWeak: !holdsNothingElse(json) },
        { ...(inner ?? NOTHING), from: around ?? said, isWeak: false },
    ].find(({ code, message }) => code !== null || message !== null);
    if (found === undefined)
        return null;
    const { from, ...rest } = found;
    const encoded = blankToNull(from.encoded_authorization_message ?? said.encoded_authorization_message);
    return {
        ...rest,
        requestId: requestIdIn(said) ?? requestIdIn(from),
        advice: null,
        ...(encoded === null ? {} : { encodedMessage: encoded }),
    };
}
const NOTHING = { code: null, message: null };
function serviceFormat({ error_code, error_msg, error_message }) {
    const code = blankToNull(error_code);
    return { code, message: blankToNull(error_msg) ?? (code === null ? null : blankToNull(error_message)) };
}
const SUCCESS = /^(?:success|ok|0|200)$/i;
function madeForErrors(said) {
    return firstWhole([said.errorCode, said.errorMsg ?? said.errorMessage]);
}
function pairIn(said) {
    return firstWhole([said.code, said.message], [said.errorCode, said.errorMsg ?? said.errorMessage], [said.error_code, said.error_msg], [said.errCode, said.externalMessage]);
}
function firstWhole(...pairs) {
    const told = pairs.map(pair => pair.map(blankToNull));
    const [code = null, message = null] = told.find(pair => pair.every(word => word !== null)) ?? [];
    return code === null || message === null || SUCCESS.test(code) ? null : { code, message };
}
const BESIDE = [...Object.keys(fields), 'success', 'status', 'timestamp', 'path'];
function holdsNothingElse(json) {
    return Object.keys(anyObject.safeParse(json).data ?? {}).every(key => BESIDE.includes(key));
}
function aroundIn(json) {
    const others = Object.entries(anyObject.safeParse(json).data ?? {}).filter(([key]) => !BESIDE.includes(key));
    const [only, ...more] = others;
    return only === undefined || more.length > 0 ? null : (flat.safeParse(only[1]).data ?? null);
}
function requestIdIn({ request_id, requestId }) {
    return blankToNull(request_id) ?? blankToNull(requestId);
}
function plainTextOf(body, redactBeginning) {
    const page = firstWords(redactBeginning(body, LONGEST_PAGE_CHARACTERS + 1), LONGEST_PAGE_CHARACTERS);
    const title = firstWords(PAGE_TITLE.exec(page)?.[1] ?? '', LONGEST_PLAIN_TEXT_CHARACTERS);
    if (title !== '')
        return (0,_precheck_sentence_js__WEBPACK_IMPORTED_MODULE_0__/* .told */ .Ev)(`a web page titled "${title}"`, `标题为 "${title}" 的网页`);
    const words = page.replaceAll(/(?:<[^<>]*>|\s)+/g, ' ');
    return blankToNull(firstWords(words, LONGEST_PLAIN_TEXT_CHARACTERS));
}
function firstWords(text, characters) {
    const words = text.slice(0, characters + 1).replaceAll(/\s+/g, ' ');
    if (text.length <= characters)
        return words.trim();
    return words.slice(0, Math.max(0, words.lastIndexOf(' '))).trim();
}
function blankToNull(value) {
    return value === undefined || value === null || value.trim() === '' ? null : value.trim();
}


/***/ }),

/***/ 7860:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B5: () => (/* binding */ isThrottled),
/* harmony export */   L8: () => (/* binding */ classify),
/* harmony export */   ml: () => (/* binding */ isUnknownApiCode),
/* harmony export */   rW: () => (/* binding */ isTryAgainCode),
/* harmony export */   sG: () => (/* binding */ isEmptyResultCode)
/* harmony export */ });
const CODES = {
    transient: ['DRS.M00004', 'DRS.M01501', 'DRS.M01503', 'DRS.M01504', 'INNER_ERROR', 'GHANA-OPERIE000000'],
    'authentication-failed': ['DRS.M00100'],
    'permission-denied': ['DRS.M00101', 'DRS.M00102', 'DRS.M00103', 'DRS.M00105', 'DRS.M00261'],
    'not-found': ['DRS.M05003', 'DRS.M05004', 'DRS.M00289', 'DRS.10000010', 'DBS.300129', 'DBS.300400'],
};
const GATEWAY_CODES = {
    '0301': 'authentication-failed',
    '0303': 'authentication-failed',
    '0305': 'authentication-failed',
    '0307': 'authentication-failed',
    '0302': 'permission-denied',
    '0304': 'permission-denied',
    '0306': 'permission-denied',
    '0310': 'permission-denied',
    '0801': 'permission-denied',
    '0802': 'permission-denied',
    '0101': 'not-found',
    '0308': 'transient',
};
const GATEWAY_CODE = /^API(?:GW|G|C)\.(\d{4})$/i;
const EMPTY_RESULT = 'DRS.M00002';
const PARAMETER_ERROR = 'DBS.280001';
const THROTTLED_CODE = '0308';
const UNKNOWN_API_CODE = '0101';
const TRY_AGAIN_CODES = ['DRS.M01503', 'DRS.M01504'];
function classify(signal) {
    return kindOfCode(signal) ?? kindOfStatus(signal);
}
function isTryAgainCode(code) {
    return code !== null && TRY_AGAIN_CODES.includes(normalise(code));
}
function isEmptyResultCode(code) {
    return code !== null && normalise(code) === EMPTY_RESULT;
}
function isThrottled(httpStatus, code) {
    return httpStatus === 429 || gatewayDigits(code) === THROTTLED_CODE;
}
function isUnknownApiCode(code) {
    return gatewayDigits(code) === UNKNOWN_API_CODE;
}
function kindOfCode({ operation, code }) {
    if (code === null)
        return null;
    const known = normalise(code);
    if (known === EMPTY_RESULT)
        return operation === 'read' ? 'transient' : null;
    if (known === PARAMETER_ERROR)
        return refusalOf(operation);
    const digits = gatewayDigits(known);
    if (digits !== null)
        return kindOfGatewayCode(digits);
    return (['transient', 'authentication-failed', 'permission-denied', 'not-found'].find(kind => CODES[kind].includes(known)) ?? null);
}
function kindOfGatewayCode(digits) {
    if (digits.startsWith('06'))
        return 'transient';
    return GATEWAY_CODES[digits] ?? null;
}
function kindOfStatus({ operation, httpStatus }) {
    if (httpStatus === 401)
        return 'authentication-failed';
    if (httpStatus === 403)
        return 'permission-denied';
    if (httpStatus === 404)
        return 'not-found';
    if (httpStatus === 408 || httpStatus === 429 || httpStatus >= 500)
        return 'transient';
    return refusalOf(operation);
}
function refusalOf(operation) {
    return operation === 'start' ? 'start-refused' : 'service-error';
}
function gatewayDigits(code) {
    return code === null ? null : (GATEWAY_CODE.exec(code.trim())?.[1] ?? null);
}
function normalise(code) {
    return code.trim().toUpperCase();
}


/***/ }),

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

/***/ 2855:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  ddmService: () => (/* binding */ ddmService)
});

// EXTERNAL MODULE: ./cloud/fault.js
var cloud_fault = __webpack_require__(6639);
// EXTERNAL MODULE: ./precheck/sentence.js
var sentence = __webpack_require__(5540);
// EXTERNAL MODULE: ./services/faults.js
var faults = __webpack_require__(9553);
// EXTERNAL MODULE: ./services/start.js
var start = __webpack_require__(4502);
// EXTERNAL MODULE: ./cloud/error-body.js
var error_body = __webpack_require__(7790);
// EXTERNAL MODULE: ./services/endpoint.js
var services_endpoint = __webpack_require__(413);
// EXTERNAL MODULE: ./services/text.js
var services_text = __webpack_require__(5015);
// EXTERNAL MODULE: ../node_modules/zod/v4/classic/schemas.js + 4 modules
var schemas = __webpack_require__(6309);
// EXTERNAL MODULE: ./services/wire.js
var wire = __webpack_require__(2330);
;// CONCATENATED MODULE: ./services/ddm/wire.js


const entry = schemas/* looseObject */._H3({
    name: wire/* anything */.D8,
    status: wire/* anything */.D8,
    note: wire/* anything */.D8,
    handling_suggestion: wire/* anything */.D8,
    error_message: wire/* anything */.D8,
    error_detail_message: wire/* anything */.D8,
});
const list = { pre_check_results: (0,wire/* absentIsEmpty */.Dj)(entry) };
const jobId = schemas/* string */.YjP()
    .trim()
    .regex(/^(?!\.+$)./s);
const startAnswer = schemas/* looseObject */._H3({ job_id: jobId, ...list });
const resultAnswer = schemas/* looseObject */._H3({})
    .refine(body => 'job_id' in body || 'pre_check_results' in body)
    .pipe(schemas/* looseObject */._H3({ job_id: wire/* anything */.D8, ...list }));
const anyEntries = schemas/* looseObject */._H3({ job_id: wire/* anything */.D8, pre_check_results: (0,wire/* readable */.HD)(entry) });

;// CONCATENATED MODULE: ./services/ddm/api.js






async function startPrecheck(access, request) {
    const { value } = await access.connection.call({
        operation: 'start',
        doing: (0,sentence/* inEach */.B1)(in_ => (0,sentence/* told */.Ev)(`start ${in_(precheckOf(access))}`, `启动${in_(precheckOf(access))}`)),
        method: 'POST',
        url: urlOf(access, ''),
        headers: headersOf(access),
        body: bodyOf(request),
        schema: startAnswer,
        errorIn: error_body/* errorInJson */.i,
    });
    return { jobId: value.job_id, entries: value.pre_check_results };
}
async function readPrecheck(access, jobId) {
    let body;
    try {
        return await readResult(access, jobId, json => {
            body = json;
        });
    }
    catch (fault) {
        if (!(fault instanceof cloud_fault/* ApiFault */.dW))
            throw fault;
        const amid = anyEntries.safeParse(body).data;
        return { fault, amid: amid === undefined ? null : resultOf(amid) };
    }
}
async function readResult(access, jobId, note) {
    const { value } = await access.connection.call({
        operation: 'read',
        doing: (0,sentence/* inEach */.B1)(in_ => (0,sentence/* told */.Ev)(`read the result of ${in_(precheckOf(access))} (job ${jobId})`, `读取${in_(precheckOf(access))}的结果（作业 ${jobId}）`)),
        isPoll: true,
        method: 'GET',
        url: urlOf(access, `/${encodeURIComponent(jobId)}`),
        headers: headersOf(access),
        schema: resultAnswer,
        errorIn: json => {
            note(json);
            return (0,error_body/* errorInJson */.i)(json);
        },
    });
    return resultOf(value);
}
function resultOf({ job_id, pre_check_results }) {
    return { jobId: (0,services_text/* textOf */.b6)(job_id), entries: pre_check_results };
}
function precheckOf({ instanceId, database }) {
    return (0,sentence/* told */.Ev)(`the DDM pre-check of ${instanceId}/${database}`, ` ${instanceId}/${database} 的 DDM 预检查`);
}
function bodyOf(request) {
    const shards = request['new_shard_number'];
    return typeof shards === 'number' ? { ...request, new_shard_number: String(shards) } : request;
}
function urlOf({ endpoint, projectId, instanceId, database }, below) {
    const [project, instance, schema] = [projectId, instanceId, database].map(encodeURIComponent);
    const path = `/v3/${project}/instances/${instance}/databases/${schema}/migration/precheck${below}`;
    return (0,services_endpoint/* urlBelow */.dX)(endpoint, path);
}
function headersOf({ language, projectId }) {
    return { 'X-Language': language, 'X-Project-Id': projectId };
}

// EXTERNAL MODULE: ./services/item-ids.js
var item_ids = __webpack_require__(1832);
;// CONCATENATED MODULE: ./services/ddm/items.js


const STATUS = new Map([
    ['SUCCESS', 'passed'],
    ['WARN', 'warning'],
    ['FAILED', 'failed'],
]);
const NO_NAME = '-';
const START_MARK = '#start';
function itemsOf(start, result) {
    const inResult = new Map(Map.groupBy(result, nameOf));
    const kept = start.flatMap(entry => {
        const name = nameOf(entry);
        const same = name === null ? undefined : inResult.get(name);
        if (same === undefined)
            return [{ entry, id: name ?? NO_NAME, isEcho: false }];
        const contradicts = statusOf(entry) === 'failed' && same.every(one => statusOf(one) !== 'failed');
        return contradicts ? [{ entry, id: `${name}${START_MARK}`, isEcho: true }] : [];
    });
    const all = [...result.map(entry => ({ entry, id: nameOf(entry) ?? NO_NAME, isEcho: false })), ...kept];
    const ids = (0,item_ids/* numbered */.j)(all.map(({ entry, id }) => ({ id, content: entry })));
    return all.map(({ entry, id, isEcho }, index) => checkItemOf(entry, { id: ids[index] ?? id, baseId: id, isEcho }));
}
function namesNews(start, result) {
    const known = new Set(start.map(nameOf));
    return result.map(nameOf).some(name => name !== null && !known.has(name));
}
function checkItemOf(entry, ids) {
    const name = nameOf(entry);
    return {
        ...ids,
        topic: name ?? NO_NAME,
        name,
        group: null,
        status: statusOf(entry),
        rawStatus: (0,services_text/* textOf */.b6)(entry.status),
        reason: (0,services_text/* textOf */.b6)(entry.error_message),
        detail: (0,services_text/* linesOf */.Dx)(entry.error_detail_message, entry.note),
        suggestion: (0,services_text/* textOf */.b6)(entry.handling_suggestion),
        subJobs: [],
        skippable: null,
        skipConsequence: null,
        blackObjects: null,
    };
}
function nameOf(entry) {
    return (0,services_text/* textOf */.b6)(entry.name)?.trim() ?? null;
}
function statusOf(entry) {
    return STATUS.get((0,services_text/* wordOf */.aG)(entry.status)) ?? 'pending';
}

// EXTERNAL MODULE: ./services/canonical.js
var canonical = __webpack_require__(1020);
;// CONCATENATED MODULE: ./services/ddm/standing.js


const READS_WITHOUT_CHANGE = 3;
const TIMES_LONGER_WITHOUT_NEWS = 5;
const RESERVE_BEFORE_DEADLINE_MS = 10_000;
function standingOf(start, entries, { settleMs, deadlineAt }) {
    const assumption = assumptionOf(start, entries);
    const common = {
        against: 'partial',
        content: (0,canonical/* digestOf */.ol)((0,canonical/* canonicalUnordered */.RD)(entries)),
        reads: READS_WITHOUT_CHANGE,
        assumption,
    };
    if (assumption === null)
        return { ...common, forMs: settleMs, cutShort: null };
    const cutShort = { from: deadlineAt - RESERVE_BEFORE_DEADLINE_MS, forMs: settleMs };
    return { ...common, forMs: settleMs * TIMES_LONGER_WITHOUT_NEWS, cutShort };
}
function assumptionOf(start, entries) {
    if (start === null)
        return null;
    if (start.length === 0)
        return 'no-start-list';
    return namesNews(start, entries) ? null : 'no-news';
}

;// CONCATENATED MODULE: ./services/ddm/ddm.js







function ddmService(access, run, settleMs, ports) {
    return new DdmService(access, run, settleMs, ports);
}
class DdmService {
    batchSize = 1;
    #access;
    #run;
    #settleMs;
    #ports;
    #start = null;
    #entries = [];
    constructor(access, run, settleMs, ports) {
        this.#access = access;
        this.#run = run;
        this.#settleMs = settleMs;
        this.#ports = ports;
    }
    async start(tasks) {
        return Promise.all(tasks.map(task => this.#begin(task)));
    }
    async read(tasks) {
        return Promise.all(tasks.map(task => this.#read(task)));
    }
    async #begin(task) {
        const run = this.#run;
        if (run.mode === 'query') {
            this.#ports.notice('notice', withoutStartItems(this.#access, run.jobId));
            return this.#started(task, { jobId: run.jobId, entries: null });
        }
        if (this.#ports.deadline.signal.aborted)
            return (0,start/* overtaken */.K1)(task, precheckOf(this.#access));
        try {
            return this.#started(task, await startPrecheck(this.#access, run.request));
        }
        catch (error) {
            if (error instanceof cloud_fault/* ApiFault */.dW)
                return (0,start/* startedOfFaultWithoutId */.II)(task, error);
            throw error;
        }
    }
    #started(task, start) {
        this.#start = start;
        return { kind: 'started', task, precheckId: start.jobId, boundById: true, picture: this.#picture(start) };
    }
    async #read(task) {
        const start = this.#start;
        if (start === null)
            throw new Error(`${(0,sentence/* said */.ag)(precheckOf(this.#access), 'en-us')} is read before it is started`);
        const result = await readPrecheck(this.#access, start.jobId);
        if (!('fault' in result))
            return { kind: 'answer', task, facts: this.#facts(task, start, result) };
        if (result.amid !== null && result.amid.entries.length > 0)
            this.#note(task, start, result.amid);
        return (0,faults/* readingOfFault */.EC)(task, result.fault, { picture: this.#picture(start), isFirst: false });
    }
    #note(task, start, { jobId, entries }) {
        const identity = this.#ports.runIds.identityOf(task.id, [start.jobId], jobId);
        if (identity.kind !== 'other-task')
            this.#entries = entries;
        return identity;
    }
    #facts(task, start, result) {
        const { entries } = result;
        const identity = this.#note(task, start, result);
        const picture = this.#picture(start);
        const finished = entries.length > 0 && picture.items.every(item => item.status !== 'pending');
        const patience = { settleMs: this.#settleMs, deadlineAt: this.#ports.deadline.at };
        const standing = standingOf(start.entries, entries, patience);
        return { picture, finished, identity, evidence: 'none', unreadable: null, standing };
    }
    #picture({ jobId, entries }) {
        return {
            precheckId: jobId,
            progress: null,
            overall: 'none',
            items: itemsOf(entries ?? [], this.#entries),
        };
    }
}
function withoutStartItems(access, jobId) {
    return (0,sentence/* inEach */.B1)(in_ => (0,sentence/* told */.Ev)(`The result of ${in_(precheckOf(access))} (job ${jobId}) is read with mode query: items that only the answer to its start held (such as the binlog checks) may be missing from it.`, `${in_(precheckOf(access)).trim()}的结果（作业 ${jobId}）是用 mode query 读取的：只出现在启动应答中的检查项（例如 binlog 检查）可能不在其中。`));
}


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
