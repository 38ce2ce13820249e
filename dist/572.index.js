export const id = 572;
export const ids = [572];
export const modules = {

/***/ 7572:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  check: () => (/* binding */ check)
});

// EXTERNAL MODULE: ./cloud/fault.js
var cloud_fault = __webpack_require__(6639);
// EXTERNAL MODULE: ./cloud/retry.js
var retry = __webpack_require__(9305);
// EXTERNAL MODULE: ./connections.js + 7 modules
var connections_0 = __webpack_require__(7245);
// EXTERNAL MODULE: ./precheck/model.js
var model = __webpack_require__(7956);
// EXTERNAL MODULE: ./precheck/sentence.js
var sentence = __webpack_require__(5540);
;// CONCATENATED MODULE: ./precheck/caveats.js


function caveatText({ id }, caveat) {
    switch (caveat.kind) {
        case 'assumed': {
            const [english, chinese] = ASSUMED[caveat.because];
            return (0,sentence/* told */.Ev)(`The result of task ${id} is assumed to be ${english}.`, `任务 ${id} 的结果被推定为${chinese}。`);
        }
        case 'strange-id':
            return (0,sentence/* told */.Ev)(`The result of task ${id} came under the id ${caveat.came}, although ${caveat.asked} was asked for, so it may be another run's.`, `任务 ${id} 的结果以 ID ${caveat.came} 返回，而请求的是 ${caveat.asked}，因此可能属于另一次运行。`);
        case 'got-better':
            return (0,sentence/* told */.Ev)(`The item ${caveat.item} of task ${id} was ${caveat.from} earlier in this run and ended as ${caveat.to}; the last word counts.`, `任务 ${id} 的检查项 ${caveat.item} 在本次运行中先为“${CHINESE[caveat.from]}”，最后为“${CHINESE[caveat.to]}”；以最后的结果为准。`);
        default:
            return (0,model/* assertNever */.xb)(caveat);
    }
}
const CHINESE = {
    passed: '通过',
    warning: '告警',
    failed: '不通过',
    skipped: '已跳过',
    pending: '未完成',
    unknown: '未知',
};
const ASSUMED = {
    'no-run-id': [
        'new: the service gives results no time and no run id, and this one has stood unchanged since the start',
        '新结果：服务的结果既没有时间也没有运行 ID，而该结果自启动以来一直没有变化',
    ],
    'no-news': [
        'whole: it names no item beyond those of the start answer, the service gives no mark of the end, and it has stood unchanged for long',
        '完整结果：除启动应答中的检查项外没有其他项，服务不标明结束，而该结果已长时间没有变化',
    ],
    'no-start-list': [
        'whole: the answer to the start held no list of items to compare it with, the service gives no mark of the end, and it has stood unchanged for long',
        '完整结果：启动应答中没有可供比较的检查项列表，服务不标明结束，而该结果已长时间没有变化',
    ],
};

// EXTERNAL MODULE: ./precheck/own-problem.js
var own_problem = __webpack_require__(4899);
;// CONCATENATED MODULE: ./precheck/cut-off.js


