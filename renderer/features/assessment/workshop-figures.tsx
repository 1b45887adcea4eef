import { useQuery } from '@tanstack/react-query';
import { Button, InputNumber } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type MaturityMeasure, type MeasureFigures, measured } from '../../../db/maturity/measure.ts';
import type { IsoDate } from '../../../db/types/calendar.ts';
import { api } from '../../lib/api.ts';
import { useFormat } from '../../lib/format.ts';
import { useMeasureWords } from './use-measure-words.ts';
import styles from './workshop-figures.module.css';

/** The figures a level follows from: typed, or taken from the book where it has them. */
export function WorkshopFigures({
  measure,
  figures,
  on,
  onGive,
}: {
  measure: MaturityMeasure;
  figures: MeasureFigures;
  /** The day of the assessment, which the book is asked about. */
  on: IsoDate;
  onGive: (figures: MeasureFigures) => void;
}) {
  const { t } = useTranslation();
  const { language } = useFormat();
  const labels = useMeasureWords();
  const [typed, setTyped] = useState(figures);
  const [isTyping, setTyping] = useState(false);
  const [seen, setSeen] = useState(figures);
  // What the book has now (an undo, say) takes the place of what was typed, but never under the user's fingers.
  if (!isTyping && !isSame(seen, figures)) {
    setSeen(figures);
    setTyped(figures);
  }
  const { data: book } = useQuery({
    ...api.assessment.bookFigures.queryOptions({ on }),
    enabled: measure.inputs.some(({ source }) => source !== null),
  });
  const fromBook = measure.inputs.flatMap(({ key, source }) =>
    source !== null && book ? [[key, book[source]] as const] : [],
  );
  const { value, dividesByZero } = measured(measure, typed);
  const give = (next: MeasureFigures) => {
    setTyped(next);
    if (!isSame(next, figures)) onGive(next);
  };
  return (
    <section className={styles.figures} aria-label={t('maturity.figures.label')}>
      <div className={styles.inputs}>
        {measure.inputs.map(({ key, name, unit }) => (
          <div key={key} className={styles.input}>
            <span aria-hidden="true">{name[language]}</span>
            <InputNumber<number>
              aria-label={name[language]}
              controls={false}
              min={0}
              max={1e12}
              value={typed[key] ?? null}
              suffix={labels.unit(unit)}
              onChange={(figure) => setTyped(withFigure(typed, key, figure))}
              onFocus={() => setTyping(true)}
              onBlur={() => {
                setTyping(false);
                give(typed);
              }}
              onPressEnter={() => give(typed)}
            />
          </div>
        ))}
        {fromBook.length > 0 && (
          <Button onClick={() => give({ ...typed, ...Object.fromEntries(fromBook) })}>
            {t('maturity.figures.fromBook', { date: on })}
          </Button>
        )}
      </div>
      <p className={styles.outcome} aria-live="polite">
        {labels.formula(measure)}
        <b className="tabular">
          {' = '}
          {value === null ? '–' : labels.value(measure, value)}
        </b>
        {dividesByZero && <span className={styles.none}>{t('maturity.figures.dividesByZero')}</span>}
      </p>
    </section>
  );
}

function withFigure(figures: MeasureFigures, key: string, figure: number | null): MeasureFigures {
  const others = Object.entries(figures).filter(([each]) => each !== key);
  return Object.fromEntries(figure === null ? others : [...others, [key, figure]]);
}

function isSame(a: MeasureFigures, b: MeasureFigures): boolean {
  const keys = Object.keys(a);
  return keys.length === Object.keys(b).length && keys.every((key) => a[key] === b[key]);
}
