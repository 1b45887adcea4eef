import { useMutation } from '@tanstack/react-query';
import { Button } from 'antd';
import { useEffect, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate, useParams } from 'react-router';
import { type HandoffKind, handoffKinds } from '../../../../db/handoff/template.ts';
import { api } from '../../../lib/api.ts';
import { notify } from '../../../lib/notices.ts';
import { Chip } from '../../../ui/chip.tsx';
import { PageHead } from '../../../ui/page-head.tsx';
import { Segmented } from '../../../ui/segmented.tsx';
import { changedField } from './template-edit.ts';
import { TemplateFieldEditor } from './template-field-editor.tsx';
import { TemplateFields } from './template-fields.tsx';
import styles from './template-page.module.css';
import { draftProblems, type ProblemPlace } from './template-problem.ts';
import { TemplateProblems } from './template-problems.tsx';
import { TemplateSections } from './template-sections.tsx';
import { TemplateVersions } from './template-versions.tsx';
import { draftOf, useTemplateDraft } from './use-template-draft.ts';

/** The delivery lists: one for each kind of handoff, edited as a draft and published as the next version. */
export function TemplatePage() {
  const { kind } = useParams();
  const known = handoffKinds.find((each) => each === kind) ?? handoffKinds[0];
  return <TemplateWork key={known} kind={known} />;
}

function TemplateWork({ kind }: { kind: HandoffKind }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { draft, versions, isDraft, change } = useTemplateDraft(kind);
  const [sectionAt, setSection] = useState(0);
  const [fieldAt, setField] = useState(0);
  const problems = useMemo(() => (draft ? draftProblems(draft) : []), [draft]);
  const { mutate: discard } = useMutation(
    api.handoff.template.discardDraft.mutationOptions({
      onSuccess: () => notify({ text: t('deliveryList.discarded'), canUndo: true }),
    }),
  );
  const { mutate: publish, isPending } = useMutation(
    api.handoff.template.publish.mutationOptions({
      onSuccess: ({ version }) => notify({ text: t('deliveryList.published', { version }), canUndo: true }),
    }),
  );
  const sections = draft?.sections ?? [];
  const section = sections[Math.min(sectionAt, sections.length - 1)];
  const at = section ? sections.indexOf(section) : 0;
  const field = section?.fields[Math.min(fieldAt, section.fields.length - 1)];
  useEffect(() => {
    document.title = t('deliveryList.title');
  }, [t]);
  if (!draft) return null;

  function goTo({ section: wanted, field: inside }: ProblemPlace): void {
    if (wanted !== null) setSection(wanted);
    setField(inside ?? 0);
  }

  return (
    <>
      <PageHead
        title={t('deliveryList.title')}
        beside={
          <>
            <Segmented
              label={t('handoff.new.kind')}
              options={handoffKinds.map((value) => ({ value, label: t(`handoff.kind.${value}`) }))}
              value={kind}
              onChange={(next) => void navigate(`/handoffs/lists/${next}`, { replace: true })}
            />
            <Chip tone={isDraft ? 'warn' : 'plain'}>
              {isDraft
                ? t('deliveryList.draftOf', { version: (versions[0]?.template.version ?? 0) + 1 })
                : t('deliveryList.inUse', { version: versions[0]?.template.version ?? 1 })}
            </Chip>
          </>
        }
      >
        {isDraft && <Button onClick={() => discard({ kind })}>{t('deliveryList.discard')}</Button>}
        <Button
          type="primary"
          disabled={!isDraft || problems.length > 0}
          loading={isPending}
          onClick={() => publish({ kind })}
        >
          {t('deliveryList.publish')}
        </Button>
      </PageHead>
      <div className={styles.columns}>
        <div className={styles.column}>
          <TemplateSections
            draft={draft}
            current={at}
            problems={problems}
            onSelect={(next) => {
              setSection(next);
              setField(0);
            }}
            onChange={(next) => change((now) => ({ ...now, sections: next }))}
          />
          {/* Beside what is edited: it goes with the last problem and must not move what is about to be clicked. */}
          {problems.length > 0 && <TemplateProblems draft={draft} problems={problems} onGoTo={goTo} />}
          <TemplateVersions
            versions={versions}
            isDraft={isDraft}
            onEdit={(template) => change(() => draftOf(template))}
          />
        </div>
        <div className={styles.column}>
          {section && (
            <TemplateFields
              section={section}
              current={field ? section.fields.indexOf(field) : 0}
              problems={problems.filter((problem) => problem.section === at)}
              onSelect={setField}
              onChange={(next) =>
                change((now) => ({ ...now, sections: now.sections.with(at, { ...section, ...next }) }))
              }
            />
          )}
        </div>
        <div className={styles.column}>
          {section && field && (
            <TemplateFieldEditor
              key={field.key}
              field={field}
              problems={problems.filter(
                (problem) => problem.section === at && problem.field === section.fields.indexOf(field),
              )}
              onChange={(parts) =>
                change((now) => ({
                  ...now,
                  sections: now.sections.map((each) => ({
                    ...each,
                    fields: each.fields.map((other) =>
                      other.key === field.key ? changedField(other, parts) : other,
                    ),
                  })),
                }))
              }
            />
          )}
        </div>
      </div>
    </>
  );
}
