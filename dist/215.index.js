export const id = 215;
export const ids = [215];
export const modules = {

/***/ 7790:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   i: () => (/* binding */ errorInJson),
/* harmony export */   n: () => (/* binding */ plainTextOf)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6309);

const text = zod__WEBPACK_IMPORTED_MODULE_0__/* .union */ .KCZ([zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(), zod__WEBPACK_IMPORTED_MODULE_0__/* .number */ .aig().transform(String)])
    .nullish()
    .catch(null);
const body = zod__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({
    error_code: text,
    error_msg: text,
    error_message: text,
    request_id: text,
    errCode: text,
    externalMessage: text,
    error: zod__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({ code: text, message: text, title: text }).nullish().catch(null),
});
const PAGE_TITLE = /<title[^<>]{0,200}>([^<]+)/i;
const LONGEST_PAGE_CHARACTERS = 64 * 1024;
const LONGEST_PLAIN_TEXT_CHARACTERS = 500;
function errorInJson(json) {
    const said = body.safeParse(json).data;
    const requestId = blankToNull(said?.request_id);
    const serviceCode = blankToNull(said?.error_code);
    const serviceMessage = blankToNull(said?.error_msg);
    const formats = [
        {
            code: serviceCode,
            message: serviceMessage ?? (serviceCode === null ? null : blankToNull(said?.error_message)),
        },
        { code: blankToNull(said?.errCode), message: blankToNull(said?.externalMessage) },
        {
            code: blankToNull(said?.error?.code),
            message: blankToNull(said?.error?.message) ?? blankToNull(said?.error?.title),
        },
    ];
    const found = formats.find(({ code, message }) => code !== null || message !== null);
    return found === undefined ? null : { ...found, requestId, advice: null };
}
function plainTextOf(body) {
    const page = firstWords(body, LONGEST_PAGE_CHARACTERS);
    const title = firstWords(PAGE_TITLE.exec(page)?.[1] ?? '', LONGEST_PLAIN_TEXT_CHARACTERS);
    if (title !== '')
        return `a web page titled "${title}"`;
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
/* harmony export */   Zw: () => (/* binding */ problemOf),
/* harmony export */   dW: () => (/* binding */ ApiFault)
/* harmony export */ });
/* unused harmony export FAULT_KINDS */
const FAULT_KINDS = (/* unused pure expression or super */ null && ([
    'transient',
    'authentication-failed',
    'permission-denied',
    'not-found',
    'start-refused',
    'service-error',
]));
class ApiFault extends Error {
    name = 'ApiFault';
    kind;
    advice;
    code;
    httpStatus;
    requestId;
    nothingStarted;
    understood;
    invalidResponse;
    throttled;
    retryAt;
    final;
    constructor(facts, cause) {
        super(facts.message, cause === undefined ? undefined : { cause });
        this.kind = facts.kind;
        this.advice = facts.advice ?? null;
        this.code = facts.code ?? null;
        this.httpStatus = facts.httpStatus ?? null;
        this.requestId = facts.requestId ?? null;
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
        const { kind, message, advice, code, httpStatus, requestId } = this;
        const { nothingStarted, understood, invalidResponse, throttled, retryAt, final } = this;
        return {
            kind,
            message,
            advice,
            code,
            httpStatus,
            requestId,
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

/***/ 1356:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   K8: () => (/* binding */ Hosts),
/* harmony export */   xr: () => (/* binding */ Host)
/* harmony export */ });
/* unused harmony export REQUESTS_IN_FLIGHT_PER_HOST */
/* harmony import */ var _actions_http_client__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8564);
/* harmony import */ var _http_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2771);
/* harmony import */ var _retry_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9305);



