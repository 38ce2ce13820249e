export const id = 661;
export const ids = [661,565,40];
export const modules = {

/***/ 3565:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Z: () => (/* binding */ MAX_BASELINE_BYTES),
/* harmony export */   readBaseline: () => (/* binding */ readBaseline)
/* harmony export */ });
/* harmony import */ var _thrown_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4471);

const MAX_BASELINE_BYTES = 64 * 1024 * 1024;
async function readBaseline(file, { readWorkspace }, warn) {
    try {
        const read = await readWorkspace(file, MAX_BASELINE_BYTES);
        if (read.kind === 'absent')
            throw new Error('it does not exist in the workspace (on a first run there is none)');
        if (read.kind === 'refused')
            throw new Error(read.why);
        const { parseEarlierReport } = await __webpack_require__.e(/* import() */ 91).then(__webpack_require__.bind(__webpack_require__, 1091));
        return parseEarlierReport(read.text);
    }
    catch (error) {
        const why = (0,_thrown_js__WEBPACK_IMPORTED_MODULE_0__/* .errorOf */ .M)(error).message;
        warn(`baseline: ${file} cannot be used: ${why}. This report does not say what has changed.`);
        return null;
    }
}


/***/ }),

/***/ 9630:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  E: () => (/* binding */ reportOf)
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./baseline-file.js
var baseline_file = __webpack_require__(3565);
// EXTERNAL MODULE: ./report/escape.js
var report_escape = __webpack_require__(3277);
// EXTERNAL MODULE: ../node_modules/zod/v4/classic/schemas.js + 4 modules
var schemas = __webpack_require__(6309);
// EXTERNAL MODULE: ../node_modules/zod/v4/classic/iso.js
var iso = __webpack_require__(9435);
// EXTERNAL MODULE: ./precheck/model.js
var model = __webpack_require__(7956);
// EXTERNAL MODULE: ./precheck/verdict.js
var verdict = __webpack_require__(9264);
;// CONCATENATED MODULE: ./report/schema.js



