import { strFromU8, unzipSync } from 'fflate';
import { audienceOf } from '../../db/audience.ts';
import type { Book } from '../../db/open.ts';

/** Every part of a packed file as text, packed files inside it too. */
export function readAll(bytes: Uint8Array): string {
  return Object.entries(unzipSync(bytes))
    .map(([name, part]) => `${name}\n${/\.(xlsx|zip)$/.test(name) ? readAll(part) : strFromU8(part)}`)
    .join('\n');
}

const figure = 91_827_364;

/** Marks every internal field of the book that takes a mark. Returns the fields marked. */
export function plantMarks({ sqlite }: Book): string[] {
  const columns = sqlite
    .prepare<[], { table: string; column: string; type: string }>(
      `select t.name as "table", c.name as "column", c.type from pragma_table_list t join pragma_table_info(t.name) c
       where t.schema = 'main' and t.type = 'table' and t.name not like 'sqlite%' and t.name not like 'search%'
         and t.name not in ('action', 'change') and c.pk = 0 and c.name <> 'time_zone'`, // the clock needs it
    )
    .all();
  return columns.flatMap(({ table, column, type }) => {
    if (audienceOf(`${table}.${column}`) === 'customer') return [];
    const mark = type === 'TEXT' ? `'MARK ${table}.${column}'` : String(figure);
    try {
      const { changes } = sqlite.prepare(`update "${table}" set "${column}" = ${mark}`).run();
      return changes > 0 ? [`${table}.${column}`] : [];
    } catch {
      return []; // a check, a key or a date refuses the mark
    }
  });
}

/** The fields whose marks the text holds, and what else no customer may see. */
export function found(text: string): string[] {
  return [...text.matchAll(/MARK ([\w.]+)|91,?827,?364|7[12]000001|Unsourced outcome/g)].map(
    ([whole, field]) => field ?? whole,
  );
}