const REQUESTS_IN_FLIGHT_PER_HOST = 4;
const TIMEOUTS = {
    untilFirstAnswerMs: _retry_js__WEBPACK_IMPORTED_MODULE_2__/* .FIRST_ANSWER_TIMEOUT_MS */ .fp,
    afterwardsMs: _retry_js__WEBPACK_IMPORTED_MODULE_2__/* .REQUEST_TIMEOUT_MS */ .j2,
};
class Host {
    #answered = false;
    #failuresBeforeFirstAnswer = 0;
    #lastFailure = '';
    #lastWasInvalid = false;
    #inFlight = 0;
    #throttlesInRow = 0;
    #waiting = [];
    #throttledUntil = 0;
    #agents;
    #timeouts;
    constructor(origin, userAgent, timeouts = TIMEOUTS) {
        this.#timeouts = timeouts;
        const reads = new _actions_http_client__WEBPACK_IMPORTED_MODULE_0__/* .HttpClient */ .Qq(userAgent, [], { keepAlive: true });
        const starts = new _actions_http_client__WEBPACK_IMPORTED_MODULE_0__/* .HttpClient */ .Qq(userAgent, [], { keepAlive: false });
        this.#agents = new Map([
            ['read', () => reads.getAgent(origin)],
            ['start', () => starts.getAgent(origin)],
        ]);
    }
    agent(operation) {
        const make = this.#agents.get(operation);
        if (make === undefined)
            throw new Error(`No agent for ${operation}`);
        try {
            return make();
        }
        catch (error) {
            const what = 'the variable https_proxy or http_proxy holds no readable address';
            throw new _http_js__WEBPACK_IMPORTED_MODULE_1__/* .NetworkFault */ .H6(what, { nothingSent: true }, error);
        }
    }
    get throttledUntil() {
        return this.#throttledUntil;
    }
    get timeoutMs() {
        return this.#answered ? this.#timeouts.afterwardsMs : this.#timeouts.untilFirstAnswerMs;
    }
    noteAnswer(throttled) {
        this.#answered = true;
        this.#admit();
        if (!throttled)
            this.#throttlesInRow = 0;
    }
    throttle(until) {
        this.#throttledUntil = Math.max(this.#throttledUntil, until);
    }
    noteThrottled() {
        this.#throttlesInRow += 1;
        return this.#throttlesInRow;
    }
    noteFailure(message = '', invalidResponse = false) {
        if (this.#answered)
            return false;
        this.#failuresBeforeFirstAnswer += 1;
        this.#lastFailure = message;
        this.#lastWasInvalid = invalidResponse;
        return this.exhausted;
    }
    get lastFailure() {
        return this.#lastFailure;
    }
    get lastWasInvalid() {
        return this.#lastWasInvalid;
    }
    get exhausted() {
        return !this.#answered && this.#failuresBeforeFirstAnswer >= _retry_js__WEBPACK_IMPORTED_MODULE_2__/* .TRIES_BEFORE_FIRST_ANSWER */ .ms;
    }
    async inTurn(work) {
        await new Promise(go => {
            this.#waiting.push(go);
            this.#admit();
        });
        try {
            return await work();
        }
        finally {
            this.#inFlight -= 1;
            this.#admit();
        }
    }
    #admit() {
        const places = this.#answered ? REQUESTS_IN_FLIGHT_PER_HOST : 1;
        while (this.#inFlight < places) {
            const next = this.#waiting.shift();
            if (next === undefined)
                return;
            this.#inFlight += 1;
            next();
        }
    }
}
class Hosts {
    #byOrigin = new Map();
    #userAgent;
    #timeouts;
    constructor(userAgent, timeouts = TIMEOUTS) {
        this.#userAgent = userAgent;
        this.#timeouts = timeouts;
    }
    of(url) {
        const known = this.#byOrigin.get(url.origin);
        if (known !== undefined)
            return known;
        const host = new Host(url.origin, this.#userAgent, this.#timeouts);
        this.#byOrigin.set(url.origin, host);
        return host;
    }
}


/***/ }),

/***/ 2771:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

var node_https__WEBPACK_IMPORTED_MODULE_1___namespace_cache;
var node_http__WEBPACK_IMPORTED_MODULE_0___namespace_cache;
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   H6: () => (/* binding */ NetworkFault),
/* harmony export */   cv: () => (/* binding */ exchange)
/* harmony export */ });
/* unused harmony export LARGEST_ANSWER_BYTES */
/* harmony import */ var node_http__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7067);
/* harmony import */ var node_https__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4708);
/* harmony import */ var node_tls__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1692);
/* harmony import */ var node_util__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(7975);
/* harmony import */ var node_zlib__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(8522);





