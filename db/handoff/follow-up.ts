import type { IsoDate } from '../types/calendar.ts';
import { readFigure } from '../types/figure-text.ts';
import { readPerson } from '../types/person-text.ts';
import { isDenial } from '../types/placeholder.ts';
import type { WorkingCalendar } from '../working-calendar/working-day.ts';
import { missingAnswer, moneyOfAnswer } from './answer.ts';
import type { AccountChange, FollowUp, KnownOfAccount } from './follow-up-type.ts';
import { type OnboardingTask, onboardingDays, onboardingTasks } from './onboarding-task.ts';
import { fieldsOf, type HandoffTemplate } from './template.ts';

type Source = {
  readonly template: HandoffTemplate;
  readonly answers: Readonly<Record<string, { readonly answer: string }>>;
  readonly seller: string | null;
  readonly receiver: string | null;
};

/**
 * Everything the answers say that belongs into the book, in the order it is shown. Placeholders and denials bring nothing.
 * @param kickoffBy the last day for the kickoff
 */
export function followUps(
  handoff: Source,
  known: KnownOfAccount,
  {
    kickoffBy,
    today,
    calendar,
  }: {
    readonly kickoffBy: IsoDate;
    readonly today: IsoDate;
    readonly calendar: WorkingCalendar;
  },
): FollowUp[] {
  const fields = new Map(fieldsOf(handoff.template).map((field) => [field.key, field]));
  const answer = (key: string): string | null => {
    const field = fields.get(key);
    const text = handoff.answers[key]?.answer ?? '';
    return field && missingAnswer(field, text) === null ? text : null;
  };
  return [
    ...accountFollowUp(answer, handoff, known),
    ...contactFollowUps(answer, known),
    ...contractFollowUp(answer, known),
    ...successFollowUp(answer, known),
    ...goalFollowUp(answer, known),
    ...valuePointFollowUps(answer, known),
    ...(known.newMilestones > 0
      ? [{ key: 'milestones', kind: 'milestones', exists: false, count: known.newMilestones } as const]
      : []),
    ...commitmentFollowUps(answer, known),
    ...taskFollowUps(known, onboardingDays(kickoffBy, today, calendar)),
  ];
}

type AnswerOf = (key: string) => string | null;

function accountFollowUp(
  answer: AnswerOf,
  { seller, receiver }: Source,
  { account }: KnownOfAccount,
): FollowUp[] {
  const sizes: Readonly<Record<string, string>> = {
    'under-50': 'small',
    '50-199': 'small',
    '200-999': 'mid',
    '1000-4999': 'large',
    'from-5000': 'large',
  };
  const offered: readonly (readonly [AccountChange['field'], string | null])[] = [
    ['industry', line(answer('industry'))],
    ['size', sizes[answer('size') ?? ''] ?? null],
    ['region', line(answer('region'))],
    ['owner', receiver],
    ['salesOwner', seller],
  ];
  const changes = offered.flatMap(([field, value]): AccountChange[] =>
    // What is on file was entered on purpose; only what is empty is filled.
    value !== null && field !== 'status' && !account[field] ? [{ field, value }] : [],
  );
  if (account.status !== 'active') changes.push({ field: 'status', value: 'active' });
  return [{ key: 'account', kind: 'account', exists: changes.length === 0, changes }];
}

function contactFollowUps(answer: AnswerOf, { contacts }: KnownOfAccount): FollowUp[] {
  const asked = [
    ['sponsor', 'sponsor'],
    ['champion', 'champion'],
    ['detractor', 'detractor'],
    ['it-contact', 'technical'],
  ] as const;
  const found = new Map<string, FollowUp>();
  for (const [field, role] of asked) {
    const text = answer(field);
    const person = text === null || isDenial(text) ? null : readPerson(text);
    // One person in two parts is one contact, in the weightier part.
    if (!person || found.has(fold(person.name))) continue;
    found.set(fold(person.name), {
      key: `contact ${fold(person.name)}`,
      kind: 'contact',
      exists: includes(contacts, person.name),
      contact: { ...person, role },
    });
  }
  return [...found.values()];
}

