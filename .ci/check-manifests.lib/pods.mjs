// Checks of one pod: its containers, volumes, variables and probes, and what its kind of workload allows.

/** The pod that a document describes, with its path; undefined when it describes none. */
export function podOf(document) {
  const paths = {
    Pod: [], Deployment: ['spec', 'template'], StatefulSet: ['spec', 'template'], DaemonSet: ['spec', 'template'],
    ReplicaSet: ['spec', 'template'], Job: ['spec', 'template'], CronJob: ['spec', 'jobTemplate', 'spec', 'template'],
  };
  const path = paths[document.value.kind];
  if (!path) return undefined;
  const template = path.reduce((value, key) => value[key], document.value);
  const claims = document.value.kind === 'StatefulSet' ? document.value.spec.volumeClaimTemplates ?? [] : [];
  return {
    document, path: [...path, 'spec'], spec: template.spec, claims,
    namespace: document.value.metadata.namespace ?? '', labels: template.metadata?.labels ?? {},
    containers: containersOf(template.spec, [...path, 'spec']),
  };
}

function containersOf(spec, path) {
  return ['initContainers', 'containers'].flatMap(list => (spec[list] ?? []).map((container, index) => ({
    ...container, path: [...path, list, index], isInit: list === 'initContainers',
    isSidecar: list === 'initContainers' && container.restartPolicy === 'Always' })));
}

export function checkPod(pod, restricted) {
  const report = (path, sentence) => pod.document.report(path, sentence);
  const { kind } = pod.document.value;
  const wanted = ['Job', 'CronJob'].includes(kind) ? ['OnFailure', 'Never'] : kind === 'Pod' ? undefined : ['Always'];
  if (wanted && !wanted.includes(pod.spec.restartPolicy ?? 'Always')) report(pod.path, `the restartPolicy of a ${kind} is ${wanted.join(' or ')}`);

  const volumes = (pod.spec.volumes ?? []).map(volume => volume.name);
  const claims = pod.claims.map(claim => claim.metadata?.name);
  duplicates(volumes, (index, name) => report([...pod.path, 'volumes', index], `a second volume ${name}`));
  duplicates(claims, (index, name) => report(['spec', 'volumeClaimTemplates', index], `a second claim ${name}`));
  volumes.forEach((name, index) => claims.includes(name) && report([...pod.path, 'volumes', index], `volume and claim are both called ${name}`));
  checkVolumePaths(pod, report);

  const known = [...volumes, ...claims];
  const names = new Set();
  const ports = new Map();
  for (const container of pod.containers) {
    if (names.has(container.name)) report(container.path, `a second container ${container.name}`);
    names.add(container.name);
    checkContainer(container, known, report);
    checkVariables(container, report);
    for (const [index, { name, containerPort, protocol = 'TCP' }] of (container.ports ?? []).entries()) {
      for (const key of [`${containerPort}/${protocol}`, ...(name ? [`called ${name}`] : [])]) {
        if (ports.has(key)) report([...container.path, 'ports', index], `a second port ${key} in the pod`);
        ports.set(key, container);
      }
    }
  }
  if (restricted) checkRestricted(pod, report);
}

/** Calls back with index and value of each value that came before. */
export function duplicates(values, found) {
  values.forEach((value, index) => values.indexOf(value) < index && found(index, value));
}

function checkContainer(container, volumes, report) {
  const { path, volumeMounts = [] } = container;
  for (const [index, mount] of volumeMounts.entries())
    if (!volumes.includes(mount.name)) report([...path, 'volumeMounts', index], `there is no volume ${mount.name}`);
  duplicates(volumeMounts.map(mount => mount.mountPath.replace(/(.)\/+$/, '$1')),
    (index, mountPath) => report([...path, 'volumeMounts', index], `a second mount at ${mountPath}`));

  if (container.isInit && 'restartPolicy' in container && !container.isSidecar)
    report([...path, 'restartPolicy'], 'the restartPolicy of an init container is Always or absent');
  for (const probe of ['livenessProbe', 'readinessProbe', 'startupProbe']) {
    if (!(probe in container)) continue;
    if (container.isInit && !container.isSidecar) report([...path, probe], 'an init container without restartPolicy Always has no probes');
    if (probe !== 'readinessProbe' && (container[probe].successThreshold ?? 1) !== 1) report([...path, probe], 'its successThreshold is 1');
    for (const handler of ['httpGet', 'tcpSocket']) checkNamedPort(container, [...path, probe, handler], container[probe][handler]?.port, report);
  }
  if (container.isInit && !container.isSidecar && 'lifecycle' in container)
    report([...path, 'lifecycle'], 'an init container without restartPolicy Always has no lifecycle');

  const { limits = {}, requests = {} } = container.resources ?? {};
  for (const name of Object.keys(requests))
    if (name in limits && amount(requests[name]) > amount(limits[name]))
      report([...path, 'resources', 'requests', name], `more than its limit of ${limits[name]}`);
}

