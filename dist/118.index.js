export const id = 118;
export const ids = [118];
export const modules = {

/***/ 8118:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  parseWaiverFile: () => (/* binding */ parseWaiverFile)
});

// UNUSED EXPORTS: waiverJsonSchema

// EXTERNAL MODULE: ../node_modules/zod/v4/classic/schemas.js + 4 modules
var schemas = __webpack_require__(6309);
// EXTERNAL MODULE: ../node_modules/zod/v4/core/api.js
var api = __webpack_require__(8729);
;// CONCATENATED MODULE: ../node_modules/zod/v4/classic/iso.js



function datetime(params) {
    return core._isoDateTime(ZodISODateTime, params);
}
function date(params) {
    return api/* _isoDate */.db(schemas/* ZodISODate */.Brp, params);
}
function time(params) {
    return core._isoTime(ZodISOTime, params);
}
function duration(params) {
    return core._isoDuration(ZodISODuration, params);
}

// EXTERNAL MODULE: ./precheck/waivers.js
var waivers = __webpack_require__(492);
// EXTERNAL MODULE: ./plan/document.js + 2 modules
var plan_document = __webpack_require__(6673);
;// CONCATENATED MODULE: ./plan/waiver-file.js



async function parseWaiverFile(text, file, services) {
    const result = await (0,plan_document.parseDocument)(text, { file, schema: fileSchema(services) });
    return 'problems' in result ? result : { waivers: result.value.waivers.map(toWaiver) };
}
function waiverJsonSchema(services) {
    return z.toJSONSchema(fileSchema(services), { io: 'input' });
}
const words = schemas/* string */.YjP().regex(/\S/);
function fileSchema(services) {
    const entry = schemas/* strictObject */.rej({
        item: words.describe('not blank: the id of a check item, * is any text, ? is one character'),
        status: schemas/* enum */.k5n(waivers/* WAIVER_STATUSES */.aq).default('warning').describe('the findings it covers'),
        'failed-reason': words.optional().describe('not blank: it holds only for this reason of the finding'),
        service: schemas/* enum */.k5n(services).optional().describe('it holds only for this service'),
        task: words.optional().describe('not blank: it holds only for this task, id or pattern like item'),
        reason: words.describe('not blank: why the finding is accepted'),
        owner: words.describe('not blank: who accepts it'),
        expires: date().describe('the last day on which it holds, in UTC: a real date as YYYY-MM-DD'),
    });
    return schemas/* strictObject */.rej({
        version: schemas/* literal */.euz(1),
        waivers: schemas/* array */.YOg(entry).superRefine(refuseTwins(entry), plan_document.IN_ANY_LIST).meta({ uniqueItems: true }),
    })
        .meta({ title: 'Waivers of the Migration Precheck Gate' });
}
function refuseTwins(entry) {
    return (entries, context) => {
        const texts = entries.map(one => JSON.stringify(entry.safeParse(one).data));
        for (const [index, text] of texts.entries()) {
            const first = texts.indexOf(text);
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
        reason: entry.reason,
        owner: entry.owner,
        expires: entry.expires,
    };
}


/***/ })

};
