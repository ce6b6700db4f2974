// Which fields each type of Kubernetes has. The typed client carries fields, formats and required marks; what it cannot
// know, the resources of the Gateway API, is written down here for as far as it is used.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { modules } from './documents.mjs';

const generated = join(modules, '@kubernetes/client-node/dist/gen');

// "field: type" as in the client; a star marks a required field.
const gateway = {
  HTTPRoute: { 'apiVersion*': 'string', 'kind*': 'string', 'metadata*': 'V1ObjectMeta', 'spec*': 'HTTPRouteSpec' },
  HTTPRouteSpec: { 'parentRefs*': 'Array<ParentReference>', hostnames: 'Array<string>', 'rules*': 'Array<HTTPRouteRule>' },
  ParentReference: { group: 'string', kind: 'string', namespace: 'string', 'name*': 'string', sectionName: 'string', port: 'int32' },
  HTTPRouteRule: { name: 'string', matches: 'Array<HTTPRouteMatch>', 'backendRefs*': 'Array<HTTPBackendRef>' },
  HTTPRouteMatch: { path: 'HTTPPathMatch', headers: 'Array<HTTPHeaderMatch>', method: 'string' },
  HTTPPathMatch: { type: 'string', value: 'string' },
  HTTPHeaderMatch: { type: 'string', 'name*': 'string', 'value*': 'string' },
  HTTPBackendRef: { group: 'string', kind: 'string', 'name*': 'string', namespace: 'string', port: 'int32', weight: 'int32' },
};

const cache = new Map();

/** Name, type, format and required of each field of a type; undefined when the type is no model. */
export async function fieldsOf(type) {
  if (!cache.has(type)) cache.set(type, type in gateway ? own(gateway[type]) : await fromClient(type));
  return cache.get(type);
}

function own(fields) {
  return new Map(Object.entries(fields).map(([key, type]) => [key.replace('*', ''), {
    type: type === 'int32' ? 'number' : type, format: type === 'int32' ? type : '', required: key.endsWith('*') }]));
}

async function fromClient(type) {
  const file = join(generated, 'models', type + '.js');
  if (!/^\w+$/.test(type) || !existsSync(file)) return undefined;
  const { [type]: model } = await import(pathToFileURL(file));
  const declared = readFileSync(file.replace(/js$/, 'd.ts'), 'utf8');
  const required = new Set([...declared.matchAll(/^ {4}'([^']+)': /gm)].map(match => match[1]));
  return new Map(model.getAttributeTypeMap().map(({ name, baseName, type, format }) =>
    [baseName, { type, format, required: required.has(name) }]));
}

const kinds = new Map();

/** The model and scope of a kind, by what the client can create in that group and version; undefined when it can't. */
export function kindOf(apiVersion, kind) {
  if (apiVersion === 'gateway.networking.k8s.io/v1') return kind === 'HTTPRoute' ? { type: kind, namespaced: true } : undefined;
  if (!kinds.has(apiVersion)) kinds.set(apiVersion, kindsOf(apiVersion));
  return kinds.get(apiVersion).get(kind);
}

function kindsOf(apiVersion) {
  const [group, version] = apiVersion.includes('/') ? apiVersion.split('/', 2) : ['core', apiVersion];
  const capital = word => word.charAt(0).toUpperCase() + word.slice(1);
  const name = group.replace(/\.k8s\.io$/, '').split('.').map(capital).join('') + capital(version) + 'Api';
  const file = join(generated, 'apis', name + '.js');
  const found = new Map();
  if (!/^\w+$/.test(name) || !existsSync(file)) return found;

  const root = group === 'core' ? `/api/${version}/` : `/apis/${apiVersion}/`;
  for (const method of readFileSync(file, 'utf8').split(/^ {4}async /m)) {
    const created = /^create(Namespaced)?(\w+)\(/.exec(method);
    const path = /localVarPath = '([^']+)'/.exec(method)?.[1];
    if (!created || !path?.startsWith(root) || path.includes('{name}')) continue;
    found.set(created[2], { type: /serialize\(body, "(\w+)"/.exec(method)[1], namespaced: created[1] !== undefined });
  }
  return found;
}
