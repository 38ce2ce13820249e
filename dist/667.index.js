export const id = 667;
export const ids = [667,565];
export const modules = {

/***/ 3565:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Z: () => (/* binding */ MAX_BASELINE_BYTES),
/* harmony export */   readBaseline: () => (/* binding */ readBaseline)
/* harmony export */ });
/* harmony import */ var _precheck_sentence_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5540);
/* harmony import */ var _thrown_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4471);


const MAX_BASELINE_BYTES = 64 * 1024 * 1024;
async function readBaseline(file, { readWorkspace }, warn) {
    try {
        const read = await readWorkspace(file, MAX_BASELINE_BYTES);
        if (read.kind === 'absent')
            return unusable(file, ABSENT, warn);
        if (read.kind === 'refused')
            return unusable(file, read.why, warn);
        const { parseEarlierReport } = await __webpack_require__.e(/* import() */ 91).then(__webpack_require__.bind(__webpack_require__, 1091));
        return parseEarlierReport(read.text);
    }
    catch (error) {
        return unusable(file, (0,_thrown_js__WEBPACK_IMPORTED_MODULE_1__/* .errorOf */ .M)(error).message, warn);
    }
}
const ABSENT = (0,_precheck_sentence_js__WEBPACK_IMPORTED_MODULE_0__/* .told */ .Ev)('it does not exist in the workspace (on a first run there is none)', '工作区中没有该文件（首次运行时还没有）');
function unusable(file, why, warn) {
    warn((0,_precheck_sentence_js__WEBPACK_IMPORTED_MODULE_0__/* .inEach */ .B1)(in_ => (0,_precheck_sentence_js__WEBPACK_IMPORTED_MODULE_0__/* .told */ .Ev)(`baseline: ${file} cannot be used: ${in_(why)}. This report does not say what has changed.`, `baseline：无法使用 ${file}：${in_(why)}。本报告不说明有哪些变化。`)));
    return null;
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
/* harmony import */ var _plan_waiver_text_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(6665);
/* harmony import */ var _report_escape_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3277);
/* harmony import */ var _report_explain_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(5327);
/* harmony import */ var _report_summary_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(2036);
/* harmony import */ var _report_files_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(5357);
/* harmony import */ var _thrown_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(4471);
/* harmony import */ var _report_argument_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(6657);
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
    const made = { explain, waiverText: await (0,_plan_waiver_text_js__WEBPACK_IMPORTED_MODULE_8__/* .waiverFileWriter */ .S)() };
    const options = { mode: 'full', notices: [], reportPath: file, htmlPath: page, ...made };
    try {
        for (const output of ['report-html', 'report-junit'])
            await written((0,_report_files_js__WEBPACK_IMPORTED_MODULE_4__/* .pathOf */ .XM)(output, folder), await (0,_report_files_js__WEBPACK_IMPORTED_MODULE_4__/* .renderFile */ .VB)(output, report), world);
        await written(node_path__WEBPACK_IMPORTED_MODULE_0__.join(folder, _world_js__WEBPACK_IMPORTED_MODULE_6__/* .SUMMARY */ .$), [(0,_report_summary_js__WEBPACK_IMPORTED_MODULE_3__/* .renderSummary */ .Br)(report, options)], world);
        return 0;
    }
    catch (error) {
        world.say((0,_report_escape_js__WEBPACK_IMPORTED_MODULE_2__/* .logText */ .kc)(`precheck-gate: ${(0,_thrown_js__WEBPACK_IMPORTED_MODULE_9__/* .errorOf */ .M)(error).message}`));
        return _world_js__WEBPACK_IMPORTED_MODULE_6__/* .USAGE_EXIT_CODE */ .J;
    }
}
async function written(file, texts, { cancelled, say }) {
    await (0,_report_files_js__WEBPACK_IMPORTED_MODULE_4__/* .writeWhole */ .f8)(file, texts, (0,_report_files_js__WEBPACK_IMPORTED_MODULE_4__/* .unlessAborted */ .Wh)(cancelled));
    say((0,_report_escape_js__WEBPACK_IMPORTED_MODULE_2__/* .logText */ .kc)(`Wrote ${file}`));
}


/***/ }),

/***/ 6657:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   E: () => (/* binding */ reportOf)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6760);
/* harmony import */ var _baseline_file_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3565);
/* harmony import */ var _report_escape_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3277);
/* harmony import */ var _report_schema_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(973);
/* harmony import */ var _workspace_file_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(8447);





