export const id = 565;
export const ids = [565];
export const modules = {

/***/ 3565:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Z: () => (/* binding */ MAX_BASELINE_BYTES),
/* harmony export */   readBaseline: () => (/* binding */ readBaseline)
/* harmony export */ });
/* harmony import */ var _thrown_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4471);

const MAX_BASELINE_BYTES = 64 * 1024 * 1024;
async function readBaseline(file, { readWorkspace }, warn) {
    try {
        const read = await readWorkspace(file, MAX_BASELINE_BYTES);
        if (read.kind === 'absent')
            throw new Error('it does not exist in the workspace (on a first run there is none)');
        if (read.kind === 'refused')
            throw new Error(read.why);
        const { parseEarlierReport } = await __webpack_require__.e(/* import() */ 91).then(__webpack_require__.bind(__webpack_require__, 1091));
        return parseEarlierReport(read.text);
    }
    catch (error) {
        const why = (0,_thrown_js__WEBPACK_IMPORTED_MODULE_0__/* .errorOf */ .M)(error).message;
        warn(`baseline: ${file} cannot be used: ${why}. This report does not say what has changed.`);
        return null;
    }
}


/***/ })

};
