export const id = 664;
export const ids = [664];
export const modules = {

/***/ 5664:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  ITEMS_SHOWN_MOST: () => (/* binding */ ITEMS_SHOWN_MOST),
  htmlTexts: () => (/* binding */ htmlTexts)
});

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
;// CONCATENATED MODULE: ./report/html/assets.generated.json
const assets_generated_namespaceObject = /*#__PURE__*/JSON.parse('{"K":"(function(){async function e(e,n){let r=e.parentElement?.querySelector(`code`);r&&await t(r)&&(e.classList.add(`done`),n!==null&&(n.textContent=document.body.dataset.copied??``),setTimeout(()=>{e.classList.remove(`done`),n!==null&&(n.textContent=``)},2e3))}async function t(e){try{return await navigator.clipboard.writeText(e.textContent??``),!0}catch{return getSelection()?.selectAllChildren(e),document.execCommand(`copy`)}}let n=[`q`,`status`,`service`,`task`],r={q:``,status:``,service:``,task:``};function i(e){let t=new URLSearchParams(e.replace(/^#/,``));if(!n.some(e=>t.has(e)))return null;let r=e=>t.get(e)??``;return{q:r(`q`),status:r(`status`),service:r(`service`),task:r(`task`)}}function a(e){let t=n.filter(t=>e[t]!==``).map(t=>[t,e[t]]);return t.length===0?``:`#${new URLSearchParams(t)}`}var o=class{#e;count;constructor(e){this.#e=[...e.querySelectorAll(`section[data-task]`)].map(e=>({section:e,task:e.dataset.task??``,service:e.dataset.service??``,rows:[...e.querySelectorAll(`tr[data-item]`)].map(e=>({element:e,status:e.dataset.status??``,text:null}))})),this.count=this.#e.reduce((e,{rows:t})=>e+t.length,0)}*prepare(){for(let{rows:e}of this.#e){for(let t of e)c(t);yield}}show(e){let t=e.q.toLowerCase().split(/\\\\s+/).filter(e=>e!==``),n=t.length>0||e.status!==``,r=0;for(let{section:i,task:a,service:o,rows:c}of this.#e){let u=(e.task===``||e.task===a)&&(e.service===``||e.service===o),d=0;if(u)for(let n of c)d+=s(n,e.status,t);l(i,!u||d===0&&n),r+=d}return r}};function s(e,t,n){let r=(t===``||t===e.status)&&n.every(t=>c(e).includes(t));return l(e.element,!r),+!!r}function c(e){return e.text??=`${e.element.dataset.item??``} ${e.element.textContent??``}`.toLowerCase(),e.text}function l(e,t){e.hidden!==t&&(e.hidden=t)}document.documentElement.classList.add(`js`),document.addEventListener(`DOMContentLoaded`,()=>{let t=document.querySelector(`#said`);document.addEventListener(`click`,({target:n})=>{if(!(n instanceof Element))return;let r=n.closest(`button.copy`);r!==null&&e(r,t);let i=n.closest(`a[href^=\\"#finding-\\"]`)?.getAttribute(`href`);i&&document.querySelector(i)?.focus()});let n=document.querySelector(`form`),r=document.querySelector(`#items`);n!==null&&r!==null&&u(n,r)});function u(e,t){let n=new o(t),s=e.querySelector(`output`),c=e=>{let r=n.show(e),i=t.dataset.shown??``;s&&(s.value=i.replace(`{shown}`,String(r)).replace(`{all}`,String(n.count)))},l=()=>{let t=p(e);history.replaceState(null,``,a(t)||location.pathname+location.search),c(t)},u=t=>{let n=i(location.hash);n!==null&&(m(e,n),c(p(e)),t&&document.querySelector(`#items-heading`)?.focus())};e.addEventListener(`input`,l),e.addEventListener(`submit`,e=>e.preventDefault()),e.addEventListener(`reset`,t=>{t.preventDefault(),m(e,r),l()}),addEventListener(`hashchange`,()=>u(!0)),c(r),u(!1),d(n.prepare())}function d(e){setTimeout(()=>{e.next().done!==!0&&d(e)})}function f(e,t){let n=e.elements.namedItem(t);return n instanceof HTMLInputElement||n instanceof HTMLSelectElement?n:null}function p(e){let t=t=>f(e,t)?.value??``;return{q:t(`q`).trim(),status:t(`status`),service:t(`service`),task:t(`task`)}}function m(e,t){for(let r of n){let n=f(e,r);n!==null&&(n.value=t[r],n instanceof HTMLSelectElement&&n.selectedIndex===-1&&(n.value=``))}}})();","i":":root {\\ncolor-scheme: light dark;\\n--ground: light-dark(#ffffff, #0d1117);\\n--raised: light-dark(#f6f8fa, #161b22);\\n--line: light-dark(#d1d9e0, #3d444d);\\n--text: light-dark(#1f2328, #e6edf3);\\n--minor: light-dark(#59636e, #9da7b3);\\n--link: light-dark(#0550ae, #79b8ff);\\n--failed: light-dark(#a40e26, #ff9b92);\\n--warning: light-dark(#7d4e00, #e3b341);\\n--passed: light-dark(#116329, #6bd07c);\\n--waived: light-dark(#5e3db3, #c4a7ff);\\n--focus: light-dark(#0550ae, #79b8ff);\\n}\\n* {\\nbox-sizing: border-box;\\n}\\nhtml {\\nscroll-padding-top: 1rem;\\n}\\nbody {\\nmargin: 0;\\nbackground: var(--ground);\\ncolor: var(--text);\\nfont:\\n16px / 1.5 system-ui,\\n-apple-system,\\n\\"Segoe UI\\",\\n\\"Noto Sans\\",\\n\\"Noto Sans CJK SC\\",\\n\\"PingFang SC\\",\\n\\"Microsoft YaHei\\",\\nsans-serif;\\noverflow-wrap: anywhere;\\n}\\nmain {\\nmax-width: 72rem;\\nmargin: 0 auto;\\npadding: 1.5rem 1rem 4rem;\\n}\\nh1,\\nh2,\\nh3,\\nh4 {\\nline-height: 1.25;\\nmargin: 1.25em 0 0.5em;\\n}\\nh1 {\\nfont-size: 1.75rem;\\nmargin-top: 0;\\n}\\nh2 {\\nfont-size: 1.35rem;\\npadding-bottom: 0.3em;\\nborder-bottom: 1px solid var(--line);\\n}\\nh3 {\\nfont-size: 1.1rem;\\n}\\nh4 {\\nfont-size: 1rem;\\nmargin-bottom: 0.25em;\\n}\\np,\\nul,\\nol {\\nmargin: 0.5em 0;\\n}\\nul,\\nol {\\npadding-left: 1.5em;\\n}\\na {\\ncolor: var(--link);\\n}\\n:focus-visible {\\noutline: 2px solid var(--focus);\\noutline-offset: 2px;\\n}\\n[hidden] {\\ndisplay: none;\\n}\\nhtml:not(.js) .scripted,\\nhtml:not(.js) button.copy {\\ndisplay: none;\\n}\\ncode,\\npre {\\nfont-family: ui-monospace, SFMono-Regular, Menlo, Consolas, \\"Liberation Mono\\", monospace;\\nfont-size: 0.875em;\\n}\\n.verdict {\\nborder-left: 0.5rem solid var(--minor);\\npadding: 0.25rem 0 0.25rem 1rem;\\n}\\n.verdict.failed {\\nborder-color: var(--failed);\\n}\\n.verdict.passed {\\nborder-color: var(--passed);\\n}\\n.verdict.inconclusive {\\nborder-color: var(--warning);\\n}\\n.chips {\\ndisplay: flex;\\nflex-wrap: wrap;\\ngap: 0.5rem 0.75rem;\\nlist-style: none;\\npadding: 0;\\n}\\n.badge {\\ndisplay: inline-block;\\nborder: 1px solid currentColor;\\nborder-radius: 1em;\\npadding: 0 0.6em;\\nfont-size: 0.875em;\\nfont-weight: 600;\\nwhite-space: nowrap;\\ncolor: var(--minor);\\n}\\n.badge.failed,\\n.badge.since-new {\\ncolor: var(--failed);\\n}\\n.badge.warning,\\n.badge.skipped,\\n.badge.unknown,\\n.badge.pending,\\n.badge.inconclusive,\\n.badge.since-notSeen,\\n.badge.changes {\\ncolor: var(--warning);\\n}\\n.badge.passed,\\n.badge.since-fixed,\\n.badge.tried {\\ncolor: var(--passed);\\n}\\n.badge.waived {\\ncolor: var(--waived);\\n}\\n.minor {\\ncolor: var(--minor);\\nfont-weight: 400;\\nfont-size: 0.875rem;\\n}\\n.lines {\\nwhite-space: pre-line;\\n}\\n.nowrap {\\nwhite-space: nowrap;\\n}\\n.card {\\nbackground: var(--raised);\\nborder: 1px solid var(--line);\\nborder-left-width: 0.3rem;\\nborder-radius: 6px;\\npadding: 0.75rem 1rem;\\nmargin: 1rem 0;\\n}\\n.many .card {\\ncontent-visibility: auto;\\ncontain-intrinsic-size: auto 20rem;\\n}\\n.card > h3 {\\nmargin-top: 0;\\n}\\n.card.failed {\\nborder-left-color: var(--failed);\\n}\\n.card.warning,\\n.card.inconclusive {\\nborder-left-color: var(--warning);\\n}\\n.objects {\\nmax-height: 12rem;\\noverflow: auto;\\nborder: 1px solid var(--line);\\nborder-radius: 4px;\\npadding: 0.25rem 0.5rem;\\nmargin-top: 0.25rem;\\n}\\n.command {\\ndisplay: flex;\\nalign-items: flex-start;\\ngap: 0.5rem;\\nmargin: 0.5rem 0;\\n}\\n.command pre {\\nflex: 1;\\nmin-width: 0;\\nmargin: 0;\\npadding: 0.5rem 0.75rem;\\noverflow: auto;\\nbackground: var(--ground);\\nborder: 1px solid var(--line);\\nborder-radius: 4px;\\noverflow-wrap: normal;\\n}\\nbutton,\\ninput,\\nselect {\\nfont: inherit;\\ncolor: inherit;\\nbackground: var(--ground);\\nborder: 1px solid var(--minor);\\nborder-radius: 4px;\\npadding: 0.3rem 0.6rem;\\nmin-height: 2.25rem;\\n}\\nbutton {\\ncursor: pointer;\\n}\\nbutton.done {\\ncolor: var(--passed);\\nborder-color: var(--passed);\\n}\\nbutton.done::after {\\ncontent: \\" ✓\\" / \\"\\";\\n}\\ntable {\\nborder-collapse: collapse;\\nwidth: 100%;\\n}\\nth,\\ntd {\\nborder-bottom: 1px solid var(--line);\\npadding: 0.4rem 0.6rem;\\ntext-align: left;\\nvertical-align: top;\\n}\\nthead th {\\nwhite-space: nowrap;\\n}\\ntbody th {\\nfont-weight: 500;\\n}\\n.items {\\ntable-layout: fixed;\\n}\\n.items th:first-child {\\nwidth: 8.5rem;\\n}\\n.items th:nth-child(2) {\\nwidth: 45%;\\n}\\n.many section.task {\\ncontent-visibility: auto;\\ncontain-intrinsic-size: auto 60rem;\\n}\\n.filters {\\ndisplay: flex;\\nflex-wrap: wrap;\\nalign-items: end;\\ngap: 0.75rem;\\npadding: 0.75rem 0;\\nbackground: var(--ground);\\n}\\n.filters label {\\ndisplay: flex;\\nflex-direction: column;\\nfont-size: 0.875rem;\\ncolor: var(--minor);\\n}\\n.filters input,\\n.filters select {\\ncolor: var(--text);\\nfont-size: 1rem;\\nmax-width: 16rem;\\n}\\n.filters output {\\nalign-self: center;\\ncolor: var(--minor);\\n}\\n.unseen {\\nposition: absolute;\\nwidth: 1px;\\nheight: 1px;\\noverflow: hidden;\\nclip-path: inset(50%);\\n}\\n@media (max-width: 40rem) {\\nmain {\\npadding: 1rem 0.75rem 3rem;\\n}\\nth,\\ntd {\\npadding: 0.4rem 0.3rem;\\n}\\n.nowrap,\\nthead th {\\nwhite-space: normal;\\n}\\ntbody th .minor {\\ndisplay: none;\\n}\\n.items th:first-child {\\nwidth: 6.5rem;\\n}\\n.filters label,\\n.filters input,\\n.filters select {\\nwidth: 100%;\\nmax-width: none;\\n}\\n}\\n@media print {\\n.scripted,\\nbutton.copy {\\ndisplay: none;\\n}\\n.objects,\\n.command pre {\\nmax-height: none;\\noverflow: visible;\\nwhite-space: pre-wrap;\\n}\\n.card {\\nbreak-inside: avoid-page;\\n}\\n.many .card,\\n.many section.task {\\ncontent-visibility: visible;\\n}\\nthead {\\ndisplay: table-header-group;\\n}\\n}"}');
// EXTERNAL MODULE: ./report/findings.js + 1 modules
var findings = __webpack_require__(5794);
// EXTERNAL MODULE: ./report/escape.js
var report_escape = __webpack_require__(3277);
;// CONCATENATED MODULE: ./report/html/markup.js

