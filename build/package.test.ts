import { execFile } from 'node:child_process';
import { globSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { extractAll, listPackage } from '@electron/asar';
import { FuseState, FuseV1Options, getCurrentFuseWire } from '@electron/fuses';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeDistributions } from './stand-in-distribution.ts';

const run = promisify(execFile);
const root = path.join(import.meta.dirname, '..');
const folder = mkdtempSync(path.join(tmpdir(), 'tenure-package-'));
const release = path.join(folder, 'release');
const distributions = makeDistributions(folder, '45.4.1');

const packages = [
  {
    system: 'linux',
    flag: '--linux',
    app: 'linux-unpacked',
    resources: 'resources',
    program: 'tenure',
    library: 'linux-x64.node',
    languages: 'locales/*.pak',
  },
  {
    system: 'win32',
    flag: '--win',
    app: 'win-unpacked',
    resources: 'resources',
    program: 'Tenure.exe',
    library: 'win32-x64.node',
    languages: 'locales/*.pak',
  },
  {
    system: 'darwin',
    flag: '--mac',
    app: 'mac/Tenure.app',
    resources: 'Contents/Resources',
    program: '.',
    library: 'darwin-x64.node',
    languages: 'Contents/Frameworks/Electron Framework.framework/Versions/A/Resources/*.lproj',
  },
] as const;

beforeAll(async () => {
  for (const { system, flag } of packages)
    await run(
      process.execPath,
      [
        path.join(root, 'node_modules/electron-builder/cli.js'),
        ...[flag, 'dir', '--x64', '--publish', 'never', '--config', 'build/electron-builder.yml'],
        `-c.electronDist=${distributions[system]}`,
        `-c.directories.output=${release}`,
      ],
      { cwd: root },
    );
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe.each(packages)('the package for $system', ({ app, resources, program, library, languages }) => {
  const place = path.join(release, app);
  const archive = path.join(place, resources, 'app.asar');

  it('holds our code, the one right binary of the database and of its encrypting fork, and nothing else', () => {
    const files = listPackage(archive, { isPack: false })
      .map((name) => name.replaceAll('\\', '/'))
      .filter((name) => path.posix.extname(name) !== '' || name.endsWith('/LICENSE'));
    const databases = ['better-sqlite3', 'better-sqlite3-multiple-ciphers'].flatMap((name) => [
      `/node_modules/${name}/LICENSE`,
      `/node_modules/${name}/package.json`,
      `/node_modules/${name}/prebuilds/${library}`,
      ...globSync('lib/**/*.js', { cwd: path.join(root, 'node_modules', name) }).map(
        (file) => `/node_modules/${name}/${file.replaceAll('\\', '/')}`,
      ),
    ]);

    expect(files.sort()).toEqual(['/LICENSE', '/package.json', ...built(), ...databases].sort());
  });

  it('has the binary as a file, since a library cannot be loaded from an archive', () => {
    expect(globSync('**/*.node', { cwd: `${archive}.unpacked` }).map((name) => path.basename(name))).toEqual([
      library,
      library,
    ]);
  });

  it('brings the languages the app speaks and no others', () => {
    const found = globSync(languages, { cwd: place }).map((name) => path.parse(name).name);

    expect(found.map((name) => name.replace('_', '-')).sort()).toEqual([
      expect.stringMatching(/^en(-US)?$/),
      'zh-CN',
    ]);
  });

  it('has its fuses set: no Node inside, the app from its archive only, and that unaltered', async () => {
    const fuses = await getCurrentFuseWire(path.join(place, program));
    const state = (fuse: FuseV1Options) => fuses[fuse];

    expect(state(FuseV1Options.RunAsNode)).toBe(FuseState.DISABLE);
    expect(state(FuseV1Options.EnableNodeOptionsEnvironmentVariable)).toBe(FuseState.DISABLE);
    expect(state(FuseV1Options.EnableNodeCliInspectArguments)).toBe(FuseState.DISABLE);
    expect(state(FuseV1Options.GrantFileProtocolExtraPrivileges)).toBe(FuseState.DISABLE);
    expect(state(FuseV1Options.EnableCookieEncryption)).toBe(FuseState.ENABLE);
    expect(state(FuseV1Options.EnableEmbeddedAsarIntegrityValidation)).toBe(FuseState.ENABLE);
    expect(state(FuseV1Options.OnlyLoadAppFromAsar)).toBe(FuseState.ENABLE);
  });
});

describe('a packed app', () => {
  it('has every module it needs', async () => {
    const unpacked = path.join(folder, 'unpacked');
    extractAll(path.join(release, 'linux-unpacked/resources/app.asar'), unpacked);
    const program = path.join(unpacked, 'dist/electron/cli.js');
    const book = path.join(folder, 'new.tenure');
    await run(process.execPath, [program, 'new', book]);
    const { stdout } = await run(process.execPath, [program, 'check', book, '--json']);

    expect(JSON.parse(stdout)).toMatchObject({ problems: [] });
  });

  it('is what a book is opened with', () => {
    const facts = readFileSync(path.join(release, 'mac/Tenure.app/Contents/Info.plist'), 'utf8');

    expect(facts).toMatch(/<key>CFBundleTypeExtensions<\/key>\s*<array>\s*<string>tenure<\/string>/);
  });
});

describe('the icon', () => {
  const icons = path.join(root, 'build/icons');
  const sizeOf = (png: Buffer) => [
    png.subarray(1, 4).toString('latin1'),
    png.readUInt32BE(16),
    png.readUInt32BE(20),
  ];

  it('is there in every size Linux asks for', () => {
    const pictures = readdirSync(icons).filter((name) => name.endsWith('.png'));
    expect(pictures.length).toBe(8);
    for (const name of pictures) {
      const size = Number.parseInt(name, 10);
      expect(sizeOf(readFileSync(path.join(icons, name)))).toEqual(['PNG', size, size]);
    }
  });

  it('holds for Windows what its header says', () => {
    const icon = readFileSync(path.join(icons, 'icon.ico'));
    const sizes = Array.from({ length: icon.readUInt16LE(4) }, (_, index) => {
      const entry = 6 + 16 * index;
      const picture = icon.subarray(icon.readUInt32LE(entry + 12)).subarray(0, icon.readUInt32LE(entry + 8));
      return sizeOf(picture)[1];
    });
    expect(sizes).toEqual([16, 24, 32, 48, 64, 128, 256]);
  });

  it('holds for macOS what its header says', () => {
    const icon = readFileSync(path.join(icons, 'icon.icns'));
    const types: string[] = [];
    for (let at = 8; at < icon.length; at += icon.readUInt32BE(at + 4))
      types.push(icon.toString('latin1', at, at + 4));
    expect(icon.readUInt32BE(4)).toBe(icon.length);
    expect(types).toContain('ic10');
  });
});

function built(): string[] {
  return globSync('dist/{electron,renderer}/**/*.*', { cwd: root })
    .map((name) => `/${name.replaceAll('\\', '/')}`)
    .filter((name) => !name.endsWith('.map'));
}