async function reportOf({ operands, problems }, more, { folder, say }) {
    const [name, ...surplus] = operands;
    const count = name === undefined || surplus.length > 0 ? [`one report.json, not ${operands.length}`] : [];
    const wrong = [...problems, ...more, ...count];
    if (name === undefined || wrong.length > 0)
        return refused(wrong, say);
    const file = node_path__WEBPACK_IMPORTED_MODULE_0__.resolve(folder, name);
    const read = await (0,_workspace_file_js__WEBPACK_IMPORTED_MODULE_4__/* .readLocalFile */ .MM)(file, _baseline_file_js__WEBPACK_IMPORTED_MODULE_1__/* .MAX_BASELINE_BYTES */ .Z);
    if (read.kind !== 'found')
        return refused([`${file}: ${read.kind === 'absent' ? 'there is no such file' : read.why}`], say);
    const report = parsed(read.text);
    return report === null
        ? refused([`${file}: this is no report.json of this version`], say)
        : { file, report };
}
function refused(wrong, say) {
    for (const text of wrong)
        say((0,_report_escape_js__WEBPACK_IMPORTED_MODULE_2__/* .logText */ .kc)(`precheck-gate: ${text}`));
    return null;
}
function parsed(text) {
    try {
        return _report_schema_js__WEBPACK_IMPORTED_MODULE_3__/* .reportSchema */ .Q.safeParse(JSON.parse(text)).data ?? null;
    }
    catch {
        return null;
    }
}


/***/ }),

/***/ 973:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Q: () => (/* binding */ reportSchema)
/* harmony export */ });
/* unused harmony export ADVICE_SOURCES */
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6309);
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9435);
/* harmony import */ var _precheck_model_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7956);
/* harmony import */ var _precheck_verdict_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(9264);



