import { keepPreviousData, useMutation, useQuery } from '@tanstack/react-query';
import { Checkbox, Modal } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Scheme } from '../../../db/segment/scheme-query.ts';
import { api } from '../../lib/api.ts';
import { notify } from '../../lib/notices.ts';
import styles from './plan-dialog.module.css';

/** Who would move from where to where, before anybody does. */
export function PlanDialog({ scheme, onClose }: { scheme: Scheme; onClose: () => void }) {
  const { t } = useTranslation();
  const [moveAll, setMoveAll] = useState(false);
  const input = { schemeId: scheme.id, moveAll };
  const { data: plan } = useQuery(
    api.segment.plan.queryOptions(input, { placeholderData: keepPreviousData }),
  );
  const { mutate: apply, isPending } = useMutation(
    api.segment.applyRules.mutationOptions({
      onSuccess: ({ moved }) => {
        notify({ text: t('segment.plan.done', { count: moved, name: scheme.name }), canUndo: true });
        onClose();
      },
    }),
  );
  const names = new Map(scheme.segments.map(({ id, name }) => [id, name]));
  const nameOf = (id: number | null) => (id === null ? t('segment.noSegment') : (names.get(id) ?? '–'));
  const moves = plan?.moves ?? [];
  return (
    <Modal
      open
      width={720}
      title={t('segment.plan.title', { name: scheme.name })}
      okText={t('segment.plan.apply', { count: moves.length })}
      okButtonProps={{ disabled: moves.length === 0 }}
      confirmLoading={isPending}
      cancelText={t('app.cancel')}
      onOk={() => apply(input)}
      onCancel={onClose}
    >
      {plan && (
        <div className={styles.plan}>
          <ul className={styles.reach}>
            {plan.segments.map(({ segmentId, matches, takes, extreme }) => (
              <li key={segmentId}>
                <b>{nameOf(segmentId)}</b>{' '}
                {scheme.segments.find(({ id }) => id === segmentId)?.rule
                  ? t('segment.plan.reach', { count: takes, matches })
                  : t('segment.byHand')}
                {extreme && <span className={styles.extreme}>{t(`segment.plan.${extreme}`)}</span>}
              </li>
            ))}
          </ul>
          <p className={styles.rest}>{t('segment.plan.unmatched', { count: plan.unmatched })}</p>
          <Checkbox checked={moveAll} onChange={({ target }) => setMoveAll(target.checked)}>
            {t('segment.plan.moveAll')}
          </Checkbox>
          <h3>{t('segment.plan.moves', { count: moves.length })}</h3>
          {moves.length === 0 && <p className={styles.rest}>{t('segment.plan.nobodyMoves')}</p>}
          <Lines
            lines={moves.map(({ accountId, name, from, to }) => ({
              id: accountId,
              name,
              stated: t('segment.plan.fromTo', { from: nameOf(from), to: nameOf(to) }),
            }))}
          />
          {plan.kept.length > 0 && (
            <>
              <h3>{t('segment.plan.kept', { count: plan.kept.length })}</h3>
              <Lines
                lines={plan.kept.map(({ accountId, name, from, to }) => ({
                  id: accountId,
                  name,
                  stated: t('segment.plan.staysIn', { from: nameOf(from), to: nameOf(to) }),
                }))}
              />
            </>
          )}
          {plan.undecided.length > 0 && (
            <>
              <h3>{t('segment.plan.undecided', { count: plan.undecided.length })}</h3>
              <Lines
                lines={plan.undecided.map(({ accountId, name, missing }) => ({
                  id: accountId,
                  name,
                  stated: t('segment.plan.missing', {
                    fields: missing
                      .map((field) => t(`segment.field.${field}`))
                      .join(t('segment.rule.listJoint')),
                  }),
                }))}
              />
            </>
          )}
        </div>
      )}
    </Modal>
  );
}

/** The first of a long list; the count above says how many there are. */
const shownLines = 200;

function Lines({ lines }: { lines: readonly { id: number; name: string; stated: string }[] }) {
  const { t } = useTranslation();
  return (
    <ul className={styles.lines}>
      {lines.slice(0, shownLines).map(({ id, name, stated }) => (
        <li key={id}>
          <span className={styles.name}>{name}</span>
          <span className={styles.stated}>{stated}</span>
        </li>
      ))}
      {lines.length > shownLines && (
        <li className={styles.stated}>{t('segment.plan.more', { count: lines.length - shownLines })}</li>
      )}
    </ul>
  );
}
