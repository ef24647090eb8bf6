/** On a busy machine a page takes longer than the library's second and jest's five; a right one costs no more by that. */
jest.setTimeout(60_000);
if (typeof document !== 'undefined') {
    void import('@testing-library/react').then(({ configure }) => configure({ asyncUtilTimeout: 15_000 }));
}
