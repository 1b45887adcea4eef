import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { client } from '../../lib/api.ts';
import { Chip } from '../../ui/chip.tsx';
import { LineCard } from './line-card.tsx';
import { LineDialog, type LineField, type LineValues } from './line-dialog.tsx';
import type { QbrShown } from './qbr-type.ts';
import { useAction } from './use-action.ts';

export type LineKind = 'difficulty' | 'ask' | 'commitment' | 'plan' | 'attendee' | 'agenda';
/** A line being written: a new one, begun with these values, or the one by that id. */
export type LineQuestion = {
  readonly kind: LineKind;
  readonly id: number | null;
  readonly start: LineValues;
};

const text = (value: string | number | null | undefined) => String(value ?? '');
const textOrNull = (value: string | number | null | undefined) => text(value).trim() || null;
const side = (value: unknown) => (value === 'customer' ? ('customer' as const) : ('us' as const));
const number = (value: string | number | null | undefined) => (typeof value === 'number' ? value : null);

/** The form of the line in question; saving adds or changes it. */
export function LineQuestionDialog({
  view,
  question,
  onClose,
}: {
  view: QbrShown;
  question: LineQuestion;
  onClose: () => void;
}) {
  const { t } = useTranslation();
  const { run } = useAction();
  const { kind, id, start } = question;
  const { qbr, content } = view;
  const qbrId = qbr.id;
  const dueOn: LineField = { name: 'dueOn', label: t('qbr.dueOn'), kind: 'date' };
  const whose: LineField = { name: 'side', label: t('qbr.ofSide'), kind: 'side' };
  const goals = content.goals.flatMap(({ id: value, metric }) =>
    value === undefined ? [] : [{ value, label: metric }],
  );
  const fields: Readonly<Record<LineKind, readonly LineField[]>> = {
    difficulty: [
      { name: 'difficulty', label: t('qbr.difficulty'), kind: 'prose', isNeeded: true },
      { name: 'lesson', label: t('qbr.lesson'), kind: 'prose' },
    ],
    ask: [
      { ...whose, label: t('qbr.askedBy') },
      { name: 'ask', label: t('qbr.ask'), kind: 'prose', isNeeded: true },
      { name: 'askedOf', label: t('qbr.askedOf'), kind: 'line' },
      dueOn,
    ],
    commitment: [
      { ...whose, label: t('qbr.promisedBySide') },
      { name: 'text', label: t('qbr.commitment'), kind: 'prose', isNeeded: true },
      { name: 'promisedBy', label: t('qbr.promisedBy'), kind: 'line' },
      { name: 'promisedTo', label: t('qbr.promisedTo'), kind: 'line' },
      dueOn,
    ],
    plan: [
      { name: 'step', label: t('qbr.step'), kind: 'prose', isNeeded: true },
      { ...whose, label: t('qbr.planSide') },
      { name: 'owner', label: t('goal.owner'), kind: 'line' },
      dueOn,
      { name: 'goalId', label: t('goal.goal'), kind: 'choice', options: goals },
    ],
    attendee: [
      { name: 'name', label: t('qbr.name'), kind: 'line', isNeeded: true },
      whose,
      { name: 'title', label: t('qbr.role'), kind: 'line' },
      { name: 'invitedOn', label: t('qbr.invitedOn'), kind: 'date' },
    ],
    agenda: [
      { name: 'minutes', label: t('qbr.minutes'), kind: 'minutes' },
      { name: 'presenter', label: t('qbr.presenter'), kind: 'line' },
    ],
  };
  const save = (given: LineValues) => {
    const due = textOrNull(given.dueOn);
    switch (kind) {
      case 'difficulty': {
        const line = { difficulty: text(given.difficulty), lesson: textOrNull(given.lesson) };
        const { add, edit } = client.qbr.difficulty;
        return run(() => (id === null ? add.mutate({ qbrId, line }) : edit.mutate({ id, line })));
      }
      case 'ask': {
        const line = {
          side: side(given.side),
          ask: text(given.ask),
          askedOf: textOrNull(given.askedOf),
          dueOn: due,
        };
        const { add, edit } = client.qbr.ask;
        return run(() => (id === null ? add.mutate({ qbrId, line }) : edit.mutate({ id, line })));
      }
      case 'commitment': {
        const commitment = {
          side: side(given.side),
          text: text(given.text),
          promisedBy: textOrNull(given.promisedBy),
          promisedTo: textOrNull(given.promisedTo),
          dueOn: due,
        };
        const { create, edit } = client.commitment;
        const source = { noun: 'qbr' as const, id: qbrId };
        const begun = { accountId: qbr.accountId, source, madeOn: qbr.meetingOn, comment: null };
        return run(() =>
          id === null ? create.mutate({ ...begun, ...commitment }) : edit.mutate({ id, ...commitment }),
        );
      }
      case 'plan': {
        const line = {
          step: text(given.step),
          side: side(given.side),
          owner: textOrNull(given.owner),
          dueOn: due,
          goalId: number(given.goalId),
        };
        const { add, edit } = client.qbr.planLine;
        return run(() => (id === null ? add.mutate({ qbrId, line }) : edit.mutate({ id, line })));
      }
      case 'attendee': {
        const known = view.lines.attendees.find((each) => each.id === id);
        const line = {
          name: text(given.name),
          side: side(given.side),
          title: textOrNull(given.title),
          invitedOn: textOrNull(given.invitedOn),
          contactId: number(given.contactId),
          attended: known?.attended ?? null,
        };
        const { add, edit } = client.qbr.attendee;
        return run(() => (id === null ? add.mutate({ qbrId, line }) : edit.mutate({ id, line })));
      }
      case 'agenda': {
        const known = view.lines.agenda.find((each) => each.id === id);
        if (!known || id === null) return;
        const { section, position } = known;
        const line = {
          section,
          position,
          minutes: number(given.minutes) ?? 0,
          presenter: textOrNull(given.presenter),
        };
        return run(() => client.qbr.agendaLine.edit.mutate({ id, line }));
      }
    }
  };
  return (
    <LineDialog
      title={t(`qbr.line.${kind}`)}
      fields={fields[kind]}
      start={start}
      onSave={save}
      onClose={onClose}
    />
  );
}

