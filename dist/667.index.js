export const id = 667;
export const ids = [667,565];
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

/***/ 3667:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   runRender: () => (/* binding */ runRender)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6760);
/* harmony import */ var _catalogue_catalogue_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2591);
/* harmony import */ var _report_escape_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3277);
/* harmony import */ var _report_explain_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(5327);
/* harmony import */ var _report_summary_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(6070);
/* harmony import */ var _report_files_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(4447);
/* harmony import */ var _thrown_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(4471);
/* harmony import */ var _report_argument_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(9630);
/* harmony import */ var _world_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(7163);









async function runRender(given, world) {
    const named = await (0,_report_argument_js__WEBPACK_IMPORTED_MODULE_5__/* .reportOf */ .E)(given, [], world);
    if (named === null)
        return _world_js__WEBPACK_IMPORTED_MODULE_6__/* .USAGE_EXIT_CODE */ .J;
    const { file, report } = named;
    const asked = given.values.get('report-dir') ?? '';
    const folder = asked === '' ? node_path__WEBPACK_IMPORTED_MODULE_0__.dirname(file) : node_path__WEBPACK_IMPORTED_MODULE_0__.resolve(world.folder, asked);
    const page = (0,_report_files_js__WEBPACK_IMPORTED_MODULE_4__/* .pathOf */ .XM)('report-html', folder);
    const explain = (0,_report_explain_js__WEBPACK_IMPORTED_MODULE_7__/* .explainReport */ .O)((0,_catalogue_catalogue_js__WEBPACK_IMPORTED_MODULE_1__/* .catalogueIn */ .Lz)(report.gate.language));
    const options = { mode: 'full', notices: [], reportPath: file, htmlPath: page, explain };
    try {
        for (const output of ['report-html', 'report-junit'])
            await written((0,_report_files_js__WEBPACK_IMPORTED_MODULE_4__/* .pathOf */ .XM)(output, folder), await (0,_report_files_js__WEBPACK_IMPORTED_MODULE_4__/* .renderFile */ .VB)(output, report), world);
        await written(node_path__WEBPACK_IMPORTED_MODULE_0__.join(folder, _world_js__WEBPACK_IMPORTED_MODULE_6__/* .SUMMARY */ .$), [(0,_report_summary_js__WEBPACK_IMPORTED_MODULE_3__/* .renderSummary */ .Br)(report, options)], world);
        return 0;
    }
    catch (error) {
        world.say((0,_report_escape_js__WEBPACK_IMPORTED_MODULE_2__/* .logText */ .kc)(`precheck-gate: ${(0,_thrown_js__WEBPACK_IMPORTED_MODULE_8__/* .errorOf */ .M)(error).message}`));
        return _world_js__WEBPACK_IMPORTED_MODULE_6__/* .USAGE_EXIT_CODE */ .J;
    }
}
async function written(file, texts, { cancelled, say }) {
    await (0,_report_files_js__WEBPACK_IMPORTED_MODULE_4__/* .writeWhole */ .f8)(file, texts, (0,_report_files_js__WEBPACK_IMPORTED_MODULE_4__/* .unlessAborted */ .Wh)(cancelled));
    say((0,_report_escape_js__WEBPACK_IMPORTED_MODULE_2__/* .logText */ .kc)(`Wrote ${file}`));
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
