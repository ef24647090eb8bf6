import { importJobId } from '../../../solution/deploy/import-job';
import { failuresOf, succeeded } from '../../../solution/deploy/import-log';

const result = (outcome: string, code = '0', text = ''): string =>
    `<result result="${outcome}" errorcode="${code}" errortext="${text}" datetime="12:00:00.00" />`;
const log = (manifest: string, components = ''): string =>
    `<importexportxml start="1" stop="2" progress="80" processed="true"><solutionManifests>` +
    `<solutionManifest languagecode="1033" id="LeadLifecycle" LocalizedName="Lead Lifecycle" processed="true">${manifest}` +
    `</solutionManifest></solutionManifests>${components}</importexportxml>`;

describe('an import log', () => {
    it('is read as kind and name of what failed, why, and the code', () => {
        const text = log(
            result('success'),
            '<entities><entity id="lead" LocalizedName="Lead" OriginalName="Lead" processed="true">' +
                `${result('failure', '0x80048060', 'The column &quot;llc_x&quot; is of another type.')}</entity>` +
                `<entity id="account" LocalizedName="Account">${result('success')}</entity></entities>` +
                `<webResources><webResource id="1" name="llc_/lead/form.js">${result('failure', '0x80040216', '')}` +
                `</webResource></webResources><optionSets><optionSet LocalizedName="Grade">` +
                `${result('warning', '0x1', 'Only a warning')}</optionSet></optionSets>`,
        );
        expect(failuresOf(text)).toEqual([
            'table Lead: The column "llc_x" is of another type. [0x80048060]',
            'web resource llc_/lead/form.js: failed without an explanation [0x80040216]',
        ]);
        expect(succeeded(text)).toBe(false);
    });

    it('tells the same failure once', () => {
        const same = `<entity LocalizedName="Lead">${result('failure', '0x1', 'No')}</entity>`;
        expect(failuresOf(log(result('failure', '0x1', 'No'), same + same))).toEqual([
            'solution Lead Lifecycle: No [0x1]',
            'table Lead: No [0x1]',
        ]);
    });

    it('is a success when the solution says so and nothing failed', () => {
        expect(succeeded(log(result('success'), `<entity>${result('warning')}</entity>`))).toBe(true);
        expect(succeeded(log(result('failure')))).toBe(false);
        expect(succeeded(log(''))).toBe(false);
    });

    it.each(['', 'null', '<importexportxml>'])('that is %j has no failures and is no success', (text) => {
        expect(failuresOf(text)).toEqual([]);
        expect(succeeded(text)).toBe(false);
    });
});

describe("an import job's id", () => {
    const fingerprint = '0123456789abcdef'.repeat(4);

    it('begins with the fingerprint of the zip and is a sound id of one’s own making', () => {
        expect(importJobId(fingerprint)).toMatch(/^01234567-89ab-8cde-8[0-9a-f]{3}-[0-9a-f]{12}$/);
    });

    it('is another one each time, because an id serves once', () => {
        expect(importJobId(fingerprint)).not.toBe(importJobId(fingerprint));
    });
});
