import type { Texts } from '../nl.ts';

export const layout: Texts['layout'] = {
  languageName: 'English',
  toContent: 'Skip to content',
  languageNavigation: 'Language',
  backToStart: 'To the home page',
  statement: 'Privacy statement',
  phone: 'Phone',
};
