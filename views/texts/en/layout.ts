import type { Texts } from '../nl.ts';

export const layout: Texts['layout'] = {
  languageName: 'English',
  toContent: 'To the content',
  languageNavigation: 'Language',
  backToStart: 'To the first page',
  statement: 'Privacy statement',
  phone: 'Phone',
};
