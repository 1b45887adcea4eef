import { useMutation } from '@tanstack/react-query';
import { Button } from 'antd';
import { ArrowDown, ArrowUp, Pencil, X } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { stepSize } from '../../../db/maturity/plan.ts';
import { api } from '../../lib/api.ts';
import { notify } from '../../lib/notices.ts';
import { Card } from '../../ui/card.tsx';
import { Chip } from '../../ui/chip.tsx';
import { SignButton } from '../../ui/sign-button.tsx';
import type { ShownAssessment, ShownStep } from './assessment-type.ts';
import { StepDialog, withoutStep } from './step-dialog.tsx';
import styles from './table.module.css';
import { useModelWords } from './use-model-words.ts';

/** The steps kept, in the order they are to be done, each reworded, dated, moved or dropped. */
export function SavedPlan({ assessment }: { assessment: ShownAssessment }) {
  const { id, model, steps } = assessment;
  const { t } = useTranslation();
  const labels = useModelWords(model);
  const [edited, setEdited] = useState<ShownStep | 'new' | null>(null);
  const { mutate: move } = useMutation(api.assessment.step.move.mutationOptions());
  const { mutate: drop } = useMutation(
    api.assessment.step.drop.mutationOptions({
      onSuccess: () => notify({ text: t('assessment.plan.dropped'), canUndo: true }),
    }),
  );
  const { mutate: makeTasks, isPending } = useMutation(
    api.assessment.step.makeTasks.mutationOptions({
      onSuccess: () => notify({ text: t('assessment.plan.tasksMade'), canUndo: true }),
    }),
  );
  const add = withoutStep(model, steps).length > 0 && (
    <Button size="small" onClick={() => setEdited('new')}>
      {t('assessment.plan.add')}
    </Button>
  );
  const dialog = edited && (
    <StepDialog
      assessment={assessment}
      step={edited === 'new' ? null : edited}
      onClose={() => setEdited(null)}
    />
  );
  if (steps.length === 0)
    return (
      <Card title={t('assessment.plan.kept')} action={add}>
        <p>{t('assessment.plan.none')}</p>
        {dialog}
      </Card>
    );
  const hasNew = steps.some(({ taskId }) => taskId === null);
  return (
    <Card
      title={t('assessment.plan.kept')}
      beside={t('assessment.plan.done', {
        done: steps.filter(({ doneOn }) => doneOn !== null).length,
        count: steps.length,
      })}
      action={
        <>
          {add}
          {hasNew && (
            <Button size="small" loading={isPending} onClick={() => makeTasks({ id })}>
              {t('assessment.plan.makeTasks')}
            </Button>
          )}
        </>
      }
    >
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">#</th>
            <th scope="col">{t('maturity.step')}</th>
            <th scope="col">{t('maturity.owner')}</th>
            <th scope="col">{t('maturity.effort')}</th>
            <th scope="col">{t('assessment.plan.from')}</th>
            <th scope="col">{t('assessment.plan.to')}</th>
            <th scope="col">{t('assessment.plan.task')}</th>
            <th scope="col">
              <span className="visually-hidden">{t('assessment.plan.actions')}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {steps.map((step, at) => (
            <tr key={step.id} className={styles.top}>
              <td className="tabular">{at + 1}</td>
              <td className={styles.prose}>
                {step.step} <span className={styles.aside}>{labels.indicator(step.indicator)}</span>
              </td>
              <td>{step.owner ?? '–'}</td>
              <td>{t(`maturity.size.${stepSize(step.effort)}`)}</td>
              <td className="tabular">{step.fromOn ?? '–'}</td>
              <td className="tabular">{step.toOn ?? '–'}</td>
              <td>
                {step.doneOn !== null ? (
                  <Chip tone="good" shape="healthy" title={step.doneOn}>
                    {t('assessment.plan.isDone')}
                  </Chip>
                ) : (
                  <Chip shape="ungraded">
                    {t(step.taskId === null ? 'assessment.plan.noTask' : 'assessment.plan.isOpen')}
                  </Chip>
                )}
              </td>
              <td>
                <SignButton
                  label={t('assessment.plan.edit', { number: at + 1 })}
                  icon={<Pencil size={14} aria-hidden />}
                  onClick={() => setEdited(step)}
                />
                <SignButton
                  label={t('assessment.plan.up', { number: at + 1 })}
                  icon={<ArrowUp size={14} aria-hidden />}
                  isOff={at === 0}
                  onClick={() => move({ id, step: step.id, direction: 'up' })}
                />
                <SignButton
                  label={t('assessment.plan.down', { number: at + 1 })}
                  icon={<ArrowDown size={14} aria-hidden />}
                  isOff={at === steps.length - 1}
                  onClick={() => move({ id, step: step.id, direction: 'down' })}
                />
                <SignButton
                  label={t('assessment.plan.drop', { number: at + 1 })}
                  icon={<X size={14} aria-hidden />}
                  onClick={() => drop({ id, step: step.id })}
                />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {dialog}
    </Card>
  );
}
