export const id = 552;
export const ids = [552];
export const modules = {

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

/***/ 4834:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   X: () => (/* binding */ precheckOf),
/* harmony export */   Y: () => (/* binding */ headersOf)
/* harmony export */ });
/* harmony import */ var _precheck_sentence_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5540);

function headersOf({ language, projectId }) {
    return { 'X-Language': language, 'X-Project-Id': projectId };
}
function precheckOf(task) {
    return (0,_precheck_sentence_js__WEBPACK_IMPORTED_MODULE_0__/* .told */ .Ev)(`the DRS pre-check of task ${task.id}`, `任务 ${task.id} 的 DRS 预检查`);
}


/***/ }),

/***/ 7041:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   S3: () => (/* binding */ itemsOf),
/* harmony export */   X1: () => (/* binding */ evidenceOf),
/* harmony export */   YP: () => (/* binding */ standingOf)
/* harmony export */ });
/* unused harmony export READS_WITHOUT_CHANGE */
/* harmony import */ var _canonical_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1020);
/* harmony import */ var _text_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5015);
/* harmony import */ var _wire_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2330);



const READS_WITHOUT_CHANGE = 5;
function evidenceOf(entry, before) {
    const { earlier, startId, unclaimed } = before;
    const progress = (0,_wire_js__WEBPACK_IMPORTED_MODULE_1__/* .percentOf */ .pR)(entry.process);
    if (typeof progress === 'number' && progress < 100 && isProgressOfNewRun(progress, before))
        return 'new-run';
    const knowsEarlierId = earlier.kind === 'finished' || earlier.kind === 'going';
    const id = (0,_text_js__WEBPACK_IMPORTED_MODULE_2__/* .textOf */ .b6)(entry.precheck_id);
    if (knowsEarlierId && startId !== null && id === startId && earlier.id !== startId)
        return 'new-run';
    const measure = measureOf(before);
    if (measure !== null && progress === 100 && itemsOf(entry) !== measure)
        return 'new-run';
    return earlier.kind === 'none' && unclaimed === null ? 'first-result' : 'none';
}
function measureOf({ earlier, unclaimed, start }) {
    const found = earlier.kind === 'finished' ? earlier.items : null;
    return start === 'confirmed' ? (unclaimed ?? found) : found;
}
function isProgressOfNewRun(progress, { earlier, highest, start }) {
    switch (earlier.kind) {
        case 'none':
        case 'finished':
            return true;
        case 'going':
            return progress < highest;
        case 'unclear':
            return start === 'confirmed' || progress < highest;
    }
}
function standingOf(entry, settleMs) {
    const overall = (0,_canonical_js__WEBPACK_IMPORTED_MODULE_0__/* .canonical */ .$N)([(0,_text_js__WEBPACK_IMPORTED_MODULE_2__/* .textOf */ .b6)(entry.result), (0,_text_js__WEBPACK_IMPORTED_MODULE_2__/* .textOf */ .b6)(entry.total_passed_rate)]);
    const content = (0,_canonical_js__WEBPACK_IMPORTED_MODULE_0__/* .digestOf */ .ol)(`${overall}${itemsOf(entry)}`);
    return {
        against: 'old',
        content,
        forMs: settleMs,
        cutShort: null,
        reads: READS_WITHOUT_CHANGE,
        assumption: 'no-run-id',
    };
}
function itemsOf({ precheck_result: items }) {
    const said = items.map(item => [(0,_text_js__WEBPACK_IMPORTED_MODULE_2__/* .textOf */ .b6)(item.item), (0,_text_js__WEBPACK_IMPORTED_MODULE_2__/* .wordOf */ .aG)(item.result), (0,_text_js__WEBPACK_IMPORTED_MODULE_2__/* .textOf */ .b6)(item.failed_reason)]);
    return (0,_canonical_js__WEBPACK_IMPORTED_MODULE_0__/* .digestOf */ .ol)((0,_canonical_js__WEBPACK_IMPORTED_MODULE_0__/* .canonicalUnordered */ .RD)(said));
}


/***/ }),

/***/ 4366:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $g: () => (/* binding */ isFinished),
/* harmony export */   K: () => (/* binding */ checkItemsOf),
/* harmony export */   Nx: () => (/* binding */ overallOf)
/* harmony export */ });
/* harmony import */ var _item_ids_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1832);
/* harmony import */ var _text_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5015);
/* harmony import */ var _wire_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2330);



