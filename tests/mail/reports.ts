/** Reports of letters that came back, as Postfix writes them. */
type Fields = {
  action?: string
  status?: string
  final?: string
  original?: string
  messageId?: string
  /** Only the head of our letter comes back, and not the whole of it. */
  headOnly?: boolean
  date?: string
}

export function aReport(fields: Fields): string {
  const { action = 'failed', status = '5.1.1', final = 'rfc822; kettle@example.org', original } = fields
  const { messageId = '', headOnly = false, date = 'Sun, 22 Nov 2026 09:00:00 +0000' } = fields
  return [
    'Return-Path: <>',
    'From: MAILER-DAEMON@mail.example.org (Mail Delivery System)',
    'To: directory@example.org',
    'Subject: Undelivered Mail Returned to Sender',
    `Date: ${date}`,
    'Auto-Submitted: auto-replied',
    'Content-Type: multipart/report; report-type=delivery-status;',
    '\tboundary="B0/mail.example.org"',
    '',
    '--B0/mail.example.org',
    'Content-Type: text/plain; charset=us-ascii',
    '',
    'Your letter came back.',
    '',
    '--B0/mail.example.org',
    'Content-Description: Delivery report',
    'Content-Type: message/delivery-status',
    '',
    'Reporting-MTA: dns; mail.example.org',
    'Arrival-Date: Sun, 22 Nov 2026 08:59:00 +0000 (GMT)',
    '',
    `Final-Recipient: ${final}`,
    ...(original === undefined ? [] : [`Original-Recipient: ${original}`]),
    `Action: ${action}`,
    `Status: ${status}`,
    'Diagnostic-Code: smtp; 550 5.1.1 no such user',
    '',
    '--B0/mail.example.org',
    `Content-Type: ${headOnly ? 'text/rfc822-headers' : 'message/rfc822'}`,
    '',
    'From: Fingerpost <directory@example.org>',
    'Subject: Is it still right?',
    ...(messageId === '' ? [] : [`Message-ID: ${messageId}`]),
    '',
    ...(headOnly ? [] : ['Is it still right?', '']),
    '--B0/mail.example.org--',
    '',
  ].join('\r\n')
}
