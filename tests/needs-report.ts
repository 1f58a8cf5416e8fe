/**
 * Imported by tests, and by what they share, that read the report under sources/ or what is published of it in output/.
 * In a project without the report vitest.config.ts leaves them out, and `make test` says so.
 */
import { NO_REPORT, reportIsThere } from './report.ts';

if (!reportIsThere) throw new Error(NO_REPORT);
