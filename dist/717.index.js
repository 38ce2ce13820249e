export const id = 717;
export const ids = [717];
export const modules = {

/***/ 1407:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B0: () => (/* binding */ networkAdvice),
/* harmony export */   cp: () => (/* binding */ adviceFor),
/* harmony export */   pj: () => (/* binding */ addressAdvice),
/* harmony export */   s8: () => (/* binding */ isWrongAddress)
/* harmony export */ });
/* harmony import */ var _error_table_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7860);

const BY_CODE = {
    'DRS.M00304': 'The task is in a status that allows no pre-check. With precheck-mode forStartJob the task must be in CONFIGURATION, its connections tested and its settings saved; for a failed or incremental task use forRetryJob.',
    'DRS.M01503': 'DRS takes pre-checks of one task only so often: run the gate again in some minutes.',
    'DRS.M01504': 'Another operation runs on the task: wait until it has ended, then run the gate again.',
    'DRS.M05003': 'Check the task id and that project-id and region are those of the task.',
    'DRS.M05004': 'The task was deleted or its resources were released: create it anew and update job-ids.',
    'DRS.M00289': 'Check the task id and that project-id and region are those of the task.',
    'DRS.M00307': 'DRS wants the ids of the subtasks here, not the parent task.',
    'DRS.M00308': 'DRS wants the id of the parent task here, not a subtask.',
    'DRS.M00261': 'The project id does not belong to this account or region: check project-id and region.',
    'DBS.280001': 'DDM does not take the parameters: compare instance-id, database and request with the instance.',
    'DBS.300129': 'The schema does not exist on this DDM instance: check database and instance-id.',
    'DBS.300130': 'The schema must be in status RUNNING: wait for the operation on it, or repair it.',
    'DBS.300133': 'A data node is busy with the scaling of a schema: wait until that has ended.',
    'DBS.300323': 'A data node (RDS instance) is not available: bring it into a regular state first.',
    'DBS.300333': 'Set one time zone on all data nodes, old and new.',
    'DBS.300334': 'Set one sql_mode on all data nodes, old and new.',
    'DBS.300356': 'DDM cannot connect to a data node: check id, user and password in request, and the security group of the node.',
    'DBS.300357': 'DDM cannot log in to a data node: check user and password in request.',
    'DBS.300358': 'Data of an earlier change has not been cleared: clear the source data of that change first.',
    'DBS.300360': 'This DDM instance does not support the operation: shard configuration needs kernel 3.0.8.3.',
    'DBS.300362': 'The change is none that DDM can make: the number of shards or of data nodes must grow, to 64 shards at most.',
    'DBS.300364': 'A data node has too little disk space: enlarge it.',
    'DBS.300368': 'Set one lower_case_table_names on all data nodes, old and new.',
    'DBS.300400': 'DDM does not know this pre-check (any more): start a new one with mode run.',
    'DBS.300408': 'DDM cannot reach a data node: check that both are in one VPC and what the security groups allow.',
    PARAM_ERROR: 'OMS does not take the parameters: compare job-ids and request with the project in OMS.',
    INNER_ERROR: 'OMS failed inside: run the gate again; the cause stands in its log (ghana/Ghana/common-error.log on the OMS host).',
    'GHANA-OPERIE000000': 'OMS failed inside, or is still creating an instance of the project: run the gate again in ten minutes.',
};
const BY_KIND = {
    transient: 'The service could not answer. Run the gate again; if it stays so, give the request id to support.',
    'permission-denied': 'Grant this identity the rights that the service needs, in the project of the task (for DRS drs:migrationJob:action and drs:migrationJob:get; the documentation on credentials has the others).',
    'not-found': 'Check the ids, the region and the project of this target.',
    'start-refused': 'Correct what the service names, then run the gate again.',
    'service-error': 'Correct what the service names; if nothing is wrong there, give the request id to support.',
};
function addressAdvice(input, url) {
    return `There is no such API at ${url.origin}${url.pathname}: check ${input}. It is a base URL, without the path of an API such as /v3 or /api/v2; at this host that would be ${url.origin}.`;
}
function isWrongAddress({ kind, code, understood }) {
    return (0,_error_table_js__WEBPACK_IMPORTED_MODULE_0__/* .isUnknownApiCode */ .ml)(code) || (kind === 'not-found' && !understood);
}
function adviceFor(kind, code, redirect) {
    if (redirect !== null)
        return 'Set endpoint to the address of the service itself.';
    return (code === null ? undefined : BY_CODE[code.trim().toUpperCase()]) ?? BY_KIND[kind];
}
const CERTIFICATE = /certificate|self[- ]signed|CERT_|UNABLE_TO_|SSL|TLS|ALTNAME/i;
function networkAdvice(what, host) {
    if (/ENOTFOUND|EAI_AGAIN/.test(what))
        return `The name ${host} is not known here: check endpoint and region, and the DNS of the runner.`;
    if (/wrong version number|before secure TLS/i.test(what))
        return `${host} does not seem to speak TLS: check whether endpoint should begin with http:// or name another port.`;
    if (/CERT_HAS_EXPIRED/.test(what))
        return `The certificate of ${host} has expired: have it renewed.`;
    if (/ALTNAME/.test(what))
        return `The certificate of ${host} is for another name: use the name it was made for in endpoint.`;
    if (CERTIFICATE.test(what)) {
        return `If ${host} uses a private certificate authority, give its certificate in ca-certificate (PEM text or path).`;
    }
    return `Check endpoint, and that this runner can reach ${host} (firewall, proxy variables, private network).`;
}


