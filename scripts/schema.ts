import { writeFileSync } from 'node:fs';
import { z } from 'zod';
import { rulebookSchema } from '../src/rulebook/rulebook';

/** Writes the JSON Schema of rulebook files, for completion in editors. */
const schema = z.toJSONSchema(rulebookSchema, { io: 'input', unrepresentable: 'any', reused: 'ref' });
const document = { $id: 'rulebook.schema.json', title: 'QAScore rulebook', ...schema };
writeFileSync(
  new URL('../rulesets/rulebook.schema.json', import.meta.url),
  `${JSON.stringify(document, null, 2)}\n`,
);