const schema_text = schemas/* string */.YjP().nullable();
const reasonCode = schemas/* enum */.k5n(model/* REASONS */.ez.map(([code]) => code));
const count = schemas/* int */.Whr().min(0);
const waiver = schemas/* strictObject */.rej({ reason: schemas/* string */.YjP(), owner: schemas/* string */.YjP(), expires: iso/* date */.p6() });
const listedWaiver = schemas/* strictObject */.rej({ item: schemas/* string */.YjP(), service: schema_text, task: schema_text, ...waiver.shape });
const ADVICE_SOURCES = ['service', 'catalogue', 'team'];
const missedWaiver = schemas/* strictObject */.rej({ ...listedWaiver.shape, why: schemas/* enum */.k5n(['changed', 'equal-names']) });
const step = schemas/* strictObject */.rej({
    text: schemas/* string */.YjP(),
    code: schema_text,
    lang: schema_text,
    changes: schemas/* boolean */.zMY(),
    tried: schemas/* boolean */.zMY(),
});
const place = schemas/* strictObject */.rej({ file: schemas/* string */.YjP(), line: schemas/* int */.Whr().min(1) });
const item = schemas/* strictObject */.rej({
    id: schemas/* string */.YjP(),
    title: schemas/* string */.YjP().min(1),
    group: schema_text,
    status: schemas/* enum */.k5n(model/* ITEM_STATUSES */.J4),
    rawStatus: schema_text,
    reason: schema_text,
    detail: schema_text,
    suggestion: schema_text,
    steps: schemas/* array */.YOg(step).readonly(),
    adviceFrom: schemas/* enum */.k5n(ADVICE_SOURCES).nullable(),
    doc: schema_text,
    subJobs: schemas/* array */.YOg(schemas/* strictObject */.rej({ id: schema_text, name: schema_text, status: schema_text })).readonly(),
    skippable: schemas/* boolean */.zMY().nullable(),
    skipConsequence: schema_text,
    blackObjects: schemas/* json */.Pq9(),
    since: schemas/* enum */.k5n(['new', 'still']).nullable(),
    fingerprint: schemas/* string */.YjP()
        .regex(/^[0-9a-f]{12}$/)
        .nullable(),
    waiver: waiver.nullable(),
});
const task = schemas/* strictObject */.rej({
    id: schemas/* string */.YjP(),
    label: schema_text,
    place: place.nullable(),
    precheckId: schema_text,
    progress: schemas/* number */.aig().min(0).max(100).nullable(),
    outcome: schemas/* enum */.k5n(model/* DECISIONS */.Yv),
    reasonCode,
    partial: schemas/* boolean */.zMY(),
    freshness: schemas/* enum */.k5n(['new', 'assumed', 'as-found']).nullable(),
    error: schemas/* strictObject */.rej({
        code: schema_text,
        message: schemas/* string */.YjP(),
        httpStatus: schemas/* int */.Whr().nullable(),
        requestId: schema_text,
        advice: schema_text,
    })
        .nullable(),
    items: schemas/* array */.YOg(item).readonly(),
});
const target = schemas/* strictObject */.rej({
    name: schemas/* string */.YjP(),
    service: schemas/* string */.YjP(),
    mode: schemas/* enum */.k5n(model/* GATE_MODES */.pQ),
    endpoint: schemas/* string */.YjP(),
    tasks: schemas/* array */.YOg(task).readonly(),
});
const run = schemas/* strictObject */.rej({
    ci: schemas/* enum */.k5n(['github', 'gitea', 'gitlab', 'jenkins']),
    repository: schemas/* string */.YjP(),
    sha: schema_text,
    runId: schemas/* string */.YjP(),
    runAttempt: schemas/* int */.Whr().min(1),
    job: schema_text,
    url: schema_text,
});
const baseline = schemas/* strictObject */.rej({
    finishedAt: iso/* datetime */.w$(),
    decision: schemas/* enum */.k5n(model/* DECISIONS */.Yv),
    new: count,
    fixed: count,
    still: count,
    notSeen: count,
    fixedItems: schemas/* array */.YOg(schemas/* strictObject */.rej({
        target: schemas/* string */.YjP(),
        task: schemas/* string */.YjP(),
        item: schemas/* string */.YjP(),
        title: schemas/* string */.YjP(),
        status: schemas/* enum */.k5n(model/* ITEM_STATUSES */.J4),
    }))
        .readonly(),
});
const reportSchema = schemas/* strictObject */.rej({
    schemaVersion: schemas/* literal */.euz(1),
    gate: schemas/* strictObject */.rej({
        name: schemas/* string */.YjP(),
        decision: schemas/* enum */.k5n(model/* DECISIONS */.Yv),
        reasonCode,
        enforced: schemas/* boolean */.zMY(),
        failOn: schemas/* enum */.k5n(verdict/* FAIL_ON */.d$),
        language: schemas/* enum */.k5n(model/* LANGUAGES */.Yj),
    }),
    startedAt: iso/* datetime */.w$(),
    finishedAt: iso/* datetime */.w$(),
    counts: schemas/* strictObject */.rej({
        total: count,
        passed: count,
        warning: count,
        failed: count,
        waived: count,
        unknown: count,
    }),
    requests: count,
    polls: count,
    problems: schemas/* array */.YOg(schemas/* string */.YjP()).readonly(),
    targets: schemas/* array */.YOg(target).readonly(),
    run: run.nullable(),
    baseline: baseline.nullable(),
    waivers: schemas/* strictObject */.rej({
        applied: count,
        expired: schemas/* array */.YOg(listedWaiver).readonly(),
        unused: schemas/* array */.YOg(listedWaiver).readonly(),
        missed: schemas/* array */.YOg(missedWaiver).readonly(),
    }),
});

// EXTERNAL MODULE: ./workspace-file.js
var workspace_file = __webpack_require__(8447);
;// CONCATENATED MODULE: ./command/report-argument.js





async function reportOf({ operands, problems }, more, { folder, say }) {
    const [name, ...surplus] = operands;
    const count = name === undefined || surplus.length > 0 ? [`one report.json, not ${operands.length}`] : [];
    const wrong = [...problems, ...more, ...count];
    if (name === undefined || wrong.length > 0)
        return refused(wrong, say);
    const file = external_node_path_.resolve(folder, name);
    const read = await (0,workspace_file/* readLocalFile */.MM)(file, baseline_file/* MAX_BASELINE_BYTES */.Z);
    if (read.kind !== 'found')
        return refused([`${file}: ${read.kind === 'absent' ? 'there is no such file' : read.why}`], say);
    const report = parsed(read.text);
    return report === null
        ? refused([`${file}: this is no report.json of this version`], say)
        : { file, report };
}
function refused(wrong, say) {
    for (const text of wrong)
        say((0,report_escape/* logText */.kc)(`precheck-gate: ${text}`));
    return null;
}
function parsed(text) {
    try {
        return reportSchema.safeParse(JSON.parse(text)).data ?? null;
    }
    catch {
        return null;
    }
}