const START_UNANSWERED_IS_A_FAULT_AFTER_MS = 1_000;
const READ_UNANSWERED_IS_A_FAULT_AFTER_MS = 5_000;
const TIMES_LONGEST_ANSWERED = 2;
const LATER = (0,sentence/* told */.Ev)('Raise timeout-minutes, or read the result later with mode query.', '请增大 timeout-minutes，或稍后用 mode query 读取结果。');
const IF_SENT = (0,sentence/* told */.Ev)('If the start was sent, a pre-check may be running.', '如果启动请求已发出，则可能有预检查正在运行。');
function cutOffProblem(cut) {
    if (cut.cancelled) {
        return (0,own_problem/* ownProblem */.O3)('cancelled', (0,sentence/* told */.Ev)('The step was cancelled before the pre-check had ended.', '步骤在预检查结束之前被取消。'), (0,sentence/* told */.Ev)('Run the gate again.', '请重新运行门禁。'));
    }
    const unanswered = cut.unansweredForMs ?? 0;
    if (isUnanswered(unanswered, cut))
        return unansweredProblem(unanswered, cut);
    if (cut.lastFault !== null) {
        if (cut.started || unanswered === 0)
            return cut.lastFault;
        const again = (0,sentence/* told */.Ev)('The start was sent again, and a pre-check may be running.', '启动请求已再次发出，可能有预检查正在运行。');
        const { message, advice } = (0,own_problem/* wordsOf */.Z9)(cut.lastFault);
        return (0,own_problem/* worded */.MH)(cut.lastFault, { message: (0,sentence/* inRow */.qH)(message, again), advice });
    }
    if (cut.settling) {
        return (0,own_problem/* ownProblem */.O3)('timed-out', (0,sentence/* told */.Ev)("A result was there, but it had not stood unchanged for settle-seconds when the step's deadline came, so it may be old or incomplete.", '已有结果，但到步骤的截止时间时，它保持不变的时间还不到 settle-seconds，因此可能是旧的或不完整的。'), LATER);
    }
    return (0,own_problem/* ownProblem */.O3)('timed-out', cut.started ? notFinished(cut.progress) : notStarted(unanswered > 0), LATER);
}
function notFinished(progress) {
    const at = progress === null ? ['', ''] : [` at ${progress} %`, `（进度 ${progress}%）`];
    return (0,sentence/* told */.Ev)(`The pre-check was not finished${at[0]} when the step's deadline came.`, `到步骤的截止时间时，预检查仍未完成${at[1]}。`);
}
function notStarted(isUnderWay) {
    const not = (0,sentence/* told */.Ev)("The pre-check was not started when the step's deadline came.", '到步骤的截止时间时，预检查仍未启动。');
    return isUnderWay ? (0,sentence/* inRow */.qH)(not, IF_SENT) : not;
}
function isUnanswered(forMs, { started, longestReadMs }) {
    if (!started)
        return forMs >= START_UNANSWERED_IS_A_FAULT_AFTER_MS;
    return forMs > READ_UNANSWERED_IS_A_FAULT_AFTER_MS && forMs > longestReadMs * TIMES_LONGEST_ANSWERED;
}
function unansweredProblem(forMs, { started }) {
    const seconds = Math.round(forMs / 1_000);
    return (0,own_problem/* ownProblem */.O3)('service-unavailable', started
        ? (0,sentence/* told */.Ev)(`The service had not answered for ${seconds} s when the step's deadline came (trying to read the result).`, `到步骤的截止时间时，服务已有 ${seconds} 秒没有应答（正在读取结果）。`)
        : (0,sentence/* inRow */.qH)((0,sentence/* told */.Ev)(`The pre-check could not be started within the ${seconds} s before the step's deadline.`, `在步骤截止时间之前的 ${seconds} 秒内无法启动预检查。`), IF_SENT), (0,sentence/* told */.Ev)('Check that the service is up and reachable, then run the gate again with mode query or run.', '请确认服务正在运行且可以访问，然后用 mode query 或 run 重新运行门禁。'));
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
    const { message, advice } = (0,own_problem/* wordsOf */.Z9)(problem);
    return (0,own_problem/* worded */.MH)(problem, { message: (0,sentence/* changed */.tD)(message, keep), advice: advice && (0,sentence/* changed */.tD)(advice, keep) });
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
        kept.push([keep(key), keptJson(part, room, levels - 1, keep)]);
    }
    const more = entries.length - kept.length;
    if (more > 0)
        kept.push(['…', `(${more} more)`]);
    return Array.isArray(value) ? kept.map(([, part]) => part) : Object.fromEntries(kept);
}