const LARGEST_ANSWER_BYTES = 16 * 1024 * 1024;
const STEP_ENDED = 'the step ended before the answer came';
class NetworkFault extends Error {
    name = 'NetworkFault';
    nothingSent;
    what;
    tooLarge;
    constructor(what, facts, cause) {
        super(what, { cause });
        this.what = what;
        this.nothingSent = facts.nothingSent;
        this.tooLarge = facts.tooLarge ?? false;
    }
}
async function exchange(request, options) {
    const connection = { made: false };
    if (options.signal.aborted)
        throw new NetworkFault(STEP_ENDED, { nothingSent: true });
    const timeout = AbortSignal.timeout(options.timeoutMs);
    const signal = AbortSignal.any([options.signal, timeout]);
    try {
        const message = await send(request, options.agent, signal, connection);
        const bytes = await readBody(message, signal);
        const body = await decode(bytes, message.headers['content-encoding']);
        return { status: message.statusCode ?? 0, headers: message.headers, body };
    }
    catch (error) {
        if (error instanceof NetworkFault)
            throw error;
        const nothingSent = !connection.made;
        if (options.signal.aborted)
            throw new NetworkFault(STEP_ENDED, { nothingSent }, error);
        if (timeout.aborted) {
            const seconds = Math.round(options.timeoutMs / 100) / 10;
            throw new NetworkFault(`no complete answer within ${seconds} s`, { nothingSent }, error);
        }
        throw new NetworkFault(inWords(error), { nothingSent }, error);
    }
}
function send(request, agent, signal, connection) {
    return new Promise((resolve, reject) => {
        const { request: open } = request.url.protocol === 'https:' ? /*#__PURE__*/ (node_https__WEBPACK_IMPORTED_MODULE_1___namespace_cache || (node_https__WEBPACK_IMPORTED_MODULE_1___namespace_cache = __webpack_require__.t(node_https__WEBPACK_IMPORTED_MODULE_1__, 2))) : /*#__PURE__*/ (node_http__WEBPACK_IMPORTED_MODULE_0___namespace_cache || (node_http__WEBPACK_IMPORTED_MODULE_0___namespace_cache = __webpack_require__.t(node_http__WEBPACK_IMPORTED_MODULE_0__, 2)));
        const length = request.body === null ? {} : { 'content-length': String(Buffer.byteLength(request.body)) };
        const headers = { ...request.headers, ...length };
        const sent = open(request.url, { method: request.method, headers, agent, signal }, resolve);
        sent.on('error', reject);
        sent.on('close', () => reject(new Error('the connection was closed without an answer')));
        signal.addEventListener('abort', () => reject(signal.reason), { once: true });
        sent.on('socket', socket => {
            const made = () => {
                connection.made = true;
            };
            if (sent.reusedSocket)
                made();
            else if (socket instanceof node_tls__WEBPACK_IMPORTED_MODULE_2__.TLSSocket)
                socket.once('secureConnect', made);
            else if (socket.connecting)
                socket.once('connect', made);
            else
                made();
        });
        sent.end(request.body ?? undefined);
    });
}
async function readBody(message, signal) {
    const stop = () => message.destroy(new Error('aborted'));
    signal.addEventListener('abort', stop, { once: true });
    try {
        const chunks = [];
        let size = 0;
        for await (const chunk of message) {
            const bytes = Buffer.from(chunk);
            size += bytes.length;
            if (size > LARGEST_ANSWER_BYTES)
                throw tooLarge();
            chunks.push(bytes);
        }
        return Buffer.concat(chunks);
    }
    finally {
        signal.removeEventListener('abort', stop);
        message.destroy();
    }
}
async function decode(bytes, encoding) {
    const limit = { maxOutputLength: LARGEST_ANSWER_BYTES };
    try {
        switch (encoding?.trim().toLowerCase()) {
            case 'gzip':
            case 'x-gzip':
                return (await (0,node_util__WEBPACK_IMPORTED_MODULE_3__.promisify)(node_zlib__WEBPACK_IMPORTED_MODULE_4__.gunzip)(bytes, limit)).toString('utf8');
            case 'deflate':
                return (await (0,node_util__WEBPACK_IMPORTED_MODULE_3__.promisify)(node_zlib__WEBPACK_IMPORTED_MODULE_4__.inflate)(bytes, limit)).toString('utf8');
            case 'br':
                return (await (0,node_util__WEBPACK_IMPORTED_MODULE_3__.promisify)(node_zlib__WEBPACK_IMPORTED_MODULE_4__.brotliDecompress)(bytes, limit)).toString('utf8');
            default:
                return bytes.toString('utf8');
        }
    }
    catch (error) {
        if (error instanceof Error && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE')
            throw tooLarge();
        return `(${encoding} that cannot be unpacked)`;
    }
}
function tooLarge() {
    const mebibytes = LARGEST_ANSWER_BYTES / 1024 / 1024;
    return new NetworkFault(`the answer is larger than ${mebibytes} MiB`, {
        nothingSent: false,
        tooLarge: true,
    });
}
const ADVICE_OF_NODE = /; if the root CA is installed locally.*/;
const PLAINER = {
    aborted: 'the connection was cut in the middle of the answer',
    'socket hang up': 'the connection was closed without an answer',
};
function inWords(error) {
    if (!(error instanceof Error))
        return 'the connection failed';
    const all = error instanceof AggregateError ? error.errors.map(messageOf).join('; ') : error.message;
    const text = PLAINER[all] ?? all.replaceAll(/\s+/g, ' ').replace(ADVICE_OF_NODE, '').trim();
    const code = 'code' in error && typeof error.code === 'string' ? error.code : null;
    return code === null || text.includes(code) ? text : `${text} (${code})`;
}
function messageOf(error) {
    return error instanceof Error ? error.message : String(error);
}


/***/ }),

/***/ 9305:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ku: () => (/* binding */ refusedStartDelay),
/* harmony export */   Lx: () => (/* binding */ PRE_READ_TRIES),
/* harmony export */   P8: () => (/* binding */ REFUSED_START_REPEATS),
/* harmony export */   a2: () => (/* binding */ retryDelay),
/* harmony export */   fp: () => (/* binding */ FIRST_ANSWER_TIMEOUT_MS),
/* harmony export */   j2: () => (/* binding */ REQUEST_TIMEOUT_MS),
/* harmony export */   ms: () => (/* binding */ TRIES_BEFORE_FIRST_ANSWER)
/* harmony export */ });
const TRIES_BEFORE_FIRST_ANSWER = 5;
const FIRST_ANSWER_TIMEOUT_MS = 15_000;
const REQUEST_TIMEOUT_MS = 60_000;
const PRE_READ_TRIES = 3;
const REFUSED_START_REPEATS = 5;
const FIRST_DELAY_MS = 1_000;
const LONGEST_DELAY_MS = 30_000;
function retryDelay(failures, random) {
    const step = Math.min(LONGEST_DELAY_MS, FIRST_DELAY_MS * 2 ** (failures - 1));
    return step * (0.5 + random() / 2);
}
function refusedStartDelay(repeat, random) {
    return retryDelay(repeat + 1, random);
}


/***/ }),

