import { Failure } from '../../../db/failure.ts';
import type { Grid } from './grid.ts';
import { numberKinds } from './number-kind.ts';
import { readSheet, unescaped } from './xlsx-sheet.ts';
import { attribute, scanXml } from './xml.ts';
import { Zip } from './zip.ts';

export interface SheetListing {
  readonly name: string;
  readonly hidden: boolean;
}

/** What one file may unfold to. Far above any real list; a text can hold no more anyway. */
const unpackedLimit = 300 * 1024 * 1024;

/**
 * An .xlsx file's cells. Nothing but the parts that say them is opened: no macros, no links, no drawings.
 * @throws Failure import.damaged, import.unknown-format, import.password-protected, import.too-large
 */
export function openXlsx(bytes: Uint8Array) {
  const zip = new Zip(bytes, unpackedLimit);
  const text = (name: string) => {
    const part = zip.part(name);
    return part === null ? null : decodeXml(part);
  };
  const main = intact(() => targetOf(text('_rels/.rels'), '', (type) => type.endsWith('/officeDocument')));
  const workbook = main === null || main.endsWith('.bin') ? null : text(main);
  if (main === null || workbook === null) throw new Failure('import.unknown-format');
  const folder = main.slice(0, main.lastIndexOf('/') + 1);
  const relations = text(`${folder}_rels/${main.slice(folder.length)}.rels`);
  const { listings, epoch1904 } = intact(() => readWorkbook(workbook));
  const sheets = listings.filter(
    ({ id }) => targetOf(relations, folder, (_, relation) => relation === id) !== null,
  );
  if (sheets.length === 0) throw new Failure('import.damaged');
  const core = targetOf(text('_rels/.rels'), '', (type) => type.endsWith('/core-properties'));
  return {
    /** What the file says of itself; null where it says nothing. */
    category: intact(() => elementText(text(core ?? '') ?? '', 'category')),
    sheets: sheets.map(({ name, hidden }): SheetListing => ({ name, hidden })),
    /** @throws Failure import.too-many-rows, import.too-large, import.damaged */
    read(index: number): Grid {
      const id = sheets[index]?.id;
      const path = targetOf(relations, folder, (_, relation) => relation === id);
      const xml = path === null ? null : text(path);
      if (xml === null) throw new Failure('import.damaged');
      const ofType = (name: string) => targetOf(relations, folder, (type) => type.endsWith(`/${name}`));
      const strings = text(ofType('sharedStrings') ?? '');
      const styles = text(ofType('styles') ?? '');
      return intact(() =>
        readSheet(xml, strings ? readStrings(strings) : [], styles ? numberKinds(styles) : [], epoch1904),
      );
    },
  };
}

/** A fault in the file's own making is told as one; our words pass. */
function intact<Result>(read: () => Result): Result {
  try {
    return read();
  } catch (error) {
    throw error instanceof RangeError ? new Failure('import.damaged', {}, { cause: error }) : error;
  }
}

function decodeXml(part: Buffer): string {
  const encoding =
    part[0] === 0xff && part[1] === 0xfe
      ? 'utf-16le'
      : part[0] === 0xfe && part[1] === 0xff
        ? 'utf-16be'
        : 'utf-8';
  return new TextDecoder(encoding).decode(part);
}

/** The part a relation leads to, as a path in the archive. */
function targetOf(
  relations: string | null,
  folder: string,
  wanted: (type: string, id: string | null) => boolean,
): string | null {
  let target: string | null = null;
  scanXml(relations ?? '', {
    open(name, attributes) {
      if (target !== null || name !== 'Relationship') return;
      if (wanted(attribute(attributes, 'Type') ?? '', attribute(attributes, 'Id')))
        target = attribute(attributes, 'Target');
    },
    close() {},
    text() {},
  });
  if (target === null) return null;
  return new URL(target, `archive:///${folder}`).pathname.slice(1);
}

/** The text of the part's first element of that name. */
function elementText(xml: string, wanted: string): string | null {
  let found: string | null = null;
  let isInside = false;
  scanXml(xml, {
    open(name) {
      isInside = found === null && name === wanted;
      if (isInside) found = '';
    },
    close() {
      isInside = false;
    },
    text(text) {
      if (isInside) found += text;
    },
  });
  return found;
}

function readWorkbook(xml: string) {
  const listings: (SheetListing & { id: string | null })[] = [];
  let epoch1904 = false;
  scanXml(xml, {
    open(name, attributes) {
      if (name === 'workbookPr') epoch1904 = /^(1|true)$/.test(attribute(attributes, 'date1904') ?? '');
      if (name !== 'sheet') return;
      listings.push({
        name: attribute(attributes, 'name') ?? '',
        hidden: /hidden/i.test(attribute(attributes, 'state') ?? ''),
        id: attribute(attributes, 'id'),
      });
    },
    close() {},
    text() {},
  });
  return { listings, epoch1904 };
}

function readStrings(xml: string): string[] {
  const strings: string[] = [];
  let current = '';
  let inText = false;
  let phonetic = false;
  scanXml(xml, {
    open(name) {
      if (name === 'si') current = '';
      // Reading aids above Chinese or Japanese characters are no part of the text.
      else if (name === 'rPh') phonetic = true;
      else if (name === 't') inText = !phonetic;
    },
    close(name) {
      if (name === 'si') strings.push(unescaped(current));
      else if (name === 'rPh') phonetic = false;
      else if (name === 't') inText = false;
    },
    text(text) {
      if (inText) current += text;
    },
  });
  return strings;
}