const STATUS = new Map([
    ['PASSED', 'passed'],
    ['ALARM', 'warning'],
    ['FAILED', 'failed'],
    ['', 'pending'],
]);
const HARMLESS_SUB_JOB = ['PASSED', 'ALARM', ''];
const NO_CODE = '-';
function checkItemsOf(items) {
    const ids = (0,_item_ids_js__WEBPACK_IMPORTED_MODULE_0__/* .numbered */ .j)(items.map(item => ({ id: (0,_text_js__WEBPACK_IMPORTED_MODULE_2__/* .textOf */ .b6)(item.item) ?? NO_CODE, content: item })));
    return items.map((item, index) => checkItemOf(item, ids[index] ?? NO_CODE));
}
function checkItemOf(item, id) {
    const baseId = (0,_text_js__WEBPACK_IMPORTED_MODULE_2__/* .textOf */ .b6)(item.item) ?? NO_CODE;
    return {
        id,
        baseId,
        topic: baseId,
        name: null,
        group: (0,_text_js__WEBPACK_IMPORTED_MODULE_2__/* .textOf */ .b6)(item.group),
        status: statusOf(item),
        rawStatus: (0,_text_js__WEBPACK_IMPORTED_MODULE_2__/* .textOf */ .b6)(item.result),
        reason: (0,_text_js__WEBPACK_IMPORTED_MODULE_2__/* .textOf */ .b6)(item.failed_reason),
        detail: (0,_text_js__WEBPACK_IMPORTED_MODULE_2__/* .linesOf */ .Dx)(item.data, item.raw_error_msg),
        suggestion: null,
        subJobs: item.failed_sub_jobs.map(job => ({
            id: (0,_text_js__WEBPACK_IMPORTED_MODULE_2__/* .textOf */ .b6)(job.id),
            name: (0,_text_js__WEBPACK_IMPORTED_MODULE_2__/* .textOf */ .b6)(job.name),
            status: (0,_text_js__WEBPACK_IMPORTED_MODULE_2__/* .textOf */ .b6)(job.check_result) ?? (0,_text_js__WEBPACK_IMPORTED_MODULE_2__/* .textOf */ .b6)(job.status),
        })),
        skippable: (0,_text_js__WEBPACK_IMPORTED_MODULE_2__/* .booleanOf */ .SF)(item.is_support_skip),
        skipConsequence: null,
        blackObjects: null,
    };
}
function statusOf(item) {
    const own = STATUS.get((0,_text_js__WEBPACK_IMPORTED_MODULE_2__/* .wordOf */ .aG)(item.result)) ?? 'unknown';
    const isOpen = own === 'passed' || own === 'pending';
    const skipped = isOpen && (0,_text_js__WEBPACK_IMPORTED_MODULE_2__/* .booleanOf */ .SF)(item.is_skipped) === true ? 'skipped' : own;
    const parts = item.failed_sub_jobs.map(job => [(0,_text_js__WEBPACK_IMPORTED_MODULE_2__/* .wordOf */ .aG)(job.check_result), (0,_text_js__WEBPACK_IMPORTED_MODULE_2__/* .wordOf */ .aG)(job.status)]);
    if (parts.some(words => words.includes('FAILED')))
        return 'failed';
    const words = parts.map(([result, status]) => result || (status ?? ''));
    return skipped === 'passed' && words.some(word => !HARMLESS_SUB_JOB.includes(word)) ? 'unknown' : skipped;
}
function overallOf(entry) {
    const result = (0,_text_js__WEBPACK_IMPORTED_MODULE_2__/* .booleanOf */ .SF)(entry.result);
    const rate = (0,_wire_js__WEBPACK_IMPORTED_MODULE_1__/* .percentOf */ .pR)(entry.total_passed_rate);
    const unreadable = [
        result === null && (0,_text_js__WEBPACK_IMPORTED_MODULE_2__/* .textOf */ .b6)(entry.result) !== null ? `result ${(0,_text_js__WEBPACK_IMPORTED_MODULE_2__/* .textOf */ .b6)(entry.result)}` : null,
        rate === undefined ? `total_passed_rate ${(0,_text_js__WEBPACK_IMPORTED_MODULE_2__/* .textOf */ .b6)(entry.total_passed_rate)}` : null,
    ].filter(part => part !== null);
    const passedRate = rate ?? null;
    const isNegative = result === false || (passedRate !== null && passedRate < 100);
    const overall = isNegative ? 'negative' : result === null && passedRate === null ? 'missing' : 'positive';
    return { overall, unreadable: unreadable.length === 0 ? null : unreadable.join(', ') };
}
function isFinished({ process, precheck_result: items }) {
    return (0,_wire_js__WEBPACK_IMPORTED_MODULE_1__/* .percentOf */ .pR)(process) === 100 && !items.some(item => statusOf(item) === 'pending');
}


/***/ }),

/***/ 5018:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   C: () => (/* binding */ pictureOf),
/* harmony export */   M: () => (/* binding */ readingOf)
/* harmony export */ });
/* harmony import */ var _faults_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9553);
/* harmony import */ var _text_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(5015);
/* harmony import */ var _wire_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2330);
/* harmony import */ var _evidence_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7041);
/* harmony import */ var _items_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(4366);





