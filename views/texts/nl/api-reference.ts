/** The frame of the API reference; the reference itself is in English. */
export const apiReference = {
  title: 'API voor ontwikkelaars',
  lead: 'Hiermee dient uw software verzoeken in, en regelt die toestemming voor mailings. De beschrijving is in het Engels.',
  address: 'Adres',
  machine: 'Voor software',
};
