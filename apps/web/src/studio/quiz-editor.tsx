// A quiz being edited: its rule and its questions, one of them open at a time. The address names the open one.
import { limits, type CourseDocument, type QuizLesson } from '@onetouch/contract';
import IconPlus from '@tabler/icons-react/dist/esm/icons/IconPlus.mjs';
import { useTranslation } from 'react-i18next';
import { Link, useLocation, useNavigate, useParams } from 'react-router';
import { paths } from '../paths.js';
import { Button } from '../ui/button.js';
import { editQuiz } from './document-edits.js';
import styles from './editor.module.css';
import { LessonFacts } from './lesson-facts.js';
import { newEssay, newQuestion } from './new-parts.js';
import { fieldId, focusSoon } from './place.js';
import { QuestionCard } from './question-card.js';
import { RuleFields } from './rule-fields.js';
import { useStudio } from './studio-context.js';

/** The editor of a quiz. */
export function QuizEditor({ quiz, document }: { quiz: QuizLesson; document: CourseDocument }) {
  const { t } = useTranslation('studio');
  const { edit, say, isFrozen } = useStudio();
  const { hash, search } = useLocation();
  const navigate = useNavigate();
  const openId = quiz.questions.find(({ id }) => hash.startsWith(`#${id}`))?.id;
  const open = (id: string | null) =>
    navigate({ search, hash: id ? fieldId(id, 'card') : '' }, { replace: true, preventScrollReset: true });
  const add = async (make: typeof newQuestion) => {
    if (quiz.questions.length >= limits.questionsPerQuiz) return say(t('said.full'));
    const question = make(document);
    edit(editQuiz(quiz.id, (now) => ({ ...now, questions: [...now.questions, question] })));
    await open(question.id);
    focusSoon(fieldId(question.id, 'prompt'));
  };
  return (
    <div className={styles['editor']}>
      <LessonFacts lesson={quiz} />
      <DeskLink lessonId={quiz.id} />
      <RuleFields quiz={quiz} />
      <h3>{t('quiz.questions', { count: quiz.questions.length })}</h3>
      {quiz.questions.length === 0 && <p className={styles['quiet']}>{t('empty.quiz')}</p>}
      {quiz.questions.map((question, index) => (
        <QuestionCard
          key={question.id}
          {...{ quiz, document, question, index }}
          isOpen={question.id === openId}
          onToggle={(isOpen) => void open(isOpen ? question.id : null)}
        />
      ))}
      {!isFrozen && (
        <div className={styles['adding']}>
          <Button
            id={fieldId(quiz.id, 'questions')}
            look="outlined"
            icon={<IconPlus size={18} aria-hidden="true" />}
            onClick={() => void add(newQuestion)}
          >
            {t('action.addQuestion')}
          </Button>
          <Button
            look="outlined"
            icon={<IconPlus size={18} aria-hidden="true" />}
            onClick={() => void add(newEssay)}
          >
            {t('action.addEssay')}
          </Button>
        </div>
      )}
    </div>
  );
}

/** Figures are of what was sat, so they stand on a page of their own. */
function DeskLink({ lessonId }: { lessonId: string }) {
  const { t } = useTranslation('studio');
  const { courseId } = useParams();
  if (!courseId) return null;
  return (
    <p>
      <Link to={paths.quizDesk(courseId, lessonId)}>{t('quiz.toDesk')}</Link>
    </p>
  );
}
