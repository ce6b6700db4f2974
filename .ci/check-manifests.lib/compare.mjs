// Whether another tool makes the same manifests as a file holds.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { isDeepStrictEqual } from 'node:util';
import { isObject, parse, printed, readDocuments } from './documents.mjs';

/** What a tool prints; undefined with a finding when it fails. */
export function output(tool, args, folder, findings) {
  const { status, stdout, stderr, error } = spawnSync(tool, args, { encoding: 'utf8', maxBuffer: 1 << 28 });
  if (status === 0) return stdout;
  findings.push(`${folder}: ${tool.split('/').pop()} ${args[0]} failed: ${(error?.message ?? stderr + stdout).trim()}`);
}

/** A file, and beside it the one with its Secrets, if there is one. */
export function withSecrets(file) {
  const secrets = file.replace(/(\.[^.]*)$/, '.secrets$1');
  return existsSync(secrets) ? [file, secrets] : [file];
}

// As a cluster keeps it.
function normal(value) {
  if (value.kind !== 'Secret') return value;
  const { stringData, type, data, ...rest } = value;
  const texts = Object.entries(stringData ?? {}).map(([key, text]) => [key, Buffer.from(text).toString('base64')]);
  const bytes = Object.entries(data ?? {}).map(([key, text]) => [key, String(text).replace(/\s/g, '')]);
  return { ...rest, type: type ?? 'Opaque', data: Object.fromEntries([...bytes, ...texts]) };
}

/** Reports how what a tool made of a folder and a file differ as sets of documents. */
export function compare(folder, text, file, findings) {
  const made = byName(parse(text)), held = byName(withSecrets(file).flatMap(path => readDocuments(path, []).map(({ value }) => value)));
  for (const name of held.keys()) if (!made.has(name)) findings.push(`${folder}: ${name} of ${file} is missing`);
  for (const [name, value] of made) {
    if (!held.has(name)) findings.push(`${folder}: ${name} is not in ${file}`);
    else for (const path of differences([], value, held.get(name))) findings.push(`${folder}: ${name} differs from ${file} at ${printed(path)}`);
  }
}

function byName(values) {
  const name = ({ kind, metadata }) => [kind, metadata?.namespace, metadata?.name].filter(Boolean).join(' ');
  return new Map(values.filter(isObject).map(value => [name(value), normal(value)]));
}

function differences(path, left, right) {
  if (isDeepStrictEqual(left, right)) return [];
  if (Array.isArray(left) && Array.isArray(right) && left.length === right.length)
    return left.flatMap((item, index) => differences([...path, index], item, right[index]));
  if (!isObject(left) || !isObject(right)) return [path];
  return [...new Set([...Object.keys(left), ...Object.keys(right)])].flatMap(key => differences([...path, key], left[key], right[key]));
}
