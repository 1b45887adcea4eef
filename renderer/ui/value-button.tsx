import { AutoComplete, Button, Popover } from 'antd';
import { ChevronDown } from 'lucide-react';
import { type KeyboardEvent, useState } from 'react';
import { focusFirst } from './focus-first.ts';

/** A button that asks for one value, chosen from those there are or typed anew; Enter takes it. */
export function ValueButton({
  label,
  choices,
  placeholder,
  onValue,
}: {
  label: string;
  choices: readonly string[];
  placeholder: string;
  onValue: (value: string) => void;
}) {
  const [isOpen, setIsOpen] = useState(false);
  const [typed, setTyped] = useState('');
  const take = (value: string) => {
    if (value.trim() === '') return;
    setIsOpen(false);
    setTyped('');
    onValue(value.trim());
  };
  return (
    <Popover
      trigger="click"
      placement="bottomLeft"
      arrow={false}
      destroyOnHidden
      open={isOpen}
      onOpenChange={setIsOpen}
      content={
        <AutoComplete
          ref={focusFirst}
          style={{ width: 200 }}
          defaultOpen
          aria-label={label}
          placeholder={placeholder}
          value={typed}
          options={choices
            .filter((choice) => choice.toLowerCase().includes(typed.trim().toLowerCase()))
            .map((value) => ({ value }))}
          onChange={setTyped}
          onSelect={take}
          onKeyDown={(event: KeyboardEvent) => event.key === 'Enter' && take(typed)}
        />
      }
    >
      <Button size="small">
        {label} <ChevronDown size={12} aria-hidden />
      </Button>
    </Popover>
  );
}
