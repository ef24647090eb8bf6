const transform = {
    '^.+\\.tsx?$': ['@swc/jest', { jsc: { target: 'es2022', parser: { syntax: 'typescript', tsx: true } } }],
};
const project = (displayName, testMatch) => ({
    displayName,
    testMatch,
    transform,
    testEnvironment: 'node',
    // Build outputs hold copies of package.json and of the bundles; jest must not crawl them.
    modulePathIgnorePatterns: ['<rootDir>/dist/', '<rootDir>/.data/'],
});

module.exports = {
    projects: [
        {
            ...project('unit', ['<rootDir>/test/**/*.test.ts', '<rootDir>/test/**/*.test.tsx']),
            setupFilesAfterEnv: ['<rootDir>/test/patience.ts'],
            testPathIgnorePatterns: ['/node_modules/', '<rootDir>/test/e2e/', '<rootDir>/test/conformance/'],
        },
        project('conformance', ['<rootDir>/test/conformance/**/*.test.ts']),
        project('e2e', ['<rootDir>/test/e2e/**/*.test.ts']),
    ],
};
