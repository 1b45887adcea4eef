import { Button, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { newChoice } from '../../../db/custom-field/own-column.ts';
import type { ImportNoun } from '../../../db/import/noun.ts';
import type { ColumnAnswer } from '../../../electron/import/check.ts';
import { Segmented } from '../../ui/segmented.tsx';
import type { PreviewedTable } from './answered.ts';
import { useFieldWords } from './field-words.ts';
import styles from './import.module.css';
import { type SheetChoice, say } from './import-store.ts';
import { useImportFields } from './use-import-fields.ts';

/** Cells of one column with the same trouble: how many, which, and what can be done about them. */
export function ProblemCard({
  problem,
  noun,
  sheet,
  choice,
  heading,
  field,
}: {
  problem: PreviewedTable['problems'][number];
  noun: ImportNoun;
  sheet: number;
  choice: SheetChoice;
  heading: string;
  field: string;
}) {
  const { t } = useTranslation();
  const { fieldLabel, isOpen, valueLabel } = useFieldWords();
  const fields = useImportFields();
  const { column, code, count, examples, values } = problem;
  const choices = fields?.[noun].find(({ key }) => key === field)?.choices ?? [];
  const answer = choice.answers[column] ?? {};
  const answerWith = (stated: ColumnAnswer) =>
    say(sheet, { ...choice, answers: { ...choice.answers, [column]: { ...answer, ...stated } } });
  const blanked = choice.blanked.includes(column);
  return (
    <section className={styles.problem} aria-label={`${heading}: ${t(`import.problem.${code}`, { count })}`}>
      <div className={styles.reported}>
        <strong>{fieldLabel(noun, field)}</strong>
        <span>{t(`import.problem.${code}`, { count })}</span>
        <span className={styles.hint}>
          {examples.map(({ row, value }) => t('import.inRow', { row, value })).join(' · ')}
        </span>
      </div>
      {code === 'ambiguous-date' && (
        <Segmented
          label={t('import.dateOrder.label')}
          value={answer.dateOrder ?? null}
          options={(['day-first', 'month-first'] as const).map((value) => ({
            value,
            label: t(`import.dateOrder.${value}`),
          }))}
          onChange={(dateOrder) => answerWith({ dateOrder })}
        />
      )}
      {code === 'ambiguous-number' && (
        <Segmented
          label={t('import.decimalSign.label')}
          value={answer.decimalSign ?? null}
          options={(['point', 'comma'] as const).map((value) => ({
            value,
            label: t(`import.decimalSign.${value}`),
          }))}
          onChange={(decimalSign) => answerWith({ decimalSign })}
        />
      )}
      {values.map(({ value, count: times }) => (
        <div key={value} className={styles.meaning}>
          <span>
            {t('import.means', { value })} <span className={styles.hint}>×{times}</span>
          </span>
          <Select
            size="small"
            aria-label={t('import.means', { value })}
            style={{ width: 180 }}
            value={answer.choices?.[value] ?? null}
            placeholder={t('import.treat.out')}
            options={[
              ...choices.map(({ value: key }) => ({ value: key, label: valueLabel(noun, field, key) })),
              ...(isOpen(noun, field)
                ? [{ value: `${newChoice}${value}`, label: t('import.create', { value }) }]
                : []),
              { value: '', label: t('import.nothing') },
            ]}
            onChange={(key) => answerWith({ choices: { ...answer.choices, [value]: key ?? '' } })}
          />
        </div>
      ))}
      {code === 'required' && (
        <Button
          size="small"
          onClick={() => say(sheet, { ...choice, filledDown: [...(choice.filledDown ?? []), column] })}
        >
          {t('import.fix.fillFromAbove')}
        </Button>
      )}
      {code !== 'required' && (
        <Segmented
          label={t('import.treat.label')}
          value={blanked ? 'blank' : 'out'}
          options={(['out', 'blank'] as const).map((value) => ({ value, label: t(`import.treat.${value}`) }))}
          onChange={(value) =>
            say(sheet, {
              ...choice,
              blanked:
                value === 'blank'
                  ? [...choice.blanked, column]
                  : choice.blanked.filter((each) => each !== column),
            })
          }
        />
      )}
    </section>
  );
}
