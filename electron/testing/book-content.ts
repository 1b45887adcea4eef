import { exportedCells } from '../../db/export/query.ts';
import { definingNouns, type ImportNoun, perNoun } from '../../db/import/noun.ts';
import type { Book } from '../../db/open.ts';
import { ownColumns } from '../custom-field/own-column.ts';
import { importFieldsIn } from '../import/fields.ts';
import { proposedChoices } from '../import/import-table.ts';
import type { Source } from '../import/read.ts';
import type { TableChoice } from '../import/table-choice.ts';

/** Links to what an export does not hold, and what only a book's own numbering says. */
const unstated = /^(id|position|source_noun|template_name)$|_id$/;

/** All that an export of the book says, by names; in its order where the book has one. */
export async function contentOf(book: Book) {
  const own = await ownColumns(book.db, 'en');
  return perNoun((noun: ImportNoun) => {
    const rows = [...exportedCells(book, noun)].map((row) =>
      JSON.stringify([
        ...Object.entries(row).filter(([column]) => !unstated.test(column)),
        ...(noun === 'account'
          ? own.map((column) => [column.heading, column.value(row as { readonly id: number } & typeof row)])
          : []),
      ]),
    );
    return definingNouns.some((defining) => defining === noun) ? rows : rows.toSorted();
  });
}

/** Every sheet of a file as it is proposed to the book. */
export async function acceptedChoices(source: Source, into: Book): Promise<TableChoice[]> {
  const before = proposedChoices(source, await importFieldsIn(into.db));
  return proposedChoices(source, await importFieldsIn(into.db, source, before));
}
