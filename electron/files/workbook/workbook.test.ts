import { read, utils } from '@e965/xlsx';
import fc from 'fast-check';
import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { Page } from './page.ts';
import type { Sheet } from './sheet.ts';
import { type Column, tableSheet } from './table.ts';
import { workbookBytes } from './workbook.ts';

const labels = { yes: '是', no: '否' };
const properties = {
  is: 'list',
  title: '客户',
  language: 'zh-CN',
  created: new Date(Date.UTC(2026, 0, 2)),
  labels,
} as const;

const onePixel =
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';

interface Deal {
  readonly name: string;
  readonly closed: string | null;
  readonly amount: { minor: number; currency: string } | null;
  readonly seats: number | null;
  readonly share: number | null;
  readonly renewed: boolean | null;
}
const columns: Column<Deal>[] = [
  { key: 'name', heading: '客户', format: 'text', value: (deal) => deal.name, note: '客户的全称' },
  { key: 'closed', heading: '签约日', format: 'date', value: (deal) => deal.closed },
  { key: 'amount', heading: '金额', format: 'money', value: (deal) => deal.amount },
  { key: 'seats', heading: '席位', format: 'integer', value: (deal) => deal.seats },
  { key: 'share', heading: '占比', format: 'percent', value: (deal) => deal.share },
  { key: 'renewed', heading: '续约', format: 'yes-no', value: (deal) => deal.renewed, list: ['是', '否'] },
];
const deal: Deal = {
  name: '华为技术有限公司',
  closed: '2026-11-22',
  amount: { minor: 48_600_050, currency: 'CNY' },
  seats: 1200,
  share: 0.25,
  renewed: true,
};

async function written(sheets: readonly Sheet[]) {
  const bytes = await workbookBytes(sheets, properties);
  const parts = Object.fromEntries(
    Object.entries(unzipSync(bytes)).map(([path, content]) => [path, strFromU8(content)]),
  );
  return { bytes, parts, book: read(bytes, { cellNF: true, cellStyles: true }) };
}

describe('the logo', () => {
  const logo = { picture: onePixel, type: 'png', ratio: 2 } as const;
  const titled = (ratio: number | null) => {
    const page = new Page('客户', [30, 20], labels);
    page.logo(ratio === null ? null : { ...logo, ratio });
    page.title('客户');
    return page.sheet();
  };

  test.each([
    [2, 72, 36],
    [10, 150, 15],
  ])('of ratio %d stands above the title in its own proportions', async (ratio, width, height) => {
    const { parts, book } = await written([titled(ratio)]);
    const drawing = parts['xl/drawings/drawing1.xml'] ?? '';
    const [, cx, cy] = /<xdr:ext cx="(\d+)" cy="(\d+)"\/>/.exec(drawing) ?? [];
    expect([Number(cx), Number(cy)]).toEqual([width * 12_700, height * 12_700]);
    expect(Object.keys(parts).filter((name) => name.startsWith('xl/media/'))).toHaveLength(1);
    expect(book.Sheets.客户?.A2.v).toBe('客户');
  });

  test('leaves no gap in a house that has none', async () => {
    const { parts, book } = await written([titled(null)]);
    expect(Object.keys(parts).filter((name) => /media|drawing/.test(name))).toEqual([]);
    expect(book.Sheets.客户?.A1.v).toBe('客户');
  });
});

