import { Input, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { moneyOfAnswer } from '../../../../db/handoff/answer.ts';
import { isIsoDate } from '../../../../db/types/calendar.ts';
import { useFormat } from '../../../lib/format.ts';
import { DateInput } from '../../../ui/date-input.tsx';
import { FileInput } from './file-input.tsx';
import type { InputProps } from './input-props.ts';
import { PersonInput } from './person-input.tsx';

/** Pixels, for what is never long: a figure, a day, a choice. */
const shortWidth = 220;

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
    case 'person':
      return <PersonInput {...props} />;
    case 'file':
      return <FileInput {...props} />;
    case 'link':
      return <LinkInput {...props} />;
    case 'text':
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

/** A link that can be followed once it is one. */
function LinkInput({ id, value, describedBy, status, onType, onSave }: InputProps) {
  const { t } = useTranslation();
  return (
    <Input
      id={id}
      value={value}
      status={status}
      aria-describedby={describedBy}
      suffix={
        /^https?:\/\/\S+$/.test(value) && (
          <a href={value} target="_blank" rel="noreferrer">
            {t('handoff.openLink')}
          </a>
        )
      }
      onBlur={() => onSave(value)}
      onChange={(event) => onType(event.target.value)}
      onPressEnter={() => onSave(value)}
    />
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
