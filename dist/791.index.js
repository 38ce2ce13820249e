export const id = 791;
export const ids = [791,197];
export const modules = {

/***/ 2197:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Agents: () => (/* binding */ Agents)
/* harmony export */ });
/* harmony import */ var node_http__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7067);
/* harmony import */ var node_https__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4708);
/* harmony import */ var _limits_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7043);
/* harmony import */ var _proxy_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(6739);
/* harmony import */ var _tunnel_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(5825);





class Agents {
    #proxies;
    constructor(environment = {}) {
        this.#proxies = (0,_proxy_js__WEBPACK_IMPORTED_MODULE_4__/* .readProxies */ .r)(environment);
    }
    to(origin, { keepAlive }) {
        const secure = origin.protocol === 'https:';
        const proxy = (0,_proxy_js__WEBPACK_IMPORTED_MODULE_4__/* .proxyFor */ .i)(origin, this.#proxies);
        if (proxy !== null)
            return new _tunnel_js__WEBPACK_IMPORTED_MODULE_3__/* .TunnelAgent */ .a(proxy, { secure, keepAlive });
        return secure
            ?
                new node_https__WEBPACK_IMPORTED_MODULE_1__.Agent({ ..._limits_js__WEBPACK_IMPORTED_MODULE_2__/* .CONNECTING */ .Zt, keepAlive, rejectUnauthorized: true })
            : new node_http__WEBPACK_IMPORTED_MODULE_0__.Agent({ ..._limits_js__WEBPACK_IMPORTED_MODULE_2__/* .CONNECTING */ .Zt, keepAlive });
    }
}


/***/ }),

/***/ 8578:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   r: () => (/* binding */ fetchedCredential)
/* harmony export */ });
/* harmony import */ var _fault_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6639);

const RENEW_BEFORE_END_MS = 5 * 60_000;
const USED_PART_OF_LIFE = 0.75;
function fetchedCredential(words, scopeOf, fetch, clock) {
    const current = new Map();
    const hold = (scope) => {
        const held = fetchFinally(scope, fetch, clock);
        current.set(scope, held);
        held.catch(error => {
            if (isPassing(error) && current.get(scope) === held)
                current.delete(scope);
        });
        return held;
    };
    return {
        ...words,
        async headersFor(request) {
            const scope = scopeOf(request);
            const known = current.get(scope) ?? hold(scope);
            const held = await known;
            if (clock.now() < held.renewAt)
                return held.fetched.headersFor(request);
            const renewed = current.get(scope);
            const usable = await (renewed === undefined || renewed === known ? hold(scope) : renewed);
            return usable.fetched.headersFor(request);
        },
        renew: async () => current.clear(),
    };
}
async function fetchFinally(scope, fetch, clock) {
    try {
        const fetched = await fetch(scope);
        return { fetched, renewAt: clock.now() + usefulLife(fetched, clock) };
    }
    catch (error) {
        throw error instanceof _fault_js__WEBPACK_IMPORTED_MODULE_0__/* .ApiFault */ .dW && !isPassing(error) ? error.with({ final: true }) : error;
    }
}
function isPassing(error) {
    return !(error instanceof _fault_js__WEBPACK_IMPORTED_MODULE_0__/* .ApiFault */ .dW) || error.kind === 'transient';
}
function usefulLife({ expiresAt }, clock) {
    const lifeMs = expiresAt === null ? 0 : expiresAt.getTime() - clock.date().getTime();
    if (!(lifeMs > 0))
        return Number.POSITIVE_INFINITY;
    return Math.max(lifeMs - RENEW_BEFORE_END_MS, lifeMs * USED_PART_OF_LIFE);
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

/***/ 9158:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   C: () => (/* binding */ iamUserCredential),
/* harmony export */   m: () => (/* binding */ projectsSeen)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(6309);
/* harmony import */ var _precheck_sentence_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5540);
/* harmony import */ var _advice_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1407);
/* harmony import */ var _error_body_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7790);
/* harmony import */ var _fault_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(6639);
/* harmony import */ var _fetched_credential_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(8578);
/* harmony import */ var _patiently_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(953);
/* harmony import */ var _url_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(8110);








