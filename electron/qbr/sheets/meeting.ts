import type {
  AgendaLineShown,
  AttendeeShown,
  DifficultyShown,
  PlanLineShown,
} from '../../../db/qbr/content.ts';
import type { Sheet } from '../../files/workbook/sheet.ts';
import type { QbrVersion } from '../version.ts';
import { headedPart, nothingYet, sectionSheet } from './section-page.ts';

/** Why the customer bought and what it would call a success. */
export function whySheet(review: QbrVersion): Sheet {
  const { t, content } = review;
  return sectionSheet(review, 'why', [26, 30, 30, 30], (page) => {
    const { success } = content;
    if (!success) {
      nothingYet(page, review);
      return;
    }
    page.pairs([
      { label: t('qbr.whyBought'), format: 'text', value: success.whyBought },
      { label: t('qbr.success'), format: 'text', value: success.definition },
      { label: t('qbr.confirmedOn'), format: 'date', value: success.confirmedOn },
      { label: t('qbr.confirmedBy'), format: 'text', value: success.confirmedBy },
    ]);
  });
}

/** What was hard, and what was learned from it. */
export function difficultySheet(review: QbrVersion): Sheet {
  const { t, content } = review;
  return sectionSheet(review, 'difficulty', [60, 60], (page) => {
    if (content.difficulties.length === 0) nothingYet(page, review);
    else
      page.table<DifficultyShown, string>(
        [
          {
            key: 'difficulty',
            heading: t('qbr.difficulty'),
            format: 'text',
            value: ({ difficulty }) => difficulty,
            wrap: true,
          },
          {
            key: 'lesson',
            heading: t('qbr.lesson'),
            format: 'text',
            value: ({ lesson }) => lesson,
            wrap: true,
          },
        ],
        content.difficulties,
      );
  });
}

/** What comes next, with who does it by when. */
export function planSheet(review: QbrVersion): Sheet {
  const { t, content } = review;
  return sectionSheet(review, 'plan', [52, 14, 22, 13, 32], (page) => {
    if (content.plan.length === 0) nothingYet(page, review);
    else
      page.table<PlanLineShown, string>(
        [
          { key: 'step', heading: t('qbr.step'), format: 'text', value: ({ step }) => step, wrap: true },
          {
            key: 'side',
            heading: t('qbr.planSide'),
            format: 'text',
            value: ({ side }) => t(`qbr.side.${side}`),
          },
          { key: 'owner', heading: t('goal.owner'), format: 'text', value: ({ owner }) => owner, wrap: true },
          { key: 'due', heading: t('qbr.dueOn'), format: 'date', value: ({ dueOn }) => dueOn },
          { key: 'goal', heading: t('goal.goal'), format: 'text', value: ({ goal }) => goal, wrap: true },
        ],
        content.plan,
      );
  });
}

/** When and where, what is talked about for how long, and who is in the room. */
export function agendaSheet(review: QbrVersion): Sheet {
  const { t, content } = review;
  const { meetingOn, minutes, place } = content.review;
  return sectionSheet(review, 'agenda', [34, 16, 30, 16], (page) => {
    page.pairs([
      { label: t('qbr.meetingOn'), format: 'date', value: meetingOn },
      { label: t('qbr.minutes'), format: 'integer', value: minutes },
      { label: t('qbr.place'), format: 'text', value: place },
    ]);
    page.gap();
    headedPart(page, review, t('qbr.agenda'), content.agenda, (rows) =>
      page.table<AgendaLineShown, string>(
        [
          {
            key: 'section',
            heading: t('qbr.topic'),
            format: 'text',
            value: ({ section }) => t(`qbr.section.${section}`),
          },
          { key: 'minutes', heading: t('qbr.minutes'), format: 'integer', value: (line) => line.minutes },
          {
            key: 'presenter',
            heading: t('qbr.presenter'),
            format: 'text',
            value: ({ presenter }) => presenter,
          },
        ],
        rows,
      ),
    );
    page.gap();
    headedPart(page, review, t('qbr.people'), content.attendees, (rows) =>
      page.table<AttendeeShown, string>(
        [
          { key: 'name', heading: t('qbr.name'), format: 'text', value: ({ name }) => name },
          {
            key: 'side',
            heading: t('qbr.ofSide'),
            format: 'text',
            value: ({ side }) => t(`qbr.side.${side}`),
          },
          { key: 'title', heading: t('qbr.role'), format: 'text', value: ({ title }) => title },
          {
            key: 'invited',
            heading: t('qbr.invited'),
            format: 'yes-no',
            value: ({ isInvited }) => isInvited,
          },
        ],
        rows,
      ),
    );
  });
}
