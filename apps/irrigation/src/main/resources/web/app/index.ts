import '../kit/kit.css';
import { restoreTheme } from '../kit/theme/theme';
import './console';
import './console.css';

restoreTheme();
