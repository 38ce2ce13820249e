export const id = 585;
export const ids = [585];
export const modules = {

/***/ 4092:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $N: () => (/* binding */ codeOf),
/* harmony export */   H6: () => (/* binding */ NetworkFault),
/* harmony export */   MX: () => (/* binding */ tlsTroubleOf),
/* harmony export */   bD: () => (/* binding */ messageOf),
/* harmony export */   cs: () => (/* binding */ isHopeless),
/* harmony export */   kY: () => (/* binding */ failureText),
/* harmony export */   r4: () => (/* binding */ inWords)
/* harmony export */ });
class NetworkFault extends Error {
    name = 'NetworkFault';
    nothingSent;
    what;
    failure;
    tooLarge;
    constructor(what, { nothingSent, failure, tooLarge = false }, cause) {
        super(what, { cause });
        this.what = what;
        this.nothingSent = nothingSent;
        this.failure = failure ?? { layer: nothingSent ? 'connection' : 'HTTP' };
        this.tooLarge = tooLarge;
    }
}
function isHopeless(failure) {
    switch (failure.layer) {
        case 'TLS':
            return failure.trouble !== 'passing';
        case 'proxy':
            return failure.way !== null && isHopeless(failure.way);
        case 'name look-up':
        case 'connection':
        case 'HTTP':
            return false;
    }
}
function failureText(failure, host, said) {
    switch (failure.layer) {
        case 'name look-up':
            return `the name look-up of ${host} failed (${said})`;
        case 'connection':
            return `no connection to ${host} (${said})`;
        case 'proxy': {
            const reached = failure.way === null ? 'answered' : 'gave no answer';
            return `the proxy ${failure.proxy} ${reached} when it was asked for a tunnel to ${host} (${said})`;
        }
        case 'TLS':
            return `TLS with ${host} failed (${said})`;
        case 'HTTP':
            return `the HTTP exchange with ${host} failed (${said})`;
    }
}
const TROUBLES = {
    ERR_TLS_CERT_ALTNAME_INVALID: 'wrong-name',
    HOSTNAME_MISMATCH: 'wrong-name',
    CERT_HAS_EXPIRED: 'expired',
    CERT_NOT_YET_VALID: 'expired',
    UNABLE_TO_GET_ISSUER_CERT: 'unknown-authority',
    UNABLE_TO_GET_ISSUER_CERT_LOCALLY: 'unknown-authority',
    UNABLE_TO_VERIFY_LEAF_SIGNATURE: 'unknown-authority',
    DEPTH_ZERO_SELF_SIGNED_CERT: 'unknown-authority',
    SELF_SIGNED_CERT_IN_CHAIN: 'unknown-authority',
    CERT_SIGNATURE_FAILURE: 'unknown-authority',
    CERT_UNTRUSTED: 'unknown-authority',
    CERT_REJECTED: 'unknown-authority',
    INVALID_CA: 'unknown-authority',
};
const CLIENT_CERTIFICATE = /ALERT_(?:CERTIFICATE_REQUIRED|BAD_CERTIFICATE|UNKNOWN_CA|NO_CERTIFICATE|HANDSHAKE_FAILURE)/;
const CLIENT_ALERT = /SSL alert number (?:40|41|42|48|116)\b/;
const PROTOCOL = /^(?:ERR_SSL_|ERR_TLS_|EPROTO$|CERT_|EE_|CA_|INVALID_|UNABLE_TO_)/;
function tlsTroubleOf(error) {
    const code = codeOf(error);
    if (code === null)
        return null;
    const known = TROUBLES[code];
    if (known !== undefined)
        return known;
    const alert = code === 'EPROTO' && CLIENT_ALERT.test(messageOf(error));
    if (alert || CLIENT_CERTIFICATE.test(code))
        return 'client-certificate';
    return PROTOCOL.test(code) ? 'protocol' : null;
}
const ADVICE_OF_NODE = /; if the root CA is installed locally.*/;
const OPENSSL = /^(?:\w+ )*[0-9A-F]+:error:[^:]*:([^:]*):[^:]*:([^:]+):.*$/;
const PLAINER = {
    aborted: 'the connection was cut in the middle of the answer',
    'socket hang up': 'the connection was closed without an answer',
};
function inWords(error) {
    if (!(error instanceof Error))
        return 'the connection failed';
    const all = error instanceof AggregateError ? error.errors.map(messageOf).join('; ') : error.message;
    const line = all.replaceAll(/\s+/g, ' ').trim();
    const text = PLAINER[all] ?? line.replace(ADVICE_OF_NODE, '').replace(OPENSSL, '$2 ($1)');
    const code = codeOf(error);
    return code === null || text.includes(code) ? text : `${text} (${code})`;
}
function codeOf(error) {
    return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : null;
}
function messageOf(error) {
    return error instanceof Error ? error.message : String(error);
}


