import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import type { QbrSection } from '../../../db/qbr/kind.ts';
import { client } from '../../lib/api.ts';
import type { QbrShown } from './qbr-type.ts';
import { useAction } from './use-action.ts';

/** Moves the section up, or takes it out of what is shown. */
export function SectionTools({ view, section }: { view: QbrShown; section: QbrSection }) {
  const { t } = useTranslation();
  const { run } = useAction();
  const { id } = view.qbr;
  const entry = view.sections.find((each) => each.section === section);
  const order = view.sections.map((each) => each.section);
  const at = order.indexOf(section);
  if (!entry) return null;
  const move = (to: number) => {
    const moved = order.toSpliced(at, 1).toSpliced(to, 0, section);
    run(() => client.qbr.orderSections.mutate({ id, order: moved }));
  };
  const hide = () =>
    run(() => client.qbr.editSection.mutate({ id, section, labels: { hidden: !entry.hidden } }));
  return (
    <div style={{ display: 'flex', gap: 8 }}>
      <Button size="small" disabled={at === 0} onClick={() => move(at - 1)}>
        {t('qbr.moveUp')}
      </Button>
      <Button size="small" disabled={at === order.length - 1} onClick={() => move(at + 1)}>
        {t('qbr.moveDown')}
      </Button>
      <Button size="small" onClick={hide}>
        {t(entry.hidden ? 'qbr.showSection' : 'qbr.hideSection')}
      </Button>
    </div>
  );
}
