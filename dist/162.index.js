export const id = 162;
export const ids = [162];
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


/***/ }),

/***/ 2771:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

var node_https__WEBPACK_IMPORTED_MODULE_1___namespace_cache;
var node_http__WEBPACK_IMPORTED_MODULE_0___namespace_cache;
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   P: () => (/* binding */ exchangeBytes),
/* harmony export */   c: () => (/* binding */ exchange)
/* harmony export */ });
/* harmony import */ var node_http__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7067);
/* harmony import */ var node_https__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4708);
/* harmony import */ var node_net__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7030);
/* harmony import */ var node_tls__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(1692);
/* harmony import */ var node_util__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(7975);
/* harmony import */ var node_zlib__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(8522);
/* harmony import */ var _limits_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(7043);
/* harmony import */ var _network_fault_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(4092);
/* harmony import */ var _tunnel_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(5825);
/* harmony import */ var _url_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(8110);










const STEP_ENDED = 'the step ended before the answer came';
async function exchange(request, options) {
    const { status, headers, bytes } = await exchangeBytes(request, options);
    return { status, headers, body: bytes.toString('utf8') };
}
async function exchangeBytes(request, options) {
    const { agent, timeoutMs } = options;
    const progress = { layer: firstLayer(request.url, agent), made: false };
    if (options.signal.aborted)
        throw new _network_fault_js__WEBPACK_IMPORTED_MODULE_7__/* .NetworkFault */ .H6(STEP_ENDED, { nothingSent: true });
    const timeout = AbortSignal.timeout(timeoutMs);
    const signal = AbortSignal.any([options.signal, timeout]);
    const largest = options.largestBytes ?? _limits_js__WEBPACK_IMPORTED_MODULE_6__/* .LARGEST_ANSWER_BYTES */ .A;
    try {
        const message = await send(request, agent, signal, progress);
        const read = await readBody(message, signal, largest);
        const bytes = await decode(read, message.headers['content-encoding'], largest);
        return { status: message.statusCode ?? 0, headers: message.headers, bytes };
    }
    catch (error) {
        if (error instanceof _network_fault_js__WEBPACK_IMPORTED_MODULE_7__/* .NetworkFault */ .H6)
            throw error;
        if (options.signal.aborted)
            throw new _network_fault_js__WEBPACK_IMPORTED_MODULE_7__/* .NetworkFault */ .H6(STEP_ENDED, { nothingSent: !progress.made }, error);
        const timedOut = timeout.aborted
            ? `no complete answer within ${Math.round(timeoutMs / 100) / 10} s`
            : null;
        throw faultOf(error, timedOut, request.url, { ...progress, agent });
    }
}
function firstLayer(url, agent) {
    if (agent instanceof _tunnel_js__WEBPACK_IMPORTED_MODULE_8__/* .TunnelAgent */ .a)
        return 'proxy';
    return (0,node_net__WEBPACK_IMPORTED_MODULE_2__.isIP)((0,_url_js__WEBPACK_IMPORTED_MODULE_9__/* .bareHost */ .n)(url)) === 0 ? 'name look-up' : 'connection';
}
function faultOf(error, timedOut, { host }, { layer, made, agent }) {
    const failure = failureOf(timedOut === null ? error : null, layer, agent);
    const said = (0,_network_fault_js__WEBPACK_IMPORTED_MODULE_7__/* .codeOf */ .$N)(error) === 'HPE_HEADER_OVERFLOW'
        ? `the header of the answer is larger than ${_limits_js__WEBPACK_IMPORTED_MODULE_6__/* .LARGEST_HEADER_BYTES */ .li / 1024} KiB`
        : (timedOut ?? (0,_network_fault_js__WEBPACK_IMPORTED_MODULE_7__/* .inWords */ .r4)(error));
    const nothingSent = !made || failure.layer === 'TLS';
    return new _network_fault_js__WEBPACK_IMPORTED_MODULE_7__/* .NetworkFault */ .H6((0,_network_fault_js__WEBPACK_IMPORTED_MODULE_7__/* .failureText */ .kY)(failure, host, said), { nothingSent, failure }, error);
}
function failureOf(error, layer, agent) {
    const trouble = (0,_network_fault_js__WEBPACK_IMPORTED_MODULE_7__/* .tlsTroubleOf */ .MX)(error);
    if (trouble !== null)
        return { layer: 'TLS', trouble };
    if (layer === 'TLS')
        return { layer, trouble: 'passing' };
    if (layer !== 'proxy')
        return { layer };
    const proxy = agent instanceof _tunnel_js__WEBPACK_IMPORTED_MODULE_8__/* .TunnelAgent */ .a ? agent.proxyHost : '';
    return { layer, proxy, status: null, way: { layer: 'HTTP' } };
}
function send(request, agent, signal, progress) {
    return new Promise((resolve, reject) => {
        const { request: open } = request.url.protocol === 'https:' ? /*#__PURE__*/ (node_https__WEBPACK_IMPORTED_MODULE_1___namespace_cache || (node_https__WEBPACK_IMPORTED_MODULE_1___namespace_cache = __webpack_require__.t(node_https__WEBPACK_IMPORTED_MODULE_1__, 2))) : /*#__PURE__*/ (node_http__WEBPACK_IMPORTED_MODULE_0___namespace_cache || (node_http__WEBPACK_IMPORTED_MODULE_0___namespace_cache = __webpack_require__.t(node_http__WEBPACK_IMPORTED_MODULE_0__, 2)));
        const length = request.body === null ? {} : { 'content-length': String(Buffer.byteLength(request.body)) };
        const headers = { ...request.headers, ...length };
        const options = { method: request.method, headers, agent, signal, maxHeaderSize: _limits_js__WEBPACK_IMPORTED_MODULE_6__/* .LARGEST_HEADER_BYTES */ .li };
        const sent = open(request.url, options, resolve);
        sent.on('error', reject);
        sent.on('close', () => reject(new Error('the connection was closed without an answer')));
        signal.addEventListener('abort', () => reject(signal.reason), { once: true });
        sent.on('socket', socket => follow(socket, sent.reusedSocket, progress));
        sent.end(request.body ?? undefined);
    });
}
function follow(socket, reused, progress) {
    const made = () => {
        progress.made = true;
        progress.layer = 'HTTP';
    };
    const agreeOnTls = () => {
        progress.layer = 'TLS';
    };
    const isSecure = socket instanceof node_tls__WEBPACK_IMPORTED_MODULE_3__.TLSSocket && !reused;
    const connected = isSecure ? agreeOnTls : made;
    if (isSecure)
        socket.once('secureConnect', made);
    if (!socket.connecting) {
        connected();
        return;
    }
    socket.once('lookup', (error) => {
        if (!error)
            progress.layer = 'connection';
    });
    socket.once('connect', connected);
}
async function readBody(message, signal, largest) {
    const stop = () => message.destroy(new Error('aborted'));
    signal.addEventListener('abort', stop, { once: true });
    try {
        const chunks = [];
        let size = 0;
        for await (const chunk of message) {
            const bytes = Buffer.from(chunk);
            size += bytes.length;
            if (size > largest)
                throw tooLarge(largest);
            chunks.push(bytes);
        }
        return Buffer.concat(chunks);
    }
    finally {
        signal.removeEventListener('abort', stop);
        message.destroy();
    }
}
async function decode(bytes, encoding, largest) {
    const limit = { maxOutputLength: largest };
    try {
        switch (encoding?.trim().toLowerCase()) {
            case 'gzip':
            case 'x-gzip':
                return await (0,node_util__WEBPACK_IMPORTED_MODULE_4__.promisify)(node_zlib__WEBPACK_IMPORTED_MODULE_5__.gunzip)(bytes, limit);
            case 'deflate':
                return await (0,node_util__WEBPACK_IMPORTED_MODULE_4__.promisify)(node_zlib__WEBPACK_IMPORTED_MODULE_5__.inflate)(bytes, limit);
            case 'br':
                return await (0,node_util__WEBPACK_IMPORTED_MODULE_4__.promisify)(node_zlib__WEBPACK_IMPORTED_MODULE_5__.brotliDecompress)(bytes, limit);
            default:
                return bytes;
        }
    }
    catch (error) {
        if ((0,_network_fault_js__WEBPACK_IMPORTED_MODULE_7__/* .codeOf */ .$N)(error) === 'ERR_BUFFER_TOO_LARGE')
            throw tooLarge(largest);
        return Buffer.from(`(${encoding} that cannot be unpacked)`);
    }
}
function tooLarge(largest) {
    const what = `the answer is larger than ${largest / 1024 / 1024} MiB`;
    return new _network_fault_js__WEBPACK_IMPORTED_MODULE_7__/* .NetworkFault */ .H6(what, { nothingSent: false, tooLarge: true });
}


