import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { AccountListColumn } from '../../../db/account/list-column.ts';
import type { AccountLine } from '../../../db/account/list-query.ts';
import { customFieldKey } from '../../../db/custom-field/rule.ts';
import { segmentKey } from '../../../db/segment/rule.ts';
import { daysBetween, type IsoDate } from '../../../db/types/calendar.ts';
import { majorUnits } from '../../../db/types/money.ts';
import { api } from '../../lib/api.ts';
import { useCustomFields, useCustomText } from '../../lib/custom-field.ts';
import { useFormat } from '../../lib/format.ts';
import { useSlice } from '../../lib/slice.ts';
import type { GridColumn } from '../../ui/grid/column.ts';
import { HealthChip } from '../../ui/health-chip.tsx';
import { StageChip } from '../../ui/stage-chip.tsx';
import styles from './account-columns.module.css';
import { schemeHeading } from './account-group.ts';

const sizes = ['large', 'mid', 'small'] as const;

/** A column of the list is one of those its export knows. */
type AccountColumn = GridColumn<AccountLine> & { readonly key: AccountListColumn };

/** The columns of the account list, with every scheme's segments and the fields the user added. `today` is the book's, `currency` its base. */
export function useAccountColumns(today: IsoDate, currency: string): AccountColumn[] {
  const { t } = useTranslation();
  const format = useFormat();
  const { schemes } = useSlice();
  const fields = useCustomFields();
  const customText = useCustomText();
  const { data: choices } = useQuery(api.account.choices.queryOptions());
  return useMemo(() => {
    const known = (key: 'tier' | 'owner' | 'region' | 'industry') => ({
      choices: (choices?.[key] ?? []).filter((value) => value !== null),
    });
    const plain = (
      key: 'tier' | 'owner' | 'region' | 'industry' | 'key',
      width: number,
      priority: number,
    ) => ({
      key,
      heading: key === 'owner' ? t('account.column.owner') : t(`account.field.${key}`),
      width,
      priority,
      sortable: key !== 'key',
      cell: (row: AccountLine) => row[key] ?? <Unknown />,
      text: (row: AccountLine) => row[key] ?? '',
      edit: key === 'key' ? {} : known(key),
    });
    return [
      {
        key: 'name',
        heading: t('account.column.name'),
        width: 150,
        grow: 2,
        priority: 0,
        sortable: true,
        cell: ({ name }) => (
          <span className={styles.name} title={name}>
            {name}
          </span>
        ),
        text: ({ name }) => name,
        edit: {},
      },
      {
        key: 'stage',
        heading: t('account.column.stage'),
        width: 108,
        priority: 1,
        sortable: true,
        cell: ({ stage }) =>
          stage ? <StageChip stage={stage} /> : <Unknown title={t('lifecycle.unknown')} />,
        text: ({ stage }) => (stage ? t(`lifecycle.stage.${stage}`) : ''),
      },
      {
        key: 'health',
        heading: t('account.column.health'),
        width: 112,
        priority: 2,
        sortable: true,
        cell: ({ health }) =>
          health ? (
            <HealthChip
              {...health}
              title={t('health.coverageOf', { percent: Math.round(health.coverage * 100) })}
            />
          ) : (
            <Unknown title={t('health.onlyActive')} />
          ),
        text: ({ health }) => (health?.band ? String(health.score ?? '') : ''),
      },
      {
        key: 'arr',
        heading: t('account.column.arr'),
        width: 112,
        align: 'end',
        priority: 2,
        sortable: true,
        cell: ({ arrMinor }) =>
          arrMinor === null ? (
            <Unknown title={t('account.arrUnknown')} />
          ) : (
            <span title={format.exactMoney({ minor: arrMinor, currency })}>
              {format.money({ minor: arrMinor, currency })}
            </span>
          ),
        text: ({ arrMinor }) => (arrMinor === null ? '' : String(majorUnits({ minor: arrMinor, currency }))), // a figure to count with
      },
      {
        key: 'renewal',
        heading: t('account.column.renewal'),
        width: 108,
        align: 'end',
        priority: 3,
        sortable: true,
        cell: ({ renewalOn }) => renewalOn ?? <Unknown />,
        text: ({ renewalOn }) => renewalOn ?? '',
      },
      {
        key: 'touched',
        heading: t('account.column.touched'),
        width: 92,
        align: 'end',
        priority: 7,
        sortable: true,
        cell: ({ lastTouchedOn }) =>
          lastTouchedOn ? (
            <span title={lastTouchedOn}>{format.days(daysBetween(lastTouchedOn, today))}</span>
          ) : (
            <span className={styles.unknown}>{t('account.touchedNever')}</span>
          ),
        text: ({ lastTouchedOn }) => lastTouchedOn ?? '',
      },
      {
        key: 'maturity',
        heading: t('account.column.maturity'),
        width: 88,
        priority: 5,
        cell: ({ maturity }) => maturity?.[format.language] ?? <Unknown />,
        text: ({ maturity }) => maturity?.[format.language] ?? '',
      },
      plain('owner', 104, 6),
      {
        key: 'next',
        heading: t('account.column.next'),
        width: 160,
        grow: 2,
        priority: 4,
        cell: ({ nextTask }) =>
          nextTask ? (
            <span title={nextTask.dueOn ? `${nextTask.title} · ${nextTask.dueOn}` : nextTask.title}>
              {nextTask.title}
            </span>
          ) : (
            <Unknown />
          ),
        text: ({ nextTask }) => nextTask?.title ?? '',
      },
      plain('tier', 64, 8),
      plain('region', 100, 9),
      plain('industry', 116, 10),
      {
        key: 'size',
        heading: t('account.field.size'),
        width: 80,
        priority: 11,
        sortable: true,
        cell: ({ size }) => (size ? t(`account.choice.size.${size}`) : <Unknown />),
        text: ({ size }) => (size ? t(`account.choice.size.${size}`) : ''),
        edit: { choices: sizes.map((size) => t(`account.choice.size.${size}`)), isClosed: true },
      },
      {
        key: 'tags',
        heading: t('account.field.tags'),
        width: 140,
        priority: 11,
        cell: ({ tags }) =>
          tags.length > 0 ? (
            <span title={tags.join(t('app.comma'))}>{tags.join(t('app.comma'))}</span>
          ) : (
            <Unknown />
          ),
        text: ({ tags }) => tags.join(t('app.comma')),
      },
      plain('key', 96, 12),
      ...schemes.map(({ id, name, segments: offered }, at) => ({
        key: segmentKey(id),
        heading: schemeHeading(t, name),
        width: 116,
        priority: 13 + at,
        sortable: true,
        cell: ({ segments }: AccountLine) => segments[segmentKey(id)] ?? <Unknown />,
        text: ({ segments }: AccountLine) => segments[segmentKey(id)] ?? '',
        edit: { choices: offered.map((segment) => segment.name), isClosed: true },
      })),
      ...fields.map(
        (field, at): AccountColumn => ({
          key: customFieldKey(field.id),
          heading: field.name,
          width: 116,
          priority: 13 + schemes.length + at,
          sortable: true,
          ...(field.kind === 'number' || field.kind === 'money' ? { align: 'end' as const } : {}),
          cell: ({ custom }) => {
            const text = customText(field, custom[customFieldKey(field.id)]);
            return text === null ? <Unknown /> : <span title={text}>{text}</span>;
          },
          text: ({ custom }) => {
            const held = custom[customFieldKey(field.id)];
            if (held && typeof held.value === 'number' && (field.kind === 'number' || field.kind === 'money'))
              return String(
                held.currency === null
                  ? held.value
                  : majorUnits({ minor: held.value, currency: held.currency }),
              );
            return customText(field, held) ?? '';
          },
          edit:
            field.kind === 'choice'
              ? { choices: field.choices.map(({ name }) => name), isClosed: true }
              : field.kind === 'yes-no'
                ? { choices: [t('app.yes'), t('app.no')], isClosed: true }
                : {},
        }),
      ),
    ];
  }, [t, format, today, currency, schemes, fields, customText, choices]);
}

function Unknown({ title }: { title?: string }) {
  return (
    <span className={styles.unknown} title={title}>
      –
    </span>
  );
}
