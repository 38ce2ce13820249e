export const id = 352;
export const ids = [352];
export const modules = {

/***/ 7352:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   upsertComment: () => (/* binding */ upsertComment)
/* harmony export */ });
/* harmony import */ var _comment_body_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2169);
/* harmony import */ var _permission_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6530);


const DEFAULT_AUTHOR = 'github-actions[bot]';
async function upsertComment(port, request) {
    const { event, owner, repo, mode, marker, decision } = request;
    if (event.pullRequest === null)
        return { kind: 'not-needed', why: `the event ${event.name} has no pull request` };
    const { number, headSha } = event.pullRequest;
    const pull = { owner, repo, number };
    const own = await ownComment(port, pull, marker);
    if (!own.ok)
        return refused(own.fault, 'read the comments', request);
    const comment = own.value;
    if (mode === 'on-failure' && decision === 'passed' && (comment === null || (0,_comment_body_js__WEBPACK_IMPORTED_MODULE_0__/* .isGreen */ .gf)(comment.body, marker)))
        return { kind: 'not-needed', why: 'the gate passed and no comment says otherwise' };
    if (comment?.body === request.body)
        return { kind: 'unchanged', url: comment.url };
    const head = await port.headSha(pull);
    if (!head.ok)
        return refused(head.fault, 'read the head', request);
    if (head.value !== headSha)
        return {
            kind: 'outdated',
            why: `the pull request is at ${head.value} by now, this run checked ${headSha}`,
        };
    return comment === null ? create(port, pull, request) : update(port, comment, request);
}
async function ownComment(port, pull, marker) {
    const all = await port.comments(pull);
    if (!all.ok)
        return all;
    const marked = all.value.filter(comment => (0,_comment_body_js__WEBPACK_IMPORTED_MODULE_0__/* .hasMarker */ .xY)(comment.body, marker));
    if (marked.length === 0)
        return { ok: true, value: null };
    const viewer = await port.viewer();
    if (!viewer.ok)
        return viewer;
    const author = viewer.value ?? DEFAULT_AUTHOR;
    return { ok: true, value: marked.find(comment => comment.author === author) ?? null };
}
async function create(port, pull, request) {
    const answer = await port.createComment(pull, request.body);
    if (answer.ok)
        return { kind: 'created', url: answer.value.url };
    const { fault } = answer;
    if (!fault.mayHaveActed || fault.kind === 'cancelled')
        return refused(fault, 'write the comment', request);
    const found = await ownComment(port, pull, request.marker);
    if (!found.ok)
        return refused(fault, 'write the comment', request);
    if (found.value !== null)
        return { kind: 'created', url: found.value.url };
    const second = await port.createComment(pull, request.body);
    if (second.ok)
        return { kind: 'created', url: second.value.url };
    return refused(second.fault, 'write the comment', request);
}
async function update(port, comment, request) {
    const { owner, repo, body } = request;
    const answer = await port.updateComment({ owner, repo, id: comment.id }, body);
    return answer.ok
        ? { kind: 'updated', url: comment.url }
        : refused(answer.fault, 'update the comment', request);
}
function refused(fault, doing, { owner, repo, event }) {
    const where = `pull request ${event.pullRequest?.number} of ${owner}/${repo}`;
    const why = `Could not ${doing} on ${where}: ${fault.what}.`;
    const isClosed = /\b(locked|archived)\b/i.test(fault.what);
    if ((fault.kind === 'denied' && !isClosed) || fault.kind === 'missing')
        return { kind: 'no-permission', why, advice: (0,_permission_js__WEBPACK_IMPORTED_MODULE_1__/* .permissionAdvice */ .E)('pull-requests: write', event) };
    return { kind: 'failed', why };
}


/***/ })

};
