export const id = 162;
export const ids = [162];
export const modules = {

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

/***/ 9553:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   E4: () => (/* binding */ shapeFault),
/* harmony export */   EC: () => (/* binding */ readingOfFault),
/* harmony export */   F9: () => (/* binding */ isAgain)
/* harmony export */ });
/* harmony import */ var _cloud_error_table_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7860);
/* harmony import */ var _cloud_fault_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6639);
/* harmony import */ var _precheck_sentence_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5540);



function readingOfFault(task, fault, beside) {
    const problem = (0,_cloud_fault_js__WEBPACK_IMPORTED_MODULE_1__/* .problemOf */ .Zw)(fault);
    const { retryAt, throttled } = fault;
    const isEmpty = (0,_cloud_error_table_js__WEBPACK_IMPORTED_MODULE_0__/* .isEmptyResultCode */ .sG)(fault.code);
    return isAgain(fault)
        ? { kind: 'unread', task, problem, beside, isEmpty, retryAt, throttled }
        : { kind: 'ended', task, problem, beside };
}
function isAgain(fault) {
    return fault.kind === 'transient' && !fault.final;
}
function shapeFault(service, answer) {
    const { doing, what, httpStatus, requestId } = answer;
    const [english, chinese] = requestId === null ? ['', ''] : [` (request id ${requestId})`, `（请求 ID ${requestId}）`];
    return new _cloud_fault_js__WEBPACK_IMPORTED_MODULE_1__/* .ApiFault */ .dW({
        kind: 'transient',
        message: (0,_precheck_sentence_js__WEBPACK_IMPORTED_MODULE_2__/* .inEach */ .B1)(in_ => (0,_precheck_sentence_js__WEBPACK_IMPORTED_MODULE_2__/* .told */ .Ev)(`Could not ${in_(doing)}: the answer of ${service} has ${in_(what)}${english}.`, `无法${in_(doing)}：${service} 的应答有问题：${in_(what)}${chinese}。`)),
        advice: (0,_precheck_sentence_js__WEBPACK_IMPORTED_MODULE_2__/* .told */ .Ev)(`Check that endpoint is ${service} itself; if so, report the request to the support of the service.`, `请确认 endpoint 是 ${service} 本身；如果是，请将该请求提交给服务的技术支持。`),
        httpStatus,
        requestId,
        understood: true,
        invalidResponse: true,
    });
}


/***/ }),

/***/ 1832:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   j: () => (/* binding */ numbered)
/* harmony export */ });
/* harmony import */ var _canonical_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1020);

function numbered(items) {
    const taken = new Set(items.map(item => item.id));
    const given = new Map();
    for (const [id, alike] of Map.groupBy(items, item => item.id)) {
        let n = 1;
        for (const item of byContent(alike)) {
            while (n > 1 && taken.has(`${id}#${n}`))
                n += 1;
            given.set(item, n === 1 ? id : `${id}#${n}`);
            n += 1;
        }
    }
    return items.map(item => given.get(item) ?? item.id);
}
function byContent(alike) {
    if (alike.length === 1)
        return alike;
    const keyed = alike.map(item => ({ item, key: (0,_canonical_js__WEBPACK_IMPORTED_MODULE_0__/* .canonical */ .$N)(item.content) }));
    return keyed.sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0)).map(({ item }) => item);
}


/***/ }),

/***/ 9162:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  omsService: () => (/* binding */ omsService)
});

// EXTERNAL MODULE: ./cloud/fault.js
var cloud_fault = __webpack_require__(6639);
// EXTERNAL MODULE: ./precheck/sentence.js
var sentence = __webpack_require__(5540);
// EXTERNAL MODULE: ./services/faults.js
var faults = __webpack_require__(9553);
// EXTERNAL MODULE: ./services/start.js
var start = __webpack_require__(4502);
// EXTERNAL MODULE: ./services/text.js
var services_text = __webpack_require__(5015);
// EXTERNAL MODULE: ./services/endpoint.js
var services_endpoint = __webpack_require__(413);
// EXTERNAL MODULE: ../node_modules/zod/v4/classic/schemas.js + 4 modules
var schemas = __webpack_require__(6309);
// EXTERNAL MODULE: ./cloud/error-body.js
var error_body = __webpack_require__(7790);
// EXTERNAL MODULE: ./cloud/error-table.js
var error_table = __webpack_require__(7860);
// EXTERNAL MODULE: ./services/wire.js
var wire = __webpack_require__(2330);
// EXTERNAL MODULE: ./services/oms/caseless.js
var caseless = __webpack_require__(2119);
;// CONCATENATED MODULE: ./services/oms/envelope.js






