/**
 * Lints snippets as if they stood in the files named, with the project's own configuration. Jest cannot load
 * an ES module configuration itself, so this runs as a process: `[{ file, code }]` on stdin, one list of
 * `ruleId: message` per snippet on stdout. The type-aware rules are off, since the files do not exist.
 */
import { ESLint } from 'eslint';
import path from 'node:path';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import tseslint from 'typescript-eslint';

const root = fileURLToPath(new URL('../../', import.meta.url));
const eslint = new ESLint({ cwd: root, overrideConfig: [tseslint.configs.disableTypeChecked] });
const snippets = JSON.parse(await text(process.stdin));

const found = [];
for (const { file, code } of snippets) {
  const [result] = await eslint.lintText(code, { filePath: path.join(root, file) });
  found.push(result.messages.map(({ ruleId, message }) => `${ruleId ?? 'parser'}: ${message}`));
}
process.stdout.write(JSON.stringify(found));
