export const id = 413;
export const ids = [413];
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

/***/ 1413:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  drsService: () => (/* binding */ drsService)
});

// EXTERNAL MODULE: ./cloud/fault.js
var cloud_fault = __webpack_require__(6639);
// EXTERNAL MODULE: ./services/start.js
var start = __webpack_require__(4502);
// EXTERNAL MODULE: ./cloud/answer.js + 1 modules
var answer = __webpack_require__(3792);
// EXTERNAL MODULE: ./cloud/error-body.js
var error_body = __webpack_require__(7790);
// EXTERNAL MODULE: ./cloud/error-table.js
var error_table = __webpack_require__(7860);
// EXTERNAL MODULE: ./services/endpoint.js
var endpoint = __webpack_require__(413);
// EXTERNAL MODULE: ./services/text.js
var services_text = __webpack_require__(5015);
// EXTERNAL MODULE: ./services/faults.js
var faults = __webpack_require__(9553);
// EXTERNAL MODULE: ./services/wire.js
var wire = __webpack_require__(9949);
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
    failed_sub_jobs: (0,wire/* absentIsEmpty */.Dj)(schemas/* looseObject */._H3({ id: wire/* anything */.D8, name: wire/* anything */.D8, check_result: wire/* anything */.D8 })),
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
    const owned = expected.map(one => entries.length === 1 && expected.length === 1 ? entries : entriesOf(one, entries));
    const claims = owned.flat();
    const tasks = expected.map(one => one.task);
    if (new Set(claims).size < claims.length)
        throw shapeFaultOf(call, tasks, 'one entry for two tasks');
    const strangers = entries.length > claims.length;
    return expected.map(({ task }, index) => {
        const own = owned[index] ?? [];
        if (own.length > 1)
            throw shapeFaultOf(call, tasks, `two entries for task ${task.id}`);
        const [raw] = own;
        return raw === undefined ? { kind: 'missing', strangers } : sightingOf(raw, task, call);
    });
}
function entriesOf({ task, precheckId }, entries) {
    const own = entries.filter(entry => entry.precheck_id === precheckId);
    return own.length > 0 && precheckId !== null ? own : entries.filter(entry => entry.precheck_id === task.id);
}
function sightingOf(raw, task, call) {
    const parsed = resultEntry.safeParse(raw);
    if (!parsed.success) {
        const place = parsed.error.issues[0]?.path.join('.') ?? 'the entry';
        return { kind: 'fault', fault: shapeFaultOf(call, [task], `an unknown shape at ${place}`), entry: null };
    }
    const entry = parsed.data;
    const code = (0,services_text/* textOf */.b6)(entry.error_code);
    if (code !== null) {
        const { doing, httpStatus, requestId } = call;
        const error = { code, message: (0,services_text/* textOf */.b6)(entry.error_msg), requestId, advice: null };
        const fault = (0,answer/* refusalFault */.$r)({ operation: 'read', doing: doing([task]), httpStatus, error });
        return { kind: 'fault', fault, entry };
    }
    if ((0,wire/* percentOf */.pR)(entry.process) === undefined) {
        return { kind: 'fault', fault: shapeFaultOf(call, [task], 'an unreadable process'), entry: null };
    }
    return { kind: 'entry', entry };
}
function shapeFaultOf(call, tasks, what) {
    return (0,faults/* shapeFault */.E)('DRS', { ...call, doing: call.doing(tasks), what });
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
        return sightingsOf(expected, value.results, { doing: reading, httpStatus, requestId });
    });
}
async function aloneWhenTurnedDown(members, failed, alone, batch) {
    try {
        return await batch();
    }
    catch (error) {
        if (!(error instanceof cloud_fault/* ApiFault */.dW))
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
    if (own.length === 1 && (code !== null || (0,services_text/* wordOf */.aG)(entry?.status) === 'FAILED')) {
        const error = { code, message, requestId, advice: null };
        const doing = starting([task]);
        return { kind: 'fault', fault: (0,answer/* refusalFault */.$r)({ operation: 'start', doing, httpStatus, error }) };
    }
    const precheckId = (0,services_text/* textOf */.b6)(entry?.precheck_id);
    const confirmed = own.length === 1 && ((0,services_text/* wordOf */.aG)(entry?.status) === 'SUCCESS' || precheckId !== null);
    return confirmed ? { kind: 'started', precheckId } : { kind: 'fault', fault: silentFault(task) };
}
function silentFault(task) {
    const message = `Could not ${starting([task])}: the answer says nothing clear about the task.`;
    return new cloud_fault/* ApiFault */.dW({ kind: 'transient', message });
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
;// CONCATENATED MODULE: ./services/drs/freshness.js


const POLLS_WITHOUT_CHANGE = 5;
function evidenceAfterStart(earlier, startConfirmed, now) {
    return { earlier, startConfirmed, proven: earlier.kind === 'none', row: null, rowFrom: now };
}
function observe(evidence, entry, now) {
    if (evidence.proven)
        return evidence;
    if (entry === null)
        return { ...evidence, row: null, rowFrom: now };
    if (provesNewRun(evidence.earlier, entry))
        return { ...evidence, proven: true };
    const content = `${(0,wire/* percentOf */.pR)(entry.process)} ${contentOf(entry)}`;
    const { row, rowFrom } = evidence;
    if (row === null)
        return { ...evidence, row: { content, since: rowFrom, polls: 1 } };
    if (row.content === content)
        return { ...evidence, row: { ...row, polls: row.polls + 1 } };
    return { ...evidence, row: { content, since: now, polls: 1 } };
}
function worthOf(evidence, settleMs, now) {
    if (evidence.proven)
        return 'new';
    const { row } = evidence;
    const stood = row !== null && row.polls >= POLLS_WITHOUT_CHANGE && now - row.since >= settleMs;
    if (!stood)
        return 'wait';
    return evidence.startConfirmed ? 'assumed' : 'never';
}
function provesNewRun(earlier, entry) {
    const progress = (0,wire/* percentOf */.pR)(entry.process);
    if (typeof progress === 'number' && progress < 100)
        return true;
    return earlier.kind === 'found' && contentOf(entry) !== earlier.content;
}
function contentOf(entry) {
    const { process: _process, precheck_result: items, ...rest } = entry;
    return `${(0,canonical/* canonical */.$)(rest)}${(0,canonical/* canonicalUnordered */.R)(items)}`;
}

// EXTERNAL MODULE: ./cloud/retry.js
var retry = __webpack_require__(9305);
;// CONCATENATED MODULE: ./services/drs/pre-read.js





const PART_OF_TIME_FOR_RUNNING = 1 / 3;
async function preRead(tasks, ports) {
    const { clock, deadline, random } = ports;
    const known = new Map();
    const waitUntil = clock.now() + (deadline.at - clock.now()) * PART_OF_TIME_FOR_RUNNING;
    let open = tasks;
    let failures = 0;
    while (open.length > 0 && !deadline.signal.aborted) {
        const sightings = await ports.read(open.map(task => ({ task, precheckId: null })));
        const again = new Map();
        open.forEach((task, index) => {
            const seen = beforeStartOf(sightings[index] ?? { kind: 'missing', strangers: false });
            known.set(task.id, seen.known);
            if (seen.again !== null)
                again.set(task, seen.again);
        });
        const faulty = [...again.values()].includes('fault');
        failures += faulty ? 1 : 0;
        const tooLate = clock.now() >= waitUntil;
        open = open.filter(task => {
            const why = again.get(task);
            return why === 'fault' ? failures < retry/* PRE_READ_TRIES */.Lx : why === 'running' && !tooLate;
        });
        if (open.length === 0)
            break;
        const pause = Math.min(ports.pauseMs, waitUntil - clock.now());
        await clock.sleep(faulty ? (0,retry/* retryDelay */.a2)(failures, random) : pause, deadline.signal);
    }
    return known;
}
function beforeStartOf(sighting) {
    switch (sighting.kind) {
        case 'missing':
            return {
                known: { kind: 'earlier', earlier: sighting.strangers ? { kind: 'unreadable' } : { kind: 'none' } },
                again: null,
            };
        case 'fault':
            return beforeStartOfFault(sighting.fault);
        case 'entry':
            return beforeStartOfEntry(sighting.entry);
    }
}
function beforeStartOfFault(fault) {
    if (fault.kind === 'authentication-failed' || fault.kind === 'permission-denied') {
        return { known: { kind: 'denied', fault }, again: null };
    }
    const none = (0,error_table/* isEmptyResultCode */.sG)(fault.code);
    const earlier = none ? { kind: 'none' } : { kind: 'unreadable' };
    const tryAgain = !none && fault.kind === 'transient' && !fault.final;
    return { known: { kind: 'earlier', earlier }, again: tryAgain ? 'fault' : null };
}
function beforeStartOfEntry(entry) {
    const progress = (0,wire/* percentOf */.pR)(entry.process) ?? 0;
    if (entry.precheck_result.length === 0 && progress === 0) {
        return { known: { kind: 'earlier', earlier: { kind: 'none' } }, again: null };
    }
    const going = (progress > 0 && progress < 100) || entry.precheck_result.some(item => (0,services_text/* wordOf */.aG)(item.result) === '');
    const earlier = { kind: 'found', content: contentOf(entry) };
    return { known: { kind: 'earlier', earlier }, again: going ? 'running' : null };
}

;// CONCATENATED MODULE: ./services/drs/items.js


const STATUS = new Map([
    ['PASSED', 'passed'],
    ['ALARM', 'warning'],
    ['FAILED', 'failed'],
    ['', 'pending'],
]);
const NO_CODE = '-';
function checkItemOf(item) {
    const id = (0,services_text/* textOf */.b6)(item.item) ?? NO_CODE;
    return {
        id,
        topic: id,
        name: null,
        group: (0,services_text/* textOf */.b6)(item.group),
        status: STATUS.get((0,services_text/* wordOf */.aG)(item.result)) ?? 'unknown',
        rawStatus: (0,services_text/* textOf */.b6)(item.result),
        reason: (0,services_text/* textOf */.b6)(item.failed_reason),
        detail: (0,services_text/* linesOf */.Dx)(item.data, item.raw_error_msg),
        suggestion: null,
        subJobs: item.failed_sub_jobs.map(job => ({
            id: (0,services_text/* textOf */.b6)(job.id),
            name: (0,services_text/* textOf */.b6)(job.name),
            status: (0,services_text/* textOf */.b6)(job.check_result),
        })),
        skippable: null,
        skipConsequence: null,
        blackObjects: null,
    };
}
function overallOf(entry) {
    const result = (0,services_text/* booleanOf */.SF)(entry.result);
    const rate = (0,wire/* percentOf */.pR)(entry.total_passed_rate) ?? null;
    if (result === null && rate === null)
        return 'missing';
    return result === false || (rate !== null && rate < 100) ? 'negative' : 'positive';
}

;// CONCATENATED MODULE: ./services/drs/reading.js





function readingOf(task, known, sighting, settleMs, now) {
    const counts = known.evidence === null || known.evidence.proven;
    const entry = sighting.kind === 'missing' ? null : sighting.entry;
    const picture = entry === null ? null : pictureOf(entry, known.precheckId);
    const shown = counts ? picture : null;
    if (sighting.kind === 'fault')
        return { task, picture: shown, state: (0,faults/* stateOfFault */.T)(sighting.fault) };
    if (picture === null || !isFinished(picture))
        return running(task, shown, false);
    const worth = known.evidence === null ? 'as-found' : worthOf(known.evidence, settleMs, now);
    if (worth === 'wait')
        return running(task, null, true);
    if (worth === 'never')
        return { task, picture: null, state: { kind: 'ended', problem: unproven(task) } };
    return { task, picture, state: { kind: 'finished', freshness: worth } };
}
function running(task, picture, settling) {
    return { task, picture, state: { kind: 'running', settling } };
}
function isFinished({ progress, items }) {
    return progress === 100 && !items.some(item => item.status === 'pending');
}
function pictureOf(entry, precheckId) {
    return {
        precheckId: precheckId ?? (0,services_text/* textOf */.b6)(entry.precheck_id),
        progress: (0,wire/* percentOf */.pR)(entry.process) ?? 0,
        overall: overallOf(entry),
        items: entry.precheck_result.map(checkItemOf),
    };
}
function unproven(task) {
    return {
        reason: 'not-verified',
        code: null,
        message: `The answer to the start of DRS task ${task.id} was lost, and the result has not changed since: it may be an earlier run's.`,
        httpStatus: null,
        requestId: null,
        advice: 'Run the gate again; when DRS answers the start, the new result can be told from the old one.',
    };
}

;// CONCATENATED MODULE: ./services/drs/drs.js






function drsService(access, options, ports) {
    return new DrsService(access, options, ports);
}
class DrsService {
    batchSize = TASKS_PER_CALL;
    #access;
    #options;
    #ports;
    #known = new Map();
    constructor(access, options, ports) {
        this.#access = access;
        this.#options = options;
        this.#ports = ports;
    }
    async start(tasks) {
        if (this.#options.mode === 'query') {
            for (const task of tasks)
                this.#known.set(task.id, { kind: 'readable', precheckId: null, evidence: null });
            return tasks.map(task => ({ kind: 'started', task, precheckId: task.id }));
        }
        const earlier = await this.#preRead(tasks);
        const starts = new start/* Starts */.u8([...earlier.keys()], {
            ...this.#ports,
            send: batch => startTasks(this.#access, batch),
            note: (task, sighting, nextTryAt) => this.#noteStart(task, earlier.get(task) ?? { kind: 'unreadable' }, sighting, nextTryAt),
        });
        if (!this.#ports.deadline.signal.aborted)
            await starts.attempt();
        return tasks.map(task => this.#started(task, starts));
    }
    async read(tasks) {
        const expected = tasks.flatMap(task => {
            const known = this.#known.get(task.id);
            return known?.kind === 'readable' ? [{ task, precheckId: known.precheckId }] : [];
        });
        const sightings = expected.length === 0 ? [] : await readTasks(this.#access, expected, 'poll');
        const seen = new Map(expected.map(({ task }, index) => [task, sightings[index]]));
        return tasks.map(task => this.#reading(task, seen.get(task)));
    }
    async #preRead(tasks) {
        const read = (expected) => readTasks(this.#access, expected, 'pre-read');
        const before = await preRead(tasks, { ...this.#ports, read });
        const earlier = new Map();
        for (const task of tasks) {
            const seen = before.get(task.id);
            if (seen?.kind === 'denied') {
                this.#known.set(task.id, { kind: 'ended', problem: (0,cloud_fault/* problemOf */.Zw)(seen.fault) });
            }
            else {
                earlier.set(task, seen?.earlier ?? { kind: 'unreadable' });
            }
        }
        return earlier;
    }
    #noteStart(task, earlier, sighting, nextTryAt) {
        const fault = sighting.kind === 'fault' ? sighting.fault : null;
        if (fault !== null && nextTryAt !== null) {
            this.#known.set(task.id, { kind: 'starting', fault, nextTryAt });
        }
        else if (fault !== null && !(0,start/* mayHaveStarted */.NG)(fault)) {
            this.#known.set(task.id, { kind: 'ended', problem: (0,cloud_fault/* problemOf */.Zw)(fault) });
        }
        else {
            const precheckId = sighting.kind === 'started' ? sighting.precheckId : null;
            const evidence = evidenceAfterStart(earlier, fault === null, this.#ports.clock.now());
            this.#known.set(task.id, { kind: 'readable', precheckId, evidence });
        }
    }
    #started(task, starts) {
        const known = this.#known.get(task.id);
        if (known === undefined)
            return { kind: 'ended', task, problem: (0,start/* notStarted */.DY)(`the DRS pre-check of task ${task.id}`, null) };
        if (known.kind === 'ended')
            return { kind: 'ended', task, problem: known.problem };
        if (known.kind === 'readable')
            return { kind: 'started', task, precheckId: known.precheckId };
        return (0,start/* stillStarting */.zP)(task, known, async () => {
            await starts.again();
            return this.#started(task, starts);
        });
    }
    #reading(task, sighting) {
        const known = this.#known.get(task.id);
        if (known?.kind !== 'readable' || sighting === undefined)
            return running(task, null, false);
        const { clock, notice } = this.#ports;
        const now = clock.now();
        const entry = sighting.kind === 'entry' ? sighting.entry : null;
        const seen = { ...known, evidence: known.evidence && observe(known.evidence, entry, now) };
        this.#known.set(task.id, seen);
        const reading = readingOf(task, seen, sighting, this.#options.settleMs, now);
        const { state } = reading;
        if (state.kind === 'finished' && state.freshness === 'assumed')
            notice('warning', assumed(task));
        return reading;
    }
}
function assumed(task) {
    return `The result of DRS task ${task.id} is assumed to be new: DRS gives results no time and no run id, and this one has stood unchanged since the start.`;
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
