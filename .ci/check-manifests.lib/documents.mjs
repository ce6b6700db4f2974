// Reads YAML files into documents that know their file, their number and the line of each of their values.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { isDeepStrictEqual } from 'node:util';

export const modules = process.env.CHECK_MANIFESTS_MODULES;
const { parseAllDocuments, LineCounter } = createRequire(modules + '/')('yaml');

export class Document {
  constructor(file, index, node, lines, findings) {
    Object.assign(this, { file, index, node, lines, findings });
    this.value = node.toJS();
  }

  /** Adds a finding at a path, which is a list of keys and indices from the root of the document. */
  report(path, sentence) {
    this.findings.push(`${this.file}:${this.line(path)}: document ${this.index}: ${printed(path)}: ${sentence}`);
  }

  // The line of the deepest part of the path that the file has.
  line(path) {
    for (let length = path.length; length > 0; length--) {
      const node = this.node.getIn(path.slice(0, length), true);
      if (node?.range) return this.lines.linePos(node.range[0]).line;
    }
    return this.lines.linePos(this.node.contents?.range?.[0] ?? 0).line;
  }
}

export const printed = path => '$' + path.map(part =>
  typeof part === 'number' ? `[${part}]` : /^\w+$/.test(part) ? `.${part}` : `['${part}']`).join('');

export const isObject = value => typeof value === 'object' && value !== null && !Array.isArray(value);

/** The documents of a file that are mappings; anything else about its YAML is a finding. */
export function readDocuments(file, findings, rewrite = text => text) {
  const text = rewrite(readFileSync(file, 'utf8'));
  const lines = new LineCounter();
  const parsed = parseAllDocuments(text, { version: '1.2', lineCounter: lines });
  const older = parseAllDocuments(text, { version: '1.1', schema: 'yaml-1.1', logLevel: 'silent' });
  if (parsed.length === 0) findings.push(`${file}: no document in it`);
  if (text.startsWith('\uFEFF')) findings.push(`${file}:1: a byte order mark`);
  if (text.includes('\r')) findings.push(`${file}: a carriage return`);
  if (text !== '' && !text.endsWith('\n')) findings.push(`${file}: no newline at the end`);

  const documents = [];
  for (const [number, node] of parsed.entries()) {
    const faults = [...node.errors, ...node.warnings];
    for (const fault of faults) findings.push(`${file}: document ${number + 1}: ${fault.message.split('\n')[0]}`);
    if (faults.length > 0) continue;
    const document = new Document(file, number + 1, node, lines, findings);
    if (!isObject(document.value)) document.report([], 'is not a mapping');
    else documents.push(document);
    compare(document, [], document.value, older[number]?.toJS());
  }
  return documents;
}

// Reports where a reader of YAML 1.1, as kubectl was for long, sees something else.
function compare(document, path, value, older) {
  if (isDeepStrictEqual(value, older)) return;
  const both = Array.isArray(value) && Array.isArray(older) && value.length === older.length ||
    isObject(value) && isObject(older) && isDeepStrictEqual(Object.keys(value), Object.keys(older));
  if (!both) document.report(path, `a reader of YAML 1.1 sees ${JSON.stringify(older)} here; quote it`);
  else for (const key of Object.keys(value)) compare(document, [...path, Array.isArray(value) ? +key : key], value[key], older[key]);
}

/** The values of a stream of documents that needs no findings. */
export const parse = text => parseAllDocuments(text).map(node => node.toJS());