function readingOf(task, before, sighting, settleMs) {
    switch (sighting.kind) {
        case 'missing':
            return { kind: 'missing', task };
        case 'fault': {
            const { fault, beside } = sighting;
            if (beside === null)
                return (0,_faults_js__WEBPACK_IMPORTED_MODULE_0__/* .readingOfFault */ .EC)(task, fault, null);
            if (identityOf(beside.identity, before).kind === 'earlier-run')
                return answered(task, beside, before, settleMs);
            const picture = pictureOf(beside.entry, before.startId);
            return (0,_faults_js__WEBPACK_IMPORTED_MODULE_0__/* .readingOfFault */ .EC)(task, fault, { picture, isFirst: before.earlier.kind === 'none' });
        }
        case 'entry':
            return answered(task, sighting, before, settleMs);
    }
}
function answered(task, { entry, identity }, before, settleMs) {
    return { kind: 'answer', task, facts: factsOf(entry, identityOf(identity, before), before, settleMs) };
}
function factsOf(entry, identity, before, settleMs) {
    return {
        picture: pictureOf(entry, before.startId),
        finished: (0,_items_js__WEBPACK_IMPORTED_MODULE_3__/* .isFinished */ .$g)(entry),
        identity,
        evidence: (0,_evidence_js__WEBPACK_IMPORTED_MODULE_2__/* .evidenceOf */ .X1)(entry, before),
        unreadable: (0,_items_js__WEBPACK_IMPORTED_MODULE_3__/* .overallOf */ .Nx)(entry).unreadable,
        standing: (0,_evidence_js__WEBPACK_IMPORTED_MODULE_2__/* .standingOf */ .YP)(entry, settleMs),
    };
}
function identityOf(identity, { earlier, startId }) {
    const earlierId = earlier.kind === 'finished' || earlier.kind === 'going' ? earlier.id : null;
    const isEarlier = identity.kind === 'strange' && startId !== null && identity.came === earlierId;
    return isEarlier ? { kind: 'earlier-run' } : identity;
}
function pictureOf(entry, startId) {
    return {
        precheckId: startId ?? (0,_text_js__WEBPACK_IMPORTED_MODULE_4__/* .textOf */ .b6)(entry.precheck_id),
        progress: (0,_wire_js__WEBPACK_IMPORTED_MODULE_1__/* .percentOf */ .pR)(entry.process) ?? 0,
        overall: (0,_items_js__WEBPACK_IMPORTED_MODULE_3__/* .overallOf */ .Nx)(entry).overall,
        items: (0,_items_js__WEBPACK_IMPORTED_MODULE_3__/* .checkItemsOf */ .K)(entry.precheck_result),
    };
}


/***/ }),

/***/ 6618:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   H0: () => (/* binding */ sightingOf),
/* harmony export */   Hr: () => (/* binding */ besideFault),
/* harmony export */   YW: () => (/* binding */ sightingsOf),
/* harmony export */   aV: () => (/* binding */ amid)
/* harmony export */ });
/* harmony import */ var _cloud_answer_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6257);
/* harmony import */ var _precheck_sentence_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5540);
/* harmony import */ var _faults_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9553);
/* harmony import */ var _text_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(5015);
/* harmony import */ var _wire_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(2330);
/* harmony import */ var _wire_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(4921);






