export const id = 585;
export const ids = [585];
export const modules = {

/***/ 8585:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  writeComment: () => (/* binding */ writeComment)
});

// EXTERNAL MODULE: ./github/text.js
var github_text = __webpack_require__(2782);
;// CONCATENATED MODULE: ./github/comment-body.js

const MAX_COMMENT_CHARS = 65_536;
const CUT_MARK = '\n\n… cut to the longest comment GitHub takes; the job summary has the rest.';
function commentMarker(gate) {
    const parts = [
        `workflow=${encoded(gate.workflow)}`,
        `job=${encoded(gate.job)}`,
        `name=${encoded(gate.name)}`,
    ];
    return `<!-- precheck-gate ${parts.join(' ')} `;
}
function hasMarker(body, marker) {
    return body.startsWith(marker);
}
function isGreen(body, marker) {
    return body.startsWith(`${marker}decision=passed -->`);
}
function commentBody({ marker, decision, render, footer, maxChars = MAX_COMMENT_CHARS, }) {
    const head = `${marker}decision=${decision} -->\n`;
    const tail = footer === '' ? '' : `\n\n${footer}`;
    const room = Math.max(0, maxChars - head.length - tail.length);
    return head + (0,github_text/* cut */.J)(render(room), room, CUT_MARK) + tail;
}
function commentFooter(sha, url) {
    const run = url === null ? 'This run' : `[This run](<${url}>)`;
    return sha === null ? `${run} wrote this.` : `${run} checked commit ${sha}.`;
}
function encoded(value) {
    return encodeURIComponent(value.toWellFormed()).replace(/[-!'()*~]/g, char => `%${char.charCodeAt(0).toString(16).toUpperCase()}`);
}

// EXTERNAL MODULE: ./github/permission.js
var permission = __webpack_require__(6530);
;// CONCATENATED MODULE: ./github/comment.js


const DEFAULT_AUTHOR = 'github-actions[bot]';
async function upsertComment(port, request) {
    const { owner, repo, mode, marker, decision } = request;
    const { number, headSha } = request.pull;
    const pull = { owner, repo, number };
    const own = await ownComment(port, pull, marker);
    if (!own.ok)
        return refused(own.fault, 'read the comments', request);
    const comment = own.value;
    if (mode === 'on-failure' && decision === 'passed' && (comment === null || isGreen(comment.body, marker)))
        return { kind: 'not-needed', why: 'the gate passed and no comment says otherwise' };
    if (comment?.body === request.body)
        return { kind: 'unchanged', url: comment.url };
    if (headSha !== null) {
        const head = await port.headSha(pull);
        if (!head.ok)
            return refused(head.fault, 'read the head', request);
        if (head.value !== headSha)
            return {
                kind: 'outdated',
                why: `the pull request is at ${head.value} by now, this run checked ${headSha}`,
            };
    }
    return comment === null ? create(port, pull, request) : update(port, comment, request);
}
async function ownComment(port, pull, marker) {
    const all = await port.comments(pull);
    if (!all.ok)
        return all;
    const marked = all.value.filter(comment => hasMarker(comment.body, marker));
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
function refused(fault, doing, { owner, repo, pull, origin }) {
    const where = `pull request ${pull.number} of ${owner}/${repo}`;
    const why = `Could not ${doing} on ${where}: ${fault.what}.`;
    const isClosed = /\b(locked|archived)\b/i.test(fault.what);
    if ((fault.kind === 'denied' && !isClosed) || fault.kind === 'missing')
        return { kind: 'no-permission', why, advice: (0,permission/* permissionAdvice */.E)('pull-requests: write', origin) };
    return { kind: 'failed', why };
}

// EXTERNAL MODULE: ./github/event.js
var github_event = __webpack_require__(7189);
// EXTERNAL MODULE: ./github/fault.js
var fault = __webpack_require__(6805);
;// CONCATENATED MODULE: ./github/pull-of-event.js


function pullPlaceOf({ name, pullRequest }, payload) {
    if (pullRequest !== null)
        return { kind: 'known', number: pullRequest.number, headSha: pullRequest.headSha };
    switch (name) {
        case 'issue_comment':
            return ofComment((0,github_event/* field */.ZZ)(payload, 'issue'));
        case 'workflow_run':
            return ofWorkflowRun((0,github_event/* field */.ZZ)(payload, 'workflow_run'));
        default:
            return null;
    }
}
function ofComment(issue) {
    const number = (0,github_event/* field */.ZZ)(issue, 'number');
    const pull = (0,github_event/* field */.ZZ)(issue, 'pull_request');
    if (typeof number !== 'number' ||
        !Number.isSafeInteger(number) ||
        typeof pull !== 'object' ||
        pull === null)
        return null;
    return { kind: 'known', number, headSha: null };
}
function ofWorkflowRun(run) {
    const owner = (0,github_event/* textAt */.$6)(run, 'head_repository', 'owner', 'login');
    const branch = (0,github_event/* textAt */.$6)(run, 'head_branch');
    const headSha = (0,github_event/* shaOf */.ye)((0,github_event/* field */.ZZ)(run, 'head_sha'));
    if (owner === null || branch === null || headSha === null)
        return null;
    return { kind: 'at-branch', head: `${owner}:${branch}`, headSha };
}
async function findPull(port, repository, place) {
    if (place.kind === 'known')
        return { ok: true, value: place };
    const open = await port.openPulls(repository, place.head);
    if (!open.ok)
        return open;
    const [pull = null, ...others] = open.value.filter(({ headSha }) => headSha === place.headSha);
    if (others.length === 0)
        return { ok: true, value: pull };
    const numbers = [pull, ...others].map(found => found?.number).join(', ');
    return { ok: false, fault: (0,fault/* otherFault */.lZ)('rejected', `several are at commit ${place.headSha}: ${numbers}`) };
}

// EXTERNAL MODULE: ./precheck/sentence.js
var sentence = __webpack_require__(5540);
;// CONCATENATED MODULE: ./pull-comment.js




async function writeComment(github, report, render, { settings, event, payload, repository, workflow, job, givenSha, runUrl }) {
    const { comment: mode, name } = settings;
    if (mode === 'never')
        return [];
    const place = pullPlaceOf(event, payload);
    if (place === null)
        return nothingWritten((0,sentence/* told */.Ev)(`the event ${event.name || '(none)'} has no pull request`, `事件 ${event.name || '（无）'} 没有拉取请求`));
    const found = await findPull(github, repository, place);
    if (!found.ok)
        return nothingWritten((0,sentence/* told */.Ev)(`the pull request could not be found: ${found.fault.what}`, `找不到拉取请求：${found.fault.what}`));
    if (found.value === null)
        return nothingWritten((0,sentence/* told */.Ev)('no open pull request is at the commit of this run', '没有打开的拉取请求位于本次运行的提交上'));
    const pull = { number: found.value.number, headSha: found.value.headSha ?? givenSha };
    const { decision } = report.gate;
    const marker = commentMarker({ workflow, job, name });
    const body = commentBody({ marker, decision, render, footer: commentFooter(pull.headSha, runUrl) });
    const request = { ...repository, mode, pull, origin: event, decision, marker, body };
    return noticesOf(await upsertComment(github, request));
}
function nothingWritten(why) {
    return [
        {
            level: 'warning',
            text: (0,sentence/* inEach */.B1)(in_ => (0,sentence/* told */.Ev)(`comment: nothing was written, because ${in_(why)}.`, `comment：没有写入评论，因为${in_(why)}。`)),
        },
    ];
}
function noticesOf(result) {
    switch (result.kind) {
        case 'created':
        case 'updated':
        case 'unchanged':
        case 'not-needed':
            return [];
        case 'outdated':
            return [{ level: 'notice', text: (0,sentence/* inRow */.qH)((0,sentence/* told */.Ev)('No comment was written:', '没有写入评论：'), result.why) }];
        case 'no-permission':
            return [{ level: 'notice', text: (0,sentence/* inRow */.qH)(result.why, result.advice) }];
        case 'failed':
            return [{ level: 'warning', text: result.why }];
    }
}


/***/ })

};
