/** What the rules of records refuse, each with one plain sentence that says what is safe. */
export const RULE_ERRORS = {
  'erasure/unfinished':
    'It is removed, but the disk refused the last step, so older rows still open with the present keys. The next unlock finishes the erasing.',
  'erasure/held':
    'A legal hold, or an open request, complaint or incident, needs this. Nothing was erased; see what holds it, and end that first.',
  'review/open': 'A review is open already. Nothing was begun; finish that one.',
  'review/undecided':
    'Something is not decided yet, so the review is not finished. What was decided is kept, and nothing was erased.',
  'record/gone': 'That record is no longer here. Nothing was changed.',
  'record/changed-since':
    'The record has changed since, so this was not done. Look at it again; nothing was lost.',
  'record/invalid': 'A field cannot be kept as it is. Nothing was saved.',
  'record/in-future': 'That day has not come yet. Nothing was saved.',
  'record/ends-before-start': 'It ends before it starts. Nothing was saved.',
  'record/nothing-to-undo': 'There is nothing to undo.',
  'person/cqi-route':
    'People who join by the CQI registration form are managed by the CQI, and IMSIG keeps no data of them (policy: COLLECT-CQI). Nothing was stored. Point them to the CQI, or choose another route if they also came to IMSIG directly.',
  'person/term-backwards': 'A term of office ends before it starts. Nothing was saved.',
  'consent/withdrawn-before-given':
    'A consent cannot be withdrawn before it was given. Nothing was saved.',
  'consent/fixed':
    'Whose consent it is and what it says are not changed once it was given. Nothing was saved; record a new one.',
  'consent/in-future':
    'A consent is given and withdrawn on a day that has come, not on one to come. Nothing was saved.',
  'consent/not-given':
    'This consent has not been given, so it is neither withdrawn nor has a receipt.',
  'consent/other-basis':
    'This purpose does not rest on consent, so no consent is recorded for it. Nothing was saved.',
  'calendar/twice': 'A day stands twice in the table of working days. Nothing was saved.',
  'calendar/weekend':
    'That day is on a weekend, so it is no working day already. Nothing was saved; give its substitute day.',
  'calendar/holiday-already': 'That day is a bank holiday already. Nothing was saved.',
  'calendar/no-holiday':
    'That day is no bank holiday of the table, so it cannot be taken back. Nothing was saved.',
  'calendar/one-only': 'This vault has a table of working days already. Nothing was saved.',
  'supplier/no-evidence':
    'A review rests on evidence: write down what shows that the standard is equivalent (policy: SUPPLIERS). Nothing was saved.',
  'supplier/no-safeguard':
    'A review needs the country, and a safeguard where protection there is not adequate (policy: SUPPLIERS). Nothing was saved.',
  'invoice/nobody':
    'An invoice names who pays or is paid: a person or an organisation. Nothing was saved.',
  'disclosure/no-ground':
    'Outside IMSIG and the CQI, data is given only with consent or by a legal duty (policy: DISCLOSE). Nothing was saved.',
  'disclosure/no-duty':
    'The legal duty is to be stated: which law, section or order. Nothing was saved.',
  'disclosure/no-consent':
    'Not every person has a linked consent that was in force on that day (policy: DISCLOSE). Nothing was saved.',
  'enquiry/no-outcome':
    'An enquiry is closed with its outcome. Nothing was saved; say first what became of it.',
  'enquiry/sharing-day':
    'An enquiry is shared between the day it was received and today. Nothing was saved.',
  'person/linkedin-profile':
    'Nothing of a LinkedIn profile is kept, nor a link to one (policy: COLLECT-LINKEDIN). Nothing was saved; keep what the person told the group.',
  'person/cqi-contact':
    'A key contact in the CQI is of its staff: choose that category, or another purpose (policy: COLLECT-CQI-CONTACTS). Nothing was saved.',
  'purpose/consent-only':
    'Photographs and prospective members rest on consent, and on nothing else (policy: CONSENT-PROSPECTS). Nothing was saved.',
  'purpose/decision-used':
    'That decision has backed a change of a basis already. Nothing was saved; each change needs a decision of its own.',
  'purpose/same-basis': 'The purpose rests on that basis already. Nothing was saved.',
  'complaint/nobody':
    'Who complains is not said. Nothing was saved; choose the person, or write their name.',
  'complaint/no-outcome':
    'A complaint is answered with an outcome. Nothing was saved; write the outcome first.',
  'incident/known-too-early':
    'A breach cannot be known before it happened. Nothing was saved; look at both moments again.',
  'incident/no-reason':
    'A decision is recorded with its reason. Nothing was saved; write down why first.',
  'incident/not-decided':
    'That was not decided. Nothing was saved; record the decision and why first.',
  'incident/late-without-reason':
    'A breach that is reported after the 72 hours needs the reason written down. Nothing was saved.',
  'incident/undecided':
    'An incident is closed when it is decided who is told, and they have been told. Nothing was saved.',
  'incident/names-somebody':
    'An account names somebody who is affected, and would be on the form of the ICO. Nothing was saved; write it without the name.',
  'incident/no-letter':
    'Letters go to the people affected when the risk is high, or when it was decided to tell them (policy: BREACH). None was made.',
  'request/out-of-order':
    'That day is before the one it has to follow: nothing is asked before the request has come, and nothing is answered before it was asked. Nothing was saved.',
  'request/not-asked':
    'This was proven without having been asked for. Nothing was saved; give the day it was asked for first.',
  'request/extension-late':
    'An extension has to be told inside the first month, and that month was over. Nothing was saved.',
  'request/extension-reasons':
    'An extension has to be told with its reasons. Nothing was saved; write them down first.',
  'request/undecided': 'A request is answered with a decision. Nothing was saved; decide it first.',
  'request/no-reasons':
    'A refusal, whole or in part, has to say why. Nothing was saved; write down the reasons first.',
  'request/not-lifted':
    'Only a restriction or an objection comes to an end in this way. Nothing was saved.',
  'request/not-proven':
    'It is not proven yet who asks, so nothing about the person leaves. Note the day of the proof first.',
  'rights/restricted':
    'The use of this person’s data is restricted, or they object to it: it is kept, and not changed, printed, sent or saved elsewhere (policy: RIGHT-RESTRICT). Nothing was done; see their request.',
  'publishing/consents-missing':
    'Not everybody in it has a consent in force, so it may not be published (policy: CONSENT). Nothing was saved; ask them first.',
  'mailing/consents-missing':
    'Not every recipient has a consent in force, so it may not be sent to them (policy: CONSENT-PROSPECTS). Nothing was saved; ask them first, or take them out.',
  'photograph/nobody-marked':
    'Nobody is marked as recognisable in this photograph, and it is not stated that nobody is. Nothing was saved; look at it, and say which.',
  'photograph/somebody-marked':
    'Somebody is marked as recognisable in this photograph, so it cannot be stated that nobody is. Nothing was saved.',
  'wording/used':
    'Somebody was asked with this wording, so its words stay as they are. Nothing was saved; make a new version.',
  'wording/twice': 'This version of the wording is there already. Nothing was saved.',
  'wording/other-basis':
    'This purpose does not rest on consent, so it has no wording. Nothing was saved.',
  'text/too-much':
    'That is more than one item of the minutes holds: 2,000 paragraphs, and tables of 200 rows and 12 columns. It was not taken; take a part of it, or attach the file to the meeting.',
  'minutes/approved':
    'Approved minutes are not edited. Nothing was saved; take the approval back first.',
  'minutes/expired':
    'These minutes have passed their last day and are no longer shown (policy: RETAIN-MINUTES).',
  'minutes/twice': 'This meeting has minutes already. Nothing was saved; open those.',
  'approval/not-committee':
    'This is approved by the Steering Committee, and that decision is not the committee’s (policy: GOVERN). Nothing was saved.',
  'approval/used':
    'That decision approves something else already. Nothing was saved; record the decision that approves this.',
  'approval/stands':
    'What was approved is not edited. Nothing was saved; begin a new version and have that approved.',
  'decision/in-use':
    'Something rests on this decision, so it stays as it was recorded. Nothing was changed.',
  'role/version-taken': 'That post has a description of this version already. Nothing was saved.',
  'access/version-taken': 'There is a version of that number already. Nothing was saved.',
  'access/from-before-decision':
    'A version cannot be in force before the committee decided it. Nothing was saved.',
  'access/not-your-post':
    'This vault holds no key for such records: its post does not need them (policy: ACCESS). Nothing was shown or changed.',
  'access/would-lose':
    'The successor’s post may not open records that are in this vault, and they would be lost. Nothing was changed: hand over to another post, or have the committee change the access matrix first.',
  'chair/needed':
    'This is for the Chair to decide: link the Chair’s decision (policy: GOVERN). Nothing was done.',
  'chair/no-reason': 'This needs a reason, which is recorded. Nothing was done.',
  'register/kept':
    'This register proves what was done, so nothing is taken out of it. Nothing was changed.',
  'minutes/not-committee':
    'Minutes go to members of the committee only, and a recipient is none any more (policy: RETAIN-MINUTES). Nothing left the program.',
  'consent/withdrawn':
    'A consent that was withdrawn stays withdrawn. Nothing was saved; record a new one when it is given again.',
} as const satisfies Record<string, string>;
