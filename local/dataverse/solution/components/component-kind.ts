/** How a kind of component stands in customizations.xml, and how it becomes content of the environment. */
import type { SolutionContent } from '../content';
import type { SolutionFiles } from '../read-zip';
import type { XmlElement } from '../xml';

/** One section of customizations.xml. */
export interface ComponentKind {
    /** Name of the element under ImportExportXml. */
    readonly section: string;
    /** Reads the section completely and adds what it holds. */
    read(section: XmlElement, files: SolutionFiles, content: SolutionContent): void;
}

/**
 * Joins the two halves of a kind.
 * @param parse XML to components; throws for what the platform's schema does not allow
 * @param apply one component to rows and metadata
 */
export function componentKind<Component>(
    section: string,
    parse: (section: XmlElement, files: SolutionFiles) => readonly Component[],
    apply: (component: Component, content: SolutionContent) => void,
): ComponentKind {
    return {
        section,
        read: (element, files, content) => parse(element, files).forEach((component) => apply(component, content)),
    };
}
