### Every sentence that the bot says. Plain text: it is escaped where it is shown.
### A message may name a command by its key, so that it is called what Discord's menu calls it.

## Asking

how-to-ask = Mention me together with your question, or use /{ command-ask }, and I will quote the article.
how-to-ask-here = Write me your question, and I will quote the article.
small-talk = Hello! Ask me what you want to know from the article, and I will quote it.
mentioned-role = That mentioned my role, so I could not read it: please mention me, the user, or use /{ command-ask }.
preview-topic = { $mention } and your question, or /{ command-ask }

## Verdicts

verdict-unsure = This may answer it
verdict-not-found = The article does not seem to say.
verdict-not-found-closest = The article does not seem to say. What comes closest:
confidence-high = quite sure · { $percent } %
confidence-medium = fairly sure · { $percent } %
chosen-by-managers = Chosen by this server’s managers

## Card

also = Also:
place = sentence { $sentence } of { $sentences }
places = sentences { $first } to { $last } of { $sentences }
place-page = page { $page }
place-pages = pages { $first } to { $last }
article-dated = { $title }, { $date }
also-in = also in { $articles }
also-in-more = also in { $articles } and { $count ->
        [one] one more article
       *[other] { $count } more articles
    }
passage-of = passage { $passage } of { $passages }
follow-up-of = Understood together with: { $question }
read-as = Read as: { $words }
shared-by = Shared by { $user }
asked-about-message = From a message by { $user }

## Buttons

button-context = In context
button-context-close = Without context
button-next = Next passage
button-next-page = Next
button-previous-page = Previous
button-previous = Previous
button-closest = Closest passages
button-share = Share
button-delete = Delete
button-read-on = Read on the page
button-open = Open article
button-ask-again = Ask again
button-first = To the start
button-last = To the end
button-jump = Go to sentence
button-clear = Clear list
button-export = Export as CSV
button-confirm = Yes, do it
button-cancel = Cancel
button-add = Add documents
button-open-document = Open
button-replace = Replace
button-rename = Rename
button-remove = Remove
button-remove-all = Remove all
button-export-files = Export
button-back = Back
button-everywhere = Everywhere
button-everybody = Everybody
button-accept = Confirm
button-aliases = Aliases
button-choose-sentence = Choose the sentence
button-another-sentence = Another sentence

## Reasons why there is no answer

question-empty = There is nothing in it to look for: please write at least one word.
question-too-long = { $length ->
        [one] That has one character
       *[other] That has { $length } characters
    } and may have { $limit }: please use fewer words.
question-refused = I cannot look for that as it stands: please put it another way.
busy = I am busy with other questions: please ask again in about { $seconds ->
        [one] one second
       *[other] { $seconds } seconds
    }.
too-late = That took too long: please ask again in a moment.
warming-up = I am still warming up: please ask again in a minute.
closing = I am being restarted: please ask again in a minute.
restarted = I was restarted before I could answer: please ask again.
away = I cannot reach my memory right now: please try again in a minute.
storage-away = I cannot reach the storage of documents right now: please try again in a minute.
went-wrong = Something went wrong on my side (reference { $reference }).
cooldown-user = You have asked much in a short time: please ask again in { $seconds ->
        [one] one second
       *[other] { $seconds } seconds
    }.
cooldown-server = Much has been asked here in a short time: please ask again in { $seconds ->
        [one] one second
       *[other] { $seconds } seconds
    }.
cooldown-presses = You are very quick: please go on in { $seconds ->
        [one] one second
       *[other] { $seconds } seconds
    }.
cooldown-additions = Much has been added here in a short time: please go on in { $seconds ->
        [one] one second
       *[other] { $seconds } seconds
    }.
