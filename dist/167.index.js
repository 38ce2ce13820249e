export const id = 167;
export const ids = [167,181];
export const modules = {

/***/ 2181:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  parseDocument: () => (/* binding */ parseDocument)
});

// EXTERNAL MODULE: ./node_modules/zod/v4/core/json-schema-processors.js
var json_schema_processors = __webpack_require__(8439);
// EXTERNAL MODULE: ./build/plan/problems.js
var problems = __webpack_require__(2100);
;// CONCATENATED MODULE: ./build/plan/allowed.js

function allowedKeys(root, path, document) {
    const keys = schemasAt(root, path, document).flatMap(schema => Object.keys(schema.properties ?? {}));
    return keys.length === 0 ? null : [...new Set(keys)].join(', ');
}
function allowedValues(root, path, document) {
    const texts = schemasAt(root, path, document).flatMap(valuesOf);
    return texts.length === 0 ? null : (0,problems/* alternatives */.Vo)([...new Set(texts)]);
}
function schemasAt(root, path, document) {
    let schemas = likely(branches(root, root), document);
    let value = document;
    for (const segment of path) {
        value = memberOf(value, segment);
        const inner = schemas.flatMap(schema => innerSchemas(schema, segment)).flatMap(s => branches(s, root));
        schemas = likely(inner, value);
    }
    return schemas;
}
function branches(schema, root) {
    if (schema.$ref !== undefined) {
        const target = schema.$ref === '#' ? root : root.$defs?.[schema.$ref.replace('#/$defs/', '')];
        return target === undefined ? [] : branches(target, root);
    }
    const options = [...(schema.anyOf ?? []), ...(schema.oneOf ?? []), ...(schema.allOf ?? [])];
    return options.length === 0 ? [schema] : options.flatMap(option => branches(option, root));
}
function innerSchemas(schema, segment) {
    const named = Object.hasOwn(schema.properties ?? {}, segment)
        ? schema.properties?.[String(segment)]
        : undefined;
    const inner = typeof segment === 'number' ? schema.items : (named ?? schema.additionalProperties);
    return typeof inner === 'object' && !Array.isArray(inner) ? [inner] : [];
}
function likely(schemas, value) {
    const fitting = schemas.filter(schema => Object.entries(schema.properties ?? {}).every(([key, inner]) => typeof inner !== 'object' || inner.const === undefined || inner.const === memberOf(value, key)));
    return fitting.length === 0 ? schemas : fitting;
}
function memberOf(value, segment) {
    return typeof value === 'object' && value !== null && Object.hasOwn(value, segment)
        ? Reflect.get(value, segment)
        : undefined;
}
function valuesOf(schema) {
    const words = schema.enum ?? (schema.const === undefined ? null : [schema.const]);
    if (words !== null)
        return words.map(word => JSON.stringify(word));
    const types = [schema.type ?? []].flat();
    return types.map(type => {
        const kind = kindOf(type, schema);
        return schema.description === undefined ? kind : `${kind} (${schema.description})`;
    });
}
function kindOf(type, schema) {
    switch (type) {
        case 'string':
            return `text${textLimits(schema)}`;
        case 'number':
        case 'integer':
            return `a ${type === 'integer' ? 'whole ' : ''}number${numberLimits(schema)}`;
        case 'boolean':
            return 'true or false';
        case 'null':
            return 'nothing';
        case 'array':
            return schema.minItems === undefined ? 'a list' : `a list with ${schema.minItems} or more entries`;
        case 'object':
            return 'a mapping of keys to values';
    }
}
function textLimits({ description, pattern, minLength }) {
    if (description !== undefined)
        return '';
    if (pattern !== undefined)
        return ` matching ${pattern}`;
    return minLength === undefined ? '' : ' that is not empty';
}
function numberLimits({ minimum, maximum, exclusiveMinimum, exclusiveMaximum }) {
    const limit = (word, value) => value === undefined || Math.abs(Number(value)) === Number.MAX_SAFE_INTEGER ? [] : [`${word} ${value}`];
    const limits = [
        ...limit('at least', minimum),
        ...limit('over', exclusiveMinimum),
        ...limit('at most', maximum),
        ...limit('under', exclusiveMaximum),
    ];
    return limits.length === 0 ? '' : `, ${limits.join(' and ')}`;
}

