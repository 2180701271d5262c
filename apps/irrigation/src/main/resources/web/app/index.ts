import '../kit/kit.css';
import { offerLanguages } from '../kit/language/language';
import { restoreTheme } from '../kit/theme/theme';
import { offerUnits } from '../kit/units/units';
import { speakProblems } from '../kit/http/sentence';
import './console';
import './console.css';
import { problemText } from './problem/problem';

restoreTheme();
offerLanguages('en', 'es', 'fr');
offerUnits();
speakProblems(problemText);
