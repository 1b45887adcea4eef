import { useTranslation } from 'react-i18next';
import { useFormat } from '../../lib/format.ts';
import { Card } from '../../ui/card.tsx';
import { Chip, type Shape, type Tone } from '../../ui/chip.tsx';
import type { ShownAssessment } from './assessment-type.ts';
import styles from './flow-card.module.css';

/** How work passes from hand to hand, and at which step it does not. */
export function FlowCards({ assessment: { model, answers } }: { assessment: ShownAssessment }) {
  const { t } = useTranslation();
  const { language } = useFormat();
  const stateOf = (indicator: string) => {
    const answer = answers.find((each) => each.indicator === indicator);
    if (answer?.applicable === false) return { text: t('assessment.notApplicableShort'), ...plain };
    const level = answer?.level ?? null;
    if (level === null) return { text: t('assessment.open'), ...plain };
    const text = model.scale[level - 1]?.name[language] ?? String(level);
    return { text, ...(level === model.scale.length ? whole : level === 1 ? broken : partly) };
  };
  return model.flows.map(({ key, name, steps }) => (
    <Card key={key} title={name[language]}>
      <ol className={styles.flow}>
        {steps.map((step) => {
          const state = step.indicator === null ? null : stateOf(step.indicator);
          return (
            <li key={step.key} className={styles.step}>
              <b>{step.who[language]}</b>
              <span>{step.does[language]}</span>
              {state && (
                <span className={styles.state}>
                  <Chip tone={state.tone} shape={state.shape}>
                    {state.text}
                  </Chip>
                </span>
              )}
            </li>
          );
        })}
      </ol>
    </Card>
  ));
}

type State = { readonly tone: Tone; readonly shape: Shape };
const plain: State = { tone: 'plain', shape: 'ungraded' };
const whole: State = { tone: 'good', shape: 'healthy' };
const partly: State = { tone: 'warn', shape: 'watch' };
const broken: State = { tone: 'bad', shape: 'risk' };
