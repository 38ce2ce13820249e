export const id = 20;
export const ids = [20];
export const modules = {

/***/ 3020:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  openGitHub: () => (/* binding */ openGitHub)
});

// EXTERNAL MODULE: ../node_modules/zod/v4/classic/errors.js
var errors = __webpack_require__(699);
// EXTERNAL MODULE: ./github/text.js
var github_text = __webpack_require__(2782);
;// CONCATENATED MODULE: ./github/fault.js

const MAX_MESSAGE_UNITS = 300;
const SECONDARY_LIMIT_WAIT_MS = 60_000;
const SECONDARY_LIMIT = /secondary rate limit|abuse detection/i;
const NOT_CONNECTED = new Set([
    'ECONNREFUSED',
    'ENOTFOUND',
    'EAI_AGAIN',
    'EHOSTUNREACH',
    'ENETUNREACH',
    'UND_ERR_CONNECT_TIMEOUT',
]);
function faultOfAnswer(answer, date) {
    const { status } = answer;
    const basics = { httpStatus: status, what: describe(answer), mayHaveActed: false, waitMs: null };
    const throttled = throttleWait(answer, date);
    if (throttled !== null)
        return { ...basics, kind: 'unavailable', transient: true, waitMs: throttled.waitMs };
    if (status === 401)
        return { ...basics, kind: 'bad-token', transient: false };
    if (status === 403)
        return { ...basics, kind: 'denied', transient: false };
    if (status === 404 || status === 410)
        return { ...basics, kind: 'missing', transient: false };
    if (status >= 500 || status === 408)
        return { ...basics, kind: 'unavailable', transient: true, mayHaveActed: true };
    return { ...basics, kind: 'rejected', transient: false };
}
function faultOfError(error, host) {
    const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
    const code = cause instanceof Error && 'code' in cause ? String(cause.code) : '';
    const message = cause instanceof Error ? cause.message : String(cause);
    const words = code !== '' && !message.includes(code) ? `${code} ${message}` : message;
    return {
        kind: 'unavailable',
        httpStatus: null,
        what: `no answer from ${host} (${(0,github_text/* cut */.J)((0,github_text/* oneLine */.T)(words), MAX_MESSAGE_UNITS)})`,
        transient: true,
        mayHaveActed: !NOT_CONNECTED.has(code),
        waitMs: null,
    };
}
function otherFault(kind, what, rest = {}) {
    return {
        kind,
        httpStatus: null,
        what: (0,github_text/* cut */.J)((0,github_text/* oneLine */.T)(what), MAX_MESSAGE_UNITS),
        transient: false,
        mayHaveActed: false,
        waitMs: null,
        ...rest,
    };
}
function throttleWait({ status, header, body }, date) {
    if (status !== 403 && status !== 429)
        return null;
    const told = header('retry-after')?.trim() ?? '';
    if (/^\d{1,9}$/.test(told))
        return { waitMs: Number(told) * 1000 };
    if (header('x-ratelimit-remaining')?.trim() === '0') {
        const resetSeconds = Number(header('x-ratelimit-reset') ?? Number.NaN);
        if (Number.isFinite(resetSeconds))
            return { waitMs: Math.max(0, resetSeconds * 1000 - date.getTime()) };
    }
    if (SECONDARY_LIMIT.test(body))
        return { waitMs: SECONDARY_LIMIT_WAIT_MS };
    return status === 429 ? { waitMs: null } : null;
}
function describe({ status, header, body }) {
    const message = (0,github_text/* cut */.J)((0,github_text/* oneLine */.T)(messageIn(body)), MAX_MESSAGE_UNITS);
    const requestId = (0,github_text/* oneLine */.T)(header('x-github-request-id') ?? '');
    const said = message === '' ? '' : `, "${message}"`;
    const id = requestId === '' ? '' : `, request id ${(0,github_text/* cut */.J)(requestId, 80)}`;
    return `HTTP ${status}${said}${id}`;
}
function messageIn(body) {
    try {
        const json = JSON.parse(body);
        if (typeof json !== 'object' || json === null || !('message' in json))
            return '';
        const details = 'errors' in json && Array.isArray(json.errors) ? `: ${JSON.stringify(json.errors)}` : '';
        return `${json.message}${details}`;
    }
    catch {
        return /^\s*</.test(body) ? '' : body;
    }
}

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
            throw new RequestFault(otherFault('cancelled', 'the time of the step is over, so nothing was sent'));
        const limitMs = Math.ceil(Math.min(timeoutMs, leftMs));
        const timeout = AbortSignal.timeout(limitMs);
        try {
            const signal = AbortSignal.any([deadline.signal, timeout]);
            return await answerOf(fetch, url, { ...init, signal }, clock);
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
        return otherFault('cancelled', `the step ended before ${host} had answered`, { mayHaveActed: true });
    if (timedOut)
        return otherFault('unavailable', `no complete answer from ${host} within ${limitMs / 1000} s`, {
            transient: true,
            mayHaveActed: true,
        });
    return faultOfError(error, host);
}
async function answerOf(fetch, url, init, clock) {
    let target = url;
    for (let redirects = 0;; redirects += 1) {
        const response = await fetch(target, { ...init, redirect: 'manual' });
        const { status, headers } = response;
        const bytes = await readAll(response);
        if (status >= 400) {
            const body = new TextDecoder().decode(bytes);
            throw new RequestFault(faultOfAnswer({ status, header: name => headers.get(name), body }, clock.date()));
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
            throw new RequestFault(otherFault('rejected', `an answer of over ${MAX_ANSWER_BYTES} bytes`));
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
    const refuse = (why) => new RequestFault(otherFault('rejected', `HTTP ${status}, ${why}`, { httpStatus: status }));
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
;// CONCATENATED MODULE: ./github/rest.js


const COMMENTS_PER_PAGE = 100;
const MAX_PAGES = 100;
const rest_text = schemas/* string */.YjP().nullable().catch(null);
const commentsSchema = schemas/* array */.YOg(schemas/* object */.Ikc({
    id: schemas/* int */.Whr(),
    body: schemas/* string */.YjP().nullish(),
    html_url: rest_text,
    user: schemas/* object */.Ikc({ login: rest_text }).nullable().catch(null),
}));
const pullSchema = schemas/* object */.Ikc({ head: schemas/* object */.Ikc({ sha: schemas/* string */.YjP().min(1) }) });
const createdSchema = schemas/* object */.Ikc({ html_url: rest_text }).catch({ html_url: null });
const userSchema = schemas/* object */.Ikc({ login: schemas/* string */.YjP().min(1) });
const viewerSchema = schemas/* object */.Ikc({ viewer: userSchema });
const streamSchema = schemas/* instanceof */.Nlp((ReadableStream));
function restPorts(ask) {
    return {
        ...filePort(ask),
        createStatus: ({ owner, repo, sha }, status) => ask(`posting the status ${status.context}`, true, async (octokit) => {
            const link = status.targetUrl === null ? {} : { target_url: status.targetUrl };
            const { context, state, description } = status;
            const body = { context, state, description, ...link };
            await octokit.request('POST /repos/{owner}/{repo}/statuses/{sha}', { owner, repo, sha, ...body });
            return null;
        }),
        headSha: ({ owner, repo, number }) => ask(`reading pull request ${number}`, true, async (octokit) => {
            const route = 'GET /repos/{owner}/{repo}/pulls/{number}';
            const { data } = await octokit.request(route, { owner, repo, number });
            return pullSchema.parse(data).head.sha;
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
        commit: ({ owner, repo, ref }) => ask(`reading the commit ${ref}`, true, async (octokit) => {
            const headers = { accept: 'application/vnd.github.sha' };
            await octokit.request('GET /repos/{owner}/{repo}/commits/{ref}', { owner, repo, ref, headers });
            return null;
        }),
    };
}
function inUrl({ path }) {
    return path.split('/').map(encodeURIComponent).join('/');
}
function mediaTypeIn(headers) {
    const value = 'content-type' in headers ? String(headers['content-type']) : '';
    return (value.split(';')[0] ?? '').trim().toLowerCase();
}
async function allComments(ask, pull) {
    const comments = [];
    let page = { page: '1' };
    for (let pages = 0; page !== null; pages += 1) {
        if (pages >= MAX_PAGES) {
            const why = `more than ${MAX_PAGES} pages of comments on pull request ${pull.number}`;
            return { ok: false, fault: otherFault('rejected', why) };
        }
        const answer = await commentPage(ask, pull, page);
        if (!answer.ok)
            return answer;
        comments.push(...answer.value.comments);
        page = answer.value.next;
    }
    return { ok: true, value: comments };
}
function commentPage(ask, pull, page) {
    const { owner, repo, number } = pull;
    return ask(`reading the comments of pull request ${number}`, true, async (octokit) => {
        const { headers, data } = await octokit.request('GET /repos/{owner}/{repo}/issues/{number}/comments', {
            ...page,
            per_page: COMMENTS_PER_PAGE,
            owner,
            repo,
            number,
        });
        const comments = commentsSchema.parse(data).map(({ id, body, user, html_url }) => ({
            id,
            author: user?.login ?? null,
            body: body ?? '',
            url: html_url,
        }));
        return { comments, next: nextPage(headers.link) };
    });
}
function nextPage(link) {
    const address = /<([^<>]+)>\s*;[^,<]*\brel="?next\b/i.exec(link ?? '')?.[1];
    if (address === undefined || !URL.canParse(address, 'https://localhost'))
        return null;
    const query = new URL(address, 'https://localhost').searchParams;
    const keys = ['page', 'after'].flatMap(key => {
        const value = query.get(key);
        return value === null ? [] : [[key, value]];
    });
    return keys.length === 0 ? null : Object.fromEntries(keys);
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
        log(`GitHub, ${attempt.label}: ${answer.fault.what}; try ${tries + 1} of ${MAX_TRIES} in ${seconds} s`);
        await clock.sleep(waitMs, deadline.signal);
        if (deadline.signal.aborted)
            return answer;
    }
}
function nextWait(fault, tries, repeatable, patience) {
    if (!fault.transient || tries >= MAX_TRIES)
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
    const { GitHub, defaults, getOctokitOptions } = await load();
    const proxied = defaults.request?.fetch;
    if (proxied === undefined)
        throw refusal('rejected', '@actions/github came without its fetch');
    return new GitHub(getOctokitOptions(token, {
        baseUrl: options.apiUrl.replace(/\/+$/, ''),
        userAgent: options.userAgent,
        request: { fetch: boundedFetch(proxied, options) },
        log: silent,
    }));
}
async function load() {
    try {
        return await __webpack_require__.e(/* import() */ 743).then(__webpack_require__.bind(__webpack_require__, 1743));
    }
    catch {
        throw refusal('rejected', '@actions/github could not be loaded; is the file of GITHUB_EVENT_PATH valid JSON?');
    }
}
function refusal(kind, what) {
    return new RequestFault(otherFault(kind, what));
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
        return otherFault('rejected', 'an answer of a shape that the GitHub API does not have');
    return otherFault('rejected', error instanceof Error ? error.message : String(error));
}


/***/ })

};
