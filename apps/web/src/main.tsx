// Starts the page: words, then the router, then what waits to be sent.
import './ui/styles/fonts.css';
import './ui/styles/tokens.css';
import './ui/styles/base.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { RouterProvider } from 'react-router/dom';
import { startWords } from './platform/i18n.js';
import { registerSender, resumeOutbox } from './platform/outbox.js';
import { keepShell } from './platform/service-worker.js';
import { readMe } from './platform/session.js';
import { createRouter } from './router.js';

registerSender('progress', () => import('./enrolments/send-progress.js'));
registerSender('answer', () => import('./quizzes/send-answer.js'));

async function start() {
  // The session is asked while the words are loading.
  const me = readMe();
  await startWords();
  const root = document.getElementById('root');
  if (!root) throw new Error('index.html has no #root');
  createRoot(root).render(
    <StrictMode>
      <RouterProvider router={createRouter()} />
    </StrictMode>,
  );
  await me.catch(() => null);
  resumeOutbox();
  keepShell();
}

void start();