/***/ 1020:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $: () => (/* binding */ canonical),
/* harmony export */   R: () => (/* binding */ canonicalUnordered)
/* harmony export */ });
const LEVELS_COMPARED = 32;
function canonical(value, levelsLeft = LEVELS_COMPARED) {
    if (typeof value !== 'object' || value === null)
        return JSON.stringify(value ?? null);
    if (levelsLeft === 0)
        return '"…"';
    if (Array.isArray(value))
        return `[${value.map(part => canonical(part, levelsLeft - 1)).join()}]`;
    const fields = Object.entries(value).filter(([, field]) => field !== null && field !== undefined);
    const sorted = fields.sort(([a], [b]) => (a < b ? -1 : 1));
    return `{${sorted.map(([key, field]) => `${JSON.stringify(key)}:${canonical(field, levelsLeft - 1)}`).join()}}`;
}
function canonicalUnordered(list) {
    return `[${list
        .map(entry => canonical(entry))
        .sort()
        .join()}]`;
}


/***/ }),

/***/ 9553:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   E: () => (/* binding */ shapeFault),
/* harmony export */   T: () => (/* binding */ stateOfFault)
/* harmony export */ });
/* harmony import */ var _cloud_fault_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6639);

function stateOfFault(fault) {
    const problem = (0,_cloud_fault_js__WEBPACK_IMPORTED_MODULE_0__/* .problemOf */ .Zw)(fault);
    const again = fault.kind === 'transient' && !fault.final;
    const { retryAt, throttled } = fault;
    return again ? { kind: 'unread', problem, retryAt, throttled } : { kind: 'ended', problem };
}
function shapeFault(service, answer) {
    const { doing, what, httpStatus, requestId } = answer;
    const suffix = requestId === null ? '' : ` (request id ${requestId})`;
    return new _cloud_fault_js__WEBPACK_IMPORTED_MODULE_0__/* .ApiFault */ .dW({
        kind: 'transient',
        message: `Could not ${doing}: the answer of ${service} has ${what}${suffix}.`,
        advice: `Check that endpoint is ${service} itself; if so, report the request to the support of the service.`,
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
function numbered(ids) {
    const taken = new Set(ids);
    const next = new Map();
    return ids.map(id => {
        const first = next.get(id);
        if (first === undefined) {
            next.set(id, 2);
            return id;
        }
        let n = first;
        while (taken.has(`${id}#${n}`))
            n += 1;
        next.set(id, n + 1);
        return `${id}#${n}`;
    });
}


/***/ }),

/***/ 3215:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  omsService: () => (/* binding */ omsService)
});

// EXTERNAL MODULE: ./cloud/fault.js
var fault = __webpack_require__(6639);
// EXTERNAL MODULE: ./services/faults.js
var faults = __webpack_require__(9553);
// EXTERNAL MODULE: ./services/single-start.js
var single_start = __webpack_require__(1177);
// EXTERNAL MODULE: ./services/start.js
var services_start = __webpack_require__(4502);
// EXTERNAL MODULE: ./services/endpoint.js
var services_endpoint = __webpack_require__(413);
// EXTERNAL MODULE: ../node_modules/zod/v4/classic/schemas.js + 4 modules
var schemas = __webpack_require__(6309);
// EXTERNAL MODULE: ./cloud/error-body.js
var error_body = __webpack_require__(7790);
// EXTERNAL MODULE: ./cloud/error-table.js
var error_table = __webpack_require__(7860);
// EXTERNAL MODULE: ./services/text.js
var services_text = __webpack_require__(5015);
// EXTERNAL MODULE: ./services/wire.js
var wire = __webpack_require__(9949);
// EXTERNAL MODULE: ../node_modules/zod/v4/core/core.js
var core = __webpack_require__(4214);
// EXTERNAL MODULE: ./services/canonical.js
var canonical = __webpack_require__(1020);
;// CONCATENATED MODULE: ./services/oms/caseless.js


function caseless(shape) {
    return schemas/* record */.g1P(schemas/* string */.YjP(), schemas/* unknown */.L5J())
        .transform((object, context) => {
        const folded = new Map();
        for (const [key, value] of Object.entries(object)) {
            const name = key.toLowerCase();
            if (value === null)
                continue;
            if (folded.has(name) && (0,canonical/* canonical */.$)(folded.get(name)) !== (0,canonical/* canonical */.$)(value)) {
                context.addIssue({ code: 'custom', path: [key], message: 'given twice with different values' });
                return core/* NEVER */.tm;
            }
            folded.set(name, value);
        }
        return Object.fromEntries(folded);
    })
        .pipe(schemas/* looseObject */._H3(shape));
}
function bareOrOnly(schema) {
    return schemas/* preprocess */.vkY(value => (Array.isArray(value) && value.length === 1 ? value[0] : value), schema);
}

;// CONCATENATED MODULE: ./services/oms/envelope.js






const fields = {
    success: wire/* anything */.D8,
    code: wire/* anything */.D8,
    message: wire/* anything */.D8,
    advice: wire/* anything */.D8,
    requestid: wire/* anything */.D8,
    errordetail: wire/* anything */.D8,
    data: wire/* anything */.D8,
};
const anyEnvelope = caseless(fields);
const errorDetail = bareOrOnly(caseless({ code: wire/* anything */.D8, message: wire/* anything */.D8, proposal: wire/* anything */.D8 }));
const envelope = anyEnvelope
    .refine(body => (0,services_text/* booleanOf */.SF)(body.success) === true, { path: ['success'] })
    .transform((body) => ({ data: body.data ?? null, requestId: (0,services_text/* textOf */.b6)(body.requestid) }));
