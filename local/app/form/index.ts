export { FormPage, type FormRoute } from './page/FormPage';
export { openQuickCreate, quickCreateRow } from './quick-create/open-quick-create';
