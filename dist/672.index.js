export const id = 672;
export const ids = [672];
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
/* harmony import */ var _precheck_sentence_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(5540);
/* harmony import */ var _limits_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(7043);
/* harmony import */ var _network_fault_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(4092);
/* harmony import */ var _tunnel_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(5825);
/* harmony import */ var _url_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(8110);











const STEP_ENDED = (0,_precheck_sentence_js__WEBPACK_IMPORTED_MODULE_6__/* .told */ .Ev)('the step ended before the answer came', '步骤在应答到达之前结束');
async function exchange(request, options) {
    const { status, headers, bytes } = await exchangeBytes(request, options);
    return { status, headers, body: bytes.toString('utf8') };
}
async function exchangeBytes(request, options) {
    const { agent, timeoutMs } = options;
    const progress = { layer: firstLayer(request.url, agent), made: false };
    if (options.signal.aborted)
        throw new _network_fault_js__WEBPACK_IMPORTED_MODULE_8__/* .NetworkFault */ .H6(STEP_ENDED, { nothingSent: true });
    const timeout = AbortSignal.timeout(timeoutMs);
    const signal = AbortSignal.any([options.signal, timeout]);
    const largest = options.largestBytes ?? _limits_js__WEBPACK_IMPORTED_MODULE_7__/* .LARGEST_ANSWER_BYTES */ .A;
    try {
        const message = await send(request, agent, signal, progress);
        const read = await readBody(message, signal, largest);
        const bytes = await decode(read, message.headers['content-encoding'], largest);
        return { status: message.statusCode ?? 0, headers: message.headers, bytes };
    }
    catch (error) {
        if (error instanceof _network_fault_js__WEBPACK_IMPORTED_MODULE_8__/* .NetworkFault */ .H6)
            throw error;
        if (options.signal.aborted)
            throw new _network_fault_js__WEBPACK_IMPORTED_MODULE_8__/* .NetworkFault */ .H6(STEP_ENDED, { nothingSent: !progress.made }, error);
        const timedOut = timeout.aborted ? withinText(Math.round(timeoutMs / 100) / 10) : null;
        throw faultOf(error, timedOut, request.url, { ...progress, agent });
    }
}
function withinText(seconds) {
    return (0,_precheck_sentence_js__WEBPACK_IMPORTED_MODULE_6__/* .told */ .Ev)(`no complete answer within ${seconds} s`, `${seconds} 秒内没有收到完整的应答`);
}
function firstLayer(url, agent) {
    if (agent instanceof _tunnel_js__WEBPACK_IMPORTED_MODULE_9__/* .TunnelAgent */ .a)
        return 'proxy';
    return (0,node_net__WEBPACK_IMPORTED_MODULE_2__.isIP)((0,_url_js__WEBPACK_IMPORTED_MODULE_10__/* .bareHost */ .n)(url)) === 0 ? 'name look-up' : 'connection';
}
function faultOf(error, timedOut, { host }, { layer, made, agent }) {
    const failure = failureOf(timedOut === null ? error : null, layer, agent);
    const why = (0,_network_fault_js__WEBPACK_IMPORTED_MODULE_8__/* .codeOf */ .$N)(error) === 'HPE_HEADER_OVERFLOW'
        ? (0,_precheck_sentence_js__WEBPACK_IMPORTED_MODULE_6__/* .told */ .Ev)(`the header of the answer is larger than ${_limits_js__WEBPACK_IMPORTED_MODULE_7__/* .LARGEST_HEADER_BYTES */ .li / 1024} KiB`, `应答的头部超过 ${_limits_js__WEBPACK_IMPORTED_MODULE_7__/* .LARGEST_HEADER_BYTES */ .li / 1024} KiB`)
        : (timedOut ?? (0,_network_fault_js__WEBPACK_IMPORTED_MODULE_8__/* .inWords */ .r4)(error));
    const nothingSent = !made || failure.layer === 'TLS';
    return new _network_fault_js__WEBPACK_IMPORTED_MODULE_8__/* .NetworkFault */ .H6((0,_network_fault_js__WEBPACK_IMPORTED_MODULE_8__/* .failureText */ .kY)(failure, host, why), { nothingSent, failure }, error);
}
function failureOf(error, layer, agent) {
    const trouble = (0,_network_fault_js__WEBPACK_IMPORTED_MODULE_8__/* .tlsTroubleOf */ .MX)(error);
    if (trouble !== null)
        return { layer: 'TLS', trouble };
    if (layer === 'TLS')
        return { layer, trouble: 'passing' };
    if (layer !== 'proxy')
        return { layer };
    const proxy = agent instanceof _tunnel_js__WEBPACK_IMPORTED_MODULE_9__/* .TunnelAgent */ .a ? agent.proxyHost : '';
    return { layer, proxy, status: null, way: { layer: 'HTTP' } };
}
function send(request, agent, signal, progress) {
    return new Promise((resolve, reject) => {
        const { request: open } = request.url.protocol === 'https:' ? /*#__PURE__*/ (node_https__WEBPACK_IMPORTED_MODULE_1___namespace_cache || (node_https__WEBPACK_IMPORTED_MODULE_1___namespace_cache = __webpack_require__.t(node_https__WEBPACK_IMPORTED_MODULE_1__, 2))) : /*#__PURE__*/ (node_http__WEBPACK_IMPORTED_MODULE_0___namespace_cache || (node_http__WEBPACK_IMPORTED_MODULE_0___namespace_cache = __webpack_require__.t(node_http__WEBPACK_IMPORTED_MODULE_0__, 2)));
        const length = request.body === null ? {} : { 'content-length': String(Buffer.byteLength(request.body)) };
        const headers = { ...request.headers, ...length };
        const options = { method: request.method, headers, agent, signal, maxHeaderSize: _limits_js__WEBPACK_IMPORTED_MODULE_7__/* .LARGEST_HEADER_BYTES */ .li };
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
        if ((0,_network_fault_js__WEBPACK_IMPORTED_MODULE_8__/* .codeOf */ .$N)(error) === 'ERR_BUFFER_TOO_LARGE')
            throw tooLarge(largest);
        return Buffer.from(`(${encoding} that cannot be unpacked)`);
    }
}
function tooLarge(largest) {
    const mib = largest / 1024 / 1024;
    const what = (0,_precheck_sentence_js__WEBPACK_IMPORTED_MODULE_6__/* .told */ .Ev)(`the answer is larger than ${mib} MiB`, `应答超过 ${mib} MiB`);
    return new _network_fault_js__WEBPACK_IMPORTED_MODULE_8__/* .NetworkFault */ .H6(what, { nothingSent: false, tooLarge: true });
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

/***/ 2119:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   c: () => (/* binding */ caseless),
/* harmony export */   o: () => (/* binding */ bareOrOnly)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6309);
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(4214);
/* harmony import */ var _canonical_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1020);
/* harmony import */ var _text_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5015);



