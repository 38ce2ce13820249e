export const id = 40;
export const ids = [40];
export const modules = {

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
