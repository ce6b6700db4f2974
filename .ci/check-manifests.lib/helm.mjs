// Whether Helm takes a chart and makes the same manifests of it as a file holds.
import { existsSync } from 'node:fs';
import { compare, output } from './compare.mjs';

/** Reports what "helm lint" says of a chart, and how "helm template" and a file differ. The binary is $HELM. */
export function compareChart(chart, file, findings) {
  const helm = process.env.HELM ?? 'helm';
  const secrets = chart.replace(/\/+$/, '') + '.secrets.yaml';
  const values = existsSync(secrets) ? ['--values', secrets] : [];
  if (output(helm, ['lint', '--strict', chart, ...values], chart, findings) === undefined) return;
  const made = output(helm, ['template', '--include-crds', 'release', chart, ...values], chart, findings);
  if (made !== undefined) compare(chart, made, file, findings);
}