/***/ }),

/***/ 3792:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  JN: () => (/* binding */ readAnswer),
  $r: () => (/* binding */ refusalFault),
  S2: () => (/* binding */ waitToldBy)
});

// EXTERNAL MODULE: ./cloud/advice.js
var cloud_advice = __webpack_require__(1407);
// EXTERNAL MODULE: ./cloud/error-body.js
var error_body = __webpack_require__(7790);
// EXTERNAL MODULE: ./cloud/error-table.js
var error_table = __webpack_require__(7860);
// EXTERNAL MODULE: ./cloud/fault.js
var fault = __webpack_require__(6639);
;// CONCATENATED MODULE: ./cloud/told-wait.js
const UNIT_MS = {
    second: 1_000,
    minute: 60_000,
    hour: 3_600_000,
    day: 86_400_000,
};
const WINDOW = /(?:\btime:\s*|\b\d+\/)(\d{1,6})\s*(second|minute|hour|day)/i;
const SECONDS = /^\d+(\.\d+)?$/;
const HTTP_DATE = /^[A-Z][a-z]+, \d\d[ -][A-Z][a-z]{2}[ -]\d{2,4} \d\d:\d\d:\d\d GMT$/;
function toldWait(retryAfter, text, date) {
    const waits = [waitOfHeader(retryAfter?.trim() ?? '', date), waitOfText(text)];
    return waits.find(wait => wait !== null && wait > 0) ?? null;
}
function waitOfHeader(value, date) {
    if (SECONDS.test(value))
        return Number(value) * 1_000;
    return HTTP_DATE.test(value) ? Date.parse(value) - date.getTime() : null;
}
function waitOfText(text) {
    const [, count, name] = WINDOW.exec(text) ?? [];
    const unit = UNIT_MS[name?.toLowerCase() ?? ''];
    return unit === undefined ? null : Number(count) * unit;
}

;// CONCATENATED MODULE: ./cloud/answer.js