class Html {
    text;
    constructor(text) {
        this.text = text;
    }
}
function html(literals, ...parts) {
    return new Html(literals.reduce((made, literal, index) => made + textOf(parts[index - 1] ?? null) + literal));
}
function textOf(part) {
    if (part === null)
        return '';
    if (typeof part === 'string')
        return (0,report_escape/* htmlText */.js)(part);
    if (typeof part === 'number')
        return String(part);
    return part instanceof Html ? part.text : part.map(textOf).join('');
}
function own(text) {
    if (/<\/(script|style)|<!--/i.test(text))
        throw new Error('The text would end the element that it stands in');
    return new Html(text);
}
function markup_link(text, url) {
    const address = (0,report_escape/* webAddress */.Dy)(url);
    return address === null ? html `${text}` : html `<a href="${address}" rel="noreferrer">${text}</a>`;
}
function joined(parts, between) {
    return html `${parts.map((part, index) => (index === 0 ? part : [between, part]))}`;
}

// EXTERNAL MODULE: ./report/text.js
var report_text = __webpack_require__(1445);
// EXTERNAL MODULE: ./report/words.js
var report_words = __webpack_require__(649);
;// CONCATENATED MODULE: ./report/html/words-en.js


const OUTCOMES = {
    passed: 'passed',
    failed: 'failed',
    inconclusive: 'inconclusive',
    validated: 'validated',
};
const STATUSES = {
    failed: 'failed',
    warning: 'warning',
    skipped: 'skipped',
    waived: 'waived',
    pending: 'pending',
    unknown: 'unknown',
    passed: 'passed',
};
const english = {
    language: 'en',
    decision: report_words/* DECISION_WORDS */.np,
    reason: report_words/* REASON_WORDS */.J$,
    outcome: OUTCOMES,
    status: STATUSES,
    freshness: {
        new: 'result of the run that this gate started',
        assumed: 'result assumed to be that of the run that this gate started: it stood unchanged long enough',
        'as-found': 'result as found, of whatever age',
    },
    adviceFrom: {
        service: 'Advice of the service.',
        catalogue: 'Advice of the catalogue that comes with this gate.',
        team: "Advice of your team's own catalogue.",
    },
    since: { new: 'new', still: 'still there' },
    missed: {
        changed: 'the finding has changed since it was accepted',
        'equal-names': 'several items of the task have this name; only a fingerprint says which one is meant',
    },
    change: {
        new: (count) => `${(0,report_text/* grouped */.zD)(count)} new`,
        still: (count) => `${(0,report_text/* grouped */.zD)(count)} still there`,
        fixed: (count) => `${(0,report_text/* grouped */.zD)(count)} fixed`,
        notSeen: (count) => `${(0,report_text/* grouped */.zD)(count)} not seen in this run`,
    },
    colon: ': ',
    stop: '. ',
    accepted: 'Accepted finding',
    adviceNone: 'No advice is known here. Open the task in the console of the service.',
    allItems: 'All check items',
    anyService: 'All services',
    anyStatus: 'All results',
    anyTask: 'All tasks',
    blackObjects: 'Objects that can be left out',
    checkItem: 'Check item',
    code: 'code',
    copied: 'Copied',
    copy: 'Copy',
    counts: 'Check items',
    decisionOnly: 'This is the result of the check items and nothing more; it says nothing about what they do not look at.',
    doc: 'Documentation',
    expired: 'Expired, so they do not hold any more',
    filter: 'Filter',
    findings: 'Findings',
    fingerprint: 'Fingerprint',
    firstToFix: 'First to fix',
    fixed: 'Fixed',
    found: 'The service says',
    inTasks: 'Tasks',
    missedHeading: 'Do not apply',
    noFindings: 'Nothing was found that has to be fixed or accepted.',
    noResult: 'No complete result',
    outcomeLabel: 'Outcome',
    owner: 'Owner',
    partial: 'Cut off before its end: these are the findings seen so far.',
    parts: 'Parts of the task',
    problems: 'To correct',
    reasonLabel: 'Reason',
    requestId: 'request id',
    reset: 'Show all',
    result: 'Result',
    run: 'The run',
    runFacts: 'About this report',
    search: 'Search',
    service: 'Service',
    silent: 'The service says no although it marks no item as failed. Its console may show more; look at the task there, then run the gate again.',
    skippable: 'The service lets you skip this item',
    stepChanges: 'changes something',
    stepTried: 'tried on a real database',
    task: 'Task',
    tasksHeading: 'Tasks',
    unused: 'Matched nothing',
    until: 'Until',
    waivers: 'Waivers',
    whatChanged: 'What has changed',
    whatToDo: 'What to do',
    why: 'Why',
    cutText: (missing) => `… (${(0,report_text/* grouped */.zD)(missing)} more characters in report.json)`,
    counted: (status, count) => status === 'warning' ? (0,report_text/* plural */.LS)(count, 'warning') : `${(0,report_text/* grouped */.zD)(count)} ${STATUSES[status]}`,
    tasks: (count) => (0,report_text/* plural */.LS)(count, 'task'),
    items: (count) => (0,report_text/* plural */.LS)(count, 'check item'),
    oneReason: (count) => `${(0,report_text/* plural */.LS)(count, 'check item')} with one reason`,
    more: (count) => `and ${(0,report_text/* grouped */.zD)(count)} more`,
    objects: (count) => (0,report_text/* plural */.LS)(count, 'object'),
    serviceAt: (name, endpoint) => `${name} at ${endpoint}`,
    progress: (percent) => `progress ${percent} %`,
    precheck: (id) => `pre-check ${id}`,
    reportOnly: (failOn) => `Report only (fail-on: ${failOn}): this decision does not fail the step.`,
    assumed: (count, total) => `The result of ${(0,report_text/* grouped */.zD)(count)} of ${(0,report_text/* plural */.LS)(total, 'task')} is assumed to be that of this run: the service does not say which run a result is from.`,
    took: (start, time, requests, polls) => `Started ${start}, took ${time}; ${(0,report_text/* plural */.LS)(requests, 'request')}, ${(0,report_text/* plural */.LS)(polls, 'poll')}.`,
    sinceReport: (when, decision) => `Since the report of ${when} (${decision}):`,
    tooMany: (count) => `With ${(0,report_text/* plural */.LS)(count, 'check item')} this page holds the findings and the counts only; report.json holds every item.`,
    shown: '{shown} of {all} check items shown',
};

