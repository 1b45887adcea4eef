import { fieldsToFix } from '../../db/handoff/decision.ts';
import type { Handoff } from '../../db/handoff/query.ts';
import { type FieldScore, scoreHandoff } from '../../db/handoff/score.ts';
import { fieldNeeds } from '../../db/handoff/template.ts';
import type { Language } from '../../db/types/language.ts';
import { messagesIn } from '../messages.ts';

/**
 * The note that goes to the seller with a return: which fields to fix, what is wrong with each and what belongs there,
 * the required ones first. Plain text, to be pasted into a mail or a chat.
 */
export function returnNote(handoff: Handoff, reason: string | null, language: Language): string {
  const t = messagesIn(language);
  const score = scoreHandoff(handoff.template, handoff.answers);
  const fix = fieldsToFix(score);
  const account = handoff.deal ? `${handoff.accountName} (${handoff.deal})` : handoff.accountName;
  const paragraphs = [
    handoff.seller ? t('handoff.note.hello', { name: handoff.seller }) : t('handoff.note.helloAnybody'),
    fix.length > 0
      ? t('handoff.note.opening', { account, score: score.score, count: fix.length })
      : t('handoff.note.openingWithoutFields', { account }),
    ...(reason ? [reason] : []),
    ...fieldNeeds.flatMap((need) => {
      const fields = fix.filter(({ field }) => field.need === need);
      if (fields.length === 0) return [];
      return [
        [t(`handoff.note.${need}`), ...fields.map((each) => fieldLine(each, handoff, language))].join('\n'),
      ];
    }),
    ...(fix.length > 0 ? [t('handoff.note.closing')] : []),
    ...(handoff.receiver ? [handoff.receiver] : []),
  ];
  return paragraphs.join('\n\n');
}

function fieldLine(
  { field, section, missing, quality }: FieldScore,
  handoff: Handoff,
  language: Language,
): string {
  const t = messagesIn(language);
  const why = missing
    ? t(`handoff.missing.${missing}`)
    : t(`handoff.fix.${quality === 1 ? 'vague' : 'usable'}`);
  const name = handoff.template.sections.find(({ key }) => key === section)?.name[language] ?? '';
  return t('handoff.note.field', {
    section: name,
    label: field.label[language],
    why,
    help: field.help[language],
  });
}