function sightingsOf(expected, entries, call) {
    const owned = expected.map(one => entriesOf(one, entries));
    const claims = owned.flat();
    const tasks = expected.map(one => one.task);
    if (new Set(claims).size < claims.length)
        throw shapeFaultOf(call, tasks, (0,_precheck_sentence_js__WEBPACK_IMPORTED_MODULE_1__/* .told */ .Ev)('one entry for two tasks', '一个条目对应两个任务'));
    const strangers = entries.filter(entry => !claims.includes(entry));
    return expected.map((one, index) => {
        const own = owned[index] ?? [];
        if (own.length > 1)
            throw shapeFaultOf(call, tasks, (0,_precheck_sentence_js__WEBPACK_IMPORTED_MODULE_1__/* .told */ .Ev)(`two entries for task ${one.task.id}`, `任务 ${one.task.id} 有两个条目`));
        const raw = own[0] ?? inPlaceOf(one, expected, strangers, call);
        if (raw === undefined)
            return { kind: 'missing', strangers: strangers.length > 0 };
        return sightingOf(raw, one, call);
    });
}
function entriesOf({ task, precheckId }, entries) {
    return entries.filter(entry => entry.precheck_id === (precheckId ?? task.id));
}
function inPlaceOf(one, expected, strangers, call) {
    if (expected.length === 1 && strangers.length === 1)
        return strangers[0];
    const known = expected.map(({ task }) => task.id);
    return strangers.find(entry => !known.includes((0,_text_js__WEBPACK_IMPORTED_MODULE_5__/* .textOf */ .b6)(entry.precheck_id) ?? '') && identityOf(entry, one, call).kind === 'other-task');
}
function identityOf(entry, { task, precheckId }, { runIds }) {
    return runIds.identityOf(task.id, [precheckId ?? task.id], (0,_text_js__WEBPACK_IMPORTED_MODULE_5__/* .textOf */ .b6)(entry.precheck_id));
}
function sightingOf(raw, expected, call) {
    const { task } = expected;
    const identity = identityOf(raw, expected, call);
    const parsed = _wire_js__WEBPACK_IMPORTED_MODULE_4__/* .resultEntry */ .Q9.safeParse(raw);
    if (!parsed.success) {
        const place = parsed.error.issues[0]?.path.join('.') ?? 'the entry';
        return {
            kind: 'fault',
            fault: shapeFaultOf(call, [task], (0,_precheck_sentence_js__WEBPACK_IMPORTED_MODULE_1__/* .told */ .Ev)(`an unknown shape at ${place}`, `${place} 处的格式无法识别`)),
            beside: amid(identity, raw),
        };
    }
    const entry = parsed.data;
    const [code, message] = [(0,_text_js__WEBPACK_IMPORTED_MODULE_5__/* .textOf */ .b6)(entry.error_code), (0,_text_js__WEBPACK_IMPORTED_MODULE_5__/* .textOf */ .b6)(entry.error_msg)];
    if (identity.kind !== 'other-task' && (code !== null || message !== null)) {
        const { doing, httpStatus, requestId } = call;
        const error = { code, message, requestId, advice: null };
        const fault = (0,_cloud_answer_js__WEBPACK_IMPORTED_MODULE_0__/* .refusalFault */ .$r)({ operation: 'read', doing: doing([task]), httpStatus, error });
        return { kind: 'fault', fault, beside: { entry, identity } };
    }
    if ((0,_wire_js__WEBPACK_IMPORTED_MODULE_3__/* .percentOf */ .pR)(entry.process) === undefined) {
        return {
            kind: 'fault',
            fault: shapeFaultOf(call, [task], (0,_precheck_sentence_js__WEBPACK_IMPORTED_MODULE_1__/* .told */ .Ev)('an unreadable process', 'process 无法识别')),
            beside: amid(identity, raw),
        };
    }
    return { kind: 'entry', entry, identity };
}
function besideFault({ task, precheckId }, body) {
    const entries = _wire_js__WEBPACK_IMPORTED_MODULE_4__/* .anyEntries */ .X4.safeParse(body).data?.results ?? [];
    return amid({ kind: 'own' }, ...entries.filter(entry => entry['precheck_id'] === (precheckId ?? task.id)));
}
function amid(identity, ...entries) {
    if (identity.kind !== 'own')
        return null;
    const items = entries.flatMap(entry => _wire_js__WEBPACK_IMPORTED_MODULE_4__/* .entryOfItems */ .Cp.safeParse(entry).data?.precheck_result ?? []);
    return items.length === 0 ? null : { entry: { precheck_result: items }, identity };
}
function shapeFaultOf(call, tasks, what) {
    return (0,_faults_js__WEBPACK_IMPORTED_MODULE_2__/* .shapeFault */ .E4)('DRS', { ...call, doing: call.doing(tasks), what });
}


/***/ }),

/***/ 4552:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  drsV5Service: () => (/* binding */ drsV5Service)
});

// EXTERNAL MODULE: ./cloud/fault.js
var cloud_fault = __webpack_require__(6639);
// EXTERNAL MODULE: ./services/start.js
var start = __webpack_require__(4502);
// EXTERNAL MODULE: ./services/drs/access.js
var drs_access = __webpack_require__(4834);
// EXTERNAL MODULE: ./cloud/error-body.js
var error_body = __webpack_require__(7790);
// EXTERNAL MODULE: ./precheck/sentence.js
var sentence = __webpack_require__(5540);
// EXTERNAL MODULE: ./services/endpoint.js
var services_endpoint = __webpack_require__(413);
// EXTERNAL MODULE: ./services/text.js
var services_text = __webpack_require__(5015);
// EXTERNAL MODULE: ./services/drs/sightings.js
var sightings = __webpack_require__(6618);
// EXTERNAL MODULE: ../node_modules/zod/v4/classic/schemas.js + 4 modules
var schemas = __webpack_require__(6309);
// EXTERNAL MODULE: ./services/wire.js
var wire = __webpack_require__(2330);
;// CONCATENATED MODULE: ./services/drs/v5/wire.js


