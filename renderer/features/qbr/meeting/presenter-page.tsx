import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { ChevronLeft, ChevronRight, Play, RotateCcw } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { api, screenQuery } from '../../../lib/api.ts';
import { usePageKeys } from '../../../lib/page-keys.ts';
import { Card } from '../../../ui/card.tsx';
import { Chip } from '../../../ui/chip.tsx';
import { ToldColumns } from '../narrative-columns.tsx';
import { qbrTitle } from '../qbr-title.ts';
import { AgendaTimer } from './agenda-timer.tsx';
import { meetingAction } from './meeting-keys.ts';
import styles from './presenter-page.module.css';
import { TakeDown } from './take-down.tsx';
import { TakenDown } from './taken-down.tsx';
import { useMeeting } from './use-meeting.ts';
import { WrapUpDialog } from './wrap-up-dialog.tsx';

/** The presenter's own screen: what to say, what may be asked, the time, and what is taken down. Never for the room. */
export function PresenterPage() {
  const { t } = useTranslation();
  const id = Number(useParams().id);
  const { data: view } = useQuery(api.qbr.get.queryOptions({ id }, screenQuery));
  const { data: status } = useQuery(api.book.status.queryOptions());
  const [isWrappingUp, setIsWrappingUp] = useState(false);
  // The pages are the room's; what to say about each is only in the review itself.
  const { data: room } = useQuery(api.qbr.forRoom.queryOptions({ id }));
  const sections = room?.sections ?? [];
  const pages = sections.length + 2;
  const meeting = useMeeting(status?.path ?? '', id, pages);
  const { clock, step, turn } = meeting;
  usePageKeys((event) => {
    const action = view ? meetingAction(event) : null;
    if (action === 'next') return () => step(1);
    if (action === 'previous') return () => step(-1);
    if (action === 'first') return () => turn(0);
    return action === 'last' ? () => turn(pages - 1) : null;
  });
  if (!view || !room || !status) return null;
  const titleOf = (page: number) => {
    if (page === 0) return t('qbr.meeting.opening');
    const section = sections[page - 1];
    return section ? t(`qbr.section.${section.section}`) : t('qbr.meeting.agreed');
  };
  const page = sections[clock.page - 1]?.section;
  const labels = view.content.sections.find(({ section }) => section === page);
  return (
    <div className={styles.presenter}>
      <header className={styles.head}>
        <h1>{qbrTitle(view.content, t)}</h1>
        <Chip tone="warn">{t('qbr.meeting.ownScreen')}</Chip>
        <span className={styles.tools}>
          {clock.startedAt === null ? (
            <Button type="primary" icon={<Play size={14} />} onClick={meeting.begin}>
              {t('qbr.meeting.begin')}
            </Button>
          ) : (
            <Button icon={<RotateCcw size={14} />} onClick={meeting.forget}>
              {t('qbr.meeting.restart')}
            </Button>
          )}
          <Button
            type={clock.startedAt === null ? 'default' : 'primary'}
            onClick={() => setIsWrappingUp(true)}
          >
            {t('qbr.meeting.wrapUp')}
          </Button>
        </span>
      </header>
      <div className={styles.columns}>
        <main className={styles.column}>
          <div className={styles.now}>
            <Button
              icon={<ChevronLeft size={16} />}
              aria-label={t('qbr.meeting.previous')}
              disabled={clock.page === 0}
              onClick={() => step(-1)}
            />
            <h2 aria-live="polite">
              {titleOf(clock.page)}{' '}
              <span className={`${styles.muted} tabular`}>
                {clock.page + 1} / {pages}
              </span>
            </h2>
            <Button
              icon={<ChevronRight size={16} />}
              aria-label={t('qbr.meeting.next')}
              disabled={clock.page === pages - 1}
              onClick={() => step(1)}
            />
          </div>
          <Notes
            heading={t('qbr.talkingPoint')}
            text={labels?.talkingPoint}
            empty={t('qbr.meeting.noTalkingPoint')}
          />
          <Notes heading={t('qbr.question')} text={labels?.question} empty={t('qbr.meeting.noQuestion')} />
          {labels && <ToldColumns labels={labels} />}
          {clock.page < pages - 1 && (
            <p className={styles.muted}>{t('qbr.meeting.then', { section: titleOf(clock.page + 1) })}</p>
          )}
          <Card title={t('qbr.meeting.takeDown')}>
            <TakeDown id={id} />
            <TakenDown id={id} />
          </Card>
          <Link to={`/reviews/${id}`} className={styles.back}>
            {t('qbr.meeting.toReview')}
          </Link>
        </main>
        <aside className={styles.column}>
          <AgendaTimer content={room} clock={clock} onTurn={turn} />
        </aside>
      </div>
      {isWrappingUp && <WrapUpDialog view={view} onClose={() => setIsWrappingUp(false)} />}
    </div>
  );
}

function Notes({
  heading,
  text,
  empty,
}: {
  heading: string;
  text: string | null | undefined;
  empty: string;
}) {
  return (
    <Card title={heading}>
      <p className={text ? styles.note : styles.muted}>{text ?? empty}</p>
    </Card>
  );
}
