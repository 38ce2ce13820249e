export const id = 963;
export const ids = [963];
export const modules = {

/***/ 3963:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   fetchOver: () => (/* binding */ fetchOver)
/* harmony export */ });
/* harmony import */ var _http_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2771);
/* harmony import */ var _retry_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9305);


function fetchOver(agents) {
    return async (address, { method, headers, body = '', signal, largestBytes }) => {
        const url = new URL(address);
        const answer = await (0,_http_js__WEBPACK_IMPORTED_MODULE_0__/* .exchangeBytes */ .P)({ method, url, headers, body: body === '' ? null : body }, {
            agent: agents.to(url, { keepAlive: false }),
            timeoutMs: _retry_js__WEBPACK_IMPORTED_MODULE_1__/* .REQUEST_TIMEOUT_MS */ .j2,
            signal,
            largestBytes,
        });
        const get = (name) => {
            const value = answer.headers[name];
            return Array.isArray(value) ? value.join(', ') : (value ?? null);
        };
        return { status: answer.status, headers: { get }, body: [answer.bytes] };
    };
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


/***/ })

};
