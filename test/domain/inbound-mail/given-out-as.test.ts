import { describe, expect, it } from 'vitest';
import { givenOutAs, savedName } from '../../../domain/inbound-mail/given-out-as.ts';

describe('a file from a mail', () => {
  it.each([
    ['brief.pdf', 'application/pdf', 'brief.pdf'],
    ['Foto.JPEG', 'image/jpeg', 'Foto.JPEG'],
    ['gegevens.csv', 'text/plain', 'gegevens.csv'],
    ['openen.hta', 'text/plain', 'openen.hta.txt'],
    ['factuur.pdf.js', 'text/plain', 'factuur.pdf.js.txt'],
    ['pdf', 'application/pdf', 'pdf.pdf'],
    ['pagina.html', 'text/html', 'pagina.html.bin'],
  ])('%s of type %s is saved as %s', (fileName, mediaType, name) => {
    expect(savedName(fileName, mediaType)).toBe(name);
  });

  it('is a type letters come in, or bytes', () => {
    expect(givenOutAs('image/heic')).toBe('image/heic');
    expect(givenOutAs('text/html')).toBe('application/octet-stream');
  });
});
