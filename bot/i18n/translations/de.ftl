### Alles, was der Bot auf Deutsch sagt. Reiner Text: maskiert wird er erst beim Anzeigen.

## Asking

how-to-ask = Bitte mich zusammen mit der Frage erwähnen oder /{ command-ask } benutzen, dann zitiere ich den Artikel.
how-to-ask-here = Bitte die Frage einfach hier schreiben, dann zitiere ich den Artikel.
small-talk = Hallo! Was soll ich im Artikel nachsehen? Auf eine Frage antworte ich mit einem Zitat.
mentioned-role = Erwähnt wurde meine Rolle, deshalb konnte ich die Nachricht nicht lesen: bitte mich selbst erwähnen oder /{ command-ask } benutzen.
preview-topic = { $mention } und die Frage, oder /{ command-ask }

## Verdicts

verdict-unsure = Das könnte die Antwort sein
verdict-not-found = Das scheint nicht im Artikel zu stehen.
verdict-not-found-closest = Das scheint nicht im Artikel zu stehen. Am ehesten passt:
confidence-high = ziemlich sicher · { $percent } %
confidence-medium = eher sicher · { $percent } %
chosen-by-managers = Ausgewählt von der Verwaltung dieses Servers

## Card

also = Außerdem:
place = Satz { $sentence } von { $sentences }
places = Satz { $first } bis { $last } von { $sentences }
place-page = Seite { $page }
place-pages = Seite { $first } bis { $last }
article-dated = { $title }, { $date }
also-in = auch in { $articles }
also-in-more = auch in { $articles } und { $count ->
        [one] einem weiteren Artikel
       *[other] { $count } weiteren Artikeln
    }
passage-of = Stelle { $passage } von { $passages }
follow-up-of = Zusammen verstanden mit: { $question }
read-as = Gelesen als: { $words }
shared-by = Geteilt von { $user }
asked-about-message = Aus einer Nachricht von { $user }

## Buttons

button-context = Im Zusammenhang
button-context-close = Nur die Stelle
button-next = Nächste Stelle
button-next-page = Weiter
button-previous-page = Zurück
button-previous = Zurück
button-closest = Ähnlichste Stellen
button-share = Teilen
button-delete = Löschen
button-read-on = Auf der Seite lesen
button-open = Artikel öffnen
button-ask-again = Erneut fragen
button-first = Zum Anfang
button-last = Zum Ende
button-jump = Zu einem Satz
button-clear = Liste leeren
button-export = Als CSV ausgeben
button-confirm = Ja, ausführen
button-cancel = Abbrechen
button-add = Dokumente hinzufügen
button-open-document = Öffnen
button-replace = Ersetzen
button-rename = Umbenennen
button-remove = Entfernen
button-remove-all = Alle entfernen
button-export-files = Ausgeben
button-back = Zurück
button-everywhere = Überall
button-everybody = Alle
button-accept = Bestätigen
button-aliases = Aliase
button-choose-sentence = Satz auswählen
button-another-sentence = Anderer Satz

## Reasons why there is no answer

question-empty = Darin steht nichts, wonach ich suchen könnte: bitte mindestens ein Wort schreiben.
question-too-long = { $length ->
        [one] Das hat ein Zeichen
       *[other] Das hat { $length } Zeichen
    }, erlaubt sind { $limit }: bitte kürzer fassen.
question-refused = So kann ich danach nicht suchen: bitte anders formulieren.
busy = Ich bin mit anderen Fragen beschäftigt: bitte in etwa { $seconds ->
        [one] einer Sekunde
       *[other] { $seconds } Sekunden
    } noch einmal fragen.
too-late = Das hat zu lange gedauert: bitte gleich noch einmal fragen.
warming-up = Ich starte noch: bitte in einer Minute noch einmal fragen.
closing = Ich werde neu gestartet: bitte in einer Minute noch einmal fragen.
restarted = Ich wurde neu gestartet, bevor ich antworten konnte: bitte noch einmal fragen.
away = Ich komme gerade nicht an meinen Speicher: bitte in einer Minute noch einmal versuchen.
storage-away = Ich komme gerade nicht an den Speicher der Dokumente: bitte in einer Minute noch einmal versuchen.
went-wrong = Bei mir ist etwas schiefgegangen (Kennung { $reference }).
cooldown-user = Das waren viele Fragen in kurzer Zeit: bitte in { $seconds ->
        [one] einer Sekunde
       *[other] { $seconds } Sekunden
    } noch einmal fragen.
cooldown-server = Hier wurde in kurzer Zeit viel gefragt: bitte in { $seconds ->
        [one] einer Sekunde
       *[other] { $seconds } Sekunden
    } noch einmal fragen.
cooldown-presses = Das war sehr schnell hintereinander: bitte in { $seconds ->
        [one] einer Sekunde
       *[other] { $seconds } Sekunden
    } weitermachen.