function checkNamedPort(container, path, port, report) {
  if (typeof port === 'string' && !(container.ports ?? []).some(({ name }) => name === port))
    report([...path, 'port'], `the container has no port called ${port}`);
}

// The number that a quantity stands for.
function amount(quantity) {
  const match = /^([+-]?[\d.]+)([KMGTPE]i|[numkMGTPE]|[eE][+-]?\d+)?$/.exec(String(quantity));
  const suffix = match?.[2] ?? '';
  if (/^[eE][+-]?\d/.test(suffix)) return Number(match[0]);
  const power = suffix.endsWith('i') ? 1024 ** 'KMGTPE'.indexOf(suffix[0]) * 1024
    : 1000 ** (['n', 'u', 'm', '', 'k', 'M', 'G', 'T', 'P', 'E'].indexOf(suffix) - 3);
  return Number(match?.[1]) * power;
}

function checkVariables(container, report) {
  const env = container.env ?? [];
  duplicates(env.map(({ name }) => name), (index, name) => report([...container.path, 'env', index], `a second variable ${name}`));
  const before = new Set();
  const look = (path, text) => {
    for (const name of references(text))
      if (name.startsWith('__ref_') && !before.has(name)) report(path, `$(${name}) is not a variable that comes before`);
  };
  for (const [index, { name, value }] of env.entries()) {
    if (value !== undefined) look([...container.path, 'env', index, 'value'], value);
    before.add(name);
  }
  for (const field of ['command', 'args'])
    for (const [index, text] of (container[field] ?? []).entries()) look([...container.path, field, index], text);
}

// $(NAME), but not $$(NAME), which stands for itself.
function references(text) {
  return [...text.matchAll(/\$\$|\$\(([^)]*)\)/g)].map(match => match[1]).filter(name => name !== undefined);
}

function checkVolumePaths(pod, report) {
  for (const [index, volume] of (pod.spec.volumes ?? []).entries()) {
    const path = [...pod.path, 'volumes', index];
    const items = [volume.configMap, volume.secret].flatMap(source => source?.items ?? []).map(item => item.path);
    const projected = (volume.projected?.sources ?? []).flatMap(source =>
      [source.serviceAccountToken, ...(source.configMap ?? source.secret ?? source.downwardAPI)?.items ?? []].filter(Boolean).map(item => item.path));
    duplicates([...items, ...projected], (_, file) => report(path, `a second file ${file} in the volume`));
  }
}

// The pod security standard "restricted", and a root file system that is read only as ours.
function checkRestricted(pod, report) {
  const of = (container, field) => container.securityContext?.[field] ?? pod.spec.securityContext?.[field];
  for (const field of ['hostNetwork', 'hostPID', 'hostIPC']) if (pod.spec[field]) report([...pod.path, field], 'is not restricted');
  for (const [index, volume] of (pod.spec.volumes ?? []).entries()) {
    const allowed = ['configMap', 'csi', 'downwardAPI', 'emptyDir', 'ephemeral', 'persistentVolumeClaim', 'projected', 'secret'];
    if (!allowed.some(source => source in volume)) report([...pod.path, 'volumes', index], 'is not restricted: its source');
  }
  for (const container of pod.containers) {
    const context = container.securityContext ?? {};
    const demand = (holds, what) => holds || report(container.path, `is not restricted: ${what}`);
    demand(of(container, 'runAsNonRoot') === true, 'runAsNonRoot is not true');
    demand(of(container, 'runAsUser') !== 0, 'runAsUser is 0');
    demand(['RuntimeDefault', 'Localhost'].includes(of(container, 'seccompProfile')?.type), 'seccompProfile is not RuntimeDefault');
    demand(context.allowPrivilegeEscalation === false, 'allowPrivilegeEscalation is not false');
    demand(context.capabilities?.drop?.includes('ALL'), 'capabilities do not drop ALL');
    demand((context.capabilities?.add ?? []).every(name => name === 'NET_BIND_SERVICE'), 'capabilities add more than NET_BIND_SERVICE');
    demand(context.readOnlyRootFilesystem === true, 'readOnlyRootFilesystem is not true');
    demand(!context.privileged, 'it is privileged');
    demand((container.ports ?? []).every(port => !port.hostPort), 'it has a hostPort');
  }
}
