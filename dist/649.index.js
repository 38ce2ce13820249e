export const id = 649;
export const ids = [649];
export const modules = {

/***/ 6694:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   FT: () => (/* binding */ misspeltVariables),
/* harmony export */   HA: () => (/* binding */ defaultOf),
/* harmony export */   PC: () => (/* binding */ givenInputs),
/* harmony export */   XD: () => (/* binding */ optionOf),
/* harmony export */   rN: () => (/* binding */ givenToMerge)
/* harmony export */ });
/* harmony import */ var _plan_inputs_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9256);
/* harmony import */ var _plan_near_miss_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(3936);
/* harmony import */ var _plan_problems_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5885);
/* harmony import */ var _options_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1177);




const DEFAULT_REPORT_DIR = 'precheck-report';
const OF_COMMAND = /^PRECHECK_(.+)$/i;
const OTHERS = [_options_js__WEBPACK_IMPORTED_MODULE_2__/* .REQUEST_FILE */ .xM, 'json', 'id-token'];
function givenInputs(line, mode, environment, requestText) {
    const { operands, problems } = line;
    const known = new Set((0,_options_js__WEBPACK_IMPORTED_MODULE_2__/* .ofCommand */ .vL)((0,_plan_inputs_js__WEBPACK_IMPORTED_MODULE_0__/* .inputNames */ .vj)()));
    const read = (name) => {
        if (name === 'mode')
            return mode;
        if (!known.has(name))
            return '';
        if (name === 'request' && requestText !== null)
            return requestText;
        const given = optionOf(line, name, environment);
        return given === '' && name === 'report-dir' ? DEFAULT_REPORT_DIR : given;
    };
    const surplus = operands.map(() => (0,_plan_problems_js__WEBPACK_IMPORTED_MODULE_1__/* .problemText */ .fI)('command line', 'something that belongs to no option', '--name value'));
    return { read, problems: [...problems, ...surplus, ...otherMode(mode, environment)] };
}
function givenToMerge(line, environment) {
    const known = new Set((0,_options_js__WEBPACK_IMPORTED_MODULE_2__/* .ofCommand */ .vL)((0,_plan_inputs_js__WEBPACK_IMPORTED_MODULE_0__/* .mergeInputNames */ .$0)()));
    const read = (name) => {
        if (!known.has(name))
            return '';
        if (name === 'reports' && line.operands.length > 0)
            return JSON.stringify(line.operands);
        const given = optionOf(line, name, environment);
        return given === '' && name === 'report-dir' ? DEFAULT_REPORT_DIR : given;
    };
    return { read, problems: line.problems };
}
function optionOf({ values }, name, environment) {
    return values.get(name)?.trim() || environment[(0,_plan_inputs_js__WEBPACK_IMPORTED_MODULE_0__/* .variableOf */ .Qn)(name)]?.trim() || '';
}
function otherMode(mode, environment) {
    const variable = (0,_plan_inputs_js__WEBPACK_IMPORTED_MODULE_0__/* .variableOf */ .Qn)('mode');
    const given = environment[variable]?.trim() ?? '';
    if (given === '' || given === mode)
        return [];
    return [
        (0,_plan_problems_js__WEBPACK_IMPORTED_MODULE_1__/* .problemText */ .fI)(variable, `does not fit to the command ${mode}, which says the mode`, 'no such variable'),
    ];
}
function misspeltVariables(inputs, environment) {
    const open = (0,_options_js__WEBPACK_IMPORTED_MODULE_2__/* .ofCommand */ .vL)(inputs.names).filter(name => !inputs.isSet(name));
    return Object.entries(environment).flatMap(([variable, value]) => {
        const rest = OF_COMMAND.exec(variable)?.[1] ?? '';
        if (rest === '' || (value?.trim() ?? '') === '' || isVariable(variable))
            return [];
        const meant = (0,_plan_near_miss_js__WEBPACK_IMPORTED_MODULE_3__/* .nearestName */ .q)(rest, open);
        if (meant === null)
            return [];
        return [
            (0,_plan_problems_js__WEBPACK_IMPORTED_MODULE_1__/* .problemText */ .fI)((0,_plan_problems_js__WEBPACK_IMPORTED_MODULE_1__/* .quoted */ .TL)(variable), `no variable of this command; ${meant} is not set`, (0,_plan_inputs_js__WEBPACK_IMPORTED_MODULE_0__/* .variableOf */ .Qn)(meant)),
        ];
    });
}
function isVariable(variable) {
    return [...(0,_plan_inputs_js__WEBPACK_IMPORTED_MODULE_0__/* .inputNames */ .vj)(), ...(0,_plan_inputs_js__WEBPACK_IMPORTED_MODULE_0__/* .mergeInputNames */ .$0)(), ...OTHERS].some(name => (0,_plan_inputs_js__WEBPACK_IMPORTED_MODULE_0__/* .variableOf */ .Qn)(name) === variable);
}
function defaultOf(name) {
    return name === 'report-dir' ? DEFAULT_REPORT_DIR : _plan_inputs_js__WEBPACK_IMPORTED_MODULE_0__/* .DEFAULTS */ .zY[name];
}