// EXTERNAL MODULE: ./precheck/in-batches.js
var in_batches = __webpack_require__(987);
// EXTERNAL MODULE: ./precheck/doubts.js
var doubts = __webpack_require__(2690);
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
function isOfThisRun(binding, { isFirst }) {
    return belongs(binding) || (isFirst && canBeFirst(binding));
}
function afterNothing(before, beside, now) {
    const binding = { ...before, row: null, rowFrom: now };
    if (beside === null || beside.picture.items.length === 0)
        return binding;
    const sawUnclaimed = before.sawUnclaimed || !before.confirmed;
    const seen = isOfThisRun(before, beside) ? seenAfter(before.seen, beside.picture.items) : before.seen;
    return { ...binding, sawUnclaimed, seen };
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
    const isOfTask = facts.identity.kind !== 'other-task';
    const sawFinished = before.sawFinished || (!confirmed && facts.finished && isOfTask);
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
        const unknown = (0,sentence/* told */.Ev)('It is not known whether the start has worked:', '不知道启动是否成功：');
        const { message, advice } = (0,own_problem/* wordsOf */.Z9)(problem);
        const facts = {
            reason: problem.reason,
            code: problem.code ?? lost.code,
            httpStatus: problem.httpStatus ?? lost.httpStatus,
            requestId: problem.requestId ?? lost.requestId,
        };
        return (0,own_problem/* worded */.MH)(facts, { message: (0,sentence/* inRow */.qH)(unknown, (0,own_problem/* wordsOf */.Z9)(lost).message, message), advice });
    }
}

;// CONCATENATED MODULE: ./precheck/task-progress.js






const AT_ONCE = () => 0;
const NOTHING_SEEN = { precheckId: null, progress: null, overall: 'missing', items: [] };
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
        const unproven = this.#mode === 'run' && this.#binding?.proven === false;
        return { since: this.#start.at, progress: this.progress, settling, unproven };
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
        this.#binding =
            before === null
                ? newBinding(this.#mode, { confirmed, boundById }, now)
                : sentAgain(before, confirmed, now);
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
                this.#binding = afterNothing(binding, null, now);
                return;
            case 'unread':
                this.#show(binding, reading.beside);
                this.#binding = afterNothing(binding, reading.beside, now);
                this.faults.readFailed(reading, now, reading.isEmpty && this.#isUnconfirmed ? AT_ONCE : delay);
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
                const problem = (0,doubts/* problemOfDoubt */.v)(worth.doubt);
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
        this.#endWith((0,doubts/* problemOfDoubt */.v)(doubt));
    }
    #understood() {
        this.faults.readUnderstood();
        this.#start.noteRead();
    }
    #show(binding, beside) {
        if (beside !== null && isOfThisRun(binding, beside))
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
        return this.#afterLostStart(isOld ? (0,doubts/* problemOfDoubt */.v)({ kind: 'start-lost' }) : problem);
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
        const { clock, schedule } = this.#ports;
        const now = clock.now();
        const open = this.#tasks.filter(state => state.started && !state.done);
        const round = schedule.nextRound(open.map(outlookOf), this.#lastRound, now);
        const dueAt = Math.max(round, Math.min(...idle.map(state => state.faults.notBefore)));
        if (dueAt > now)
            return dueAt;
        this.#lastRound = now;
        const readable = idle.filter(state => state.faults.notBefore <= now);
        const chosen = new Set(schedule.begin(readable.map(outlookOf), now).map(task => task.id));
        this.#launch('read', readable.filter(state => chosen.has(state.task.id)));
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
        const answered = readings.some(reading => reading.kind !== 'unread' || reading.problem.httpStatus !== null);
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
        for (const batch of (0,in_batches/* inBatches */.o)(states, this.#service.batchSize)) {
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
            trouble: open.flatMap(({ faults }) => (faults.last === null ? [] : (0,own_problem/* wordsOf */.Z9)(faults.last).message))[0] ?? null,
            nextRoundInMs: nextRound === null ? null : nextRound - clock.now(),
        });
    }
}
function outlookOf(state) {
    return { ...state.outlook, id: state.task.id, underWay: state.underWaySince !== null };
}

