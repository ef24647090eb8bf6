import type * as TestingLibrary from '@testing-library/react';

/** On a busy machine a page takes longer than the library's second and jest's five; a right one costs no more by that. */
jest.setTimeout(60_000);
if (typeof document !== 'undefined') {
    // Not by an import, which would be done too late: the library adds hooks when it is loaded.
    const library = jest.requireActual<typeof TestingLibrary>('@testing-library/react');
    library.configure({ asyncUtilTimeout: 15_000 });
}