;// CONCATENATED MODULE: ./report/html/words-zh.js
const words_zh_STATUSES = {
    failed: '不通过',
    warning: '告警',
    skipped: '已跳过',
    waived: '已豁免',
    pending: '未完成',
    unknown: '未知',
    passed: '通过',
};
const chinese = {
    language: 'zh-CN',
    decision: {
        passed: '预检查通过',
        failed: '预检查不通过',
        inconclusive: '预检查没有结论',
        validated: '没有执行任何检查，仅做了校验',
    },
    reason: {
        'passed-with-waivers': '没有阻断门禁的检查项；部分检查项已被豁免接受。',
        'passed-with-warnings': '没有不通过的检查项；部分检查项有告警。',
        'all-passed': '所有预检查项均已通过。',
        'checks-failed': '预检查发现了必须修复的问题。',
        'warnings-not-allowed': '预检查有告警，而 “fail-on: warning” 不允许任何告警。',
        validated: '输入和文件有效，所查看的内容没有发现妨碍运行的问题。',
        'invalid-input': '输入参数、配置文件或豁免文件无效；没有启动任何预检查。',
        'leg-missing': '应有的分支没有留下报告，因此无法得知其结果。',
        'leg-not-accepted': '某个分支的报告在此不被认可，因此无法得知其结果。',
        cancelled: '在得到全部结果之前运行被取消。',
        'timed-out': '在得到全部结果之前已到截止时间。',
        'policy-unavailable': '无法获取配置文件或豁免文件；没有启动任何预检查。',
        'authentication-failed': '没有凭证，或服务不接受该凭证。',
        'permission-denied': '凭证有效，但没有执行此操作的权限。',
        'not-found': '服务找不到所指定的任务、实例或地址。',
        'start-refused': '服务拒绝启动预检查。',
        'service-unavailable': '无法访问服务，或服务无法应答。',
        'service-error': '服务返回了错误。',
        'invalid-response': '服务的应答无法识别。',
        'no-check-items': '服务没有报告任何检查项，因此什么都没有检查。',
        'unknown-status': '服务返回了本版本不认识的状态；这种状态绝不算通过。',
        'not-verified': '没有检查真正执行，或结果可能属于之前的运行。',
    },
    outcome: { passed: '通过', failed: '不通过', inconclusive: '没有结论', validated: '仅校验' },
    status: words_zh_STATUSES,
    freshness: {
        new: '本门禁所启动的那次运行的结果',
        assumed: '推定为本门禁所启动的那次运行的结果：结果在足够长的时间内没有变化',
        'as-found': '所读到的结果，产生时间不限',
    },
    adviceFrom: {
        service: '建议来自服务。',
        catalogue: '建议来自本门禁自带的检查项目录。',
        team: '建议来自您团队自己的检查项目录。',
    },
    since: { new: '新增', still: '仍存在' },
    missed: {
        changed: '该检查项的内容自接受以来已发生变化',
        'equal-names': '任务中有多个同名检查项；只有指纹能说明指的是哪一个',
    },
    change: {
        new: count => `新增 ${count}`,
        still: count => `仍存在 ${count}`,
        fixed: count => `已修复 ${count}`,
        notSeen: count => `本次未检查到 ${count}`,
    },
    colon: '：',
    stop: '。',
    accepted: '已接受的检查项',
    adviceNone: '此处没有已知建议。请在服务的控制台中打开该任务。',
    allItems: '全部检查项',
    anyService: '全部服务',
    anyStatus: '全部结果',
    anyTask: '全部任务',
    blackObjects: '可以不迁移的对象',
    checkItem: '检查项',
    code: '错误码',
    copied: '已复制',
    copy: '复制',
    counts: '检查项统计',
    decisionOnly: '这只是各检查项的结果；对检查项没有涉及的内容不作任何说明。',
    doc: '文档',
    expired: '已过期，不再有效',
    filter: '筛选',
    findings: '发现的问题',
    fingerprint: '指纹',
    firstToFix: '首先修复',
    fixed: '已修复',
    found: '服务返回的内容',
    inTasks: '涉及的任务',
    missedHeading: '不生效',
    noFindings: '没有发现需要修复或接受的问题。',
    noResult: '没有完整结果',
    outcomeLabel: '结论',
    owner: '负责人',
    partial: '在结束前被中断：以下是到目前为止看到的问题。',
    parts: '任务的子任务',
    problems: '需要更正',
    reasonLabel: '原因',
    requestId: '请求 ID',
    reset: '显示全部',
    result: '结果',
    run: '本次运行',
    runFacts: '关于本报告',
    search: '搜索',
    service: '服务',
    silent: '服务给出的总体结果为不通过，但没有标出任何不通过的检查项。请在控制台中查看该任务，然后重新运行门禁。',
    skippable: '服务允许跳过此检查项',
    stepChanges: '会做出修改',
    stepTried: '已在真实数据库上执行过',
    task: '任务',
    tasksHeading: '任务',
    unused: '没有匹配到任何检查项',
    until: '有效期至',
    waivers: '豁免',
    whatChanged: '变化',
    whatToDo: '处理建议',
    why: '原因',
    cutText: missing => `……（其余 ${missing} 个字符见 report.json）`,
    counted: (status, count) => `${words_zh_STATUSES[status]} ${count}`,
    tasks: count => `${count} 个任务`,
    items: count => `${count} 个检查项`,
    oneReason: count => `${count} 个检查项出于同一原因`,
    more: count => `以及另外 ${count} 个`,
    objects: count => `${count} 个对象`,
    serviceAt: (name, endpoint) => `${name}，地址 ${endpoint}`,
    progress: percent => `进度 ${percent}%`,
    precheck: id => `预检查 ${id}`,
    reportOnly: failOn => `仅报告（fail-on: ${failOn}）：此结论不会使步骤失败。`,
    assumed: (count, total) => `${total} 个任务中有 ${count} 个的结果被推定属于本次运行：服务没有说明结果属于哪次运行。`,
    took: (start, time, requests, polls) => `开始于 ${start}，用时 ${time}；请求 ${requests} 次，轮询 ${polls} 次。`,
    sinceReport: (when, decision) => `与 ${when} 的报告（${decision}）相比：`,
    tooMany: count => `检查项多达 ${count} 个，因此本页只包含发现的问题和统计；report.json 包含全部检查项。`,
    shown: '显示 {shown} / {all} 个检查项',
};

