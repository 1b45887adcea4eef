import { create } from 'zustand';

/** A question for a path on this computer, put where the host has no file dialog of its own. */
export type FileQuestion = { readonly purpose: 'open' | 'save'; readonly suggestedName: string };

type Asked = { readonly question: FileQuestion; readonly answer: (path: string | null) => void };

export const useFileQuestion = create<{ asked: Asked | null }>(() => ({ asked: null }));

/** The path the user chose, or null when they changed their mind. A second question takes the first one's place. */
export function askForFile(question: FileQuestion): Promise<string | null> {
  useFileQuestion.getState().asked?.answer(null);
  return new Promise((resolve) => {
    const answer = (path: string | null) => {
      useFileQuestion.setState({ asked: null });
      resolve(path);
    };
    useFileQuestion.setState({ asked: { question, answer } });
  });
}
