// Checks of documents against each other: selectors, and everything that is named and has to be there.
import { checkPod, duplicates, podOf } from './pods.mjs';

/** Checks the documents of one unit, all of which have the right shape. */
export function checkReferences(documents, options) {
  const set = new ManifestSet(documents, options);
  set.checkOrder();
  set.checkLeaks();
  for (const pod of set.pods) {
    checkPod(pod, options.restricted);
    checkPodReferences(set, pod);
  }
  for (const document of documents) checks[document.value.kind]?.(set, document, document.value.spec, document.value.metadata.namespace ?? '');
}

class ManifestSet {
  constructor(documents, options) {
    this.documents = documents;
    this.external = options.external;
    this.pods = documents.map(podOf).filter(Boolean);
  }

  find(kind, name, namespace) {
    return this.documents.find(({ value }) => value.kind === kind && value.metadata.name === name && (value.metadata.namespace ?? '') === namespace);
  }

  /** Reports at a path when nothing of that kind and name is there; returns what is there. */
  need(document, path, kind, name, namespace, optional) {
    const found = this.find(kind, name, namespace);
    if (!found && !optional && !this.external.has(`${kind}/${name}`))
      document.report(path, `there is no ${kind} ${name}${namespace && ` in namespace ${namespace}`}`);
    return found;
  }

  podsOf(selector, namespace) {
    return this.pods.filter(pod => pod.namespace === namespace && matches(selector, pod.labels));
  }

  checkOrder() {
    const seen = new Map();
    for (const [index, document] of this.documents.entries()) {
      const { apiVersion, kind, metadata: { name, namespace = '' } } = document.value;
      const key = [apiVersion.replace(/\/.*|^v1$/, ''), kind, namespace, name].join(' ');
      if (seen.has(key)) document.report([], `a second ${kind} ${name}`);
      seen.set(key, document);
      const home = this.documents.findIndex(({ value }) => value.kind === 'Namespace' && value.metadata.name === namespace);
      if (home > index) document.report(['metadata', 'namespace'], `comes before its Namespace ${namespace}`);
    }
  }

  checkLeaks() {
    const known = passwords(this.documents);
    for (const document of this.documents.filter(({ value }) => value.kind !== 'Secret'))
      for (const { path, text } of stringsOf(document.value, []))
        for (const { secret, key } of known.filter(password => text.includes(password.text)))
          document.report(path, `has ${key} of Secret ${secret} in the open`);
  }
}

// A password belongs into its Secret and nowhere else. The key tells what is one: a Secret holds host names too.
const passwords = documents => documents.filter(({ value }) => value.kind === 'Secret').flatMap(({ value }) => [
  ...Object.entries(value.stringData ?? {}),
  ...Object.entries(value.data ?? {}).map(([key, text]) => [key, Buffer.from(text, 'base64').toString()]),
].filter(([key, text]) => /pass|token|secret|key$/i.test(key) && text.length >= 6)
  .map(([key, text]) => ({ secret: value.metadata.name, key, text })));

function stringsOf(value, path) {
  if (typeof value === 'string') return [{ path, text: value }];
  if (typeof value !== 'object' || value === null) return [];
  return Object.keys(value).flatMap(key => stringsOf(value[key], [...path, Array.isArray(value) ? +key : key]));
}

function matches(selector, labels) {
  return Object.entries(selector.matchLabels ?? {}).every(([key, value]) => labels[key] === value) &&
    (selector.matchExpressions ?? []).every(({ key, operator, values = [] }) =>
      operator === 'In' ? values.includes(labels[key])
        : operator === 'NotIn' ? !values.includes(labels[key])
        : (key in labels) === (operator === 'Exists'));
}

const isEmpty = selector => Object.keys(selector.matchLabels ?? {}).length + (selector.matchExpressions ?? []).length === 0;

function checkWorkload(set, document, spec, namespace) {
  const path = ['spec', 'selector'];
  const own = podOf(document);
  if (isEmpty(spec.selector)) document.report(path, 'selects everything');
  else if (!matches(spec.selector, own.labels)) document.report(path, 'does not match the labels of its own pods');
  for (const pod of set.podsOf(spec.selector, namespace))
    if (pod.document !== document) document.report(path, `also matches the pods of ${pod.document.value.kind} ${pod.document.value.metadata.name}`);
}

function checkStatefulSet(set, document, spec, namespace) {
  checkWorkload(set, document, spec, namespace);
  const service = set.need(document, ['spec', 'serviceName'], 'Service', spec.serviceName, namespace);
  if (service && service.value.spec.clusterIP !== 'None') document.report(['spec', 'serviceName'], `Service ${spec.serviceName} is not headless`);
  for (const [index, claim] of (spec.volumeClaimTemplates ?? []).entries())
    if (!claim.metadata?.name) document.report(['spec', 'volumeClaimTemplates', index], 'has no name');
    else checkClaim(document, claim.spec, ['spec', 'volumeClaimTemplates', index, 'spec']);
}

function checkClaim(document, spec, path) {
  if (!spec?.resources?.requests?.storage) document.report(path, 'requests no storage');
}

