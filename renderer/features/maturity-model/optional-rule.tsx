import { Checkbox } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Editing } from './editing.ts';
import styles from './model-section.module.css';
import { placeWords } from './place-words.ts';

/** Rules a model may do without. */
export function isOptionalRule(path: string): boolean {
  return path === 'scoring.floor' || path === 'scoring.enablers';
}

/** A rule switched on and off; switched on it begins with one step. */
export function OptionalRule({
  editing,
  path,
  isOn,
  children,
}: {
  editing: Editing;
  path: string;
  isOn: boolean;
  /** Its fields, while it is on. */
  children: ReactNode;
}) {
  const { t } = useTranslation();
  return (
    <div className={styles.rule}>
      <Checkbox checked={isOn} onChange={() => editing.edit(path, isOn ? null : { above: 1 })}>
        {placeWords(path, t).split(' › ').at(-1)}
      </Checkbox>
      {isOn && children}
      {editing.problems
        .filter((problem) => problem.path === path)
        .map(({ code }) => (
          <span key={code} className={styles.problem}>
            {t(`maturityModel.problem.${code}`)}
          </span>
        ))}
    </div>
  );
}
