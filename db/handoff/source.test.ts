import { describe, expect, it } from 'vitest';
import { outvoted, sourceConflict } from './source.ts';
import { deliveryList, fieldsOf, type HandoffField } from './template.ts';

function field(key: string): HandoffField {
  const found = fieldsOf(deliveryList).find((each) => each.key === key);
  if (!found) throw new Error(`no field ${key}`);
  return found;
}

describe('a conflict between sources', () => {
  it('is none while every source says what was taken', () => {
    expect(sourceConflict({ answer: '120', sourceReason: null }, [])).toBeNull();
    expect(
      sourceConflict({ answer: '120', sourceReason: null }, [{ source: 'crm', answer: '120' }]),
    ).toBeNull();
  });

  it('names those who say something else, the most reliable first, and is open until a reason is given', () => {
    const statements = [
      { source: 'notes', answer: '100' },
      { source: 'customer', answer: '90' },
      { source: 'crm', answer: '120' },
    ] as const;
    const conflict = sourceConflict({ answer: '120', sourceReason: null }, statements);
    expect(conflict?.rivals.map(({ source }) => source)).toEqual(['customer', 'notes']);
    expect(conflict?.isSettled).toBe(false);
    expect(sourceConflict({ answer: '120', sourceReason: 'Signed.' }, statements)?.isSettled).toBe(true);
  });
});

describe('taking another source’s answer', () => {
  it.each([
    ['keeps what another source said', 'sales', '100', { source: 'sales', answer: '100' }],
    ['keeps nothing where nothing was said', 'sales', 'TBD', null],
    ['keeps nothing where the same was said', 'sales', '120', null],
    ['keeps nothing of what the same source said before', 'crm', '100', null],
    [
      'counts an unknown source as the one that supplies the field',
      null,
      '100',
      { source: 'sales', answer: '100' },
    ],
  ] as const)('%s', (_, source, answer, kept) => {
    expect(outvoted(field('seats'), { source, answer }, { source: 'crm', answer: '120' })).toEqual(kept);
  });

  it('counts what the customer is to supply as the customer’s', () => {
    expect(
      outvoted(field('metric-target'), { source: null, answer: '95 %' }, { source: 'crm', answer: '90 %' }),
    ).toEqual({ source: 'customer', answer: '95 %' });
  });
});