/***/ }),

/***/ 6805:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   WQ: () => (/* binding */ faultOfAnswer),
/* harmony export */   lZ: () => (/* binding */ otherFault),
/* harmony export */   qc: () => (/* binding */ faultOfError)
/* harmony export */ });
/* harmony import */ var _cloud_network_fault_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4092);
/* harmony import */ var _text_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2782);


const MAX_MESSAGE_UNITS = 300;
const SECONDARY_LIMIT_WAIT_MS = 60_000;
const SECONDARY_LIMIT = /secondary rate limit|abuse detection/i;
function faultOfAnswer(answer, date, redactBeginning) {
    const { status } = answer;
    const basics = {
        httpStatus: status,
        what: describe(answer, redactBeginning),
        mayHaveActed: false,
        waitMs: null,
    };
    const throttled = throttleWait(answer, date);
    if (throttled !== null)
        return { ...basics, kind: 'unavailable', transient: true, waitMs: throttled.waitMs };
    if (status === 401)
        return { ...basics, kind: 'bad-token', transient: false };
    if (status === 403)
        return { ...basics, kind: 'denied', transient: false };
    if (status === 404 || status === 410)
        return { ...basics, kind: 'missing', transient: false };
    if (status >= 500 || status === 408)
        return { ...basics, kind: 'unavailable', transient: true, mayHaveActed: true };
    return { ...basics, kind: 'rejected', transient: false };
}
function faultOfError(error, host) {
    if (!(error instanceof _cloud_network_fault_js__WEBPACK_IMPORTED_MODULE_0__/* .NetworkFault */ .H6)) {
        const words = (0,_cloud_network_fault_js__WEBPACK_IMPORTED_MODULE_0__/* .messageOf */ .bD)(error);
        const what = `no answer from ${host} (${(0,_text_js__WEBPACK_IMPORTED_MODULE_1__/* .cut */ .J)((0,_text_js__WEBPACK_IMPORTED_MODULE_1__/* .oneLine */ .T)(words), MAX_MESSAGE_UNITS)})`;
        return otherFault('unavailable', what, { transient: true, mayHaveActed: true });
    }
    const { what, tooLarge, failure, nothingSent } = error;
    if (tooLarge)
        return otherFault('rejected', what);
    return {
        kind: 'unavailable',
        httpStatus: null,
        what: `${(0,_text_js__WEBPACK_IMPORTED_MODULE_1__/* .cut */ .J)((0,_text_js__WEBPACK_IMPORTED_MODULE_1__/* .oneLine */ .T)(what), MAX_MESSAGE_UNITS)}${remedyOf(failure)}`,
        transient: true,
        hopeless: (0,_cloud_network_fault_js__WEBPACK_IMPORTED_MODULE_0__/* .isHopeless */ .cs)(failure),
        mayHaveActed: !nothingSent,
        waitMs: null,
    };
}
function remedyOf(failure) {
    return failure.layer === 'TLS' && failure.trouble === 'unknown-authority'
        ? '; a private certificate authority has to be given in ca-certificate'
        : '';
}
function otherFault(kind, what, rest = {}) {
    return {
        kind,
        httpStatus: null,
        what: (0,_text_js__WEBPACK_IMPORTED_MODULE_1__/* .cut */ .J)((0,_text_js__WEBPACK_IMPORTED_MODULE_1__/* .oneLine */ .T)(what), MAX_MESSAGE_UNITS),
        transient: false,
        mayHaveActed: false,
        waitMs: null,
        ...rest,
    };
}
function throttleWait({ status, header, body }, date) {
    if (status !== 403 && status !== 429)
        return null;
    const told = header('retry-after')?.trim() ?? '';
    if (/^\d{1,9}$/.test(told))
        return { waitMs: Number(told) * 1000 };
    if (header('x-ratelimit-remaining')?.trim() === '0') {
        const resetSeconds = Number(header('x-ratelimit-reset') ?? Number.NaN);
        if (Number.isFinite(resetSeconds))
            return { waitMs: Math.max(0, resetSeconds * 1000 - date.getTime()) };
    }
    if (SECONDARY_LIMIT.test(body))
        return { waitMs: SECONDARY_LIMIT_WAIT_MS };
    return status === 429 ? { waitMs: null } : null;
}
function describe({ status, header, body }, redactBeginning) {
    const words = redactBeginning(messageIn(body), MAX_MESSAGE_UNITS + 1);
    const message = (0,_text_js__WEBPACK_IMPORTED_MODULE_1__/* .cut */ .J)((0,_text_js__WEBPACK_IMPORTED_MODULE_1__/* .oneLine */ .T)(words), MAX_MESSAGE_UNITS);
    const requestId = (0,_text_js__WEBPACK_IMPORTED_MODULE_1__/* .oneLine */ .T)(header('x-github-request-id') ?? '');
    const said = message === '' ? '' : `, "${message}"`;
    const id = requestId === '' ? '' : `, request id ${(0,_text_js__WEBPACK_IMPORTED_MODULE_1__/* .cut */ .J)(requestId, 80)}`;
    return `HTTP ${status}${said}${id}`;
}
function messageIn(body) {
    try {
        const json = JSON.parse(body);
        if (typeof json !== 'object' || json === null || !('message' in json))
            return '';
        const details = 'errors' in json && Array.isArray(json.errors) ? `: ${JSON.stringify(json.errors)}` : '';
        return `${json.message}${details}`;
    }
    catch {
        return /^\s*</.test(body) ? '' : body;
    }
}


