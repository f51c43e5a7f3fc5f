import './domain/zod-without-eval.ts';
import { createRoot } from 'react-dom/client';
import './styles/index.css';
import { App } from './app.tsx';
import { guardSinks } from './trusted-types.ts';

guardSinks();

const root = document.getElementById('root');
if (root) createRoot(root).render(<App />);