;// CONCATENATED MODULE: ./report/html/words.js


const WORDS = { 'en-us': english, 'zh-cn': chinese };
const wordsIn = (language) => WORDS[language];

;// CONCATENATED MODULE: ./report/html/context.js



const STATUS_ORDER = [
    'failed',
    'warning',
    'skipped',
    'waived',
    'unknown',
    'pending',
    'passed',
];
function contextOf(report) {
    const groups = (0,findings/* findingGroups */.OZ)(report);
    const firstToFix = new Map();
    groups.forEach((group, index) => {
        for (const { findings } of group.items)
            for (const { task } of findings)
                if (!firstToFix.has(task))
                    firstToFix.set(task, index + 1);
    });
    const tasks = report.targets
        .flatMap(target => target.tasks.map(task => ({ target, task })))
        .map((placed, index) => ({ ...placed, number: index + 1 }));
    return { report, words: wordsIn(report.gate.language), groups, tasks, firstToFix };
}
function shownStatus(item) {
    return item.waiver === null ? item.status : 'waived';
}
function badge(kind, text) {
    return html `<span class="badge ${kind}">${text}</span>`;
}
function taskLink({ number, task }) {
    return html `<a href="#task=${number}">${taskLabel(task)}</a>`;
}
const taskLabel = (task) => task.label === null ? html `<code>${task.id}</code>` : html `${task.label}`;
const codeOf = (text) => html `<code>${text}</code>`;
function section(id, heading, content) {
    return html `
<section id="${id}">
<h2>${heading}</h2>
${content}
</section>
`;
}
const shownTime = (iso) => iso.replace('T', ' ').replace(/(:\d\d)(\.\d+)?Z$/, '$1 UTC');
function shortened(text, maxCharacters, words) {
    if (text.length <= maxCharacters)
        return text;
    const cut = text.slice(0, maxCharacters).replace(/[\uD800-\uDBFF]$/, '');
    return cut + words.cutText(text.length - cut.length);
}

