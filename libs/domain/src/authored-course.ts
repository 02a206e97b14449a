// The parts of a course document that the rules about courses read. Not the whole document: its shape belongs to the contract.
import type { EssayLike } from './paper.js';
import type { Difficulty, QuizRuleLike } from './quiz-rule.js';

export interface Words {
  readonly vi: string;
  readonly en: string;
}

/** Known by what it is; everything else in it is content. */
export interface AuthoredBlock {
  readonly id: string;
  readonly type: string;
}

export interface AuthoredQuestion {
  readonly id: string;
  readonly kind: string;
  readonly prompt: string;
  readonly options: readonly { readonly id: string; readonly text: string }[];
  readonly correct: readonly string[];
  readonly explanation: string;
  /** In thousandths of a point. */
  readonly points: number;
  /** The lesson to read again. */
  readonly review: string;
  readonly category?: string | undefined;
  readonly tags?: readonly string[] | undefined;
  readonly difficulty?: Difficulty | undefined;
  readonly competence?: string | undefined;
  readonly essay?: EssayLike | undefined;
}

interface AuthoredLessonBase {
  readonly id: string;
  readonly title: Words;
  readonly minutes: number;
}
export interface AuthoredContentLesson extends AuthoredLessonBase {
  readonly kind: 'content';
  readonly blocks: readonly AuthoredBlock[];
}
export interface AuthoredQuizLesson extends AuthoredLessonBase {
  readonly kind: 'quiz';
  readonly rule: QuizRuleLike;
  /** Who may start. */
  readonly gate?:
    | { readonly accessCode?: string | undefined; readonly networks?: readonly string[] | undefined }
    | undefined;
  readonly questions: readonly AuthoredQuestion[];
}
export type AuthoredLesson = AuthoredContentLesson | AuthoredQuizLesson;

export interface AuthoredModule {
  readonly id: string;
  readonly title: Words;
  readonly lessons: readonly AuthoredLesson[];
}

export interface AuthoredCourse {
  readonly title: Words;
  readonly summary: Words;
  readonly audience: string;
  readonly level: string;
  readonly topic: string;
  readonly outcomes: readonly Words[];
  readonly modules: readonly AuthoredModule[];
}
