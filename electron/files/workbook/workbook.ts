import type { Style, Workbook, Worksheet } from '@cj-tech-master/excelts';
import type { Language } from '../../../db/types/language.ts';
import { alignmentOf, numberFormat, stored, type YesNoWords } from './cell.ts';
import {
  type Area,
  type Cell,
  type ColourRule,
  type Picture,
  pictureMargin,
  rangeOf,
  referenceTo,
  type Sheet,
  sheetName,
} from './sheet.ts';
import { lookOf, scaleInk, stateInk } from './style.ts';
import { categoryOf, type WorkbookKind } from './workbook-kind.ts';

/** What a workbook says about itself. Nothing of the machine or its user gets in. */
export interface WorkbookProperties {
  /** What it is, for the import to know it again. */
  readonly is: WorkbookKind;
  readonly title: string;
  readonly language: Language;
  readonly created: Date;
  readonly labels: YesNoWords;
}

const maker = 'Tenure';
const a4 = 9;

/** The sheets as the bytes of an .xlsx file: the same sheets and properties always give the same bytes. */
export async function workbookBytes(
  sheets: readonly Sheet[],
  properties: WorkbookProperties,
): Promise<Uint8Array> {
  // Loaded with the first workbook: the library is as large as the rest of the program, and a start has no use for it.
  const { Workbook } = await import('@cj-tech-master/excelts');
  const { addChart } = await import('./workbook-chart.ts');
  const workbook = new Workbook();
  Object.assign(workbook, documentProperties(properties));
  workbook.title = properties.title;
  workbook.defaultFont = fontOf(properties.language);
  const styleOf = cellStyles(properties.language);
  const lists = new Map<string, { readonly choices: readonly string[]; readonly area: Area }>();
  const listSheet = sheetName(
    'Lists',
    sheets.map(({ name }) => name),
  );
  for (const sheet of sheets) {
    const worksheet = workbook.addWorksheet(sheet.name, worksheetOptions(sheet));
    await fill(worksheet, sheet, properties.labels, styleOf, (choices) => {
      const key = choices.join('\n');
      const known = lists.get(key);
      if (known) return referenceTo(known.area, listSheet);
      const area = { row: 1, column: lists.size + 1, rows: choices.length, columns: 1 };
      lists.set(key, { choices, area });
      return referenceTo(area, listSheet);
    });
    for (const picture of sheet.pictures ?? []) addPicture(workbook, worksheet, picture);
  }
  // Charts last, when the cells they draw are there on every sheet: their values are stored with them.
  for (const sheet of sheets)
    for (const chart of sheet.charts ?? []) addChart(workbook.getWorksheet(sheet.name), chart, sheet.name);
  if (lists.size > 0) {
    const worksheet = workbook.addWorksheet(listSheet, { state: 'hidden' });
    for (const { choices, area } of lists.values())
      choices.forEach((choice, index) => {
        worksheet.getCell(index + 1, area.column).value = choice;
      });
  }
  return workbook.xlsx.writeBuffer({ zip: { modTime: properties.created, timestamps: 'dos' } });
}

/** Shared with the streaming writer. */
export function documentProperties({ is, created }: WorkbookProperties) {
  return {
    creator: maker,
    lastModifiedBy: maker,
    created,
    modified: created,
    category: categoryOf(is),
  };
}

/** Page set-up, frozen panes and visibility; shared with the streaming writer. */
export function worksheetOptions(sheet: Omit<Sheet, 'rows' | 'columns'>) {
  const { frozen, repeatedRow } = sheet;
  return {
    state: sheet.hidden === true ? ('hidden' as const) : ('visible' as const),
    views: frozen
      ? [{ state: 'frozen' as const, xSplit: frozen.columns, ySplit: frozen.rows }]
      : [{ state: 'normal' as const, showGridLines: false }],
    pageSetup: {
      paperSize: a4,
      orientation: sheet.portrait === true ? ('portrait' as const) : ('landscape' as const),
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: sheet.onePage === true ? 1 : 0,
      margins: { left: 0.5, right: 0.5, top: 0.6, bottom: 0.6, header: 0.3, footer: 0.3 },
      ...(repeatedRow === undefined ? {} : { printTitlesRow: `${repeatedRow}:${repeatedRow}` }),
    },
    headerFooter: { oddFooter: '&L&A&R&P / &N' },
  };
}

/** Default font of the language: one that has the characters and is on the readers' machines. */
export function fontOf(language: Language) {
  return language === 'zh-CN' ? { name: 'Microsoft YaHei', size: 10 } : { name: 'Calibri', size: 11 };
}

type StyleOf = (cell: Cell) => Partial<Style>;

/** Style objects by what makes them differ. The library knows a style again by its identity, so each exists once. */
export function cellStyles(language: Language): StyleOf {
  const made = new Map<string, Partial<Style>>();
  const font = fontOf(language);
  return (cell) => {
    const format = numberFormat(cell);
    const key = `${format}|${cell.style ?? ''}|${cell.wrap ?? ''}|${cell.unlocked ?? ''}|${cell.align ?? ''}|${cell.link === undefined}`;
    let style = made.get(key);
    if (!style) {
      style = buildStyle(cell, format, font);
      made.set(key, style);
    }
    return style;
  };
}

