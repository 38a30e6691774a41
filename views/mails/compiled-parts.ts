// Made of mail.mjml by `npm run mail-parts`. Change that file, not this one.
import { html as filled, type Html, type Piece } from '../html.ts';

type Slots<Name extends string> = Readonly<Record<Name, Piece>>;

export function open(slots: Slots<'language' | 'direction' | 'subject' | 'accent' | 'darkRaised' | 'darkGround' | 'darkText' | 'darkQuiet' | 'darkAccent' | 'darkLine' | 'raised' | 'preview' | 'accentText' | 'brand' | 'ground'>): Html {
  return filled`<!doctype html><html lang="${slots.language}" dir="${slots.direction}" xmlns="http://www.w3.org/1999/xhtml" xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office"><head><title>${slots.subject}</title><!--[if !mso]><!--><meta http-equiv="X-UA-Compatible" content="IE=edge"><!--<![endif]--><meta http-equiv="Content-Type" content="text/html; charset=UTF-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<style type="text/css">
#outlook a { padding: 0; }
body { margin: 0; padding: 0; -webkit-text-size-adjust: 100%; -ms-text-size-adjust: 100%; }
table, td { border-collapse: collapse; mso-table-lspace: 0pt; mso-table-rspace: 0pt; }
img { border: 0; height: auto; line-height: 100%; outline: none; text-decoration: none; -ms-interpolation-mode: bicubic; }
p { display: block; margin: 13px 0; }
</style>
<!--[if mso]>
<noscript>
<xml>
<o:OfficeDocumentSettings>
  <o:AllowPNG/>
  <o:PixelsPerInch>96</o:PixelsPerInch>
</o:OfficeDocumentSettings>
</xml>
</noscript>
<![endif]-->
<!--[if lte mso 11]>
<style type="text/css">
.mj-outlook-group-fix { width:100% !important; }
</style>
<![endif]-->
<style type="text/css">@media only screen and (min-width:480px) { .mj-column-per-100 { width:100% !important; max-width:100%; }  }</style><style media="screen and (min-width:480px)">.moz-text-html .mj-column-per-100 { width:100% !important; max-width:100%; } </style><style type="text/css">a { color: ${slots.accent}; }
      h2, p, ul { margin: 0; }
      @media (max-width: 479px) {
        .facts th, .facts td, .quiet th, .quiet td { display: block !important; width: auto !important; padding-right: 0 !important; }
        .facts th, .quiet th { padding-bottom: 0 !important; }
        .facts td, .quiet td { padding-top: 0 !important; }
      }</style><style type="text/css">@media (prefers-color-scheme: dark) {
        body, .mail { background-color: ${slots.darkRaised} !important; }
        .sheet, .sheet > table { background-color: ${slots.darkGround} !important; }
        .facts { background-color: ${slots.darkRaised} !important; }
        .ink div, .ink table, .ink a, .ink h2, .ink th, .ink td { color: ${slots.darkText} !important; }
        .quiet div, .quiet table, .quiet th, .quiet td, .facts th { color: ${slots.darkQuiet} !important; }
        .ink p a, .ink td a, .quiet a { color: ${slots.darkAccent} !important; }
        .address p a { color: ${slots.darkQuiet} !important; }
        .figures th, .figures td { border-color: ${slots.darkLine} !important; }
        .button td, .button a { background-color: ${slots.darkAccent} !important; color: ${slots.darkGround} !important; }
        .other td, .other a { background-color: ${slots.darkGround} !important; color: ${slots.darkAccent} !important; }
        .button td, .other td { border-color: ${slots.darkAccent} !important; }
      }</style><meta name="color-scheme" content="light dark" /><meta name="supported-color-schemes" content="light dark" /><meta name="format-detection" content="telephone=no, date=no, address=no, email=no, url=no" /><!--[if mso]><style>* { font-family: 'Segoe UI', Arial, sans-serif !important; }</style><![endif]--></head><body style="word-spacing:normal;background-color:${slots.raised};"><div style="display:none;font-size:1px;color:#ffffff;line-height:1px;max-height:0px;max-width:0px;opacity:0;overflow:hidden;">${slots.preview}</div><div aria-label="${slots.subject}" aria-roledescription="email" class="mail" role="article" lang="${slots.language}" dir="${slots.direction}" style="background-color:${slots.raised};"><!--[if mso | IE]><table border="0" cellpadding="0" cellspacing="0" role="presentation" bgcolor="${slots.accent}" align="center" width="600" style="width:600px;"><tr><td style="line-height:0px;font-size:0px;mso-line-height-rule:exactly;"><![endif]--><div style="background:${slots.accent};background-color:${slots.accent};margin:0px auto;max-width:600px;"><table border="0" cellpadding="0" cellspacing="0" role="presentation" align="center" style="background:${slots.accent};background-color:${slots.accent};width:100%;"><tbody><tr><td style="direction:ltr;font-size:0px;padding:16px;text-align:center;"><!--[if mso | IE]><table border="0" cellpadding="0" cellspacing="0" role="presentation"><tr><![endif]--><!--[if mso | IE]><td style="vertical-align:top;width:568px;"><![endif]--><div class="mj-outlook-group-fix mj-column-per-100" style="font-size:0px;text-align:left;direction:ltr;display:inline-block;vertical-align:top;width:100%;"><table border="0" cellpadding="0" cellspacing="0" role="presentation" width="100%" style="vertical-align:top;"><tbody><tr><td align="left" style="font-size:0px;padding:0;word-break:break-word;"><div style="font-family:system-ui, -apple-system, 'Segoe UI', Helvetica, Arial, sans-serif;font-size:20px;font-weight:bold;line-height:28px;text-align:left;color:${slots.accentText};">${slots.brand}</div></td></tr></tbody></table></div><!--[if mso | IE]></td><![endif]--><!--[if mso | IE]></tr></table><![endif]--></td></tr></tbody></table></div><!--[if mso | IE]></td></tr></table><![endif]--><!--[if mso | IE]><table border="0" cellpadding="0" cellspacing="0" role="presentation" bgcolor="${slots.ground}" align="center" width="600" class="sheet-outlook" style="width:600px;"><tr><td style="line-height:0px;font-size:0px;mso-line-height-rule:exactly;"><![endif]--><div class="sheet" style="background:${slots.ground};background-color:${slots.ground};margin:0px auto;max-width:600px;"><table border="0" cellpadding="0" cellspacing="0" role="presentation" align="center" style="background:${slots.ground};background-color:${slots.ground};width:100%;"><tbody><tr><td style="direction:ltr;font-size:0px;padding:24px 16px 8px;text-align:center;"><!--[if mso | IE]><table border="0" cellpadding="0" cellspacing="0" role="presentation"><tr><![endif]--><!--[if mso | IE]><td style="vertical-align:top;width:568px;"><![endif]--><div class="mj-outlook-group-fix mj-column-per-100" style="font-size:0px;text-align:left;direction:ltr;display:inline-block;vertical-align:top;width:100%;"><table border="0" cellpadding="0" cellspacing="0" role="presentation" width="100%" style="vertical-align:top;"><tbody>`;
}

