import { createRoot } from 'react-dom/client';
import { App } from './App';
import './page.css';
import { Workbench } from './workbench';

const workbench = new Workbench();
createRoot(document.getElementById('root')!).render(<App workbench={workbench} />);
Object.assign(window, { workbench });

const changes = new EventSource('/changes');
changes.onmessage = () => location.reload();