/***/ }),

/***/ 649:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  VERSION: () => (/* binding */ VERSION),
  helpOf: () => (/* binding */ helpOf),
  overview: () => (/* binding */ overview)
});

// EXTERNAL MODULE: ./plan/inputs.js
var plan_inputs = __webpack_require__(9256);
// EXTERNAL MODULE: ./command/given.js
var command_given = __webpack_require__(6694);
;// CONCATENATED MODULE: ./command/input-texts.generated.json
const input_texts_generated_namespaceObject = /*#__PURE__*/JSON.parse('{"version":"1.0.0","groups":[{"title":"What to check","inputs":["service","job-ids","mode","precheck-mode","drs-api","project-id","project-name","region","endpoint","instance-id","database","request","language","config","config-ref","allowed-hosts","allowed-variables"]},{"title":"Credentials","inputs":["access-key-id","secret-access-key","security-token","auth-token","iam-user","iam-password","iam-domain","oidc-provider-urn","oidc-agency-urn","oidc-audience","iam-endpoint","sts-endpoint","oms-user","oms-password","ca-certificate"]},{"title":"Waiting","inputs":["timeout-minutes","poll-interval-seconds","settle-seconds"]},{"title":"Policy","inputs":["fail-on","waivers","waivers-ref"]},{"title":"Reports","inputs":["name","summary","annotations","report-dir","catalogue","baseline","comment","commit-status","commit-sha","github-token"]}],"inputs":{"service":"The service that runs the pre-check, `drs`, `ddm` or `oms`. Required unless `config` is set.","job-ids":"What to check, separated by commas, blanks or new lines, or one JSON array; a line that begins with `#` is left out. DRS: task ids. OMS with `mode: run`: project ids (`np_…`), each started; without any, `request` is started once. OMS with `mode: query`: pre-check ids (`t_…`). DDM with `mode: query`: one pre-check job id; with `mode: run`: leave empty.","mode":"`run` starts the pre-check and waits for its result. `query` starts nothing: it waits for and reads a pre-check that was started elsewhere, however old it is. `validate` starts nothing and checks no database: inputs and files, sign-in, and whether tasks can be read; without `commit-status` and `comment`.","precheck-mode":"DRS: what the pre-check prepares, `forStartJob` (the start of a task) or `forRetryJob` (the resumption of a failed or edited one).","drs-api":"DRS: version of the API that runs the pre-check, `v3`, or `v5` (open beta at the vendor), which tells runs apart by an id of their own. With `mode: query`, v5 needs the ids of runs, each as job id, colon, query id.","project-id":"Huawei Cloud project id. When empty: from `HUAWEI_CLOUD_PROJECT_ID`, `HUAWEICLOUD_SDK_PROJECT_ID` or `HW_PROJECT_ID`, else looked up from `region`. DRS and DDM need it or `region`.","project-name":"Name of the IAM project to look up when it is not the one named like the region, for example `cn-north-4_dev`. When empty: from `HW_PROJECT_NAME`. It is used for targets without a project id whose region it begins with, and as the scope of a token for an IAM user.","region":"Huawei Cloud region, for example `cn-north-4`; it gives the default endpoints. When empty: from `HUAWEI_CLOUD_REGION`, `HUAWEICLOUD_SDK_REGION` or `HW_REGION_NAME`.","endpoint":"Base URL of the service. DRS and DDM: only when it is not the default of the region, for example `https://drs.cn-north-4.myhuaweicloud.com`. OMS: required, for example `https://oms.example.com:8089`.","instance-id":"DDM: id of the instance.","database":"DDM: name of the schema.","request":"DDM and OMS with `mode: run`: the body of the start call as YAML or JSON, for example `data_nodes` and `new_shard_number` for DDM. OMS adds the `projectId` of each id in `job-ids`. Passwords and tokens in it are masked; take them from secrets of the repository. Nothing is replaced in it, so `${NAME}` is refused.","language":"Language of the service\'s texts and of titles and advice, `en-us` or `zh-cn`.","config":"Path of a YAML file with several targets, checked side by side. It takes the place of `service`, `endpoint`, `job-ids`, `instance-id`, `database` and `request`; `mode`, `precheck-mode`, `drs-api`, `project-id` and `region` become defaults for its targets.","config-ref":"Git ref to read the config file from through the GitHub API. When empty, the checked-out file in the workspace is read.","allowed-hosts":"Hosts (`host` or `host:port`) outside the vendor\'s domains that a config file may name as an endpoint, this machine included. No credential goes to any other host.","allowed-variables":"Names of the environment variables that `${NAME}` in a config file may use. Any other is refused, so that a change of the file cannot have a secret of the job sent to a database host.","access-key-id":"Huawei Cloud access key id. When no credential is given by inputs: from the first complete pair of `HUAWEI_CLOUD_ACCESS_KEY_ID` and `HUAWEI_CLOUD_SECRET_ACCESS_KEY`, `HUAWEICLOUD_SDK_AK` and `HUAWEICLOUD_SDK_SK`, `HW_ACCESS_KEY` and `HW_SECRET_KEY`.","secret-access-key":"The secret key that belongs to `access-key-id`.","security-token":"The security token that belongs to a temporary `access-key-id`.","auth-token":"An IAM token, in place of an access key. It holds for 24 hours and for one project.","iam-user":"Name of an IAM user; a token for the project is fetched from IAM. Needs `iam-password` and `iam-domain`.","iam-password":"Password of `iam-user`.","iam-domain":"Account (domain) name that `iam-user` belongs to.","oidc-provider-urn":"Without stored keys: URN of the identity provider in IAM that trusts GitHub. The job\'s id token is exchanged for temporary keys. Needs `oidc-agency-urn` and the permission `id-token: write`. When no credential is given by inputs and no access key by variables: from `HUAWEICLOUD_OIDC_PROVIDER_URN` and `HUAWEICLOUD_OIDC_AGENCY_URN`.","oidc-agency-urn":"URN of the IAM agency whose rights the temporary keys get.","oidc-audience":"Audience of the id token, as set in the identity provider. When empty, GitHub\'s default audience.","iam-endpoint":"Base URL of IAM, only when it is not the default of the region.","sts-endpoint":"Base URL of STS, only when it is not the default of the region.","oms-user":"OMS user. When no OMS credential is given by inputs, `OMS_USER` and `OMS_PASSWORD` are used.","oms-password":"Password of `oms-user`.","ca-certificate":"A private certificate authority to trust besides the system\'s, as PEM text or as the path of a PEM file.","timeout-minutes":"Deadline for the whole step, over 0 and at most 1440, decimals allowed. A pre-check that is not finished by then makes the gate inconclusive, never passed.","poll-interval-seconds":"Time between two reads of the results. `auto` adapts to the progress; a number (0.1 or more) is fixed.","settle-seconds":"How long a result that could be old (DRS) or not complete (DDM) must stand unchanged before it counts, 0.5 or more. `auto` is 120 for DRS and 60 for DDM.","fail-on":"What fails the step. `failed`: a failed check item. `warning`: a warning too. `never`: nothing but invalid inputs and cancellation; the decision is only reported. Under the first two an inconclusive gate fails as well.","waivers":"Path of the waiver file, which lists the findings that are accepted, each with reason, owner and last day.","waivers-ref":"Git ref to read the waiver file from through the GitHub API. When empty: on pull requests and merge groups the tip of the base branch where that is the default branch or protected, else of the default branch, so that a pull request cannot waive its own findings; the workspace on push, on schedule and on a manual run without `commit-status`; the default branch on every other event. The word `workspace` takes the checked-out file.","name":"Label of this gate, unique within a workflow (in a matrix, put the leg into it): up to 64 letters, digits, `.`, `_` and `-`. Must be set with `commit-status` or `comment`, because gates of one name overwrite each other there.","summary":"What the job summary shows: `full` (every check item), `findings` or `off`.","annotations":"Whether to write annotations, at most ten of each level.","report-dir":"Folder for `report.json`, `report.junit.xml` and `report.html`, relative to the workspace; made when missing, never emptied. When empty: `$RUNNER_TEMP/precheck-gate/<name>`; a second gate of the job without a name of its own takes `precheck-2`.","catalogue":"Path of a YAML file in the workspace with your own steps and link for check items. It changes no verdict, and reports say that the advice is the team\'s own.","baseline":"Path of an earlier `report.json` in the workspace: reports then say what is new, still there and fixed since. It changes no verdict, and one that is missing or cannot be used is only a warning.","comment":"Whether to write one comment on the pull request and keep it up to date, `never`, `on-failure` or `always`. Needs the permission `pull-requests: write`.","commit-status":"Whether to post the commit status `precheck-gate/<name>`, with which a manual run counts for a pull request. It follows the decision, also under `fail-on: never`. Needs the permission `statuses: write`.","commit-sha":"Commit for the status, 40 or 64 hexadecimal digits. When empty: the head of the pull request or merge group, or the pushed commit. Required with `commit-status` on any other event.","github-token":"Token for the comment, the commit status and files at a git ref."},"merge":{"groups":[{"title":"What to merge","inputs":["reports","expected","legs-result","max-age-minutes","any-run"]},{"title":"Policy","inputs":["fail-on"]},{"title":"Reports","inputs":["name","language","summary","annotations","report-dir","baseline","comment","commit-status","commit-sha","github-token"]}],"inputs":{"reports":"Files and folders with the reports of the legs, separated by commas, blanks or new lines, or one JSON array. Folders are searched for `report.json`, whatever is around it. They may lie anywhere.","expected":"Names (`name`) of the gates whose reports must be there, separated by commas, blanks or new lines, or one JSON array. Required. A name without a report makes the gate inconclusive, and so does a report with another name.","legs-result":"How the jobs of the legs ended: `needs.<job>.result` of their job. With `cancelled` or `skipped` a leg is missing, whatever reports an earlier attempt has left; so it is with `failure` when every report says passed.","max-age-minutes":"Longest time since a leg has finished. When empty, a report of this run is never too old.","any-run":"Whether reports of other runs count too, as long as they are of the commit of this run. Needed outside a CI, where no commit is compared.","fail-on":"What fails the step. `failed`: a merged decision that is not passed. `never`: nothing but invalid inputs and cancellation; the decision is only reported. Whether warnings fail, each leg has decided by its own `fail-on`.","name":"Label of the merged gate, unique within a workflow: up to 64 letters, digits, `.`, `_` and `-`. Must be set with `commit-status` or `comment`, because gates of one name overwrite each other there.","language":"Language of what the merged report says by itself, `en-us` or `zh-cn`. Advice stays as its leg has it.","summary":"What the job summary shows: `full` (every check item), `findings` or `off`.","annotations":"Whether to write annotations, at most ten of each level.","report-dir":"Folder for `report.json`, `report.junit.xml` and `report.html`, relative to the workspace; made when missing, never emptied. When empty: `$RUNNER_TEMP/precheck-gate/<name>`; a second gate of the job without a name of its own takes `precheck-2`.","baseline":"Path of an earlier `report.json` in the workspace: reports then say what is new, still there and fixed since. It changes no verdict, and one that is missing or cannot be used is only a warning.","comment":"Whether to write one comment on the pull request and keep it up to date, `never`, `on-failure` or `always`. Needs the permission `pull-requests: write`.","commit-status":"Whether to post the commit status `precheck-gate/<name>`, with which a manual run counts for a pull request. It follows the decision, also under `fail-on: never`. Needs the permission `statuses: write`.","commit-sha":"Commit for the status, 40 or 64 hexadecimal digits. When empty: the head of the pull request or merge group, or the pushed commit. Required with `commit-status` on any other event.","github-token":"Token for the comment and the commit status."}}}');
// EXTERNAL MODULE: ./command/options.js
var command_options = __webpack_require__(1177);
;// CONCATENATED MODULE: ./command/help.js