cooldown-additions = Hier wurde in kurzer Zeit viel hinzugefügt: bitte in { $seconds ->
        [one] einer Sekunde
       *[other] { $seconds } Sekunden
    } weitermachen.
document-too-large = „{ $name }“ hat { $mebibytes } MiB, und eine Datei darf { $limit } MiB haben: bitte aufteilen oder kleiner speichern.
document-unreadable = Diese Datei kann ich nicht lesen. „{ $name }“ { $reason }.
document-gone = Dieses Dokument ist nicht mehr in der Bibliothek: bitte die Liste noch einmal ansehen.
document-changed = Jemand anderes hat dieses Dokument inzwischen geändert: bitte noch einmal ansehen.
document-lost = Mein Speicher hat „{ $name }“ verloren: bitte die Datei noch einmal hinzufügen oder denen Bescheid sagen, die mich betreiben.
library-documents-full = { $limit ->
        [one] Die Bibliothek dieses Servers darf ein Dokument haben
       *[other] Die Bibliothek dieses Servers darf { $limit } Dokumente haben
    } und nicht mehr: bitte erst eines entfernen.
library-size-full = Die Dateien der Bibliothek dieses Servers dürfen zusammen { $limit } MiB haben, und das wäre mehr: bitte erst eine entfernen oder eine kleinere hinzufügen.
library-sentences-full = { $limit ->
        [one] Die Bibliothek dieses Servers darf einen Satz haben
       *[other] Die Bibliothek dieses Servers darf { $limit } Sätze haben
    }, und das wäre mehr: bitte erst ein Dokument entfernen oder ein kürzeres hinzufügen.
channel-closed = In diesem Kanal beantworte ich keine Fragen. Möglich ist es hier:
channel-closed-everywhere = In diesem Kanal beantworte ich keine Fragen.
role-missing = Hier darf mich nur fragen, wer eine bestimmte Rolle hat.
mentions-off = Erwähnungen sind hier abgeschaltet: bitte /{ command-ask } benutzen.
cannot-read-reply = Die Nachricht, auf die geantwortet wurde, kann ich nicht lesen: bitte ihr Menü öffnen → Apps → „{ menu-find }“.
nothing-to-find = In dieser Nachricht steht kein Text, nach dem ich suchen könnte.
article-unknown = Einen Artikel „{ $name }“ gibt es nicht. /{ command-articles } zeigt alle.
sentence-unknown = { $sentences ->
        [one] Dieser Artikel hat nur einen Satz.
       *[other] Dieser Artikel hat { $sentences } Sätze: bitte eine Zahl von 1 bis { $sentences } angeben.
    }
could-not-answer-there = In { $channel } darf ich nicht schreiben, deshalb hier die Antwort:
settings-unknown = Ich kann die Einstellungen dieses Servers gerade nicht lesen, deshalb siehst nur du das.

## Reasons why a file cannot be read

unreadable-empty = „{ $name }“ ist leer: bitte eine Datei mit mindestens einem Satz geben.
unreadable-nul = „{ $name }“ enthält ein Zeichen, das kein Text hat (NUL, an Stelle { $place }): bitte neu als Text speichern.
unreadable-encoding = „{ $name }“ hat eine Kodierung, die ich nicht kenne: bitte als UTF-8 speichern.
unreadable-image = „{ $name }“ ist ein Bild: bitte als Text, Markdown, HTML, PDF oder DOCX speichern.
unreadable-media = „{ $name }“ ist ein Film, eine Aufnahme oder ein Bild: bitte den Wortlaut als Text, PDF oder DOCX geben.
unreadable-program = „{ $name }“ ist ein Programm: bitte Text, Markdown, HTML, PDF oder DOCX geben.
unreadable-database = „{ $name }“ ist eine Datenbank: bitte ihren Inhalt als Text, Markdown, HTML, PDF oder DOCX speichern.
unreadable-archive = „{ $name }“ ist ein Archiv oder eine komprimierte Datei: bitte entpacken und den Inhalt geben.
unreadable-old-office = „{ $name }“ ist eine alte oder geschützte Office-Datei: bitte als DOCX oder PDF speichern.
unreadable-rich-text = „{ $name }“ ist eine RTF-Datei: bitte als DOCX, PDF oder Text speichern.
unreadable-spreadsheet = „{ $name }“ ist eine Tabellenkalkulation: bitte als DOCX, PDF oder Text speichern.
unreadable-presentation = „{ $name }“ ist eine Präsentation: bitte als PDF oder Text speichern.
unreadable-other-document = „{ $name }“ ist eine Art von Dokument oder Buch, die ich nicht lesen kann: bitte als DOCX, PDF oder Text speichern.
unreadable-password = „{ $name }“ ist mit einem Passwort geschützt: bitte ohne speichern.
unreadable-damaged = „{ $name }“ ist beschädigt: bitte neu speichern, oder als Text.
unreadable-no-text = In „{ $name }“ finde ich keine Wörter: stehen sie in Bildern oder Scans, bitte zuerst die Texterkennung (OCR) laufen lassen.
unreadable-nested = „{ $name }“ ist zu tief verschachtelt: bitte mit einem anderen Programm neu speichern.
unreadable-too-slow = „{ $name }“ zu lesen dauert länger als { $seconds ->
        [one] eine Sekunde
       *[other] { $seconds } Sekunden
    }: bitte aufteilen.
