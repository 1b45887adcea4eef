import { addDays, type IsoDate } from './calendar.ts';
import { missingAnswer, moneyOfAnswer } from './handoff-answer.ts';
import { fieldsOf, type HandoffTemplate } from './handoff-template.ts';
import type { Money } from './money.ts';
import { readPerson } from './person-answer.ts';
import { isDenial } from './placeholder.ts';
import { addWorkingDays, isWorkingDay, type WorkingCalendar } from './working-day.ts';

export const onboardingTasks = [
  'prepare-kickoff',
  'hold-kickoff',
  'send-recap',
  'confirm-goal',
  'review-month',
] as const;
export type OnboardingTask = (typeof onboardingTasks)[number];

export type AccountChange = {
  readonly field: 'industry' | 'size' | 'region' | 'owner' | 'salesOwner' | 'status';
  readonly value: string;
};
type NewContact = {
  readonly name: string;
  readonly title: string | null;
  readonly email: string | null;
  readonly phone: string | null;
  readonly role: 'sponsor' | 'champion' | 'detractor' | 'technical';
};
type NewContract = {
  readonly product: string | null;
  readonly seats: number | null;
  readonly amount: Money;
  readonly startOn: IsoDate;
  readonly endOn: IsoDate | null;
  readonly firstPaidOn: IsoDate | null;
};
type NewGoal = {
  readonly metric: string;
  readonly unit: string;
  readonly direction: 'increase' | 'decrease';
  readonly baseline: number | null;
  readonly target: number | null;
  readonly dueOn: IsoDate | null;
  /** The answers in full, as the figures were read from them. */
  readonly note: string;
};

/** What an acceptance brings into the book. `key` names it from one look to the next. */
export type FollowUp = { readonly key: string; readonly exists: boolean } & (
  | { readonly kind: 'account'; readonly changes: readonly AccountChange[] }
  | { readonly kind: 'contact'; readonly contact: NewContact }
  | { readonly kind: 'contract'; readonly contract: NewContract }
  | {
      readonly kind: 'success-definition';
      readonly words: { readonly whyBought: string | null; readonly definition: string };
    }
  | { readonly kind: 'goal'; readonly goal: NewGoal }
  | { readonly kind: 'value-point'; readonly name: string }
  | { readonly kind: 'milestones'; readonly count: number }
  | {
      readonly kind: 'promise';
      readonly promise: { readonly text: string; readonly dueOn: IsoDate | null };
    }
  | { readonly kind: 'task'; readonly task: OnboardingTask; readonly dueOn: IsoDate }
);
export type FollowUpKind = FollowUp['kind'];

/** What the book has of the account already; names are compared without regard to case and space. */
export type KnownOfAccount = {
  readonly account: Readonly<Record<Exclude<AccountChange['field'], 'status'>, string | null>> & {
    readonly status: 'prospect' | 'active' | 'churned';
  };
  readonly contacts: readonly string[];
  readonly contracts: readonly {
    readonly startOn: IsoDate;
    readonly endOn: IsoDate | null;
    readonly amountMinor: number;
  }[];
  readonly hasSuccessDefinition: boolean;
  readonly goals: readonly string[];
  /** Those of the account by name, and every one of the book, whose names are looked for in the answer. */
  readonly valuePoints: { readonly own: readonly string[]; readonly all: readonly string[] };
  /** Milestones its template would add. */
  readonly newMilestones: number;
  readonly promises: readonly string[];
  readonly tasks: readonly OnboardingTask[];
};

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
    ...promiseFollowUps(answer, known),
    ...taskFollowUps(known, kickoffBy, today, calendar),
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
  const said = answer('success-metric');
  if (said === null) return [];
  const metric = (said.split(/[,，;；\n]/)[0] ?? said).trim().slice(0, longestLine);
  const [from, to] = [figure(answer('metric-baseline')), figure(answer('metric-target'))];
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
        note: [said, answer('metric-baseline'), answer('metric-target')].filter(Boolean).join('\n'),
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

function promiseFollowUps(answer: AnswerOf, { promises }: KnownOfAccount): FollowUp[] {
  const texts = ['promised-features', 'promised-dates', 'promised-services'].flatMap((field) =>
    (answer(field) ?? '').split(/[;；\n]/).map((text) => text.trim()),
  );
  const promised = texts.filter((text) => text !== '' && !isDenial(text) && !/^nothing\b/i.test(text));
  return [...new Set(promised)].map((text) => ({
    key: `promise ${fold(text)}`,
    kind: 'promise',
    exists: includes(promises, text),
    promise: { text, dueOn: /\b\d{4}-\d{2}-\d{2}\b/.exec(text)?.[0] ?? null },
  }));
}

function taskFollowUps(
  { tasks }: KnownOfAccount,
  kickoffBy: IsoDate,
  today: IsoDate,
  calendar: WorkingCalendar,
): FollowUp[] {
  const days: Readonly<Record<OnboardingTask, IsoDate>> = {
    'prepare-kickoff': workingDayBefore(kickoffBy, calendar),
    'hold-kickoff': kickoffBy,
    'send-recap': addWorkingDays(kickoffBy, 1, calendar),
    'confirm-goal': addWorkingDays(kickoffBy, 5, calendar),
    'review-month': addWorkingDays(addDays(kickoffBy, 30), 0, calendar),
  };
  return onboardingTasks.map((task) => ({
    key: `task ${task}`,
    kind: 'task',
    exists: tasks.includes(task),
    task,
    dueOn: days[task] < today ? today : days[task],
  }));
}

function workingDayBefore(date: IsoDate, calendar: WorkingCalendar): IsoDate {
  let day = addDays(date, -1);
  while (!isWorkingDay(day, calendar)) day = addDays(day, -1);
  return day;
}

/** The first figure of a sentence with its unit: `31 起`, `about 40,000`, `92 %`, `4 万`. */
function figure(text: string | null): { value: number; unit: string } | null {
  const match = /(-?\d[\d,]*(?:\.\d+)?)\s*(万|亿)?\s*(%|[\p{Script=Han}]{1,2})?/u.exec(
    (text ?? '')
      .normalize('NFKC')
      .replace(/\d{4}-\d{2}-\d{2}|\d{4}\s*年|\d{1,2}\s*月(?:份|\s*\d{1,2}\s*[日号])?/g, ''),
  );
  if (!match?.[1]) return null;
  const scale = match[2] === '万' ? 1e4 : match[2] === '亿' ? 1e8 : 1;
  return { value: Number(match[1].replaceAll(',', '')) * scale, unit: match[3] ?? '' };
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
