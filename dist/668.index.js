export const id = 668;
export const ids = [668];
export const modules = {

/***/ 3668:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  check: () => (/* binding */ check)
});

// EXTERNAL MODULE: ./cloud/advice.js
var advice = __webpack_require__(1407);
// EXTERNAL MODULE: ./cloud/answer.js + 1 modules
var cloud_answer = __webpack_require__(3792);
// EXTERNAL MODULE: ./cloud/fault.js
var cloud_fault = __webpack_require__(6639);
// EXTERNAL MODULE: ./cloud/http.js
var http = __webpack_require__(2771);
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
            const answered = (0,cloud_answer/* readAnswer */.JN)(call, answer, signed ? date : null);
            host.noteAnswer(false);
            return answered;
        }
        catch (error) {
            if (error instanceof cloud_fault/* ApiFault */.dW)
                throw this.#noted(error, answer, host);
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
        const { deadline, userAgent, transport = http/* exchange */.cv } = this.#ports;
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
            if (error instanceof http/* NetworkFault */.H6)
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
    #noted(fault, answer, host) {
        const { clock, deadline, random } = this.#ports;
        if (fault.understood)
            host.noteAnswer(fault.throttled);
        if (fault.throttled) {
            const told = (0,cloud_answer/* waitToldBy */.S2)(answer, fault, clock.date());
            const retryAt = clock.now() + (told ?? (0,retry/* retryDelay */.a2)(host.noteThrottled(), random));
            host.throttle(told === null ? Math.min(retryAt, deadline.at) : retryAt);
            return fault.with({ retryAt, final: told !== null && retryAt > deadline.at });
        }
        return fault.kind === 'transient' && host.noteFailure(fault.message, fault.invalidResponse)
            ? fault.with({ final: true })
            : fault;
    }
}
function networkFault(call, fault, host, deadline) {
    const ended = deadline.signal.aborted;
    const message = `Could not ${call.doing}: ${fault.what}.`;
    return new cloud_fault/* ApiFault */.dW({
        kind: 'transient',
        message,
        advice: (0,advice/* networkAdvice */.B0)(fault.what, call.url.host),
        nothingStarted: fault.nothingSent,
        invalidResponse: fault.tooLarge,
        final: !ended && host.noteFailure(message),
    }, fault);
}
function hopeless(call, host) {
    const { host: name } = call.url;
    return new cloud_fault/* ApiFault */.dW({
        kind: 'transient',
        message: `Could not ${call.doing}: ${name} has given no answer that makes sense in ${retry/* TRIES_BEFORE_FIRST_ANSWER */.ms} tries. ${host.lastFailure}`,
        advice: (0,advice/* networkAdvice */.B0)(host.lastFailure, name),
        nothingStarted: true,
        invalidResponse: host.lastWasInvalid,
        final: true,
    });
}
function throttledPastDeadline(call, host) {
    return new cloud_fault/* ApiFault */.dW({
        kind: 'transient',
        message: `Could not ${call.doing}: ${call.url.host} throttles this client until after the deadline of the step.`,
        advice: 'Run fewer gates at the same time, or raise timeout-minutes.',
        nothingStarted: true,
        throttled: true,
        understood: true,
        retryAt: host.throttledUntil,
        final: true,
    });
}
function inContext(fault, doing, gate) {
    const own = fault.message.startsWith(`Could not ${doing}:`);
    const usual = (fault.kind === 'authentication-failed' ? gate?.credential.advice : null) ?? null;
    const advice = own && fault.advice !== null && usual !== null ? `${fault.advice} ${usual}` : (fault.advice ?? usual);
    if (own)
        return advice === fault.advice ? fault : fault.with({ advice });
    const because = gate === null ? '' : `${gate.credential.label} could not be used. `;
    return fault.with({ message: `Could not ${doing}: ${because}${fault.message}`, advice });
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
    const expired = key.securityToken === null ? '' : ' The security token may have expired: get a new set of temporary keys.';
    return {
        label: `the access key from ${origin}`,
        advice: `Check that the access key is active and that the secret key belongs to it.${expired} It is not tried again, because five wrong signatures lock the key for five minutes.`,
        headersFor: async (request) => signedHeaders(request, key, ports),
        renew: null,
    };
}
function tokenCredential(token, origin) {
    return {
        label: `the IAM token from ${origin}`,
        advice: 'IAM tokens live for 24 hours and hold for one project: get a new one for this project.',
        headersFor: async (request) => ({ ...request.headers, 'X-Auth-Token': token }),
        renew: null,
    };
}
function basicCredential(user, password, origin, addSecret) {
    const value = Buffer.from(`${user}:${password}`, 'utf8').toString('base64');
    addSecret(value);
    return {
        label: `the OMS user ${user} from ${origin}`,
        advice: 'Check oms-user and oms-password. Users that sign in to OMS by single sign-on have no password of their own: use a local account.',
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

// EXTERNAL MODULE: ./cloud/hosts.js
var hosts = __webpack_require__(1356);
// EXTERNAL MODULE: ./precheck/model.js
var model = __webpack_require__(7956);
;// CONCATENATED MODULE: ./precheck/caveats.js

function caveatText({ id }, caveat) {
    switch (caveat.kind) {
        case 'assumed':
            return `The result of task ${id} is assumed to be ${ASSUMED[caveat.because]}.`;
        case 'strange-id':
            return `The result of task ${id} came under the id ${caveat.came}, although ${caveat.asked} was asked for, so it may be another run's.`;
        case 'got-better':
            return `The item ${caveat.item} of task ${id} was ${caveat.from} earlier in this run and ended as ${caveat.to}; the last word counts.`;
        default:
            return (0,model/* assertNever */.xb)(caveat);
    }
}
const ASSUMED = {
    'no-run-id': 'new: the service gives results no time and no run id, and this one has stood unchanged since the start',
    'no-news': 'whole: it names no item beyond those of the start answer, the service gives no mark of the end, and it has stood unchanged for long',
    'no-start-list': 'whole: the answer to the start held no list of items to compare it with, the service gives no mark of the end, and it has stood unchanged for long',
};

;// CONCATENATED MODULE: ./precheck/cut-off.js
const START_UNANSWERED_IS_A_FAULT_AFTER_MS = 1_000;
const READ_UNANSWERED_IS_A_FAULT_AFTER_MS = 5_000;
const TIMES_LONGEST_ANSWERED = 2;
const MAY_RUN = 'a pre-check may be running.';
function cutOffProblem(cut) {
    if (cut.cancelled) {
        return problem('cancelled', 'The step was cancelled before the pre-check had ended.', 'Run the gate again.');
    }
    const unanswered = cut.unansweredForMs ?? 0;
    if (isUnanswered(unanswered, cut))
        return unansweredProblem(unanswered, cut);
    if (cut.lastFault !== null) {
        if (cut.started || unanswered === 0)
            return cut.lastFault;
        return { ...cut.lastFault, message: `${cut.lastFault.message} The start was sent again, and ${MAY_RUN}` };
    }
    if (cut.settling) {
        return problem('timed-out', "A result was there, but it had not stood unchanged for settle-seconds when the step's deadline came, so it may be old or incomplete.", 'Raise timeout-minutes, or read the result later with mode query.');
    }
    const at = cut.progress === null ? '' : ` at ${cut.progress} %`;
    return problem('timed-out', cut.started
        ? `The pre-check was not finished${at} when the step's deadline came.`
        : `The pre-check was not started when the step's deadline came.${unanswered > 0 ? ` If the start was sent, ${MAY_RUN}` : ''}`, 'Raise timeout-minutes, or read the result later with mode query.');
}
function isUnanswered(forMs, { started, longestReadMs }) {
    if (!started)
        return forMs >= START_UNANSWERED_IS_A_FAULT_AFTER_MS;
    return forMs > READ_UNANSWERED_IS_A_FAULT_AFTER_MS && forMs > longestReadMs * TIMES_LONGEST_ANSWERED;
}
function unansweredProblem(forMs, { started }) {
    const seconds = Math.round(forMs / 1_000);
    return problem('service-unavailable', started
        ? `The service had not answered for ${seconds} s when the step's deadline came (trying to read the result).`
        : `The pre-check could not be started within the ${seconds} s before the step's deadline. If the start was sent, ${MAY_RUN}`, 'Check that the service is up and reachable, then run the gate again with mode query or run.');
}
function problem(reason, message, advice) {
    return { reason, code: null, message, httpStatus: null, requestId: null, advice };
}

;// CONCATENATED MODULE: ./precheck/doubts.js

const ITEMS_NAMED = 5;
function problemOfDoubt(doubt) {
    switch (doubt.kind) {
        case 'other-task':
            return doubts_problem('invalid-response', `The service answered with the result of ${doubt.came} where ${doubt.asked} was asked for, which is another task of this gate.`, 'Run the gate again. If this comes back, read the task on its own with mode query and report both ids to the support of the service.');
        case 'shared-run':
            return doubts_problem('invalid-response', `The service gave the run id ${doubt.runId} to two tasks of this gate, so its result can be told to belong to neither.`, 'Run the gate for one of these tasks at a time, and report the id to the support of the service.');
        case 'unreadable':
            return doubts_problem('not-verified', `The pre-check has ended, but its overall result (${doubt.said}) cannot be read, so it is neither a pass nor a failure.`, 'Look at the task in the console. If the word is regular there, report it to the maintainers of this action.');
        case 'lost-items':
            return doubts_problem('not-verified', `The finished result lacks ${listed(doubt.items)}, which an earlier answer of the same run had reported, so it is not whole.`, 'Look at these items in the console, then run the gate again.');
        case 'start-lost':
            return doubts_problem('not-verified', 'A finished result is there, but nothing shows that it is of the run that was to be started: it may be an earlier one.', 'Run the gate again; when the service answers the start, the new result can be told from the old one.');
        default:
            return (0,model/* assertNever */.xb)(doubt);
    }
}
function listed(items) {
    const rest = items.length - ITEMS_NAMED;
    const named = items.slice(0, ITEMS_NAMED).join(', ');
    return `${items.length === 1 ? 'the item' : 'the items'} ${named}${rest > 0 ? ` and ${rest} more` : ''}`;
}
function doubts_problem(reason, message, advice) {
    return { reason, code: null, message, httpStatus: null, requestId: null, advice };
}

;// CONCATENATED MODULE: ./precheck/seen-items.js
const NO_ITEMS_SEEN = new Map();
const RANK = { passed: 0, skipped: 1, warning: 1, failed: 2 };
const rankOf = ({ status }) => RANK[status];
function seenAfter(seen, items) {
    const reported = items.filter(item => rankOf(item) !== undefined && !item.isEcho);
    if (reported.length === 0)
        return seen;
    const next = new Map(seen);
    for (const [name, alike] of Map.groupBy(reported, item => item.baseId)) {
        const before = next.get(name);
        const [first] = alike;
        if (first === undefined)
            continue;
        const worst = before !== undefined && isWorse(before.worst, first.status) ? before.worst : first.status;
        next.set(name, { count: Math.max(before?.count ?? 0, alike.length), worst });
    }
    return next;
}
function lostItems(seen, finished) {
    const counts = countsOf(finished);
    return [...seen].filter(([name, { count }]) => (counts.get(name) ?? 0) < count).map(([name]) => name);
}
function improvedItems(seen, finished) {
    const counts = countsOf(finished);
    return finished.flatMap(item => {
        const before = seen.get(item.baseId);
        const alone = before?.count === 1 && counts.get(item.baseId) === 1;
        if (before === undefined || !alone || !isWorse(before.worst, item.status))
            return [];
        return [{ item: item.baseId, from: before.worst, to: item.status }];
    });
}
function isWorse(one, other) {
    return (RANK[one] ?? -1) > (RANK[other] ?? Number.POSITIVE_INFINITY);
}
function countsOf(items) {
    const counts = new Map();
    for (const { baseId, isEcho } of items)
        if (!isEcho)
            counts.set(baseId, (counts.get(baseId) ?? 0) + 1);
    return counts;
}

;// CONCATENATED MODULE: ./precheck/run-binding.js

function newBinding(mode, { confirmed, boundById }, now) {
    const nothing = { sawUnclaimed: false, row: null, seen: NO_ITEMS_SEEN };
    return { mode, confirmed, proven: boundById, rowFrom: now, ...nothing };
}
function sentAgain(binding, confirmed, now) {
    return { ...binding, confirmed: binding.confirmed || confirmed, row: null, rowFrom: now };
}
function shownAtStart(binding, items) {
    return { ...binding, seen: seenAfter(binding.seen, items) };
}
function isOfThisRun(binding, isFirst) {
    return belongs(binding) || (isFirst && canBeFirst(binding));
}
function afterNothing(binding, now) {
    return { ...binding, row: null, rowFrom: now };
}
function afterAnswer(before, facts, now) {
    const { identity, picture } = facts;
    const binding = noted(before, facts, now);
    const shows = belongs(binding) && identity.kind !== 'earlier-run';
    const worth = worthOf(binding, facts, shows, now);
    const counts = shows && identity.kind !== 'other-task';
    const seen = counts ? seenAfter(binding.seen, picture.items) : binding.seen;
    return { binding: { ...binding, seen }, worth };
}
function noted(before, facts, now) {
    const proven = before.proven || proves(before, facts);
    const confirmed = before.confirmed || proven;
    const sawUnclaimed = before.sawUnclaimed || (!confirmed && facts.finished);
    return { ...before, proven, confirmed, sawUnclaimed, ...rowAfter(before, facts, now) };
}
function proves(before, { evidence, identity, finished }) {
    if (identity.kind !== 'own')
        return false;
    switch (evidence) {
        case 'new-run':
            return true;
        case 'first-result':
            return finished && canBeFirst(before);
        case 'none':
            return false;
    }
}
function canBeFirst({ confirmed, sawUnclaimed }) {
    return confirmed && !sawUnclaimed;
}
function rowAfter({ row, rowFrom }, { finished, identity, standing }, now) {
    const counted = finished && (identity.kind === 'own' || identity.kind === 'strange');
    if (!counted || standing === null)
        return { row: null, rowFrom: now };
    const { content } = standing;
    if (row?.content === content)
        return { row: { ...row, reads: row.reads + 1 }, rowFrom };
    const since = row === null && standing.against === 'old' ? rowFrom : now;
    return { row: { content, since, reads: 1 }, rowFrom };
}
function belongs({ mode, proven }) {
    return mode === 'query' || proven;
}
function worthOf(binding, facts, shows, now) {
    const { identity, picture, standing, unreadable } = facts;
    if (identity.kind === 'other-task')
        return { kind: 'doubted', shows: false, doubt: identity };
    if (!facts.finished || identity.kind === 'earlier-run')
        return { kind: 'running', shows, settling: false };
    const needed = standing !== null && mustStand(binding, facts, standing) ? standing : null;
    if (needed !== null && !stands(binding, needed, now))
        return { kind: 'running', shows, settling: true };
    const isTied = belongs(binding) || needed !== null;
    if (!binding.confirmed || !isTied)
        return { kind: 'running', shows: false, settling: true };
    if (unreadable !== null) {
        return { kind: 'doubted', shows: true, doubt: { kind: 'unreadable', said: unreadable } };
    }
    const lost = lostItems(binding.seen, picture.items);
    if (lost.length > 0)
        return { kind: 'doubted', shows: true, doubt: { kind: 'lost-items', items: lost } };
    return countsAs(binding, facts, needed);
}
function mustStand({ mode, proven }, { identity }, { against }) {
    if (against === 'partial')
        return true;
    return mode === 'run' && (!proven || identity.kind !== 'own');
}
function stands({ row }, { forMs, cutShort, reads }, now) {
    if (row === null || row.reads < reads)
        return false;
    const stoodMs = now - row.since;
    return stoodMs >= forMs || (cutShort !== null && now >= cutShort.from && stoodMs >= cutShort.forMs);
}
function countsAs(binding, { identity, picture }, stood) {
    const caveats = [];
    if (identity.kind === 'strange')
        caveats.push({ ...identity, kind: 'strange-id' });
    const assumption = binding.mode === 'query' ? null : (stood?.assumption ?? null);
    if (assumption !== null)
        caveats.push({ kind: 'assumed', because: assumption });
    for (const item of improvedItems(binding.seen, picture.items))
        caveats.push({ kind: 'got-better', ...item });
    const isAssumed = assumption !== null || identity.kind === 'strange';
    const freshness = binding.mode === 'query' ? 'as-found' : isAssumed ? 'assumed' : 'new';
    return { kind: 'counts', freshness, caveats };
}

;// CONCATENATED MODULE: ./precheck/sends.js
const NOTHING_SENT = { refusals: 0, failures: 0, repeats: 0, lastAt: 0, reads: 0 };
const REFUSED_START_REPEATS = 5;
const LOST_START_REPEATS = 3;
const READS_BEFORE_REPEAT = 3;
const TIME_TO_LOOK_MS = 600;
const FIRST_REPEAT_AFTER_MS = 10_000;
const REPEAT_GROWTH = 1.2;
const TIMES_STANDING_BEFORE_GIVING_UP = 3;
function withRead(sends) {
    return { ...sends, reads: sends.reads + 1 };
}
function nextStart(sends, { why, retryAt }, now, delay) {
    if (why === 'unreached') {
        const failures = sends.failures + 1;
        return { sends: { ...sends, failures, lastAt: now }, at: retryAt ?? now + delay(failures) };
    }
    const refusals = sends.refusals + 1;
    const again = { ...sends, refusals, lastAt: now };
    return {
        sends: again,
        at: refusals > REFUSED_START_REPEATS ? null : (retryAt ?? now + delay(refusals + 1) - TIME_TO_LOOK_MS),
    };
}
function nextRepeat({ repeats, reads, lastAt }) {
    if (repeats >= LOST_START_REPEATS || reads < READS_BEFORE_REPEAT)
        return null;
    return lastAt + FIRST_REPEAT_AFTER_MS * REPEAT_GROWTH ** repeats;
}
function isGivenUp({ repeats, reads, lastAt }, standsForMs, now) {
    const outOfSends = repeats >= LOST_START_REPEATS && reads >= READS_BEFORE_REPEAT;
    return outOfSends && now - lastAt >= standsForMs * TIMES_STANDING_BEFORE_GIVING_UP;
}

;// CONCATENATED MODULE: ./precheck/task-progress.js




const NOTHING_SEEN = { precheckId: null, progress: null, overall: 'missing', items: [] };
class TaskProgress {
    task;
    underWaySince = null;
    notBefore = Number.NEGATIVE_INFINITY;
    throttled = false;
    #mode;
    #startAt = Number.NEGATIVE_INFINITY;
    #sends = NOTHING_SENT;
    #lostStart = null;
    #binding = null;
    #startedAt = 0;
    #runId = null;
    #picture = NOTHING_SEEN;
    #settling = false;
    #failuresInRow = 0;
    #lastFault = null;
    #end = null;
    constructor(task, mode) {
        this.task = task;
        this.#mode = mode;
    }
    get done() {
        return this.#end !== null;
    }
    get failed() {
        return this.#end?.kind === 'problem';
    }
    get started() {
        return this.#binding !== null;
    }
    get readable() {
        return this.started && !this.done && this.underWaySince === null;
    }
    get startAt() {
        if (this.done || this.underWaySince !== null)
            return null;
        return this.#isUnconfirmed ? nextRepeat(this.#sends) : this.#startAt;
    }
    get runId() {
        return this.#runId;
    }
    get progress() {
        return this.#picture.progress;
    }
    get settling() {
        return this.#settling;
    }
    get percent() {
        return this.#end?.kind === 'result' ? 100 : this.progress;
    }
    get outlook() {
        const settling = this.#settling || this.#isUnconfirmed;
        return { since: this.#startedAt, progress: this.progress, settling };
    }
    lastFault() {
        return this.#lastFault;
    }
    send(kind, now) {
        this.underWaySince = now;
        if (kind === 'start')
            this.#startAt = null;
    }
    begin(started, now, delay) {
        this.#lastFault = null;
        this.throttled = false;
        switch (started.kind) {
            case 'started':
                this.#lostStart = null;
                this.#sent(started, true, now);
                return;
            case 'unconfirmed':
                this.#lostStart ??= started.problem;
                this.#sent({ ...started, boundById: false }, false, now);
                return;
            case 'not-started':
                if (this.#isUnconfirmed)
                    this.#notRepeated(started, now);
                else
                    this.#notStarted(started, now, delay);
                return;
            case 'ended':
                this.#endWith(started.problem);
                return;
            default:
                (0,model/* assertNever */.xb)(started);
        }
    }
    #sent({ precheckId, boundById, picture }, confirmed, now) {
        const before = this.#binding;
        const repeats = this.#sends.repeats + (before === null ? 0 : 1);
        this.#sends = { ...NOTHING_SENT, repeats, lastAt: now };
        this.#startAt = null;
        this.#startedAt = now;
        this.#runId = precheckId;
        const binding = before === null
            ? newBinding(this.#mode, { confirmed, boundById }, now)
            : sentAgain(before, confirmed, now);
        this.#binding = picture === undefined ? binding : shownAtStart(binding, picture.items);
        this.#picture = picture ?? { ...NOTHING_SEEN, precheckId };
    }
    #notStarted(fault, now, delay) {
        const { sends, at } = nextStart(this.#sends, fault, now, delay);
        this.#sends = sends;
        if (at === null) {
            this.#endWith({ ...fault.problem, reason: 'start-refused' });
            return;
        }
        this.#startAt = at;
        this.#lastFault = fault.problem;
        this.throttled = fault.throttled;
    }
    #notRepeated({ why }, now) {
        const repeats = this.#sends.repeats + (why === 'refused' ? 1 : 0);
        this.#sends = { ...this.#sends, repeats, lastAt: now, reads: 0 };
    }
    note(reading, now, delay) {
        const binding = this.#binding;
        if (binding === null)
            throw new Error(`task ${this.task.id} is read before it is started`);
        this.#settling = false;
        switch (reading.kind) {
            case 'answer':
                this.#answered(binding, reading.facts, now, delay);
                return;
            case 'missing':
                this.#understood();
                this.#binding = afterNothing(binding, now);
                return;
            case 'unread':
                this.#show(binding, reading.beside);
                this.#binding = afterNothing(binding, now);
                this.#failed(reading.problem, reading.retryAt, now, delay);
                this.throttled = reading.throttled;
                if (reading.isEmpty)
                    this.#sends = withRead(this.#sends);
                return;
            case 'ended':
                this.#show(binding, reading.beside);
                this.#endWith(reading.problem);
                return;
            default:
                (0,model/* assertNever */.xb)(reading);
        }
    }
    #answered(before, facts, now, delay) {
        const { binding, worth } = afterAnswer(before, facts, now);
        this.#binding = binding;
        if (worth.kind === 'counts' || worth.shows)
            this.#picture = facts.picture;
        switch (worth.kind) {
            case 'counts':
                this.#end = { kind: 'result', freshness: worth.freshness, caveats: worth.caveats };
                return;
            case 'doubted': {
                const problem = problemOfDoubt(worth.doubt);
                if (worth.doubt.kind === 'other-task')
                    this.#failed(problem, null, now, delay);
                else
                    this.#endWith(problem);
                return;
            }
            case 'running':
                this.#understood();
                this.#settling = worth.settling;
                if (this.#hasNoHope(facts, now))
                    this.doubt({ kind: 'start-lost' });
                return;
            default:
                (0,model/* assertNever */.xb)(worth);
        }
    }
    #hasNoHope({ standing }, now) {
        return this.#sawUnclaimedResult && isGivenUp(this.#sends, standing?.forMs ?? 0, now);
    }
    get #sawUnclaimedResult() {
        return this.#isUnconfirmed && this.#binding?.sawUnclaimed === true;
    }
    get #isUnconfirmed() {
        return this.#binding !== null && !this.#binding.confirmed;
    }
    doubt(doubt) {
        this.#endWith(problemOfDoubt(doubt));
    }
    #understood() {
        this.#lastFault = null;
        this.#failuresInRow = 0;
        this.throttled = false;
        this.#sends = withRead(this.#sends);
    }
    #failed(problem, retryAt, now, delay) {
        this.#lastFault = problem;
        this.#failuresInRow += 1;
        this.notBefore = retryAt ?? now + delay(this.#failuresInRow);
        this.throttled = false;
    }
    #show(binding, beside) {
        if (beside !== null && isOfThisRun(binding, beside.isFirst))
            this.#picture = beside.picture;
    }
    #endWith(problem) {
        this.#lastFault = null;
        this.throttled = false;
        this.#end = { kind: 'problem', problem: this.#afterLostStart(problem) };
    }
    #afterLostStart(problem) {
        const lost = this.#isUnconfirmed ? this.#lostStart : null;
        if (lost === null)
            return problem;
        const message = `It is not known whether the start has worked: ${lost.message} ${problem.message}`;
        return {
            ...problem,
            message,
            code: problem.code ?? lost.code,
            httpStatus: problem.httpStatus ?? lost.httpStatus,
            requestId: problem.requestId ?? lost.requestId,
        };
    }
    result(cutOff) {
        const { precheckId, progress, overall, items } = this.#picture;
        const end = this.#end ?? { kind: 'problem', problem: this.#cutOffBy(cutOff(this.#lastFault)) };
        const problem = end.kind === 'problem' ? end.problem : null;
        const freshness = end.kind === 'result' ? end.freshness : null;
        const caveats = end.kind === 'result' ? end.caveats : [];
        return { task: this.task, precheckId, progress, problem, overall, freshness, caveats, items };
    }
    #cutOffBy(problem) {
        const isOld = this.#sawUnclaimedResult && problem.reason === 'timed-out';
        return this.#afterLostStart(isOld ? problemOfDoubt({ kind: 'start-lost' }) : problem);
    }
}

