import { type AccountListColumn, accountListColumns } from '../../db/account/list-column.ts';
import type { AccountLine } from '../../db/account/list-query.ts';
import type { CustomField } from '../../db/custom-field/query.ts';
import type { KnownColumn } from '../../db/handoff/crm-export.ts';
import { segmentKey } from '../../db/segment/rule.ts';
import { type Language, languages } from '../../db/types/language.ts';
import { customColumn } from '../custom-field/sheet.ts';
import type { Column } from '../files/workbook/table.ts';
import { ownHeading } from '../import/fields.ts';
import { messagesIn } from '../messages.ts';

/** What follows from contracts, notes, tasks and assessments, and is not said by a list. */
const derived: readonly string[] = ['stage', 'health', 'arr', 'renewal', 'touched', 'maturity', 'next'];

/** The import's field of each column of such a list; null for the user's own columns, whose names only the book knows. */
export function listedColumns(headings: readonly string[]): (KnownColumn | null)[] {
  const keys = new Map(
    languages.flatMap((language) =>
      accountListSheet(accountListColumns, language, '', [], []).map(({ heading, key }) => [heading, key]),
    ),
  );
  return headings.map((heading) => {
    const key = keys.get(heading);
    return key === undefined ? null : { field: derived.includes(key) ? null : key, suggestion: null };
  });
}

/** The account list's columns as they stand on screen, with their values in full. */
export function accountListSheet(
  keys: readonly AccountListColumn[],
  language: Language,
  baseCurrency: string,
  schemes: readonly { readonly id: number; readonly name: string }[],
  fields: readonly CustomField[],
): Column<AccountLine>[] {
  const t = messagesIn(language);
  const columns: readonly Column<AccountLine, AccountListColumn>[] = [
    { key: 'name', heading: t('account.column.name'), format: 'text', value: ({ name }) => name },
    {
      key: 'stage',
      heading: t('account.column.stage'),
      format: 'text',
      value: ({ stage }) => (stage === null ? null : t(`lifecycle.stage.${stage}`)),
    },
    {
      key: 'health',
      heading: t('account.column.health'),
      format: 'text',
      value: ({ health }) =>
        health === null
          ? null
          : health.band === null
            ? t(`health.ungraded.${health.ungraded ?? 'nothing-known'}`)
            : `${t(`health.band.${health.band}`)} ${health.score ?? ''}`.trim(),
    },
    {
      key: 'arr',
      heading: t('account.column.arr'),
      format: 'money',
      value: ({ arrMinor }) => (arrMinor === null ? null : { minor: arrMinor, currency: baseCurrency }),
    },
    {
      key: 'renewal',
      heading: t('account.column.renewal'),
      format: 'date',
      value: ({ renewalOn }) => renewalOn,
    },
    {
      key: 'touched',
      heading: t('account.column.touched'),
      format: 'date',
      value: ({ lastTouchedOn }) => lastTouchedOn,
    },
    {
      key: 'maturity',
      heading: t('account.column.maturity'),
      format: 'text',
      value: ({ maturity }) => maturity?.[language] ?? null,
    },
    { key: 'owner', heading: t('account.column.owner'), format: 'text', value: ({ owner }) => owner },
    {
      key: 'next',
      heading: t('account.column.next'),
      format: 'text',
      value: ({ nextTask }) => nextTask?.title ?? null,
    },
    { key: 'tier', heading: t('account.field.tier'), format: 'text', value: ({ tier }) => tier },
    { key: 'region', heading: t('account.field.region'), format: 'text', value: ({ region }) => region },
    {
      key: 'industry',
      heading: t('account.field.industry'),
      format: 'text',
      value: ({ industry }) => industry,
    },
    {
      key: 'size',
      heading: t('account.field.size'),
      format: 'text',
      value: ({ size }) => (size === null ? null : t(`account.choice.size.${size}`)),
    },
    { key: 'key', heading: t('account.field.key'), format: 'text', value: ({ key }) => key },
    {
      key: 'tags',
      heading: t('account.field.tags'),
      format: 'text',
      value: ({ tags }) => (tags.length > 0 ? tags.join('; ') : null),
    },
    ...schemes.map(
      ({ id, name }): Column<AccountLine, AccountListColumn> => ({
        key: segmentKey(id),
        heading: ownHeading('segmentColumn', name, language),
        format: 'text',
        value: ({ segments }) => segments[segmentKey(id)] ?? null,
      }),
    ),
    ...fields.map((field) => ({
      ...customColumn<AccountLine>(field, (row) => row.custom),
      heading: ownHeading('ownColumn', field.name, language),
    })),
  ];
  return keys.flatMap((key) => columns.filter((column) => column.key === key));
}