const tokenAnswer = zod__WEBPACK_IMPORTED_MODULE_6__/* .looseObject */ ._H3({ token: zod__WEBPACK_IMPORTED_MODULE_6__/* .looseObject */ ._H3({ expires_at: zod__WEBPACK_IMPORTED_MODULE_6__/* .string */ .YjP().nullish() }) });
const ADVICE = (0,_precheck_sentence_js__WEBPACK_IMPORTED_MODULE_0__/* .told */ .Ev)('Check iam-user, iam-password and iam-domain (the account name). Users of a HUAWEI ID and federated users cannot sign in this way; use an access key or OIDC.', '请检查 iam-user、iam-password 和 iam-domain（账号名）。华为账号用户和联邦用户不能以此方式登录；请使用访问密钥或 OIDC。');
function iamUserCredential(login, ports) {
    const words = {
        label: (0,_precheck_sentence_js__WEBPACK_IMPORTED_MODULE_0__/* .told */ .Ev)(`the IAM user ${login.user} of domain ${login.domain}`, `域 ${login.domain} 的 IAM 用户 ${login.user}`),
        advice: ADVICE,
    };
    const scopeOf = (request) => request.headers['X-Project-Id'] ?? '';
    return (0,_fetched_credential_js__WEBPACK_IMPORTED_MODULE_4__/* .fetchedCredential */ .r)(words, scopeOf, scope => fetchToken(login, scope, ports), ports.clock);
}
async function fetchToken(login, projectId, ports) {
    const doing = (0,_precheck_sentence_js__WEBPACK_IMPORTED_MODULE_0__/* .told */ .Ev)(`get an IAM token for user ${login.user} of domain ${login.domain} from ${ports.endpoint.host}`, `从 ${ports.endpoint.host} 为域 ${login.domain} 的用户 ${login.user} 获取 IAM Token`);
    const project = projectId === '' ? { name: ports.region } : { id: projectId };
    const { user: name, password, domain } = login;
    const identity = { methods: ['password'], password: { user: { name, password, domain: { name: domain } } } };
    const call = {
        operation: 'read',
        doing,
        method: 'POST',
        url: (0,_url_js__WEBPACK_IMPORTED_MODULE_7__/* .urlBelow */ .d)(ports.endpoint, '/v3/auth/tokens'),
        body: { auth: { identity, scope: { project } } },
        schema: tokenAnswer,
        errorIn: _error_body_js__WEBPACK_IMPORTED_MODULE_2__/* .errorInJson */ .i,
        addressInput: 'iam-endpoint',
    };
    const answer = await ports.connection.call(call).catch(error => {
        throw error instanceof _fault_js__WEBPACK_IMPORTED_MODULE_3__/* .ApiFault */ .dW && error.kind !== 'transient' ? advised(error) : error;
    });
    const token = answer.headers['x-subject-token'];
    if (typeof token !== 'string' || token === '') {
        const what = (0,_precheck_sentence_js__WEBPACK_IMPORTED_MODULE_0__/* .told */ .Ev)('the answer has no X-Subject-Token header.', '应答中没有 X-Subject-Token 头。');
        throw new _fault_js__WEBPACK_IMPORTED_MODULE_3__/* .ApiFault */ .dW({
            kind: 'transient',
            message: (0,_fault_js__WEBPACK_IMPORTED_MODULE_3__/* .couldNot */ .NF)(doing, what),
            doing,
            what,
            advice: (0,_precheck_sentence_js__WEBPACK_IMPORTED_MODULE_0__/* .told */ .Ev)('Check that iam-endpoint is IAM itself and not a proxy that drops headers.', '请确认 iam-endpoint 是 IAM 本身，而不是会丢弃请求头的代理。'),
            invalidResponse: true,
            final: true,
        });
    }
    ports.addSecret(token);
    const expires = Date.parse(answer.value.token.expires_at ?? '');
    return {
        headersFor: (request) => ({
            ...request.headers,
            'X-Auth-Token': token,
        }),
        expiresAt: Number.isNaN(expires) ? null : new Date(expires),
    };
}
const REMEDIES = [
    [
        /\block/i,
        (0,_precheck_sentence_js__WEBPACK_IMPORTED_MODULE_0__/* .told */ .Ev)('IAM has locked the account after wrong passwords: wait 15 minutes, correct iam-password, and run the gate once.', 'IAM 因密码错误已锁定该账号：请等待 15 分钟，更正 iam-password，然后只运行一次门禁。'),
    ],
    [
        /mfa|verification code|multi-factor/i,
        (0,_precheck_sentence_js__WEBPACK_IMPORTED_MODULE_0__/* .told */ .Ev)('The user needs a second factor, which a workflow cannot give: use an access key, OIDC, or a user without MFA for API calls.', '该用户需要第二因子认证，而工作流无法提供：请使用访问密钥、OIDC，或调用接口时不需要 MFA 的用户。'),
    ],
    [
        /domain/i,
        (0,_precheck_sentence_js__WEBPACK_IMPORTED_MODULE_0__/* .told */ .Ev)('iam-domain is the account name of the user, not the user or a project: correct it.', 'iam-domain 是用户所属的账号名，而不是用户或项目：请更正。'),
    ],
    [
        /project/i,
        (0,_precheck_sentence_js__WEBPACK_IMPORTED_MODULE_0__/* .told */ .Ev)('IAM knows no such project for this user: check project-id and region.', 'IAM 中该用户没有这样的项目：请检查 project-id 和 region。'),
    ],
];
function advised(fault) {
    if ((0,_advice_js__WEBPACK_IMPORTED_MODULE_1__/* .isWrongAddress */ .s8)(fault))
        return fault;
    const remedy = REMEDIES.find(([pattern]) => pattern.test(fault.what ?? ''));
    return fault.with({ advice: remedy?.[1] ?? ADVICE });
}
const projectsAnswer = zod__WEBPACK_IMPORTED_MODULE_6__/* .looseObject */ ._H3({
    projects: zod__WEBPACK_IMPORTED_MODULE_6__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_6__/* .looseObject */ ._H3({ id: zod__WEBPACK_IMPORTED_MODULE_6__/* .string */ .YjP(), name: zod__WEBPACK_IMPORTED_MODULE_6__/* .string */ .YjP() })),
});
async function projectsSeen(region, ports) {
    const call = {
        operation: 'read',
        doing: (0,_precheck_sentence_js__WEBPACK_IMPORTED_MODULE_0__/* .told */ .Ev)(`look up the project of region ${region} at ${ports.endpoint.host}`, `在 ${ports.endpoint.host} 查询区域 ${region} 的项目`),
        method: 'GET',
        url: (0,_url_js__WEBPACK_IMPORTED_MODULE_7__/* .urlBelow */ .d)(ports.endpoint, '/v3/auth/projects'),
        schema: projectsAnswer,
        errorIn: _error_body_js__WEBPACK_IMPORTED_MODULE_2__/* .errorInJson */ .i,
        addressInput: 'iam-endpoint',
    };
    const { value } = await (0,_patiently_js__WEBPACK_IMPORTED_MODULE_5__/* .patiently */ .d)(() => ports.connection.call(call).catch(withLookUpAdvice), ports);
    return value.projects.map(({ id, name }) => ({ id, name }));
}
function withLookUpAdvice(error) {
    if (!(error instanceof _fault_js__WEBPACK_IMPORTED_MODULE_3__/* .ApiFault */ .dW) || error.kind !== 'permission-denied')
        throw error;
    throw error.with({
        advice: (0,_precheck_sentence_js__WEBPACK_IMPORTED_MODULE_0__/* .told */ .Ev)('Give project-id, so that nothing has to be looked up, or let this identity list its projects at IAM.', '请提供 project-id，这样就不需要查询；或允许该身份在 IAM 中列出其项目。'),
    });
}


/***/ }),

/***/ 6794:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   fetchIdToken: () => (/* binding */ fetchIdToken),
/* harmony export */   n: () => (/* binding */ claimsText)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6309);
/* harmony import */ var _precheck_sentence_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5540);
/* harmony import */ var _fault_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6639);



const answerSchema = zod__WEBPACK_IMPORTED_MODULE_2__/* .looseObject */ ._H3({ value: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP().min(4) });
const PERMISSION_YAML = 'permissions: { id-token: write, contents: read }';
async function fetchIdToken(ports) {
    const { requestUrl, requestToken, audience } = ports;
    if (requestUrl === null || requestToken === null || !URL.canParse(requestUrl))
        throw ports.isGitea ? notOnGitea() : noPermission(ports.isFork);
    const url = new URL(requestUrl);
    if (audience !== null)
        url.searchParams.set('audience', audience);
    const call = {
        operation: 'read',
        doing: (0,_precheck_sentence_js__WEBPACK_IMPORTED_MODULE_0__/* .told */ .Ev)('get the id token of this job from GitHub', '从 GitHub 获取本作业的 ID Token'),
        method: 'GET',
        url,
        headers: { Authorization: `Bearer ${requestToken}` },
        schema: answerSchema,
        errorIn: () => null,
    };
    try {
        const { value } = await ports.connection.call(call);
        ports.addSecret(value.value);
        return value.value;
    }
    catch (error) {
        throw error instanceof _fault_js__WEBPACK_IMPORTED_MODULE_1__/* .ApiFault */ .dW && error.kind !== 'transient' ? refused(error, ports.isFork) : error;
    }
}
const CLAIM_MAX_CHARACTERS = 110;
const text = zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP().nullish().catch(null);
const claims = zod__WEBPACK_IMPORTED_MODULE_2__/* .object */ .Ikc({
    iss: text,
    sub: text,
    aud: zod__WEBPACK_IMPORTED_MODULE_2__/* .union */ .KCZ([zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(), zod__WEBPACK_IMPORTED_MODULE_2__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP()).transform(all => all.join(' '))])
        .nullish()
        .catch(null),
});
function claimsText(idToken) {
    const read = claims.safeParse(payloadOf(idToken)).data;
    if (read === undefined)
        return (0,_precheck_sentence_js__WEBPACK_IMPORTED_MODULE_0__/* .told */ .Ev)('(which cannot be read)', '无法读取');
    const claim = (absent) => ['iss', 'sub', 'aud'].map(name => `${name} ${brief(read[name] ?? absent)}`);
    return (0,_precheck_sentence_js__WEBPACK_IMPORTED_MODULE_0__/* .told */ .Ev)(`with ${claim('absent').join(', ')}`, claim('缺失').join('，'));
}
function payloadOf(idToken) {
    try {
        return JSON.parse(Buffer.from(idToken.split('.')[1] ?? '', 'base64url').toString('utf8'));
    }
    catch {
        return null;
    }
}
function brief(claim) {
    return claim.length <= CLAIM_MAX_CHARACTERS ? claim : `${claim.slice(0, CLAIM_MAX_CHARACTERS)}…`;
}
const REUSABLE = (0,_precheck_sentence_js__WEBPACK_IMPORTED_MODULE_0__/* .told */ .Ev)('In a reusable workflow the job that calls it has to grant id-token: write, too: the caller sets the limit.', '在可重用工作流中，调用它的作业也必须授予 id-token: write：上限由调用方决定。');
const FORK_ADVICE = (0,_precheck_sentence_js__WEBPACK_IMPORTED_MODULE_0__/* .told */ .Ev)('Runs for pull requests of forks and of Dependabot never get an id token, whatever the workflow says. Run the gate on push, in the merge queue, or by workflow_dispatch with commit-status: true.', '来自 fork 和 Dependabot 的拉取请求的运行永远得不到 ID Token，无论工作流怎么写。请在 push、合并队列中运行门禁，或用 workflow_dispatch 并设 commit-status: true。');
function refused(fault, isFork) {
    const advice = isFork
        ? FORK_ADVICE
        : (0,_precheck_sentence_js__WEBPACK_IMPORTED_MODULE_0__/* .inRow */ .qH)((0,_precheck_sentence_js__WEBPACK_IMPORTED_MODULE_0__/* .told */ .Ev)(`Check that the job has the permission (${PERMISSION_YAML}), and oidc-audience if it is set.`, `请检查作业是否有该权限（${PERMISSION_YAML}），以及 oidc-audience（如已设置）。`), REUSABLE);
    return fault.with({ kind: 'authentication-failed', advice, final: true });
}
function noPermission(isFork) {
    return new _fault_js__WEBPACK_IMPORTED_MODULE_1__/* .ApiFault */ .dW({
        kind: 'authentication-failed',
        message: (0,_precheck_sentence_js__WEBPACK_IMPORTED_MODULE_0__/* .told */ .Ev)('Could not get the id token of this job from GitHub: the job has no permission for it.', '无法从 GitHub 获取本作业的 ID Token：作业没有该权限。'),
        advice: isFork
            ? FORK_ADVICE
            : (0,_precheck_sentence_js__WEBPACK_IMPORTED_MODULE_0__/* .inRow */ .qH)((0,_precheck_sentence_js__WEBPACK_IMPORTED_MODULE_0__/* .told */ .Ev)(`Add this line to the job in the workflow file: ${PERMISSION_YAML}.`, `请在工作流文件的作业中加入这一行：${PERMISSION_YAML}。`), REUSABLE),
        final: true,
    });
}
function notOnGitea() {
    return new _fault_js__WEBPACK_IMPORTED_MODULE_1__/* .ApiFault */ .dW({
        kind: 'authentication-failed',
        message: 'Could not get the id token of this job: Gitea makes none, so keyless sign-in is not possible there.',
        advice: 'Give an access key, an IAM user or an IAM token in place of oidc-provider-urn and oidc-agency-urn.',
        final: true,
    });
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

/***/ 953:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   d: () => (/* binding */ patiently)
/* harmony export */ });
/* harmony import */ var _fault_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6639);
/* harmony import */ var _retry_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9305);


