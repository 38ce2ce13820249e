export const id = 257;
export const ids = [257];
export const modules = {

/***/ 1407:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   cp: () => (/* binding */ adviceFor),
/* harmony export */   pj: () => (/* binding */ addressAdvice),
/* harmony export */   s8: () => (/* binding */ isWrongAddress)
/* harmony export */ });
/* harmony import */ var _precheck_sentence_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5540);
/* harmony import */ var _error_table_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7860);


const BY_CODE = {
    'DRS.M00304': (0,_precheck_sentence_js__WEBPACK_IMPORTED_MODULE_0__/* .told */ .Ev)('The task is in a status that allows no pre-check. With precheck-mode forStartJob the task must be in CONFIGURATION, its connections tested and its settings saved; for a failed or incremental task use forRetryJob.', '任务所处的状态不允许预检查。precheck-mode 为 forStartJob 时，任务必须处于 CONFIGURATION 状态，连接已测试且设置已保存；失败或增量阶段的任务请使用 forRetryJob。'),
    'DRS.M01503': (0,_precheck_sentence_js__WEBPACK_IMPORTED_MODULE_0__/* .told */ .Ev)('DRS takes pre-checks of one task only so often: run the gate again in some minutes.', 'DRS 限制同一任务的预检查频率：请过几分钟再运行门禁。'),
    'DRS.M01504': (0,_precheck_sentence_js__WEBPACK_IMPORTED_MODULE_0__/* .told */ .Ev)('Another operation runs on the task: wait until it has ended, then run the gate again.', '任务正在执行其他操作：请等其结束后再运行门禁。'),
    'DRS.M05003': (0,_precheck_sentence_js__WEBPACK_IMPORTED_MODULE_0__/* .told */ .Ev)('Check the task id and that project-id and region are those of the task.', '请检查任务 ID，以及 project-id 和 region 是否属于该任务。'),
    'DRS.M05004': (0,_precheck_sentence_js__WEBPACK_IMPORTED_MODULE_0__/* .told */ .Ev)('The task was deleted or its resources were released: create it anew and update job-ids.', '任务已被删除或其资源已释放：请重新创建任务并更新 job-ids。'),
    'DRS.M00289': (0,_precheck_sentence_js__WEBPACK_IMPORTED_MODULE_0__/* .told */ .Ev)('Check the task id and that project-id and region are those of the task.', '请检查任务 ID，以及 project-id 和 region 是否属于该任务。'),
    'DRS.M00307': (0,_precheck_sentence_js__WEBPACK_IMPORTED_MODULE_0__/* .told */ .Ev)('DRS wants the ids of the subtasks here, not the parent task.', '此处 DRS 需要子任务的 ID，而不是父任务的 ID。'),
    'DRS.M00308': (0,_precheck_sentence_js__WEBPACK_IMPORTED_MODULE_0__/* .told */ .Ev)('DRS wants the id of the parent task here, not a subtask.', '此处 DRS 需要父任务的 ID，而不是子任务的 ID。'),
    'DRS.M00261': (0,_precheck_sentence_js__WEBPACK_IMPORTED_MODULE_0__/* .told */ .Ev)('The project id does not belong to this account or region: check project-id and region.', '项目 ID 不属于该账号或区域：请检查 project-id 和 region。'),
    'DBS.280001': (0,_precheck_sentence_js__WEBPACK_IMPORTED_MODULE_0__/* .told */ .Ev)('DDM does not take the parameters: compare instance-id, database and request with the instance.', 'DDM 不接受这些参数：请将 instance-id、database 和 request 与实例核对。'),
    'DBS.300129': (0,_precheck_sentence_js__WEBPACK_IMPORTED_MODULE_0__/* .told */ .Ev)('The schema does not exist on this DDM instance: check database and instance-id.', '该 DDM 实例上没有此逻辑库：请检查 database 和 instance-id。'),
    'DBS.300130': (0,_precheck_sentence_js__WEBPACK_IMPORTED_MODULE_0__/* .told */ .Ev)('The schema must be in status RUNNING: wait for the operation on it, or repair it.', '逻辑库必须处于 RUNNING 状态：请等待其上的操作结束，或修复它。'),
    'DBS.300133': (0,_precheck_sentence_js__WEBPACK_IMPORTED_MODULE_0__/* .told */ .Ev)('A data node is busy with the scaling of a schema: wait until that has ended.', '某个数据节点正在执行逻辑库的分片变更：请等待其结束。'),
    'DBS.300323': (0,_precheck_sentence_js__WEBPACK_IMPORTED_MODULE_0__/* .told */ .Ev)('A data node (RDS instance) is not available: bring it into a regular state first.', '某个数据节点（RDS 实例）不可用：请先使其恢复正常。'),
    'DBS.300333': (0,_precheck_sentence_js__WEBPACK_IMPORTED_MODULE_0__/* .told */ .Ev)('Set one time zone on all data nodes, old and new.', '请将所有数据节点（新旧）设置为同一时区。'),
    'DBS.300334': (0,_precheck_sentence_js__WEBPACK_IMPORTED_MODULE_0__/* .told */ .Ev)('Set one sql_mode on all data nodes, old and new.', '请将所有数据节点（新旧）设置为相同的 sql_mode。'),
    'DBS.300356': (0,_precheck_sentence_js__WEBPACK_IMPORTED_MODULE_0__/* .told */ .Ev)('DDM cannot connect to a data node: check id, user and password in request, and the security group of the node.', 'DDM 无法连接某个数据节点：请检查 request 中的 id、user 和 password，以及该节点的安全组。'),
    'DBS.300357': (0,_precheck_sentence_js__WEBPACK_IMPORTED_MODULE_0__/* .told */ .Ev)('DDM cannot log in to a data node: check user and password in request.', 'DDM 无法登录某个数据节点：请检查 request 中的 user 和 password。'),
    'DBS.300358': (0,_precheck_sentence_js__WEBPACK_IMPORTED_MODULE_0__/* .told */ .Ev)('Data of an earlier change has not been cleared: clear the source data of that change first.', '之前一次变更的数据尚未清理：请先清理那次变更的源数据。'),
    'DBS.300360': (0,_precheck_sentence_js__WEBPACK_IMPORTED_MODULE_0__/* .told */ .Ev)('This DDM instance does not support the operation: shard configuration needs kernel 3.0.8.3.', '该 DDM 实例不支持此操作：分片配置需要内核版本 3.0.8.3。'),
    'DBS.300362': (0,_precheck_sentence_js__WEBPACK_IMPORTED_MODULE_0__/* .told */ .Ev)('The change is none that DDM can make: the number of shards or of data nodes must grow, to 64 shards at most.', 'DDM 无法执行这样的变更：分片数或数据节点数必须增加，且分片数最多 64。'),
    'DBS.300364': (0,_precheck_sentence_js__WEBPACK_IMPORTED_MODULE_0__/* .told */ .Ev)('A data node has too little disk space: enlarge it.', '某个数据节点的磁盘空间不足：请扩容。'),
    'DBS.300368': (0,_precheck_sentence_js__WEBPACK_IMPORTED_MODULE_0__/* .told */ .Ev)('Set one lower_case_table_names on all data nodes, old and new.', '请将所有数据节点（新旧）设置为相同的 lower_case_table_names。'),
    'DBS.300400': (0,_precheck_sentence_js__WEBPACK_IMPORTED_MODULE_0__/* .told */ .Ev)('DDM does not know this pre-check (any more): start a new one with mode run.', 'DDM 不（再）知道此预检查：请用 mode run 启动新的预检查。'),
    'DBS.300408': (0,_precheck_sentence_js__WEBPACK_IMPORTED_MODULE_0__/* .told */ .Ev)('DDM cannot reach a data node: check that both are in one VPC and what the security groups allow.', 'DDM 无法访问某个数据节点：请检查两者是否在同一 VPC 中，以及安全组是否放通。'),
    PARAM_ERROR: (0,_precheck_sentence_js__WEBPACK_IMPORTED_MODULE_0__/* .told */ .Ev)('OMS does not take the parameters: compare job-ids and request with the project in OMS.', 'OMS 不接受这些参数：请将 job-ids 和 request 与 OMS 中的项目核对。'),
    INNER_ERROR: (0,_precheck_sentence_js__WEBPACK_IMPORTED_MODULE_0__/* .told */ .Ev)('OMS failed inside: run the gate again; the cause stands in its log (ghana/Ghana/common-error.log on the OMS host).', 'OMS 内部出错：请重新运行门禁；原因见其日志（OMS 主机上的 ghana/Ghana/common-error.log）。'),
    'GHANA-OPERIE000000': (0,_precheck_sentence_js__WEBPACK_IMPORTED_MODULE_0__/* .told */ .Ev)('OMS failed inside, or is still creating an instance of the project: run the gate again in ten minutes.', 'OMS 内部出错，或仍在创建项目的实例：请在十分钟后重新运行门禁。'),
};
const BY_KIND = {
    transient: (0,_precheck_sentence_js__WEBPACK_IMPORTED_MODULE_0__/* .told */ .Ev)('The service could not answer. Run the gate again; if it stays so, give the request id to support.', '服务无法应答。请重新运行门禁；如果依然如此，请将请求 ID 提供给技术支持。'),
    'permission-denied': (0,_precheck_sentence_js__WEBPACK_IMPORTED_MODULE_0__/* .told */ .Ev)('Grant this identity the rights that the service needs, in the project of the task (for DRS drs:migrationJob:action and drs:migrationJob:get; the documentation on credentials has the others).', '请在任务所属项目中授予该身份所需的服务权限（DRS 为 drs:migrationJob:action 和 drs:migrationJob:get；其他服务见凭证文档）。'),
    'not-found': (0,_precheck_sentence_js__WEBPACK_IMPORTED_MODULE_0__/* .told */ .Ev)('Check the ids, the region and the project of this target.', '请检查此目标的 ID、区域和项目。'),
    'start-refused': (0,_precheck_sentence_js__WEBPACK_IMPORTED_MODULE_0__/* .told */ .Ev)('Correct what the service names, then run the gate again.', '请按服务的提示更正，然后重新运行门禁。'),
    'service-error': (0,_precheck_sentence_js__WEBPACK_IMPORTED_MODULE_0__/* .told */ .Ev)('Correct what the service names; if nothing is wrong there, give the request id to support.', '请按服务的提示更正；如果没有问题，请将请求 ID 提供给技术支持。'),
};
function addressAdvice(input, url) {
    return (0,_precheck_sentence_js__WEBPACK_IMPORTED_MODULE_0__/* .told */ .Ev)(`There is no such API at ${url.origin}${url.pathname}: check ${input}. It is a base URL, without the path of an API such as /v3 or /api/v2; at this host that would be ${url.origin}.`, `${url.origin}${url.pathname} 处没有这样的接口：请检查 ${input}。它是基础地址，不含 /v3 或 /api/v2 这样的接口路径；对此主机应为 ${url.origin}。`);
}
function isWrongAddress({ kind, code, understood }) {
    return (0,_error_table_js__WEBPACK_IMPORTED_MODULE_1__/* .isUnknownApiCode */ .ml)(code) || (kind === 'not-found' && !understood);
}
function adviceFor(kind, code, redirect) {
    if (redirect !== null)
        return (0,_precheck_sentence_js__WEBPACK_IMPORTED_MODULE_0__/* .told */ .Ev)('Set endpoint to the address of the service itself.', '请将 endpoint 设为服务本身的地址。');
    return (code === null ? undefined : BY_CODE[code.trim().toUpperCase()]) ?? BY_KIND[kind];
}