;// CONCATENATED MODULE: ./precheck/poller.js


const READS_UNDER_WAY = 4;
function poll(tasks, service, ports) {
    return new Poll(tasks, service, ports).run();
}
class Poll {
    #tasks;
    #byId;
    #service;
    #ports;
    #underWay = new Map();
    #lastRound = Number.NEGATIVE_INFINITY;
    #longestReadMs = 0;
    #failure = null;
    constructor(tasks, service, ports) {
        this.#tasks = tasks.map(task => new TaskProgress(task, ports.mode));
        this.#byId = new Map(this.#tasks.map(state => [state.task.id, state]));
        this.#service = service;
        this.#ports = ports;
    }
    async run() {
        const { clock, deadline } = this.#ports;
        while (!this.#over) {
            const nextStart = this.#startIfDue();
            const nextRound = this.#readIfDue();
            this.#observe(nextRound);
            if (this.#tasks.every(state => state.done))
                break;
            const awake = new AbortController();
            const until = Math.min(nextStart, nextRound ?? deadline.at, deadline.at);
            const signal = AbortSignal.any([awake.signal, deadline.signal]);
            await Promise.race([clock.sleep(until - clock.now(), signal), ...this.#underWay.keys()]);
            awake.abort();
            if (this.#failure !== null)
                throw this.#failure;
        }
        return this.#tasks.map(state => state.result(problem => this.#cutOff(state, problem)));
    }
    get #over() {
        const { clock, deadline } = this.#ports;
        return deadline.signal.aborted || clock.now() >= deadline.at;
    }
    #startIfDue() {
        const now = this.#ports.clock.now();
        const dueAt = (state) => state.startAt ?? Number.POSITIVE_INFINITY;
        this.#launch('start', this.#tasks.filter(state => dueAt(state) <= now));
        return Math.min(...this.#tasks.map(dueAt));
    }
    #readIfDue() {
        const reads = [...this.#underWay.values()].filter(kind => kind === 'read').length;
        if (reads >= READS_UNDER_WAY)
            return null;
        const idle = this.#tasks.filter(state => state.readable);
        if (idle.length === 0)
            return null;
        const now = this.#ports.clock.now();
        const round = this.#ports.schedule.nextRound(idle.map(state => state.outlook), this.#lastRound, now);
        const dueAt = Math.max(round, Math.min(...idle.map(state => state.notBefore)));
        if (dueAt > now)
            return dueAt;
        this.#lastRound = now;
        this.#launch('read', idle.filter(state => state.notBefore <= now));
        return null;
    }
    async #start(batch) {
        const answers = await this.#service.start(batch.map(state => state.task));
        if (this.#ports.deadline.signal.aborted)
            return;
        for (const state of batch)
            state.underWaySince = null;
        const now = this.#ports.clock.now();
        const delay = this.#delayOfBatch();
        for (const started of answers)
            this.#byId.get(started.task.id)?.begin(started, now, delay);
        this.#endThoseThatShareARun();
        if (this.#ports.mode === 'run' && this.#lastRound === Number.NEGATIVE_INFINITY)
            this.#lastRound = now;
    }
    #endThoseThatShareARun() {
        for (const [runId, sharing] of Map.groupBy(this.#tasks, state => state.runId)) {
            if (runId === null || sharing.length === 1)
                continue;
            for (const state of sharing)
                state.doubt({ kind: 'shared-run', runId });
        }
    }
    async #read(batch) {
        const { clock, deadline } = this.#ports;
        const sentAt = clock.now();
        const readings = await this.#service.read(batch.map(state => state.task));
        if (deadline.signal.aborted)
            return;
        for (const state of batch)
            state.underWaySince = null;
        const now = clock.now();
        const answered = readings.some(reading => reading.kind !== 'unread');
        if (answered)
            this.#longestReadMs = Math.max(this.#longestReadMs, now - sentAt);
        const delay = this.#delayOfBatch();
        for (const reading of readings)
            this.#byId.get(reading.task.id)?.note(reading, now, delay);
    }
    #delayOfBatch() {
        const { random, retryDelay } = this.#ports;
        const jitter = random();
        return failures => retryDelay(failures, () => jitter);
    }
    #launch(kind, states) {
        const now = this.#ports.clock.now();
        for (const batch of this.#batches(states)) {
            for (const state of batch)
                state.send(kind, now);
            this.#track(kind, kind === 'start' ? this.#start(batch) : this.#read(batch));
        }
    }
    #track(kind, work) {
        const running = work
            .catch(error => {
            this.#failure ??= error ?? new Error('a batch failed without a reason');
        })
            .then(() => void this.#underWay.delete(running));
        this.#underWay.set(running, kind);
    }
    #batches(states) {
        const size = this.#service.batchSize;
        return Array.from({ length: Math.ceil(states.length / size) }, (_, index) => states.slice(index * size, (index + 1) * size));
    }
    #cutOff(state, lastFault) {
        const { clock, deadline } = this.#ports;
        return cutOffProblem({
            cancelled: deadline.signal.reason === 'cancelled',
            lastFault,
            unansweredForMs: state.underWaySince === null ? null : Math.max(0, clock.now() - state.underWaySince),
            longestReadMs: this.#longestReadMs,
            started: state.started,
            settling: state.settling,
            progress: state.progress,
        });
    }
    #observe(nextRound) {
        const { clock, observe } = this.#ports;
        const open = this.#tasks.filter(state => !state.done);
        const known = this.#tasks.map(state => state.percent).filter(percent => percent !== null);
        const sum = known.reduce((total, percent) => total + percent, 0);
        observe({
            total: this.#tasks.length,
            done: this.#tasks.length - open.length,
            withoutResult: this.#tasks.filter(state => state.failed).length,
            percent: known.length === 0 ? null : Math.floor(sum / this.#tasks.length),
            settling: open.filter(state => state.settling).length,
            throttled: open.some(state => state.throttled),
            trouble: open.map(state => state.lastFault()?.message).find(text => text !== undefined) ?? null,
            nextRoundInMs: nextRound === null ? null : nextRound - clock.now(),
        });
    }
}

