import { useTranslation } from 'react-i18next';
import type { CommitmentShown } from '../../../db/qbr/content.ts';
import { client } from '../../lib/api.ts';
import { Card } from '../../ui/card.tsx';
import { Chip, type Tone } from '../../ui/chip.tsx';
import { Segmented } from '../../ui/segmented.tsx';
import styles from './qbr.module.css';
import { useAction } from './use-action.ts';

const tones: Readonly<Record<CommitmentShown['status'], Tone>> = {
  kept: 'good',
  partly: 'warn',
  broken: 'bad',
  open: 'plain',
};
const scores = ['kept', 'partly', 'broken'] as const;

/** Every earlier commitment of either side, each to be scored; those not due yet wait. */
export function CommitmentCard({
  commitments,
  canScore,
}: {
  commitments: readonly CommitmentShown[];
  canScore: boolean;
}) {
  const { t } = useTranslation();
  const { run } = useAction();
  const due = commitments.filter(({ isPending }) => !isPending);
  const counted = t('qbr.scoredOf', {
    scored: due.filter(({ status }) => status !== 'open').length,
    count: due.length,
  });
  return (
    <Card title={t('qbr.section.commitments')} beside={due.length > 0 ? counted : undefined}>
      {commitments.length === 0 ? (
        <p className={styles.muted}>{t('qbr.noCommitments')}</p>
      ) : (
        <div className={styles.scroll}>
          <table className={styles.table}>
            <thead>
              <tr>
                <th>{t('qbr.commitment')}</th>
                <th>{t('qbr.promisedBySide')}</th>
                <th>{t('qbr.dueOn')}</th>
                <th>{t('qbr.score')}</th>
              </tr>
            </thead>
            <tbody>
              {commitments.map(({ id, text, side, promisedBy, dueOn, status, isPending }) => (
                <tr key={id ?? text}>
                  <td className={styles.name}>{text}</td>
                  <td>
                    {t(`qbr.side.${side}`)}
                    {promisedBy && <span className={styles.muted}> · {promisedBy}</span>}
                  </td>
                  <td className={styles.nowrap}>{dueOn ?? '–'}</td>
                  <td className={styles.nowrap}>
                    {canScore && id !== undefined && !isPending ? (
                      <Segmented
                        label={t('qbr.scoreOf', { commitment: text })}
                        options={scores.map((value) => ({ value, label: t(`qbr.scored.${value}`) }))}
                        value={status === 'open' ? null : status}
                        onChange={(score) => run(() => client.commitment.score.mutate({ id, status: score }))}
                      />
                    ) : (
                      <Chip tone={tones[status]}>
                        {t(isPending ? 'qbr.scored.pending' : `qbr.scored.${status}`)}
                      </Chip>
                    )}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </Card>
  );
}