/***/ }),

/***/ 6257:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  sr: () => (/* binding */ THROTTLED_ADVICE),
  JN: () => (/* binding */ readAnswer),
  $r: () => (/* binding */ refusalFault),
  S2: () => (/* binding */ waitToldBy)
});

// EXTERNAL MODULE: ./precheck/sentence.js
var sentence = __webpack_require__(5540);
// EXTERNAL MODULE: ./cloud/advice.js
var cloud_advice = __webpack_require__(1407);
;// CONCATENATED MODULE: ./cloud/answer-words.js

function refusedText(facts, redirect, { message, encodedMessage }) {
    const encoded = encodedMessage === undefined ? '' : ` encoded_authorization_message: ${encodedMessage}`;
    return (0,sentence/* inEach */.B1)(in_ => {
        if (redirect !== null)
            return (0,sentence/* told */.Ev)(`${in_(facts)}, a redirect to ${in_(redirect)}, which is not followed.${encoded}`, `${in_(facts)}，重定向到${in_(redirect)}，不会跟随。${encoded}`);
        const words = message === null ? '' : `"${in_(message)}"`;
        return (0,sentence/* told */.Ev)(`${in_(facts)}${words && `, ${words}`}.${encoded}`, `${in_(facts)}${words && `，${words}`}。${encoded}`);
    });
}
const FACT_MAX_CHARACTERS = 64;
function factsText(httpStatus, code, requestId) {
    const head = code === null ? [`HTTP ${httpStatus}`] : [`HTTP ${httpStatus}`, brief(code)];
    if (requestId === null)
        return (0,sentence/* inEach */.B1)(in_ => (0,sentence/* told */.Ev)(head.map(in_).join(', '), head.map(in_).join('，')));
    return (0,sentence/* inEach */.B1)(in_ => (0,sentence/* told */.Ev)([...head.map(in_), `request id ${in_(brief(requestId))}`].join(', '), [...head.map(in_), `请求 ID ${in_(brief(requestId))}`].join('，')));
}
function brief(text) {
    const count = text.length;
    return count <= FACT_MAX_CHARACTERS ? text : (0,sentence/* told */.Ev)(`(of ${count} characters)`, `（${count} 个字符）`);
}