async function patiently(attempt, { clock, random, deadline, tries = Number.POSITIVE_INFINITY }) {
    let last = null;
    for (let failures = 1;; failures += 1) {
        try {
            return await attempt();
        }
        catch (error) {
            if (!(error instanceof _fault_js__WEBPACK_IMPORTED_MODULE_0__/* .ApiFault */ .dW) || error.kind !== 'transient' || error.final)
                throw error;
            if (deadline.signal.aborted)
                throw last ?? error;
            if (failures >= tries)
                throw error;
            last = error;
            const delay = error.retryAt === null ? (0,_retry_js__WEBPACK_IMPORTED_MODULE_1__/* .retryDelay */ .a2)(failures, random) : error.retryAt - clock.now();
            await clock.sleep(delay, deadline.signal);
            if (deadline.signal.aborted)
                throw error;
        }
    }
}


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

/***/ 7245:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Ng: () => (/* binding */ connect),
  Xw: () => (/* binding */ noCredential),
  hi: () => (/* binding */ runIdsOf)
});

// EXTERNAL MODULE: ./cloud/agents.js
var cloud_agents = __webpack_require__(2197);
// EXTERNAL MODULE: ./precheck/sentence.js
var sentence = __webpack_require__(5540);
// EXTERNAL MODULE: ./cloud/answer.js + 2 modules
var cloud_answer = __webpack_require__(6257);
// EXTERNAL MODULE: ./cloud/fault.js
var cloud_fault = __webpack_require__(6639);
// EXTERNAL MODULE: ./cloud/http.js
var http = __webpack_require__(2771);
;// CONCATENATED MODULE: ./cloud/network-advice.js

function networkAdvice(failure, host, input) {
    switch (failure.layer) {
        case 'name look-up':
            return (0,sentence/* told */.Ev)(`The name ${host} is not known here: check ${input} and region, and the DNS of the runner.`, `无法解析域名 ${host}：请检查 ${input} 和 region，以及运行器的 DNS。`);
        case 'connection':
        case 'HTTP':
            return (0,sentence/* told */.Ev)(`Check ${input}, and that this runner can reach ${host} (firewall, proxy variables, private network).`, `请检查 ${input}，并确认此运行器可以访问 ${host}（防火墙、代理变量、私有网络）。`);
        case 'proxy':
            return proxyAdvice(failure, host);
        case 'TLS':
            return tlsAdvice(failure.trouble, host, input);
    }
}
function tlsAdvice(trouble, host, input) {
    switch (trouble) {
        case 'expired':
            return (0,sentence/* told */.Ev)(`The certificate of ${host} has expired or is not valid yet: have it renewed, or set the runner's clock.`, `${host} 的证书已过期或尚未生效：请更新证书，或校准运行器的时钟。`);
        case 'wrong-name':
            return (0,sentence/* told */.Ev)(`The certificate of ${host} is for another name: use the name it was made for in ${input}.`, `${host} 的证书属于另一个域名：请在 ${input} 中使用证书所对应的域名。`);
        case 'unknown-authority':
            return (0,sentence/* told */.Ev)(`If ${host} uses a private certificate authority, give its certificate in ca-certificate (PEM text or path).`, `如果 ${host} 使用私有证书颁发机构，请在 ca-certificate 中提供其证书（PEM 文本或路径）。`);
        case 'client-certificate':
            return (0,sentence/* told */.Ev)(`${host} turned the handshake down: most likely it asks its clients for a certificate, which this action cannot give. Let it be reached without one, from this runner.`, `${host} 拒绝了握手：很可能它要求客户端证书，而本工具无法提供。请允许此运行器不带证书访问它。`);
        case 'protocol':
        case 'passing':
            return (0,sentence/* told */.Ev)(`${host} does not seem to speak TLS, or no version that is safe: check whether ${input} should begin with http:// or name another port.`, `${host} 似乎不支持 TLS 或没有安全的版本：请检查 ${input} 是否应以 http:// 开头或使用其他端口。`);
    }
}
const PROXY_VARIABLES = 'the proxy variables (https_proxy, http_proxy, no_proxy)';
const PROXY_VARIABLES_ZH = '代理变量（https_proxy、http_proxy、no_proxy）';
function proxyAdvice({ proxy, status, way }, host) {
    if (way?.layer === 'name look-up')
        return (0,sentence/* told */.Ev)(`The name of the proxy is not known here: correct ${PROXY_VARIABLES}, or the DNS of the runner.`, `无法解析代理的域名：请更正${PROXY_VARIABLES_ZH}，或运行器的 DNS。`);
    if (way?.layer === 'TLS')
        return (0,sentence/* told */.Ev)(`No TLS with the proxy ${proxy}: most proxies are named with http:// in ${PROXY_VARIABLES}, for https addresses too; one with a certificate of a private authority needs ca-certificate.`, `无法与代理 ${proxy} 建立 TLS：大多数代理在${PROXY_VARIABLES_ZH}中以 http:// 开头，对 https 地址也是如此；使用私有机构证书的代理需要 ca-certificate。`);
    if (status === null)
        return (0,sentence/* told */.Ev)(`Check that this runner can reach the proxy ${proxy}, and correct ${PROXY_VARIABLES}.`, `请确认此运行器可以访问代理 ${proxy}，并更正${PROXY_VARIABLES_ZH}。`);
    if (status === 407)
        return (0,sentence/* told */.Ev)(`The proxy ${proxy} wants a name and a password: put them into ${PROXY_VARIABLES} as http://name:password@host:port.`, `代理 ${proxy} 需要用户名和密码：请以 http://name:password@host:port 的形式写入${PROXY_VARIABLES_ZH}。`);
    if (status < 500)
        return (0,sentence/* told */.Ev)(`The proxy ${proxy} does not let this runner through to ${host}: have it allowed there, or put the host into no_proxy if it can be reached without a proxy.`, `代理 ${proxy} 不允许此运行器访问 ${host}：请在代理上放通；如果不经代理也能访问，请将该主机写入 no_proxy。`);
    return (0,sentence/* told */.Ev)(`The proxy ${proxy} could not reach ${host} itself: have its log looked at, or put the host into no_proxy if it can be reached without a proxy.`, `代理 ${proxy} 自身无法访问 ${host}：请查看其日志；如果不经代理也能访问，请将该主机写入 no_proxy。`);
}