unreadable-too-much-text = „{ $name }“ enthält mehr als { $mebibytes } MiB Text: bitte aufteilen.
unreadable-too-much-memory = „{ $name }“ ist beschädigt oder braucht mehr als { $mebibytes } MiB Arbeitsspeicher: bitte neu speichern oder aufteilen.
unreadable-unpacks = „{ $name }“ ist entpackt größer als { $mebibytes } MiB: bitte ohne die Bilder speichern.
unreadable-name = „{ $name }“ kann kein Dateiname sein: er darf { $limit } Bytes haben, keinen Schrägstrich und kein Steuerzeichen.
unreadable-not-now = Ich kann „{ $name }“ gerade nicht lesen: bitte in einer Minute noch einmal versuchen.

## Reasons why a link cannot be read

link-malformed = „{ $url }“ ist kein Link, den ich lesen kann: bitte einen wie https://example.com/seite angeben.
link-scheme = Dieser Link beginnt mit { $scheme }: bitte einen angeben, der mit https:// oder http:// beginnt.
link-credentials = In diesem Link steht ein Benutzername oder Passwort: bitte einen ohne angeben.
link-port = Dieser Link führt zu Port { $port }: ich lese Seiten nur dort, wo sie veröffentlicht werden, an Port 80 und 443.
link-private = { $host } ist nicht im öffentlichen Internet: bitte einen Link angeben, den alle öffnen können.
link-unresolved = { $host } kann ich nicht finden: bitte die Schreibweise des Links prüfen.
link-unreachable = { $host } kann ich nicht erreichen: bitte später noch einmal versuchen.
link-untrusted = { $host } hat kein gültiges Zertifikat, ich weiß also nicht, wessen Seite das ist: bitte einen anderen Link angeben.
link-too-slow = { $host } hat länger als { $seconds } Sekunden gebraucht: bitte später noch einmal versuchen oder die Datei hochladen.
link-too-big = Dieser Link führt zu mehr als { $mebibytes } MiB, das ist zu viel: bitte eine kleinere Seite angeben.
link-type = Dieser Link führt zu { $type }: lesen kann ich Webseiten, reinen Text, Markdown, PDF, DOCX, Feeds und Sitemaps.
link-status = { $host } antwortet mit Fehler { $status }: bitte prüfen, ob sich der Link ohne Anmeldung öffnen lässt.
link-redirects = Dieser Link leitet mehr als { $count }-mal weiter: bitte den eigenen Link der Seite angeben.
link-downgrade = { $host } leitet von https zu http weiter, das ist nicht sicher: bitte den eigenen Link der Seite angeben.
link-broken = Was { $host } geschickt hat, ist beschädigt oder unvollständig: bitte später noch einmal versuchen.
link-robots = { $host } bittet Programme, diese Seite nicht zu lesen: bitte stattdessen die Datei hochladen, wenn das erlaubt ist.
link-lists-malformed = Das ist kein Feed und keine Sitemap, die ich lesen kann: bitte einen RSS- oder Atom-Feed oder eine Sitemap angeben.
link-lists-nothing = In diesem Feed oder dieser Sitemap steht keine Seite: bitte den Link einer Seite angeben.
link-lists-many = Dieser Link führt zu einer Liste von Seiten: bitte den Link einer Seite angeben.
link-lists-known = Alle Seiten dieser Liste sind schon in der Bibliothek.
link-known = Diese Seite ist schon in der Bibliothek: /{ command-library } kann sie durch das ersetzen, was jetzt dort steht.
link-same = Auf dieser Seite steht dasselbe wie zuvor, es hat sich also nichts geändert.
link-pages-no-room = { $count ->
        [one] Die Bibliothek hat Platz für eine ihrer Seiten
       *[other] Die Bibliothek hat Platz für { $count } ihrer Seiten
    }: bitte Dokumente entfernen und den Link noch einmal hinzufügen.
link-pages-left = { $count ->
        [one] Eine weitere Seite wurde nicht gelesen.
       *[other] { $count } weitere Seiten wurden nicht gelesen.
    }
link-pages-late = { $count ->
        [one] Das hat so lange gedauert, dass eine Seite nicht gelesen wurde
       *[other] Das hat so lange gedauert, dass { $count } Seiten nicht gelesen wurden
    }: bitte den Link danach noch einmal hinzufügen.

## Reasons why a button or a command does nothing

