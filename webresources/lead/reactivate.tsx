import { mount } from '../dialog/mount';
import { ReactivateDialog } from './reactivate/ReactivateDialog';

void mount(ReactivateDialog);