/***/ }),

/***/ 7043:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   A: () => (/* binding */ LARGEST_ANSWER_BYTES),
/* harmony export */   Zt: () => (/* binding */ CONNECTING),
/* harmony export */   li: () => (/* binding */ LARGEST_HEADER_BYTES)
/* harmony export */ });
const LARGEST_ANSWER_BYTES = 16 * 1024 * 1024;
const LARGEST_HEADER_BYTES = 64 * 1024;
const CONNECTING = { autoSelectFamily: true, autoSelectFamilyAttemptTimeout: 2_000 };


/***/ }),

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

/***/ 5825:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

var node_https__WEBPACK_IMPORTED_MODULE_1___namespace_cache;
var node_http__WEBPACK_IMPORTED_MODULE_0___namespace_cache;
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   a: () => (/* binding */ TunnelAgent)
/* harmony export */ });
/* harmony import */ var node_http__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7067);
/* harmony import */ var node_https__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4708);
/* harmony import */ var node_tls__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1692);
/* harmony import */ var _limits_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(7043);
/* harmony import */ var _network_fault_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(4092);
/* harmony import */ var _retry_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(9305);
/* harmony import */ var _url_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(8110);







class TunnelAgent extends node_http__WEBPACK_IMPORTED_MODULE_0__.Agent {
    proxyHost;
    #proxy;
    #secure;
    constructor(proxy, { secure, keepAlive }) {
        super({ keepAlive });
        this.#proxy = proxy;
        this.#secure = secure;
        this.proxyHost = `${proxy.hostname}:${portOf(proxy)}`;
        Object.assign(this, secure ? { protocol: 'https:', defaultPort: 443 } : {});
    }
    createConnection(options, callback) {
        const { port, servername = '' } = options;
        const host = options.host ?? '';
        const target = `${host}:${port}`;
        const request = this.#connect(target);
        const fail = (error) => void Reflect.apply(callback ?? noop, undefined, [error]);
        request.on('error', error => fail(this.#fault(target, error)));
        request.on('connect', ({ statusCode = 0, statusMessage = '' }, socket, head) => {
            request.removeAllListeners('error').on('error', noop);
            if (statusCode < 200 || statusCode > 299) {
                socket.destroy();
                return fail(this.#refusal(target, statusCode, statusMessage));
            }
            if (head.length > 0)
                socket.unshift(head);
            callback?.(null, this.#secure ? node_tls__WEBPACK_IMPORTED_MODULE_2__.connect({ socket, host, servername, ...CHECKED }) : socket);
        });
        request.end();
    }
    #connect(target) {
        const { request } = this.#proxy.protocol === 'https:' ? /*#__PURE__*/ (node_https__WEBPACK_IMPORTED_MODULE_1___namespace_cache || (node_https__WEBPACK_IMPORTED_MODULE_1___namespace_cache = __webpack_require__.t(node_https__WEBPACK_IMPORTED_MODULE_1__, 2))) : /*#__PURE__*/ (node_http__WEBPACK_IMPORTED_MODULE_0___namespace_cache || (node_http__WEBPACK_IMPORTED_MODULE_0___namespace_cache = __webpack_require__.t(node_http__WEBPACK_IMPORTED_MODULE_0__, 2)));
        const { username, password } = this.#proxy;
        const login = `${decodeURIComponent(username)}:${decodeURIComponent(password)}`;
        const basic = `Basic ${Buffer.from(login, 'utf8').toString('base64')}`;
        return request({
            host: (0,_url_js__WEBPACK_IMPORTED_MODULE_5__/* .bareHost */ .n)(this.#proxy),
            port: portOf(this.#proxy),
            method: 'CONNECT',
            path: target,
            headers: { host: target, ...(login === ':' ? {} : { 'proxy-authorization': basic }) },
            agent: false,
            maxHeaderSize: _limits_js__WEBPACK_IMPORTED_MODULE_3__/* .LARGEST_HEADER_BYTES */ .li,
            signal: AbortSignal.timeout(_retry_js__WEBPACK_IMPORTED_MODULE_6__/* .REQUEST_TIMEOUT_MS */ .j2),
            ..._limits_js__WEBPACK_IMPORTED_MODULE_3__/* .CONNECTING */ .Zt,
            ...CHECKED,
        });
    }
    #refusal(target, status, words) {
        const failure = { layer: 'proxy', proxy: this.proxyHost, status, way: null };
        const said = `HTTP ${status} ${words}`.trim();
        return new _network_fault_js__WEBPACK_IMPORTED_MODULE_4__/* .NetworkFault */ .H6((0,_network_fault_js__WEBPACK_IMPORTED_MODULE_4__/* .failureText */ .kY)(failure, target, said), { nothingSent: true, failure });
    }
    #fault(target, error) {
        const failure = {
            layer: 'proxy',
            proxy: this.proxyHost,
            status: null,
            way: wayOf(error),
        };
        return new _network_fault_js__WEBPACK_IMPORTED_MODULE_4__/* .NetworkFault */ .H6((0,_network_fault_js__WEBPACK_IMPORTED_MODULE_4__/* .failureText */ .kY)(failure, target, (0,_network_fault_js__WEBPACK_IMPORTED_MODULE_4__/* .inWords */ .r4)(error)), { nothingSent: true, failure }, error);
    }
}
const CHECKED = { rejectUnauthorized: true };
function noop() { }
function portOf({ port, protocol }) {
    return port || (protocol === 'https:' ? '443' : '80');
}
function wayOf(error) {
    const trouble = (0,_network_fault_js__WEBPACK_IMPORTED_MODULE_4__/* .tlsTroubleOf */ .MX)(error);
    const code = (0,_network_fault_js__WEBPACK_IMPORTED_MODULE_4__/* .codeOf */ .$N)(error);
    if (trouble !== null)
        return { layer: 'TLS', trouble };
    return { layer: code === 'ENOTFOUND' || code === 'EAI_AGAIN' ? 'name look-up' : 'connection' };
}


/***/ }),

/***/ 4899:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   O: () => (/* binding */ ownProblem)
/* harmony export */ });
function ownProblem(reason, message, advice) {
    return { reason, code: null, message, httpStatus: null, requestId: null, advice };
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
    const keyed = alike.map(item => ({ item, key: (0,_canonical_js__WEBPACK_IMPORTED_MODULE_0__/* .canonical */ .$N)(item.content) }));
    return keyed.sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0)).map(({ item }) => item);
}


