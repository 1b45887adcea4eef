import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { Segment } from '../../../db/segment/query.ts';
import { researchQuestions } from '../../../db/segment/rule.ts';
import { api } from '../../lib/api.ts';
import { Card } from '../../ui/card.tsx';
import { ProseField } from '../../ui/prose-field.tsx';
import styles from './segment-detail.module.css';

/** The six notes that say what the ideal customer of this segment is like. */
export function ResearchCard({ segment }: { segment: Segment }) {
  const { t } = useTranslation();
  const { mutate: answer } = useMutation(api.segment.answerResearch.mutationOptions());
  const answered = Object.keys(segment.research).length;
  return (
    <Card
      title={t('segment.research.title')}
      beside={t('segment.research.answered', { count: answered, all: researchQuestions.length })}
    >
      <div className={styles.fields}>
        {researchQuestions.map((question) => (
          <ProseField
            key={question}
            label={t(`segment.research.question.${question}`)}
            hint={t(`segment.research.hint.${question}`)}
            value={segment.research[question] ?? null}
            onSave={(text) => answer({ segmentId: segment.id, question, answer: text })}
          />
        ))}
      </div>
    </Card>
  );
}