document-too-large = “{ $name }” has { $mebibytes } MiB, and a file may have { $limit } MiB: please split it or save it smaller.
document-unreadable = I cannot read the file. “{ $name }” { $reason }.
document-gone = That document is not in the library any more: please look at the list again.
document-changed = Somebody else has changed that document in the meantime: please look at it again.
document-lost = My storage has lost “{ $name }”: please add the file again, or tell whoever runs me.
library-documents-full = { $limit ->
        [one] This server's library may have one document
       *[other] This server's library may have { $limit } documents
    }, and no more: please remove one first.
library-size-full = The files of this server's library may have { $limit } MiB together, and this would be more: please remove one first, or add a smaller one.
library-sentences-full = { $limit ->
        [one] This server's library may have one sentence
       *[other] This server's library may have { $limit } sentences
    }, and this would be more: please remove a document first, or add a shorter one.
channel-closed = I do not answer questions in this channel. Try:
channel-closed-everywhere = I do not answer questions in this channel.
role-missing = Only some roles may ask me here, and you have none of them.
mentions-off = Mentions are switched off here: please use /{ command-ask }.
cannot-read-reply = I cannot read the message that you replied to: open its menu → Apps → “{ menu-find }”.
nothing-to-find = There is no text in that message to look for.
article-unknown = There is no article “{ $name }”. See them all with /{ command-articles }.
sentence-unknown = { $sentences ->
        [one] This article has only one sentence.
       *[other] This article has { $sentences } sentences: please give a number from 1 to { $sentences }.
    }
could-not-answer-there = I may not write in { $channel }, so here is the answer:
settings-unknown = I cannot read this server's settings at the moment, so only you see this.

## Reasons why a file cannot be read

unreadable-empty = “{ $name }” is empty: please give a file with at least one sentence.
unreadable-nul = “{ $name }” has a character that no text has (NUL, at { $place }): please save it anew as text.
unreadable-encoding = “{ $name }” is in an encoding that I do not know: please save it as UTF-8.
unreadable-image = “{ $name }” is an image: please save it as text, Markdown, HTML, PDF or DOCX.
unreadable-media = “{ $name }” is a film, a recording or an image: please give its words as text, PDF or DOCX.
unreadable-program = “{ $name }” is a program: please give text, Markdown, HTML, PDF or DOCX.
unreadable-database = “{ $name }” is a database: please save what is in it as text, Markdown, HTML, PDF or DOCX.
unreadable-archive = “{ $name }” is an archive or a compressed file: please unpack it, and give what is in it.
unreadable-old-office = “{ $name }” is an old or protected Office file: please save it as DOCX or PDF.
unreadable-rich-text = “{ $name }” is an RTF file: please save it as DOCX, PDF or text.
unreadable-spreadsheet = “{ $name }” is a spreadsheet: please save it as DOCX, PDF or text.
unreadable-presentation = “{ $name }” is a presentation: please save it as PDF or text.
unreadable-other-document = “{ $name }” is a kind of document or book that I cannot read: please save it as DOCX, PDF or text.
unreadable-password = “{ $name }” is protected with a password: please save it without one.
unreadable-damaged = “{ $name }” is damaged: please save it anew, or as text.
unreadable-no-text = “{ $name }” has no words that I can find: if they are in images or scans, please run text recognition (OCR) on it first.
unreadable-nested = “{ $name }” is nested too deeply: please save it anew from another program.
unreadable-too-slow = “{ $name }” takes more than { $seconds ->
        [one] one second
       *[other] { $seconds } seconds
    } to read: please split it.
unreadable-too-much-text = “{ $name }” holds more than { $mebibytes } MiB of text: please split it.
unreadable-too-much-memory = “{ $name }” is damaged, or takes more than { $mebibytes } MiB of memory to read: please save it anew, or split it.
unreadable-unpacks = “{ $name }” unpacks to more than { $mebibytes } MiB: please save it without its images.
unreadable-name = “{ $name }” cannot be a file’s name: it may have { $limit } bytes, no slash and no control character.
unreadable-not-now = I cannot read “{ $name }” right now: please try again in a minute.