const queryId = schemas/* string */.YjP().regex(/^[0-9A-Za-z_-]{1,64}$/);
const startAnswer = schemas/* looseObject */._H3({ query_id: queryId });
const actionOutcome = schemas/* looseObject */._H3({ query_id: schemas/* undefined */.Vxk().optional(), status: schemas/* string */.YjP() });
const result = schemas/* looseObject */._H3({
    query_id: wire/* anything */.D8,
    precheck_id: wire/* anything */.D8,
    precheck_results: wire/* anything */.D8,
    precheck_result: wire/* anything */.D8,
});
const holder = schemas/* looseObject */._H3({ id: wire/* anything */.D8, query_id: wire/* anything */.D8, precheck_result: result.nullish() });
const detailAnswer = schemas/* looseObject */._H3({})
    .refine(body => 'job' in body !== 'precheck_result' in body)
    .transform(body => ('job' in body ? body['job'] : body))
    .pipe(holder);
const looseDetail = schemas/* union */.KCZ([schemas/* looseObject */._H3({ job: holder }).transform(({ job }) => job), holder]);
const around = schemas/* looseObject */._H3({ job: schemas/* record */.g1P(schemas/* string */.YjP(), schemas/* unknown */.L5J()) });

;// CONCATENATED MODULE: ./services/drs/v5/api.js








async function startRun(access, task) {
    const { value } = await access.connection.call({
        operation: 'start',
        doing: (0,sentence/* inEach */.B1)(in_ => (0,sentence/* told */.Ev)(`start ${in_((0,drs_access/* precheckOf */.X)(task))}`, `启动${in_((0,drs_access/* precheckOf */.X)(task))}`)),
        method: 'POST',
        url: urlOf(access, task, '/action'),
        headers: (0,drs_access/* headersOf */.Y)(access),
        body: { job: { action_name: 'precheck', action_params: { precheck_mode: access.precheckMode } } },
        schema: startAnswer,
        errorIn: json => (0,error_body/* errorInJson */.i)(json) ?? refusalIn(json),
    });
    return value.query_id;
}
async function readRun(access, run) {
    let body;
    try {
        return await readDetail(access, run, json => {
            body = json;
        });
    }
    catch (fault) {
        if (!(fault instanceof cloud_fault/* ApiFault */.dW))
            throw fault;
        const detail = looseDetail.safeParse(body).data;
        const identity = worstOf(detail, run, access.runIds) ?? { kind: 'own' };
        const entry = { precheck_result: listIn(detail?.precheck_result ?? {}) };
        return { kind: 'fault', fault, beside: (0,sightings/* amid */.aV)(identity, entry) };
    }
}
async function readDetail(access, { task, queryId }, note) {
    const doing = (0,sentence/* inEach */.B1)(in_ => (0,sentence/* told */.Ev)(`read the result of ${in_((0,drs_access/* precheckOf */.X)(task))} (run ${queryId})`, `读取${in_((0,drs_access/* precheckOf */.X)(task))}的结果（运行 ${queryId}）`));
    const url = urlOf(access, task, '');
    url.search = new URLSearchParams({ type: 'precheck', query_id: queryId }).toString();
    const { value, httpStatus, requestId } = await access.connection.call({
        operation: 'read',
        doing,
        isPoll: true,
        method: 'GET',
        url,
        headers: (0,drs_access/* headersOf */.Y)(access),
        schema: detailAnswer,
        errorIn: json => {
            note(json);
            return errorInDetail(json);
        },
    });
    const { runIds } = access;
    return sightingIn(value, { task, queryId }, { doing: () => doing, httpStatus, requestId, runIds });
}
function errorInDetail(json) {
    const inner = (0,error_body/* errorInJson */.i)(around.safeParse(json).data?.job);
    return (0,error_body/* errorInJson */.i)(json) ?? (inner?.isWeak === true ? null : inner);
}
function sightingIn(detail, { task, queryId }, call) {
    const { precheck_result: result } = detail;
    if (result === undefined || result === null)
        return { kind: 'missing', strangers: false };
    const { precheck_results: _listed, precheck_id: _checked, ...rest } = result;
    const entry = { ...rest, precheck_result: listIn(result) };
    const sighting = (0,sightings/* sightingOf */.H0)(entry, { task, precheckId: queryId }, call);
    const seen = sighting.kind === 'fault' ? sighting.beside : sighting.kind === 'entry' ? sighting : null;
    if (seen === null)
        return sighting;
    const worst = worstOf(detail, { task, queryId }, call.runIds) ?? seen.identity;
    const isError = sighting.kind === 'fault' && worst.kind !== 'other-task';
    return isError ? sighting : { kind: 'entry', entry: seen.entry, identity: worst };
}
function listIn({ precheck_results: plural, precheck_result: singular }) {
    return Array.isArray(plural) && Array.isArray(singular) ? [...plural, ...singular] : plural;
}
function worstOf(detail, { task, queryId }, runIds) {
    const ids = detail === undefined ? [] : idsIn(detail);
    const identities = ids.map(id => runIds.identityOf(task.id, [queryId, task.id], id));
    return identities.toSorted((a, b) => RANK[b.kind] - RANK[a.kind])[0];
}
const RANK = {
    own: 0,
    'earlier-run': 1,
    strange: 2,
    'other-task': 3,
};
function idsIn({ id, query_id, precheck_result: result }) {
    const named = [id, query_id, result?.query_id, result?.precheck_id];
    return named.filter(value => value !== undefined && value !== null && value !== '').map(String);
}
function refusalIn(json) {
    const { status } = actionOutcome.safeParse(json).data ?? {};
    if ((0,services_text/* wordOf */.aG)(status) !== 'FAILED')
        return null;
    return { code: null, message: 'status: failed', requestId: null, advice: null };
}
function urlOf({ endpoint, projectId }, task, below) {
    const [project, job] = [projectId, task.id].map(encodeURIComponent);
    return (0,services_endpoint/* urlBelow */.dX)(endpoint, `/v5/${project}/jobs/${job}${below}`);
}

