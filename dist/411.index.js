export const id = 411;
export const ids = [411];
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
function networkAdvice(failure, host, input) {
    switch (failure.layer) {
        case 'name look-up':
            return `The name ${host} is not known here: check ${input} and region, and the DNS of the runner.`;
        case 'connection':
        case 'HTTP':
            return `Check ${input}, and that this runner can reach ${host} (firewall, proxy variables, private network).`;
        case 'proxy':
            return proxyAdvice(failure, host);
        case 'TLS':
            return tlsAdvice(failure.trouble, host, input);
    }
}
function tlsAdvice(trouble, host, input) {
    switch (trouble) {
        case 'expired':
            return `The certificate of ${host} has expired or is not valid yet: have it renewed, or set the runner's clock.`;
        case 'wrong-name':
            return `The certificate of ${host} is for another name: use the name it was made for in ${input}.`;
        case 'unknown-authority':
            return `If ${host} uses a private certificate authority, give its certificate in ca-certificate (PEM text or path).`;
        case 'client-certificate':
            return `${host} turned the handshake down: most likely it asks its clients for a certificate, which this action cannot give. Let it be reached without one, from this runner.`;
        case 'protocol':
        case 'passing':
            return `${host} does not seem to speak TLS, or no version that is safe: check whether ${input} should begin with http:// or name another port.`;
    }
}
const PROXY_VARIABLES = 'the proxy variables (https_proxy, http_proxy, no_proxy)';
function proxyAdvice({ proxy, status, way }, host) {
    if (way?.layer === 'name look-up')
        return `The name of the proxy is not known here: correct ${PROXY_VARIABLES}, or the DNS of the runner.`;
    if (way?.layer === 'TLS')
        return `No TLS with the proxy ${proxy}: most proxies are named with http:// in ${PROXY_VARIABLES}, for https addresses too; one with a certificate of a private authority needs ca-certificate.`;
    if (status === null)
        return `Check that this runner can reach the proxy ${proxy}, and correct ${PROXY_VARIABLES}.`;
    if (status === 407)
        return `The proxy ${proxy} wants a name and a password: put them into ${PROXY_VARIABLES} as http://name:password@host:port.`;
    if (status < 500)
        return `The proxy ${proxy} does not let this runner through to ${host}: have it allowed there, or put the host into no_proxy if it can be reached without a proxy.`;
    return `The proxy ${proxy} could not reach ${host} itself: have its log looked at, or put the host into no_proxy if it can be reached without a proxy.`;
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
function readAnswer(call, answer, signedAt, redactBeginning) {
    const json = parseJson(answer.body);
    const error = json === undefined ? null : call.errorIn(json);
    const requestId = error?.requestId ?? requestIdOf(answer);
    const succeeded = answer.status >= 200 && answer.status < 300;
    const refused = () => {
        const message = error === null ? (0,error_body/* plainTextOf */.n)(rewritten(json) ?? answer.body, redactBeginning) : error.message;
        const said = { ...(error ?? NOTHING_SAID), message, requestId };
        return errorFault(call, answer, said, error !== null, signedAt);
    };
    if (!succeeded || (error !== null && error.isWeak !== true))
        throw refused();
    const parsed = call.schema.safeParse(json);
    if (parsed.success) {
        const { status: httpStatus, headers } = answer;
        return { value: parsed.data, httpStatus, requestId, headers };
    }
    if (error !== null)
        throw refused();
    const wrong = json === undefined ? notJson(answer, redactBeginning) : shapeFault(parsed.error);
    const what = `${factsText(answer.status, null, requestId)}, but ${wrong}.`;
    throw new fault/* ApiFault */.dW({
        kind: 'transient',
        message: (0,fault/* couldNot */.NF)(call.doing, what),
        doing: call.doing,
        what,
        advice: `Check that ${call.addressInput ?? 'endpoint'} is the service itself and not a login page or a proxy.`,
        httpStatus: answer.status,
        requestId,
        invalidResponse: true,
    });
}
const NOTHING_SAID = { code: null, message: null, requestId: null, advice: null };
function errorFault(call, answer, error, understood, signedAt) {
    const fault = refusalFault({
        operation: call.operation,
        doing: call.doing,
        httpStatus: answer.status,
        redirect: redirectTarget(answer, call.url),
        error,
    });
    const throttled = (0,error_table/* isThrottled */.B5)(answer.status, fault.code);
    const clock = fault.kind === 'authentication-failed' ? clockAdvice(answer, signedAt) : null;
    const told = fault.with({ throttled, nothingStarted: throttled, understood });
    const own = (0,cloud_advice/* isWrongAddress */.s8)(told) ? (0,cloud_advice/* addressAdvice */.pj)(call.addressInput ?? 'endpoint', call.url) : fault.advice;
    const advice = throttled && fault.kind === 'transient' ? THROTTLED_ADVICE : (clock ?? own);
    return told.with({ advice });
}
function refusalFault({ operation, doing, httpStatus, error, redirect = null }) {
    const { code, message, requestId, encodedMessage } = error;
    const kind = (0,error_table/* classify */.L8)({ operation, httpStatus, code });
    const words = redirect === null ? quoted(message) : `a redirect to ${redirect}, which is not followed`;
    const facts = [factsText(httpStatus, code, requestId), words].filter(part => part !== null).join(', ');
    const what = `${facts}.${encodedMessage === undefined ? '' : ` encoded_authorization_message: ${encodedMessage}`}`;
    const own = error.advice ?? (kind === 'authentication-failed' ? null : (0,cloud_advice/* adviceFor */.cp)(kind, code, redirect));
    return new fault/* ApiFault */.dW({
        kind,
        message: (0,fault/* couldNot */.NF)(doing, what),
        doing,
        what,
        advice: encodedMessage === undefined ? own : [own, DECODING].filter(part => part !== null).join(' '),
        code,
        httpStatus,
        requestId,
        understood: true,
    });
}
const DECODING = 'Why, stands in encoded_authorization_message: the STS call DecodeAuthorizationMessage (POST /v5/decode-authorization-message) makes it readable.';
const FACT_MAX_CHARACTERS = 64;
function factsText(httpStatus, code, requestId) {
    const id = requestId === null ? null : `request id ${brief(requestId)}`;
    return [`HTTP ${httpStatus}`, code === null ? null : brief(code), id]
        .filter(part => part !== null)
        .join(', ');
}
function brief(text) {
    return text.length <= FACT_MAX_CHARACTERS ? text : `(of ${text.length} characters)`;
}
function quoted(words) {
    return words === null ? null : `"${words}"`;
}
function waitToldBy(answer, fault, date) {
    return fault.throttled
        ? toldWait(headerOf(answer, 'retry-after'), fault.what ?? '', dateOf(answer) ?? date)
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
function notJson(answer, redactBeginning) {
    if (answer.body.trim() === '')
        return 'the answer is empty';
    return `the answer is not JSON: ${(0,error_body/* plainTextOf */.n)(answer.body, redactBeginning) ?? 'one long word'}`;
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
const REQUEST_ID_HEADERS = ['x-request-id', 'x-iam-trace-id'];
function requestIdOf(answer) {
    return REQUEST_ID_HEADERS.map(name => headerOf(answer, name)).find(id => id !== null) ?? null;
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
const flat = zod__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc(fields);
const body = zod__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({ ...fields, error: flat.nullish().catch(null) });
const anyObject = zod__WEBPACK_IMPORTED_MODULE_0__/* .record */ .g1P(zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(), zod__WEBPACK_IMPORTED_MODULE_0__/* .unknown */ .L5J());
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


/***/ })

};
