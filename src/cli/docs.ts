import { writeFile } from 'node:fs/promises';

import { PROBLEMS_PAGE, problemsPage } from './problems-page.ts';

await writeFile(PROBLEMS_PAGE, problemsPage());
