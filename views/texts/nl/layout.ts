/** What stands around every page. */
export const layout = {
  languageName: 'Nederlands',
  toContent: 'Naar de inhoud',
  languageNavigation: 'Taal',
  backToStart: 'Naar de beginpagina',
  statement: 'Privacyverklaring',
  phone: 'Telefoon',
};
