import { readFileSync } from 'node:fs';
import { utils, write } from '@e965/xlsx';
import fc from 'fast-check';
import { strToU8, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import type { FailureCode } from '../../db/failure.ts';
import { headerRow, rowLimit } from '../files/workbook/grid.ts';
import { tableSheet } from '../files/workbook/table.ts';
import { workbookBytes } from '../files/workbook/workbook.ts';
import { openSource } from './read.ts';

const fixture = (name: string) => readFileSync(new URL(`fixtures/${name}`, import.meta.url)) as Uint8Array;
const open = (name: string) => openSource(fixture(name), name);
const failsWith = (code: FailureCode) => expect.objectContaining({ code });
const thrownBy = (run: () => unknown) => {
  try {
    return run();
  } catch (error) {
    return error;
  }
};

describe('a text file', () => {
  test.each([
    [
      'accounts.gb18030.csv',
      'gb18030',
      ';',
      ['C-001', '上海云帆科技有限公司', '软件', '2026/3/5', '¥1,234,567.89'],
    ],
    [
      'accounts.utf8-bom.csv',
      'utf-8',
      ',',
      ['0042', 'Northwind, Inc.', 'Robotics', '03/04/2026', '$12,500.00'],
    ],
    ['contacts.utf16le.txt', 'utf-16le', '\t', ['華為', '李雷', '+8613800000000']],
    ['accounts.latin.csv', 'windows-1252', ';', ['Müller & Söhne', 'Köln', '1.234,56']],
  ])('%s is read as %s split by %j', (name, encoding, separator, first) => {
    const source = open(name);
    expect(source.text).toEqual({ encoding, separator });
    expect(source.read(0).rows[1]).toEqual(first);
  });

  test('keeps line breaks and quotes inside quoted cells', () => {
    expect(open('accounts.utf8-bom.csv').read(0).rows[2]?.[1]).toBe('Fabrikam\r\n(formerly "Contoso")');
  });

  test('is read as the user says, when the guess is wrong', () => {
    const source = openSource(fixture('accounts.gb18030.csv'), 'x', {
      encoding: 'windows-1252',
      separator: ',',
    });
    expect(source.text).toEqual({ encoding: 'windows-1252', separator: ',' });
  });

  test('keeps ="007" as text and marks what looks like a formula', () => {
    const grid = open('title-above.csv').read(0);
    expect(grid.rows[6]?.[2]).toBe('007');
    expect(grid.markAt(6, 0)).toEqual({ formula: true });
  });

  test('says where a quote begins that never ends', () => {
    const source = openSource(strToU8('a,b\n1,2\n3,"4\n5,6\n'), 'x');
    expect(thrownBy(() => source.read(0))).toMatchObject({
      code: 'import.open-quote',
      parameters: { row: 3 },
    });
  });

  test('with more rows than the limit is refused with the limit', () => {
    const source = openSource(strToU8('a\n'.repeat(rowLimit + 1)), 'x');
    expect(thrownBy(() => source.read(0))).toMatchObject({
      code: 'import.too-many-rows',
      parameters: { limit: rowLimit },
    });
  });

  test('of any cells, in any encoding and with any separator, comes back', () => {
    const cell = fc.string({
      unit: fc.constantFrom('a', 'é', '客', '"', ',', ';', '\t', '|', '\n', ' ', '=', '1'),
    });
    fc.assert(
      fc.property(
        fc.array(fc.array(cell, { minLength: 3, maxLength: 3 }), { minLength: 1, maxLength: 8 }),
        fc.constantFrom(...([',', ';', '\t', '|'] as const)),
        (rows, separator) => {
          const quoted = rows.map((row) =>
            row.map((text) => `"${text.replaceAll('"', '""')}"`).join(separator),
          );
          const source = openSource(strToU8(`${quoted.join('\n')}\n`), 'x', { encoding: 'utf-8', separator });
          const read = rows.map((_, row) => [0, 1, 2].map((at) => source.read(0).rows[row]?.[at] ?? ''));
          expect(read).toEqual(rows.map((row) => row.map((text) => /^="(.*)"$/s.exec(text)?.[1] ?? text)));
        },
      ),
    );
  });
});

const content = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
/** A workbook of one sheet with just this inside, as strange as need be. */
function workbookOf(sheetData: string, { sheets = '', styles = '', strings = '' } = {}) {
  return zipSync({
    '[Content_Types].xml': strToU8(
      `<Types><Default Extension="xml" ContentType="${content}.sheet.main+xml"/></Types>`,
    ),
    '_rels/.rels': strToU8(
      '<Relationships><Relationship Id="r1" Type="http://x/officeDocument" Target="/xl/workbook.xml"/></Relationships>',
    ),
    'xl/workbook.xml': strToU8(
      `<x:workbook xmlns:x="s" xmlns:r="r"><x:sheets><x:sheet name="Data" sheetId="1" r:id="rId1"/>${sheets}</x:sheets></x:workbook>`,
    ),
    'xl/_rels/workbook.xml.rels': strToU8(
      '<Relationships><Relationship Id="rId1" Type="http://x/worksheet" Target="worksheets/one.xml"/><Relationship Id="rId2" Type="http://x/worksheet" Target="worksheets/one.xml"/><Relationship Id="rId8" Type="http://x/styles" Target="styles.xml"/><Relationship Id="rId9" Type="http://x/sharedStrings" Target="/xl/strings.xml"/></Relationships>',
    ),
    'xl/worksheets/one.xml': strToU8(`<x:worksheet xmlns:x="s">${sheetData}</x:worksheet>`),
    'xl/styles.xml': strToU8(`<styleSheet>${styles}</styleSheet>`),
    'xl/strings.xml': strToU8(`<sst>${strings}</sst>`),
  });
}

describe('a workbook', () => {
  const dates =
    '<numFmts><numFmt numFmtId="170" formatCode="yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;"/><numFmt numFmtId="171" formatCode="[$¥-804]#,##0.00"/><numFmt numFmtId="172" formatCode="[h]:mm"/></numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="170"/><xf numFmtId="171"/><xf numFmtId="172"/></cellXfs>';

  test('is read whatever prefix its XML has, with gaps, rich text, reading aids and escapes', () => {
    const bytes = workbookOf(
      '<x:sheetData><x:row r="2"><x:c r="B2" t="s"><x:v>0</x:v></x:c><x:c t="inlineStr"><x:is><x:t>a&amp;b_x000D_</x:t></x:is></x:c><x:c r="E2" t="b"><x:v>1</x:v></x:c></x:row></x:sheetData>',
      { strings: '<si><r><t>华</t></r><r><t>为</t></r><rPh><t>ka</t></rPh></si>' },
    );
    expect(openSource(bytes, 'x').read(0).rows).toEqual([[], [null, '华为', 'a&b\r', null, true]]);
  });

  test('gives dates as dates, lengths of time as numbers, and the currency of a format', () => {
    const bytes = workbookOf(
      '<sheetData><row><c s="1"><v>46348</v></c><c s="2"><v>46348.5</v></c><c s="3"><v>486000.5</v></c><c s="4"><v>1.5</v></c><c s="1"><v>59</v></c><c s="1"><v>-3</v></c></row></sheetData>',
      { styles: dates },
    );
    const grid = openSource(bytes, 'x').read(0);
    expect(grid.rows[0]).toEqual(['2026-11-22', '2026-11-22 12:00', 486000.5, 1.5, '1900-02-28', -3]);
    expect(grid.markAt(0, 2)).toEqual({ currency: 'CNY' });
  });

  test('takes the values of formulas and merged cells, and marks them', () => {
    const bytes = workbookOf(
      '<sheetData><row r="1"><c r="A1" t="str"><f>"a"&amp;"b"</f><v>ab</v></c><c r="B1" t="e"><f>1/0</f><v>#DIV/0!</v></c></row><row r="2"><c r="A2"><v>7</v></c></row><row r="3"/></sheetData><mergeCells><mergeCell ref="A2:B3"/></mergeCells>',
    );
    const grid = openSource(bytes, 'x').read(0);
    expect(grid.rows).toEqual([
      ['ab', null],
      [7, 7],
      [7, 7],
    ]);
    expect(grid.markAt(0, 0)).toEqual({ formula: true });
    expect(grid.markAt(0, 1)).toEqual({ formula: true, error: '#DIV/0!' });
    expect(grid.markAt(2, 1)).toEqual({ merged: true });
  });

  test('lists its sheets and says which are hidden', () => {
    const bytes = workbookOf('<sheetData/>', {
      sheets: '<sheet name="旧" sheetId="2" state="veryHidden" r:id="rId2"/>',
    });
    expect(openSource(bytes, 'x').sheets).toEqual([
      { name: 'Data', hidden: false },
      { name: '旧', hidden: true },
    ]);
  });

  test('with more rows than the limit is refused with the limit', () => {
    const bytes = workbookOf(`<sheetData><row r="${rowLimit + 1}"><c><v>1</v></c></row></sheetData>`);
    expect(thrownBy(() => openSource(bytes, 'x').read(0))).toEqual(failsWith('import.too-many-rows'));
  });

  test('that claims to unfold beyond the limit is refused before it is unfolded', () => {
    const bytes = workbookOf('<sheetData/>');
    const bomb = Buffer.from(bytes);
    const at = bomb.lastIndexOf('xl/worksheets/one.xml') - 46;
    bomb.writeUInt32LE(0x7fffffff, at + 24);
    expect(thrownBy(() => openSource(bomb, 'x').read(0))).toEqual(failsWith('import.too-large'));
  });

  test('that unfolds to more than it claims is stopped there', () => {
    const bytes = workbookOf(`<sheetData>${' '.repeat(5_000_000)}</sheetData>`);
    const bomb = Buffer.from(bytes);
    bomb.writeUInt32LE(100, bomb.lastIndexOf('xl/worksheets/one.xml') - 46 + 24);
    expect(thrownBy(() => openSource(bomb, 'x').read(0))).toEqual(failsWith('import.damaged'));
  });

  test('written by another program is read the same', () => {
    const rows = [
      ['Account', 'Start', 'MRR', 'Trial'],
      ['Company_0', new Date(Date.UTC(2024, 9, 16)), 2786.5, false],
    ];
    for (const cellDates of [false, true]) {
      const book = utils.book_new(utils.aoa_to_sheet(rows, { dateNF: 'yyyy-mm-dd', UTC: true }), 'Sheet');
      const bytes: Uint8Array = write(book, { type: 'buffer', bookType: 'xlsx', cellDates });
      expect(openSource(bytes, 'x').read(0).rows).toEqual([
        rows[0],
        ['Company_0', '2024-10-16', 2786.5, false],
      ]);
    }
  });

  test('written by us is read without loss', async () => {
    const date = fc
      .integer({ min: -25_508, max: 60_000 })
      .map((day) => new Date(day * 86_400_000).toISOString().slice(0, 10));
    const row = fc.record({
      text: fc.string({ unit: 'grapheme', minLength: 1 }),
      date,
      amount: fc.integer(),
    });
    const labels = { yes: 'Yes', no: 'No' };
    type Row = { text: string; date: string; amount: number };
    await fc.assert(
      fc.asyncProperty(fc.array(row, { minLength: 1, maxLength: 20 }), async (rows) => {
        const sheet = tableSheet<Row>(
          'Data',
          [
            { key: 'text', heading: 'Text', format: 'text', value: (each) => each.text },
            { key: 'date', heading: 'Date', format: 'date', value: (each) => each.date },
            {
              key: 'amount',
              heading: 'Amount',
              format: 'money',
              value: (each) => ({ minor: each.amount, currency: 'CNY' }),
            },
          ],
          rows,
          labels,
        );
        const bytes = await workbookBytes([sheet], {
          is: 'list',
          title: '',
          language: 'en',
          created: new Date(0),
          labels,
        });
        const grid = openSource(bytes, 'x').read(0);
        expect(grid.rows.slice(1)).toEqual(rows.map((each) => [each.text, each.date, each.amount / 100]));
        expect(grid.markAt(1, 2)).toEqual({ currency: 'CNY' });
      }),
      { numRuns: 40 },
    );
  });
});

test.each([
  ['~$交付清单.xlsx', '交付清单.xlsx'],
  ['.~lock.form.xlsx#', 'form.xlsx'],
])('%s, laid beside a file that is open in a spreadsheet program, is told from the file', (name, file) => {
  expect(thrownBy(() => openSource(strToU8('Lin Yue'), name))).toMatchObject({
    code: 'import.still-open',
    parameters: { file },
  });
});

test.each<[string, Uint8Array, FailureCode]>([
  ['nothing', new Uint8Array(), 'import.empty'],
  ['only blanks', strToU8(' \n\n'), 'import.empty'],
  ['a broken archive', workbookOf('<sheetData/>').slice(0, 300), 'import.damaged'],
  ['an archive of something else', zipSync({ 'a.txt': strToU8('a') }), 'import.unknown-format'],
  ['an archive without sheets', workbookOf('').slice(0, -30), 'import.damaged'],
  ['an Excel 97 file', Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1), 'import.old-excel'],
  [
    'a workbook with a password',
    Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.from('EncryptedPackage', 'utf16le')]),
    'import.password-protected',
  ],
  ['a web page', strToU8('<html><table><tr><td>1</td></tr></table></html>'), 'import.unknown-format'],
  ['a PDF', strToU8('%PDF-1.7 …'), 'import.unknown-format'],
])('%s is refused with its own words', (_, bytes, code) => {
  expect(thrownBy(() => openSource(bytes, 'x').read(0))).toEqual(failsWith(code));
});