// EXTERNAL MODULE: ./services/faults.js
var faults = __webpack_require__(9553);
// EXTERNAL MODULE: ./services/drs/items.js
var items = __webpack_require__(4366);
// EXTERNAL MODULE: ./services/drs/reading.js
var reading = __webpack_require__(5018);
;// CONCATENATED MODULE: ./services/drs/v5/reading.js



function readingOf({ task, queryId }, sighting) {
    switch (sighting.kind) {
        case 'missing':
            return { kind: 'missing', task };
        case 'fault': {
            const { fault, beside } = sighting;
            const picture = beside === null ? null : (0,reading/* pictureOf */.C)(beside.entry, queryId);
            return (0,faults/* readingOfFault */.EC)(task, fault, picture === null ? null : { picture, isFirst: false });
        }
        case 'entry': {
            const { entry, identity } = sighting;
            const picture = (0,reading/* pictureOf */.C)(entry, queryId);
            const { unreadable } = (0,items/* overallOf */.Nx)(entry);
            const facts = { picture, finished: (0,items/* isFinished */.$g)(entry), identity, unreadable };
            return { kind: 'answer', task, facts: { ...facts, evidence: 'none', standing: null } };
        }
    }
}

;// CONCATENATED MODULE: ./services/drs/v5/drs-v5.js





function drsV5Service(access, runs, ports) {
    return new DrsV5Service(access, runs, ports);
}
class DrsV5Service {
    batchSize = 1;
    #access;
    #runs;
    #ports;
    #started = new Map();
    constructor(access, runs, ports) {
        this.#access = access;
        this.#runs = runs;
        this.#ports = ports;
    }
    async start(tasks) {
        return Promise.all(tasks.map(task => this.#begin(task)));
    }
    async read(tasks) {
        return Promise.all(tasks.map(task => this.#read(task)));
    }
    async #begin(task) {
        const runs = this.#runs;
        if (runs.mode === 'query')
            return this.#begun(task, queryIdOf(task, runs.queryIds));
        if (this.#ports.deadline.signal.aborted)
            return (0,start/* overtaken */.K1)(task, (0,drs_access/* precheckOf */.X)(task));
        try {
            return this.#begun(task, await startRun(this.#access, task));
        }
        catch (error) {
            if (error instanceof cloud_fault/* ApiFault */.dW)
                return (0,start/* startedOfFaultWithoutId */.II)(task, error);
            throw error;
        }
    }
    #begun(task, queryId) {
        this.#started.set(task.id, { task, queryId });
        return { kind: 'started', task, precheckId: queryId, boundById: true };
    }
    async #read(task) {
        const run = this.#started.get(task.id);
        if (run === undefined)
            throw new Error(`task ${task.id} is read before it is started`);
        return readingOf(run, await readRun(this.#access, run));
    }
}
function queryIdOf(task, queryIds) {
    const queryId = queryIds.get(task.id);
    if (queryId === undefined)
        throw new Error(`No run is known of task ${task.id}`);
    return queryId;
}


/***/ }),

/***/ 4921:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ae: () => (/* binding */ resultAnswer),
/* harmony export */   CA: () => (/* binding */ entryErrors),
/* harmony export */   Cp: () => (/* binding */ entryOfItems),
/* harmony export */   F2: () => (/* binding */ withResults),
/* harmony export */   Q9: () => (/* binding */ resultEntry),
/* harmony export */   X4: () => (/* binding */ anyEntries),
/* harmony export */   bx: () => (/* binding */ startAnswer)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6309);
/* harmony import */ var _wire_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2330);