function errorInEnvelope(json) {
    const body = anyEnvelope.safeParse(json).data;
    if (body === undefined)
        return (0,error_body/* errorInJson */.i)(json);
    const success = (0,services_text/* booleanOf */.SF)(body.success);
    if (success === true)
        return null;
    const detail = errorDetail.safeParse(body.errordetail).data;
    const code = decisiveCode([(0,services_text/* textOf */.b6)(body.code), (0,services_text/* textOf */.b6)(detail?.code)]);
    const saysNothing = code === null && body.errordetail === undefined;
    if (success === null && saysNothing)
        return (0,error_body/* errorInJson */.i)(json);
    return {
        code,
        message: (0,services_text/* textOf */.b6)(detail?.message) ?? (0,services_text/* textOf */.b6)(body.message) ?? (0,services_text/* textOf */.b6)(detail ? null : body.errordetail),
        requestId: (0,services_text/* textOf */.b6)(body.requestid),
        advice: (0,services_text/* textOf */.b6)(detail?.proposal) ?? (0,services_text/* textOf */.b6)(body.advice),
    };
}
function decisiveCode(codes) {
    const given = codes.filter(code => code !== null).map(code => code.trim());
    const known = given.find(code => (0,error_table/* classify */.L8)({ operation: 'read', httpStatus: 200, code }) !== 'service-error');
    return known ?? given[0] ?? null;
}
const submittedId = bareOrOnly(schemas/* union */.KCZ([schemas/* string */.YjP(), caseless({ precheckid: schemas/* string */.YjP() }).transform(data => data.precheckid)])).pipe(schemas/* string */.YjP().trim().min(1));

;// CONCATENATED MODULE: ./services/oms/run.js




const itemFields = {
    name: wire/* anything */.D8,
    endpointtype: wire/* anything */.D8,
    role: wire/* anything */.D8,
    checktype: wire/* anything */.D8,
    status: wire/* anything */.D8,
    message: wire/* anything */.D8,
    errordetail: wire/* anything */.D8,
    skippable: wire/* anything */.D8,
    skipconsequence: wire/* anything */.D8,
    blackobjectsinfo: wire/* anything */.D8,
};
const NAMING_FIELDS = ['name', 'endpointtype', 'role', 'checktype', 'status'];
const item = caseless(itemFields).refine(entry => NAMING_FIELDS.some(field => entry[field] !== undefined));
const items = schemas/* preprocess */.vkY(value => {
    if (value === undefined)
        return [];
    if (typeof value !== 'object' || value === null || Array.isArray(value))
        return value;
    const values = Object.values(value);
    return values.every(one => typeof one === 'object' && one !== null) ? values.flat() : [value];
}, schemas/* array */.YOg(item));
const runData = bareOrOnly(caseless({
    precheckstatus: wire/* anything */.D8,
    projectstatus: wire/* anything */.D8,
    progress: wire/* anything */.D8,
    precheckresults: items.optional(),
})).transform((data, context) => {
    const status = (0,services_text/* wordOf */.aG)(data.precheckstatus ?? data.projectstatus);
    const progress = (0,wire/* percentOf */.pR)(data.progress);
    if (status === '')
        context.addIssue({ code: 'custom', path: ['preCheckStatus'], message: 'missing' });
    if (progress === undefined)
        context.addIssue({ code: 'custom', path: ['progress'], message: 'unreadable' });
    return { status, progress: progress ?? null, items: data.precheckresults ?? [] };
});

;// CONCATENATED MODULE: ./services/oms/api.js




async function submitPrecheck(access, taskId, body) {
    const doing = `start the OMS pre-check of ${taskId}`;
    return call(access, 'SubmitPreCheck', { operation: 'start', doing, body }, submittedId);
}
async function readPrecheck(access, taskId, precheckId) {
    const ofTask = taskId === precheckId ? '' : ` of ${taskId}`;
    const doing = `read the result of the OMS pre-check ${precheckId}${ofTask}`;
    const body = { id: precheckId };
    return call(access, 'GetPreCheckResult', { operation: 'read', isPoll: true, doing, body }, runData);
}
async function call({ connection, endpoint }, action, what, schema) {
    const { value, httpStatus, requestId } = await connection.call({
        ...what,
        method: 'POST',
        url: (0,services_endpoint/* urlBelow */.dX)(endpoint, `/api/v2?Action=${action}`),
        schema: envelope,
        errorIn: errorInEnvelope,
    });
    const data = schema.safeParse(value.data);
    if (data.success)
        return data.data;
    const place = ['data', ...(data.error.issues[0]?.path ?? [])].join('.');
    throw (0,faults/* shapeFault */.E)('OMS', {
        doing: what.doing,
        what: `an unknown shape at ${place}`,
        httpStatus,
        requestId: value.requestId ?? requestId,
    });
}

// EXTERNAL MODULE: ./cloud/hosts.js
var hosts = __webpack_require__(1356);
// EXTERNAL MODULE: ./cloud/http.js
var http = __webpack_require__(2771);
;// CONCATENATED MODULE: ./services/oms/health.js





