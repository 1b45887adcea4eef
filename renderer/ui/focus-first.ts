/** A field as a `ref` hands it over: the element itself, or antd's handle on one. */
type Field = HTMLElement | { readonly nativeElement: HTMLElement | null; readonly focus: () => void };

const begun = new WeakSet<HTMLElement>();

/**
 * The `ref` of the field a dialog begins with: takes the cursor there once. antd hands over a new handle at every render, the
 * one after leaving the field among them, and focusing again would take the cursor back from the field it was moved to.
 */
export function focusFirst(field: Field | null): void {
  const element = field instanceof HTMLElement ? field : field?.nativeElement;
  if (!field || !element || begun.has(element)) return;
  begun.add(element);
  field.focus();
}
