// The command line of check-manifests, which describes it.
import { parseArgs } from 'node:util';
import { check } from './check.mjs';
import { compareKustomized } from './kustomize.mjs';
import { selfTest } from './self-test.mjs';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    restricted: { type: 'boolean', default: false },
    external: { type: 'string', multiple: true, default: [] },
    'allow-kind': { type: 'string', multiple: true, default: [] },
    kustomize: { type: 'boolean', default: false },
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

function kustomized([folder, file]) {
  const findings = [];
  compareKustomized(folder, file, findings);
  return { findings, summary: `kubectl kustomize ${folder} equals ${file}` };
}

if (!values['self-test'] && (positionals.length === 0 || values.kustomize && positionals.length !== 2)) {
  console.error('usage: check-manifests [--restricted] [--external KIND/NAME]... [--allow-kind GROUP/VERSION/KIND]... FILE|FOLDER...');
  console.error('       check-manifests --kustomize FOLDER FILE | --self-test');
  process.exit(2);
}
const { findings, summary } = values['self-test'] ? await selfTest() : values.kustomize ? kustomized(positionals) : await findingsOf(positionals);
for (const finding of findings) console.log(finding);
console.log(findings.length === 0 ? summary : `${findings.length} findings`);
process.exitCode = findings.length === 0 ? 0 : 1;
