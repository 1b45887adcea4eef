import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../lib/format.ts';
import { Card } from '../../../ui/card.tsx';
import type { TemplateDraft } from '../handoff-type.ts';
import type { ProblemPlace } from './template-problem.ts';
import styles from './template-problems.module.css';

/** What keeps the list from being published, each with the way there. */
export function TemplateProblems({
  draft,
  problems,
  onGoTo,
}: {
  draft: TemplateDraft;
  problems: readonly ProblemPlace[];
  onGoTo: (place: ProblemPlace) => void;
}) {
  const { t } = useTranslation();
  const { language } = useFormat();
  const nameOf = ({ section, field }: ProblemPlace) => {
    const inSection = section === null ? undefined : draft.sections[section];
    const inField = field === null ? undefined : inSection?.fields[field];
    return [inSection?.name, inField?.label]
      .flatMap((labels) => (labels ? [labels[language] || t('deliveryList.unnamed')] : []))
      .join(' / ');
  };
  return (
    <Card title={t('deliveryList.fix', { count: problems.length })}>
      <ul className={styles.problems}>
        {problems.map((problem) => {
          const part = partOf(problem.path);
          return (
            <li key={`${problem.path} ${problem.code}`}>
              <button type="button" className={styles.place} onClick={() => onGoTo(problem)}>
                {nameOf(problem)}
              </button>{' '}
              {part && `${t(`deliveryList.part.${part}`)}: `}
              {t(`deliveryList.problem.${wordOf(problem.code)}`)}
            </li>
          );
        })}
      </ul>
    </Card>
  );
}

const parts = ['name', 'label', 'help', 'unit', 'options', 'weight'] as const;

/** The innermost part a path names, such as the label of an option. */
function partOf(path: string): (typeof parts)[number] | undefined {
  return parts.findLast((part) => path.split('.').includes(part));
}

/** What people can do about it; what the screen never lets happen is said in one word. */
function wordOf(code: ProblemPlace['code']) {
  switch (code) {
    case 'text-missing':
    case 'empty':
    case 'options-misplaced':
    case 'out-of-range':
      return code;
    default:
      return 'unreadable';
  }
}