function caseless(shape) {
    const names = new Map(Object.keys(shape).map(name => [(0,_text_js__WEBPACK_IMPORTED_MODULE_1__/* .inCapitals */ .tV)(name), name]));
    return zod__WEBPACK_IMPORTED_MODULE_2__/* .record */ .g1P(zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(), zod__WEBPACK_IMPORTED_MODULE_2__/* .unknown */ .L5J())
        .transform((object, context) => {
        const folded = new Map();
        for (const [key, value] of Object.entries(object)) {
            const name = names.get((0,_text_js__WEBPACK_IMPORTED_MODULE_1__/* .inCapitals */ .tV)(key)) ?? key;
            if (value === null)
                continue;
            if (folded.has(name) && (0,_canonical_js__WEBPACK_IMPORTED_MODULE_0__/* .canonical */ .$N)(folded.get(name)) !== (0,_canonical_js__WEBPACK_IMPORTED_MODULE_0__/* .canonical */ .$N)(value)) {
                context.addIssue({ code: 'custom', path: [key], message: 'given twice with different values' });
                return zod__WEBPACK_IMPORTED_MODULE_3__/* .NEVER */ .tm;
            }
            folded.set(name, value);
        }
        return Object.fromEntries(folded);
    })
        .pipe(zod__WEBPACK_IMPORTED_MODULE_2__/* .looseObject */ ._H3(shape));
}
function bareOrOnly(schema) {
    return zod__WEBPACK_IMPORTED_MODULE_2__/* .preprocess */ .vkY(value => (Array.isArray(value) && value.length === 1 ? value[0] : value), schema);
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
/* harmony import */ var _precheck_sentence_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(5540);
/* harmony import */ var _text_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(5015);
/* harmony import */ var _wire_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(2330);
/* harmony import */ var _caseless_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(2119);







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
        return signal.aborted ? null : { kind: 'unanswered', what: error.told };
    }
}
const health = (0,_caseless_js__WEBPACK_IMPORTED_MODULE_5__/* .caseless */ .c)({ success: _wire_js__WEBPACK_IMPORTED_MODULE_4__/* .anything */ .D8, data: (0,_caseless_js__WEBPACK_IMPORTED_MODULE_5__/* .bareOrOnly */ .o)((0,_caseless_js__WEBPACK_IMPORTED_MODULE_5__/* .caseless */ .c)({ healthy: _wire_js__WEBPACK_IMPORTED_MODULE_4__/* .anything */ .D8 })) });
function healthIn({ status, body }) {
    const said = health.safeParse(parsed(body)).data;
    const healthy = (0,_text_js__WEBPACK_IMPORTED_MODULE_6__/* .booleanOf */ .SF)(said?.success) === false ? false : (0,_text_js__WEBPACK_IMPORTED_MODULE_6__/* .booleanOf */ .SF)(said?.data.healthy);
    if (status === NOT_FOUND)
        return { kind: 'strange', httpStatus: status };
    if (healthy === false)
        return { kind: 'unhealthy' };
    return healthy === true && isSuccess(status) ? { kind: 'healthy' } : { kind: 'strange', httpStatus: status };
}
function findingOf({ href }, found) {
    switch (found.kind) {
        case 'healthy':
            return (0,_precheck_sentence_js__WEBPACK_IMPORTED_MODULE_3__/* .told */ .Ev)(`The health page ${href} says that OMS is up, so address and network are right; look at credentials, path and proxies.`, `健康检查页面 ${href} 显示 OMS 正在运行，因此地址和网络没有问题；请检查凭证、路径和代理。`);
        case 'unhealthy':
            return (0,_precheck_sentence_js__WEBPACK_IMPORTED_MODULE_3__/* .told */ .Ev)(`The health page ${href} says that OMS is not healthy: look at its components on the OMS host.`, `健康检查页面 ${href} 显示 OMS 不健康：请在 OMS 主机上查看其组件。`);
        case 'strange':
            return (0,_precheck_sentence_js__WEBPACK_IMPORTED_MODULE_3__/* .told */ .Ev)(`The health page ${href} is not OMS's (HTTP ${found.httpStatus}): check host and port of endpoint (OMS listens on 8089 by default).`, `${href} 不是 OMS 的健康检查页面（HTTP ${found.httpStatus}）：请检查 endpoint 的主机和端口（OMS 默认监听 8089）。`);
        case 'unanswered':
            return (0,_precheck_sentence_js__WEBPACK_IMPORTED_MODULE_3__/* .inEach */ .B1)(in_ => (0,_precheck_sentence_js__WEBPACK_IMPORTED_MODULE_3__/* .told */ .Ev)(`The health page ${href} gave no answer either (${in_(found.what)}), so look at the address and the network before the credentials.`, `健康检查页面 ${href} 也没有应答（${in_(found.what)}），因此请先检查地址和网络，再检查凭证。`));
    }
}
function healthFault({ href }, found) {
    const doing = (0,_precheck_sentence_js__WEBPACK_IMPORTED_MODULE_3__/* .told */ .Ev)(`ask whether OMS is healthy at ${href}`, `在 ${href} 查询 OMS 是否健康`);
    const fault = (what, advice, httpStatus = null) => new _cloud_fault_js__WEBPACK_IMPORTED_MODULE_0__/* .ApiFault */ .dW({ kind: 'transient', message: (0,_cloud_fault_js__WEBPACK_IMPORTED_MODULE_0__/* .couldNot */ .NF)(doing, what), doing, what, advice, httpStatus });
    switch (found?.kind) {
        case 'healthy':
            return null;
        case 'unhealthy':
            return fault((0,_precheck_sentence_js__WEBPACK_IMPORTED_MODULE_3__/* .told */ .Ev)('it says that it is not.', '它显示不健康。'), (0,_precheck_sentence_js__WEBPACK_IMPORTED_MODULE_3__/* .told */ .Ev)('Look at the components of OMS on its host.', '请在 OMS 主机上查看其组件。'));
        case 'strange':
            return found.httpStatus === NOT_FOUND
                ? null
                : fault((0,_precheck_sentence_js__WEBPACK_IMPORTED_MODULE_3__/* .told */ .Ev)(`HTTP ${found.httpStatus}, which is no answer of its health page.`, `HTTP ${found.httpStatus}，这不是其健康检查页面的应答。`), ADDRESS, found.httpStatus);
        case 'unanswered':
            return fault((0,_precheck_sentence_js__WEBPACK_IMPORTED_MODULE_3__/* .inEach */ .B1)(in_ => (0,_precheck_sentence_js__WEBPACK_IMPORTED_MODULE_3__/* .told */ .Ev)(`${in_(found.what)}.`, `${in_(found.what)}。`)), ADDRESS);
        case undefined:
            return fault((0,_precheck_sentence_js__WEBPACK_IMPORTED_MODULE_3__/* .told */ .Ev)('the step ended before the answer.', '步骤在应答之前结束。'), null);
    }
}
const ADDRESS = (0,_precheck_sentence_js__WEBPACK_IMPORTED_MODULE_3__/* .told */ .Ev)('Check host and port of endpoint (OMS listens on 8089 by default), and the network to it.', '请检查 endpoint 的主机和端口（OMS 默认监听 8089），以及到它的网络。');
function healthNotice({ href }, found) {
    return found?.kind === 'strange' && found.httpStatus === NOT_FOUND
        ? (0,_precheck_sentence_js__WEBPACK_IMPORTED_MODULE_3__/* .told */ .Ev)(`There is no health page at ${href} (HTTP 404), so whether OMS is up was not looked at.`, `${href} 处没有健康检查页面（HTTP 404），因此没有查看 OMS 是否正在运行。`)
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
