// The parts of a course document that the rules about courses read. Not the whole document: its shape belongs to the contract.

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
  readonly points: number;
  /** The lesson to read again. */
  readonly review: string;
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
  readonly rule: {
    readonly draw: number;
    readonly passPercent: number;
    readonly attemptsAllowed: number;
    readonly pauseMinutes: number;
    readonly requiresLessons: boolean;
  };
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
