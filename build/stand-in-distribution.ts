import { chmodSync, cpSync, mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/**
 * The fuse wire as Electron's binaries carry it: a mark to find it by, version 1, and nine fuses, all off. Packaging sets
 * them there, and the test reads them back.
 */
const fuseWire = Buffer.concat([
  Buffer.from('dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX'),
  Buffer.from([1, 9]),
  Buffer.from('0'.repeat(9)),
]);

/** Languages of a distribution; packaging keeps those the app speaks. */
const languages = ['en-US', 'zh-CN', 'de', 'fr'];

/**
 * Folders shaped like Electron's distributions for the three systems, so that packaging can be tried where the real ones,
 * of 100 MB each, cannot be had.
 * @returns the folder for each platform
 */
export function makeDistributions(
  folder: string,
  version: string,
): Record<'linux' | 'win32' | 'darwin', string> {
  const linux = path.join(folder, 'linux');
  flat(linux, version);
  writeFileSync(path.join(linux, 'electron'), Buffer.concat([Buffer.from('#!/bin/sh\n'), fuseWire]));
  chmodSync(path.join(linux, 'electron'), 0o755);

  const win32 = path.join(folder, 'win32');
  flat(win32, version);
  // A real executable, since packaging writes name and icon into its resources.
  const program = path.join(import.meta.dirname, '../node_modules/electron-winstaller/vendor/rcedit.exe');
  cpSync(program, path.join(win32, 'electron.exe'));
  writeFileSync(path.join(win32, 'electron.exe'), fuseWire, { flag: 'a' });

  const darwin = path.join(folder, 'darwin');
  bundle(path.join(darwin, 'Electron.app/Contents'));
  return { linux, win32, darwin };
}

function flat(folder: string, version: string): void {
  for (const name of ['locales', 'resources']) mkdirSync(path.join(folder, name), { recursive: true });
  for (const language of languages) writeFileSync(path.join(folder, 'locales', `${language}.pak`), '');
  for (const name of ['LICENSE', 'LICENSES.chromium.html']) writeFileSync(path.join(folder, name), '');
  writeFileSync(path.join(folder, 'version'), version);
}

function bundle(contents: string): void {
  program(contents, 'Electron', 'com.github.Electron');
  const frameworks = path.join(contents, 'Frameworks');
  for (const kind of ['', ' (Renderer)', ' (Plugin)', ' (GPU)']) {
    const name = `Electron Helper${kind}`;
    program(path.join(frameworks, `${name}.app/Contents`), name, 'com.github.Electron.helper');
  }
  const framework = path.join(frameworks, 'Electron Framework.framework');
  const resources = path.join(framework, 'Versions/A/Resources');
  for (const language of languages.map((name) => name.replace('-US', '').replace('-', '_'))) {
    mkdirSync(path.join(resources, `${language}.lproj`), { recursive: true });
    writeFileSync(path.join(resources, `${language}.lproj/locale.pak`), '');
  }
  writeFileSync(path.join(framework, 'Electron Framework'), fuseWire);
}

function program(contents: string, name: string, id: string): void {
  for (const part of ['MacOS', 'Resources']) mkdirSync(path.join(contents, part), { recursive: true });
  writeFileSync(path.join(contents, 'MacOS', name), '');
  const facts = { CFBundleExecutable: name, CFBundleIdentifier: id, CFBundleName: name };
  const entries = Object.entries(facts).map(([key, value]) => `<key>${key}</key><string>${value}</string>`);
  writeFileSync(
    path.join(contents, 'Info.plist'),
    `<?xml version="1.0" encoding="UTF-8"?>\n<plist version="1.0"><dict>${entries.join('')}</dict></plist>\n`,
  );
}
