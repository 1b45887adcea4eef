import type { TFunction } from 'i18next';
import { isBilingual, isList, leavesOf, type Part } from '../../../db/domain/model-document.ts';
import { placeOf } from '../../../db/domain/model-place.ts';
import { type Cell, type Sheet, type SheetRow, sheetName } from '../sheet.ts';

/** Stands in the hidden first cell, so that the file is known for what it is. */
export const modelMark = { form: 'tenure-maturity-model', format: 1 } as const;
/** The heading of the hidden column that holds each row's path, in every language. */
export const pathHeading = 'tenure-path';

/** Columns after the hidden one; their headings are `maturityModel.column.…`. */
export const modelColumns = ['place', 'en', 'zh-CN', 'value'] as const;
export type ModelColumn = (typeof modelColumns)[number];
const widths: Readonly<Record<ModelColumn, number>> = { place: 44, en: 52, 'zh-CN': 40, value: 16 };

/** What a cell says where a part is nothing, and where a list has no entry. */
export const nothing = '–';
export const noEntry = '[]';

/** A model as one row per text or figure, both languages side by side, so that it is edited with nothing but Excel. */
export function modelSheet(document: Part, title: string, t: TFunction): Sheet {
  const rows: SheetRow[] = [
    {
      cells: [
        { format: 'text', value: JSON.stringify(modelMark), style: 'muted' },
        { format: 'text', value: title, style: 'title' },
      ],
      height: 28,
    },
    {
      cells: [null, { format: 'text', value: t('maturityModel.teachSheet'), style: 'subtitle', wrap: true }],
      height: 33,
    },
    {
      cells: [
        { format: 'text', value: pathHeading, style: 'muted' },
        ...modelColumns.map(
          (column): Cell => ({
            format: 'text',
            value: t(`maturityModel.column.${column}`),
            style: 'heading',
          }),
        ),
      ],
      height: 22,
    },
    ...leavesOf(document).map(({ path, part }) => leafRow(path, part, t)),
  ];
  return {
    name: sheetName(t('maturityModel.sheet')),
    columns: [{ width: 8, hidden: true }, ...modelColumns.map((column) => ({ width: widths[column] }))],
    rows,
    merged: [
      { row: 1, column: 2, rows: 1, columns: modelColumns.length },
      { row: 2, column: 2, rows: 1, columns: modelColumns.length },
    ],
    frozen: { rows: 3, columns: 2 },
    repeatedRow: 3,
    locked: true,
  };
}

function leafRow(path: string, part: Part, t: TFunction): SheetRow {
  const open = { unlocked: true, wrap: true, style: 'input' } as const;
  const text = (value: string | null): Cell => ({ format: 'text', value, ...open });
  const locked: Cell = { format: 'text', value: null };
  const lead: Cell[] = [
    { format: 'text', value: path, style: 'muted' },
    { format: 'text', value: placeWords(path, t), style: 'label', wrap: true },
  ];
  if (isBilingual(part)) return { cells: [...lead, text(part.en), text(part['zh-CN']), locked] };
  return { cells: [...lead, locked, locked, valueCell(part)] };
}

function valueCell(part: Part): Cell {
  const open = { unlocked: true, style: 'input' } as const;
  if (typeof part === 'number') return { format: 'figure', value: part, ...open };
  const words = part === null ? nothing : isList(part) ? noEntry : String(part);
  return { format: 'text', value: words, ...open };
}

/** A place in a model in words: “Dimensions 2 › Questions 1 › Levels 3 › Text”. */
function placeWords(path: string, t: TFunction): string {
  return placeOf(path)
    .map((step) =>
      'language' in step
        ? t(`maturityModel.column.${step.language}`)
        : `${t(`maturityModel.part.${step.part}`)}${step.number === null ? '' : ` ${step.number}`}`,
    )
    .join(' › ');
}