const text = zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP().nullable();
const reasonCode = zod__WEBPACK_IMPORTED_MODULE_1__/* ["enum"] */ .k5n(_precheck_model_js__WEBPACK_IMPORTED_MODULE_0__/* .REASONS */ .ez.map(([code]) => code));
const count = zod__WEBPACK_IMPORTED_MODULE_1__/* .int */ .Whr().min(0);
const waiver = zod__WEBPACK_IMPORTED_MODULE_1__/* .strictObject */ .rej({ reason: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(), owner: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(), expires: zod__WEBPACK_IMPORTED_MODULE_2__/* .date */ .p6() });
const listedWaiver = zod__WEBPACK_IMPORTED_MODULE_1__/* .strictObject */ .rej({ item: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(), service: text, task: text, ...waiver.shape });
const ADVICE_SOURCES = ['service', 'catalogue', 'team'];
const missedWaiver = zod__WEBPACK_IMPORTED_MODULE_1__/* .strictObject */ .rej({ ...listedWaiver.shape, why: zod__WEBPACK_IMPORTED_MODULE_1__/* ["enum"] */ .k5n(['changed', 'equal-names']) });
const step = zod__WEBPACK_IMPORTED_MODULE_1__/* .strictObject */ .rej({
    text: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(),
    code: text,
    lang: text,
    changes: zod__WEBPACK_IMPORTED_MODULE_1__/* .boolean */ .zMY(),
    tried: zod__WEBPACK_IMPORTED_MODULE_1__/* .boolean */ .zMY(),
});
const place = zod__WEBPACK_IMPORTED_MODULE_1__/* .strictObject */ .rej({ file: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(), line: zod__WEBPACK_IMPORTED_MODULE_1__/* .int */ .Whr().min(1) });
const item = zod__WEBPACK_IMPORTED_MODULE_1__/* .strictObject */ .rej({
    id: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(),
    title: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP().min(1),
    group: text,
    status: zod__WEBPACK_IMPORTED_MODULE_1__/* ["enum"] */ .k5n(_precheck_model_js__WEBPACK_IMPORTED_MODULE_0__/* .ITEM_STATUSES */ .J4),
    rawStatus: text,
    reason: text,
    detail: text,
    suggestion: text,
    steps: zod__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(step).readonly(),
    adviceFrom: zod__WEBPACK_IMPORTED_MODULE_1__/* ["enum"] */ .k5n(ADVICE_SOURCES).nullable(),
    doc: text,
    subJobs: zod__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_1__/* .strictObject */ .rej({ id: text, name: text, status: text })).readonly(),
    skippable: zod__WEBPACK_IMPORTED_MODULE_1__/* .boolean */ .zMY().nullable(),
    skipConsequence: text,
    blackObjects: zod__WEBPACK_IMPORTED_MODULE_1__/* .json */ .Pq9(),
    since: zod__WEBPACK_IMPORTED_MODULE_1__/* ["enum"] */ .k5n(['new', 'still']).nullable(),
    fingerprint: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP()
        .regex(/^[0-9a-f]{12}$/)
        .nullable(),
    waiver: waiver.nullable(),
});
const task = zod__WEBPACK_IMPORTED_MODULE_1__/* .strictObject */ .rej({
    id: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(),
    label: text,
    place: place.nullable(),
    precheckId: text,
    progress: zod__WEBPACK_IMPORTED_MODULE_1__/* .number */ .aig().min(0).max(100).nullable(),
    outcome: zod__WEBPACK_IMPORTED_MODULE_1__/* ["enum"] */ .k5n(_precheck_model_js__WEBPACK_IMPORTED_MODULE_0__/* .DECISIONS */ .Yv),
    reasonCode,
    partial: zod__WEBPACK_IMPORTED_MODULE_1__/* .boolean */ .zMY(),
    freshness: zod__WEBPACK_IMPORTED_MODULE_1__/* ["enum"] */ .k5n(['new', 'assumed', 'as-found']).nullable(),
    error: zod__WEBPACK_IMPORTED_MODULE_1__/* .strictObject */ .rej({
        code: text,
        message: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(),
        httpStatus: zod__WEBPACK_IMPORTED_MODULE_1__/* .int */ .Whr().nullable(),
        requestId: text,
        advice: text,
    })
        .nullable(),
    items: zod__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(item).readonly(),
});
const target = zod__WEBPACK_IMPORTED_MODULE_1__/* .strictObject */ .rej({
    name: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(),
    service: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(),
    mode: zod__WEBPACK_IMPORTED_MODULE_1__/* ["enum"] */ .k5n(_precheck_model_js__WEBPACK_IMPORTED_MODULE_0__/* .GATE_MODES */ .pQ),
    endpoint: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(),
    tasks: zod__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(task).readonly(),
});
const run = zod__WEBPACK_IMPORTED_MODULE_1__/* .strictObject */ .rej({
    ci: zod__WEBPACK_IMPORTED_MODULE_1__/* ["enum"] */ .k5n(['github', 'gitea', 'gitlab', 'jenkins']),
    repository: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(),
    sha: text,
    runId: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(),
    runAttempt: zod__WEBPACK_IMPORTED_MODULE_1__/* .int */ .Whr().min(1),
    job: text,
    url: text,
});
const baseline = zod__WEBPACK_IMPORTED_MODULE_1__/* .strictObject */ .rej({
    finishedAt: zod__WEBPACK_IMPORTED_MODULE_2__/* .datetime */ .w$(),
    decision: zod__WEBPACK_IMPORTED_MODULE_1__/* ["enum"] */ .k5n(_precheck_model_js__WEBPACK_IMPORTED_MODULE_0__/* .DECISIONS */ .Yv),
    new: count,
    fixed: count,
    still: count,
    notSeen: count,
    fixedItems: zod__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_1__/* .strictObject */ .rej({
        target: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(),
        task: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(),
        item: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(),
        title: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(),
        status: zod__WEBPACK_IMPORTED_MODULE_1__/* ["enum"] */ .k5n(_precheck_model_js__WEBPACK_IMPORTED_MODULE_0__/* .ITEM_STATUSES */ .J4),
    }))
        .readonly(),
});
const reportSchema = zod__WEBPACK_IMPORTED_MODULE_1__/* .strictObject */ .rej({
    schemaVersion: zod__WEBPACK_IMPORTED_MODULE_1__/* .literal */ .euz(1),
    gate: zod__WEBPACK_IMPORTED_MODULE_1__/* .strictObject */ .rej({
        name: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(),
        decision: zod__WEBPACK_IMPORTED_MODULE_1__/* ["enum"] */ .k5n(_precheck_model_js__WEBPACK_IMPORTED_MODULE_0__/* .DECISIONS */ .Yv),
        reasonCode,
        enforced: zod__WEBPACK_IMPORTED_MODULE_1__/* .boolean */ .zMY(),
        failOn: zod__WEBPACK_IMPORTED_MODULE_1__/* ["enum"] */ .k5n(_precheck_verdict_js__WEBPACK_IMPORTED_MODULE_3__/* .FAIL_ON */ .d$),
        language: zod__WEBPACK_IMPORTED_MODULE_1__/* ["enum"] */ .k5n(_precheck_model_js__WEBPACK_IMPORTED_MODULE_0__/* .LANGUAGES */ .Yj),
    }),
    startedAt: zod__WEBPACK_IMPORTED_MODULE_2__/* .datetime */ .w$(),
    finishedAt: zod__WEBPACK_IMPORTED_MODULE_2__/* .datetime */ .w$(),
    counts: zod__WEBPACK_IMPORTED_MODULE_1__/* .strictObject */ .rej({
        total: count,
        passed: count,
        warning: count,
        failed: count,
        waived: count,
        unknown: count,
    }),
    requests: count,
    polls: count,
    problems: zod__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP()).readonly(),
    targets: zod__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(target).readonly(),
    run: run.nullable(),
    baseline: baseline.nullable(),
    waivers: zod__WEBPACK_IMPORTED_MODULE_1__/* .strictObject */ .rej({
        applied: count,
        expired: zod__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(listedWaiver).readonly(),
        unused: zod__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(listedWaiver).readonly(),
        missed: zod__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(missedWaiver).readonly(),
    }),
});


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
