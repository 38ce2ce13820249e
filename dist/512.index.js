export const id = 512;
export const ids = [512];
export const modules = {

/***/ 512:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  MAX_LEG_BYTES: () => (/* binding */ MAX_LEG_BYTES),
  runMerge: () => (/* binding */ runMerge)
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./catalogue/catalogue.js + 2 modules
var catalogue = __webpack_require__(2591);
// EXTERNAL MODULE: ./ci-run.js
var ci_run = __webpack_require__(125);
// EXTERNAL MODULE: ./deadline.js
var deadline = __webpack_require__(2625);
// EXTERNAL MODULE: ./gate.js + 21 modules
var gate = __webpack_require__(5531);
// EXTERNAL MODULE: ./plan/inputs.js
var inputs = __webpack_require__(9256);
// EXTERNAL MODULE: ./precheck/judge.js
var judge = __webpack_require__(6766);
// EXTERNAL MODULE: ./report/explain.js
var explain = __webpack_require__(5327);
// EXTERNAL MODULE: ./report/redacted-catalogue.js
var redacted_catalogue = __webpack_require__(130);
// EXTERNAL MODULE: ./workspace-file.js
var workspace_file = __webpack_require__(8447);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
// EXTERNAL MODULE: ./thrown.js
var thrown = __webpack_require__(4471);
;// CONCATENATED MODULE: ./merge/find-reports.js



const REPORT = 'report.json';
async function findReports(places, folder, signal) {
    const files = [];
    const closed = [];
    const absent = [];
    const reached = new Set();
    const visit = async (place, isGiven) => {
        if (signal.aborted)
            return;
        try {
            const { dev, ino, isFolder } = await kindOf(place);
            if (!isFolder && !isGiven && external_node_path_.basename(place) !== REPORT)
                return;
            if (reached.size === reached.add(`${dev}:${ino}`).size)
                return;
            if (!isFolder)
                return void files.push(place);
            for (const name of (await (0,promises_.readdir)(place)).toSorted())
                await visit(external_node_path_.join(place, name), false);
        }
        catch (error) {
            if (isGiven && isAbsent(error))
                absent.push(place);
            else if (!(await isDeadLink(place, error)))
                closed.push({ file: place, why: (0,thrown/* errorOf */.M)(error).message });
        }
    };
    for (const place of places)
        await visit(external_node_path_.resolve(folder, place), true);
    return { files, closed, absent };
}
async function kindOf(place) {
    const found = await (0,promises_.stat)(place, { bigint: true });
    return { dev: found.dev, ino: found.ino, isFolder: found.isDirectory() };
}
function isAbsent(error) {
    return error instanceof Error && 'code' in error && error.code === 'ENOENT';
}
async function isDeadLink(place, error) {
    try {
        const target = external_node_path_.resolve(external_node_path_.dirname(place), await (0,promises_.readlink)(place));
        return isAbsent(error) || target === place;
    }
    catch {
        return false;
    }
}

// EXTERNAL MODULE: ../node_modules/zod/v4/classic/schemas.js + 4 modules
var schemas = __webpack_require__(6309);
// EXTERNAL MODULE: ./report/schema.js
var schema = __webpack_require__(973);
;// CONCATENATED MODULE: ./merge/leg-text.js


const named = schemas/* object */.Ikc({ gate: schemas/* object */.Ikc({ name: schemas/* string */.YjP() }) });
function parseLeg(file, text) {
    const refused = (why, name = null) => ({ file, why, name });
    try {
        const content = JSON.parse(text);
        const report = schema/* reportSchema */.Q.safeParse(content);
        if (report.success)
            return { file, report: report.data };
        const name = named.safeParse(content).data?.gate.name ?? null;
        return refused('it is no report.json of this version of the gate', name);
    }
    catch {
        return refused(text.trim() === '' ? 'it is empty' : 'it is not JSON, only a part of it, or nested too deep');
    }
}

// EXTERNAL MODULE: ./plan/problems.js
var plan_problems = __webpack_require__(5885);
// EXTERNAL MODULE: ./precheck/fingerprint.js
var fingerprint = __webpack_require__(9949);
// EXTERNAL MODULE: ./precheck/model.js
var model = __webpack_require__(7956);
;// CONCATENATED MODULE: ./merge/proven.js



function unproven(report) {
    const { decision, reasonCode } = report.gate;
    const tasks = report.targets.flatMap(target => target.tasks);
    if (tasks.some(task => !isProven(task, report)))
        return 'a task of it has another outcome than its own items give';
    if (!isSame((0,judge/* countItems */.A1)(tasks.flatMap(task => task.items)), report.counts))
        return 'its counts are not those of its own items';
    if ((0,judge/* decisionOf */.uv)(reasonCode) !== decision)
        return 'its decision is not that of its reason code';
    if (tasks.length === 0)
        return decision === 'inconclusive' ? null : 'it has no task, so nothing can have come of it';
    if ((0,judge/* gateReason */.cG)((0,judge/* reasonsOf */.zM)(report.targets)) !== reasonCode)
        return 'its decision is not the one that its own tasks give';
    return report.problems.length === 0 || decision === 'failed' ? null : 'it lists problems beside its tasks';
}
function isProven(task, { gate, startedAt }) {
    const { error, items, reasonCode } = task;
    return (items.every(item => isWaivable(item, startedAt)) &&
        task.outcome === (0,judge/* decisionOf */.uv)(reasonCode) &&
        task.partial === (error !== null && items.length > 0) &&
        model/* OVERALLS */.t1.some(overall => (0,judge/* taskReason */.EB)(endingOf(task, overall), items, gate.failOn) === reasonCode));
}
function isWaivable({ status, waiver }, startedAt) {
    return waiver === null || ((0,fingerprint/* isFinding */.q)(status) && waiver.expires >= startedAt.slice(0, 'YYYY-MM-DD'.length));
}
function endingOf({ error, reasonCode }, overall) {
    if (error === null)
        return { problem: null, overall };
    return { problem: { reason: isInconclusive(reasonCode) ? reasonCode : 'not-verified' }, overall };
}
function isInconclusive(reasonCode) {
    return (0,judge/* decisionOf */.uv)(reasonCode) === 'inconclusive';
}
function isSame(one, other) {
    return (one.total === other.total &&
        one.passed === other.passed &&
        one.warning === other.warning &&
        one.failed === other.failed &&
        one.waived === other.waived &&
        one.unknown === other.unknown);
}

;// CONCATENATED MODULE: ./merge/legs.js


const LEGS_RESULTS = ['success', 'failure', 'cancelled', 'skipped'];
const CLOCKS_DIFFER_MS = 5 * 60_000;
function legsOf(files, rules) {
    const faults = [];
    const seen = new Set();
    const refuse = (file, name, why) => {
        if (name !== null)
            seen.add(name);
        const leg = name !== null && rules.expected.includes(name) ? `leg ${name}, ` : '';
        faults.push({ reason: 'leg-not-accepted', text: `${leg}${file}: not accepted, because ${why}` });
    };
    const candidates = [];
    for (const one of files) {
        if ('why' in one)
            refuse(one.file, one.name, one.why);
        else {
            const why = whyNone(one.report, rules);
            if (why === null)
                candidates.push(one);
            else
                refuse(one.file, one.report.gate.name, why);
        }
    }
    const byName = Map.groupBy(candidates, ({ report }) => report.gate.name);
    const accepted = rules.expected.flatMap(name => {
        const one = theOne(byName.get(name) ?? [], rules, refuse);
        return one === null ? [] : [one];
    });
    const missing = rules.expected.filter(name => !seen.has(name) && !byName.has(name));
    faults.push(...missing.map(missingLeg));
    return { accepted, faults: [...faults, ...resultFaults(rules, accepted, faults.length > 0)] };
}
function whyNone(report, rules) {
    const { expected } = rules;
    if (!expected.includes(report.gate.name))
        return `its name, ${(0,plan_problems/* quoted */.TL)(report.gate.name)}, is not expected`;
    if (report.targets.some(isValidated) || report.gate.decision === 'validated')
        return 'mode validate wrote it, which checks nothing';
    return otherRun(report.run, rules) ?? unproven(report);
}
function isValidated({ mode, tasks }) {
    return mode === 'validate' || tasks.some(task => task.outcome === 'validated');
}
function otherRun(of, { run, anyRun }) {
    if (anyRun) {
        if (run === null)
            return null;
        if (run.sha === null)
            return 'this run does not say which commit it is of';
        return of?.sha === run.sha ? null : 'it is not of the commit of this run';
    }
    if (run === null || of === null)
        return 'it does not say which run it is of';
    if (of.repository !== run.repository)
        return 'it is of another repository';
    return of.runId === run.runId ? null : 'it is of another run';
}
function theOne(candidates, rules, refuse) {
    const attempts = Map.groupBy(candidates, ({ report }) => (rules.anyRun ? 0 : (report.run?.runAttempt ?? 0)));
    const twice = [...attempts.values()].filter(same => same.length > 1).flat();
    const why = rules.anyRun
        ? 'there is another report of its name'
        : 'there is another report of its name and attempt';
    for (const { file, report } of twice)
        refuse(file, report.gate.name, why);
    const [last] = attempts.get(Math.max(...attempts.keys())) ?? [];
    if (twice.length > 0 || last === undefined)
        return null;
    const late = outOfTime(last.report, rules);
    if (late === null)
        return last.report;
    refuse(last.file, last.report.gate.name, late);
    return null;
}
function outOfTime({ finishedAt }, { now, maxAgeMs }) {
    const ageMs = now.getTime() - Date.parse(finishedAt);
    if (Number.isNaN(ageMs))
        return 'it does not say when it was finished';
    if (ageMs < -CLOCKS_DIFFER_MS)
        return `it is from the future (finished at ${finishedAt})`;
    if (maxAgeMs === null || ageMs <= maxAgeMs)
        return null;
    return `it is too old (finished at ${finishedAt}, and max-age-minutes is ${maxAgeMs / 60_000})`;
}
function missingLeg(name) {
    const text = `leg ${name}: missing, because no report of it was found; its job was skipped or cancelled, or ended before the gate, or did not hand its report over`;
    return { reason: 'leg-missing', text };
}
function resultFaults({ legsResult }, accepted, isExplained) {
    const fault = (text) => [{ reason: 'leg-missing', text: `legs-result: ${text}` }];
    switch (legsResult) {
        case 'cancelled':
        case 'skipped':
            return fault(`a leg is missing, because jobs of legs were ${legsResult}; reports of it are of an earlier attempt`);
        case 'failure':
            return !isExplained && accepted.every(({ gate }) => gate.decision === 'passed')
                ? fault('a leg is missing, because the job of one failed, and every report says passed; its log says why')
                : [];
        case 'success':
        case null:
            return [];
    }
}

// EXTERNAL MODULE: ./plan/fields.js
var fields = __webpack_require__(8520);
;// CONCATENATED MODULE: ./merge/merge-plan.js



const MINUTE_MS = 60_000;
const MAX_AGE = { min: Number.MIN_VALUE, max: Number.POSITIVE_INFINITY, allowed: 'over 0' };
const PATH = { pattern: /^[^\0]+$/, allowed: 'the path of a file or folder' };
function planMerge(inputs, run, problems) {
    if (inputs.get('fail-on') === 'warning') {
        const wrong = '"warning" is for the legs: each has decided by its own';
        problems.add((0,plan_problems/* problemText */.fI)('fail-on', wrong, 'failed or never'));
    }
    const anyRun = (0,fields/* booleanOf */.SF)(inputs, 'any-run', problems);
    if (run === null && !anyRun)
        problems.add((0,plan_problems/* problemText */.fI)('any-run', 'missing; without a CI no report can be of this run', 'true'));
    return {
        reports: required(inputs, 'reports', PATH, problems),
        expected: required(inputs, 'expected', fields/* GATE_NAME */.m, problems),
        run,
        anyRun,
        maxAgeMs: maxAgeOf(inputs, problems),
        legsResult: legsResultOf(inputs, problems),
    };
}
function required(inputs, name, rule, problems) {
    const list = (0,fields/* listOf */.c3)(inputs, name, rule, problems);
    if (list.length === 0 && !problems.isAbout(name))
        problems.add((0,plan_problems/* problemText */.fI)(name, 'missing', rule.allowed));
    return list;
}
function maxAgeOf(inputs, problems) {
    if (!inputs.isSet('max-age-minutes'))
        return null;
    const minutes = (0,fields/* numberOf */.rl)(inputs, 'max-age-minutes', MAX_AGE, problems);
    return minutes === null ? null : minutes * MINUTE_MS;
}
function legsResultOf(inputs, problems) {
    const given = inputs.optional('legs-result');
    const known = LEGS_RESULTS.find(word => word === given) ?? null;
    if (given !== null && known === null)
        problems.add((0,plan_problems/* problemText */.fI)('legs-result', `${(0,plan_problems/* quoted */.TL)(given)} is not valid`, (0,plan_problems/* alternatives */.Vo)(LEGS_RESULTS)));
    return known;
}

// EXTERNAL MODULE: ./report/baseline.js
var baseline = __webpack_require__(9841);
;// CONCATENATED MODULE: ./merge/merged.js


function mergedReport({ accepted, faults }, facts, redact) {
    const reasons = [...accepted.map(leg => leg.gate.reasonCode), ...faults.map(fault => fault.reason)];
    const reasonCode = (0,judge/* gateReason */.cG)(reasons);
    const targets = accepted.flatMap(leg => leg.targets.map(target => ({ ...target, name: redact(`${leg.gate.name}/${target.name}`) })));
    const { failOn, language } = facts;
    return {
        schemaVersion: 1,
        gate: {
            name: redact(facts.name),
            decision: (0,judge/* decisionOf */.uv)(reasonCode),
            reasonCode,
            enforced: failOn !== 'never',
            failOn,
            language,
        },
        startedAt: firstOf(accepted.map(leg => leg.startedAt)) ?? facts.startedAt.toISOString(),
        finishedAt: firstOf(accepted.map(leg => leg.finishedAt)) ?? facts.finishedAt.toISOString(),
        counts: accepted.reduce((sum, leg) => added(sum, leg.counts), (0,judge/* countItems */.A1)([])),
        requests: sumOf(accepted.map(leg => leg.requests)),
        polls: sumOf(accepted.map(leg => leg.polls)),
        problems: [
            ...faults.map(fault => fault.text),
            ...accepted.flatMap(leg => leg.problems.map(problem => `leg ${leg.gate.name}: ${problem}`)),
        ].map(redact),
        run: facts.run,
        ...(facts.earlier === null ? { targets, baseline: null } : (0,baseline/* comparedWith */.o)(facts.earlier, targets)),
        waivers: waiversOf(accepted),
    };
}
const sumOf = (numbers) => Math.min(Number.MAX_SAFE_INTEGER, numbers.reduce((sum, number) => sum + number, 0));
const firstOf = (times) => times.toSorted((a, b) => Date.parse(a) - Date.parse(b))[0];
function added(one, other) {
    return {
        total: one.total + other.total,
        passed: one.passed + other.passed,
        warning: one.warning + other.warning,
        failed: one.failed + other.failed,
        waived: one.waived + other.waived,
        unknown: one.unknown + other.unknown,
    };
}
function waiversOf(legs) {
    const own = legs.map(leg => leg.waivers);
    const withFile = own.filter(({ applied, expired, unused }) => applied + expired.length + unused.length > 0);
    const inAll = (waiver) => withFile.every(({ unused }) => unused.some(one => keyOf(one) === keyOf(waiver)));
    return {
        applied: sumOf(own.map(({ applied }) => applied)),
        expired: once(own.flatMap(({ expired }) => expired)),
        unused: once((withFile[0]?.unused ?? []).filter(inAll)),
        missed: once(own.flatMap(({ missed }) => missed)),
    };
}
const keyOf = (waiver) => JSON.stringify(waiver);
function once(waivers) {
    return [...new Map(waivers.map(waiver => [keyOf(waiver), waiver])).values()];
}

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
// EXTERNAL MODULE: ./report/build.js
var build = __webpack_require__(436);
// EXTERNAL MODULE: ./report/redacted-json.js
var redacted_json = __webpack_require__(8597);
;// CONCATENATED MODULE: ./merge/one-copy.js



class OneCopy {
    #items = new Map();
    #steps = new Map();
    #texts = new Map();
    #redact;
    constructor(redact) {
        this.#redact = redact;
    }
    report(report) {
        const { problems, run, targets, waivers } = report;
        return {
            ...report,
            problems: problems.map(this.#redact),
            run,
            baseline: null,
            targets: targets.map(target => this.#target(target)),
            waivers: {
                applied: waivers.applied,
                expired: waivers.expired.map(waiver => (0,build/* listedWaiver */.e)(waiver, this.#redact)),
                unused: waivers.unused.map(waiver => (0,build/* listedWaiver */.e)(waiver, this.#redact)),
                missed: waivers.missed.map(({ why, ...waiver }) => ({ ...(0,build/* listedWaiver */.e)(waiver, this.#redact), why })),
            },
        };
    }
    #target({ name, service, mode, endpoint, tasks }) {
        return {
            name: this.#redact(name),
            service: this.#text(service),
            mode,
            endpoint: this.#text(endpoint),
            tasks: tasks.map(task => this.#task(task)),
        };
    }
    #task(task) {
        const { id, label, place, precheckId, error, items } = task;
        return {
            ...task,
            id: this.#redact(id),
            label: label && this.#redact(label),
            place: place && { file: this.#text(place.file), line: place.line },
            precheckId: precheckId && this.#redact(precheckId),
            error: error && {
                code: this.#orNull(error.code),
                message: this.#redact(error.message),
                httpStatus: error.httpStatus,
                requestId: error.requestId && this.#redact(error.requestId),
                advice: this.#orNull(error.advice),
            },
            items: items.map(item => this.#item(item)),
        };
    }
    #item(item) {
        return kept(this.#items, (0,external_node_crypto_.hash)('sha256', JSON.stringify(item), 'base64'), () => ({
            id: this.#text(item.id),
            title: this.#text(item.title),
            group: this.#orNull(item.group),
            status: item.status,
            rawStatus: this.#orNull(item.rawStatus),
            reason: this.#orNull(item.reason),
            detail: item.detail && this.#redact(item.detail),
            suggestion: this.#orNull(item.suggestion),
            steps: this.#stepsOf(item.steps),
            adviceFrom: item.adviceFrom,
            doc: this.#orNull(item.doc),
            subJobs: item.subJobs.map(({ id, name, status }) => ({
                id: this.#orNull(id),
                name: this.#orNull(name),
                status: this.#orNull(status),
            })),
            skippable: item.skippable,
            skipConsequence: this.#orNull(item.skipConsequence),
            blackObjects: (0,redacted_json/* jsonOf */.o)(item.blackObjects, this.#redact),
            since: null,
            fingerprint: item.fingerprint,
            waiver: item.waiver && {
                reason: this.#text(item.waiver.reason),
                owner: this.#text(item.waiver.owner),
                expires: item.waiver.expires,
            },
        }));
    }
    #stepsOf(steps) {
        return kept(this.#steps, JSON.stringify(steps), () => steps.map(({ text, code, lang, changes, tried }) => ({
            text: this.#text(text),
            code: this.#orNull(code),
            lang: this.#orNull(lang),
            changes,
            tried,
        })));
    }
    #orNull(text) {
        return text === null ? null : this.#text(text);
    }
    #text(text) {
        return kept(this.#texts, text, () => this.#redact(text));
    }
}
function kept(map, key, make) {
    const known = map.get(key);
    if (known !== undefined)
        return known;
    const made = make();
    map.set(key, made);
    return made;
}

;// CONCATENATED MODULE: ./merge/merge.js
















const MAX_LEG_BYTES = 128 * 1024 * 1024;
function runMerge(ports) {
    return (0,gate/* runWhole */.J4)(ports, (0,inputs/* mergeInputNames */.$0)(), mergedDossier);
}
async function mergedDossier(run) {
    const { runner, inputs, problems, settings, secrets, startedAt, clock } = run;
    const plan = planMerge(inputs, (0,ci_run/* ciRun */.G)(runner.environment), problems);
    if (problems.any)
        return withoutLegs('invalid-input', run);
    const files = await readLegs(plan, run);
    const earlier = await (0,gate/* earlierReport */.Zk)(run);
    if (run.deadline.signal.aborted)
        return withoutLegs((0,deadline/* cutOffOf */.lu)(run.cancelled) === null ? 'timed-out' : 'cancelled', run);
    const facts = { ...settings, run: plan.run, startedAt, finishedAt: clock.date(), earlier };
    const report = mergedReport(legsOf(files, { ...plan, now: clock.date() }), facts, secrets.redact);
    return { report, explain: (0,explain/* explainReport */.O)((0,redacted_catalogue/* redactedCatalogue */.i)((0,catalogue/* catalogueIn */.Lz)(settings.language), secrets.redact)) };
}
function withoutLegs(reasonCode, run) {
    const verdict = (0,judge/* verdictWithoutTargets */.Qp)(reasonCode, run.settings.failOn);
    return (0,gate/* dossierOf */.NF)(verdict, { requests: 0, polls: 0 }, { placeOf: () => null, earlier: null }, run);
}
async function readLegs({ reports }, run) {
    const { signal } = run.deadline;
    const { workspace } = run.runner;
    const { files, closed, absent } = await findReports(reports, workspace, signal);
    for (const place of absent)
        run.notices.push({ level: 'warning', text: `reports: ${place} does not exist, so it holds no report` });
    const copies = new OneCopy(run.secrets.redact);
    const legs = closed.map(({ file, why }) => unreadable(shownPath(file, workspace), why));
    for (const file of files) {
        if (signal.aborted)
            break;
        legs.push(await readLeg(file, shownPath(file, workspace), copies));
    }
    return legs;
}
async function readLeg(file, shown, copies) {
    const read = await (0,workspace_file/* readLocalFile */.MM)(file, MAX_LEG_BYTES);
    switch (read.kind) {
        case 'found': {
            const leg = parseLeg(shown, read.text);
            return 'report' in leg ? { file: shown, report: copies.report(leg.report) } : leg;
        }
        case 'absent':
            return unreadable(shown, 'it is gone');
        case 'refused':
            return unreadable(shown, read.why);
    }
}
const unreadable = (file, why) => ({
    file,
    name: null,
    why: `it cannot be read (${why})`,
});
function shownPath(file, workspace) {
    const relative = external_node_path_.relative(workspace, file);
    return relative.startsWith('..') ? file : relative;
}


/***/ }),

/***/ 973:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Q: () => (/* binding */ reportSchema)
/* harmony export */ });
/* unused harmony export ADVICE_SOURCES */
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6309);
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9435);
/* harmony import */ var _precheck_model_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7956);
/* harmony import */ var _precheck_verdict_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(9264);