## Reasons why a link cannot be read

link-malformed = “{ $url }” is no link that I can read: please give one such as https://example.com/page.
link-scheme = That link begins with { $scheme }: please give one that begins with https:// or http://.
link-credentials = That link has a user name or password in it: please give one without.
link-port = That link leads to port { $port }: I read pages only where they are published, at ports 80 and 443.
link-private = { $host } is not on the public internet: please give a link that everybody can open.
link-unresolved = I cannot find { $host }: please check how the link is spelt.
link-unreachable = I cannot reach { $host }: please try again later.
link-untrusted = { $host } has no valid certificate, so I cannot tell whose page that is: please give another link.
link-too-slow = { $host } took more than { $seconds } seconds: please try again later, or upload the file instead.
link-too-big = That link leads to more than { $mebibytes } MiB, which is too much: please give a smaller page.
link-type = That link leads to { $type }: I can read web pages, plain text, Markdown, PDF, DOCX, feeds and sitemaps.
link-status = { $host } answers with error { $status }: please check that the link opens without signing in.
link-redirects = That link redirects more than { $count } times: please give the page’s own link.
link-downgrade = { $host } redirects from https to http, which is not safe: please give the page’s own link.
link-broken = What { $host } sent is damaged or not complete: please try again later.
link-robots = { $host } asks programs not to read this page: please upload the file instead, if you may.
link-lists-malformed = That is no feed or sitemap that I can read: please give an RSS or Atom feed, or a sitemap.
link-lists-nothing = That feed or sitemap lists no pages: please give the link of a page.
link-lists-many = That link lists other pages: please give the link of one page.
link-lists-known = All pages of that list are in the library already.
link-known = That page is in the library already: /{ command-library } can replace it with what it says now.
link-same = That page says the same as before, so nothing has changed.
link-pages-no-room = { $count ->
        [one] The library has room for one of its pages
       *[other] The library has room for { $count } of its pages
    }: please remove documents, and add the link again.
link-pages-left = { $count ->
        [one] One more page was not read.
       *[other] { $count } more pages were not read.
    }
link-pages-late = { $count ->
        [one] That took so long that one page was not read
       *[other] That took so long that { $count } pages were not read
    }: please add the link again afterwards.

## Reasons why a button or a command does nothing

not-yours-delete = Only who asked, or who may manage messages, can delete this answer.
not-yours-share = Only who asked can share this answer.
not-for-everybody = This quotes a document that is only for some roles here, so I do not show it to everybody.
already-shared = This answer has already been shared.
article-changed = The article has changed since this answer. Ask again to get an answer from the new text.
answer-unknown = I no longer know this answer: please ask again.
press-unknown = I no longer know this button or form: please use the command again.
server-only = This works only in a server.
needs-manage-server = Only who may manage the server can do this.
chosen-no-answer = That is no answer of mine: please choose a message in which I answer a question.
chosen-leans = This question cannot be understood without the one before it: please ask it in full, and choose the answer to that.
chosen-changed = The article has changed in the meantime: please choose again.
chosen-full = This server has chosen { $limit } answers, and may have no more: please remove one first.
gap-gone = That question is not in the list any more: please look at it again.
owner-only = Only who runs this bot can do this.

## Looking up exact words

lookup-found = { $sentences ->
        [one] One sentence has “{ $text }”.
       *[other] { $sentences } sentences have “{ $text }”.
    }
lookup-nothing = No sentence has “{ $text }”. To search by meaning, use /{ command-ask }.
lookup-page = page { $page } of { $pages }

## Reading an article

read-title = Reading: { $title }
read-jump-title = Go to a sentence
read-jump-label = Number from 1 to { $sentences }
read-which = There are several articles: please choose one. /{ command-articles } lists them.
read-changed = “{ $title }” has changed since you opened it.
read-gone = This article is no longer here. See all articles with /{ command-articles }.

## Articles

