import { z } from 'zod';
import { Failure } from '../../db/failure.ts';
import { fromLeaves, type Part } from '../../db/maturity/model-document.ts';
import type { GridValue } from '../files/workbook/grid.ts';
import { cellName, findFormColumns, openMarkedForm } from '../files/workbook/marked-form.ts';
import { messagesIn } from '../messages.ts';
import { modelColumns, noEntry, nothing, pathHeading } from './model-sheet.ts';

const markSchema = z.object({ form: z.literal('tenure-maturity-model'), format: z.int() });

export type ModelInSheet = {
  readonly document: Part;
  /** The cell of each part, for telling where a problem is. A text has one in each language. */
  readonly cellOf: ReadonlyMap<string, string>;
};

/** Rows beyond this no model has; a sheet of more is not read further. */
const mostRows = 50_000;

/** @throws Failure maturity-model.damaged where the file holds no model, and what openSource throws */
export function readModelSheet(bytes: Uint8Array, name: string): ModelInSheet {
  const form = openMarkedForm(bytes, name, markSchema);
  if (!form) throw new Failure('maturity-model.damaged');
  const { grid, markPlace } = form;
  const { row: headingRow, columnOf } = findFormColumns(
    grid,
    markPlace,
    pathHeading,
    modelColumns,
    (column, language) => messagesIn(language)(`maturityModel.column.${column}`),
  );
  const cellOf = new Map<string, string>();
  const leaves: { path: string; part: Part }[] = [];
  for (let row = headingRow + 1; row < Math.min(grid.rows.length, mostRows); row++) {
    const cells = grid.rows[row];
    const path = cells?.[markPlace.column];
    if (typeof path !== 'string' || !/^[a-zA-Z]+(\.[a-zA-Z]+|\.\d{1,4})*$/.test(path)) continue;
    const [en, chinese, value] = [columnOf('en'), columnOf('zh-CN'), columnOf('value')];
    const given = plainOf(cells?.[value] ?? null);
    if (given === undefined) {
      leaves.push({ path: `${path}.en`, part: textOf(cells?.[en]) });
      leaves.push({ path: `${path}.zh-CN`, part: textOf(cells?.[chinese]) });
      cellOf.set(`${path}.en`, cellName({ row, column: en }));
      cellOf.set(`${path}.zh-CN`, cellName({ row, column: chinese }));
    } else leaves.push({ path, part: given });
    cellOf.set(path, cellName({ row, column: given === undefined ? en : value }));
  }
  return { document: fromLeaves(leaves), cellOf };
}

function textOf(value: GridValue | undefined): string {
  return String(value ?? '').replace(/\r\n?/g, '\n');
}

/** The figure or word in the value column; undefined where it is empty, which is a row of texts. */
function plainOf(value: GridValue): Part | undefined {
  if (typeof value !== 'string') return value ?? undefined;
  const text = value.trim();
  if (text === '') return undefined;
  if (text === nothing || text === '-') return null;
  if (text === noEntry) return [];
  if (/^(true|false)$/i.test(text)) return text.toLowerCase() === 'true';
  return /^-?\d+(\.\d+)?$/.test(text) ? Number(text) : text;
}
