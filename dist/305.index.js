export const id = 305;
export const ids = [305];
export const modules = {

/***/ 3305:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  openGitHub: () => (/* binding */ openGitHub)
});

// EXTERNAL MODULE: ../node_modules/zod/v4/classic/errors.js
var errors = __webpack_require__(699);
// EXTERNAL MODULE: ./cloud/network-fault.js
var network_fault = __webpack_require__(4092);
// EXTERNAL MODULE: ./github/fault.js
var fault = __webpack_require__(6805);
;// CONCATENATED MODULE: ./github/bounded-fetch.js

const MAX_ANSWER_BYTES = 32 * 1024 * 1024;
const MAX_REDIRECTS = 3;
const KEPT_HEADERS = ['content-type', 'link'];
class RequestFault extends Error {
    name = 'RequestFault';
    fault;
    constructor(fault) {
        super(fault.what);
        this.fault = fault;
    }
}
function boundedFetch(fetch, bounds) {
    return async (url, init) => {
        const { deadline, clock, timeoutMs } = bounds;
        const leftMs = deadline.at - clock.now();
        if (deadline.signal.aborted || leftMs <= 0)
            throw new RequestFault((0,fault/* otherFault */.lZ)('cancelled', 'the time of the step is over, so nothing was sent'));
        const limitMs = Math.ceil(Math.min(timeoutMs, leftMs));
        const timeout = AbortSignal.timeout(limitMs);
        try {
            const signal = AbortSignal.any([deadline.signal, timeout]);
            return await answerOf(fetch, url, { ...init, signal }, bounds);
        }
        catch (error) {
            if (error instanceof RequestFault)
                throw error;
            throw new RequestFault(faultOfFailure(error, new URL(url).host, deadline, timeout.aborted, limitMs));
        }
    };
}
function faultOfFailure(error, host, deadline, timedOut, limitMs) {
    if (deadline.signal.aborted)
        return (0,fault/* otherFault */.lZ)('cancelled', `the step ended before ${host} had answered`, { mayHaveActed: true });
    if (timedOut)
        return (0,fault/* otherFault */.lZ)('unavailable', `no complete answer from ${host} within ${limitMs / 1000} s`, {
            transient: true,
            mayHaveActed: true,
        });
    return (0,fault/* faultOfError */.qc)(error, host);
}
async function answerOf(fetch, url, init, { clock, redactBeginning }) {
    let target = url;
    for (let redirects = 0;; redirects += 1) {
        const response = await fetch(target, { ...init, largestBytes: MAX_ANSWER_BYTES });
        const { status, headers } = response;
        const bytes = await readAll(response);
        if (status >= 400) {
            const body = new TextDecoder().decode(bytes);
            const answer = { status, header: (name) => headers.get(name), body };
            throw new RequestFault((0,fault/* faultOfAnswer */.WQ)(answer, clock.date(), redactBeginning));
        }
        if (status < 300)
            return rebuilt(status, headers, bytes);
        target = redirectTarget(response, init.method, target, redirects);
    }
}
async function readAll(response) {
    const chunks = [];
    let size = 0;
    for await (const chunk of response.body ?? []) {
        size += chunk.byteLength;
        if (size > MAX_ANSWER_BYTES)
            throw new RequestFault((0,fault/* otherFault */.lZ)('rejected', `an answer of over ${MAX_ANSWER_BYTES} bytes`));
        chunks.push(chunk);
    }
    return Buffer.concat(chunks);
}
function rebuilt(status, headers, bytes) {
    const kept = KEPT_HEADERS.flatMap(name => {
        const value = headers.get(name);
        return value === null ? [] : [[name, value]];
    });
    const hasBody = status !== 204 && status !== 205;
    return new Response(hasBody ? new Uint8Array(bytes) : null, { status, headers: kept });
}
function redirectTarget(response, method, from, redirects) {
    const { status } = response;
    const location = response.headers.get('location');
    const refuse = (why) => new RequestFault((0,fault/* otherFault */.lZ)('rejected', `HTTP ${status}, ${why}`, { httpStatus: status }));
    if (location === null || !URL.canParse(location, from))
        throw refuse('a redirect that names no address');
    const target = new URL(location, from);
    if (target.origin !== new URL(from).origin)
        throw refuse(`a redirect to ${target.host}, which is another host and must not get the token`);
    const keepsMethod = status === 307 || status === 308 || (method === 'GET' && status !== 303);
    if (!keepsMethod)
        throw refuse(`a redirect of a ${method} to ${target.pathname}, which is not followed`);
    if (redirects >= MAX_REDIRECTS)
        throw refuse(`more than ${MAX_REDIRECTS} redirects`);
    return target.href;
}

