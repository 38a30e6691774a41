/** The monthly figures. The columns are short: the table must be readable as plain text. */
export const staffFigures = {
  subject: (month: string) => `Cijfers van ${month}`,
  lead: (month: string) => `Dit zijn de cijfers van ${month}.`,
  nothingClosed: (month: string) => `In ${month} is niets gesloten.`,
  counted: 'Geteld is elk onderdeel van een zaak die in deze maand is gesloten. Oefeningen tellen niet mee.',
  columns: {
    type: 'Soort',
    closed: 'Gesloten',
    median: 'Mediaan',
    onTime: 'Op tijd',
    extended: 'Verlengd',
    refused: 'Geweigerd',
    partly: 'Deels',
  },
  legend:
    'Mediaan: dagen van ontvangst tot antwoord. Op tijd: binnen de belofte of de verlenging. Deels: deels geweigerd.',
  others: 'andere soorten',
  total: 'totaal',
  merged: (smallest: number) => `Soorten met minder dan ${smallest} staan samen: zo weinig is te herkennen.`,
  fewer: (smallest: number) => `Van andere soorten samen zijn er minder dan ${smallest} gesloten.`,
  fewerInAll: (smallest: number) => `In totaal zijn er minder dan ${smallest} gesloten: te weinig voor cijfers.`,
  totalIsOfTold: 'Het totaal telt die niet mee.',
  allHeading: 'Alles in de tabel samen',
  withinFourWeeks: 'Binnen vier weken',
  withinOneMonth: 'Binnen de wettelijke maand',
  withinThreeMonths: 'Binnen drie maanden',
  withdrawn: 'Ingetrokken door de verzoeker',
};
