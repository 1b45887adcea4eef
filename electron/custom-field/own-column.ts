import { liveCustomFields } from '../../db/custom-field/query.ts';
import { customFieldOf } from '../../db/custom-field/rule.ts';
import { allCustomValues } from '../../db/custom-field/value-query.ts';
import type { Reader } from '../../db/schema.ts';
import { schemeOf, segmentKey } from '../../db/segment/rule.ts';
import { allSegmentNames } from '../../db/segment/slice-query.ts';
import type { Language } from '../../db/types/language.ts';
import type { Column } from '../files/workbook/table.ts';
import { importFieldsIn } from '../import/fields.ts';
import { customColumn } from './sheet.ts';

/** The columns of an account that are no columns of its table, under the headings the import knows them by. */
export async function ownColumns(db: Reader, language: Language): Promise<Column<{ readonly id: number }>[]> {
  const [offered, fields, names, values] = await Promise.all([
    importFieldsIn(db),
    liveCustomFields(db),
    allSegmentNames(db),
    allCustomValues(db),
  ]);
  return offered.account.flatMap(({ key, label }): Column<{ readonly id: number }>[] => {
    const heading = label[language];
    const schemeId = schemeOf(key);
    if (schemeId !== null)
      return [
        { key, heading, format: 'text', value: ({ id }) => names.get(id)?.[segmentKey(schemeId)] ?? null },
      ];
    const field = fields.find(({ id }) => id === customFieldOf(key));
    return field
      ? [{ ...customColumn<{ readonly id: number }>(field, ({ id }) => values.get(id) ?? {}), heading }]
      : [];
  });
}