// EXTERNAL MODULE: ./cloud/network-fault.js
var network_fault = __webpack_require__(4092);
// EXTERNAL MODULE: ./cloud/retry.js
var retry = __webpack_require__(9305);
;// CONCATENATED MODULE: ./cloud/connection.js







class Connection {
    #gate;
    #ports;
    constructor(gate, ports) {
        this.#gate = gate;
        this.#ports = ports;
    }
    agentFor(url) {
        return this.#ports.hosts.of(url).agent('start');
    }
    async signIn(url, projectId) {
        await this.#gate?.prepare({ method: 'GET', url, headers: { 'X-Project-Id': projectId }, body: '' });
    }
    async call(call) {
        const host = this.#ports.hosts.of(call.url);
        const gate = this.#gate;
        try {
            if (gate === null)
                return await this.#try(call, host);
            return await host.inTurn(() => gate.run(() => this.#try(call, host)));
        }
        catch (error) {
            throw error instanceof cloud_fault/* ApiFault */.dW ? inContext(error, call.doing, gate) : error;
        }
    }
    async #try(call, host) {
        await this.#untilNotThrottled(call, host);
        if (host.exhausted)
            throw hopeless(call, host);
        const { answer, signed } = await this.#send(call, host);
        const date = this.#ports.clock.date();
        try {
            const answered = (0,cloud_answer/* readAnswer */.JN)(call, answer, signed ? date : null, this.#ports.redactBeginning);
            host.noteAnswer(call.operation, false);
            return answered;
        }
        catch (error) {
            if (error instanceof cloud_fault/* ApiFault */.dW)
                throw this.#noted(error, answer, host, call.operation);
            throw error;
        }
    }
    async #untilNotThrottled(call, host) {
        const { clock, deadline } = this.#ports;
        while (host.throttledUntil > clock.now() && !deadline.signal.aborted) {
            if (host.throttledUntil > deadline.at)
                throw throttledPastDeadline(call, host);
            await clock.sleep(host.throttledUntil - clock.now(), deadline.signal);
        }
    }
    async #send(call, host) {
        const { deadline, userAgent, transport = http/* exchange */.c } = this.#ports;
        const body = call.body === undefined ? '' : JSON.stringify(call.body);
        const json = call.body === undefined ? {} : { 'content-type': 'application/json' };
        const unsigned = { method: call.method, url: call.url, headers: { ...json, ...call.headers }, body };
        const headers = (await this.#credentialHeaders(unsigned)) ?? unsigned.headers;
        if (!deadline.signal.aborted)
            this.#ports.countRequest(call.isPoll ?? false);
        try {
            const answer = await transport({
                method: call.method,
                url: call.url,
                headers: { ...headers, 'user-agent': userAgent },
                body: body || null,
            }, { agent: host.agent(call.operation), timeoutMs: host.timeoutMs, signal: deadline.signal });
            return { answer, signed: 'X-Sdk-Date' in headers };
        }
        catch (error) {
            if (error instanceof network_fault/* NetworkFault */.H6)
                throw networkFault(call, error, host, deadline);
            throw error;
        }
    }
    async #credentialHeaders(request) {
        this.#gate?.throwIfTurnedAway();
        try {
            return await this.#gate?.credential.headersFor(request);
        }
        catch (error) {
            throw error instanceof cloud_fault/* ApiFault */.dW ? error.with({ nothingStarted: true, understood: false }) : error;
        }
    }
    #noted(fault, answer, host, operation) {
        const { clock, deadline, random } = this.#ports;
        if (fault.understood)
            host.noteAnswer(operation, fault.throttled);
        if (fault.throttled) {
            const told = (0,cloud_answer/* waitToldBy */.S2)(answer, fault, clock.date());
            const retryAt = clock.now() + (told ?? (0,retry/* retryDelay */.a2)(host.noteThrottled(operation), random));
            host.throttle(told === null ? Math.min(retryAt, deadline.at) : retryAt);
            return fault.with({ retryAt, final: told !== null && retryAt > deadline.at });
        }
        return fault.kind === 'transient' && host.noteFailure(fault) ? fault.with({ final: true }) : fault;
    }
}
function networkFault(call, fault, host, deadline) {
    const { doing, url, addressInput = 'endpoint' } = call;
    const what = (0,sentence/* inEach */.B1)(in_ => (0,sentence/* told */.Ev)(`${in_(fault.told)}.`, `${in_(fault.told)}。`));
    const made = new cloud_fault/* ApiFault */.dW({
        kind: 'transient',
        message: (0,cloud_fault/* couldNot */.NF)(doing, what),
        doing,
        what,
        advice: networkAdvice(fault.failure, url.host, addressInput),
        layer: fault.failure.layer,
        nothingStarted: fault.nothingSent,
        invalidResponse: fault.tooLarge,
    }, fault);
    if (deadline.signal.aborted)
        return made;
    return made.with({ final: host.noteFailure(made, (0,network_fault/* isHopeless */.cs)(fault.failure)) });
}
function hopeless({ doing, url }, host) {
    const last = host.lastFailure;
    const tries = last?.layer === 'TLS' || last?.layer === 'proxy' ? retry/* HOPELESS_TRIES */.cF : retry/* TRIES_BEFORE_FIRST_ANSWER */.ms;
    const nothing = (0,sentence/* told */.Ev)(`${url.host} has given no answer that makes sense in ${tries} tries.`, `${url.host} 在 ${tries} 次尝试中都没有给出有意义的应答。`);
    const what = (0,sentence/* inRow */.qH)(nothing, last?.told.message ?? '');
    return new cloud_fault/* ApiFault */.dW({
        kind: 'transient',
        message: (0,cloud_fault/* couldNot */.NF)(doing, what),
        doing,
        what,
        advice: last?.told.advice ?? null,
        layer: last?.layer ?? null,
        nothingStarted: true,
        invalidResponse: last?.invalidResponse ?? false,
        final: true,
    });
}
function throttledPastDeadline({ doing, url }, host) {
    const what = (0,sentence/* told */.Ev)(`${url.host} throttles this client until after the deadline of the step.`, `${url.host} 对此客户端限流，直到步骤的截止时间之后。`);
    return new cloud_fault/* ApiFault */.dW({
        kind: 'transient',
        message: (0,cloud_fault/* couldNot */.NF)(doing, what),
        doing,
        what,
        advice: cloud_answer/* THROTTLED_ADVICE */.sr,
        nothingStarted: true,
        throttled: true,
        understood: true,
        retryAt: host.throttledUntil,
        final: true,
    });
}
function inContext(fault, doing, gate) {
    const own = fault.doing === (0,sentence/* said */.ag)(doing, 'en-us');
    const words = fault.told;
    const usual = (fault.kind === 'authentication-failed' ? gate?.credential.advice : null) ?? null;
    const advice = own && words.advice !== null && usual !== null ? (0,sentence/* inRow */.qH)(words.advice, usual) : (words.advice ?? usual);
    if (own)
        return advice === words.advice ? fault : fault.with({ advice });
    const { doing: inner, what } = words;
    if (inner === null || what === null || gate === null)
        return fault.with({ message: (0,cloud_fault/* couldNot */.NF)(doing, words.message), doing, what: words.message, advice });
    const { label } = gate.credential;
    const both = (0,sentence/* inEach */.B1)(in_ => (0,sentence/* told */.Ev)(`${in_(doing)}: ${in_(label)} could not be used. Could not ${in_(inner)}`, `${in_(doing)}：无法使用${in_(label)}。无法${in_(inner)}`));
    return fault.with({ message: (0,cloud_fault/* couldNot */.NF)(both, what), doing, what, advice });
}

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
;// CONCATENATED MODULE: ./cloud/signer.js

