// Holds a document against its model: unknown fields, missing fields, wrong types, and the rules for single values.
import { isObject } from './documents.mjs';
import { fieldsOf, kindOf } from './models.mjs';
import { base64, objectName, ruleOf } from './values.mjs';

/** Checks one document by itself. */
export async function walkDocument(document, options) {
  const { apiVersion, kind, metadata } = document.value;
  document.misshapen = true;
  for (const field of ['apiVersion', 'kind'])
    if (typeof document.value[field] !== 'string') return document.report([], `${field} is missing or no string`);
  if (!isObject(metadata)) return document.report([], 'metadata is missing');

  const found = kindOf(apiVersion, kind);
  if (!found && !options.allowed.has(`${apiVersion}/${kind}`)) return document.report(['kind'], `there is no ${kind} in ${apiVersion}`);
  document.misshapen = false;
  if (metadata.name === undefined) document.report(['metadata'], 'name is missing');
  else if (typeof metadata.name === 'string') objectName(kind, metadata.name).forEach(fault => document.report(['metadata', 'name'], fault));
  if (found && !found.namespaced && 'namespace' in metadata) document.report(['metadata', 'namespace'], `${kind} belongs to no namespace`);
  if (found) await walk(document, [], document.value, found.type, '');
  else await walk(document, ['metadata'], metadata, 'V1ObjectMeta', '');
}

async function walk(document, path, value, type, format, rule) {
  const complain = sentence => document.report(path, sentence);
  const misshapen = sentence => {
    document.misshapen = true; // Nothing that relies on the types can be checked after that.
    complain(sentence);
  };
  if (value === null) return misshapen('is null; leave it out');

  const list = /^Array<(.*)>$/.exec(type);
  const map = /^\{ \[key: string\]: (.*); \}$/.exec(type);
  const fields = list || map ? undefined : await fieldsOf(type);
  if (list) {
    if (!Array.isArray(value)) return misshapen(`is ${named(value)} where a list is expected`);
    for (const [index, item] of value.entries()) await walk(document, [...path, index], item, list[1], format);
  } else if (map) {
    if (!isObject(value)) return misshapen(`is ${named(value)} where a mapping is expected`);
    const item = rule?.quantities ? 'Quantity' : map[1];
    for (const key of Object.keys(value)) await walk(document, [...path, key], value[key], item, format);
  } else if (fields) {
    if (!isObject(value)) return misshapen(`is ${named(value)} where a mapping is expected`);
    await walkFields(document, path, value, type, fields);
  } else {
    const fault = wrongType(value, rule?.quantity ? 'Quantity' : type, format);
    if (fault) return misshapen(fault);
  }
  // A field's own rule, and the rule of all values of its type.
  for (const fault of [...rule?.check?.(value) ?? [], ...(fields && ruleOf(type)?.check?.(value)) ?? []]) complain(fault);
}

async function walkFields(document, path, value, type, fields) {
  for (const [key, item] of Object.entries(value)) {
    const field = fields.get(key);
    if (field) await walk(document, [...path, key], item, field.type, field.format, ruleOf(`${type}.${key}`));
    else document.report([...path, key], `${type.replace(/^V\d+(alpha|beta)?\d*(?=[A-Z])/, '')} has no field ${key}${meant(key, fields)}`);
  }
  for (const [key, { required }] of fields)
    if ((required || ruleOf(`${type}.${key}`)?.required) && !(key in value)) {
      document.misshapen = true;
      document.report(path, `${key} is missing`);
    }
}

const named = value => Array.isArray(value) ? 'a list' : isObject(value) ? 'a mapping' : `the ${typeof value} ${JSON.stringify(value)}`;

const time = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/;
const quantity = /^[+-]?(\d+|\d+\.\d*|\.\d+)([KMGTPE]i|[numkMGTPE]|[eE][+-]?\d+)?$/;

function wrongType(value, type, format) {
  const isInteger = Number.isSafeInteger(value) && (format === 'int64' || Math.abs(value) < 2 ** 31);
  switch (type) {
    case 'any': return undefined;
    case 'string':
      if (typeof value !== 'string') return `is ${named(value)} where a string is expected`;
      return format === 'byte' ? base64(value) : undefined;
    case 'boolean': return typeof value === type ? undefined : `is ${named(value)} where true or false is expected`;
    case 'number': return (format === 'double' ? typeof value === type : isInteger) ? undefined
      : `is ${named(value)} where a ${format === 'double' ? 'number' : 'whole number'} is expected`;
    case 'IntOrString': return isInteger || typeof value === 'string' ? undefined : `is ${named(value)} where a whole number or a string is expected`;
    case 'Quantity': return quantity.test(String(value)) && ['string', 'number'].includes(typeof value) ? undefined
      : `is ${named(value)} where a quantity is expected`;
    case 'Date': case 'V1MicroTime': return time.test(value) ? undefined : `is ${named(value)} where a time is expected`;
    default: return `the checker does not know the type ${type}`;
  }
}

function meant(key, fields) {
  const near = [...fields.keys()].find(name => distance(name.toLowerCase(), key.toLowerCase()) <= Math.min(2, key.length / 3));
  return near ? `; did you mean ${near}?` : '';
}

function distance(left, right) {
  let row = [...Array(right.length + 1).keys()];
  for (let i = 1; i <= left.length; i++) {
    const next = [i];
    for (let j = 1; j <= right.length; j++)
      next[j] = Math.min(row[j] + 1, next[j - 1] + 1, row[j - 1] + (left[i - 1] === right[j - 1] ? 0 : 1));
    row = next;
  }
  return row[right.length];
}
