/**
 * How a source file is transpiled, the same for the bundles, the tests and the scripts.
 *
 * @param {{ tsx?: boolean, module?: 'es6' | 'commonjs', sourceMaps?: boolean | 'inline' }} [choice]
 *   `module` is left to the caller's bundler where it is not given.
 * @returns {import('@swc/core').Options}
 */
export function swcOptions({ tsx = false, module, sourceMaps } = {}) {
  return {
    swcrc: false,
    configFile: false,
    ...(sourceMaps === undefined ? {} : { sourceMaps }),
    ...(module === undefined ? {} : { module: { type: module } }),
    jsc: {
      target: 'es2022',
      parser: { syntax: 'typescript', tsx },
      transform: { react: { runtime: 'automatic' }, verbatimModuleSyntax: true },
    },
  };
}
