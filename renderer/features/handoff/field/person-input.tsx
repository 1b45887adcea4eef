import { useQuery } from '@tanstack/react-query';
import { AutoComplete } from 'antd';
import { api } from '../../../lib/api.ts';
import type { InputProps } from './input-props.ts';

/** Somebody at the customer: a contact of the account with title and address, or whoever is typed. */
export function PersonInput({ id, handoff, value, describedBy, status, onType, onSave }: InputProps) {
  const { data: contacts } = useQuery(api.contact.list.queryOptions({ accountId: handoff.account_id }));
  const people = (contacts ?? []).map(({ name, title, email, phone }) =>
    [name, title, email ?? phone].filter((part) => part).join(', '),
  );
  return (
    <AutoComplete
      id={id}
      style={{ width: '100%' }}
      value={value}
      status={status}
      aria-describedby={describedBy}
      options={[...new Set(people)].map((person) => ({ value: person }))}
      showSearch={{
        filterOption: (typed, option) =>
          (option?.value ?? '').toLocaleLowerCase().includes(typed.trim().toLocaleLowerCase()),
      }}
      onChange={(text: string) => onType(text)}
      onSelect={(person: string) => onSave(person)}
      onBlur={() => onSave(value)}
    />
  );
}
