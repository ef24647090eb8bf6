import { checkSolution } from '../../../solution/check';
import { rulesModelOfSource, tableModels } from '../../../solution/data-model/table-models';
import { withFunctions } from '../../../solution/functions/with-functions';
import { pack } from '../../../solution/packager/pack';
import { encode, textOf, type Tree } from '../../../solution/packager/tree';
import { unpack } from '../../../solution/packager/unpack';
import { child, descendants, parseXml } from '../../../solution/packager/xml';
import { ownTree } from '../a-tree';

const source = ownTree();
const tree = withFunctions(source, rulesModelOfSource(tableModels(source)));

function findings(change: (tree: Tree) => void): readonly string[] {
    const changed = new Map(tree);
    change(changed);
    return checkSolution(changed).map(String);
}

describe('the functions in the solution', () => {
    it('have a Custom API that calls a formula with complete parameters and outputs', () => {
        const api = parseXml(textOf(tree, 'customapis/llc_ExplainTransition/customapi.xml'), 'customapi.xml');
        expect(child(child(api, 'fxexpressionid') ?? api, 'uniquename')?.text).toBe('llc_ExplainTransition');
        expect(child(api, 'isfunction')?.text).toBe('0');
        const parts = [...tree.keys()].filter((path) => path.startsWith('customapis/llc_ExplainTransition/custom'));
        expect(parts.map((path) => path.split('/')[3]).filter(Boolean)).toEqual([
            'LeadId',
            'StatusReason',
            'State',
            'Allowed',
            'Code',
            'Message',
            'Columns',
        ]);
        const definition: unknown = JSON.parse(textOf(tree, 'fxexpressions/llc_ExplainTransition/fxexpression.json'));
        expect(definition).toMatchObject({
            fxexpression: {
                '@uniquename': 'llc_ExplainTransition',
                parameters: expect.stringContaining('"name":"LeadId","required":true'),
            },
        });
        expect(textOf(tree, 'fxexpressions/llc_ExplainTransition/expression.yaml')).toContain('llc_statustransitions');
    });

    it('tell the manifest that they need what runs Power Fx, once each', () => {
        const manifest = parseXml(textOf(tree, 'Other/Solution.xml'), 'Other/Solution.xml');
        const dependents = [...descendants(manifest)].filter((element) => element.name === 'Dependent');
        expect(dependents.map((element) => element.attributes['id.uniquename'])).toEqual([
            'llc_ExplainTransition',
            'llc_QualificationGaps',
        ]);
    });

    it('pass the check, and come out of the zip as they went in', () => {
        expect(checkSolution(tree).map(String)).toEqual([]);
        const unpacked = unpack(pack(tree, { version: '0.1.0', managed: false }));
        for (const path of tree.keys()) {
            if (!/^(customapis|fxexpressions)\//.test(path)) continue;
            expect([path, textOf(unpacked, path)]).toEqual([path, textOf(tree, path)]);
        }
    });
});

describe('the check', () => {
    it('misses a formula that a Custom API calls', () => {
        const found = findings((it) => it.delete('fxexpressions/llc_QualificationGaps/expression.yaml'));
        expect(found.join('\n')).toContain('there is no fxexpressions/llc_QualificationGaps/expression.yaml');
    });

    it('misses the Custom API of a parameter', () => {
        const found = findings((it) => it.delete('customapis/llc_QualificationGaps/customapi.xml'));
        expect(found.join('\n')).toContain('there is no customapis/llc_QualificationGaps/customapi.xml');
    });

    it('misses what the manifest must say of a function', () => {
        const found = findings((it) =>
            it.set(
                'Other/Solution.xml',
                encode(textOf(it, 'Other/Solution.xml').replace(/llc_QualificationGaps/g, 'x')),
            ),
        );
        expect(found.join('\n')).toContain('does not say that llc_QualificationGaps depends');
    });
});
