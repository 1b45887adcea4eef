import { useMutation } from '@tanstack/react-query';
import { Button, Form, Input } from 'antd';
import { Pencil, Plus, X } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Persona, Segment } from '../../../db/segment/query.ts';
import { api } from '../../lib/api.ts';
import { Card } from '../../ui/card.tsx';
import { focusFirst } from '../../ui/focus-first.ts';
import { FormDialog } from '../../ui/form-dialog.tsx';
import styles from './persona-card.module.css';

/** The people who will use it, apart from the one who buys it. */
export function PersonaCard({ segment }: { segment: Segment }) {
  const { t } = useTranslation();
  const [edited, setEdited] = useState<Persona | 'new' | null>(null);
  const { mutate: remove } = useMutation(api.segment.deletePersona.mutationOptions());
  return (
    <Card
      title={t('segment.persona.title')}
      action={
        <Button size="small" icon={<Plus size={12} />} onClick={() => setEdited('new')}>
          {t('segment.persona.add')}
        </Button>
      }
    >
      {segment.personas.length === 0 && <p className={styles.none}>{t('segment.persona.none')}</p>}
      <ul>
        {segment.personas.map((persona) => (
          <li key={persona.id} className={styles.persona}>
            <div className={styles.labels}>
              <b>{persona.role}</b>
              {persona.needs && <p>{t('segment.persona.needsAre', { needs: persona.needs })}</p>}
              {persona.scenario && <p className={styles.none}>{persona.scenario}</p>}
            </div>
            <Button
              type="text"
              size="small"
              icon={<Pencil size={13} />}
              aria-label={t('segment.persona.editOne', { role: persona.role })}
              onClick={() => setEdited(persona)}
            />
            <Button
              type="text"
              size="small"
              icon={<X size={14} />}
              aria-label={t('segment.persona.deleteOne', { role: persona.role })}
              onClick={() => remove({ segmentId: segment.id, id: persona.id })}
            />
          </li>
        ))}
      </ul>
      {edited && (
        <PersonaDialog
          segmentId={segment.id}
          persona={edited === 'new' ? null : edited}
          onClose={() => setEdited(null)}
        />
      )}
    </Card>
  );
}

function PersonaDialog({
  segmentId,
  persona,
  onClose,
}: {
  segmentId: number;
  persona: Persona | null;
  onClose: () => void;
}) {
  const { t } = useTranslation();
  const [form] = Form.useForm<Omit<Persona, 'id'>>();
  const create = useMutation(api.segment.createPersona.mutationOptions({ onSuccess: onClose }));
  const edit = useMutation(api.segment.editPersona.mutationOptions({ onSuccess: onClose }));
  const { role = '', needs = null, scenario = null } = persona ?? {};
  return (
    <FormDialog
      form={form}
      title={t('segment.persona.title')}
      initialValues={{ role, needs, scenario }}
      isSaving={create.isPending || edit.isPending}
      onSubmit={(given) =>
        persona
          ? edit.mutate({ segmentId, id: persona.id, persona: given })
          : create.mutate({ segmentId, persona: given })
      }
      onClose={onClose}
    >
      <Form.Item
        name="role"
        label={t('segment.persona.role')}
        rules={[{ required: true, whitespace: true, message: t('segment.persona.roleNeeded') }]}
      >
        <Input maxLength={200} ref={focusFirst} placeholder={t('segment.persona.roleHint')} />
      </Form.Item>
      <Form.Item name="needs" label={t('segment.persona.needs')}>
        <Input.TextArea autoSize={{ minRows: 2 }} placeholder={t('segment.persona.needsHint')} />
      </Form.Item>
      <Form.Item name="scenario" label={t('segment.persona.scenario')}>
        <Input.TextArea autoSize={{ minRows: 2 }} placeholder={t('segment.persona.scenarioHint')} />
      </Form.Item>
    </FormDialog>
  );
}