const id = zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP().nullish();
const idOrNone = id.catch(null);
const item = zod__WEBPACK_IMPORTED_MODULE_1__/* .looseObject */ ._H3({
    item: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP().nullish(),
    result: _wire_js__WEBPACK_IMPORTED_MODULE_0__/* .anything */ .D8,
    failed_reason: _wire_js__WEBPACK_IMPORTED_MODULE_0__/* .anything */ .D8,
    data: _wire_js__WEBPACK_IMPORTED_MODULE_0__/* .anything */ .D8,
    raw_error_msg: _wire_js__WEBPACK_IMPORTED_MODULE_0__/* .anything */ .D8,
    group: _wire_js__WEBPACK_IMPORTED_MODULE_0__/* .anything */ .D8,
    is_support_skip: _wire_js__WEBPACK_IMPORTED_MODULE_0__/* .anything */ .D8,
    is_skipped: _wire_js__WEBPACK_IMPORTED_MODULE_0__/* .anything */ .D8,
    failed_sub_jobs: (0,_wire_js__WEBPACK_IMPORTED_MODULE_0__/* .absentIsEmpty */ .Dj)(zod__WEBPACK_IMPORTED_MODULE_1__/* .looseObject */ ._H3({ id: _wire_js__WEBPACK_IMPORTED_MODULE_0__/* .anything */ .D8, name: _wire_js__WEBPACK_IMPORTED_MODULE_0__/* .anything */ .D8, check_result: _wire_js__WEBPACK_IMPORTED_MODULE_0__/* .anything */ .D8, status: _wire_js__WEBPACK_IMPORTED_MODULE_0__/* .anything */ .D8 })),
});
const resultEntry = zod__WEBPACK_IMPORTED_MODULE_1__/* .looseObject */ ._H3({
    precheck_id: id,
    result: _wire_js__WEBPACK_IMPORTED_MODULE_0__/* .anything */ .D8,
    process: _wire_js__WEBPACK_IMPORTED_MODULE_0__/* .anything */ .D8,
    total_passed_rate: _wire_js__WEBPACK_IMPORTED_MODULE_0__/* .anything */ .D8,
    error_code: _wire_js__WEBPACK_IMPORTED_MODULE_0__/* .anything */ .D8,
    error_msg: _wire_js__WEBPACK_IMPORTED_MODULE_0__/* .anything */ .D8,
    precheck_result: (0,_wire_js__WEBPACK_IMPORTED_MODULE_0__/* .absentIsEmpty */ .Dj)(item),
});
const anyEntries = zod__WEBPACK_IMPORTED_MODULE_1__/* .looseObject */ ._H3({ results: zod__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_1__/* .record */ .g1P(zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(), zod__WEBPACK_IMPORTED_MODULE_1__/* .unknown */ .L5J()).catch({})) });
const entryOfItems = zod__WEBPACK_IMPORTED_MODULE_1__/* .looseObject */ ._H3({ precheck_result: (0,_wire_js__WEBPACK_IMPORTED_MODULE_0__/* .readable */ .HD)(item) });
const resultAnswer = zod__WEBPACK_IMPORTED_MODULE_1__/* .looseObject */ ._H3({
    results: (0,_wire_js__WEBPACK_IMPORTED_MODULE_0__/* .absentIsEmpty */ .Dj)(zod__WEBPACK_IMPORTED_MODULE_1__/* .looseObject */ ._H3({ precheck_id: _wire_js__WEBPACK_IMPORTED_MODULE_0__/* .anything */ .D8 })),
});
const startAnswer = zod__WEBPACK_IMPORTED_MODULE_1__/* .looseObject */ ._H3({
    results: (0,_wire_js__WEBPACK_IMPORTED_MODULE_0__/* .absentIsEmpty */ .Dj)(zod__WEBPACK_IMPORTED_MODULE_1__/* .looseObject */ ._H3({
        id: idOrNone,
        precheck_id: idOrNone,
        status: _wire_js__WEBPACK_IMPORTED_MODULE_0__/* .anything */ .D8,
        error_code: _wire_js__WEBPACK_IMPORTED_MODULE_0__/* .anything */ .D8,
        error_msg: _wire_js__WEBPACK_IMPORTED_MODULE_0__/* .anything */ .D8,
    })),
});
const withResults = zod__WEBPACK_IMPORTED_MODULE_1__/* .looseObject */ ._H3({ results: zod__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(_wire_js__WEBPACK_IMPORTED_MODULE_0__/* .anything */ .D8) });
const entryErrors = zod__WEBPACK_IMPORTED_MODULE_1__/* .looseObject */ ._H3({
    results: (0,_wire_js__WEBPACK_IMPORTED_MODULE_0__/* .absentIsEmpty */ .Dj)(zod__WEBPACK_IMPORTED_MODULE_1__/* .looseObject */ ._H3({ error_code: _wire_js__WEBPACK_IMPORTED_MODULE_0__/* .anything */ .D8, error_msg: _wire_js__WEBPACK_IMPORTED_MODULE_0__/* .anything */ .D8 }).catch({})),
});


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
/* harmony import */ var _precheck_sentence_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5540);



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
    const [english, chinese] = requestId === null ? ['', ''] : [` (request id ${requestId})`, `（请求 ID ${requestId}）`];
    return new _cloud_fault_js__WEBPACK_IMPORTED_MODULE_1__/* .ApiFault */ .dW({
        kind: 'transient',
        message: (0,_precheck_sentence_js__WEBPACK_IMPORTED_MODULE_2__/* .inEach */ .B1)(in_ => (0,_precheck_sentence_js__WEBPACK_IMPORTED_MODULE_2__/* .told */ .Ev)(`Could not ${in_(doing)}: the answer of ${service} has ${in_(what)}${english}.`, `无法${in_(doing)}：${service} 的应答有问题：${in_(what)}${chinese}。`)),
        advice: (0,_precheck_sentence_js__WEBPACK_IMPORTED_MODULE_2__/* .told */ .Ev)(`Check that endpoint is ${service} itself; if so, report the request to the support of the service.`, `请确认 endpoint 是 ${service} 本身；如果是，请将该请求提交给服务的技术支持。`),
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

/***/ 4502:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   II: () => (/* binding */ startedOfFaultWithoutId),
/* harmony export */   K1: () => (/* binding */ overtaken),
/* harmony export */   jt: () => (/* binding */ startedOfFault)
/* harmony export */ });
/* harmony import */ var _cloud_error_table_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7860);
/* harmony import */ var _cloud_fault_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6639);
/* harmony import */ var _precheck_own_problem_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(4899);
/* harmony import */ var _precheck_sentence_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(5540);
/* harmony import */ var _faults_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(9553);