const HEALTH_TIMEOUT_MS = 4_000;
async function askHealth(endpoint, signal, countRequest, transport = http/* exchange */.cv) {
    const url = new URL('/oms/health', endpoint.origin);
    const agent = new hosts/* Host */.xr(url.origin, '').agent('start');
    try {
        const request = { method: 'GET', url, headers: {}, body: null };
        countRequest();
        return findingOf(url, await transport(request, { agent, timeoutMs: HEALTH_TIMEOUT_MS, signal }));
    }
    catch (error) {
        if (!(error instanceof http/* NetworkFault */.H6))
            throw error;
        if (signal.aborted)
            return null;
        return `The health page ${url.href} gave no answer either (${error.what}), so look at the address and the network before the credentials.`;
    }
}
const health = caseless({ data: bareOrOnly(caseless({ healthy: wire/* anything */.D8 })) });
function findingOf(url, answer) {
    const healthy = (0,services_text/* booleanOf */.SF)(health.safeParse(parsed(answer.body)).data?.data.healthy);
    switch (healthy) {
        case true:
            return `The health page ${url.href} says that OMS is up, so address and network are right; look at credentials, path and proxies.`;
        case false:
            return `The health page ${url.href} says that OMS is not healthy: look at its components on the OMS host.`;
        case null:
            return `The health page ${url.href} is not OMS's (HTTP ${answer.status}): check host and port of endpoint (OMS listens on 8089 by default).`;
    }
}
function parsed(body) {
    try {
        return JSON.parse(body);
    }
    catch {
        return null;
    }
}

// EXTERNAL MODULE: ./services/oms/ids.js
var ids = __webpack_require__(5566);
;// CONCATENATED MODULE: ./services/oms/ending.js

function endingOf({ status, progress }, items) {
    switch (status) {
        case 'INIT':
        case 'PENDING':
        case 'RUNNING':
            return { kind: 'running' };
        case 'FINISHED': {
            const complete = progress === null || progress === 100;
            const open = items.some(item => item.status === 'pending');
            return complete && !open ? { kind: 'ended', overall: 'none' } : { kind: 'running' };
        }
        case 'FAILED':
            return { kind: 'ended', overall: 'run-failed' };
        case 'SKIPPED':
            return { kind: 'ended', overall: 'run-skipped' };
        default:
            return { kind: 'unknown' };
    }
}
const UNKNOWN_STATUS_PATIENCE_MS = 60_000;
function unknownAfter(before, run, now) {
    const content = (0,canonical/* canonical */.$)(run);
    return before?.content === content ? before : { content, since: now };
}

// EXTERNAL MODULE: ./services/item-ids.js
var item_ids = __webpack_require__(1832);
;// CONCATENATED MODULE: ./services/oms/items.js



const STATUS = new Map([
    ['PASSED', 'passed'],
    ['WARNING', 'warning'],
    ['WARN', 'warning'],
    ['ALARM', 'warning'],
    ['SKIPPED', 'skipped'],
    ['FAILED', 'failed'],
    ['INIT', 'pending'],
    ['PENDING', 'pending'],
    ['RUNNING', 'pending'],
    ['', 'pending'],
]);
const ABSENT = '-';
function checkItemsOf(items) {
    const ids = (0,item_ids/* numbered */.j)(items.map(item => [item.endpointtype, item.role, item.checktype].map(partOf).join('/')));
    return items.map((item, index) => checkItemOf(item, ids[index] ?? ABSENT));
}
function checkItemOf(item, id) {
    return {
        id,
        topic: partOf(item.checktype),
        name: (0,services_text/* textOf */.b6)(item.name),
        group: null,
        status: STATUS.get((0,services_text/* wordOf */.aG)(item.status)) ?? 'unknown',
        rawStatus: (0,services_text/* textOf */.b6)(item.status),
        reason: (0,services_text/* textOf */.b6)(item.message),
        detail: (0,services_text/* textOf */.b6)(item.errordetail),
        suggestion: null,
        subJobs: [],
        skippable: (0,services_text/* booleanOf */.SF)(item.skippable),
        skipConsequence: (0,services_text/* textOf */.b6)(item.skipconsequence),
        blackObjects: blackObjectsOf(item.blackobjectsinfo),
    };
}
function partOf(value) {
    return (0,services_text/* textOf */.b6)(value)?.trim() ?? ABSENT;
}
const parsedJson = schemas/* custom */.IeY(value => value !== undefined);
function blackObjectsOf(value) {
    const objects = parsedJson.safeParse(value).data ?? null;
    if (typeof objects === 'string')
        return (0,services_text/* textOf */.b6)(objects);
    const empty = typeof objects === 'object' && objects !== null && Object.keys(objects).length === 0;
    return empty ? null : objects;
}

;// CONCATENATED MODULE: ./services/oms/reading.js


function readingOf({ task, precheckId, mode }, run, before, now) {
    const items = checkItemsOf(run.items);
    const ending = endingOf(run, items);
    const overall = ending.kind === 'ended' ? ending.overall : 'none';
    const picture = { precheckId, progress: run.progress, overall, items };
    const unknown = ending.kind === 'unknown' ? unknownAfter(before, run, now) : null;
    return { reading: { task, picture, state: stateOf() }, unknown };
    function stateOf() {
        switch (ending.kind) {
            case 'running':
                return { kind: 'running', settling: false };
            case 'ended':
                return { kind: 'finished', freshness: mode === 'run' ? 'new' : 'as-found' };
            case 'unknown': {
                const problem = unknownStatus(task, precheckId, run.status);
                const isOver = now - (unknown?.since ?? now) >= UNKNOWN_STATUS_PATIENCE_MS;
                return isOver
                    ? { kind: 'ended', problem }
                    : { kind: 'unread', problem, retryAt: null, throttled: false };
            }
        }
    }
}
function unknownStatus(task, precheckId, status) {
    const ofTask = task.id === precheckId ? '' : ` of ${task.id}`;
    return {
        reason: 'unknown-status',
        code: null,
        message: `The OMS pre-check ${precheckId}${ofTask} has the status ${status}, which OMS documents nowhere, so it counts as neither finished nor passed.`,
        httpStatus: null,
        requestId: null,
        advice: 'Look at the pre-check in the OMS console. If the status is regular there, report the word to the maintainers of this action.',
    };
}

