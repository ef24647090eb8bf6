import { forgetRules, PAGE_SESSION } from '../../lifecycle/configuration/page-session';

describe('what a page keeps', () => {
    it('loses the rules when they have been changed, and nothing else', () => {
        const page = { [PAGE_SESSION]: { configuration: 1, statusReasons: 2, commandRules: 3, texts: 4 } };
        forgetRules(page);
        expect(page[PAGE_SESSION]).toEqual({ texts: 4 });
    });

    it('may be nothing yet', () => {
        expect(() => forgetRules({})).not.toThrow();
    });
});