function contractFollowUp(answer: AnswerOf, { contracts }: KnownOfAccount): FollowUp[] {
  const amount = moneyOfAnswer(answer('amount') ?? '');
  const startOn = answer('start');
  if (!amount || !startOn) return [];
  const endOn = answer('end');
  const seats = answer('seats');
  return [
    {
      key: 'contract',
      kind: 'contract',
      // Entered before, perhaps with its days counted otherwise: the same days, or the same amount over days they share.
      exists: contracts.some(
        (each) =>
          (each.startOn === startOn && each.endOn === endOn) ||
          (each.amountMinor === amount.minor &&
            each.startOn <= (endOn ?? each.startOn) &&
            startOn <= (each.endOn ?? startOn)),
      ),
      contract: {
        product: line(answer('products')),
        seats: seats === null || !Number.isInteger(Number(seats)) ? null : Number(seats),
        amount,
        startOn,
        endOn,
        firstPaidOn: answer('first-payment'),
      },
    },
  ];
}

function successFollowUp(answer: AnswerOf, { hasSuccessDefinition }: KnownOfAccount): FollowUp[] {
  const definition = answer('success-definition');
  if (definition === null) return [];
  return [
    {
      key: 'success-definition',
      kind: 'success-definition',
      exists: hasSuccessDefinition,
      words: { whyBought: answer('why-bought'), definition },
    },
  ];
}

function goalFollowUp(answer: AnswerOf, { goals }: KnownOfAccount): FollowUp[] {
  const stated = answer('success-metric');
  if (stated === null) return [];
  const metric = (stated.split(/[,，;；\n]/)[0] ?? stated).trim().slice(0, longestLine);
  const [from, to] = [readFigure(answer('metric-baseline')), readFigure(answer('metric-target'))];
  return [
    {
      key: 'goal',
      kind: 'goal',
      exists: includes(goals, metric),
      goal: {
        metric,
        unit: to?.unit || from?.unit || '',
        direction: from && to && to.value < from.value ? 'decrease' : 'increase',
        baseline: from?.value ?? null,
        target: to?.value ?? null,
        dueOn: answer('outcome-deadline'),
        note: [stated, answer('metric-baseline'), answer('metric-target')].filter(Boolean).join('\n'),
      },
    },
  ];
}

/** Points the book knows are found wherever the answer names them; each other line of it is a new one. */
function valuePointFollowUps(answer: AnswerOf, { valuePoints: { own, all } }: KnownOfAccount): FollowUp[] {
  const names = (answer('value-points') ?? '')
    .split(/[;；、\n]/)
    .map((name) => name.trim())
    .filter((name) => name !== '' && name.length <= longestLine);
  const points = new Map(
    names.map((name) => {
      const known = all.find((each) => fold(each) === fold(name)) ?? name;
      return [fold(known), known];
    }),
  );
  return [...points].map(([key, name]) => ({
    key: `value-point ${key}`,
    kind: 'value-point',
    exists: includes(own, name),
    name,
  }));
}

function commitmentFollowUps(answer: AnswerOf, { commitments }: KnownOfAccount): FollowUp[] {
  const texts = ['promised-features', 'promised-dates', 'promised-services'].flatMap((field) =>
    (answer(field) ?? '').split(/[;；\n]/).map((text) => text.trim()),
  );
  const promised = texts.filter((text) => text !== '' && !isDenial(text) && !/^nothing\b/i.test(text));
  const once = new Map<string, string>();
  for (const text of promised) if (!once.has(fold(text))) once.set(fold(text), text);
  return [...once].map(([key, text]) => ({
    key: `commitment ${key}`,
    kind: 'commitment',
    exists: includes(commitments, text),
    commitment: { text, dueOn: /\b\d{4}-\d{2}-\d{2}\b/.exec(text)?.[0] ?? null },
  }));
}

function taskFollowUps(
  { tasks }: KnownOfAccount,
  days: Readonly<Record<OnboardingTask, IsoDate>>,
): FollowUp[] {
  return onboardingTasks.map((task) => ({
    key: `task ${task}`,
    kind: 'task',
    exists: tasks.includes(task),
    task,
    dueOn: days[task],
  }));
}

const longestLine = 200;

function line(text: string | null): string | null {
  return text === null ? null : (text.split('\n')[0] ?? text).slice(0, longestLine);
}

function includes(names: readonly string[], name: string): boolean {
  return names.some((each) => fold(each) === fold(name));
}

function fold(name: string): string {
  return name.normalize('NFKC').toLowerCase().replace(/\s+/g, ' ').trim();
}
