import { useQuery } from '@tanstack/react-query';
import { Button, Drawer } from 'antd';
import type { TFunction } from 'i18next';
import { History } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Row } from '../../../db/change/row-as-of-query.ts';
import { type Noun, tableOf } from '../../../db/kernel/define.ts';
import { valuesIn } from '../../../db/kernel/field.ts';
import { nouns } from '../../../db/nouns.ts';
import { addMonths, type IsoDate } from '../../../db/types/calendar.ts';
import { api } from '../../lib/api.ts';
import { useCustomText } from '../../lib/custom-field.ts';
import { useFormat } from '../../lib/format.ts';
import { useFieldText } from '../../noun/field-text.ts';
import { useNounLabels } from '../../noun/noun-labels.ts';
import { DateInput } from '../../ui/date-input.tsx';
import { Fact, Facts } from '../../ui/facts.tsx';
import styles from './account-as-of.module.css';
import { assessmentText, contractText, moreParts, partText, written } from './as-of-words.ts';

/** The button that goes back in time with an account. */
export function AccountAsOf({ accountId }: { accountId: number }) {
  const { t } = useTranslation();
  const [isOpen, setOpen] = useState(false);
  const { data: status } = useQuery(api.book.status.queryOptions());
  return (
    <>
      <Button icon={<History size={14} />} onClick={() => setOpen(true)}>
        {t('change.asOf.open')}
      </Button>
      {isOpen && status && (
        <AsOfDrawer accountId={accountId} today={status.today} onClose={() => setOpen(false)} />
      )}
    </>
  );
}

const facts = [
  ['name', 'name'],
  ['legalName', 'legal_name'],
  ['industry', 'industry'],
  ['size', 'size'],
  ['region', 'region'],
  ['tier', 'tier'],
  ['owner', 'owner'],
  ['salesOwner', 'sales_owner'],
  ['status', 'status'],
  ['key', 'key'],
  ['tags', 'tags'],
  ['customerSince', 'customer_since'],
  ['description', 'description'],
] as const;

function AsOfDrawer({
  accountId,
  today,
  onClose,
}: {
  accountId: number;
  today: IsoDate;
  onClose: () => void;
}) {
  const { t } = useTranslation();
  const format = useFormat();
  const customText = useCustomText();
  const [date, setDate] = useState<IsoDate>(addMonths(today, -1));
  const { data } = useQuery(api.change.accountAsOf.queryOptions({ accountId, date }));
  return (
    <Drawer open size={480} title={t('change.asOf.title')} onClose={onClose}>
      <DateInput
        aria-label={t('change.asOf.date')}
        allowClear={false}
        value={date}
        onChange={(chosen) => chosen && setDate(chosen)}
      />
      {data && !data.account && <p className={styles.none}>{t('change.asOf.notYet', { date })}</p>}
      {data?.account && (
        <>
          <div className={styles.facts}>
            <Facts>
              {facts.map(([field, column]) => (
                <Fact key={field} name={t(`account.field.${field}`)}>
                  {choiceText(t, field, data.account?.[column])}
                </Fact>
              ))}
              {data.custom.map(({ id, name, kind, value, choice }) => (
                <Fact key={id} name={name}>
                  {choice ?? customText({ kind, choices: [] }, value)}
                </Fact>
              ))}
            </Facts>
          </div>
          <Part title={t('segment.title')} rows={data.segments}>
            {({ scheme, segment }) => `${scheme} · ${segment}`}
          </Part>
          <Part title={t('contract.list')} rows={data.rows.contract ?? []}>
            {(row) => contractText(row, data.rows.contract_price ?? [], date, format)}
          </Part>
          <Part title={t('contact.list')} rows={data.rows.contact ?? []}>
            {(row) => [row.name, row.title].filter(Boolean).join(' · ')}
          </Part>
          <Part title={t('task.list')} rows={data.rows.task ?? []}>
            {(row) => `${written(row.title)} · ${written(row.due_on)}`}
          </Part>
          <Part title={t('timeline.title')} rows={data.rows.note ?? []}>
            {(row) => `${written(row.occurred_on)} · ${written(row.body)}`}
          </Part>
          <Part title={t('change.asOf.part.assessment')} rows={data.assessments}>
            {(assessment) => assessmentText(assessment, t, format)}
          </Part>
          {moreParts.map((part) => (
            <Part key={part} title={t(`change.asOf.part.${part}`)} rows={data.rows[part] ?? []}>
              {(row) => partText(part, row, t, format)}
            </Part>
          ))}
          {nouns.map((noun) => (
            <DeclaredPart key={noun.name} noun={noun} rows={data.rows[tableOf(noun)] ?? []} />
          ))}
        </>
      )}
    </Drawer>
  );
}

/** The rows of a declared noun, each in the line its definition gives. */
function DeclaredPart({ noun, rows }: { noun: Noun; rows: readonly Row[] }) {
  const labels = useNounLabels(noun);
  const textOf = useFieldText(labels);
  return (
    <Part title={labels.of('title')} rows={rows}>
      {(row) => {
        const values = valuesIn(noun, row);
        return noun.line
          .flatMap((key) => {
            const field = noun.fields[key];
            return field ? [written(textOf(key, field, values[key] ?? null))] : [];
          })
          .join(' · ');
      }}
    </Part>
  );
}

function Part<Reported extends { readonly id: number }>({
  title,
  rows,
  children,
}: {
  title: string;
  rows: readonly Reported[];
  children: (row: Reported) => string;
}) {
  if (rows.length === 0) return null;
  return (
    <section>
      <h3 className={styles.part}>
        {title} {rows.length}
      </h3>
      <ul>
        {rows.map((row) => (
          <li key={row.id} className={styles.row}>
            {children(row)}
          </li>
        ))}
      </ul>
    </section>
  );
}

/** A fact of the account as its form says it: a status by its word, tags in a row, everything else as it was typed. */
function choiceText(t: TFunction, field: (typeof facts)[number][0], value: unknown): string {
  if (field === 'size' && (value === 'small' || value === 'mid' || value === 'large'))
    return t(`account.choice.size.${value}`);
  if (field === 'status' && (value === 'prospect' || value === 'active' || value === 'churned'))
    return t(`account.choice.status.${value}`);
  if (field === 'tags') return (JSON.parse(String(value ?? '[]')) as string[]).join(t('grid.and'));
  return value === null || value === undefined ? '' : String(value);
}
