import type { TaskTitles } from '../../db/handoff/follow-up-query.ts';
import type { OnboardingTask } from '../../db/handoff/onboarding-task.ts';
import { type Language, languages } from '../../db/types/language.ts';
import { messagesIn } from '../messages.ts';

/** The onboarding tasks' titles, this language first, then the others, so that a task made in one of them is recognised. */
export function onboardingTitles(language: Language): TaskTitles {
  return [language, ...languages.filter((each) => each !== language)].map((each) => {
    const t = messagesIn(each);
    const title = (task: OnboardingTask) => t(`handoff.followUp.task.${task}`);
    return {
      'prepare-kickoff': title('prepare-kickoff'),
      'hold-kickoff': title('hold-kickoff'),
      'send-recap': title('send-recap'),
      'confirm-goal': title('confirm-goal'),
      'review-month': title('review-month'),
    };
  });
}