not-yours-delete = Diese Antwort kann nur löschen, wer gefragt hat oder Nachrichten verwalten darf.
not-yours-share = Diese Antwort kann nur teilen, wer gefragt hat.
not-for-everybody = Das ist aus einem Dokument, das hier nur für manche Rollen da ist; darum zeige ich es nicht allen.
already-shared = Diese Antwort wurde schon geteilt.
article-changed = Der Artikel hat sich seit dieser Antwort geändert. Wer neu fragt, bekommt eine Antwort aus dem neuen Text.
answer-unknown = Diese Antwort kenne ich nicht mehr: bitte noch einmal fragen.
press-unknown = Diesen Knopf oder dieses Formular kenne ich nicht mehr: bitte den Befehl noch einmal verwenden.
server-only = Das geht nur auf einem Server.
needs-manage-server = Das kann nur, wer den Server verwalten darf.
chosen-no-answer = Das ist keine Antwort von mir: bitte eine Nachricht wählen, in der ich eine Frage beantworte.
chosen-leans = Diese Frage ist ohne die Frage davor nicht zu verstehen: bitte sie ausführlich stellen und die Antwort darauf auswählen.
chosen-changed = Der Artikel hat sich inzwischen geändert: bitte noch einmal auswählen.
chosen-full = Dieser Server hat { $limit } Antworten ausgewählt, mehr sind nicht möglich: bitte erst eine entfernen.
gap-gone = Diese Frage steht nicht mehr in der Liste: bitte noch einmal ansehen.
owner-only = Das kann nur, wer diesen Bot betreibt.

## Looking up exact words

lookup-found = { $sentences ->
        [one] „{ $text }“ steht in einem Satz.
       *[other] „{ $text }“ steht in { $sentences } Sätzen.
    }
lookup-nothing = „{ $text }“ steht in keinem Satz. Nach dem Sinn sucht /{ command-ask }.
lookup-page = Seite { $page } von { $pages }

## Reading an article

read-title = Zum Lesen: { $title }
read-jump-title = Zu einem Satz gehen
read-jump-label = Nummer von 1 bis { $sentences }
read-which = Es gibt mehrere Artikel: bitte einen auswählen. /{ command-articles } zeigt sie.
read-changed = „{ $title }“ hat sich seit dem Öffnen geändert.
read-gone = Diesen Artikel gibt es hier nicht mehr. /{ command-articles } zeigt alle Artikel.

## Articles

articles-title = Artikel, die ich zitieren kann
articles-line = { $title } · { $sentences ->
        [one] ein Satz
       *[other] { $sentences } Sätze
    } · { $date }
articles-line-undated = { $title } · { $sentences ->
        [one] ein Satz
       *[other] { $sentences } Sätze
    }
articles-none = Hier gibt es noch keine Artikel.
articles-page = Seite { $page } von { $pages }

## Help

help-title = So kann man mich fragen
help-intro = Ich antworte mit Sätzen aus dem Artikel, Wort für Wort, und sage, wo sie stehen. Die Wörter, die antworten, sind fett.
help-ask = /{ command-ask }: in eigenen Worten fragen; auf Wunsch nur einen Artikel, oder so, dass niemand sonst die Antwort sieht.
help-mention = Mich zusammen mit einer Frage erwähnen, in einem Kanal, Thread oder Beitrag, oder mir direkt schreiben.
help-reply = Auf eine meiner Antworten antworten und mich dabei erwähnen, um weiterzufragen.
help-menu = Das Menü einer Nachricht öffnen → Apps → „{ menu-find }“, um zu suchen, was sie fragt oder behauptet.
help-lookup = /{ command-lookup }: alle Sätze finden, in denen bestimmte Wörter genau so stehen.
help-read = /{ command-read }: einen Artikel lesen, ab einem beliebigen Satz.
help-articles = /{ command-articles }: sehen, welche Artikel es gibt.
help-privacy = /{ command-privacy }: sehen, was ich speichere und wie man es löscht.
help-settings = /{ command-settings }: festlegen, was ich hier tue, für alle, die den Server verwalten dürfen.
help-library = /{ command-library }: Dokumente hinzufügen und pflegen, aus denen ich hier antworte, und sagen, was Wörter in Fragen bedeuten.
help-library-links = /{ command-library }: Dokumente hinzufügen, als Dateien oder über Links, und pflegen, aus denen ich hier antworte, und sagen, was Wörter in Fragen bedeuten.
help-chosen = Menü meiner Antwort → Apps → „{ menu-choose }“: den Satz auswählen, den ich auf diese Frage zuerst zitiere.

## Settings of a server

