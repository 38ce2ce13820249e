export const id = 565;
export const ids = [565];
export const modules = {

/***/ 3565:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Z: () => (/* binding */ MAX_BASELINE_BYTES),
/* harmony export */   readBaseline: () => (/* binding */ readBaseline)
/* harmony export */ });
/* harmony import */ var _precheck_sentence_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5540);
/* harmony import */ var _thrown_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4471);


const MAX_BASELINE_BYTES = 64 * 1024 * 1024;
async function readBaseline(file, { readWorkspace }, warn) {
    try {
        const read = await readWorkspace(file, MAX_BASELINE_BYTES);
        if (read.kind === 'absent')
            return unusable(file, ABSENT, warn);
        if (read.kind === 'refused')
            return unusable(file, read.why, warn);
        const { parseEarlierReport } = await __webpack_require__.e(/* import() */ 91).then(__webpack_require__.bind(__webpack_require__, 1091));
        return parseEarlierReport(read.text);
    }
    catch (error) {
        return unusable(file, (0,_thrown_js__WEBPACK_IMPORTED_MODULE_1__/* .errorOf */ .M)(error).message, warn);
    }
}
const ABSENT = (0,_precheck_sentence_js__WEBPACK_IMPORTED_MODULE_0__/* .told */ .Ev)('it does not exist in the workspace (on a first run there is none)', '工作区中没有该文件（首次运行时还没有）');
function unusable(file, why, warn) {
    warn((0,_precheck_sentence_js__WEBPACK_IMPORTED_MODULE_0__/* .inEach */ .B1)(in_ => (0,_precheck_sentence_js__WEBPACK_IMPORTED_MODULE_0__/* .told */ .Ev)(`baseline: ${file} cannot be used: ${in_(why)}. This report does not say what has changed.`, `baseline：无法使用 ${file}：${in_(why)}。本报告不说明有哪些变化。`)));
    return null;
}


/***/ })

};
