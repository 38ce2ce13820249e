export const id = 190;
export const ids = [190];
export const modules = {

/***/ 3190:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   probe: () => (/* binding */ probe)
/* harmony export */ });
/* harmony import */ var _health_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9672);

async function probe(endpoint, tasks, { connection, deadline: { signal }, countRequest, transport, once, notice }) {
    const url = (0,_health_js__WEBPACK_IMPORTED_MODULE_0__/* .healthPage */ ._e)(endpoint);
    const fault = await once(url.href, async () => {
        const agent = connection.agentFor(url);
        const found = await (0,_health_js__WEBPACK_IMPORTED_MODULE_0__/* .askHealth */ .Yj)(url, { agent, signal, countRequest, transport });
        const text = (0,_health_js__WEBPACK_IMPORTED_MODULE_0__/* .healthNotice */ .pP)(url, found);
        if (text !== null)
            notice('notice', text);
        return (0,_health_js__WEBPACK_IMPORTED_MODULE_0__/* .healthFault */ .bh)(url, found);
    });
    return new Map(fault === null ? [] : tasks.map(({ id }) => [id, fault]));
}


/***/ })

};