settings-title = Einstellungen dieses Servers
settings-intro = Sie gelten ab der nächsten Frage.
settings-scope = Wo, wer, woraus
settings-manner = Wie ich antworte
settings-saved = Gespeichert.
settings-on = an
settings-off = aus
settings-turn-on = Einschalten
settings-turn-off = Ausschalten
settings-change = Ändern
settings-channels = Kanäle
settings-channels-about = Wo ich Fragen beantworte.
settings-channels-all = alle Kanäle
settings-channels-choose = Kanäle wählen; ohne Auswahl alle
settings-channels-gone = Die gewählten Kanäle wurden gelöscht: Ich antworte nirgends, bis du andere wählst.
settings-roles = Rollen
settings-roles-about = Wer mich fragen darf.
settings-roles-all = alle
settings-roles-choose = Rollen wählen; ohne Auswahl alle
settings-roles-gone = Die gewählten Rollen wurden gelöscht: Niemand darf mich fragen, bis du andere wählst.
settings-private = Private Antworten
settings-private-about = Antworten auf /{ command-ask } sieht nur, wer gefragt hat.
settings-mentions = Erwähnungen
settings-mentions-about = Ich beantworte Nachrichten, die mich erwähnen.
settings-follow-ups = Anschlussfragen
settings-follow-ups-about = Wer auf eine Antwort antwortet, wird mit der Frage davor verstanden.
settings-libraries = Bibliotheken
settings-libraries-about = Woraus ich zitiere; /{ command-library } zeigt die Dokumente dieses Servers.
settings-libraries-both = Die Bibliothek dieses Servers und die gemeinsame
settings-libraries-own = Nur die Bibliothek dieses Servers
settings-libraries-shared = Nur die gemeinsame Bibliothek
settings-libraries-choose = Bibliotheken wählen, die antworten
settings-articles = Artikel
settings-articles-about = Welche Artikel der gemeinsamen Bibliothek ich zitiere.
settings-articles-all = alle Artikel
settings-articles-choose = Artikel wählen; ohne Auswahl alle
settings-only-answered = Nur sichere Antworten
settings-only-answered-about = Wo ich nicht sicher bin, sage ich, dass es nicht im Artikel steht.
settings-language = Sprache
settings-language-about = Was ich hier spreche. Zitate bleiben, wie sie sind.
settings-language-own = die eigene Sprache jeder Person
settings-language-choose = Sprache wählen
settings-gaps = Unbeantwortete Fragen
settings-gaps-about = Ich behalte sie 30 Tage lang, ohne Namen; /{ command-gaps } zeigt sie.
settings-rates = Grenzen
settings-rates-about = Wie viel in einer Minute gefragt werden darf.
settings-user-rate = Fragen pro Minute, eine Person
settings-server-rate = Fragen pro Minute, ganzer Server
settings-rate-default = wie üblich
settings-rate-hint = Eine Zahl von 1 bis { $most }; leer heißt wie üblich
settings-rate-unknown = „{ $text }“ kann keine Grenze sein: bitte eine Zahl von 1 bis { $most } angeben, oder nichts.

## Questions without an answer

gaps-title = Fragen ohne Antwort aus den letzten 30 Tagen
gaps-line = { $count ->
        [one] Einmal: „{ $question }“
       *[other] { $count }-mal, zum Beispiel: „{ $question }“
    }
gaps-empty = In den letzten 30 Tagen ist keine Frage ohne Antwort geblieben.
gaps-page = Seite { $page } von { $pages }
gaps-off = Dieser Server speichert keine Fragen ohne Antwort. Einschalten lässt sich das mit /{ command-settings }.
gaps-clear-sure = { $count ->
        [one] Die eine gespeicherte Frage löschen? Das lässt sich nicht rückgängig machen.
       *[other] Alle { $count } gespeicherten Fragen löschen? Das lässt sich nicht rückgängig machen.
    }
gaps-cleared = Die Liste ist jetzt leer.
gaps-reason-not-found = steht nicht im Artikel
gaps-reason-downvoted = als nicht hilfreich bewertet
gaps-reason-outvoted = die meisten Stimmen waren gegen die ausgewählte Antwort
gaps-reason-changed = der Artikel der ausgewählten Antwort hat sich geändert
gaps-csv-group = Gruppe
gaps-csv-question = Frage
gaps-csv-count = Anzahl
gaps-csv-reason = Grund
gaps-csv-last-asked = zuletzt gefragt

## Library of a server

library-title = Bibliothek dieses Servers
library-intro = Nur du siehst das. Wer hier fragen darf, kann mit /{ command-ask } nach diesen Dokumenten fragen.
library-empty = Dieser Server hat noch keine eigenen Dokumente. Füge Dateien hinzu, etwa PDF, Word, Markdown oder reinen Text, und ich beantworte Fragen daraus.
library-sum-documents = { $count } von { $most } Dokumenten
library-sum-sentences = { $count } von { $most } Sätzen
library-sum-size = { $count } von { $most } MiB
library-page = Seite { $page } von { $pages }
library-sentences = { $count ->
        [one] ein Satz
       *[other] { $count } Sätze
    }
