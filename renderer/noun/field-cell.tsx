import type { Field, Noun, NounRow } from '../../db/kernel/define.ts';
import { isOpen } from '../../db/kernel/field.ts';
import type { IsoDate } from '../../db/types/calendar.ts';
import { Due } from '../lib/due.tsx';
import { Chip } from '../ui/chip.tsx';
import { useFieldText } from './field-text.ts';
import type { NounLabels } from './noun-labels.ts';

/** One field of a row, as lists and panels show it: a judged choice as a chip, a due day late where it is. */
export function FieldCell({
  noun,
  name,
  row,
  today,
  labels,
}: {
  noun: Noun;
  /** The field's key. */
  name: string;
  row: NounRow;
  today: IsoDate;
  labels: NounLabels;
}) {
  const textOf = useFieldText(labels);
  const field = noun.fields[name];
  const value = row.values[name] ?? null;
  if (!field || value === null) return null;
  const text = textOf(name, field, value, row.labels[name]);
  if (field.is === 'choice' && field.tones)
    return <Chip tone={field.tones[String(value)] ?? 'plain'}>{text}</Chip>;
  if (field.is === 'date')
    return field.due && isOpen(noun, row.values) ? (
      <Due on={String(value)} today={today} />
    ) : (
      <time dateTime={text} className="tabular">
        {text}
      </time>
    );
  return isNumber(field) ? <span className="tabular">{text}</span> : <span title={text}>{text}</span>;
}

/** Whether a column of the field is read from its right end. */
export function isNumber({ is }: Field): boolean {
  return is === 'integer' || is === 'figure' || is === 'percent' || is === 'money';
}
