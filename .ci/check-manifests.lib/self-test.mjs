// Tests the checker: each case's comments "# expect: TEXT" say what must be found, and nothing else may be. A case is a
// file, or a folder with a manifests.yaml. The manifests that the conformance cases expect must be sound.
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { check } from './check.mjs';
import { fieldsOf } from './models.mjs';
import { ruled } from './values.mjs';

const here = dirname(dirname(fileURLToPath(import.meta.url)));
const none = { restricted: false, external: new Set(), allowed: new Set() };

export async function selfTest() {
  const failures = [];
  let broken = 0, sound = 0;
  for (const key of ruled) {
    const [type, field] = key.split('.');
    const fields = await fieldsOf(type);
    if (!fields || field && !fields.has(field)) failures.push(`there is a rule for ${key}, which is not there`);
  }

  const cases = join(here, 'check-manifests.cases');
  for (const name of readdirSync(cases).sort()) {
    const path = join(cases, name);
    const text = readFileSync(statSync(path).isDirectory() ? join(path, 'manifests.yaml') : path, 'utf8');
    const expected = [...text.matchAll(/^# expect: (.+)$/gm)].map(match => match[1]);
    if (expected.length === 0 && !name.startsWith('sound')) failures.push(`${name}: expects nothing`);
    const { findings } = await check(path, none);
    for (const wanted of expected) if (!findings.some(finding => finding.includes(wanted))) failures.push(`${name}: not reported: ${wanted}`);
    for (const finding of findings) if (!expected.some(wanted => finding.includes(wanted))) failures.push(`${name}: reported: ${finding}`);
    if (expected.length > 0) broken++; else sound++;
  }

  const reference = join(here, '../tests/Conformance/cases');
  // The placeholder for the random part of an instance's name is in capitals.
  const options = { ...none, rewrite: text => text.replaceAll('-INSTANCE', '-instance') };
  for (const name of readdirSync(reference).sort()) {
    const folder = join(reference, name, 'expected');
    for (const file of existsSync(folder) ? readdirSync(folder).filter(file => /^manifests\b.*\.yaml$/.test(file)) : []) {
      const { findings } = await check(join(folder, file), options);
      failures.push(...findings.map(finding => `expected of the translation: ${finding}`));
      sound++;
    }
  }
  return { findings: failures, summary: `${broken} broken manifests are reported, ${sound} sound ones are not` };
}
