import type { ErrorCode } from 'yaml'
import { told } from '../../precheck/sentence.ts'
import { ALIAS, ANCHOR, type Breach, TAG, TOO_DEEP } from './content.ts'

const NO_YAML = told('YAML 1.2 or JSON', 'YAML 1.2 或 JSON')

/** Own words for the parser's errors: its messages quote what it could not read. */
export const SYNTAX_ERRORS: Readonly<Record<ErrorCode, Breach>> = {
  ALIAS_PROPS: ALIAS,
  BAD_ALIAS: ALIAS,
  BAD_COLLECTION_TYPE: TAG,
  BAD_DIRECTIVE: {
    wrong: told('a directive (%NAME)', '指令（%NAME）'),
    allowed: told('a document without directives', '不带指令的文档'),
  },
  BAD_DQ_ESCAPE: {
    wrong: told('unknown escape in double quotes', '双引号中有未知的转义'),
    allowed: told('the escapes of JSON, or single quotes', 'JSON 的转义，或单引号'),
  },
  BAD_INDENT: {
    wrong: told('wrong indentation or a bracket that is not closed', '缩进错误或括号未闭合'),
    allowed: told('one column per level', '每一层级对齐到同一列'),
  },
  BAD_PROP_ORDER: { wrong: told('an anchor or a tag', '锚点或标签'), allowed: TAG.allowed },
  BAD_SCALAR_START: {
    wrong: told('a value begins with a reserved character', '值以保留字符开头'),
    allowed: told('the value in quotes', '给值加引号'),
  },
  BLOCK_AS_IMPLICIT_KEY: {
    wrong: told('a second "key: value" on one line', '同一行有第二个 "key: value"'),
    allowed: told('one per line, or quotes', '每行一个，或加引号'),
  },
  BLOCK_IN_FLOW: {
    wrong: told('a block inside brackets', '括号内有块结构'),
    allowed: told('only values, [lists] and {mappings}', '只能有值、[列表] 和 {映射}'),
  },
  DUPLICATE_KEY: {
    wrong: told('a key is there twice', '某个键出现了两次'),
    allowed: told('each key once', '每个键一次'),
  },
  IMPOSSIBLE: { wrong: told('not readable as YAML', '无法作为 YAML 读取'), allowed: NO_YAML },
  KEY_OVER_1024_CHARS: {
    wrong: told('a key over 1024 characters', '键超过 1024 个字符'),
    allowed: told('shorter keys', '更短的键'),
  },
  MISSING_CHAR: {
    wrong: told('a character is missing', '缺少一个字符'),
    allowed: told('a colon after a key, closed quotes and brackets', '键后有冒号，引号和括号闭合'),
  },
  MULTILINE_IMPLICIT_KEY: {
    wrong: told('a key without a colon on its line', '键所在的行没有冒号'),
    allowed: told('"key: value"', '"key: value"'),
  },
  MULTIPLE_ANCHORS: ANCHOR,
  MULTIPLE_DOCS: {
    wrong: told('a second document', '第二个文档'),
    allowed: told('one document per file', '每个文件一个文档'),
  },
  MULTIPLE_TAGS: TAG,
  NON_STRING_KEY: {
    wrong: told('a key that is not text', '键不是文本'),
    allowed: told('text as keys', '键必须是文本'),
  },
  RESOURCE_EXHAUSTION: TOO_DEEP,
  TAB_AS_INDENT: { wrong: told('a tab as indentation', '用制表符缩进'), allowed: told('spaces', '空格') },
  TAG_RESOLVE_FAILED: TAG,
  UNEXPECTED_TOKEN: {
    wrong: told('text that does not belong here', '此处不应有的文本'),
    allowed: NO_YAML,
  },
}
