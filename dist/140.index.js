export const id = 140;
export const ids = [140];
export const modules = {

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

/***/ 987:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   o: () => (/* binding */ inBatches)
/* harmony export */ });
function inBatches(members, size) {
    return Array.from({ length: Math.ceil(members.length / size) }, (_, index) => members.slice(index * size, (index + 1) * size));
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

/***/ 1754:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   dh: () => (/* binding */ startTasks),
/* harmony export */   j9: () => (/* binding */ readTasks),
/* harmony export */   qr: () => (/* binding */ TASKS_PER_CALL)
/* harmony export */ });
/* harmony import */ var _cloud_answer_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6257);
/* harmony import */ var _cloud_error_body_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7790);
/* harmony import */ var _cloud_error_table_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7860);
/* harmony import */ var _cloud_fault_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(6639);
/* harmony import */ var _precheck_sentence_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(5540);
/* harmony import */ var _endpoint_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(413);
/* harmony import */ var _text_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(5015);
/* harmony import */ var _access_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(4834);
/* harmony import */ var _sightings_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(6618);
/* harmony import */ var _wire_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(4921);










const TASKS_PER_CALL = 10;
const TASKS_NAMED_IN_MESSAGES = 3;
const BAD_REQUEST = 400;
function startTasks(access, tasks) {
    const body = { jobs: tasks.map(task => ({ job_id: task.id, precheck_mode: access.precheckMode })) };
    return aloneWhenTurnedDown(tasks, fault => ({ kind: 'fault', fault }), one => startTasks(access, one), async () => {
        const { value, ...answer } = await access.connection.call({
            ...common(access, 'batch-precheck', 'start', starting(tasks)),
            body,
            schema: _wire_js__WEBPACK_IMPORTED_MODULE_8__/* .startAnswer */ .bx,
        });
        return tasks.map(task => startSightingOf(task, tasks, value.results, answer));
    });
}
function readTasks(access, expected, purpose) {
    const tasks = expected.map(one => one.task);
    const asked = common(access, 'batch-precheck-result', 'read', reading(tasks));
    let body;
    return aloneWhenTurnedDown(expected, (fault, one) => ({ kind: 'fault', fault, beside: (0,_sightings_js__WEBPACK_IMPORTED_MODULE_7__/* .besideFault */ .Hr)(one, body) }), one => readTasks(access, one, purpose), async () => {
        const { value, httpStatus, requestId } = await access.connection.call({
            ...asked,
            errorIn: json => {
                body = json;
                return asked.errorIn(json);
            },
            isPoll: purpose === 'poll',
            body: { jobs: tasks.map(task => task.id) },
            schema: _wire_js__WEBPACK_IMPORTED_MODULE_8__/* .resultAnswer */ .Ae,
        });
        return (0,_sightings_js__WEBPACK_IMPORTED_MODULE_7__/* .sightingsOf */ .YW)(expected, value.results, {
            doing: reading,
            httpStatus,
            requestId,
            runIds: access.runIds,
        });
    });
}
async function aloneWhenTurnedDown(members, failed, alone, batch) {
    try {
        return await batch();
    }
    catch (error) {
        if (!(error instanceof _cloud_fault_js__WEBPACK_IMPORTED_MODULE_3__/* .ApiFault */ .dW))
            throw error;
        if (members.length === 1 || !isTurnedDownAsBatch(error))
            return members.map(member => failed(error, member));
    }
    const results = [];
    for (const member of members)
        results.push(...(await alone([member])));
    return results;
}
function isTurnedDownAsBatch(fault) {
    const aboutCredential = fault.kind === 'authentication-failed' || fault.kind === 'permission-denied';
    return fault.httpStatus === BAD_REQUEST && fault.kind !== 'transient' && !aboutCredential;
}
function common(access, path, operation, doing) {
    return {
        operation,
        doing,
        method: 'POST',
        url: (0,_endpoint_js__WEBPACK_IMPORTED_MODULE_5__/* .urlBelow */ .dX)(access.endpoint, `/v3/${encodeURIComponent(access.projectId)}/jobs/${path}`),
        headers: (0,_access_js__WEBPACK_IMPORTED_MODULE_6__/* .headersOf */ .Y)(access),
        errorIn: (json) => errorOfAnswer(json) ?? credentialErrorIn(json),
    };
}
function errorOfAnswer(json) {
    const error = (0,_cloud_error_body_js__WEBPACK_IMPORTED_MODULE_1__/* .errorInJson */ .i)(json);
    if (error?.isWeak !== true || _wire_js__WEBPACK_IMPORTED_MODULE_8__/* .withResults */ .F2.safeParse(json).success)
        return error;
    return { ...error, isWeak: false };
}
function credentialErrorIn(json) {
    const entries = _wire_js__WEBPACK_IMPORTED_MODULE_8__/* .entryErrors */ .CA.safeParse(json).data?.results ?? [];
    const codes = entries.map(entry => ({ code: (0,_text_js__WEBPACK_IMPORTED_MODULE_9__/* .textOf */ .b6)(entry.error_code), message: (0,_text_js__WEBPACK_IMPORTED_MODULE_9__/* .textOf */ .b6)(entry.error_msg) }));
    const bad = codes.find(({ code }) => (0,_cloud_error_table_js__WEBPACK_IMPORTED_MODULE_2__/* .classify */ .L8)({ operation: 'read', httpStatus: 200, code }) === 'authentication-failed');
    return bad === undefined ? null : { ...bad, requestId: null, advice: null };
}
function startSightingOf(task, tasks, entries, { httpStatus, requestId }) {
    const alone = tasks.length === 1 && entries.length === 1;
    const own = entries.filter(entry => (entry.id ?? (alone ? task.id : entry.precheck_id)) === task.id);
    const [entry] = own;
    const code = (0,_text_js__WEBPACK_IMPORTED_MODULE_9__/* .textOf */ .b6)(entry?.error_code);
    const message = (0,_text_js__WEBPACK_IMPORTED_MODULE_9__/* .textOf */ .b6)(entry?.error_msg);
    const isRefused = code !== null || message !== null || (0,_text_js__WEBPACK_IMPORTED_MODULE_9__/* .wordOf */ .aG)(entry?.status) === 'FAILED';
    if (own.length === 1 && isRefused) {
        const error = { code, message, requestId, advice: null };
        const doing = starting([task]);
        return { kind: 'fault', fault: (0,_cloud_answer_js__WEBPACK_IMPORTED_MODULE_0__/* .refusalFault */ .$r)({ operation: 'start', doing, httpStatus, error }) };
    }
    const precheckId = own.length === 1 ? (0,_text_js__WEBPACK_IMPORTED_MODULE_9__/* .textOf */ .b6)(entry?.precheck_id) : null;
    const confirmed = own.length === 1 && (0,_text_js__WEBPACK_IMPORTED_MODULE_9__/* .wordOf */ .aG)(entry?.status) === 'SUCCESS';
    return confirmed
        ? { kind: 'started', precheckId }
        : { kind: 'silent', precheckId, fault: silentFault(task, httpStatus, requestId) };
}
function silentFault(task, httpStatus, requestId) {
    const doing = starting([task]);
    const [english, chinese] = requestId === null ? ['', ''] : [` (request id ${requestId})`, `（请求 ID ${requestId}）`];
    const message = (0,_precheck_sentence_js__WEBPACK_IMPORTED_MODULE_4__/* .inEach */ .B1)(in_ => (0,_precheck_sentence_js__WEBPACK_IMPORTED_MODULE_4__/* .told */ .Ev)(`Could not ${in_(doing)}: HTTP ${httpStatus}, but the answer says nothing clear about the task${english}.`, `无法${in_(doing)}：HTTP ${httpStatus}，但应答没有明确说明该任务的情况${chinese}。`));
    return new _cloud_fault_js__WEBPACK_IMPORTED_MODULE_3__/* .ApiFault */ .dW({ kind: 'transient', message, httpStatus, requestId, invalidResponse: true });
}
function starting(tasks) {
    return (0,_precheck_sentence_js__WEBPACK_IMPORTED_MODULE_4__/* .inEach */ .B1)(in_ => (0,_precheck_sentence_js__WEBPACK_IMPORTED_MODULE_4__/* .told */ .Ev)(`start the DRS pre-check of ${in_(namesOf(tasks))}`, `启动${in_(namesOf(tasks))}的 DRS 预检查`));
}
function reading(tasks) {
    return (0,_precheck_sentence_js__WEBPACK_IMPORTED_MODULE_4__/* .inEach */ .B1)(in_ => (0,_precheck_sentence_js__WEBPACK_IMPORTED_MODULE_4__/* .told */ .Ev)(`read the DRS pre-check result of ${in_(namesOf(tasks))}`, `读取${in_(namesOf(tasks))}的 DRS 预检查结果`));
}
function namesOf(tasks) {
    const named = tasks.slice(0, TASKS_NAMED_IN_MESSAGES).map(task => task.id);
    const rest = tasks.length - named.length;
    const list = (0,_precheck_sentence_js__WEBPACK_IMPORTED_MODULE_4__/* .told */ .Ev)(rest > 0 ? `${named.join(', ')} and ${rest} more` : named.join(', '), rest > 0 ? `${named.join('、')} 以及另外 ${rest} 个` : named.join('、'));
    const count = tasks.length;
    return (0,_precheck_sentence_js__WEBPACK_IMPORTED_MODULE_4__/* .inEach */ .B1)(in_ => count === 1
        ? (0,_precheck_sentence_js__WEBPACK_IMPORTED_MODULE_4__/* .told */ .Ev)(`task ${in_(list)}`, `任务 ${in_(list)} `)
        : (0,_precheck_sentence_js__WEBPACK_IMPORTED_MODULE_4__/* .told */ .Ev)(`${count} tasks (${in_(list)})`, ` ${count} 个任务（${in_(list)}）`));
}


