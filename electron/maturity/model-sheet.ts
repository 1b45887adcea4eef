import type { TFunction } from 'i18next';
import { isBilingual, isList, leavesOf, type Part } from '../../db/maturity/model-document.ts';
import { placeOf } from '../../db/maturity/model-place.ts';
import { headLine, markedSheet } from '../files/marked-sheet.ts';
import { type Cell, type Sheet, type SheetRow, sheetName } from '../files/workbook/sheet.ts';

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
  return markedSheet({
    name: sheetName(t('maturityModel.sheet')),
    mark: modelMark,
    title,
    head: [headLine(t('maturityModel.teachSheet'), 2)],
    keyHeading: pathHeading,
    columns: modelColumns.map((column) => ({
      heading: t(`maturityModel.column.${column}`),
      width: widths[column],
    })),
    rows: leavesOf(document).map(({ path, part }) => leafRow(path, part, t)),
  });
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
  const labels = part === null ? nothing : isList(part) ? noEntry : String(part);
  return { format: 'text', value: labels, ...open };
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
