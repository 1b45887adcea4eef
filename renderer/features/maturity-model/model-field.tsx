import { Checkbox, Input, InputNumber, Select } from 'antd';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { measureDirections, measureUnits } from '../../../db/maturity/measure.ts';
import { dimensionRoles, maturitySubjects } from '../../../db/maturity/model.ts';
import { useFormat } from '../../lib/format.ts';
import type { Editing } from './editing.ts';
import { indicatorsIn, keyedNames } from './keyed-names.ts';
import styles from './model-section.module.css';
import { placeWords } from './place-words.ts';

/** A figure, a choice, a yes or no, or a reference to another part of the model. */
export function ModelField({
  editing,
  path,
  value,
}: {
  editing: Editing;
  path: string;
  value: string | number | boolean | null;
}) {
  const { t } = useTranslation();
  const id = useId();
  // The lowest level begins at no mark.
  const mark = /\.marks\.(\d+)$/.exec(path)?.[1];
  const label =
    mark === undefined
      ? (placeWords(path, t).split(' › ').at(-1) ?? '')
      : t('maturityModel.beginsAt', { level: Number(mark) + 2 });
  const codes = editing.problems.filter((problem) => problem.path === path);
  const options = useOptions(editing, path);
  const save = (next: string | number | boolean | null) => {
    if (next !== value) editing.edit(path, next);
  };
  if (value === null && !options && !mark && !/(^|\.)from$/.test(path)) return null;
  if (typeof value === 'boolean')
    return (
      <Checkbox checked={value} onChange={({ target }) => save(target.checked)}>
        {label}
      </Checkbox>
    );
  return (
    <div className={styles.field}>
      <label htmlFor={id}>{label}</label>
      {options ? (
        <Select
          id={id}
          aria-label={label}
          value={String(value ?? '')}
          options={options}
          popupMatchSelectWidth={false}
          style={{ minWidth: 150 }}
          onChange={(chosen) => save(chosen === '' ? null : chosen)}
        />
      ) : typeof value === 'string' ? (
        <TextField id={id} value={value} onSave={save} />
      ) : (
        <Figure id={id} value={value} onSave={save} />
      )}
      {codes.map(({ code }) => (
        <span key={code} className={styles.problem}>
          {t(`maturityModel.problem.${code}`)}
        </span>
      ))}
    </div>
  );
}

/** Saved when it is left, so that 1, 12 and 12.5 are not three versions of the same thought. */
function Figure({
  id,
  value,
  onSave,
}: {
  id: string;
  value: number | null;
  onSave: (value: number | null) => void;
}) {
  const [typed, setTyped] = useState<{ readonly figure: number | null } | null>(null);
  return (
    <InputNumber
      id={id}
      style={{ width: 110 }}
      value={typed ? typed.figure : value}
      onChange={(figure) => setTyped({ figure })}
      onBlur={() => {
        if (typed && typed.figure !== null) onSave(typed.figure);
        setTyped(null);
      }}
    />
  );
}

function TextField({ id, value, onSave }: { id: string; value: string; onSave: (value: string) => void }) {
  const [typed, setTyped] = useState<string | null>(null);
  return (
    <Input
      id={id}
      value={typed ?? value}
      onChange={({ target }) => setTyped(target.value)}
      onBlur={() => {
        if (typed !== null) onSave(typed.trim());
        setTyped(null);
      }}
    />
  );
}

/** What may be chosen at a place; null where it is no choice. */
function useOptions({ document }: Editing, path: string): { value: string; label: string }[] | null {
  const { t } = useTranslation();
  const { language } = useFormat();
  const none = { value: '', label: t('maturityModel.none') };
  const part = path.split('.').at(-1);
  const stages = () =>
    keyedNames(document, 'stages').map(({ key, name }) => ({ value: key, label: name[language] || key }));
  switch (part) {
    case 'subject':
      return maturitySubjects.map((value) => ({ value, label: t(`assessment.subjectKind.${value}`) }));
    case 'role':
      return dimensionRoles.map((value) => ({ value, label: t(`maturityModel.role.${value}`) }));
    case 'fromStage':
      return stages();
    case 'leadsTo':
      return [none, ...stages()];
    case 'indicator':
      return [
        none,
        ...indicatorsIn(document).map(({ key, name }) => ({ value: key, label: name[language] || key })),
      ];
    case 'unit':
      return measureUnits.map((value) => ({ value, label: t(`maturityModel.unit.${value}`) }));
    case 'better':
      return measureDirections.map((value) => ({ value, label: t(`maturityModel.better.${value}`) }));
    default:
      return null;
  }
}