/***/ }),

/***/ 2119:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   c: () => (/* binding */ caseless),
/* harmony export */   o: () => (/* binding */ bareOrOnly)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6309);
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(4214);
/* harmony import */ var _canonical_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1020);


function caseless(shape) {
    return zod__WEBPACK_IMPORTED_MODULE_1__/* .record */ .g1P(zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(), zod__WEBPACK_IMPORTED_MODULE_1__/* .unknown */ .L5J())
        .transform((object, context) => {
        const folded = new Map();
        for (const [key, value] of Object.entries(object)) {
            const name = key.toLowerCase();
            if (value === null)
                continue;
            if (folded.has(name) && (0,_canonical_js__WEBPACK_IMPORTED_MODULE_0__/* .canonical */ .$N)(folded.get(name)) !== (0,_canonical_js__WEBPACK_IMPORTED_MODULE_0__/* .canonical */ .$N)(value)) {
                context.addIssue({ code: 'custom', path: [key], message: 'given twice with different values' });
                return zod__WEBPACK_IMPORTED_MODULE_2__/* .NEVER */ .tm;
            }
            folded.set(name, value);
        }
        return Object.fromEntries(folded);
    })
        .pipe(zod__WEBPACK_IMPORTED_MODULE_1__/* .looseObject */ ._H3(shape));
}
function bareOrOnly(schema) {
    return zod__WEBPACK_IMPORTED_MODULE_1__/* .preprocess */ .vkY(value => (Array.isArray(value) && value.length === 1 ? value[0] : value), schema);
}