;// CONCATENATED MODULE: ./build/plan/document-structure.js

const MAX_DEPTH_LEVELS = 64;
function structureFindings(yaml, document, isConfidential) {
    return document.contents === null ? [] : nodeFindings(yaml, document.contents, [], isConfidential);
}
function nodeFindings(yaml, node, path, isConfidential) {
    const offset = offsetOf(node);
    if (path.length > MAX_DEPTH_LEVELS) {
        return [{ offset, wrong: 'nested too deeply', allowed: `${MAX_DEPTH_LEVELS} levels` }];
    }
    if (yaml.isAlias(node))
        return [{ offset, wrong: 'an alias (*name)', allowed: 'the value itself' }];
    const inner = (child, segment) => yaml.isNode(child) ? nodeFindings(yaml, child, [...path, segment], isConfidential) : [];
    if (yaml.isScalar(node))
        return [...propertyFindings(node), ...numberFindings(node.value, offset)];
    if (yaml.isSeq(node))
        return [...propertyFindings(node), ...node.items.flatMap(inner)];
    if (!yaml.isMap(node))
        return [];
    const keys = node.items.flatMap(pair => (yaml.isScalar(pair.key) ? [pair.key] : []));
    return [
        ...propertyFindings(node),
        ...keys.flatMap(propertyFindings),
        ...keyFindings(keys, !isConfidential(path)),
        ...node.items.flatMap(({ key, value }) => (yaml.isScalar(key) ? inner(value, String(key.value)) : [])),
    ];
}
function offsetOf(node) {
    return node.range?.[0] ?? 0;
}
function propertyFindings(node) {
    const offset = offsetOf(node);
    return [
        ...(node.tag === undefined ? [] : [{ offset, wrong: 'a tag (!name)', allowed: 'plain values' }]),
        ...(node.anchor === undefined ? [] : [{ offset, wrong: 'an anchor (&name)', allowed: 'plain values' }]),
    ];
}
function numberFindings(value, offset) {
    if (typeof value !== 'number')
        return [];
    const exact = Number.isInteger(value) ? Number.isSafeInteger(value) : Number.isFinite(value);
    return exact
        ? []
        : [{ offset, wrong: 'a number that cannot be kept exactly', allowed: 'the same in quotes' }];
}
function keyFindings(keys, mayShow) {
    const seen = new Set();
    return keys.flatMap(key => {
        const name = String(key.value);
        const shown = mayShow ? `key ${(0,problems/* quoted */.TL)(name)}` : 'a key';
        const offset = offsetOf(key);
        if (name === '__proto__')
            return [{ offset, wrong: `${shown} has a reserved name`, allowed: 'another name' }];
        if (seen.has(name))
            return [{ offset, wrong: `${shown} is there twice`, allowed: 'each key once' }];
        seen.add(name);
        return [];
    });
}

;// CONCATENATED MODULE: ./build/plan/document-issues.js




