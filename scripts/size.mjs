/** Prints what is in dist/: bytes, gzipped bytes and the share of the whole, by file. */
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';

const dist = fileURLToPath(new URL('../dist/', import.meta.url));
if (!fs.existsSync(dist)) {
  console.error('dist/ is not there: npm run build');
  process.exit(1);
}

const files = fs
  .readdirSync(dist, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile() && !entry.name.endsWith('.map'))
  .map((entry) => {
    const file = path.join(entry.parentPath, entry.name);
    const content = fs.readFileSync(file);
    return { name: path.relative(dist, file), bytes: content.length, gzip: gzipSync(content).length };
  })
  .sort((a, b) => b.gzip - a.gzip);

const total = files.reduce((sum, file) => sum + file.gzip, 0);
const kib = (bytes) => (bytes / 1024).toFixed(1).padStart(10);
console.log(`${'KiB'.padStart(10)}${'gzip KiB'.padStart(10)}${'share'.padStart(8)}  file`);
for (const { name, bytes, gzip } of files) {
  console.log(`${kib(bytes)}${kib(gzip)}${`${((100 * gzip) / total).toFixed(1)} %`.padStart(8)}  ${name}`);
}
