import type { Interval } from '../task/rule.ts';
import type { IsoDate } from '../types/calendar.ts';
import { findSpokenDate, type NaturalDate, type Tense } from '../types/natural-date.ts';

export type CaptureNoteKind = 'note' | 'meeting' | 'call' | 'email' | 'visit';

/** What one typed line means: a task to do or a note of what happened, about whom and when. */
export type Capture = {
  readonly what: 'note' | 'task';
  readonly noteKind: CaptureNoteKind;
  /** Null where nobody is named; where several could be meant they are the choices. */
  readonly accountId: number | null;
  readonly accountChoices: readonly number[];
  readonly contactId: number | null;
  /** The day of a note, the due day of a task; null is a task without one. */
  readonly on: IsoDate | null;
  readonly interval: Interval | null;
  /** The line without the words that said the day. */
  readonly text: string;
};

export type CaptureNames = {
  readonly accounts: readonly { readonly id: number; readonly name: string }[];
  readonly contacts: readonly { readonly id: number; readonly name: string; readonly accountId: number }[];
  /** The account in view, meant where none is named. */
  readonly accountInView: number | null;
};

const isTaskSaid =
  /^\s*(?:[-*]\s*\[ ?\]|(?:task|to-?do|待办|任务|提醒我?)\s*[:：]?(?=\s|\p{Script=Han}))\s*/iu;
const isNoteSaid = /^\s*(?:note|记录|备注|笔记)\s*[:：]\s*/iu;
const happened =
  /\b(met|called|rang|visited|e-?mailed|wrote|spoke|talked|saw|had|sent|discussed|agreed|reported|heard|stated)\b|[了过](?!解|程|期|渡|滤)|昨[天日晚]|前天|上(?:个)?(?:周|星期|月)|刚刚|刚才/i;