library-kibibytes = { $kibibytes } KiB
library-added = hinzugefügt { $when }
library-added-by = von { $user }
library-version = Fassung { $number }
library-checked = zuletzt gelesen { $when }
library-tried = zuletzt versucht { $when }
library-source = Quelle
library-waiting = noch nicht in Antworten: wartet darauf, gelesen zu werden
library-reading = wird gelesen: { $progress }
library-unreadable = nicht lesbar: { $reason }
library-only-channels = nur in { $places }
library-only-roles = nur für { $places }
library-nowhere = nirgends zitiert: seine Kanäle wurden gelöscht
library-nobody = für niemanden zitiert: seine Rollen wurden gelöscht
library-more = und { $count } weitere
library-percent = { $percent } %
library-left-seconds = noch etwa { $seconds ->
        [one] eine Sekunde
       *[other] { $seconds } Sekunden
    }
library-left-minutes = noch etwa { $count ->
        [one] eine Minute
       *[other] { $count } Minuten
    }
library-answers-both = Ich antworte aus der Bibliothek dieses Servers und aus der gemeinsamen; /{ command-settings } ändert das.
library-answers-own = Ich antworte nur aus der Bibliothek dieses Servers; /{ command-settings } ändert das.
library-answers-shared = Ich antworte nur aus der gemeinsamen Bibliothek, nicht aus diesen Dokumenten; /{ command-settings } ändert das.
library-channels = Wo ich es zitiere
library-channels-gone = Die gewählten Kanäle wurden gelöscht: Ich zitiere es nirgends, bis du andere wählst.
library-roles = Für wen ich es zitiere
library-roles-gone = Die gewählten Rollen wurden gelöscht: Ich zitiere es für niemanden, bis du andere wählst.
library-remove-sure = „{ $title }“ mit früheren Fassungen entfernen? Das lässt sich nicht rückgängig machen.
library-clear-sure = { $count ->
        [one] Das eine Dokument dieses Servers entfernen?
       *[other] Alle { $count } Dokumente dieses Servers entfernen?
    } Das lässt sich nicht rückgängig machen.
library-form-add = Dokumente hinzufügen
library-form-replace = Das Dokument ersetzen
library-form-files = Dateien
library-form-links = Links (Webadressen)
library-form-link = Link (Webadresse)
library-form-rename = Das Dokument umbenennen
library-form-title = Titel
library-files-hint = PDF, Word, HTML, Markdown oder reiner Text, je bis { $limit } MiB
library-links-hint = Je Zeile einer, bis zu { $limit }: Webseiten, PDF, DOCX, Text, Feeds oder Sitemaps
library-link-hint = Die Seite, die ich stattdessen lese, wenn keine Datei dabei ist
library-form-aliases = Aliase
library-form-aliases-lines = Je Zeile einer
library-aliases-hint = Was Wörter in Fragen hier bedeuten, etwa: PM = prime minister
aliases-saved = { $count ->
        [0] Es gibt jetzt keine Aliase.
        [one] Es gibt jetzt einen Alias, ab der nächsten Frage.
       *[other] Es gibt jetzt { $count } Aliase, ab der nächsten Frage.
    }
aliases-not-saved = Noch wurde nichts geändert
aliases-typed-kept = Was du getippt hast, steht im Formular, wenn du es wieder öffnest.
aliases-line-wrong = Zeile { $number }: Erwartet war ein Wort, „=“ und was es bedeutet, etwa „PM = prime minister“, aber da steht „{ $text }“.
aliases-line-long = Zeile { $number }: „{ $text }“ hat { $length } Zeichen und darf { $limit } haben.
aliases-line-twice = Zeile { $number }: Was „{ $text }“ bedeutet, sagt schon Zeile { $first }.
aliases-too-many = Das sind { $count } Aliase, und ein Server darf { $limit } haben: bitte einige wegnehmen.
aliases-too-long = Alle Zeilen zusammen haben { $length } Zeichen und dürfen { $limit } haben: bitte kürzen.
aliases-full = Mit dem, was inzwischen jemand anders hinzugefügt hat, wären es mehr als { $limit } Aliase: bitte einige wegnehmen.
library-file-gone = Ich bekomme „{ $name }“ nicht von Discord: bitte noch einmal hochladen.
library-no-files = In dieser Nachricht ist keine Datei: bitte eine mit einer Datei wählen.
library-nothing-given = Es gibt nichts hinzuzufügen: bitte eine Datei oder einen Link angeben.
library-too-many-links = { $limit ->
        [one] Das ist mehr als ein Link
       *[other] Das sind mehr als { $limit } Links
    }: bitte weniger auf einmal angeben.
