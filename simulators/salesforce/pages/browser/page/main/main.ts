import '@lwc/synthetic-shadow';
import { createElement } from 'lwc';
import App from 'page/app';

document.body.prepend(createElement('page-app', { is: App }));
