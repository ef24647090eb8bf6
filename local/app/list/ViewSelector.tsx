import React from 'react';
import { DefaultButton } from '@fluentui/react/lib/Button';
import { ContextualMenuItemType, type IContextualMenuItem } from '@fluentui/react/lib/ContextualMenu';
import { mergeStyles } from '@fluentui/react/lib/Styling';
import type { ClientView } from '../../dataverse/client/types';
import type { Texts } from '../platform/types';
import { color } from '../platform/theme';

export interface ViewSelectorProps {
    readonly views: readonly ClientView[];
    readonly selected: ClientView;
    readonly onSelect: (view: ClientView) => void;
    readonly texts: Texts;
}

/** The view's name as the page's title; opens the list of views. */
export function ViewSelector(props: ViewSelectorProps): JSX.Element {
    const { views, selected, onSelect, texts } = props;
    const item = (view: ClientView): IContextualMenuItem => ({
        key: view.id,
        text: view.isDefault ? texts('list.defaultView', view.name) : view.name,
        canCheck: true,
        checked: view.id === selected.id,
        onClick: () => onSelect(view),
    });
    const personal = views.filter((view) => view.isPersonal);
    const shared = views.filter((view) => !view.isPersonal);
    const section = (key: string, title: string, items: readonly ClientView[]): IContextualMenuItem[] =>
        items.length === 0
            ? []
            : [
                  {
                      key,
                      itemType: ContextualMenuItemType.Section,
                      sectionProps: { title, items: items.map(item) },
                  },
              ];
    return (
        <h1 className={headingClass}>
            <DefaultButton
                text={selected.name}
                title={texts('list.selectView')}
                ariaLabel={`${selected.name}, ${texts('list.selectView')}`}
                menuProps={{
                    items: [
                        ...section('personal', texts('list.personalViews'), personal),
                        ...section('shared', texts('list.sharedViews'), shared),
                    ],
                    calloutProps: { calloutMaxHeight: 480 },
                }}
                data-testid="view-selector"
                styles={{
                    root: { border: 0, background: 'transparent', padding: '0 4px', height: 36, maxWidth: '100%' },
                    rootHovered: { background: color.surfaceHover },
                    rootExpanded: { background: color.surfaceHover },
                    label: {
                        fontSize: 18,
                        lineHeight: '28px',
                        fontWeight: 600,
                        overflow: 'hidden',
                        textOverflow: 'ellipsis',
                        whiteSpace: 'nowrap',
                    },
                    textContainer: { minWidth: 0 },
                    menuIcon: { color: color.textSecondary },
                }}
            />
        </h1>
    );
}

const headingClass = mergeStyles({ margin: 0, minWidth: 0, fontWeight: 'inherit', fontSize: 'inherit' });