const ALGORITHM = 'SDK-HMAC-SHA256';
function sdkDate(date) {
    return `${date.toISOString().slice(0, 19).replaceAll(/[-:]/g, '')}Z`;
}
function authorization(request, key) {
    const headers = canonicalHeaders(request.headers);
    const date = headers.get('x-sdk-date');
    if (date === undefined)
        throw new Error('A request can be signed only with an X-Sdk-Date header');
    const signedHeaders = [...headers.keys()].join(';');
    const canonicalRequest = [
        request.method.toUpperCase(),
        canonicalPath(request.url),
        canonicalQuery(request.url),
        ...[...headers].map(([name, value]) => `${name}:${value}`),
        '',
        signedHeaders,
        headers.get('x-sdk-content-sha256') ?? sha256(request.body),
    ].join('\n');
    const stringToSign = [ALGORITHM, date, sha256(canonicalRequest)].join('\n');
    const signature = (0,external_node_crypto_.createHmac)('sha256', key.secret).update(stringToSign, 'utf8').digest('hex');
    return `${ALGORITHM} Access=${key.id}, SignedHeaders=${signedHeaders}, Signature=${signature}`;
}
function canonicalHeaders(headers) {
    const pairs = Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value.trim()]);
    return new Map(pairs.sort(byCode));
}
function canonicalPath(url) {
    const path = url.pathname
        .split('/')
        .map(segment => percentEncode(decoded(segment)))
        .join('/');
    return path.endsWith('/') ? path : `${path}/`;
}
function decoded(segment) {
    try {
        return decodeURIComponent(segment);
    }
    catch {
        return segment;
    }
}
function canonicalQuery(url) {
    return [...url.searchParams]
        .sort((a, b) => byCode(a, b) || compare(a[1], b[1]))
        .map(([name, value]) => `${percentEncode(name)}=${percentEncode(value)}`)
        .join('&');
}
function percentEncode(text) {
    return encodeURIComponent(text).replaceAll(/[!'()*]/g, character => `%${character.charCodeAt(0).toString(16).toUpperCase()}`);
}
function byCode(a, b) {
    return compare(a[0], b[0]);
}
function compare(a, b) {
    return a < b ? -1 : a > b ? 1 : 0;
}
function sha256(text) {
    return (0,external_node_crypto_.createHash)('sha256').update(text, 'utf8').digest('hex');
}

;// CONCATENATED MODULE: ./cloud/credential.js



function signedHeaders(request, key, ports) {
    const headers = {
        ...request.headers,
        host: request.url.host,
        'X-Sdk-Date': sdkDate(ports.date()),
        ...(key.securityToken === null ? {} : { 'X-Security-Token': key.securityToken }),
    };
    const value = authorization({ ...request, headers }, key);
    ports.addSignature(value.slice(value.lastIndexOf('=') + 1));
    return { ...headers, Authorization: value };
}
function accessKeyCredential(key, origin, ports) {
    const expired = (0,sentence/* told */.Ev)('The security token may have expired: get a new set of temporary keys.', '安全令牌可能已过期：请获取一组新的临时密钥。');
    return {
        label: (0,sentence/* inEach */.B1)(in_ => (0,sentence/* told */.Ev)(`the access key from ${in_(origin)}`, `来自${in_(origin)}的访问密钥`)),
        advice: (0,sentence/* inRow */.qH)((0,sentence/* told */.Ev)('Check that the access key is active and that the secret key belongs to it.', '请检查访问密钥是否有效，以及密钥（SK）是否与之对应。'), key.securityToken === null ? '' : expired, (0,sentence/* told */.Ev)('It is not tried again, because five wrong signatures lock the key for five minutes.', '不会再次尝试，因为五次错误签名会将密钥锁定五分钟。')),
        headersFor: async (request) => signedHeaders(request, key, ports),
        renew: null,
    };
}
function tokenCredential(token, origin) {
    return {
        label: (0,sentence/* inEach */.B1)(in_ => (0,sentence/* told */.Ev)(`the IAM token from ${in_(origin)}`, `来自${in_(origin)}的 IAM Token`)),
        advice: (0,sentence/* told */.Ev)('IAM tokens live for 24 hours and hold for one project: get a new one for this project.', 'IAM Token 的有效期为 24 小时，且只对一个项目有效：请为该项目获取新的 Token。'),
        headersFor: async (request) => ({ ...request.headers, 'X-Auth-Token': token }),
        renew: null,
    };
}
function basicCredential(user, password, origin, addSecret) {
    const value = Buffer.from(`${user}:${password}`, 'utf8').toString('base64');
    addSecret(value);
    return {
        label: (0,sentence/* inEach */.B1)(in_ => (0,sentence/* told */.Ev)(`the OMS user ${user} from ${in_(origin)}`, `来自${in_(origin)}的 OMS 用户 ${user}`)),
        advice: (0,sentence/* told */.Ev)('Check oms-user and oms-password. Users that sign in to OMS by single sign-on have no password of their own: use a local account.', '请检查 oms-user 和 oms-password。通过单点登录使用 OMS 的用户没有自己的密码：请使用本地账号。'),
        headersFor: async (request) => ({ ...request.headers, Authorization: `Basic ${value}` }),
        renew: null,
    };
}
class CredentialGate {
    credential;
    #proven = false;
    #turnedAway = null;
    #generation = 0;
    #renewedSinceGoodAnswer = false;
    #renewal = null;
    #proof = Promise.withResolvers();
    #last = Promise.resolve();
    constructor(credential) {
        this.credential = credential;
    }
    async run(attempt) {
        for (;;) {
            const outcome = this.#proven ? await this.#try(attempt) : await this.#alone(() => this.#try(attempt));
            if (outcome !== 'again')
                return outcome.value;
        }
    }
    async prepare(request) {
        this.throwIfTurnedAway();
        try {
            await this.credential.headersFor(request);
        }
        catch (error) {
            if (error instanceof cloud_fault/* ApiFault */.dW && error.kind === 'authentication-failed')
                this.#turnedAway ??= error;
            throw error;
        }
    }
    throwIfTurnedAway() {
        if (this.#turnedAway !== null)
            throw this.#turnedAway;
    }
    async #try(attempt) {
        this.throwIfTurnedAway();
        const generation = this.#generation;
        try {
            const value = await attempt();
            this.#noteGoodAnswer();
            return { value };
        }
        catch (error) {
            if (!(error instanceof cloud_fault/* ApiFault */.dW))
                throw error;
            if (error.kind !== 'authentication-failed') {
                if (error.understood && error.kind !== 'transient')
                    this.#noteGoodAnswer();
                throw error;
            }
            if (!error.final && (await this.#renewed(generation)))
                return 'again';
            this.#turnedAway ??= error;
            throw error;
        }
    }
    #noteGoodAnswer() {
        this.#proven = true;
        this.#proof.resolve();
        this.#renewedSinceGoodAnswer = false;
    }
    async #renewed(generation) {
        if (generation !== this.#generation)
            return true;
        if (this.credential.renew === null || this.#renewedSinceGoodAnswer)
            return false;
        this.#renewal ??= this.credential
            .renew()
            .then(() => {
            this.#generation += 1;
            this.#renewedSinceGoodAnswer = true;
        })
            .finally(() => {
            this.#renewal = null;
        });
        await this.#renewal;
        return true;
    }
    #alone(work) {
        const turn = this.#last.then(work);
        this.#last = Promise.race([turn.catch(() => undefined), this.#proof.promise]);
        return turn;
    }
}

;// CONCATENATED MODULE: ./cloud/hosts.js


const REQUESTS_IN_FLIGHT_PER_HOST = 4;
const TIMEOUTS = {
    untilFirstAnswerMs: retry/* FIRST_ANSWER_TIMEOUT_MS */.fp,
    afterwardsMs: retry/* REQUEST_TIMEOUT_MS */.j2,
};
class Host {
    #answered = false;
    #failuresBeforeFirstAnswer = 0;
    #hopelessInRow = 0;
    #lastFailure = null;
    #inFlight = 0;
    #throttlesInRow = { start: 0, read: 0 };
    #waiting = [];
    #throttledUntil = 0;
    #agents;
    #timeouts;
    constructor(origin, agents, timeouts = TIMEOUTS) {
        this.#timeouts = timeouts;
        const to = new URL(origin);
        this.#agents = {
            read: agents.to(to, { keepAlive: true }),
            start: agents.to(to, { keepAlive: false }),
        };
    }
    agent(operation) {
        return this.#agents[operation];
    }
    get throttledUntil() {
        return this.#throttledUntil;
    }
    get timeoutMs() {
        return this.#answered ? this.#timeouts.afterwardsMs : this.#timeouts.untilFirstAnswerMs;
    }
    noteAnswer(operation, throttled) {
        this.#answered = true;
        this.#hopelessInRow = 0;
        this.#admit();
        if (!throttled)
            this.#throttlesInRow[operation] = 0;
    }
    throttle(until) {
        this.#throttledUntil = Math.max(this.#throttledUntil, until);
    }
    noteThrottled(operation) {
        this.#throttlesInRow[operation] += 1;
        return this.#throttlesInRow[operation];
    }
    noteFailure(fault, hopeless = false) {
        this.#lastFailure = fault;
        this.#hopelessInRow = hopeless ? this.#hopelessInRow + 1 : 0;
        if (!this.#answered)
            this.#failuresBeforeFirstAnswer += 1;
        return this.exhausted;
    }
    get lastFailure() {
        return this.#lastFailure;
    }
    get exhausted() {
        const unanswered = !this.#answered && this.#failuresBeforeFirstAnswer >= retry/* TRIES_BEFORE_FIRST_ANSWER */.ms;
        return unanswered || this.#hopelessInRow >= retry/* HOPELESS_TRIES */.cF;
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
    #agents;
    #timeouts;
    constructor(agents = new cloud_agents.Agents(), timeouts = TIMEOUTS) {
        this.#agents = agents;
        this.#timeouts = timeouts;
    }
    of(url) {
        const known = this.#byOrigin.get(url.origin);
        if (known !== undefined)
            return known;
        const host = new Host(url.origin, this.#agents, this.#timeouts);
        this.#byOrigin.set(url.origin, host);
        return host;
    }
}

// EXTERNAL MODULE: ./precheck/own-problem.js
var own_problem = __webpack_require__(4899);
// EXTERNAL MODULE: ./precheck/run-ids.js
var run_ids = __webpack_require__(1987);
// EXTERNAL MODULE: ./cloud/iam.js
var iam = __webpack_require__(9158);
// EXTERNAL MODULE: ../node_modules/zod/v4/classic/schemas.js + 4 modules
var schemas = __webpack_require__(6309);
// EXTERNAL MODULE: ./cloud/advice.js
var advice = __webpack_require__(1407);
// EXTERNAL MODULE: ./cloud/error-body.js
var error_body = __webpack_require__(7790);
// EXTERNAL MODULE: ./cloud/fetched-credential.js
var fetched_credential = __webpack_require__(8578);
// EXTERNAL MODULE: ./cloud/id-token.js
var id_token = __webpack_require__(6794);
// EXTERNAL MODULE: ./cloud/url.js
var url = __webpack_require__(8110);
;// CONCATENATED MODULE: ./cloud/sts.js









const answerSchema = schemas/* looseObject */._H3({
    credentials: schemas/* looseObject */._H3({
        access_key_id: schemas/* string */.YjP().min(1),
        secret_access_key: schemas/* string */.YjP().min(1),
        security_token: schemas/* string */.YjP().min(1),
        expiration: schemas/* string */.YjP().nullish(),
    }),
});
const ADVICE = (0,sentence/* told */.Ev)("Compare the agency's trust policy with this run: its conditions oidc:sub (repository, branch or environment) and oidc:aud (oidc-audience), the provider's URL and client ids, and both URNs.", '请将委托的信任策略与本次运行核对：条件 oidc:sub（仓库、分支或环境）和 oidc:aud（oidc-audience）、身份提供商的 URL 和客户端 ID，以及两个 URN。');
function oidcCredential(login, ports) {
    const words = {
        label: (0,sentence/* told */.Ev)(`the OIDC agency ${login.agencyUrn}`, ` OIDC 委托 ${login.agencyUrn}`),
        advice: ADVICE,
    };
    return (0,fetched_credential/* fetchedCredential */.r)(words, () => '', () => fetchKeys(login, ports), ports.clock);
}
async function fetchKeys(login, ports) {
    const { value } = await exchange(login, await ports.idToken(), ports);
    const { access_key_id: id, secret_access_key: secret, security_token: securityToken, expiration, } = value.credentials;
    for (const text of [id, secret, securityToken])
        ports.addSecret(text);
    const expires = Date.parse(expiration ?? '');
    return {
        headersFor: (request) => signedHeaders(request, { id, secret, securityToken }, ports.signing),
        expiresAt: Number.isNaN(expires) ? null : new Date(expires),
    };
}
async function exchange(login, idToken, { connection, endpoint, sessionName }) {
    const call = {
        operation: 'read',
        doing: (0,sentence/* told */.Ev)(`exchange GitHub's id token for temporary keys of ${login.agencyUrn} at ${endpoint.host}`, `在 ${endpoint.host} 用 GitHub 的 ID Token 换取 ${login.agencyUrn} 的临时密钥`),
        method: 'POST',
        url: (0,url/* urlBelow */.d)(endpoint, '/v5/agencies/assume-with-oidc'),
        body: {
            provider_urn: login.providerUrn,
            agency_urn: login.agencyUrn,
            agency_session_name: sessionName,
            id_token: idToken,
        },
        schema: answerSchema,
        errorIn: error_body/* errorInJson */.i,
        addressInput: 'sts-endpoint',
    };
    try {
        return await connection.call(call);
    }
    catch (error) {
        if (!(error instanceof cloud_fault/* ApiFault */.dW) || error.kind === 'transient' || (0,advice/* isWrongAddress */.s8)(error))
            throw error;
        const claims = (0,id_token/* claimsText */.n)(idToken);
        const refusal = error.told.what ?? error.told.message;
        const what = (0,sentence/* inEach */.B1)(in_ => (0,sentence/* told */.Ev)(`the id token ${in_(claims)} was refused: ${in_(refusal)}`, `ID Token（${in_(claims)}）被拒绝：${in_(refusal)}`));
        throw error.with({ message: (0,cloud_fault/* couldNot */.NF)(call.doing, what), what, advice: ADVICE });
    }
}

;// CONCATENATED MODULE: ./sign-in.js



const SESSION_PREFIX = 'precheck-gate';
const SESSION_NAME_CHARACTERS = 64;
function signIn({ method, origin }, plan, ports) {
    const { clock, secrets, anonymous: connection } = ports;
    const signing = { date: () => clock.date(), addSignature: (text) => void secrets.add(text) };
    const addSecret = (text) => void secrets.add(text);
    switch (method.method) {
        case 'access-key':
            return accessKeyCredential(method, origin, signing);
        case 'token':
            return tokenCredential(method.token, origin);
        case 'basic':
            return basicCredential(method.user, method.password, origin, addSecret);
        case 'iam-user':
            return (0,iam/* iamUserCredential */.C)(method, {
                ...ports,
                connection,
                endpoint: plan.tokenEndpoint,
                region: plan.tokenScope,
                addSecret,
            });
        case 'oidc': {
            const { audience } = method;
            const idToken = () => ports.side.fetchIdToken({ connection, audience, addSecret });
            const sessionName = sessionNameOf(ports.environment);
            const endpoint = plan.stsEndpoint;
            if (endpoint === null)
                throw new Error('The plan holds the method oidc without an STS endpoint');
            return oidcCredential(method, {
                ...ports,
                connection,
                endpoint,
                sessionName,
                idToken,
                signing,
                addSecret,
            });
        }
    }
}
function sessionNameOf(environment) {
    const run = (environment['GITHUB_RUN_ID'] ?? '').replaceAll(/[^0-9A-Za-z]/g, '');
    return `${SESSION_PREFIX}-${run}`.slice(0, SESSION_NAME_CHARACTERS).replace(/-$/, '');
}

;// CONCATENATED MODULE: ./connections.js








function connect(plan, ports) {
    const counter = { requests: 0, polls: 0 };
    const connectionPorts = {
        ...ports,
        hosts: new Hosts(new cloud_agents.Agents(ports.environment)),
        redactBeginning: ports.secrets.redactBeginning,
        countRequest: isPoll => {
            counter.requests += 1;
            counter.polls += isPoll ? 1 : 0;
        },
    };
    const anonymous = new Connection(null, connectionPorts);
    const connections = connectionsOf(plan, connectionPorts, { ...ports, anonymous });
    return { anonymous, connections, counter, countRequest: () => connectionPorts.countRequest(false) };
}
function runIdsOf(targets) {
    const byEndpoint = new Map();
    const of = ({ service, endpoint }) => {
        const key = `${service} ${endpoint.href}`;
        const runIds = byEndpoint.get(key) ?? new run_ids/* RunIds */.WE();
        byEndpoint.set(key, runIds);
        return runIds;
    };
    for (const target of targets)
        for (const { id } of target.tasks)
            of(target).claim(id, id);
    return of;
}
function connectionsOf(plan, connectionPorts, ports) {
    const used = [...plan.credentials].filter(([kind]) => plan.targets.some(target => target.credential === kind));
    return new Map(used.map(([kind, planned]) => {
        const credential = signIn(planned, plan, ports);
        return [kind, new Connection(new CredentialGate(credential), connectionPorts)];
    }));
}
function noCredential(target, isFork) {
    const give = target.credential === 'oms'
        ? (0,sentence/* told */.Ev)('Give oms-user and oms-password, best from secrets of the repository.', '请提供 oms-user 和 oms-password，最好来自仓库的 secrets。')
        : (0,sentence/* told */.Ev)('Give oidc-provider-urn and oidc-agency-urn (keyless), access-key-id and secret-access-key from secrets of the repository, or set the variables of the official actions, the SDKs or Terraform.', '请提供 oidc-provider-urn 和 oidc-agency-urn（无密钥方式），或来自仓库 secrets 的 access-key-id 和 secret-access-key，或设置官方 Action、SDK 或 Terraform 所用的环境变量。');
    const fork = (0,sentence/* told */.Ev)('Runs for pull requests of forks and of Dependabot get no secrets and no id token. Run the gate on push, in the merge queue, or by workflow_dispatch with commit-status: true.', '来自 fork 和 Dependabot 的拉取请求的运行得不到 secrets 和 ID Token。请在 push、合并队列中运行门禁，或用 workflow_dispatch 并设 commit-status: true。');
    const message = (0,sentence/* told */.Ev)(`There are no credentials for target ${target.name}.`, `目标 ${target.name} 没有凭证。`);
    return (0,own_problem/* ownProblem */.O3)('authentication-failed', message, isFork ? fork : give);
}


/***/ }),

/***/ 2690:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   v: () => (/* binding */ problemOfDoubt)
/* harmony export */ });
/* harmony import */ var _model_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7956);
/* harmony import */ var _own_problem_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4899);
/* harmony import */ var _sentence_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5540);



