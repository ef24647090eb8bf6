/** A field that keeps a dialog from being confirmed. */
export interface FormProblem {
    readonly label: string;
    readonly problem: string;
    /** What to focus. */
    readonly element: HTMLElement;
}

/** A field with a problem; radio buttons have it in common, so it stands at their group. */
const INVALID = 'input[aria-invalid="true"], select[aria-invalid="true"], textarea[aria-invalid="true"]';
const INVALID_GROUP = '[data-invalid="true"]';

/** The fields of a form that say of themselves that something is wrong with them, from top to bottom. */
export function problemsOf(form: HTMLElement): readonly FormProblem[] {
    return [...form.querySelectorAll<HTMLElement>(`${INVALID}, ${INVALID_GROUP}`)].flatMap((invalid) => {
        const element = invalid.matches(INVALID_GROUP) ? invalid.querySelector<HTMLElement>('input') : invalid;
        if (element === null) return [];
        return [{ label: labelOf(invalid), problem: problemOf(invalid), element }];
    });
}

function labelOf(invalid: HTMLElement): string {
    const label =
        invalid.querySelector('legend') ??
        (invalid instanceof HTMLInputElement ||
        invalid instanceof HTMLSelectElement ||
        invalid instanceof HTMLTextAreaElement
            ? invalid.labels?.[0]
            : null);
    return label?.textContent?.trim() ?? '';
}

function problemOf(invalid: HTMLElement): string {
    const ids = (invalid.getAttribute('aria-describedby') ?? '').split(' ');
    const described = ids.map((id) => invalid.ownerDocument.getElementById(id));
    return described.find((element) => element?.classList.contains('problem'))?.textContent?.trim() ?? '';
}