/***/ }),

/***/ 9672:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Yj: () => (/* binding */ askHealth),
/* harmony export */   _e: () => (/* binding */ healthPage),
/* harmony export */   bh: () => (/* binding */ healthFault),
/* harmony export */   hD: () => (/* binding */ findingOf),
/* harmony export */   pP: () => (/* binding */ healthNotice)
/* harmony export */ });
/* unused harmony export healthIn */
/* harmony import */ var _cloud_fault_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6639);
/* harmony import */ var _cloud_http_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2771);
/* harmony import */ var _cloud_network_fault_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(4092);
/* harmony import */ var _text_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(5015);
/* harmony import */ var _wire_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(2330);
/* harmony import */ var _caseless_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(2119);






const HEALTH_TIMEOUT_MS = 4_000;
const NOT_FOUND = 404;
function healthPage(endpoint) {
    return new URL('/oms/health', endpoint.origin);
}
async function askHealth(url, { agent, signal, countRequest, transport = _cloud_http_js__WEBPACK_IMPORTED_MODULE_1__/* .exchange */ .c }) {
    try {
        const request = { method: 'GET', url, headers: {}, body: null };
        countRequest();
        return healthIn(await transport(request, { agent, timeoutMs: HEALTH_TIMEOUT_MS, signal }));
    }
    catch (error) {
        if (!(error instanceof _cloud_network_fault_js__WEBPACK_IMPORTED_MODULE_2__/* .NetworkFault */ .H6))
            throw error;
        return signal.aborted ? null : { kind: 'unanswered', what: error.what };
    }
}
const health = (0,_caseless_js__WEBPACK_IMPORTED_MODULE_4__/* .caseless */ .c)({ success: _wire_js__WEBPACK_IMPORTED_MODULE_3__/* .anything */ .D8, data: (0,_caseless_js__WEBPACK_IMPORTED_MODULE_4__/* .bareOrOnly */ .o)((0,_caseless_js__WEBPACK_IMPORTED_MODULE_4__/* .caseless */ .c)({ healthy: _wire_js__WEBPACK_IMPORTED_MODULE_3__/* .anything */ .D8 })) });
function healthIn({ status, body }) {
    const said = health.safeParse(parsed(body)).data;
    const healthy = (0,_text_js__WEBPACK_IMPORTED_MODULE_5__/* .booleanOf */ .SF)(said?.success) === false ? false : (0,_text_js__WEBPACK_IMPORTED_MODULE_5__/* .booleanOf */ .SF)(said?.data.healthy);
    if (status === NOT_FOUND)
        return { kind: 'strange', httpStatus: status };
    if (healthy === false)
        return { kind: 'unhealthy' };
    return healthy === true && isSuccess(status) ? { kind: 'healthy' } : { kind: 'strange', httpStatus: status };
}
function findingOf({ href }, found) {
    switch (found.kind) {
        case 'healthy':
            return `The health page ${href} says that OMS is up, so address and network are right; look at credentials, path and proxies.`;
        case 'unhealthy':
            return `The health page ${href} says that OMS is not healthy: look at its components on the OMS host.`;
        case 'strange':
            return `The health page ${href} is not OMS's (HTTP ${found.httpStatus}): check host and port of endpoint (OMS listens on 8089 by default).`;
        case 'unanswered':
            return `The health page ${href} gave no answer either (${found.what}), so look at the address and the network before the credentials.`;
    }
}
function healthFault({ href }, found) {
    const doing = `ask whether OMS is healthy at ${href}`;
    const fault = (what, advice, httpStatus = null) => new _cloud_fault_js__WEBPACK_IMPORTED_MODULE_0__/* .ApiFault */ .dW({ kind: 'transient', message: (0,_cloud_fault_js__WEBPACK_IMPORTED_MODULE_0__/* .couldNot */ .NF)(doing, what), doing, what, advice, httpStatus });
    switch (found?.kind) {
        case 'healthy':
            return null;
        case 'unhealthy':
            return fault('it says that it is not.', 'Look at the components of OMS on its host.');
        case 'strange':
            return found.httpStatus === NOT_FOUND
                ? null
                : fault(`HTTP ${found.httpStatus}, which is no answer of its health page.`, ADDRESS, found.httpStatus);
        case 'unanswered':
            return fault(`${found.what}.`, ADDRESS);
        case undefined:
            return fault('the step ended before the answer.', null);
    }
}
const ADDRESS = 'Check host and port of endpoint (OMS listens on 8089 by default), and the network to it.';
function healthNotice({ href }, found) {
    return found?.kind === 'strange' && found.httpStatus === NOT_FOUND
        ? `There is no health page at ${href} (HTTP 404), so whether OMS is up was not looked at.`
        : null;
}
function isSuccess(status) {
    return status >= 200 && status < 300;
}
function parsed(body) {
    try {
        return JSON.parse(body);
    }
    catch {
        return null;
    }
}