const text = zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP().nullable();
const reasonCode = zod__WEBPACK_IMPORTED_MODULE_1__/* ["enum"] */ .k5n(_precheck_model_js__WEBPACK_IMPORTED_MODULE_0__/* .REASONS */ .ez.map(([code]) => code));
const count = zod__WEBPACK_IMPORTED_MODULE_1__/* .int */ .Whr().min(0);
const waiver = zod__WEBPACK_IMPORTED_MODULE_1__/* .strictObject */ .rej({ reason: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(), owner: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(), expires: zod__WEBPACK_IMPORTED_MODULE_2__/* .date */ .p6() });
const listedWaiver = zod__WEBPACK_IMPORTED_MODULE_1__/* .strictObject */ .rej({ item: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(), service: text, task: text, ...waiver.shape });
const ADVICE_SOURCES = ['service', 'catalogue', 'team'];
const missedWaiver = zod__WEBPACK_IMPORTED_MODULE_1__/* .strictObject */ .rej({ ...listedWaiver.shape, why: zod__WEBPACK_IMPORTED_MODULE_1__/* ["enum"] */ .k5n(['changed', 'equal-names']) });
const step = zod__WEBPACK_IMPORTED_MODULE_1__/* .strictObject */ .rej({
    text: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(),
    code: text,
    lang: text,
    changes: zod__WEBPACK_IMPORTED_MODULE_1__/* .boolean */ .zMY(),
    tried: zod__WEBPACK_IMPORTED_MODULE_1__/* .boolean */ .zMY(),
});
const place = zod__WEBPACK_IMPORTED_MODULE_1__/* .strictObject */ .rej({ file: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(), line: zod__WEBPACK_IMPORTED_MODULE_1__/* .int */ .Whr().min(1) });
const item = zod__WEBPACK_IMPORTED_MODULE_1__/* .strictObject */ .rej({
    id: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(),
    title: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP().min(1),
    group: text,
    status: zod__WEBPACK_IMPORTED_MODULE_1__/* ["enum"] */ .k5n(_precheck_model_js__WEBPACK_IMPORTED_MODULE_0__/* .ITEM_STATUSES */ .J4),
    rawStatus: text,
    reason: text,
    detail: text,
    suggestion: text,
    steps: zod__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(step).readonly(),
    adviceFrom: zod__WEBPACK_IMPORTED_MODULE_1__/* ["enum"] */ .k5n(ADVICE_SOURCES).nullable(),
    doc: text,
    subJobs: zod__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_1__/* .strictObject */ .rej({ id: text, name: text, status: text })).readonly(),
    skippable: zod__WEBPACK_IMPORTED_MODULE_1__/* .boolean */ .zMY().nullable(),
    skipConsequence: text,
    blackObjects: zod__WEBPACK_IMPORTED_MODULE_1__/* .json */ .Pq9(),
    since: zod__WEBPACK_IMPORTED_MODULE_1__/* ["enum"] */ .k5n(['new', 'still']).nullable(),
    fingerprint: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP()
        .regex(/^[0-9a-f]{12}$/)
        .nullable(),
    waiver: waiver.nullable(),
});
const task = zod__WEBPACK_IMPORTED_MODULE_1__/* .strictObject */ .rej({
    id: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(),
    label: text,
    place: place.nullable(),
    precheckId: text,
    progress: zod__WEBPACK_IMPORTED_MODULE_1__/* .number */ .aig().min(0).max(100).nullable(),
    outcome: zod__WEBPACK_IMPORTED_MODULE_1__/* ["enum"] */ .k5n(_precheck_model_js__WEBPACK_IMPORTED_MODULE_0__/* .DECISIONS */ .Yv),
    reasonCode,
    partial: zod__WEBPACK_IMPORTED_MODULE_1__/* .boolean */ .zMY(),
    freshness: zod__WEBPACK_IMPORTED_MODULE_1__/* ["enum"] */ .k5n(['new', 'assumed', 'as-found']).nullable(),
    error: zod__WEBPACK_IMPORTED_MODULE_1__/* .strictObject */ .rej({
        code: text,
        message: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(),
        httpStatus: zod__WEBPACK_IMPORTED_MODULE_1__/* .int */ .Whr().nullable(),
        requestId: text,
        advice: text,
    })
        .nullable(),
    items: zod__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(item).readonly(),
});
const target = zod__WEBPACK_IMPORTED_MODULE_1__/* .strictObject */ .rej({
    name: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(),
    service: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(),
    mode: zod__WEBPACK_IMPORTED_MODULE_1__/* ["enum"] */ .k5n(_precheck_model_js__WEBPACK_IMPORTED_MODULE_0__/* .GATE_MODES */ .pQ),
    endpoint: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(),
    tasks: zod__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(task).readonly(),
});
const run = zod__WEBPACK_IMPORTED_MODULE_1__/* .strictObject */ .rej({
    ci: zod__WEBPACK_IMPORTED_MODULE_1__/* ["enum"] */ .k5n(['github', 'gitea', 'gitlab', 'jenkins']),
    repository: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(),
    sha: text,
    runId: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(),
    runAttempt: zod__WEBPACK_IMPORTED_MODULE_1__/* .int */ .Whr().min(1),
    job: text,
    url: text,
});
const baseline = zod__WEBPACK_IMPORTED_MODULE_1__/* .strictObject */ .rej({
    finishedAt: zod__WEBPACK_IMPORTED_MODULE_2__/* .datetime */ .w$(),
    decision: zod__WEBPACK_IMPORTED_MODULE_1__/* ["enum"] */ .k5n(_precheck_model_js__WEBPACK_IMPORTED_MODULE_0__/* .DECISIONS */ .Yv),
    new: count,
    fixed: count,
    still: count,
    notSeen: count,
    fixedItems: zod__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_1__/* .strictObject */ .rej({
        target: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(),
        task: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(),
        item: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(),
        title: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(),
        status: zod__WEBPACK_IMPORTED_MODULE_1__/* ["enum"] */ .k5n(_precheck_model_js__WEBPACK_IMPORTED_MODULE_0__/* .ITEM_STATUSES */ .J4),
    }))
        .readonly(),
});
const reportSchema = zod__WEBPACK_IMPORTED_MODULE_1__/* .strictObject */ .rej({
    schemaVersion: zod__WEBPACK_IMPORTED_MODULE_1__/* .literal */ .euz(1),
    gate: zod__WEBPACK_IMPORTED_MODULE_1__/* .strictObject */ .rej({
        name: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(),
        decision: zod__WEBPACK_IMPORTED_MODULE_1__/* ["enum"] */ .k5n(_precheck_model_js__WEBPACK_IMPORTED_MODULE_0__/* .DECISIONS */ .Yv),
        reasonCode,
        enforced: zod__WEBPACK_IMPORTED_MODULE_1__/* .boolean */ .zMY(),
        failOn: zod__WEBPACK_IMPORTED_MODULE_1__/* ["enum"] */ .k5n(_precheck_verdict_js__WEBPACK_IMPORTED_MODULE_3__/* .FAIL_ON */ .d$),
        language: zod__WEBPACK_IMPORTED_MODULE_1__/* ["enum"] */ .k5n(_precheck_model_js__WEBPACK_IMPORTED_MODULE_0__/* .LANGUAGES */ .Yj),
    }),
    startedAt: zod__WEBPACK_IMPORTED_MODULE_2__/* .datetime */ .w$(),
    finishedAt: zod__WEBPACK_IMPORTED_MODULE_2__/* .datetime */ .w$(),
    counts: zod__WEBPACK_IMPORTED_MODULE_1__/* .strictObject */ .rej({
        total: count,
        passed: count,
        warning: count,
        failed: count,
        waived: count,
        unknown: count,
    }),
    requests: count,
    polls: count,
    problems: zod__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP()).readonly(),
    targets: zod__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(target).readonly(),
    run: run.nullable(),
    baseline: baseline.nullable(),
    waivers: zod__WEBPACK_IMPORTED_MODULE_1__/* .strictObject */ .rej({
        applied: count,
        expired: zod__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(listedWaiver).readonly(),
        unused: zod__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(listedWaiver).readonly(),
        missed: zod__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(missedWaiver).readonly(),
    }),
});


/***/ }),

/***/ 9435:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   p6: () => (/* binding */ date),
/* harmony export */   w$: () => (/* binding */ datetime)
/* harmony export */ });
/* unused harmony exports time, duration */
/* harmony import */ var _core_index_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8729);
/* harmony import */ var _schemas_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6309);



function datetime(params) {
    return _core_index_js__WEBPACK_IMPORTED_MODULE_0__/* ._isoDateTime */ .G1(_schemas_js__WEBPACK_IMPORTED_MODULE_1__/* .ZodISODateTime */ .You, params);
}
function date(params) {
    return _core_index_js__WEBPACK_IMPORTED_MODULE_0__/* ._isoDate */ .db(_schemas_js__WEBPACK_IMPORTED_MODULE_1__/* .ZodISODate */ .Brp, params);
}
function time(params) {
    return core._isoTime(ZodISOTime, params);
}
function duration(params) {
    return core._isoDuration(ZodISODuration, params);
}


/***/ })

};
