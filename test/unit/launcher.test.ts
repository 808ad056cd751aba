import { spawn, spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';

const project = path.join(__dirname, '../..');
const prints = (text: string) =>
  `process.stdin.on('data', (part) => console.log('${text}', String(part), process.argv.slice(2).join(' ')));
process.exitCode = 1;
`;

let root: string;
const at = (file: string) => path.join(root, file);
const run = (...args: string[]) =>
  spawnSync(process.execPath, [at('bin/qascore.mjs'), ...args], { input: 'in', encoding: 'utf8' });

function write(file: string, content: string) {
  fs.mkdirSync(path.dirname(at(file)), { recursive: true });
  fs.writeFileSync(at(file), content);
}

const timed = [
  'webpack.config.js',
  'scripts/swc.mjs',
  'src/cli/main.ts',
  'src/cli',
  'src',
  'dist/cli/qascore.cjs',
];

/** Everything built or saved so far becomes a minute older. */
function aMinutePasses() {
  for (const file of timed) {
    const then = new Date(fs.statSync(at(file)).mtimeMs - 60_000);
    fs.utimesSync(at(file), then, then);
  }
}

beforeEach(() => {
  root = fs.mkdtempSync(path.join(os.tmpdir(), 'qascore-'));
  fs.cpSync(path.join(project, 'bin'), at('bin'), { recursive: true });
});

afterEach(() => {
  fs.rmSync(root, { recursive: true, force: true });
});

describe('an installed package', () => {
  it('runs the built file with its arguments, input and exit code', () => {
    write('dist/cli/qascore.cjs', prints('built'));
    expect(run('lint', 'GM')).toMatchObject({ stdout: 'built in lint GM\n', stderr: '', status: 1 });
  });
});

describe('a source checkout', () => {
  beforeEach(() => {
    const build = ['scripts/build/addin.mjs', 'scripts/build/functionsMetadata.mjs'];
    for (const file of ['webpack.config.js', 'scripts/swc.mjs', 'package.json', ...build]) {
      write(file, fs.readFileSync(path.join(project, file), 'utf8'));
    }
    fs.mkdirSync(at('node_modules'));
    for (const name of ['@swc', 'swc-loader', 'webpack', 'html-webpack-plugin']) {
      fs.symlinkSync(path.join(project, 'node_modules', name), at(`node_modules/${name}`), 'dir');
    }
    write('src/cli/main.ts', prints('first'));
  });

  it('builds what is missing, keeps what is current and rebuilds what is old', () => {
    expect(run('a')).toMatchObject({ stdout: 'first in a\n', stderr: '', status: 1 });

    aMinutePasses();
    const before = fs.statSync(at('dist/cli/qascore.cjs')).mtimeMs;
    expect(run('b').stdout).toBe('first in b\n');
    expect(fs.statSync(at('dist/cli/qascore.cjs')).mtimeMs).toBe(before);

    write('src/cli/main.ts', prints('second'));
    expect(run('c')).toMatchObject({ stdout: 'second in c\n', stderr: '', status: 1 });
  }, 60_000);

  it('says on stderr why it cannot build, and does not run the old file', () => {
    run();
    aMinutePasses();
    write('src/cli/main.ts', 'const = 1;');
    const { stdout, stderr, status } = run();
    expect({ stdout, status }).toEqual({ stdout: '', status: 70 });
    expect(stderr).toContain('src/cli/main.ts');
  }, 60_000);

  it('may be started several times at once', async () => {
    const runs = ['a', 'b', 'c'].map(
      (arg) =>
        new Promise<string>((resolve) => {
          const child = spawn(process.execPath, [at('bin/qascore.mjs'), arg]);
          let output = '';
          child.stdout.on('data', (part) => (output += String(part)));
          child.stderr.on('data', (part) => (output += String(part)));
          child.on('close', () => {
            resolve(output);
          });
          child.stdin.end('in');
        }),
    );
    await expect(Promise.all(runs)).resolves.toEqual(['first in a\n', 'first in b\n', 'first in c\n']);
    expect(fs.readdirSync(at('dist/cli'))).toEqual(['qascore.cjs']);
  }, 60_000);
});