// EXTERNAL MODULE: ./cloud/error-body.js
var error_body = __webpack_require__(7790);
// EXTERNAL MODULE: ./cloud/error-table.js
var error_table = __webpack_require__(7860);
// EXTERNAL MODULE: ./cloud/fault.js
var fault = __webpack_require__(6639);
;// CONCATENATED MODULE: ./cloud/told-wait.js
const UNIT_MS = {
    second: 1_000,
    minute: 60_000,
    hour: 3_600_000,
    day: 86_400_000,
};
const WINDOW = /(?:\btime:\s*|\b\d+\/)(\d{1,6})\s*(second|minute|hour|day)/i;
const SECONDS = /^\d+(\.\d+)?$/;
const HTTP_DATE = /^[A-Z][a-z]+, \d\d[ -][A-Z][a-z]{2}[ -]\d{2,4} \d\d:\d\d:\d\d GMT$/;
function toldWait(retryAfter, text, date) {
    const waits = [waitOfHeader(retryAfter?.trim() ?? '', date), waitOfText(text)];
    return waits.find(wait => wait !== null && wait > 0) ?? null;
}
function waitOfHeader(value, date) {
    if (SECONDS.test(value))
        return Number(value) * 1_000;
    return HTTP_DATE.test(value) ? Date.parse(value) - date.getTime() : null;
}
function waitOfText(text) {
    const [, count, name] = WINDOW.exec(text) ?? [];
    const unit = UNIT_MS[name?.toLowerCase() ?? ''];
    return unit === undefined ? null : Number(count) * unit;
}

