import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { REPORT_FOLDER, readReport } from './files.ts';
import { withReport } from './method-page.ts';

/** `node tests/lab/report/write-method.ts [--report DIR]`: puts a report's numbers into docs/method.md. */
const { values } = parseArgs({ options: { report: { type: 'string', default: REPORT_FOLDER } } });
const page = join(import.meta.dirname, '../../../docs/method.md');
writeFileSync(page, withReport(readFileSync(page, 'utf8'), readReport(values.report)));