describe('a table sheet', () => {
  test('keeps text, dates, money, numbers, shares and yes-no apart', async () => {
    const { book } = await written([tableSheet('客户', columns, [deal], labels)]);
    const sheet = book.Sheets.客户 ?? {};
    expect(utils.sheet_to_json(sheet, { header: 1, raw: true })).toEqual([
      ['客户', '签约日', '金额', '席位', '占比', '续约'],
      ['华为技术有限公司', new Date(Date.UTC(2026, 10, 22)), 486_000.5, 1200, 0.25, '是'],
    ]);
    expect(['B2', 'C2', 'D2', 'E2'].map((cell) => sheet[cell].z)).toEqual([
      'yyyy-mm-dd',
      '[$¥-804]#,##0.00',
      '#,##0',
      '0.0%',
    ]);
  });

  test('freezes, filters and repeats its heading and prints one page wide with page numbers', async () => {
    const { parts } = await written([tableSheet('客户', columns, [deal], labels)]);
    const xml = parts['xl/worksheets/sheet1.xml'];
    expect(xml).toContain('<pane xSplit="1" ySplit="1"');
    expect(xml).toContain('<autoFilter ref="A1:F2"/>');
    expect(xml).toMatch(/<pageSetup paperSize="9" orientation="landscape" fitToHeight="0"\/>/);
    expect(xml).toContain('&amp;P / &amp;N');
    expect(parts['xl/workbook.xml']).toContain('!$1:$1</definedName>');
  });

  test('fits its columns, counting Chinese characters double', async () => {
    const { parts } = await written([tableSheet('客户', columns, [deal], labels)]);
    expect(parts['xl/worksheets/sheet1.xml']).toMatch(/<col min="1" max="1" width="18"/);
  });

  test('leaves empty cells empty', async () => {
    const nothing: Deal = { name: '', closed: null, amount: null, seats: null, share: null, renewed: null };
    const { book } = await written([tableSheet('客户', columns, [nothing], labels)]);
    expect(utils.sheet_to_json(book.Sheets.客户 ?? {}, { header: 1, blankrows: false })).toHaveLength(1);
  });

  test('refuses what is not a number or a date', async () => {
    for (const wrong of [
      { ...deal, share: Number.NaN },
      { ...deal, closed: '2026-02-30' },
    ])
      await expect(written([tableSheet('客户', columns, [wrong], labels)])).rejects.toThrow(RangeError);
  });
});

describe('text', () => {
  const inCell = async (text: string) => {
    const sheet = tableSheet('s', columns, [{ ...deal, name: text }], labels);
    const { book } = await written([sheet]);
    return book.Sheets.s?.A2;
  };

  test.each(['=1+1', '+8613800000000', '-5', '@home', "'quoted", '_x0041_', '\ttab', ' spaces ', '😀𠮷'])(
    'stays as it was written: %s',
    async (text) => {
      expect(await inCell(text)).toMatchObject({ t: 's', v: text, z: '@' });
    },
  );

  test('of any kind is the same when another program reads it', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.string({ unit: 'binary', minLength: 1 }), { minLength: 1, maxLength: 20 }),
        async (texts) => {
          const sheet = tableSheet(
            's',
            columns,
            texts.map((name) => ({ ...deal, name })),
            labels,
          );
          const { book } = await written([sheet]);
          texts.forEach((text, index) => {
            // What XML cannot carry is dropped; everything else comes back.
            const carried = text
              .replace(/\r\n?/g, '\n')
              .replace(/\p{Cc}|\uFFFE|\uFFFF/gu, (each) => (/[\t\n\u007F-\u009F]/.test(each) ? each : ''));
            expect(book.Sheets.s?.[`A${index + 2}`]?.v ?? '').toBe(carried);
          });
        },
      ),
      { numRuns: 30 },
    );
  });

  test('longer than a cell can hold is cut, and says so by its end', async () => {
    const cell = await inCell('字'.repeat(40_000));
    expect(cell.v).toHaveLength(32_767);
    expect(cell.v.endsWith('字…')).toBe(true);
  });
});

test('money of every currency keeps its minor units', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom('CNY', 'USD', 'EUR', 'JPY', 'KWD'),
      fc.integer({ min: -(10 ** 14), max: 10 ** 14 }),
      async (currency, minor) => {
        const { book } = await written([
          tableSheet('s', columns, [{ ...deal, amount: { minor, currency } }], labels),
        ]);
        const digits = { JPY: 0, KWD: 3 }[currency as string] ?? 2;
        expect(Math.round(book.Sheets.s?.C2.v * 10 ** digits)).toBe(minor);
      },
    ),
    { numRuns: 50 },
  );
});

