import { execFile, execFileSync, spawnSync } from 'node:child_process';
import {
  chmodSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { parse } from 'yaml';

import { issueFormLabels } from '../src/cli/issue-form.ts';

interface Step {
  readonly name?: string;
  readonly id?: string;
  readonly uses?: string;
  readonly run?: string;
  readonly with?: Readonly<Record<string, unknown>>;
  readonly env?: Readonly<Record<string, string>>;
}

interface Job {
  readonly permissions?: Readonly<Record<string, string>>;
  readonly 'timeout-minutes'?: number;
  readonly if?: string;
  readonly steps: readonly Step[];
}

interface Workflow {
  readonly on: unknown;
  readonly permissions?: Readonly<Record<string, string>>;
  readonly jobs: Readonly<Record<string, Job>>;
}

const ROOT = fileURLToPath(new URL('../', import.meta.url));
const FOLDER = join(ROOT, '.github/workflows');
const NAMES = readdirSync(FOLDER);
const TEXTS = NAMES.map((name) => [name, readFileSync(join(FOLDER, name), 'utf8')] as const);
const WORKFLOWS = new Map(TEXTS.map(([name, text]) => [name, parse(text) as Workflow]));
const JOBS = [...WORKFLOWS].flatMap(([name, { jobs }]) =>
  Object.entries(jobs).map(([id, job]) => [`${name} ${id}`, job] as const),
);

function stepOf(workflow: string, job: string, name: string): string {
  const steps = WORKFLOWS.get(workflow)?.jobs[job]?.steps ?? [];
  const run = steps.find((step) => step.name === name)?.run;
  if (run === undefined) throw new Error(`${workflow} has no step “${name}”`);
  return run;
}

describe('workflows', () => {
  test('are these', () => {
    expect([...NAMES].sort()).toEqual([
      'check.yml',
      'deploy.yml',
      'digest-from-issue.yml',
      'test.yml',
    ]);
  });

  test.each([...WORKFLOWS])('%s starts with rights to read at most', (_, { permissions }) => {
    expect(permissions).toBeDefined();
    for (const right of Object.values(permissions ?? {})) expect(right).toBe('read');
  });

  test('write only where this is their purpose', () => {
    const writing = JOBS.flatMap(([name, { permissions = {} }]) => {
      const rights = Object.keys(permissions).filter((right) => permissions[right] !== 'read');
      return rights.length > 0 ? [[name, ...rights.sort()].join(' ')] : [];
    });
    expect(writing.sort()).toEqual([
      'deploy.yml deploy id-token pages',
      'digest-from-issue.yml propose contents issues pull-requests',
    ]);
  });

  test.each(JOBS)('%s runs no package where it may write', (_, { permissions = {}, steps }) => {
    if (Object.values(permissions).every((right) => right === 'read')) return;
    for (const { run = '' } of steps) expect(run).not.toMatch(/\bnp[mx]\b/);
  });

  test.each([...WORKFLOWS])(
    '%s is never run for a stranger with rights or secrets',
    (_, workflow) => {
      const text = JSON.stringify(workflow);
      expect(text).not.toMatch(/pull_request_target|workflow_run|write-all/);
    },
  );

  test('give one secret to one step, after a push to main or a call by hand', () => {
    const withSecrets = JOBS.flatMap(([name, { steps }]) =>
      steps.flatMap(({ name: step = '', env = {} }) =>
        Object.entries(env)
          .filter(([, value]) => value.includes('secrets'))
          .map(([variable, value]) => `${name}: ${step}: ${variable}=${value}`),
      ),
    );
    expect(withSecrets).toEqual([
      'deploy.yml mail: Send the mail of the new date: SMTP_URL=${{ secrets.SMTP_URL }}',
    ]);
    const texts = TEXTS.map(([, text]) => text.replace(/#.*$/gm, ''));
    expect(texts.join('').match(/secrets/g)).toHaveLength(1);
    expect(Object.keys(WORKFLOWS.get('deploy.yml')?.on as object)).toEqual([
      'push',
      'workflow_dispatch',
    ]);
  });

  test.each(JOBS)('%s has no expression in a shell script', (_, { steps }) => {
    for (const { run = '' } of steps) expect(run).not.toContain('${{');
  });

  test.each(JOBS)('%s ends', (_, job) => {
    expect(job['timeout-minutes']).toBeLessThanOrEqual(60);
  });

  test('pin every action to a commit and say its version, the same everywhere', () => {
    const lines = TEXTS.flatMap(([, text]) => text.match(/^.*\buses:.*$/gm) ?? []);
    expect(lines).not.toHaveLength(0);
    for (const line of lines)
      expect(line).toMatch(/uses: [\w-]+\/[\w-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/);
    const pins = new Set(lines.map((line) => line.slice(line.indexOf('uses: '))));
    const actions = new Set([...pins].map((pin) => pin.slice(0, pin.indexOf('@'))));
    expect(pins.size).toBe(actions.size);
  });

  test.each(JOBS)('%s leaves no token on the disk unless it pushes', (_, job) => {
    for (const { uses = '', with: inputs } of job.steps) {
      if (!uses.startsWith('actions/checkout@')) continue;
      expect(inputs?.['persist-credentials']).toBe(job.permissions?.['contents'] === 'write');
    }
  });
});

describe('the form “Add a digest”', () => {
  const form = parse(readFileSync(join(ROOT, '.github/ISSUE_TEMPLATE/add-digest.yml'), 'utf8')) as {
    readonly labels?: unknown;
    readonly body: readonly {
      readonly type: string;
      readonly id?: string;
      readonly attributes: { readonly label?: string; readonly render?: string };
      readonly validations?: { readonly required?: boolean };
    }[];
  };
  const fields = form.body.filter(({ type }) => type !== 'markdown');

  test('asks what the script reads, in this order, and nothing else', () => {
    expect(fields.map(({ id, type, attributes }) => [id, type, attributes.label])).toEqual([
      ['date', 'input', issueFormLabels.date],
      ['text', 'textarea', issueFormLabels.text],
    ]);
    expect(fields.map(({ validations }) => validations)).toEqual([
      { required: true },
      { required: true },
    ]);
    expect(fields.at(-1)?.attributes.render).toBe('text');
  });

  test('brings no label along: a label starts the workflow', () => {
    expect(form.labels).toBeUndefined();
    expect(WORKFLOWS.get('digest-from-issue.yml')?.on).toEqual({ issues: { types: ['labeled'] } });
    const start = WORKFLOWS.get('digest-from-issue.yml')?.jobs['check']?.if;
    expect(start).toContain("github.event.label.name == 'add digest'");
  });
});

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'offprint-workflows-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

describe('the script behind the form', () => {
  const files = ['issue-form.ts', 'digest-from-issue.ts'];

  function read(event: unknown): { status: number | null; output: string; log: string } {
    // In a folder of its own, as packages are not installed where it runs.
    for (const file of files) copyFileSync(join(ROOT, 'src/cli', file), join(folder, file));
    writeFileSync(join(folder, 'package.json'), '{"type":"module"}');
    writeFileSync(join(folder, 'event.json'), JSON.stringify(event));
    const options = ['--experimental-strip-types', '--disable-warning=ExperimentalWarning'];
    const { status, stdout, stderr } = spawnSync(
      process.execPath,
      [...options, 'digest-from-issue.ts', 'event.json', 'digest.txt'],
      { cwd: folder, encoding: 'utf8' },
    );
    return { status, output: stdout, log: stderr };
  }

  test('writes the text, prints the date and needs no package', () => {
    const body =
      '### Date of the digest\r\n\r\n2025-03-11\r\n\r\n### Text of the digest\r\n\r\n' +
      '```text\r\nA Title\r\n\r\n::error::Größe\r\n```';
    expect(read({ issue: { body } })).toEqual({ status: 0, output: 'date=2025-03-11\n', log: '' });
    expect(readFileSync(join(folder, 'digest.txt'), 'utf8')).toBe('A Title\n\n::error::Größe\n');
  });

  test.each([
    { issue: { body: null } },
    { issue: { body: 'date=2025-03-11\n::add-mask::2025' } },
    { zen: 'Another event' },
  ])('writes and prints nothing for %j', (event) => {
    const { status, output, log } = read(event);
    expect([status, output]).toEqual([1, '']);
    expect(log).toBe(
      '::error title=The form cannot be read::The issue was not made with the form “Add a digest”.\n',
    );
    expect(existsSync(join(folder, 'digest.txt'))).toBe(false);
  });
});

const hasTools = ['bash', 'git', 'curl'].every(
  (tool) => spawnSync(tool, ['--version']).error === undefined,
);

describe.skipIf(!hasTools)('the shell of the workflows', () => {
  interface Run {
    readonly code: number;
    readonly log: string;
    readonly summary: string;
    readonly output: string;
  }

  /** Runs a step as the runner does, with these variables. */
  async function run(script: string, env: Readonly<Record<string, string>> = {}): Promise<Run> {
    const [summary, output] = [join(folder, 'summary'), join(folder, 'output')];
    for (const file of [summary, output]) writeFileSync(file, '');
    mkdirSync(join(folder, 'work'), { recursive: true });
    const result = await new Promise<{ code: number; log: string }>((done) => {
      const child = execFile(
        'bash',
        ['--noprofile', '--norc', '-eo', 'pipefail', '-c', script],
        {
          cwd: join(folder, 'work'),
          env: {
            ...gitEnv(),
            RUNNER_TEMP: folder,
            GITHUB_STEP_SUMMARY: summary,
            GITHUB_OUTPUT: output,
            GITHUB_RUN_ID: '7',
            GITHUB_RUN_ATTEMPT: '2',
            GITHUB_SERVER_URL: 'https://github.com',
            GITHUB_REPOSITORY: 'owner/name',
            GITHUB_REF_NAME: 'main',
            ...env,
          },
        },
        (_, stdout, stderr) => {
          done({ code: child.exitCode ?? -1, log: stdout + stderr });
        },
      );
    });
    return {
      ...result,
      summary: readFileSync(summary, 'utf8'),
      output: readFileSync(output, 'utf8'),
    };
  }

  function gitEnv(): NodeJS.ProcessEnv {
    return {
      PATH: `${join(folder, 'bin')}${delimiter}${process.env['PATH'] ?? ''}`,
      HOME: folder,
      LANG: 'C.UTF-8',
      GIT_CONFIG_NOSYSTEM: '1',
      GIT_AUTHOR_NAME: 'A',
      GIT_AUTHOR_EMAIL: 'a@example.org',
      GIT_COMMITTER_NAME: 'A',
      GIT_COMMITTER_EMAIL: 'a@example.org',
    };
  }

  function git(...args: readonly string[]): string {
    const cwd = join(folder, 'work');
    mkdirSync(cwd, { recursive: true });
    return execFileSync('git', args, { cwd, env: gitEnv(), encoding: 'utf8', stdio: 'pipe' });
  }

  function write(files: Readonly<Record<string, string>>): void {
    for (const [name, text] of Object.entries(files)) {
      const file = join(folder, 'work', name);
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, text);
    }
  }

  /** A merge commit as GitHub makes it of a pull request: these files, and meanwhile one on main. */
  function pullRequest(files: Readonly<Record<string, string>>): void {
    git('init', '--quiet', '--initial-branch=main');
    const digest = 'content/digests/2025-03-10.txt';
    commit({ [digest]: 'A\n', 'content/about.mdx': 'About\n', 'README.md': 'Read\n' });
    git('switch', '--quiet', '--create', 'change');
    commit(files);
    git('switch', '--quiet', 'main');
    commit({ 'src/elsewhere.ts': 'meanwhile\n' });
    git('merge', '--quiet', '--no-ff', '--message', 'Merge', 'change');
  }

  function commit(files: Readonly<Record<string, string>>): void {
    write(files);
    git('add', '--all');
    git('commit', '--quiet', '--message', 'Change');
  }

  /** Puts a program of this name before all others; it gets this script. */
  function program(name: string, script: string): void {
    mkdirSync(join(folder, 'bin'), { recursive: true });
    writeFileSync(join(folder, 'bin', name), `#!/usr/bin/env bash\n${script}\n`);
    chmodSync(join(folder, 'bin', name), 0o755);
  }

  describe('check.yml: files that need a reader', () => {
    const script = stepOf('check.yml', 'content', 'Name the files that need a reader');

    test('digests and documents need none', async () => {
      pullRequest({
        'content/digests/2025-03-11.txt': 'B\n',
        'content/digests/2025-03-10.txt': 'A, changed\n',
        'README.md': 'Read on\n',
        '.github/CONTRIBUTING.md': 'Read\n',
      });
      expect(await run(script)).toEqual({ code: 0, log: '', summary: '', output: '' });
    });

    test('all others do, and those of the base branch are not among them', async () => {
      const files = {
        '.github/workflows/check.yml': '',
        'content/about.mdx': 'New\n',
        'content/archive.yaml': 'title: A\n',
        'content/digests/2025-03-11.mdx': '',
        'content/digests/deep/2025-03-11.txt': '',
        'content/notes/a-paper.mdx': '',
        'package.json': '{}',
        'src/pages/a.md': '',
      };
      pullRequest(files);
      const { code, log, summary } = await run(script);
      expect(code).toBe(0);
      expect(log).toMatch(/^::notice title=Read before merging::[^\n]+\n$/);
      expect(summary.match(/^- .*$/gm)).toEqual(Object.keys(files).map((file) => `- \`${file}\``));
    });

    test('a file that goes or moves is among them', async () => {
      pullRequest({ 'content/digests/2025-03-11.txt': 'B\n' });
      git('mv', 'content/about.mdx', 'content/digests/about.txt');
      git('commit', '--quiet', '--amend', '--message', 'Merge');
      expect((await run(script)).summary).toContain('- `content/about.mdx`');
    });

    test('a file name is neither Markdown nor a command', async () => {
      pullRequest({ 'src/`<img src=x>\n::error::a\n# [b](c) é@d': '' });
      const { code, log, summary } = await run(script);
      expect(code).toBe(0);
      expect(log).not.toContain('::error');
      expect(summary).toContain('\n- `src/??img?src?x????error??a????b??c?????d`\n');
    });

    test('very many are cut short', async () => {
      const many = Array.from({ length: 400 }, (_, at) => [
        `src/${'a'.repeat(200)}${String(at)}`,
        '',
      ]);
      pullRequest(Object.fromEntries(many) as Record<string, string>);
      const { code, summary } = await run(script);
      expect(code).toBe(0);
      expect(summary.match(/^- /gm)).toHaveLength(50);
    });
  });

  test('check.yml: the base branch is beside', async () => {
    pullRequest({ 'content/digests/2025-03-10.txt': 'Changed\n' });
    const { code } = await run(stepOf('check.yml', 'content', 'Put the base branch beside'));
    const base = join(folder, 'base');
    expect(code).toBe(0);
    expect(readFileSync(join(base, 'content/digests/2025-03-10.txt'), 'utf8')).toBe('A\n');
    expect(existsSync(join(base, 'src/elsewhere.ts'))).toBe(true);
  });

  describe('deploy.yml: the addresses of the live site', () => {
    const script = stepOf('deploy.yml', 'build', 'Get the addresses of the live site');

    async function runAgainst(listener: RequestListener): Promise<Run> {
      const server = createServer(listener);
      await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
      const { port } = server.address() as AddressInfo;
      try {
        return await run(script, { BASE_URL: `http://127.0.0.1:${String(port)}/name` });
      } finally {
        server.closeAllConnections();
        server.close();
      }
    }

    test('are taken from it', async () => {
      const asked: unknown[] = [];
      const { code, output } = await runAgainst((request, response) => {
        asked.push(request.url);
        response.end('/papers/a/\n/dates/2025-03-11/\n');
      });
      expect([code, output]).toEqual([0, 'published=yes\n']);
      expect(asked).toEqual(['/name/permalinks.txt?run=7-2']);
      const text = readFileSync(join(folder, 'permalinks.txt'), 'utf8');
      expect(text).toBe('/papers/a/\n/dates/2025-03-11/\n');
    });

    test('are taken from where it has moved', async () => {
      const { code, output } = await runAgainst((request, response) => {
        if (request.url?.startsWith('/name/'))
          response.writeHead(301, { location: '/moved/permalinks.txt' }).end();
        else response.end('/papers/a/\n');
      });
      expect([code, output]).toEqual([0, 'published=yes\n']);
      expect(readFileSync(join(folder, 'permalinks.txt'), 'utf8')).toBe('/papers/a/\n');
    });

    test('are none where there is no site yet', async () => {
      const { code, log, output } = await runAgainst((_, response) => {
        response.writeHead(404).end('<p>Not here</p>');
      });
      expect([code, output]).toEqual([0, 'published=no\n']);
      expect(log).toContain('::notice title=New site::');
    });

    test.each([403, 500])(
      'are unknown, and nothing goes on, at a %i',
      async (status) => {
        const { code, log, output } = await runAgainst((_, response) => {
          response.writeHead(status).end();
        });
        expect([code, output]).toEqual([1, '']);
        expect(log).toContain(`gave status ${String(status)}`);
      },
      20_000,
    );

    test('are unknown when half of them come', async () => {
      const { code, log, output } = await runAgainst((_, response) => {
        response.writeHead(200, { 'content-length': '1000' });
        response.write('/papers/a/\n', () => response.destroy());
      });
      expect([code, output]).toEqual([1, '']);
      expect(log).toContain('gave status 200, not all of it');
    });

    test('are unknown when nobody answers', async () => {
      const { code, log, output } = await runAgainst((request) => request.socket.destroy());
      expect([code, output]).toEqual([1, '']);
      expect(log).toContain('gave status 000');
    });
  });

  describe('deploy.yml: the date to mail', () => {
    const script = stepOf('deploy.yml', 'build', 'Find out whether the newest date is a new one');

    /** Runs it after a build with these dates, on a live site with these addresses. */
    async function runWith(dates: readonly string[], addresses: readonly string[]): Promise<Run> {
      const archive = JSON.stringify({ dates: dates.map((date) => ({ date })) });
      write({ 'dist/archive.json': archive });
      writeFileSync(join(folder, 'permalinks.txt'), addresses.map((each) => `${each}\n`).join(''));
      return run(script);
    }

    test('is the newest when the live site does not have it', async () => {
      const { code, log, output } = await runWith(
        ['2025-03-10', '2025-03-11'],
        ['/papers/a/', '/dates/2025-03-10/'],
      );
      expect([code, log, output]).toEqual([0, '', 'new=2025-03-11\n']);
    });

    test.each([
      ['the live site has it', ['2025-03-10'], ['/dates/2025-03-10/']],
      ['an older one is new', ['2025-03-09', '2025-03-10'], ['/dates/2025-03-10/']],
      ['there is no date at all', [], ['/papers/a/']],
    ])('is none when %s', async (_, dates, addresses) => {
      const { code, log, output } = await runWith(dates, addresses);
      expect([code, log, output]).toEqual([0, '', '']);
    });

    test('is mailed after the deployment only, where a variable switches that on', () => {
      const job = WORKFLOWS.get('deploy.yml')?.jobs['mail'];
      expect(job).toMatchObject({
        needs: ['build', 'deploy'],
        if: "vars.SEND_MAIL == 'true' && needs.build.outputs.new_date != ''",
        permissions: { contents: 'read' },
      });
    });
  });

  test('digest-from-issue.yml: lines of a digest are no commands', async () => {
    program('npm', 'echo "$@"; cat; exit 1');
    writeFileSync(join(folder, 'digest.txt'), '::add-mask::a\n');
    const script = stepOf('digest-from-issue.yml', 'check', 'Check the digest');
    const { code, log } = await run(script, { DATE: '2025-03-11' });
    expect(code).toBe(1);
    const [stop, command, hostile, resume] = log.split('\n');
    const token = /^::stop-commands::([0-9a-f]{64})$/.exec(stop ?? '')?.[1];
    expect(command).toMatch(/^run add -- - --date 2025-03-11 --summary /);
    expect([hostile, resume]).toEqual(['::add-mask::a', `::${String(token)}::`]);
  });

  describe('digest-from-issue.yml: the proposal', () => {
    const script = stepOf(
      'digest-from-issue.yml',
      'propose',
      'Push a branch and open a pull request',
    );
    const env = { DATE: '2025-03-11', ISSUE: '12', GH_TOKEN: 'none' };

    beforeEach(() => {
      execFileSync('git', ['init', '--quiet', '--bare', join(folder, 'origin')], {
        env: gitEnv(),
      });
      git('init', '--quiet', '--initial-branch=main');
      git('remote', 'add', 'origin', join(folder, 'origin'));
      commit({ 'content/digests/2025-03-10.txt': 'A\n' });
      writeFileSync(join(folder, 'digest.txt'), 'The text\n');
    });

    test('is a branch with one new file and a pull request', async () => {
      program(
        'gh',
        'printf "%s\\n" "$@" > "$RUNNER_TEMP/gh"; echo https://github.com/owner/name/pull/13',
      );
      const { code, output } = await run(script, env);
      expect(code).toBe(0);
      expect(output).toBe(
        'say=A pull request adds this digest:\nurl=https://github.com/owner/name/pull/13\n',
      );
      expect(readFileSync(join(folder, 'gh'), 'utf8').split('\n')).toEqual(
        ['pr', 'create', '--base', 'main', '--head', 'digest/issue-12-7'].concat([
          '--title',
          'Digest of 2025-03-11',
          '--body',
          'Closes #12.',
          '',
        ]),
      );
      const branch = 'digest/issue-12-7';
      git('fetch', '--quiet', 'origin', branch);
      expect(git('diff', '--name-status', 'main', 'FETCH_HEAD')).toBe(
        'A\tcontent/digests/2025-03-11.txt\n',
      );
      expect(git('show', 'FETCH_HEAD:content/digests/2025-03-11.txt')).toBe('The text\n');
    });

    test('is a branch and a link where Actions may not open pull requests', async () => {
      program('gh', 'echo "GitHub Actions is not permitted to create pull requests" >&2; exit 1');
      const { code, output } = await run(script, env);
      expect(code).toBe(0);
      expect(output).toContain(
        'url=https://github.com/owner/name/compare/main...digest/issue-12-7?expand=1\n',
      );
    });

    test('replaces nothing', async () => {
      program('gh', 'exit 0');
      const { code, log, output } = await run(script, { ...env, DATE: '2025-03-10' });
      expect([code, output]).toEqual([1, '']);
      expect(log).toContain('There is a digest of 2025-03-10 already.');
      expect(git('ls-remote', 'origin')).toBe('');
    });
  });

  describe('digest-from-issue.yml: the answer', () => {
    const script = stepOf('digest-from-issue.yml', 'propose', 'Answer and take the label off');

    beforeEach(() => {
      program('gh', 'echo "gh $*"; if [ "$1" = issue ]; then cat; fi');
    });

    test('says where the pull request is', async () => {
      const url = 'https://github.com/owner/name/pull/13';
      const { code, log } = await run(script, { ISSUE: '12', SAY: 'Here:', URL: url });
      expect(code).toBe(0);
      expect(log.split('\n')).toEqual([
        'gh issue comment 12 --body-file -',
        `Here: ${url}`,
        '',
        'What it will publish: https://github.com/owner/name/actions/runs/7',
        'gh api --silent --method DELETE repos/owner/name/issues/12/labels/add%20digest',
        '',
      ]);
    });

    test('says that there is none', async () => {
      const { code, log } = await run(script, { ISSUE: '12', SAY: '', URL: '' });
      expect(code).toBe(0);
      expect(log).toContain(
        'This digest was not added. What to correct is listed here: https://github.com/owner/name/actions/runs/7\n',
      );
    });
  });
});
