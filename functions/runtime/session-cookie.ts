import type { APIGatewayProxyEvent } from 'aws-lambda';
import { SESSION_HOURS } from '../../domain/desk/staff-session.ts';
import { headerOf } from './header-of.ts';

/**
 * `__Host-` cookies are bound to this very host and to HTTPS. The local stage is served over plain HTTP, where
 * browsers refuse them: there, and only there, the cookie goes without prefix and Secure.
 */
function cookieName(publicUrl: string): string {
  return publicUrl.startsWith('https:') ? '__Host-desk-session' : 'desk-session';
}

/** Set-Cookie value that keeps a session in this browser. Lax: a link in a mail may arrive with it, a foreign form not. */
export function sessionCookie(publicUrl: string, secret: string): string {
  return cookie(publicUrl, secret, SESSION_HOURS * 3600);
}

/** Set-Cookie value that takes it away again. */
export function endedSessionCookie(publicUrl: string): string {
  return cookie(publicUrl, '', 0);
}

function cookie(publicUrl: string, secret: string, seconds: number): string {
  const secure = publicUrl.startsWith('https:') ? '; Secure' : '';
  return `${cookieName(publicUrl)}=${secret}; Path=/; HttpOnly; SameSite=Lax; Max-Age=${seconds}${secure}`;
}

/** The session secret this browser sent, if any. */
export function sessionSecretOf(event: APIGatewayProxyEvent, publicUrl: string): string | undefined {
  const wanted = `${cookieName(publicUrl)}=`;
  const cookies = (headerOf(event, 'cookie') ?? '').split(';').map((cookie) => cookie.trim());
  return cookies.find((cookie) => cookie.startsWith(wanted))?.slice(wanted.length);
}