articles-title = Articles I can quote
articles-line = { $title } · { $sentences ->
        [one] one sentence
       *[other] { $sentences } sentences
    } · { $date }
articles-line-undated = { $title } · { $sentences ->
        [one] one sentence
       *[other] { $sentences } sentences
    }
articles-none = There are no articles here yet.
articles-page = page { $page } of { $pages }

## Help

help-title = How to ask me
help-intro = I answer with sentences of the article, word for word, and say where they stand. The answering words are bold.
help-ask = /{ command-ask }: ask in your own words; you may choose an article, or have the answer shown to you alone.
help-mention = Mention me together with a question, in a channel, thread or post, or write to me directly.
help-reply = Reply to one of my answers and mention me, to ask about it further.
help-menu = Open a message's menu → Apps → “{ menu-find }”, to look for what it asks or claims.
help-lookup = /{ command-lookup }: find every sentence that has certain words, exactly as written.
help-read = /{ command-read }: read an article, from any sentence on.
help-articles = /{ command-articles }: see which articles there are.
help-privacy = /{ command-privacy }: see what I keep and how to remove it.
help-settings = /{ command-settings }: choose what I do here, if you may manage the server.
help-library = /{ command-library }: add documents that I answer from here, look after them, and say what words of questions mean.
help-library-links = /{ command-library }: add documents that I answer from here, as files or by links, look after them, and say what words of questions mean.
help-chosen = Menu of my answer → Apps → “{ menu-choose }”: choose the sentence that I quote first to that question.

## Settings of a server

settings-title = Settings of this server
settings-intro = They apply from the next question on.
settings-scope = Where, who, what
settings-manner = How I answer
settings-saved = Saved.
settings-on = on
settings-off = off
settings-turn-on = Switch on
settings-turn-off = Switch off
settings-change = Change
settings-channels = Channels
settings-channels-about = Where I answer questions.
settings-channels-all = all channels
settings-channels-choose = Choose channels; none means all
settings-channels-gone = The chosen channels have been deleted: I answer nowhere until you choose others.
settings-roles = Roles
settings-roles-about = Who may ask me.
settings-roles-all = everybody
settings-roles-choose = Choose roles; none means everybody
settings-roles-gone = The chosen roles have been deleted: nobody may ask me until you choose others.
settings-private = Private answers
settings-private-about = Answers to /{ command-ask } are shown to the asker alone.
settings-mentions = Mentions
settings-mentions-about = I answer messages that mention me.
settings-follow-ups = Follow-up questions
settings-follow-ups-about = I take a reply to an answer together with the question before it.
settings-libraries = Libraries
settings-libraries-about = Where my quotes are from; /{ command-library } shows this server’s own documents.
settings-libraries-both = This server’s library and the shared one
settings-libraries-own = Only this server’s library
settings-libraries-shared = Only the shared library
settings-libraries-choose = Choose which libraries answer
settings-articles = Articles
settings-articles-about = Which articles of the shared library I quote.
settings-articles-all = all articles
settings-articles-choose = Choose articles; none means all
settings-only-answered = Sure answers only
settings-only-answered-about = Where I am not sure, I say that the article does not say.
settings-language = Language
settings-language-about = What I speak here. Quotes stay as they are.
settings-language-own = each person's own
settings-language-choose = Choose a language
settings-gaps = Unanswered questions
settings-gaps-about = I keep them for 30 days, without names; /{ command-gaps } shows them.
settings-rates = Limits
settings-rates-about = How much may be asked in a minute.
settings-user-rate = Questions a minute, one person
settings-server-rate = Questions a minute, whole server
settings-rate-default = as usual
settings-rate-hint = A number from 1 to { $most }; empty means as usual
settings-rate-unknown = “{ $text }” cannot be a limit: please give a number from 1 to { $most }, or nothing.

## Questions without an answer

