import { Check } from 'lucide-react';
import styles from './section-steps.module.css';

export type StepState = 'done' | 'attention' | 'open';

/** The sections of a long piece of work, each with its state; the one on screen is marked. */
export function SectionSteps<Key extends string>({
  label,
  steps,
  current,
  onSelect,
}: {
  label: string;
  /** `stateLabel` says the state in words for those who do not see the sign. */
  steps: readonly {
    key: Key;
    title: string;
    state: StepState;
    stateLabel: string;
    /** A figure at the end of the line, such as the section's score. */
    figure?: string;
  }[];
  current: Key;
  onSelect: (key: Key) => void;
}) {
  return (
    <nav aria-label={label} className={styles.steps}>
      {steps.map((step) => (
        <button
          key={step.key}
          type="button"
          className={styles.step}
          aria-current={step.key === current ? 'step' : undefined}
          onClick={() => onSelect(step.key)}
        >
          <StepSign state={step.state} />
          <span className={styles.title}>{step.title}</span>
          <span className="visually-hidden">{step.stateLabel}</span>
          {step.figure !== undefined && <span className={styles.figure}>{step.figure}</span>}
        </button>
      ))}
    </nav>
  );
}

/** The state of a step as a sign: a tick in a full circle, an exclamation mark in an open one, an empty one. */
export function StepSign({ state }: { state: StepState }) {
  return (
    <span className={`${styles.sign} ${styles[state]}`} aria-hidden="true">
      {state === 'done' && <Check size={10} strokeWidth={3} />}
      {state === 'attention' && '!'}
    </span>
  );
}