const ITEMS_NAMED = 5;
function problemOfDoubt(doubt) {
    switch (doubt.kind) {
        case 'other-task':
        case 'shared-run':
        case 'foreign-run':
            return mixedUp(doubt);
        case 'unreadable':
            return (0,_own_problem_js__WEBPACK_IMPORTED_MODULE_1__/* .ownProblem */ .O3)('not-verified', (0,_sentence_js__WEBPACK_IMPORTED_MODULE_2__/* .told */ .Ev)(`The pre-check has ended, but its overall result (${doubt.said}) cannot be read, so it is neither a pass nor a failure.`, `预检查已结束，但其总体结果（${doubt.said}）无法识别，因此既不算通过，也不算不通过。`), (0,_sentence_js__WEBPACK_IMPORTED_MODULE_2__/* .told */ .Ev)('Look at the task in the console. If the word is regular there, report it to the maintainers of this action.', '请在控制台中查看该任务。如果该结果在控制台中是正常的，请告知本工具的维护者。'));
        case 'lost-items':
            return (0,_own_problem_js__WEBPACK_IMPORTED_MODULE_1__/* .ownProblem */ .O3)('not-verified', lostItems(doubt.items), (0,_sentence_js__WEBPACK_IMPORTED_MODULE_2__/* .told */ .Ev)('Look at these items in the console, then run the gate again.', '请在控制台中查看这些检查项，然后重新运行门禁。'));
        case 'start-lost':
            return (0,_own_problem_js__WEBPACK_IMPORTED_MODULE_1__/* .ownProblem */ .O3)('not-verified', (0,_sentence_js__WEBPACK_IMPORTED_MODULE_2__/* .told */ .Ev)('A finished result is there, but nothing shows that it is of the run that was to be started: it may be an earlier one.', '已有一个完成的结果，但没有任何迹象表明它属于应当启动的那次运行：可能是之前的结果。'), (0,_sentence_js__WEBPACK_IMPORTED_MODULE_2__/* .told */ .Ev)('Run the gate again; when the service answers the start, the new result can be told from the old one.', '请重新运行门禁；只要服务应答了启动请求，就能区分新旧结果。'));
        default:
            return (0,_model_js__WEBPACK_IMPORTED_MODULE_0__/* .assertNever */ .xb)(doubt);
    }
}
function otherTask({ asked, came }) {
    return (0,_own_problem_js__WEBPACK_IMPORTED_MODULE_1__/* .ownProblem */ .O3)('invalid-response', (0,_sentence_js__WEBPACK_IMPORTED_MODULE_2__/* .told */ .Ev)(`The service answered with the result of ${came} where ${asked} was asked for, which is another task of this gate.`, `本应返回 ${asked} 的结果，服务却返回了 ${came} 的结果，而后者是本门禁的另一个任务。`), (0,_sentence_js__WEBPACK_IMPORTED_MODULE_2__/* .told */ .Ev)('Run the gate again. If this comes back, read the task on its own with mode query and report both ids to the support of the service.', '请重新运行门禁。如果再次出现，请用 mode query 单独读取该任务，并将两个 ID 提交给服务的技术支持。'));
}
function mixedUp(doubt) {
    switch (doubt.kind) {
        case 'other-task':
            return otherTask(doubt);
        case 'shared-run':
            return (0,_own_problem_js__WEBPACK_IMPORTED_MODULE_1__/* .ownProblem */ .O3)('invalid-response', (0,_sentence_js__WEBPACK_IMPORTED_MODULE_2__/* .told */ .Ev)(`The service gave the run id ${doubt.runId} to two tasks of this gate, so its result can be told to belong to neither.`, `服务给本门禁的两个任务返回了同一个运行 ID ${doubt.runId}，因此无法判断其结果属于哪个任务。`), (0,_sentence_js__WEBPACK_IMPORTED_MODULE_2__/* .told */ .Ev)('Run the gate for one of these tasks at a time, and report the id to the support of the service.', '请每次只对其中一个任务运行门禁，并将该 ID 提交给服务的技术支持。'));
        case 'foreign-run':
            return (0,_own_problem_js__WEBPACK_IMPORTED_MODULE_1__/* .ownProblem */ .O3)('invalid-response', (0,_sentence_js__WEBPACK_IMPORTED_MODULE_2__/* .told */ .Ev)(`The service gave the run of ${doubt.taskId} the id ${doubt.runId}, which is another task of this gate, so its result cannot be told from that one's.`, `服务给 ${doubt.taskId} 的运行返回了 ID ${doubt.runId}，而后者是本门禁的另一个任务，因此无法区分两者的结果。`), (0,_sentence_js__WEBPACK_IMPORTED_MODULE_2__/* .told */ .Ev)('A pre-check may be running: look at both tasks in the console, then run the gate for one of them at a time.', '可能已有预检查在运行：请先在控制台中查看这两个任务，然后每次只对其中一个运行门禁。'));
        default:
            return (0,_model_js__WEBPACK_IMPORTED_MODULE_0__/* .assertNever */ .xb)(doubt);
    }
}
function lostItems(items) {
    const rest = items.length - ITEMS_NAMED;
    const named = items.slice(0, ITEMS_NAMED);
    const english = `${items.length === 1 ? 'the item' : 'the items'} ${named.join(', ')}${rest > 0 ? ` and ${rest} more` : ''}`;
    const chinese = `${named.join('、')}${rest > 0 ? ` 以及另外 ${rest} 个` : ''}`;
    return (0,_sentence_js__WEBPACK_IMPORTED_MODULE_2__/* .told */ .Ev)(`The finished result lacks ${english}, which an earlier answer of the same run had reported, so it is not whole.`, `完成的结果中缺少检查项 ${chinese}，而同一次运行的较早应答中有这些项，因此结果不完整。`);
}