gaps-title = Questions without an answer, from the last 30 days
gaps-line = { $count ->
        [one] Once: “{ $question }”
       *[other] { $count } times, such as: “{ $question }”
    }
gaps-empty = No question has gone without an answer in the last 30 days.
gaps-page = page { $page } of { $pages }
gaps-off = This server does not keep questions without an answer. /{ command-settings } can switch that on.
gaps-clear-sure = { $count ->
        [one] Delete the one question kept here? This cannot be undone.
       *[other] Delete all { $count } questions kept here? This cannot be undone.
    }
gaps-cleared = The list is empty now.
gaps-reason-not-found = the article does not say
gaps-reason-downvoted = voted not helpful
gaps-reason-outvoted = most votes were against the chosen answer
gaps-reason-changed = the article of the chosen answer has changed
gaps-csv-group = group
gaps-csv-question = question
gaps-csv-count = count
gaps-csv-reason = reason
gaps-csv-last-asked = last asked

## Library of a server

library-title = This server’s library
library-intro = Only you see this. Whoever may ask here can ask about these documents with /{ command-ask }.
library-empty = This server has no documents of its own yet. Add files, such as PDF, Word, Markdown or plain text, and I answer questions from them.
library-sum-documents = { $count } of { $most } documents
library-sum-sentences = { $count } of { $most } sentences
library-sum-size = { $count } of { $most } MiB
library-page = page { $page } of { $pages }
library-sentences = { $count ->
        [one] one sentence
       *[other] { $count } sentences
    }
library-kibibytes = { $kibibytes } KiB
library-added = added { $when }
library-added-by = by { $user }
library-version = version { $number }
library-checked = last read { $when }
library-tried = last tried { $when }
library-source = source
library-waiting = not answered from yet: waiting to be read
library-reading = being read: { $progress }
library-unreadable = cannot be read: { $reason }
library-only-channels = only in { $places }
library-only-roles = only for { $places }
library-nowhere = quoted nowhere: its channels have been deleted
library-nobody = quoted for nobody: its roles have been deleted
library-more = and { $count } more
library-percent = { $percent } %
library-left-seconds = { $seconds ->
        [one] about one second
       *[other] about { $seconds } seconds
    } left
library-left-minutes = { $count ->
        [one] about one minute
       *[other] about { $count } minutes
    } left
library-answers-both = I answer from this server’s library and from the shared one; /{ command-settings } changes that.
library-answers-own = I answer from this server’s library alone; /{ command-settings } changes that.
library-answers-shared = I answer from the shared library alone, not from these documents; /{ command-settings } changes that.
library-channels = Where I quote it
library-channels-gone = The chosen channels have been deleted: I quote it nowhere until you choose others.
library-roles = For whom I quote it
library-roles-gone = The chosen roles have been deleted: I quote it for nobody until you choose others.
library-remove-sure = Remove “{ $title }” and its earlier versions? This cannot be undone.
library-clear-sure = { $count ->
        [one] Remove the one document of this server?
       *[other] Remove all { $count } documents of this server?
    } This cannot be undone.
library-form-add = Add documents
library-form-replace = Replace the document
library-form-files = Files
library-form-links = Links
library-form-link = Link
library-form-rename = Rename the document
library-form-title = Title
library-files-hint = PDF, Word, HTML, Markdown or plain text, up to { $limit } MiB each
library-links-hint = One a line, up to { $limit }: web pages, PDF, DOCX, text, feeds or sitemaps
library-link-hint = The page that I read instead, unless you give a file
library-form-aliases = Aliases
library-form-aliases-lines = One a line
library-aliases-hint = What words of questions mean here, such as: PM = prime minister
aliases-saved = { $count ->
        [0] There are no aliases now.
        [one] There is one alias now, from the next question on.
       *[other] There are { $count } aliases now, from the next question on.
    }