/***/ }),

/***/ 8585:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  writeComment: () => (/* binding */ writeComment)
});

// EXTERNAL MODULE: ./github/text.js
var github_text = __webpack_require__(2782);
;// CONCATENATED MODULE: ./github/comment-body.js

const MAX_COMMENT_CHARS = 65_536;
const CUT_MARK = '\n\n… cut to the longest comment GitHub takes; the job summary has the rest.';
function commentMarker(gate) {
    const parts = [
        `workflow=${encoded(gate.workflow)}`,
        `job=${encoded(gate.job)}`,
        `name=${encoded(gate.name)}`,
    ];
    return `<!-- precheck-gate ${parts.join(' ')} `;
}
function hasMarker(body, marker) {
    return body.startsWith(marker);
}
function isGreen(body, marker) {
    return body.startsWith(`${marker}decision=passed -->`);
}
function commentBody({ marker, decision, render, footer, maxChars = MAX_COMMENT_CHARS, }) {
    const head = `${marker}decision=${decision} -->\n`;
    const tail = footer === '' ? '' : `\n\n${footer}`;
    const room = Math.max(0, maxChars - head.length - tail.length);
    return head + (0,github_text/* cut */.J)(render(room), room, CUT_MARK) + tail;
}
function commentFooter(sha, url) {
    const run = url === null ? 'This run' : `[This run](<${url}>)`;
    return sha === null ? `${run} wrote this.` : `${run} checked commit ${sha}.`;
}
function encoded(value) {
    return encodeURIComponent(value.toWellFormed()).replace(/[-!'()*~]/g, char => `%${char.charCodeAt(0).toString(16).toUpperCase()}`);
}

// EXTERNAL MODULE: ./github/permission.js
var permission = __webpack_require__(6530);
;// CONCATENATED MODULE: ./github/comment.js


const DEFAULT_AUTHOR = 'github-actions[bot]';
async function upsertComment(port, request) {
    const { owner, repo, mode, marker, decision } = request;
    const { number, headSha } = request.pull;
    const pull = { owner, repo, number };
    const own = await ownComment(port, pull, marker);
    if (!own.ok)
        return refused(own.fault, 'read the comments', request);
    const comment = own.value;
    if (mode === 'on-failure' && decision === 'passed' && (comment === null || isGreen(comment.body, marker)))
        return { kind: 'not-needed', why: 'the gate passed and no comment says otherwise' };
    if (comment?.body === request.body)
        return { kind: 'unchanged', url: comment.url };
    if (headSha !== null) {
        const head = await port.headSha(pull);
        if (!head.ok)
            return refused(head.fault, 'read the head', request);
        if (head.value !== headSha)
            return {
                kind: 'outdated',
                why: `the pull request is at ${head.value} by now, this run checked ${headSha}`,
            };
    }
    return comment === null ? create(port, pull, request) : update(port, comment, request);
}
async function ownComment(port, pull, marker) {
    const all = await port.comments(pull);
    if (!all.ok)
        return all;
    const marked = all.value.filter(comment => hasMarker(comment.body, marker));
    if (marked.length === 0)
        return { ok: true, value: null };
    const viewer = await port.viewer();
    if (!viewer.ok)
        return viewer;
    const author = viewer.value ?? DEFAULT_AUTHOR;
    return { ok: true, value: marked.find(comment => comment.author === author) ?? null };
}
async function create(port, pull, request) {
    const answer = await port.createComment(pull, request.body);
    if (answer.ok)
        return { kind: 'created', url: answer.value.url };
    const { fault } = answer;
    if (!fault.mayHaveActed || fault.kind === 'cancelled')
        return refused(fault, 'write the comment', request);
    const found = await ownComment(port, pull, request.marker);
    if (!found.ok)
        return refused(fault, 'write the comment', request);
    if (found.value !== null)
        return { kind: 'created', url: found.value.url };
    const second = await port.createComment(pull, request.body);
    if (second.ok)
        return { kind: 'created', url: second.value.url };
    return refused(second.fault, 'write the comment', request);
}
async function update(port, comment, request) {
    const { owner, repo, body } = request;
    const answer = await port.updateComment({ owner, repo, id: comment.id }, body);
    return answer.ok
        ? { kind: 'updated', url: comment.url }
        : refused(answer.fault, 'update the comment', request);
}
function refused(fault, doing, { owner, repo, pull, origin }) {
    const where = `pull request ${pull.number} of ${owner}/${repo}`;
    const why = `Could not ${doing} on ${where}: ${fault.what}.`;
    const isClosed = /\b(locked|archived)\b/i.test(fault.what);
    if ((fault.kind === 'denied' && !isClosed) || fault.kind === 'missing')
        return { kind: 'no-permission', why, advice: (0,permission/* permissionAdvice */.E)('pull-requests: write', origin) };
    return { kind: 'failed', why };
}

// EXTERNAL MODULE: ./github/event.js
var github_event = __webpack_require__(7189);
// EXTERNAL MODULE: ./github/fault.js
var fault = __webpack_require__(6805);
;// CONCATENATED MODULE: ./github/pull-of-event.js


function pullPlaceOf({ name, pullRequest }, payload) {
    if (pullRequest !== null)
        return { kind: 'known', number: pullRequest.number, headSha: pullRequest.headSha };
    switch (name) {
        case 'issue_comment':
            return ofComment((0,github_event/* field */.ZZ)(payload, 'issue'));
        case 'workflow_run':
            return ofWorkflowRun((0,github_event/* field */.ZZ)(payload, 'workflow_run'));
        default:
            return null;
    }
}
function ofComment(issue) {
    const number = (0,github_event/* field */.ZZ)(issue, 'number');
    const pull = (0,github_event/* field */.ZZ)(issue, 'pull_request');
    if (typeof number !== 'number' ||
        !Number.isSafeInteger(number) ||
        typeof pull !== 'object' ||
        pull === null)
        return null;
    return { kind: 'known', number, headSha: null };
}
function ofWorkflowRun(run) {
    const owner = (0,github_event/* textAt */.$6)(run, 'head_repository', 'owner', 'login');
    const branch = (0,github_event/* textAt */.$6)(run, 'head_branch');
    const headSha = (0,github_event/* shaOf */.ye)((0,github_event/* field */.ZZ)(run, 'head_sha'));
    if (owner === null || branch === null || headSha === null)
        return null;
    return { kind: 'at-branch', head: `${owner}:${branch}`, headSha };
}
async function findPull(port, repository, place) {
    if (place.kind === 'known')
        return { ok: true, value: place };
    const open = await port.openPulls(repository, place.head);
    if (!open.ok)
        return open;
    const [pull = null, ...others] = open.value.filter(({ headSha }) => headSha === place.headSha);
    if (others.length === 0)
        return { ok: true, value: pull };
    const numbers = [pull, ...others].map(found => found?.number).join(', ');
    return { ok: false, fault: (0,fault/* otherFault */.lZ)('rejected', `several are at commit ${place.headSha}: ${numbers}`) };
}

;// CONCATENATED MODULE: ./pull-comment.js



async function writeComment(github, report, render, { settings, event, payload, repository, workflow, job, givenSha, runUrl }) {
    const { comment: mode, name } = settings;
    if (mode === 'never')
        return [];
    const place = pullPlaceOf(event, payload);
    if (place === null)
        return nothingWritten(`the event ${event.name || '(none)'} has no pull request`);
    const found = await findPull(github, repository, place);
    if (!found.ok)
        return nothingWritten(`the pull request could not be found: ${found.fault.what}`);
    if (found.value === null)
        return nothingWritten('no open pull request is at the commit of this run');
    const pull = { number: found.value.number, headSha: found.value.headSha ?? givenSha };
    const { decision } = report.gate;
    const marker = commentMarker({ workflow, job, name });
    const body = commentBody({ marker, decision, render, footer: commentFooter(pull.headSha, runUrl) });
    const request = { ...repository, mode, pull, origin: event, decision, marker, body };
    return noticesOf(await upsertComment(github, request));
}
function nothingWritten(why) {
    return [{ level: 'warning', text: `comment: nothing was written, because ${why}.` }];
}
function noticesOf(result) {
    switch (result.kind) {
        case 'created':
        case 'updated':
        case 'unchanged':
        case 'not-needed':
            return [];
        case 'outdated':
            return [{ level: 'notice', text: `No comment was written: ${result.why}` }];
        case 'no-permission':
            return [{ level: 'notice', text: `${result.why} ${result.advice}` }];
        case 'failed':
            return [{ level: 'warning', text: result.why }];
    }
}


/***/ })

};
