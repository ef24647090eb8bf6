import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { choicesSource, columnsSource } from './generate/source';
import { baseTable, solutionChoices, solutionTables } from './generate/tables';
import { readTree } from './packager/tree';

const ROOT = join(__dirname, '..');
const BASE_TABLES = join(ROOT, 'local/dataverse/base/tables');
/** Stock tables whose columns and choices the rules name. */
const STOCK_TABLES = ['lead', 'opportunity'];

/** The generated files: path relative to the repository, and content. */
export function generatedFiles(): ReadonlyMap<string, string> {
    const tree = readTree(join(ROOT, 'solution/src'));
    const stock = STOCK_TABLES.map((name) => baseTable(BASE_TABLES, name));
    const own = solutionTables(tree).filter(({ logicalName }) => isNamed(logicalName));
    return new Map([
        ['lifecycle/generated/columns.ts', columnsSource([...stock, ...own])],
        [
            'lifecycle/generated/choices.ts',
            choicesSource([...stock.flatMap(({ choices }) => choices), ...solutionChoices(tree)]),
        ],
    ]);
}

/** The solution's tables, and its additions to the stock tables that the rules name. */
function isNamed(table: string): boolean {
    return STOCK_TABLES.includes(table) || table.startsWith('llc_');
}

if (require.main === module) {
    for (const [path, content] of generatedFiles()) {
        mkdirSync(dirname(join(ROOT, path)), { recursive: true });
        writeFileSync(join(ROOT, path), content);
        console.log(`wrote ${path}`);
    }
}