aliases-not-saved = Nothing has been changed yet
aliases-typed-kept = What you typed stands in the form when you open it again.
aliases-line-wrong = Line { $number }: I expected a word, “=” and what it means, such as “PM = prime minister”, and got “{ $text }”.
aliases-line-long = Line { $number }: “{ $text }” has { $length } characters and may have { $limit }.
aliases-line-twice = Line { $number }: line { $first } says already what “{ $text }” means.
aliases-too-many = That is { $count } aliases, and a server may have { $limit }: please take some away.
aliases-too-long = All lines together have { $length } characters and may have { $limit }: please shorten them.
aliases-full = With what somebody else has added meanwhile, that would be more than { $limit } aliases: please take some away.
library-file-gone = I cannot get “{ $name }” from Discord: please upload it again.
library-no-files = There is no file in that message: please choose one that has a file.
library-nothing-given = There is nothing to add: please give a file or a link.
library-too-many-links = { $limit ->
        [one] That has more than one link
       *[other] That has more than { $limit } links
    }: please give fewer at a time.
library-preview = This is what I understood. Shall I add it?
library-preview-none = Nothing can be added
library-preview-replaces = It takes the place of “{ $title }”.
library-links-reading = I am reading the links.
library-draft-gone = This preview is gone: please add the files again.
library-draft-not-yours = Only who gave these files can confirm them.
library-cancelled = Nothing was added.
library-added-now = Added: { $title }
library-soon = I answer from it as soon as I have read it.
library-ready = Ready: ask with /{ command-ask }.
library-later = This goes on for a while: /{ command-library } shows how far it is.
library-failed = I could not read this library to its end: { $reason }
library-all-lost = My storage has lost all documents of this library: please add them again.
library-some-lost = My storage has lost documents, so please add them again: { $names }
library-lost = My storage has lost: { $names }
library-too-large = Too large to be sent: { $names }
oddity-encoding-guessed = The encoding is guessed ({ $detail }): please look whether all letters are right.
oddity-wrong-suffix = Its name says something else, but it is { $detail }.
oddity-pages-without-text = Pages without text, such as scans: { $detail }.
oddity-pages-unreadable = Damaged pages, left out: { $detail }.
oddity-tables-left-out = Tables within tables, left out: { $detail }.
oddity-main-text-not-found = I could not tell the main text from the rest, so menus and notes are in it, too.
oddity-images-left-out = Images, left out: { $detail }.
oddity-other-language = It is in { $detail }. I read English, so questions will find little in it.
format-plain-text = plain text

## Chosen answers

chosen-which = Which sentence answers this? I quote it first whenever the same is asked here, and say that this server’s managers chose it.
chosen-so-far = So far, I quote this first:
chosen-out-of-reach = What was chosen before is not quoted: its article has changed, or may not be read here.
chosen-now = From now on I quote this first whenever the same is asked here, and say that this server’s managers chose it:
chosen-removed = Removed. I look for the answer to this question by myself again.
chosen-none = I find no sentence that may answer it: please name one by its words.
chosen-found = These have “{ $text }”:
chosen-closest = No sentence has “{ $text }”. What comes closest:
chosen-form-words = Words of the sentence
chosen-form-hint = Some words, as they stand there; put a phrase in quotation marks

## Privacy

privacy-title = What I read and keep
privacy-read = I read a message only if it mentions me, is written to me directly, or is handed to me through its menu.
privacy-answers = Of an answer I keep when, where and in which language it was given, which passages it shows, how sure I was, who asked, and which messages asked and answered. I do not keep the question's text. After { $days } days I delete all of that.
privacy-gaps-on = One exception: this server keeps the text of questions without a good answer, for 30 days and without names.
privacy-gaps-off = The text of unanswered questions is not kept here.
privacy-unanswered = While I am answering, for 15 minutes at most, I keep where the answer is to go, with what Discord wants for it encrypted.
privacy-votes = I keep your votes on answers, one for each answer, and the settings and aliases of servers.
privacy-documents = Of a document that managers add to this server I keep the file, what I read from it, who added it and when, and some earlier versions. When I am removed from a server, I delete its documents after { $days } days.
privacy-links = A page that managers add by its link I fetch from the machine that I run on, and again about once a day; I keep it as a document. Its server learns that machine’s address, and nothing about anybody here.
privacy-chosen = Where managers choose a sentence as the answer to a question, I keep the question’s text, where the sentence stands, who chose it and when: until they remove it, most votes are against it, its article changes, or I am removed from the server.
privacy-machine = Questions are answered on the machine that I run on, and are sent to no other service.
privacy-remove = Delete an answer, and I forget it. /{ command-forget-me } deletes your votes and removes you from all answers and documents.

