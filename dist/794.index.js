export const id = 794;
export const ids = [794];
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


/***/ })

};
