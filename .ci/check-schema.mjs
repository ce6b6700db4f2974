import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const require = createRequire(process.env.CHECK_SCHEMA_MODULES + '/');
const Ajv = require('ajv').default;
const { parse } = require('yaml');

function validatorOf(file) {
    // Strict, but for keys in 'properties' of a condition that stand elsewhere as well.
    const ajv = new Ajv({ allErrors: true, strict: true, strictTypes: false, strictRequired: false });
    return ajv.compile(JSON.parse(readFileSync(file, 'utf8')));
}

const base = () => ({
    apiVersion: 'score.dev/v1b1',
    metadata: { name: 'shop', annotations: { 'k8s.score.dev/replicas': '2', 'example.org/any': 'x' } },
    service: { ports: { http: { port: 80, targetPort: 8080 } } },
    containers: {
        web: { image: '.', variables: { A: '${resources.db.host}', B: 'any' }, before: { side: { ready: 'started' } } },
        side: { image: 'nginx:1.27' },
    },
    resources: {
        db: { type: 'postgres', id: 'shared', metadata: { annotations: { 'compose.score.dev/publish-port': '5432' } } },
        address: { type: 'route', params: { host: 'x', path: '/', port: 'http' } },
        other: { type: 'service-port', params: { workload: 'api', port: 'http' } },
        data: { type: 'volume' },
        settings: { type: 'environment', params: { A: { default: 'x' } } },
    },
});

// What is changed, and where the validator has to say so.
const mistakes = {
    'a type that no provisioner knows': [f => f.resources.db.type = 'postgress', '/resources/db/type'],
    'a param that the type does not have': [f => f.resources.address.params.hots = 'x', '/resources/address/params'],
    'a param of a built-in server': [f => f.resources.db.params = { nonsense: 1 }, '/resources/db/params'],
    'a container that is not there': [f => f.containers.web.before.sied = { ready: 'started' }, '/containers/web/before'],
    'a misspelt key': [f => f.containers.web.imaeg = 'x', '/containers/web'],
    'a container without an image': [f => delete f.containers.side.image, '/containers/side'],
    'a port out of range': [f => f.service.ports.http.port = 80800, '/service/ports/http/port'],
    'a variable that is no text': [f => f.containers.web.variables.A = 1, '/containers/web/variables/A'],
    'a setting that is no text': [f => f.metadata.annotations['k8s.score.dev/replicas'] = 2, '/metadata/annotations/k8s.score.dev~1replicas'],
    'a name in capitals': [f => f.metadata.name = 'Shop', '/metadata/name'],
    'another version': [f => f.apiVersion = 'score.dev/v1', '/apiVersion'],
    'a resource without a type': [f => delete f.resources.data.type, '/resources/data'],
};

let failed = 0;
const say = (ok, text) => {
    if (!ok) failed++;
    console.log(`${ok ? 'ok' : 'WRONG'}: ${text}`);
};

const [first, ...rest] = process.argv.slice(2);
if (first === '--self-test') {
    const validate = validatorOf(rest[0]);
    say(validate(base()), `a file without mistakes ${JSON.stringify(validate.errors)}`);
    for (const [name, [change, place]] of Object.entries(mistakes)) {
        const file = base();
        change(file);
        const valid = validate(file);
        say(!valid && validate.errors.some(e => e.instancePath === place), `${name}: ${(validate.errors ?? []).map(e => e.instancePath).join(' ')}`);
    }
} else {
    const files = [first, ...rest];
    if (files.length < 2 || files.length % 2 !== 0) throw new Error('usage: check-schema SCHEMA FILE [SCHEMA FILE]...');
    for (let i = 0; i < files.length; i += 2) {
        const validate = validatorOf(files[i]);
        say(validate(parse(readFileSync(files[i + 1], 'utf8'), { merge: true })), `${files[i + 1]} ${JSON.stringify(validate.errors ?? [])}`);
    }
}
process.exit(failed === 0 ? 0 : 1);