function issueFindings(issues, context) {
    const jsonSchema = json_schema_processors/* toJSONSchema */.bl(context.schema, { io: 'input', unrepresentable: 'any' });
    const value = context.document.toJS();
    const findingOf = ({ kind, path, message }) => {
        const place = placeOf(path, context);
        const { offset, keyOffset } = place;
        switch (kind) {
            case 'unknown-key': {
                const allowed = allowedKeys(jsonSchema, path.slice(0, -1), value);
                return { offset: keyOffset, wrong: keyText('unknown', path, context), allowed };
            }
            case 'bad-key':
                return { offset: keyOffset, wrong: `${keyText('wrong', path, context)}: ${message}`, allowed: null };
            case 'custom':
                return { offset, wrong: message, allowed: null };
            case 'value': {
                const allowed = allowedValues(jsonSchema, path, value);
                return { offset, wrong: valueText(path, place, context), allowed };
            }
        }
    };
    return issues.flatMap(issue => flatten(issue, [])).map(findingOf);
}
function flatten(issue, prefix) {
    const path = [...prefix, ...issue.path];
    const { message } = issue;
    switch (issue.code) {
        case 'unrecognized_keys':
            return issue.keys.map(key => ({ kind: 'unknown-key', path: [...path, key], message }));
        case 'invalid_key':
            return [{ kind: 'bad-key', path, message: issue.issues.map(inner => inner.message).join('; ') }];
        case 'invalid_union': {
            const meant = issue.errors.filter(branch => !branch.some(isAboutTheWhole));
            const [only] = meant;
            return only !== undefined && meant.length === 1
                ? only.flatMap(inner => flatten(inner, path))
                : [{ kind: 'value', path, message }];
        }
        case 'custom':
            return [{ kind: 'custom', path, message }];
        default:
            return [{ kind: 'value', path, message }];
    }
}
function isAboutTheWhole(issue) {
    return issue.path.length === 0 && (issue.code === 'invalid_type' || issue.code === 'invalid_value');
}
function placeOf(path, { yaml, document }) {
    let node = document.contents;
    let offset = node === null ? 0 : offsetOf(node);
    let keyOffset = offset;
    for (const segment of path) {
        const index = Number(segment);
        if (yaml.isSeq(node) && index < node.items.length) {
            const entry = node.items[index];
            node = yaml.isNode(entry) ? entry : null;
        }
        else if (yaml.isMap(node)) {
            const pair = node.items.find(({ key }) => yaml.isScalar(key) && key.value === segment);
            if (!yaml.isNode(pair?.key))
                return { present: false, node: null, offset, keyOffset };
            offset = keyOffset = offsetOf(pair.key);
            node = yaml.isNode(pair.value) ? pair.value : null;
        }
        else {
            return { present: false, node: null, offset, keyOffset };
        }
        if (node !== null)
            offset = offsetOf(node);
    }
    return { present: true, node, offset, keyOffset };
}
function keyText(word, path, context) {
    const container = path.slice(0, -1);
    const key = context.isConfidential(container) ? 'key' : `key ${(0,problems/* quoted */.TL)(String(path.at(-1)))}`;
    const where = pathText(container, context);
    return `${word} ${key}${where === '' ? '' : ` in ${where}`}`;
}
function valueText(path, { present, node }, context) {
    const where = pathText(path, context);
    if (!present)
        return missingText(path, context);
    if (context.isConfidential(path))
        return `a value${where === '' ? '' : ` in ${where}`} is wrong`;
    return `${where === '' ? 'the file' : where} is ${shown(node, context.yaml)}`;
}
function missingText(path, context) {
    const where = pathText(path.slice(0, -1), context);
    return `${(0,problems/* quoted */.TL)(String(path.at(-1)))} is missing${where === '' ? '' : ` in ${where}`}`;
}
function shown(node, yaml) {
    if (node === null)
        return 'empty';
    if (yaml.isMap(node))
        return 'a mapping';
    if (yaml.isSeq(node))
        return node.items.length === 0 ? 'an empty list' : 'a list';
    if (!yaml.isScalar(node))
        return 'not readable';
    if (node.value === null)
        return 'empty';
    return typeof node.value === 'string' ? (0,problems/* quoted */.TL)(node.value) : String(node.value);
}
function pathText(path, { isConfidential }) {
    const end = path.findIndex((_, index) => isConfidential(path.slice(0, index + 1)));
    const open = isConfidential([]) ? [] : end === -1 ? path : path.slice(0, end + 1);
    return open
        .map((part, index) => typeof part === 'number' ? `[${part}]` : `${index === 0 ? '' : '.'}${plainKey(String(part))}`)
        .join('');
}
function plainKey(key) {
    return /^[\w-]{1,64}$/.test(key) ? key : (0,problems/* quoted */.TL)(key);
}

;// CONCATENATED MODULE: ./build/plan/document.js



