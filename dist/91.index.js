export const id = 91;
export const ids = [91];
export const modules = {

/***/ 1091:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   parseEarlierReport: () => (/* binding */ parseEarlierReport)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6309);
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(9435);
/* harmony import */ var _precheck_fingerprint_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9949);
/* harmony import */ var _precheck_model_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7956);



const item = zod__WEBPACK_IMPORTED_MODULE_2__/* .object */ .Ikc({
    id: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(),
    title: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(),
    status: zod__WEBPACK_IMPORTED_MODULE_2__/* ["enum"] */ .k5n(_precheck_model_js__WEBPACK_IMPORTED_MODULE_1__/* .ITEM_STATUSES */ .J4),
    reason: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP().nullable(),
});
const task = zod__WEBPACK_IMPORTED_MODULE_2__/* .object */ .Ikc({ id: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(), items: zod__WEBPACK_IMPORTED_MODULE_2__/* .array */ .YOg(item) });
const target = zod__WEBPACK_IMPORTED_MODULE_2__/* .object */ .Ikc({ name: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(), service: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(), tasks: zod__WEBPACK_IMPORTED_MODULE_2__/* .array */ .YOg(task) });
const versioned = zod__WEBPACK_IMPORTED_MODULE_2__/* .object */ .Ikc({ schemaVersion: zod__WEBPACK_IMPORTED_MODULE_2__/* .unknown */ .L5J() });
const earlierSchema = zod__WEBPACK_IMPORTED_MODULE_2__/* .object */ .Ikc({
    finishedAt: zod__WEBPACK_IMPORTED_MODULE_3__/* .datetime */ .w$(),
    gate: zod__WEBPACK_IMPORTED_MODULE_2__/* .object */ .Ikc({ decision: zod__WEBPACK_IMPORTED_MODULE_2__/* ["enum"] */ .k5n(_precheck_model_js__WEBPACK_IMPORTED_MODULE_1__/* .DECISIONS */ .Yv) }),
    targets: zod__WEBPACK_IMPORTED_MODULE_2__/* .array */ .YOg(target),
});
const KNOWN_VERSION = 1;
function parseEarlierReport(text) {
    const content = parsedJson(text);
    const version = versioned.safeParse(content);
    if (!version.success || version.data.schemaVersion === undefined)
        throw new Error('it is no report.json of this gate');
    if (version.data.schemaVersion !== KNOWN_VERSION)
        throw new Error(`its schemaVersion is not ${KNOWN_VERSION}, the only one that this version of the gate knows`);
    const { data } = earlierSchema.safeParse(content);
    if (data === undefined)
        throw new Error('it does not have the shape of a report.json');
    const findings = data.targets.flatMap(({ name, service, tasks }) => tasks.flatMap(one => one.items
        .filter(({ status }) => (0,_precheck_fingerprint_js__WEBPACK_IMPORTED_MODULE_0__/* .isFinding */ .q)(status))
        .map(({ id, ...rest }) => ({ target: name, service, task: one.id, item: id, ...rest }))));
    return { finishedAt: data.finishedAt, decision: data.gate.decision, findings };
}
function parsedJson(text) {
    try {
        return JSON.parse(text.replace(/^\uFEFF/, ''));
    }
    catch {
        throw new Error('it is not JSON');
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
