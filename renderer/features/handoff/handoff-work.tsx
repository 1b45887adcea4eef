import { type ReactNode, useEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { offerDecision } from '../../../db/handoff/decision.ts';
import { scoreHandoff } from '../../../db/handoff/score.ts';
import { isUndecided } from '../../../db/handoff/state.ts';
import { Attachments } from '../../lib/attachments.tsx';
import { useFormat } from '../../lib/format.ts';
import { Card } from '../../ui/card.tsx';
import { Kbd } from '../../ui/kbd.tsx';
import { ConflictCard } from './conflict-card.tsx';
import { DecisionCard } from './decision/decision-card.tsx';
import { GapCard } from './decision/gap-card.tsx';
import { ReturnHistory } from './decision/return-history.tsx';
import { EngagementCard } from './engagement-card.tsx';
import { FactsCard } from './facts-card.tsx';
import { FieldRow, fieldInputId } from './field/field-row.tsx';
import { HandoffHead } from './handoff-head.tsx';
import type { Handoff } from './handoff-type.ts';
import styles from './handoff-work.module.css';
import { FollowUpCard } from './papers/follow-up-card.tsx';
import { SectionScores } from './section-scores.tsx';
import { answerOf, useAnswers } from './use-answers.ts';
import { ClockCard } from './welcome/clock-card.tsx';

/** The delivery list at work: sections at the left, the fields of one, and what follows from the answers at the right. */
export function HandoffWork({ handoff, children }: { handoff: Handoff; children: ReactNode }) {
  const { t } = useTranslation();
  const { language } = useFormat();
  const { template } = handoff;
  const { answers, type, save } = useAnswers(handoff);
  const score = useMemo(() => scoreHandoff(template, answers), [template, answers]);
  const offer = useMemo(() => offerDecision(score), [score]);
  const [current, setCurrent] = useState(template.sections[0]?.key ?? '');
  const [goal, setGoal] = useState<string | null>(null);
  const fields = useRef<HTMLDivElement>(null);

  /** Shows a field, in whatever section it is, and puts the cursor there. */
  function goTo(key: string): void {
    const section = score.fields.find(({ field }) => field.key === key)?.section;
    if (section) setCurrent(section);
    setGoal(key);
  }
  useEffect(() => {
    if (goal === null) return;
    document.getElementById(fieldInputId(goal))?.focus();
    setGoal(null);
  }, [goal]);

  function move(by: number): void {
    const at = template.sections.findIndex(({ key }) => key === current);
    const next = template.sections[at + by];
    if (!next) return;
    setCurrent(next.key);
    fields.current?.scrollTo({ top: 0 });
  }

  /** The next field that is short, after the one the cursor is in, around the end to the beginning. */
  function goToNextShort(): void {
    const inField = document.activeElement?.closest<HTMLElement>('[data-field]')?.dataset.field;
    const at = score.fields.findIndex(({ field }) => field.key === inField);
    const short = new Set(offer.toFix.map(({ field }) => field.key));
    const round = [...score.fields.slice(at + 1), ...score.fields.slice(0, at + 1)];
    const next = round.find(({ field }) => short.has(field.key));
    if (next) goTo(next.field.key);
  }

  const onKey = useRef<(event: KeyboardEvent) => void>(() => undefined);
  onKey.current = (event) => {
    const isDialogOpen = document.querySelector('[role="dialog"]') !== null;
    if (isDialogOpen) return;
    if (event.altKey && event.key === 'ArrowDown') move(1);
    else if (event.altKey && event.key === 'ArrowUp') move(-1);
    else if ((event.ctrlKey || event.metaKey) && event.key === 'Enter') goToNextShort();
    else return;
    event.preventDefault();
  };
  useEffect(() => {
    const listen = (event: KeyboardEvent) => onKey.current(event);
    window.addEventListener('keydown', listen);
    return () => window.removeEventListener('keydown', listen);
  }, []);

  const section = template.sections.find(({ key }) => key === current);
  return (
    <>
      <HandoffHead handoff={handoff} offer={offer} />
      <div className={styles.columns}>
        <div className={styles.sections}>
          <SectionScores template={template} score={score} current={current} onSelect={setCurrent} />
          <p className={styles.keys}>
            <Kbd>Alt ↑ ↓</Kbd> {t('handoff.key.section')}
          </p>
          <p className={styles.keys}>
            <Kbd>Ctrl ↵</Kbd> {t('handoff.key.next')}
          </p>
          <p className={styles.keys}>
            <Kbd>0–3</Kbd> {t('handoff.key.quality')}
          </p>
        </div>
        <div className={styles.fields} ref={fields}>
          <Card title={section?.name[language] ?? ''}>
            {score.fields
              .filter((each) => each.section === current)
              .map((each) => (
                <FieldRow
                  key={each.field.key}
                  score={each}
                  value={answerOf(answers, each.field.key)}
                  handoff={handoff}
                  onType={(edit) => type(each.field.key, edit)}
                  onSave={(edit) => save(each.field.key, edit)}
                />
              ))}
          </Card>
        </div>
        <div className={styles.side}>
          <DecisionCard handoff={handoff} answers={answers} score={score} offer={offer} onGoTo={goTo} />
          {!isUndecided(handoff.state) && <FollowUpCard handoff={handoff} />}
          <ClockCard handoff={handoff} />
          {handoff.gaps.length > 0 && <GapCard handoff={handoff} onGoTo={goTo} />}
          {handoff.returns.length > 0 && <ReturnHistory handoff={handoff} />}
          <ConflictCard handoff={handoff} onGoTo={goTo} />
          <FactsCard handoff={handoff} />
          <EngagementCard handoff={handoff} />
          <Card title={t('attachment.title')}>
            <Attachments of={{ table: 'handoff', id: handoff.id }} />
          </Card>
          {children}
        </div>
      </div>
    </>
  );
}
