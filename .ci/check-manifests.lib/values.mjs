// The rules for single values that the models do not carry: names, enumerations, ranges, paths, schedules.
// Each rule yields sentences; none when the value is good.
import { isObject } from './documents.mjs';

const pattern = (what, expression, length) => value =>
  typeof value !== 'string' || expression.test(value) && value.length <= length ? []
    : [`${JSON.stringify(value)} is no ${what} (at most ${length} characters)`];

const label = pattern('DNS label: lower case letters, digits and "-", which neither starts nor ends it',
  /^[a-z0-9]([-a-z0-9]*[a-z0-9])?$/, 63);
// Clusters before 1.36 refuse a Service that starts with a digit.
const serviceName = pattern('name of a Service: lower case letters, digits and "-", a letter first', /^[a-z]([-a-z0-9]*[a-z0-9])?$/, 63);
const subdomain = pattern('DNS subdomain: labels with "." between', /^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$/, 253);
const hostname = pattern('host name', /^(\*\.)?[a-z0-9]([-a-z0-9]*[a-z0-9])?(\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$/, 253);
const pathSegment = pattern('name', /^(?!\.{1,2}$)[^/%]+$/, 253);
const portName = pattern('port name: lower case letters, digits and single "-", with a letter', /^(?=.*[a-z])[a-z0-9]+(-[a-z0-9]+)*$/, 15);
const envName = pattern('name of a variable: printable characters but "="', /^[ -<>-~]+$/, 1024); // since 1.34
const dataKey = pattern('key of a ConfigMap or Secret', /^(?!\.{1,2}$|\.\.)[-._a-zA-Z0-9]+$/, 253);
const qualified = pattern('name: letters, digits, "-", "_" and "."', /^[A-Za-z0-9]([-A-Za-z0-9_.]*[A-Za-z0-9])?$/, 63);
const labelValue = pattern('label value', /^([A-Za-z0-9]([-A-Za-z0-9_.]*[A-Za-z0-9])?)?$/, 63);

const labelKey = key => {
  const parts = key.split('/');
  if (parts.length > 2) return [`${JSON.stringify(key)} has more than one "/"`];
  return [...(parts.length === 2 ? subdomain(parts[0].toLowerCase()) : []), ...qualified(parts.at(-1))];
};
const labels = value => each(value, (key, item) => [...labelKey(key), ...labelValue(item)]);
const annotations = value => {
  const size = Object.entries(isObject(value) ? value : {}).reduce((sum, [key, item]) => sum + Buffer.byteLength(key + item), 0);
  return [...each(value, labelKey), ...(size > 262144 ? ['annotations are larger than 256 KiB'] : [])];
};
const each = (value, check) => isObject(value) ? Object.entries(value).flatMap(([key, item]) => check(key, item)) : [];
const data = value => each(value, dataKey);

/** What a document of that kind may be called. */
export function objectName(kind, name) {
  switch (kind) {
    case 'Service': return serviceName(name);
    case 'Namespace': return label(name);
    // Their names become label values or host names of pods, the CronJob's with eleven characters more.
    case 'Deployment': case 'StatefulSet': case 'DaemonSet': case 'Job': case 'Pod':
      return name.length > 63 ? [`${JSON.stringify(name)} is longer than 63 characters, which its pods cannot carry`]
        : kind === 'StatefulSet' ? label(name) : subdomain(name);
    case 'CronJob': return name.length > 52 ? [`${JSON.stringify(name)} is longer than 52 characters`] : subdomain(name);
    case 'Role': case 'RoleBinding': case 'ClusterRole': case 'ClusterRoleBinding': return pathSegment(name);
    default: return subdomain(name);
  }
}

export function base64(value) {
  return /^([A-Za-z0-9+/]{4})*([A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/.test(value) ? undefined : 'is not base64';
}

const within = (least, most) => value =>
  typeof value !== 'number' || value >= least && value <= most ? [] : [`${value} is not between ${least} and ${most}`];
const atLeast = least => value =>
  typeof value !== 'number' || value >= least ? [] : [`${value} is less than ${least}`];
const oneOf = (...values) => value =>
  typeof value !== 'string' || values.includes(value) ? [] : [`${JSON.stringify(value)} is none of ${values.join(', ')}`];
const filled = value => value === '' || Array.isArray(value) && value.length === 0 ? ['is empty'] : [];
const port = within(1, 65535);
const portOrName = value => [...port(value), ...portName(value)];
const mode = within(0, 0o777);
const imageName = /^((?:[A-Za-z0-9.-]+|\[[0-9A-Fa-f:]+\])(:\d+)?\/)?[a-z0-9]+([._-]+[a-z0-9]+)*(\/[a-z0-9]+([._-]+[a-z0-9]+)*)*(:\w[\w.-]{0,127})?(@sha256:[0-9a-f]{64})?$/;
const image = value => imageName.test(value) ? [] : [`${JSON.stringify(value)} is no image`];
const absolute = value => !/^\/[^:]*$/.test(value) ? [`${JSON.stringify(value)} is no absolute path without ":"`] : [];
const urlPath = value => !/^\/[^ "#%;]*$/.test(value) || /\/\/|\/\.\.?(\/|$)/.test(value) ? [`${JSON.stringify(value)} is no path of a URL`] : [];
const inside = value => /^\/|^$|(^|\/)\.\.(\/|$)/.test(value) ? [`${JSON.stringify(value)} is no path inside the volume`] : [];
const countOrPercent = value => typeof value !== 'string' ? atLeast(0)(value)
  : /^\d+%$/.test(value) ? [] : [`${JSON.stringify(value)} is neither a number nor a percentage`];
const fieldPath = value => [
  /^metadata\.(name|namespace|uid|labels|annotations)$/, /^metadata\.(labels|annotations)\['[^']+'\]$/,
  /^spec\.(nodeName|serviceAccountName)$/, /^status\.(hostIP|podIP)s?$/,
].some(field => field.test(value)) ? [] : [`${JSON.stringify(value)} is no field that a pod tells`];

function resources(value) {
  return each(value, (name, amount) => [
    ...(/^(cpu|memory|ephemeral-storage|storage|hugepages-.+|[^/]+\/[^/]+)$/.test(name) ? [] : [`${JSON.stringify(name)} is no resource`]),
    ...(String(amount).startsWith('-') ? [`${name} is negative`] : []),
    ...(name !== 'cpu' && /m$/.test(amount) ? [`${name} is counted in thousandths, ${JSON.stringify(amount)} can hardly be meant`] : []),
  ]);
}

const months = 'JAN FEB MAR APR MAY JUN JUL AUG SEP OCT NOV DEC'.split(' ');
const days = 'SUN MON TUE WED THU FRI SAT'.split(' ');

export function schedule(value) {
  const bad = [`${JSON.stringify(value)} is no cron schedule`];
  if (/^@(yearly|annually|monthly|weekly|daily|midnight|hourly)$/.test(value)) return [];
  const fields = String(value).split(' ');
  const ranges = [[0, 59], [0, 23], [1, 31], [1, 12, months], [0, 6, days]];
  return fields.length === 5 && fields.every((field, index) => field.split(',').every(part => cronPart(part, ...ranges[index]))) ? [] : bad;
}

function cronPart(part, least, most, names = []) {
  const match = /^(\*|\?|(\w+)(-(\w+))?)(\/(\d+))?$/.exec(part);
  if (!match || match[6] === '0' || +match[6] === 0) return false;
  const number = text => names.includes(text?.toUpperCase()) ? names.indexOf(text.toUpperCase()) + least : /^\d+$/.test(text) ? +text : NaN;
  if (match[2] === undefined) return true;
  const from = number(match[2]), to = match[4] === undefined ? from : number(match[4]);
  return from >= least && to <= most && from <= to;
}

const handlers = value => {
  const count = ['exec', 'grpc', 'httpGet', 'tcpSocket'].filter(handler => handler in value).length;
  return count === 1 ? [] : [`has ${count} handlers instead of one`];
};
const volumeSource = value => {
  const sources = Object.keys(value).filter(key => key !== 'name');
  return sources.length === 1 ? [] : [`has ${sources.length} sources instead of one`];
};
const sourceOfOne = value => Object.keys(value).length !== 1 ? [`has ${Object.keys(value).length} sources instead of one`] : [];
const metricTarget = value => {
  const field = { Utilization: 'averageUtilization', Value: 'value', AverageValue: 'averageValue' }[value.type];
  return field && !(field in value) ? [`has no ${field}, as its type demands`] : [];
};
const envSource = value => 'configMapRef' in value === 'secretRef' in value ? ['has none or both of configMapRef and secretRef'] : [];
const eitherValue = value => 'value' in value && 'valueFrom' in value ? ['has both value and valueFrom'] : [];

const rules = {
  'V1ObjectMeta.labels': labels, 'V1ObjectMeta.annotations': annotations, 'V1ObjectMeta.namespace': label,
  'V1LabelSelector.matchLabels': labels, 'V1ServiceSpec.selector': labels, 'V1PodSpec.nodeSelector': labels,
  'V1LabelSelectorRequirement.operator': oneOf('In', 'NotIn', 'Exists', 'DoesNotExist'),
  'V1ConfigMap.data': data, 'V1ConfigMap.binaryData': data, 'V1Secret.data': data, 'V1Secret.stringData': data,

  'V1PodSpec.containers': filled,
  'V1PodSpec.restartPolicy': oneOf('Always', 'OnFailure', 'Never'),
  'V1PodSpec.dnsPolicy': oneOf('ClusterFirst', 'ClusterFirstWithHostNet', 'Default', 'None'),
  'V1PodSpec.hostname': label, 'V1PodSpec.subdomain': label, 'V1PodSpec.serviceAccountName': subdomain,
  'V1PodSpec.terminationGracePeriodSeconds': atLeast(0), 'V1PodSpec.activeDeadlineSeconds': atLeast(1),
  'V1Container.name': label, 'V1Container.image': image,
  'V1Container.imagePullPolicy': oneOf('Always', 'IfNotPresent', 'Never'),
  'V1Container.restartPolicy': oneOf('Always', 'OnFailure', 'Never'),
  'V1Container.terminationMessagePolicy': oneOf('File', 'FallbackToLogsOnError'),
  'V1ContainerPort.name': portName, 'V1ContainerPort.containerPort': port, 'V1ContainerPort.hostPort': port,
  'V1ContainerPort.protocol': oneOf('TCP', 'UDP', 'SCTP'),
  'V1EnvVar.name': envName, 'V1EnvVarSource': sourceOfOne, 'V1EnvFromSource': envSource, 'V1EnvVar': eitherValue,
  'V1ObjectFieldSelector.fieldPath': fieldPath,
  'V1ConfigMapKeySelector.key': dataKey, 'V1SecretKeySelector.key': dataKey,
  'V1VolumeMount.mountPath': absolute, 'V1VolumeMount.subPath': inside,
  'V1Volume.name': label, 'V1Volume': volumeSource, 'V1VolumeProjection': sourceOfOne,
  'V1KeyToPath.path': inside, 'V1KeyToPath.key': dataKey, 'V1KeyToPath.mode': mode,
  'V1ProjectedVolumeSource.sources': filled, 'V1DownwardAPIVolumeFile.path': inside, 'V1DownwardAPIVolumeFile.mode': mode,
  'V1ConfigMapVolumeSource.defaultMode': mode, 'V1SecretVolumeSource.defaultMode': mode, 'V1ProjectedVolumeSource.defaultMode': mode,
  'V1Capabilities.add': value => value.filter(item => !/^[A-Z_]+$/.test(item)).map(item => `${item} is no capability`),
  'V1Capabilities.drop': value => value.filter(item => !/^[A-Z_]+$/.test(item)).map(item => `${item} is no capability`),
  'V1SeccompProfile.type': oneOf('RuntimeDefault', 'Localhost', 'Unconfined'),
  'V1PodSecurityContext.fsGroupChangePolicy': oneOf('Always', 'OnRootMismatch'),
  'V1PodSecurityContext.runAsUser': atLeast(0), 'V1SecurityContext.runAsUser': atLeast(0),

  'V1Probe': handlers, 'V1LifecycleHandler': value => Object.keys(value).length === 1 ? [] : ['has no handler or more than one'],
  'V1Probe.periodSeconds': atLeast(1), 'V1Probe.timeoutSeconds': atLeast(1), 'V1Probe.successThreshold': atLeast(1),
  'V1Probe.failureThreshold': atLeast(1), 'V1Probe.initialDelaySeconds': atLeast(0),
  'V1HTTPGetAction.port': portOrName, 'V1HTTPGetAction.scheme': oneOf('HTTP', 'HTTPS'), 'V1TCPSocketAction.port': portOrName,
  'V1GRPCAction.port': port, 'V1ExecAction.command': filled,
  'V1HTTPHeader.name': pattern('name of a header', /^[-!#$%&'*+.^_`|~A-Za-z0-9]+$/, 256),

  'V1DeploymentSpec.replicas': atLeast(0), 'V1StatefulSetSpec.replicas': atLeast(0), 'V1StatefulSetSpec.serviceName': serviceName,
  'V1DeploymentStrategy.type': oneOf('Recreate', 'RollingUpdate'), 'V1StatefulSetUpdateStrategy.type': oneOf('OnDelete', 'RollingUpdate'),
  'V1DaemonSetUpdateStrategy.type': oneOf('OnDelete', 'RollingUpdate'),
  'V1RollingUpdateDeployment.maxSurge': countOrPercent, 'V1RollingUpdateDeployment.maxUnavailable': countOrPercent,
  'V1StatefulSetSpec.podManagementPolicy': oneOf('OrderedReady', 'Parallel'),
  'V1JobSpec.backoffLimit': atLeast(0), 'V1JobSpec.completions': atLeast(0), 'V1JobSpec.parallelism': atLeast(0),
  'V1JobSpec.completionMode': oneOf('NonIndexed', 'Indexed'), 'V1JobSpec.ttlSecondsAfterFinished': atLeast(0),
  'V1CronJobSpec.schedule': schedule, 'V1CronJobSpec.concurrencyPolicy': oneOf('Allow', 'Forbid', 'Replace'),
  'V1CronJobSpec.timeZone': pattern('time zone', /^[A-Z][A-Za-z]*(\/[-+\w]+)*$/, 64),
  'V1CronJobSpec.successfulJobsHistoryLimit': atLeast(0), 'V1CronJobSpec.failedJobsHistoryLimit': atLeast(0),

  'V1ServiceSpec.type': oneOf('ClusterIP', 'NodePort', 'LoadBalancer', 'ExternalName'), 'V1ServiceSpec.ports': filled,
  'V1ServiceSpec.sessionAffinity': oneOf('None', 'ClientIP'), 'V1ServiceSpec.externalName': hostname,
  'V1ServicePort.port': port, 'V1ServicePort.nodePort': port, 'V1ServicePort.targetPort': portOrName, 'V1ServicePort.name': label,
  'V1ServicePort.protocol': oneOf('TCP', 'UDP', 'SCTP'),
  'V1HTTPIngressPath.pathType': oneOf('Exact', 'Prefix', 'ImplementationSpecific'), 'V1HTTPIngressPath.path': urlPath,
  'V1IngressRule.host': hostname, 'V1ServiceBackendPort.number': port, 'V1ServiceBackendPort': sourceOfOne,
  'V1NetworkPolicySpec.policyTypes': value => value.flatMap(oneOf('Ingress', 'Egress')),
  'V1NetworkPolicyPort.port': portOrName, 'V1NetworkPolicyPort.protocol': oneOf('TCP', 'UDP', 'SCTP'),
  'V1NetworkPolicyPeer': value => Object.keys(value).length === 0 ? ['selects nothing']
    : 'ipBlock' in value && Object.keys(value).length > 1 ? ['has an ipBlock and a selector'] : [],
  'V1IPBlock.cidr': value => /^[0-9a-fA-F.:]+\/\d{1,3}$/.test(value) ? [] : [`${JSON.stringify(value)} is no block of addresses`],
  'HTTPRouteSpec.hostnames': value => value.flatMap(hostname), 'HTTPRouteSpec.parentRefs': filled,
  'HTTPRouteSpec.rules': filled, 'HTTPRouteRule.backendRefs': filled, 'HTTPBackendRef.port': port,
  'HTTPPathMatch.type': oneOf('Exact', 'PathPrefix', 'RegularExpression'), 'HTTPPathMatch.value': value => value.startsWith('(') ? [] : urlPath(value),
  'HTTPRouteMatch.method': oneOf('GET', 'HEAD', 'POST', 'PUT', 'DELETE', 'CONNECT', 'OPTIONS', 'TRACE', 'PATCH'),

  'V1PersistentVolumeClaimSpec.accessModes': value =>
    [...filled(value), ...value.flatMap(oneOf('ReadWriteOnce', 'ReadOnlyMany', 'ReadWriteMany', 'ReadWriteOncePod'))],
  'V1PersistentVolumeClaimSpec.volumeMode': oneOf('Filesystem', 'Block'), 'V1PersistentVolumeClaimSpec.storageClassName': subdomain,
  'V2HorizontalPodAutoscalerSpec.minReplicas': atLeast(1), 'V2HorizontalPodAutoscalerSpec.maxReplicas': atLeast(1),
  'V2MetricTarget.type': oneOf('Utilization', 'Value', 'AverageValue'), 'V2MetricTarget.averageUtilization': atLeast(1),
  'V2MetricTarget': metricTarget,
  'V2HorizontalPodAutoscalerSpec.metrics': filled,
  'V2MetricSpec.type': oneOf('ContainerResource', 'External', 'Object', 'Pods', 'Resource'),
  'V1PodDisruptionBudgetSpec.minAvailable': countOrPercent, 'V1PodDisruptionBudgetSpec.maxUnavailable': countOrPercent,
  'V1PodDisruptionBudgetSpec': value =>
    'minAvailable' in value !== 'maxUnavailable' in value ? [] : ['has none or both of minAvailable and maxUnavailable'],
  'V1ResourceRequirements.limits': resources, 'V1ResourceRequirements.requests': resources,
  'V1VolumeResourceRequirements.requests': resources, 'V1VolumeResourceRequirements.limits': resources,
};

// Quantities are plain strings in the models.
const quantityMaps = ['V1ResourceRequirements.limits', 'V1ResourceRequirements.requests', 'V1VolumeResourceRequirements.limits',
  'V1VolumeResourceRequirements.requests', 'V1PersistentVolumeSpec.capacity', 'V1ResourceQuotaSpec.hard',
  ...['default', 'defaultRequest', 'max', 'min', 'maxLimitRequestRatio'].map(field => `V1LimitRangeItem.${field}`)];
const quantities = ['V1EmptyDirVolumeSource.sizeLimit', 'V1ResourceFieldSelector.divisor', 'V2MetricTarget.averageValue', 'V2MetricTarget.value'];

// What the models leave open and a cluster does not, or what every manifest of ours should say.
const required = ['V1Container.image', 'V1Deployment.spec', 'V1StatefulSet.spec', 'V1DaemonSet.spec', 'V1Job.spec', 'V1CronJob.spec', 'V1Pod.spec',
  'V1PodTemplateSpec.spec', 'V1JobTemplateSpec.spec', 'V1Service.spec', 'V1PersistentVolumeClaim.spec', 'V1PersistentVolumeClaimSpec.accessModes',
  'V1PersistentVolumeClaimSpec.resources', 'V1StatefulSetSpec.serviceName', 'V1ConfigMapKeySelector.name', 'V1SecretKeySelector.name',
  'V1ConfigMapEnvSource.name', 'V1SecretEnvSource.name', 'V1ConfigMapVolumeSource.name', 'V1SecretVolumeSource.secretName',
  'V1ConfigMapProjection.name', 'V1SecretProjection.name', 'V1HorizontalPodAutoscaler.spec', 'V2HorizontalPodAutoscaler.spec',
  'V1PodDisruptionBudget.spec', 'V1PodDisruptionBudgetSpec.selector', 'V1NetworkPolicy.spec', 'V1NetworkPolicySpec.podSelector', 'V1Ingress.spec',
  'HTTPBackendRef.port', 'V2HorizontalPodAutoscalerSpec.metrics'];

/** The rule of a field ("Type.field") or of a type's values ("Type"). */
export function ruleOf(key) {
  const rule = { check: rules[key], quantities: quantityMaps.includes(key), quantity: quantities.includes(key), required: required.includes(key) };
  return rule.check || rule.quantities || rule.quantity || rule.required ? rule : undefined;
}

/** All fields and types that have a rule. */
export const ruled = [...new Set([...Object.keys(rules), ...quantityMaps, ...quantities, ...required])];
