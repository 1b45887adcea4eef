import { customFieldOf } from '../../../db/domain/custom-field.ts';
import type { Language } from '../../../db/domain/language.ts';
import { schemeOf, segmentKey } from '../../../db/domain/segment.ts';
import { liveCustomFields } from '../../../db/queries/custom-field.ts';
import { allCustomValues } from '../../../db/queries/custom-value.ts';
import { allSegmentNames } from '../../../db/queries/segment-slice.ts';
import type { Reader } from '../../../db/schema.ts';
import { importFieldsIn } from '../import-fields.ts';
import type { Column } from '../table.ts';
import { customColumn } from './custom-field.ts';

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