library-preview = Das habe ich verstanden. Soll ich es hinzufügen?
library-preview-none = Nichts kann hinzugefügt werden
library-preview-replaces = Es tritt an die Stelle von „{ $title }“.
library-links-reading = Ich lese die Links.
library-draft-gone = Diese Vorschau gibt es nicht mehr: bitte die Dateien noch einmal hinzufügen.
library-draft-not-yours = Nur wer diese Dateien gegeben hat, kann sie bestätigen.
library-cancelled = Es wurde nichts hinzugefügt.
library-added-now = Hinzugefügt: { $title }
library-soon = Ich antworte daraus, sobald ich es gelesen habe.
library-ready = Fertig: frag mit /{ command-ask }.
library-later = Das dauert noch: /{ command-library } zeigt, wie weit es ist.
library-failed = Ich konnte diese Bibliothek nicht zu Ende lesen: { $reason }
library-all-lost = Mein Speicher hat alle Dokumente dieser Bibliothek verloren: bitte noch einmal hinzufügen.
library-some-lost = Mein Speicher hat Dokumente verloren, bitte noch einmal hinzufügen: { $names }
library-lost = Mein Speicher hat verloren: { $names }
library-too-large = Zu groß zum Senden: { $names }
oddity-encoding-guessed = Die Kodierung ist geraten ({ $detail }): bitte prüfen, ob alle Buchstaben stimmen.
oddity-wrong-suffix = Der Name sagt etwas anderes, aber es ist { $detail }.
oddity-pages-without-text = Seiten ohne Text, etwa Scans: { $detail }.
oddity-pages-unreadable = Beschädigte Seiten, ausgelassen: { $detail }.
oddity-tables-left-out = Tabellen in Tabellen, ausgelassen: { $detail }.
oddity-main-text-not-found = Ich konnte den Haupttext nicht vom Rest unterscheiden, daher sind auch Menüs und Hinweise dabei.
oddity-images-left-out = Bilder, ausgelassen: { $detail }.
oddity-other-language = Es ist in dieser Sprache: { $detail }. Ich lese Englisch, daher werden Fragen darin wenig finden.
format-plain-text = reiner Text

## Chosen answers

chosen-which = Welcher Satz beantwortet das? Ich zitiere ihn zuerst, wenn hier dasselbe gefragt wird, und sage dazu, dass die Verwaltung dieses Servers ihn ausgewählt hat.
chosen-so-far = Bisher zitiere ich zuerst:
chosen-out-of-reach = Was bisher ausgewählt war, wird nicht zitiert: Sein Artikel hat sich geändert oder darf hier nicht gelesen werden.
chosen-now = Ab jetzt zitiere ich das zuerst, wenn hier dasselbe gefragt wird, und sage dazu, dass die Verwaltung dieses Servers es ausgewählt hat:
chosen-removed = Entfernt. Die Antwort auf diese Frage suche ich wieder selbst.
chosen-none = Ich finde keinen Satz, der das beantworten könnte: bitte einen anhand seiner Wörter nennen.
chosen-found = In diesen steht „{ $text }“:
chosen-closest = In keinem Satz steht „{ $text }“. Am ehesten passt:
chosen-form-words = Wörter des Satzes
chosen-form-hint = Einige Wörter, wie sie dort stehen; eine Wortfolge in Anführungszeichen

## Privacy

privacy-title = Was ich lese und speichere
privacy-read = Ich lese eine Nachricht nur, wenn sie mich erwähnt, direkt an mich geht oder mir über ihr Menü gegeben wird.
privacy-answers = Zu einer Antwort speichere ich, wann, wo und in welcher Sprache sie gegeben wurde, welche Stellen sie zeigt, wie sicher ich war, wer gefragt hat und welche Nachrichten Frage und Antwort sind. Den Text der Frage speichere ich nicht. Nach { $days } Tagen lösche ich all das.
privacy-gaps-on = Eine Ausnahme: Dieser Server speichert den Text von Fragen ohne gute Antwort, 30 Tage lang und ohne Namen.
privacy-gaps-off = Der Text unbeantworteter Fragen wird hier nicht gespeichert.
privacy-unanswered = Solange ich antworte, höchstens 15 Minuten lang, speichere ich, wohin die Antwort soll; was Discord dafür verlangt, ist verschlüsselt.
privacy-votes = Ich speichere die Bewertungen von Antworten, je Person und Antwort eine, und die Einstellungen und Aliase der Server.
privacy-documents = Zu einem Dokument, das die Verwaltung dieses Servers hinzufügt, speichere ich die Datei, was ich darin gelesen habe, wer es wann hinzugefügt hat, und einige frühere Fassungen. Werde ich von einem Server entfernt, lösche ich seine Dokumente nach { $days } Tagen.
privacy-links = Eine Seite, die die Verwaltung über ihren Link hinzufügt, rufe ich von dem Rechner ab, auf dem ich laufe, und etwa täglich wieder; ich speichere sie als Dokument. Ihr Server erfährt die Adresse dieses Rechners und nichts über jemanden hier.
privacy-chosen = Wählt die Verwaltung einen Satz als Antwort auf eine Frage aus, speichere ich den Text der Frage, wo der Satz steht, und wer ihn wann ausgewählt hat: bis sie ihn entfernt, die meisten Stimmen dagegen sind, sein Artikel sich ändert oder ich vom Server entfernt werde.
privacy-machine = Fragen werden auf dem Rechner beantwortet, auf dem ich laufe, und an keinen anderen Dienst geschickt.
privacy-remove = Wird eine Antwort gelöscht, vergesse ich sie. /{ command-forget-me } löscht die eigenen Bewertungen und entfernt einen aus allen Antworten und Dokumenten.

