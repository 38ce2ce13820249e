export const id = 27;
export const ids = [27];
export const modules = {

/***/ 27:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   ProxyAgent: () => (/* binding */ ProxyAgent),
/* harmony export */   fetch: () => (/* binding */ fetch)
/* harmony export */ });
class ProxyAgent {
}
function fetch() {
    throw new Error('Requests go through src/cloud/fetch.ts');
}


/***/ })

};
