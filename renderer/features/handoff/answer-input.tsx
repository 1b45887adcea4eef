import { Input, Select } from 'antd';
import { useState } from 'react';
import { isIsoDate } from '../../../db/domain/calendar.ts';
import { moneyOfAnswer } from '../../../db/domain/handoff-answer.ts';
import type { HandoffField } from '../../../db/domain/handoff-template.ts';
import { useFormat } from '../../lib/format.ts';
import { DateInput } from '../../ui/date-input.tsx';

/** Pixels, for what is never long: a figure, a day, a choice. */
const shortWidth = 220;

type InputProps = {
  id: string;
  field: HandoffField;
  value: string;
  /** The id of the text that explains the field. */
  describedBy: string;
  status: '' | 'error';
  onType: (text: string) => void;
  onSave: (text: string) => void;
};

/** The input a field's type asks for. Texts are saved on leaving the field, choices and dates when picked. */
export function AnswerInput(props: InputProps) {
  switch (props.field.type) {
    case 'choice':
      return <ChoiceInput {...props} />;
    case 'date':
      return <DayInput {...props} />;
    case 'number':
    case 'money':
      return <FigureInput {...props} />;
    case 'text':
    case 'person':
    case 'file':
    case 'link':
      return <TextInput {...props} />;
  }
}

function TextInput({ id, field, value, describedBy, status, onType, onSave }: InputProps) {
  const shared = { id, value, status, 'aria-describedby': describedBy, onBlur: () => onSave(value) };
  return field.lines > 1 ? (
    <Input.TextArea
      {...shared}
      autoSize={{ minRows: 2, maxRows: 10 }}
      onChange={(event) => onType(event.target.value)}
    />
  ) : (
    <Input {...shared} onChange={(event) => onType(event.target.value)} onPressEnter={() => onSave(value)} />
  );
}

/** A number or an amount: as people read it, and as it was typed while it is being typed. */
function FigureInput({ id, field, value, describedBy, status, onType, onSave }: InputProps) {
  const format = useFormat();
  const [isTyping, setTyping] = useState(false);
  const money = field.type === 'money' ? moneyOfAnswer(value) : null;
  const isFigure = field.type === 'number' && /^-?\d+(\.\d+)?$/.test(value);
  const shown = money ? format.exactMoney(money) : isFigure ? format.number(Number(value)) : value;
  return (
    <Input
      id={id}
      style={{ width: shortWidth }}
      value={isTyping ? value : shown}
      suffix={field.unit?.[format.language]}
      status={status}
      aria-describedby={describedBy}
      onFocus={() => setTyping(true)}
      onBlur={() => {
        setTyping(false);
        onSave(value);
      }}
      onChange={(event) => onType(event.target.value)}
      onPressEnter={() => onSave(value)}
    />
  );
}

function DayInput({ id, value, describedBy, status, onSave }: InputProps) {
  return (
    <div style={{ width: shortWidth }}>
      <DateInput
        id={id}
        value={value}
        placeholder={value === '' || isIsoDate(value) ? undefined : value}
        status={status}
        aria-describedby={describedBy}
        onChange={(date) => onSave(date ?? '')}
      />
    </div>
  );
}

function ChoiceInput({ id, field, value, describedBy, status, onSave }: InputProps) {
  const { language } = useFormat();
  return (
    <Select
      id={id}
      style={{ width: shortWidth }}
      value={value === '' ? null : value}
      options={field.options.map(({ key, label }) => ({ value: key, label: label[language] }))}
      status={status}
      aria-describedby={describedBy}
      allowClear
      onChange={(key: string | null | undefined) => onSave(key ?? '')}
    />
  );
}
