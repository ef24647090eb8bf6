import { mount } from '../dialog/mount';
import { ReactivateDialog } from './dialog/ReactivateDialog';

void mount(ReactivateDialog);
