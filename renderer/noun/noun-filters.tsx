import { useQuery } from '@tanstack/react-query';
import { Button, Input } from 'antd';
import { Search } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Field } from '../../db/kernel/define.ts';
import { searchedColumns } from '../../db/kernel/field.ts';
import type { AnyNoun } from '../../db/nouns.ts';
import { api } from '../lib/api.ts';
import { SliceFilter } from '../lib/slice-filter.tsx';
import { ChoiceChip } from '../ui/choice-chip.tsx';
import { FilterChip } from '../ui/filter-chip.tsx';
import type { NounLabels } from './noun-labels.ts';
import styles from './noun-page.module.css';

/** What the list is narrowed to, the slice apart, which holds on every list. */
export type Narrowed = {
  readonly text: string;
  readonly open: boolean | null;
  readonly among: Readonly<Record<string, readonly (string | number | null)[]>>;
};
export const notNarrowed = (noun: AnyNoun): Narrowed => ({
  text: '',
  open: noun.open ? true : null,
  among: {},
});

const shown = [null, 'open', 'closed'] as const;

/** The line above a noun's list: search, open or all, a chip for each field declared as a filter, segments. */
export function NounFilters({
  noun,
  labels,
  narrowed,
  isFiltered,
  onNarrow,
  onClear,
  children,
}: {
  noun: AnyNoun;
  labels: NounLabels;
  narrowed: Narrowed;
  isFiltered: boolean;
  onNarrow: (change: Partial<Narrowed>) => void;
  onClear: () => void;
  children: ReactNode;
}) {
  const { t } = useTranslation();
  const isSearched = searchedColumns(noun, 'name').length + searchedColumns(noun, 'text').length > 0;
  return (
    <div className={styles.filters} role="toolbar" aria-label={t('noun.filters')}>
      {isSearched && (
        <Input
          className={styles.find ?? ''}
          size="small"
          allowClear
          prefix={<Search size={12} aria-hidden />}
          placeholder={t('noun.find')}
          aria-label={t('noun.find')}
          value={narrowed.text}
          onChange={({ target }) => onNarrow({ text: target.value })}
        />
      )}
      {noun.open && (
        <ChoiceChip
          label={t('noun.show')}
          choices={shown.map((value) => ({ value, label: t(`noun.shown.${value ?? 'all'}`) }))}
          chosen={narrowed.open === null ? null : narrowed.open ? 'open' : 'closed'}
          onChange={(value) => onNarrow({ open: value === null ? null : value === 'open' })}
        />
      )}
      {Object.entries(noun.fields)
        .filter(([, { list }]) => list?.filter)
        .map(([key, field]) => (
          <FieldFilter
            key={key}
            noun={noun}
            name={key}
            field={field}
            labels={labels}
            chosen={narrowed.among[key] ?? []}
            onChange={(chosen) => onNarrow({ among: { ...narrowed.among, [key]: chosen } })}
          />
        ))}
      {noun.account !== 'none' && <SliceFilter />}
      {isFiltered && (
        <Button size="small" type="text" onClick={onClear}>
          {t('account.list.clear')}
        </Button>
      )}
      <span className={styles.end}>{children}</span>
    </div>
  );
}

function FieldFilter({
  noun,
  name,
  field,
  labels,
  chosen,
  onChange,
}: {
  noun: AnyNoun;
  name: string;
  field: Field;
  labels: NounLabels;
  chosen: readonly (string | number | null)[];
  onChange: (chosen: readonly (string | number | null)[]) => void;
}) {
  const { t } = useTranslation();
  const isListed = field.is === 'choice' || field.is === 'yes-no';
  const { data: said = [] } = useQuery(
    api.noun.values.queryOptions({ noun: noun.name, field: name }, { enabled: !isListed }),
  );
  const { data: references = [] } = useQuery(
    api.noun.choices.queryOptions(
      { noun: noun.name, field: name, accountId: null },
      { enabled: field.is === 'reference' },
    ),
  );
  const nothing = field.optional ? [{ value: null, label: t('noun.notSet') }] : [];
  const choices =
    field.is === 'choice'
      ? [...field.of.map((value) => ({ value, label: labels.choice(name, value) })), ...nothing]
      : field.is === 'yes-no'
        ? [{ value: '1', label: t('app.yes') }, { value: '0', label: t('app.no') }, ...nothing]
        : said.map((value) => ({
            value: value === null ? null : String(value),
            label:
              value === null
                ? t('noun.notSet')
                : (references.find(({ id }) => id === value)?.label ?? String(value)),
          }));
  const isText = field.is === 'choice' || field.is === 'line';
  return (
    <FilterChip<string | null>
      label={labels.field(name)}
      all={t('account.list.all')}
      choices={choices}
      chosen={chosen.map((value) => (value === null ? null : String(value)))}
      onChange={(values) => onChange(isText ? values : values.map((value) => value && Number(value)))}
    />
  );
}