;// CONCATENATED MODULE: ./precheck/run-ids.js

class RunIds {
    #owners = new Map();
    claim(id, taskId) {
        if (!this.#owners.has(id))
            this.#owners.set(id, taskId);
    }
    identityOf(taskId, own, came) {
        if (came === null || own.includes(came))
            return { kind: 'own' };
        const owner = this.#owners.get(came);
        const kind = owner === undefined || owner === taskId ? 'strange' : 'other-task';
        return { kind, asked: own[0], came };
    }
}
function withoutSharedRuns(targets) {
    const started = targets.filter(target => target.mode === 'run');
    const keys = started.flatMap(target => target.tasks.map(task => keyOf(target, task)));
    const seen = new Set();
    const shared = new Set(keys.filter(key => key !== null && seen.size === seen.add(key).size));
    if (shared.size === 0)
        return targets;
    return targets.map(target => ({
        ...target,
        tasks: target.tasks.map(task => (shared.has(keyOf(target, task)) ? takenBack(task) : task)),
    }));
}
function keyOf({ service, endpoint, mode }, { precheckId }) {
    return mode === 'query' || precheckId === null ? null : JSON.stringify([service, endpoint, precheckId]);
}
function takenBack(task) {
    const problem = problemOfDoubt({ kind: 'shared-run', runId: task.precheckId ?? '' });
    return { ...task, problem, freshness: null, caveats: [] };
}

;// CONCATENATED MODULE: ./precheck/schedule.js
const SHORTEST_PAUSE_MS = 1_000;
const LONGEST_PAUSE_MS = 30_000;
const SETTLING_PAUSE_MS = 5_000;
const FINAL_READ_BEFORE_DEADLINE_MS = 2_000;
const BURST_ROUNDS = 5;
const ROUND_EARNED_EVERY_MS = 6_000;
const COST_OF_FURTHER_CALL = 0.05;
const TASKS_PER_CALL = 10;
const PART_OF_REMAINING = { rich: 1 / 3, poor: 1 };
const PART_OF_OVERDUE = 1 / 3;
const UNTOLD_PERCENT = 0.5;
const SECOND_BLIND_READ_AFTER_MS = 15_000;
const BLIND_PAUSE_MS = 8_000;
const STANDSTILL_PAUSE_MS = 6_000;
const PART_OF_ELAPSED = 0.045;
const CROWD_EXPONENT = 1.5;
function fixedSchedule(intervalMs) {
    return {
        nextRound(open, lastRound) {
            if (lastRound === Number.NEGATIVE_INFINITY)
                return lastRound;
            const firstStart = Math.min(...open.map(task => task.since));
            return Math.max(lastRound, firstStart) + intervalMs;
        },
    };
}
function autoSchedule(deadlineAt) {
    const rounds = new Rounds();
    return {
        nextRound(open, lastRound) {
            rounds.note(lastRound, open);
            const affordable = lastRound + (1 - rounds.budget) * ROUND_EARNED_EVERY_MS;
            const wished = Math.max(wishFor(open, lastRound, rounds), affordable);
            const longest = open.some(task => task.settling) ? SETTLING_PAUSE_MS : LONGEST_PAUSE_MS;
            const next = Math.min(wished, lastRound + longest);
            const finalRead = deadlineAt - FINAL_READ_BEFORE_DEADLINE_MS;
            return next > finalRead && lastRound + SHORTEST_PAUSE_MS < finalRead ? finalRead : next;
        },
    };
}
class Rounds {
    #last = null;
    #cost = 1;
    #budget = BURST_ROUNDS;
    #seen = new Map();
    #seenBefore = new Map();
    get budget() {
        return this.#budget;
    }
    get wealth() {
        return Math.max(0, this.#budget) / BURST_ROUNDS;
    }
    note(lastRound, open) {
        if (this.#last !== lastRound) {
            if (this.#last !== null)
                this.#pay(lastRound - this.#last);
            this.#last = lastRound;
            this.#seenBefore = this.#seen;
            this.#seen = new Map();
        }
        this.#cost = 1 + COST_OF_FURTHER_CALL * (Math.ceil(open.length / TASKS_PER_CALL) - 1);
        for (const task of open) {
            const key = schedule_keyOf(task);
            if (!this.#seen.has(key))
                this.#seen.set(key, this.#seenBefore.get(key) ?? lastRound);
        }
    }
    seenSince(task) {
        return this.#seen.get(schedule_keyOf(task)) ?? task.since;
    }
    #pay(sinceLastRoundMs) {
        const earned = this.#budget + sinceLastRoundMs / ROUND_EARNED_EVERY_MS;
        this.#budget = Math.min(BURST_ROUNDS, earned) - this.#cost;
    }
}
function schedule_keyOf({ since, progress }) {
    return `${since} ${progress}`;
}
function wishFor(open, lastRound, rounds) {
    const read = open.filter(task => task.since < lastRound);
    const pauses = read.map(task => pauseFor(task, lastRound, open.length, rounds));
    const firstReads = open.filter(task => task.since >= lastRound).map(task => task.since + SHORTEST_PAUSE_MS);
    const nextRead = read.length === 0 ? Number.POSITIVE_INFINITY : lastRound + Math.max(...pauses);
    return Math.max(lastRound + SHORTEST_PAUSE_MS, Math.min(nextRead, ...firstReads));
}
function pauseFor(task, lastRound, openTasks, rounds) {
    const { since, progress, settling } = task;
    const elapsed = lastRound - since;
    if (settling)
        return Math.min(elapsed, SETTLING_PAUSE_MS);
    const patience = (pause) => Math.max(pause, elapsed * PART_OF_ELAPSED) * openTasks ** CROWD_EXPONENT;
    const blind = patience(Math.max(BLIND_PAUSE_MS, SECOND_BLIND_READ_AFTER_MS - elapsed));
    if (progress === null || progress <= 0)
        return blind;
    const shown = Math.min(100, progress + UNTOLD_PERCENT);
    const remaining = since + ((rounds.seenSince(task) - since) * 100) / shown - lastRound;
    if (remaining > 0) {
        const { rich, poor } = PART_OF_REMAINING;
        return Math.max(SHORTEST_PAUSE_MS, remaining * (poor + (rich - poor) * rounds.wealth));
    }
    const standstill = Math.min(patience(STANDSTILL_PAUSE_MS), -remaining * PART_OF_OVERDUE);
    const farOff = Math.min(blind, ((elapsed * (100 - shown)) / shown) * PART_OF_REMAINING.rich);
    return Math.max(SHORTEST_PAUSE_MS, standstill, farOff);
}

// EXTERNAL MODULE: ../node_modules/zod/v4/classic/schemas.js + 4 modules
var schemas = __webpack_require__(6309);
// EXTERNAL MODULE: ./cloud/error-body.js
var error_body = __webpack_require__(7790);
;// CONCATENATED MODULE: ./cloud/fetched-credential.js

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
        throw error instanceof cloud_fault/* ApiFault */.dW && !isPassing(error) ? error.with({ final: true }) : error;
    }
}
function isPassing(error) {
    return !(error instanceof cloud_fault/* ApiFault */.dW) || error.kind === 'transient';
}
function usefulLife({ expiresAt }, clock) {
    const lifeMs = expiresAt === null ? 0 : expiresAt.getTime() - clock.date().getTime();
    if (!(lifeMs > 0))
        return Number.POSITIVE_INFINITY;
    return Math.max(lifeMs - RENEW_BEFORE_END_MS, lifeMs * USED_PART_OF_LIFE);
}

;// CONCATENATED MODULE: ./cloud/patiently.js


async function patiently(attempt, { clock, random, deadline }) {
    let last = null;
    for (let failures = 1;; failures += 1) {
        try {
            return await attempt();
        }
        catch (error) {
            if (!(error instanceof cloud_fault/* ApiFault */.dW) || error.kind !== 'transient' || error.final)
                throw error;
            if (deadline.signal.aborted)
                throw last ?? error;
            last = error;
            const delay = error.retryAt === null ? (0,retry/* retryDelay */.a2)(failures, random) : error.retryAt - clock.now();
            await clock.sleep(delay, deadline.signal);
            if (deadline.signal.aborted)
                throw error;
        }
    }
}

// EXTERNAL MODULE: ./cloud/url.js
var url = __webpack_require__(8110);
;// CONCATENATED MODULE: ./cloud/iam.js







const tokenAnswer = schemas/* looseObject */._H3({ token: schemas/* looseObject */._H3({ expires_at: schemas/* string */.YjP().nullish() }) });
const ADVICE = 'Check iam-user, iam-password and iam-domain (the account name). Users of a HUAWEI ID and federated users cannot sign in this way; use an access key or OIDC.';
function iamUserCredential(login, ports) {
    const words = { label: `the IAM user ${login.user} of domain ${login.domain}`, advice: ADVICE };
    const scopeOf = (request) => request.headers['X-Project-Id'] ?? '';
    return fetchedCredential(words, scopeOf, scope => fetchToken(login, scope, ports), ports.clock);
}
async function fetchToken(login, projectId, ports) {
    const doing = `get an IAM token for user ${login.user} of domain ${login.domain} from ${ports.endpoint.host}`;
    const project = projectId === '' ? { name: ports.region } : { id: projectId };
    const { user: name, password, domain } = login;
    const identity = { methods: ['password'], password: { user: { name, password, domain: { name: domain } } } };
    const call = {
        operation: 'read',
        doing,
        method: 'POST',
        url: (0,url/* urlBelow */.d)(ports.endpoint, '/v3/auth/tokens'),
        body: { auth: { identity, scope: { project } } },
        schema: tokenAnswer,
        errorIn: error_body/* errorInJson */.i,
        addressInput: 'iam-endpoint',
    };
    const answer = await ports.connection.call(call).catch(error => {
        throw error instanceof cloud_fault/* ApiFault */.dW && error.kind !== 'transient' ? advised(error, doing) : error;
    });
    const token = answer.headers['x-subject-token'];
    if (typeof token !== 'string' || token === '') {
        throw new cloud_fault/* ApiFault */.dW({
            kind: 'transient',
            message: `Could not ${doing}: the answer has no X-Subject-Token header.`,
            advice: 'Check that iam-endpoint is IAM itself and not a proxy that drops headers.',
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
        'IAM has locked the account after wrong passwords: wait 15 minutes, correct iam-password, and run the gate once.',
    ],
    [
        /mfa|verification code|multi-factor/i,
        'The user needs a second factor, which a workflow cannot give: use an access key, OIDC, or a user without MFA for API calls.',
    ],
    [/domain/i, 'iam-domain is the account name of the user, not the user or a project: correct it.'],
    [/project/i, 'IAM knows no such project for this user: check project-id and region.'],
];
function advised(fault, doing) {
    if ((0,advice/* isWrongAddress */.s8)(fault))
        return fault;
    const said = fault.message.replace(doing, '');
    const remedy = REMEDIES.find(([pattern]) => pattern.test(said));
    return fault.with({ advice: remedy?.[1] ?? ADVICE });
}
const projectsAnswer = schemas/* looseObject */._H3({
    projects: schemas/* array */.YOg(schemas/* looseObject */._H3({ id: schemas/* string */.YjP(), name: schemas/* string */.YjP() })),
});
async function projectIdsOf(region, ports) {
    const call = {
        operation: 'read',
        doing: `look up the project of region ${region} at ${ports.endpoint.host}`,
        method: 'GET',
        url: (0,url/* urlBelow */.d)(ports.endpoint, '/v3/auth/projects'),
        schema: projectsAnswer,
        errorIn: error_body/* errorInJson */.i,
        addressInput: 'iam-endpoint',
    };
    const { value } = await patiently(() => ports.connection.call(call), ports);
    return value.projects.filter(project => project.name === region).map(project => project.id);
}

// EXTERNAL MODULE: ./services/regions.js
var regions = __webpack_require__(1427);
;// CONCATENATED MODULE: ./projects.js



async function lookUpProjects(plan, connection, ports) {
    const regions = new Set(plan.targets
        .filter(({ credential, projectId }) => credential === 'huawei-cloud' && projectId === null)
        .map(({ region }) => region)
        .filter(region => region !== null));
    const found = new Map();
    if (connection !== null) {
        for (const region of regions)
            found.set(region, await projectIds(region, connection, plan, ports));
    }
    return {
        problems: [...found].flatMap(([region, ids]) => ids instanceof cloud_fault/* ApiFault */.dW || ids.length < 2 ? [] : [severalText(region, ids)]),
        idOf(region) {
            const ids = found.get(region) ?? [];
            if (ids instanceof cloud_fault/* ApiFault */.dW)
                throw ids;
            const [id] = ids;
            if (id === undefined)
                throw noProject(region);
            return id;
        },
    };
}
async function projectIds(region, connection, plan, ports) {
    try {
        const endpoint = plan.iamEndpoint ?? (0,regions/* defaultEndpoint */.nQ)('iam', region);
        return await projectIdsOf(region, { ...ports, connection, endpoint });
    }
    catch (error) {
        if (error instanceof cloud_fault/* ApiFault */.dW)
            return error;
        throw error;
    }
}
function severalText(region, ids) {
    return `project-id: missing, and region ${region} has ${ids.length} projects of its name; allowed: one of ${ids.join(', ')}`;
}
function noProject(region) {
    return new cloud_fault/* ApiFault */.dW({
        kind: 'not-found',
        message: `Could not look up the project of region ${region}: this identity sees no project of that name.`,
        advice: 'Give project-id, or grant the identity access to the project of the region.',
    });
}

;// CONCATENATED MODULE: ./cloud/id-token.js


const answerSchema = schemas/* looseObject */._H3({ value: schemas/* string */.YjP().min(4) });
const PERMISSION_YAML = 'permissions: { id-token: write, contents: read }';
async function fetchIdToken(ports) {
    const { requestUrl, requestToken, audience } = ports;
    if (requestUrl === null || requestToken === null || !URL.canParse(requestUrl))
        throw noPermission(ports.isFork);
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
        throw error instanceof cloud_fault/* ApiFault */.dW && error.kind !== 'transient' ? refused(error, ports.isFork) : error;
    }
}
const FORK_ADVICE = 'Runs for pull requests of forks and of Dependabot never get an id token, whatever the workflow says. Run the gate on push, in the merge queue, or by workflow_dispatch with commit-status: true.';
function refused(fault, isFork) {
    const advice = isFork
        ? FORK_ADVICE
        : `Check that the job has the permission (${PERMISSION_YAML}), and oidc-audience if it is set.`;
    return fault.with({ kind: 'authentication-failed', advice, final: true });
}
function noPermission(isFork) {
    return new cloud_fault/* ApiFault */.dW({
        kind: 'authentication-failed',
        message: 'Could not get the id token of this job from GitHub: the job has no permission for it.',
        advice: isFork ? FORK_ADVICE : `Add this line to the job in the workflow file: ${PERMISSION_YAML}`,
        final: true,
    });
}

;// CONCATENATED MODULE: ./cloud/sts.js







const sts_answerSchema = schemas/* looseObject */._H3({
    credentials: schemas/* looseObject */._H3({
        access_key_id: schemas/* string */.YjP().min(1),
        secret_access_key: schemas/* string */.YjP().min(1),
        security_token: schemas/* string */.YjP().min(1),
        expiration: schemas/* string */.YjP().nullish(),
    }),
});
const sts_ADVICE = "Compare the agency's trust policy with this run: its conditions oidc:sub (repository, branch or environment) and oidc:aud (oidc-audience), the provider's URL and client ids, and both URNs.";
function oidcCredential(login, ports) {
    const words = { label: `the OIDC agency ${login.agencyUrn}`, advice: sts_ADVICE };
    return fetchedCredential(words, () => '', () => fetchKeys(login, ports), ports.clock);
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
        doing: `exchange GitHub's id token for temporary keys of ${login.agencyUrn} at ${endpoint.host}`,
        method: 'POST',
        url: (0,url/* urlBelow */.d)(endpoint, '/v5/agencies/assume-with-oidc'),
        body: {
            provider_urn: login.providerUrn,
            agency_urn: login.agencyUrn,
            agency_session_name: sessionName,
            id_token: idToken,
        },
        schema: sts_answerSchema,
        errorIn: error_body/* errorInJson */.i,
        addressInput: 'sts-endpoint',
    };
    try {
        return await connection.call(call);
    }
    catch (error) {
        if (!(error instanceof cloud_fault/* ApiFault */.dW) || error.kind === 'transient' || (0,advice/* isWrongAddress */.s8)(error))
            throw error;
        throw error.with({ advice: sts_ADVICE });
    }
}

;// CONCATENATED MODULE: ./sign-in.js




const SESSION_PREFIX = 'precheck-gate';
const SESSION_NAME_CHARACTERS = 64;
function signIn({ method, origin }, plan, ports) {
    const { clock, secrets, anonymous: connection, environment } = ports;
    const signing = { date: () => clock.date(), addSignature: (text) => secrets.addSignature(text) };
    const addSecret = (text) => void secrets.add(text);
    switch (method.method) {
        case 'access-key':
            return accessKeyCredential(method, origin, signing);
        case 'token':
            return tokenCredential(method.token, origin);
        case 'basic':
            return basicCredential(method.user, method.password, origin, addSecret);
        case 'iam-user':
            return iamUserCredential(method, {
                ...ports,
                connection,
                endpoint: plan.tokenEndpoint,
                region: plan.region,
                addSecret,
            });
        case 'oidc': {
            const idToken = () => fetchIdToken({
                isFork: ports.isFork,
                connection,
                requestUrl: environment['ACTIONS_ID_TOKEN_REQUEST_URL'] || null,
                requestToken: environment['ACTIONS_ID_TOKEN_REQUEST_TOKEN'] || null,
                audience: method.audience,
                addSecret,
            });
            const sessionName = sessionNameOf(environment);
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

;// CONCATENATED MODULE: ./check.js












const DEFAULT_PAUSE_MS = 2_000;
async function check(plan, ports) {
    const counter = { requests: 0, polls: 0 };
    const connectionPorts = {
        ...ports,
        hosts: new hosts/* Hosts */.K8(ports.userAgent),
        countRequest: isPoll => {
            counter.requests += 1;
            counter.polls += isPoll ? 1 : 0;
        },
    };
    const connections = connectionsOf(plan, connectionPorts, ports);
    const projects = await lookUpProjects(plan, connections.get('huawei-cloud') ?? null, ports);
    if (projects.problems.length > 0)
        return { targets: [], ...counter, problems: projects.problems };
    const runIds = runIdsOf(plan.targets);
    const targets = await Promise.all(plan.targets.map(async (target) => {
        const connection = connections.get(target.credential);
        if (connection === undefined)
            return withoutResult(target, noCredential(target, ports.isFork));
        const countRequest = () => connectionPorts.countRequest(false);
        return checkTarget(target, connection, projects, plan, {
            ...ports,
            countRequest,
            runIds: runIds(target),
        });
    }));
    const bound = withoutSharedRuns(targets);
    for (const { tasks } of bound) {
        for (const { task, caveats } of tasks) {
            for (const caveat of caveats)
                ports.notice('warning', caveatText(task, caveat));
        }
    }
    return { targets: bound, ...counter, problems: [] };
}
function runIdsOf(targets) {
    const byEndpoint = new Map();
    const of = ({ service, endpoint }) => {
        const key = `${service} ${endpoint.href}`;
        const runIds = byEndpoint.get(key) ?? new RunIds();
        byEndpoint.set(key, runIds);
        return runIds;
    };
    for (const target of targets)
        for (const { id } of target.tasks)
            of(target).claim(id, id);
    return of;
}
function connectionsOf(plan, connectionPorts, ports) {
    const anonymous = new Connection(null, connectionPorts);
    const used = [...plan.credentials].filter(([kind]) => plan.targets.some(target => target.credential === kind));
    return new Map(used.map(([kind, planned]) => {
        const credential = signIn(planned, plan, { ...ports, anonymous });
        return [kind, new Connection(new CredentialGate(credential), connectionPorts)];
    }));
}
async function checkTarget(target, connection, projects, plan, ports) {
    const { clock, random, deadline } = ports;
    const pauseMs = plan.pollIntervalMs ?? DEFAULT_PAUSE_MS;
    const schedule = plan.pollIntervalMs === null ? autoSchedule(deadline.at) : fixedSchedule(plan.pollIntervalMs);
    const observe = (view) => ports.observe(target, view);
    try {
        const projectId = target.projectId ?? (target.region === null ? '' : projects.idOf(target.region));
        const service = await target.connect({ ...ports, connection, pauseMs, projectId });
        const pollPorts = { clock, random, deadline, schedule, retryDelay: retry/* retryDelay */.a2, observe, mode: target.mode };
        return resultOf(target, await poll(target.tasks, service, pollPorts));
    }
    catch (error) {
        if (!(error instanceof cloud_fault/* ApiFault */.dW))
            throw error;
        return withoutResult(target, whyNothing(error, deadline));
    }
}
function whyNothing(fault, { signal }) {
    const lastFault = (0,cloud_fault/* problemOf */.Zw)(fault);
    if (!signal.aborted || fault.kind !== 'transient')
        return lastFault;
    const cancelled = signal.reason === 'cancelled';
    const nothing = { unansweredForMs: null, longestReadMs: 0, started: false, settling: false, progress: null };
    return cutOffProblem({ cancelled, lastFault, ...nothing });
}
function resultOf({ name, service, mode, endpoint }, tasks) {
    return { name, service, mode, endpoint: endpoint.href.replace(/\/$/, ''), tasks };
}
function withoutResult(target, problem) {
    const nothing = {
        precheckId: null,
        progress: null,
        freshness: null,
        overall: 'missing',
        caveats: [],
        items: [],
    };
    return resultOf(target, target.tasks.map(task => ({ task, problem, ...nothing })));
}
function noCredential(target, isFork) {
    const give = target.credential === 'oms'
        ? 'Give oms-user and oms-password, best from secrets of the repository.'
        : 'Give oidc-provider-urn and oidc-agency-urn (keyless), access-key-id and secret-access-key from secrets of the repository, or set the variables of the official actions, the SDKs or Terraform.';
    const fork = 'Runs for pull requests of forks and of Dependabot get no secrets and no id token. Run the gate on push, in the merge queue, or by workflow_dispatch with commit-status: true.';
    const message = `There are no credentials for target ${target.name}.`;
    return {
        reason: 'authentication-failed',
        code: null,
        message,
        httpStatus: null,
        requestId: null,
        advice: isFork ? fork : give,
    };
}


/***/ }),

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

/***/ 1356:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   K8: () => (/* binding */ Hosts),
/* harmony export */   xr: () => (/* binding */ Host)
/* harmony export */ });
/* unused harmony export REQUESTS_IN_FLIGHT_PER_HOST */
/* harmony import */ var _actions_http_client__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8564);
/* harmony import */ var _http_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2771);
/* harmony import */ var _retry_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9305);



