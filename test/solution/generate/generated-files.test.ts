import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { generatedFiles } from '../../../solution/generate';

const ROOT = join(__dirname, '../../..');

describe('npm run generate', () => {
    it.each([...generatedFiles()])('has been run since the metadata changed: %s', (path, content) => {
        const file = join(ROOT, path);
        expect(existsSync(file) ? readFileSync(file, 'utf8') : undefined).toBe(content);
    });

    it('names the columns that the solution adds to a stock table', () => {
        const columns = generatedFiles().get('lifecycle/generated/columns.ts') ?? '';
        const lead = columns.slice(columns.indexOf('readonly lead:'), columns.indexOf('readonly opportunity:'));
        expect(lead).toContain("'subject'");
        expect(lead).toContain("'llc_qualificationprogress'");
    });

    it('gives each choice its values by name', () => {
        const choices = generatedFiles().get('lifecycle/generated/choices.ts') ?? '';
        expect(choices).toContain('noLongerInterested: 6,');
        expect(choices).toMatch(/export const CriterionGate = \{\s+qualify: 617400000,/);
    });
});