export function heading(slots: Slots<'text' | 'words'>): Html {
  return filled`<tr><td align="left" class="ink" style="font-size:0px;padding:8px 0 4px;word-break:break-word;"><div style="font-family:system-ui, -apple-system, 'Segoe UI', Helvetica, Arial, sans-serif;font-size:18px;line-height:26px;text-align:left;color:${slots.text};"><h2 style="margin:0;font-size:18px;line-height:26px;">${slots.words}</h2></div></td></tr>`;
}

export function paragraph(slots: Slots<'text' | 'words'>): Html {
  return filled`<tr><td align="left" class="ink" style="font-size:0px;padding:0 0 16px;word-break:break-word;"><div style="font-family:system-ui, -apple-system, 'Segoe UI', Helvetica, Arial, sans-serif;font-size:16px;line-height:24px;text-align:left;color:${slots.text};"><p style="margin:0;">${slots.words}</p></div></td></tr>`;
}

export function note(slots: Slots<'quiet' | 'words'>): Html {
  return filled`<tr><td align="left" class="quiet" style="font-size:0px;padding:0 0 16px;word-break:break-word;"><div style="font-family:system-ui, -apple-system, 'Segoe UI', Helvetica, Arial, sans-serif;font-size:14px;line-height:20px;text-align:left;color:${slots.quiet};"><p style="margin:0;">${slots.words}</p></div></td></tr>`;
}