;// CONCATENATED MODULE: ./cloud/answer.js







const CLOCK_TOLERANCE_MS = 15 * 60_000;
const THROTTLED_ADVICE = (0,sentence/* told */.Ev)('Run fewer gates at the same time, or raise timeout-minutes.', '请减少同时运行的门禁数量，或增大 timeout-minutes。');
function readAnswer(call, answer, signedAt, redactBeginning) {
    const json = parseJson(answer.body);
    const error = json === undefined ? null : call.errorIn(json);
    const requestId = error?.requestId ?? requestIdOf(answer);
    const succeeded = answer.status >= 200 && answer.status < 300;
    const refused = () => {
        const message = error === null ? (0,error_body/* plainTextOf */.n)(rewritten(json) ?? answer.body, redactBeginning) : error.message;
        const said = { ...(error ?? NOTHING_SAID), message, requestId };
        return errorFault(call, answer, said, error !== null, signedAt);
    };
    if (!succeeded || (error !== null && error.isWeak !== true))
        throw refused();
    const parsed = call.schema.safeParse(json);
    if (parsed.success) {
        const { status: httpStatus, headers } = answer;
        return { value: parsed.data, httpStatus, requestId, headers };
    }
    if (error !== null)
        throw refused();
    const wrong = json === undefined ? notJson(answer, redactBeginning) : shapeFault(parsed.error);
    const facts = factsText(answer.status, null, requestId);
    const what = (0,sentence/* inEach */.B1)(in_ => (0,sentence/* told */.Ev)(`${in_(facts)}, but ${in_(wrong)}.`, `${in_(facts)}，但${in_(wrong)}。`));
    const input = call.addressInput ?? 'endpoint';
    throw new fault/* ApiFault */.dW({
        kind: 'transient',
        message: (0,fault/* couldNot */.NF)(call.doing, what),
        doing: call.doing,
        what,
        advice: (0,sentence/* told */.Ev)(`Check that ${input} is the service itself and not a login page or a proxy.`, `请确认 ${input} 是服务本身，而不是登录页面或代理。`),
        httpStatus: answer.status,
        requestId,
        invalidResponse: true,
    });
}
const NOTHING_SAID = { code: null, message: null, requestId: null, advice: null };
function errorFault(call, answer, error, understood, signedAt) {
    const fault = refusalFault({
        operation: call.operation,
        doing: call.doing,
        httpStatus: answer.status,
        redirect: redirectTarget(answer, call.url),
        error,
    });
    const throttled = (0,error_table/* isThrottled */.B5)(answer.status, fault.code);
    const clock = fault.kind === 'authentication-failed' ? clockAdvice(answer, signedAt) : null;
    const known = fault.with({ throttled, nothingStarted: throttled, understood });
    const own = (0,cloud_advice/* isWrongAddress */.s8)(known)
        ? (0,cloud_advice/* addressAdvice */.pj)(call.addressInput ?? 'endpoint', call.url)
        : fault.told.advice;
    const advice = throttled && fault.kind === 'transient' ? THROTTLED_ADVICE : (clock ?? own);
    return known.with({ advice });
}
function refusalFault({ operation, doing, httpStatus, error, redirect = null }) {
    const { code, requestId, encodedMessage } = error;
    const kind = (0,error_table/* classify */.L8)({ operation, httpStatus, code });
    const what = refusedText(factsText(httpStatus, code, requestId), redirect, error);
    const own = error.advice ?? (kind === 'authentication-failed' ? null : (0,cloud_advice/* adviceFor */.cp)(kind, code, redirect));
    return new fault/* ApiFault */.dW({
        kind,
        message: (0,fault/* couldNot */.NF)(doing, what),
        doing,
        what,
        advice: encodedMessage === undefined ? own : (0,sentence/* inRow */.qH)(own ?? '', DECODING),
        code,
        httpStatus,
        requestId,
        understood: true,
    });
}
const DECODING = (0,sentence/* told */.Ev)('Why, stands in encoded_authorization_message: the STS call DecodeAuthorizationMessage (POST /v5/decode-authorization-message) makes it readable.', '原因在 encoded_authorization_message 中：用 STS 接口 DecodeAuthorizationMessage（POST /v5/decode-authorization-message）可以解读。');
function waitToldBy(answer, fault, date) {
    return fault.throttled
        ? toldWait(headerOf(answer, 'retry-after'), fault.what ?? '', dateOf(answer) ?? date)
        : null;
}
const LONG_NUMBER = /\d[\d.]{15,}/;
function parseJson(body) {
    try {
        return LONG_NUMBER.test(body) ? JSON.parse(body, asWritten) : JSON.parse(body);
    }
    catch {
        return undefined;
    }
}
function asWritten(_key, value, context) {
    const source = context?.source;
    if (typeof value !== 'number' || source === undefined || !LONG_NUMBER.test(source))
        return value;
    return String(value) === source ? value : source;
}
function rewritten(json) {
    try {
        return JSON.stringify(json) ?? null;
    }
    catch {
        return null;
    }
}
function notJson(answer, redactBeginning) {
    if (answer.body.trim() === '')
        return (0,sentence/* told */.Ev)('the answer is empty', '应答是空的');
    const text = (0,error_body/* plainTextOf */.n)(answer.body, redactBeginning) ?? (0,sentence/* told */.Ev)('one long word', '一个很长的词');
    return (0,sentence/* inEach */.B1)(in_ => (0,sentence/* told */.Ev)(`the answer is not JSON: ${in_(text)}`, `应答不是 JSON：${in_(text)}`));
}
function shapeFault(error) {
    const issue = error.issues[0];
    if (issue === undefined || issue.path.length === 0)
        return (0,sentence/* told */.Ev)('the answer has an unknown shape at the answer', '应答的格式无法识别');
    const place = issue.path.join('.');
    return (0,sentence/* told */.Ev)(`the answer has an unknown shape at ${place}`, `应答在 ${place} 处的格式无法识别`);
}
function redirectTarget(answer, from) {
    if (answer.status < 300 || answer.status > 399)
        return null;
    const location = headerOf(answer, 'location');
    if (location === null)
        return (0,sentence/* told */.Ev)('an unnamed place', '未说明的地址');
    const host = URL.canParse(location, from.href) ? new URL(location, from).host : '';
    return host === '' ? (0,sentence/* told */.Ev)('an unreadable address', '无法识别的地址') : (0,sentence/* told */.Ev)(host, ` ${host}`);
}
function clockAdvice(answer, signedAt) {
    const theirs = dateOf(answer);
    if (signedAt === null || theirs === null)
        return null;
    const offMs = signedAt.getTime() - theirs.getTime();
    if (Math.abs(offMs) <= CLOCK_TOLERANCE_MS)
        return null;
    const minutes = Math.round(Math.abs(offMs) / 60_000);
    const [english, chinese] = offMs > 0 ? ['ahead of', '快'] : ['behind', '慢'];
    return (0,sentence/* told */.Ev)(`This machine's clock is ${minutes} minutes ${english} the service's; signatures hold for 15 minutes only. Set the runner's clock (NTP).`, `本机时钟比服务的时钟${chinese} ${minutes} 分钟；签名只在 15 分钟内有效。请校准运行器的时钟（NTP）。`);
}
function dateOf(answer) {
    const time = Date.parse(headerOf(answer, 'date') ?? '');
    return Number.isNaN(time) ? null : new Date(time);
}
function headerOf(answer, name) {
    const value = answer.headers[name];
    return typeof value === 'string' && value !== '' ? value : null;
}
const REQUEST_ID_HEADERS = ['x-request-id', 'x-iam-trace-id'];
function requestIdOf(answer) {
    return REQUEST_ID_HEADERS.map(name => headerOf(answer, name)).find(id => id !== null) ?? null;
}


