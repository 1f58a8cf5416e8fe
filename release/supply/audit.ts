import { spawn } from 'node:child_process';
import { text } from 'node:stream/consumers';

/** What a registry knows against the packages of this project. */
export type Audit =
  | { readonly kind: 'clean' }
  | { readonly kind: 'vulnerable'; readonly packages: readonly string[] }
  /** Nobody answered, so nothing is known: no reason to refuse, but one to ask again elsewhere. */
  | { readonly kind: 'unanswered'; readonly reason: string };

/** Asks the registry that npm is set up with about the packages of `folder`. */
export async function audit(folder: string, env: NodeJS.ProcessEnv = process.env): Promise<Audit> {
  const words = ['audit', '--json', '--fetch-retries=0', '--fetch-timeout=30000'];
  const npm = spawn('npm', words, { cwd: folder, env, stdio: ['ignore', 'pipe', 'ignore'] });
  return auditOf(await text(npm.stdout));
}

/** Reads what `npm audit --json` prints. */
export function auditOf(printed: string): Audit {
  const report = record(parsed(printed));
  const vulnerabilities = Object.entries(record(report.vulnerabilities));
  if (vulnerabilities.length > 0) {
    const packages = vulnerabilities.map(([name, found]) => `${name} (${String(record(found).severity)})`);
    return { kind: 'vulnerable', packages };
  }
  if ('auditReportVersion' in report) return { kind: 'clean' };
  const reason = String(report.message ?? record(report.error).summary ?? 'npm printed no report');
  return { kind: 'unanswered', reason: reason.split('\n')[0] ?? '' };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function record(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? Object.fromEntries(Object.entries(value)) : {};
}
