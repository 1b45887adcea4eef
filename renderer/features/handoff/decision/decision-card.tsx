import { useTranslation } from 'react-i18next';
import type { GateFailure, OfferedDecision } from '../../../../db/handoff/decision.ts';
import { answeredCount, type HandoffScore, unjudgedFields } from '../../../../db/handoff/score.ts';
import { isUndecided } from '../../../../db/handoff/state.ts';
import { fieldsOf, type HandoffTemplate } from '../../../../db/handoff/template.ts';
import { useFormat } from '../../../lib/format.ts';
import { Card } from '../../../ui/card.tsx';
import { Chip } from '../../../ui/chip.tsx';
import { Meter } from '../../../ui/meter.tsx';
import type { Handoff } from '../handoff-type.ts';
import { decisionTones } from '../tone.ts';
import type { WorkedAnswer } from '../use-answers.ts';
import styles from './decision-card.module.css';

/** The score as it stands with every key, what the rule offers for it, and why, with the way to what holds it back. */
export function DecisionCard({
  handoff,
  answers,
  score,
  offer,
  onGoTo,
}: {
  handoff: Handoff;
  answers: Readonly<Record<string, WorkedAnswer>>;
  score: HandoffScore;
  offer: OfferedDecision;
  /** Leads to a field. */
  onGoTo: (field: string) => void;
}) {
  const { t } = useTranslation();
  const { template, state } = handoff;
  const fields = fieldsOf(template);
  const unjudged = unjudgedFields(score).length;
  return (
    <Card title={t('handoff.score.title')}>
      <p className={styles.score}>
        <strong className={styles.figure}>{score.score}</strong>
        <span className={styles.of}>{t('handoff.score.of')}</span>
        <Meter ratio={score.score / 100} tone={decisionTones[offer.decision]} wide />
      </p>
      <p className={styles.progress}>
        {t('handoff.score.answered', { answered: answeredCount(template, answers), fields: fields.length })}
        {unjudged > 0 && ` · ${t('handoff.score.unjudged', { count: unjudged })}`}
      </p>
      {isUndecided(state) ? (
        <Offer template={template} score={score} offer={offer} onGoTo={onGoTo} />
      ) : (
        <Decided handoff={handoff} />
      )}
    </Card>
  );
}

/** What the rule offers now, what speaks against acceptance, and what to fix. */
function Offer({
  template,
  score,
  offer: { decision, because, toFix },
  onGoTo,
}: {
  template: HandoffTemplate;
  score: HandoffScore;
  offer: OfferedDecision;
  onGoTo: (field: string) => void;
}) {
  const { t } = useTranslation();
  const { language } = useFormat();
  return (
    <>
      <p className={styles.offer}>
        <Chip tone={decisionTones[decision]}>{t(`handoff.decision.${decision}`)}</Chip>
      </p>
      {because.reason === 'gates' ? (
        <ul className={styles.reasons}>
          {because.failures.map((failure) => (
            <li key={failure.gate === 'field' ? failure.field : failure.section}>
              <GateLine failure={failure} template={template} onGoTo={onGoTo} />
            </li>
          ))}
        </ul>
      ) : (
        <p className={styles.reason}>{t(`handoff.because.${decision}`, { score: score.score })}</p>
      )}
      {toFix.length > 0 && (
        <details className={styles.fix} open={toFix.length <= 10}>
          <summary>{t('handoff.fix.count', { count: toFix.length })}</summary>
          <ul className={styles.reasons}>
            {toFix.map(({ field, missing, quality }) => (
              <li key={field.key}>
                <button type="button" className={styles.link} onClick={() => onGoTo(field.key)}>
                  {field.label[language]}
                </button>
                <span className={styles.why}>
                  {missing
                    ? t(`handoff.missing.${missing}`)
                    : t(`handoff.fix.${quality === 1 ? 'vague' : 'usable'}`)}
                </span>
              </li>
            ))}
          </ul>
        </details>
      )}
    </>
  );
}

/** What was decided, with which score, and why when the rule offered something else. */
function Decided({ handoff: { accepted_score, offered, decision_reason } }: { handoff: Handoff }) {
  const { t } = useTranslation();
  if (offered === null || accepted_score === null) return null;
  return (
    <>
      <p className={styles.reason}>
        {t('handoff.decided', { score: accepted_score, offered: t(`handoff.decision.${offered}`) })}
      </p>
      {decision_reason && <p className={styles.reason}>{decision_reason}</p>}
    </>
  );
}

function GateLine({
  failure,
  template,
  onGoTo,
}: {
  failure: GateFailure;
  template: HandoffTemplate;
  onGoTo: (field: string) => void;
}) {
  const { t } = useTranslation();
  const { language } = useFormat();
  const section = template.sections.find(({ key }) => key === failure.section);
  if (failure.gate === 'section') {
    const name = section?.name[language] ?? failure.section;
    return (
      <span className={styles.why}>{t('handoff.gate.section', { section: name, score: failure.score })}</span>
    );
  }
  const label = section?.fields.find(({ key }) => key === failure.field)?.label[language];
  return (
    <>
      <button type="button" className={styles.link} onClick={() => onGoTo(failure.field)}>
        {label}
      </button>
      <span className={styles.why}>{t('handoff.gate.field')}</span>
    </>
  );
}
