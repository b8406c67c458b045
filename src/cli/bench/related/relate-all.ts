/** Started by `cost.ts`: relates all papers of a folder and prints what that took. */
import { readCorpus } from './collection.ts';
import { SUBJECTS } from './subject.ts';

const [name, folder = ''] = process.argv.slice(2);
const subject = name === 'tfidf' ? SUBJECTS.tfidf : SUBJECTS.offprint;
const documents = await readCorpus(folder);
const start = performance.now();
subject.relateAll(documents);
const seconds = (performance.now() - start) / 1000;
// Linux and macOS count in kB here.
const megabytes = process.resourceUsage().maxRSS / 1024;
console.log(JSON.stringify({ seconds, megabytes }));
