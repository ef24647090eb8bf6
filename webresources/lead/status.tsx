import { mount } from '../dialog/mount';
import { StatusDialog } from './dialog/StatusDialog';

void mount(StatusDialog);