// EXTERNAL MODULE: ./report/readable.js
var readable = __webpack_require__(2482);
;// CONCATENATED MODULE: ./report/html/findings.js




const OBJECTS_IN_LINE = 20;
const TASKS_SHOWN = 100;
const TEXT_MAX_CHARACTERS = 100_000;
function findingsPart(context) {
    const { groups, words, report } = context;
    if (report.targets.length === 0)
        return null;
    if (groups.length === 0)
        return section('findings', words.findings, html `<p>${words.noFindings}</p>`);
    const numbers = new Map(context.tasks.map(placed => [placed.task, placed]));
    const several = context.tasks.length > 1;
    const cards = groups.map((group, index) => {
        const tasks = [...(0,findings/* tasksOf */.a4)(group)].slice(0, TASKS_SHOWN).flatMap(task => numbers.get(task) ?? []);
        const more = (0,findings/* tasksOf */.a4)(group).size - tasks.length;
        const named = [...tasks.map(taskLink), ...(more > 0 ? [words.more(more)] : [])];
        const where = several ? html `<p>${words.inTasks}${words.colon}${joined(named, ', ')}</p>` : null;
        return card(group, index + 1, where, context);
    });
    return section('findings', words.findings, html `${cards}`);
}
function card(group, number, where, { words }) {
    const [first] = group.items;
    if (first === undefined)
        return html ``;
    const { item } = first;
    const since = [
        ...new Set(group.items.flatMap(({ findings }) => findings.flatMap(found => found.item.since ?? []))),
    ];
    const marks = [
        badge(group.severity, words.status[item.status]),
        ...since.map(one => badge(`since-${one}`, words.since[one])),
    ];
    const sameAdvice = new Set(group.items.map(entry => JSON.stringify(entry.item.steps))).size === 1;
    const titles = group.items.length === 1
        ? null
        : html `<ul>${group.items.map(entry => html `<li>${named(entry.item)}</li>`)}</ul>`;
    return html `
<article class="card ${group.severity}" id="finding-${number}" tabindex="-1">
<h3>${number}. ${group.items.length === 1 ? named(item) : words.oneReason(group.findingCount)}</h3>
<p>${joined(marks, ' ')}</p>
${where}${titles}
${group.reason === null ? null : html `<p class="lines"><strong>${words.reasonLabel}${words.colon}</strong>${group.reason}</p>`}
${group.items.map(entry => evidence(entry, group.items.length > 1, words))}
${sameAdvice ? advice(item, words) : group.items.map(entry => html `<h4>${named(entry.item)}</h4>${advice(entry.item, words)}`)}
${fingerprints(group, words)}
</article>`;
}
const named = (item) => item.title === item.id ? codeOf(item.id) : html `${item.title} ${codeOf(item.id)}`;
function fingerprints({ items }, words) {
    const prints = new Set(items.flatMap(({ findings }) => findings.flatMap(found => found.item.fingerprint ?? [])));
    if (prints.size === 0)
        return null;
    const shown = [...prints].slice(0, TASKS_SHOWN).map(codeOf);
    if (prints.size > shown.length)
        shown.push(words.more(prints.size - shown.length));
    return html `<p class="minor">${words.fingerprint}${words.colon}${joined(shown, ', ')}</p>`;
}
function evidence({ item, findings }, isOneOfSeveral, words) {
    const details = [...Map.groupBy(findings, found => found.item.detail)];
    const parts = details.map(([detail, same]) => {
        const facts = (0,readable/* factsOf */.xS)(detail).map(fact => html `<li>${factPart(fact, words)}</li>`);
        const labels = details.length === 1 ? null : html `<p class="minor">${words.inTasks}${words.colon}${labelsOf(same)}</p>`;
        return facts.length === 0 ? null : html `${labels}<ul>${facts}</ul>`;
    });
    const said = parts.some(part => part !== null) ? html `<h4>${words.found}</h4>${parts}` : null;
    return html `
${isOneOfSeveral && said !== null ? html `<h4>${named(item)}</h4>` : null}${said}
${findings.map(found => ownParts(found.item, words))}`;
}
function labelsOf(findings) {
    return findings
        .slice(0, TASKS_SHOWN)
        .map(({ task }) => task.label ?? task.id)
        .join(', ');
}
function ownParts(item, words) {
    const jobs = item.subJobs.map(({ id, name, status }) => {
        const parts = [name, id].filter(text => text !== null).map(codeOf);
        return html `<li>${joined(parts, ' ')}${status === null ? null : html `${words.colon}${status}`}</li>`;
    });
    const black = (0,readable/* factsOfJson */.XS)(item.blackObjects).map(fact => html `<li>${factPart(fact, words)}</li>`);
    return [
        jobs.length === 0 ? null : html `<h4>${words.parts}</h4><ul>${jobs}</ul>`,
        black.length === 0 ? null : html `<h4>${words.blackObjects}</h4><ul>${black}</ul>`,
        item.skippable === true
            ? html `<p>${words.skippable}${item.skipConsequence === null ? null : html `${words.colon}${item.skipConsequence}`}</p>`
            : null,
    ];
}
function factPart(fact, words) {
    const key = fact.key === null ? null : html `${codeOf(fact.key)}${words.colon}`;
    if (fact.kind === 'text')
        return html `<span class="lines">${key}${shortened(fact.text, TEXT_MAX_CHARACTERS, words)}</span>`;
    const objects = joined(fact.objects.map(codeOf), ', ');
    if (fact.objects.length <= OBJECTS_IN_LINE)
        return html `${key}${objects}`;
    const count = words.objects(fact.objects.length);
    return html `${key}${count}<div class="objects" tabindex="0" role="group" aria-label="${count}">${objects}</div>`;
}
function advice(item, words) {
    const doc = item.doc === null ? null : html `<p>${markup_link(words.doc, item.doc)}</p>`;
    if (item.steps.length === 0)
        return html `<h4>${words.whatToDo}</h4><p>${words.adviceNone}</p>${doc}`;
    const steps = item.steps.map(step => html `<li>${stepPart(step, words)}</li>`);
    const [only] = item.steps;
    const list = item.steps.length === 1 && only !== undefined
        ? html `<div class="step">${stepPart(only, words)}</div>`
        : html `<ol>${steps}</ol>`;
    const source = item.adviceFrom === null ? null : html `<p class="minor">${words.adviceFrom[item.adviceFrom]}</p>`;
    return html `<h4>${words.whatToDo}</h4>${list}${source}${doc}`;
}
function stepPart(step, words) {
    const marks = [
        step.changes ? badge('changes', words.stepChanges) : null,
        step.tried ? badge('tried', words.stepTried) : null,
    ].filter(mark => mark !== null);
    const code = step.code === null
        ? null
        : html `<div class="command"><pre tabindex="0"><code>${step.code}</code></pre><button type="button" class="copy">${words.copy}</button></div>`;
    return html `<span class="lines">${step.text}</span> ${joined(marks, ' ')}${code}`;
}