const CLOCK_TOLERANCE_MS = 15 * 60_000;
const THROTTLED_ADVICE = 'Run fewer gates at the same time, or raise timeout-minutes.';
function readAnswer(call, answer, signedAt) {
    const json = parseJson(answer.body);
    const error = json === undefined ? null : call.errorIn(json);
    const requestId = error?.requestId ?? headerOf(answer, 'x-request-id');
    const succeeded = answer.status >= 200 && answer.status < 300;
    if (!succeeded || error !== null)
        throw errorFault(call, answer, error, requestId, json, signedAt);
    const parsed = call.schema.safeParse(json);
    if (parsed.success) {
        const { status: httpStatus, headers } = answer;
        return { value: parsed.data, httpStatus, requestId, headers };
    }
    const wrong = json === undefined ? notJson(answer) : shapeFault(parsed.error);
    throw new fault/* ApiFault */.dW({
        kind: 'transient',
        message: `Could not ${call.doing}: HTTP ${answer.status}, but ${wrong}${suffix(requestId)}.`,
        advice: 'Check that the endpoint is the service itself and not a login page or a proxy.',
        httpStatus: answer.status,
        requestId,
        invalidResponse: true,
    });
}
function errorFault(call, answer, error, requestId, json, signedAt) {
    const message = error === null ? (0,error_body/* plainTextOf */.n)(rewritten(json) ?? answer.body) : error.message;
    const fault = refusalFault({
        operation: call.operation,
        doing: call.doing,
        httpStatus: answer.status,
        redirect: redirectTarget(answer, call.url),
        error: { code: error?.code ?? null, message, requestId, advice: error?.advice ?? null },
    });
    const throttled = (0,error_table/* isThrottled */.B5)(answer.status, fault.code);
    const clock = fault.kind === 'authentication-failed' ? clockAdvice(answer, signedAt) : null;
    const told = fault.with({ throttled, nothingStarted: throttled, understood: error !== null });
    const own = (0,cloud_advice/* isWrongAddress */.s8)(told) ? (0,cloud_advice/* addressAdvice */.pj)(call.addressInput ?? 'endpoint', call.url) : fault.advice;
    const advice = throttled && fault.kind === 'transient' ? THROTTLED_ADVICE : (clock ?? own);
    return told.with({ advice });
}
function refusalFault({ operation, doing, httpStatus, error, redirect = null }) {
    const { code, message, requestId } = error;
    const kind = (0,error_table/* classify */.L8)({ operation, httpStatus, code });
    const text = message === null ? null : `"${message}"`;
    const said = [
        `HTTP ${httpStatus}`,
        code,
        redirect === null ? text : `a redirect to ${redirect}, which is not followed`,
    ].filter(part => part !== null);
    const advice = error.advice ?? (kind === 'authentication-failed' ? null : (0,cloud_advice/* adviceFor */.cp)(kind, code, redirect));
    return new fault/* ApiFault */.dW({
        kind,
        message: `Could not ${doing}: ${said.join(', ')}${suffix(requestId)}.`,
        advice,
        code,
        httpStatus,
        requestId,
        understood: true,
    });
}
function waitToldBy(answer, fault, date) {
    return fault.throttled
        ? toldWait(headerOf(answer, 'retry-after'), fault.message, dateOf(answer) ?? date)
        : null;
}
function parseJson(body) {
    try {
        return JSON.parse(body);
    }
    catch {
        return undefined;
    }
}
function rewritten(json) {
    try {
        return JSON.stringify(json) ?? null;
    }
    catch {
        return null;
    }
}
function notJson(answer) {
    if (answer.body.trim() === '')
        return 'the answer is empty';
    return `the answer is not JSON: ${(0,error_body/* plainTextOf */.n)(answer.body) ?? 'one long word'}`;
}
function shapeFault(error) {
    const issue = error.issues[0];
    const place = issue === undefined || issue.path.length === 0 ? 'the answer' : issue.path.join('.');
    return `the answer has an unknown shape at ${place}`;
}
function redirectTarget(answer, from) {
    if (answer.status < 300 || answer.status > 399)
        return null;
    const location = headerOf(answer, 'location');
    if (location === null)
        return 'an unnamed place';
    const host = URL.canParse(location, from.href) ? new URL(location, from).host : '';
    return host === '' ? 'an unreadable address' : host;
}
function clockAdvice(answer, signedAt) {
    const theirs = dateOf(answer);
    if (signedAt === null || theirs === null)
        return null;
    const offMs = signedAt.getTime() - theirs.getTime();
    if (Math.abs(offMs) <= CLOCK_TOLERANCE_MS)
        return null;
    const minutes = Math.round(Math.abs(offMs) / 60_000);
    return `This machine's clock is ${minutes} minutes ${offMs > 0 ? 'ahead of' : 'behind'} the service's; signatures hold for 15 minutes only. Set the runner's clock (NTP).`;
}
function dateOf(answer) {
    const time = Date.parse(headerOf(answer, 'date') ?? '');
    return Number.isNaN(time) ? null : new Date(time);
}
function headerOf(answer, name) {
    const value = answer.headers[name];
    return typeof value === 'string' && value !== '' ? value : null;
}
function suffix(requestId) {
    return requestId === null ? '' : ` (request id ${requestId})`;
}


/***/ }),

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