/***/ }),

/***/ 9162:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  omsService: () => (/* binding */ omsService)
});

// EXTERNAL MODULE: ./cloud/fault.js
var fault = __webpack_require__(6639);
// EXTERNAL MODULE: ./services/faults.js
var faults = __webpack_require__(9553);
// EXTERNAL MODULE: ./services/start.js
var start = __webpack_require__(4502);
// EXTERNAL MODULE: ./services/text.js
var services_text = __webpack_require__(5015);
// EXTERNAL MODULE: ./services/endpoint.js
var services_endpoint = __webpack_require__(413);
// EXTERNAL MODULE: ../node_modules/zod/v4/classic/schemas.js + 4 modules
var schemas = __webpack_require__(6309);
// EXTERNAL MODULE: ./cloud/error-body.js
var error_body = __webpack_require__(7790);
// EXTERNAL MODULE: ./cloud/error-table.js
var error_table = __webpack_require__(7860);
// EXTERNAL MODULE: ./services/wire.js
var wire = __webpack_require__(2330);
// EXTERNAL MODULE: ./services/oms/caseless.js
var caseless = __webpack_require__(2119);
;// CONCATENATED MODULE: ./services/oms/envelope.js






const errorFields = {
    errorcode: wire/* anything */.D8,
    error_code: wire/* anything */.D8,
    errcode: wire/* anything */.D8,
    errordetail: wire/* anything */.D8,
    error: wire/* anything */.D8,
    errormessage: wire/* anything */.D8,
    error_msg: wire/* anything */.D8,
    errormsg: wire/* anything */.D8,
    externalmessage: wire/* anything */.D8,
};
const fields = {
    ...errorFields,
    success: wire/* anything */.D8,
    code: wire/* anything */.D8,
    message: wire/* anything */.D8,
    advice: wire/* anything */.D8,
    requestid: wire/* anything */.D8,
    request_id: wire/* anything */.D8,
    data: wire/* anything */.D8,
    totalcount: wire/* anything */.D8,
};
const anyEnvelope = (0,caseless/* caseless */.c)(fields);
const errorDetail = (0,caseless/* bareOrOnly */.o)((0,caseless/* caseless */.c)({ code: wire/* anything */.D8, message: wire/* anything */.D8, title: wire/* anything */.D8, proposal: wire/* anything */.D8 }));
const content = (0,caseless/* bareOrOnly */.o)((0,caseless/* caseless */.c)({ ...errorFields, success: wire/* anything */.D8, precheckstatus: wire/* anything */.D8, projectstatus: wire/* anything */.D8 }));
const envelope = anyEnvelope
    .refine(body => (0,services_text/* booleanOf */.SF)(body.success) === true, { path: ['success'] })
    .transform((body) => ({
    data: body.data ?? null,
    requestId: (0,services_text/* textOf */.b6)(body.requestid),
    totalCount: numberOf(body.totalcount),
}));
function errorInEnvelope(json) {
    const body = anyEnvelope.safeParse(json).data;
    if (body === undefined)
        return (0,error_body/* errorInJson */.i)(json);
    const success = (0,services_text/* booleanOf */.SF)(body.success);
    const around = saidIn(body, body.code);
    if (success === null && around === null)
        return (0,error_body/* errorInJson */.i)(json);
    const said = around ?? (success === true ? besideSuccess(body.data) : NOTHING_SAID);
    if (said === null)
        return null;
    return {
        code: said.code,
        message: said.detail ?? (0,services_text/* textOf */.b6)(body.message) ?? said.message,
        requestId: (0,services_text/* textOf */.b6)(body.requestid) ?? (0,services_text/* textOf */.b6)(body.request_id),
        advice: said.proposal ?? (0,services_text/* textOf */.b6)(body.advice),
    };
}
const NOTHING_SAID = { code: null, detail: null, message: null, proposal: null };
function saidIn(body, ...codes) {
    const objects = [body.errordetail, body.error].filter(hasContent);
    const parts = objects.map(value => errorDetail.safeParse(value).data ?? { message: value });
    const given = [...codes, body.errorcode, body.error_code, body.errcode, ...parts.map(part => part.code)];
    const code = decisiveCode(given.map(codeOfError));
    const texts = [body.errormessage, body.error_msg, body.errormsg, body.externalmessage];
    const [message = null] = texts
        .filter(text => !isSuccess(text))
        .map(services_text/* textOf */.b6)
        .filter(text => text !== null);
    if (code === null && message === null && objects.length === 0)
        return null;
    const first = (values) => values.map(services_text/* textOf */.b6).find(text => text !== null) ?? null;
    const detail = first(parts.flatMap(part => [part.message, part.title]));
    return { code, detail, message, proposal: first(parts.map(part => part.proposal)) };
}
function besideSuccess(data) {
    const inner = content.safeParse(data).data;
    if (inner === undefined)
        return null;
    const words = [inner.precheckstatus, inner.projectstatus].map(services_text/* wordOf */.aG).filter(word => word !== '');
    if (words.some(word => word !== 'FINISHED'))
        return null;
    return saidIn(inner) ?? ((0,services_text/* booleanOf */.SF)(inner.success) === false ? NOTHING_SAID : null);
}
function numberOf(value) {
    const text = (0,services_text/* textOf */.b6)(value);
    return text === null ? null : Number(text);
}
const WORDS_OF_SUCCESS = ['SUCCESS', 'OK', '0', '200'];
const isSuccess = (value) => WORDS_OF_SUCCESS.includes((0,services_text/* wordOf */.aG)(value));
function codeOfError(code) {
    return isSuccess(code) ? null : (0,services_text/* textOf */.b6)(code);
}
function hasContent(given) {
    const detail = Array.isArray(given) && given.length === 1 ? given[0] : given;
    const isEmpty = typeof detail === 'object' && detail !== null && Object.keys(detail).length === 0;
    return !isEmpty && (0,services_text/* textOf */.b6)(detail) !== null;
}
function decisiveCode(codes) {
    const given = codes.filter(code => code !== null).map(code => code.trim());
    const known = given.find(code => (0,error_table/* classify */.L8)({ operation: 'read', httpStatus: 200, code }) !== 'service-error');
    return known ?? given[0] ?? null;
}
const submittedId = (0,caseless/* bareOrOnly */.o)(schemas/* union */.KCZ([schemas/* string */.YjP(), (0,caseless/* caseless */.c)({ precheckid: schemas/* string */.YjP() }).transform(data => data.precheckid)])).pipe(schemas/* string */.YjP().trim().min(1));

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
const item = (0,caseless/* caseless */.c)(itemFields).refine(entry => NAMING_FIELDS.some(field => entry[field] !== undefined));
const items = schemas/* preprocess */.vkY(value => {
    if (value === undefined)
        return [];
    if (typeof value !== 'object' || value === null || Array.isArray(value))
        return value;
    const values = Object.values(value);
    return values.every(one => typeof one === 'object' && one !== null) ? values.flat() : [value];
}, schemas/* array */.YOg(item));
const UNFINISHED = ['INIT', 'PENDING', 'RUNNING'];
function rankOf(status) {
    if (status === 'FAILED')
        return 0;
    if (status === 'SKIPPED')
        return 2;
    if (UNFINISHED.includes(status))
        return 3;
    return status === 'FINISHED' ? 4 : 1;
}
const runData = (0,caseless/* bareOrOnly */.o)((0,caseless/* caseless */.c)({
    precheckid: wire/* anything */.D8,
    projectid: wire/* anything */.D8,
    precheckstatus: wire/* anything */.D8,
    projectstatus: wire/* anything */.D8,
    progress: wire/* anything */.D8,
    precheckresults: items.optional(),
})).transform((data, context) => {
    const words = [(0,services_text/* wordOf */.aG)(data.precheckstatus), (0,services_text/* wordOf */.aG)(data.projectstatus)].filter(word => word !== '');
    const [status = ''] = words.toSorted((a, b) => rankOf(a) - rankOf(b));
    const progress = (0,wire/* percentOf */.pR)(data.progress);
    const found = data.precheckresults ?? [];
    const wrong = (path, message) => context.addIssue({ code: 'custom', path: [path], message });
    if (status === '')
        wrong('preCheckStatus', 'missing');
    if (progress === undefined)
        wrong('progress', 'unreadable');
    return {
        status,
        progress: progress ?? null,
        precheckId: (0,services_text/* textOf */.b6)(data.precheckid),
        projectId: (0,services_text/* textOf */.b6)(data.projectid),
        items: found,
    };
});