// EXTERNAL MODULE: ./precheck/run-ids.js
var run_ids = __webpack_require__(1987);
;// CONCATENATED MODULE: ./precheck/task-course.js
const UNTOLD_PERCENT = 0.5;
class Courses {
    #courses = new Map();
    #lastRound = [];
    #isLastRoundOver = false;
    #rounds = 0;
    note(open) {
        for (const { id, since, progress } of open) {
            const before = this.#of(id, since);
            if (before === null || before.progress === progress)
                continue;
            this.#courses.set(id, { ...before, progress, seenAt: before.readAt });
        }
        const ids = new Set(open.map(({ id }) => id));
        this.#isLastRoundOver = this.#lastRound.length > 0 && !this.#lastRound.some(({ id }) => ids.has(id));
    }
    read(tasks, now) {
        for (const { id, since, progress } of tasks) {
            const before = this.#of(id, since) ?? { since, progress, seenAt: since };
            this.#courses.set(id, { ...before, readAt: now });
        }
        this.#lastRound = tasks;
        this.#rounds += 1;
    }
    get isLastRoundOver() {
        return this.#isLastRoundOver;
    }
    get rounds() {
        return this.#rounds;
    }
    readAt({ id, since }) {
        return this.#of(id, since)?.readAt ?? Number.NEGATIVE_INFINITY;
    }
    isRead({ id, since }) {
        return this.#of(id, since) !== null;
    }
    endOf({ id, since, progress }) {
        if (progress === null || progress <= 0)
            return Number.POSITIVE_INFINITY;
        const seenAt = this.#of(id, since)?.seenAt ?? since;
        return since + ((seenAt - since) * 100) / shownBy(progress);
    }
    isDue(task, now) {
        const endAt = this.endOf(task);
        return endAt <= now && this.readAt(task) < endAt;
    }
    #of(id, since) {
        const course = this.#courses.get(id);
        return course?.since === since ? course : null;
    }
}
function shownBy(progress) {
    return Math.min(100, progress + UNTOLD_PERCENT);
}

;// CONCATENATED MODULE: ./precheck/pace.js

const SHORTEST_PAUSE_MS = 1_000;
const LONGEST_PAUSE_MS = 15_000;
const SETTLING_PAUSE_MS = 5_000;
const FIRST_READ_AFTER_MS = 5_000;
const PART_OF_REMAINING = { rich: 1 / 3, poor: 1 };
const PART_OF_OVERDUE = 1 / 3;
const SECOND_BLIND_READ_AFTER_MS = 15_000;
const BLIND_PAUSE_MS = 9_000;
const CROWD_EXPONENT = 0.3;
function nextRead(open, courses, lastRound, wealth) {
    const isPassedOver = open.some(task => !task.underWay && task.since < lastRound);
    if (courses.isLastRoundOver && isPassedOver)
        return lastRound + SHORTEST_PAUSE_MS;
    const pauses = open
        .filter(task => !task.underWay && courses.isRead(task))
        .map(task => pauseFor(task, courses, lastRound, open.length, wealth));
    const next = pauses.length === 0 ? Number.POSITIVE_INFINITY : lastRound + Math.max(...pauses);
    return Math.max(lastRound + SHORTEST_PAUSE_MS, Math.min(next, ...firstReads(open, lastRound)));
}
function latestRead(open, courses, lastRound) {
    if (open.some(task => task.settling && courses.isRead(task)))
        return lastRound + SETTLING_PAUSE_MS;
    const first = firstReads(open, lastRound);
    return Math.max(lastRound + LONGEST_PAUSE_MS, first.length === 0 ? lastRound : Math.min(...first));
}
function firstReads(open, lastRound) {
    return open
        .filter(task => !task.underWay && task.since >= lastRound)
        .map(task => task.since + (task.unproven || task.settling ? SHORTEST_PAUSE_MS : FIRST_READ_AFTER_MS));
}
function pauseFor(task, courses, lastRound, openTasks, wealth) {
    const { since, progress, settling } = task;
    const elapsed = lastRound - since;
    if (settling)
        return Math.min(elapsed, SETTLING_PAUSE_MS);
    const patient = BLIND_PAUSE_MS * openTasks ** CROWD_EXPONENT;
    const blind = Math.max(patient, (SECOND_BLIND_READ_AFTER_MS - elapsed) * openTasks ** CROWD_EXPONENT);
    if (progress === null || progress <= 0)
        return blind;
    const remaining = courses.endOf(task) - lastRound;
    if (remaining > 0) {
        const { rich, poor } = PART_OF_REMAINING;
        return Math.max(SHORTEST_PAUSE_MS, remaining * (poor + (rich - poor) * wealth));
    }
    if (courses.isDue(task, lastRound))
        return SHORTEST_PAUSE_MS;
    const standstill = Math.min(patient, -remaining * PART_OF_OVERDUE);
    const shown = shownBy(progress);
    const farOff = Math.min(blind, ((elapsed * (100 - shown)) / shown) * PART_OF_REMAINING.rich);
    return Math.max(SHORTEST_PAUSE_MS, standstill, farOff);
}

