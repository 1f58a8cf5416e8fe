import { describe, expect, it } from 'vitest';
import { audit, auditOf } from '../../../release/supply/audit.ts';
import { registry } from '../repository.ts';

const asked = async (status: number, advisories: object) =>
  audit('.', { ...process.env, ...(await registry(status, advisories)) });

describe('npm audit', () => {
  // That npm says so of a registry that knows nothing is held where the README makes a release (release.test.ts).
  it('is clean when npm reports nothing against a package', () => {
    expect(auditOf('{ "auditReportVersion": 2, "vulnerabilities": {} }')).toEqual({ kind: 'clean' });
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

  it('is unanswered when the registry refuses the question', async () => {
    expect(await asked(405, {})).toMatchObject({
      kind: 'unanswered',
      reason: expect.stringContaining('405'),
    });
  });

  it('is unanswered when there is no registry, or npm prints nothing', async () => {
    const nobody = { npm_config_registry: 'http://127.0.0.1:1/' };
    expect(await audit('.', { ...process.env, ...nobody })).toMatchObject({ kind: 'unanswered' });
    expect(auditOf('')).toEqual({ kind: 'unanswered', reason: 'npm printed no report' });
  });
});