function mayHaveStarted(fault) {
    return fault.kind === 'transient' && !fault.nothingStarted && !(0,_cloud_error_table_js__WEBPACK_IMPORTED_MODULE_0__/* .isTryAgainCode */ .rW)(fault.code);
}
function startedOfFault(task, fault, precheckId) {
    const problem = (0,_cloud_fault_js__WEBPACK_IMPORTED_MODULE_1__/* .problemOf */ .Zw)(fault);
    if (mayHaveStarted(fault))
        return { kind: 'unconfirmed', task, precheckId, problem };
    if (!(0,_faults_js__WEBPACK_IMPORTED_MODULE_4__/* .isAgain */ .F9)(fault))
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
    const advice = (0,_precheck_sentence_js__WEBPACK_IMPORTED_MODULE_3__/* .told */ .Ev)('Without its id it cannot be read, and a second start could run beside it: wait until it can have ended, then run the gate again.', '没有其 ID 就无法读取，而再次启动可能与它同时运行：请等到它应已结束后，再重新运行门禁。');
    const words = (0,_precheck_own_problem_js__WEBPACK_IMPORTED_MODULE_2__/* .wordsOf */ .Z9)(problem);
    return (0,_precheck_own_problem_js__WEBPACK_IMPORTED_MODULE_2__/* .worded */ .MH)(problem, {
        message: (0,_precheck_sentence_js__WEBPACK_IMPORTED_MODULE_3__/* .inRow */ .qH)(words.message, (0,_precheck_sentence_js__WEBPACK_IMPORTED_MODULE_3__/* .told */ .Ev)('A pre-check may be running.', '可能有预检查正在运行。')),
        advice: (0,_precheck_sentence_js__WEBPACK_IMPORTED_MODULE_3__/* .inRow */ .qH)(advice, words.advice ?? ''),
    });
}
function overtaken(task, what) {
    const message = (0,_precheck_sentence_js__WEBPACK_IMPORTED_MODULE_3__/* .inEach */ .B1)(in_ => (0,_precheck_sentence_js__WEBPACK_IMPORTED_MODULE_3__/* .told */ .Ev)(`Could not start ${in_(what)}: the step ended before.`, `无法启动${in_(what)}：步骤已先结束。`));
    const problem = (0,_precheck_own_problem_js__WEBPACK_IMPORTED_MODULE_2__/* .ownProblem */ .O3)('timed-out', message, (0,_precheck_sentence_js__WEBPACK_IMPORTED_MODULE_3__/* .told */ .Ev)('Raise timeout-minutes.', '请增大 timeout-minutes。'));
    return { kind: 'ended', task, problem };
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
