import { checkSolution } from '../../../solution/check';
import { encode, textOf, type Tree } from '../../../solution/packager/tree';
import { ownTree } from '../a-tree';

const LEAD_RIBBON = 'Entities/Lead/RibbonDiff.xml';
const MANIFEST = 'Other/Solution.xml';

/** Findings after a change to our own tree, which has none. */
function findingsAfter(change: (tree: Tree) => void): readonly string[] {
    const tree = ownTree();
    change(tree);
    return checkSolution(tree).map(String);
}

function replace(tree: Tree, path: string, search: string | RegExp, replacement: string): void {
    const text = textOf(tree, path);
    const changed = text.replace(search, replacement);
    if (changed === text) throw new Error(`${path} does not hold ${String(search)}`);
    tree.set(path, encode(changed));
}

const firstPath = (tree: Tree, pattern: RegExp): string => {
    const path = [...tree.keys()].find((it) => pattern.test(it));
    if (!path) throw new Error(`no path like ${pattern}`);
    return path;
};

describe('the checker', () => {
    it('finds nothing in our own solution', () => {
        expect(findingsAfter(() => undefined)).toEqual([]);
    });

    it('finds a component that is not rooted', () => {
        const findings = findingsAfter((tree) => {
            replace(tree, MANIFEST, /\s*<RootComponent[^>]*schemaName="llc_\/lead\/lead\.js"[^>]*\/>/, '');
        });
        expect(findings).toEqual([
            'WebResources/llc_/lead/lead.js.data.xml: llc_/lead/lead.js is not among the root components',
        ]);
    });

    it('finds a component that is rooted twice', () => {
        const findings = findingsAfter((tree) => {
            replace(tree, MANIFEST, /<RootComponent[^>]*schemaName="lead"[^>]*\/>/, '$&$&');
        });
        expect(findings).toEqual([
            expect.stringMatching(/^Other\/Solution\.xml:\d+: lead \(type 1\) is rooted twice$/),
        ]);
    });

    it('finds a root that the solution lacks, and a type code that differs between environments', () => {
        const findings = findingsAfter((tree) => {
            replace(
                tree,
                MANIFEST,
                '<RootComponents>',
                '<RootComponents><RootComponent type="10421" schemaName="x" />',
            );
        });
        expect(findings).toEqual([
            expect.stringContaining('type 10421 of x differs between environments'),
            expect.stringContaining('x is a root component but not in the solution'),
        ]);
    });

    it('finds a missing body', () => {
        const findings = findingsAfter((tree) => tree.delete('WebResources/llc_/lead/lead.js'));
        expect(findings).toEqual(['WebResources/llc_/lead/lead.js.data.xml: the body of the web resource is missing']);
    });

    it('finds a web resource name that leads nowhere', () => {
        const findings = findingsAfter((tree) => {
            replace(tree, LEAD_RIBBON, '$webresource:llc_/icons/qualify.svg', '$webresource:llc_/icons/nowhere.svg');
        });
        expect(findings[0]).toMatch(
            /^Entities\/Lead\/RibbonDiff\.xml:\d+: web resource llc_\/icons\/nowhere\.svg is not in the solution$/,
        );
    });

    it('finds a ribbon command whose function the script does not define', () => {
        const findings = findingsAfter((tree) => {
            const body = 'WebResources/llc_/lead/lead.js';
            tree.set(body, encode(textOf(tree, body).replaceAll('qualifyFromForm', 'somethingElse')));
        });
        expect(findings).toContainEqual(
            expect.stringMatching(
                /^Entities\/Lead\/RibbonDiff\.xml:\d+: library llc_\/lead\/lead\.js does not define the function LeadLifecycle\.LeadCommands\.qualifyFromForm$/,
            ),
        );
    });

    it('finds a library that fails when it is loaded', () => {
        const findings = findingsAfter((tree) => {
            tree.set('WebResources/llc_/lead/lead.js', encode('throw new Error("broken")'));
        });
        expect(findings).toContainEqual(expect.stringContaining('llc_/lead/lead.js fails when loaded: Error: broken'));
    });

    it('finds a form cell whose column does not exist', () => {
        const findings = findingsAfter((tree) => {
            const form = firstPath(tree, /^Entities\/Lead\/FormXml\/main\//);
            replace(tree, form, 'datafieldname="companyname"', 'datafieldname="compnyname"');
        });
        expect(findings).toEqual([expect.stringMatching(/Lead\/FormXml.*:\d+: table lead has no column compnyname$/)]);
    });

    it('finds a view column and a condition whose column does not exist', () => {
        const findings = findingsAfter((tree) => {
            const view = firstPath(tree, /^Entities\/llc_Criterion\/SavedQueries\//);
            replace(tree, view, /name="llc_gate"/g, 'name="llc_gait"');
            replace(tree, view, 'attribute="statecode"', 'attribute="statcode"');
        });
        expect(findings).toContainEqual(expect.stringContaining('table llc_criterion has no column llc_gait'));
        expect(findings).toContainEqual(expect.stringContaining('table llc_criterion has no column statcode'));
    });

    it('finds an id that is used twice', () => {
        const findings = findingsAfter((tree) => {
            const form = firstPath(tree, /^Entities\/Lead\/FormXml\/main\//);
            const [first = '', second = ''] = [...textOf(tree, form).matchAll(/<cell id="([^"]+)"/g)].map(
                ([, id]) => id,
            );
            replace(tree, form, `<cell id="${second}"`, `<cell id="${first}"`);
        });
        expect(findings).toEqual([expect.stringMatching(/cell id .* is used before in Entities\/Lead\/FormXml/)]);
    });

    it('finds a label without a text in one of the languages', () => {
        const findings = findingsAfter((tree) => {
            const form = firstPath(tree, /^Entities\/Lead\/FormXml\/main\//);
            replace(tree, form, /<label [^>]*languagecode="1036"[^>]*\/>/, '');
        });
        expect(findings).toEqual([expect.stringContaining('<labels> has no text in language 1036')]);
    });

    it('finds a ribbon label that is not defined', () => {
        const findings = findingsAfter((tree) => {
            replace(tree, LEAD_RIBBON, /"\$LocLabels:[^"]+"/, '"$LocLabels:llc.nowhere"');
        });
        expect(findings).toEqual([
            expect.stringContaining('refers to the label llc.nowhere, which is not defined here'),
        ]);
    });

    it('finds elements in an order that the import refuses', () => {
        const findings = findingsAfter((tree) => {
            const path = 'Other/Customizations.xml';
            replace(tree, path, '<Entities />', '');
            replace(tree, path, '<Roles />', '<Roles /><Entities />');
        });
        expect(findings).toEqual([
            expect.stringMatching(/Customizations\.xml:\d+: <Entities> must stand before <Roles>$/),
        ]);
    });

    it('finds an app that lists a form which is not there', () => {
        const findings = findingsAfter((tree) => {
            const form = firstPath(tree, /^Entities\/llc_Criterion\/FormXml\/main\//);
            tree.delete(form);
        });
        expect(findings).toEqual([
            expect.stringMatching(/AppModule\.xml:\d+: form [0-9a-f-]+ is not in the solution$/),
        ]);
    });
});
