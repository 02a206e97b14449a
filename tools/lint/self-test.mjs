// Imports that must fail: if one of them passes, the architecture is not guarded any more.
import { globSync, readFileSync } from 'node:fs';
import { ESLint } from 'eslint';

const mustFail = [
  [
    'a room may not import a room after it',
    'apps/api/src/places/places.service.ts',
    "import { X } from '../cohorts/cohort.entity.js';\nexport const y = X;\n",
  ],
  [
    'the platform may not import a room',
    'apps/api/src/platform/clock.ts',
    "import { X } from '../accounts/person.entity.js';\nexport const y = X;\n",
  ],
  [
    'a room may not import the table of contents',
    'apps/api/src/courses/shelf.ts',
    "import { AppModule } from '../app.module.js';\nexport const y = AppModule;\n",
  ],
  [
    'the server never sees react',
    'apps/api/src/certificates/certificates.service.ts',
    "import { useState } from 'react';\nexport const y = useState;\n",
  ],
  [
    'the browser never sees typeorm',
    'apps/web/src/paths.ts',
    "import { DataSource } from 'typeorm';\nexport const y = DataSource;\n",
  ],
  [
    'the browser never sees nest',
    'apps/web/src/paths.ts',
    "import { Module } from '@nestjs/common';\nexport const y = Module;\n",
  ],
  ['the browser never loads zod', 'apps/web/src/paths.ts', "import { z } from 'zod';\nexport const y = z;\n"],
  [
    'the domain imports nothing',
    'libs/domain/src/grading.ts',
    "import { z } from 'zod';\nexport const y = z;\n",
  ],
  [
    'the domain does not know the contract',
    'libs/domain/src/grading.ts',
    "import { limits } from '@onetouch/contract';\nexport const y = limits;\n",
  ],
  [
    'the contract knows zod and nothing else from outside',
    'libs/contract/src/places.ts',
    "import { Client } from 'pg';\nexport const y = Client;\n",
  ],
  [
    'an app does not reach into a library by path',
    'apps/web/src/paths.ts',
    "import { limits } from '../../../libs/contract/src/limits.js';\nexport const y = limits;\n",
  ],
  [
    'a room may not reach a room after it by import()',
    'apps/api/src/places/places.service.ts',
    "export const y = () => import('../cohorts/cohort.entity.js');\n",
  ],
  [
    'a room may not take the types of a room after it',
    'apps/api/src/places/places.service.ts',
    "export type Y = import('../cohorts/cohort.entity.js').CohortEntity;\n",
  ],
  [
    'a comment does not switch a boundary off',
    'apps/api/src/places/places.service.ts',
    "/* eslint-disable */\nimport { X } from '../cohorts/cohort.entity.js';\nexport const y = X;\n",
  ],
  [
    'a room of the page may not import a room after it',
    'apps/web/src/courses/course-look.ts',
    "import { x } from '../enrolments/why-facts.js';\nexport const y = x;\n",
  ],
  [
    'a folder inside a room of the page is bound as its room is',
    'apps/web/src/courses/blocks/file-url.ts',
    "import { x } from '../../studio/place.js';\nexport const y = x;\n",
  ],
  [
    'a room of the page may not load a room after it',
    'apps/web/src/courses/course-look.ts',
    "export const y = () => import('../studio/desk-page.js');\n",
  ],
  [
    'the components know no room',
    'apps/web/src/ui/theme.ts',
    "import { x } from '../courses/course-look.js';\nexport const y = x;\n",
  ],
  [
    'the platform of the page knows no component',
    'apps/web/src/platform/format.ts',
    "import { x } from '../ui/theme.js';\nexport const y = x;\n",
  ],
  [
    'no room of the page knows the router',
    'apps/web/src/courses/course-look.ts',
    "import { x } from '../router.js';\nexport const y = x;\n",
  ],
  [
    'four parameters are too many',
    'libs/domain/src/grading.ts',
    'export function f(a: 1, b: 1, c: 1, d: 1) {\n  return [a, b, c, d];\n}\n',
  ],
];

const mayPass = [
  [
    'a room may import a room before it',
    'apps/api/src/cohorts/cohorts.service.ts',
    "import { PlaceEntity } from '../places/place.entity.js';\nexport const y = PlaceEntity;\n",
  ],
  [
    'a room of the page may import a room before it',
    'apps/web/src/enrolments/why-facts.ts',
    "import { motifOf } from '../courses/course-look.js';\nexport const y = motifOf;\n",
  ],
  [
    'an app may import the contract',
    'apps/web/src/paths.ts',
    "import { limits } from '@onetouch/contract';\nexport const y = limits;\n",
  ],
];

const guards = new Set(['@nx/enforce-module-boundaries', 'no-restricted-imports', 'no-restricted-syntax']);
const eslint = new ESLint();
let failed = 0;

for (const [expectation, cases] of [
  [true, mustFail],
  [false, mayPass],
]) {
  for (const [sentence, filePath, code] of cases) {
    const [result] = await eslint.lintText(code, { filePath });
    const isRefused = (result?.messages ?? []).some(
      (message) => guards.has(message.ruleId ?? '') && message.severity === 2,
    );
    if (isRefused === expectation) continue;
    failed += 1;
    console.log(`not guarded as it should be: ${sentence}`);
  }
}

// Components may excuse themselves from a rule of accessibility, line by line; from nothing else.
const excuse = /eslint-disable-next-line jsx-a11y\/[\w-]+(, jsx-a11y\/[\w-]+)*( \*\/\})?$/;
for (const file of globSync('apps/web/src/**/*.tsx')) {
  const excuses = readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line.includes('eslint-'));
  if (excuses.every((line) => excuse.test(line))) continue;
  failed += 1;
  console.log(`a rule is switched off in ${file}`);
}
const total = mustFail.length + mayPass.length + 1;
console.log(`lint self-test: ${total - failed} passed, ${failed} failed`);
process.exit(failed ? 1 : 0);