;// CONCATENATED MODULE: ./report/html/items.js



const FOUND_MAX_CHARACTERS = 400;
const OBJECTS_SHOWN = 10;
function* itemsPart(context) {
    const { words, tasks } = context;
    if (tasks.length === 0)
        return;
    yield html `
<section id="items" data-shown="${words.shown}">
<h2 id="items-heading" tabindex="-1">${words.allItems}</h2>
${filters(context)}
`;
    for (const placed of tasks)
        yield taskItems(placed, words);
    yield html `</section>\n`;
}
function filters({ words, tasks }) {
    const statuses = new Set(tasks.flatMap(({ task }) => task.items.map(shownStatus)));
    const services = [...new Set(tasks.map(({ target }) => target.service))];
    const select = (name, label, all, options) => html `
<label>${label} <select name="${name}"><option value="">${all}</option>${options}</select></label>`;
    const option = (value, text) => html `<option value="${value}">${text}</option>`;
    const shown = STATUS_ORDER.filter(status => statuses.has(status)).map(status => option(status, words.status[status]));
    return html `
<form class="filters scripted" role="search" aria-label="${words.filter}">
<label>${words.search} <input type="search" name="q" autocomplete="off" spellcheck="false"></label>
${select('status', words.result, words.anyStatus, shown)}
${select('service', words.service, words.anyService, services.map(name => option(name, name)))}
${select('task', words.task, words.anyTask, tasks.map(({ number, target, task }) => option(number, `${target.name}, ${task.label ?? task.id}`)))}
<button type="reset">${words.reset}</button>
<output role="status"></output>
</form>`;
}
function taskItems({ number, target, task }, words) {
    const items = task.items.toSorted((a, b) => weight(a) - weight(b));
    const id = task.label === null ? null : html ` <code class="minor">${task.id}</code>`;
    const rows = items.map(item => itemRow(item, words));
    const table = html `<div class="wide"><table class="items">
<thead><tr><th scope="col">${words.result}<th scope="col">${words.checkItem}<th scope="col">${words.found}</thead>
<tbody>${rows}</tbody>
</table></div>`;
    return html `
<section class="task" id="task=${number}" data-task="${number}" data-service="${target.service}">
<h3>${target.name}, ${taskLabel(task)}${id}</h3>
<p class="minor">${runLine(target.service, target.endpoint, task, words)}</p>
${items.length === 0 ? null : table}
</section>`;
}
function runLine(service, endpoint, task, words) {
    const facts = [
        words.serviceAt(service, endpoint),
        task.precheckId === null ? null : words.precheck(task.precheckId),
        task.progress === null ? null : words.progress(task.progress),
        task.freshness === null ? null : words.freshness[task.freshness],
    ];
    return joined(facts.filter(fact => fact !== null), '; ');
}
function weight(item) {
    return STATUS_ORDER.indexOf(shownStatus(item));
}
function itemRow(item, words) {
    const status = shownStatus(item);
    const title = item.title === item.id ? null : html `${item.title} `;
    const since = item.since === null ? null : html ` ${badge(`since-${item.since}`, words.since[item.since])}`;
    const own = item.waiver === null ? null : html ` (${words.status[item.status]})`;
    const facts = (0,readable/* factsOf */.xS)(item.detail).map(fact => factText(fact, words));
    const found = [item.reason, ...facts].filter(text => text !== null).join('; ');
    return html `
<tr data-item="${item.id}" data-status="${status}"><td><span class="badge ${status}">${words.status[status]}</span>${own}${since}<td>${title}${codeOf(item.id)}<td>${shortened(found, FOUND_MAX_CHARACTERS, words)}`;
}
function factText(fact, words) {
    const key = fact.key === null ? '' : `${fact.key}${words.colon}`;
    if (fact.kind === 'text')
        return key + fact.text;
    const more = fact.objects.length - OBJECTS_SHOWN;
    const shown = fact.objects.slice(0, OBJECTS_SHOWN).join(', ');
    return key + shown + (more > 0 ? ` ${words.more(more)}` : '');
}