function checkService(set, document, spec, namespace) {
  const ports = spec.ports ?? [];
  const complain = (index, sentence) => document.report(['spec', 'ports', index], sentence);
  if (ports.length === 0 && spec.type !== 'ExternalName' && spec.clusterIP !== 'None') document.report(['spec'], 'has no ports');
  if (ports.length > 1) ports.forEach(({ name }, index) => name || complain(index, 'has no name, and there are several ports'));
  duplicates(ports.map(({ name }) => name ?? {}), (index, name) => complain(index, `a second port called ${name}`));
  duplicates(ports.map(({ port, protocol = 'TCP' }) => `${port}/${protocol}`), (index, port) => complain(index, `a second port ${port}`));
  if (!spec.selector) return;

  const pods = set.podsOf({ matchLabels: spec.selector }, namespace);
  if (pods.length === 0) document.report(['spec', 'selector'], 'matches no pods');
  for (const pod of pods) {
    const { kind, metadata } = pod.document.value;
    for (const [index, { port, targetPort = port, protocol = 'TCP' }] of ports.entries()) {
      const declared = portsOf(pod);
      // A pod need not declare its ports; one that does should declare those that are used.
      const isThere = declared.some(({ name, containerPort, protocol: own = 'TCP' }) =>
        [name, containerPort].includes(targetPort) && own === protocol);
      if (!isThere && (declared.length > 0 || typeof targetPort === 'string'))
        complain(index, `the pods of ${kind} ${metadata.name} have no ${protocol} port ${targetPort}`);
    }
  }
}

const portsOf = pod => pod.containers.flatMap(container => container.ports ?? []);

function needPort(set, document, path, service, { name, number }, namespace) {
  const found = set.need(document, path, 'Service', service, namespace);
  if (found && !(found.value.spec.ports ?? []).some(port => name === undefined ? port.port === number : port.name === name))
    document.report(path, `Service ${service} has no port ${name ?? number}`);
}

function checkIngress(set, document, spec, namespace) {
  const backend = (path, { service }) => service
    ? needPort(set, document, path, service.name, service.port ?? {}, namespace)
    : document.report(path, 'names no service');
  if (!spec.rules && !spec.defaultBackend) document.report(['spec'], 'has neither rules nor a default backend');
  if (spec.defaultBackend) backend(['spec', 'defaultBackend'], spec.defaultBackend);
  for (const [rule, { http }] of (spec.rules ?? []).entries())
    for (const [index, path] of (http?.paths ?? []).entries())
      backend(['spec', 'rules', rule, 'http', 'paths', index, 'backend'], path.backend);
  for (const [index, { secretName }] of (spec.tls ?? []).entries())
    if (secretName) set.need(document, ['spec', 'tls', index], 'Secret', secretName, namespace);
}

function checkRoute(set, document, spec, namespace) {
  for (const [index, parent] of spec.parentRefs.entries())
    set.need(document, ['spec', 'parentRefs', index], parent.kind ?? 'Gateway', parent.name, parent.namespace ?? namespace);
  for (const [rule, { backendRefs }] of spec.rules.entries())
    for (const [index, backend] of backendRefs.entries())
      needPort(set, document, ['spec', 'rules', rule, 'backendRefs', index], backend.name, { number: backend.port }, backend.namespace ?? namespace);
}

function checkAutoscaler(set, document, spec, namespace) {
  const path = ['spec', 'scaleTargetRef'];
  const { kind, name, apiVersion } = spec.scaleTargetRef;
  if ((spec.minReplicas ?? 1) > spec.maxReplicas) document.report(['spec', 'minReplicas'], 'is more than maxReplicas');
  const target = set.need(document, path, kind, name, namespace);
  if (!target) return;
  if (target.value.apiVersion !== apiVersion) document.report(path, `${kind} ${name} has apiVersion ${target.value.apiVersion}`);
  if ('replicas' in target.value.spec) target.report(['spec', 'replicas'], `fights with HorizontalPodAutoscaler ${document.value.metadata.name}`);

  for (const [index, { type, resource }] of (spec.metrics ?? []).entries()) {
    if ((type === 'Resource') !== (resource !== undefined)) document.report(['spec', 'metrics', index], 'its type and its source differ');
    if (resource?.target.type !== 'Utilization') continue;
    for (const container of podOf(target)?.containers ?? [])
      if ((!container.isInit || container.isSidecar) && !(resource.name in { ...container.resources?.limits, ...container.resources?.requests }))
        document.report(['spec', 'metrics', index], `container ${container.name} requests no ${resource.name}, so its utilization is unknown`);
  }
}

function checkBudget(set, document, spec, namespace) {
  if (isEmpty(spec.selector)) document.report(['spec', 'selector'], 'selects everything');
  else if (set.podsOf(spec.selector, namespace).length === 0) document.report(['spec', 'selector'], 'matches no pods');
}