const errorFields = {
    errorcode: wire/* anything */.D8,
    error_code: wire/* anything */.D8,
    errcode: wire/* anything */.D8,
    errordetail: wire/* anything */.D8,
    error: wire/* anything */.D8,
    errormessage: wire/* anything */.D8,
    error_msg: wire/* anything */.D8,
    errormsg: wire/* anything */.D8,
    externalmessage: wire/* anything */.D8,
};
const fields = {
    ...errorFields,
    success: wire/* anything */.D8,
    code: wire/* anything */.D8,
    message: wire/* anything */.D8,
    advice: wire/* anything */.D8,
    requestid: wire/* anything */.D8,
    request_id: wire/* anything */.D8,
    data: wire/* anything */.D8,
    totalcount: wire/* anything */.D8,
};
const anyEnvelope = (0,caseless/* caseless */.c)(fields);
const errorDetail = (0,caseless/* bareOrOnly */.o)((0,caseless/* caseless */.c)({ code: wire/* anything */.D8, message: wire/* anything */.D8, title: wire/* anything */.D8, proposal: wire/* anything */.D8 }));
const content = (0,caseless/* bareOrOnly */.o)((0,caseless/* caseless */.c)({ ...errorFields, success: wire/* anything */.D8, precheckstatus: wire/* anything */.D8, projectstatus: wire/* anything */.D8 }));
const envelope = anyEnvelope
    .refine(body => (0,services_text/* booleanOf */.SF)(body.success) === true, { path: ['success'] })
    .transform((body) => ({
    data: body.data ?? null,
    requestId: (0,services_text/* textOf */.b6)(body.requestid),
    totalCount: numberOf(body.totalcount),
}));
function errorInEnvelope(json) {
    const body = anyEnvelope.safeParse(json).data;
    if (body === undefined)
        return (0,error_body/* errorInJson */.i)(json);
    const success = (0,services_text/* booleanOf */.SF)(body.success);
    const around = saidIn(body, body.code);
    if (success === null && around === null)
        return (0,error_body/* errorInJson */.i)(json);
    const said = around ?? (success === true ? besideSuccess(body.data) : NOTHING_SAID);
    if (said === null)
        return null;
    return {
        code: said.code,
        message: said.detail ?? (0,services_text/* textOf */.b6)(body.message) ?? said.message,
        requestId: (0,services_text/* textOf */.b6)(body.requestid) ?? (0,services_text/* textOf */.b6)(body.request_id),
        advice: said.proposal ?? (0,services_text/* textOf */.b6)(body.advice),
    };
}
const NOTHING_SAID = { code: null, detail: null, message: null, proposal: null };
function saidIn(body, ...codes) {
    const objects = [body.errordetail, body.error].filter(hasContent);
    const parts = objects.map(value => errorDetail.safeParse(value).data ?? { message: value });
    const given = [...codes, body.errorcode, body.error_code, body.errcode, ...parts.map(part => part.code)];
    const code = decisiveCode(given.map(codeOfError));
    const texts = [body.errormessage, body.error_msg, body.errormsg, body.externalmessage];
    const [message = null] = texts
        .filter(text => !isSuccess(text))
        .map(services_text/* textOf */.b6)
        .filter(text => text !== null);
    if (code === null && message === null && objects.length === 0)
        return null;
    const first = (values) => values.map(services_text/* textOf */.b6).find(text => text !== null) ?? null;
    const detail = first(parts.flatMap(part => [part.message, part.title]));
    return { code, detail, message, proposal: first(parts.map(part => part.proposal)) };
}
function besideSuccess(data) {
    const inner = content.safeParse(data).data;
    if (inner === undefined)
        return null;
    const words = [inner.precheckstatus, inner.projectstatus].map(services_text/* wordOf */.aG).filter(word => word !== '');
    if (words.some(word => word !== 'FINISHED'))
        return null;
    return saidIn(inner) ?? ((0,services_text/* booleanOf */.SF)(inner.success) === false ? NOTHING_SAID : null);
}
function numberOf(value) {
    const text = (0,services_text/* textOf */.b6)(value);
    return text === null ? null : Number(text);
}
const WORDS_OF_SUCCESS = ['SUCCESS', 'OK', '0', '200'];
const isSuccess = (value) => WORDS_OF_SUCCESS.includes((0,services_text/* wordOf */.aG)(value));
function codeOfError(code) {
    return isSuccess(code) ? null : (0,services_text/* textOf */.b6)(code);
}
function hasContent(given) {
    const detail = Array.isArray(given) && given.length === 1 ? given[0] : given;
    const isEmpty = typeof detail === 'object' && detail !== null && Object.keys(detail).length === 0;
    return !isEmpty && (0,services_text/* textOf */.b6)(detail) !== null;
}
function decisiveCode(codes) {
    const given = codes.filter(code => code !== null).map(code => code.trim());
    const known = given.find(code => (0,error_table/* classify */.L8)({ operation: 'read', httpStatus: 200, code }) !== 'service-error');
    return known ?? given[0] ?? null;
}
const submittedId = (0,caseless/* bareOrOnly */.o)(schemas/* union */.KCZ([schemas/* string */.YjP(), (0,caseless/* caseless */.c)({ precheckid: schemas/* string */.YjP() }).transform(data => data.precheckid)])).pipe(schemas/* string */.YjP().trim().min(1));

