import { createRoot } from 'react-dom/client';
import { z } from 'zod';
import './styles/index.css';
import { App } from './app.tsx';
import { guardSinks } from './trusted-types.ts';

// zod's compiled parsers need eval, which the page's policy refuses; it must know before the first parse.
z.config({ jitless: true });

guardSinks();

const root = document.getElementById('root');
if (root) createRoot(root).render(<App />);