;// CONCATENATED MODULE: ./services/oms/oms.js








function omsService(access, request, ports) {
    return new OmsService(access, request, ports);
}
class OmsService {
    batchSize = 1;
    #access;
    #request;
    #ports;
    #explained;
    #known = new Map();
    constructor(access, request, ports) {
        this.#access = access;
        this.#request = request;
        this.#ports = ports;
        this.#explained = explainer(access, ports);
    }
    async start(tasks) {
        return Promise.all(tasks.map(task => this.#begin(task)));
    }
    async read(tasks) {
        return Promise.all(tasks.map(task => this.#read(task)));
    }
    async #begin(task) {
        const request = this.#request;
        if (request.mode === 'query')
            return this.#started(task, task.id);
        const submit = () => submitPrecheck(this.#access, task.id, request.bodyOf(task));
        const start = (0,single_start/* singleStart */.p)(task, submit, this.#ports);
        return this.#startedOf(task, start, await start.begin());
    }
    async #startedOf(task, start, state) {
        switch (state.kind) {
            case 'starting':
                return (0,services_start/* stillStarting */.zP)(task, state, async () => this.#startedOf(task, start, await start.again()));
            case 'ended':
                return { kind: 'ended', task, problem: await this.#notStarted(task, state) };
            case 'started':
                return this.#started(task, state.value);
        }
    }
    #started(task, precheckId) {
        this.#known.set(task.id, { precheckId, unknown: null });
        return { kind: 'started', task, precheckId };
    }
    async #read(task) {
        const known = this.#known.get(task.id);
        if (known === undefined)
            throw new Error(`The OMS task ${task.id} is read before it is started`);
        const { precheckId, unknown } = known;
        try {
            const run = await readPrecheck(this.#access, task.id, precheckId);
            const seen = readingOf({ task, precheckId, mode: this.#request.mode }, run, unknown, this.#ports.clock.now());
            this.#known.set(task.id, { precheckId, unknown: seen.unknown });
            return seen.reading;
        }
        catch (error) {
            if (!(error instanceof fault/* ApiFault */.dW))
                throw error;
            const isLast = (0,faults/* stateOfFault */.T)(error).kind === 'ended';
            return { task, picture: null, state: (0,faults/* stateOfFault */.T)(isLast ? await this.#advised(task, error) : error) };
        }
    }
    async #notStarted(task, { fault }) {
        const advised = fault === null ? null : await this.#advised(task, fault);
        return (0,services_start/* notStartedOrLost */.AP)(`the OMS pre-check of ${task.id}`, advised);
    }
    async #advised(task, fault) {
        const explained = await this.#explained(fault);
        const request = this.#request;
        const isKnownById = request.mode === 'query' || request.bodyOf(task)['projectId'] === task.id;
        return isKnownById ? (0,ids/* withIdAdvice */.W)(explained, task.id, request.mode) : explained;
    }
}
function explainer({ endpoint }, { deadline, countRequest, transport }) {
    let finding = null;
    return async (fault) => {
        if (fault.understood || deadline.signal.aborted)
            return fault;
        finding ??= askHealth(endpoint, deadline.signal, countRequest, transport);
        const text = await finding;
        return text === null ? fault : fault.with({ message: `${fault.message} ${text}` });
    };
}


/***/ }),

/***/ 1177:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   p: () => (/* binding */ singleStart)
/* harmony export */ });
/* harmony import */ var _cloud_fault_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6639);
/* harmony import */ var _start_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4502);


function singleStart(task, attempt, ports) {
    let state = { kind: 'ended', fault: null };
    const starts = new _start_js__WEBPACK_IMPORTED_MODULE_1__/* .Starts */ .u8([task], {
        ...ports,
        send: async () => [await outcomeOf(attempt)],
        note(_task, outcome, nextTryAt) {
            if (outcome.kind === 'started')
                state = outcome;
            else if (nextTryAt === null)
                state = { kind: 'ended', fault: outcome.fault };
            else
                state = { kind: 'starting', fault: outcome.fault, nextTryAt };
        },
    });
    return {
        async begin() {
            if (!ports.deadline.signal.aborted)
                await starts.attempt();
            return state;
        },
        async again() {
            await starts.again();
            return state;
        },
    };
}
async function outcomeOf(attempt) {
    try {
        return { kind: 'started', value: await attempt() };
    }
    catch (error) {
        if (error instanceof _cloud_fault_js__WEBPACK_IMPORTED_MODULE_0__/* .ApiFault */ .dW)
            return { kind: 'fault', fault: error };
        throw error;
    }
}


/***/ }),

