import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** Of files some package is bundled from, whatever the system's separator: the folders of those packages. */
function packageFolders(files: Iterable<string>): string[] {
  const folders = new Set<string>();
  for (const file of files) {
    const match = /^(.*[\\/]node_modules[\\/](?:@[^\\/]+[\\/])?[^\\/@]+)[\\/]/.exec(
      file.replace(/^\0+/, '').replace(/\?.*$/, ''),
    );
    if (match?.[1]) folders.add(path.normalize(match[1]));
  }
  return [...folders].sort();
}

const licenceFile = /^(?:licen[cs]e|copying|notice|ofl)(?:[.-].*)?$/i;

/**
 * The licences of what is inside the program, as MIT, ISC, Apache, OFL and CC-BY ask for it: name, version, licence and the text
 * the package brings.
 * @throws Error naming a package that states no licence at all: nobody may pass it on
 */
export function thirdPartyNotices(files: Iterable<string>): string {
  const seen = new Set<string>();
  const notices = packageFolders(files).flatMap((folder) => {
    const facts: { name?: string; version?: string; license?: string; homepage?: string } = JSON.parse(
      readFileSync(path.join(folder, 'package.json'), 'utf8'),
    );
    const title = `${facts.name} ${facts.version}`;
    if (seen.has(title)) return [];
    seen.add(title);
    const texts = readdirSync(folder)
      .filter((name) => licenceFile.test(name))
      .sort()
      .map((name) => readFileSync(path.join(folder, name), 'utf8').trim());
    if (!facts.license && texts.length === 0) throw new Error(`${title} states no licence`);
    return [
      [
        title,
        `Licence: ${facts.license ?? 'see below'}`,
        ...(facts.homepage ? [facts.homepage] : []),
        '',
        ...texts,
      ].join('\n'),
    ];
  });
  const line = `\n\n${'='.repeat(80)}\n\n`;
  return `Tenure contains the following works of others, each under its own licence.${line}${notices.join(line)}\n`;
}
