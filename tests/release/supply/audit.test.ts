import { describe, expect, it } from 'vitest';
import { audit, auditOf } from '../../../release/supply/audit.ts';
import { registry } from '../repository.ts';

const asked = async (status: number, advisories: object) =>
  audit('.', { ...process.env, ...(await registry(status, advisories)) });

describe('npm audit', () => {
  it('is clean when the registry knows nothing against a package', async () => {
    expect(await asked(200, {})).toEqual({ kind: 'clean' });
  });

  it('names the packages that the registry warns of', async () => {
    const advisory = {
      id: 1,
      url: 'https://example.org/1',
      title: 'Bad',
      severity: 'high',
      vulnerable_versions: '*',
    };
    const found = await asked(200, { ajv: [advisory] });
    expect(found).toMatchObject({ kind: 'vulnerable' });
    expect(found.kind === 'vulnerable' ? found.packages : []).toContain('ajv (high)');
  });

  it.each([[405], [500]])('is unanswered when the registry says %i', async (status) => {
    expect(await asked(status, {})).toMatchObject({
      kind: 'unanswered',
      reason: expect.stringContaining(String(status)),
    });
  });

  it('is unanswered when there is no registry, or npm prints nothing', async () => {
    const nobody = { npm_config_registry: 'http://127.0.0.1:1/' };
    expect(await audit('.', { ...process.env, ...nobody })).toMatchObject({ kind: 'unanswered' });
    expect(auditOf('')).toEqual({ kind: 'unanswered', reason: 'npm printed no report' });
  });
});
