import { create } from 'zustand';

/** Something that happened, told in a corner: an action that can be taken back, or a failure. */
export type Notice =
  | {
      readonly text: string;
      readonly canUndo?: boolean;
      /** What can be done about it at once. */
      readonly act?: { readonly label: string; readonly run: () => void };
    }
  /** An error as it was caught; its words are found where it is shown. */
  | { readonly failure: unknown };

type Shown = { readonly id: number; readonly notice: Notice };

type NoticeStore = { readonly shown: readonly Shown[]; dismiss: (id: number) => void };

/** The latest first; three are enough to read. */
const limit = 3;
let lastId = 0;

export const useNotices = create<NoticeStore>((set) => ({
  shown: [],
  dismiss: (id) => set(({ shown }) => ({ shown: shown.filter((notice) => notice.id !== id) })),
}));

export function notify(notice: Notice): void {
  lastId += 1;
  const id = lastId;
  useNotices.setState(({ shown }) => ({ shown: [{ id, notice }, ...shown].slice(0, limit) }));
}
