// News between tabs of this device that show the same attempt. Without such a channel each tab still asks the server.
import type { AnswerFeedback, AttemptState, SavedAnswer } from '@onetouch/contract';
import type { WaitingAnswer } from './send-answer.js';

export type TabNews =
  | { kind: 'changed'; questionId: string; answer: WaitingAnswer }
  | { kind: 'saved'; saved: SavedAnswer; feedback: AnswerFeedback | null }
  | { kind: 'state'; state: AttemptState };

export class OtherTabs {
  private channel: BroadcastChannel | null = null;

  constructor(
    private readonly name: string,
    private readonly onNews: (news: TabNews) => void,
  ) {}

  /** Starts listening; returns the way to stop. */
  listen(): () => void {
    this.channel = typeof BroadcastChannel === 'undefined' ? null : new BroadcastChannel(this.name);
    this.channel?.addEventListener('message', ({ data }) => this.onNews(data as TabNews));
    return () => {
      this.channel?.close();
      this.channel = null;
    };
  }

  /** Tells the other tabs; nobody hears it after the page was left. */
  tell(news: TabNews) {
    this.channel?.postMessage(news);
  }
}
