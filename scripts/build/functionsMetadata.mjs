import fs from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';

const require = createRequire(import.meta.url);
/** The languages of the manifest, with those of the texts. */
export const LOCALES = { 'zh-CN': 'zh', 'en-US': 'en' };

/**
 * The metadata that Excel reads, one document a locale: structure from the declarations, words from the texts. Names stay
 * the same in every language, since they are written into workbooks.
 * @returns {Promise<Record<string, object>>} by locale
 */
export async function functionsMetadata(root) {
  const { generateCustomFunctionsMetadata } = require('custom-functions-metadata');
  const file = path.join(root, 'src/functions/functions.ts');
  const { metadataJson, errors } = await generateCustomFunctionsMetadata(file);
  if (errors?.length > 0) throw new Error(`custom functions: ${errors.join('; ')}`);
  const metadata = JSON.parse(metadataJson);
  const texts = JSON.parse(fs.readFileSync(path.join(root, 'src/i18n/functions.json'), 'utf8'));
  return Object.fromEntries(
    Object.entries(LOCALES).map(([locale, language]) => [locale, localised(metadata, texts[language])]),
  );
}

function localised(metadata, texts) {
  return {
    ...metadata,
    // ranges with #N/A in them are arguments like others
    allowErrorForDataTypeAny: true,
    functions: metadata.functions.map((fn) => ({
      ...fn,
      name: fn.id,
      description: required(texts, fn.id),
      parameters: fn.parameters.map((parameter) => {
        const [name, description] = required(texts, parameter.name);
        return { ...parameter, name, description };
      }),
      options: { ...fn.options, stream: true },
    })),
  };
}

function required(texts, key) {
  if (texts[key] === undefined) throw new Error(`custom functions: no text for ${key}`);
  return texts[key];
}