/***/ }),

/***/ 1987:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   WE: () => (/* binding */ RunIds),
/* harmony export */   Y5: () => (/* binding */ withoutSharedRuns),
/* harmony export */   tV: () => (/* binding */ claimingRuns)
/* harmony export */ });
/* harmony import */ var _doubts_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2690);

class RunIds {
    #owners = new Map();
    #tasks = new Set();
    claim(id, taskId) {
        if (id === taskId)
            this.#tasks.add(id);
        if (!this.#owners.has(id))
            this.#owners.set(id, taskId);
    }
    isOfOtherTask(id, taskId) {
        return id !== taskId && this.#tasks.has(id);
    }
    identityOf(taskId, own, came) {
        if (came === null || own.includes(came))
            return { kind: 'own' };
        const owner = this.#owners.get(came);
        const kind = owner === undefined || owner === taskId ? 'strange' : 'other-task';
        return { kind, asked: own[0], came };
    }
}
function claimingRuns(service, runIds) {
    const claimed = (started) => {
        const { kind, task } = started;
        if (kind === 'not-started' || kind === 'ended' || started.precheckId === null)
            return started;
        const { precheckId } = started;
        if (runIds.isOfOtherTask(precheckId, task.id)) {
            const doubt = { kind: 'foreign-run', taskId: task.id, runId: precheckId };
            return { kind: 'ended', task, problem: (0,_doubts_js__WEBPACK_IMPORTED_MODULE_0__/* .problemOfDoubt */ .v)(doubt) };
        }
        runIds.claim(precheckId, task.id);
        return started;
    };
    return {
        batchSize: service.batchSize,
        start: async (tasks) => (await service.start(tasks)).map(claimed),
        read: tasks => service.read(tasks),
    };
}
function withoutSharedRuns(targets) {
    const keys = targets.flatMap(target => target.tasks.map(task => keyOf(target, task)));
    const seen = new Set();
    const shared = new Set(keys.filter(key => key !== null && seen.size === seen.add(key).size));
    if (shared.size === 0)
        return targets;
    return targets.map(target => ({
        ...target,
        tasks: target.tasks.map(task => (shared.has(keyOf(target, task)) ? takenBack(task) : task)),
    }));
}
function keyOf({ service, endpoint }, { precheckId }) {
    return precheckId === null ? null : JSON.stringify([service, endpoint, precheckId]);
}
function takenBack(task) {
    const problem = (0,_doubts_js__WEBPACK_IMPORTED_MODULE_0__/* .problemOfDoubt */ .v)({ kind: 'shared-run', runId: task.precheckId ?? '' });
    return { ...task, problem, freshness: null, caveats: [] };
}


/***/ }),