/***/ }),

/***/ 5140:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   probe: () => (/* binding */ probe)
/* harmony export */ });
/* harmony import */ var _cloud_error_table_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7860);
/* harmony import */ var _cloud_fault_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6639);
/* harmony import */ var _cloud_retry_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(9305);
/* harmony import */ var _precheck_in_batches_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(987);
/* harmony import */ var _precheck_sentence_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5540);
/* harmony import */ var _faults_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(9553);
/* harmony import */ var _api_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(1754);







async function probe(access, tasks, ports) {
    const batches = (0,_precheck_in_batches_js__WEBPACK_IMPORTED_MODULE_5__/* .inBatches */ .o)(tasks, _api_js__WEBPACK_IMPORTED_MODULE_4__/* .TASKS_PER_CALL */ .qr);
    const faults = await Promise.all(batches.map(batch => probeBatch(access, batch, ports)));
    return new Map(faults.flatMap(found => [...found]));
}
async function probeBatch(access, tasks, { clock, random, deadline }) {
    const faults = new Map();
    let open = tasks;
    for (let tries = 1;; tries += 1) {
        const sightings = await (0,_api_js__WEBPACK_IMPORTED_MODULE_4__/* .readTasks */ .j9)(access, open.map(task => ({ task, precheckId: null })), 'pre-read');
        open = open.filter((task, index) => {
            const fault = faultIn(task, sightings[index]);
            if (fault === null)
                faults.delete(task.id);
            else if (!deadline.signal.aborted || !faults.has(task.id))
                faults.set(task.id, fault);
            return fault !== null && (0,_faults_js__WEBPACK_IMPORTED_MODULE_3__/* .isAgain */ .F9)(fault);
        });
        if (open.length === 0 || tries >= _cloud_retry_js__WEBPACK_IMPORTED_MODULE_6__/* .PROBE_TRIES */ .Jb || deadline.signal.aborted)
            return faults;
        await clock.sleep((0,_cloud_retry_js__WEBPACK_IMPORTED_MODULE_6__/* .retryDelay */ .a2)(tries, random), deadline.signal);
        if (deadline.signal.aborted)
            return faults;
    }
}
function faultIn(task, sighting) {
    if (sighting === undefined || sighting.kind === 'missing')
        return null;
    if (sighting.kind === 'fault') {
        return (0,_cloud_error_table_js__WEBPACK_IMPORTED_MODULE_0__/* .isEmptyResultCode */ .sG)(sighting.fault.code) ? null : sighting.fault.with({ invalidResponse: false });
    }
    const { identity } = sighting;
    if (identity.kind !== 'other-task')
        return null;
    const doing = (0,_precheck_sentence_js__WEBPACK_IMPORTED_MODULE_2__/* .told */ .Ev)(`read the DRS pre-check result of task ${task.id}`, `读取任务 ${task.id} 的 DRS 预检查结果`);
    const what = (0,_precheck_sentence_js__WEBPACK_IMPORTED_MODULE_2__/* .told */ .Ev)(`DRS answered with the result of ${identity.came}, which is another task of this gate.`, `DRS 返回了 ${identity.came} 的结果，而后者是本门禁的另一个任务。`);
    const message = (0,_cloud_fault_js__WEBPACK_IMPORTED_MODULE_1__/* .couldNot */ .NF)(doing, what);
    return new _cloud_fault_js__WEBPACK_IMPORTED_MODULE_1__/* .ApiFault */ .dW({ kind: 'transient', message, doing, what, understood: true, invalidResponse: true });
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
