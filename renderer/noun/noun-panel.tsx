import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { Plus } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { NounRow } from '../../db/kernel/define.ts';
import { isOpen } from '../../db/kernel/field.ts';
import type { AnyNoun } from '../../db/nouns.ts';
import { api } from '../lib/api.ts';
import { Card } from '../ui/card.tsx';
import { FieldCell } from './field-cell.tsx';
import { NounForm } from './noun-form.tsx';
import { useNounLabels } from './noun-labels.ts';
import styles from './noun-panel.module.css';

/** Rows shown before the user asks for the rest. */
const fewRows = 6;

/** An account's rows of a declared noun, what is open first, each opened in its form. */
export function NounPanel({ noun, accountId }: { noun: AnyNoun; accountId: number }) {
  const { t } = useTranslation();
  const labels = useNounLabels(noun);
  const { data: rows } = useQuery(api.noun.list.queryOptions({ noun: noun.name, filter: { accountId } }));
  const { data: status } = useQuery(api.book.status.queryOptions());
  const [edited, setEdited] = useState<NounRow | 'new' | null>(null);
  const [isWhole, setWhole] = useState(false);
  if (!rows || !status) return null;
  const open = noun.open ? rows.filter(({ values }) => isOpen(noun, values)).length : rows.length;
  const shown = isWhole ? rows : rows.slice(0, fewRows);
  return (
    <Card
      title={labels.of('title')}
      beside={open > 0 && labels.of('count', { count: open })}
      action={
        <>
          {noun.page && rows.length > 0 && <Link to={noun.page}>{t('noun.allOf')}</Link>}
          <Button
            size="small"
            type="text"
            icon={<Plus size={13} />}
            aria-label={labels.of('new')}
            onClick={() => setEdited('new')}
          />
        </>
      }
    >
      {rows.length === 0 && <p className={styles.empty}>{labels.of('empty.teach')}</p>}
      <ul>
        {shown.map((row) => (
          <li key={row.id} className={`${styles.row} ${isOpen(noun, row.values) ? '' : styles.closed}`}>
            <button type="button" className={styles.title} onClick={() => setEdited(row)}>
              {String(row.values[noun.title] ?? '–')}
            </button>
            <div className={styles.facts}>
              {noun.line
                .filter((key) => key !== noun.title)
                .map((key) => (
                  <FieldCell
                    key={key}
                    noun={noun}
                    name={key}
                    row={row}
                    today={status.today}
                    labels={labels}
                  />
                ))}
            </div>
          </li>
        ))}
      </ul>
      {shown.length < rows.length && (
        <Button size="small" type="text" onClick={() => setWhole(true)}>
          {t('noun.more', { count: rows.length - shown.length })}
        </Button>
      )}
      {edited && (
        <NounForm
          noun={noun}
          row={edited === 'new' ? null : edited}
          accountId={accountId}
          onClose={() => setEdited(null)}
        />
      )}
    </Card>
  );
}
