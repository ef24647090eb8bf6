import js from '@eslint/js';
import powerApps from '@microsoft/eslint-plugin-power-apps';
import prettier from 'eslint-config-prettier';
import reactHooks from 'eslint-plugin-react-hooks';
import tseslint from 'typescript-eslint';

/** Forbids imports of other rooms: the arrows of the design, one row per room. */
const arrows = (files, ...forbidden) => ({
    files,
    rules: {
        'no-restricted-imports': [
            'error',
            {
                patterns: forbidden.map((room) => ({
                    regex: `(^|/)\\.\\./(.*/)?${room}(/|$)`,
                    message: `This room may not import ${room}/.`,
                })),
            },
        ],
    },
});

export default tseslint.config(
    { ignores: ['node_modules/', 'dist/', 'out/', '.data/', 'coverage/', 'controls/*/generated/'] },
    js.configs.recommended,
    ...tseslint.configs.strict,
    prettier,
    {
        files: ['**/*.{ts,tsx}'],
        plugins: { 'react-hooks': reactHooks },
        rules: {
            'react-hooks/rules-of-hooks': 'error',
            'react-hooks/exhaustive-deps': 'error',
            '@typescript-eslint/consistent-type-imports': 'error',
            '@typescript-eslint/no-extraneous-class': 'off',
            // A rule that wants `void 0` written out where a handler returns nothing.
            '@typescript-eslint/no-invalid-void-type': 'off',
            eqeqeq: ['error', 'always', { null: 'ignore' }],
            '@typescript-eslint/no-unused-vars': ['error', { varsIgnorePattern: '^_', argsIgnorePattern: '^_' }],
            'no-console': 'off',
        },
    },
    {
        files: ['webresources/**/*.{ts,tsx}'],
        ignores: ['webresources/build.ts'],
        plugins: { '@microsoft/power-apps': powerApps },
        rules: powerApps.configs.paCheckerHosted.rules,
    },
    { files: ['**/*.{js,mjs,cjs}'], languageOptions: { globals: { module: 'writable', require: 'readonly' } } },
    arrows(['lifecycle/**'], 'webresources', 'controls', 'local', 'solution', 'plugins', 'test', 'build'),
    arrows(['webresources/**'], 'controls', 'local', 'solution', 'plugins', 'test', 'build'),
    arrows(['controls/**'], 'webresources', 'local', 'solution', 'plugins', 'test', 'build'),
    // local/dataverse/solution is a room of its own: only ways that lead out of local/ are meant.
    arrows(
        ['local/**'],
        'lifecycle',
        'webresources',
        'controls',
        'plugins',
        'test',
        'build',
        '(?<=(\\.\\./){3,})solution',
    ),
    // The language is a package of its own: it knows nothing of the rest.
    arrows(
        ['local/powerfx/**'],
        'dataverse',
        'app',
        'lifecycle',
        'webresources',
        'controls',
        'solution',
        'plugins',
        'test',
        'build',
    ),
    arrows(['plugins/**'], 'local(?!/powerfx)', 'solution', 'webresources', 'controls', 'test', 'build'),
    arrows(['solution/**'], 'local(?!/powerfx)', 'webresources', 'controls', 'test', 'build'),
);
