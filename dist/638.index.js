export const id = 638;
export const ids = [638,197];
export const modules = {

/***/ 1638:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  check: () => (/* binding */ check)
});

// EXTERNAL MODULE: ./cloud/agents.js
var cloud_agents = __webpack_require__(2197);
// EXTERNAL MODULE: ./cloud/advice.js
var advice = __webpack_require__(1407);
// EXTERNAL MODULE: ./cloud/answer.js + 1 modules
var cloud_answer = __webpack_require__(3792);
// EXTERNAL MODULE: ./cloud/fault.js
var cloud_fault = __webpack_require__(6639);
// EXTERNAL MODULE: ./cloud/http.js
var http = __webpack_require__(2771);
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
    const what = `${fault.what}.`;
    const made = new cloud_fault/* ApiFault */.dW({
        kind: 'transient',
        message: (0,cloud_fault/* couldNot */.NF)(doing, what),
        doing,
        what,
        advice: (0,advice/* networkAdvice */.B0)(fault.failure, url.host, addressInput),
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
    const what = `${url.host} has given no answer that makes sense in ${tries} tries. ${last?.message ?? ''}`;
    return new cloud_fault/* ApiFault */.dW({
        kind: 'transient',
        message: (0,cloud_fault/* couldNot */.NF)(doing, what),
        doing,
        what,
        advice: last?.advice ?? null,
        layer: last?.layer ?? null,
        nothingStarted: true,
        invalidResponse: last?.invalidResponse ?? false,
        final: true,
    });
}
function throttledPastDeadline({ doing, url }, host) {
    const what = `${url.host} throttles this client until after the deadline of the step.`;
    return new cloud_fault/* ApiFault */.dW({
        kind: 'transient',
        message: (0,cloud_fault/* couldNot */.NF)(doing, what),
        doing,
        what,
        advice: 'Run fewer gates at the same time, or raise timeout-minutes.',
        nothingStarted: true,
        throttled: true,
        understood: true,
        retryAt: host.throttledUntil,
        final: true,
    });
}
function inContext(fault, doing, gate) {
    const own = fault.doing === doing;
    const usual = (fault.kind === 'authentication-failed' ? gate?.credential.advice : null) ?? null;
    const advice = own && fault.advice !== null && usual !== null ? `${fault.advice} ${usual}` : (fault.advice ?? usual);
    if (own)
        return advice === fault.advice ? fault : fault.with({ advice });
    const { doing: inner, what } = fault;
    if (inner === null || what === null || gate === null)
        return fault.with({ message: (0,cloud_fault/* couldNot */.NF)(doing, fault.message), doing, what: fault.message, advice });
    const both = `${doing}: ${gate.credential.label} could not be used. Could not ${inner}`;
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

;// CONCATENATED MODULE: ./precheck/kept-texts.js
const KEPT_TEXT_BYTES = 64 * 1024;
const NOTE_BYTES = 48;
const MOST_BYTES_PER_CHARACTER = 3;
const MAX_JSON_NESTING = 64;
function keepingTexts(service, redactBeginning) {
    const keep = (text) => keptText(text, redactBeginning);
    return {
        batchSize: service.batchSize,
        start: async (tasks) => (await service.start(tasks)).map(started => keptStart(started, keep)),
        read: async (tasks) => (await service.read(tasks)).map(reading => keptReading(reading, keep)),
    };
}
function keptText(text, redactBeginning) {
    if (text.length * MOST_BYTES_PER_CHARACTER <= KEPT_TEXT_BYTES)
        return text;
    if (Buffer.byteLength(text) <= KEPT_TEXT_BYTES)
        return text;
    const beginning = Buffer.from(redactBeginning(text, KEPT_TEXT_BYTES));
    const kept = beginning.toString('utf8', 0, KEPT_TEXT_BYTES - NOTE_BYTES).replace(/\uFFFD+$/, '');
    return `${kept}… (${Math.max(1, text.length - kept.length)} more characters)`;
}
function keptStart(started, keep) {
    switch (started.kind) {
        case 'started':
            return started.picture === undefined
                ? started
                : { ...started, picture: keptPicture(started.picture, keep) };
        case 'unconfirmed':
        case 'not-started':
        case 'ended':
            return { ...started, problem: keptProblem(started.problem, keep) };
    }
}
function keptReading(reading, keep) {
    switch (reading.kind) {
        case 'answer': {
            const { facts } = reading;
            const unreadable = facts.unreadable && keep(facts.unreadable);
            return { ...reading, facts: { ...facts, unreadable, picture: keptPicture(facts.picture, keep) } };
        }
        case 'missing':
            return reading;
        case 'unread':
        case 'ended': {
            const { problem, beside } = reading;
            const kept = beside && { ...beside, picture: keptPicture(beside.picture, keep) };
            return { ...reading, problem: keptProblem(problem, keep), beside: kept };
        }
    }
}
function keptPicture(picture, keep) {
    return { ...picture, items: picture.items.map(item => keptItem(item, keep)) };
}
function keptProblem(problem, keep) {
    const { message, advice } = problem;
    return { ...problem, message: keep(message), advice: advice && keep(advice) };
}
function keptItem(item, keep) {
    return {
        ...item,
        id: keep(item.id),
        baseId: keep(item.baseId),
        topic: keep(item.topic),
        name: item.name && keep(item.name),
        group: item.group && keep(item.group),
        rawStatus: item.rawStatus && keep(item.rawStatus),
        reason: item.reason && keep(item.reason),
        detail: item.detail && keep(item.detail),
        suggestion: item.suggestion && keep(item.suggestion),
        subJobs: item.subJobs.map(({ id, name, status }) => ({
            id: id && keep(id),
            name: name && keep(name),
            status: status && keep(status),
        })),
        skipConsequence: item.skipConsequence && keep(item.skipConsequence),
        blackObjects: keptJson(item.blackObjects, { left: KEPT_TEXT_BYTES }, MAX_JSON_NESTING, keep),
    };
}
function keptJson(value, room, levels, keep) {
    if (typeof value === 'string') {
        room.left -= value.length;
        return keep(value);
    }
    if (typeof value !== 'object' || value === null || levels === 0)
        return value;
    const entries = Object.entries({ ...value });
    const kept = [];
    for (const [key, part] of entries) {
        if (room.left <= 0)
            break;
        room.left -= key.length + 1;
        kept.push([key, keptJson(part, room, levels - 1, keep)]);
    }
    const more = entries.length - kept.length;
    if (more > 0)
        kept.push(['…', `(${more} more)`]);
    return Array.isArray(value) ? kept.map(([, part]) => part) : Object.fromEntries(kept);
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
    const nothing = { sawUnclaimed: false, sawFinished: false, row: null, seen: NO_ITEMS_SEEN };
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
function afterNothing(binding, shown, now) {
    const sawUnclaimed = binding.sawUnclaimed || (shown && !binding.confirmed);
    return { ...binding, sawUnclaimed, row: null, rowFrom: now };
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
    const sawFinished = before.sawFinished || (!confirmed && facts.finished);
    const sawUnclaimed = before.sawUnclaimed || sawFinished;
    return { ...before, proven, confirmed, sawUnclaimed, sawFinished, ...rowAfter(before, facts, now) };
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

;// CONCATENATED MODULE: ./precheck/task-end.js
function resultOf(task, picture, end) {
    const isResult = end.kind === 'result';
    return {
        ...picture,
        task,
        problem: isResult ? null : end.problem,
        freshness: isResult ? end.freshness : null,
        caveats: isResult ? end.caveats : [],
    };
}

;// CONCATENATED MODULE: ./precheck/task-faults.js
class TaskFaults {
    last = null;
    throttled = false;
    notBefore = Number.NEGATIVE_INFINITY;
    #readsInRow = 0;
    clear() {
        this.last = null;
        this.throttled = false;
    }
    readUnderstood() {
        this.clear();
        this.#readsInRow = 0;
    }
    startFailed({ problem, throttled }) {
        this.last = problem;
        this.throttled = throttled;
    }
    readFailed({ problem, throttled, retryAt }, now, delay) {
        this.last = problem;
        this.throttled = throttled;
        this.#readsInRow += 1;
        this.notBefore = retryAt ?? now + delay(this.#readsInRow);
    }
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
function isGivenUp({ reads, lastAt }, standsForMs, now) {
    return reads >= READS_BEFORE_REPEAT && now - lastAt >= standsForMs * TIMES_STANDING_BEFORE_GIVING_UP;
}

;// CONCATENATED MODULE: ./precheck/task-start.js

class TaskStart {
    runId = null;
    at = 0;
    #dueAt = Number.NEGATIVE_INFINITY;
    #sends = NOTHING_SENT;
    #isRepetition = false;
    #lost = null;
    dueAt(isUnconfirmed) {
        return isUnconfirmed ? nextRepeat(this.#sends) : this.#dueAt;
    }
    send() {
        this.#dueAt = null;
    }
    sent(runId, lost, now) {
        const repeats = this.#sends.repeats + (this.#isRepetition ? 1 : 0);
        this.#sends = { ...NOTHING_SENT, repeats, lastAt: now };
        this.#isRepetition = true;
        this.#dueAt = null;
        this.at = now;
        this.runId = runId;
        this.#lost = lost === null ? null : (this.#lost ?? lost);
    }
    putOff(fault, now, delay) {
        const { sends, at } = nextStart(this.#sends, fault, now, delay);
        this.#sends = sends;
        this.#dueAt = at;
        return at !== null;
    }
    notRepeated({ why }, now) {
        const repeats = this.#sends.repeats + (why === 'refused' ? 1 : 0);
        this.#sends = { ...this.#sends, repeats, lastAt: now, reads: 0 };
    }
    noteRead() {
        this.#sends = withRead(this.#sends);
    }
    isGivenUp(standsForMs, now) {
        return isGivenUp(this.#sends, standsForMs, now);
    }
    explain(problem) {
        const lost = this.#lost;
        if (lost === null)
            return problem;
        return {
            ...problem,
            message: `It is not known whether the start has worked: ${lost.message} ${problem.message}`,
            code: problem.code ?? lost.code,
            httpStatus: problem.httpStatus ?? lost.httpStatus,
            requestId: problem.requestId ?? lost.requestId,
        };
    }
}

;// CONCATENATED MODULE: ./precheck/task-progress.js






const NOTHING_SEEN = { precheckId: null, progress: null, overall: 'missing', items: [] };
function hasItems(beside) {
    return beside !== null && beside.picture.items.length > 0;
}
class TaskProgress {
    task;
    underWaySince = null;
    faults = new TaskFaults();
    #mode;
    #start = new TaskStart();
    #binding = null;
    #picture = NOTHING_SEEN;
    #settling = false;
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
        return this.#start.dueAt(this.#isUnconfirmed);
    }
    get runId() {
        return this.#start.runId;
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
        return { since: this.#start.at, progress: this.progress, settling };
    }
    send(kind, now) {
        this.underWaySince = now;
        if (kind === 'start')
            this.#start.send();
    }
    begin(started, now, delay) {
        this.faults.clear();
        switch (started.kind) {
            case 'started':
                this.#sent(started, null, now);
                return;
            case 'unconfirmed':
                this.#sent({ ...started, boundById: false }, started.problem, now);
                return;
            case 'not-started':
                if (this.#isUnconfirmed)
                    this.#start.notRepeated(started, now);
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
    #sent({ precheckId, boundById, picture }, lost, now) {
        const before = this.#binding;
        const confirmed = lost === null;
        this.#start.sent(precheckId, lost, now);
        const binding = before === null
            ? newBinding(this.#mode, { confirmed, boundById }, now)
            : sentAgain(before, confirmed, now);
        this.#binding = picture === undefined ? binding : shownAtStart(binding, picture.items);
        this.#picture = picture ?? { ...NOTHING_SEEN, precheckId };
    }
    #notStarted(fault, now, delay) {
        if (this.#start.putOff(fault, now, delay))
            this.faults.startFailed(fault);
        else
            this.#endWith({ ...fault.problem, reason: 'start-refused' });
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
                this.#binding = afterNothing(binding, false, now);
                return;
            case 'unread':
                this.#show(binding, reading.beside);
                this.#binding = afterNothing(binding, hasItems(reading.beside), now);
                this.faults.readFailed(reading, now, delay);
                if (reading.isEmpty)
                    this.#start.noteRead();
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
                if (worth.doubt.kind !== 'other-task')
                    this.#endWith(problem);
                else
                    this.faults.readFailed({ problem, throttled: false, retryAt: null }, now, delay);
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
        return this.#sawUnclaimedResult && this.#start.isGivenUp(standing?.forMs ?? 0, now);
    }
    get #sawUnclaimedResult() {
        return this.#isUnconfirmed && this.#binding?.sawFinished === true;
    }
    get #isUnconfirmed() {
        return this.#binding !== null && !this.#binding.confirmed;
    }
    doubt(doubt) {
        this.#endWith(problemOfDoubt(doubt));
    }
    #understood() {
        this.faults.readUnderstood();
        this.#start.noteRead();
    }
    #show(binding, beside) {
        if (beside !== null && isOfThisRun(binding, beside.isFirst))
            this.#picture = beside.picture;
    }
    #endWith(problem) {
        this.faults.clear();
        this.#end = { kind: 'problem', problem: this.#afterLostStart(problem) };
    }
    #afterLostStart(problem) {
        return this.#isUnconfirmed ? this.#start.explain(problem) : problem;
    }
    result(cutOff) {
        const end = this.#end ?? { kind: 'problem', problem: this.#cutOffBy(cutOff(this.faults.last)) };
        return resultOf(this.task, this.#picture, end);
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
        const dueAt = Math.max(round, Math.min(...idle.map(state => state.faults.notBefore)));
        if (dueAt > now)
            return dueAt;
        this.#lastRound = now;
        this.#launch('read', idle.filter(state => state.faults.notBefore <= now));
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
            throttled: open.some(state => state.faults.throttled),
            trouble: open.map(state => state.faults.last?.message).find(text => text !== undefined) ?? null,
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
        throw error instanceof cloud_fault/* ApiFault */.dW && error.kind !== 'transient' ? advised(error) : error;
    });
    const token = answer.headers['x-subject-token'];
    if (typeof token !== 'string' || token === '') {
        const what = 'the answer has no X-Subject-Token header.';
        throw new cloud_fault/* ApiFault */.dW({
            kind: 'transient',
            message: (0,cloud_fault/* couldNot */.NF)(doing, what),
            doing,
            what,
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
function advised(fault) {
    if ((0,advice/* isWrongAddress */.s8)(fault))
        return fault;
    const remedy = REMEDIES.find(([pattern]) => pattern.test(fault.what ?? ''));
    return fault.with({ advice: remedy?.[1] ?? ADVICE });
}
const projectsAnswer = schemas/* looseObject */._H3({
    projects: schemas/* array */.YOg(schemas/* looseObject */._H3({ id: schemas/* string */.YjP(), name: schemas/* string */.YjP() })),
});
async function projectsSeen(region, ports) {
    const call = {
        operation: 'read',
        doing: `look up the project of region ${region} at ${ports.endpoint.host}`,
        method: 'GET',
        url: (0,url/* urlBelow */.d)(ports.endpoint, '/v3/auth/projects'),
        schema: projectsAnswer,
        errorIn: error_body/* errorInJson */.i,
        addressInput: 'iam-endpoint',
    };
    const { value } = await patiently(() => ports.connection.call(call).catch(withLookUpAdvice), ports);
    return value.projects.map(({ id, name }) => ({ id, name }));
}
function withLookUpAdvice(error) {
    if (!(error instanceof cloud_fault/* ApiFault */.dW) || error.kind !== 'permission-denied')
        throw error;
    throw error.with({
        advice: 'Give project-id, so that nothing has to be looked up, or let this identity list its projects at IAM.',
    });
}

// EXTERNAL MODULE: ./plan/project-name.js
var project_name = __webpack_require__(4630);
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
            found.set(region, await seenIn(region, connection, plan, ports));
    }
    return {
        problems: [...found.values()].flatMap(seen => seen instanceof cloud_fault/* ApiFault */.dW || seen.fitting.length < 2 ? [] : [severalText(seen)]),
        idOf(region) {
            const seen = found.get(region) ?? { region, name: region, fitting: [], others: [] };
            if (seen instanceof cloud_fault/* ApiFault */.dW)
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
        const name = (0,project_name/* projectNameIn */.i)(region, plan.projectName);
        const projects = await projectsSeen(region, { ...ports, connection, endpoint });
        const fitting = projects.filter(project => project.name === name);
        return { region, name, fitting, others: projects.filter(project => project.name !== name) };
    }
    catch (error) {
        if (error instanceof cloud_fault/* ApiFault */.dW)
            return error;
        throw error;
    }
}
function iamOf(region, { targets }) {
    const endpoint = targets.find(target => target.region === region)?.endpoint ?? null;
    return (0,regions/* defaultEndpoint */.nQ)('iam', region, endpoint);
}
function severalText({ region, name, fitting }) {
    const ids = fitting.map(({ id }) => id).join(', ');
    const which = name === region ? 'of its name' : `named ${name}`;
    return `project-id: missing, and region ${region} has ${fitting.length} projects ${which}; allowed: one of ${ids}`;
}
const NAMES_SHOWN = 10;
function noProject({ region, name, others }) {
    const shown = others.slice(0, NAMES_SHOWN).map(project => `${project.name} (${project.id})`);
    const more = others.length > shown.length ? ` and ${others.length - shown.length} more` : '';
    const sees = others.length === 0 ? 'it sees none at all' : `it sees ${shown.join(', ')}${more}`;
    return new cloud_fault/* ApiFault */.dW({
        kind: 'not-found',
        message: `Could not look up the project of region ${region}: this identity sees no project named ${name}; ${sees}.`,
        advice: 'Give project-name (a name) or project-id (the id beside it) of one of them, or grant the identity access to the project of the region.',
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
const CLAIM_MAX_CHARACTERS = 110;
const id_token_text = schemas/* string */.YjP().nullish().catch(null);
const claims = schemas/* object */.Ikc({
    iss: id_token_text,
    sub: id_token_text,
    aud: schemas/* union */.KCZ([schemas/* string */.YjP(), schemas/* array */.YOg(schemas/* string */.YjP()).transform(all => all.join(' '))])
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
    return new cloud_fault/* ApiFault */.dW({
        kind: 'authentication-failed',
        message: 'Could not get the id token of this job from GitHub: the job has no permission for it.',
        advice: isFork
            ? FORK_ADVICE
            : `Add this line to the job in the workflow file: ${PERMISSION_YAML}. ${REUSABLE}`,
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
        const what = `the id token ${claimsText(idToken)} was refused: ${error.what ?? error.message}`;
        throw error.with({ message: (0,cloud_fault/* couldNot */.NF)(call.doing, what), what, advice: sts_ADVICE });
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
                region: plan.tokenScope,
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
        hosts: new Hosts(new cloud_agents.Agents(ports.environment)),
        redactBeginning: ports.secrets.redactBeginning,
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
        const kept = keepingTexts(service, ports.secrets.redactBeginning);
        return check_resultOf(target, await poll(target.tasks, kept, pollPorts));
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
function check_resultOf({ name, service, mode, endpoint }, tasks) {
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
    return check_resultOf(target, target.tasks.map(task => ({ task, problem, ...nothing })));
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
function firstLayer({ hostname }, agent) {
    if (agent instanceof _tunnel_js__WEBPACK_IMPORTED_MODULE_8__/* .TunnelAgent */ .a)
        return 'proxy';
    return (0,node_net__WEBPACK_IMPORTED_MODULE_2__.isIP)(hostname.replace(/^\[(.*)\]$/, '$1')) === 0 ? 'name look-up' : 'connection';
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

/***/ 4092:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $N: () => (/* binding */ codeOf),
/* harmony export */   H6: () => (/* binding */ NetworkFault),
/* harmony export */   MX: () => (/* binding */ tlsTroubleOf),
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

/***/ 9305:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Lx: () => (/* binding */ PRE_READ_TRIES),
/* harmony export */   a2: () => (/* binding */ retryDelay),
/* harmony export */   cF: () => (/* binding */ HOPELESS_TRIES),
/* harmony export */   fp: () => (/* binding */ FIRST_ANSWER_TIMEOUT_MS),
/* harmony export */   j2: () => (/* binding */ REQUEST_TIMEOUT_MS),
/* harmony export */   ms: () => (/* binding */ TRIES_BEFORE_FIRST_ANSWER)
/* harmony export */ });
/* unused harmony exports REFUSED_START_REPEATS, refusedStartDelay */
const TRIES_BEFORE_FIRST_ANSWER = 5;
const HOPELESS_TRIES = 2;
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
/* harmony import */ var _retry_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(9305);






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
            host: this.#proxy.hostname.replace(/^\[(.*)\]$/, '$1'),
            port: portOf(this.#proxy),
            method: 'CONNECT',
            path: target,
            headers: { host: target, ...(login === ':' ? {} : { 'proxy-authorization': basic }) },
            agent: false,
            maxHeaderSize: _limits_js__WEBPACK_IMPORTED_MODULE_3__/* .LARGEST_HEADER_BYTES */ .li,
            signal: AbortSignal.timeout(_retry_js__WEBPACK_IMPORTED_MODULE_5__/* .REQUEST_TIMEOUT_MS */ .j2),
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
