import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { type ContributionFigure, figureSource, type MoneySum } from '../../../db/contribution/rule.ts';
import { useFormat } from '../../lib/format.ts';
import styles from './contribution-page.module.css';

/** A figure with its formula and source; what the book does not record is said so, never zero. */
export function FigureRow({ figure }: { figure: ContributionFigure }) {
  const { t } = useTranslation();
  const source = figureSource[figure.key];
  return (
    <tr>
      <th scope="row">{t(`contribution.figure.${figure.key}`)}</th>
      <FigureCells figure={figure} />
      <td className={styles.muted}>{t(`contribution.formula.${figure.key}`)}</td>
      <td className={styles.muted}>{source ? t(`contribution.source.${source}`) : '–'}</td>
    </tr>
  );
}

function FigureCells({ figure }: { figure: ContributionFigure }) {
  const { t } = useTranslation();
  const format = useFormat();
  switch (figure.kind) {
    case 'money':
      return <SumCells sum={figure.sum} isYearly={figureSource[figure.key] === 'contracts'} />;
    case 'share': {
      const { part, cases } = figure.share;
      return (
        <>
          <td className="tabular">
            {cases === 0 ? t('qbr.practice.undefined') : format.percent(part / cases)}
          </td>
          <td className="tabular">
            {t('contribution.ofCases', { part: format.number(part), count: cases })}
            {figure.unscored > 0 && <Remark>{t('contribution.unscored', { count: figure.unscored })}</Remark>}
          </td>
        </>
      );
    }
    case 'count':
      return (
        <>
          <td className="tabular">{format.number(figure.count)}</td>
          <td className="tabular">{t('contribution.withAccounts', { count: figure.accounts })}</td>
        </>
      );
    case 'not-recorded':
      return (
        <>
          <td className={styles.muted}>{t('contribution.notRecorded')}</td>
          <td className={styles.muted}>–</td>
        </>
      );
  }
}

/** The amounts, one per currency, all together where the book has the rates, and the number of cases. */
export function SumCells({ sum, isYearly = false }: { sum: MoneySum; isYearly?: boolean }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { amounts, inBase, missingRates, cases, unknown } = sum;
  const isConverted = inBase !== null && amounts.some(({ currency }) => currency !== inBase.currency);
  return (
    <>
      <td className="tabular">
        {amounts.length === 0 && (
          <span className={styles.muted}>
            {t(cases === 0 ? 'contribution.none' : 'contribution.unknown')}
          </span>
        )}
        {amounts.map((money) => (
          <div key={money.currency}>
            {format.exactMoney(money)} {isYearly && <Remark>{t('contribution.perYear')}</Remark>}
          </div>
        ))}
        {isConverted && (
          <Remark>
            {t('contribution.inBase', { currency: inBase.currency })} {format.exactMoney(inBase)}
          </Remark>
        )}
        {missingRates.length > 0 && (
          <Remark>{t('contribution.noRate', { currencies: missingRates.join(', ') })}</Remark>
        )}
      </td>
      <td className="tabular">
        {t('contribution.casesShort', { count: cases })}{' '}
        {unknown > 0 && <Remark>{t('contribution.worthUnknown', { count: unknown })}</Remark>}
      </td>
    </>
  );
}

function Remark({ children }: { children: ReactNode }) {
  return <span className={styles.beside}>{children}</span>;
}
