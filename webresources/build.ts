import { build } from 'esbuild';
import { copyFileSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** Web resources of this solution are named below its prefix. */
const PREFIX = 'llc_';

/** Scripts by their name below the prefix, and what each adds to the global `LeadLifecycle`. */
const SCRIPTS: Readonly<Record<string, { readonly source: string; readonly exports: readonly string[] }>> = {
    // One for form and commands: apart, each would hold the rules, and a form loads both.
    'lead/lead.js': { source: './lead/lead', exports: ['LeadForm', 'LeadCommands'] },
    'opportunity/opportunity.js': {
        source: './opportunity/opportunity',
        exports: ['OpportunityForm', 'OpportunityCommands'],
    },
    'configuration/commands.js': { source: './configuration/commands', exports: ['ConfigurationCommands'] },
    'configuration/form.js': {
        source: './configuration/form',
        exports: ['TransitionForm', 'ReasonForm', 'CriterionForm'],
    },
};

/** Scripts of dialogs; they start themselves. */
const DIALOGS: readonly string[] = [
    'lead/qualify',
    'lead/qualify-many',
    'lead/disqualify',
    'lead/reactivate',
    'lead/status',
    'gate/gate',
    'opportunity/close',
    'opportunity/reopen',
];

const STATIC_FOLDERS: readonly string[] = ['lead', 'opportunity', 'gate', 'dialog', 'strings', 'icons'];
const STATIC_FILES = /\.(html|css|resx|svg)$/;

/**
 * Writes every web resource under its own name below `outDir`: `llc_/lead/form.js` and so on. The same sources give
 * the same bytes.
 * @param outDir replaced as a whole
 * @throws when a script cannot be bundled; esbuild names file and place
 */
export async function buildWebResources(outDir: string): Promise<void> {
    rmSync(outDir, { recursive: true, force: true });
    const scripts = Object.entries(SCRIPTS).map(([name, { source, exports }]) =>
        bundle(
            join(outDir, PREFIX, name),
            `import { ${exports.join(', ')} } from '${source}';
            globalThis.LeadLifecycle = Object.assign(globalThis.LeadLifecycle ?? {}, { ${exports.join(', ')} });`,
        ),
    );
    const dialogs = DIALOGS.map((name) => bundle(join(outDir, PREFIX, `${name}.js`), `import './${name}';`));
    await Promise.all([...scripts, ...dialogs]);
    for (const folder of STATIC_FOLDERS) copyStatic(folder, outDir);
}

async function bundle(outfile: string, entry: string): Promise<void> {
    await build({
        stdin: { contents: entry, resolveDir: __dirname, loader: 'ts' },
        outfile,
        bundle: true,
        minify: true,
        format: 'iife',
        target: 'es2022',
        charset: 'utf8',
        legalComments: 'none',
        define: { 'process.env.NODE_ENV': '"production"' },
        logLevel: 'silent',
    });
}

function copyStatic(folder: string, outDir: string): void {
    for (const name of readdirSync(join(__dirname, folder)).filter((file) => STATIC_FILES.test(file))) {
        const target = join(outDir, PREFIX, folder, name);
        mkdirSync(dirname(target), { recursive: true });
        copyFileSync(join(__dirname, folder, name), target);
    }
}