const REQUESTS_IN_FLIGHT_PER_HOST = 4;
const TIMEOUTS = {
    untilFirstAnswerMs: _retry_js__WEBPACK_IMPORTED_MODULE_2__/* .FIRST_ANSWER_TIMEOUT_MS */ .fp,
    afterwardsMs: _retry_js__WEBPACK_IMPORTED_MODULE_2__/* .REQUEST_TIMEOUT_MS */ .j2,
};
class Host {
    #answered = false;
    #failuresBeforeFirstAnswer = 0;
    #lastFailure = '';
    #lastWasInvalid = false;
    #inFlight = 0;
    #throttlesInRow = 0;
    #waiting = [];
    #throttledUntil = 0;
    #agents;
    #timeouts;
    constructor(origin, userAgent, timeouts = TIMEOUTS) {
        this.#timeouts = timeouts;
        const reads = new _actions_http_client__WEBPACK_IMPORTED_MODULE_0__/* .HttpClient */ .Qq(userAgent, [], { keepAlive: true });
        const starts = new _actions_http_client__WEBPACK_IMPORTED_MODULE_0__/* .HttpClient */ .Qq(userAgent, [], { keepAlive: false });
        this.#agents = new Map([
            ['read', () => reads.getAgent(origin)],
            ['start', () => starts.getAgent(origin)],
        ]);
    }
    agent(operation) {
        const make = this.#agents.get(operation);
        if (make === undefined)
            throw new Error(`No agent for ${operation}`);
        try {
            return make();
        }
        catch (error) {
            const what = 'the variable https_proxy or http_proxy holds no readable address';
            throw new _http_js__WEBPACK_IMPORTED_MODULE_1__/* .NetworkFault */ .H6(what, { nothingSent: true }, error);
        }
    }
    get throttledUntil() {
        return this.#throttledUntil;
    }
    get timeoutMs() {
        return this.#answered ? this.#timeouts.afterwardsMs : this.#timeouts.untilFirstAnswerMs;
    }
    noteAnswer(throttled) {
        this.#answered = true;
        this.#admit();
        if (!throttled)
            this.#throttlesInRow = 0;
    }
    throttle(until) {
        this.#throttledUntil = Math.max(this.#throttledUntil, until);
    }
    noteThrottled() {
        this.#throttlesInRow += 1;
        return this.#throttlesInRow;
    }
    noteFailure(message = '', invalidResponse = false) {
        if (this.#answered)
            return false;
        this.#failuresBeforeFirstAnswer += 1;
        this.#lastFailure = message;
        this.#lastWasInvalid = invalidResponse;
        return this.exhausted;
    }
    get lastFailure() {
        return this.#lastFailure;
    }
    get lastWasInvalid() {
        return this.#lastWasInvalid;
    }
    get exhausted() {
        return !this.#answered && this.#failuresBeforeFirstAnswer >= _retry_js__WEBPACK_IMPORTED_MODULE_2__/* .TRIES_BEFORE_FIRST_ANSWER */ .ms;
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
    #userAgent;
    #timeouts;
    constructor(userAgent, timeouts = TIMEOUTS) {
        this.#userAgent = userAgent;
        this.#timeouts = timeouts;
    }
    of(url) {
        const known = this.#byOrigin.get(url.origin);
        if (known !== undefined)
            return known;
        const host = new Host(url.origin, this.#userAgent, this.#timeouts);
        this.#byOrigin.set(url.origin, host);
        return host;
    }
}


/***/ }),

