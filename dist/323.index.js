export const id = 323;
export const ids = [323];
export const modules = {

/***/ 9323:
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
// EXTERNAL MODULE: ./report/context.js
var report_context = __webpack_require__(9759);
;// CONCATENATED MODULE: ./report/html/assets.generated.json
const assets_generated_namespaceObject = /*#__PURE__*/JSON.parse('{"K":"(function(){async function e(e,n){let r=e.parentElement?.querySelector(`code`);r&&await t(r)&&(e.classList.add(`done`),n!==null&&(n.textContent=document.body.dataset.copied??``),setTimeout(()=>{e.classList.remove(`done`),n!==null&&(n.textContent=``)},2e3))}async function t(e){try{return await navigator.clipboard.writeText(e.textContent??``),!0}catch{return getSelection()?.selectAllChildren(e),document.execCommand(`copy`)}}let n=[`q`,`status`,`service`,`task`],r={q:``,status:``,service:``,task:``};function i(e){let t=new URLSearchParams(e.replace(/^#/,``));if(!n.some(e=>t.has(e)))return null;let r=e=>t.get(e)??``;return{q:r(`q`),status:r(`status`),service:r(`service`),task:r(`task`)}}function a(e){let t=n.filter(t=>e[t]!==``).map(t=>[t,e[t]]);return t.length===0?``:`#${new URLSearchParams(t)}`}var o=class{#e;count;constructor(e){this.#e=[...e.querySelectorAll(`section[data-task]`)].map(e=>({section:e,task:e.dataset.task??``,service:e.dataset.service??``,rows:[...e.querySelectorAll(`tr[data-item]`)].map(e=>({element:e,status:e.dataset.status??``,text:null}))})),this.count=this.#e.reduce((e,{rows:t})=>e+t.length,0)}*prepare(){for(let{rows:e}of this.#e){for(let t of e)c(t);yield}}show(e){let t=e.q.toLowerCase().split(/\\\\s+/).filter(e=>e!==``),n=t.length>0||e.status!==``,r=0;for(let{section:i,task:a,service:o,rows:c}of this.#e){let u=(e.task===``||e.task===a)&&(e.service===``||e.service===o),d=0;if(u)for(let n of c)d+=s(n,e.status,t);l(i,!u||d===0&&n),r+=d}return r}};function s(e,t,n){let r=(t===``||t===e.status)&&n.every(t=>c(e).includes(t));return l(e.element,!r),+!!r}function c(e){return e.text??=`${e.element.dataset.item??``} ${e.element.textContent??``}`.toLowerCase(),e.text}function l(e,t){e.hidden!==t&&(e.hidden=t)}document.documentElement.classList.add(`js`),document.addEventListener(`DOMContentLoaded`,()=>{let t=document.querySelector(`#said`);document.addEventListener(`click`,({target:n})=>{if(!(n instanceof Element))return;let r=n.closest(`button.copy`);r!==null&&e(r,t);let i=n.closest(`a[href^=\\"#finding-\\"]`)?.getAttribute(`href`);i&&document.querySelector(i)?.focus()});let n=document.querySelector(`form`),r=document.querySelector(`#items`);n!==null&&r!==null&&u(n,r)});function u(e,t){let n=new o(t),s=e.querySelector(`output`),c=e=>{let r=n.show(e),i=t.dataset.shown??``;s&&(s.value=i.replace(`{shown}`,String(r)).replace(`{all}`,String(n.count)))},l=()=>{let t=p(e);history.replaceState(null,``,a(t)||location.pathname+location.search),c(t)},u=t=>{let n=i(location.hash);n!==null&&(m(e,n),c(p(e)),t&&document.querySelector(`#items-heading`)?.focus())};e.addEventListener(`input`,l),e.addEventListener(`submit`,e=>e.preventDefault()),e.addEventListener(`reset`,t=>{t.preventDefault(),m(e,r),l()}),addEventListener(`hashchange`,()=>u(!0)),c(r),u(!1),d(n.prepare())}function d(e){setTimeout(()=>{e.next().done!==!0&&d(e)})}function f(e,t){let n=e.elements.namedItem(t);return n instanceof HTMLInputElement||n instanceof HTMLSelectElement?n:null}function p(e){let t=t=>f(e,t)?.value??``;return{q:t(`q`).trim(),status:t(`status`),service:t(`service`),task:t(`task`)}}function m(e,t){for(let r of n){let n=f(e,r);n!==null&&(n.value=t[r],n instanceof HTMLSelectElement&&n.selectedIndex===-1&&(n.value=``))}}})();","i":":root {\\ncolor-scheme: light dark;\\n--ground: light-dark(#ffffff, #0d1117);\\n--raised: light-dark(#f6f8fa, #161b22);\\n--line: light-dark(#d1d9e0, #3d444d);\\n--text: light-dark(#1f2328, #e6edf3);\\n--minor: light-dark(#59636e, #9da7b3);\\n--link: light-dark(#0550ae, #79b8ff);\\n--failed: light-dark(#a40e26, #ff9b92);\\n--warning: light-dark(#7d4e00, #e3b341);\\n--passed: light-dark(#116329, #6bd07c);\\n--waived: light-dark(#5e3db3, #c4a7ff);\\n--focus: light-dark(#0550ae, #79b8ff);\\n}\\n* {\\nbox-sizing: border-box;\\n}\\nhtml {\\nscroll-padding-top: 1rem;\\n}\\nbody {\\nmargin: 0;\\nbackground: var(--ground);\\ncolor: var(--text);\\nfont:\\n16px / 1.5 system-ui,\\n-apple-system,\\n\\"Segoe UI\\",\\n\\"Noto Sans\\",\\n\\"Noto Sans CJK SC\\",\\n\\"PingFang SC\\",\\n\\"Microsoft YaHei\\",\\nsans-serif;\\noverflow-wrap: anywhere;\\n}\\nmain {\\nmax-width: 72rem;\\nmargin: 0 auto;\\npadding: 1.5rem 1rem 4rem;\\n}\\nh1,\\nh2,\\nh3,\\nh4 {\\nline-height: 1.25;\\nmargin: 1.25em 0 0.5em;\\n}\\nh1 {\\nfont-size: 1.75rem;\\nmargin-top: 0;\\n}\\nh2 {\\nfont-size: 1.35rem;\\npadding-bottom: 0.3em;\\nborder-bottom: 1px solid var(--line);\\n}\\nh3 {\\nfont-size: 1.1rem;\\n}\\nh4 {\\nfont-size: 1rem;\\nmargin-bottom: 0.25em;\\n}\\np,\\nul,\\nol {\\nmargin: 0.5em 0;\\n}\\nul,\\nol {\\npadding-left: 1.5em;\\n}\\na {\\ncolor: var(--link);\\n}\\n:focus-visible {\\noutline: 2px solid var(--focus);\\noutline-offset: 2px;\\n}\\n[hidden] {\\ndisplay: none;\\n}\\nhtml:not(.js) .scripted,\\nhtml:not(.js) button.copy {\\ndisplay: none;\\n}\\ncode,\\npre {\\nfont-family: ui-monospace, SFMono-Regular, Menlo, Consolas, \\"Liberation Mono\\", monospace;\\nfont-size: 0.875em;\\n}\\n.verdict {\\nborder-left: 0.5rem solid var(--minor);\\npadding: 0.25rem 0 0.25rem 1rem;\\n}\\n.verdict.failed {\\nborder-color: var(--failed);\\n}\\n.verdict.passed {\\nborder-color: var(--passed);\\n}\\n.verdict.inconclusive {\\nborder-color: var(--warning);\\n}\\n.chips {\\ndisplay: flex;\\nflex-wrap: wrap;\\ngap: 0.5rem 0.75rem;\\nlist-style: none;\\npadding: 0;\\n}\\n.badge {\\ndisplay: inline-block;\\nborder: 1px solid currentColor;\\nborder-radius: 1em;\\npadding: 0 0.6em;\\nfont-size: 0.875em;\\nfont-weight: 600;\\nwhite-space: nowrap;\\ncolor: var(--minor);\\n}\\n.badge.failed,\\n.badge.since-new {\\ncolor: var(--failed);\\n}\\n.badge.warning,\\n.badge.skipped,\\n.badge.unknown,\\n.badge.pending,\\n.badge.inconclusive,\\n.badge.since-notSeen,\\n.badge.changes {\\ncolor: var(--warning);\\n}\\n.badge.passed,\\n.badge.since-fixed,\\n.badge.tried {\\ncolor: var(--passed);\\n}\\n.badge.waived {\\ncolor: var(--waived);\\n}\\n.minor {\\ncolor: var(--minor);\\nfont-weight: 400;\\nfont-size: 0.875rem;\\n}\\n.lines {\\nwhite-space: pre-line;\\n}\\n.nowrap {\\nwhite-space: nowrap;\\n}\\n.card {\\nbackground: var(--raised);\\nborder: 1px solid var(--line);\\nborder-left-width: 0.3rem;\\nborder-radius: 6px;\\npadding: 0.75rem 1rem;\\nmargin: 1rem 0;\\n}\\n.many .card {\\ncontent-visibility: auto;\\ncontain-intrinsic-size: auto 20rem;\\n}\\n.card > h3 {\\nmargin-top: 0;\\n}\\n.card.failed {\\nborder-left-color: var(--failed);\\n}\\n.card.warning,\\n.card.inconclusive {\\nborder-left-color: var(--warning);\\n}\\n.objects {\\nmax-height: 12rem;\\noverflow: auto;\\nborder: 1px solid var(--line);\\nborder-radius: 4px;\\npadding: 0.25rem 0.5rem;\\nmargin-top: 0.25rem;\\n}\\n.command {\\ndisplay: flex;\\nalign-items: flex-start;\\ngap: 0.5rem;\\nmargin: 0.5rem 0;\\n}\\n.command pre {\\nflex: 1;\\nmin-width: 0;\\nmargin: 0;\\npadding: 0.5rem 0.75rem;\\noverflow: auto;\\nbackground: var(--ground);\\nborder: 1px solid var(--line);\\nborder-radius: 4px;\\noverflow-wrap: normal;\\n}\\nbutton,\\ninput,\\nselect {\\nfont: inherit;\\ncolor: inherit;\\nbackground: var(--ground);\\nborder: 1px solid var(--minor);\\nborder-radius: 4px;\\npadding: 0.3rem 0.6rem;\\nmin-height: 2.25rem;\\n}\\nbutton {\\ncursor: pointer;\\n}\\nbutton.done {\\ncolor: var(--passed);\\nborder-color: var(--passed);\\n}\\nbutton.done::after {\\ncontent: \\" ✓\\" / \\"\\";\\n}\\ntable {\\nborder-collapse: collapse;\\nwidth: 100%;\\n}\\nth,\\ntd {\\nborder-bottom: 1px solid var(--line);\\npadding: 0.4rem 0.6rem;\\ntext-align: left;\\nvertical-align: top;\\n}\\nthead th {\\nwhite-space: nowrap;\\n}\\ntbody th {\\nfont-weight: 500;\\n}\\n.items {\\ntable-layout: fixed;\\n}\\n.items th:first-child {\\nwidth: 8.5rem;\\n}\\n.items th:nth-child(2) {\\nwidth: 45%;\\n}\\n.many section.task {\\ncontent-visibility: auto;\\ncontain-intrinsic-size: auto 60rem;\\n}\\n.filters {\\ndisplay: flex;\\nflex-wrap: wrap;\\nalign-items: end;\\ngap: 0.75rem;\\npadding: 0.75rem 0;\\nbackground: var(--ground);\\n}\\n.filters label {\\ndisplay: flex;\\nflex-direction: column;\\nfont-size: 0.875rem;\\ncolor: var(--minor);\\n}\\n.filters input,\\n.filters select {\\ncolor: var(--text);\\nfont-size: 1rem;\\nmax-width: 16rem;\\n}\\n.filters output {\\nalign-self: center;\\ncolor: var(--minor);\\n}\\n.unseen {\\nposition: absolute;\\nwidth: 1px;\\nheight: 1px;\\noverflow: hidden;\\nclip-path: inset(50%);\\n}\\n@media (max-width: 40rem) {\\nmain {\\npadding: 1rem 0.75rem 3rem;\\n}\\nth,\\ntd {\\npadding: 0.4rem 0.3rem;\\n}\\n.nowrap,\\nthead th {\\nwhite-space: normal;\\n}\\ntbody th .minor {\\ndisplay: none;\\n}\\n.items th:first-child {\\nwidth: 6.5rem;\\n}\\n.filters label,\\n.filters input,\\n.filters select {\\nwidth: 100%;\\nmax-width: none;\\n}\\n}\\n@media print {\\n.scripted,\\nbutton.copy {\\ndisplay: none;\\n}\\n.objects,\\n.command pre {\\nmax-height: none;\\noverflow: visible;\\nwhite-space: pre-wrap;\\n}\\n.card {\\nbreak-inside: avoid-page;\\n}\\n.many .card,\\n.many section.task {\\ncontent-visibility: visible;\\n}\\nthead {\\ndisplay: table-header-group;\\n}\\n}"}');
// EXTERNAL MODULE: ./report/findings.js + 1 modules
var report_findings = __webpack_require__(5794);
// EXTERNAL MODULE: ./report/readable.js
var readable = __webpack_require__(2482);
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

;// CONCATENATED MODULE: ./report/html/parts.js

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
function shortened(text, maxCharacters, words) {
    if (text.length <= maxCharacters)
        return text;
    const cut = text.slice(0, maxCharacters).replace(/[\uD800-\uDBFF]$/, '');
    return cut + words.cutText(text.length - cut.length);
}

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
        const all = (0,report_findings/* tasksOf */.a4)((0,report_findings/* findingsIn */._0)(group));
        const tasks = all.slice(0, TASKS_SHOWN).flatMap(task => numbers.get(task) ?? []);
        const more = all.length - tasks.length;
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
    const findings = (0,report_findings/* findingsIn */._0)(group);
    const since = [...new Set(findings.flatMap(found => found.item.since ?? []))];
    const marks = [
        badge(group.severity, words.status[first.item.status]),
        ...since.map(one => badge(`since-${one}`, words.since[one])),
    ];
    const titles = group.items.length === 1
        ? null
        : html `<ul>${group.items.map(entry => html `<li>${named(entry.item)}</li>`)}</ul>`;
    return html `
<article class="card ${group.severity}" id="finding-${number}" tabindex="-1">
<h3>${number}. ${group.items.length === 1 ? named(first.item) : headingOf(group, words)}</h3>
<p>${joined(marks, ' ')}</p>
${where}${titles}
${group.reason === null ? null : html `<p class="lines"><strong>${words.reasonLabel}${words.colon}</strong>${group.reason}</p>`}
${evidence(group, words)}${findings.map(found => ownParts(found.item, words))}
${adviceParts(group, words)}
${fingerprints(group, words)}
</article>`;
}
function headingOf(group, words) {
    const { shown, more } = (0,report_findings/* titlesOf */.B7)(group);
    return shown.join(words.list) + (more > 0 ? ` ${words.andMore.items(more)}` : '');
}
function adviceParts(group, words) {
    const advices = (0,report_findings/* byAdvice */.ay)(group);
    return advices.map(same => [
        advices.length === 1
            ? null
            : html `<h4>${joined(same.map(({ item }) => named(item)), words.list)}</h4>`,
        advice(same[0].item, words),
    ]);
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
function evidence(group, words) {
    const found = (0,report_findings/* foundIn */.QR)(group);
    if (found.length === 0)
        return null;
    const all = (0,report_findings/* findingsIn */._0)(group).length;
    const facts = found.map(({ part, findings }) => {
        const where = findings.length === all ? null : html ` <span class="minor">${placesOf(findings, group, words)}</span>`;
        return html `<li>${factPart(part, words)}${where}</li>`;
    });
    return html `<h4>${words.found}</h4><ul>${facts}</ul>`;
}
function placesOf(findings, group, words) {
    const places = findings.slice(0, TASKS_SHOWN).map(({ task, item }) => {
        const label = task.label ?? task.id;
        return group.items.length === 1 ? label : `${label}${words.colon}${item.title}`;
    });
    const more = findings.length - places.length;
    return words.foundIn([...places, ...(more > 0 ? [words.more(more)] : [])].join(words.list));
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
    const statuses = new Set(tasks.flatMap(({ task }) => task.items.map(report_context/* shownStatus */.O4)));
    const services = [...new Set(tasks.map(({ target }) => target.service))];
    const select = (name, label, all, options) => html `
<label>${label} <select name="${name}"><option value="">${all}</option>${options}</select></label>`;
    const option = (value, text) => html `<option value="${value}">${text}</option>`;
    const shown = report_context/* STATUS_ORDER */.QD.filter(status => statuses.has(status)).map(status => option(status, words.status[status]));
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
    return report_context/* STATUS_ORDER */.QD.indexOf((0,report_context/* shownStatus */.O4)(item));
}
function itemRow(item, words) {
    const status = (0,report_context/* shownStatus */.O4)(item);
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

// EXTERNAL MODULE: ./report/words.js + 3 modules
var report_words = __webpack_require__(4459);
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
<td>${countsPart(task, words)}</td>
<td>${firstPart(task, context)}</td></tr>`;
}
function countsPart(task, words) {
    return joined((0,report_context/* countsOf */.mQ)(task).map(([status, count]) => html `<span class="nowrap">${words.counted(status, count)}</span>`), ', ');
}
function firstPart(task, context) {
    const first = (0,report_context/* firstOf */.Ku)(task, context);
    if (first === null)
        return null;
    if (first.kind === 'reason')
        return context.words.reason[task.reasonCode];
    const title = shortened(first.title, FIRST_MAX_CHARACTERS, context.words);
    return html `<a href="#finding-${first.number}">${title}</a>`;
}
function noResultPart({ words, tasks }) {
    const lacking = tasks.filter(({ task }) => (0,report_words/* lacksResult */.qQ)(task));
    const silent = tasks.filter(report_context/* isSilent */.eS);
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
// EXTERNAL MODULE: ./report/text.js
var report_text = __webpack_require__(1445);
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
    const when = words.sinceReport((0,report_context/* shownTime */.h5)(baseline.finishedAt), words.outcome[baseline.decision]);
    return section('changes', words.whatChanged, html `<p>${when} ${joined(counts, ' ')}</p>${list}`);
}
function aboutPart({ report, words }) {
    const { startedAt, finishedAt, requests, polls } = report;
    const took = (0,report_text/* duration */.p0)(Date.parse(finishedAt) - Date.parse(startedAt), words);
    return section('about', words.runFacts, html `
<p>${words.took((0,report_context/* shownTime */.h5)(startedAt), took, requests, polls)}</p>
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
        if (item.waiver === null || (0,report_context/* shownStatus */.O4)(item) !== 'waived')
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
    for (const part of pageParts((0,report_context/* contextOf */.Vm)(report)))
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