;// CONCATENATED MODULE: ./precheck/round-budget.js
const BURST_ROUNDS = 5;
const ROUND_EARNED_EVERY_MS = 6_000;
const COST_OF_FURTHER_CALL = 0.05;
const TASKS_PER_CALL = 10;
class Budget {
    #rounds = BURST_ROUNDS;
    #lastAt = Number.NEGATIVE_INFINITY;
    get wealth() {
        return Math.max(0, this.#rounds) / BURST_ROUNDS;
    }
    affordableAt(lastRound) {
        return lastRound + (1 - this.#rounds) * ROUND_EARNED_EVERY_MS;
    }
    spend(tasks, now) {
        const earned = this.#rounds + (now - this.#lastAt) / ROUND_EARNED_EVERY_MS;
        const furtherCalls = Math.max(0, Math.ceil(tasks / TASKS_PER_CALL) - 1);
        this.#rounds = Math.min(BURST_ROUNDS, earned) - (1 + COST_OF_FURTHER_CALL * furtherCalls);
        this.#lastAt = now;
    }
}

;// CONCATENATED MODULE: ./precheck/round-choice.js

const TASKS_PER_PARTIAL_CALL = 100;
const CALLS_OF_SECOND_ROUND = 10;
const HEADS_PER_CALL = 2;
function chosenOf(readable, courses, now) {
    if (readable.length <= TASKS_PER_CALL || courses.isLastRoundOver)
        return readable;
    const { fixed = [], free = [] } = Object.groupBy(readable, task => isFixed(task, courses) ? 'fixed' : 'free');
    const known = free.map(task => placeOf(task, courses, now));
    const calls = callsFor(known, courses.rounds === 1);
    const byEnd = known.toSorted((a, b) => compare(b.endAt, a.endAt) || compare(b.readAt, a.readAt));
    const heads = byEnd.slice(0, HEADS_PER_CALL * calls);
    const rest = byEnd
        .slice(heads.length)
        .toSorted((a, b) => Number(b.isDue) - Number(a.isDue) || compare(a.readAt, b.readAt))
        .slice(0, calls * TASKS_PER_CALL - heads.length);
    return [...fixed, ...[...heads, ...rest].map(({ task }) => task)];
}
function isFixed(task, courses) {
    return task.settling || (task.unproven && !courses.isRead(task));
}
function placeOf(task, courses, now) {
    const endAt = courses.endOf(task);
    const isAhead = endAt > now && endAt < Number.POSITIVE_INFINITY;
    return { task, endAt, readAt: courses.readAt(task), isDue: courses.isDue(task, now), isAhead };
}
function callsFor(places, isSecondRound) {
    const all = Math.ceil(places.length / TASKS_PER_CALL);
    if (isSecondRound)
        return Math.min(all, CALLS_OF_SECOND_ROUND);
    const least = Math.ceil(places.length / TASKS_PER_PARTIAL_CALL);
    if (places.some(({ isAhead }) => isAhead))
        return least;
    return Math.max(least, Math.ceil(places.filter(({ isDue }) => isDue).length / TASKS_PER_CALL));
}
function compare(a, b) {
    return a === b ? 0 : a < b ? -1 : 1;
}

;// CONCATENATED MODULE: ./precheck/schedule.js




const FINAL_READ_BEFORE_DEADLINE_MS = 2_000;
function fixedSchedule(intervalMs) {
    return {
        nextRound(open, lastRound) {
            if (lastRound === Number.NEGATIVE_INFINITY)
                return lastRound;
            const firstStart = Math.min(...open.map(task => task.since));
            return Math.max(lastRound, firstStart) + intervalMs;
        },
        begin: readable => readable,
    };
}
function autoSchedule(deadlineAt) {
    const budget = new Budget();
    const courses = new Courses();
    const finalRead = deadlineAt - FINAL_READ_BEFORE_DEADLINE_MS;
    return {
        nextRound(open, lastRound) {
            if (lastRound === Number.NEGATIVE_INFINITY)
                return lastRound;
            courses.note(open);
            const wished = nextRead(open, courses, lastRound, budget.wealth);
            const affordable = Math.max(wished, budget.affordableAt(lastRound));
            const next = Math.min(affordable, latestRead(open, courses, lastRound));
            return next > finalRead && lastRound + SHORTEST_PAUSE_MS < finalRead ? finalRead : next;
        },
        begin(readable, now) {
            const chosen = now >= finalRead ? readable : chosenOf(readable, courses, now);
            budget.spend(chosen.length, now);
            courses.read(chosen, now);
            return chosen;
        },
    };
}

// EXTERNAL MODULE: ./projects.js
var projects_0 = __webpack_require__(267);
// EXTERNAL MODULE: ./services/endpoint.js
var services_endpoint = __webpack_require__(413);
;// CONCATENATED MODULE: ./spare-memory.js
const MANY_ITEMS = 1_000;
const FLAGS = ['--semi-space-growth-factor=1', '--heap-growing-percent=30'];
class MemorySaver {
    #items = 0;
    note(items) {
        const before = this.#items;
        this.#items += items;
        if (before >= MANY_ITEMS || this.#items < MANY_ITEMS)
            return;
        for (const flag of FLAGS)
            process.getBuiltinModule('node:v8').setFlagsFromString(flag);
    }
    watching(service) {
        return {
            batchSize: service.batchSize,
            start: tasks => service.start(tasks),
            read: async (tasks) => {
                const readings = await service.read(tasks);
                this.note(readings.reduce((sum, reading) => sum + itemsIn(reading), 0));
                return readings;
            },
        };
    }
}
function itemsIn(reading) {
    return reading.kind === 'answer' ? reading.facts.picture.items.length : 0;
}

;// CONCATENATED MODULE: ./check.js












const DEFAULT_PAUSE_MS = 2_000;
async function check(plan, ports) {
    const { connections, counter, countRequest } = (0,connections_0/* connect */.Ng)(plan, ports);
    const projects = await (0,projects_0/* lookUpProjects */.$)(plan, connections.get('huawei-cloud') ?? null, ports);
    if (projects.problems.length > 0)
        return { kind: 'checked', targets: [], ...counter, problems: projects.problems };
    const runIds = (0,connections_0/* runIdsOf */.hi)(plan.targets);
    const memory = new MemorySaver();
    const targets = await Promise.all(plan.targets.map(async (target) => {
        const connection = connections.get(target.credential);
        if (connection === undefined)
            return withoutResult(target, (0,connections_0/* noCredential */.Xw)(target, ports.side.isFork));
        return checkTarget(target, connection, projects, plan, {
            ...ports,
            countRequest,
            memory,
            runIds: runIds(target),
        });
    }));
    const bound = (0,run_ids/* withoutSharedRuns */.Y5)(targets);
    for (const { tasks } of bound) {
        for (const { task, caveats } of tasks) {
            for (const caveat of caveats)
                ports.notice('warning', caveatText(task, caveat));
        }
    }
    return { kind: 'checked', targets: bound, ...counter, problems: [] };
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
        const kept = keepingTexts((0,run_ids/* claimingRuns */.tV)(service, ports.runIds), ports.secrets.redactBeginning);
        return check_resultOf(target, await poll(target.tasks, ports.memory.watching(kept), pollPorts));
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
    return { name, service, mode, endpoint: (0,services_endpoint/* endpointText */.HO)(endpoint), tasks };
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


/***/ }),

/***/ 987:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   o: () => (/* binding */ inBatches)
/* harmony export */ });
function inBatches(members, size) {
    return Array.from({ length: Math.ceil(members.length / size) }, (_, index) => members.slice(index * size, (index + 1) * size));
}


/***/ })

};
