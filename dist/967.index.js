export const id = 967;
export const ids = [967];
export const modules = {

/***/ 9967:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   validate: () => (/* binding */ validate)
/* harmony export */ });
/* harmony import */ var _cloud_fault_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6639);
/* harmony import */ var _cloud_patiently_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(953);
/* harmony import */ var _cloud_retry_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(9305);
/* harmony import */ var _connections_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7245);
/* harmony import */ var _precheck_own_problem_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(4899);
/* harmony import */ var _precheck_sentence_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(5540);
/* harmony import */ var _projects_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(267);
/* harmony import */ var _services_endpoint_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(413);








async function validate(given, ports) {
    const plan = withCredentialsThatAreThere(given, ports);
    const opened = (0,_connections_js__WEBPACK_IMPORTED_MODULE_2__/* .connect */ .Ng)(plan, ports);
    const { connections, counter } = opened;
    const connection = connections.get('huawei-cloud') ?? null;
    const patient = { ...ports, tries: _cloud_retry_js__WEBPACK_IMPORTED_MODULE_7__/* .PROBE_TRIES */ .Jb };
    const projects = await (0,_projects_js__WEBPACK_IMPORTED_MODULE_5__/* .lookUpProjects */ .$)(plan, connection, patient);
    if (projects.problems.length > 0)
        return { kind: 'validated', targets: [], ...counter, problems: projects.problems };
    sayWhatIsLeftOut(plan, ports);
    const ready = connection === null ? new Map() : await signInFor(plan, connection, projects, patient);
    const probing = probePorts(plan, opened, ports);
    const targets = await Promise.all(plan.targets.map(async (target) => {
        const faults = await faultsOf(target, ready.get(target) ?? null, probing(target));
        return targetOf(target, faults, ports.deadline);
    }));
    return { kind: 'validated', targets, ...counter, problems: [] };
}
function withCredentialsThatAreThere(plan, { side, environment }) {
    const isKeyless = plan.credentials.get('huawei-cloud')?.method.method === 'oidc';
    if (!isKeyless || !side.isFork || environment['ACTIONS_ID_TOKEN_REQUEST_URL'])
        return plan;
    const others = [...plan.credentials].filter(([kind]) => kind !== 'huawei-cloud');
    return { ...plan, credentials: new Map(others) };
}
function sayWhatIsLeftOut({ targets, credentials }, { side, notice }) {
    for (const [kind, what] of LEFT_OUT) {
        const without = targets.filter(target => target.credential === kind && !credentials.has(kind));
        const [first] = without;
        if (first === undefined)
            continue;
        const advice = (0,_precheck_own_problem_js__WEBPACK_IMPORTED_MODULE_3__/* .wordsOf */ .Z9)((0,_connections_js__WEBPACK_IMPORTED_MODULE_2__/* .noCredential */ .Xw)(first, side.isFork)).advice ?? '';
        const names = named(without);
        const missing = (0,_precheck_sentence_js__WEBPACK_IMPORTED_MODULE_4__/* .told */ .Ev)(`There are no credentials for target ${names}, ${what[0]}.`, `目标 ${names} 没有凭证，${what[1]}。`);
        notice('warning', (0,_precheck_sentence_js__WEBPACK_IMPORTED_MODULE_4__/* .inRow */ .qH)(missing, advice));
    }
    const unread = targets.filter(target => target.probe === undefined && credentials.has(target.credential));
    if (unread.length === 0)
        return;
    const names = named(unread);
    notice('notice', (0,_precheck_sentence_js__WEBPACK_IMPORTED_MODULE_4__/* .told */ .Ev)(`Nothing is read for target ${names}: without a run there is nothing that could be.`, `没有为目标 ${names} 读取任何内容：没有运行就没有可读取的结果。`));
}
const LEFT_OUT = [
    [
        'huawei-cloud',
        [
            'so sign-in, look-up of project ids and reads are left out there',
            '因此那里不进行登录、项目 ID 查询和读取',
        ],
    ],
    ['oms', ['so a run could not sign in there', '因此运行时无法在那里登录']],
];
function named(targets) {
    return targets.map(({ name }) => name).join(', ');
}
async function signInFor({ targets }, connection, projects, ports) {
    const ready = new Map();
    const byProject = new Map();
    for (const target of targets.filter(({ credential }) => credential === 'huawei-cloud')) {
        const id = await readyOrFault(async () => target.projectId ?? projects.idOf(target.region ?? ''));
        const signIn = (projectId) => readyOrFault(async () => {
            await (0,_cloud_patiently_js__WEBPACK_IMPORTED_MODULE_1__/* .patiently */ .d)(() => connection.signIn(target.endpoint, projectId), ports);
            return projectId;
        });
        const known = typeof id === 'string' ? (byProject.get(id) ?? (await signIn(id))) : id;
        if (typeof id === 'string')
            byProject.set(id, known);
        ready.set(target, known);
    }
    return ready;
}
async function readyOrFault(work) {
    try {
        return await work();
    }
    catch (error) {
        if (error instanceof _cloud_fault_js__WEBPACK_IMPORTED_MODULE_0__/* .ApiFault */ .dW)
            return error;
        throw error;
    }
}
function probePorts({ targets }, { anonymous, connections, countRequest }, ports) {
    const runIds = (0,_connections_js__WEBPACK_IMPORTED_MODULE_2__/* .runIdsOf */ .hi)(targets);
    const asked = new Map();
    const once = (name, work) => {
        const known = asked.get(name) ?? work();
        asked.set(name, known);
        return known;
    };
    return target => ({
        ...ports,
        connection: connections.get(target.credential) ?? anonymous,
        runIds: runIds(target),
        countRequest,
        once,
    });
}
async function faultsOf(target, ready, ports) {
    if (ready instanceof _cloud_fault_js__WEBPACK_IMPORTED_MODULE_0__/* .ApiFault */ .dW)
        return ready;
    const isLeftOut = ready === null && target.credential === 'huawei-cloud';
    const faults = isLeftOut ? undefined : await target.probe?.({ ...ports, projectId: ready ?? '' });
    return faults ?? new Map();
}
function targetOf({ name, service, endpoint, tasks }, faults, deadline) {
    const faultOf = (id) => (faults instanceof _cloud_fault_js__WEBPACK_IMPORTED_MODULE_0__/* .ApiFault */ .dW ? faults : faults.get(id));
    return {
        name,
        service,
        endpoint: (0,_services_endpoint_js__WEBPACK_IMPORTED_MODULE_6__/* .endpointText */ .HO)(endpoint),
        tasks: tasks.map(task => {
            const fault = faultOf(task.id);
            return { task, problem: fault === undefined ? null : problemIn(fault, deadline) };
        }),
    };
}
function problemIn(fault, { signal }) {
    const problem = (0,_cloud_fault_js__WEBPACK_IMPORTED_MODULE_0__/* .problemOf */ .Zw)(fault);
    if (fault.kind !== 'transient' || signal.reason !== 'cancelled')
        return problem;
    return (0,_precheck_own_problem_js__WEBPACK_IMPORTED_MODULE_3__/* .ownProblem */ .O3)('cancelled', (0,_precheck_sentence_js__WEBPACK_IMPORTED_MODULE_4__/* .told */ .Ev)('The step was cancelled before everything had been looked at.', '步骤在查看完全部内容之前被取消。'), (0,_precheck_sentence_js__WEBPACK_IMPORTED_MODULE_4__/* .told */ .Ev)('Run the gate again.', '请重新运行门禁。'));
}


/***/ })

};
