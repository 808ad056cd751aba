import fs from 'node:fs';
import path from 'node:path';
import HtmlWebpackPlugin from 'html-webpack-plugin';
import { functionsMetadata } from './functionsMetadata.mjs';

/** Address that the manifest of the repository names; a build for others replaces it. */
export const LOCAL_ADDRESS = 'https://localhost:3000/addin';
/** Where office.js comes from: Microsoft's own address, the one of its cloud in China, or any other. */
export const OFFICE_ADDRESSES = {
  global: 'https://appsforoffice.microsoft.com/lib/1/hosted/office.js',
  china: 'https://appsforoffice.cdn.partner.office365.cn/appsforoffice/lib/1/hosted/office.js',
};

/**
 * What stands beside the bundle: manifest, function metadata, icons.
 */
class AddinFiles {
  constructor(root, address) {
    Object.assign(this, { root, address });
  }

  apply(compiler) {
    const { root, address } = this;
    const { RawSource } = compiler.webpack.sources;
    compiler.hooks.thisCompilation.tap('AddinFiles', (compilation) => {
      const stage = compiler.webpack.Compilation.PROCESS_ASSETS_STAGE_ADDITIONAL;
      compilation.hooks.processAssets.tapPromise({ name: 'AddinFiles', stage }, async () => {
        const emit = (name, content) => compilation.emitAsset(name, new RawSource(content));
        const manifest = fs.readFileSync(path.join(root, 'manifest.xml'), 'utf8');
        emit('manifest.xml', manifest.replaceAll(LOCAL_ADDRESS, address));
        for (const [locale, metadata] of Object.entries(await functionsMetadata(root))) {
          emit(`functions.${locale}.json`, JSON.stringify(metadata, null, 2));
        }
        for (const icon of fs.readdirSync(path.join(root, 'assets/icons'))) {
          if (icon.endsWith('.png'))
            emit(`assets/${icon}`, fs.readFileSync(path.join(root, 'assets/icons', icon)));
        }
      });
      for (const file of ['manifest.xml', 'src/i18n/functions.json']) {
        compilation.fileDependencies.add(path.join(root, file));
      }
    });
  }
}

/**
 * The add-in: one page for functions, commands and pane. Functions load first, the pane's interface after.
 * @param {{ address?: string, office?: string }} where the site that serves it, and office.js (a key of
 *   `OFFICE_ADDRESSES` or an address)
 */
export function addinParts(root, { address = LOCAL_ADDRESS, office = 'global' } = {}) {
  const officeAddress = OFFICE_ADDRESSES[office] ?? office;
  return {
    target: ['web', 'es2022'],
    entry: { addin: './src/addin/main.ts' },
    output: {
      path: path.join(root, 'dist/addin'),
      filename: '[name].js',
      chunkFilename: '[name].[contenthash:8].js',
      clean: true,
    },
    devtool: false,
    plugins: [
      new HtmlWebpackPlugin({
        filename: 'taskpane.html',
        template: path.join(root, 'src/addin/taskpane.html'),
        scriptLoading: 'defer',
        templateParameters: { officeAddress, officeOrigin: originOf(officeAddress) },
      }),
      new HtmlWebpackPlugin({
        filename: 'help.html',
        template: path.join(root, 'src/addin/help.html'),
        inject: false,
      }),
      new AddinFiles(root, address.replace(/\/$/, '')),
    ],
  };
}

/** Where scripts of office.js may come from besides the page's own origin. */
function originOf(address) {
  return /^https:/.test(address) ? new URL(address).origin : '';
}