/***/ }),

/***/ 7790:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   i: () => (/* binding */ errorInJson),
/* harmony export */   n: () => (/* binding */ plainTextOf)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6309);
/* harmony import */ var _precheck_sentence_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5540);


const text = zod__WEBPACK_IMPORTED_MODULE_1__/* .union */ .KCZ([zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(), zod__WEBPACK_IMPORTED_MODULE_1__/* .number */ .aig().transform(String)])
    .nullish()
    .catch(null);
const fields = {
    code: text,
    message: text,
    title: text,
    errorCode: text,
    errorMsg: text,
    errorMessage: text,
    error_code: text,
    error_msg: text,
    error_message: text,
    errCode: text,
    externalMessage: text,
    request_id: text,
    requestId: text,
    encoded_authorization_message: text,
};
const flat = zod__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc(fields);
const body = zod__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({ ...fields, error: flat.nullish().catch(null) });
const anyObject = zod__WEBPACK_IMPORTED_MODULE_1__/* .record */ .g1P(zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(), zod__WEBPACK_IMPORTED_MODULE_1__/* .unknown */ .L5J());
const PAGE_TITLE = /<title[^<>]{0,200}>([^<]+)/i;
const LONGEST_PAGE_CHARACTERS = 64 * 1024;
const LONGEST_PLAIN_TEXT_CHARACTERS = 500;
function errorInJson(json) {
    const said = body.safeParse(json).data;
    if (said === undefined)
        return null;
    const [pair, around] = [pairIn(said), aroundIn(json)];
    const inner = around === null ? null : pairIn(around);
    const { error } = said;
    const found = [
        { ...serviceFormat(said), from: said },
        { code: blankToNull(said.errCode), message: blankToNull(said.externalMessage), from: said },
        {
            code: blankToNull(error?.code),
            message: blankToNull(error?.message) ?? blankToNull(error?.title),
            from: error ?? said,
        },
        { ...(madeForErrors(said) ?? NOTHING), from: said, isWeak: false },
        { ...(pair ?? NOTHING), from: said, isWeak: !holdsNothingElse(json) },
        { ...(inner ?? NOTHING), from: around ?? said, isWeak: false },
    ].find(({ code, message }) => code !== null || message !== null);
    if (found === undefined)
        return null;
    const { from, ...rest } = found;
    const encoded = blankToNull(from.encoded_authorization_message ?? said.encoded_authorization_message);
    return {
        ...rest,
        requestId: requestIdIn(said) ?? requestIdIn(from),
        advice: null,
        ...(encoded === null ? {} : { encodedMessage: encoded }),
    };
}
const NOTHING = { code: null, message: null };
function serviceFormat({ error_code, error_msg, error_message }) {
    const code = blankToNull(error_code);
    return { code, message: blankToNull(error_msg) ?? (code === null ? null : blankToNull(error_message)) };
}
const SUCCESS = /^(?:success|ok|0|200)$/i;
function madeForErrors(said) {
    return firstWhole([said.errorCode, said.errorMsg ?? said.errorMessage]);
}
function pairIn(said) {
    return firstWhole([said.code, said.message], [said.errorCode, said.errorMsg ?? said.errorMessage], [said.error_code, said.error_msg], [said.errCode, said.externalMessage]);
}
function firstWhole(...pairs) {
    const told = pairs.map(pair => pair.map(blankToNull));
    const [code = null, message = null] = told.find(pair => pair.every(word => word !== null)) ?? [];
    return code === null || message === null || SUCCESS.test(code) ? null : { code, message };
}
const BESIDE = [...Object.keys(fields), 'success', 'status', 'timestamp', 'path'];
function holdsNothingElse(json) {
    return Object.keys(anyObject.safeParse(json).data ?? {}).every(key => BESIDE.includes(key));
}
function aroundIn(json) {
    const others = Object.entries(anyObject.safeParse(json).data ?? {}).filter(([key]) => !BESIDE.includes(key));
    const [only, ...more] = others;
    return only === undefined || more.length > 0 ? null : (flat.safeParse(only[1]).data ?? null);
}
function requestIdIn({ request_id, requestId }) {
    return blankToNull(request_id) ?? blankToNull(requestId);
}
function plainTextOf(body, redactBeginning) {
    const page = firstWords(redactBeginning(body, LONGEST_PAGE_CHARACTERS + 1), LONGEST_PAGE_CHARACTERS);
    const title = firstWords(PAGE_TITLE.exec(page)?.[1] ?? '', LONGEST_PLAIN_TEXT_CHARACTERS);
    if (title !== '')
        return (0,_precheck_sentence_js__WEBPACK_IMPORTED_MODULE_0__/* .told */ .Ev)(`a web page titled "${title}"`, `标题为 "${title}" 的网页`);
    const words = page.replaceAll(/(?:<[^<>]*>|\s)+/g, ' ');
    return blankToNull(firstWords(words, LONGEST_PLAIN_TEXT_CHARACTERS));
}
function firstWords(text, characters) {
    const words = text.slice(0, characters + 1).replaceAll(/\s+/g, ' ');
    if (text.length <= characters)
        return words.trim();
    return words.slice(0, Math.max(0, words.lastIndexOf(' '))).trim();
}
function blankToNull(value) {
    return value === undefined || value === null || value.trim() === '' ? null : value.trim();
}


