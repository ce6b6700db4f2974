// The command line of check-manifests, which describes it.
import { parseArgs } from 'node:util';
import { check } from './check.mjs';
import { compareChart } from './helm.mjs';
import { compareKustomized } from './kustomize.mjs';
import { selfTest } from './self-test.mjs';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    restricted: { type: 'boolean', default: false },
    external: { type: 'string', multiple: true, default: [] },
    'allow-kind': { type: 'string', multiple: true, default: [] },
    kustomize: { type: 'boolean', default: false },
    helm: { type: 'boolean', default: false },
    'self-test': { type: 'boolean', default: false },
  },
});

async function findingsOf(paths) {
  const options = { restricted: values.restricted, external: new Set(values.external), allowed: new Set(values['allow-kind']) };
  const total = { findings: [], files: 0, documents: 0 };
  for (const path of paths) {
    const result = await check(path, options);
    total.findings.push(...result.findings);
    total.files += result.files;
    total.documents += result.documents;
  }
  if (total.documents === 0 && total.findings.length === 0) total.findings.push(`there is no manifest in ${paths.join(', ')}`);
  return { findings: total.findings, summary: `${total.documents} documents in ${total.files} files are sound` };
}

function compared(paths, compareFolder, tool) {
  const findings = [];
  for (let index = 0; index < paths.length; index += 2) compareFolder(paths[index], paths[index + 1], findings);
  return { findings, summary: `${tool} makes what the file holds of ${paths.length / 2} folders` };
}

const isComparison = values.kustomize || values.helm;
if (!values['self-test'] && (positionals.length === 0 || isComparison && positionals.length % 2 !== 0)) {
  console.error('usage: check-manifests [--restricted] [--external KIND/NAME]... [--allow-kind GROUP/VERSION/KIND]... FILE|FOLDER...');
  console.error('       check-manifests --kustomize|--helm FOLDER FILE [FOLDER FILE]... | --self-test');
  process.exit(2);
}
function run() {
  if (values['self-test']) return selfTest();
  if (values.kustomize) return compared(positionals, compareKustomized, 'kubectl kustomize');
  if (values.helm) return compared(positionals, compareChart, 'helm template');
  return findingsOf(positionals);
}

const { findings, summary } = await run();
for (const finding of findings) console.log(finding);
console.log(findings.length === 0 ? summary : `${findings.length} findings`);
process.exitCode = findings.length === 0 ? 0 : 1;