const MAX_DOCUMENT_BYTES = 256 * 1024;
const MAX_PROBLEMS = 50;
async function parseDocument(text, { file, schema, confidential = () => false }) {
    const bytes = Buffer.byteLength(text);
    if (bytes > MAX_DOCUMENT_BYTES) {
        return { problems: [(0,problems/* problemText */.fI)(file, `${bytes} bytes long`, `at most ${MAX_DOCUMENT_BYTES} bytes`)] };
    }
    const yaml = await __webpack_require__.e(/* import() */ 815).then(__webpack_require__.t.bind(__webpack_require__, 8815, 19));
    const lines = new yaml.LineCounter();
    const toProblems = (findings) => ({ problems: problemTexts(findings, file, lines) });
    const isConfidential = (path) => confidential([]) || path.some((_, index) => confidential(path.slice(0, index + 1)));
    const document = yaml.parseDocument(text.replace(/^\uFEFF/, ''), {
        version: '1.2',
        schema: 'core',
        lineCounter: lines,
        logLevel: 'error',
        prettyErrors: false,
        stringKeys: true,
        uniqueKeys: false,
    });
    const syntax = [...document.errors, ...document.warnings.filter(({ code }) => code === 'BAD_DIRECTIVE')];
    if (syntax.length > 0) {
        return toProblems(syntax.map(({ code, pos }) => ({ offset: pos[0], ...SYNTAX_ERRORS[code] })));
    }
    if (document.directives.yaml.explicit === true && document.directives.yaml.version !== '1.2') {
        return toProblems([{ offset: 0, wrong: 'another version of YAML', allowed: 'YAML 1.2' }]);
    }
    const structure = structureFindings(yaml, document, isConfidential);
    if (structure.length > 0)
        return toProblems(structure);
    const result = schema.safeParse(document.toJS());
    return result.success
        ? { value: result.data, at: path => positionOf(placeOf(path, { yaml, document }).offset, file, lines) }
        : toProblems(issueFindings(result.error.issues, { yaml, document, schema, isConfidential }));
}
function problemTexts(findings, file, lines) {
    const texts = findings
        .toSorted((a, b) => a.offset - b.offset)
        .slice(0, MAX_PROBLEMS)
        .map(({ offset, wrong, allowed }) => (0,problems/* problemText */.fI)(positionOf(offset, file, lines), wrong, allowed));
    const more = findings.length - texts.length;
    return more === 0 ? texts : [...texts, `${file}: ${more} more problems`];
}
function positionOf(offset, file, lines) {
    const { line, col } = lines.linePos(offset);
    return (0,problems/* filePosition */.Oe)(file, Math.max(line, 1), Math.max(col, 1));
}
const SYNTAX_ERRORS = {
    ALIAS_PROPS: { wrong: 'an alias (*name)', allowed: 'the value itself' },
    BAD_ALIAS: { wrong: 'an alias (*name)', allowed: 'the value itself' },
    BAD_COLLECTION_TYPE: { wrong: 'a tag (!name)', allowed: 'plain values' },
    BAD_DIRECTIVE: { wrong: 'a directive (%NAME)', allowed: 'a document without directives' },
    BAD_DQ_ESCAPE: {
        wrong: 'unknown escape in double quotes',
        allowed: 'the escapes of JSON, or single quotes',
    },
    BAD_INDENT: { wrong: 'wrong indentation or a bracket that is not closed', allowed: 'one column per level' },
    BAD_PROP_ORDER: { wrong: 'an anchor or a tag', allowed: 'plain values' },
    BAD_SCALAR_START: { wrong: 'a value begins with a reserved character', allowed: 'the value in quotes' },
    BLOCK_AS_IMPLICIT_KEY: { wrong: 'a second "key: value" on one line', allowed: 'one per line, or quotes' },
    BLOCK_IN_FLOW: { wrong: 'a block inside brackets', allowed: 'only values, [lists] and {mappings}' },
    DUPLICATE_KEY: { wrong: 'a key is there twice', allowed: 'each key once' },
    IMPOSSIBLE: { wrong: 'not readable as YAML', allowed: 'YAML 1.2 or JSON' },
    KEY_OVER_1024_CHARS: { wrong: 'a key over 1024 characters', allowed: 'shorter keys' },
    MISSING_CHAR: {
        wrong: 'a character is missing',
        allowed: 'a colon after a key, closed quotes and brackets',
    },
    MULTILINE_IMPLICIT_KEY: { wrong: 'a key without a colon on its line', allowed: '"key: value"' },
    MULTIPLE_ANCHORS: { wrong: 'an anchor (&name)', allowed: 'plain values' },
    MULTIPLE_DOCS: { wrong: 'a second document', allowed: 'one document per file' },
    MULTIPLE_TAGS: { wrong: 'a tag (!name)', allowed: 'plain values' },
    NON_STRING_KEY: { wrong: 'a key that is not text', allowed: 'text as keys' },
    RESOURCE_EXHAUSTION: { wrong: 'nested too deeply', allowed: `${MAX_DEPTH_LEVELS} levels` },
    TAB_AS_INDENT: { wrong: 'a tab as indentation', allowed: 'spaces' },
    TAG_RESOLVE_FAILED: { wrong: 'a tag (!name)', allowed: 'plain values' },
    UNEXPECTED_TOKEN: { wrong: 'text that does not belong here', allowed: 'YAML 1.2 or JSON' },
};


