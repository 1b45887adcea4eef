import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { ChevronLeft, ChevronRight, Expand, MonitorSpeaker, PenLine, X } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate, useParams } from 'react-router';
import { isEmptySection } from '../../../../db/qbr/left-out.ts';
import { api, screenQuery } from '../../../lib/api.ts';
import { usePageKeys } from '../../../lib/page-keys.ts';
import { ToldColumns } from '../narrative-columns.tsx';
import { SectionShown } from '../qbr-preview.tsx';
import { qbrTitle } from '../qbr-title.ts';
import { AgreedPage } from './agreed-page.tsx';
import { meetingAction } from './meeting-keys.ts';
import styles from './meeting-page.module.css';
import { TakeDown } from './take-down.tsx';
import { TitlePage } from './title-page.tsx';
import { useMeeting } from './use-meeting.ts';

/** The review in the room, a page at a time, from the customer's version: nothing else could come on this screen. */
export function MeetingPage() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const id = Number(useParams().id);
  const { data: content } = useQuery(api.qbr.forRoom.queryOptions({ id }, screenQuery));
  const { data: status } = useQuery(api.book.status.queryOptions());
  const [isTakingDown, setIsTakingDown] = useState(false);
  const sections = content?.sections ?? [];
  const pages = sections.length + 2;
  const { clock, step, turn } = useMeeting(status?.path ?? '', id, pages);
  const leave = () => {
    if (document.fullscreenElement) void document.exitFullscreen();
    void navigate(`/reviews/${id}`);
  };
  const does = {
    next: () => step(1),
    previous: () => step(-1),
    first: () => turn(0),
    last: () => turn(pages - 1),
    fill,
    notes: () => openNotes(id),
    takeDown: () => setIsTakingDown(true),
  };
  usePageKeys((event) => {
    const action = meetingAction(event);
    return content && action && does[action];
  });
  if (!content || !status) return null;
  const section = sections[clock.page - 1];
  const title = qbrTitle(content, t);
  return (
    <div className={styles.room}>
      <main className={styles.page} aria-live="polite">
        {clock.page === 0 ? (
          <TitlePage content={content} />
        ) : section ? (
          <>
            <h1>{t(`qbr.section.${section.section}`)}</h1>
            <div className={styles.content}>
              {isEmptySection(content, section) && (
                <p className={styles.muted}>{t('qbr.meeting.noCommitments')}</p>
              )}
              <SectionShown section={section.section} content={content} />
              <ToldColumns labels={section} />
            </div>
          </>
        ) : (
          <AgreedPage id={id} />
        )}
      </main>
      {isTakingDown && (
        <div className={styles.takeDown}>
          <TakeDown id={id} onClose={() => setIsTakingDown(false)} />
        </div>
      )}
      <footer className={styles.bar}>
        <span className={styles.title}>{title}</span>
        <span className={styles.tools}>
          <Button size="small" icon={<PenLine size={14} />} onClick={does.takeDown}>
            {t('qbr.meeting.takeDown')}
          </Button>
          <Button size="small" icon={<MonitorSpeaker size={14} />} onClick={does.notes}>
            {t('qbr.meeting.notes')}
          </Button>
          <Button
            size="small"
            icon={<Expand size={14} />}
            aria-label={t('qbr.meeting.fill')}
            title={t('qbr.meeting.fill')}
            onClick={fill}
          />
          <Button
            size="small"
            icon={<X size={14} />}
            aria-label={t('qbr.meeting.leave')}
            title={t('qbr.meeting.leave')}
            onClick={leave}
          />
        </span>
        <span className={styles.turn}>
          <Button
            size="small"
            icon={<ChevronLeft size={14} />}
            aria-label={t('qbr.meeting.previous')}
            disabled={clock.page === 0}
            onClick={does.previous}
          />
          <span className="tabular">
            {clock.page + 1} / {pages}
          </span>
          <Button
            size="small"
            icon={<ChevronRight size={14} />}
            aria-label={t('qbr.meeting.next')}
            disabled={clock.page === pages - 1}
            onClick={does.next}
          />
        </span>
      </footer>
    </div>
  );
}

function fill(): void {
  if (document.fullscreenElement) void document.exitFullscreen();
  else void document.documentElement.requestFullscreen();
}

/** The presenter's own window; asked for again, the one that is open comes forward. */
function openNotes(id: number): void {
  window.open(`/reviews/${id}/presenter`, `presenter-${id}`, 'popup,width=1100,height=760');
}
