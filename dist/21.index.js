export const id = 21;
export const ids = [21];
export const modules = {

/***/ 8021:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   fileAtRef: () => (/* binding */ fileAtRef),
/* harmony export */   protectionOf: () => (/* binding */ protectionOf)
/* harmony export */ });
/* unused harmony export MAX_FILE_BYTES */
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6760);
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6309);
/* harmony import */ var _utf8_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7314);
/* harmony import */ var _permission_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(6530);
/* harmony import */ var _text_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(2782);





const MAX_FILE_BYTES = 4 * 1024 * 1024;
const MAX_NAME_UNITS = 200;
const entrySchema = zod__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({ type: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(), path: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(), sha: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP() });
const folderSchema = zod__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(entrySchema);
const fileSchema = entrySchema.extend({
    type: zod__WEBPACK_IMPORTED_MODULE_1__/* .literal */ .euz('file'),
    encoding: zod__WEBPACK_IMPORTED_MODULE_1__/* .literal */ .euz('base64'),
    content: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(),
});
async function fileAtRef(port, file) {
    const named = `${short(file.path)} at ${short(file.ref)} of ${file.owner}/${file.repo}`;
    const unavailable = (why) => ({
        kind: 'unavailable',
        why: `Could not read ${named}: ${why}`,
    });
    const path = insideRepository(file.path);
    if (path === null)
        return unavailable('the path must name a file inside the repository, from its root.');
    if (!isPossibleRef(file.ref))
        return unavailable('this is not the name of a branch, tag or commit.');
    const answer = await port.contents({ ...file, path });
    if (answer.ok) {
        const content = contentOf(answer.value);
        if ('wrong' in content)
            return { kind: 'refused', why: `${named}: ${content.wrong}` };
        return 'text' in content ? { kind: 'found', text: content.text } : unavailable(content.why);
    }
    if (answer.fault.kind !== 'missing')
        return unavailable(withAdvice(answer.fault));
    const commit = await port.commit(file);
    if (commit.ok)
        return { kind: 'absent' };
    const { kind } = commit.fault;
    if (kind === 'missing' || kind === 'rejected')
        return unavailable(`no commit was found for this ref (${commit.fault.what}). Check the ref.`);
    return unavailable(withAdvice(commit.fault));
}
function insideRepository(path) {
    if (path === '' || !path.isWellFormed() || path.startsWith('/') || path.endsWith('/'))
        return null;
    const plain = node_path__WEBPACK_IMPORTED_MODULE_0__.posix.normalize(path);
    return plain === '.' || plain === '..' || plain.startsWith('../') ? null : plain;
}
function isPossibleRef(ref) {
    return ref !== '' && ref !== '.' && !ref.includes('..') && ref.isWellFormed() && !/\p{Cc}/u.test(ref);
}
function contentOf(answer) {
    const { mediaType, bytes } = answer;
    if (bytes.byteLength > MAX_FILE_BYTES)
        return { why: `the file has ${bytes.byteLength} bytes, over the limit of ${MAX_FILE_BYTES}.` };
    if (mediaType === 'text/html')
        return { why: 'a web page came back instead of the file. Check GITHUB_API_URL and the proxy.' };
    const read = (0,_utf8_js__WEBPACK_IMPORTED_MODULE_2__/* .utf8Text */ .H)(bytes);
    return 'text' in read && mediaType === 'application/json' ? fromDescription(read.text) : read;
}
function fromDescription(text) {
    const json = parsed(text);
    const entry = entrySchema.safeParse(json);
    if (folderSchema.safeParse(json).success || entry.data?.type === 'dir')
        return { why: 'this is a folder, not a file.' };
    if (!entry.success)
        return { text };
    if (entry.data.type === 'submodule')
        return { why: 'this is a submodule, not a file.' };
    const file = fileSchema.safeParse(json);
    if (!file.success)
        return { why: `the server sent a description of a ${short(entry.data.type)}, no content.` };
    return (0,_utf8_js__WEBPACK_IMPORTED_MODULE_2__/* .utf8Text */ .H)(Buffer.from(file.data.content, 'base64'));
}
function parsed(text) {
    try {
        return JSON.parse(text);
    }
    catch {
        return null;
    }
}
async function protectionOf(port, branch) {
    const answer = await port.isProtected(branch);
    if (answer.ok)
        return { kind: answer.value ? 'protected' : 'unprotected' };
    if (answer.fault.kind === 'missing')
        return { kind: 'unprotected' };
    const named = `${short(branch.branch)} of ${branch.owner}/${branch.repo}`;
    return {
        kind: 'unavailable',
        why: `Could not read whether the branch ${named} is protected: ${withAdvice(answer.fault)}`,
    };
}
function withAdvice(fault) {
    switch (fault.kind) {
        case 'denied':
            return `${fault.what}. ${(0,_permission_js__WEBPACK_IMPORTED_MODULE_3__/* .permissionAdvice */ .E)('contents: read', { isFork: false, isDependabot: false })}`;
        case 'bad-token':
            return `${fault.what}. Check the github-token input.`;
        case 'missing':
        case 'rejected':
        case 'unavailable':
        case 'cancelled':
            return `${fault.what}. Run the job again when GitHub answers.`;
    }
}
function short(text) {
    return (0,_text_js__WEBPACK_IMPORTED_MODULE_4__/* .cut */ .J)((0,_text_js__WEBPACK_IMPORTED_MODULE_4__/* .oneLine */ .T)(text), MAX_NAME_UNITS);
}


/***/ })

};
