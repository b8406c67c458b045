import eslint from '@eslint/js';
import astro from 'eslint-plugin-astro';
import { defineConfig } from 'eslint/config';
import tseslint from 'typescript-eslint';

export default defineConfig(
  { ignores: ['dist/', '.astro/', 'coverage/', 'node_modules/'] },
  eslint.configs.recommended,
  ...astro.configs.recommended,
  {
    files: ['**/*.ts'],
    extends: [tseslint.configs.strictTypeChecked, tseslint.configs.stylisticTypeChecked],
    languageOptions: { parserOptions: { projectService: true } },
    rules: {
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/explicit-module-boundary-types': 'error',
      // Astro hands loaders and hooks their context to take apart.
      '@typescript-eslint/unbound-method': 'off',
      // Code points are what is meant.
      '@typescript-eslint/no-misused-spread': 'off',
      // Astro's import.meta.env and process.env are index signatures.
      '@typescript-eslint/dot-notation': 'off',
    },
  },
  {
    files: ['src/layouts/*.js'],
    languageOptions: { globals: { document: 'readonly', localStorage: 'readonly' } },
  },
  { files: ['*.mjs'], languageOptions: { globals: { process: 'readonly' } } },
);