/***/ 9305:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Lx: () => (/* binding */ PRE_READ_TRIES),
/* harmony export */   a2: () => (/* binding */ retryDelay),
/* harmony export */   fp: () => (/* binding */ FIRST_ANSWER_TIMEOUT_MS),
/* harmony export */   j2: () => (/* binding */ REQUEST_TIMEOUT_MS),
/* harmony export */   ms: () => (/* binding */ TRIES_BEFORE_FIRST_ANSWER)
/* harmony export */ });
/* unused harmony exports REFUSED_START_REPEATS, refusedStartDelay */
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

/***/ 4717:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  drsService: () => (/* binding */ drsService)
});

// EXTERNAL MODULE: ./cloud/fault.js
var fault = __webpack_require__(6639);
// EXTERNAL MODULE: ./services/start.js
var start = __webpack_require__(4502);
// EXTERNAL MODULE: ./services/text.js
var services_text = __webpack_require__(5015);
// EXTERNAL MODULE: ./services/wire.js
var wire = __webpack_require__(9949);
// EXTERNAL MODULE: ./cloud/answer.js + 1 modules
var answer = __webpack_require__(3792);
// EXTERNAL MODULE: ./cloud/error-body.js
var error_body = __webpack_require__(7790);
// EXTERNAL MODULE: ./cloud/error-table.js
var error_table = __webpack_require__(7860);
// EXTERNAL MODULE: ./services/endpoint.js
var endpoint = __webpack_require__(413);
// EXTERNAL MODULE: ./services/faults.js
var faults = __webpack_require__(9553);
// EXTERNAL MODULE: ../node_modules/zod/v4/classic/schemas.js + 4 modules
var schemas = __webpack_require__(6309);
;// CONCATENATED MODULE: ./services/drs/wire.js


const id = schemas/* string */.YjP().nullish();
const idOrNone = id.catch(null);
const item = schemas/* looseObject */._H3({
    item: schemas/* string */.YjP().nullish(),
    result: wire/* anything */.D8,
    failed_reason: wire/* anything */.D8,
    data: wire/* anything */.D8,
    raw_error_msg: wire/* anything */.D8,
    group: wire/* anything */.D8,
    is_skipped: wire/* anything */.D8,
    failed_sub_jobs: (0,wire/* absentIsEmpty */.Dj)(schemas/* looseObject */._H3({ id: wire/* anything */.D8, name: wire/* anything */.D8, check_result: wire/* anything */.D8, status: wire/* anything */.D8 })),
});
const resultEntry = schemas/* looseObject */._H3({
    precheck_id: id,
    result: wire/* anything */.D8,
    process: wire/* anything */.D8,
    total_passed_rate: wire/* anything */.D8,
    error_code: wire/* anything */.D8,
    error_msg: wire/* anything */.D8,
    precheck_result: (0,wire/* absentIsEmpty */.Dj)(item),
});
const resultAnswer = schemas/* looseObject */._H3({
    results: (0,wire/* absentIsEmpty */.Dj)(schemas/* looseObject */._H3({ precheck_id: wire/* anything */.D8 })),
});
const startAnswer = schemas/* looseObject */._H3({
    results: (0,wire/* absentIsEmpty */.Dj)(schemas/* looseObject */._H3({
        id: idOrNone,
        precheck_id: idOrNone,
        status: wire/* anything */.D8,
        error_code: wire/* anything */.D8,
        error_msg: wire/* anything */.D8,
    })),
});
const entryErrors = schemas/* looseObject */._H3({
    results: (0,wire/* absentIsEmpty */.Dj)(schemas/* looseObject */._H3({ error_code: wire/* anything */.D8, error_msg: wire/* anything */.D8 }).catch({})),
});

;// CONCATENATED MODULE: ./services/drs/sightings.js