export function list(slots: Slots<'text' | 'items'>): Html {
  return filled`<tr><td align="left" class="ink" style="font-size:0px;padding:0 0 16px;word-break:break-word;"><div style="font-family:system-ui, -apple-system, 'Segoe UI', Helvetica, Arial, sans-serif;font-size:16px;line-height:24px;text-align:left;color:${slots.text};"><ul style="margin:0;padding:0 0 0 24px;">${slots.items}</ul></div></td></tr>`;
}

export function facts(slots: Slots<'raised' | 'text' | 'rows'>): Html {
  return filled`<tr><td align="left" class="facts ink" style="background:${slots.raised};font-size:0px;padding:8px 16px;word-break:break-word;"><table border="0" cellpadding="0" cellspacing="0" width="100%" style="color:${slots.text};font-family:system-ui, -apple-system, 'Segoe UI', Helvetica, Arial, sans-serif;font-size:16px;line-height:24px;table-layout:auto;width:100%;border:none;">${slots.rows}</table></td></tr>`;
}

export function gap(): Html {
  return filled`<tr><td style="font-size:0px;word-break:break-word;"><div style="height:16px;line-height:16px;">&#8202;</div></td></tr>`;
}

export function figures(slots: Slots<'text' | 'rows'>): Html {
  return filled`<tr><td align="left" class="ink" style="font-size:0px;padding:0 0 16px;word-break:break-word;"><div style="font-family:system-ui, -apple-system, 'Segoe UI', Helvetica, Arial, sans-serif;font-size:16px;line-height:24px;text-align:left;color:${slots.text};"><div style="width:0;min-width:100%;overflow-x:auto;" tabindex="0"><table cellpadding="0" cellspacing="0" border="0" class="figures" style="font-size:14px;line-height:20px;word-break:normal;">${slots.rows}</table></div></div></td></tr>`;
}

export function button(slots: Slots<'accent' | 'address' | 'accentText' | 'words'>): Html {
  return filled`<tr><td align="left" vertical-align="middle" class="button" style="font-size:0px;padding:8px 0 8px;word-break:break-word;"><table border="0" cellpadding="0" cellspacing="0" role="presentation" style="border-collapse:separate;line-height:100%;"><tbody><tr><td align="center" bgcolor="${slots.accent}" role="presentation" valign="middle" style="border:2px solid ${slots.accent};border-radius:4px;cursor:auto;mso-padding-alt:12px 20px;text-align:left;background:${slots.accent};"><a href="${slots.address}" target="_blank" style="display:inline-block;background:${slots.accent};color:${slots.accentText};font-family:system-ui, -apple-system, 'Segoe UI', Helvetica, Arial, sans-serif;font-size:16px;font-weight:bold;line-height:24px;margin:0;text-decoration:none;text-transform:none;padding:12px 20px;mso-padding-alt:0px;border-radius:4px;">${slots.words}</a></td></tr></tbody></table></td></tr>`;
}