;// CONCATENATED MODULE: ./services/oms/run.js




const itemFields = {
    name: wire/* anything */.D8,
    endpointtype: wire/* anything */.D8,
    role: wire/* anything */.D8,
    checktype: wire/* anything */.D8,
    status: wire/* anything */.D8,
    message: wire/* anything */.D8,
    errordetail: wire/* anything */.D8,
    skippable: wire/* anything */.D8,
    skipconsequence: wire/* anything */.D8,
    blackobjectsinfo: wire/* anything */.D8,
};
const NAMING_FIELDS = ['name', 'endpointtype', 'role', 'checktype', 'status'];
const item = (0,caseless/* caseless */.c)(itemFields).refine(entry => NAMING_FIELDS.some(field => entry[field] !== undefined));
const items = schemas/* preprocess */.vkY(listed, schemas/* array */.YOg(item));
function listed(value) {
    if (value === undefined)
        return [];
    if (typeof value !== 'object' || value === null || Array.isArray(value))
        return value;
    const values = Object.values(value);
    return values.every(one => typeof one === 'object' && one !== null) ? values.flat() : [value];
}
const UNFINISHED = ['INIT', 'PENDING', 'RUNNING'];
function rankOf(status) {
    if (status === 'FAILED')
        return 0;
    if (status === 'SKIPPED')
        return 2;
    if (UNFINISHED.includes(status))
        return 3;
    return status === 'FINISHED' ? 4 : 1;
}
const runData = (0,caseless/* bareOrOnly */.o)((0,caseless/* caseless */.c)({
    precheckid: wire/* anything */.D8,
    projectid: wire/* anything */.D8,
    precheckstatus: wire/* anything */.D8,
    projectstatus: wire/* anything */.D8,
    progress: wire/* anything */.D8,
    precheckresults: items.optional(),
})).transform((data, context) => {
    const words = [(0,services_text/* wordOf */.aG)(data.precheckstatus), (0,services_text/* wordOf */.aG)(data.projectstatus)].filter(word => word !== '');
    const [status = ''] = words.toSorted((a, b) => rankOf(a) - rankOf(b));
    const progress = (0,wire/* percentOf */.pR)(data.progress);
    const found = data.precheckresults ?? [];
    const wrong = (path, message) => context.addIssue({ code: 'custom', path: [path], message });
    if (status === '')
        wrong('preCheckStatus', 'missing');
    if (progress === undefined)
        wrong('progress', 'unreadable');
    return {
        status,
        progress: progress ?? null,
        precheckId: (0,services_text/* textOf */.b6)(data.precheckid),
        projectId: (0,services_text/* textOf */.b6)(data.projectid),
        items: found,
    };
});
const anyRun = (0,caseless/* caseless */.c)({
    precheckid: wire/* anything */.D8,
    projectid: wire/* anything */.D8,
    precheckresults: schemas/* preprocess */.vkY(listed, (0,wire/* readable */.HD)(item)),
});
const anyAnswer = (0,caseless/* caseless */.c)({ data: (0,caseless/* bareOrOnly */.o)(anyRun) }).transform(({ data }) => ({
    precheckId: (0,services_text/* textOf */.b6)(data.precheckid),
    projectId: (0,services_text/* textOf */.b6)(data.projectid),
    items: data.precheckresults,
}));
function runAmid(body) {
    return anyAnswer.safeParse(body).data ?? null;
}