function buildStyle(cell: Cell, numFmt: string, font: ReturnType<typeof fontOf>): Partial<Style> {
  const look = lookOf(cell);
  const edge = { style: 'thin' as const, color: { argb: `FF${look.lineInk}` } };
  const horizontal = look.align ?? cell.align ?? alignmentOf(cell.format);
  return {
    numFmt,
    font: {
      name: font.name,
      size: font.size + (look.larger ?? 0),
      color: { argb: `FF${look.text}` },
      bold: look.bold ?? false,
    },
    alignment: {
      horizontal,
      vertical: cell.wrap && !look.middle ? 'top' : 'middle',
      wrapText: cell.wrap ?? false,
      // A figure and the text right of it would read as one.
      ...(horizontal === 'right' ? { indent: 1 } : {}),
    },
    ...(look.ground ? { fill: solid(look.ground) } : {}),
    ...(look.line === 'below' ? { border: { bottom: edge } } : {}),
    ...(look.line === 'above' ? { border: { top: edge } } : {}),
    ...(look.line === 'around' ? { border: { top: edge, bottom: edge, left: edge, right: edge } } : {}),
    ...(cell.unlocked ? { protection: { locked: false } } : {}),
  };
}

function solid(colour: string): Style['fill'] {
  // Cells are filled with the foreground, conditional formats with the background; both are given.
  const argb = `FF${colour}`;
  return { type: 'pattern', pattern: 'solid', fgColor: { argb }, bgColor: { argb } };
}

async function fill(
  worksheet: Worksheet,
  sheet: Sheet,
  labels: YesNoWords,
  styleOf: StyleOf,
  listRange: (choices: readonly string[]) => string,
): Promise<void> {
  worksheet.columns = sheet.columns.map(({ width, hidden }) => ({ width, hidden: hidden ?? false }));
  sheet.rows.forEach(({ cells, height }, rowIndex) => {
    const row = worksheet.getRow(rowIndex + 1);
    if (height !== undefined) row.height = height;
    cells.forEach((cell, columnIndex) => {
      if (!cell) return;
      const target = row.getCell(columnIndex + 1);
      const value = stored(cell, labels);
      target.value =
        cell.link === undefined
          ? value
          : { text: String(value ?? ''), hyperlink: `#${referenceTo(firstCell, cell.link)}` };
      target.style = styleOf(cell);
      if (cell.note !== undefined) target.note = noteOf(cell.note);
      if (cell.list)
        target.dataValidation = {
          type: 'list',
          allowBlank: true,
          showErrorMessage: true,
          formulae: [listFormula(cell.list, listRange)],
        };
    });
  });
  for (const area of sheet.merged ?? []) worksheet.mergeCells(rangeOf(area));
  if (sheet.filter) worksheet.autoFilter = rangeOf(sheet.filter);
  for (const rule of sheet.colours ?? []) addColours(worksheet, rule);
  if (sheet.locked) await worksheet.protect('', { formatColumns: true, formatRows: true, objects: false });
}

/** The picture keeps its size when rows and columns change theirs. Pictures are placed in pixels, 96 of them for 72 points. */
function addPicture(workbook: Workbook, worksheet: Worksheet, { logo, row, width, height }: Picture): void {
  const pixels = (points: number) => Math.round((points * 96) / 72);
  worksheet.addImage(workbook.addImage({ base64: logo.picture, extension: logo.type }), {
    tl: { col: 0, row: row - 1 + pictureMargin / (height + 2 * pictureMargin) },
    ext: { width: pixels(width), height: pixels(height) },
    editAs: 'oneCell',
  });
}

const firstCell: Area = { row: 1, column: 1, rows: 1, columns: 1 };

/** A list stands in the cell's rule when it fits there (255 characters, no comma or quote), else on the hidden sheet. */
function listFormula(choices: readonly string[], listRange: (choices: readonly string[]) => string): string {
  const inline = choices.join(',');
  const fits = inline.length <= 250 && !choices.some((choice) => /[,"\n]|^\s|\s$/.test(choice));
  return fits ? `"${inline}"` : listRange(choices);
}

function noteOf(text: string) {
  const lines = Math.ceil(text.length / 34) + text.split('\n').length;
  return { texts: [{ text }], width: 220, height: Math.min(300, 14 * lines + 12) };
}

function addColours(worksheet: Worksheet, rule: ColourRule): void {
  const ref = rangeOf(rule.area);
  if ('scale' in rule) {
    const { lowest, middle, highest } = rule.scale;
    const cfvo = [lowest, middle, highest].map((value) => ({ type: 'num' as const, value }));
    const color = scaleInk.map((argb) => ({ argb: `FF${argb}` }));
    worksheet.addConditionalFormatting({ ref, rules: [{ type: 'colorScale', cfvo, color }] });
    return;
  }
  const { text, ground } = stateInk[rule.style];
  const style = { font: { color: { argb: `FF${text}` } }, fill: solid(ground) };
  const cell = rangeOf({ ...rule.area, rows: 1, columns: 1 });
  // Empty cells count as 0 in comparisons: they report nothing and stay without colour.
  const formula =
    'equals' in rule
      ? `${cell}="${rule.equals.replaceAll('"', '""')}"`
      : 'atLeast' in rule
        ? `AND(${cell}<>"",${cell}>=${rule.atLeast})`
        : `AND(${cell}<>"",${cell}<${rule.below})`;
  worksheet.addConditionalFormatting({ ref, rules: [{ type: 'expression', formulae: [formula], style }] });
}