/***/ }),

/***/ 7860:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B5: () => (/* binding */ isThrottled),
/* harmony export */   L8: () => (/* binding */ classify),
/* harmony export */   ml: () => (/* binding */ isUnknownApiCode),
/* harmony export */   rW: () => (/* binding */ isTryAgainCode),
/* harmony export */   sG: () => (/* binding */ isEmptyResultCode)
/* harmony export */ });
const CODES = {
    transient: ['DRS.M00004', 'DRS.M01501', 'DRS.M01503', 'DRS.M01504', 'INNER_ERROR', 'GHANA-OPERIE000000'],
    'authentication-failed': ['DRS.M00100'],
    'permission-denied': ['DRS.M00101', 'DRS.M00102', 'DRS.M00103', 'DRS.M00105', 'DRS.M00261'],
    'not-found': ['DRS.M05003', 'DRS.M05004', 'DRS.M00289', 'DRS.10000010', 'DBS.300129', 'DBS.300400'],
};
const GATEWAY_CODES = {
    '0301': 'authentication-failed',
    '0303': 'authentication-failed',
    '0305': 'authentication-failed',
    '0307': 'authentication-failed',
    '0302': 'permission-denied',
    '0304': 'permission-denied',
    '0306': 'permission-denied',
    '0310': 'permission-denied',
    '0801': 'permission-denied',
    '0802': 'permission-denied',
    '0101': 'not-found',
    '0308': 'transient',
};
const GATEWAY_CODE = /^API(?:GW|G|C)\.(\d{4})$/i;
const EMPTY_RESULT = 'DRS.M00002';
const PARAMETER_ERROR = 'DBS.280001';
const THROTTLED_CODE = '0308';
const UNKNOWN_API_CODE = '0101';
const TRY_AGAIN_CODES = ['DRS.M01503', 'DRS.M01504'];
function classify(signal) {
    return kindOfCode(signal) ?? kindOfStatus(signal);
}
function isTryAgainCode(code) {
    return code !== null && TRY_AGAIN_CODES.includes(normalise(code));
}
function isEmptyResultCode(code) {
    return code !== null && normalise(code) === EMPTY_RESULT;
}
function isThrottled(httpStatus, code) {
    return httpStatus === 429 || gatewayDigits(code) === THROTTLED_CODE;
}
function isUnknownApiCode(code) {
    return gatewayDigits(code) === UNKNOWN_API_CODE;
}
function kindOfCode({ operation, code }) {
    if (code === null)
        return null;
    const known = normalise(code);
    if (known === EMPTY_RESULT)
        return operation === 'read' ? 'transient' : null;
    if (known === PARAMETER_ERROR)
        return refusalOf(operation);
    const digits = gatewayDigits(known);
    if (digits !== null)
        return kindOfGatewayCode(digits);
    return (['transient', 'authentication-failed', 'permission-denied', 'not-found'].find(kind => CODES[kind].includes(known)) ?? null);
}
function kindOfGatewayCode(digits) {
    if (digits.startsWith('06'))
        return 'transient';
    return GATEWAY_CODES[digits] ?? null;
}
function kindOfStatus({ operation, httpStatus }) {
    if (httpStatus === 401)
        return 'authentication-failed';
    if (httpStatus === 403)
        return 'permission-denied';
    if (httpStatus === 404)
        return 'not-found';
    if (httpStatus === 408 || httpStatus === 429 || httpStatus >= 500)
        return 'transient';
    return refusalOf(operation);
}
function refusalOf(operation) {
    return operation === 'start' ? 'start-refused' : 'service-error';
}
function gatewayDigits(code) {
    return code === null ? null : (GATEWAY_CODE.exec(code.trim())?.[1] ?? null);
}
function normalise(code) {
    return code.trim().toUpperCase();
}


