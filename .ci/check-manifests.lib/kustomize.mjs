// Checks of a folder with a kustomization.yaml, and whether kubectl makes the same manifests of it as a file holds.
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { isObject, parse, printed, readDocuments } from './documents.mjs';

const fields = ['apiVersion', 'kind', 'metadata', 'resources', 'namespace', 'namePrefix', 'nameSuffix', 'labels', 'commonAnnotations', 'images',
  'replicas', 'patches', 'components', 'configMapGenerator', 'secretGenerator', 'generatorOptions', 'configurations', 'replacements'];

/** The files that the kustomization.yaml of a folder lists. */
export function kustomizedFiles(folder, findings) {
  const [document, ...others] = readDocuments(join(folder, 'kustomization.yaml'), findings);
  if (!document) return [];
  const { value } = document;
  if (others.length > 0) document.report([], 'is not the only document');
  if (value.kind !== 'Kustomization') document.report(['kind'], 'is not Kustomization');
  if (value.apiVersion !== 'kustomize.config.k8s.io/v1beta1') document.report(['apiVersion'], 'is not kustomize.config.k8s.io/v1beta1');
  for (const key of Object.keys(value)) if (!fields.includes(key)) document.report([key], `Kustomization has no field ${key}`);

  const resources = Array.isArray(value.resources) ? value.resources : [];
  if (resources.length === 0) document.report(['resources'], 'lists nothing');
  for (const [index, resource] of resources.entries()) {
    const report = sentence => document.report(['resources', index], `${resource} ${sentence}`);
    const path = join(folder, String(resource));
    if (!existsSync(path)) report('is not there');
    else if (relative(folder, path).startsWith('..')) report('is outside the folder');
    else if (statSync(path).isDirectory() && !existsSync(join(path, 'kustomization.yaml'))) report('has no kustomization.yaml');
    if (resources.indexOf(resource) < index) report('is listed twice');
  }
  const isPatch = file => JSON.stringify(value.patches ?? []).includes(`"${file}"`);
  for (const file of readdirSync(folder))
    if (/\.ya?ml$/.test(file) && file !== 'kustomization.yaml' && !resources.includes(file) && !isPatch(file))
      document.report(['resources'], `does not list ${file}`);
  return resources.map(resource => join(folder, String(resource))).filter(path => existsSync(path) && statSync(path).isFile());
}

/** Reports how "kubectl kustomize" of a folder and a file differ as sets of documents. */
export function compareKustomized(folder, file, findings) {
  const { status, stdout, stderr, error } = spawnSync('kubectl', ['kustomize', folder], { encoding: 'utf8', maxBuffer: 1 << 28 });
  if (status !== 0) return findings.push(`${folder}: kubectl kustomize failed: ${(error?.message ?? stderr).trim()}`);
  const made = byName(parse(stdout)), held = byName(readDocuments(file, []).map(({ value }) => value));
  for (const name of held.keys()) if (!made.has(name)) findings.push(`${folder}: ${name} of ${file} is missing`);
  for (const [name, value] of made) {
    if (!held.has(name)) findings.push(`${folder}: ${name} is not in ${file}`);
    else for (const path of differences([], value, held.get(name))) findings.push(`${folder}: ${name} differs from ${file} at ${printed(path)}`);
  }
}

function byName(values) {
  const name = ({ kind, metadata }) => [kind, metadata?.namespace, metadata?.name].filter(Boolean).join(' ');
  return new Map(values.filter(isObject).map(value => [name(value), value]));
}

function differences(path, left, right) {
  if (isDeepStrictEqual(left, right)) return [];
  if (Array.isArray(left) && Array.isArray(right) && left.length === right.length)
    return left.flatMap((item, index) => differences([...path, index], item, right[index]));
  if (!isObject(left) || !isObject(right)) return [path];
  return [...new Set([...Object.keys(left), ...Object.keys(right)])].flatMap(key => differences([...path, key], left[key], right[key]));
}
