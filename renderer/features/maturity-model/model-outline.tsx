import { useTranslation } from 'react-i18next';
import type { ModelProblem } from '../../../db/maturity/model-contradictions.ts';
import type { Part } from '../../../db/maturity/model-document.ts';
import { useFormat } from '../../lib/format.ts';
import styles from './model-outline.module.css';
import { sectionTitle } from './place-words.ts';
import { type Section, sectionOf } from './sections.ts';

/** Everything a model consists of; what is not right yet is counted where it is. */
export function ModelOutline({
  document,
  sections,
  problems,
  current,
  onSelect,
}: {
  document: Part;
  sections: readonly Section[];
  problems: readonly ModelProblem[];
  current: string;
  onSelect: (path: string) => void;
}) {
  const { t } = useTranslation();
  const { language } = useFormat();
  const counts = new Map<string, number>();
  for (const { path } of problems) {
    const section = sectionOf(sections, path);
    counts.set(section, (counts.get(section) ?? 0) + 1);
  }
  return (
    <nav aria-label={t('maturityModel.outline')} className={styles.outline}>
      {sections.map((section) => {
        const count = counts.get(section.path) ?? 0;
        return (
          <button
            key={section.path}
            type="button"
            className={`${styles.line} ${[styles.top, styles.inner, styles.innermost][section.depth]}`}
            aria-current={section.path === current ? 'step' : undefined}
            onClick={() => onSelect(section.path)}
          >
            <span className={styles.name}>{sectionTitle(document, section.path, t, language)}</span>
            {count > 0 && (
              <span className={styles.count} title={t('maturityModel.fix', { count })}>
                {count}
                <span className="visually-hidden">{t('maturityModel.fix', { count })}</span>
              </span>
            )}
          </button>
        );
      })}
    </nav>
  );
}