/***/ }),

/***/ 6661:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  runWaive: () => (/* binding */ runWaive)
});

// EXTERNAL MODULE: ./plan/problems.js
var problems = __webpack_require__(5885);
// EXTERNAL MODULE: ./plan/waiver-file.js
var waiver_file = __webpack_require__(4040);
;// CONCATENATED MODULE: ./plan/waiver-text.js
async function waiverFileText(entries) {
    const { Document, Scalar } = await __webpack_require__.e(/* import() */ 637).then(__webpack_require__.t.bind(__webpack_require__, 6637, 19));
    const quoted = (text) => {
        const scalar = new Scalar(text);
        scalar.type = 'QUOTE_DOUBLE';
        return scalar;
    };
    const waivers = entries.map(({ fingerprint, ...rest }) => ({
        ...rest,
        ...(fingerprint === null ? {} : { fingerprint: quoted(fingerprint) }),
    }));
    return new Document({ version: 1, waivers }).toString({ lineWidth: 0 });
}

// EXTERNAL MODULE: ./report/escape.js
var report_escape = __webpack_require__(3277);
// EXTERNAL MODULE: ./report/findings.js + 1 modules
var findings = __webpack_require__(5794);
// EXTERNAL MODULE: ./command/report-argument.js + 1 modules
var report_argument = __webpack_require__(9630);
// EXTERNAL MODULE: ./command/world.js
var command_world = __webpack_require__(7163);
;// CONCATENATED MODULE: ./command/waive-command.js







const NOTE = ['owner', 'reason', 'expires'];
const NUMBER = /#\d+$/;
async function runWaive(given, world) {
    const value = (name) => given.values.get(name)?.trim() ?? '';
    const note = { owner: value('owner'), reason: value('reason'), expires: value('expires') };
    const named = await (0,report_argument/* reportOf */.E)(given, problemsOf(note), world);
    if (named === null)
        return command_world/* USAGE_EXIT_CODE */.J;
    const text = await waiverFileText(entriesOf(named.report, note));
    const read = await (0,waiver_file.parseWaiverFile)(text, 'waivers', named.report.targets.map(({ service }) => service));
    if ('problems' in read) {
        for (const problem of read.problems)
            world.say((0,report_escape/* logText */.kc)(`precheck-gate: ${problem}`));
        return command_world/* USAGE_EXIT_CODE */.J;
    }
    await world.print(text.trimEnd());
    return 0;
}
function problemsOf(note) {
    const missing = NOTE.filter(name => note[name] === '').map(name => (0,problems/* problemText */.fI)(`--${name}`, 'is missing', null));
    const wrongDay = note.expires !== '' && !(0,waiver_file/* isDay */.N)(note.expires);
    return wrongDay ? [...missing, (0,problems/* problemText */.fI)('--expires', 'is no day', 'a real date as YYYY-MM-DD')] : missing;
}
function nameOf(id, { items }) {
    const name = id.replace(NUMBER, '');
    return items.some(item => item.id === name) ? name : id;
}
function entriesOf(report, note) {
    const entries = (0,findings/* findingsOf */.WX)(report).map(({ target, task, item }) => ({
        item: nameOf(item.id, task),
        status: (0,findings/* severityOf */.xJ)(item) ?? 'warning',
        service: target.service,
        task: task.id,
        fingerprint: item.fingerprint,
        ...note,
    }));
    return [...new Map(entries.map(entry => [JSON.stringify(entry), entry])).values()];
}


/***/ }),

/***/ 4040:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   N: () => (/* binding */ isDay),
/* harmony export */   parseWaiverFile: () => (/* binding */ parseWaiverFile)
/* harmony export */ });
/* unused harmony export waiverJsonSchema */
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6309);
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(9435);
/* harmony import */ var _precheck_waivers_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(492);
/* harmony import */ var _document_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6673);



async function parseWaiverFile(text, file, services) {
    const result = await (0,_document_js__WEBPACK_IMPORTED_MODULE_1__.parseDocument)(text, { file, schema: fileSchema(services) });
    return 'problems' in result ? result : { waivers: result.value.waivers.map(toWaiver) };
}
function waiverJsonSchema(services) {
    return z.toJSONSchema(fileSchema(services), { io: 'input' });
}
const fingerprint = zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP()
    .regex(/^[0-9a-f]{12}$/)
    .describe('12 hexadecimal digits in quotes');
