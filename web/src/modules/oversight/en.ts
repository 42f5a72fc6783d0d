import type { Translation } from '@/kernel/i18n'
import type { zhCN } from './zh-CN'

export const en: Translation<typeof zhCN> = {
  title: 'Audit trail', caption: 'The trail, latest first', order: 'By time, latest first',
  column: { at: 'Time', actor: 'Who', action: 'What', subject: 'Subject', region: 'Territory', address: 'From', purpose: 'Purpose', change: 'Before and after', position: 'Seal' },
  filter: { who: 'Name, duty, place', action: 'What', from: 'From', to: 'To', region: 'Territory', subject: 'Id of the subject' },
  unsealed: 'Not sealed yet', empty: 'No entry fits.', before: 'Before', after: 'After', look: 'Show change', export: 'Export…', prove: 'Verify the chain…',
  exporting: { title: 'Export the trail', words: 'Makes a sheet of what is listed. That it was exported is an entry of its own.', send: 'Export' },
  proving: { title: 'Verify the chain', words: 'Checks every digest, every link and the file of heads; with many entries it takes minutes. That it was verified is an entry of its own.', send: 'Verify' },
  close: 'Close',
  action: {
    account: 'Accounts', session: 'Sign-in', factor: 'Second factors', duty: 'Duties', deputy: 'Deputies', department: 'Departments', demand: 'Demands', contact: 'Contacts', key: 'Keys', retention: 'Retention', audit: 'Audit', rule: 'Rules', holiday: 'Holidays', callout: 'Call-outs',
  },
  did: {
    account: { create: 'Opened an account', rename: 'Renamed an account', disable: 'Disabled an account', enable: 'Enabled an account', 'password-change': 'Changed the password', 'password-reset': 'Gave a one-time password', locale: 'Chose a language', import: 'Imported people', 'import-check': 'Checked a sheet of people', 'import-undo': 'Took an import back' },
    factor: { enrol: 'Added a second factor', renew: 'Made new recovery codes', remove: 'Switched the second factor off', recover: 'Used a recovery code', reset: 'Reset a second factor', demand: 'Demanded a second factor', lift: 'Demands no second factor any more' },
    session: { open: 'Signed in', close: 'Signed out', refuse: 'Failed to sign in', 'lock-out': 'Locked out', 'act-as': 'Switched duty', end: 'Ended a session', release: 'Released a lock-out' },
    duty: { grant: 'Gave a duty', end: 'Ended a duty', propose: 'Proposed a duty', confirm: 'Confirmed a duty', decline: 'Declined a duty', withdraw: 'Withdrew a proposal', 'hand-over': 'Handed work over' },
    deputy: { name: 'Named a deputy', end: 'Ended a deputy’s time' },
    department: { add: 'Added a department', rename: 'Renamed a department', close: 'Closed a department', reopen: 'Reopened a department' },
    hotline: { results: 'Exported results' },
    sheet: { upload: 'Uploaded a hotline sheet', apply: 'Imported a hotline sheet', undo: 'Took a hotline import back', problems: 'Fetched the rows with problems' },
    token: { issue: 'Issued a machine token', revoke: 'Revoked a machine token' },
    webhook: { connect: 'Connected a webhook', disconnect: 'Disconnected a webhook', pause: 'Paused a webhook', resume: 'Resumed a webhook', 'send-again': 'Sent again' },
    key: { propose: 'Proposed a new key', withdraw: 'Withdrew a new key', confirm: 'Confirmed a new key', decline: 'Declined a new key', rotated: 'Change of key done', 'ask-destruction': 'Asked to destroy the old key', destroy: 'Destroyed the old key' },
    retention: { anonymize: 'Anonymized after the term', hold: 'Put on hold', lift: 'Lifted a hold' },
    contact: { reveal: 'Looked at a contact' },
    audit: { export: 'Exported the trail', verify: 'Verified the trail' },
    rule: { set: 'Set a rule', withdraw: 'Withdrew a rule', end: 'Ended a rule' },
    holiday: { set: 'Entered holidays' },
    demand: { raise: 'Raised a demand', accept: 'Accepted', return: 'Returned', decline: 'Declined', assign: 'Assigned', take_up: 'Took up', note_progress: 'Noted progress', pass_up: 'Passed up', send_down: 'Sent down', receive_transfer: 'Received a transfer', return_transfer: 'Returned a transfer', suspend: 'Suspended', resume: 'Resumed', ask_extension: 'Asked for an extension', decide_extension: 'Decided on an extension', merge: 'Merged', call_out: 'Called out', respond_to_call: 'Noted a response to the call', supervise: 'Supervised', urge: 'Urged', ask_verification: 'Asked for verification', verify: 'Verified', close: 'Closed', call_back: 'Called back', judge: 'Judged', reopen: 'Reopened', join: 'Joined', add_words: 'Added words', escalate: 'Escalated as overdue', file: 'Filed', export: 'Exported the ledger' },
    callout: { call: 'Called out', arrive: 'Arrived', refuse: 'Refused a call', rule: 'Ruled on a refusal', note: 'Noted progress', finish: 'Reported a result', withdraw: 'Took a call back', grade: 'Graded a response', answer: 'Answered', supervise: 'Supervised a call', escalate: 'Escalated a call as overdue' },
  },
  subject: { account: 'Account', duty: 'Duty', account_import: 'Import of people', department: 'Department', contact: 'Contact', key_rotation: 'Change of key', retention_run: 'Retention', audit: 'Audit trail', rule: 'Rule', holiday: 'Holidays', demand: 'Demand', callout: 'Call-out', demand_export: 'Ledger', hotline: 'Hotline', machine_token: 'Machine token', webhook_endpoint: 'Webhook' },
  duty: { grid_worker: 'grid worker', community_clerk: 'community clerk', community_secretary: 'community secretary', street_officer: 'street officer', street_leader: 'street leader', district_officer: 'district officer', district_leader: 'district leader', department_handler: 'department handler', observer: 'observer', system_administrator: 'system administrator', security_administrator: 'security administrator', audit_administrator: 'audit administrator', resident: 'resident' },
}
