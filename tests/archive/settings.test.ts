import { describe, expect, test } from 'vitest';

import { defaultSettings, readSettings } from '../../src/archive/settings.ts';

const FILE = 'archive.yaml';

describe('readSettings', () => {
  test.each(['', '\n', '# only a comment\n', '---\n', 'null'])('%j means the defaults', (text) => {
    expect(readSettings(text, FILE)).toEqual({ settings: defaultSettings, problems: [] });
  });

  test('fills in what a file leaves out', () => {
    const { settings, problems } = readSettings('title: Gulls daily\nyear: 2025\n', FILE);
    expect(problems).toEqual([]);
    expect(settings).toEqual({ ...defaultSettings, title: 'Gulls daily', year: 2025 });
    expect(settings.links.mirrors).toEqual({});
  });

  test('reads every setting', () => {
    const text = [
      'title: Gulls daily',
      'description: All about gulls.',
      'language: de',
      'year: 2025',
      'offline: false',
      'repository:',
      '  address: https://github.com/keeper/gulls',
      '  branch: published/main',
      '  folder: papers/2025',
      'mail:',
      '  from: keeper@example.org',
      '  to: gulls@lists.example.org',
      '  subscribe: mailto:gulls-join@lists.example.org?subject=join',
      '  unsubscribe: https://lists.example.org/gulls/leave',
      '  oneClick: true',
      '  id: gulls.lists.example.org',
      'topics:',
      '  add: [tides]',
      '  hide: [jars]',
      '  rename: { gulls: Birds of the sea }',
      '  merge: { terns: gulls }',
      'links:',
      '  mirrors:',
      '    Mirror.Example.NET: Example.org',
    ];
    expect(readSettings(text.join('\n'), FILE).settings).toEqual({
      title: 'Gulls daily',
      description: 'All about gulls.',
      language: 'de',
      year: 2025,
      offline: false,
      repository: {
        address: 'https://github.com/keeper/gulls',
        branch: 'published/main',
        folder: 'papers/2025',
      },
      mail: {
        from: 'keeper@example.org',
        to: 'gulls@lists.example.org',
        subscribe: 'mailto:gulls-join@lists.example.org?subject=join',
        unsubscribe: 'https://lists.example.org/gulls/leave',
        oneClick: true,
        id: 'gulls.lists.example.org',
      },
      topics: {
        add: ['tides'],
        hide: ['jars'],
        rename: { gulls: 'Birds of the sea' },
        merge: { terns: 'gulls' },
      },
      links: { mirrors: { 'mirror.example.net': 'example.org' } },
    });
  });

  test('a name of a topic has at most 100 characters', () => {
    const { problems } = readSettings(`topics:\n  hide: [${'g'.repeat(101)}]`, FILE);
    expect(problems.map(({ message }) => message).join()).toContain('at most 100 characters');
  });

  test.each(['\ufefftitle: Gulls', 'title: Gulls\r\n', '"title": "Gulls"', '{ title: Gulls }'])(
    'reads %j as YAML does',
    (text) => {
      expect(readSettings(text, FILE)).toMatchObject({
        settings: { title: 'Gulls' },
        problems: [],
      });
    },
  );

  test.each(['en', 'de', 'pt-BR', 'zh-Hant-TW', 'gsw'])('%j is a language', (language) => {
    expect(readSettings(`language: ${language}`, FILE)).toMatchObject({
      settings: { language },
      problems: [],
    });
  });

  test('a repository is on “main” and has its content in “content” unless it says otherwise', () => {
    const text = 'repository:\n  address: https://codeberg.org/keeper/gulls.git';
    expect(readSettings(text, FILE).settings.repository).toEqual({
      address: 'https://codeberg.org/keeper/gulls.git',
      branch: 'main',
      folder: 'content',
    });
    const stated = 'repository:\n  branch: dev\n  folder: papers';
    expect(readSettings(stated, FILE).settings.repository).toEqual({
      branch: 'dev',
      folder: 'papers',
    });
    expect(defaultSettings.repository).toEqual({ branch: 'main', folder: 'content' });
  });

  test('the name and the description are one line each', () => {
    const text = 'title: |\n  Gulls\n  daily\ndescription: "  All  about\\ngulls. "';
    expect(readSettings(text, FILE).settings).toMatchObject({
      title: 'Gulls daily',
      description: 'All about gulls.',
    });
  });

  test('the defaults name the archive and say what it is', () => {
    expect(defaultSettings).toMatchObject({
      title: 'Paper archive',
      description: 'Papers by date, with full-text search.',
      language: 'en',
      offline: true,
    });
  });

  test('the defaults hold no year: the clock has no say', () => {
    expect(defaultSettings).not.toHaveProperty('year');
  });
});

