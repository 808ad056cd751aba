import { mkdirSync, writeFileSync } from 'node:fs';
import { sampleWorkbook } from './sample/workbook';

/** Writes the workbook that `npm run report` reads. */
mkdirSync('assets', { recursive: true });
writeFileSync('assets/sample.xlsx', sampleWorkbook());
