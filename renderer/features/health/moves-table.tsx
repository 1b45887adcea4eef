import { useTranslation } from 'react-i18next';
import { countMoves, gridBands, moveKind } from '../../../db/health/portfolio.ts';
import type { GoneAccount, PortfolioAccount } from '../../../db/health/portfolio-query.ts';
import type { IsoDate } from '../../../db/types/calendar.ts';
import { useFormat } from '../../lib/format.ts';
import { Card } from '../../ui/card.tsx';
import styles from './portfolio.module.css';

const tos = [...gridBands, 'left'] as const;
const froms = [...gridBands, 'joined'] as const;

/** Then × now: where the accounts stood at the end of last month and where they stand today. */
export function MovesTable({
  accounts,
  gone,
  since,
}: {
  accounts: readonly PortfolioAccount[];
  gone: readonly GoneAccount[];
  since: IsoDate;
}) {
  const { t } = useTranslation();
  const format = useFormat();
  const moves = [...accounts, ...gone].map(({ move }) => move);
  const counts = countMoves(moves);
  const kinds = moves.map(moveKind);
  const count = (kind: ReturnType<typeof moveKind>) => kinds.filter((each) => each === kind).length;
  const label = (band: (typeof tos)[number] | 'joined') =>
    band === 'left'
      ? t('health.moves.left')
      : band === 'joined'
        ? t('health.moves.joined')
        : band === 'none'
          ? t('health.grid.noGrade')
          : t(`health.band.${band}`);
  const isFirstMonth = moves.every(({ from }) => from === 'joined');
  return (
    <Card
      title={t('health.moves.title', { date: format.longDate(since) })}
      beside={
        !isFirstMonth &&
        t('health.moves.summary', {
          worse: count('worse'),
          better: count('better'),
          lost: count('lost-grade'),
        })
      }
    >
      {isFirstMonth ? (
        <p className={styles.muted}>{t('health.moves.none')}</p>
      ) : (
        <table className={styles.moves}>
          <thead>
            <tr>
              <th scope="col">{t('health.moves.axis')}</th>
              {tos.map((to) => (
                <th key={to} scope="col">
                  {label(to)}
                </th>
              ))}
              <th scope="col">{t('health.moves.then')}</th>
            </tr>
          </thead>
          <tbody>
            {froms.map((from) => (
              <tr key={from}>
                <th scope="row">{label(from)}</th>
                {tos.map((to) => {
                  const kind = moveKind({ from, to });
                  const own = counts[from][to];
                  const tone =
                    own > 0 &&
                    (kind === 'better' ? styles.better : kind ? styles.worse : from === to && styles.same);
                  return (
                    <td key={to} className={tone || undefined}>
                      {own || '·'}
                    </td>
                  );
                })}
                <td className={styles.muted}>
                  {from === 'joined' ? '' : tos.reduce((sum, to) => sum + counts[from][to], 0)}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </Card>
  );
}
