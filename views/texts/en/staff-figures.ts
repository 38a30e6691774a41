import type { Texts } from '../nl.ts';

export const staffFigures: Texts['staffFigures'] = {
  subject: (month) => `Figures for ${month}`,
  lead: (month) => `These are the figures for ${month}.`,
  nothingClosed: (month) => `Nothing was closed in ${month}.`,
  counted: 'Counted is each part of a case that was closed in this month. Rehearsals do not count.',
  columns: {
    type: 'Type',
    closed: 'Closed',
    median: 'Median',
    onTime: 'On time',
    extended: 'Extended',
    refused: 'Refused',
    partly: 'Partly',
  },
  legend: 'Median: days from receipt to answer. On time: within the promise or the extension. Partly: refused in part.',
  others: 'other types',
  total: 'total',
  merged: (smallest) => `Types with fewer than ${smallest} are taken together: so few can be recognised.`,
  fewer: (smallest) => `Of other types together fewer than ${smallest} were closed.`,
  fewerInAll: (smallest) => `In total fewer than ${smallest} were closed: too few for figures.`,
  totalIsOfTold: 'The total leaves them out.',
  allHeading: 'All in the table together',
  withinFourWeeks: 'Within four weeks',
  withinOneMonth: 'Within the statutory month',
  withinThreeMonths: 'Within three months',
  withdrawn: 'Withdrawn by the requester',
};
