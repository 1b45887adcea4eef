import type { Language } from '../../../db/domain/language.ts';
import type { AccountLine } from '../../../db/queries/account-list.ts';
import { wordsIn } from '../../words.ts';
import type { Column } from '../table.ts';

export const accountListColumns = [
  'name',
  'stage',
  'arr',
  'renewal',
  'touched',
  'owner',
  'next',
  'tier',
  'region',
  'industry',
  'size',
  'key',
] as const;
export type AccountListColumn = (typeof accountListColumns)[number];

/** The account list's columns as they stand on screen, with their values in full. */
export function accountListSheet(
  keys: readonly AccountListColumn[],
  language: Language,
  baseCurrency: string,
): Column<AccountLine>[] {
  const t = wordsIn(language);
  const columns: readonly Column<AccountLine, AccountListColumn>[] = [
    { key: 'name', heading: t('account.column.name'), format: 'text', value: ({ name }) => name },
    {
      key: 'stage',
      heading: t('account.column.stage'),
      format: 'text',
      value: ({ stage }) => (stage === null ? null : t(`lifecycle.stage.${stage}`)),
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
  ];
  return keys.flatMap((key) => columns.filter((column) => column.key === key));
}