const day = zod__WEBPACK_IMPORTED_MODULE_3__/* .date */ .p6();
function isDay(text) {
    return day.safeParse(text).success;
}
const words = zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP().regex(/\S/);
const seen = zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP().regex(/^ *(?:[^\p{C}\p{Default_Ignorable_Code_Point}\p{Z}] *)+$/u);
function fileSchema(services) {
    const entry = zod__WEBPACK_IMPORTED_MODULE_2__/* .strictObject */ .rej({
        item: seen.describe('not blank: the id of a check item, * is any text, ? is one character'),
        status: zod__WEBPACK_IMPORTED_MODULE_2__/* ["enum"] */ .k5n(_precheck_waivers_js__WEBPACK_IMPORTED_MODULE_0__/* .WAIVER_STATUSES */ .aq).default('warning').describe('the findings it covers'),
        'failed-reason': words.optional().describe('not blank: it holds only for this reason of the finding'),
        service: zod__WEBPACK_IMPORTED_MODULE_2__/* ["enum"] */ .k5n(services).optional().describe('it holds only for this service'),
        task: seen.optional().describe('not blank: it holds only for this task, id or pattern like item'),
        fingerprint: zod__WEBPACK_IMPORTED_MODULE_2__/* .union */ .KCZ([fingerprint, zod__WEBPACK_IMPORTED_MODULE_2__/* .array */ .YOg(fingerprint).min(1)])
            .optional()
            .describe('it holds only while the finding is word for word one of those accepted'),
        reason: words.describe('not blank: why the finding is accepted'),
        owner: words.describe('not blank: who accepts it'),
        expires: day.describe('the last day on which it holds, in UTC: a real date as YYYY-MM-DD'),
    });
    return zod__WEBPACK_IMPORTED_MODULE_2__/* .strictObject */ .rej({
        version: zod__WEBPACK_IMPORTED_MODULE_2__/* .literal */ .euz(1),
        waivers: zod__WEBPACK_IMPORTED_MODULE_2__/* .array */ .YOg(entry).superRefine(refuseTwins(entry), _document_js__WEBPACK_IMPORTED_MODULE_1__.IN_ANY_LIST).meta({ uniqueItems: true }),
    })
        .meta({ title: 'Waivers of the Migration Precheck Gate' });
}
function refuseTwins(entry) {
    return (entries, context) => {
        const texts = entries.map(one => JSON.stringify(entry.safeParse(one).data));
        const firsts = new Map(texts.map((text, index) => [text, index]).toReversed());
        for (const [index, text] of texts.entries()) {
            const first = firsts.get(text);
            if (text === undefined || first === index)
                continue;
            const message = `waivers[${index}] is the same as waivers[${first}]; allowed: each waiver once`;
            context.addIssue({ code: 'custom', path: [index], message });
        }
    };
}
function toWaiver(entry) {
    return {
        item: entry.item,
        status: entry.status,
        failedReason: entry['failed-reason'] ?? null,
        service: entry.service ?? null,
        task: entry.task ?? null,
        fingerprints: entry.fingerprint === undefined ? null : [entry.fingerprint].flat(),
        reason: entry.reason,
        owner: entry.owner,
        expires: entry.expires,
    };
}


/***/ }),

/***/ 9435:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   p6: () => (/* binding */ date),
/* harmony export */   w$: () => (/* binding */ datetime)
/* harmony export */ });
/* unused harmony exports time, duration */
/* harmony import */ var _core_index_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8729);
/* harmony import */ var _schemas_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6309);



function datetime(params) {
    return _core_index_js__WEBPACK_IMPORTED_MODULE_0__/* ._isoDateTime */ .G1(_schemas_js__WEBPACK_IMPORTED_MODULE_1__/* .ZodISODateTime */ .You, params);
}
function date(params) {
    return _core_index_js__WEBPACK_IMPORTED_MODULE_0__/* ._isoDate */ .db(_schemas_js__WEBPACK_IMPORTED_MODULE_1__/* .ZodISODate */ .Brp, params);
}
function time(params) {
    return core._isoTime(ZodISOTime, params);
}
function duration(params) {
    return core._isoDuration(ZodISODuration, params);
}


/***/ })

};
