import { useTranslation } from 'react-i18next';
import type { ValueState } from '../../../db/value/point.ts';
import styles from './state-sign.module.css';

const signs: Readonly<Record<ValueState, string>> = { needed: '○', sold: '◔', adopted: '◑', proven: '●' };

/** How far a value point has come, as a filling circle and a word. */
export function StateSign({ state }: { state: ValueState }) {
  const { t } = useTranslation();
  return (
    <span className={`${styles.state} ${styles[state]}`}>
      <span aria-hidden="true">{signs[state]}</span> {t(`valuePoint.state.${state}`)}
    </span>
  );
}
