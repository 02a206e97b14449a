// Imports that must fail: if one of them passes, the architecture is not guarded any more.
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
const total = mustFail.length + mayPass.length;
console.log(`lint self-test: ${total - failed} passed, ${failed} failed`);
process.exit(failed ? 1 : 0);