;// CONCATENATED MODULE: ./services/oms/api.js






async function submitPrecheck(access, taskId, body) {
    const doing = (0,sentence/* told */.Ev)(`start the OMS pre-check of ${taskId}`, `启动 ${taskId} 的 OMS 预检查`);
    return call(access, 'SubmitPreCheck', { operation: 'start', doing, body }, submittedId);
}
async function readPrecheck(access, taskId, precheckId) {
    let body;
    const note = (json) => {
        body = json;
    };
    try {
        return await readRun(access, taskId, precheckId, note);
    }
    catch (fault) {
        if (!(fault instanceof cloud_fault/* ApiFault */.dW))
            throw fault;
        return { fault, amid: runAmid(body) };
    }
}
async function readRun(access, taskId, precheckId, note) {
    const [english, chinese] = taskId === precheckId ? ['', ''] : [` of ${taskId}`, `${taskId} 的`];
    const doing = (0,sentence/* told */.Ev)(`read the result of the OMS pre-check ${precheckId}${english}`, `读取 ${chinese} OMS 预检查 ${precheckId} 的结果`);
    const what = { operation: 'read', isPoll: true, doing, body: { id: precheckId }, note };
    return call(access, 'GetPreCheckResult', what, runData, ({ items }, { totalCount }) => {
        if (totalCount === null || totalCount <= items.length)
            return null;
        return Number.isNaN(totalCount)
            ? (0,sentence/* told */.Ev)('an unreadable totalCount', '无法识别的 totalCount')
            : (0,sentence/* told */.Ev)(`a totalCount of ${totalCount} beside ${items.length} items`, `totalCount 为 ${totalCount}，却只有 ${items.length} 个检查项`);
    });
}
async function call({ connection, endpoint }, action, { note, ...what }, schema, wrongIn = () => null) {
    const { value, httpStatus, requestId } = await connection.call({
        ...what,
        method: 'POST',
        url: (0,services_endpoint/* urlBelow */.dX)(endpoint, `/api/v2?Action=${action}`),
        schema: envelope,
        errorIn: json => {
            note?.(json);
            return errorInEnvelope(json);
        },
    });
    const data = schema.safeParse(value.data);
    const wrong = data.success ? wrongIn(data.data, value) : unknownShape(placeOf(data.error));
    if (data.success && wrong === null)
        return data.data;
    throw (0,faults/* shapeFault */.E4)('OMS', {
        doing: what.doing,
        what: wrong ?? unknownShape('data'),
        httpStatus,
        requestId: value.requestId ?? requestId,
    });
}
function unknownShape(place) {
    return (0,sentence/* told */.Ev)(`an unknown shape at ${place}`, `${place} 处的格式无法识别`);
}
function placeOf(error) {
    return ['data', ...(error.issues[0]?.path ?? [])].join('.');
}

// EXTERNAL MODULE: ./services/oms/health.js
var health = __webpack_require__(9672);
// EXTERNAL MODULE: ./services/oms/ids.js
var ids = __webpack_require__(5566);
// EXTERNAL MODULE: ./precheck/own-problem.js
var own_problem = __webpack_require__(4899);
// EXTERNAL MODULE: ./services/canonical.js
var canonical = __webpack_require__(1020);
;// CONCATENATED MODULE: ./services/oms/ending.js

function endingOf(run, items) {
    switch (run.status) {
        case 'INIT':
        case 'PENDING':
        case 'RUNNING':
            return { kind: 'running' };
        case 'FINISHED':
            return isWhole(run, items) ? { kind: 'ended', overall: 'none' } : { kind: 'running' };
        case 'FAILED':
            return { kind: 'ended', overall: 'run-failed' };
        case 'SKIPPED':
            return { kind: 'ended', overall: 'run-skipped' };
        default:
            return { kind: 'unknown' };
    }
}
function isWhole({ progress }, items) {
    return (progress === null || progress === 100) && !items.some(item => item.status === 'pending');
}
const UNKNOWN_STATUS_PATIENCE_MS = 60_000;
function unknownAfter(before, run, now) {
    const content = (0,canonical/* canonical */.$N)(run);
    return before?.content === content ? before : { content, since: now };
}