/***/ 267:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $: () => (/* binding */ lookUpProjects)
/* harmony export */ });
/* harmony import */ var _cloud_fault_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6639);
/* harmony import */ var _cloud_iam_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9158);
/* harmony import */ var _plan_project_name_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(4630);
/* harmony import */ var _precheck_sentence_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5540);
/* harmony import */ var _services_regions_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(1427);





async function lookUpProjects(plan, connection, ports) {
    const regions = new Set(plan.targets
        .filter(({ credential, projectId }) => credential === 'huawei-cloud' && projectId === null)
        .map(({ region }) => region)
        .filter(region => region !== null));
    const found = new Map();
    if (connection !== null) {
        for (const region of regions)
            found.set(region, await seenIn(region, connection, plan, ports));
    }
    return {
        problems: [...found.values()].flatMap(seen => seen instanceof _cloud_fault_js__WEBPACK_IMPORTED_MODULE_0__/* .ApiFault */ .dW || seen.fitting.length < 2 ? [] : [severalText(seen)]),
        idOf(region) {
            const seen = found.get(region) ?? { region, name: region, fitting: [], others: [] };
            if (seen instanceof _cloud_fault_js__WEBPACK_IMPORTED_MODULE_0__/* .ApiFault */ .dW)
                throw seen;
            const [project] = seen.fitting;
            if (project === undefined)
                throw noProject(seen);
            return project.id;
        },
    };
}
async function seenIn(region, connection, plan, ports) {
    try {
        const endpoint = plan.iamEndpoint ?? iamOf(region, plan);
        const name = (0,_plan_project_name_js__WEBPACK_IMPORTED_MODULE_4__/* .projectNameIn */ .i)(region, plan.projectName);
        const projects = await (0,_cloud_iam_js__WEBPACK_IMPORTED_MODULE_1__/* .projectsSeen */ .m)(region, { ...ports, connection, endpoint });
        const fitting = projects.filter(project => project.name === name);
        return { region, name, fitting, others: projects.filter(project => project.name !== name) };
    }
    catch (error) {
        if (error instanceof _cloud_fault_js__WEBPACK_IMPORTED_MODULE_0__/* .ApiFault */ .dW)
            return error;
        throw error;
    }
}
function iamOf(region, { targets }) {
    const endpoint = targets.find(target => target.region === region)?.endpoint ?? null;
    return (0,_services_regions_js__WEBPACK_IMPORTED_MODULE_3__/* .defaultEndpoint */ .nQ)('iam', region, endpoint);
}
function severalText({ region, name, fitting }) {
    const ids = fitting.map(({ id }) => id).join(', ');
    const which = name === region ? 'of its name' : `named ${name}`;
    return `project-id: missing, and region ${region} has ${fitting.length} projects ${which}; allowed: one of ${ids}`;
}
const NAMES_SHOWN = 10;
function noProject({ region, name, others }) {
    const shown = others.slice(0, NAMES_SHOWN).map(project => `${project.name} (${project.id})`);
    const more = others.length - shown.length;
    const english = others.length === 0
        ? 'it sees none at all'
        : `it sees ${shown.join(', ')}${more > 0 ? ` and ${more} more` : ''}`;
    const chinese = others.length === 0
        ? '它看不到任何项目'
        : `它能看到 ${shown.join('、')}${more > 0 ? ` 以及另外 ${more} 个` : ''}`;
    return new _cloud_fault_js__WEBPACK_IMPORTED_MODULE_0__/* .ApiFault */ .dW({
        kind: 'not-found',
        message: (0,_precheck_sentence_js__WEBPACK_IMPORTED_MODULE_2__/* .told */ .Ev)(`Could not look up the project of region ${region}: this identity sees no project named ${name}; ${english}.`, `无法查询区域 ${region} 的项目：该身份看不到名为 ${name} 的项目；${chinese}。`),
        advice: (0,_precheck_sentence_js__WEBPACK_IMPORTED_MODULE_2__/* .told */ .Ev)('Give project-name (a name) or project-id (the id beside it) of one of them, or grant the identity access to the project of the region.', '请提供其中之一的 project-name（名称）或 project-id（旁边的 ID），或授予该身份访问该区域项目的权限。'),
    });
}


/***/ })

};
