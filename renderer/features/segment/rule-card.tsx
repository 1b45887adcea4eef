import { keepPreviousData, useMutation, useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { readRule } from '../../../db/segment/placement-rule-reading.ts';
import type { Segment } from '../../../db/segment/query.ts';
import { api } from '../../lib/api.ts';
import { notify } from '../../lib/notices.ts';
import { Card } from '../../ui/card.tsx';
import styles from './rule-card.module.css';
import { type DraftGroup, draftOf, newRule, sourceOf } from './rule-draft.ts';
import { RuleEditor } from './rule-editor.tsx';
import { useRuleWords } from './use-rule-words.ts';

/** Who belongs to the segment by rule: read as a sentence, written in lines, counted while it is written. */
export function RuleCard({ segment }: { segment: Segment }) {
  const { t } = useTranslation();
  const { data: status } = useQuery(api.book.status.queryOptions());
  const currency = status?.settings.base_currency ?? 'CNY';
  const { ruleText } = useRuleWords(currency);
  const [draft, setDraft] = useState<DraftGroup | null>(null);
  const { mutate: edit, isPending } = useMutation(
    api.segment.edit.mutationOptions({
      onSuccess: () => {
        notify({ text: t('segment.rule.saved'), canUndo: true });
        setDraft(null);
      },
    }),
  );
  const { rule, problems } = draft ? readRule(sourceOf(draft)) : { rule: segment.rule, problems: [] };
  const { data: plan } = useQuery(
    api.segment.plan.queryOptions(
      { schemeId: segment.scheme.id, moveAll: false, draft: { segmentId: segment.id, rule } },
      { enabled: rule !== null, placeholderData: keepPreviousData },
    ),
  );
  const reach = rule ? plan?.segments.find(({ segmentId }) => segmentId === segment.id) : undefined;
  return (
    <Card
      title={t('segment.rule.title')}
      action={
        draft === null && (
          <Button size="small" onClick={() => setDraft(segment.rule ? draftOf(segment.rule) : newRule)}>
            {segment.rule ? t('segment.rule.edit') : t('segment.rule.write')}
          </Button>
        )
      }
    >
      {draft ? (
        <RuleEditor group={draft} currency={currency} problems={problems} onChange={setDraft} />
      ) : (
        <p className={styles.stated}>{segment.rule ? ruleText(segment.rule) : t('segment.rule.none')}</p>
      )}
      {reach && (
        <p className={styles.reach} aria-live="polite">
          {reach.extreme
            ? t(`segment.plan.${reach.extreme}`)
            : t('segment.plan.reach', { count: reach.takes, matches: reach.matches })}
          {plan &&
            plan.undecided.length > 0 &&
            ` ${t('segment.plan.undecided', { count: plan.undecided.length })}`}
        </p>
      )}
      {draft && (
        <div className={styles.actions}>
          {segment.rule && (
            <Button onClick={() => edit({ id: segment.id, rule: null })}>{t('segment.rule.remove')}</Button>
          )}
          <span className={styles.gap} />
          <Button onClick={() => setDraft(null)}>{t('app.cancel')}</Button>
          <Button
            type="primary"
            disabled={rule === null}
            loading={isPending}
            onClick={() => edit({ id: segment.id, rule })}
          >
            {t('app.save')}
          </Button>
        </div>
      )}
    </Card>
  );
}
