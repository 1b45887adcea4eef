import { useMutation } from '@tanstack/react-query';
import { Button, Dropdown, Popover } from 'antd';
import { Ellipsis } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import type { OfferedDecision } from '../../../db/handoff/decision.ts';
import { api } from '../../lib/api.ts';
import { notify } from '../../lib/notices.ts';
import { Chip } from '../../ui/chip.tsx';
import { DateInput } from '../../ui/date-input.tsx';
import { PageHead } from '../../ui/page-head.tsx';
import { AcceptDialog } from './decision/accept-dialog.tsx';
import { ReturnDialog } from './decision/return-dialog.tsx';
import { FormButtons } from './form/form-buttons.tsx';
import styles from './handoff-head.module.css';
import type { Handoff } from './handoff-type.ts';
import { stateTones } from './tone.ts';

/** Whose handoff it is, where it stands, and what can be done next in that state. */
export function HandoffHead({ handoff, offer }: { handoff: Handoff; offer: OfferedDecision }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { id, accountName, deal, state } = handoff;
  const { mutate: remove } = useMutation(
    api.handoff.remove.mutationOptions({
      onSuccess: () => {
        notify({ text: t('handoff.deleted', { account: accountName }), canUndo: true });
      },
    }),
  );
  return (
    <PageHead
      title={deal ? `${accountName} · ${deal}` : accountName}
      beside={
        <>
          {handoff.template.kind !== 'new-deal' && (
            <Chip tone="plain">{t(`handoff.kind.${handoff.template.kind}`)}</Chip>
          )}
          <Chip tone={stateTones[state]}>{t(`handoff.state.${state}`)}</Chip>
          <span className={styles.since}>{useSince(handoff)}</span>
        </>
      }
    >
      <FormButtons handoff={handoff} />
      <NextStep handoff={handoff} offer={offer} />
      <Dropdown
        trigger={['click']}
        menu={{
          items: [{ key: 'delete', label: t('handoff.delete'), danger: true }],
          onClick: () => {
            void navigate('/handoffs');
            remove({ id });
          },
        }}
      >
        <Button icon={<Ellipsis size={14} />} aria-label={t('handoff.more')} />
      </Dropdown>
    </PageHead>
  );
}

/** The day that matters in the handoff's state, in words. */
function useSince(handoff: Handoff): string | null {
  const { t } = useTranslation();
  const { state, submitted_on, accepted_on, accepted_score, kickoff_on, closed_on, returns } = handoff;
  switch (state) {
    case 'draft':
      return null;
    case 'submitted':
      return submitted_on && t('handoff.since.submitted', { date: submitted_on });
    case 'returned': {
      const last = returns.at(-1);
      return last ? t('handoff.since.returned', { date: last.returnedOn }) : null;
    }
    case 'accepted':
      return accepted_on && t('handoff.since.accepted', { date: accepted_on, score: accepted_score ?? 0 });
    case 'kickoff-held':
      return kickoff_on && t('handoff.since.kickoff', { date: kickoff_on });
    case 'closed':
      return closed_on && t('handoff.since.closed', { date: closed_on });
  }
}

function NextStep({ handoff, offer }: { handoff: Handoff; offer: OfferedDecision }) {
  const { t } = useTranslation();
  const [dialog, setDialog] = useState<'accept' | 'return' | null>(null);
  const { id, state } = handoff;
  const close = () => setDialog(null);
  const { mutate: submit } = useMutation(
    api.handoff.decision.submit.mutationOptions({
      onSuccess: () =>
        notify({ text: t('handoff.submitted', { account: handoff.accountName }), canUndo: true }),
    }),
  );
  const { mutate: closeHandoff } = useMutation(api.handoff.decision.close.mutationOptions());
  const open = handoff.gaps.filter(({ settledOn }) => settledOn === null).length;
  switch (state) {
    case 'draft':
    case 'returned':
      return (
        <Button type="primary" onClick={() => submit({ id })}>
          {t('handoff.submit')}
        </Button>
      );
    case 'submitted': {
      const returning = offer.decision === 'return';
      return (
        <>
          <Button type={returning ? 'primary' : 'default'} onClick={() => setDialog('return')}>
            {t('handoff.return.button')}
          </Button>
          <Button type={returning ? 'default' : 'primary'} onClick={() => setDialog('accept')}>
            {t('handoff.accept.button')}
          </Button>
          {dialog === 'accept' && <AcceptDialog handoff={handoff} offer={offer} onClose={close} />}
          {dialog === 'return' && <ReturnDialog handoff={handoff} offer={offer} onClose={close} />}
        </>
      );
    }
    case 'accepted':
      return <KickoffButton handoff={handoff} />;
    case 'kickoff-held':
      return (
        <Button
          type="primary"
          disabled={open > 0}
          title={open > 0 ? t('handoff.gap.open', { count: open }) : undefined}
          onClick={() => closeHandoff({ id })}
        >
          {t('handoff.close')}
        </Button>
      );
    case 'closed':
      return null;
  }
}

function KickoffButton({ handoff }: { handoff: Handoff }) {
  const { t } = useTranslation();
  const [heldOn, setHeldOn] = useState(handoff.today);
  const { mutate: hold } = useMutation(api.handoff.decision.holdKickoff.mutationOptions());
  return (
    <Popover
      trigger="click"
      placement="bottomRight"
      content={
        <form
          className={styles.kickoff}
          onSubmit={(event) => {
            event.preventDefault();
            hold({ id: handoff.id, heldOn });
          }}
        >
          <label htmlFor="kickoff-held-on">{t('handoff.kickoff.heldOn')}</label>
          <DateInput
            id="kickoff-held-on"
            value={heldOn}
            allowClear={false}
            onChange={(date) => date && setHeldOn(date)}
          />
          <Button type="primary" htmlType="submit">
            {t('app.save')}
          </Button>
        </form>
      }
    >
      <Button type="primary">{t('handoff.kickoff.button')}</Button>
    </Popover>
  );
}