function checkNetworkPolicy(set, document, spec, namespace) {
  const selected = set.podsOf(spec.podSelector ?? {}, namespace);
  if (!isEmpty(spec.podSelector ?? {}) && selected.length === 0) document.report(['spec', 'podSelector'], 'matches no pods');
  const types = spec.policyTypes ?? [];
  for (const [direction, peers] of [['ingress', 'from'], ['egress', 'to']]) {
    if (direction in spec && types.length > 0 && !types.some(type => type.toLowerCase() === direction))
      document.report(['spec', direction], 'is not among the policyTypes');
    for (const [rule, entry] of (spec[direction] ?? []).entries()) {
      for (const [index, { podSelector, namespaceSelector }] of (entry[peers] ?? []).entries())
        if (podSelector && !namespaceSelector && !isEmpty(podSelector) && set.podsOf(podSelector, namespace).length === 0)
          document.report(['spec', direction, rule, peers, index, 'podSelector'], 'matches no pods');
      for (const [index, { port }] of (entry.ports ?? []).entries())
        if (direction === 'ingress' && typeof port === 'string' && !selected.some(pod => portsOf(pod).some(({ name }) => name === port)))
          document.report(['spec', direction, rule, 'ports', index], `the pods have no port called ${port}`);
    }
  }
}

function checkData(document, left, right) {
  for (const key of Object.keys(document.value[left] ?? {}))
    if (key in (document.value[right] ?? {})) document.report([right, key], `is in ${left} as well`);
  const size = [left, right].flatMap(field => Object.values(document.value[field] ?? {})).reduce((sum, text) => sum + Buffer.byteLength(text), 0);
  if (size > 1048576 * (4 / 3)) document.report([], 'is larger than 1 MiB');
}

function checkSecret(set, document) {
  checkData(document, 'data', 'stringData');
  const wanted = { 'kubernetes.io/dockerconfigjson': ['.dockerconfigjson'], 'kubernetes.io/tls': ['tls.crt', 'tls.key'] }[document.value.type] ?? [];
  for (const key of wanted) if (!keysOf(document).includes(key)) document.report([], `has no ${key}, as its type demands`);
}

const checks = {
  Deployment: checkWorkload, DaemonSet: checkWorkload, ReplicaSet: checkWorkload, StatefulSet: checkStatefulSet,
  Service: checkService, Ingress: checkIngress, HTTPRoute: checkRoute, HorizontalPodAutoscaler: checkAutoscaler,
  PodDisruptionBudget: checkBudget, NetworkPolicy: checkNetworkPolicy, Secret: checkSecret,
  ConfigMap: (set, document) => checkData(document, 'data', 'binaryData'),
  PersistentVolumeClaim: (set, document, spec) => checkClaim(document, spec, ['spec']),
};

const keysOf = ({ value }) => ['data', 'binaryData', 'stringData'].flatMap(field => Object.keys(value[field] ?? {}));

function checkPodReferences(set, { document, path, spec, namespace, containers }) {
  const need = (at, kind, name, optional) => set.need(document, at, kind, name, namespace, optional);
  const needKeys = (at, kind, name, keys, optional) => {
    const found = need(at, kind, name, optional);
    for (const key of keys) if (found && !optional && !keysOf(found).includes(key)) document.report(at, `${kind} ${name} has no key ${key}`);
  };
  const needSource = (at, { configMap, secret }) => {
    if (configMap) needKeys([...at, 'configMap'], 'ConfigMap', configMap.name, (configMap.items ?? []).map(({ key }) => key), configMap.optional);
    if (secret) needKeys([...at, 'secret'], 'Secret', secret.name ?? secret.secretName, (secret.items ?? []).map(({ key }) => key), secret.optional);
  };

  if (spec.serviceAccountName && spec.serviceAccountName !== 'default')
    need([...path, 'serviceAccountName'], 'ServiceAccount', spec.serviceAccountName);
  (spec.imagePullSecrets ?? []).forEach(({ name }, index) => need([...path, 'imagePullSecrets', index], 'Secret', name));
  for (const [index, volume] of (spec.volumes ?? []).entries()) {
    const at = [...path, 'volumes', index];
    needSource(at, volume);
    (volume.projected?.sources ?? []).forEach((source, number) => needSource([...at, 'projected', 'sources', number], source));
    if (volume.persistentVolumeClaim) need([...at, 'persistentVolumeClaim'], 'PersistentVolumeClaim', volume.persistentVolumeClaim.claimName);
  }
  for (const container of containers) {
    for (const [index, { configMapRef, secretRef }] of (container.envFrom ?? []).entries()) {
      if (configMapRef) need([...container.path, 'envFrom', index], 'ConfigMap', configMapRef.name, configMapRef.optional);
      if (secretRef) need([...container.path, 'envFrom', index], 'Secret', secretRef.name, secretRef.optional);
    }
    for (const [index, { valueFrom = {} }] of (container.env ?? []).entries()) {
      const at = [...container.path, 'env', index, 'valueFrom'];
      for (const [kind, ref] of [['ConfigMap', valueFrom.configMapKeyRef], ['Secret', valueFrom.secretKeyRef]])
        if (ref) needKeys(at, kind, ref.name, [ref.key], ref.optional);
      const other = valueFrom.resourceFieldRef?.containerName;
      if (other && !containers.some(({ name }) => name === other)) document.report(at, `there is no container ${other}`);
    }
  }
}