## Forgetting a person

forget-me-sure = Die eigenen Bewertungen löschen und aus allen Antworten und Dokumenten, die ich kenne, entfernt werden? Das lässt sich nicht rückgängig machen.
forget-me-after = Danach lassen sich diese Antworten nicht mehr selbst löschen: Auf Servern kann das nur, wer Nachrichten verwalten darf.
forgotten = Erledigt. { $votes ->
        [0] Bewertungen gab es keine.
        [one] Eine Bewertung ist gelöscht.
       *[other] { $votes } Bewertungen sind gelöscht.
    } { $answers ->
        [0] Mit einer Antwort war nichts verknüpft.
        [one] Eine Antwort ist nicht mehr verknüpft.
       *[other] { $answers } Antworten sind nicht mehr verknüpft.
    }
forgotten-documents = { $documents ->
        [one] Ein Dokument ist nicht mehr verknüpft.
       *[other] { $documents } Dokumente sind nicht mehr verknüpft.
    }
forgotten-chosen = { $count ->
        [one] Eine ausgewählte Antwort ist nicht mehr verknüpft.
       *[other] { $count } ausgewählte Antworten sind nicht mehr verknüpft.
    }

## Status

status-title = Status
status-version = Version
status-running-since = Läuft seit
status-servers = Server
status-articles = Artikel
status-sentences = Sätze
status-index = Index
status-model = Suchmodell
status-reader = Lesemodell
status-queue = Wartende Fragen
status-answered = Beantwortete Fragen
status-verdicts = { $answered } gefunden, { $unsure } unsicher, { $missing } nicht gefunden
status-time = Zeit für eine Antwort
status-latency = Zeit bis Discord
status-memory = Belegter Speicher
status-database = Datenbank
status-storage = Ablage der Dokumente
status-storage-foreign = gehört einer anderen Datenbank ({ $found }; erwartet: { $expected }), deshalb wird nichts darin gelöscht: Das Log sagt, was zu tun ist
status-storage-unknown = trägt keine Kennung und enthält, was diese Datenbank ({ $expected }) nicht nennt; deshalb wird nichts darin gelöscht: Das Log sagt, was zu tun ist
status-ready = bereit
status-loading = lädt
status-away = nicht erreichbar
status-off = aus
status-failures = Letzte Fehler
status-milliseconds = { $milliseconds } ms
status-mebibytes = { $mebibytes } MiB

## Commands: names, what they are for, and the same of their options

command-ask = fragen
command-ask-about = Dem Artikel eine Frage stellen: die Antwort ist ein Zitat.
command-ask-question = frage
command-ask-question-about = Die Frage, in eigenen Worten.
command-ask-article = artikel
command-ask-article-about = Nur diesen Artikel fragen.
command-ask-private = privat
command-ask-private-about = Die Antwort sonst niemandem zeigen.
command-lookup = nachschlagen
command-lookup-about = Alle Sätze finden, in denen bestimmte Wörter genau so stehen.
command-lookup-text = text
command-lookup-text-about = Gesuchte Wörter; eine Wortgruppe in Anführungszeichen setzen.
command-lookup-article = artikel
command-lookup-article-about = Nur in diesem Artikel suchen.
command-read = lesen
command-read-about = Einen Artikel lesen, Satz für Satz.
command-read-article = artikel
command-read-article-about = Der Artikel, der gelesen wird.
command-read-sentence = satz
command-read-sentence-about = Die Nummer des Satzes, mit dem es anfängt.
command-articles = artikel
command-articles-about = Sehen, welche Artikel gefragt werden können.
command-help = hilfe
command-help-about = Sehen, wie man fragt.
command-settings = einstellungen
command-settings-about = Festlegen, was der Bot auf diesem Server tut.
command-library = bibliothek
command-library-about = Dokumente zur Bibliothek dieses Servers hinzufügen und pflegen.
command-library-file = datei
command-library-file-about = Eine Datei, die gleich hinzugefügt wird; ohne sie siehst du die Liste.
command-gaps = lücken
command-gaps-about = Die Fragen sehen, auf die es hier keine Antwort gab.
command-privacy = datenschutz
command-privacy-about = Sehen, was der Bot liest und speichert.
command-forget-me = vergiss-mich
command-forget-me-about = Den Bot die eigenen Daten löschen lassen.
command-status = status
command-status-about = Sehen, wie es dem Bot geht.
menu-find = Im Artikel suchen
menu-add = Zur Bibliothek hinzufügen
menu-choose = Das ist die Antwort