/***/ }),

/***/ 6167:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  parseWaiverFile: () => (/* binding */ parseWaiverFile)
});

// UNUSED EXPORTS: waiverJsonSchema

// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 4 modules
var schemas = __webpack_require__(2503);
// EXTERNAL MODULE: ./node_modules/zod/v4/core/api.js
var api = __webpack_require__(3759);
;// CONCATENATED MODULE: ./node_modules/zod/v4/classic/iso.js



function datetime(params) {
    return core._isoDateTime(ZodISODateTime, params);
}
function date(params) {
    return api/* _isoDate */.db(schemas/* ZodISODate */.Brp, params);
}
function time(params) {
    return core._isoTime(ZodISOTime, params);
}
function duration(params) {
    return core._isoDuration(ZodISODuration, params);
}

// EXTERNAL MODULE: ./build/precheck/waivers.js
var waivers = __webpack_require__(1671);
// EXTERNAL MODULE: ./build/plan/document.js + 3 modules
var plan_document = __webpack_require__(2181);
;// CONCATENATED MODULE: ./build/plan/waiver-file.js



async function parseWaiverFile(text, file, services) {
    const result = await (0,plan_document.parseDocument)(text, { file, schema: fileSchema(services) });
    return 'problems' in result ? result : { waivers: result.value.waivers.map(toWaiver) };
}
function waiverJsonSchema(services) {
    return z.toJSONSchema(fileSchema(services), { io: 'input' });
}
const words = schemas/* string */.YjP().regex(/\S/);
function fileSchema(services) {
    const entry = schemas/* strictObject */.rej({
        item: words.describe('not blank: the id of a check item, * is any text, ? is one character'),
        status: schemas/* enum */.k5n(waivers/* WAIVER_STATUSES */.aq).default('warning').describe('the findings it covers'),
        'failed-reason': words.optional().describe('not blank: it holds only for this reason of the finding'),
        service: schemas/* enum */.k5n(services).optional().describe('it holds only for this service'),
        task: words.optional().describe('not blank: it holds only for this task, id or pattern like item'),
        reason: words.describe('not blank: why the finding is accepted'),
        owner: words.describe('not blank: who accepts it'),
        expires: date().describe('the last day on which it holds, in UTC: a real date as YYYY-MM-DD'),
    });
    return schemas/* strictObject */.rej({
        version: schemas/* literal */.euz(1),
        waivers: schemas/* array */.YOg(entry).superRefine(refuseTwins).meta({ uniqueItems: true }),
    })
        .meta({ title: 'Waivers of the Migration Precheck Gate' });
}
function refuseTwins(entries, context) {
    const texts = entries.map(entry => JSON.stringify(entry));
    for (const [index, text] of texts.entries()) {
        const first = texts.indexOf(text);
        if (first < index) {
            const message = `waivers[${index}] is the same as waivers[${first}]; allowed: each waiver once`;
            context.addIssue({ code: 'custom', path: [index], message });
        }
    }
}
function toWaiver(entry) {
    return {
        item: entry.item,
        status: entry.status,
        failedReason: entry['failed-reason'] ?? null,
        service: entry.service ?? null,
        task: entry.task ?? null,
        reason: entry.reason,
        owner: entry.owner,
        expires: entry.expires,
    };
}


/***/ })

};
