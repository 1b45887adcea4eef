import { moneyOfAnswer } from '../../../../db/handoff/answer.ts';
import type { HandoffField } from '../../../../db/handoff/template.ts';
import type { Format } from '../../../lib/format.ts';

/** An answer as people read it. */
export function answerText(field: HandoffField, answer: string, format: Format): string {
  const option = field.options.find(({ key }) => key === answer);
  if (option) return option.label[format.language];
  const money = field.type === 'money' ? moneyOfAnswer(answer) : null;
  return money ? format.exactMoney(money) : answer;
}