function sightingsOf(expected, entries, call) {
    const owned = expected.map(one => entriesOf(one, entries));
    const claims = owned.flat();
    const tasks = expected.map(one => one.task);
    if (new Set(claims).size < claims.length)
        throw shapeFaultOf(call, tasks, 'one entry for two tasks');
    const strangers = entries.filter(entry => !claims.includes(entry));
    return expected.map((one, index) => {
        const own = owned[index] ?? [];
        if (own.length > 1)
            throw shapeFaultOf(call, tasks, `two entries for task ${one.task.id}`);
        const raw = own[0] ?? inPlaceOf(one, expected, strangers, call);
        if (raw === undefined)
            return { kind: 'missing', strangers: strangers.length > 0 };
        return sightingOf(raw, one, call);
    });
}
function entriesOf({ task, precheckId }, entries) {
    const own = entries.filter(entry => entry.precheck_id === (precheckId ?? task.id));
    return own.length > 0 ? own : entries.filter(entry => entry.precheck_id === task.id);
}
function inPlaceOf(one, expected, strangers, call) {
    if (expected.length === 1 && strangers.length === 1)
        return strangers[0];
    const known = expected.map(({ task }) => task.id);
    return strangers.find(entry => !known.includes((0,services_text/* textOf */.b6)(entry.precheck_id) ?? '') && identityOf(entry, one, call).kind === 'other-task');
}
function identityOf(entry, { task, precheckId }, { runIds }) {
    return runIds.identityOf(task.id, [precheckId ?? task.id], (0,services_text/* textOf */.b6)(entry.precheck_id));
}
function sightingOf(raw, expected, call) {
    const { task } = expected;
    const parsed = resultEntry.safeParse(raw);
    if (!parsed.success) {
        const place = parsed.error.issues[0]?.path.join('.') ?? 'the entry';
        return { kind: 'fault', fault: shapeFaultOf(call, [task], `an unknown shape at ${place}`), entry: null };
    }
    const entry = parsed.data;
    const [code, message] = [(0,services_text/* textOf */.b6)(entry.error_code), (0,services_text/* textOf */.b6)(entry.error_msg)];
    if (code !== null || message !== null) {
        const { doing, httpStatus, requestId } = call;
        const error = { code, message, requestId, advice: null };
        const fault = (0,answer/* refusalFault */.$r)({ operation: 'read', doing: doing([task]), httpStatus, error });
        return { kind: 'fault', fault, entry };
    }
    if ((0,wire/* percentOf */.pR)(entry.process) === undefined) {
        return { kind: 'fault', fault: shapeFaultOf(call, [task], 'an unreadable process'), entry: null };
    }
    return { kind: 'entry', entry, identity: identityOf(raw, expected, call) };
}
function shapeFaultOf(call, tasks, what) {
    return (0,faults/* shapeFault */.E4)('DRS', { ...call, doing: call.doing(tasks), what });
}

;// CONCATENATED MODULE: ./services/drs/api.js