;// CONCATENATED MODULE: ./services/oms/api.js




async function submitPrecheck(access, taskId, body) {
    const doing = `start the OMS pre-check of ${taskId}`;
    return call(access, 'SubmitPreCheck', { operation: 'start', doing, body }, submittedId);
}
async function readPrecheck(access, taskId, precheckId) {
    const ofTask = taskId === precheckId ? '' : ` of ${taskId}`;
    const doing = `read the result of the OMS pre-check ${precheckId}${ofTask}`;
    const what = { operation: 'read', isPoll: true, doing, body: { id: precheckId } };
    return call(access, 'GetPreCheckResult', what, runData, ({ items }, { totalCount }) => {
        if (totalCount === null || totalCount <= items.length)
            return null;
        return Number.isNaN(totalCount)
            ? 'an unreadable totalCount'
            : `a totalCount of ${totalCount} beside ${items.length} items`;
    });
}
async function call({ connection, endpoint }, action, what, schema, wrongIn = () => null) {
    const { value, httpStatus, requestId } = await connection.call({
        ...what,
        method: 'POST',
        url: (0,services_endpoint/* urlBelow */.dX)(endpoint, `/api/v2?Action=${action}`),
        schema: envelope,
        errorIn: errorInEnvelope,
    });
    const data = schema.safeParse(value.data);
    const wrong = data.success ? wrongIn(data.data, value) : `an unknown shape at ${placeOf(data.error)}`;
    if (data.success && wrong === null)
        return data.data;
    throw (0,faults/* shapeFault */.E4)('OMS', {
        doing: what.doing,
        what: wrong ?? 'an unknown shape',
        httpStatus,
        requestId: value.requestId ?? requestId,
    });
}
function placeOf(error) {
    return ['data', ...(error.issues[0]?.path ?? [])].join('.');
}

