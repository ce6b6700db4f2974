// Finds what there is to check below a path, and checks it.
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { withSecrets } from './compare.mjs';
import { readDocuments } from './documents.mjs';
import { compareKustomized, generatedSecrets, kustomizedFiles } from './kustomize.mjs';
import { checkReferences } from './references.mjs';
import { walkDocument } from './walk.mjs';

/**
 * Checks a file or folder. Options: restricted, external ("Kind/name"), allowed ("group/version/Kind"), and rewrite, which
 * gets a file's text before it is read. Returns the findings and the numbers of files and documents.
 */
export async function check(path, options) {
  const result = { findings: [], files: 0, documents: 0 };
  if (!existsSync(path)) result.findings.push(`${path}: is not there`);
  else if (statSync(path).isDirectory()) await checkFolder(path, options, result);
  else await checkUnit(withSecrets(path), withNeighbours(dirname(path), options), result);
  return result;
}

async function checkFolder(folder, options, result) {
  options = withNeighbours(folder, options);
  const entries = readdirSync(folder, { withFileTypes: true }).sort((left, right) => left.name < right.name ? -1 : 1);
  const has = name => entries.some(entry => entry.name === name);
  if (has('kustomization.yaml')) {
    result.files++;
    const external = new Set([...options.external, ...generatedSecrets(folder)]);
    return checkUnit(kustomizedFiles(folder, result.findings), { ...options, external }, result);
  }
  for (const entry of entries) {
    if (entry.isDirectory()) await checkFolder(join(folder, entry.name), options, result);
    else if (/\.ya?ml$/.test(entry.name) && !/\.secrets\.yaml$/.test(entry.name)) await checkUnit(withSecrets(join(folder, entry.name)), options, result);
  }
  if (has('kustomize') && has('manifests.yaml')) compareKustomized(join(folder, 'kustomize'), join(folder, 'manifests.yaml'), result.findings);
}

// A folder's external.txt and its file "restricted" hold for what is below it too.
function withNeighbours(folder, options) {
  const list = join(folder, 'external.txt');
  const text = existsSync(list) ? readFileSync(list, 'utf8') : '';
  const lines = text.split('\n').map(line => line.trim()).filter(line => line && !line.startsWith('#'));
  return {
    ...options,
    restricted: options.restricted || existsSync(join(folder, 'restricted')),
    external: new Set([...options.external, ...lines.filter(line => line.split('/').length === 2)]),
    allowed: new Set([...options.allowed, ...lines.filter(line => line.split('/').length === 3)]),
  };
}

async function checkUnit(files, options, result) {
  const documents = files.flatMap(file => readDocuments(file, result.findings, options.rewrite));
  result.files += files.length;
  result.documents += documents.length;
  for (const document of documents) await walkDocument(document, options);
  const known = documents.filter(({ value }) => !options.allowed.has(`${value.apiVersion}/${value.kind}`));
  if (!known.some(document => document.misshapen)) checkReferences(known, options);
}