const TASKS_PER_CALL = 10;
const TASKS_NAMED_IN_MESSAGES = 3;
const BAD_REQUEST = 400;
function startTasks(access, tasks) {
    const body = { jobs: tasks.map(task => ({ job_id: task.id, precheck_mode: access.precheckMode })) };
    return aloneWhenTurnedDown(tasks, fault => ({ kind: 'fault', fault }), one => startTasks(access, one), async () => {
        const { value, ...answer } = await access.connection.call({
            ...common(access, 'batch-precheck', 'start', starting(tasks)),
            body,
            schema: startAnswer,
        });
        return tasks.map(task => startSightingOf(task, tasks, value.results, answer));
    });
}
function readTasks(access, expected, purpose) {
    const tasks = expected.map(one => one.task);
    const noEntry = (fault) => ({ kind: 'fault', fault, entry: null });
    return aloneWhenTurnedDown(expected, noEntry, one => readTasks(access, one, purpose), async () => {
        const { value, httpStatus, requestId } = await access.connection.call({
            ...common(access, 'batch-precheck-result', 'read', reading(tasks)),
            isPoll: purpose === 'poll',
            body: { jobs: tasks.map(task => task.id) },
            schema: resultAnswer,
        });
        return sightingsOf(expected, value.results, {
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
        if (!(error instanceof fault/* ApiFault */.dW))
            throw error;
        if (members.length === 1 || !isTurnedDownAsBatch(error))
            return members.map(() => failed(error));
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
        url: (0,endpoint/* urlBelow */.dX)(access.endpoint, `/v3/${encodeURIComponent(access.projectId)}/jobs/${path}`),
        headers: { 'X-Language': access.language, 'X-Project-Id': access.projectId },
        errorIn: (json) => (0,error_body/* errorInJson */.i)(json) ?? credentialErrorIn(json),
    };
}
function credentialErrorIn(json) {
    const entries = entryErrors.safeParse(json).data?.results ?? [];
    const codes = entries.map(entry => ({ code: (0,services_text/* textOf */.b6)(entry.error_code), message: (0,services_text/* textOf */.b6)(entry.error_msg) }));
    const bad = codes.find(({ code }) => (0,error_table/* classify */.L8)({ operation: 'read', httpStatus: 200, code }) === 'authentication-failed');
    return bad === undefined ? null : { ...bad, requestId: null, advice: null };
}
function startSightingOf(task, tasks, entries, { httpStatus, requestId }) {
    const alone = tasks.length === 1 && entries.length === 1;
    const own = entries.filter(entry => (entry.id ?? (alone ? task.id : entry.precheck_id)) === task.id);
    const [entry] = own;
    const code = (0,services_text/* textOf */.b6)(entry?.error_code);
    const message = (0,services_text/* textOf */.b6)(entry?.error_msg);
    const isRefused = code !== null || message !== null || (0,services_text/* wordOf */.aG)(entry?.status) === 'FAILED';
    if (own.length === 1 && isRefused) {
        const error = { code, message, requestId, advice: null };
        const doing = starting([task]);
        return { kind: 'fault', fault: (0,answer/* refusalFault */.$r)({ operation: 'start', doing, httpStatus, error }) };
    }
    const precheckId = own.length === 1 ? (0,services_text/* textOf */.b6)(entry?.precheck_id) : null;
    const confirmed = own.length === 1 && (0,services_text/* wordOf */.aG)(entry?.status) === 'SUCCESS';
    return confirmed
        ? { kind: 'started', precheckId }
        : { kind: 'silent', precheckId, fault: silentFault(task, httpStatus, requestId) };
}
function silentFault(task, httpStatus, requestId) {
    const suffix = requestId === null ? '' : ` (request id ${requestId})`;
    const message = `Could not ${starting([task])}: HTTP ${httpStatus}, but the answer says nothing clear about the task${suffix}.`;
    return new fault/* ApiFault */.dW({ kind: 'transient', message, httpStatus, requestId, invalidResponse: true });
}
function starting(tasks) {
    return `start the DRS pre-check of ${namesOf(tasks)}`;
}
function reading(tasks) {
    return `read the DRS pre-check result of ${namesOf(tasks)}`;
}
function namesOf(tasks) {
    const named = tasks.slice(0, TASKS_NAMED_IN_MESSAGES).map(task => task.id);
    const rest = tasks.length - named.length;
    const list = rest > 0 ? `${named.join(', ')} and ${rest} more` : named.join(', ');
    return tasks.length === 1 ? `task ${list}` : `${tasks.length} tasks (${list})`;
}

// EXTERNAL MODULE: ./services/canonical.js
var canonical = __webpack_require__(1020);
;// CONCATENATED MODULE: ./services/drs/evidence.js



const READS_WITHOUT_CHANGE = 5;
function evidenceOf(entry, before) {
    const { earlier, startId } = before;
    const progress = (0,wire/* percentOf */.pR)(entry.process);
    if (typeof progress === 'number' && progress < 100 && isProgressOfNewRun(progress, before))
        return 'new-run';
    const knowsEarlierId = earlier.kind === 'finished' || earlier.kind === 'going';
    const id = (0,services_text/* textOf */.b6)(entry.precheck_id);
    if (knowsEarlierId && startId !== null && id === startId && earlier.id !== startId)
        return 'new-run';
    if (earlier.kind === 'finished' && progress === 100 && itemsOf(entry) !== earlier.items)
        return 'new-run';
    return earlier.kind === 'none' ? 'first-result' : 'none';
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
    const content = `${(0,canonical/* canonical */.$)([(0,services_text/* textOf */.b6)(entry.result), (0,services_text/* textOf */.b6)(entry.total_passed_rate)])}${itemsOf(entry)}`;
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
    return (0,canonical/* canonicalUnordered */.R)(items.map(item => [(0,services_text/* textOf */.b6)(item.item), (0,services_text/* textOf */.b6)(item.result), (0,services_text/* textOf */.b6)(item.failed_reason)]));
}

// EXTERNAL MODULE: ./services/item-ids.js
var item_ids = __webpack_require__(1832);
;// CONCATENATED MODULE: ./services/drs/items.js



const STATUS = new Map([
    ['PASSED', 'passed'],
    ['ALARM', 'warning'],
    ['FAILED', 'failed'],
    ['', 'pending'],
]);
const HARMLESS_SUB_JOB = ['PASSED', 'ALARM', ''];
const NO_CODE = '-';
function checkItemsOf(items) {
    const ids = (0,item_ids/* numbered */.j)(items.map(item => ({ id: (0,services_text/* textOf */.b6)(item.item) ?? NO_CODE, content: item })));
    return items.map((item, index) => checkItemOf(item, ids[index] ?? NO_CODE));
}
function checkItemOf(item, id) {
    const baseId = (0,services_text/* textOf */.b6)(item.item) ?? NO_CODE;
    return {
        id,
        baseId,
        topic: baseId,
        name: null,
        group: (0,services_text/* textOf */.b6)(item.group),
        status: statusOf(item),
        rawStatus: (0,services_text/* textOf */.b6)(item.result),
        reason: (0,services_text/* textOf */.b6)(item.failed_reason),
        detail: (0,services_text/* linesOf */.Dx)(item.data, item.raw_error_msg),
        suggestion: null,
        subJobs: item.failed_sub_jobs.map(job => ({
            id: (0,services_text/* textOf */.b6)(job.id),
            name: (0,services_text/* textOf */.b6)(job.name),
            status: (0,services_text/* textOf */.b6)(job.check_result) ?? (0,services_text/* textOf */.b6)(job.status),
        })),
        skippable: null,
        skipConsequence: null,
        blackObjects: null,
    };
}
function statusOf(item) {
    const own = STATUS.get((0,services_text/* wordOf */.aG)(item.result)) ?? 'unknown';
    const isOpen = own === 'passed' || own === 'pending';
    const skipped = isOpen && (0,services_text/* booleanOf */.SF)(item.is_skipped) === true ? 'skipped' : own;
    const parts = item.failed_sub_jobs.map(job => (0,services_text/* wordOf */.aG)(job.check_result) || (0,services_text/* wordOf */.aG)(job.status));
    if (parts.includes('FAILED'))
        return 'failed';
    return skipped === 'passed' && parts.some(word => !HARMLESS_SUB_JOB.includes(word)) ? 'unknown' : skipped;
}
function overallOf(entry) {
    const result = (0,services_text/* booleanOf */.SF)(entry.result);
    const rate = (0,wire/* percentOf */.pR)(entry.total_passed_rate);
    const unreadable = [
        result === null && (0,services_text/* textOf */.b6)(entry.result) !== null ? `result ${(0,services_text/* textOf */.b6)(entry.result)}` : null,
        rate === undefined ? `total_passed_rate ${(0,services_text/* textOf */.b6)(entry.total_passed_rate)}` : null,
    ].filter(part => part !== null);
    const passedRate = rate ?? null;
    const isNegative = result === false || (passedRate !== null && passedRate < 100);
    const overall = isNegative ? 'negative' : result === null && passedRate === null ? 'missing' : 'positive';
    return { overall, unreadable: unreadable.length === 0 ? null : unreadable.join(', ') };
}
function isFinished({ process, precheck_result: items }) {
    return (0,wire/* percentOf */.pR)(process) === 100 && !items.some(item => statusOf(item) === 'pending');
}

// EXTERNAL MODULE: ./cloud/retry.js
var retry = __webpack_require__(9305);
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
    const finished = isFinished(entry);
    const earlier = finished ? { kind: 'finished', id, items: itemsOf(entry) } : { kind: 'going', id };
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

;// CONCATENATED MODULE: ./services/drs/reading.js





function readingOf(task, before, sighting, settleMs) {
    switch (sighting.kind) {
        case 'missing':
            return { kind: 'missing', task };
        case 'fault': {
            const picture = sighting.entry === null ? null : pictureOf(sighting.entry, before.startId);
            const isFirst = before.earlier.kind === 'none';
            return (0,faults/* readingOfFault */.EC)(task, sighting.fault, picture === null ? null : { picture, isFirst });
        }
        case 'entry': {
            const { entry, identity } = sighting;
            const facts = factsOf(entry, reading_identityOf(identity, before), before, settleMs);
            return { kind: 'answer', task, facts };
        }
    }
}
function factsOf(entry, identity, before, settleMs) {
    return {
        picture: pictureOf(entry, before.startId),
        finished: isFinished(entry),
        identity,
        evidence: evidenceOf(entry, before),
        unreadable: overallOf(entry).unreadable,
        standing: standingOf(entry, settleMs),
    };
}
function reading_identityOf(identity, { earlier, startId }) {
    const earlierId = earlier.kind === 'finished' || earlier.kind === 'going' ? earlier.id : null;
    const isEarlier = identity.kind === 'strange' && startId !== null && identity.came === earlierId;
    return isEarlier ? { kind: 'earlier-run' } : identity;
}
function pictureOf(entry, startId) {
    return {
        precheckId: startId ?? (0,services_text/* textOf */.b6)(entry.precheck_id),
        progress: (0,wire/* percentOf */.pR)(entry.process) ?? 0,
        overall: overallOf(entry).overall,
        items: checkItemsOf(entry.precheck_result),
    };
}

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
    batchSize = TASKS_PER_CALL;
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
        const sightings = willing.length === 0 ? [] : await startTasks(this.#access, willing);
        return [...denied, ...willing.map((task, index) => this.#startedOf(task, sightings[index]))];
    }
    async #look(tasks) {
        const read = (expected) => readTasks(this.#access, expected, 'pre-read');
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
                if (startId !== null)
                    this.#access.runIds.claim(startId, task.id);
                const start = before.start === 'confirmed' || started.kind === 'started' ? 'confirmed' : 'unconfirmed';
                const earlier = start === 'confirmed' ? (before.unclaimed ?? before.earlier) : before.earlier;
                this.#before.set(task.id, { ...before, earlier, startId, start });
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
        const sightings = await readTasks(this.#access, expected, 'poll');
        return tasks.map((task, index) => this.#reading(task, sightings[index]));
    }
    #reading(task, sighting = { kind: 'missing', strangers: false }) {
        const before = this.#beforeOf(task);
        if (sighting.kind === 'entry')
            this.#before.set(task.id, beforeAfter(before, sighting.entry));
        return readingOf(task, before, sighting, this.#options.settleMs);
    }
    #beforeOf(task) {
        return this.#before.get(task.id) ?? NOTHING_KNOWN;
    }
}
function beforeAfter(before, entry) {
    const highest = Math.max(before.highest, (0,wire/* percentOf */.pR)(entry.process) ?? -1);
    if (before.start !== 'unconfirmed' || !isFinished(entry))
        return { ...before, highest };
    const unclaimed = { kind: 'finished', id: (0,services_text/* textOf */.b6)(entry.precheck_id), items: itemsOf(entry) };
    return { ...before, highest, unclaimed };
}
function notSent(task) {
    return (0,start/* overtaken */.K1)(task, `the DRS pre-check of task ${task.id}`);
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
    const suffix = requestId === null ? '' : ` (request id ${requestId})`;
    return new _cloud_fault_js__WEBPACK_IMPORTED_MODULE_1__/* .ApiFault */ .dW({
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
    const keyed = alike.map(item => ({ item, key: (0,_canonical_js__WEBPACK_IMPORTED_MODULE_0__/* .canonical */ .$)(item.content) }));
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
/* harmony import */ var _faults_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9553);



function mayHaveStarted(fault) {
    return fault.kind === 'transient' && !fault.nothingStarted && !(0,_cloud_error_table_js__WEBPACK_IMPORTED_MODULE_0__/* .isTryAgainCode */ .rW)(fault.code);
}
function startedOfFault(task, fault, precheckId) {
    const problem = (0,_cloud_fault_js__WEBPACK_IMPORTED_MODULE_1__/* .problemOf */ .Zw)(fault);
    if (mayHaveStarted(fault))
        return { kind: 'unconfirmed', task, precheckId, problem };
    if (!(0,_faults_js__WEBPACK_IMPORTED_MODULE_2__/* .isAgain */ .F9)(fault))
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
    const advice = 'Without its id it cannot be read, and a second start could run beside it: wait until it can have ended, then run the gate again.';
    return {
        ...problem,
        message: `${problem.message} A pre-check may be running.`,
        advice: [advice, problem.advice].filter(text => text !== null).join(' '),
    };
}
function overtaken(task, what) {
    const problem = {
        reason: 'timed-out',
        code: null,
        message: `Could not start ${what}: the step ended before.`,
        httpStatus: null,
        requestId: null,
        advice: 'Raise timeout-minutes.',
    };
    return { kind: 'ended', task, problem };
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