describe('an error in archive.yaml', () => {
  test.each([
    ['a value of another type', 'title: Gulls\nyear: "2025"', 2, '“year”'],
    ['a year of five digits', 'year: 10000', 1, '“year”'],
    ['a year of three digits', 'year: 999', 1, '“year”'],
    ['a year that is no number', '# c\n\nyear: soon', 3, '“year”'],
    ['a language that is a path', 'title: Gulls\nlanguage: ../../en', 2, '“language”'],
    ['an empty title', 'year: 2025\ntitle: ""', 2, '“title”'],
    ['a title that is nothing', 'title:', 1, '“title”'],
    ['a language by its name', 'language: English', 1, '“language”'],
    ['a language that is a number', 'title: Gulls\nlanguage: 1', 2, '“language”'],
    ['an unknown setting', 'title: Gulls\ntitel: Gulls', 2, '“titel”'],
    ['an unknown setting with more below it', 'colours:\n  ink: blue\n', 1, '“colours”'],
    ['an unknown setting inside another', 'links:\n  mirror: {}', 2, '“links.mirror”'],
    ['a mirror that is no host', 'links:\n  mirrors:\n    bad host: a.org', 3, 'bad host'],
    ['a mirror of nothing', 'links:\n  mirrors:\n    a.org: 5', 3, '“links.mirrors.a.org”'],
    [
      'a repository that is none',
      'repository:\n  address: keeper/gulls',
      2,
      '“repository.address” must be the address of a repository such as https://github.com/owner/name.',
    ],
    [
      'a repository in one line',
      'repository: https://github.com/keeper/gulls',
      1,
      '“repository” must hold settings of the form “name: value”.',
    ],
    [
      'a branch that is none',
      'repository:\n  branch: /main',
      2,
      '“repository.branch” must be the name of a branch such as main.',
    ],
    ['a branch with a question', 'repository:\n  branch: main?a', 2, '“repository.branch”'],
    [
      'a folder outside',
      'repository:\n  folder: /content',
      2,
      '“repository.folder” must be a path in the repository such as content.',
    ],
    ['a folder with a final slash', 'repository:\n  folder: content/', 2, '“repository.folder”'],
    [
      'an identifier of a list without a dot',
      'mail:\n  id: gulls',
      2,
      '“mail.id” must be an identifier such as papers.example.org.',
    ],
    [
      'one click that writes a mail',
      'mail:\n  unsubscribe: mailto:gulls-leave@example.org\n  oneClick: true',
      3,
      '“mail.oneClick” needs an “unsubscribe” that starts with https.',
    ],
    [
      'a title with what nobody sees',
      'title: "Gu\\u200blls"',
      1,
      '“title” holds characters that cannot be seen; delete them.',
    ],
    [
      'a mirror with a path',
      'links:\n  mirrors:\n    a.org/b: c.org',
      3,
      'must be a host name such as example.org',
    ],
    [
      'a mirror with a scheme',
      'links:\n  mirrors:\n    //a.org: c.org',
      3,
      'must be a host name such as example.org',
    ],
    [
      'a language with more behind it',
      'language: en/x',
      1,
      '“language” must be a language tag such as en or pt-BR.',
    ],
    ['a list in place of settings', '- Gulls', 1, ''],
    ['text in place of settings', '\nGulls', 2, ''],
    ['a bracket that never closes', 'title: Gulls\nyear: [', 2, 'Not valid YAML'],
    ['a setting given twice', 'title: Gulls\ntitle: Tides', 2, 'Not valid YAML'],
    ['two documents', 'title: Gulls\n---\ntitle: Tides', 2, 'Not valid YAML'],
    ['a colon in a title', 'title: Gulls: a study', 1, 'Not valid YAML'],
    ['a star that starts a title', 'year: 2025\ntitle: *Gulls* daily', 2, ''],
    ['a star that starts a word alone', 'year: 2025\ntitle: *Gulls', 2, ''],
  ])('is reported at its line: %s', (_, text, line, said) => {
    const { settings, problems } = readSettings(text, FILE);
    expect(settings).toEqual(defaultSettings);
    expect(problems).toMatchObject([
      { code: 'settings-invalid', severity: 'error', file: FILE, line },
    ]);
    expect(problems[0]?.column).toBeGreaterThanOrEqual(1);
    expect(problems[0]?.message).toContain(said);
  });

  test('does not hide the next one', () => {
    const { problems } = readSettings('year: soon\nlanguage: 1\ntitle: 2', FILE);
    expect(problems.map(({ line }) => line).toSorted()).toEqual([1, 2, 3]);
  });

  test('of one kind does not hide another of that kind', () => {
    const { problems } = readSettings('colour: blue\ntitle: Gulls\nsize: 5', FILE);
    expect(problems.map(({ line, message }) => [line, message])).toEqual([
      [1, '“colour” is unknown here.'],
      [3, '“size” is unknown here.'],
    ]);
  });

  test('that would take for ever is an error like others', () => {
    const level = (name: string, of: string): string =>
      `${name}: &${name} [${Array.from({ length: 10 }, () => of).join(',')}]`;
    const text = [level('a', '1'), level('b', '*a'), level('c', '*b'), level('d', '*c')];
    const { problems } = readSettings(text.join('\n'), FILE);
    expect(problems.map(({ code }) => code)).toContain('settings-invalid');
  });
});

