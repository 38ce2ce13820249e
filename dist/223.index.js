export const id = 223;
export const ids = [223];
export const modules = {

/***/ 6223:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   requestSchema: () => (/* binding */ requestSchema),
/* harmony export */   resolveVariables: () => (/* binding */ resolveVariables),
/* harmony export */   secretsIn: () => (/* binding */ secretsIn)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2503);
/* harmony import */ var _credentials_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9164);


const requestSchema = zod__WEBPACK_IMPORTED_MODULE_1__/* .record */ .g1P(zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(), zod__WEBPACK_IMPORTED_MODULE_1__/* .json */ .Pq9())
    .describe('the body of the start call, as the API documents it');
const SECRET_KEY = /pass(word|wd)|secret|token|credential|private[-_]?key/i;
const REFERENCE = /\$\{([^}]*)\}/g;
const VARIABLE_NAME = /^[A-Za-z_][A-Za-z0-9_]*$/;
const RESERVED_PREFIX = /^(INPUT|ACTIONS|GITHUB|RUNNER)_/i;
function secretsIn(body) {
    const walk = (value, secret) => {
        if (typeof value === 'string')
            return secret && value !== '' ? [value] : [];
        if (Array.isArray(value))
            return value.flatMap(entry => walk(entry, secret));
        if (value === null || typeof value !== 'object')
            return [];
        return Object.entries(value).flatMap(([key, entry]) => walk(entry, secret || SECRET_KEY.test(key)));
    };
    return walk(body, false);
}
function resolveVariables(body, environment) {
    const secrets = [];
    const problems = [];
    const replace = (text, path) => text.replaceAll(REFERENCE, (reference, name) => {
        const problem = problemOf(name, environment);
        if (problem !== null)
            problems.push({ path, ...problem });
        const value = environment[name] ?? reference;
        if (problem === null)
            secrets.push(value);
        return value;
    });
    const walk = (value, path) => {
        if (typeof value === 'string')
            return replace(value, path);
        if (Array.isArray(value))
            return value.map((entry, index) => walk(entry, [...path, index]));
        if (value === null || typeof value !== 'object')
            return value;
        return Object.fromEntries(Object.entries(value).map(([key, entry]) => [key, walk(entry, [...path, key])]));
    };
    const entries = Object.entries(body).map(([key, value]) => [key, walk(value, [key])]);
    return { body: Object.fromEntries(entries), secrets, problems };
}
function problemOf(name, environment) {
    if (!VARIABLE_NAME.test(name))
        return { wrong: 'what stands between ${ and } is not a name', allowed: '${NAME}' };
    if (RESERVED_PREFIX.test(name) || _credentials_js__WEBPACK_IMPORTED_MODULE_0__/* .CREDENTIAL_VARIABLES */ .eB.includes(name)) {
        const allowed = "variables that are neither the runner's (INPUT_, ACTIONS_, GITHUB_, RUNNER_) nor credentials of the gate";
        return { wrong: 'the variable is reserved', allowed };
    }
    if ((environment[name] ?? '') === '') {
        return {
            wrong: 'the variable is not set',
            allowed: 'a variable of the step, set by env: in the workflow',
        };
    }
    return null;
}


/***/ })

};