// EXTERNAL MODULE: ./services/item-ids.js
var item_ids = __webpack_require__(1832);
;// CONCATENATED MODULE: ./services/oms/items.js



const STATUS = new Map([
    ['PASSED', 'passed'],
    ['WARNING', 'warning'],
    ['WARN', 'warning'],
    ['ALARM', 'warning'],
    ['SKIPPED', 'skipped'],
    ['FAILED', 'failed'],
    ['INIT', 'pending'],
    ['PENDING', 'pending'],
    ['RUNNING', 'pending'],
    ['', 'pending'],
]);
const ABSENT = '-';
function checkItemsOf(items) {
    const named = items.map(item => ({ id: baseIdOf(item), content: item }));
    const ids = (0,item_ids/* numbered */.j)(named);
    return items.map((item, index) => checkItemOf(item, ids[index] ?? ABSENT));
}
function baseIdOf(item) {
    return [item.endpointtype, item.role, item.checktype].map(partOf).join('/');
}
function checkItemOf(item, id) {
    return {
        id,
        baseId: baseIdOf(item),
        topic: partOf(item.checktype),
        name: (0,services_text/* textOf */.b6)(item.name),
        group: null,
        status: STATUS.get((0,services_text/* wordOf */.aG)(item.status)) ?? 'unknown',
        rawStatus: (0,services_text/* textOf */.b6)(item.status),
        reason: (0,services_text/* textOf */.b6)(item.message),
        detail: (0,services_text/* textOf */.b6)(item.errordetail),
        suggestion: null,
        subJobs: [],
        skippable: (0,services_text/* booleanOf */.SF)(item.skippable),
        skipConsequence: (0,services_text/* textOf */.b6)(item.skipconsequence),
        blackObjects: blackObjectsOf(item.blackobjectsinfo),
    };
}
function partOf(value) {
    return (0,services_text/* textOf */.b6)(value)?.trim() ?? ABSENT;
}
const parsedJson = schemas/* custom */.IeY(value => value !== undefined);
function blackObjectsOf(value) {
    const objects = parsedJson.safeParse(value).data ?? null;
    if (typeof objects === 'string')
        return (0,services_text/* textOf */.b6)(objects);
    const empty = typeof objects === 'object' && objects !== null && Object.keys(objects).length === 0;
    return empty ? null : objects;
}

;// CONCATENATED MODULE: ./services/oms/reading.js




const PROJECT_ID = /^np_/i;
function readingOf(subject, run, runIds, before, now) {
    const { task, precheckId } = subject;
    const items = checkItemsOf(run.items);
    const ending = endingOf(run, items);
    const overall = ending.kind === 'ended' ? ending.overall : 'none';
    const picture = { precheckId, progress: run.progress, overall, items };
    const identity = identityOf(subject, run, runIds);
    if (ending.kind === 'unknown' && identity.kind !== 'other-task') {
        const unknown = unknownAfter(before, run, now);
        const problem = unknownStatus(task, precheckId, run.status);
        const isOver = now - unknown.since >= UNKNOWN_STATUS_PATIENCE_MS;
        const beside = { picture, isFirst: false };
        const reading = isOver
            ? { kind: 'ended', task, problem, beside }
            : { kind: 'unread', task, problem, beside, isEmpty: false, retryAt: null, throttled: false };
        return { reading, unknown };
    }
    const facts = {
        picture,
        finished: ending.kind !== 'running',
        identity,
        evidence: 'none',
        unreadable: null,
        standing: null,
    };
    return { reading: { kind: 'answer', task, facts }, unknown: null };
}
function besideOf(subject, amid, runIds) {
    if (amid === null || amid.items.length === 0)
        return null;
    if (identityOf(subject, amid, runIds).kind === 'other-task')
        return null;
    const items = checkItemsOf(amid.items);
    return {
        picture: { precheckId: subject.precheckId, progress: null, overall: 'none', items },
        isFirst: false,
    };
}
function identityOf({ task, precheckId, projectId }, run, runIds) {
    const ofRun = runIds.identityOf(task.id, [precheckId], run.precheckId);
    if (ofRun.kind === 'other-task')
        return ofRun;
    const ofProject = runIds.identityOf(task.id, [projectId ?? precheckId, precheckId], run.projectId);
    const isAnyProject = projectId === null && PROJECT_ID.test(run.projectId ?? '');
    if (ofProject.kind === 'strange' && isAnyProject)
        return ofRun;
    return ofRun.kind === 'own' || ofProject.kind === 'other-task' ? ofProject : ofRun;
}
function unknownStatus(task, precheckId, status) {
    const [english, chinese] = task.id === precheckId ? ['', ''] : [` of ${task.id}`, ` ${task.id} 的`];
    return (0,own_problem/* ownProblem */.O3)('unknown-status', (0,sentence/* told */.Ev)(`The OMS pre-check ${precheckId}${english} has the status ${status}, which OMS documents nowhere, so it counts as neither finished nor passed.`, `${chinese} OMS 预检查 ${precheckId} 的状态为 ${status}，OMS 的文档中没有该状态，因此既不算结束，也不算通过。`.trim()), (0,sentence/* told */.Ev)('Look at the pre-check in the OMS console. If the status is regular there, report the word to the maintainers of this action.', '请在 OMS 控制台中查看该预检查。如果该状态在控制台中是正常的，请告知本工具的维护者。'));
}