## Forgetting a person

forget-me-sure = Delete your votes, and remove you from all answers and documents that I know? This cannot be undone.
forget-me-after = Afterwards you can no longer delete those answers yourself: in servers, only who may manage messages can.
forgotten = Done. { $votes ->
        [0] You had no votes.
        [one] One vote is deleted.
       *[other] { $votes } votes are deleted.
    } { $answers ->
        [0] No answer named you.
        [one] One answer no longer names you.
       *[other] { $answers } answers no longer name you.
    }
forgotten-documents = { $documents ->
        [one] One document no longer names you.
       *[other] { $documents } documents no longer name you.
    }
forgotten-chosen = { $count ->
        [one] One chosen answer no longer names you.
       *[other] { $count } chosen answers no longer name you.
    }

## Status

status-title = Status
status-version = Version
status-running-since = Running since
status-servers = Servers
status-articles = Articles
status-sentences = Sentences
status-index = Index
status-model = Search model
status-reader = Reader
status-queue = Waiting questions
status-answered = Answered questions
status-verdicts = { $answered } found, { $unsure } unsure, { $missing } not found
status-time = Time for an answer
status-latency = Time to Discord
status-memory = Memory in use
status-database = Database
status-storage = Storage of documents
status-storage-foreign = another database’s ({ $found }; expected { $expected }), so nothing is deleted from it: the log says what to do
status-storage-unknown = bears no id, and holds what this database ({ $expected }) does not name, so nothing is deleted from it: the log says what to do
status-ready = ready
status-loading = loading
status-away = cannot be reached
status-off = off
status-failures = Latest failures
status-milliseconds = { $milliseconds } ms
status-mebibytes = { $mebibytes } MiB

## Commands: names, what they are for, and the same of their options

command-ask = ask
command-ask-about = Ask the article a question: the answer is a quotation.
command-ask-question = question
command-ask-question-about = Your question, in your own words.
command-ask-article = article
command-ask-article-about = Ask only this article.
command-ask-private = private
command-ask-private-about = Show the answer to you alone.
command-lookup = lookup
command-lookup-about = Find every sentence that has certain words, exactly as written.
command-lookup-text = text
command-lookup-text-about = Words to find; put a phrase in quotation marks.
command-lookup-article = article
command-lookup-article-about = Look only in this article.
command-read = read
command-read-about = Read an article, sentence by sentence.
command-read-article = article
command-read-article-about = The article to read.
command-read-sentence = sentence
command-read-sentence-about = The number of the sentence to begin with.
command-articles = articles
command-articles-about = See which articles can be asked.
command-help = help
command-help-about = See how to ask.
command-settings = settings
command-settings-about = Choose what the bot does in this server.
command-library = library
command-library-about = Add documents to this server’s library, and look after them.
command-library-file = file
command-library-file-about = A file to add at once; without it you see the list.
command-gaps = gaps
command-gaps-about = See the questions that found no answer here.
command-privacy = privacy
command-privacy-about = See what the bot reads and keeps.
command-forget-me = forget-me
command-forget-me-about = Have the bot delete what it keeps about you.
command-status = status
command-status-about = See how the bot is doing.
menu-find = Find in the article
menu-add = Add to the library
menu-choose = This answers it
