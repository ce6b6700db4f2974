// Checks of a folder with a kustomization.yaml, and whether kubectl makes the same manifests of it as a file holds.
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';
import { readDocuments } from './documents.mjs';
import { compare, output } from './compare.mjs';

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

/** The Secrets that the kustomization.yaml of a folder makes of other files, as "Secret/NAME". */
export function generatedSecrets(folder) {
  const [document] = readDocuments(join(folder, 'kustomization.yaml'), []);
  return (document?.value.secretGenerator ?? []).map(({ name }) => `Secret/${name}`);
}

/** Reports how "kubectl kustomize" of a folder and a file differ as sets of documents. */
export function compareKustomized(folder, file, findings) {
  const made = output('kubectl', ['kustomize', folder], folder, findings);
  if (made !== undefined) compare(folder, made, file, findings);
}
