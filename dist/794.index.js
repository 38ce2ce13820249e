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

/***/ 6794:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   fetchIdToken: () => (/* binding */ fetchIdToken),
/* harmony export */   n: () => (/* binding */ claimsText)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6309);
/* harmony import */ var _fault_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6639);


const answerSchema = zod__WEBPACK_IMPORTED_MODULE_1__/* .looseObject */ ._H3({ value: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP().min(4) });
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
        doing: 'get the id token of this job from GitHub',
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
        throw error instanceof _fault_js__WEBPACK_IMPORTED_MODULE_0__/* .ApiFault */ .dW && error.kind !== 'transient' ? refused(error, ports.isFork) : error;
    }
}
const CLAIM_MAX_CHARACTERS = 110;
const text = zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP().nullish().catch(null);
const claims = zod__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({
    iss: text,
    sub: text,
    aud: zod__WEBPACK_IMPORTED_MODULE_1__/* .union */ .KCZ([zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(), zod__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP()).transform(all => all.join(' '))])
        .nullish()
        .catch(null),
});
function claimsText(idToken) {
    const read = claims.safeParse(payloadOf(idToken)).data;
    if (read === undefined)
        return '(which cannot be read)';
    const said = ['iss', 'sub', 'aud'].map(name => `${name} ${brief(read[name] ?? null)}`);
    return `with ${said.join(', ')}`;
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
    if (claim === null)
        return 'absent';
    return claim.length <= CLAIM_MAX_CHARACTERS ? claim : `${claim.slice(0, CLAIM_MAX_CHARACTERS)}…`;
}
const REUSABLE = 'In a reusable workflow the job that calls it has to grant id-token: write, too: the caller sets the limit.';
const FORK_ADVICE = 'Runs for pull requests of forks and of Dependabot never get an id token, whatever the workflow says. Run the gate on push, in the merge queue, or by workflow_dispatch with commit-status: true.';
function refused(fault, isFork) {
    const advice = isFork
        ? FORK_ADVICE
        : `Check that the job has the permission (${PERMISSION_YAML}), and oidc-audience if it is set. ${REUSABLE}`;
    return fault.with({ kind: 'authentication-failed', advice, final: true });
}
function noPermission(isFork) {
    return new _fault_js__WEBPACK_IMPORTED_MODULE_0__/* .ApiFault */ .dW({
        kind: 'authentication-failed',
        message: 'Could not get the id token of this job from GitHub: the job has no permission for it.',
        advice: isFork
            ? FORK_ADVICE
            : `Add this line to the job in the workflow file: ${PERMISSION_YAML}. ${REUSABLE}`,
        final: true,
    });
}
function notOnGitea() {
    return new _fault_js__WEBPACK_IMPORTED_MODULE_0__/* .ApiFault */ .dW({
        kind: 'authentication-failed',
        message: 'Could not get the id token of this job: Gitea makes none, so keyless sign-in is not possible there.',
        advice: 'Give an access key, an IAM user or an IAM token in place of oidc-provider-urn and oidc-agency-urn.',
        final: true,
    });
}


/***/ })

};
