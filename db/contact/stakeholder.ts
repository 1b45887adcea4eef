import type { IsoDate } from '../types/calendar.ts';

export const contactRoles = ['sponsor', 'champion', 'key-user', 'technical', 'finance', 'detractor'] as const;
export type ContactRole = (typeof contactRoles)[number];

/** A person at the customer as the book knows them. */
export type Stakeholder = {
  readonly id: number;
  readonly name: string;
  readonly title: string | null;
  readonly role: ContactRole | null;
  /** −2 to 2. */
  readonly sentiment: number | null;
  readonly lastTouchedOn: IsoDate | null;
};

export const stakeholderChanges = ['joined', 'left', 'role', 'title', 'warmer', 'cooler'] as const;
export type StakeholderChange = (typeof stakeholderChanges)[number];

export type StakeholderShown = Stakeholder & {
  readonly changes: readonly StakeholderChange[];
  /** What they were before, where that changed. */
  readonly roleBefore: ContactRole | null;
  readonly titleBefore: string | null;
};

export type StakeholdersShown = {
  /** The day the people of today are compared with; null where the book knew nobody before. */
  readonly since: IsoDate | null;
  /** Who left last; the others in today's order. */
  readonly people: readonly StakeholderShown[];
  /** Nobody decides any more: the sponsors there were. Empty while there is one, and where there never was. */
  readonly sponsorsGone: readonly string[];
};

/**
 * Who is there, and what changed since the earlier day: who joined, left, has another role or title, feels warmer or cooler
 * towards us. A sentiment first noted, or noted no more, is no change of mood.
 */
export function compareStakeholders(
  since: IsoDate | null,
  before: readonly Stakeholder[],
  now: readonly Stakeholder[],
): StakeholdersShown {
  const earlier = new Map(since === null ? [] : before.map((person) => [person.id, person]));
  const present = new Set(now.map(({ id }) => id));
  const gone = [...earlier.values()].filter(({ id }) => !present.has(id));
  const isSponsor = ({ role }: Stakeholder) => role === 'sponsor';
  return {
    since,
    people: [
      ...now.map((person) => {
        const was = earlier.get(person.id);
        const changes = since === null ? [] : was ? changesOf(was, person) : (['joined'] as const);
        return {
          ...person,
          changes,
          roleBefore: was && was.role !== person.role ? was.role : null,
          titleBefore: was && was.title !== person.title ? was.title : null,
        };
      }),
      ...gone.map((person) => ({
        ...person,
        changes: ['left'] as const,
        roleBefore: null,
        titleBefore: null,
      })),
    ],
    sponsorsGone: now.some(isSponsor) ? [] : [...earlier.values()].filter(isSponsor).map(({ name }) => name),
  };
}

function changesOf(was: Stakeholder, is: Stakeholder): StakeholderChange[] {
  const changes: StakeholderChange[] = [];
  if (was.role !== is.role) changes.push('role');
  if (was.title !== is.title) changes.push('title');
  if (was.sentiment !== null && is.sentiment !== null && was.sentiment !== is.sentiment)
    changes.push(is.sentiment > was.sentiment ? 'warmer' : 'cooler');
  return changes;
}