const VERSION = input_texts_generated_namespaceObject.version;
const INDENT = '      ';
const LINE_MAX_CHARACTERS = 100;
const OWN_TEXTS = {
    request: 'DDM and OMS with run: the body of the start call as YAML or JSON, for example data_nodes and new_shard_number for DDM. OMS adds the projectId of each id in job-ids. Passwords and tokens in it are never printed.',
    'config-ref': 'Git ref to read the config file from, fetched by git. When empty, the file in the working tree is read.',
    'waivers-ref': 'Git ref to read the waiver file from, fetched by git. When empty: the tip of the target branch in a pipeline for a merge request, so that it cannot waive its own findings; else the working tree. The word workspace takes the file in the working tree.',
    'report-dir': 'Folder for report.json, report.junit.xml, report.html and summary.md; made when missing, never emptied.',
    'oidc-provider-urn': 'Without stored keys: URN of the identity provider in IAM that trusts the CI system. The id token in PRECHECK_ID_TOKEN is exchanged for temporary keys. Needs oidc-agency-urn.',
    'oidc-audience': 'Without meaning here: the CI system makes the id token for an audience of its own choice.',
    summary: 'What summary.md shows: full (every check item), findings or off.',
};
const OWN_OPTIONS = new Map([
    [command_options/* REQUEST_FILE */.xM, 'Path of a file with the request.'],
    [command_options/* JSON_FLAG */.KH, 'Prints the outputs as a JSON object, in place of the last line of the verdict.'],
]);
const EXIT_CODES = `Exit codes:
  0  passed or validated (or only reported, fail-on: never)
  1  failed
  2  invalid input or command line
  3  inconclusive
  4  ended by a signal`;