const toDo =
  /\b(remind|need to|needs to|must|should|have to|follow up|don't forget)\b|记得|提醒|需要|跟进|别忘|务必/i;
const order =
  /^\s*(?:call|ring|phone|e-?mail|visit|send|ask|prepare|book|schedule|write|check|confirm|meet|invite|propose|review|update|find|get|plan|offer|share|remind)\b|^\s*(?:致电|打电话|联系|拜访|走访|发送|发邮件|发|准备|约|预约|确认|安排|提交|整理|回访|邀请|询问|问|催|回复|寄|写|跟)/i;

const noteKinds: readonly (readonly [CaptureNoteKind, RegExp])[] = [
  ['visit', /\b(visit(?:ed)?|on[- ]site)\b|拜访|走访|到访|上门|登门/i],
  ['call', /\b(call(?:ed)?|rang|ring|phoned?|spoke|talked)\b|致电|电话|通话|来电/i],
  ['email', /\b(e-?mail(?:ed)?|wrote)\b|邮件|发信|来信/i],
  ['meeting', /\b(met|meet(?:ing)?|workshop|demo|kick-?off)\b|会议|开会|见面|见了|会面|碰面|面谈|例会|会谈/i],
];

/** Understands one line in either language. Nothing in it is ever an error: what isn't understood stays text. */
export function understandCapture(line: string, names: CaptureNames, today: IsoDate): Capture {
  const stated = isTaskSaid.exec(line) ?? isNoteSaid.exec(line);
  const rest = stated ? line.slice(stated[0].length) : line;
  const tense: Tense = happened.test(rest) ? 'past' : 'future';
  const date = findSpokenDate(rest, today, tense);
  const what = stated ? (isTaskSaid.test(line) ? 'task' : 'note') : intended(rest, date, tense, today);
  const about = findPeople(rest, names);
  return {
    what,
    noteKind: noteKinds.find(([, pattern]) => pattern.test(rest))?.[0] ?? 'note',
    ...about,
    on: date?.on ?? (what === 'note' ? today : null),
    interval: what === 'task' ? (date?.interval ?? null) : null,
    text: withoutDate(rest, date) || rest.trim(),
  };
}

/** A day to come or a repetition is for a task, a day gone by for a note; without either the words decide. */
function intended(text: string, date: NaturalDate | null, tense: Tense, today: IsoDate): 'note' | 'task' {
  if (date?.interval) return 'task';
  if (date && date.on !== today) return date.on > today ? 'task' : 'note';
  if (toDo.test(text)) return 'task';
  return tense === 'future' && order.test(text) ? 'task' : 'note';
}

function findPeople(
  text: string,
  { accounts, contacts, accountInView }: CaptureNames,
): Pick<Capture, 'accountId' | 'accountChoices' | 'contactId'> {
  const lower = text.toLowerCase();
  const scored = accounts
    .map(({ id, name }) => ({ id, score: mention(lower, name.toLowerCase()) }))
    .filter(({ score }) => score > 0);
  const best = Math.max(0, ...scored.map(({ score }) => score));
  const named = scored.filter(({ score }) => score === best).map(({ id }) => id);
  const people = contacts.filter(({ name }) => isSaid(lower, name.toLowerCase()));
  const ofNamed = people.filter(({ accountId }) => named.length === 0 || named.includes(accountId));
  const houses = [...new Set(ofNamed.map(({ accountId }) => accountId))];
  const candidates = houses.length > 0 ? houses : named;
  const accountId =
    candidates.length === 1 ? (candidates[0] ?? null) : candidates.length === 0 ? accountInView : null;
  const own = ofNamed.filter((contact) => contact.accountId === accountId);
  return {
    accountId,
    accountChoices: candidates.length > 1 ? candidates : [],
    contactId: own.length === 1 ? (own[0]?.id ?? null) : null,
  };
}

/**
 * How much of a name the text says: all of it; or from its beginning at least one whole word in Latin script, two
 * characters in Chinese. 0 is not at all.
 */
function mention(text: string, name: string): number {
  if (isSaid(text, name)) return name.length * 2;
  if (/^\p{Script=Han}/u.test(name)) {
    for (let length = name.length - 1; length >= 2; length--)
      if (text.includes(name.slice(0, length))) return length * 2;
    return 0;
  }
  const parts = name.split(/[\s,]+/).filter(Boolean);
  for (let count = parts.length - 1; count >= 1; count--) {
    const beginning = parts.slice(0, count).join(' ');
    if (beginning.length >= 3 && isSaid(text, beginning)) return beginning.length;
  }
  return 0;
}

/** Whether the text says the words, as whole ones where they are in Latin script. */
function isSaid(text: string, words: string): boolean {
  if (words.length < 2) return false;
  for (let at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + 1)) {
    const isWhole = (edge: string, beside: string | undefined) =>
      !/[\p{Script=Latin}\d]/u.test(edge) || beside === undefined || !/[\p{Script=Latin}\d]/u.test(beside);
    if (isWhole(words.at(0) ?? '', text[at - 1]) && isWhole(words.at(-1) ?? '', text[at + words.length]))
      return true;
  }
  return false;
}

/** "Call Harbor by tomorrow" is "Call Harbor" once the day is known; "yesterday's call" needs its words. */
function withoutDate(text: string, date: NaturalDate | null): string {
  if (!date || /^['’]s\b/.test(text.slice(date.end))) return text.trim();
  const before = text.slice(0, date.start).replace(/(?:\b(?:on|by|before|until|due|at)|于|在)\s*$/i, '');
  const after = text.slice(date.end);
  const isOneRun = /\p{Script=Han}\s*$/u.test(before) && /^\s*\p{Script=Han}/u.test(after);
  return `${before.trimEnd()}${isOneRun ? '' : ' '}${after.trimStart()}`
    .replace(/\s+([,.;:!?，。；：！？])/g, '$1')
    .replace(/^[\s,;:，。；：、]+|[\s,;:，；：、]+$/g, '');
}
