export const id = 268;
export const ids = [268];
export const modules = {

/***/ 3268:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   parseTeamCatalogue: () => (/* binding */ parseTeamCatalogue)
/* harmony export */ });
/* unused harmony export teamCatalogueJsonSchema */
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6309);
/* harmony import */ var _document_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6673);


async function parseTeamCatalogue(text, file) {
    const result = await (0,_document_js__WEBPACK_IMPORTED_MODULE_0__.parseDocument)(text, { file, schema: fileSchema });
    if ('problems' in result)
        return result;
    const entries = Object.entries(result.value.items).map(([id, { steps, doc }]) => [id, { steps: steps.map(toStep), doc: doc ?? null }]);
    return { catalogue: new Map(entries) };
}
function teamCatalogueJsonSchema() {
    return z.toJSONSchema(fileSchema, { io: 'input' });
}
const words = zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP().regex(/\S/);
const step = zod__WEBPACK_IMPORTED_MODULE_1__/* .strictObject */ .rej({
    text: words.describe('not blank: one thing to do'),
    code: words.optional().describe('not blank: the command, which can be copied'),
    lang: words.optional().describe('not blank: the client or the file that takes the command, such as mysql'),
});
const item = zod__WEBPACK_IMPORTED_MODULE_1__/* .strictObject */ .rej({
    steps: zod__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(step).min(1).describe('at least one step; they take the place of any other advice'),
    doc: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP()
        .regex(/^https:\/\/\S+$/)
        .optional()
        .describe('an address that begins with https://, in place of the link to the documentation'),
});
const fileSchema = zod__WEBPACK_IMPORTED_MODULE_1__/* .strictObject */ .rej({
    version: zod__WEBPACK_IMPORTED_MODULE_1__/* .literal */ .euz(1),
    items: zod__WEBPACK_IMPORTED_MODULE_1__/* .record */ .g1P(words, item).describe('by the id of the check item, as in the report'),
})
    .meta({ title: 'Advice of a team for the Migration Precheck Gate' });
function toStep({ text, code, lang }) {
    return { text, code: code ?? null, lang: lang ?? null, changes: false, tried: false };
}


/***/ })

};
