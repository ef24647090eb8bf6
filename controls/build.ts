import { spawn } from 'node:child_process';
import { cpSync, existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { allTextKeys } from '../lifecycle/messages';
import { addTexts, readTexts } from './resx';

const ROOT = join(__dirname, '..');
/** Publisher's customization prefix, which a component's name carries in a solution. */
const PREFIX = 'llc';
/** Texts of the lifecycle's own messages, which controls that run its commands show as well. */
const LIFECYCLE_TEXTS = 'webresources/strings/LeadLifecycle';

export interface Control {
    /** Folder below controls/. */
    readonly folder: string;
    /** Name in a solution, such as `prefix_Namespace.Constructor`. */
    readonly name: string;
    readonly usesLifecycleTexts: boolean;
}

/** What a control is built from, relative to the repository: its folder and all that is not another control's. */
export function controlInputs(control: Control): readonly string[] {
    const entries = readdirSync(__dirname).filter((name) => name === control.folder || !isControl(name));
    return [...entries.map((name) => `controls/${name}`), 'lifecycle', 'webresources/strings'];
}

function isControl(folder: string): boolean {
    return existsSync(join(__dirname, folder, 'ControlManifest.Input.xml'));
}

/** Every folder with a manifest is a control, as pcf-scripts sees it. */
export function findControls(): readonly Control[] {
    return readdirSync(__dirname)
        .filter(isControl)
        .sort()
        .map((folder) => {
            const manifest = readFileSync(join(__dirname, folder, 'ControlManifest.Input.xml'), 'utf8');
            const attribute = (name: string): string =>
                new RegExp(`<control [^>]*\\b${name}="([^"]+)"`).exec(manifest)?.[1] ?? '';
            return {
                folder,
                name: `${PREFIX}_${attribute('namespace')}.${attribute('constructor')}`,
                // Those that write run the lifecycle's commands, which speak in its messages.
                usesLifecycleTexts: manifest.includes('<uses-feature name="WebAPI"'),
            };
        });
}

/**
 * Builds one code component.
 * @param target its folder in the solution, replaced as a whole
 * @throws Error with the log of pcf-scripts, when it reports an error or leaves a file out
 */
export async function buildControl(control: Control, target: string): Promise<void> {
    rmSync(target, { recursive: true, force: true });
    const log = await runPcfScripts(control, target);
    // pcf-scripts ends with 0 even when the build has failed, so its log and its files are what counts.
    const failed = !log.includes('[build] Succeeded') || /\[pcf-\d+\] \[Error\]/.test(log);
    const missing = ['bundle.js', 'ControlManifest.xml'].filter((file) => !existsSync(join(target, file)));
    if (failed || missing.length > 0) {
        rmSync(target, { recursive: true, force: true });
        const lack = missing.length > 0 ? ` ${missing.join(' and ')} missing.` : '';
        throw new Error(`Control ${control.folder} could not be built.${lack}\n${log}`);
    }
    // Only webpack's banner: the bundles hold no third-party code, React and Fluent come from the platform.
    rmSync(join(target, 'bundle.js.LICENSE.txt'), { force: true });
    if (control.usesLifecycleTexts) addLifecycleTexts(control, target);
}

/** Runs it for one control: the folder that it is started in is the one that it looks for manifests in. */
function runPcfScripts(control: Control, target: string): Promise<string> {
    const script = require.resolve('pcf-scripts/bin/pcf-scripts.js', { paths: [ROOT] });
    const work = join(ROOT, 'dist/.controls', control.folder);
    rmSync(work, { recursive: true, force: true });
    const child = spawn(process.execPath, [script, 'build', '--buildMode', 'production', '--outDir', work], {
        cwd: join(__dirname, control.folder),
        env: { ...process.env, PP_TOOLS_TELEMETRY_OPTOUT: 'true', NO_COLOR: '1', FORCE_COLOR: '0' },
        stdio: ['ignore', 'pipe', 'pipe'],
    });
    const output: Buffer[] = [];
    child.stdout.on('data', (chunk: Buffer) => output.push(chunk));
    child.stderr.on('data', (chunk: Buffer) => output.push(chunk));
    return new Promise((settle, reject) => {
        child.on('error', reject);
        child.on('close', () => {
            if (existsSync(work)) cpSync(work, target, { recursive: true });
            rmSync(work, { recursive: true, force: true });
            settle(Buffer.concat(output).toString('utf8'));
        });
    });
}

/**
 * Adds the texts of the lifecycle to a control's own. They have one home, beside the client scripts that show the same
 * messages; a control can only read texts that lie in its own folder.
 */
function addLifecycleTexts(control: Control, target: string): void {
    const strings = join(target, 'strings');
    for (const file of readdirSync(strings).filter((name) => name.endsWith('.resx'))) {
        const language = /\.(\d+)\.resx$/.exec(file)?.[1] ?? '';
        const source = join(ROOT, `${LIFECYCLE_TEXTS}.${language}.resx`);
        if (!existsSync(source)) throw new Error(`Control ${control.folder}: ${source} is missing for ${file}.`);
        const texts = readTexts(readFileSync(source, 'utf8'));
        const wanted = allTextKeys().flatMap((key) => {
            const text = texts.get(key);
            return text === undefined ? [] : [[key, text] as const];
        });
        const path = join(strings, file);
        writeFileSync(path, addTexts(readFileSync(path, 'utf8'), wanted));
    }
}