// EXTERNAL MODULE: ../node_modules/zod/v4/classic/schemas.js + 4 modules
var schemas = __webpack_require__(6309);
;// CONCATENATED MODULE: ./github/paging.js

const PER_PAGE = 100;
const MAX_PAGES = 100;
async function allPages(ask, label, read) {
    const entries = [];
    let page = { page: '1' };
    for (let pages = 0; page !== null; pages += 1) {
        if (pages >= MAX_PAGES) {
            return { ok: false, fault: (0,fault/* otherFault */.lZ)('rejected', `${label} came to more than ${MAX_PAGES} pages`) };
        }
        const asked = { ...page, per_page: PER_PAGE };
        const answer = await ask(label, true, octokit => read(octokit, asked));
        if (!answer.ok)
            return answer;
        entries.push(...answer.value.entries);
        page = answer.value.next;
    }
    return { ok: true, value: entries };
}
const LINK = /<([^<>]*)>((?:\s*;[^<;",]*(?:"[^"]*"[^<;",]*)?)*)/g;
const PARAMETER = /;\s*([\w*-]+)\s*=\s*(?:"([^"]*)"|([^\s";,]*))/g;
function nextPage(link) {
    const [, address = ''] = [...(link ?? '').matchAll(LINK)].find(([, , rest = '']) => isNext(rest)) ?? [];
    if (address === '' || !URL.canParse(address, 'https://localhost'))
        return null;
    const query = new URL(address, 'https://localhost').searchParams;
    const keys = ['page', 'after'].flatMap(key => {
        const value = query.get(key);
        return value === null ? [] : [[key, value]];
    });
    return keys.length === 0 ? null : Object.fromEntries(keys);
}
function isNext(parameters) {
    const all = [...parameters.matchAll(PARAMETER)];
    const [, , quoted, bare = ''] = all.find(([, name = '']) => name.toLowerCase() === 'rel') ?? [];
    return (quoted ?? bare).toLowerCase().split(/\s+/).includes('next');
}
function nextOrFollowing(link, page, entries) {
    if (link !== undefined || entries < PER_PAGE)
        return nextPage(link);
    return { page: String(Number(page['page']) + 1) };
}

;// CONCATENATED MODULE: ./github/rest-status.js


const word = schemas/* string */.YjP().nullish().catch(null);
const stateSchema = schemas/* object */.Ikc({ state: word, status: word }).catch({});
const statusesSchema = schemas/* array */.YOg(schemas/* object */.Ikc({ context: schemas/* string */.YjP(), target_url: schemas/* string */.YjP().nullish(), state: word, status: word }));
const CREATED = 201;
function statusPort(ask) {
    return {
        createStatus: ({ owner, repo, sha }, status) => ask(`posting the status ${status.context}`, true, async (octokit) => {
            const link = status.targetUrl === null ? {} : { target_url: status.targetUrl };
            const { context, state, description } = status;
            const body = { context, state, description, ...link };
            const route = 'POST /repos/{owner}/{repo}/statuses/{sha}';
            const answer = await octokit.request(route, { owner, repo, sha, ...body });
            const shown = stateSchema.parse(answer.data);
            if (answer.status !== CREATED || (shown.state ?? shown.status) !== state)
                throw new Error(`HTTP ${answer.status}, and the answer does not show a status ${state}; look whether a proxy answered in its place`);
            return null;
        }),
        statuses: ({ owner, repo, sha }) => allPages(ask, `reading the statuses of commit ${sha}`, async (octokit, page) => {
            const route = 'GET /repos/{owner}/{repo}/commits/{sha}/statuses';
            const { headers, data } = await octokit.request(route, { ...page, owner, repo, sha });
            const entries = statusesSchema.parse(data).map(({ context, target_url, state, status }) => ({
                context,
                targetUrl: target_url ?? null,
                state: state ?? status ?? null,
            }));
            return { entries, next: nextOrFollowing(headers.link, page, entries.length) };
        }),
    };
}

;// CONCATENATED MODULE: ./github/rest.js



const rest_text = schemas/* string */.YjP().nullable().catch(null);
const commentsSchema = schemas/* array */.YOg(schemas/* object */.Ikc({
    id: schemas/* int */.Whr(),
    body: schemas/* string */.YjP().nullish(),
    html_url: rest_text,
    user: schemas/* object */.Ikc({ login: rest_text }).nullable().catch(null),
}));
const pullSchema = schemas/* object */.Ikc({ head: schemas/* object */.Ikc({ sha: schemas/* string */.YjP().min(1) }) });
const openPullsSchema = schemas/* array */.YOg(schemas/* object */.Ikc({ number: schemas/* int */.Whr(), ...pullSchema.shape }));
const branchSchema = schemas/* object */.Ikc({ protected: schemas/* boolean */.zMY() });
const repositorySchema = schemas/* object */.Ikc({ default_branch: schemas/* string */.YjP().min(1) });
const createdSchema = schemas/* object */.Ikc({ html_url: rest_text }).catch({ html_url: null });
const userSchema = schemas/* object */.Ikc({ login: schemas/* string */.YjP().min(1) });
const viewerSchema = schemas/* object */.Ikc({ viewer: userSchema });
const streamSchema = schemas/* instanceof */.Nlp((ReadableStream));
function restPorts(ask) {
    return {
        ...filePort(ask),
        ...statusPort(ask),
        isProtected: ({ owner, repo, branch }) => ask(`reading whether ${branch} is protected`, true, async (octokit) => {
            const route = 'GET /repos/{owner}/{repo}/branches/{branch}';
            const { data } = await octokit.request(route, { owner, repo, branch });
            return branchSchema.parse(data).protected;
        }),
        defaultBranch: ({ owner, repo }) => ask('reading the name of the default branch', true, async (octokit) => {
            const { data } = await octokit.request('GET /repos/{owner}/{repo}', { owner, repo });
            return repositorySchema.parse(data).default_branch;
        }),
        headSha: ({ owner, repo, number }) => ask(`reading pull request ${number}`, true, async (octokit) => {
            const route = 'GET /repos/{owner}/{repo}/pulls/{number}';
            const { data } = await octokit.request(route, { owner, repo, number });
            return pullSchema.parse(data).head.sha;
        }),
        openPulls: ({ owner, repo }, head) => allPages(ask, `reading the pull requests of ${head}`, async (octokit, page) => {
            const route = 'GET /repos/{owner}/{repo}/pulls';
            const { headers, data } = await octokit.request(route, { ...page, owner, repo, head, state: 'open' });
            const entries = openPullsSchema
                .parse(data)
                .map(pull => ({ number: pull.number, headSha: pull.head.sha }));
            return { entries, next: nextPage(headers.link) };
        }),
        comments: pull => allComments(ask, pull),
        viewer: () => viewer(ask),
        createComment: ({ owner, repo, number }, body) => ask(`writing a comment on pull request ${number}`, false, async (octokit) => {
            const route = 'POST /repos/{owner}/{repo}/issues/{number}/comments';
            const { data } = await octokit.request(route, { owner, repo, number, body });
            return { url: createdSchema.parse(data).html_url };
        }),
        updateComment: ({ owner, repo, id }, body) => ask(`updating comment ${id}`, true, async (octokit) => {
            await octokit.request('PATCH /repos/{owner}/{repo}/issues/comments/{id}', { owner, repo, id, body });
            return null;
        }),
    };
}
function filePort(ask) {
    return {
        contents: file => ask(`reading ${file.path} at ${file.ref}`, true, async (octokit) => {
            const { headers, data } = await octokit.request(`GET /repos/{owner}/{repo}/contents/${inUrl(file)}`, {
                owner: file.owner,
                repo: file.repo,
                ref: file.ref,
                headers: { accept: 'application/vnd.github.raw+json' },
                request: { parseSuccessResponseBody: false },
            });
            const content = await new Response(streamSchema.nullable().parse(data)).arrayBuffer();
            return { mediaType: mediaTypeIn(headers), bytes: new Uint8Array(content) };
        }),
        commit: async (commit) => {
            const answer = await commitAt(ask, 'GET /repos/{owner}/{repo}/commits/{ref}', commit);
            if (answer.ok || answer.fault.kind !== 'missing')
                return answer;
            return commitAt(ask, 'GET /repos/{owner}/{repo}/git/commits/{ref}', commit);
        },
    };
}
function commitAt(ask, route, { owner, repo, ref }) {
    return ask(`reading the commit ${ref}`, true, async (octokit) => {
        const headers = { accept: 'application/vnd.github.sha' };
        await octokit.request(route, { owner, repo, ref, headers });
        return null;
    });
}
function inUrl({ path }) {
    return path.split('/').map(encodeURIComponent).join('/');
}
function mediaTypeIn(headers) {
    const value = 'content-type' in headers ? String(headers['content-type']) : '';
    return (value.split(';')[0] ?? '').trim().toLowerCase();
}
function allComments(ask, { owner, repo, number }) {
    return allPages(ask, `reading the comments of pull request ${number}`, async (octokit, page) => {
        const route = 'GET /repos/{owner}/{repo}/issues/{number}/comments';
        const { headers, data } = await octokit.request(route, { ...page, owner, repo, number });
        const entries = commentsSchema.parse(data).map(({ id, body, user, html_url }) => ({
            id,
            author: user?.login ?? null,
            body: body ?? '',
            url: html_url,
        }));
        return { entries, next: nextPage(headers.link) };
    });
}
async function viewer(ask) {
    const label = 'reading whose token this is';
    const byGraphql = await ask(label, true, async (octokit) => {
        const data = await octokit.graphql('query { viewer { login } }');
        return viewerSchema.parse(data).viewer.login;
    });
    if (byGraphql.ok || isOutage(byGraphql))
        return byGraphql;
    const byUser = await ask(label, true, async (octokit) => {
        const { data } = await octokit.request('GET /user', {});
        return userSchema.parse(data).login;
    });
    return byUser.ok || isOutage(byUser) ? byUser : { ok: true, value: null };
}
function isOutage(answer) {
    return !answer.ok && (answer.fault.kind === 'unavailable' || answer.fault.kind === 'cancelled');
}

;// CONCATENATED MODULE: ./github/retry.js
const MAX_TRIES = 4;
const HOPELESS_TRIES = 2;
const MAX_TOLD_WAIT_MS = 60_000;
const FIRST_DELAY_MS = 500;
const LONGEST_DELAY_MS = 4_000;
async function withRetries(attempt, patience) {
    const { clock, deadline, log } = patience;
    for (let tries = 1;; tries += 1) {
        const answer = await attempt.run();
        if (answer.ok)
            return answer;
        const waitMs = nextWait(answer.fault, tries, attempt.repeatable, patience);
        if (waitMs === null)
            return answer;
        const seconds = (waitMs / 1000).toFixed(1);
        const most = mostTries(answer.fault);
        log(`GitHub, ${attempt.label}: ${answer.fault.what}; try ${tries + 1} of ${most} in ${seconds} s`);
        await clock.sleep(waitMs, deadline.signal);
        if (deadline.signal.aborted)
            return answer;
    }
}
function mostTries({ hopeless = false }) {
    return hopeless ? HOPELESS_TRIES : MAX_TRIES;
}
function nextWait(fault, tries, repeatable, patience) {
    if (!fault.transient || tries >= mostTries(fault))
        return null;
    if (fault.mayHaveActed && !repeatable)
        return null;
    const step = Math.min(LONGEST_DELAY_MS, FIRST_DELAY_MS * 2 ** (tries - 1));
    const own = step * (0.5 + patience.random() / 2);
    const waitMs = Math.max(own, fault.waitMs ?? 0);
    const leftMs = patience.deadline.at - patience.clock.now();
    return waitMs > MAX_TOLD_WAIT_MS || waitMs >= leftMs ? null : waitMs;
}

;// CONCATENATED MODULE: ./github/client.js






const PRINTABLE = /^[\x21-\x7e]+$/;
const silent = { debug: noop, info: noop, warn: noop, error: noop };
function noop() { }
function openGitHub(options) {
    let opened = null;
    const connect = () => {
        opened ??= client_open(options);
        return opened;
    };
    const ask = (label, repeatable, run) => withRetries({ label, repeatable, run: () => client_answerOf(async () => run(await connect())) }, options);
    return restPorts(ask);
}
async function client_open(options) {
    const token = options.token.trim();
    if (!PRINTABLE.test(token))
        throw refusal('bad-token', 'the input github-token is empty or not a token');
    if (!/^https?:\/\/[^@]+$/.test(options.apiUrl) || !URL.canParse(options.apiUrl))
        throw refusal('rejected', 'GITHUB_API_URL is not the address of an API');
    const { GitHub, getOctokitOptions } = await load();
    return new GitHub(getOctokitOptions(token, {
        baseUrl: options.apiUrl.replace(/\/+$/, ''),
        userAgent: options.userAgent,
        request: { fetch: boundedFetch(options.fetch, options) },
        log: silent,
    }));
}
async function load() {
    try {
        return await Promise.all(/* import() */[__webpack_require__.e(743), __webpack_require__.e(27)]).then(__webpack_require__.bind(__webpack_require__, 1743));
    }
    catch {
        throw refusal('rejected', '@actions/github could not be loaded; is the file of GITHUB_EVENT_PATH valid JSON, and can the proxy variables be read?');
    }
}
function refusal(kind, what) {
    return new RequestFault((0,fault/* otherFault */.lZ)(kind, what));
}
async function client_answerOf(run) {
    try {
        return { ok: true, value: await run() };
    }
    catch (error) {
        return { ok: false, fault: faultIn(error) };
    }
}
function faultIn(error) {
    if (error instanceof RequestFault)
        return error.fault;
    if (error instanceof Error && error.cause instanceof RequestFault)
        return error.cause.fault;
    if (error instanceof errors/* ZodError */.G)
        return (0,fault/* otherFault */.lZ)('rejected', 'an answer of a shape that the GitHub API does not have');
    return (0,fault/* otherFault */.lZ)('rejected', (0,network_fault/* messageOf */.bD)(error));
}


/***/ })

};