/***/ }),

/***/ 6639:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   NF: () => (/* binding */ couldNot),
/* harmony export */   Zw: () => (/* binding */ problemOf),
/* harmony export */   dW: () => (/* binding */ ApiFault)
/* harmony export */ });
/* unused harmony exports FAULT_KINDS, PREAMBLE_MAX_CHARACTERS */
/* harmony import */ var _precheck_own_problem_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4899);
/* harmony import */ var _precheck_sentence_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5540);


const FAULT_KINDS = (/* unused pure expression or super */ null && ([
    'transient',
    'authentication-failed',
    'permission-denied',
    'not-found',
    'start-refused',
    'service-error',
]));
const PREAMBLE_MAX_CHARACTERS = 280;
function couldNot(doing, what) {
    return (0,_precheck_sentence_js__WEBPACK_IMPORTED_MODULE_1__/* .inEach */ .B1)(in_ => (0,_precheck_sentence_js__WEBPACK_IMPORTED_MODULE_1__/* .told */ .Ev)(`${briefly(`Could not ${in_(doing)}`)}: ${in_(what)}`, `${briefly(`无法${in_(doing)}`)}：${in_(what)}`));
}
function briefly(preamble) {
    if (preamble.length <= PREAMBLE_MAX_CHARACTERS)
        return preamble;
    const kept = preamble.slice(0, PREAMBLE_MAX_CHARACTERS);
    return `${kept.slice(0, Math.max(0, kept.lastIndexOf(' ')))} …`;
}
class ApiFault extends Error {
    name = 'ApiFault';
    told;
    kind;
    doing;
    what;
    advice;
    code;
    httpStatus;
    requestId;
    layer;
    nothingStarted;
    understood;
    invalidResponse;
    throttled;
    retryAt;
    final;
    constructor(facts, cause) {
        super((0,_precheck_sentence_js__WEBPACK_IMPORTED_MODULE_1__/* .said */ .ag)(facts.message, 'en-us'), cause === undefined ? undefined : { cause });
        this.kind = facts.kind;
        const { message, doing = null, what = null, advice = null } = facts;
        this.told = { message, doing, what, advice };
        this.doing = doing && (0,_precheck_sentence_js__WEBPACK_IMPORTED_MODULE_1__/* .said */ .ag)(doing, 'en-us');
        this.what = what && (0,_precheck_sentence_js__WEBPACK_IMPORTED_MODULE_1__/* .said */ .ag)(what, 'en-us');
        this.advice = advice && (0,_precheck_sentence_js__WEBPACK_IMPORTED_MODULE_1__/* .said */ .ag)(advice, 'en-us');
        this.code = facts.code ?? null;
        this.httpStatus = facts.httpStatus ?? null;
        this.requestId = facts.requestId ?? null;
        this.layer = facts.layer ?? null;
        this.nothingStarted = facts.nothingStarted ?? false;
        this.understood = facts.understood ?? false;
        this.invalidResponse = facts.invalidResponse ?? false;
        this.throttled = facts.throttled ?? false;
        this.retryAt = facts.retryAt ?? null;
        this.final = facts.final ?? false;
    }
    with(changes) {
        return new ApiFault({ ...this.#facts(), ...changes }, this.cause ?? this);
    }
    #facts() {
        const { kind, told, code, httpStatus, requestId, layer } = this;
        const { nothingStarted, understood, invalidResponse, throttled, retryAt, final } = this;
        return {
            kind,
            ...told,
            code,
            httpStatus,
            requestId,
            layer,
            nothingStarted,
            understood,
            invalidResponse,
            throttled,
            retryAt,
            final,
        };
    }
}
function problemOf(fault) {
    const { told, code, httpStatus, requestId } = fault;
    const reason = fault.kind !== 'transient'
        ? fault.kind
        : fault.invalidResponse
            ? 'invalid-response'
            : 'service-unavailable';
    return (0,_precheck_own_problem_js__WEBPACK_IMPORTED_MODULE_0__/* .worded */ .MH)({ reason, code, httpStatus, requestId }, told);
}


/***/ })

};
