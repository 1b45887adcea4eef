import { useQuery } from '@tanstack/react-query';
import { Button, Dropdown, Input } from 'antd';
import { Plus, Search } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AccountFilter } from '../../../db/account/filter-query.ts';
import { customFieldKey, customFieldOf } from '../../../db/custom-field/rule.ts';
import { api } from '../../lib/api.ts';
import { useCustomFields } from '../../lib/custom-field.ts';
import { clearSlice, useSlice } from '../../lib/slice.ts';
import { SliceFilter } from '../../lib/slice-filter.tsx';
import { ChoiceChip } from '../../ui/choice-chip.tsx';
import { FilterChip } from '../../ui/filter-chip.tsx';
import styles from './account-filters.module.css';
import { type AccountProperty, accountGroups, useGroupNames } from './account-group.ts';
import { useAccountView } from './account-view.ts';
import { CustomFieldFilter } from './custom-filters.tsx';

/** What a list is cut to without a choice of values. */
const switches = ['archived', 'singleThreaded'] as const;
type Switch = (typeof switches)[number];
type Filterable = AccountProperty | 'tags' | Switch;
const always: readonly Filterable[] = ['stage', 'tier', 'owner'];
const onDemand: readonly Filterable[] = ['region', 'size', 'industry', 'tags', ...switches];

/** What narrows the list: the chips everybody uses, and those added when needed. */
export function AccountFilters({ children }: { children: ReactNode }) {
  const { t } = useTranslation();
  const { groupName, segmentGroups } = useGroupNames();
  const { filter, group } = useAccountView();
  const { isSliced } = useSlice();
  const fields = useCustomFields();
  const { data: status } = useQuery(api.book.status.queryOptions());
  const [addedFields, setAddedFields] = useState<readonly number[]>([]);
  const isCut = (id: number) => filter.custom?.some(({ fieldId }) => fieldId === id) ?? false;
  const cutBy = fields.filter(({ id }) => addedFields.includes(id) || isCut(id));
  const offered = fields.filter(({ id }) => !cutBy.some((field) => field.id === id));
  const [added, setAdded] = useState<readonly Filterable[]>([]);
  const shown = onDemand.filter((name) => added.includes(name) || filter[name] !== undefined);
  const nameOf = (name: Filterable) => {
    if (name === 'tags') return t('account.field.tags');
    return isSwitch(name) ? t(`account.list.${name}`) : groupName(name);
  };
  const isFiltered = isSliced || Object.values(filter).some((value) => value !== undefined);
  return (
    <div className={styles.filters} role="toolbar" aria-label={t('account.list.moreFilters')}>
      <Input
        className={styles.find ?? ''}
        size="small"
        allowClear
        prefix={<Search size={12} aria-hidden />}
        placeholder={t('account.list.find')}
        aria-label={t('account.list.find')}
        value={filter.text ?? ''}
        onChange={({ target }) => narrow({ text: target.value.trim() === '' ? undefined : target.value })}
      />
      <ChoiceChip
        label={t('account.list.group')}
        choices={[
          { value: null, label: t('account.list.groupNone') },
          ...[...accountGroups, ...segmentGroups].map((value) => ({ value, label: groupName(value) })),
        ]}
        chosen={group}
        onChange={(chosen) => useAccountView.setState({ group: chosen })}
      />
      {[...always, ...shown].map((name) =>
        isSwitch(name) ? (
          <Button
            key={name}
            size="small"
            aria-pressed={filter[name] === true}
            onClick={() => narrow({ [name]: filter[name] ? undefined : true })}
          >
            {nameOf(name)}
          </Button>
        ) : (
          <ValueFilter key={name} name={name} label={nameOf(name)} />
        ),
      )}
      <SliceFilter />
      {cutBy.map((field) => (
        <CustomFieldFilter key={field.id} field={field} currency={status?.settings.base_currency ?? 'CNY'} />
      ))}
      {shown.length + cutBy.length < onDemand.length + fields.length && (
        <Dropdown
          trigger={['click']}
          menu={{
            items: [
              ...onDemand
                .filter((name) => !shown.includes(name))
                .map((name) => ({ key: name as string, label: nameOf(name) })),
              ...offered.map(({ id, name }) => ({ key: customFieldKey(id) as string, label: name })),
            ],
            onClick: ({ key }) => {
              const fieldId = customFieldOf(key);
              if (fieldId !== null) setAddedFields([...addedFields, fieldId]);
              const name = onDemand.find((other) => other === key);
              if (name && isSwitch(name)) narrow({ [name]: true });
              if (name) setAdded([...added, name]);
            },
          }}
        >
          <Button size="small" icon={<Plus size={12} />}>
            {t('account.list.moreFilters')}
          </Button>
        </Dropdown>
      )}
      {isFiltered && (
        <Button
          size="small"
          type="text"
          onClick={() => {
            setAdded([]);
            setAddedFields([]);
            clearSlice();
            useAccountView.setState({ filter: {} });
          }}
        >
          {t('account.list.clear')}
        </Button>
      )}
      <span className={styles.end}>{children}</span>
    </div>
  );
}

function isSwitch(name: Filterable): name is Switch {
  return switches.some((each) => each === name);
}

function ValueFilter({ name, label }: { name: Exclude<Filterable, Switch>; label: string }) {
  const { t } = useTranslation();
  const { valueName } = useGroupNames();
  const { data: choices } = useQuery(api.account.choices.queryOptions());
  const { filter } = useAccountView();
  const values: readonly (string | null)[] = choices?.[name] ?? [];
  return (
    <FilterChip
      label={label}
      all={t('account.list.all')}
      choices={values.map((value) => ({
        value,
        label: name === 'tags' ? (value ?? '') : valueName(name, value),
      }))}
      chosen={filter[name] ?? []}
      onChange={(chosen) => narrow({ [name]: chosen.length > 0 ? chosen : undefined })}
    />
  );
}

function narrow(change: AccountFilter): void {
  useAccountView.setState(({ filter }) => ({ filter: { ...filter, ...change } }));
}