/** Begins a new line of a kind, for a side. */
export function newLine(kind: LineKind, of: 'us' | 'customer' = 'us'): LineQuestion {
  return { kind, id: null, start: { side: of, dueOn: null, goalId: null } };
}

/** The lines of a section as a card; `isOpen` says whether they can be changed. */
export function LineSection({ kind, view, isOpen }: { kind: LineKind; view: QbrShown; isOpen: boolean }) {
  const { t } = useTranslation();
  const { run, remove } = useAction();
  const [question, setQuestion] = useState<LineQuestion | null>(null);
  const { content, lines } = view;
  const ofSide = (each: 'us' | 'customer') => t(`qbr.side.${each}`);
  const open = (start: LineValues & { id?: number }) => {
    const { id = null, ...rest } = start;
    setQuestion({ kind, id, start: rest });
  };
  const shown = {
    difficulty: () => ({
      title: t('qbr.section.difficulty'),
      headings: [t('qbr.difficulty'), t('qbr.lesson')],
      rows: content.difficulties.map((line) => ({
        id: line.id ?? 0,
        name: line.difficulty,
        cells: [line.difficulty, line.lesson],
        start: { ...line },
      })),
      remove: (id: number) => client.qbr.difficulty.remove.mutate({ id }),
    }),
    ask: () => ({
      title: t('qbr.asks'),
      headings: [t('qbr.ask'), t('qbr.askedBy'), t('qbr.askedOf'), t('qbr.dueOn')],
      rows: content.asks.map((line) => ({
        id: line.id ?? 0,
        name: line.ask,
        cells: [line.ask, ofSide(line.side), line.askedOf, line.dueOn],
        start: { ...line },
      })),
      remove: (id: number) => client.qbr.ask.remove.mutate({ id }),
    }),
    commitment: () => ({
      title: t('qbr.newCommitments'),
      headings: [t('qbr.commitment'), t('qbr.promisedBySide'), t('qbr.promisedBy'), t('qbr.dueOn')],
      rows: content.newCommitments.map(
        ({ id, text: labels, side: whose, promisedBy, promisedTo, dueOn }) => ({
          id: id ?? 0,
          name: labels,
          cells: [labels, ofSide(whose), promisedBy, dueOn],
          start: {
            ...(id !== undefined && { id }),
            text: labels,
            side: whose,
            promisedBy,
            promisedTo,
            dueOn,
          },
        }),
      ),
      remove: (id: number) => client.commitment.remove.mutate({ id }),
    }),
    plan: () => ({
      title: t('qbr.section.plan'),
      headings: [t('qbr.step'), t('qbr.planSide'), t('goal.owner'), t('qbr.dueOn'), t('goal.goal')],
      rows: content.plan.map((line) => ({
        id: line.id ?? 0,
        name: line.step,
        cells: [line.step, ofSide(line.side), line.owner, line.dueOn, line.goal],
        start: { ...lines.plan.find(({ id }) => id === line.id) },
      })),
      remove: (id: number) => client.qbr.planLine.remove.mutate({ id }),
    }),
    attendee: () => ({
      title: t('qbr.people'),
      headings: [t('qbr.name'), t('qbr.ofSide'), t('qbr.role'), t('qbr.invited')],
      rows: content.attendees.map((line) => ({
        id: line.id ?? 0,
        name: line.name,
        cells: [line.name, ofSide(line.side), line.title, line.isInvited ? t('app.yes') : t('app.no')],
        start: { ...lines.attendees.find(({ id }) => id === line.id) },
      })),
      remove: (id: number) => client.qbr.attendee.remove.mutate({ id }),
    }),
    agenda: () => ({
      title: t('qbr.agenda'),
      headings: [t('qbr.topic'), t('qbr.minutes'), t('qbr.presenter')],
      rows: content.agenda.map((line) => ({
        id: line.id ?? 0,
        name: t(`qbr.section.${line.section}`),
        cells: [t(`qbr.section.${line.section}`), line.minutes, line.presenter],
        start: { ...lines.agenda.find(({ id }) => id === line.id) },
      })),
      remove: (id: number) => client.qbr.agendaLine.remove.mutate({ id }),
    }),
  }[kind]();
  const minutes = content.agenda.reduce((sum, line) => sum + line.minutes, 0);
  const isFitted = kind !== 'agenda' || minutes === content.review.minutes;
  const lay = () => run(() => client.qbr.draftAgenda.mutate({ id: view.qbr.id }));
  const edit = {
    addLabel: t(kind === 'agenda' ? 'qbr.fix.fit-agenda' : `qbr.addLine.${kind}`),
    add: () => (kind === 'agenda' ? lay() : setQuestion(newLine(kind))),
    open: (id: number) => open(shown.rows.find((row) => row.id === id)?.start ?? {}),
    remove: (id: number) => remove(() => shown.remove(id)),
  };
  return (
    <>
      <LineCard
        title={shown.title}
        beside={
          kind === 'agenda' ? (
            <Chip tone={isFitted ? 'plain' : 'warn'}>
              {t('qbr.minutesOf', { minutes, of: content.review.minutes })}
            </Chip>
          ) : undefined
        }
        headings={shown.headings}
        rows={shown.rows}
        empty={t(`qbr.empty.${kind}`)}
        edit={isOpen ? edit : undefined}
      />
      {question && <LineQuestionDialog view={view} question={question} onClose={() => setQuestion(null)} />}
    </>
  );
}
