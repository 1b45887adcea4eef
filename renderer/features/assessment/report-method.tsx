import { useTranslation } from 'react-i18next';
import { useFormat } from '../../lib/format.ts';
import { Card } from '../../ui/card.tsx';
import { Fact, Facts } from '../../ui/facts.tsx';
import type { PrintedAssessment } from './assessment-type.ts';
import styles from './report.module.css';

/** How the figures came about, so that a reader can work them out again. */
export function ReportMethod({ printed: { view, method } }: { printed: PrintedAssessment }) {
  const { t } = useTranslation();
  const { language, score } = useFormat();
  const { model } = view;
  return (
    <section className={styles.chapter}>
      <h2>{t('assessment.file.method')}</h2>
      <Card
        title={t('maturity.method.scoring')}
        beside={t('assessment.file.version', { model: model.name[language], version: model.version })}
      >
        {model.purpose[language] && <p className={styles.purpose}>{model.purpose[language]}</p>}
        <ul className={styles.rules}>
          {method.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      </Card>
      <Card title={t('maturity.scores')}>
        <dl className={`${styles.asks} ${styles.pairs}`}>
          {model.dimensions.map(({ key, name, role, asks }) => (
            <div key={key}>
              <dt>
                {name[language]}
                {role === 'enabler' && ` · ${t('maturity.enabler')}`}
              </dt>
              <dd>{asks[language]}</dd>
            </div>
          ))}
        </dl>
      </Card>
      <div className={styles.columns}>
        <Card title={t('maturity.method.scale')}>
          <Facts>
            {model.scale.map(({ level, name }) => (
              <Fact key={level} name={String(level)}>
                {name[language]}
              </Fact>
            ))}
          </Facts>
        </Card>
        <Card title={t('maturity.method.stages')}>
          <dl className={styles.asks}>
            {model.stages.map(({ key, name, from, meaning }) => (
              <div key={key}>
                <dt>
                  {name[language]}
                  {from !== null && <span> {t('assessment.report.from', { score: score(from) })}</span>}
                </dt>
                <dd>{meaning[language]}</dd>
              </div>
            ))}
          </dl>
        </Card>
      </div>
    </section>
  );
}
