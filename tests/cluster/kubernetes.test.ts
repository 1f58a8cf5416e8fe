import { readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import { expect, test } from 'vitest';
import { parseAllDocuments } from 'yaml';

/**
 * The parts of a Job (batch/v1) that cluster/kubernetes.yaml has, as the API describes them; anything else is told as
 * unknown, so that a misspelt field cannot stand there unseen.
 */
const object = (properties: Readonly<Record<string, object>>, required: readonly string[] = []): object => ({
  type: 'object',
  properties,
  required,
  additionalProperties: false,
});
const text = { type: 'string', minLength: 1 };
const count = { type: 'integer', minimum: 0 };
const texts = { type: 'array', items: text };
const quantities = { type: 'object', additionalProperties: { type: 'string', pattern: '^\\d+(m|Mi|Gi)?$' } };
const pod = object(
  {
    restartPolicy: { enum: ['Never', 'OnFailure'] },
    securityContext: object({ runAsNonRoot: { type: 'boolean' }, runAsUser: count, fsGroup: count }),
    containers: {
      type: 'array',
      minItems: 1,
      items: object(
        {
          name: text,
          image: text,
          command: texts,
          args: texts,
          env: { type: 'array', items: object({ name: text, value: { type: 'string' } }, ['name']) },
          resources: object({ requests: quantities, limits: quantities }),
          volumeMounts: {
            type: 'array',
            items: object({ name: text, mountPath: text, readOnly: { type: 'boolean' } }, [
              'name',
              'mountPath',
            ]),
          },
        },
        ['name', 'image'],
      ),
    },
    volumes: {
      type: 'array',
      items: object(
        {
          name: text,
          persistentVolumeClaim: object({ claimName: text }, ['claimName']),
          configMap: object({ name: text }),
        },
        ['name'],
      ),
    },
  },
  ['restartPolicy', 'containers'],
);
const job = object(
  {
    apiVersion: { const: 'batch/v1' },
    kind: { const: 'Job' },
    metadata: object({ name: { type: 'string', pattern: '^[a-z0-9]([-a-z0-9]*[a-z0-9])?$' } }, ['name']),
    spec: object(
      {
        completionMode: { enum: ['Indexed', 'NonIndexed'] },
        completions: count,
        parallelism: count,
        backoffLimit: count,
        backoffLimitPerIndex: count,
        podReplacementPolicy: { enum: ['Failed', 'TerminatingOrFailed'] },
        template: object({ spec: pod }, ['spec']),
      },
      ['template'],
    ),
  },
  ['apiVersion', 'kind', 'metadata', 'spec'],
);

interface Job {
  readonly spec: {
    readonly completions: number;
    readonly template: {
      readonly spec: {
        readonly containers: readonly {
          readonly args: readonly string[];
          readonly env?: readonly { readonly name: string; readonly value: string }[];
        }[];
      };
    };
  };
}

test('the jobs of Kubernetes, which were never run, have the shape of their kind and as many shards as they say', () => {
  const file = readFileSync('cluster/kubernetes.yaml', 'utf8');
  expect(file).toContain('never run');
  const jobs = parseAllDocuments(file).map((document): unknown => document.toJS());
  const isJob = new Ajv({ allErrors: true }).compile<Job>(job);
  expect(jobs).toHaveLength(2);
  for (const each of jobs) expect([isJob(each), isJob.errors]).toEqual([true, null]);
  const [shards, merge] = jobs.filter((each) => isJob(each));
  const [builds] = shards?.spec.template.spec.containers ?? [];
  const env = new Map(builds?.env?.map(({ name, value }) => [name, value]));
  expect(env.get('SHARDS')).toBe(String(shards?.spec.completions));
  expect(env.get('ETL')).toContain(
    /ENTRYPOINT \["node", "([^"]+)"\]/.exec(readFileSync('Dockerfile', 'utf8'))?.[1] ?? 'none',
  );
  expect(builds?.args[0]).toContain('etl-shard.sh "$GLOB" "$((JOB_COMPLETION_INDEX + 1))" "$SHARDS"');
  expect(merge?.spec.template.spec.containers[0]?.args[0]).toBe('merge');
  expect(isJob({ ...(jobs[0] as object), spec: { completion: 3 } })).toBe(false);
});