/***/ 4502:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   AP: () => (/* binding */ notStartedOrLost),
/* harmony export */   DY: () => (/* binding */ notStarted),
/* harmony export */   NG: () => (/* binding */ mayHaveStarted),
/* harmony export */   u8: () => (/* binding */ Starts),
/* harmony export */   zP: () => (/* binding */ stillStarting)
/* harmony export */ });
/* harmony import */ var _cloud_error_table_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7860);
/* harmony import */ var _cloud_fault_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6639);
/* harmony import */ var _cloud_retry_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9305);



function mayHaveStarted(fault) {
    return fault.kind === 'transient' && !fault.nothingStarted && !(0,_cloud_error_table_js__WEBPACK_IMPORTED_MODULE_0__/* .isTryAgainCode */ .rW)(fault.code);
}
function notStarted(what, fault) {
    if (fault !== null)
        return (0,_cloud_fault_js__WEBPACK_IMPORTED_MODULE_1__/* .problemOf */ .Zw)(fault);
    return {
        reason: 'timed-out',
        code: null,
        message: `Could not start ${what}: the step ended before.`,
        httpStatus: null,
        requestId: null,
        advice: 'Raise timeout-minutes.',
    };
}
function notStartedOrLost(what, fault) {
    const problem = notStarted(what, fault);
    if (fault === null || !mayHaveStarted(fault))
        return problem;
    const advice = 'Without its id it cannot be read, and a second start could run beside it: wait until it can have ended, then run the gate again.';
    return {
        ...problem,
        message: `${problem.message} A pre-check may be running.`,
        advice: [advice, problem.advice].filter(text => text !== null).join(' '),
    };
}
function stillStarting(task, { fault, nextTryAt }, next) {
    return { kind: 'starting', task, problem: (0,_cloud_fault_js__WEBPACK_IMPORTED_MODULE_1__/* .problemOf */ .Zw)(fault), throttled: fault.throttled, nextTryAt, next };
}
class Starts {
    #ports;
    #open;
    #nextTryAt = Number.NEGATIVE_INFINITY;
    #next = null;
    #refusals = 0;
    #failures = 0;
    constructor(tasks, ports) {
        this.#open = tasks;
        this.#ports = ports;
    }
    async attempt() {
        const { clock, send } = this.#ports;
        const tasks = this.#open;
        if (tasks.length === 0)
            return;
        const outcomes = await send(tasks);
        const faults = outcomes.map(faultOf).filter(fault => fault !== null);
        const refused = faults.some(fault => (0,_cloud_error_table_js__WEBPACK_IMPORTED_MODULE_0__/* .isTryAgainCode */ .rW)(fault.code));
        if (refused)
            this.#refusals += 1;
        else
            this.#failures += 1;
        const repeatable = faults.filter(fault => this.#isRepeated(fault));
        this.#nextTryAt = clock.now() + this.#delay(refused, repeatable);
        this.#open = tasks.filter((task, index) => {
            const outcome = outcomes[index];
            if (outcome === undefined)
                return false;
            const fault = faultOf(outcome);
            const again = fault !== null && this.#isRepeated(fault);
            this.#ports.note(task, outcome, again ? this.#nextTryAt : null);
            return again;
        });
    }
    again() {
        this.#next ??= this.#tryAgain().finally(() => {
            this.#next = null;
        });
        return this.#next;
    }
    async #tryAgain() {
        const { clock, deadline } = this.#ports;
        await clock.sleep(this.#nextTryAt - clock.now(), deadline.signal);
        if (!deadline.signal.aborted)
            await this.attempt();
    }
    #isRepeated(fault) {
        if (fault.final || fault.kind !== 'transient')
            return false;
        return (0,_cloud_error_table_js__WEBPACK_IMPORTED_MODULE_0__/* .isTryAgainCode */ .rW)(fault.code) ? this.#refusals <= _cloud_retry_js__WEBPACK_IMPORTED_MODULE_2__/* .REFUSED_START_REPEATS */ .P8 : fault.nothingStarted;
    }
    #delay(refused, faults) {
        const { clock, random } = this.#ports;
        const told = Math.max(0, ...faults.map(fault => (fault.retryAt ?? 0) - clock.now()));
        if (told > 0)
            return told;
        return refused ? (0,_cloud_retry_js__WEBPACK_IMPORTED_MODULE_2__/* .refusedStartDelay */ .Ku)(this.#refusals, random) : (0,_cloud_retry_js__WEBPACK_IMPORTED_MODULE_2__/* .retryDelay */ .a2)(this.#failures, random);
    }
}
function faultOf(outcome) {
    return outcome.kind === 'fault' ? outcome.fault : null;
}


/***/ }),

/***/ 9949:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   D8: () => (/* binding */ anything),
/* harmony export */   Dj: () => (/* binding */ absentIsEmpty),
/* harmony export */   pR: () => (/* binding */ percentOf)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6309);

const anything = zod__WEBPACK_IMPORTED_MODULE_0__/* .unknown */ .L5J().optional();
function absentIsEmpty(element) {
    return zod__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(element)
        .nullish()
        .transform(list => list ?? []);
}
const PERCENT = /^(\d{1,3}(?:\.\d+)?)\s*%?$/;
function percentOf(value) {
    if (value === undefined || value === null)
        return null;
    if (typeof value !== 'number' && typeof value !== 'string')
        return undefined;
    const text = String(value).trim();
    if (text === '')
        return null;
    const number = Number(PERCENT.exec(text)?.[1] ?? Number.NaN);
    return number <= 100 ? number : undefined;
}


/***/ })

};