export function otherButton(slots: Slots<'ground' | 'accent' | 'address' | 'words'>): Html {
  return filled`<tr><td align="left" vertical-align="middle" class="other" style="font-size:0px;padding:8px 0 8px;word-break:break-word;"><table border="0" cellpadding="0" cellspacing="0" role="presentation" style="border-collapse:separate;line-height:100%;"><tbody><tr><td align="center" bgcolor="${slots.ground}" role="presentation" valign="middle" style="border:2px solid ${slots.accent};border-radius:4px;cursor:auto;mso-padding-alt:12px 20px;text-align:left;background:${slots.ground};"><a href="${slots.address}" target="_blank" style="display:inline-block;background:${slots.ground};color:${slots.accent};font-family:system-ui, -apple-system, 'Segoe UI', Helvetica, Arial, sans-serif;font-size:16px;font-weight:bold;line-height:24px;margin:0;text-decoration:none;text-transform:none;padding:12px 20px;mso-padding-alt:0px;border-radius:4px;">${slots.words}</a></td></tr></tbody></table></td></tr>`;
}

export function address(slots: Slots<'quiet' | 'address'>): Html {
  return filled`<tr><td align="left" class="quiet address" style="font-size:0px;padding:0 0 16px;word-break:break-word;"><div style="font-family:system-ui, -apple-system, 'Segoe UI', Helvetica, Arial, sans-serif;font-size:14px;line-height:20px;text-align:left;color:${slots.quiet};"><p style="margin:0;"><a href="${slots.address}" style="color:${slots.quiet};word-break:break-word;">${slots.address}</a></p></div></td></tr>`;
}

export function turn(): Html {
  return filled`</tbody></table></div><!--[if mso | IE]></td><![endif]--><!--[if mso | IE]></tr></table><![endif]--></td></tr></tbody></table></div><!--[if mso | IE]></td></tr></table><![endif]--><!--[if mso | IE]><table border="0" cellpadding="0" cellspacing="0" role="presentation" align="center" width="600" style="width:600px;"><tr><td style="line-height:0px;font-size:0px;mso-line-height-rule:exactly;"><![endif]--><div style="margin:0px auto;max-width:600px;"><table border="0" cellpadding="0" cellspacing="0" role="presentation" align="center" style="width:100%;"><tbody><tr><td style="direction:ltr;font-size:0px;padding:16px 16px 24px;text-align:center;"><!--[if mso | IE]><table border="0" cellpadding="0" cellspacing="0" role="presentation"><tr><![endif]--><!--[if mso | IE]><td style="vertical-align:top;width:568px;"><![endif]--><div class="mj-outlook-group-fix mj-column-per-100" style="font-size:0px;text-align:left;direction:ltr;display:inline-block;vertical-align:top;width:100%;"><table border="0" cellpadding="0" cellspacing="0" role="presentation" width="100%" style="vertical-align:top;"><tbody>`;
}

export function smallFacts(slots: Slots<'quiet' | 'rows'>): Html {
  return filled`<tr><td align="left" class="quiet" style="font-size:0px;padding:0;word-break:break-word;"><table border="0" cellpadding="0" cellspacing="0" width="100%" style="color:${slots.quiet};font-family:system-ui, -apple-system, 'Segoe UI', Helvetica, Arial, sans-serif;font-size:14px;line-height:20px;table-layout:auto;width:100%;border:none;">${slots.rows}</table></td></tr>`;
}

export function smallParagraph(slots: Slots<'quiet' | 'words'>): Html {
  return filled`<tr><td align="left" class="quiet" style="font-size:0px;padding:0;word-break:break-word;"><div style="font-family:system-ui, -apple-system, 'Segoe UI', Helvetica, Arial, sans-serif;font-size:14px;line-height:20px;text-align:left;color:${slots.quiet};"><p style="margin:0;">${slots.words}</p></div></td></tr>`;
}

export function close(): Html {
  return filled`</tbody></table></div><!--[if mso | IE]></td><![endif]--><!--[if mso | IE]></tr></table><![endif]--></td></tr></tbody></table></div><!--[if mso | IE]></td></tr></table><![endif]--></div></body></html>`;
}
