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
/* harmony import */ var _cloud_retry_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(9305);
/* harmony import */ var _connections_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2163);
/* harmony import */ var _precheck_own_problem_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(4899);
/* harmony import */ var _projects_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(267);
/* harmony import */ var _services_endpoint_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(413);







async function validate(given, ports) {
    const plan = withCredentialsThatAreThere(given, ports);
    const opened = (0,_connections_js__WEBPACK_IMPORTED_MODULE_2__/* .connect */ .Ng)(plan, ports);
    const { connections, counter } = opened;
    const connection = connections.get('huawei-cloud') ?? null;
    const patient = { ...ports, tries: _cloud_retry_js__WEBPACK_IMPORTED_MODULE_5__/* .PROBE_TRIES */ .Jb };
    const projects = await (0,_projects_js__WEBPACK_IMPORTED_MODULE_3__/* .lookUpProjects */ .$)(plan, connection, patient);
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
        const advice = (0,_connections_js__WEBPACK_IMPORTED_MODULE_2__/* .noCredential */ .Xw)(first, side.isFork).advice ?? '';
        notice('warning', `There are no credentials for ${named(without)}, ${what}. ${advice}`);
    }
    const unread = targets.filter(target => target.probe === undefined && credentials.has(target.credential));
    if (unread.length === 0)
        return;
    notice('notice', `Nothing is read for ${named(unread)}: without a run there is nothing that could be.`);
}
const LEFT_OUT = [
    ['huawei-cloud', 'so sign-in, look-up of project ids and reads are left out there'],
    ['oms', 'so a run could not sign in there'],
];
function named(targets) {
    return `target ${targets.map(({ name }) => name).join(', ')}`;
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
        endpoint: (0,_services_endpoint_js__WEBPACK_IMPORTED_MODULE_4__/* .endpointText */ .HO)(endpoint),
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
    return (0,_precheck_own_problem_js__WEBPACK_IMPORTED_MODULE_6__/* .ownProblem */ .O)('cancelled', 'The step was cancelled before everything had been looked at.', 'Run the gate again.');
}


/***/ })

};