// EXTERNAL MODULE: ./services/oms/health.js
var health = __webpack_require__(9672);
// EXTERNAL MODULE: ./services/oms/ids.js
var ids = __webpack_require__(5566);
// EXTERNAL MODULE: ./precheck/own-problem.js
var own_problem = __webpack_require__(4899);
// EXTERNAL MODULE: ./services/canonical.js
var canonical = __webpack_require__(1020);
;// CONCATENATED MODULE: ./services/oms/ending.js

function endingOf(run, items) {
    switch (run.status) {
        case 'INIT':
        case 'PENDING':
        case 'RUNNING':
            return { kind: 'running' };
        case 'FINISHED':
            return isWhole(run, items) ? { kind: 'ended', overall: 'none' } : { kind: 'running' };
        case 'FAILED':
            return { kind: 'ended', overall: 'run-failed' };
        case 'SKIPPED':
            return { kind: 'ended', overall: 'run-skipped' };
        default:
            return { kind: 'unknown' };
    }
}
function isWhole({ progress }, items) {
    return (progress === null || progress === 100) && !items.some(item => item.status === 'pending');
}
const UNKNOWN_STATUS_PATIENCE_MS = 60_000;
function unknownAfter(before, run, now) {
    const content = (0,canonical/* canonical */.$N)(run);
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
    const named = items.map(item => ({ id: baseIdOf(item), content: item }));
    const ids = (0,item_ids/* numbered */.j)(named);
    return items.map((item, index) => checkItemOf(item, ids[index] ?? ABSENT));
}
function baseIdOf(item) {
    return [item.endpointtype, item.role, item.checktype].map(partOf).join('/');
}
function checkItemOf(item, id) {
    return {
        id,
        baseId: baseIdOf(item),
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



const PROJECT_ID = /^np_/i;
function readingOf(subject, run, runIds, before, now) {
    const { task, precheckId } = subject;
    const items = checkItemsOf(run.items);
    const ending = endingOf(run, items);
    const overall = ending.kind === 'ended' ? ending.overall : 'none';
    const picture = { precheckId, progress: run.progress, overall, items };
    const identity = identityOf(subject, run, runIds);
    if (ending.kind === 'unknown' && identity.kind !== 'other-task') {
        const unknown = unknownAfter(before, run, now);
        const problem = unknownStatus(task, precheckId, run.status);
        const isOver = now - unknown.since >= UNKNOWN_STATUS_PATIENCE_MS;
        const beside = { picture, isFirst: false };
        const reading = isOver
            ? { kind: 'ended', task, problem, beside }
            : { kind: 'unread', task, problem, beside, isEmpty: false, retryAt: null, throttled: false };
        return { reading, unknown };
    }
    const facts = {
        picture,
        finished: ending.kind !== 'running',
        identity,
        evidence: 'none',
        unreadable: null,
        standing: null,
    };
    return { reading: { kind: 'answer', task, facts }, unknown: null };
}
function identityOf({ task, precheckId, projectId }, run, runIds) {
    const ofRun = runIds.identityOf(task.id, [precheckId], run.precheckId);
    if (ofRun.kind === 'other-task')
        return ofRun;
    const ofProject = runIds.identityOf(task.id, [projectId ?? precheckId, precheckId], run.projectId);
    const isAnyProject = projectId === null && PROJECT_ID.test(run.projectId ?? '');
    if (ofProject.kind === 'strange' && isAnyProject)
        return ofRun;
    return ofRun.kind === 'own' || ofProject.kind === 'other-task' ? ofProject : ofRun;
}
function unknownStatus(task, precheckId, status) {
    const ofTask = task.id === precheckId ? '' : ` of ${task.id}`;
    return (0,own_problem/* ownProblem */.O)('unknown-status', `The OMS pre-check ${precheckId}${ofTask} has the status ${status}, which OMS documents nowhere, so it counts as neither finished nor passed.`, 'Look at the pre-check in the OMS console. If the status is regular there, report the word to the maintainers of this action.');
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
        if (this.#ports.deadline.signal.aborted)
            return (0,start/* overtaken */.K1)(task, `the OMS pre-check of ${task.id}`);
        try {
            return this.#started(task, await submitPrecheck(this.#access, task.id, request.bodyOf(task)));
        }
        catch (error) {
            if (!(error instanceof fault/* ApiFault */.dW))
                throw error;
            const started = (0,start/* startedOfFaultWithoutId */.II)(task, error);
            return started.kind === 'ended'
                ? (0,start/* startedOfFaultWithoutId */.II)(task, await this.#advised(task, error))
                : started;
        }
    }
    #started(task, precheckId) {
        this.#ports.runIds.claim(precheckId, task.id);
        this.#known.set(task.id, { precheckId, unknown: null });
        return { kind: 'started', task, precheckId, boundById: true };
    }
    async #read(task) {
        const known = this.#known.get(task.id);
        if (known === undefined)
            throw new Error(`The OMS task ${task.id} is read before it is started`);
        const { precheckId, unknown } = known;
        try {
            const run = await readPrecheck(this.#access, task.id, precheckId);
            const subject = { task, precheckId, projectId: this.#projectIdOf(task) };
            const seen = readingOf(subject, run, this.#ports.runIds, unknown, this.#ports.clock.now());
            this.#known.set(task.id, { precheckId, unknown: seen.unknown });
            return seen.reading;
        }
        catch (error) {
            if (!(error instanceof fault/* ApiFault */.dW))
                throw error;
            return (0,faults/* readingOfFault */.EC)(task, (0,faults/* isAgain */.F9)(error) ? error : await this.#advised(task, error), null);
        }
    }
    #projectIdOf(task) {
        return this.#request.mode === 'query' ? null : (0,services_text/* textOf */.b6)(this.#request.bodyOf(task)['projectId']);
    }
    async #advised(task, fault) {
        const explained = await this.#explained(fault);
        const { mode } = this.#request;
        const isKnownById = mode === 'query' || this.#projectIdOf(task) === task.id;
        return isKnownById ? (0,ids/* withIdAdvice */.W)(explained, task.id, mode) : explained;
    }
}
function explainer({ endpoint, connection }, { deadline, countRequest, transport }) {
    const url = (0,health/* healthPage */._e)(endpoint);
    let asked = null;
    return async (fault) => {
        const isBeforeHost = fault.layer === 'proxy' || fault.layer === 'TLS';
        if (fault.understood || isBeforeHost || deadline.signal.aborted)
            return fault;
        const { signal } = deadline;
        asked ??= (0,health/* askHealth */.Yj)(url, { agent: connection.agentFor(url), signal, countRequest, transport });
        const found = await asked;
        return found === null ? fault : fault.with({ message: `${fault.message} ${(0,health/* findingOf */.hD)(url, found)}` });
    };
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
/* harmony import */ var _precheck_own_problem_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(4899);
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
    const message = `Could not start ${what}: the step ended before.`;
    const problem = (0,_precheck_own_problem_js__WEBPACK_IMPORTED_MODULE_3__/* .ownProblem */ .O)('timed-out', message, 'Raise timeout-minutes.');
    return { kind: 'ended', task, problem };
}


/***/ }),

/***/ 2330:
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
