// One exam for who runs it: what is left to do, its rooms, its people, its results, its record.
import { useTranslation } from 'react-i18next';
import { useLoaderData } from 'react-router';
import { StaffPage } from '../ui/staff-page.js';
import { ViewLinks } from '../ui/view-links.js';
import { CandidatesView } from './candidates-view.js';
import { ExamHead } from './exam-head.js';
import { Overview } from './overview.js';
import { type ExamData, readExam } from './read-exam.js';
import { RecordView } from './record-view.js';
import { ResultsView } from './results-view.js';
import { RoomsView } from './rooms-view.js';
import { usePreparation } from './use-preparation.js';
import { views, viewSearch } from './views.js';

/** The exam, and what the address asks for. */
export const loader = readExam;

/** The page is called after the exam. */
export function title({ exam }: ExamData): string {
  return exam.name;
}

/** The page. */
export function Component() {
  const { t } = useTranslation('exams');
  const data = useLoaderData<ExamData>();
  const { exam, view } = data;
  usePreparation(exam);
  return (
    <StaffPage>
      <ExamHead exam={exam} />
      <ViewLinks
        label={t('views')}
        views={views}
        current={view}
        nameOf={(one) => t(`view.${one}`)}
        searchOf={viewSearch}
      />
      {view === 'overview' && <Overview key={exam.id} exam={exam} />}
      {view === 'rooms' && <RoomsView key={exam.id} data={data} />}
      {view === 'candidates' && <CandidatesView data={data} />}
      {view === 'results' && <ResultsView data={data} />}
      {view === 'record' && <RecordView data={data} />}
    </StaffPage>
  );
}
