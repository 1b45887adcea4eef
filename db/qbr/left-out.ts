import { narrativeColumns, type QbrContent, type SectionShown } from './content.ts';
import { isInsideSection, type QbrSection } from './kind.ts';

/**
 * Whether a version has nothing on a section, neither recorded nor told: such a page only tells the customer that somebody
 * did not prepare it. For the house it stays, saying what belongs there.
 */
export function isEmptySection(content: QbrContent, { section, ...words }: SectionShown): boolean {
  return !isRecorded(content, section) && !hasWords(words);
}

export function hasWords(words: Omit<SectionShown, 'section'>): boolean {
  return narrativeColumns.some((column) => words[column]?.trim());
}

/** Whether a part of a section is shown: one without anything in it is for the house alone, which reads there what is missing. */
export function isPartShown(content: QbrContent, part: readonly unknown[]): boolean {
  return part.length > 0 || content.inside !== undefined;
}

function isRecorded(content: QbrContent, section: QbrSection): boolean {
  switch (section) {
    case 'why':
      return Boolean(content.success?.whyBought || content.success?.definition);
    case 'outcomes':
      return content.goals.length > 0 || content.value.claims.length > 0;
    case 'usage':
    case 'support':
    case 'feedback':
      return content.figures?.some((figure) => figure.section === section) ?? false;
    case 'commitments':
      return content.commitments.length > 0;
    case 'maturity':
      return content.maturity.now !== null;
    case 'difficulty':
      return content.difficulties.length > 0;
    case 'plan':
      return content.plan.length > 0;
    case 'ask':
      return content.asks.length > 0 || content.newCommitments.length > 0;
    case 'agenda':
      return content.agenda.length > 0 || content.attendees.length > 0;
    case 'risk':
    case 'stakeholder':
    case 'expansion':
      return content.inside !== undefined;
  }
}

/** The sections meant for the customer that its version comes without, as nothing is on them. */
export function sectionsLeftOut(content: QbrContent, customers: QbrContent): QbrSection[] {
  const there = new Set(customers.sections.map(({ section }) => section));
  return content.sections
    .map(({ section }) => section)
    .filter((section) => !isInsideSection(section) && !there.has(section));
}
