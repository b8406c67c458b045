import { writeFile } from 'node:fs/promises';

import { FORMATS_PAGE, formatsPage } from './formats-page.ts';
import { PROBLEMS_PAGE, problemsPage } from './problems-page.ts';

await writeFile(PROBLEMS_PAGE, problemsPage());
await writeFile(FORMATS_PAGE, formatsPage());
