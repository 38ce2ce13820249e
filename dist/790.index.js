export const id = 790;
export const ids = [790];
export const modules = {

/***/ 790:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   fileAtRef: () => (/* binding */ fileAtRef)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);
/* harmony import */ var _utf8_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7314);


const MAX_FILE_BYTES = 4 * 1024 * 1024;
const REF = /^(?!.*(?:\.\.|@\{|\/\/|\/$|\.lock$))[^\p{Cc} ~^:?*[\\]+$/u;
const COMMIT = /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/;
const PLAIN_FILE = /^100\d{3} blob (?<id>[0-9a-f]+) +(?<bytes>\d+)\t/;
class Unavailable extends Error {
}
async function fileAtRef(git, file, signal) {
    const own = `refs/precheck-gate/${(0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.randomUUID)()}`;
    const ask = (doing, ...args) => answered(git, doing, args, signal);
    try {
        await fetch(ask, file, own);
        return await read(ask, file, own);
    }
    catch (error) {
        if (!(error instanceof Unavailable))
            throw error;
        return { kind: 'unavailable', why: `Could not read ${file.path} at ${file.ref}: ${error.message}` };
    }
    finally {
        await git(['update-ref', '-d', own]);
    }
}
async function answered(git, doing, args, signal) {
    const answer = await git(args, signal);
    if (answer.ok)
        return answer.bytes;
    throw new Unavailable(`could not ${doing}: ${answer.why}. Check that the job checks out the repository and may fetch from it.`);
}
async function fetch(ask, { ref, origin }, own) {
    if (!REF.test(ref) || ref.endsWith('refs/heads/'))
        throw new Unavailable('this is not the name of a branch, tag or commit.');
    const from = await placeOf(ask, origin);
    const source = await fullName(ask, ref, from);
    const isShallow = (await ask('look at the working tree', 'rev-parse', '--is-shallow-repository'))
        .toString()
        .trim();
    const depth = isShallow === 'true' ? ['--depth=1'] : [];
    const only = ['--no-tags', '--no-recurse-submodules', '--refmap=', '--quiet', '--force'];
    await ask(`fetch ${source}`, 'fetch', ...depth, ...only, '--', from, `+${source}:${own}`);
}
async function placeOf(ask, origin) {
    switch (origin.kind) {
        case 'remote':
            await ask(`find the remote ${origin.name}`, 'remote', 'get-url', origin.name);
            return origin.name;
        case 'address':
            if (/^https?:\/\//.test(origin.url))
                return origin.url;
            throw new Unavailable('the merge request comes from a fork, and CI_MERGE_REQUEST_PROJECT_URL does not say where the target project is.');
    }
}
async function fullName(ask, ref, from) {
    if (ref === 'HEAD' || ref.startsWith('refs/') || COMMIT.test(ref))
        return ref;
    const candidates = [`refs/heads/${ref}`, `refs/tags/${ref}`];
    const listed = (await ask(`look for ${ref}`, 'ls-remote', '--', from, ...candidates)).toString('utf8');
    const names = listed.split('\n').map(line => line.split('\t')[1]);
    const found = candidates.find(name => names.includes(name));
    if (found !== undefined)
        return found;
    throw new Unavailable('there is no branch and no tag of this name. Check the ref.');
}
async function read(ask, { path, ref }, own) {
    const entry = (await ask(`look for ${path}`, '--literal-pathspecs', 'ls-tree', '-z', '--long', '--full-tree', own, '--', path)).toString('utf8');
    if (entry === '')
        return { kind: 'absent' };
    const { id, bytes } = PLAIN_FILE.exec(entry)?.groups ?? {};
    const refused = (why) => ({ kind: 'refused', why: `${path} at ${ref}: ${why}` });
    if (id === undefined)
        return refused('this is no plain file.');
    if (Number(bytes) > MAX_FILE_BYTES)
        return refused(`the file has ${bytes} bytes, over the limit of ${MAX_FILE_BYTES}.`);
    const text = (0,_utf8_js__WEBPACK_IMPORTED_MODULE_1__/* .utf8Text */ .H)(await ask(`read ${path}`, 'cat-file', 'blob', id));
    return 'text' in text ? { kind: 'found', text: text.text } : refused(text.wrong);
}


/***/ })

};
