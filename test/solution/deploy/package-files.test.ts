import { leftOut, type PackageFiles } from '../../../solution/deploy/package-files';
import { aSolutionFile, deployableTree } from './an-environment';

describe('the files of a deploy', () => {
    const files = (given: Partial<PackageFiles>): PackageFiles => ({
        solution: aSolutionFile(deployableTree(), '0.1.0'),
        plugIns: undefined,
        defaults: undefined,
        isBuilt: false,
        ...given,
    });

    it('tell what a solution file without them leaves alone', () => {
        expect(leftOut(files({}))).toBe(
            'left alone, because no file was named: low-code plug-ins (--plugins FILE.json), ' +
                'default configuration (--data FILE.zip)',
        );
        expect(leftOut(files({ plugIns: [] }))).toMatch(/named: default configuration \(--data FILE\.zip\)$/);
    });

    it('tell nothing where all are named or as the build made them', () => {
        expect(leftOut(files({ plugIns: [], defaults: [] }))).toBeUndefined();
        expect(leftOut(files({ isBuilt: true }))).toBeUndefined();
    });
});