;// CONCATENATED MODULE: ./services/oms/oms.js









function omsService(access, request, ports) {
    return new OmsService(access, request, ports);
}
class OmsService {
    batchSize = 1;
    #access;
    #request;
    #ports;
    #explained;
    #known = new Map();
    constructor(access, request, ports) {
        this.#access = access;
        this.#request = request;
        this.#ports = ports;
        this.#explained = explainer(access, ports);
    }
    async start(tasks) {
        return Promise.all(tasks.map(task => this.#begin(task)));
    }
    async read(tasks) {
        return Promise.all(tasks.map(task => this.#read(task)));
    }
    async #begin(task) {
        const request = this.#request;
        if (request.mode === 'query')
            return this.#started(task, task.id);
        if (this.#ports.deadline.signal.aborted)
            return (0,start/* overtaken */.K1)(task, `the OMS pre-check of ${task.id}`);
        try {
            return this.#started(task, await submitPrecheck(this.#access, task.id, request.bodyOf(task)));
        }
        catch (error) {
            if (!(error instanceof cloud_fault/* ApiFault */.dW))
                throw error;
            const started = (0,start/* startedOfFaultWithoutId */.II)(task, error);
            return started.kind === 'ended'
                ? (0,start/* startedOfFaultWithoutId */.II)(task, await this.#advised(task, error))
                : started;
        }
    }
    #started(task, precheckId) {
        this.#known.set(task.id, { precheckId, unknown: null });
        return { kind: 'started', task, precheckId, boundById: true };
    }
    async #read(task) {
        const known = this.#known.get(task.id);
        if (known === undefined)
            throw new Error(`The OMS task ${task.id} is read before it is started`);
        const { precheckId, unknown } = known;
        const { clock, runIds } = this.#ports;
        const subject = { task, precheckId, projectId: this.#projectIdOf(task) };
        const run = await readPrecheck(this.#access, task.id, precheckId);
        if ('fault' in run) {
            const fault = (0,faults/* isAgain */.F9)(run.fault) ? run.fault : await this.#advised(task, run.fault);
            return (0,faults/* readingOfFault */.EC)(task, fault, besideOf(subject, run.amid, runIds));
        }
        const seen = readingOf(subject, run, runIds, unknown, clock.now());
        this.#known.set(task.id, { precheckId, unknown: seen.unknown });
        return seen.reading;
    }
    #projectIdOf(task) {
        return this.#request.mode === 'query' ? null : (0,services_text/* textOf */.b6)(this.#request.bodyOf(task)['projectId']);
    }
    async #advised(task, fault) {
        const explained = await this.#explained(fault);
        const { mode } = this.#request;
        const isKnownById = mode === 'query' || this.#projectIdOf(task) === task.id;
        return isKnownById ? (0,ids/* withIdAdvice */.W)(explained, task.id, mode) : explained;
    }
}
function explainer({ endpoint, connection }, { deadline, countRequest, transport }) {
    const url = (0,health/* healthPage */._e)(endpoint);
    let asked = null;
    return async (fault) => {
        const isBeforeHost = fault.layer === 'proxy' || fault.layer === 'TLS';
        if (fault.understood || isBeforeHost || deadline.signal.aborted)
            return fault;
        const { signal } = deadline;
        asked ??= (0,health/* askHealth */.Yj)(url, { agent: connection.agentFor(url), signal, countRequest, transport });
        const found = await asked;
        return found === null ? fault : fault.with({ message: (0,sentence/* inRow */.qH)(fault.told.message, (0,health/* findingOf */.hD)(url, found)) });
    };
}


/***/ }),

/***/ 4502:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   II: () => (/* binding */ startedOfFaultWithoutId),
/* harmony export */   K1: () => (/* binding */ overtaken),
/* harmony export */   jt: () => (/* binding */ startedOfFault)
/* harmony export */ });
/* harmony import */ var _cloud_error_table_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7860);
/* harmony import */ var _cloud_fault_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6639);
/* harmony import */ var _precheck_own_problem_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(4899);
/* harmony import */ var _precheck_sentence_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(5540);
/* harmony import */ var _faults_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(9553);