describe('an address in “mail”', () => {
  const messages = (text: string): readonly string[] =>
    readSettings(text, FILE).problems.map(({ message }) => message);

  test.each([
    'Gulls <gulls@example.org>',
    'gulls',
    'gulls@',
    'gulls@example..org',
    'a b@example.org',
    'möwe@example.org',
    `${'a'.repeat(65)}@example.org`,
    `gulls@${'a.'.repeat(130)}org`,
    'a@example.org,b@example.org',
    '"a\\nBcc: b@example.org"',
  ])('is no sender: %j', (address) => {
    expect(messages(`mail:\n  from: ${address}`)).toEqual([
      '“mail.from” must be a mail address alone, such as papers@example.org.',
    ]);
  });

  test.each(['a.b+c@example.org', 'keeper@localhost', 'a@xn--mwe-sna.example'])(
    'is a recipient: %j',
    (address) => {
      expect(messages(`mail:\n  to: ${address}`)).toEqual([]);
    },
  );

  test.each([
    'gulls-leave@example.org',
    'http://example.org/leave',
    'https://',
    'https://keeper@example.org/',
    '"mailto:"',
    'mailto:gulls',
    'javascript:alert(1)',
    'https://example.org/>,<mailto:a@example.org',
    '"https://example.org/\\r\\nBcc: b@example.org"',
    `https://example.org/${'a'.repeat(400)}`,
  ])('is no way out: %j', (address) => {
    expect(messages(`mail:\n  unsubscribe: ${address}`)).toEqual([
      '“mail.unsubscribe” must be an address such as mailto:papers-leave@example.org or https://example.org/leave.',
    ]);
  });

  test.each(['mailto:a@example.org?subject=leave%20us', 'https://example.org/leave?list=gulls'])(
    'is a way in: %j',
    (address) => {
      expect(messages(`mail:\n  subscribe: ${address}`)).toEqual([]);
    },
  );
});
