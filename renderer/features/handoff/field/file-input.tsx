import { useQuery } from '@tanstack/react-query';
import { Input } from 'antd';
import { useEffect, useRef } from 'react';
import { api } from '../../../lib/api.ts';
import { Attachments } from '../../../lib/attachments.tsx';
import type { InputProps } from './input-props.ts';

/** A file: attached here, its name is the answer; where it lies elsewhere, its name or place is typed. */
export function FileInput({ id, field, handoff, value, describedBy, status, onType, onSave }: InputProps) {
  const owner = { table: 'handoff', id: handoff.id, part: field.key } as const;
  const { data: files } = useQuery(api.attachment.list.queryOptions({ owner }));
  const names = files?.map(({ name }) => name).join(', ');
  const before = useRef(names);
  useEffect(() => {
    const was = before.current;
    before.current = names;
    // Only a file that came or went changes the answer, and only an answer that named the files before.
    if (was === undefined || names === undefined || was === names) return;
    if (value === '' || value === was) onSave(names);
  }, [names, value, onSave]);
  return (
    <Attachments of={owner}>
      <Input
        id={id}
        value={value}
        status={status}
        aria-describedby={describedBy}
        onBlur={() => onSave(value)}
        onChange={(event) => onType(event.target.value)}
        onPressEnter={() => onSave(value)}
      />
    </Attachments>
  );
}