;// CONCATENATED MODULE: ./report/html/tasks.js



const FIRST_MAX_CHARACTERS = 120;
const OPEN_ITEMS_SHOWN = 10;
function tasksPart(context) {
    const { words, tasks } = context;
    if (tasks.length === 0)
        return null;
    const head = [words.task, words.outcomeLabel, words.counts, words.firstToFix];
    return section('tasks', words.tasksHeading, html `<div class="wide"><table>
<thead><tr>${head.map(name => html `<th scope="col">${name}</th>`)}</tr></thead>
<tbody>${tasks.map(placed => taskRow(placed, context))}</tbody>
</table></div>`);
}
function taskRow(placed, context) {
    const { task, target } = placed;
    const { words } = context;
    const id = task.label === null ? null : html `<div class="minor"><code>${task.id}</code></div>`;
    const name = context.report.targets.length > 1 ? html `<div class="minor">${target.name}</div>` : null;
    const where = task.place && html `<div class="minor">${task.place.file}:${task.place.line}</div>`;
    return html `
<tr><th scope="row">${name}${taskLink(placed)}${id}${where}</th>
<td>${badge(task.outcome, words.outcome[task.outcome])}</td>
<td>${countsOf(task, words)}</td>
<td>${firstOf(task, context)}</td></tr>`;
}
function countsOf({ items }, words) {
    const counts = Map.groupBy(items, shownStatus);
    const shown = STATUS_ORDER.map(status => [status, counts.get(status)?.length ?? 0]).filter(([, count]) => count > 0);
    return joined(shown.map(([status, count]) => html `<span class="nowrap">${words.counted(status, count)}</span>`), ', ');
}
function firstOf(task, { firstToFix, groups, words }) {
    if (task.error !== null || ((0,report_words/* lacksResult */.qQ)(task) && !firstToFix.has(task)))
        return words.reason[task.reasonCode];
    const number = firstToFix.get(task);
    if (number === undefined)
        return task.outcome === 'failed' ? words.reason[task.reasonCode] : null;
    const mine = groups[number - 1]?.items.find(({ findings }) => findings.some(found => found.task === task));
    return mine === undefined
        ? null
        : html `<a href="#finding-${number}">${shortened(mine.item.title, FIRST_MAX_CHARACTERS, words)}</a>`;
}
function noResultPart({ words, tasks }) {
    const lacking = tasks.filter(({ task }) => (0,report_words/* lacksResult */.qQ)(task));
    const silent = tasks.filter(({ task }) => task.outcome === 'failed' &&
        task.reasonCode === 'checks-failed' &&
        task.error === null &&
        task.items.every(item => item.status !== 'failed'));
    if (lacking.length + silent.length === 0)
        return null;
    const parts = [
        ...lacking.map(({ task }) => noResult(task, words)),
        ...silent.map(({ task }) => html `<article class="card failed"><h3>${taskLabel(task)}</h3><p>${words.silent}</p></article>`),
    ];
    return section('no-result', words.noResult, html `${parts}`);
}
function noResult(task, words) {
    const { error } = task;
    const marks = error === null
        ? []
        : [
            error.httpStatus === null ? null : `HTTP ${error.httpStatus}`,
            error.code === null ? null : html `${words.code} ${codeOf(error.code)}`,
            error.requestId === null ? null : html `${words.requestId} ${codeOf(error.requestId)}`,
        ];
    const said = marks.filter(mark => mark !== null);
    return html `
<article class="card inconclusive">
<h3>${taskLabel(task)}</h3>
<p>${words.reason[task.reasonCode]} ${codeOf(task.reasonCode)}${task.partial ? html ` ${words.partial}` : null}</p>
${error && html `<p class="lines">${error.message}</p>`}
${error?.advice ? html `<p><strong>${words.whatToDo}${words.colon}</strong>${error.advice}</p>` : null}
${said.length === 0 ? null : html `<p class="minor">${joined(said, ', ')}</p>`}
${openItems(task.items, words)}
</article>`;
}
function openItems(items, words) {
    const open = items.filter(item => item.status === 'pending' || item.status === 'unknown');
    if (open.length === 0)
        return null;
    const shown = open
        .slice(0, OPEN_ITEMS_SHOWN)
        .map(item => html `<li>${item.title} (${words.status[item.status]})</li>`);
    const more = open.length - shown.length;
    return html `<ul>${shown}${more > 0 ? html `<li>${words.more(more)}</li>` : null}</ul>`;
}

// EXTERNAL MODULE: ./precheck/verdict.js
var verdict = __webpack_require__(9264);
;// CONCATENATED MODULE: ./report/html/verdict.js