const SIMPLE_EXIT_CODES = 'Exit codes: 0 done, 2 a command line or a file that makes no sense.';
const HOW_GIVEN = 'An option beats its variable (--job-ids: PRECHECK_JOB_IDS); paths are relative to the working directory. Secrets are taken from variables only.';
function overview(commands) {
    const width = Math.max(...[...commands.keys()].map(name => name.length));
    const lines = [...commands].map(([name, { summary }]) => `  ${name.padEnd(width)}  ${summary}`);
    return `Usage: precheck-gate COMMAND [options]

Runs the pre-check of a database migration (Huawei Cloud DRS and DDM, OceanBase OMS) and says by its exit code what came of it.

${lines.join('\n')}

precheck-gate COMMAND --help shows the options of a command, precheck-gate --version the version.

${EXIT_CODES}`;
}
function helpOf(name, { operands, summary, options }) {
    const [names, said] = name === 'merge' ? [(0,plan_inputs/* mergeInputNames */.$0)(), input_texts_generated_namespaceObject.merge] : [(0,plan_inputs/* inputNames */.vj)(), input_texts_generated_namespaceObject];
    const inputs = (0,command_options/* ofCommand */.vL)(names).filter(input => options.has(input));
    const groups = said.groups
        .map(({ title, inputs: of }) => ({ title, inputs: inputs.filter(input => of.includes(input)) }))
        .filter(group => group.inputs.length > 0)
        .map(group => `${group.title}\n\n${group.inputs.map(input => entry(input, options, said.inputs)).join('\n')}`);
    const own = [...OWN_OPTIONS].filter(([option]) => options.has(option));
    const isGate = options.has(command_options/* JSON_FLAG */.KH);
    const others = own.map(([option, text]) => `  --${option}${options.get(option) === 'flag' ? '' : ' VALUE'}\n${wrapped(text)}\n`);
    return [
        `Usage: precheck-gate ${name} ${operands}\n\n${summary}`,
        ...(isGate
            ? [HOW_GIVEN, ...groups, `More\n\n${others.join('\n')}`, EXIT_CODES]
            : [...groups, SIMPLE_EXIT_CODES]),
    ].join('\n\n');
}
function entry(input, options, known) {
    const kind = options.get(input);
    const head = kind === 'variable' ? (0,plan_inputs/* variableOf */.Qn)(input) : `--${input}${kind === 'flag' ? '' : ' VALUE'}`;
    const given = (0,command_given/* defaultOf */.HA)(input);
    const text = OWN_TEXTS[input] ?? (known[input] ?? '').replaceAll('`', '');
    return `  ${head}${given === '' ? '' : ` (${given})`}\n${wrapped(text)}\n`;
}
function wrapped(text) {
    const lines = [];
    for (const word of text.split(/\s+/)) {
        const last = lines.at(-1);
        if (last !== undefined && last.length + word.length < LINE_MAX_CHARACTERS)
            lines[lines.length - 1] = `${last} ${word}`;
        else
            lines.push(INDENT + word);
    }
    return lines.join('\n');
}


/***/ })

};