test('cutting or changing any byte of a workbook never does worse than being refused', () => {
  const bytes = workbookOf('<sheetData><row><c t="s"><v>0</v></c><c><v>5</v></c></row></sheetData>', {
    strings: '<si><t>one</t></si>',
  });
  fc.assert(
    fc.property(fc.nat(bytes.length - 1), fc.nat(255), fc.boolean(), (at, byte, cut) => {
      const changed = cut ? bytes.slice(0, at) : bytes.with(at, byte);
      const result = thrownBy(() => openSource(changed, 'x').read(0));
      if (result instanceof Error) expect(result).toMatchObject({ name: 'Failure' });
    }),
    { numRuns: 500 },
  );
});

describe('the heading row', () => {
  const known = (text: string) =>
    ['name', 'contract', 'start', 'end', '客户名称'].includes(text.trim().toLowerCase());
  const rowOf = (rows: (string | number | null)[][]) =>
    headerRow({ rows, markAt: () => undefined, cutColumns: 0 }, known);

  test('is found below titles and blank lines', () => {
    expect(headerRow(open('title-above.csv').read(0), known)).toBe(3);
  });
  test.each<[string, (string | number | null)[][], number | null]>([
    [
      'on top',
      [
        ['Foo', 'Bar'],
        ['x', 1],
      ],
      0,
    ],
    [
      'known headings win over unknown ones',
      [
        ['Report', 'Board'],
        ['Name', 'Start'],
        ['x', 1],
      ],
      1,
    ],
    [
      'absent when the first row is data',
      [
        ['Acme', 120, '2026-01-02'],
        ['Bolt', 90, '2026-02-03'],
      ],
      null,
    ],
    ['absent in an empty sheet', [], null],
  ])('%s', (_, rows, expected) => {
    expect(rowOf(rows)).toBe(expected);
  });
});
