import { labelText, mergeLabels } from '../../../../local/dataverse/metadata/labels';

describe('a label', () => {
    it('shows in the language asked for', () => {
        expect(labelText({ 1033: 'Lead', 1036: 'Prospect' }, 1036)).toBe('Prospect');
    });

    it('falls back to English, then to whatever there is, then to nothing', () => {
        expect(labelText({ 1033: 'Lead' }, 1036)).toBe('Lead');
        expect(labelText({ 1033: 'Lead', 1036: '' }, 1036)).toBe('Lead');
        expect(labelText({ 1031: 'Lead auf Deutsch' }, 1036)).toBe('Lead auf Deutsch');
        expect(labelText(undefined, 1036)).toBe('');
    });

    it('keeps the languages that a later layer does not know', () => {
        expect(mergeLabels({ 1033: 'Lead', 1036: 'Prospect' }, { 1033: 'Enquiry', 1036: '' })).toEqual({
            1033: 'Enquiry',
            1036: 'Prospect',
        });
    });
});
