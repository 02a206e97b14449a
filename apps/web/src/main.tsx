// Starts the page: words, then the router and the first page, then fonts and what waits to be sent.
import './ui/styles/fonts.css';
import './ui/styles/tokens.css';
import './ui/styles/base.css';
import './ui/styles/first.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { RouterProvider } from 'react-router/dom';
import { loadFonts } from './platform/fonts.js';
import { loadWords, startWords } from './platform/i18n.js';
import { registerSender, resumeOutbox } from './platform/outbox.js';
import { keepShell } from './platform/service-worker.js';
import { readMe } from './platform/session.js';
import { createRouter } from './router.js';
import { fillSlots } from './ui/page-slot.js';

type Router = ReturnType<typeof createRouter>;

registerSender('progress', () => import('./enrolments/send-progress.js'));
registerSender('answer', () => import('./quizzes/send-answer.js'));
fillSlots(async () => {
  const [{ NextExamCard }] = await Promise.all([
    import('./sittings/next-exam-card.js'),
    loadWords('sittings'),
  ]);
  return NextExamCard;
});

/** Resolves when the first page, or the reason why there is none, can be drawn. */
function firstPage(router: Router): Promise<void> {
  return new Promise((done) => {
    const look = () => {
      if (!router.state.initialized) return;
      stop();
      done();
    };
    const stop = router.subscribe(look);
    look();
  });
}

async function start() {
  // The session is asked while the words are loading.
  const me = readMe();
  await startWords();
  const root = document.getElementById('root');
  if (!root) throw new Error('index.html has no #root');
  const router = createRouter();
  await firstPage(router);
  createRoot(root).render(
    <StrictMode>
      <RouterProvider router={router} />
    </StrictMode>,
  );
  loadFonts();
  await me.catch(() => null);
  resumeOutbox();
  keepShell();
}

void start();
