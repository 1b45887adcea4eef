import { useMutation } from '@tanstack/react-query';
import { Button } from 'antd';
import { ArrowDown, ArrowUp } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Scheme, SegmentLine } from '../../../db/segment/scheme-query.ts';
import { api } from '../../lib/api.ts';
import { useFormat } from '../../lib/format.ts';
import { Chip } from '../../ui/chip.tsx';
import styles from './segment-table.module.css';
import { useRuleWords } from './use-rule-words.ts';

/** The segments of a scheme in the order their rules are tried, with what each comes to. */
export function SegmentTable({ scheme, currency }: { scheme: Scheme; currency: string }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { ruleText } = useRuleWords(currency);
  const { mutate: reorder } = useMutation(api.segment.reorder.mutationOptions());
  const { segments } = scheme;
  const move = (at: number, by: -1 | 1) => {
    const ids = segments.map(({ id }) => id);
    const [moved] = ids.splice(at, 1);
    if (moved !== undefined) ids.splice(at + by, 0, moved);
    reorder({ schemeId: scheme.id, segmentIds: ids });
  };
  if (segments.length === 0) return <p className={styles.none}>{t('segment.noneIn')}</p>;
  return (
    <table className={styles.table}>
      <thead>
        <tr>
          <th scope="col">{t('segment.column.name')}</th>
          <th scope="col" className={styles.end}>
            {t('segment.column.accounts')}
          </th>
          <th scope="col" className={styles.end}>
            {t('segment.column.arr')}
          </th>
          <th scope="col">{t('segment.column.service')}</th>
          <th scope="col" className={styles.wide}>
            {t('segment.column.rule')}
          </th>
          <th scope="col">{t('segment.column.fit')}</th>
          <th scope="col">
            <span className="visually-hidden">{t('segment.column.order')}</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {segments.map((segment, at) => (
          <tr key={segment.id}>
            <th scope="row">
              <Link to={`/segments/${segment.id}`} className={styles.link}>
                {segment.name}
              </Link>
            </th>
            <td className={styles.end}>{format.number(segment.accounts)}</td>
            <td className={styles.end}>{arrText(segment)}</td>
            <td>{serviceText(segment)}</td>
            <td className={styles.rule} title={segment.rule ? ruleText(segment.rule) : undefined}>
              {segment.rule ? ruleText(segment.rule) : t('segment.byHand')}
            </td>
            <td>
              {segment.isValidated ? (
                <Chip tone="good" shape="healthy">
                  {t('segment.validated')}
                </Chip>
              ) : (
                <Chip shape="ungraded">{t('segment.notValidated')}</Chip>
              )}
            </td>
            <td className={styles.order}>
              <Button
                type="text"
                size="small"
                icon={<ArrowUp size={13} />}
                aria-label={t('segment.moveUp', { name: segment.name })}
                disabled={at === 0}
                onClick={() => move(at, -1)}
              />
              <Button
                type="text"
                size="small"
                icon={<ArrowDown size={13} />}
                aria-label={t('segment.moveDown', { name: segment.name })}
                disabled={at === segments.length - 1}
                onClick={() => move(at, 1)}
              />
            </td>
          </tr>
        ))}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row">{t('segment.unplaced')}</th>
          <td className={styles.end}>{format.number(scheme.unplaced)}</td>
          <td colSpan={5} />
        </tr>
      </tfoot>
    </table>
  );

  function arrText({ accounts, arrMinor, arrUnknown }: SegmentLine): string {
    if (accounts === 0) return '–';
    const sum = format.money({ minor: arrMinor, currency });
    return arrUnknown > 0 ? t('segment.arrPartly', { sum, count: arrUnknown }) : sum;
  }

  function serviceText({ touch, reviewsPerYear }: SegmentLine): string {
    const parts = [
      touch && t(`segment.touch.${touch}`),
      reviewsPerYear && t('segment.reviews', { count: reviewsPerYear }),
    ].filter((part) => typeof part === 'string');
    return parts.length > 0 ? parts.join(' · ') : '–';
  }
}