function verdictPart(context) {
    const { report, words, tasks } = context;
    const { gate, counts } = report;
    const assumed = tasks.filter(({ task }) => task.freshness === 'assumed').length;
    const notes = [
        gate.decision === 'passed' ? words.decisionOnly : null,
        gate.decision === 'passed' && assumed > 0 ? words.assumed(assumed, tasks.length) : null,
        gate.decision !== 'passed' && gate.decision !== 'validated' && !(0,verdict/* failsStep */.ug)(gate)
            ? words.reportOnly(gate.failOn)
            : null,
    ].filter(note => note !== null);
    const chips = (0,report_words/* shownCounts */.EK)(counts).map(([name, count]) => html `<li>${badge(name, words.counted(name, count))}</li>`);
    return html `
<header class="verdict ${gate.decision}">
<h1>${words.decision[gate.decision]}${words.colon}${gate.name}</h1>
<p><strong>${words.reason[gate.reasonCode]}</strong> ${codeOf(gate.reasonCode)}</p>
${chips.length === 0 ? null : html `<ul class="chips" aria-label="${words.counts}">${chips}<li>${words.items(counts.total)}</li><li>${words.tasks(tasks.length)}</li></ul>`}
${notes.map(note => html `<p>${note}</p>`)}
</header>
`;
}
function problemsPart({ report, words }) {
    if (report.problems.length === 0)
        return null;
    const problems = report.problems.map(problem => html `<li class="lines">${problem}</li>`);
    return section('problems', words.problems, html `<ul>${problems}</ul>`);
}
function changesPart({ report, words }) {
    const { baseline } = report;
    if (baseline === null)
        return null;
    const counts = ['new', 'still', 'fixed', 'notSeen']
        .filter(kind => kind !== 'notSeen' || baseline.notSeen > 0)
        .map(kind => badge(`since-${kind}`, words.change[kind](baseline[kind])));
    const fixed = baseline.fixedItems.map(({ title, item, task, status }) => html `<li>${title} ${codeOf(item)} (${words.task} ${codeOf(task)}; ${words.status[status]})</li>`);
    const list = fixed.length === 0 ? null : html `<h3>${words.fixed}</h3><ul>${fixed}</ul>`;
    const when = words.sinceReport(shownTime(baseline.finishedAt), words.outcome[baseline.decision]);
    return section('changes', words.whatChanged, html `<p>${when} ${joined(counts, ' ')}</p>${list}`);
}
function aboutPart({ report, words }) {
    const { startedAt, finishedAt, requests, polls } = report;
    const took = (0,report_text/* duration */.p0)(Date.parse(finishedAt) - Date.parse(startedAt));
    return section('about', words.runFacts, html `
<p>${words.took(shownTime(startedAt), took, requests, polls)}</p>
${report.run === null ? null : verdict_runLine(report.run, words)}`);
}
function verdict_runLine(run, words) {
    const { repository, runId, runAttempt, job, sha, url } = run;
    const name = `${repository} #${runId}${runAttempt > 1 ? `.${runAttempt}` : ''}`;
    const rest = [job, sha].filter(text => text !== null).map(codeOf);
    const shown = url === null ? html `${name}` : markup_link(name, url);
    return html `<p>${words.run}${words.colon}${joined([shown, ...rest], ', ')}</p>`;
}

;// CONCATENATED MODULE: ./report/html/waivers.js


function waiversPart({ report, words, tasks }) {
    const rows = tasks.flatMap(placed => placed.task.items.flatMap(item => {
        if (item.waiver === null || shownStatus(item) !== 'waived')
            return [];
        const { reason, owner, expires } = item.waiver;
        return html `
<tr><th scope="row">${item.title} ${codeOf(item.id)}</th><td>${taskLink(placed)}</td><td>${words.status[item.status]}</td><td>${reason}</td><td>${owner}</td><td class="nowrap">${expires}</td></tr>`;
    }));
    const { expired, unused, missed } = report.waivers;
    if (rows.length + expired.length + unused.length + missed.length === 0)
        return null;
    const head = [words.accepted, words.task, words.result, words.why, words.owner, words.until];
    const table = html `<div class="wide"><table>
<thead><tr>${head.map(name => html `<th scope="col">${name}</th>`)}</tr></thead><tbody>${rows}</tbody></table></div>`;
    return section('waivers', words.waivers, [
        rows.length === 0 ? null : table,
        listed(words.missedHeading, missed.map(one => html `${waiver(one, words)}${words.colon}${words.missed[one.why]}`)),
        listed(words.expired, expired.map(one => waiver(one, words))),
        listed(words.unused, unused.map(one => waiver(one, words))),
    ]);
}
function listed(heading, entries) {
    return entries.length === 0
        ? null
        : html `<h3>${heading}</h3><ul>${entries.map(entry => html `<li>${entry}</li>`)}</ul>`;
}
function waiver(one, words) {
    const scope = [
        one.service && html `${words.service} ${codeOf(one.service)}`,
        one.task && html `${words.task} ${codeOf(one.task)}`,
    ].filter(part => part !== null);
    return html `${codeOf(one.item)} ${scope.length === 0 ? null : html `(${joined(scope, ', ')}) `}${one.owner}, ${one.expires}${words.colon}${one.reason}`;
}

;// CONCATENATED MODULE: ./report/html/page.js









const ITEMS_SHOWN_MOST = 100_000;
const ITEMS_LAID_OUT_MOST = 2_000;
function* htmlTexts(report) {
    for (const part of pageParts(contextOf(report)))
        if (part !== null)
            yield html `${part}`.text;
}
function* pageParts(context) {
    const { words, report } = context;
    const title = `${words.decision[report.gate.decision]}${words.colon}${report.gate.name}`;
    yield html `<!doctype html>
<html lang="${words.language}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy()}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<title>${title}</title>
<style>${own(assets_generated_namespaceObject.i)}</style>
<script>${own(assets_generated_namespaceObject.K)}</script>
</head>
<body data-copied="${words.copied}"${isLarge(report) ? html ` class="many"` : null}>
<main>
`;
    yield verdictPart(context);
    yield problemsPart(context);
    yield changesPart(context);
    yield tasksPart(context);
    yield noResultPart(context);
    yield findingsPart(context);
    yield waiversPart(context);
    if (report.counts.total > ITEMS_SHOWN_MOST)
        yield html `<p>${words.tooMany(report.counts.total)}</p>`;
    else
        yield* itemsPart(context);
    yield aboutPart(context);
    yield html `</main>\n<p id="said" class="unseen" role="status"></p>\n</body>\n</html>\n`;
}
function isLarge({ counts }) {
    return counts.total > ITEMS_LAID_OUT_MOST;
}
function policy() {
    return [
        "default-src 'none'",
        `script-src '${hashOf(assets_generated_namespaceObject.K)}'`,
        `style-src '${hashOf(assets_generated_namespaceObject.i)}'`,
        "base-uri 'none'",
        "form-action 'none'",
    ].join('; ');
}
function hashOf(text) {
    return `sha256-${(0,external_node_crypto_.createHash)('sha256').update(text).digest('base64')}`;
}


/***/ })

};
