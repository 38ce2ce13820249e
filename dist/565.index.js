export const id = 565;
export const ids = [565];
export const modules = {

/***/ 3565:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   readBaseline: () => (/* binding */ readBaseline)
/* harmony export */ });
/* unused harmony export MAX_BASELINE_BYTES */
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6760);


const MAX_BASELINE_BYTES = 64 * 1024 * 1024;
async function readBaseline(file, workspace, warn) {
    try {
        const text = await textWithin(workspace, file);
        const { parseEarlierReport } = await __webpack_require__.e(/* import() */ 91).then(__webpack_require__.bind(__webpack_require__, 1091));
        return parseEarlierReport(text);
    }
    catch (error) {
        const why = error instanceof Error ? error.message : String(error);
        warn(`baseline: ${file} cannot be used: ${why}. This report does not say what has changed.`);
        return null;
    }
}
async function textWithin(workspace, file) {
    const root = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.realpath)(workspace);
    const found = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.realpath)(node_path__WEBPACK_IMPORTED_MODULE_1__.resolve(workspace, file)).catch((error) => {
        const isMissing = error instanceof Error && 'code' in error && error.code === 'ENOENT';
        throw isMissing ? new Error('it does not exist in the workspace (on a first run there is none)') : error;
    });
    const inside = node_path__WEBPACK_IMPORTED_MODULE_1__.relative(root, found);
    if (inside === '..' || inside.startsWith(`..${node_path__WEBPACK_IMPORTED_MODULE_1__.sep}`) || node_path__WEBPACK_IMPORTED_MODULE_1__.isAbsolute(inside))
        throw new Error('it lies outside the workspace, links followed');
    const { size, isFile } = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.stat)(found).then(info => ({ size: info.size, isFile: info.isFile() }));
    if (!isFile)
        throw new Error('it is no plain file');
    if (size > MAX_BASELINE_BYTES)
        throw new Error(`it is ${size} bytes long; at most ${MAX_BASELINE_BYTES} are read`);
    return (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readFile)(found, 'utf8');
}


/***/ })

};
