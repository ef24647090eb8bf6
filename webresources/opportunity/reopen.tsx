import { mount } from '../dialog/mount';
import { ReopenDialog } from './reopen/ReopenDialog';

void mount(ReopenDialog);