/***/ 2771:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

var node_https__WEBPACK_IMPORTED_MODULE_1___namespace_cache;
var node_http__WEBPACK_IMPORTED_MODULE_0___namespace_cache;
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   H6: () => (/* binding */ NetworkFault),
/* harmony export */   cv: () => (/* binding */ exchange)
/* harmony export */ });
/* unused harmony export LARGEST_ANSWER_BYTES */
/* harmony import */ var node_http__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7067);
/* harmony import */ var node_https__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4708);
/* harmony import */ var node_tls__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1692);
/* harmony import */ var node_util__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(7975);
/* harmony import */ var node_zlib__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(8522);





const LARGEST_ANSWER_BYTES = 16 * 1024 * 1024;
const STEP_ENDED = 'the step ended before the answer came';
class NetworkFault extends Error {
    name = 'NetworkFault';
    nothingSent;
    what;
    tooLarge;
    constructor(what, facts, cause) {
        super(what, { cause });
        this.what = what;
        this.nothingSent = facts.nothingSent;
        this.tooLarge = facts.tooLarge ?? false;
    }
}
async function exchange(request, options) {
    const connection = { made: false };
    if (options.signal.aborted)
        throw new NetworkFault(STEP_ENDED, { nothingSent: true });
    const timeout = AbortSignal.timeout(options.timeoutMs);
    const signal = AbortSignal.any([options.signal, timeout]);
    try {
        const message = await send(request, options.agent, signal, connection);
        const bytes = await readBody(message, signal);
        const body = await decode(bytes, message.headers['content-encoding']);
        return { status: message.statusCode ?? 0, headers: message.headers, body };
    }
    catch (error) {
        if (error instanceof NetworkFault)
            throw error;
        const nothingSent = !connection.made;
        if (options.signal.aborted)
            throw new NetworkFault(STEP_ENDED, { nothingSent }, error);
        if (timeout.aborted) {
            const seconds = Math.round(options.timeoutMs / 100) / 10;
            throw new NetworkFault(`no complete answer within ${seconds} s`, { nothingSent }, error);
        }
        throw new NetworkFault(inWords(error), { nothingSent }, error);
    }
}
function send(request, agent, signal, connection) {
    return new Promise((resolve, reject) => {
        const { request: open } = request.url.protocol === 'https:' ? /*#__PURE__*/ (node_https__WEBPACK_IMPORTED_MODULE_1___namespace_cache || (node_https__WEBPACK_IMPORTED_MODULE_1___namespace_cache = __webpack_require__.t(node_https__WEBPACK_IMPORTED_MODULE_1__, 2))) : /*#__PURE__*/ (node_http__WEBPACK_IMPORTED_MODULE_0___namespace_cache || (node_http__WEBPACK_IMPORTED_MODULE_0___namespace_cache = __webpack_require__.t(node_http__WEBPACK_IMPORTED_MODULE_0__, 2)));
        const length = request.body === null ? {} : { 'content-length': String(Buffer.byteLength(request.body)) };
        const headers = { ...request.headers, ...length };
        const sent = open(request.url, { method: request.method, headers, agent, signal }, resolve);
        sent.on('error', reject);
        sent.on('close', () => reject(new Error('the connection was closed without an answer')));
        signal.addEventListener('abort', () => reject(signal.reason), { once: true });
        sent.on('socket', socket => {
            const made = () => {
                connection.made = true;
            };
            if (sent.reusedSocket)
                made();
            else if (socket instanceof node_tls__WEBPACK_IMPORTED_MODULE_2__.TLSSocket)
                socket.once('secureConnect', made);
            else if (socket.connecting)
                socket.once('connect', made);
            else
                made();
        });
        sent.end(request.body ?? undefined);
    });
}
async function readBody(message, signal) {
    const stop = () => message.destroy(new Error('aborted'));
    signal.addEventListener('abort', stop, { once: true });
    try {
        const chunks = [];
        let size = 0;
        for await (const chunk of message) {
            const bytes = Buffer.from(chunk);
            size += bytes.length;
            if (size > LARGEST_ANSWER_BYTES)
                throw tooLarge();
            chunks.push(bytes);
        }
        return Buffer.concat(chunks);
    }
    finally {
        signal.removeEventListener('abort', stop);
        message.destroy();
    }
}
async function decode(bytes, encoding) {
    const limit = { maxOutputLength: LARGEST_ANSWER_BYTES };
    try {
        switch (encoding?.trim().toLowerCase()) {
            case 'gzip':
            case 'x-gzip':
                return (await (0,node_util__WEBPACK_IMPORTED_MODULE_3__.promisify)(node_zlib__WEBPACK_IMPORTED_MODULE_4__.gunzip)(bytes, limit)).toString('utf8');
            case 'deflate':
                return (await (0,node_util__WEBPACK_IMPORTED_MODULE_3__.promisify)(node_zlib__WEBPACK_IMPORTED_MODULE_4__.inflate)(bytes, limit)).toString('utf8');
            case 'br':
                return (await (0,node_util__WEBPACK_IMPORTED_MODULE_3__.promisify)(node_zlib__WEBPACK_IMPORTED_MODULE_4__.brotliDecompress)(bytes, limit)).toString('utf8');
            default:
                return bytes.toString('utf8');
        }
    }
    catch (error) {
        if (error instanceof Error && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE')
            throw tooLarge();
        return `(${encoding} that cannot be unpacked)`;
    }
}
function tooLarge() {
    const mebibytes = LARGEST_ANSWER_BYTES / 1024 / 1024;
    return new NetworkFault(`the answer is larger than ${mebibytes} MiB`, {
        nothingSent: false,
        tooLarge: true,
    });
}
const ADVICE_OF_NODE = /; if the root CA is installed locally.*/;
const PLAINER = {
    aborted: 'the connection was cut in the middle of the answer',
    'socket hang up': 'the connection was closed without an answer',
};
function inWords(error) {
    if (!(error instanceof Error))
        return 'the connection failed';
    const all = error instanceof AggregateError ? error.errors.map(messageOf).join('; ') : error.message;
    const text = PLAINER[all] ?? all.replaceAll(/\s+/g, ' ').replace(ADVICE_OF_NODE, '').trim();
    const code = 'code' in error && typeof error.code === 'string' ? error.code : null;
    return code === null || text.includes(code) ? text : `${text} (${code})`;
}
function messageOf(error) {
    return error instanceof Error ? error.message : String(error);
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


/***/ })

};