function mayHaveStarted(fault) {
    return fault.kind === 'transient' && !fault.nothingStarted && !(0,_cloud_error_table_js__WEBPACK_IMPORTED_MODULE_0__/* .isTryAgainCode */ .rW)(fault.code);
}
function startedOfFault(task, fault, precheckId) {
    const problem = (0,_cloud_fault_js__WEBPACK_IMPORTED_MODULE_1__/* .problemOf */ .Zw)(fault);
    if (mayHaveStarted(fault))
        return { kind: 'unconfirmed', task, precheckId, problem };
    if (!(0,_faults_js__WEBPACK_IMPORTED_MODULE_4__/* .isAgain */ .F9)(fault))
        return { kind: 'ended', task, problem };
    const { throttled, retryAt } = fault;
    const why = (0,_cloud_error_table_js__WEBPACK_IMPORTED_MODULE_0__/* .isTryAgainCode */ .rW)(fault.code) ? 'refused' : 'unreached';
    return { kind: 'not-started', task, problem, why, throttled, retryAt };
}
function startedOfFaultWithoutId(task, fault) {
    const started = startedOfFault(task, fault, null);
    return started.kind === 'unconfirmed'
        ? { kind: 'ended', task, problem: lostForGood(started.problem) }
        : started;
}
function lostForGood(problem) {
    const advice = (0,_precheck_sentence_js__WEBPACK_IMPORTED_MODULE_3__/* .told */ .Ev)('Without its id it cannot be read, and a second start could run beside it: wait until it can have ended, then run the gate again.', '没有其 ID 就无法读取，而再次启动可能与它同时运行：请等到它应已结束后，再重新运行门禁。');
    const words = (0,_precheck_own_problem_js__WEBPACK_IMPORTED_MODULE_2__/* .wordsOf */ .Z9)(problem);
    return (0,_precheck_own_problem_js__WEBPACK_IMPORTED_MODULE_2__/* .worded */ .MH)(problem, {
        message: (0,_precheck_sentence_js__WEBPACK_IMPORTED_MODULE_3__/* .inRow */ .qH)(words.message, (0,_precheck_sentence_js__WEBPACK_IMPORTED_MODULE_3__/* .told */ .Ev)('A pre-check may be running.', '可能有预检查正在运行。')),
        advice: (0,_precheck_sentence_js__WEBPACK_IMPORTED_MODULE_3__/* .inRow */ .qH)(advice, words.advice ?? ''),
    });
}
function overtaken(task, what) {
    const message = (0,_precheck_sentence_js__WEBPACK_IMPORTED_MODULE_3__/* .inEach */ .B1)(in_ => (0,_precheck_sentence_js__WEBPACK_IMPORTED_MODULE_3__/* .told */ .Ev)(`Could not start ${in_(what)}: the step ended before.`, `无法启动${in_(what)}：步骤已先结束。`));
    const problem = (0,_precheck_own_problem_js__WEBPACK_IMPORTED_MODULE_2__/* .ownProblem */ .O3)('timed-out', message, (0,_precheck_sentence_js__WEBPACK_IMPORTED_MODULE_3__/* .told */ .Ev)('Raise timeout-minutes.', '请增大 timeout-minutes。'));
    return { kind: 'ended', task, problem };
}


/***/ })

};