test('a workbook names the product and nobody else', async () => {
  const { parts } = await written([tableSheet('客户', columns, [deal], labels)]);
  const core = parts['docProps/core.xml'];
  expect(core).toContain('<dc:creator>Tenure</dc:creator>');
  expect(core).toContain('<cp:lastModifiedBy>Tenure</cp:lastModifiedBy>');
  expect(core).toContain('2026-01-02T00:00:00Z');
});

test('the same sheets give the same bytes', async () => {
  const sheets = [tableSheet('客户', columns, [deal], labels)];
  const [first, second] = [await workbookBytes(sheets, properties), await workbookBytes(sheets, properties)];
  expect(Buffer.compare(first, second)).toBe(0);
});

describe('a page', () => {
  function report() {
    const page = new Page('评估', [20, 12, 12, 12], labels);
    page.title('成熟度评估', '华为技术有限公司');
    page.pairs([{ label: '日期', format: 'date', value: '2026-11-22' }]);
    page.section('维度');
    const table = page.table(
      [
        { key: 'name', heading: '维度', format: 'text', value: (row: [string, number]) => row[0] },
        { key: 'now', heading: '现在', format: 'decimal', value: (row) => row[1] },
      ],
      [
        ['认知', 3],
        ['策略', 1.5],
      ],
    );
    const series = [{ name: table.heading('now'), values: table.values('now') }];
    for (const kind of ['radar', 'line', 'column', 'bar'] as const)
      page.charts([
        { kind, title: '维度', categories: table.values('name'), series, minimum: 0, maximum: 4 },
      ]);
    page.colour({ area: table.values('now'), style: 'bad', below: 2 });
    return page;
  }

  test('carries native charts over its own cells, with their values stored', async () => {
    const { parts } = await written([report().sheet({ frozen: { rows: 1, columns: 0 } })]);
    const charts = Object.entries(parts).filter(([path]) => /charts\/chart\d+\.xml$/.test(path));
    expect(charts.map(([, xml]) => /<c:(radar|line|bar)Chart>/.exec(xml)?.[1])).toEqual([
      'radar',
      'line',
      'bar',
      'bar',
    ]);
    for (const [, xml] of charts) {
      expect(xml).toContain('<c:f>&apos;评估&apos;!$B$7:$B$8</c:f>');
      expect(xml).toContain('<c:v>1.5</c:v>');
      expect(xml).not.toContain('<c:smooth val="1"/>');
    }
  });

  test('spreads paragraphs and values over its width', async () => {
    const { book } = await written([report().sheet()]);
    expect(book.Sheets.评估?.['!merges']?.map((area) => utils.encode_range(area))).toEqual([
      'A2:D2',
      'B4:D4',
    ]);
  });

  test('in a locked sheet only unlocked cells can be edited', async () => {
    const page = new Page('交接', [20, 40], labels);
    page.row([
      { format: 'text', value: '决策人', style: 'label' },
      {
        format: 'text',
        value: null,
        style: 'input',
        unlocked: true,
        note: '姓名与职位',
        list: ['甲', '乙,丙'],
      },
    ]);
    const { parts } = await written([page.sheet({ locked: true })]);
    expect(parts['xl/worksheets/sheet1.xml']).toContain('<sheetProtection sheet="1"');
    expect(parts['xl/styles.xml']).toContain('<protection locked="0"/>');
    expect(parts['xl/comments1.xml']).toContain('姓名与职位');
    expect(parts['xl/worksheets/sheet1.xml']).toContain('<formula1>&apos;Lists&apos;!$A$1:$A$2</formula1>');
    expect(parts['xl/workbook.xml']).toMatch(/name="Lists" sheetId="2" state="hidden"/);
  });
});
